//! Initials over several lines, which stand beside their word and are read behind it.

use super::pieces::Piece;
use super::{Sheet, drawn, file};
use std::collections::HashMap;
use unpdf::parser::backend::{ContentOp, PdfValue, RawBackend};

/// In parts of the letters beside it.
const LARGE: f32 = 1.7;
/// In parts of the size: how high a capital is.
const HIGH: f32 = 0.7;
/// In parts of the size of the letters beside it: as far it stands from its word, and its top from theirs.
const BESIDE: f32 = 1.3;
const LEVEL: f32 = 0.6;
/// Those that are words.
const WORDS: [&str; 3] = ["a", "i", "o"];

/// Draws each before its word instead.
pub fn put_back(backend: &RawBackend, sheets: &mut [Sheet]) {
    let mut known: Option<HashMap<String, usize>> = None;
    for at in 0..sheets.len() {
        let found: Vec<(usize, usize)> = (0..sheets[at].pieces.len())
            .filter(|initial| is_initial(&sheets[at].pieces[*initial]))
            .filter_map(|initial| Some((initial, line(&sheets[at].pieces, initial)?)))
            .collect();
        if found.is_empty() {
            continue;
        }
        let Some((_, ops)) = drawn(backend, sheets[at].page) else { continue };
        for (initial, line) in found {
            let (initial, line) = (&sheets[at].pieces[initial], &sheets[at].pieces[line]);
            let letter = initial.text.trim().to_lowercase();
            let is_word = WORDS.contains(&letter.as_str()) && stands_alone(&letter, line, known.get_or_insert_with(|| words(sheets)));
            let front = before(&ops, initial, line, is_word);
            let without = initial.ops.clone();
            sheets[at].front.extend(front);
            sheets[at].without.extend(without);
        }
    }
}

fn is_initial(piece: &Piece) -> bool {
    let mut letters = piece.text.trim().trim_start_matches(['“', '„', '"', '«', '‘']).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// The line that goes on with it: the first of those that stand beside it.
fn line(pieces: &[Piece], at: usize) -> Option<usize> {
    let initial = &pieces[at];
    let is_beside = |piece: &Piece| {
        let is_small = initial.size > piece.size * LARGE;
        is_small && (-piece.size / 4.0..piece.size * BESIDE).contains(&(piece.x - initial.right))
    };
    let beside: Vec<(usize, &Piece)> = pieces.iter().enumerate().filter(|(_, piece)| is_beside(piece)).collect();
    let is_first = |piece: &Piece| {
        let top = initial.y + initial.size * HIGH - piece.size * HIGH;
        (piece.y - top).abs() < piece.size * LEVEL && piece.text.starts_with(char::is_alphabetic)
    };
    let (first, line) = beside.iter().find(|(_, piece)| is_first(piece))?;
    // It is as high as two lines.
    let has_second = beside.iter().any(|(_, piece)| piece.y < line.y - line.size / 2.0 && piece.y > initial.y - piece.size * LEVEL);
    has_second.then_some(*first)
}

/// In small letters, all words of the document, and how often each stands there.
fn words(sheets: &[Sheet]) -> HashMap<String, usize> {
    let texts = sheets.iter().flat_map(|sheet| &sheet.pieces).map(|piece| piece.text.to_lowercase());
    let mut words = HashMap::new();
    for text in texts {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

/// "A port", not "Along": what stands behind it is a word of the document elsewhere, and both together are none.
fn stands_alone(letter: &str, line: &Piece, known: &HashMap<String, usize>) -> bool {
    let next = line.text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    // What is left of many a word without its first letter is none elsewhere.
    let is_word = next.len() > 2 && known.get(&next).is_some_and(|times| *times > 1);
    line.text.starts_with(char::is_lowercase) && is_word && !known.contains_key(&format!("{letter}{next}"))
}

/// Draws it before its line, as large as that.
fn before(ops: &[ContentOp], initial: &Piece, line: &Piece, is_word: bool) -> Vec<u8> {
    let gap = if is_word { line.size * 0.3 } else { 0.0 };
    let x = line.x - (initial.right - initial.x) * line.size / initial.size - gap;
    let mut content = b"BT ".to_vec();
    content.extend(file::value(&PdfValue::Name(initial.font.clone())));
    content.extend(file::numbers(&[line.size]));
    content.extend_from_slice(b" Tf ");
    content.extend(file::numbers(&[1.0, 0.0, 0.0, 1.0, x, line.y]));
    content.extend_from_slice(b" Tm ");
    for op in initial.ops.iter().filter_map(|(op, _)| ops.get(*op)) {
        let strings = op
            .operands
            .iter()
            .flat_map(|operand| if let PdfValue::Array(parts) = operand { parts.as_slice() } else { std::slice::from_ref(operand) });
        for string in strings.filter(|part| matches!(part, PdfValue::Str(_))) {
            content.extend(file::value(string));
            content.extend_from_slice(b" Tj ");
        }
    }
    content.extend_from_slice(b"ET\n");
    content
}
