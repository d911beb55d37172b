//! Which bytes are which key: of xterm and rxvt, of the Linux console, of xterm's modifyOtherKeys, and of the kitty
//! keyboard protocol.

use crate::keys::key::{Code, Key};

/// CSI or SS3 and one of these.
const LETTERS: [(u8, Code); 11] = [
    (b'A', Code::Up),
    (b'B', Code::Down),
    (b'C', Code::Right),
    (b'D', Code::Left),
    (b'F', Code::End),
    (b'H', Code::Home),
    (b'P', Code::Function(1)),
    (b'Q', Code::Function(2)),
    // CSI R is where the cursor is.
    (b'R', Code::Function(3)),
    (b'S', Code::Function(4)),
    (b'Z', Code::BackTab),
];

/// CSI, one of these and a tilde.
const NUMBERS: [(u32, Code); 20] = [
    (1, Code::Home),
    (2, Code::Insert),
    (3, Code::Delete),
    (4, Code::End),
    (5, Code::PageUp),
    (6, Code::PageDown),
    (7, Code::Home),
    (8, Code::End),
    (11, Code::Function(1)),
    (12, Code::Function(2)),
    (13, Code::Function(3)),
    (14, Code::Function(4)),
    (15, Code::Function(5)),
    (17, Code::Function(6)),
    (18, Code::Function(7)),
    (19, Code::Function(8)),
    (20, Code::Function(9)),
    (21, Code::Function(10)),
    (23, Code::Function(11)),
    (24, Code::Function(12)),
];

/// CSI, one of these and a `u`, where it is not the letter of that number.
const CODES: [(u32, Code); 32] = [
    (9, Code::Tab),
    (13, Code::Enter),
    (27, Code::Escape),
    (127, Code::Backspace),
    (57399, Code::Char('0')),
    (57400, Code::Char('1')),
    (57401, Code::Char('2')),
    (57402, Code::Char('3')),
    (57403, Code::Char('4')),
    (57404, Code::Char('5')),
    (57405, Code::Char('6')),
    (57406, Code::Char('7')),
    (57407, Code::Char('8')),
    (57408, Code::Char('9')),
    (57409, Code::Char('.')),
    (57410, Code::Char('/')),
    (57411, Code::Char('*')),
    (57412, Code::Char('-')),
    (57413, Code::Char('+')),
    (57414, Code::Enter),
    (57415, Code::Char('=')),
    (57416, Code::Char(',')),
    (57417, Code::Left),
    (57418, Code::Right),
    (57419, Code::Up),
    (57420, Code::Down),
    (57421, Code::PageUp),
    (57422, Code::PageDown),
    (57423, Code::Home),
    (57424, Code::End),
    (57425, Code::Insert),
    (57426, Code::Delete),
];

/// The last four control characters, by the digits of the keys that send them and by the names that we know them by.
const LAST: [(u32, char, char); 4] = [(0x1c, '4', '\\'), (0x1d, '5', ']'), (0x1e, '6', '^'), (0x1f, '7', '/')];

/// The number of modifyOtherKeys among those before a tilde.
const OTHER: u32 = 27;

/// The event of the kitty keyboard protocol that lets go of a key.
const RELEASE: u32 = 3;

const SHIFT: u32 = 1;
const CONTROL: u32 = 4;
/// Alt, Super, Hyper and Meta: no table of ours has a key that is held with one of them.
const OTHERS: u32 = 2 | 8 | 16 | 32;

fn find<Number: PartialEq + Copy>(table: &[(Number, Code)], number: Number) -> Option<Code> {
    table.iter().find(|(known, _)| *known == number).map(|(_, code)| *code)
}

/// The key that is one character: what is typed, or a control character.
pub fn character(letter: char) -> Option<Key> {
    let control = |letter| Key { code: Code::Char(letter), control: true };
    let plain = |code| Key { code, control: false };
    Some(match u32::from(letter) {
        0 => control(' '),
        9 | 13 | 27 | 127 => plain(find(&CODES, u32::from(letter))?),
        number @ 1..=26 => control(char::from(b'`' + u8::try_from(number).ok()?)),
        number @ 28..=31 => control(LAST.iter().find(|(byte, ..)| *byte == number)?.2),
        _ if letter.is_control() => return None,
        _ => plain(Code::Char(letter)),
    })
}

/// The key behind SS3.
pub fn shifted(last: u8) -> Option<Key> {
    find(&LETTERS, last).filter(|code| *code != Code::BackTab).map(|code| Key { code, control: false })
}

/// The key behind CSI [, as the Linux console has the first five.
pub fn console(last: u8) -> Option<Key> {
    matches!(last, b'A'..=b'E').then(|| Key { code: Code::Function(last - b'A' + 1), control: false })
}

/// The key behind CSI: its parameters, and the letter at its end.
pub fn sequence(parameters: &[u8], last: u8) -> Option<Key> {
    let parameters = str::from_utf8(parameters).ok().filter(|text| text.chars().all(|letter| matches!(letter, '0'..=';')))?;
    let number = |field: usize, at: usize| parameters.split(';').nth(field)?.split(':').nth(at)?.parse::<u32>().ok();
    let held = number(1, 0).unwrap_or(1).saturating_sub(1);
    if held & OTHERS != 0 || number(1, 1) == Some(RELEASE) {
        return None;
    }
    let code = match (last, number(0, 0)) {
        (b'~', Some(OTHER)) => code(number(2, 0)?, None, held)?,
        (b'~', Some(first)) => find(&NUMBERS, first)?,
        (b'u', Some(first)) => code(first, number(0, 1), held)?,
        // Where the cursor is has a row; CSI 1 ; 5 R may be both, and nobody asked.
        (b'R', _) => return None,
        (_, None | Some(1)) => find(&LETTERS, last)?,
        _ => return None,
    };
    Some(Key { code, control: held & CONTROL != 0 })
}

/// The key of a number, and of the other one that it has with Shift.
fn code(number: u32, other: Option<u32>, held: u32) -> Option<Code> {
    let (shift, control) = (held & SHIFT != 0, held & CONTROL != 0);
    let code = find(&CODES, number).or_else(|| {
        let number = other.filter(|_| shift).unwrap_or(number);
        // Among the letters of private use are Shift and the keys of a radio.
        let letter = char::from_u32(number).filter(|letter| !letter.is_control() && !('\u{e000}'..='\u{f8ff}').contains(letter))?;
        Some(Code::Char(match LAST.iter().find(|(_, digit, _)| control && *digit == letter) {
            Some((.., named)) => *named,
            None if control => letter.to_ascii_lowercase(),
            None if shift => upper(letter),
            None => letter,
        }))
    })?;
    Some(if code == Code::Tab && shift { Code::BackTab } else { code })
}

/// The capital, where it is one letter.
fn upper(letter: char) -> char {
    let mut capital = letter.to_uppercase();
    if capital.len() == 1 { capital.next().unwrap_or(letter) } else { letter }
}
