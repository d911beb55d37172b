//! Reading a library from a folder, or one briefing of it from a file.

use super::briefings::Library;
use super::held::{FileText, HeldBriefing};
use crate::briefing::{Finding, SourceText};
use crate::text::failure::without_number;
use crate::text::lines::Lines;
use crate::yaml::spanned::Span;
use anyhow::{Context, Result, bail};
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::HashMap;
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
pub fn open(path: &Path) -> Result<Library> {
    open_telling(path, |_, _| ())
}

/// The same; `progress` hears after each briefing how many are read, and of how many.
///
/// # Errors
///
/// As [`open`].
pub fn open_telling(path: &Path, progress: impl Fn(usize, usize) + Sync) -> Result<Library> {
    let kind = fs::metadata(path).with_context(|| format!("cannot open {}", path.display()))?;
    if kind.is_dir() {
        let files = briefings_of(path)?;
        let done = AtomicUsize::new(0);
        let read = |file: &PathBuf| {
            let entry = read_entry(file, path);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            entry
        };
        // A single briefing is not worth a second thread.
        let entries = if files.len() < 4 { files.iter().map(read).collect() } else { files.par_iter().map(read).collect() };
        return Ok(Library::new(entries));
    }
    if !kind.is_file() {
        bail!("{} is no file and no folder: expected a briefing or a library", path.display());
    }
    Ok(Library::new(vec![read_entry(path, &library_of(path))]))
}

/// The folder of the library that `path` opens, without links where it is there.
#[must_use]
pub fn root_of(path: &Path) -> PathBuf {
    if path.is_dir() { fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { library_of(path) }
}

/// What has changed on disk since `before` was read: a library of what is as it was and of what is new, all of it checked;
/// none where nothing is new. Only the briefings that `may_have_changed` names are read again, and those that are new to
/// the folder. Of a file that cannot be read any more the last good version stays.
///
/// # Errors
///
/// As [`open`].
pub fn renew(path: &Path, before: &Library, may_have_changed: impl Fn(&HeldBriefing) -> bool + Sync) -> Result<Option<Library>> {
    let kind = fs::metadata(path).with_context(|| format!("cannot open {}", path.display()))?;
    let (library, files) = if kind.is_dir() { (path.to_owned(), briefings_of(path)?) } else { (library_of(path), vec![path.to_owned()]) };
    let known: HashMap<&Path, &Arc<HeldBriefing>> =
        before.entries().iter().filter_map(|entry| Some((entry.on_disk.as_deref()?, entry))).collect();
    let renewed: Vec<Renewed> = files
        .par_iter()
        .map(|file| match known.get(&**file) {
            Some(entry) => renewed(before, entry, may_have_changed(entry), file, &library),
            None => Renewed { entry: checked(read_entry(file, &library)), broken: None },
        })
        .collect();
    let (mut entries, broken): (Vec<Arc<HeldBriefing>>, Vec<_>) =
        renewed.into_iter().map(|renewed| (renewed.entry, renewed.broken)).unzip();
    let broken: Vec<Arc<HeldBriefing>> = broken.into_iter().flatten().collect();
    let same = |one: &[Arc<HeldBriefing>], other: &[Arc<HeldBriefing>]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
    };
    if same(&entries, before.entries()) && same(&broken, before.broken()) {
        return Ok(None);
    }
    // Who has an id that stands twice is named anew, and that is not done to what others look at.
    let mut ids: HashMap<String, usize> = HashMap::new();
    for entry in &entries {
        *ids.entry(entry.resolved.briefing.id.clone()).or_default() += 1;
    }
    for (entry, file) in entries.iter_mut().zip(&files) {
        let twice = ids.get(&entry.resolved.briefing.id).is_some_and(|times| *times > 1);
        if (twice || entry.id != entry.resolved.briefing.id) && Arc::strong_count(entry) > 1 {
            *entry = Arc::new(read_entry(file, &library));
        }
    }
    Ok(Some(Library::with_broken(entries, broken)))
}

