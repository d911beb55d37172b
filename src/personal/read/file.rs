//! The file of what was read of a library: a line a change, and the last on a briefing counts.

use super::before::ReadBefore;
use super::edition::{Change, Edition, Part, Parts};
use crate::personal::files::{self, Folder, Unread};
use crate::personal::last_place::name_of;
use crate::personal::notes::file::{decoded, encoded};
use crate::text::os_error::plain;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// In bytes: some hundred thousand briefings. No more is written.
const LARGEST: u64 = 64 * 1024 * 1024;
/// What another program has left may be shortened.
const READABLE: u64 = 4 * LARGEST;
/// A longer one is read again once it is written, and that shortens it.
const LONG: u64 = LARGEST / 4;
/// A file with fewer lines that no longer count is left as it is.
const FEW: usize = 500;
const READ: &str = "read";
const UNREAD: &str = "unread";
/// Before the rating of an item that was withdrawn.
const GONE: &str = "!";

/// There is no file where there is no home.
#[must_use]
pub fn path_of(place: &str) -> Option<PathBuf> {
    Some(Folder::State.path()?.join("read").join(name_of(place) + ".txt"))
}

/// What is in a file, and what of it cannot be read. Where that is all of it, nothing is written either, for nobody knows what
/// would be lost.
#[must_use]
pub fn read(path: &Path) -> (ReadBefore, Option<String>) {
    let bytes = match files::read(path, READABLE) {
        Ok(bytes) => bytes,
        Err(Unread::Missing) => Vec::new(),
        Err(why) => {
            let words = format!("What you have read is not known: its file {why}: {}", path.display());
            return (ReadBefore::default(), Some(words));
        }
    };
    let (mut changes, mut foreign) = (Vec::new(), Foreign::default());
    for (line, number) in bytes.split_inclusive(|byte| *byte == b'\n').zip(1..) {
        let text = line.strip_suffix(b"\n").unwrap_or(line);
        match std::str::from_utf8(text).ok().and_then(parsed) {
            Some(change) => changes.push(change),
            None if text.is_empty() => {}
            None => foreign.add(text, number),
        }
    }
    let lines = changes.len();
    let mut before = ReadBefore::known(path, changes, bytes.len() as u64);
    let is_large = bytes.len() as u64 > LARGEST && lines > before.count();
    if is_large || lines > 2 * before.count() + FEW {
        before.length = shorten(path, &before, &foreign.bytes).unwrap_or(before.length);
        // They stand at its beginning now.
        foreign.first = foreign.first.min(1);
    }
    (before, foreign.words(path))
}

/// Lines that nobody understands: half a line of a program that was killed, or one of a later program. They stay as they are.
#[derive(Default)]
struct Foreign {
    bytes: Vec<u8>,
    count: usize,
    /// 1-based; 0 for none.
    first: usize,
}

impl Foreign {
    fn add(&mut self, line: &[u8], number: usize) {
        self.bytes.extend(line);
        self.bytes.push(b'\n');
        self.first = if self.count == 0 { number } else { self.first };
        self.count += 1;
    }

    fn words(&self, path: &Path) -> Option<String> {
        let (lines, stay) = if self.count == 1 { ("one line", "it stays") } else { ("some lines", "they stay") };
        let place = format!("{}:{}", path.display(), self.first);
        (self.count > 0).then(|| format!("Of what you have read {lines} cannot be understood, and {stay}: {place}"))
    }
}

/// Reads a file again where that is needed: it was not read yet, or other programs have written in it since.
#[must_use]
pub fn news(known: &ReadBefore) -> Option<(ReadBefore, Option<String>)> {
    let file = known.file.as_deref().filter(|file| !known.is_known || has_news(file, known))?;
    let (read, problem) = read(file);
    match (known.is_known, read.is_known) {
        (true, false) => Some((known.kept_nowhere(), problem)),
        // What nobody understands in it was said when it was read first.
        (true, true) => Some((read, None)),
        (false, _) => Some((read, problem)),
    }
}

/// Leaves out the lines that no longer count, unless somebody has written meanwhile.
fn shorten(path: &Path, before: &ReadBefore, foreign: &[u8]) -> Option<u64> {
    let _lock = files::lock(path.parent()?).ok()?;
    if length(path) != before.length {
        return None;
    }
    let change = |(id, edition): (&str, &Edition)| Change { briefing: id.to_owned(), read: Some(edition.clone()) };
    let text = before.all().fold(String::new(), |text, one| text + &line(&change(one)));
    let bytes = [foreign, text.as_bytes()].concat();
    files::write(path, &bytes).ok()?;
    Some(bytes.len() as u64)
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
    let (before, added) = append(path, changes).map_err(|error| plain(&error))?;
    if before != known.length || before + added > LONG {
        let (read, problem) = read(path);
        return if read.is_known { Ok(read) } else { Err(problem.unwrap_or_default()) };
    }
    Ok(known.of_length(before + added))
}

/// How long the file was, and what was added.
fn append(path: &Path, changes: &[Change]) -> io::Result<(u64, u64)> {
    let _lock = files::lock(path.parent().unwrap_or(path))?;
    if fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("what is there is no file: {}", path.display())));
    }
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
    if length + text.len() as u64 > LARGEST {
        // Nobody would read it again.
        return Err(io::Error::other(format!("its file would have more than {} MB: {}", LARGEST >> 20, path.display())));
    }
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
        for (id, Part { number, rating, is_gone }) in items {
            let gone = if *is_gone { GONE } else { "" };
            let behind = if rating.is_empty() && !is_gone { String::new() } else { format!("~{gone}{rating}") };
            line += &format!(" {}={number:x}{behind}", encoded(id));
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
        let there = rating.strip_prefix(GONE);
        Some((decoded(id), Part { number: number(digits)?, rating: there.unwrap_or(rating).to_owned(), is_gone: there.is_some() }))
    };
    let parts = match words.next() {
        Some(own) => Some(Parts { own: number(own)?, items: words.map(item).collect::<Option<_>>()? }),
        None => None,
    };
    Some(Change { briefing, read: Some(Edition { on: if on == "-" { String::new() } else { on.to_owned() }, whole, parts }) })
}
