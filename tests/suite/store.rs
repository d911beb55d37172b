//! A library is where its store is: on a disk, in the program, or anywhere else. What has its stamp is not read again.

use crate::support::Scratch;
use bluf::library::live::Live;
use bluf::library::store::{Embedded, File, Folder, Listener, Stamp, Store};
use bluf::library::watch::{News, watch};
use bluf::library::{self, Directory, Library};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const BRIEFING: &str = "briefings/port.yaml";
const SOURCE: &str = "seeds/port.txt";

/// A library far away, which knows a file by the number of its version.
#[derive(Debug)]
struct Remote {
    files: Mutex<BTreeMap<String, (usize, String)>>,
    /// It has lost count: no stamp tells.
    is_vague: AtomicBool,
    /// The files that were read.
    reads: AtomicUsize,
    pushes: Mutex<Receiver<()>>,
}

impl Remote {
    /// The little library of the tests, and what tells whoever watches that it has changed.
    fn with_port() -> (Arc<Self>, Sender<()>) {
        let scratch = Scratch::with_port("remote");
        let file = |path: &str| (path.to_owned(), (0, fs::read_to_string(scratch.0.join(path)).expect("the file")));
        let (push, pushes) = channel();
        let files = Mutex::new([file(BRIEFING), file(SOURCE)].into());
        (Arc::new(Self { files, is_vague: AtomicBool::default(), reads: AtomicUsize::default(), pushes: Mutex::new(pushes) }), push)
    }

    fn get(&self, file: &File) -> Option<(usize, String)> {
        let (File::Briefing(path) | File::Source(path)) = file;
        self.files.lock().expect("the files").get(path).cloned()
    }

    /// Saves a file with other words in it.
    fn save(&self, path: &str, words: &str, others: &str) {
        let mut files = self.files.lock().expect("the files");
        let (version, text) = files.get_mut(path).expect("the file");
        *version += 1;
        *text = text.replace(words, others);
    }

    fn reads(&self) -> usize {
        self.reads.swap(0, Ordering::Relaxed)
    }
}

impl Store for Remote {
    fn list(&self) -> anyhow::Result<Vec<String>> {
        Ok(self.files.lock().expect("the files").keys().filter(|path| path.starts_with("briefings/")).cloned().collect())
    }

    fn read(&self, file: &File) -> Result<Vec<u8>, String> {
        self.reads.fetch_add(1, Ordering::Relaxed);
        self.get(file).map(|(_, text)| text.into_bytes()).ok_or_else(|| "is not there".to_owned())
    }

    fn stamp(&self, file: &File) -> Option<Stamp> {
        let (version, _) = self.get(file).filter(|_| !self.is_vague.load(Ordering::Relaxed))?;
        Some(Stamp::of(version))
    }

    fn watch(&self, listener: &dyn Listener) {
        for () in self.pushes.lock().expect("a watch").iter() {
            listener.changed();
        }
    }

    fn place(&self) -> String {
        "https://desk.example/port".to_owned()
    }

    fn name(&self) -> String {
        "port".to_owned()
    }
}

fn live(store: Arc<dyn Store>) -> Live {
    let library = Library::open(store, |_, _| ()).expect("opens");
    library.check(|_, _| ());
    Live::new(library, Box::new(|_| Ok(())))
}

/// The text of the second judgement.
fn judgement(library: &Library) -> String {
    library.entries()[0].resolved.briefing.judgements[1].text.as_ref().expect("a text").value.clone()
}

/// The rules that find something in the first briefing.
fn rules(library: &Library) -> Vec<&'static str> {
    library.entries()[0].findings().iter().map(|finding| finding.rule).collect()
}

