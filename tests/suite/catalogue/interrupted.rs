//! Whatever stops the program while it writes, and whatever lies in the cache, the next look is right.

use super::library::{briefing, mixed, small};
use super::oracle::{Id, entries};
use super::queries::{Asked, Dice, atoms};
use super::searching::{found, library_at};
use super::{Desk, Scratch};
use crate::support::{program, until};
use bluf::briefing::Date;
use bluf::catalogue::cache_folder::Place;
use bluf::catalogue::{Cancel, Catalogue, Depth, Listing, Progress, refresh};
use bluf::library::store::{Folder, Store};
use std::collections::BTreeSet;
use std::fs;
use std::process::{Child, Stdio};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// The program itself, which brings the catalogue of a library up to date.
fn index(scratch: &Scratch) -> Child {
    let mut command = program();
    command.arg("index").arg(scratch.0.join("library")).env("XDG_CACHE_HOME", scratch.0.join("xdg"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs")
}

/// The catalogue that it writes.
fn shared(scratch: &Scratch) -> (Folder, Catalogue) {
    let store = Folder::new(&scratch.0.join("library"));
    let catalogue = Catalogue::at(Place::within(&scratch.0.join("xdg/bluf"), &store.place())).expect("it opens");
    (store, catalogue)
}

fn is_right(scratch: &Scratch, desk: &(Folder, Catalogue), asked: &[Asked]) {
    let today = Date::day(2026, 11, 29);
    refresh(&desk.1, &desk.0, &today, Depth::Read, &|_| (), &Cancel::default()).expect("it is refreshed");
    let library = library_at(scratch);
    let all = entries(&library);
    assert_eq!(desk.1.count(), library.entries().len());
    for asked in asked {
        let meant: BTreeSet<Id> = all.iter().filter(|entry| (asked.means)(entry)).map(|entry| entry.id.clone()).collect();
        assert_eq!(found(&desk.1, &library, &asked.text), meant, "{}", asked.text);
    }
}

/// Kills the program at so many moments of its work, each time with other files to read.
fn kill(name: &str, times: usize) {
    let scratch = Scratch::new(name);
    mixed(&scratch);
    let asked: Vec<Asked> = atoms().into_iter().filter(|asked| !asked.text.contains("state:")).collect();
    let mut dice = Dice(times as u64);
    for time in 0..times {
        for file in 0..dice.roll(12) {
            let id = format!("more-{}", dice.roll(40));
            let path = format!("library/briefings/made/{id}.yaml");
            let word = dice.one(&["river", "договор", "中国", "آب", "bridge"]);
            if dice.roll(4) == 0 {
                let _ = fs::remove_file(scratch.0.join(&path));
            } else {
                scratch.write(&path, briefing(&id, &format!("{word} {time} {file}"), "2025-03", "TLP:GREEN", "made-1.txt"));
            }
        }
        let mut child = index(&scratch);
        thread::sleep(Duration::from_millis(5 + dice.roll(700) as u64));
        let _ = child.kill();
        child.wait().expect("it ends");
        let few: Vec<Asked> = (0..12).map(|_| dice.one(&asked)).collect();
        is_right(&scratch, &shared(&scratch), &few);
        if dice.roll(3) == 0 {
            let _ = fs::remove_dir_all(scratch.0.join("xdg"));
        }
    }
    is_right(&scratch, &shared(&scratch), &asked);
}

#[test]
fn m9_killed_while_it_writes_it_is_right_the_next_time() {
    kill("catalogue-killed", 6);
}

#[test]
#[ignore = "it takes minutes: cargo test --test suite -- --ignored killed_fifty"]
fn m9_killed_fifty_times_it_is_right_the_next_time() {
    kill("catalogue-killed-50", 50);
}

#[test]
fn m9_two_programs_at_once_write_each_briefing_once() {
    let scratch = Scratch::new("catalogue-two");
    mixed(&scratch);
    let desk = shared(&scratch);
    let mut children = [index(&scratch), index(&scratch)];
    let seen = until(|| {
        desk.1.reload().expect("it is read");
        let rows = desk.1.rows(&Listing::default(), 0..1000).expect("rows");
        let ids: BTreeSet<&String> = rows.rows.iter().map(|row| &row.id).collect();
        assert_eq!(ids.len(), rows.rows.len(), "a briefing is listed twice");
        (ids.len() >= 39).then_some(ids.len())
    });
    scratch.write("library/briefings/late.yaml", briefing("late", "Late", "2026-05-01", "TLP:CLEAR", "made-1.txt"));
    for child in &mut children {
        assert!(child.wait().expect("it ends").success());
    }
    assert_eq!(seen, Some(39));
    is_right(&scratch, &desk, &atoms()[..20]);
}

#[test]
fn m9_who_runs_the_rules_lets_programs_write_that_have_read_something_new() {
    let desk = Desk::new("gives-way");
    for number in 0..120 {
        let id = format!("day-{number}");
        desk.scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, "A day", "2025-07-01", "TLP:GREEN", "dam.txt"));
    }
    assert_eq!(desk.refresh_to(Depth::Read).unchecked, 124);
    let (is_checked, began) = (AtomicBool::new(false), Once::new());
    thread::scope(|scope| {
        let tell = |_: &Progress| {
            began.call_once(|| {
                scope.spawn(|| {
                    let other = desk.again();
                    desk.scratch.write("library/briefings/new.yaml", briefing("new", "News", "2025-07-02", "TLP:GREEN", "dam.txt"));
                    assert_eq!(other.refresh_to(Depth::Read).read, 1);
                    assert!(!is_checked.load(Ordering::SeqCst), "it has waited until all were checked");
                });
            });
        };
        let done = refresh(&desk.catalogue, &desk.store, &Date::day(2026, 11, 29), Depth::Checked, &tell, &Cancel::default());
        is_checked.store(true, Ordering::SeqCst);
        assert_eq!(done.expect("it is refreshed").checked, 124);
    });
    desk.catalogue.reload().expect("reloaded");
    let rows = desk.catalogue.rows(&Listing::default(), 0..1000).expect("rows").rows;
    assert_eq!(rows.len(), 125);
    assert!(rows.iter().all(|row| row.check.is_some()));
    assert!(!desk.again().refresh().is_news());
}

