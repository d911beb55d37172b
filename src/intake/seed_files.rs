//! Where a source stands in its library: `seeds/NAME.txt` are its words, `seeds/originals/` holds the document that they were
//! taken of, and beside it how. Nothing that is there is ever replaced.

use super::kind::Kind;
use super::sandbox::LARGEST_TEXT;
use super::taken::{Stated, Taken};
use crate::briefing::{Digest, SourceText};
use crate::personal::files::{read, write_new_for_others};
use crate::text::os_error::{plain, without_number};
use serde::Serialize;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const TEXTS: &str = "seeds";
const ORIGINALS: &str = "seeds/originals";
/// In letters of a name.
const LONGEST: usize = 60;
/// How deep folders of texts may stand in each other.
const DEEPEST: usize = 16;
/// So many other names are tried.
const OTHERS: usize = 10_000;

/// A document that is to stand in a library.
pub struct Document<'d> {
    pub name: &'d str,
    pub bytes: &'d [u8],
    pub kind: Kind,
    /// As its own name has it.
    pub ending: Option<&'d str>,
}

/// What stands in the library, by the paths in it.
pub struct Kept {
    pub file: String,
    /// `None` where the document is a text that stood there by itself.
    pub original: Option<String>,
    pub sha256: Digest,
    /// The words, which may be older ones than those that were just taken.
    pub text: SourceText,
    /// It was there, with these very bytes.
    pub was_there: bool,
}

/// What is kept beside an original.
#[derive(Serialize)]
struct Record<'r> {
    original: Held<'r>,
    text: Held<'r>,
    kind: String,
    read_by: &'r str,
    taken_in_by: &'static str,
    stated: &'r Stated,
    left_out_or_changed: &'r [String],
}

#[derive(Serialize)]
struct Held<'r> {
    file: &'r str,
    sha256: String,
    bytes: usize,
}

/// A name for files: small letters and digits of any script, and hyphens; `None` where nothing of it is left.
#[must_use]
pub fn name_of(words: &str) -> Option<String> {
    let hyphened: String = words.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = hyphened.split('-').filter(|part| !part.is_empty()).collect();
    let name: String = parts.join("-").chars().take(LONGEST).collect();
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

/// Puts a document and what was taken of it into a library.
///
/// # Errors
///
/// What cannot be written or read, and why.
pub fn keep(library: &Path, document: &Document<'_>, taken: &Taken) -> Result<Kept, String> {
    make_folders(library)?;
    loop {
        let originals = originals(library)?;
        let there = same(&originals, document.bytes);
        if there.is_none()
            && matches!(document.kind, Kind::Text | Kind::Markdown)
            && let Some(file) = text_of_bytes(library, TEXTS, document.bytes, DEEPEST)
        {
            let text = SourceText::new(text_at(library, &file)?);
            return Ok(Kept { sha256: Digest::of(&text), text, was_there: true, file, original: None });
        }
        let is_new = there.is_none();
        let (name, original) = there.map_or_else(|| place(library, &originals, document), Ok)?;
        let file = format!("{TEXTS}/{name}.txt");
        let was_there = write(library, &file, taken.text.as_bytes())? == Written::WasThere;
        let text = if was_there { text_at(library, &file)? } else { taken.text.clone() };
        if is_new && text != taken.text {
            // Another program has just taken the name.
            fs::remove_file(library.join(&original)).map_err(|error| format!("{original}: {}", plain(&error)))?;
            continue;
        }
        let text = SourceText::new(text);
        let kept = Kept { sha256: Digest::of(&text), text, was_there, file, original: Some(original.clone()) };
        if !was_there {
            write(library, &format!("{ORIGINALS}/{name}.json"), &record(&kept, &original, document, taken)?)?;
        }
        return Ok(kept);
    }
}

fn text_at(library: &Path, file: &str) -> Result<String, String> {
    let bytes = read(&library.join(file), LARGEST_TEXT).map_err(|why| format!("{file} {why}"))?;
    String::from_utf8(bytes).map_err(|_| format!("{file} is no text in UTF-8"))
}

/// What the document stated of itself that a text of the library was taken of, as the record beside the original has it.
#[must_use]
pub fn stated_of(library: &Path, file: &str) -> Option<Stated> {
    let name = file.strip_prefix(TEXTS)?.strip_prefix('/')?.strip_suffix(".txt")?;
    let record = read(&library.join(format!("{ORIGINALS}/{name}.json")), LARGEST_TEXT).ok()?;
    let mut record: serde_json::Value = serde_json::from_slice(&record).ok()?;
    serde_json::from_value(record.get_mut("stated")?.take()).ok()
}

fn record(kept: &Kept, original: &str, document: &Document<'_>, taken: &Taken) -> Result<Vec<u8>, String> {
    let held = |file, sha256: Digest, bytes| Held { file, sha256: sha256.to_string(), bytes };
    let record = Record {
        original: held(original, Digest::of_bytes(document.bytes), document.bytes.len()),
        text: held(&kept.file, kept.sha256, taken.text.len()),
        kind: document.kind.to_string(),
        read_by: &taken.reader,
        taken_in_by: concat!("bluf ", env!("CARGO_PKG_VERSION")),
        stated: &taken.stated,
        left_out_or_changed: &taken.left,
    };
    let mut json = serde_json::to_vec_pretty(&record).map_err(|error| error.to_string())?;
    json.push(b'\n');
    Ok(json)
}

/// A source that lies outside its library is not read, so none is put there.
fn make_folders(library: &Path) -> Result<(), String> {
    let folder = library.join(ORIGINALS);
    let failed = |error: io::Error| format!("{}: {}", folder.display(), plain(&error));
    fs::create_dir_all(&folder).map_err(failed)?;
    let (real, library) = (fs::canonicalize(&folder).map_err(failed)?, fs::canonicalize(library).map_err(failed)?);
    if real.starts_with(library) { Ok(()) } else { Err(format!("{} leads out of the library", folder.display())) }
}

/// The name and the path of an original with these bytes.
fn same(originals: &[PathBuf], bytes: &[u8]) -> Option<(String, String)> {
    originals.iter().find_map(|path| {
        let is_long_as = fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() == bytes.len() as u64);
        let (stem, name) = path.file_stem().and_then(|stem| stem.to_str()).zip(path.file_name().and_then(|name| name.to_str()))?;
        let is_same = is_long_as && read(path, bytes.len() as u64).is_ok_and(|there| there == bytes);
        is_same.then(|| (stem.to_owned(), format!("{ORIGINALS}/{name}")))
    })
}

