//! The reader's own notes and marks: where they are kept, reading them, and changing one without losing another.

pub mod file;
pub mod owner;

use super::files;
use crate::text::os_error::plain;
pub use file::{Change, Changed, SectionKind, What, tidy};
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

/// In bytes: some seven hundred thousand words are read and changed, and no more.
const LARGEST: u64 = 4 * 1024 * 1024;
/// More notes of one file are not shown.
const MOST_NOTES: usize = 5000;

/// Where the notes of a library are kept, one file a briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// It need not exist.
    pub folder: PathBuf,
    /// Ids of briefings: only their notes are read. `None` reads all.
    pub only: Option<Vec<String>>,
    /// Where the library lies; `None` where its notes are beside it, or it is the built-in one.
    pub of: Option<PathBuf>,
}

impl Shelf {
    #[must_use]
    pub fn file(&self, briefing: &str) -> PathBuf {
        self.folder.join(file_name(briefing) + ".md")
    }

    fn files(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = match &self.only {
            Some(ids) => ids.iter().map(|id| self.file(id)).filter(|path| path.exists()).collect(),
            None => fs::read_dir(&self.folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect(),
        };
        files.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
        files.sort();
        files.dedup();
        files
    }
}

/// A name for a folder or a file: letters and digits of any script, `-`, `_`, and `.` where it does not hide the file. All
/// else is written by its bytes, as in a web address.
///
/// Very long names are cut, and two may become one: a note itself says which briefing it is on.
#[must_use]
pub fn file_name(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() || matches!(c, '-' | '_') || c == '.' && !out.is_empty() {
            out.push(c);
        } else {
            out.extend(c.to_string().bytes().map(|byte| format!("%{byte:02X}")));
        }
        if out.len() > 180 {
            break;
        }
    }
    if out.is_empty() { "unnamed".to_owned() } else { out }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub is_mark: bool,
    pub address: String,
    /// The day that it was last written on, as its file has it.
    pub date: String,
    /// The words that it is anchored to, on one line; empty where it is anchored to its address alone.
    pub quote: String,
    pub text: String,
    /// Of its heading; 1-based.
    pub line: usize,
}

impl Note {
    #[must_use]
    pub fn briefing(&self) -> &str {
        self.address.split(['#', '/']).next().unwrap_or_default()
    }
}

#[derive(Debug, Default)]
pub struct Notes {
    /// `None` where no notes are kept.
    pub shelf: Option<Shelf>,
    all: Vec<Note>,
    /// From an address to indices of `all`.
    index: HashMap<String, Vec<usize>>,
    /// What could not be read, in words.
    pub problems: Vec<String>,
}

impl Notes {
    /// Not read yet.
    #[must_use]
    pub fn at(shelf: Option<Shelf>) -> Self {
        Self { shelf, ..Self::default() }
    }

    /// Some of them, as if there were no others.
    #[must_use]
    pub fn only(&self, is_one: impl Fn(&Note) -> bool) -> Self {
        let mut only = Self::at(self.shelf.clone());
        self.all.iter().filter(|note| is_one(note)).for_each(|note| only.push(note.clone()));
        only
    }

    /// They differ in marks at most.
    #[must_use]
    pub fn has_same_texts(&self, others: &Self) -> bool {
        fn texts(notes: &Notes) -> impl Iterator<Item = [&str; 4]> {
            notes
                .all()
                .iter()
                .filter(|note| !note.is_mark)
                .map(|note| [&note.address, &note.date, &note.quote, &note.text].map(String::as_str))
        }
        texts(self).eq(texts(others))
    }

    /// There is nothing to show, not even a problem.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.problems.is_empty()
    }

    /// A file that cannot be read is a problem, and the others are read all the same.
    #[must_use]
    pub fn read(shelf: Shelf) -> Self {
        let mut notes = Self::default();
        files::sweep(&shelf.folder);
        if let Some(root) = &shelf.of {
            owner::claim(&shelf.folder, root);
        }
        for path in shelf.files() {
            match files::read(&path, LARGEST) {
                Ok(bytes) => notes.take(&bytes),
                Err(why) => {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    notes.problems.push(format!("The notes in {name} are not shown: the file {why}."));
                }
            }
        }
        notes.shelf = Some(shelf);
        notes
    }

    fn take(&mut self, bytes: &[u8]) {
        let found = file::sections(bytes, MOST_NOTES).into_iter().filter(|section| section.kind != SectionKind::Deleted);
        for section in found {
            let file::Section { kind, address, date, quote, text, line, .. } = section;
            self.push(Note { is_mark: kind == SectionKind::Mark, address, date, quote, text, line });
        }
    }

    fn push(&mut self, note: Note) {
        self.index.entry(note.address.clone()).or_default().push(self.all.len());
        self.all.push(note);
    }

    /// By file, and in the order of each.
    #[must_use]
    pub fn all(&self) -> &[Note] {
        &self.all
    }
}

/// Makes a change on the disk and reads the notes anew. The folder is locked meanwhile, and what others have written since
/// the notes were read stays.
///
/// # Errors
///
/// Why the change is not on the disk; what was there is still there.
pub fn keep(shelf: &Shelf, change: &Change) -> Result<Notes, String> {
    let _lock = files::lock(&shelf.folder).map_err(|error| plain(&error))?;
    let path = shelf.file(&change.briefing);
    let bytes = match fs::symlink_metadata(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        _ => files::read(&path, LARGEST).map_err(|why| format!("the file of notes {why}"))?,
    };
    match file::changed(&bytes, change) {
        Changed::Bytes(bytes) if bytes.len() as u64 > LARGEST => {
            return Err(format!("the file of notes would be larger than {} MB", LARGEST >> 20));
        }
        Changed::Bytes(bytes) => files::write(&path, &bytes).map_err(|error| plain(&error))?,
        Changed::Nothing => {}
        Changed::Elsewhere => return Err("the note was changed by another program meanwhile".to_owned()),
    }
    Ok(Notes::read(shelf.clone()))
}

/// Puts the notes on a briefing that is called otherwise now on its new name, `new` telling the addresses; where there are
/// notes under that name already, they stay where they are.
///
/// # Errors
///
/// Why they are as they were.
pub fn carry(shelf: &Shelf, from: &str, to: &str, new: impl Fn(&str) -> Option<String>) -> Result<(), String> {
    let (old, path) = (shelf.file(from), shelf.file(to));
    if !old.exists() || path.exists() {
        return Ok(());
    }
    let _lock = files::lock(&shelf.folder).map_err(|error| plain(&error))?;
    let bytes = files::read(&old, LARGEST).map_err(|why| format!("the file of notes {why}"))?;
    files::write(&path, &file::readdressed(&bytes, new)).map_err(|error| plain(&error))?;
    fs::remove_file(&old).map_err(|error| plain(&error))
}