/// A briefing that was looked at again.
struct Renewed {
    /// What is shown.
    entry: Arc<HeldBriefing>,
    /// What the file holds, where that cannot be read and the last good version is shown.
    broken: Option<Arc<HeldBriefing>>,
}

/// Looks at the file of a briefing again, if it may have changed.
fn renewed(before: &Library, entry: &Arc<HeldBriefing>, may_have_changed: bool, file: &Path, library: &Path) -> Renewed {
    let kept = before.broken().iter().find(|broken| broken.path == entry.path);
    let saved = kept.unwrap_or(entry);
    if !may_have_changed || is_as_read(saved, file, library) {
        return Renewed { entry: Arc::clone(entry), broken: kept.cloned() };
    }
    if is_as_read(entry, file, library) {
        return Renewed { entry: Arc::clone(entry), broken: None };
    }
    let mut new = read_entry(file, library);
    if new.is_whole() || !entry.is_whole() {
        return Renewed { entry: checked(new), broken: None };
    }
    new.id.clone_from(&entry.id);
    Renewed { entry: Arc::clone(entry), broken: Some(checked(new)) }
}

/// The rules run here, so that nobody who looks at the new version waits for them.
fn checked(entry: HeldBriefing) -> Arc<HeldBriefing> {
    let _ = entry.report();
    Arc::new(entry)
}

/// All files that a briefing was read from hold what they held then.
fn is_as_read(entry: &HeldBriefing, file: &Path, library: &Path) -> bool {
    let briefing = briefing_text(file);
    let as_before = |(path, before): &(String, Result<Arc<SourceText>, String>)| match (source_text(library, path), before) {
        (Ok(now), Ok(before)) => now.as_bytes().iter().eq(before.stored().into_iter().flatten()),
        (Err(now), Err(before)) => now == *before,
        _ => false,
    };
    entry.has_text(&briefing) && entry.reads.iter().all(as_before)
}

/// The library that a briefing stands in: the nearest ancestor that holds it under `briefings/`, else its own folder.
#[must_use]
pub fn library_of(file: &Path) -> PathBuf {
    let absolute = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let under_briefings = absolute.ancestors().skip(1).find(|folder| folder.file_name().is_some_and(|name| name == "briefings"));
    let library = under_briefings.and_then(Path::parent).or_else(|| absolute.parent());
    library.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// The files of a library's briefings, sorted; there is one at least.
fn briefings_of(library: &Path) -> Result<Vec<PathBuf>> {
    let folder = library.join("briefings");
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(&folder, DEEPEST, &mut files)?;
    } else {
        collect(library, 0, &mut files)?;
    }
    if files.is_empty() {
        bail!("{} holds no briefing: expected *.yaml in it, or in its folder `briefings`", library.display());
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
        } else if is_briefing(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// The file is a briefing by its name. Names that begin with a dot are of editors that are at work beside it.
#[must_use]
pub fn is_briefing(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

fn read_entry(path: &Path, library: &Path) -> HeldBriefing {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let source = |file: &str| source_text(library, file).map(|text| Arc::new(SourceText::new(text)));
    HeldBriefing::new(path.display().to_string(), &stem, briefing_text(path), source).on_disk(path)
}

/// The text of a briefing's file.
fn briefing_text(path: &Path) -> FileText {
    match read_bytes(path, LARGEST_BRIEFING) {
        Ok(bytes) => without_mark(text_of(bytes)),
        Err(why) => FileText {
            text: Cow::Borrowed(""),
            problem: Some(Finding::new("yaml/encoding", "", Span::default(), format!("the file {why}"))),
            prepared: None,
        },
    }
}

/// The whole text of another file of the library, or why there is none.
fn source_text(library: &Path, file: &str) -> Result<String, String> {
    let inside = inside(library, file)?;
    read_bytes(&inside, LARGEST)
        .and_then(|bytes| match text_of(bytes) {
            FileText { text, problem: None, .. } => Ok(text.into_owned()),
            FileText { problem: Some(problem), .. } => Err(problem.message.trim_start_matches("the file ").to_owned()),
        })
        .map_err(|why| format!("`{file}` {why}"))
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
