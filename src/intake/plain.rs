//! Plain text: it stays as it is, but for what nobody typed.

use super::taken::Taken;
use super::tidy::Tidied;

/// What stands over the signature of a mail.
const SIGNATURE: &str = "-- ";

pub fn read(bytes: &[u8]) -> Result<Taken, String> {
    let mut tidied = Tidied::default();
    let text = words(&decoded(bytes)?, &mut tidied);
    Ok(Taken { text, left: tidied.said(), reader: format!("bluf {}", env!("CARGO_PKG_VERSION")), ..Taken::default() })
}

/// The words of a text, line by line.
pub fn words(text: &str, tidied: &mut Tidied) -> String {
    let text = tidied.parted(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let text = tidied.words(&text);
    // The line over a signature is one by its space.
    let lines: Vec<&str> = text.lines().map(|line| if line == SIGNATURE { line } else { line.trim_end() }).collect();
    let text = lines.join("\n");
    let text = text.trim_matches('\n');
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// A text in UTF-8, or in UTF-16 that says so. Of any other encoding nothing tells which it is, and a wrong guess changes words.
pub fn decoded(bytes: &[u8]) -> Result<String, String> {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xff, 0xfe, ..] => return Ok(wide(u16::from_le_bytes)),
        [0xfe, 0xff, ..] => return Ok(wide(u16::from_be_bytes)),
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        format!("line {line} is no UTF-8, and a text does not say what else it is: convert it, as with `iconv -f windows-1252 -t utf-8`")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
}
