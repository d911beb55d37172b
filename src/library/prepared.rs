//! What briefings and their sources say, kept in the cache: whoever finds the same texts again reads no YAML and splits no
//! sentences before the first frame. What is kept holds the texts themselves, and counts only for them.

use super::edition_before::EditionBefore;
use super::freshness::Content;
use crate::briefing::change::FormerId;
use crate::briefing::{Briefing, SourceText};
use crate::personal::files::{self, read, write};
use crate::personal::last_place::name_of;
use crate::text::hash::{hash_of, lasting};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Another program may read more or less out of the same text.
const PROGRAM: &str = env!("BLUF_READER");
/// In bytes, of one briefing.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The folder of a library in the cache: a file a briefing.
#[derive(Debug, Clone)]
pub struct PreparedForms {
    folder: PathBuf,
}

/// The head of a file: for whom it is, what it was made of, and the hash of the rest. A cache may be cut or have rotted, and a
/// place that lies beyond its text is no place.
#[derive(Serialize, Deserialize)]
struct Head<'a> {
    program: &'a str,
    read: Vec<Content>,
    seal: u64,
}

/// What a file was made of, and the rest of it, if this program has written it and it is whole.
fn opened(bytes: &[u8]) -> Option<(Vec<Content>, &[u8])> {
    let (Head { program, read, seal }, rest) = postcard::take_from_bytes(bytes).ok()?;
    (program == PROGRAM && seal == hash_of(rest)).then_some((read, rest))
}

#[derive(Serialize)]
pub struct Form<'a> {
    pub text: &'a str,
    pub briefing: &'a Briefing,
    pub sources: Vec<(&'a str, &'a SourceText)>,
    /// The edition before, with its own text.
    pub before: Option<(&'a str, &'a Briefing, &'a [FormerId])>,
}

/// The same, read.
#[derive(Debug, Deserialize)]
pub struct Prepared {
    text: String,
    briefing: Briefing,
    beside: Beside,
}

impl Prepared {
    /// What the text of the briefing's file says, if that is what it was made of; else nothing of it counts.
    #[must_use]
    pub fn of(self, text: &str) -> Option<(Briefing, Beside)> {
        (self.text == text).then_some((self.briefing, self.beside))
    }
}

/// What a briefing was read beside. Each part is given away once.
#[derive(Debug, Default, Deserialize)]
pub struct Beside {
    sources: RefCell<Vec<(String, SourceText)>>,
    before: RefCell<Option<(String, Briefing, Vec<FormerId>)>>,
}

impl Beside {
    #[must_use]
    pub fn source(&self, path: &str, text: &str) -> Option<Arc<SourceText>> {
        let mut sources = self.sources.borrow_mut();
        let at = sources.iter().position(|(other, source)| other == path && source.is_of(text))?;
        Some(Arc::new(sources.swap_remove(at).1))
    }

    #[must_use]
    pub fn before(&self, text: &str) -> Option<EditionBefore> {
        let (_, briefing, former_ids) = self.before.take().filter(|(own, ..)| own == text)?;
        Some(EditionBefore { briefing, former_ids })
    }
}

impl PreparedForms {
    /// `None`: there is no home.
    #[must_use]
    pub fn of(library: &str) -> Option<Self> {
        Some(Self::within(&files::Folder::Cache.path()?, library))
    }

    /// The same in a cache.
    #[must_use]
    pub fn within(cache: &Path, library: &str) -> Self {
        Self { folder: cache.join("prepared").join(name_of(library)) }
    }

    fn name(briefing: &str) -> String {
        format!("{:012x}", lasting([briefing]))
    }

    /// What was kept of the briefing at a path of the library.
    #[must_use]
    pub fn find(&self, briefing: &str) -> Option<Prepared> {
        let bytes = read(&self.folder.join(Self::name(briefing)), LARGEST).ok()?;
        postcard::from_bytes(opened(&bytes)?.1).ok()
    }

    /// Keeps what a briefing says, if it is not kept yet; the bytes that it takes. What cannot be written is read again by the next
    /// start.
    #[must_use]
    pub fn put<'a>(&self, briefing: &str, made_of: Vec<Content>, form: impl FnOnce() -> Option<Form<'a>>) -> Option<u64> {
        let path = self.folder.join(Self::name(briefing));
        if let Ok(bytes) = read(&path, LARGEST)
            && opened(&bytes).is_some_and(|(read, _)| read == made_of)
        {
            return Some(bytes.len() as u64);
        }
        let rest = postcard::to_allocvec(&form()?).ok()?;
        let head = Head { program: PROGRAM, read: made_of, seal: hash_of(&*rest) };
        let bytes = [postcard::to_allocvec(&head).ok()?, rest].concat();
        write(&path, &bytes).ok()?;
        Some(bytes.len() as u64)
    }

    /// Lets go of all; false where there was nothing.
    #[must_use]
    pub fn drop(&self) -> bool {
        fs::remove_dir_all(&self.folder).is_ok()
    }

    /// Lets go of all but these briefings.
    pub fn keep_only(&self, briefings: &[&str]) {
        let kept: Vec<String> = briefings.iter().map(|briefing| Self::name(briefing)).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if !kept.iter().any(|name| entry.file_name() == **name) {
                // What cannot be removed does no harm where it is.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}
