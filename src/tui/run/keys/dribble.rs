//! Keys that come into a paste whose end was lost.

use std::time::Duration;

/// Nobody presses keys faster, and what a slow link cuts a paste into comes in larger pieces.
const KEY: Duration = Duration::from_millis(50);
/// A key that is held down comes again so fast.
const HELD: Duration = Duration::from_millis(10);
/// A key that comes alone behind such a pause is no piece of a paste.
const PAUSE: Duration = Duration::from_millis(300);
/// So many keys one after another are no pieces of a paste; so many, where one is held down.
const MOST: (usize, usize) = (3, 20);

/// What came last into a paste in pieces of one key each.
#[derive(Debug, Clone, Default)]
pub struct Dribble {
    keys: Vec<Vec<u8>>,
    /// So many of them came no faster than keys are pressed.
    pressed: usize,
}

impl Dribble {
    /// Takes what has come into a paste; whether it is keys that come. What may be one, and nothing else, is `one_key`.
    pub fn is_typed(&mut self, bytes: &[u8], pause: Duration, one_key: bool) -> bool {
        if !one_key || pause < HELD {
            *self = Self::default();
            return false;
        }
        if pause >= PAUSE {
            return true;
        }
        let is_pressed = pause >= KEY;
        let before = self.keys.last().is_some_and(|key| is_control(key) || *key == b"\x1b");
        // An Escape alone may be the first byte of the end.
        if is_pressed && (is_control(bytes) || before) {
            return true;
        }
        let (pressed, held) = MOST;
        let pressed_now = self.pressed + usize::from(is_pressed);
        if pressed_now >= pressed || self.keys.len() + 1 >= held {
            return true;
        }
        self.pressed = pressed_now;
        self.keys.push(bytes.to_vec());
        false
    }

    /// The keys that came before the one that showed it.
    pub fn typed(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(self).keys
    }
}

/// Ctrl-c or an arrow: no paste has it alone.
fn is_control(key: &[u8]) -> bool {
    match key {
        [b'\t' | b'\n' | b'\r' | 0x1b] | [] => false,
        [first, ..] => *first < b' ' || *first == 0x7f,
    }
}

#[cfg(test)]
mod tests {
    use super::super::wire::{Wire, names};

    /// What is heard of a paste whose end is lost, and of pieces behind it at a pace.
    fn heard(pieces: &[&[u8]], pause: u64) -> String {
        let mut wire = Wire::new();
        let mut heard = wire.after(0, b"\x1b[200~lost end");
        for piece in pieces {
            heard.extend(wire.after(pause, piece));
        }
        heard.extend(wire.end());
        names(&heard)
    }

    #[test]
    fn m28_keys_behind_a_paste_whose_end_is_lost_are_heard_however_fast_they_come() {
        for (key, name, pause) in [
            (&b"j"[..], "j", 150),
            (b"j", "j", 60),
            (b"j", "j", 33),
            (b"\x03", "Ctrl-c", 150),
            (b"\x1b[B", "\u{2193}", 150),
            (b"\x1b", "Esc", 150),
            (b"\r", "\u{21b5}", 150),
            ("\u{44f}".as_bytes(), "\u{44f}", 150),
        ] {
            let expected = format!("Paste(\"lost end\"){}", format!(" {name}").repeat(40));
            assert_eq!(heard(&[key; 40], pause), expected, "{key:?} at {pause} ms");
        }
        assert_eq!(heard(&[b"j", b"j", b"\x03"], 150), "Paste(\"lost end\") j j Ctrl-c");
    }

    #[test]
    fn m28_a_paste_that_comes_in_small_pieces_is_whole() {
        for (pieces, whole) in [
            (&[&b"a"[..], b"b", b"cd", b"e", b"\r", b"fg", b"\x1b[201~"][..], "lost endabcde\rfg"),
            (&[b"a", b"\x1b", b"[201~"], "lost enda"),
            (&[b"\x1b", b"[201", b"~"], "lost end"),
        ] {
            assert_eq!(heard(pieces, 200), format!("Paste({whole:?})"), "{pieces:?}");
        }
    }
}
