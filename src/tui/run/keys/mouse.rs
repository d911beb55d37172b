//! What the mouse did, in the three ways that terminals tell it.

use crate::tui::pointer::{Deed, Pointer};

/// What is added to numbers that are sent as bytes, so that none is a control character.
const BASE: u8 = 32;

/// As a terminal tells it that was asked for SGR: `CSI < button ; column ; row M`, with an `m` at the release.
pub fn sgr(parameters: &[u8], last: u8) -> Option<Pointer> {
    let [button, column, row] = numbers(parameters)?;
    let deed = match (deed(button)?, last) {
        (deed, b'M') => deed,
        (Deed::Press, b'm') => Deed::Release,
        _ => return None,
    };
    at(deed, column, row)
}

/// As rxvt tells it: the same, with the button as it is below.
pub fn rxvt(parameters: &[u8]) -> Option<Pointer> {
    let [button, column, row] = numbers(parameters)?;
    at(deed(button.checked_sub(u16::from(BASE))?)?, column, row)
}

/// As all told it before: three bytes.
pub fn bytes(bytes: &[u8]) -> Option<Pointer> {
    let [button, column, row] = *bytes else { return None };
    let number = |byte: u8| byte.checked_sub(BASE).map(u16::from);
    at(deed(number(button)?)?, number(column)?, number(row)?)
}

fn numbers(parameters: &[u8]) -> Option<[u16; 3]> {
    let numbers: Vec<u16> = str::from_utf8(parameters).ok()?.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

fn at(deed: Deed, column: u16, row: u16) -> Option<Pointer> {
    Some(Pointer { deed, x: column.checked_sub(1)?, y: row.checked_sub(1)? })
}

/// The left button and the wheel, with whatever key is held.
fn deed(button: u16) -> Option<Deed> {
    const HELD: u16 = 4 | 8 | 16;
    Some(match button & !HELD {
        0 => Deed::Press,
        3 => Deed::Release,
        32 => Deed::Drag,
        64 => Deed::WheelUp,
        65 => Deed::WheelDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m18_the_mouse_is_heard_in_the_ways_that_terminals_tell_it() {
        let is = |deed, x, y| Some(Pointer { deed, x, y });
        for (parameters, last, expected) in [
            (&b"0;10;20"[..], b'M', is(Deed::Press, 9, 19)),
            (b"0;10;20", b'm', is(Deed::Release, 9, 19)),
            (b"48;1;1", b'M', is(Deed::Drag, 0, 0)),
            (b"64;300;9", b'M', is(Deed::WheelUp, 299, 8)),
            (b"65;3;9", b'M', is(Deed::WheelDown, 2, 8)),
            (b"2;3;9", b'M', None),
            (b"35;3;9", b'M', None),
            (b"66;3;9", b'M', None),
            (b"0;0;0", b'M', None),
            (b"0;1", b'M', None),
            (b";;", b'M', None),
            (b"0;99999;1", b'M', None),
            (b"0;1;1;1", b'M', None),
            (b"0;1;1", b'u', None),
        ] {
            assert_eq!(sgr(parameters, last), expected, "{parameters:?}");
        }
        assert_eq!(rxvt(b"32;3;9"), is(Deed::Press, 2, 8));
        assert_eq!(rxvt(b"0;3;9"), None);
        assert_eq!(bytes(b" #)"), is(Deed::Press, 2, 8));
        assert_eq!(bytes(b"##)"), is(Deed::Release, 2, 8));
        assert_eq!(bytes(b"`\xff\xfe"), is(Deed::WheelUp, 222, 221));
        assert_eq!(bytes(b"   "), None);
    }
}
