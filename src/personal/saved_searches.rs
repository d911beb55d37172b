//! Searches that a person has saved: one file a library, which people read and write, a line a search. What each had found when
//! it was opened last is kept apart, among what the program remembers.

use super::files::{self, Folder, Unread};
use super::last_place::name_of;
use super::notes::file::{decoded, encoded};
use super::notes::file_name;
use crate::text::os_error::plain;
use crate::text::single_spaced;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// In bytes: some thousands of searches.
const LARGEST: u64 = 1024 * 1024;
/// The same of what they had found.
const LARGEST_SEEN: u64 = 64 * 1024 * 1024;
/// Stands between a name and what is searched for.
const IS: &str = " = ";

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    pub name: String,
    pub query: String,
    /// The numbers of what it had found when it was opened last. `None`: it never was.
    pub seen: Option<Arc<HashSet<u64>>>,
}

/// Where they are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    pub file: PathBuf,
    seen: PathBuf,
}

/// The saved searches of a library, in the order of their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Saved {
    /// `None` where none are kept.
    pub places: Option<Places>,
    pub all: Vec<Search>,
    /// What of them could not be read.
    pub problem: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Under a new name, or in the place of what bore it.
    Save(Search),
    Rename {
        from: String,
        to: String,
    },
    Delete(String),
    /// It was opened, and had found this.
    Opened {
        name: String,
        seen: Arc<HashSet<u64>>,
    },
}

impl Places {
    /// There are none where there is no home. The file has the library's name, with the number that tells its place from others
    /// of one name; one with the name alone, which people write, counts where that is not there.
    #[must_use]
    pub fn of(library: &str) -> Option<Self> {
        let within = |folder: Folder| Some(folder.path()?.join("searches"));
        let own = name_of(library) + ".txt";
        let folder = within(Folder::Configuration)?;
        let name = Path::new(library).file_name().unwrap_or_default().to_string_lossy();
        let plain = folder.join(file_name(&name) + ".txt");
        let file = Some(folder.join(&own)).filter(|own| own.exists() || !plain.exists()).unwrap_or(plain);
        Some(Self { file, seen: within(Folder::State)?.join(own) })
    }

    /// In one folder, for both.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self { file: folder.join("searches.txt"), seen: folder.join("seen.txt") }
    }
}

/// A name as it is kept: on one line, and without what ends it there.
#[must_use]
pub fn name(typed: &str) -> String {
    let line = single_spaced(&typed.replace(|c: char| c.is_control(), " "));
    line.replace(IS, " – ").trim_start_matches(['#', '=', ' ']).trim_end_matches(['=', ' ']).to_owned()
}

impl Saved {
    /// Not read yet.
    #[must_use]
    pub fn at(places: Option<Places>) -> Self {
        Self { places, ..Self::default() }
    }

    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Search> {
        self.all.iter().find(|search| search.name == name)
    }

    /// What is in the files.
    #[must_use]
    pub fn read(places: Places) -> Self {
        let (bytes, problem) = match files::read(&places.file, LARGEST) {
            Ok(bytes) => (bytes, None),
            Err(Unread::Missing) => (Vec::new(), None),
            Err(why) => (Vec::new(), Some(format!("The saved searches are not shown: their file {why}."))),
        };
        let (seen, unseen) = match seen(&places) {
            Ok(seen) => (seen, None),
            Err(why) => (Vec::new(), Some(format!("What is new in saved searches is not known: {why}."))),
        };
        let mut all: Vec<Search> = Vec::new();
        for (name, query) in String::from_utf8_lossy(&bytes).lines().filter_map(parsed) {
            if !all.iter().any(|search| search.name == name) {
                let seen = seen.iter().rev().find(|(other, _)| *other == name).map(|(_, numbers)| Arc::clone(numbers));
                all.push(Search { name, query, seen });
            }
        }
        Self { places: Some(places), all, problem: problem.or(unseen) }
    }
}

fn parsed(line: &str) -> Option<(String, String)> {
    let (name, query) = line.split_once(IS)?;
    let (name, query) = (name.trim(), query.trim());
    (!name.is_empty() && !name.starts_with('#') && !query.is_empty()).then(|| (name.to_owned(), query.to_owned()))
}

type Seen = Vec<(String, Arc<HashSet<u64>>)>;

/// By their names, what searches had found; or why nobody can tell.
fn seen(places: &Places) -> Result<Seen, String> {
    let bytes = match files::read(&places.seen, LARGEST_SEEN) {
        Err(Unread::Missing) => Vec::new(),
        other => other.map_err(|why| format!("the file of what they had found {why}"))?,
    };
    let read = |line: &str| {
        let (name, numbers) = line.split_once(' ').unwrap_or((line, ""));
        let numbers = numbers.split(' ').filter_map(|digits| u64::from_str_radix(digits, 16).ok()).collect();
        (!name.is_empty()).then(|| (decoded(name), Arc::new(numbers)))
    };
    Ok(String::from_utf8_lossy(&bytes).lines().filter_map(read).collect())
}