/// A file with these bytes, in a folder or in one in it.
fn text_of_bytes(library: &Path, folder: &str, bytes: &[u8], depth: usize) -> Option<String> {
    let mut names: Vec<fs::DirEntry> = fs::read_dir(library.join(folder)).ok()?.flatten().collect();
    names.sort_by_key(fs::DirEntry::file_name);
    names.into_iter().find_map(|entry| {
        let path = format!("{folder}/{}", entry.file_name().to_str()?);
        let kind = entry.file_type().ok()?;
        if kind.is_dir() {
            return text_of_bytes(library, &path, bytes, depth.checked_sub(1).filter(|_| path != ORIGINALS)?);
        }
        let is_long_as = kind.is_file() && entry.metadata().is_ok_and(|file| file.len() == bytes.len() as u64);
        (is_long_as && read(&entry.path(), bytes.len() as u64).is_ok_and(|there| there == bytes)).then_some(path)
    })
}

fn originals(library: &Path) -> Result<Vec<PathBuf>, String> {
    let folder = library.join(ORIGINALS);
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {}", folder.display(), without_number(&error.to_string())))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "json"));
    paths.sort();
    Ok(paths)
}

/// Writes the original under the first name that is free; that name and the path.
fn place(library: &Path, originals: &[PathBuf], document: &Document<'_>) -> Result<(String, String), String> {
    let ending = document.ending.filter(|ending| Kind::by_ending(ending) == Some(document.kind));
    let ending = ending.map_or_else(|| document.kind.ending().to_owned(), str::to_ascii_lowercase);
    for number in 1..=OTHERS {
        let name = if number == 1 { document.name.to_owned() } else { format!("{}-{number}", document.name) };
        let is_taken = |path: &PathBuf| path.file_stem().is_some_and(|stem| stem == name.as_str());
        if originals.iter().any(is_taken) || library.join(format!("{TEXTS}/{name}.txt")).symlink_metadata().is_ok() {
            continue;
        }
        let path = format!("{ORIGINALS}/{name}.{ending}");
        if write(library, &path, document.bytes)? == Written::Now {
            return Ok((name, path));
        }
    }
    Err(format!("{OTHERS} sources are called {}: name it with --name", document.name))
}

#[derive(PartialEq, Eq)]
enum Written {
    Now,
    WasThere,
}

fn write(library: &Path, path: &str, bytes: &[u8]) -> Result<Written, String> {
    match write_new_for_others(&library.join(path), bytes) {
        Ok(()) => Ok(Written::Now),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(Written::WasThere),
        Err(error) => Err(format!("{path} cannot be written: {}", plain(&error))),
    }
}
