//! Writing the index. One program does at a time.

use super::read::Made;
use super::{Phase, Progress, Task};
use crate::catalogue::cache_folder::Place;
use crate::catalogue::checksums::seal;
use crate::catalogue::index::Catalogue;
use crate::catalogue::unavailable::Without;
use std::thread::sleep;
use std::time::{Duration, Instant};
use tantivy::directory::error::LockError;
use tantivy::indexer::{IndexWriterOptions, UserOperation};
use tantivy::{IndexWriter, TantivyError, Term};

/// Of words that are not on the disk yet, in bytes.
const MOST_WAITING: usize = 24 << 20;
/// The first part is seen soon, and later ones more and more rarely: each costs a pause.
const FIRST: Duration = Duration::from_millis(300);
const LONGEST: Duration = Duration::from_secs(5);
/// Of what each thread holds until it is written: the least that the index allows.
const SMALL: usize = 15 << 20;
const LARGE: usize = 48 << 20;
/// So many briefings are worth two threads.
const MANY: usize = 200;

pub struct Writing<'a> {
    catalogue: &'a Catalogue,
    writer: IndexWriter,
    waiting: usize,
    is_committed: bool,
    last: Instant,
    pause: Duration,
}

impl<'a> Writing<'a> {
    /// Waits until nobody else writes; also whether it had to. `None`: it was cancelled meanwhile. Who `is_short` is let
    /// through by who is not.
    pub fn begin(task: &Task<'a>, briefings: usize, is_short: bool) -> Result<(Option<Self>, bool), Without> {
        let (threads, memory) = if briefings < MANY { (1, SMALL) } else { (2, LARGE) };
        let options = || {
            let options = IndexWriterOptions::builder().num_worker_threads(threads).memory_budget_per_thread(memory);
            options.num_merge_threads(1).build()
        };
        let since = Instant::now();
        let before = task.catalogue.searcher().generation().segments().clone();
        let mut was_waited_for = false;
        // Dropped with the wait.
        let mut awaited = None;
        loop {
            match task.catalogue.index().writer_with_options(options()) {
                Ok(writer) => {
                    // What a program that was killed has left would stand in the way of files of the same name.
                    writer.garbage_collect_files().wait().map_err(|error| Without::because(&error))?;
                    task.catalogue.reload()?;
                    let is_another = *task.catalogue.searcher().generation().segments() != before;
                    let catalogue = task.catalogue;
                    let writing = Self { catalogue, writer, waiting: 0, is_committed: false, last: since, pause: FIRST };
                    return Ok((Some(writing), was_waited_for || is_another));
                }
                Err(TantivyError::LockFailure(LockError::IoError(why), _)) => return Err(Without::unwritten(&why)),
                Err(TantivyError::LockFailure(..)) => {
                    was_waited_for = true;
                    if is_short && awaited.is_none() {
                        awaited = task.catalogue.place().and_then(Place::wait);
                    }
                }
                Err(error) => return Err(Without::because(&error)),
            }
            if task.cancel.is_cancelled() {
                return Ok((None, true));
            }
            task.catalogue.reload()?;
            (task.tell)(&Progress { phase: Phase::Waiting, done: 0, all: 0, files: 0, since, is_committed: true });
            sleep(Duration::from_millis(50));
        }
    }

    fn path(&self, path: &str) -> Term {
        Term::from_field_text(self.catalogue.schema().path, path)
    }

    pub fn remove(&mut self, path: &str) {
        self.writer.delete_term(self.path(path));
    }

    /// Each in the place of what was indexed of it before.
    pub fn add(&mut self, made: Vec<Made>) -> Result<(), Without> {
        for Made { path, documents, size } in made {
            let mut operations = vec![UserOperation::Delete(self.path(&path))];
            operations.extend(documents.into_iter().map(UserOperation::Add));
            self.writer.run(operations).map_err(|error| Without::because(&error))?;
            self.waiting += size;
        }
        self.is_committed = false;
        Ok(())
    }

    pub fn commit_now_and_then(&mut self) -> Result<(), Without> {
        if self.last.elapsed() < self.pause && self.waiting < MOST_WAITING {
            return Ok(());
        }
        self.pause = (self.pause * 2).min(LONGEST);
        self.commit()
    }

    fn commit(&mut self) -> Result<(), Without> {
        self.writer.commit().map_err(|error| Without::because(&error))?;
        self.catalogue.reload()?;
        (self.waiting, self.is_committed, self.last) = (0, true, Instant::now());
        Ok(())
    }

    /// Commits the rest, and waits until what was written in parts is put together.
    pub fn finish(mut self) -> Result<(), Without> {
        self.commit()?;
        let Self { catalogue, writer, .. } = self;
        writer.wait_merging_threads().map_err(|error| Without::because(&error))?;
        catalogue.place().into_iter().for_each(seal);
        catalogue.reload()
    }

    /// The same for who gives way to another program: what was written in parts is put together another time.
    pub fn give_way(mut self) -> Result<(), Without> {
        self.commit()?;
        let Self { catalogue, writer, .. } = self;
        drop(writer);
        catalogue.place().into_iter().for_each(seal);
        Ok(())
    }

    /// All that was added can be seen.
    pub fn is_committed(&self) -> bool {
        self.is_committed
    }
}
