//! What the next program finds that another has left: it is quicker, and never wrong.

use super::library::briefing;
use super::{Desk, by};
use bluf::catalogue::refresh::is_just_seen;
use bluf::catalogue::{Depth, Listing, Sort};
use std::fs;
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[test]
fn m9_folders_of_which_one_name_begins_the_other_are_read_once() {
    let desk = Desk::new("folders");
    for (folder, id) in [("2024", "spring"), ("2024-old", "autumn"), ("2024.5", "summer")] {
        desk.scratch.write(&format!("library/briefings/{folder}/{id}.yaml"), briefing(id, id, "2024-05", "TLP:GREEN", "dam.txt"));
    }
    assert_eq!(desk.refresh_to(Depth::Read).read, 7);
    let again = desk.refresh_to(Depth::Read);
    assert!(!again.is_news(), "{again:?}");
    assert_eq!(desk.catalogue.count(), 7);
}

#[test]
fn m9_the_first_rows_are_kept_for_the_next_start_and_outdated_ones_are_not_believed() {
    let desk = Desk::new("front");
    desk.refresh();
    let by_title = by(Sort::Title);
    desk.catalogue.keep_front(Some((&by_title, 0)));
    let kept = desk.catalogue.place().expect("a place").front();
    let bytes = fs::read(&kept).expect("it is kept");
    // Whatever the next program shows of it, in this order and in others, is what it would find itself.
    let again = desk.again();
    for (listing, range) in [(&by_title, 0..2), (&by_title, 0..64), (&by_title, 1..3), (&Listing::default(), 0..64)] {
        let (kept, found) = (again.catalogue.rows(listing, range.clone()), desk.catalogue.rows(listing, range.clone()));
        let (kept, found) = (kept.expect("rows"), found.expect("rows"));
        assert_eq!((kept.total, kept.rows), (found.total, found.rows), "{listing:?} {range:?}");
    }
    assert_eq!((again.catalogue.count(), again.catalogue.banners()), (4, desk.catalogue.banners()));
    // It shows what was kept and has not looked for it, as can be told by a title that nothing else has.
    let mut other = bytes.clone();
    let at = other.windows(5).position(|five| five == b"upper").expect("its title");
    other[at..at + 5].copy_from_slice(b"lower");
    fs::write(&kept, &other).expect("written");
    let titles = |desk: &Desk| -> Vec<String> {
        desk.catalogue.rows(&by_title, 0..64).expect("rows").rows.iter().map(|row| row.title.clone()).collect()
    };
    assert!(titles(&desk.again()).contains(&"A dam on the lower river".to_owned()));
    // Something new, or half a file, and all is looked for.
    fs::write(&kept, &bytes[..bytes.len() / 2]).expect("written");
    assert_eq!(titles(&desk.again()), titles(&desk));
    fs::write(&kept, &other).expect("written");
    desk.scratch.write("library/briefings/dam.yaml", briefing("dam", "No dam", "2025-03-01", "TLP:RED", "dam.txt"));
    let before = desk.again();
    before.refresh();
    assert_eq!(titles(&before), ["A bridge: undated", "No dam", "The port", "Water"]);
    assert_eq!(titles(&desk.again()), titles(&before));
}

#[test]
fn m9_the_first_frame_waits_for_no_index_and_a_broken_one_is_made_anew_behind_it() {
    let desk = Desk::new("behind");
    desk.refresh();
    let listing = Listing::default();
    desk.catalogue.keep_front(Some((&listing, 0)));
    // Nothing but the list of its segments is looked at.
    let index = desk.catalogue.place().expect("a place").index();
    for file in fs::read_dir(&index).expect("a folder").flatten().filter(|file| file.file_name() != "meta.json") {
        fs::write(file.path(), "").expect("written");
    }
    let again = desk.again();
    assert_eq!(again.ids(&listing), ["water", "dam", "port", "undated"]);
    assert_eq!((again.catalogue.count(), again.catalogue.generation()), (4, 0));
    // What else is asked for finds it broken, and then it holds nothing until it is made anew.
    assert_eq!(again.ids(&by(Sort::Title)), [""; 0]);
    assert_ne!(again.catalogue.generation(), 0);
    assert_eq!(again.ids(&listing), [""; 0]);
    again.refresh();
    assert_eq!(again.ids(&listing), ["water", "dam", "port", "undated"]);
}

