//! The file that an act changes: read, and written only where nobody else has changed it meanwhile.

use super::merge::merged;
use crate::briefing::references::references;
use crate::briefing::schema::walk::{Meant, spots};
use crate::library::store;
use crate::personal::files;
use crate::personal::left_behind::sweep_beside;
use crate::text::os_error::plain;
use crate::yaml::tree::{Tree, Value, pairs};
use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct File {
    pub path: PathBuf,
    /// As it was read.
    pub text: String,
}

/// A file as it was before an act and as it is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewrite {
    pub file: PathBuf,
    pub before: String,
    pub after: String,
    /// What was done, as what is said of it begins: "C12 was made".
    pub said: String,
    /// It takes an act back.
    pub is_undo: bool,
}

impl Rewrite {
    /// What takes it back; of what takes something back, that again.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), is_undo: !self.is_undo, ..self.clone() }
    }
}

/// Why nothing was read or written. What was there is still there.
#[derive(Debug)]
pub enum Failed {
    /// The file, and why in words that follow it.
    Unread(PathBuf, String),
    Unwritten(PathBuf, String),
    /// Somebody has changed it since it was read.
    Changed(PathBuf),
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unread(path, why) => write!(f, "{} {why}", path.display()),
            Self::Unwritten(path, why) => write!(f, "cannot write {}: {why}", path.display()),
            Self::Changed(path) => write!(f, "{} was changed by another program meanwhile; nothing was written", path.display()),
        }
    }
}

impl std::error::Error for Failed {}

impl File {
    /// # Errors
    ///
    /// It cannot be read, or is no text.
    pub fn read(path: &Path) -> Result<Self, Failed> {
        Ok(Self { path: path.to_owned(), text: read(path)? })
    }

    /// Puts another text in its place; whoever reads it sees the old one or the new one.
    ///
    /// # Errors
    ///
    /// Somebody has changed it since it was read, or it cannot be written.
    pub fn write(&mut self, text: String) -> Result<(), Failed> {
        if read(&self.path)? != self.text {
            return Err(Failed::Changed(self.path.clone()));
        }
        sweep_beside(&self.path);
        files::write_for_others(&self.path, text.as_bytes()).map_err(|error| Failed::Unwritten(self.path.clone(), plain(&error)))?;
        self.text = text;
        Ok(())
    }
}

/// Changes a file from what it was read as; what was done to other lines of it meanwhile stays. What it was found as, and what
/// it is now.
///
/// # Errors
///
/// The same lines were changed by another program meanwhile, or it cannot be written.
pub fn change(path: &Path, before: &str, after: &str) -> Result<(String, String), Failed> {
    let mut file = File::read(path)?;
    let found = file.text.clone();
    let both = merged(before, after, &found).filter(|both| both == after || both == &found || is_whole(both, after, &found));
    let Some(both) = both else { return Err(Failed::Changed(path.to_owned())) };
    file.write(both.clone())?;
    Ok((found, both))
}

/// What two people have done together reads, and has no fault that neither of them made: a name or a key that now stands
/// twice, or a name that nothing has any more.
fn is_whole(both: &str, ours: &str, theirs: &str) -> bool {
    let broken = |text: &str| Tree::read(text).broken_at.is_some();
    let known: HashSet<String> = faults(ours).into_iter().chain(faults(theirs)).collect();
    (!broken(both) || broken(theirs)) && faults(both).is_subset(&known)
}

fn faults(text: &str) -> HashSet<String> {
    let tree = Tree::read(text);
    let Some(root) = &tree.root else { return HashSet::new() };
    let (mut faults, mut defined, mut named) = (HashSet::new(), HashSet::new(), Vec::new());
    for spot in spots(root) {
        let Some(word) = spot.node.text() else { continue };
        match spot.meant {
            Meant::Defined(name) if !defined.insert(word.to_owned()) => _ = faults.insert(format!("twice {name:?} {word}")),
            Meant::Named(_) => named.push(word.to_owned()),
            Meant::Defined(_) | Meant::Key(..) => {}
            Meant::Holds(_) => named.extend(references(word).map(|(_, id)| id.to_owned())),
        }
    }
    faults.extend(named.into_iter().filter(|name| !defined.contains(name)).map(|name| format!("of nothing {name}")));
    for node in root.all() {
        let Value::Mapping(nodes) = &node.value else { continue };
        let mut keys = HashSet::new();
        let twice = pairs(nodes).filter_map(|(key, _)| key.text()).filter(|key| !keys.insert(*key));
        faults.extend(twice.map(|key| format!("key {key}")));
    }
    faults
}

fn read(path: &Path) -> Result<String, Failed> {
    let failed = |why| Failed::Unread(path.to_owned(), why);
    let bytes = files::read(path, store::File::Briefing(String::new()).largest()).map_err(|why| failed(why.to_string()))?;
    String::from_utf8(bytes).map_err(|_| failed("is no text in UTF-8".to_owned()))
}