#[test]
fn a_third_store_is_read_and_read_again_without_a_folder() {
    let (remote, _push) = Remote::with_port();
    let live = live(Arc::clone(&remote) as Arc<dyn Store>);
    let library = live.library();
    assert_eq!(rules(&library), rules(&library::open(&Scratch::with_port("near").0).expect("opens")));
    assert_eq!((library.entries()[0].path.as_str(), library.on_disk(library.entries()[0])), (BRIEFING, None));
    assert_eq!(remote.reads(), 2, "the briefing and its source");
    assert!(!live.look());
    assert_eq!(remote.reads(), 0, "what has its stamp is not read");
    remote.save(BRIEFING, "Trade moves", "Trade runs");
    assert!(live.look());
    assert_eq!(judgement(&live.library()), "Trade runs elsewhere.");
    // Of a version that cannot be read the last good one stays.
    remote.save(BRIEFING, "judgements:\n", "judgements: [\n");
    assert!(live.look());
    assert_eq!((judgement(&live.library()).as_str(), live.library().broken().len()), ("Trade runs elsewhere.", 1));
    remote.save(BRIEFING, "judgements: [\n", "judgements:\n");
    assert!(live.look());
    assert_eq!(live.library().broken().len(), 0);
    // What is refused leaves what was there.
    let refused = Live::new(live.library(), Box::new(|_| anyhow::bail!("not this one")));
    remote.save(BRIEFING, "Trade runs", "Trade walks");
    assert!(refused.look());
    assert!(refused.library().lost().is_some_and(|lost| lost.why == "not this one"));
    assert!(!refused.look(), "it is refused as before");
    assert_eq!(judgement(&refused.library()), "Trade runs elsewhere.");
}

#[test]
fn a_third_store_is_watched() {
    let (remote, push) = Remote::with_port();
    let live = live(Arc::clone(&remote) as Arc<dyn Store>);
    let told = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        scope.spawn(|| watch(&live, &[], &|news| told.lock().expect("told").push(news)));
        push.send(()).expect("heard");
        remote.save(SOURCE, "Ships will wait", "Ships can wait");
        push.send(()).expect("heard");
        // Nobody pushes any more, and the watch is over.
        drop(push);
    });
    assert_eq!(told.into_inner().expect("told"), [News::Library]);
    assert!(rules(&live.library()).contains(&"quote/not-found"));
}

#[test]
fn a_touched_file_is_read_once_and_is_no_news() {
    let (remote, _push) = Remote::with_port();
    let live = live(Arc::clone(&remote) as Arc<dyn Store>);
    remote.reads();
    remote.save(SOURCE, "nothing of it", "");
    assert!(!live.look());
    assert_eq!(remote.reads(), 1);
    assert!(!live.look());
    assert_eq!(remote.reads(), 0, "it has its new stamp");
}

#[test]
fn where_no_stamp_tells_what_is_held_is_compared() {
    let (remote, _push) = Remote::with_port();
    remote.is_vague.store(true, Ordering::Relaxed);
    let live = live(Arc::clone(&remote) as Arc<dyn Store>);
    remote.reads();
    assert!(!live.look());
    assert_eq!(remote.reads(), 2);
    remote.save(BRIEFING, "Trade moves", "Goods moves");
    assert!(live.look());
    assert_eq!(judgement(&live.library()), "Goods moves elsewhere.");
    // Once one tells, it is held for the next time.
    remote.is_vague.store(false, Ordering::Relaxed);
    assert!(!live.look());
    remote.reads();
    assert!(!live.look());
    assert_eq!(remote.reads(), 0);
}

#[test]
fn the_library_in_the_program_is_a_store_like_any_other() {
    let (read, prepared) = (Library::open(Arc::new(Embedded), |_, _| ()).expect("opens"), Library::embedded());
    assert_eq!(read.entries().len(), prepared.entries().len());
    for (read, prepared) in read.entries().iter().zip(prepared.entries()) {
        assert_eq!((&read.id, &read.path, &read.in_library), (&prepared.id, &prepared.path, &prepared.in_library));
        assert_eq!(format!("{:?}", read.resolved.briefing), format!("{:?}", prepared.resolved.briefing));
        assert_eq!((read.findings(), read.file == prepared.file), (prepared.findings(), true));
    }
    assert!(!Live::new(prepared, Box::new(|_| Ok(()))).look());
    let missing = Embedded.read(&File::Source("seeds/other.txt".to_owned()));
    assert_eq!(missing, Err("is not in the embedded library".to_owned()));
}

