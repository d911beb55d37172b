//! Where the notes on a library are kept.

use crate::library::Library;
use crate::library::store::{Embedded, Store};
use crate::personal::files::Folder;
use crate::personal::notes::owner::folder_of;
use crate::personal::notes::{Shelf, file_name};
use crate::settings::font::at_home;
use std::path::PathBuf;

/// In a folder with the library's name, which another library of that name does not share: in the one that the setting
/// names, or the usual one. A relative path names a folder in the library, which is its own.
pub fn of(library: &Library, setting: &str) -> Option<Shelf> {
    let store = library.store();
    let usual = || Some(Folder::Data.path()?.join("notes"));
    let of_name = |folder: PathBuf, root: Option<PathBuf>| {
        let named = folder.join(file_name(&store.name()));
        // The library in the program has no place that could tell it from a folder of its name.
        let is_reserved = store.name() == Embedded.name();
        (root.as_ref().map_or_else(|| named.clone(), |root| folder_of(named.clone(), root, is_reserved)), root)
    };
    let (folder, of) = match (setting.is_empty(), at_home(setting), store.root()) {
        (false, folder, Some(root)) if folder.is_relative() => (root.join(folder), None),
        (false, folder, root) if folder.is_absolute() => of_name(folder, root),
        (.., root) => of_name(usual()?, root),
    };
    // A briefing that is left out still exists, and notes on it are not lost ones.
    let only = store.is_part().then(|| library.entries().iter().map(|entry| entry.id.clone()).collect());
    Some(Shelf { folder, only, of })
}
