//! Which files of a folder are briefings, and which folder is their library.

use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

/// How deep folders of briefings may stand in each other.
const DEEPEST: usize = 16;

/// The library that a briefing stands in: the nearest ancestor that holds it under `briefings/`, else its own folder.
pub fn library_of(file: &Path) -> PathBuf {
    let absolute = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let library = library_in(&absolute);
    if library.as_os_str().is_empty() { PathBuf::from(".") } else { library }
}

/// The same by the words of a path alone; empty at its top.
pub fn library_in(file: &Path) -> PathBuf {
    let under_briefings = file.ancestors().skip(1).find(|folder| folder.file_name().is_some_and(|name| name == "briefings"));
    under_briefings.or(Some(file)).and_then(Path::parent).map(Path::to_owned).unwrap_or_default()
}

/// What is meant by a folder: who names the `briefings/` of a library means the library, whose sources stand beside it. A folder
/// of that name which has its sources in itself is a library.
pub fn meant_by(folder: &Path) -> PathBuf {
    let is_briefings = |path: &Path| path.file_name().is_some_and(|name| name == "briefings");
    let above = match folder.file_name() {
        Some(_) if is_briefings(folder) => {
            folder.parent().map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above }.to_owned())
        }
        // `.` or `..`
        None if fs::canonicalize(folder).is_ok_and(|real| is_briefings(&real)) => Some(folder.join("..")),
        _ => None,
    };
    let holds = |folder: &Path| ["seeds", "briefings"].map(|name| folder.join(name).is_dir());
    above.filter(|above| holds(above) == [true; 2] && holds(folder) == [false; 2]).unwrap_or_else(|| folder.to_owned())
}

/// The folders of a library that people stand in.
const INSIDE: [&str; 2] = ["briefings", "seeds"];

/// The library that we stand in: the folder here where it holds briefings under `briefings/`, or the one in whose `briefings/`
/// or `seeds/` we stand. A folder of other YAML files is none until somebody names it.
pub fn here() -> Option<PathBuf> {
    let folder = env::current_dir().ok()?;
    let is_inside = |folder: &Path| folder.file_name().is_some_and(|name| INSIDE.iter().any(|inside| name == *inside));
    let above = folder.ancestors().zip(1..).filter(|(folder, _)| is_inside(folder));
    let above = above.map(|(_, steps)| iter::repeat_n("..", steps).collect::<PathBuf>());
    above.chain([PathBuf::from(".")]).find(|library| holds_one(&library.join("briefings"), DEEPEST))
}

/// There is a briefing in a folder, or in one in it. No more is read than finds it.
fn holds_one(folder: &Path, depth: usize) -> bool {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if !is_folder && is_briefing(&path) {
            return true;
        }
        if is_folder && depth > 0 && !is_hidden(&path) {
            folders.push(path);
        }
    }
    folders.iter().any(|folder| holds_one(folder, depth - 1))
}

/// There is a briefing in this folder itself.
pub fn holds_briefing(folder: &Path) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| is_briefing(&entry.path()))
}

/// The files of a library's briefings, by their paths in it, in the order of their letters; there is one at least.
///
/// # Errors
///
/// There is none, or a folder cannot be read.
pub fn briefings_of(library: &Path) -> Result<Vec<PathBuf>> {
    let folder = Path::new("briefings");
    let mut files = Vec::new();
    if library.join(folder).is_dir() {
        collect(library, folder, DEEPEST, &mut files)?;
    } else {
        collect(library, Path::new(""), 0, &mut files)?;
    }
    if files.is_empty() {
        bail!("{} holds no briefing: expected *.yaml in it, or in its folder `briefings`", library.display());
    }
    // Paths themselves are in another order: there a folder `a` stands before `a-b`.
    files.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
    Ok(files)
}

fn collect(library: &Path, folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    let unread = || format!("cannot read the folder {}", library.join(folder).display());
    for entry in fs::read_dir(library.join(folder)).with_context(unread)? {
        let entry = entry.with_context(unread)?;
        let path = folder.join(entry.file_name());
        // `file_type` does not follow links, so a link to a folder above cannot make a loop.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if is_hidden(&path) {
                continue;
            }
            // A folder that cannot be read is listed as what it is, and the others still open.
            if depth > 0 && collect(library, &path, depth - 1, files).is_err() {
                files.push(path);
            }
        } else if is_briefing(&path) {
            files.push(path);
        }
    }
    Ok(())
}

/// Editors at work write files beside a briefing whose names begin with a dot; and what keeps older versions, or puts the next
/// one together before a link to it is replaced, does so in such folders.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// Judged by its name.
pub fn is_briefing(path: &Path) -> bool {
    !is_hidden(path) && path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}

/// A folder and those in it, as deep as briefings may stand.
pub fn within(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![(folder.to_owned(), DEEPEST)];
    while let Some((folder, depth)) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let folders = entries.flatten().filter(|entry| depth > 0 && entry.file_type().is_ok_and(|kind| kind.is_dir()));
        waiting.extend(folders.map(|entry| entry.path()).filter(|folder| !is_hidden(folder)).map(|folder| (folder, depth - 1)));
        found.push(folder);
    }
    found
}
