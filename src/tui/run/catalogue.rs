//! The catalogue of a large library, kept up to date for as long as the program runs.

use crate::briefing::Date;
use crate::catalogue::refresh::{Phase, Refreshed, apart};
use crate::catalogue::unavailable::DAMAGED;
use crate::catalogue::{Cancel, Catalogue, Depth, Progress, refresh};
use crate::library::store::Store;
use crate::text::capitalised;
use crate::tui::model::{Message, Reading};
use rustix::process::setpriority_process;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// As `nice` counts, the least urgent: at 10 every hundredth key waited for four milliseconds while files were compared.
const NICE: i32 = 19;

/// The screen is told no more often how far the reading is.
const STEP: Duration = Duration::from_millis(200);

pub struct CatalogueKeeper {
    pub catalogue: Catalogue,
    pub store: Arc<dyn Store>,
    pub today: Date,
    /// It holds all that the library did when it was brought up to date last.
    pub is_whole: bool,
    /// Tells that files may hold something else.
    pub changed: Receiver<()>,
    /// Cancelled with it: running the rules takes long, and gives way.
    pub checking: Cancel,
}

impl CatalogueKeeper {
    /// Reads what has changed, at once and whenever something may have. Returns when nobody tells any more.
    pub fn keep(self, tell: &(dyn Fn(Message) + Sync)) {
        // A key is answered first. On Linux this is about the thread that calls, and those that it starts; elsewhere, and where
        // it is refused, both are as urgent.
        if cfg!(target_os = "linux") {
            let _ = setpriority_process(None, NICE);
        }
        apart(move || self.keep_on(tell));
    }

    fn keep_on(&self, tell: &(dyn Fn(Message) + Sync)) {
        // The first frame may have opened nothing.
        if self.catalogue.reload().is_ok() && self.catalogue.is_instead() {
            tell(Message::Trouble(format!("{}.", capitalised(DAMAGED))));
            say(&self.catalogue, Some(Reading::default()), tell);
        }
        let mut is_whole = self.is_whole;
        loop {
            // A change that is told from here on ends the rules, and the files are read again first.
            self.checking.renew();
            self.changed.try_iter().for_each(drop);
            let done = self.refresh(Depth::Read, &Cancel::default(), tell);
            if done.is_some() && !std::mem::replace(&mut is_whole, true) {
                say(&self.catalogue, None, tell);
            }
            // What cannot be read now is said by whoever searches.
            let _ = self.catalogue.prepare();
            let is_due = done.is_some_and(|done| done.unchecked > 0);
            let checked = is_due.then(|| self.refresh(Depth::Checked, &self.checking, tell)).flatten();
            let is_ended = checked.is_some_and(|checked| checked.is_cancelled);
            if !is_ended && self.changed.recv().is_err() {
                return;
            }
        }
    }

    fn refresh(&self, depth: Depth, cancel: &Cancel, tell: &(dyn Fn(Message) + Sync)) -> Option<Refreshed> {
        let told = Mutex::new(None);
        let catalogue = &self.catalogue;
        let progress = |progress: &Progress| report(catalogue, progress, &told, tell);
        match refresh(catalogue, &*self.store, &self.today, depth, &progress, cancel) {
            Ok(done) => {
                let is_shown = told.lock().is_ok_and(|told| told.is_some());
                if is_shown || done.is_news() {
                    say(catalogue, None, tell);
                }
                Some(done)
            }
            Err(why) => {
                tell(Message::Trouble(format!("{}.", capitalised(&why.to_string()))));
                None
            }
        }
    }
}

fn report(catalogue: &Catalogue, progress: &Progress, told: &Mutex<Option<Instant>>, tell: &dyn Fn(Message)) {
    let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
    if told.is_some_and(|told| told.elapsed() < STEP) {
        return;
    }
    *told = Some(Instant::now());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "nobody reads so fast")]
    let rate = progress.rate() as usize;
    let reading = Reading {
        done: progress.done,
        all: progress.all,
        rate,
        seconds_left: progress.left().as_secs(),
        is_checking: progress.phase == Phase::Checking,
        files: progress.files,
    };
    say(catalogue, Some(reading), tell);
}

fn say(catalogue: &Catalogue, reading: Option<Reading>, tell: &dyn Fn(Message)) {
    // What cannot be seen now is seen the next time.
    let _ = catalogue.reload();
    tell(Message::Catalogued(reading));
}
