//! What there is to tell of files that were saved: those of a library, and a person's own.

use super::live::Live;
use super::store::watcher::{Wanted, listen};
use super::store::{File, Listener};
use crate::personal::files;
use std::path::PathBuf;
use std::thread;

/// The largest of a person's own files that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// The library is another; [`Live::library`] has it.
    Library,
    /// This file holds other bytes: one of those that were to be watched too.
    File(PathBuf),
    Notice(String),
}

/// Watches a library, and the files `also`, for as long as the program runs; returns only where nothing can be watched.
pub fn watch(live: &Live, also: &[PathBuf], tell: &(dyn Fn(News) + Sync)) {
    thread::scope(|scope| {
        if !also.is_empty() {
            let begun = thread::Builder::new().spawn_scoped(scope, || watch_files(also, tell));
            begun.map_or_else(|error| tell(blind(&error.to_string())), drop);
        }
        live.library().store().watch(&Watching { live, tell });
    });
}

fn blind(why: &str) -> News {
    News::Notice(format!("Saved files are not noticed here ({why}); they are read when the program starts."))
}

struct Watching<'a> {
    live: &'a Live,
    tell: &'a dyn Fn(News),
}

impl Listener for Watching<'_> {
    fn files(&self) -> Vec<File> {
        let library = self.live.library();
        library.entries().into_iter().chain(library.broken()).flat_map(|entry| entry.files()).cloned().collect()
    }

    fn changed(&self) {
        if self.live.look() {
            (self.tell)(News::Library);
        }
    }

    fn blind(&self, why: &str) {
        (self.tell)(blind(why));
    }
}

fn watch_files(files: &[PathBuf], tell: &dyn Fn(News)) {
    let read = |file: &PathBuf| files::read(file, LARGEST).ok();
    let mut held: Vec<Option<Vec<u8>>> = files.iter().map(read).collect();
    let changed = &mut || {
        for (file, held) in files.iter().zip(&mut held) {
            let now = read(file);
            // A file that is away is on its way: an editor moves the new one to its place.
            if now.is_some() && now != *held {
                *held = now;
                tell(News::File(file.clone()));
            }
        }
    };
    listen(&|| Wanted { files: files.to_vec(), library: None }, changed, &|why| tell(blind(why)));
}
