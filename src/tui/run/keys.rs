//! Keys, pastes, the mouse and answers, as far as the terminal has sent them.

mod dribble;
mod late_report;
mod mouse;
mod parser;
mod state;
mod table;
#[cfg(test)]
mod wire;

use crate::tui::model::Message;
use parser::{Heard, Parser};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use std::io::{self, ErrorKind, stdin};
use std::time::{Duration, Instant};

/// The most that is taken in one batch, in reads and in messages: a paste of megabytes must hold up neither a frame nor a
/// signal.
const BATCH: (usize, usize) = (16, 4096);

#[derive(Default)]
pub struct Keys {
    parser: Parser,
    /// The terminal has answered our question, or will not.
    pub answered: bool,
}

impl Keys {
    /// The terminal was asked for its background and its attributes.
    pub fn ask(&mut self) {
        self.parser.ask();
        self.answered = false;
    }

    /// Takes what waits; there must be something.
    pub fn take(&mut self, messages: &mut Vec<Message>) -> io::Result<()> {
        let mut chunk = [0; 4096];
        for _ in 0..BATCH.0 {
            match read(stdin(), &mut chunk) {
                Ok(0) => return Err(gone()),
                Ok(length) => {
                    let heard = self.parser.take(&chunk[..length], Instant::now());
                    self.pass_on(heard, messages);
                }
                Err(Errno::INTR | Errno::AGAIN) => {}
                Err(error) => return Err(error.into()),
            }
            if messages.len() >= BATCH.1 || !wait(&mut [PollFd::new(&stdin(), PollFlags::IN)], Some(Duration::ZERO))? {
                break;
            }
        }
        Ok(())
    }

    /// How long to wait for the rest of what has come; none where nothing is open.
    pub fn patience(&self) -> Option<Duration> {
        self.parser.until().map(|until| until.saturating_duration_since(Instant::now()))
    }

    /// Gives up what is open, where its time is over: nothing waits.
    pub fn expire(&mut self, messages: &mut Vec<Message>) {
        let heard = self.parser.expire(Instant::now());
        self.pass_on(heard, messages);
    }

    /// What was pasted and was not heard, where the program ends: it belongs to the note that is kept.
    pub fn last_paste(&mut self) -> Vec<Message> {
        let mut messages = Vec::new();
        // Of a terminal that is gone nothing is left to read.
        if wait(&mut [PollFd::new(&stdin(), PollFlags::IN)], Some(Duration::ZERO)).unwrap_or(false) {
            let _ = self.take(&mut messages);
        }
        let heard = self.parser.until().map(|until| self.parser.expire(until)).unwrap_or_default();
        self.pass_on(heard, &mut messages);
        messages.retain(|message| matches!(message, Message::Paste(_)));
        messages
    }

    fn pass_on(&mut self, heard: Vec<Heard>, messages: &mut Vec<Message>) {
        messages.extend(heard.into_iter().filter_map(|heard| match heard {
            Heard::Key(key) => Some(Message::Key(key)),
            Heard::Pointer(pointer) => Some(Message::Pointer { pointer, on: None }),
            Heard::Paste(text) => Some(Message::Paste(text)),
            Heard::Background(background) => Some(Message::Background(background)),
            Heard::Attributes => {
                self.answered = true;
                None
            }
        }));
    }
}

