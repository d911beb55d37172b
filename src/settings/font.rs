//! Fonts that are given: files, folders of them, and either for one script alone.

use crate::text::meant;
use crate::text::script::{SCRIPTS, Script};
use std::fs::{File, read_dir};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What files of fonts begin with: outlines of TrueType, of PostScript, and collections of either.
const BEGINNINGS: [&[u8; 4]; 4] = [b"\0\x01\0\0", b"true", b"OTTO", b"ttcf"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenFont {
    /// `None`: for every letter that it has.
    pub script: Option<&'static Script>,
    /// A file, or a folder.
    pub path: PathBuf,
}

impl GivenFont {
    /// `~/fonts`, or `arabic=~/fonts/Amiri.ttf`.
    ///
    /// # Errors
    ///
    /// There is no such script, or no font there.
    pub fn read(word: &str) -> Result<Self, String> {
        let is_name = |name: &str| !name.is_empty() && name.chars().all(char::is_alphabetic);
        let (script, path) = match word.split_once('=').filter(|(name, _)| is_name(name)) {
            Some((name, path)) => (Some(Script::named(name).ok_or_else(|| no_script(name))?), path),
            None => (None, word),
        };
        let given = Self { script, path: at_home(path) };
        given.is_there().map(|()| given)
    }

    fn is_there(&self) -> Result<(), String> {
        let Self { path, .. } = self;
        if path.is_dir() {
            return read_dir(path).map(drop).map_err(|error| format!("the folder {} cannot be read: {error}", path.display()));
        }
        if !path.exists() {
            return Err(format!("there is no font or folder {}; {}", path.display(), instead_of(path)));
        }
        match is_font(path) {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("{} is no font; TrueType and OpenType are (.ttf, .otf, .ttc)", path.display())),
            Err(error) => Err(format!("the font {} cannot be read: {error}", path.display())),
        }
    }
}

/// A path with `~` as the home folder.
#[must_use]
pub fn at_home(path: &str) -> PathBuf {
    let at_home = |rest| Some(std::env::home_dir()?.join(rest));
    path.strip_prefix("~/").and_then(at_home).unwrap_or_else(|| path.into())
}

fn is_font(file: &Path) -> std::io::Result<bool> {
    let mut beginning = Vec::new();
    File::open(file)?.take(4).read_to_end(&mut beginning)?;
    Ok(BEGINNINGS.iter().any(|known| known[..] == beginning[..]))
}

fn no_script(name: &str) -> String {
    let known = || format!("before the `=` stands one of {}", SCRIPTS.iter().map(|script| script.name).collect::<Vec<_>>().join(", "));
    format!("no script is called `{name}`; {}", meant(name, SCRIPTS.iter().map(|script| script.name), known))
}

/// What lies beside a path that there is not.
fn instead_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(listed) = read_dir(folder) else { return format!("{} is no folder either", folder.display()) };
    let names: Vec<String> = listed.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    meant(&name, names.iter().map(String::as_str), || "write a file, or a folder of fonts".to_owned())
}
