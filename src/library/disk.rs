//! Reading a library from a folder, or one briefing of it from a file.

use super::entry::{Entry, FileText};
use super::world::World;
use crate::briefing::spanned::Span;
use crate::briefing::{Finding, SourceText};
use crate::text::failure::without_number;
use crate::text::lines::Lines;
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The largest source text that is read, in bytes; one rarely has a million.
const LARGEST: u64 = 16 * 1024 * 1024;
/// The largest briefing that is read, in bytes; one of a hundred claims has some fifty thousand.
const LARGEST_BRIEFING: u64 = 4 * 1024 * 1024;
/// How deep folders of briefings may stand in each other.
const DEEPEST: usize = 16;

/// Opens a library: a folder, or one briefing of the library it stands in.
///
/// # Errors
///
/// There is nothing at `path`, it cannot be read, or the folder holds no briefing. A broken briefing is no error: it
/// opens as its findings.
pub fn open(path: &Path) -> Result<World> {
    open_telling(path, |_, _| ())
}

/// The same; `progress` hears after each briefing how many are read, and of how many.
///
/// # Errors
///
/// As [`open`].
pub fn open_telling(path: &Path, progress: impl Fn(usize, usize) + Sync) -> Result<World> {
    let kind = fs::metadata(path).with_context(|| format!("cannot open {}", path.display()))?;
    if kind.is_dir() {
        let files = briefings_of(path)?;
        if files.is_empty() {
            bail!("{} holds no briefing: expected *.yaml in it, or in its folder `briefings`", path.display());
        }
        let done = AtomicUsize::new(0);
        let read = |file: &PathBuf| {
            let entry = read_entry(file, path);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            entry
        };
        // A single briefing is not worth a second thread.
        let entries = if files.len() < 4 { files.iter().map(read).collect() } else { files.par_iter().map(read).collect() };
        return Ok(World::new(entries));
    }
    if !kind.is_file() {
        bail!("{} is no file and no folder: expected a briefing or a library", path.display());
    }
    Ok(World::new(vec![read_entry(path, &library_of(path))]))
}

/// The folder of the library that `path` opens, without links where it is there.
#[must_use]
pub fn root_of(path: &Path) -> PathBuf {
    if path.is_dir() { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { library_of(path) }
}

/// The library that a briefing stands in: the nearest ancestor that holds it under `briefings/`, else its own folder.
fn library_of(file: &Path) -> PathBuf {
    let absolute = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let under_briefings = absolute.ancestors().skip(1).find(|folder| folder.file_name().is_some_and(|name| name == "briefings"));
    let library = under_briefings.and_then(Path::parent).or_else(|| absolute.parent());
    library.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The files of a library's briefings, sorted.
fn briefings_of(library: &Path) -> Result<Vec<PathBuf>> {
    let folder = library.join("briefings");
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(&folder, DEEPEST, &mut files)?;
    } else {
        collect(library, 0, &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read the folder {}", folder.display()))?;
        let path = entry.path();
        // `file_type` does not follow links, so a link to a folder above cannot make a loop.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            // A folder that cannot be read is listed as what it is, and the others still open.
            if depth > 0 && collect(&path, depth - 1, files).is_err() {
                files.push(path);
            }
        } else if path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml") {
            files.push(path);
        }
    }
    Ok(())
}

fn read_entry(path: &Path, library: &Path) -> Entry {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let source = |file: &str| -> Result<Arc<SourceText>, String> {
        let inside = inside(library, file)?;
        read_bytes(&inside, LARGEST)
            .and_then(|bytes| match text_of(bytes) {
                FileText { text, problem: None, .. } => Ok(Arc::new(SourceText::new(text.into_owned()))),
                FileText { problem: Some(problem), .. } => Err(problem.message.trim_start_matches("the file ").to_owned()),
            })
            .map_err(|why| format!("`{file}` {why}"))
    };
    let file = match read_bytes(path, LARGEST_BRIEFING) {
        Ok(bytes) => without_mark(text_of(bytes)),
        Err(why) => FileText {
            text: Cow::Borrowed(""),
            problem: Some(Finding::new("yaml/encoding", "", Span::default(), format!("the file {why}"))),
            prepared: None,
        },
    };
    Entry::new(path.display().to_string(), &stem, file, source).on_disk(path)
}

/// The path of a source's file, if it stays in the library.
fn inside(library: &Path, file: &str) -> Result<PathBuf, String> {
    let leaves = || format!("`{file}` leaves the library");
    let relative = Path::new(file);
    let mut depth = 0_usize;
    for part in relative.components() {
        match part {
            Component::Normal(_) => depth += 1,
            Component::CurDir => {}
            Component::ParentDir => depth = depth.checked_sub(1).ok_or_else(leaves)?,
            Component::RootDir | Component::Prefix(_) => return Err(leaves()),
        }
    }
    let path = library.join(relative);
    // A link may point anywhere: what counts is where it ends.
    match (fs::canonicalize(&path), fs::canonicalize(library)) {
        (Ok(real), Ok(library)) if real.starts_with(&library) => Ok(real),
        (Ok(_), _) => Err(leaves()),
        (Err(error), _) => Err(format!("`{file}` cannot be read: {}", plain(&error))),
    }
}

/// The bytes of a file, or why there are none; the words follow the file's name.
fn read_bytes(path: &Path, largest: u64) -> Result<Vec<u8>, String> {
    let kind = fs::metadata(path).map_err(|error| format!("cannot be read: {}", plain(&error)))?;
    if kind.is_dir() {
        return Err("is a folder, and cannot be read".to_owned());
    }
    // Opening a pipe would wait for someone to write to it.
    if !kind.is_file() {
        return Err("is no regular file".to_owned());
    }
    if kind.len() > largest {
        return Err(format!("is larger than {} MiB", largest >> 20));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(largest).read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|error| format!("cannot be read: {}", plain(&error)))
}

/// An input or output error without the number behind it.
fn plain(error: &std::io::Error) -> String {
    without_number(&error.to_string()).to_lowercase()
}

/// The text of a file; of bytes that are no UTF-8, what could be read and where it ends.
fn text_of(bytes: Vec<u8>) -> FileText {
    let (text, problem) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            let byte = error.as_bytes()[valid];
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            let at = Lines::new(&text).position(valid);
            let message = format!("the file is not UTF-8: byte {byte:#04x} at line {}, column {} (byte {valid})", at.line, at.column);
            let span = Span { start: valid, end: valid + '\u{fffd}'.len_utf8() };
            (text, Some(Finding::new("yaml/encoding", "", span, message).hint("save the file as UTF-8")))
        }
    };
    FileText { text: text.into(), problem, prepared: None }
}

/// The same without a byte order mark.
fn without_mark(file: FileText) -> FileText {
    match file.text.strip_prefix('\u{feff}') {
        Some(rest) if file.problem.is_none() => FileText { text: rest.to_owned().into(), ..file },
        _ => file,
    }
}
