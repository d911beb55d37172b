//! Bringing a catalogue up to what the files of its library hold: only what has changed is read.
//!
//! What is indexed of a briefing, and what it was made from, is written together or not at all. So whoever is stopped at any
//! moment goes on where it was committed last, and nothing is ever there twice.

mod compare;
mod last_look;
mod read;
mod stamps;
mod threads;
mod write;

use super::briefing_row::Indexed;
use super::cache_folder::Place;
use super::cancel::Cancel;
use super::index::Catalogue;
use super::unavailable::Without;
use crate::briefing::Date;
use crate::briefing::date::day_number;
use crate::library::store::Store;
use compare::{Compared, compare};
use last_look::Look;
pub use last_look::{is_just_seen, is_whole};
use read::Ids;
use stamps::Stamps;
use std::thread::sleep;
use std::time::{Duration, Instant};
pub use threads::apart;
use write::Writing;

/// How much of a briefing is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What it says. What the rules find is only found where few files have changed.
    Read,
    /// Also what the rules find in it, which takes many times as long.
    Checked,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub phase: Phase,
    pub done: usize,
    pub all: usize,
    /// So many the library has, where that is known.
    pub files: usize,
    pub since: Instant,
    /// Whoever reads can see it.
    pub is_committed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Another program writes.
    Waiting,
    Reading,
    Checking,
}

impl Progress {
    /// Briefings a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many briefings")]
        let done = self.done as f64;
        done / self.since.elapsed().as_secs_f64().max(0.001)
    }

    /// How long the rest takes if it goes on so.
    #[must_use]
    pub fn left(&self) -> Duration {
        #[expect(clippy::cast_precision_loss, reason = "nobody has so many briefings")]
        let rest = self.all.saturating_sub(self.done) as f64;
        Duration::try_from_secs_f64(rest / self.rate().max(0.001)).unwrap_or_default()
    }
}

/// What it came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Refreshed {
    /// Briefings that were read anew.
    pub read: usize,
    /// Briefings that are gone.
    pub gone: usize,
    /// Briefings whose state of the check was worked out by itself.
    pub checked: usize,
    /// Briefings that the rules have still to be run on.
    pub unchecked: usize,
    /// It was ended before it was done.
    pub is_cancelled: bool,
}

impl Refreshed {
    /// The catalogue says something else than before.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.read + self.gone + self.checked > 0
    }
}

/// What all of it needs.
struct Task<'a> {
    catalogue: &'a Catalogue,
    store: &'a dyn Store,
    today: &'a Date,
    day: i64,
    tell: &'a (dyn Fn(&Progress) + Sync),
    cancel: &'a Cancel,
}

/// Brings a catalogue up to date. Whoever reads it sees it grow, each time that `tell` hears of what is committed.
///
/// # Errors
///
/// The library cannot be listed, or the catalogue cannot be written: a full disk. What was committed stays.
pub fn refresh(
    catalogue: &Catalogue,
    store: &dyn Store,
    today: &Date,
    depth: Depth,
    tell: &(dyn Fn(&Progress) + Sync),
    cancel: &Cancel,
) -> Result<Refreshed, Without> {
    let task = Task { catalogue, store, today, day: day_number(today.latest()), tell, cancel };
    task.run(depth)
}

/// How many briefings are to be read, and how many of the others to be checked.
///
/// # Errors
///
/// The library cannot be listed, or the catalogue not be read.
pub fn outdated(catalogue: &Catalogue, store: &dyn Store, today: &Date) -> Result<[usize; 2], Without> {
    let task = Task { catalogue, store, today, day: day_number(today.latest()), tell: &|_| (), cancel: &Cancel::default() };
    let compared = compare(&task, &mut Stamps::read(catalogue))?;
    Ok([compared.changed.len() + compared.gone.len(), compared.unchecked])
}

/// Why a catalogue cannot be used as it is: it does not say what the files do, and cannot be brought up to date. `None`: it
/// can, or need not be.
#[must_use]
pub fn unusable(catalogue: &Catalogue, store: &dyn Store, today: &Date) -> Option<Without> {
    let why = catalogue.place()?.writable().err()?;
    match outdated(catalogue, store, today) {
        Ok([0, _]) => None,
        Ok(_) => Some(Without::unwritten(&why)),
        Err(without) => Some(without),
    }
}

/// How checking has ended.
enum Ended {
    Done,
    Cancelled,
    Awaited,
}

const PATIENCE: Duration = Duration::from_secs(2);

