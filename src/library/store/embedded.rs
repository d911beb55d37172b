//! The library that is compiled into the program.

use super::folder::briefings_of;
use super::{File, Listener, Stamp, Store};
use crate::briefing::SourceText;
use crate::library::file_text::FileText;
use anyhow::Result;
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

#[derive(Debug)]
pub struct EmbeddedFile {
    pub path: &'static str,
    pub text: &'static str,
    /// What the build script made of it: of a briefing what it says, of a source the sentences.
    prepared: &'static [u8],
}

macro_rules! file {
    ($folder:literal, $name:literal) => {
        EmbeddedFile {
            path: concat!($folder, "/", $name),
            text: include_str!(concat!("../../../", $folder, "/", $name)),
            prepared: include_bytes!(concat!(env!("OUT_DIR"), "/", $name)),
        }
    };
}

/// Every file of the embedded library. A test compares it with the folders.
pub static FILES: &[EmbeddedFile] = &[file!("briefings", "russia-iran-treaty.yaml"), file!("seeds", "russia-iran-treaty.txt")];

const NAME: &str = "built-in";

/// The briefings as the build has prepared them: the path, the name without ending, and the text of each.
pub fn briefings() -> impl Iterator<Item = (&'static str, &'static str, FileText)> {
    FILES.iter().filter_map(|file| {
        let stem = file.path.strip_prefix("briefings/")?.strip_suffix(".yaml")?;
        let prepared = postcard::from_bytes(file.prepared).ok().flatten();
        Some((file.path, stem, FileText { text: Cow::Borrowed(file.text), problem: None, prepared }))
    })
}

/// The source with a path as the build has prepared it.
///
/// # Errors
///
/// There is none with that path.
pub fn source(path: &str) -> Result<Arc<SourceText>, String> {
    let file = FILES.iter().find(|file| file.path == path && path.starts_with("seeds/"));
    let file = file.ok_or_else(|| format!("`{path}` is not in the embedded library"))?;
    let text = postcard::from_bytes(file.prepared).unwrap_or_else(|_| SourceText::new(file.text.to_owned()));
    Ok(Arc::new(text))
}

/// The library at a path holds these files and no other briefing.
#[must_use]
pub fn is_copied_in(library: &Path) -> bool {
    let same = |file: &EmbeddedFile| holds(&library.join(file.path), file.text.as_bytes()).unwrap_or(false);
    let known = |path: &Path| FILES.iter().any(|file| path == Path::new(file.path));
    library.join("briefings").is_dir()
        && FILES.iter().all(same)
        && briefings_of(library).is_ok_and(|all| all.iter().all(|path| known(path)))
}

/// Read piece by piece: it is asked before the first frame, and what is not kept costs no memory.
fn holds(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = fs::File::open(path)?;
    let (mut piece, mut rest) = ([0; 8192], bytes);
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(rest.is_empty()),
            length => match rest.strip_prefix(&piece[..length]) {
                Some(behind) => rest = behind,
                None => return Ok(false),
            },
        }
    }
}

/// The embedded library as a store. The program opens it as the build has prepared it, which is faster, and asks none of
/// this before the first frame.
#[derive(Debug)]
pub struct Embedded;

impl Store for Embedded {
    fn list(&self) -> Result<Vec<String>> {
        Ok(FILES.iter().map(|file| file.path.to_owned()).filter(|path| path.starts_with("briefings/")).collect())
    }

    fn read(&self, file: &File) -> Result<Vec<u8>, String> {
        let (File::Briefing(path) | File::Source(path)) = file;
        let file = FILES.iter().find(|file| file.path == path);
        file.map(|file| file.text.as_bytes().to_vec()).ok_or_else(|| "is not in the embedded library".to_owned())
    }

    fn stamp(&self, _: &File) -> Option<Stamp> {
        Some(Stamp::of(env!("CARGO_PKG_VERSION")))
    }

    fn watch(&self, _: &dyn Listener) {}

    fn place(&self) -> String {
        NAME.to_owned()
    }

    fn name(&self) -> String {
        NAME.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_that_the_program_was_built_from_holds_what_is_built_in() {
        assert!(is_copied_in(Path::new(env!("CARGO_MANIFEST_DIR"))));
        assert!(!is_copied_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/desk")));
    }
}
