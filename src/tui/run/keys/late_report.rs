//! The rest of a report whose ESC came so long before it that it was taken for the key.

/// What comes behind `ESC P`, `ESC _`, `ESC ^` and `ESC X` where nobody types it.
const TEXTS: [(u8, &[&[u8]]); 4] = [
    (b'P', &[b">|", b"!|", b"0$r", b"1$r", b"0+r", b"1+r", b"0+R", b"1+R", b"1$u", b"2$u", b"tmux;"]),
    (b'_', &[b"G"]),
    (b'^', &[]),
    (b'X', &[]),
];
/// The letters of `ESC [` and `ESC O` that need no parameters.
const BARE: &[u8] = b"ABCDFHIMOPQRSZ";

/// It begins as no person types: they press one key after another, and a report comes at once.
pub fn is_late_report(tail: &[u8]) -> bool {
    match tail {
        [b'[' | b'O', letter] if BARE.contains(letter) => true,
        [b'[', b'?' | b'>' | b'<' | b'=' | b'0'..=b'9', ..] => is_sequence(&tail[2..]),
        [b']', b'0'..=b'9', ..] => {
            let rest = &tail[1 + tail[1..].iter().take_while(|byte| byte.is_ascii_digit()).count()..];
            rest.first().is_none_or(|byte| *byte == b';')
        }
        [first, rest @ ..] => {
            let known = TEXTS.iter().find(|(introducer, _)| introducer == first).map(|(_, begins)| *begins);
            let is_ended = || rest.windows(2).any(|end| end == b"\x1b\\");
            known.is_some_and(|begins| begins.iter().any(|begin| rest.starts_with(begin) || begin.starts_with(rest)) || is_ended())
        }
        [] => false,
    }
}

/// Parameters, perhaps the bytes between them and the letter, and the letter if it has come.
fn is_sequence(rest: &[u8]) -> bool {
    rest.iter().find(|byte| !(b' '..=b'?').contains(byte)).is_none_or(|end| (b'@'..=b'~').contains(end))
}

#[cfg(test)]
mod tests {
    use super::super::parser::Heard;
    use super::super::wire::{REPORTS, Wire, all, names};

    #[test]
    fn m28_a_report_whose_escape_came_long_before_it_types_nothing() {
        let later = REPORTS.into_iter().filter(|report| report[0] == 0x1b && report[1] != 0x1b && report[2] != 0x7f);
        for (report, pause) in later.flat_map(|report| [60, 70, 150, 400].map(|pause| (report, pause))) {
            let mut wire = Wire::new();
            let mut heard = wire.after(1000, &report[..1]);
            heard.extend(wire.after(pause, &report[1..]));
            heard.extend(wire.after(1000, b"q"));
            assert_eq!(names(&heard), "Esc q", "{report:?} {pause} ms behind its ESC");
            // Cut once more.
            for cut in (3..report.len() - 1).filter(|_| !matches!(report[1], b'X' | b'^')) {
                let mut wire = Wire::new();
                let mut heard = wire.after(1000, &report[..1]);
                heard.extend(wire.after(pause, &report[1..cut]));
                heard.extend(wire.after(20, &report[cut..]));
                heard.extend(wire.after(1000, b"q"));
                assert_eq!(names(&heard), "Esc q", "{report:?} {pause} ms behind its ESC, cut at {cut}");
            }
        }
        for (pieces, expected) in [
            (&[&b"\x1b"[..], b"[", b"[", b"]"][..], "Esc [ [ ]"),
            (&[b"\x1b", b"[", b"2", b"j"], "Esc [ 2 j"),
            (&[b"\x1b", b"]", b"X", b"P"], "Esc ] X P"),
            (&[b"\x1b", b"[", b"?2026;2$y"], "Esc ["),
            (&[b"\x1b", b"[A"], "Esc ↑"),
            (&[b"\x1b", b"[<65;3;9"], "Esc"),
            (&[b"\x1b", b"jj"], "Esc j j"),
            (&[b"\x1b", b"Xq"], "Esc X q"),
        ] {
            let mut wire = Wire::new();
            let mut heard: Vec<Heard> = pieces.iter().flat_map(|piece| wire.after(70, piece)).collect();
            heard.extend(wire.end());
            assert_eq!(names(&heard), expected, "{pieces:?}");
        }
        let mut wire = Wire::new();
        let mut heard = wire.after(0, b"\x1b");
        heard.extend(wire.after(700, b"[1"));
        assert_eq!(names(&heard), "Esc [ 1", "long behind it everything is typed");
    }

    #[test]
    fn m28_control_characters_end_only_what_they_may() {
        for text in [&b"\x1bP"[..], b"\x1b_", b"\x1b^", b"\x1bX", b"\x90", b"\x98", b"\x9e", b"\x9f"] {
            assert_eq!(names(&all(&[text, b">|tmux 3.3\x07q\x1b\\j"].concat())), "j", "{text:?}");
        }
        for command in [&b"\x1b]"[..], b"\x9d"] {
            assert_eq!(names(&all(&[command, b"0;title\x07j"].concat())), "j", "{command:?}");
        }
        for (bytes, expected) in [
            (&b"\x1b[?20\x0726;2$yj"[..], "j"),
            (b"\x1b[?20\r\n26;2$yj", "j"),
            (b"\x1b[\x03Aj", "↑ j"),
            (b"\x1bO\x08Aj", "↑ j"),
            (b"\x1b(\x0bBj", "j"),
            (b"\x1b[?20\x18j", "j"),
            (b"\x1b[?20\x1aj", "j"),
            (b"\x1bO\x18j", "j"),
            (b"\x1b(\x1aj", "j"),
            (b"\x1b[M \x18j", "j"),
            (b"\x1bP1$r\x1aj", "j"),
            (b"\x1b[?20\x1b[Bj", "↓ j"),
        ] {
            assert_eq!(names(&all(bytes)), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}