/// The little library on a disk.
fn on_disk(name: &str) -> (Scratch, Live) {
    let scratch = Scratch::with_port(name);
    let live = live(Arc::new(Folder::new(&scratch.0)));
    (scratch, live)
}

/// Puts other words of the same length in a file, and its old time of writing.
fn write_back(path: &Path, words: &str, others: &str) {
    assert_eq!(words.len(), others.len());
    let modified = fs::metadata(path).and_then(|kind| kind.modified()).expect("a time");
    fs::write(path, fs::read_to_string(path).expect("the file").replace(words, others)).expect("written");
    fs::File::options().write(true).open(path).and_then(|file| file.set_modified(modified)).expect("set");
}

#[test]
fn a_write_within_the_tick_of_the_clock_is_seen_though_length_and_time_are_the_same() {
    let (scratch, live) = on_disk("racy");
    let mut words = ["Trade moves", "Goods moves"];
    for _ in 0..20 {
        write_back(&scratch.0.join(BRIEFING), words[0], words[1]);
        assert!(live.look());
        assert!(judgement(&live.library()).starts_with(words[1]));
        assert!(!live.look());
        words.reverse();
    }
}

#[test]
fn a_file_that_is_put_in_the_place_of_another_is_seen_though_length_and_time_are_the_same() {
    let (scratch, live) = on_disk("replaced");
    let (old, new) = (scratch.0.join(BRIEFING), scratch.0.join("new"));
    fs::write(&new, fs::read_to_string(&old).expect("the file").replace("Trade moves", "Goods moves")).expect("written");
    let modified = fs::metadata(&old).and_then(|kind| kind.modified()).expect("a time");
    fs::File::options().write(true).open(&new).and_then(|file| file.set_modified(modified)).expect("set");
    fs::rename(&new, &old).expect("moved");
    assert!(live.look());
    assert_eq!(judgement(&live.library()), "Goods moves elsewhere.");
}

#[test]
fn a_touched_file_on_disk_is_no_news_and_neither_is_one_that_was_away() {
    let (scratch, live) = on_disk("touched");
    let before = live.library();
    for path in [BRIEFING, SOURCE] {
        let path = scratch.0.join(path);
        let file = fs::File::options().write(true).open(&path).expect("opened");
        file.set_modified(std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1)).expect("set");
        assert!(!live.look());
        let bytes = fs::read(&path).expect("the file");
        fs::remove_file(&path).expect("removed");
        fs::write(&path, bytes).expect("written");
        assert!(!live.look());
    }
    assert!(live.library().is_same(&before));
}

#[test]
fn a_source_that_is_gone_another_or_back_is_seen_while_the_briefing_is_the_same() {
    let (scratch, live) = on_disk("source");
    let source = scratch.0.join(SOURCE);
    let text = fs::read_to_string(&source).expect("the file");
    let before = rules(&live.library());
    fs::remove_file(&source).expect("removed");
    assert!(live.look());
    assert!(rules(&live.library()).contains(&"source/file-missing"));
    assert!(!live.look(), "it is gone as before");
    fs::write(&source, text.replace("Ships will wait", "Ships won’t wait")).expect("written");
    assert!(live.look());
    assert!(rules(&live.library()).contains(&"quote/not-found"));
    fs::write(&source, text).expect("written");
    assert!(live.look());
    assert_eq!(rules(&live.library()), before);
}

