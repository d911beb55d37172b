//! The program in a real tmux, started from a shell as people do. Needs tmux and bash, so a bare `cargo test` leaves it out;
//! the gate installs them and runs it.

use crate::support::{Scratch, until};
use std::process::Command;
use std::time::Duration;

/// A tmux server of our own with one window, a shell in it.
struct Tmux {
    scratch: Scratch,
}

impl Tmux {
    fn start(name: &str, columns: u16, rows: u16) -> Self {
        let tmux = Self { scratch: Scratch::new(name) };
        tmux.scratch.write("tmux.conf", "set -g status off\nset -s escape-time 0\nset -s set-clipboard on\n");
        tmux.tmux(&[
            "-f",
            "tmux.conf",
            "new-session",
            "-d",
            "-x",
            &columns.to_string(),
            "-y",
            &rows.to_string(),
            "bash --norc --noprofile -i",
        ]);
        tmux.tmux(&["set", "-g", "window-size", "manual"]);
        tmux.type_line("export PS1='ready> ' HISTFILE=; clear");
        tmux.wait("a shell", |screen| screen.trim_start().starts_with("ready>") && screen.trim().lines().count() == 1);
        tmux
    }

    /// Runs a command of tmux; its output.
    fn tmux(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.current_dir(&self.scratch.0).arg("-S").arg(self.scratch.0.join("socket"));
        command.env_remove("TMUX").env("HOME", &self.scratch.0).env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color");
        let output = command.args(arguments).output().expect("tmux is installed");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn type_line(&self, line: &str) {
        self.tmux(&["send-keys", "-l", line]);
        self.press("Enter");
    }

    fn press(&self, keys: &str) {
        let mut arguments = vec!["send-keys"];
        arguments.extend(keys.split_whitespace());
        self.tmux(&arguments);
    }

    fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    /// Waits until the screen is as wanted.
    fn wait(&self, what: &str, mut wanted: impl FnMut(&str) -> bool) -> String {
        let wanted = until(|| Some(self.screen()).filter(|screen| wanted(screen)));
        wanted.unwrap_or_else(|| panic!("{what}:\n{}", self.screen()))
    }

    /// Waits until the screen is another one, and all of it is drawn.
    fn wait_for_another(&self, before: &str) -> String {
        let mut last = String::new();
        self.wait("another screen", |screen| {
            // Asked twice within one frame it would be two.
            std::thread::sleep(Duration::from_millis(100));
            let now = self.screen();
            let settled = now == screen && now == last && now != before;
            last = now;
            settled
        })
    }

    fn wait_for(&self, words: &str) -> String {
        self.wait(words, |screen| screen.contains(words))
    }

    /// What a program may have left switched on: screen, cursor, keypad, mouse.
    fn modes(&self) -> String {
        let flags = ["alternate_on", "cursor_flag", "keypad_flag", "keypad_cursor_flag", "mouse_any_flag", "insert_flag", "wrap_flag"];
        self.tmux(&["display-message", "-p", &flags.map(|flag| format!("{flag}=#{{{flag}}}")).join(" ")])
    }

    /// The modes of the line, as the shell's commands find them.
    fn line(&self, mark: &str) -> String {
        let file = self.scratch.0.join(mark);
        self.type_line(&format!("stty -g > {mark}; echo {mark} done"));
        self.wait_for(&format!("\n{mark} done"));
        std::fs::read_to_string(file).expect("the modes")
    }

    fn run(&self, arguments: &str) {
        let variables = "XDG_STATE_HOME=$PWD/state XDG_DATA_HOME=$PWD/data XDG_CONFIG_HOME=$PWD/config";
        self.type_line(&format!("{variables} {} {arguments}", env!("CARGO_BIN_EXE_bluf")));
    }

    fn bluf(&self) {
        self.run("");
        self.wait_for("KEY JUDGEMENTS");
        self.wait_for("anchored");
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        self.tmux(&["kill-server"]);
    }
}

#[test]
#[ignore = "needs tmux; the gate runs it"]
fn in_tmux_it_drills_searches_resizes_suspends_and_quits_and_leaves_nothing_behind() {
    let tmux = Tmux::start("tmux", 120, 40);
    let (modes, line) = (tmux.modes(), tmux.line("before"));
    tmux.bluf();
    assert_ne!(tmux.modes(), modes, "the test sees modes");

    // From the first judgement to the words of the source, and back.
    tmux.press("Enter");
    tmux.wait_for("━ J1 ━");
    tmux.press("Enter");
    tmux.wait("a claim", |screen| screen.contains("› C") && screen.contains("‹ J1"));
    tmux.press("Enter");
    let passage = tmux.wait_for("━ ART ━");
    assert!(passage.contains("▌"), "{passage}");
    tmux.press("BSpace BSpace BSpace");
    tmux.wait_for("━ Cover ━");

    tmux.press("/");
    tmux.press("p i p e l i n e");
    tmux.wait_for("/pipeline");
    tmux.press("Enter");
    let found = tmux.wait("hits", |screen| screen.lines().last().is_some_and(|foot| foot.contains("next, previous hit")));
    assert!(found.lines().last().is_some_and(|foot| foot.contains("1/")), "{found}");
    tmux.press("Escape");

    tmux.tmux(&["resize-window", "-x", "60", "-y", "20"]);
    tmux.wait("one column", |screen| !screen.contains('┬') && screen.contains("━ Cover ━"));
    tmux.tmux(&["resize-window", "-x", "120", "-y", "40"]);
    tmux.wait("two columns", |screen| screen.contains('┬'));

    tmux.press("C-z");
    tmux.wait_for("Stopped");
    assert_eq!(tmux.modes(), modes, "stopped, the terminal is the shell's");
    assert_eq!(tmux.line("stopped"), line);
    tmux.type_line("fg");
    tmux.wait_for("━ Cover ━");
    // Stopped from elsewhere it gives the terminal back too.
    let pid = tmux.tmux(&["list-panes", "-F", "#{pane_pid}"]);
    let child = Command::new("pgrep").args(["-P", pid.trim()]).output().expect("pgrep");
    let child = String::from_utf8_lossy(&child.stdout).trim().to_owned();
    assert!(Command::new("kill").args(["-TSTP", &child]).status().expect("kill").success());
    tmux.wait("the shell again", |screen| screen.matches("Stopped").count() > 1);
    assert_eq!(tmux.modes(), modes);
    tmux.type_line("fg");
    tmux.wait_for("━ Cover ━");

    tmux.press("q");
    tmux.wait("the shell", |screen| screen.trim_end().ends_with("ready>"));
    assert_eq!(tmux.modes(), modes);
    assert_eq!(tmux.line("after"), line);
}

/// tmux gives each letter of a flag a cell of its own, and keeps the second when the first is written over.
#[test]
#[ignore = "needs tmux; the gate runs it"]
fn in_tmux_nothing_is_left_of_the_page_before() {
    let tmux = Tmux::start("tmux-flags", 110, 30);
    let library = Scratch::with_many_scripts("tmux-flags-library");
    tmux.run(&format!("--library {} port/source/ART", library.0.display()));
    tmux.wait_for("123 sentences");
    let mut before = tmux.wait_for_another("");
    let mut pages = before.clone();
    for keys in ["NPage", "NPage", "PPage", "NPage", "NPage", "PPage"] {
        tmux.press(keys);
        let walked = tmux.wait_for_another(&before);
        tmux.tmux(&["resize-window", "-x", "109"]);
        let narrower = tmux.wait_for_another(&walked);
        tmux.tmux(&["resize-window", "-x", "110"]);
        before = tmux.wait_for_another(&narrower);
        assert_eq!(walked, before, "{keys}");
        pages += &before;
    }
    // Letters that are put together have the cells that tmux gives them: their last signs stay.
    for words in ["क्षेत्रीय शक्तियों ने हिन्दी में कहा।", "தொலைக்காட்சி கௌரவம் கொண்டது.", "বাংলাদেশের ক্ষেত্রে কোনো পরিবর্তন নেই।"]
    {
        assert!(pages.contains(words), "no {words} in\n{pages}");
    }
    tmux.press("q");
    tmux.wait("the shell", |screen| screen.trim_end().ends_with("ready>"));
}
