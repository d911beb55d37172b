//! The program on a pseudo-terminal, and the screen that it draws.

use super::{dense, home, until, variables};
use bluf::tui::layout::{Layout, Pane, Wanted};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// A program on a pseudo-terminal, and the screen that it draws.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    bytes: Receiver<Vec<u8>>,
    pub parser: vt100::Parser,
    /// Everything that the program wrote.
    pub written: Vec<u8>,
    /// The modes of the terminal before the program.
    found: String,
}

/// The modes of a terminal: whole lines or raw, with or without echo.
fn modes(master: &dyn MasterPty) -> String {
    master.get_termios().map_or_else(String::new, |termios| format!("{:?} {:?}", termios.local_flags, termios.input_flags))
}

/// The program with a home of its own, where every first step has been taken.
pub fn bluf(arguments: &[&str]) -> CommandBuilder {
    let mut command = at_home(env!("CARGO_BIN_EXE_bluf"));
    let state = Path::new(command.get_env("XDG_STATE_HOME").expect("set")).join("bluf");
    let steps = fs::create_dir_all(&state).and_then(|()| fs::write(state.join("first-steps"), "move\nopen\nback\nkeys\n"));
    steps.expect("a home");
    command.args(arguments);
    command
}

/// A program with a home of its own.
pub fn at_home(program: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    for variable in variables() {
        command.env_remove(variable);
    }
    for (variable, folder) in home() {
        command.env(variable, folder);
    }
    command
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("not zero")
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        Self::start_with(command, &[], columns, rows)
    }

    /// The same in an environment that says more of the terminal than that it has 256 colours.
    pub fn start_with(mut command: CommandBuilder, environment: &[(&str, &str)], columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal");
        command.env("TERM", "xterm-256color");
        let says_more = ["NO_COLOR", "COLORTERM", "COLORFGBG", "MLTERM", "TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "BROWSER"];
        for name in says_more {
            command.env_remove(name);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        let found = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("it starts");
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut chunk = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut chunk) {
                if sender.send(chunk[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().expect("a writer");
        let parser = vt100::Parser::new(cells(rows), cells(columns), 0);
        Self { master: pair.master, writer, child, bytes, parser, written: Vec::new(), found }
    }

    pub fn bluf(arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::start(bluf(arguments), columns, rows)
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.master.resize(size(columns, rows)).expect("resized");
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
    }

    pub fn process(&self) -> u32 {
        self.child.process_id().expect("running")
    }

    /// Reads what has come; whether anything has, and none where nothing more will.
    pub fn read(&mut self) -> Option<bool> {
        let mut any = false;
        loop {
            match self.bytes.try_recv() {
                Ok(bytes) => {
                    self.parser.process(&bytes);
                    self.written.extend(bytes);
                    any = true;
                }
                Err(TryRecvError::Empty) => return Some(any),
                Err(TryRecvError::Disconnected) => return any.then_some(true),
            }
        }
    }

    /// Reads until the screen is as wanted.
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) {
        let mut looked = false;
        let seen = until(|| {
            let is_new = self.read() == Some(true) || !std::mem::replace(&mut looked, true);
            // A frame is looked at when all of it is there.
            (is_new && self.written.ends_with(b"\x1b[?2026l") && wanted(self.parser.screen())).then_some(())
        });
        assert!(seen.is_some(), "waited for {what}; the screen is\n{}", self.parser.screen().contents());
    }

    pub fn wait_for_text(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Reads until the program, or another that has the terminal, has written something.
    pub fn wait_until_written(&mut self, words: &str) {
        let written = until(|| {
            self.read();
            self.is_written(words).then_some(())
        });
        assert!(written.is_some(), "waited for {words}");
    }

    /// The program has written something, as far as was read.
    pub fn is_written(&self, words: &str) -> bool {
        self.written.windows(words.len()).any(|bytes| bytes == words.as_bytes())
    }

    /// How many frames the program has written, as far as was read.
    pub fn frames(&self) -> usize {
        String::from_utf8_lossy(&self.written).matches("\x1b[?2026h").count()
    }

    /// Reads until the cover shows what stands in the frame behind the first one: that the briefing was checked.
    pub fn wait_until_checked(&mut self) {
        self.wait("the counts of the check", |screen| head(screen).contains("anchored"));
    }

    /// Waits until the program hears of what is saved in a folder.
    pub fn wait_until_watched(&self, folder: &Path) {
        wait_until_watched(self.process(), folder);
    }

    pub fn type_in(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).and_then(|()| self.writer.flush()).expect("typed");
    }

    /// Types what the program is to take by itself: it sleeps before, has woken, and sleeps again.
    pub fn type_alone(&mut self, keys: &str) {
        let before = until(|| self.times_asleep()).expect("it sleeps");
        self.type_in(keys);
        until(|| self.times_asleep().filter(|times| *times > before)).expect("it has woken");
    }

    /// How often the thread that reads the keys has gone to sleep; none while it is awake.
    fn times_asleep(&self) -> Option<u64> {
        times_asleep(Path::new(&format!("/proc/{}", self.process())))
    }

    /// How often any thread of the program has gone to sleep; none while one is awake.
    pub fn times_all_asleep(&self) -> Option<u64> {
        let threads = fs::read_dir(format!("/proc/{}/task", self.process())).expect("threads");
        threads.map(|thread| times_asleep(&thread.expect("a thread").path())).sum()
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.process().to_string()]).status().expect("kill runs");
        assert!(sent.success());
    }

    /// Leaves the program by its key; all is well and as it was.
    #[track_caller]
    pub fn quit(&mut self) {
        self.type_in("q");
        assert_eq!(self.end(), 0, "{}", self.text());
        self.assert_restored();
    }

    /// Waits until the program has ended, and reads what it still wrote; its exit code.
    pub fn end(&mut self) -> u32 {
        self.status().exit_code()
    }

    /// The same; how it ended.
    pub fn status(&mut self) -> ExitStatus {
        let status = until(|| self.child.try_wait().expect("a status")).expect("it ends");
        until(|| self.read().is_none().then_some(())).expect("nobody else has the terminal");
        status
    }

    #[track_caller]
    pub fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "it is still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None, "the mouse is still asked for");
        assert!(!screen.bracketed_paste(), "pastes are still in brackets");
        assert_eq!(modes(&*self.master), self.found, "the terminal is still raw");
    }

    /// The text of the middle column in the colour of the opened passage.
    pub fn lit(&self) -> String {
        let screen = self.parser.screen();
        let (rows, columns) = screen.size();
        let layout = Layout::reading((columns.get(), rows.get()), Wanted { deep: true, lines_of_tabs: 2, ..Wanted::default() })
            .expect("large enough");
        let here = layout.area(Pane::Here).expect("a column");
        let mut lit = String::new();
        for row in 0..rows.get() {
            for column in here.left()..here.right() {
                if let Some(cell) = screen.cell(row, column).filter(|cell| cell.bgcolor() == vt100::Color::Idx(11)) {
                    lit.push_str(cell.contents());
                }
            }
            lit.push(' ');
        }
        dense(&lit)
    }

    /// The screen as text, its rows without the space behind them.
    pub fn text(&self) -> String {
        text(self.parser.screen())
    }
}