/// Makes a change on the disk and reads all anew: what others have written since stays, and so does every line that is no
/// search.
///
/// # Errors
///
/// Why the change is not on the disk; what was there is still there.
pub fn keep(places: &Places, change: &Change) -> Result<Saved, String> {
    let write = |path: &PathBuf, text: &str| files::write(path, text.as_bytes()).map_err(|error| plain(&error));
    let folder = places.file.parent().unwrap_or(&places.file);
    let lock = files::lock(folder).map_err(|error| plain(&error))?;
    let bytes = match files::read(&places.file, LARGEST) {
        Err(Unread::Missing) => Vec::new(),
        other => other.map_err(|why| format!("the file of saved searches {why}"))?,
    };
    let text = String::from_utf8(bytes).map_err(|_| "the file of saved searches is no text".to_owned())?;
    // What cannot be read is not written over.
    let mut all = seen(places)?;
    let changed = match change {
        Change::Save(search) => Some(with_line(&text, &search.name, Some(&format!("{}{IS}{}", search.name, search.query)))),
        Change::Delete(name) => Some(with_line(&text, name, None)),
        Change::Rename { from, to } => {
            let query = text.lines().filter_map(parsed).find(|(name, _)| name == from).map(|(_, query)| query);
            let query = query.ok_or_else(|| format!("there is no saved search {from} any more"))?;
            let without = if from == to { text.clone() } else { with_line(&text, to, None) };
            Some(with_line(&without, from, Some(&format!("{to}{IS}{query}"))))
        }
        Change::Opened { .. } => None,
    };
    if let Some(changed) = changed.filter(|changed| *changed != text) {
        write(&places.file, &changed)?;
    }
    match change {
        Change::Save(Search { name, seen: Some(seen), .. }) | Change::Opened { name, seen } => {
            all.retain(|(other, _)| other != name);
            all.push((name.clone(), Arc::clone(seen)));
        }
        // Of another query nothing was seen.
        Change::Save(Search { name, .. }) => all.retain(|(other, _)| other != name),
        Change::Rename { from, to } => {
            all.retain(|(name, _)| name != to || from == to);
            all.iter_mut().filter(|(name, _)| name == from).for_each(|(name, _)| name.clone_from(to));
        }
        Change::Delete(name) => all.retain(|(other, _)| other != name),
    }
    let line = |(name, numbers): &(String, Arc<HashSet<u64>>)| {
        let mut digits: Vec<u64> = numbers.iter().copied().collect();
        digits.sort_unstable();
        digits.into_iter().fold(encoded(name), |line, number| line + &format!(" {number:x}")) + "\n"
    };
    write(&places.seen, &all.iter().map(line).collect::<String>())?;
    drop(lock);
    Ok(Saved::read(places.clone()))
}

/// A text with another line in the place of a search's, or behind all lines; without it where there is no other.
fn with_line(text: &str, name: &str, line: Option<&str>) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut is_there = false;
    for old in text.lines() {
        if parsed(old).is_some_and(|(other, _)| other == name) {
            lines.extend(line.filter(|_| !is_there).map(str::to_owned));
            is_there = true;
        } else {
            lines.push(old.to_owned());
        }
    }
    lines.extend(line.filter(|_| !is_there).map(str::to_owned));
    lines.iter().fold(String::new(), |text, line| text + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m9_saved_searches_are_lines_that_people_write_and_nobody_elses_line_is_lost() {
        let scratch = tempfile::tempdir().expect("a folder");
        let places = Places::within(scratch.path());
        let file = || std::fs::read_to_string(&places.file).expect("read");
        std::fs::write(&places.file, "# Mine\nlate grain = grain late\nno search\n\nlate grain = twice\n").expect("written");
        let saved = Saved::read(places.clone());
        assert_eq!((saved.all.len(), saved.all[0].query.as_str(), saved.problem), (1, "grain late", None));
        let seen = Arc::new(HashSet::from([7, 9]));
        let new =
            Search { name: name(" Iran =  likely\n"), query: "actor:iran likelihood>=likely".to_owned(), seen: Some(Arc::clone(&seen)) };
        assert_eq!(keep(&places, &Change::Save(new.clone())).expect("kept").find("Iran – likely"), Some(&new));
        keep(&places, &Change::Rename { from: "Iran – likely".to_owned(), to: "Iran".to_owned() }).expect("kept");
        assert_eq!(
            file(),
            "# Mine\nlate grain = grain late\nno search\n\nIran = actor:iran likelihood>=likely\n"
                .replace("\n\nIran", "\n\nlate grain = twice\nIran")
        );
        let saved = keep(&places, &Change::Opened { name: "late grain".to_owned(), seen: Arc::new(HashSet::from([3])) }).expect("kept");
        assert_eq!(saved.find("late grain").and_then(|search| search.seen.clone()), Some(Arc::new(HashSet::from([3]))));
        assert_eq!(saved.find("Iran").and_then(|search| search.seen.clone()), Some(seen));
        let saved = keep(&places, &Change::Delete("late grain".to_owned())).expect("kept");
        assert_eq!(saved.all.iter().map(|search| search.name.as_str()).collect::<Vec<_>>(), ["Iran"]);
        assert_eq!(file(), "# Mine\nno search\n\nIran = actor:iran likelihood>=likely\n");
        assert!(keep(&places, &Change::Rename { from: "gone".to_owned(), to: "x".to_owned() }).is_err());
    }
}
