//! What was asked in talks and not answered: a file a briefing beside the notes, which people may read and edit.

use super::files;
use super::notes::{Shelf, file_name};
use crate::text::os_error::plain;
use crate::text::single_spaced;
use std::path::PathBuf;

/// In bytes: some five thousand questions.
const LARGEST: u64 = 512 * 1024;
/// A question is a line that begins so; other lines stay as they are.
const BEGINS: &str = "- ";
/// Stands between what the slide was of and the question.
const AT: &str = "at ";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    pub words: String,
    /// The id of the judgement that the slide was of.
    pub at: Option<String>,
}

impl Asked {
    fn line(&self) -> String {
        let words = single_spaced(&self.words.replace(|c: char| c.is_control(), " "));
        let at = self.at.as_ref().map_or_else(String::new, |at| format!("{AT}{at}: "));
        format!("{BEGINS}{at}{words}")
    }

    fn read(line: &str) -> Option<Self> {
        let rest = line.strip_prefix(BEGINS)?.trim();
        let at = rest.strip_prefix(AT).and_then(|rest| rest.split_once(": ")).filter(|(at, _)| !at.contains(' '));
        let (at, words) = at.map_or((None, rest), |(at, words)| (Some(at.to_owned()), words));
        (!words.is_empty()).then(|| Self { words: words.to_owned(), at })
    }
}

fn file(shelf: &Shelf, briefing: &str) -> PathBuf {
    shelf.folder.join("questions").join(file_name(briefing) + ".txt")
}

/// All that are kept of a briefing, in the order in which they were asked.
#[must_use]
pub fn kept(shelf: &Shelf, briefing: &str) -> Vec<Asked> {
    let bytes = files::read(&file(shelf, briefing), LARGEST).unwrap_or_default();
    String::from_utf8_lossy(&bytes).lines().filter_map(Asked::read).collect()
}

/// Keeps a question, or takes it back.
///
/// # Errors
///
/// Why it is not on the disk; what was there is still there.
pub fn keep(shelf: &Shelf, briefing: &str, asked: &Asked, stays: bool) -> Result<(), String> {
    let file = file(shelf, briefing);
    let _lock = files::lock(file.parent().unwrap_or(&shelf.folder)).map_err(|error| plain(&error))?;
    let bytes = match files::read(&file, LARGEST) {
        Err(files::Unread::Missing) => Vec::new(),
        other => other.map_err(|why| format!("the file of questions {why}"))?,
    };
    let before = String::from_utf8_lossy(&bytes).into_owned();
    let line = asked.line();
    let mut lines: Vec<&str> = before.lines().filter(|other| *other != line).collect();
    if stays {
        lines.push(&line);
    }
    let mut after = lines.join("\n");
    if !after.is_empty() {
        after.push('\n');
    }
    if after.len() as u64 > LARGEST {
        return Err(format!("the file of questions would be larger than {} KB", LARGEST >> 10));
    }
    if after == before { Ok(()) } else { files::write(&file, after.as_bytes()).map_err(|error| plain(&error)) }
}
