//! What was read of a library before is kept in the cache, and counts for the same texts alone.

use crate::support::{Scratch, project};
use bluf::library::prepare::prepare;
use bluf::library::prepared::PreparedForms;
use bluf::library::store::{Folder, Store};
use bluf::library::{HeldBriefing, Library};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A copy of a library of the project, and a cache beside it.
fn copied(name: &str, library: &str) -> (Scratch, PathBuf, PreparedForms) {
    let scratch = Scratch::new(name);
    let place = scratch.0.join("library");
    for folder in ["briefings", "seeds"] {
        fs::create_dir_all(place.join(folder)).expect("a folder");
        for file in fs::read_dir(project(library).join(folder)).expect("a folder") {
            let file = file.expect("a file");
            fs::copy(file.path(), place.join(folder).join(file.file_name())).expect("copied");
        }
    }
    let forms = PreparedForms::within(&scratch.0.join("cache"), "the library");
    (scratch, place, forms)
}

fn opened(place: &Path, forms: Option<&PreparedForms>) -> Library {
    let store = Folder::new(place);
    let files = store.list().expect("a library");
    Library::of(Arc::new(store), &files, forms, |_, _| ())
}

/// All that was read of the files.
fn told(library: &Library) -> Vec<String> {
    let told = |held: &HeldBriefing| {
        let HeldBriefing { id, file, resolved, previous, former_ids, .. } = held;
        format!("{id}\n{file}\n{:?}\n{:?}\n{previous:?}\n{former_ids:?}\n{:?}", resolved.briefing, resolved.texts, held.findings())
    };
    library.entries().into_iter().map(|held| told(held)).collect()
}

/// The files of the cache.
fn kept(scratch: &Scratch) -> Vec<PathBuf> {
    let mut folders = vec![scratch.0.join("cache")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

#[test]
fn m9_what_was_read_before_is_what_is_read_now() {
    for library in [".", "tests/desk", "tests/world"] {
        let (_scratch, place, forms) = copied("prepared", library);
        let read = opened(&place, None);
        prepare(&read, &forms);
        for held in read.entries() {
            let is_known = forms.find(&held.in_library).is_some_and(|prepared| prepared.of(&held.file).is_some());
            assert_eq!(is_known, held.well_formed().is_some(), "{library}: {}", held.id);
        }
        assert!(read.entries().iter().any(|held| held.well_formed().is_some()), "{library}");
        assert!(told(&opened(&place, Some(&forms))) == told(&read), "{library}");
    }
}

#[test]
fn m9_what_is_kept_counts_for_the_same_texts_alone() {
    let (_scratch, place, forms) = copied("prepared-other", "tests/desk");
    prepare(&opened(&place, None), &forms);
    let mut changed = 0;
    for folder in ["briefings", "seeds"] {
        for file in fs::read_dir(place.join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let text = fs::read_to_string(&path).expect("a text");
            // As long as before: neither the size nor anything else but the words tells.
            fs::write(&path, text.replace("the", "teh")).expect("written");
            let now = told(&opened(&place, None));
            assert!(told(&opened(&place, Some(&forms))) == now, "{}", path.display());
            fs::write(&path, text).expect("written");
            changed += 1;
        }
    }
    assert!(changed > 10);
}

#[test]
fn m9_a_cache_that_was_cut_or_has_rotted_is_none() {
    let (scratch, place, forms) = copied("prepared-rotten", ".");
    let read = opened(&place, None);
    let right = told(&read);
    prepare(&read, &forms);
    let [file] = kept(&scratch).try_into().expect("one briefing");
    let whole = fs::read(&file).expect("the file");
    let step = whole.len() / 60;
    for at in (0..whole.len()).step_by(step) {
        let mut rotten = whole.clone();
        rotten[at] ^= 1;
        for bytes in [&rotten[..], &whole[..at]] {
            fs::write(&file, bytes).expect("written");
            assert!(forms.find(&read.entries()[0].in_library).is_none_or(|prepared| prepared.of(&read.entries()[0].file).is_some()));
            assert!(told(&opened(&place, Some(&forms))) == right, "byte {at}");
        }
    }
    // The next start that reads the files makes it whole again.
    prepare(&opened(&place, Some(&forms)), &forms);
    assert_eq!(fs::read(&file).expect("the file"), whole);
}

#[test]
fn m9_only_what_has_changed_is_written_anew_and_what_is_gone_goes() {
    let (scratch, place, forms) = copied("prepared-gone", "tests/desk");
    let read = opened(&place, None);
    prepare(&read, &forms);
    let stamps = || -> Vec<(PathBuf, u64)> {
        kept(&scratch).into_iter().map(|file| (file.clone(), fs::metadata(file).expect("a file").ino())).collect()
    };
    let before = stamps();
    prepare(&opened(&place, Some(&forms)), &forms);
    assert_eq!(stamps(), before);

    let [first, second, ..] = &*read.entries() else { panic!("a desk has some") };
    fs::remove_file(place.join(&first.in_library)).expect("removed");
    fs::write(place.join(&second.in_library), format!("{}# more\n", second.file)).expect("written");
    prepare(&opened(&place, None), &forms);
    let after = stamps();
    assert_eq!(after.len() + 1, before.len());
    assert_eq!(after.iter().filter(|file| !before.contains(file)).count(), 1);
}
