//! What is open of all that a terminal sends.

/// For the control character of 8 bits that a text began with: OSC, or any other.
pub const COMMAND: u8 = 0x9d;
pub const OTHER_TEXT: u8 = 0;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// Nothing is open.
    #[default]
    Ground,
    /// A letter of several bytes.
    Letter,
    /// ESC: the key, or the first byte of all below. Terminals also send it before a key that is held with Alt.
    Escape,
    /// ESC ESC: the key twice, or before what is held with Alt.
    Twice,
    /// ESC and what names a set of letters or a size of them, and a letter: no terminal means a key by it.
    Set,
    /// CSI, parameters, and a letter.
    Sequence,
    /// SS3, and a letter.
    Shifted,
    /// CSI [, and a letter.
    Console,
    /// CSI M, and three bytes of the mouse.
    Mouse,
    /// OSC, DCS, SOS, PM, APC: ended by ST, or by a bell.
    Text,
    /// ESC in there: the first byte of ST.
    Closing,
    Paste,
}

/// What a control character of 8 bits begins, as a byte or in UTF-8: terminals that were told so send it for ESC and a letter.
/// Beside it the first byte of the body of a text.
pub fn introduced(c: char) -> Option<(State, u8)> {
    match c {
        '\u{8f}' => Some((State::Shifted, 0)),
        '\u{9b}' => Some((State::Sequence, 0)),
        '\u{9d}' => Some((State::Text, COMMAND)),
        '\u{90}' | '\u{98}' | '\u{9e}' | '\u{9f}' => Some((State::Text, OTHER_TEXT)),
        _ => None,
    }
}
