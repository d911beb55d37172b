//! What the tests are written with.

use bluf::keys::key::Key;
use bluf::keys::keymap::Keymap;
use bluf::library::{self, Library};
use bluf::page::{Guide, Place, Role, World};
use bluf::settings::SETTINGS;
use bluf::tui::model::{Effect, Message, Model};
use bluf::tui::pointer::{Deed, Pointer};
use bluf::tui::theme::{Theme, ThemeName, Themes};
use bluf::tui::view::{draw, zone_at};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

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
    let guide = Arc::new(Guide::new(&Keymap::default(), false, Themes::default().rows()));
    World { guide, ..World::from(library) }
}

/// The same, checked.
fn checked(library: Library) -> Arc<World> {
    library.check(|_, _| ());
    Arc::new(guided(library))
}

/// A browser without a terminal: keys in, screen out.
pub struct Reader {
    pub model: Model,
    pub theme: Theme,
}

impl Reader {
    /// Opens an address, or where people begin.
    pub fn open(world: impl Into<Arc<World>>, address: Option<&str>, columns: u16, rows: u16) -> Self {
        let place = address.map(|address| address.parse::<Place>().expect("an address"));
        let model = Model::new(world, place).expect("a place");
        let mut reader = Self { model, theme: Theme::new(ThemeName::Terminal, true) };
        reader.model.update(&Message::Begun);
        reader.model.update(&Message::Checked);
        reader.resize(columns, rows);
        reader
    }

    /// The built-in briefing at 120×40.
    pub fn begin() -> Self {
        Self::open(embedded(), None, 120, 40)
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.model.update(&Message::Resize { columns, rows });
        self.model.arrange();
    }

    /// Presses keys, by their names and parted by spaces.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("`{name}` is no key"));
            self.model.update(&Message::Key(key));
        }
        self.model.arrange();
        self
    }

    /// Presses keys, by their names and parted by spaces; what the program wants done for the last of them.
    pub fn effects(&mut self, keys: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for name in keys.split_whitespace() {
            let key = Key::parse(name).unwrap_or_else(|| panic!("`{name}` is no key"));
            effects = self.model.update(&Message::Key(key));
            self.model.arrange();
        }
        effects
    }

    /// Presses keys; the text that the last of them copies.
    pub fn copied(&mut self, keys: &str) -> String {
        copied(&self.effects(keys)).unwrap_or_else(|| panic!("{keys} copies nothing; it says {:?}", self.model.notice()))
    }

    /// Does something with the mouse at a cell, 0-based.
    pub fn mouse(&mut self, deed: Deed, (x, y): (u16, u16)) -> Vec<Effect> {
        let on = zone_at(&self.model, &self.theme, x, y);
        let effects = self.model.update(&Message::Pointer { pointer: Pointer { deed, x, y }, on });
        self.model.arrange();
        effects
    }

    /// Clicks on a cell.
    pub fn click(&mut self, cell: (u16, u16)) -> Vec<Effect> {
        self.mouse(Deed::Press, cell);
        self.mouse(Deed::Release, cell)
    }

    /// Drags from one cell to another and lets go.
    pub fn drag(&mut self, from: (u16, u16), to: (u16, u16)) -> Vec<Effect> {
        self.mouse(Deed::Press, from);
        self.mouse(Deed::Drag, to);
        self.mouse(Deed::Release, to)
    }

    /// The cell of a text on the screen, its `nth` occurrence from 0.
    pub fn find(&self, text: &str, nth: usize) -> (u16, u16) {
        let screen = self.screen();
        let rows = screen.iter().enumerate();
        let found = rows.flat_map(|(y, row)| row.match_indices(text).map(move |(at, _)| (row[..at].chars().count(), y)));
        let (x, y) = found.into_iter().nth(nth).unwrap_or_else(|| panic!("no {text} in\n{}", screen.join("\n")));
        (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    }

    /// Where we are.
    pub fn address(&self) -> String {
        self.model.trail().here().place.to_string()
    }

    /// The screen as cells.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.model.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        draw(&self.model, &self.theme, &mut buffer);
        buffer
    }

    /// The screen as text, its rows without the space behind them.
    pub fn screen(&self) -> Vec<String> {
        rows(&self.buffer())
    }

    /// The text of the page where we are that has a role, wherever it is scrolled to.
    pub fn text_in(&self, role: Role) -> String {
        let shown = self.model.shown().expect("a page");
        let rows = shown.here().flowed.rows.iter();
        let pieces = rows.flat_map(|row| &row.pieces).filter(|piece| piece.role == role);
        pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The text that is copied.
pub fn copied(effects: &[Effect]) -> Option<String> {
    effects.iter().find_map(|effect| if let Effect::Copy { text, .. } = effect { Some(text.clone()) } else { None })
}

/// A buffer as text.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    let columns = usize::from(buffer.area.width.max(1));
    buffer
        .content
        .chunks(columns)
        .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned())
        .collect()
}