pub fn text(screen: &vt100::Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

pub fn head(screen: &vt100::Screen) -> String {
    screen.contents().lines().next().unwrap_or_default().to_owned()
}

pub fn foot(screen: &vt100::Screen) -> String {
    screen.contents().lines().last().unwrap_or_default().to_owned()
}

/// How often a thread has gone to sleep by itself (proc(5), `status`); none while it is awake.
fn times_asleep(thread: &Path) -> Option<u64> {
    let status = fs::read_to_string(thread.join("status")).ok()?;
    let value = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim).expect("a line of its own");
    value("State:").starts_with('S').then(|| value("voluntary_ctxt_switches:").parse().expect("a number"))
}

/// Waits until the system tells a process what happens in a folder (proc(5), `fdinfo`).
pub fn wait_until_watched(process: u32, folder: &Path) {
    let number = format!(" ino:{:x} ", fs::metadata(folder).expect("a folder").ino());
    let is_watched = || {
        let files = fs::read_dir(format!("/proc/{process}/fdinfo")).expect("a process");
        let mut told = files.filter_map(|file| fs::read_to_string(file.ok()?.path()).ok());
        told.any(|told| told.lines().any(|line| line.starts_with("inotify ") && line.contains(&number)))
    };
    assert!(until(|| is_watched().then_some(())).is_some(), "nobody watches {}", folder.display());
}
