//! The file of what was read of a library: a line a change, and the last on a briefing counts.

use super::before::ReadBefore;
use super::edition::{Change, Edition, Part, Parts};
use crate::own::files::{self, Folder, Unread};
use crate::own::notes::file::{decoded, encoded};
use crate::own::state::name_of;
use crate::text::failure::without_number;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// In bytes: some hundred thousand briefings.
const LARGEST: u64 = 64 * 1024 * 1024;
/// A longer one is read again once it is written, and that shortens it.
const LONG: u64 = LARGEST / 4;
/// A file with fewer lines that no longer count is left as it is.
const FEW: usize = 500;
const READ: &str = "read";
const UNREAD: &str = "unread";

/// There is no file where there is no home.
#[must_use]
pub fn path_of(place: &str) -> Option<PathBuf> {
    Some(Folder::State.path()?.join("read").join(name_of(place) + ".txt"))
}

/// What is in a file, and why it is not known where that is so: nothing is written then either, for nobody knows what would be
/// lost.
#[must_use]
pub fn read(path: &Path) -> (ReadBefore, Option<String>) {
    let bytes = match files::read(path, LARGEST) {
        Ok(bytes) => bytes,
        Err(Unread::Missing) => Vec::new(),
        Err(why) => return (ReadBefore::default(), Some(format!("What you have read is not known: its file {why}."))),
    };
    let (mut changes, mut foreign) = (Vec::new(), String::new());
    for line in String::from_utf8_lossy(&bytes).lines() {
        match parsed(line) {
            Some(change) => changes.push(change),
            None => foreign += &format!("{line}\n"),
        }
    }
    let lines = changes.len();
    let mut before = ReadBefore::known(path, changes, bytes.len() as u64);
    if lines > 2 * before.count() + FEW {
        before.length = shorten(path, &before, foreign).unwrap_or(before.length);
    }
    (before, None)
}

/// Leaves out the lines that no longer count, unless somebody has written meanwhile. What nobody understands stays.
fn shorten(path: &Path, before: &ReadBefore, foreign: String) -> Option<u64> {
    let _lock = files::lock(path.parent()?).ok()?;
    if length(path) != before.length {
        return None;
    }
    let change = |(id, edition): (&str, &Edition)| Change { briefing: id.to_owned(), read: Some(edition.clone()) };
    let text = before.all().fold(foreign, |text, one| text + &line(&change(one)));
    files::write(path, text.as_bytes()).ok()?;
    Some(text.len() as u64)
}

fn length(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |kind| kind.len())
}

/// Other programs have written in it since.
#[must_use]
pub fn has_news(path: &Path, known: &ReadBefore) -> bool {
    length(path) != known.length
}

/// Writes changes behind what is there. `known` has them already, and is what was read before with what other programs have
/// written since.
///
/// # Errors
///
/// Why they are not on the disk; what was there is still there.
pub fn keep(path: &Path, known: &ReadBefore, changes: &[Change]) -> Result<ReadBefore, String> {
    let plain = |error: io::Error| without_number(&error.to_string()).to_lowercase();
    let (before, added) = append(path, changes).map_err(plain)?;
    if before != known.length || before + added > LONG {
        return Ok(read(path).0);
    }
    Ok(known.of_length(before + added))
}

/// How long the file was, and what was added.
fn append(path: &Path, changes: &[Change]) -> io::Result<(u64, u64)> {
    let _lock = files::lock(path.parent().unwrap_or(path))?;
    let mut file = File::options().create(true).read(true).append(true).open(path)?;
    let length = file.metadata()?.len();
    // A program that was killed may have left half a line.
    let mut last = [b'\n'];
    if length > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let begin = if last == [b'\n'] { String::new() } else { "\n".to_owned() };
    let text = changes.iter().fold(begin, |text, change| text + &line(change));
    if let Err(error) = file.write_all(text.as_bytes()) {
        // What is there in part would be half a line.
        let _ = file.set_len(length);
        return Err(error);
    }
    Ok((length, text.len() as u64))
}

fn line(Change { briefing, read }: &Change) -> String {
    let briefing = encoded(briefing);
    let Some(Edition { on, whole, parts }) = read else { return format!("{UNREAD} {briefing}\n") };
    let on = if on.is_empty() { "-" } else { on };
    let mut line = format!("{READ} {briefing} {on} {whole:x}");
    if let Some(Parts { own, items }) = parts {
        line += &format!(" {own:x}");
        for (id, Part { number, rating }) in items {
            let rating = if rating.is_empty() { String::new() } else { format!("~{rating}") };
            line += &format!(" {}={number:x}{rating}", encoded(id));
        }
    }
    line + "\n"
}

/// `None`: nobody understands the line.
fn parsed(line: &str) -> Option<Change> {
    let mut words = line.split(' ');
    let (kind, briefing) = (words.next()?, decoded(words.next()?));
    if kind == UNREAD {
        return Some(Change { briefing, read: None });
    }
    let on = words.next().filter(|_| kind == READ)?;
    let number = |digits: &str| u64::from_str_radix(digits, 16).ok();
    let whole = number(words.next()?)?;
    let item = |word: &str| {
        let (id, rest) = word.rsplit_once('=')?;
        let (digits, rating) = rest.split_once('~').unwrap_or((rest, ""));
        Some((decoded(id), Part { number: number(digits)?, rating: rating.to_owned() }))
    };
    let parts = match words.next() {
        Some(own) => Some(Parts { own: number(own)?, items: words.map(item).collect::<Option<_>>()? }),
        None => None,
    };
    Some(Change { briefing, read: Some(Edition { on: if on == "-" { String::new() } else { on.to_owned() }, whole, parts }) })
}
