//! Signs of a font that stand for several letters of a script from the right. Its own map has these in the order in which they are
//! read, and the reader takes all letters for those that are seen, from the left: لا would come out as ال.

use super::file;
use crate::text::direction::is_from_right;
use std::collections::BTreeMap;
use unpdf::parser::raw::{PdfDict, PdfObject, PdfStream, RawDocument, stream};

/// The order in which no font has a sign for both: these are turned already.
const LAM: char = 'ل';
const ALEFS: [char; 4] = ['ا', 'أ', 'إ', 'آ'];

#[derive(Default)]
pub struct Turned {
    /// The maps of fonts that have such signs, with their letters turned round.
    pub maps: BTreeMap<(u32, u16), PdfObject>,
    pub signs: usize,
    /// Fonts of the file itself that have no map: what their signs stand for is guessed.
    pub without: usize,
}

pub fn turned(bytes: &[u8]) -> Turned {
    let mut turned = Turned::default();
    let Ok(document) = RawDocument::load(bytes) else { return turned };
    for object in file::reached(&document).into_values() {
        let PdfObject::Dict(font) = object else { continue };
        let is_own = || font.contains_key(b"FontDescriptor".as_slice()) || font.contains_key(b"DescendantFonts".as_slice());
        // A descendant has the map of what it descends from.
        let is_font = || font.contains_key(b"BaseFont".as_slice()) && !font.contains_key(b"CIDSystemInfo".as_slice());
        let Some(PdfObject::Reference(number, generation)) = font.get(b"ToUnicode".as_slice()) else {
            turned.without += usize::from(is_font() && is_own());
            continue;
        };
        let Some(PdfObject::Stream(map)) = document.get_object((*number, *generation)) else { continue };
        let Some((map, signs)) = stream::decompress(map).ok().as_deref().and_then(turned_map) else { continue };
        let map = PdfObject::Stream(PdfStream { dict: PdfDict::new(), raw_data: map });
        if turned.maps.insert((*number, *generation), map).is_none() {
            turned.signs += signs;
        }
    }
    turned
}

fn turned_map(map: &[u8]) -> Option<(Vec<u8>, usize)> {
    let map = std::str::from_utf8(map).ok()?;
    let (mut out, mut rest, mut signs) = (String::with_capacity(map.len()), map, 0);
    while let Some((before, (letters, behind))) = rest.split_once('<').and_then(|(before, rest)| Some((before, rest.split_once('>')?))) {
        let turned = turned_letters(letters);
        signs += usize::from(turned.is_some());
        out += &format!("{before}<{}>", turned.as_deref().unwrap_or(letters));
        rest = behind;
    }
    (signs > 0).then(|| ((out + rest).into_bytes(), signs))
}

/// Several letters in UTF-16 as a map has them, from the other end.
fn turned_letters(hex: &str) -> Option<String> {
    let hex: String = hex.split_whitespace().collect();
    if hex.len() < 8 || !hex.len().is_multiple_of(4) || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let units: Vec<u16> = (0..hex.len()).step_by(4).map(|at| u16::from_str_radix(&hex[at..at + 4], 16)).collect::<Result<_, _>>().ok()?;
    let letters: Vec<char> = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    let is_joiner = |c: &char| matches!(c, '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}');
    let is_turned = || matches!(letters[..], [first, LAM] if ALEFS.contains(&first));
    if letters.len() < 2
        || !letters.iter().any(|c| is_from_right(*c))
        || !letters.iter().all(|c| is_from_right(*c) || is_joiner(c))
        || is_turned()
    {
        return None;
    }
    let turned: String = letters.into_iter().rev().collect();
    let units: Vec<String> = turned.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    Some(units.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n23_letters_of_one_sign_are_turned_where_they_are_in_order() {
        assert_eq!(turned_letters("06440627").as_deref(), Some("06270644"));
        assert_eq!(turned_letters("0644 0627 064B").as_deref(), Some("064B06270644"));
        assert_eq!(turned_letters("200C06AF").as_deref(), Some("06AF200C"));
        for kept in ["06270644", "0644", "00660069", "D83DDE00", "0644062"] {
            assert_eq!(turned_letters(kept), None, "{kept}");
        }
    }
}
