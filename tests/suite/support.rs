//! What the tests are written with: libraries, a browser without a terminal, and one on a terminal.

pub mod hostile;
pub mod markup;
pub mod over;
mod random;
mod reader;
mod scratch;
pub mod terminal;

pub use random::Random;
pub use reader::{Reader, copied, keys, marked, rows};
pub use scratch::Scratch;

use bluf::export::handed_on;
use bluf::keys::keymap::Keymap;
use bluf::library::{self, Library};
use bluf::page::{Guide, World};
use bluf::settings::SETTINGS;
use bluf::tui::theme::Themes;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::{Duration, Instant};

/// Asks until there is an answer; none where so much time has gone by that the test hangs. No test is held to a time: machines
/// are slow at times, and how fast the program is the benches say.
pub fn until<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let begun = Instant::now();
    loop {
        let answer = ask();
        if answer.is_some() || begun.elapsed() > Duration::from_mins(1) {
            return answer;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// What work comes to that could hang.
pub fn ends<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let worker = thread::spawn(work);
    until(|| worker.is_finished().then_some(())).expect("it ends");
    worker.join().expect("it does not panic")
}

/// A file or folder of the project.
pub fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The briefings in a folder, by name.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(project(folder))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// The built-in library.
pub fn embedded() -> Arc<World> {
    static READ: LazyLock<Arc<World>> = LazyLock::new(|| checked(Library::embedded()));
    Arc::clone(&READ)
}

/// The invented library.
pub fn desk() -> Arc<World> {
    static READ: LazyLock<Arc<World>> = LazyLock::new(|| checked(library::open(Path::new("tests/desk")).expect("the desk opens")));
    Arc::clone(&READ)
}

/// The invented library in Russian, in Persian, and in every script at once.
pub fn world_of_scripts() -> Arc<World> {
    static READ: LazyLock<Arc<World>> = LazyLock::new(|| checked(library::open(Path::new("tests/world")).expect("it opens")));
    Arc::clone(&READ)
}

/// What pages may read, with the usual keys and themes.
pub fn guided(library: Library) -> World {
    let guide = Guide { formats: handed_on(), ..Guide::new(&Keymap::default(), false, Themes::default().rows()) };
    let guide = Arc::new(guide);
    World { guide, ..World::from(library) }
}

/// The same, checked.
fn checked(library: Library) -> Arc<World> {
    library.check(|_, _| ());
    Arc::new(guided(library))
}

/// A text without white space: wrapping may break behind a dash as well as at a space.
pub fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The folders that the program keeps its files in, by the variables that name them.
const FOLDERS: [(&str, &str); 5] =
    [("HOME", ""), ("XDG_STATE_HOME", "state"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_CACHE_HOME", "cache")];

/// A home that nothing was kept in yet, by the variables that name its folders: no test reads or writes that of who runs it.
pub fn home() -> Vec<(&'static str, PathBuf)> {
    static HOMES: AtomicUsize = AtomicUsize::new(0);
    let number = HOMES.fetch_add(1, Ordering::Relaxed);
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("home-{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&home);
    std::fs::create_dir_all(&home).expect("a home");
    FOLDERS.map(|(variable, folder)| (variable, home.join(folder))).into()
}

/// The variables that the program reads, and that no test is to have from who runs it.
pub fn variables() -> impl Iterator<Item = &'static str> {
    SETTINGS.iter().map(|row| row.variable).chain(["BLUF_LIBRARY", "BLUF_CONFIG", "SOURCE_DATE_EPOCH"])
}

/// The program, with a home of its own, where it stands in no library.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluf"));
    let home = home();
    command.current_dir(&home[0].1);
    command.envs(home);
    for variable in variables() {
        command.env_remove(variable);
    }
    command
}