/// Blocks until one of these is ready, or the time is over; whether one is.
pub fn wait(these: &mut [PollFd<'_>], time: Option<Duration>) -> io::Result<bool> {
    let until = time.map(|time| Instant::now() + time);
    loop {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.map(|left| Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() });
        match poll(these, left.as_ref()) {
            Ok(ready) => return Ok(ready > 0),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

pub fn gone() -> io::Error {
    io::Error::new(ErrorKind::UnexpectedEof, "the terminal is gone")
}

#[cfg(test)]
mod tests {
    use super::wire::{REPORTS, Wire, all, names};
    use super::*;
    use crate::keys::key::{Code, Key};
    use crate::tui::pointer::{Deed, Pointer};
    use crate::tui::theme::Background;
    use proptest::prelude::*;
    use proptest::sample::Index;

    fn press(x: u16, y: u16) -> Heard {
        Heard::Pointer(Pointer { deed: Deed::Press, x, y })
    }

    #[test]
    fn keys_are_known_in_all_the_ways_that_terminals_send_them() {
        let table: [(&[u8], &str); 30] = [
            (b"j?\r\t\x7f\x08\x03\x00\x1c\x1f", "j ? ↵ Tab Backspace Ctrl-h Ctrl-c Ctrl-Space Ctrl-\\ Ctrl-/"),
            ("я日é".as_bytes(), "я 日 é"),
            (b"\x1b", "Esc"),
            (b"\x1b\x1b", "Esc Esc"),
            (b"\x1b[A\x1bOB\x1b[C\x1bOD\x1b[H\x1bOF", "↑ ↓ → ← Home End"),
            (b"\x1b[1~\x1b[4~\x1b[7~\x1b[8~\x1b[5~\x1b[6~", "Home End Home End PgUp PgDn"),
            (b"\x1b[2~\x1b[3~\x1b[Z", "Ins Del Shift-Tab"),
            (b"\x1bOP\x1bOS\x1b[15~\x1b[24~\x1b[[B\x1b[Q", "F1 F4 F5 F12 F2 F2"),
            (b"\x1b[1;5A\x1b[1;2B\x1b[5;5~", "Ctrl-↑ ↓ Ctrl-PgUp"),
            // The kitty keyboard protocol.
            (b"\x1b[113;5u", "Ctrl-q"),
            (b"\x1b[99;133u", "Ctrl-c"),
            (b"\x1b[27u\x1b[13u\x1b[9u\x1b[9;2u\x1b[127u", "Esc ↵ Tab Shift-Tab Backspace"),
            (b"\x1b[97:65;2u\x1b[97;2u\x1b[1103;2u", "A A Я"),
            (b"\x1b[47:63;2u", "?"),
            (b"\x1b[106;1:1u\x1b[106;1:2u\x1b[106;1:3u", "j j"),
            (b"\x1b[1;1:3A", ""),
            (b"\x1b[57400u\x1b[57414u\x1b[57419u\x1b[57441;2u", "1 ↵ ↑"),
            (b"\x1b[52;5u", "Ctrl-\\"),
            // modifyOtherKeys.
            (b"\x1b[27;5;113~\x1b[27;2;65~\x1b[27;5;9~", "Ctrl-q A Ctrl-Tab"),
            // Held with Alt, Super or Meta.
            (b"\x1bq\x1b[113;3u\x1b[113;9u\x1b[113;33u\x1b[1;3A\x1b[27;3;113~", ""),
            (b"\x1b\x1b[A\x1b\x1bOA\x1b\x1b[5~", ""),
            ("\x1bя\x1b日".as_bytes(), ""),
            (b"\x1b\r\x1b\x7f\x1b\t", ""),
            // No letters.
            (b"\xff\xfe\xd1j\xc2\x85\xe2\x82k", "j k"),
            (b"\x1b[0u\x1b[55296u\x1b[1114112u\x1b[99999999999u\x1b[;;;u", ""),
            (b"\x1b[;A\x1b[1;A", "↑ ↑"),
            (b"\x1b[+5~\x1b[5 ~\x1b[5$~\x1b[?5~\x1b[<5~", ""),
            (b"\x1b[300~\x1b[201~\x1b[25~", ""),
            (b"\x1b[12;40R\x1b[1;5R", ""),
            (b"\x1b[", ""),
        ];
        for (bytes, expected) in table {
            assert_eq!(names(&all(bytes)), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn m28_what_is_no_key_changes_nothing_wherever_it_is_cut() {
        for report in REPORTS {
            for (cut, pause) in (0..=report.len()).flat_map(|cut| [0, 20, 49].map(|pause| (cut, pause))) {
                let mut wire = Wire::new();
                let mut heard = wire.after(1000, &report[..cut]);
                heard.extend(wire.after(pause, &report[cut..]));
                heard.extend(wire.after(1000, b"q"));
                assert_eq!(names(&heard), "q", "{report:?} cut at {cut}, {pause} ms");
            }
            // A slow link: the rest comes late, and is more than a key.
            for cut in (2..report.len() - 1).filter(|cut| report[..*cut] != *b"\x1b\x1b") {
                let mut wire = Wire::new();
                let mut heard = wire.after(1000, &report[..cut]);
                heard.extend(wire.after(400, &report[cut..]));
                heard.extend(wire.after(1000, b"q"));
                assert_eq!(names(&heard), "q", "{report:?} cut at {cut} on a slow link");
            }
        }
    }

    #[test]
    fn m28_a_key_behind_what_was_cut_is_heard() {
        let long: [&[u8]; 4] = [b"\x1b[<0;", b"\x1b[<0;10;20", b"\x1b[M ", b"\x1b[38;5"];
        for (report, cut) in REPORTS
            .into_iter()
            .flat_map(|report| (2..report.len()).filter(|cut| report[..*cut] != *b"\x1b\x1b").map(move |cut| (report, cut)))
            .chain(long.map(|one| (one, one.len())))
        {
            for (bytes, expected) in
                [(&b"q"[..], "q"), (b"\x03", "Ctrl-c"), (b"\r", "↵"), (b"\x1b[B", "↓"), ("я".as_bytes(), "я"), (b"\x1b[<65;3;9M", "")]
            {
                let mut wire = Wire::new();
                wire.after(1000, &report[..cut]);
                let mut heard = wire.after(60, bytes);
                heard.extend(wire.end());
                if expected.is_empty() {
                    assert_eq!(heard, [Heard::Pointer(Pointer { deed: Deed::WheelDown, x: 2, y: 8 })], "{report:?} cut at {cut}");
                } else {
                    assert_eq!(names(&heard), expected, "{report:?} cut at {cut}");
                }
            }
            // Several keys at once, when patience is over.
            let mut wire = Wire::new();
            wire.after(1000, &report[..cut]);
            assert_eq!(names(&wire.after(600, b"jjk")), "j j k", "{report:?} cut at {cut}");
            // An Escape.
            let mut wire = Wire::new();
            wire.after(1000, &report[..cut]);
            let mut heard = wire.after(60, b"\x1b");
            heard.extend(wire.end());
            assert_eq!(names(&heard), "Esc", "{report:?} cut at {cut}");
        }
    }

    #[test]
    fn m19_an_answer_is_heard_once_and_where_it_was_asked_for() {
        for light in [&b"\x1b]11;rgb:ffff/fafa/f0f0\x07"[..], b"\x1b]11;rgb:ffff/fafa/f0f0\x1b\\"] {
            for cut in 0..light.len() {
                let mut wire = Wire::asked();
                let mut heard = wire.after(0, &light[..cut]);
                // A slow link; an Escape that is left alone would be the key.
                heard.extend(wire.after(if cut > 1 { 3000 } else { 40 }, &light[cut..]));
                heard.extend(wire.after(0, b"\x1b[?62;4c"));
                assert_eq!(heard, [Heard::Background(Some(Background::Light)), Heard::Attributes], "cut at {cut}");
                assert_eq!(wire.after(0, &[light, b"\x1b[?62;4c"].concat()), [], "nobody has asked");
            }
        }
        for (bytes, expected) in [
            (&b"\x1b]11;banana\x07"[..], vec![Heard::Background(None)]),
            (b"\x1b]4;1;rgb:0/0/0\x07", vec![]),
            (b"\x1b]11;rgb:0/0\x18", vec![]),
        ] {
            assert_eq!(Wire::asked().after(0, bytes), expected);
        }
    }

    #[test]
    fn m28_a_paste_is_one_on_a_slow_link_and_ends_without_its_end() {
        let text = "q\rя\x1b[31mred\x1b[A\x03";
        let paste = format!("\x1b[200~{text}\x1b[201~");
        let paste = paste.as_bytes();
        for (cut, pause) in (6..paste.len()).flat_map(|cut| [0, 299, 1900].map(|pause| (cut, pause))) {
            let mut wire = Wire::new();
            let mut heard = wire.after(0, &paste[..cut]);
            heard.extend(wire.after(pause, &paste[cut..]));
            assert_eq!(heard, [Heard::Paste(text.to_owned())], "cut at {cut}, {pause} ms");
        }
        let lost = |end: &[u8], pause, key: &[u8]| {
            let mut wire = Wire::new();
            let mut heard = wire.after(0, &[b"\x1b[200~words", end].concat());
            heard.extend(wire.after(pause, key));
            heard.extend(wire.end());
            names(&heard)
        };
        for end in 0..6 {
            let end = &b"\x1b[201~"[..end];
            for (pause, key, name) in
                [(300, &b"q"[..], "q"), (300, b"\x03", "Ctrl-c"), (300, b"\x1b", "Esc"), (300, b"\x1b[B", "↓"), (2001, b"jj", "j j")]
            {
                assert_eq!(lost(end, pause, key), format!("Paste(\"words\") {name}"), "{end:?} {key:?}");
            }
        }
        assert_eq!(names(&all(b"\x1b[200~words")), "Paste(\"words\")");
        assert_eq!(names(&all(b"\x1b\x1b[200~words\x1b[201~")), "Esc Paste(\"words\")");
    }

    /// A sequence, and what is heard of it.
    fn piece() -> impl Strategy<Value = (Vec<u8>, Vec<Heard>)> {
        let key = |code| Heard::Key(Key { code, control: false });
        let text = prop::collection::vec(prop_oneof![b' '..=b'~', 0x80..=0xffu8], 0..30);
        prop_oneof![
            any::<Index>().prop_map(|at| (at.get(&REPORTS).to_vec(), vec![])),
            prop::char::range('!', 'ӿ')
                .prop_filter("a letter", |letter| !letter.is_control())
                .prop_map(move |letter| (letter.to_string().into_bytes(), vec![key(Code::Char(letter))])),
            Just((b"\x1b[B".to_vec(), vec![key(Code::Down)])),
            Just((b"\x1b[<0;10;20M".to_vec(), vec![press(9, 19)])),
            Just((b"\x1b[200~q\x1b[A\x1b[201~".to_vec(), vec![Heard::Paste("q\x1b[A".to_owned())])),
            // Any control sequence that has no parameters of a key, and any text.
            ("[?>=][0-9;:]{0,9}[ !$]?[@-~]").prop_map(|rest| (format!("\x1b[{rest}").into_bytes(), vec![])),
            ("[0-9;]{0,9}[ !$][@-~]").prop_map(|rest| (format!("\x1b[{rest}").into_bytes(), vec![])),
            (any::<Index>(), text).prop_map(|(at, text)| ([b"\x1b", &[*at.get(b"]PX^_")][..], &text, b"\x1b\\"].concat(), vec![])),
        ]
    }

    /// Takes bytes in pieces of random sizes.
    fn in_pieces(wire: &mut Wire, mut bytes: &[u8], sizes: &[usize], pause: u64) -> Vec<Heard> {
        let (mut heard, mut sizes) = (Vec::new(), sizes.iter().cycle());
        while !bytes.is_empty() {
            let (now, rest) = bytes.split_at((*sizes.next().unwrap_or(&1)).clamp(1, bytes.len()));
            heard.extend(wire.after(pause, now));
            bytes = rest;
        }
        heard
    }

    proptest! {
        // 100,000 sequences, a hundred at once.
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn m28_of_sequences_cut_anywhere_only_keys_are_heard_and_each_of_them(
            pieces in prop::collection::vec(piece(), 100),
            sizes in prop::collection::vec(1usize..40, 1..20),
            pause in 0u64..50,
        ) {
            let (bytes, expected): (Vec<Vec<u8>>, Vec<Vec<Heard>>) = pieces.into_iter().unzip();
            let mut wire = Wire::new();
            let heard = in_pieces(&mut wire, &bytes.concat(), &sizes, pause);
            prop_assert_eq!(heard, expected.concat());
            prop_assert_eq!(wire.end(), []);
        }

        #[test]
        fn m28_no_bytes_wedge_the_keys_behind_them(
            storms in prop::collection::vec(
                prop::collection::vec(prop_oneof![3 => any::<u8>(), 1 => Just(0x1b), 2 => prop::sample::select(b"[]OPX^_?<>M~0123;:$u\\\x07".to_vec())], 0..40),
                100,
            ),
            sizes in prop::collection::vec(1usize..20, 1..20),
            pause in 0u64..1000,
        ) {
            let mut wire = Wire::new();
            for storm in storms {
                in_pieces(&mut wire, &storm, &sizes, pause);
                wire.end();
                prop_assert_eq!(names(&wire.after(0, b"q\x1b[B\x03")), "q ↓ Ctrl-c");
            }
        }
    }
}