/// A text without white space: wrapping may break behind a dash as well as at a space.
pub fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The folders that the program keeps its files in, by the variables that name them.
const FOLDERS: [(&str, &str); 4] = [("HOME", ""), ("XDG_STATE_HOME", "state"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")];

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

/// The program, with a home of its own.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluf"));
    command.envs(home());
    for variable in variables() {
        command.env_remove(variable);
    }
    command
}

/// A folder that is gone when the test is over.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bluf-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a scratch folder");
        Self(path)
    }

    /// Writes a file, and the folders it stands in.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// A library of one small invented briefing, in `briefings/port.yaml`.
    pub fn with_port(name: &str) -> Self {
        let scratch = Self::new(name);
        scratch.write("seeds/port.txt", PORT_SOURCE);
        scratch.write("briefings/port.yaml", PORT);
        scratch
    }

    /// A copy of the project's own library.
    pub fn with_library(name: &str) -> Self {
        let scratch = Self::new(name);
        for file in library::embedded::FILES {
            scratch.write(file.path, file.text);
        }
        scratch
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const PORT_SOURCE: &str = "On Monday the dockers voted to stop work on Fridays. Ships will wait for days.
The harbour is blue and the sky above it is bluer.
";

/// Two sentences are claimed, the second of them twice, and the third is set aside.
const PORT: &str = "# A comment stands before it all.
briefing: port
title: The strike
marking: TLP:CLEAR
date: 2026-11-22
yardstick: icd203
change: initial
question: Does the strike close the port?
bottom_line: A closure is unlikely [J1].
sources:
  ART:
    title: Dockers vote to stop work
    file: seeds/port.txt
    reliability: C
    descriptor: A local paper.
    set_aside:
      - quote: The harbour is blue and the sky above it is bluer.
        why: Colour.
sections:
  labour:
    C1:
      fact: The dockers voted to stop work.
      quote: voted to stop work on Fridays
    C2:
      forecast: Ships will wait.
      quote: Ships will wait for days.
  trade:
    C3:
      forecast: It takes days.
      quote: for days
judgements:
  J1:
    section: labour
    text: The port closes for a week.
    by: 2026-12
    likelihood: unlikely
    confidence: low
    because: One day was voted for [C1].
    claims: [C1, C2, C3]
  J2:
    section: trade
    text: Trade moves elsewhere.
    by: 2026-12
    likelihood: likely
    confidence: low
    because: Ships wait [C2].
    claims: [C2]
events:
  T1:
    express-intent: The dockers vote.
    date: 2026-11-20
    claims: [C1]
";

/// The words on the cells that are marked as hits of a search, row by row.
pub fn marked(buffer: &Buffer) -> Vec<String> {
    let mut words = Vec::new();
    for y in 0..buffer.area.height {
        let mut run = String::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            if cell.bg == ratatui::style::Color::Cyan {
                run.push_str(cell.symbol());
            } else if !run.is_empty() {
                words.push(std::mem::take(&mut run));
            }
        }
        words.extend((!run.is_empty()).then_some(run));
    }
    words
}
