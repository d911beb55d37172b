//! The clipboard: what is copied goes to the terminal, which may be at the other end of an ssh connection.
//!
//! tmux in its usual setting (`set-clipboard external`) drops the sequence of a program in it, and since 3.3 passes nothing
//! through either; but its own `load-buffer -w` sets its buffer and the clipboard of the terminal around it. Where that
//! cannot be run, tmux is sent the sequence plain and wrapped: one of the two arrives where it is set up for it.
//!
//! GNU screen drops the sequence too, but passes on what is wrapped for it. Over ssh only `TERM=screen…` tells of it, and
//! many a tmux bears that name.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::env;
use std::io::{ErrorKind, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The most bytes of base 64 that GNU screen passes on at once.
const CHUNK: usize = 76;
/// The longest text whose plain sequence GNU screen drops, in bytes: the rest of a longer one it shows.
const DROPPED: usize = 500;
/// How long tmux may take.
const PATIENCE: Duration = Duration::from_secs(1);

pub struct Copied {
    pub sequence: Vec<u8>,
    /// Which way it went, and how many bytes.
    pub notice: String,
}

/// What stands between us and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    /// A tmux whose server we can ask.
    Tmux,
    /// A tmux at the other end of an ssh connection: a server that answers here is another.
    TmuxBeyond,
    Screen,
    /// What calls itself screen at the other end of an ssh connection, and may be a tmux.
    ScreenBeyond,
}

impl Between {
    fn named(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
        let term = variable("TERM").unwrap_or_default();
        if set("TMUX") {
            Self::Tmux
        } else if term.starts_with("tmux") {
            Self::TmuxBeyond
        } else if set("STY") {
            Self::Screen
        } else if term.starts_with("screen") {
            Self::ScreenBeyond
        } else {
            Self::Nothing
        }
    }
}

/// Copies a text: through tmux where we are in one and may start a program, else through the terminal.
pub fn copy(text: &str, restricted: bool) -> Copied {
    let between = Between::named(|name| env::var(name).ok());
    let bytes = text.len();
    if between == Between::Tmux && !restricted && load_buffer(text) {
        return Copied { sequence: Vec::new(), notice: format!("Copied {bytes} bytes through tmux (load-buffer).") };
    }
    let way = match between {
        Between::Nothing => "",
        Between::Tmux | Between::TmuxBeyond => "; tmux passes it on with `set-clipboard on`",
        Between::Screen => " around screen",
        Between::ScreenBeyond if is_plain(text) => "; also wrapped for screen",
        Between::ScreenBeyond => "; wrapped for screen, tmux drops it",
    };
    Copied { sequence: sequence(text, between), notice: format!("Copied {bytes} bytes through the terminal (OSC 52{way}).") }
}

/// The sequence that sets the clipboard, as what stands between lets it through.
fn sequence(text: &str, between: Between) -> Vec<u8> {
    let coded = STANDARD.encode(text);
    let plain = format!("\x1b]52;c;{coded}\x07");
    let sequence = match between {
        Between::Nothing => plain,
        Between::Tmux | Between::TmuxBeyond => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
        Between::Screen | Between::ScreenBeyond => {
            let mut wrapped = if between == Between::ScreenBeyond && is_plain(text) { plain } else { String::new() };
            wrapped.push_str("\x1bP\x1b]52;c;\x1b\\");
            for chunk in coded.as_bytes().chunks(CHUNK) {
                wrapped.push_str(&format!("\x1bP{}\x1b\\", String::from_utf8_lossy(chunk)));
            }
            wrapped + "\x1bP\x07\x1b\\"
        }
    };
    sequence.into_bytes()
}

/// What may be a screen can be sent the sequence plain as well.
fn is_plain(text: &str) -> bool {
    text.len() <= DROPPED
}

/// Gives the text to tmux, for its buffer and the clipboard around it; whether it took it.
fn load_buffer(text: &str) -> bool {
    let mut command = Command::new("tmux");
    command.args(["load-buffer", "-w", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let Ok(mut child) = command.spawn() else { return false };
    if let Some(mut pipe) = child.stdin.take() {
        let text = text.to_owned();
        // A tmux that does not read must not hold us up.
        thread::spawn(move || drop(pipe.write_all(text.as_bytes())));
    }
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(2)),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(variables: &[(&str, &str)]) -> Between {
        Between::named(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn m16_the_environment_says_what_stands_between() {
        assert_eq!(between(&[("TERM", "xterm-256color"), ("TMUX", "")]), Between::Nothing);
        assert_eq!(between(&[("TERM", "screen-256color"), ("TMUX", "/tmp/x,1,0")]), Between::Tmux);
        assert_eq!(between(&[("TERM", "tmux-256color")]), Between::TmuxBeyond, "over ssh");
        assert_eq!(between(&[("TERM", "screen"), ("STY", "1.x")]), Between::Screen);
        for term in ["screen", "screen-256color", "screen.xterm-256color"] {
            assert_eq!(between(&[("TERM", term)]), Between::ScreenBeyond, "over ssh");
        }
    }

    #[test]
    fn m16_the_sequence_is_wrapped_for_what_stands_between() {
        assert_eq!(sequence("Иран", Between::Nothing), b"\x1b]52;c;0JjRgNCw0L0=\x07");
        let tmux = sequence("a", Between::TmuxBeyond);
        assert_eq!(tmux, b"\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
        let text = "x".repeat(200);
        let screen = String::from_utf8(sequence(&text, Between::Screen)).expect("ASCII");
        let parts: Vec<&str> = screen.split("\x1b\\").filter_map(|part| part.strip_prefix("\x1bP")).collect();
        assert!(parts.iter().all(|part| part.len() <= CHUNK + 8 && !part.contains("\x1b\\")));
        assert_eq!(parts.concat().as_bytes(), sequence(&text, Between::Nothing), "what arrives is the plain sequence");
        // What may be a tmux gets the plain one too, but for a text that a screen would show.
        let both = |text: &str| [sequence(text, Between::Nothing), sequence(text, Between::Screen)].concat();
        assert_eq!(sequence(&text, Between::ScreenBeyond), both(&text));
        let text = "x".repeat(600);
        assert_eq!(sequence(&text, Between::ScreenBeyond), sequence(&text, Between::Screen));
    }
}