/// Quitting ends it at once, and what was committed stays.
#[test]
fn m9_a_refresh_that_is_cancelled_goes_on_where_it_was() {
    let scratch = Scratch::new("catalogue-cancelled");
    small(&scratch);
    for number in 0..300 {
        let id = format!("b{number:03}");
        scratch.write(&format!("library/briefings/{id}.yaml"), briefing(&id, "One of many", "2020-01-01", "TLP:CLEAR", "dam.txt"));
    }
    let desk = Desk::over(scratch);
    let cancel = Cancel::default();
    let tell = |progress: &Progress| {
        if progress.is_committed {
            cancel.cancel();
        }
    };
    let today = Date::day(2026, 11, 29);
    let done = refresh(&desk.catalogue, &desk.store, &today, Depth::Read, &tell, &cancel).expect("it is refreshed");
    let first = desk.catalogue.count();
    assert!(first <= 304 && (done.is_cancelled || first == 304));
    let done = desk.refresh_to(Depth::Read);
    assert_eq!((first + done.read, desk.catalogue.count()), (304, 304));
}

/// What lies in the folder of the index, and may be anything.
#[test]
fn m9_a_damaged_catalogue_is_made_anew() {
    let desk = Desk::new("damaged");
    desk.refresh();
    let folder = desk.catalogue.place().expect("a place").index();
    let segments = || {
        let files = fs::read_dir(&folder).expect("the index").flatten().map(|file| file.path());
        let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "store" || ending == "idx")).collect();
        files.sort();
        files
    };
    let truncate = |path: &std::path::Path, most: usize| {
        let bytes = fs::read(path).expect("read");
        fs::write(path, &bytes[..bytes.len().min(most)]).expect("written");
    };
    let turn_over = |path: &std::path::Path| {
        let mut bytes = fs::read(path).expect("read");
        let middle = bytes.len() / 3;
        bytes[middle] ^= 0xff;
        fs::write(path, bytes).expect("written");
    };
    let damages: [(&str, &dyn Fn()); 9] = [
        ("no list of segments", &|| fs::remove_file(folder.join("meta.json")).expect("removed")),
        ("an empty list of segments", &|| fs::write(folder.join("meta.json"), "").expect("written")),
        ("another list of segments", &|| fs::write(folder.join("meta.json"), "{\"segments\": 1}").expect("written")),
        ("half a list of segments", &|| truncate(&folder.join("meta.json"), 200)),
        ("no managed files", &|| fs::write(folder.join(".managed.json"), "no").expect("written")),
        ("half a segment", &|| truncate(&segments()[0], 60)),
        ("an empty segment", &|| truncate(&segments()[1], 0)),
        ("a missing segment", &|| fs::remove_file(&segments()[0]).expect("removed")),
        ("one other byte in each segment", &|| segments().iter().for_each(|path| turn_over(path))),
    ];
    for (what, damage) in damages {
        damage();
        let again = desk.again();
        again.refresh();
        assert_eq!(again.ids(&Listing::default()), ["water", "dam", "port", "undated"], "{what}");
        assert!(again.catalogue.is_sound(), "{what}");
    }
    // Without what it knows of the files of the library it reads them, and finds the same.
    fs::remove_file(desk.catalogue.place().expect("a place").stamps()).ok();
    assert!(!desk.again().refresh().is_news());
}