/// A folder that is moved and linked to is another place, though each file in it has its old number and times.
#[test]
fn a_source_whose_folder_leads_out_of_the_library_now_is_not_read_any_more() {
    let (scratch, live) = on_disk("led-out");
    let outside = Scratch::new("led-out-to");
    fs::rename(scratch.0.join("seeds"), outside.0.join("seeds")).expect("moved");
    std::os::unix::fs::symlink(outside.0.join("seeds"), scratch.0.join("seeds")).expect("linked");
    assert!(live.look());
    let library = live.library();
    let finding = library.entries()[0].findings().iter().find(|finding| finding.rule == "source/file-missing").expect("the finding");
    assert!(finding.message.contains("leaves the library"), "{}", finding.message);
}

#[test]
fn a_briefing_that_is_a_link_out_of_the_library_is_named_and_not_read() {
    let (scratch, outside) = (Scratch::with_port("linked-out"), Scratch::new("linked-out-to"));
    let secret = outside.write("secret.yaml", "briefing: secret\ntitle: Gribble\nmarking: TLP:RED\n");
    std::os::unix::fs::symlink(&secret, scratch.0.join("briefings/leak.yaml")).expect("linked");
    std::os::unix::fs::symlink("port.yaml", scratch.0.join("briefings/same.yaml")).expect("linked");
    let messages = |library: &Path| {
        let library = library::open(library).expect("opens");
        let first = |entry: &&Arc<library::HeldBriefing>| {
            (entry.in_library.clone(), entry.findings().first().map_or_else(String::new, |finding| finding.message.clone()))
        };
        assert!(library.entry("secret").is_none());
        library.entries().iter().map(first).collect::<Vec<_>>()
    };
    let before = messages(&scratch.0);
    assert_eq!((before[0].0.as_str(), before[0].1.as_str()), ("briefings/leak.yaml", "the file leaves the library"));
    assert_ne!(before[2].1, before[0].1, "a link within the library is followed");
    // The folder of the briefings may be a link, and so may the library: what publishes one switches these.
    let elsewhere = outside.0.join("published");
    fs::rename(scratch.0.join("briefings"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, scratch.0.join("briefings")).expect("linked");
    let whole = outside.0.join("whole");
    std::os::unix::fs::symlink(&scratch.0, &whole).expect("linked");
    for library in [&scratch.0, &whole] {
        assert_eq!(messages(library), before, "{}", library.display());
    }
}

#[test]
fn one_briefing_of_a_library_is_opened_by_its_path_in_it() {
    let scratch = Scratch::with_port("part");
    scratch.write("briefings/other.yaml", "briefing: other\nmarking: TLP:CLEAR\n");
    let path = scratch.0.join(BRIEFING);
    let library = library::open(&path).expect("opens");
    let [entry] = *library.entries() else { panic!("one briefing") };
    assert_eq!((entry.in_library.as_str(), PathBuf::from(&entry.path), library.on_disk(entry)), (BRIEFING, path.clone(), Some(path)));
    let store = library.store();
    assert!(store.is_part());
    assert_eq!(store.root(), fs::canonicalize(&scratch.0).ok());
    assert!(store.place().ends_with(BRIEFING) && scratch.0.ends_with(store.name()));
}

#[test]
fn what_stands_for_a_briefing_and_is_none_says_why() {
    let scratch = Scratch::new("no-file");
    std::os::unix::fs::symlink("nowhere", scratch.0.join("a.yaml")).expect("linked");
    let made = std::process::Command::new("mkfifo").arg(scratch.0.join("b.yaml")).status().expect("mkfifo runs");
    assert!(made.success());
    let large = fs::File::create(scratch.0.join("c.yaml")).expect("created");
    large.set_len(4 * 1024 * 1024 + 1).expect("grown");
    scratch.write("d.yaml", b"briefing: \xff\n");
    let library = library::open(&scratch.0).expect("opens");
    let words: Vec<&str> = library.entries().iter().map(|entry| entry.findings()[0].message.as_str()).collect();
    assert_eq!(
        words,
        [
            "the file cannot be read: no such file or directory",
            "the file is no regular file",
            "the file is larger than 4 MiB",
            "the file is not UTF-8: byte 0xff at line 1, column 11 (byte 10)",
        ]
    );
}

#[test]
fn a_name_that_is_no_text_is_opened() {
    let scratch = Scratch::with_port("odd-name");
    let odd = Path::new(std::ffi::OsStr::from_bytes(b"briefings/caf\xe9.yaml"));
    fs::write(scratch.0.join(odd), "briefing: cafe\nmarking: TLP:CLEAR\n").expect("written");
    let library = library::open(&scratch.0).expect("opens");
    let entry = library.entry("cafe").expect("read");
    assert_eq!(library.on_disk(entry), Some(scratch.0.join(odd)));
}

/// The ids of a library with the paths of their briefings.
#[derive(Debug)]
struct Paths(Vec<(String, String)>);

impl Directory for Paths {
    fn count(&self) -> usize {
        self.0.len()
    }
    fn path_of(&self, id: &str) -> Option<String> {
        self.0.iter().find(|(other, _)| other == id).map(|(_, path)| path.clone())
    }
    fn ids(&self) -> Vec<String> {
        self.0.iter().map(|(id, _)| id.clone()).collect()
    }
}

#[test]
fn of_a_large_library_is_read_what_is_opened_and_that_once() {
    let (remote, _push) = Remote::with_port();
    let twin = (0, format!("{}\n", remote.get(&File::Briefing(BRIEFING.to_owned())).expect("the file").1));
    remote.files.lock().expect("the files").insert("briefings/twin.yaml".to_owned(), twin);
    let all = [("port", BRIEFING), ("port-2", "briefings/twin.yaml")].map(|(id, path)| (id.to_owned(), path.to_owned()));
    let library = Library::large(Arc::clone(&remote) as Arc<dyn Store>, Arc::new(Paths(all.into())));
    assert_eq!((library.count(), library.entries().len(), remote.reads()), (2, 0, 0));
    assert!(library.entry("port").is_some() && library.clone().entry("port").is_some());
    assert_eq!((library.entries().len(), remote.reads()), (1, 2), "the briefing and its source");
    assert!(library.entry("harbour").is_none());

    let twin = library.entry("port-2").expect("the one of the same id");
    assert_eq!(twin.id, "port-2");
    assert!(twin.findings().iter().any(|finding| finding.rule == "id/duplicate" && finding.message.contains(BRIEFING)));

    let live = Live::new(library.clone(), Box::new(|_| Ok(())));
    assert!(!live.look(), "nothing has changed");
    remote.save(BRIEFING, "title: ", "title: Saved, ");
    assert!(live.look());
    let now = live.library();
    let title = |library: &Library| library.entry("port").expect("open").resolved.briefing.title().to_owned();
    assert!(title(&now).starts_with("Saved, ") && !title(&library).starts_with("Saved, "));
    assert_eq!(now.count(), 2);
}

#[test]
fn of_a_large_library_few_briefings_are_held() {
    let scratch = Scratch::new("few");
    let all: Vec<(String, String)> = (0..60).map(|n| (format!("b{n}"), format!("briefings/b{n}.yaml"))).collect();
    for (id, path) in &all {
        scratch.write(path, format!("briefing: {id}\nmarking: TLP:CLEAR\n"));
    }
    let library = Library::large(Arc::new(Folder::new(&scratch.0)), Arc::new(Paths(all)));
    let open = |numbers: std::ops::Range<usize>| numbers.for_each(|n| assert!(library.entry(&format!("b{n}")).is_some()));
    open(0..40);
    assert!(library.with_few(&["b7"]).is_none(), "they are few");
    open(40..60);
    let few = library.with_few(&["b7", "b59"]).expect("they are many");
    let ids: Vec<&str> = few.entries().iter().map(|held| held.id.as_str()).collect();
    // Those that were opened first have gone, and no more of them than must.
    assert_eq!(ids, ["b7".to_owned()].into_iter().chain((13..60).map(|n| format!("b{n}"))).collect::<Vec<_>>());
    assert!(few.with_few(&["b7"]).is_none());
    assert!(few.is_same(&library) && few.entry("b3").is_some());
}