#[test]
fn m9_first_rows_that_are_older_than_the_list_of_segments_are_not_believed() {
    let desk = Desk::new("older");
    desk.refresh();
    // Another program has written since, and this one has not heard of it.
    let listing = Listing::default();
    desk.scratch.write("library/briefings/new.yaml", briefing("new", "New", "2026-10-01", "TLP:RED", "dam.txt"));
    desk.again().refresh();
    desk.catalogue.keep_front(Some((&listing, 0)));
    assert_eq!(desk.ids(&listing).len(), 4);
    assert_eq!(desk.again().ids(&listing).len(), 5);
    assert_eq!(desk.again().catalogue.count(), 5);
}

#[test]
fn m9_a_look_at_all_files_is_good_for_the_shortest_time_and_never_for_another_catalogue() {
    let desk = Desk::new("seen");
    assert!(!is_just_seen(&desk.catalogue, Depth::Read), "nobody has looked");
    desk.refresh();
    let seen = desk.catalogue.place().expect("a place").seen();
    let bytes = fs::read(&seen).expect("it is kept");
    // A library of four files is looked at every time that a person asks.
    sleep(Duration::from_millis(1100));
    assert!(!is_just_seen(&desk.catalogue, Depth::Read));
    // One that took long is good for a second.
    let (of, _, _, is_checked): (u64, Duration, Duration, bool) = postcard::from_bytes(&bytes).expect("as it is written");
    assert!(is_checked);
    let look = |of: u64, ago: u64, took: u64, is_checked: bool, depth: Depth| {
        let since = (SystemTime::now() - Duration::from_millis(ago)).duration_since(UNIX_EPOCH).expect("a time");
        let written = postcard::to_allocvec(&(of, since, Duration::from_millis(took), is_checked)).expect("bytes");
        fs::write(&seen, written).expect("written");
        is_just_seen(&desk.catalogue, depth)
    };
    assert!(look(of, 300, 900, true, Depth::Checked));
    assert!(look(of, 300, 900, false, Depth::Read));
    assert!(!look(of, 300, 900, false, Depth::Checked), "the rules have not run");
    assert!(!look(of, 300, 10, true, Depth::Read), "it took so little that it is done again");
    assert!(!look(of, 1100, 900, true, Depth::Read), "that is long ago");
    assert!(!look(of + 1, 300, 900, true, Depth::Read), "it was of another catalogue");
    // A clock that was put back, and no number is too large.
    fs::write(&seen, postcard::to_allocvec(&(of, Duration::MAX, Duration::MAX, true)).expect("bytes")).expect("written");
    assert!(!is_just_seen(&desk.catalogue, Depth::Read));
    for damaged in [&bytes[..bytes.len() / 2], &[0xff; 64], b""] {
        fs::write(&seen, damaged).expect("written");
        assert!(!is_just_seen(&desk.catalogue, Depth::Read), "{damaged:?}");
    }
}

/// What older versions of the program have made goes once this one has all; nothing else in the folder is touched.
#[test]
fn m9_what_older_versions_have_made_goes_and_nothing_else() {
    let desk = Desk::new("older");
    let index = desk.catalogue.place().expect("a place").index();
    let folder = index.parent().expect("a folder").to_owned();
    let beside = folder.join("beside");
    fs::create_dir(&beside).expect("made");
    fs::write(beside.join("mine"), "mine").expect("written");
    let (gone, stays) = (["index-1", "index-2"], ["index-99999", "index-1x", "index-", "index", "mine-1", "seen-2", "index--1"]);
    for name in gone.iter().chain(&stays) {
        fs::create_dir(folder.join(name)).expect("made");
        fs::write(folder.join(name).join("meta.json"), "{}").expect("written");
    }
    let (gone_files, stay_files) = (["stamps-1", "front-3", "seals-0", "seen-1"], ["index-3", "notes-1", "front-1.bak", "stamps-88888"]);
    for name in gone_files.iter().chain(&stay_files) {
        fs::write(folder.join(name), "x").expect("written");
    }
    std::os::unix::fs::symlink(&beside, folder.join("index-0")).expect("linked");
    desk.refresh();
    for name in gone.iter().chain(&gone_files) {
        assert!(!folder.join(name).exists(), "{name}");
    }
    for name in stays.iter().chain(&stay_files).chain(&["index-0", "beside/mine"]) {
        assert!(folder.join(name).exists(), "{name}");
    }
    assert!(index.is_dir() && desk.again().catalogue.count() == 4);
}
