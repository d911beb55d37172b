//! The text that a source was quoted from, where its file says something else today: looked for by its hash among the files of
//! the library and in its Git history.

use crate::briefing::Digest;
use crate::briefing::anchor::Anchoring;
use crate::briefing::source_text::SourceText;
use crate::library::store::folder::within;
use crate::library::store::history::{Past, past};
use crate::library::store::{File, Folder, Store};
use crate::personal::files::write_new_for_others;
use crate::text::os_error::plain;
use crate::text::{count, series};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Files are looked at for so long.
const PATIENCE: Duration = Duration::from_secs(5);
/// So many names are tried.
const NAMES: usize = 100;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    pub library: PathBuf,
    /// The source's own file, by its path in the library.
    pub file: String,
    pub hash: Digest,
    /// What is quoted of it and stands in its text of today, each with the claim or the source that does.
    pub quoted: Vec<(String, String)>,
}

/// Where it is.
pub enum OldText {
    File {
        /// By its path in the library.
        file: String,
        text: String,
    },
    Past(Past),
}

impl Sought {
    /// # Errors
    ///
    /// It is nowhere: where was looked, and what to do.
    pub fn find(&self) -> Result<OldText, String> {
        let (store, begun, mut looked_at) = (Folder::new(&self.library), Instant::now(), 0);
        for file in self.files() {
            if begun.elapsed() > PATIENCE {
                break;
            }
            let Ok(bytes) = store.read(&File::Source(file.clone())) else { continue };
            looked_at += 1;
            if Digest::of_bytes(&bytes) == self.hash
                && let Ok(text) = String::from_utf8(bytes)
            {
                return Ok(OldText::File { file, text });
            }
        }
        past(&self.library, &self.file, self.hash).map(OldText::Past).map_err(|why| {
            let (files, beside) = (count(looked_at, "file"), self.called("old"));
            format!("The text that was pinned is in none of {files} of the library. {why}. Where you have it, put it there as {beside}.")
        })
    }

    /// Finds it, and writes it into a file of its own where it is in none. That file, by its path in the library.
    ///
    /// # Errors
    ///
    /// It is nowhere, or cannot be written, or lacks words that are quoted: those were anchored in the text of today, and would
    /// be quotes of a text that has never had them.
    pub fn bring(&self) -> Result<String, String> {
        let past = match self.find()? {
            OldText::File { file, text } => return self.has_all(text).map(|()| file),
            OldText::Past(past) => past,
        };
        self.has_all(past.text.clone())?;
        let names = (1..=NAMES).map(|number| if number == 1 { past.day.clone() } else { format!("{}-{number}", past.day) });
        for file in names.map(|name| self.called(&name)) {
            match write_new_for_others(&self.library.join(&file), past.text.as_bytes()) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                written => {
                    return written.map(|()| file.clone()).map_err(|error| format!("{file} cannot be written: {}.", plain(&error)));
                }
            }
        }
        Err(format!("{NAMES} files are called like {}.", self.called(&past.day)))
    }

    fn has_all(&self, old: String) -> Result<(), String> {
        let old = SourceText::new(old);
        let anchoring = Anchoring::new(&old);
        let lacking: BTreeSet<&str> =
            self.quoted.iter().filter(|(_, exact)| anchoring.places(exact, 1).is_empty()).map(|(id, _)| id.as_str()).collect();
        if lacking.is_empty() {
            return Ok(());
        }
        let ids: Vec<&str> = lacking.into_iter().filter(|id| !id.is_empty()).collect();
        let who = if ids.is_empty() { "A candidate".to_owned() } else { series(&ids) };
        let quotes = if ids.len() > 1 { "quote" } else { "quotes" };
        Err(format!("{who} {quotes} words that the old text does not have: undo what anchored them anew, or keep the text of today alone."))
    }

    /// Such as `seeds/port-old.txt`.
    fn called(&self, behind: &str) -> String {
        let (stem, ending) = self.split();
        format!("{stem}-{behind}{ending}")
    }

    /// Its path without its ending, and that.
    fn split(&self) -> (&str, &str) {
        let name = self.file.rfind('/').map_or(0, |slash| slash + 1);
        self.file[name..].rfind('.').map_or((&*self.file, ""), |dot| self.file.split_at(name + dot))
    }

    /// The other files of the library, those first that are called after it, and then those that stand beside it.
    fn files(&self) -> Vec<String> {
        let listed = |folder: &PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect::<Vec<_>>();
        let paths = within(&self.library).iter().flat_map(listed).filter(|path| path.is_file()).collect::<Vec<_>>();
        let named = |path: &PathBuf| path.strip_prefix(&self.library).ok().and_then(Path::to_str).map(str::to_owned);
        let mut files: Vec<String> = paths.iter().filter_map(named).filter(|file| *file != self.file).collect();
        let folder = |file: &str| file.rfind('/').map_or(0, |slash| slash + 1);
        let is_beside = |file: &str| file[..folder(file)] == self.file[..folder(&self.file)];
        files.sort_by_cached_key(|file| (!file.starts_with(self.split().0), !is_beside(file), file.clone()));
        files
    }
}