impl Task<'_> {
    fn run(&self, depth: Depth) -> Result<Refreshed, Without> {
        let look = Look::begin();
        self.catalogue.reload()?;
        let mut stamps = Stamps::read(self.catalogue);
        let mut done = Refreshed::default();
        let mut compared = compare(self, &mut stamps)?;
        if !compared.is_same() {
            let (writing, was_waited_for) = Writing::begin(self, compared.changed.len(), true)?;
            let Some(writing) = writing else { return Ok(Refreshed { is_cancelled: true, ..done }) };
            if was_waited_for {
                self.catalogue.reload()?;
                compared = compare(self, &mut stamps)?;
            }
            done = self.write(writing, &compared, &mut stamps)?;
        }
        let is_read = !done.is_cancelled;
        done.unchecked = compared.unchecked + if compared.are_few() { 0 } else { compared.changed.len() };
        if depth == Depth::Checked && !done.is_cancelled && (done.is_news() || compared.unchecked > 0) {
            let checked = self.check(&mut stamps)?;
            let unchecked = done.unchecked.saturating_sub(checked.checked);
            done = Refreshed { checked: checked.checked, is_cancelled: checked.is_cancelled, unchecked, ..done };
        }
        stamps.write(self.catalogue);
        if is_read {
            look.end(self.catalogue, if done.is_cancelled { Depth::Read } else { depth });
        }
        if !done.is_cancelled {
            self.catalogue.place().into_iter().for_each(Place::drop_older);
        }
        Ok(done)
    }

    /// Reads what has changed, and writes it.
    fn write(&self, mut writing: Writing<'_>, compared: &Compared, stamps: &mut Stamps) -> Result<Refreshed, Without> {
        let mut done = Refreshed { gone: compared.gone.len(), ..Refreshed::default() };
        for path in &compared.gone {
            writing.remove(path);
        }
        let with_rules = compared.are_few();
        let mut ids = Ids::default();
        let mut again: Vec<(String, String)> = Vec::new();
        let known = compared.known(self)?;
        let mut known = known.iter().peekable();
        let since = Instant::now();
        if !with_rules {
            self.tell(Phase::Reading, false, [0, compared.changed.len(), compared.files], since);
        }
        for paths in compared.changed.chunks(read::AT_ONCE) {
            if self.cancel.is_cancelled() {
                return Ok(Refreshed { is_cancelled: true, ..done });
            }
            let mut helds = read::read(self, paths);
            // In the order of all paths, as the library itself gives each its id.
            for held in &mut helds {
                while let Some(one) = known.next_if(|known| known.path < held.in_library) {
                    ids.keep(one, &mut again);
                }
                ids.give(held);
            }
            done.read += helds.len();
            stamps.add(&helds);
            writing.add(read::made(self, &helds, with_rules))?;
            writing.commit_now_and_then()?;
            self.tell(Phase::Reading, writing.is_committed(), [done.read, compared.changed.len(), compared.files], since);
        }
        known.for_each(|one| ids.keep(one, &mut again));
        done.read += self.write_again(&mut writing, &again, with_rules)?;
        writing.finish()?;
        self.tell(Phase::Reading, true, [done.read, compared.changed.len().max(done.read), compared.files], since);
        Ok(done)
    }

    /// Writes anew what has only got another id.
    fn write_again(&self, writing: &mut Writing<'_>, again: &[(String, String)], with_rules: bool) -> Result<usize, Without> {
        for some in again.chunks(read::AT_ONCE) {
            let paths: Vec<String> = some.iter().map(|(path, _)| path.clone()).collect();
            let mut helds = read::read(self, &paths);
            for (held, (_, id)) in helds.iter_mut().zip(some) {
                read::call(held, id);
            }
            writing.add(read::made(self, &helds, with_rules))?;
        }
        Ok(again.len())
    }

    /// Runs the rules on what was not checked yet, or not on this day. That takes long, so programs that have read something
    /// new write it first.
    fn check(&self, stamps: &mut Stamps) -> Result<Refreshed, Without> {
        let mut done = Refreshed::default();
        let since = Instant::now();
        let mut gives_way = true;
        loop {
            let due = self.catalogue.indexed(|indexed| !indexed.is_checked_on(self.day)).map_err(|error| Without::because(&error))?;
            if due.is_empty() {
                return Ok(done);
            }
            let (writing, was_waited_for) = Writing::begin(self, due.len(), false)?;
            let Some(writing) = writing else { return Ok(Refreshed { is_cancelled: true, ..done }) };
            // Whoever wrote may have done it.
            if was_waited_for {
                continue;
            }
            match self.check_all(writing, &due, (stamps, since, gives_way), &mut done)? {
                Ended::Done => return Ok(done),
                Ended::Cancelled => return Ok(Refreshed { is_cancelled: true, ..done }),
                // One that goes on waiting was stopped, and nobody knows for how long.
                Ended::Awaited => gives_way = self.let_others_write(),
            }
        }
    }

    fn check_all(
        &self,
        mut writing: Writing<'_>,
        due: &[Indexed],
        (stamps, since, gives_way): (&mut Stamps, Instant, bool),
        done: &mut Refreshed,
    ) -> Result<Ended, Without> {
        let all = done.checked + due.len();
        for some in due.chunks(read::CHECKED_AT_ONCE) {
            if self.cancel.is_cancelled() {
                writing.give_way()?;
                return Ok(Ended::Cancelled);
            }
            if gives_way && self.catalogue.place().is_some_and(Place::is_awaited) {
                writing.give_way()?;
                return Ok(Ended::Awaited);
            }
            let paths: Vec<String> = some.iter().map(|indexed| indexed.path.clone()).collect();
            let mut helds = read::read(self, &paths);
            for (held, indexed) in helds.iter_mut().zip(some) {
                read::call(held, &indexed.id);
            }
            stamps.add(&helds);
            writing.add(read::made(self, &helds, true))?;
            done.checked += helds.len();
            writing.commit_now_and_then()?;
            self.tell(Phase::Checking, writing.is_committed(), [done.checked, all, 0], since);
        }
        writing.finish()?;
        self.tell(Phase::Checking, true, [done.checked, all, 0], since);
        Ok(Ended::Done)
    }

    /// Until nobody waits, but no longer than a program takes that reads a few files. False where somebody still does.
    fn let_others_write(&self) -> bool {
        let since = Instant::now();
        let is_awaited = || self.catalogue.place().is_some_and(Place::is_awaited);
        while is_awaited() && since.elapsed() < PATIENCE && !self.cancel.is_cancelled() {
            sleep(Duration::from_millis(20));
        }
        !is_awaited()
    }

    fn tell(&self, phase: Phase, is_committed: bool, [done, all, files]: [usize; 3], since: Instant) {
        (self.tell)(&Progress { phase, done, all, files, since, is_committed });
    }
}
