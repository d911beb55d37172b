//! Where the cursor is: what it is the key or the value of, and which bytes of the line are being typed.

use super::site::above;
use crate::yaml::scalar::{Site, scalar_like};
use crate::yaml::tree::{Node, Tree, Value};
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Place {
    /// The path of the mapping that it may be a key of.
    pub key: Option<Vec<String>>,
    /// The path of the value that it may be.
    pub value: Option<Vec<String>>,
    /// What was typed, without a quotation mark before it.
    pub typed: String,
    /// The bytes that are to be replaced, on the line of the cursor.
    pub range: Range<usize>,
    pub quote: Option<char>,
    pub in_brackets: bool,
    /// It began on a line above: what is typed is the end of it.
    pub earlier: Option<String>,
    /// The lines are those of a block scalar, where no sign has a meaning.
    pub is_block: bool,
    pub has_colon: bool,
}

impl Place {
    /// The quotation mark that it begins with.
    #[must_use]
    pub fn mark(&self) -> &str {
        match self.quote {
            Some('\'') => "'",
            Some(_) => "\"",
            None => "",
        }
    }

    /// A word as it must stand here.
    #[must_use]
    pub fn written(&self, word: &str, is_key: bool) -> String {
        if self.is_reference() || self.earlier.is_some() {
            return word.to_owned();
        }
        scalar_like(self.mark(), word, Site { is_key, in_brackets: self.in_brackets })
    }

    /// The bracket of a reference in prose was typed: `[J`.
    #[must_use]
    pub fn is_reference(&self) -> bool {
        self.typed.rsplit_once('[').is_some_and(|(_, id)| id.len() < 6 && id.chars().all(|c| c.is_ascii_alphanumeric()))
    }
}

/// What stands for the word that is typed.
const WORD: &str = "the-word-that-is-typed";

/// `None`: in a comment, or where nothing can stand.
#[must_use]
pub fn at(text: &str, cursor: usize) -> Option<Place> {
    let (head, from) = above(text, cursor);
    let tail = &text[from..cursor];
    let lexed = Lexed::read(tail)?;
    let before = format!("{head}{}", &tail[..lexed.block.unwrap_or(lexed.start)]);
    let before = before.strip_suffix(['>', '|']).filter(|_| lexed.block.is_some()).unwrap_or(&before);
    let closing: String = lexed.open.iter().rev().map(|open| if *open == '[' { ']' } else { '}' }).collect();
    let found = |behind: &str, is_key: bool| {
        let probe = format!("{before}{WORD}{behind}{closing}");
        let tree = Tree::read(&probe);
        let is_word = |node: &Node<'_>| matches!(&node.value, Value::Scalar { text, .. } if text == WORD);
        let (mut path, found_key) = tree.root.as_ref()?.way(&is_word)?;
        if found_key {
            path.pop();
        }
        (found_key == is_key).then_some(path)
    };
    let in_lines = tail[lexed.start..].contains('\n') || lexed.block.is_some();
    let key = if in_lines { None } else { found(": x", true) };
    let value = found("", false);
    if key.is_none() && value.is_none() {
        return None;
    }
    let (start, earlier) = match tail[lexed.start..].rfind('\n').filter(|_| in_lines) {
        Some(end) => {
            let line = lexed.start + end + 1;
            let start = line + tail[line..].len() - tail[line..].trim_start().len();
            (from + start, Some(tail[lexed.start..line].to_owned()))
        }
        None => (from + lexed.start, lexed.block.map(|_| String::new())),
    };
    let typed = text[start..cursor].trim_start_matches(|c| earlier.is_none() && Some(c) == lexed.quote).to_owned();
    let mut place = Place {
        key,
        value,
        typed,
        range: start..cursor,
        quote: lexed.quote,
        in_brackets: !lexed.open.is_empty(),
        earlier,
        is_block: lexed.block.is_some(),
        has_colon: false,
    };
    place.reach(text, cursor);
    Some(place)
}

impl Place {
    /// What stands behind the cursor and is a part of the same word goes too.
    fn reach(&mut self, text: &str, cursor: usize) {
        let rest = text[cursor..].lines().next().unwrap_or_default();
        let colon = rest.find(':').filter(|at| rest[at + 1..].is_empty() || rest[at + 1..].starts_with(' '));
        self.has_colon = self.quote.is_none() && colon.is_some();
        if self.is_reference() {
            let id = self.typed.rfind('[').map_or(0, |bracket| self.typed.len() - bracket - 1);
            self.range = cursor - id..cursor;
            return;
        }
        if self.earlier.is_some() || self.quote.is_none() && self.typed.is_empty() && rest.starts_with(char::is_whitespace) {
            return;
        }
        let end = if let Some(mark) = self.quote {
            rest.find(mark).map_or(0, |at| at + 1)
        } else {
            let ends: &[char] = if self.in_brackets { &[',', ']', '}'] } else { &[] };
            let ends = [rest.find(ends), rest.find(" #"), colon];
            rest[..ends.into_iter().flatten().min().unwrap_or(rest.len())].trim_end().len()
        };
        self.range.end = cursor + end;
    }
}

/// A text up to the cursor, taken apart.
#[derive(Debug, Default)]
struct Lexed {
    /// Where the word begins that is being typed, with its quotation mark.
    start: usize,
    quote: Option<char>,
    /// The brackets that are open.
    open: Vec<char>,
    /// Behind the sign that begins a block scalar.
    block: Option<usize>,
}

enum State {
    Nothing,
    Plain,
    Quoted(char),
}

impl Lexed {
    fn read(tail: &str) -> Option<Self> {
        let mut lexed = Self::default();
        let mut state = State::Nothing;
        let mut is_value = false;
        let mut characters = tail.char_indices().peekable();
        let mut before = '\n';
        while let Some((at, c)) = characters.next() {
            let next = characters.peek().map(|(_, c)| *c);
            let is_last = next.is_none_or(char::is_whitespace);
            match (&state, c) {
                (State::Quoted('\''), '\'') if next == Some('\'') => drop(characters.next()),
                (State::Quoted('"'), '\\') => drop(characters.next()),
                (State::Quoted(mark), c) if *mark == c => state = State::Nothing,
                (State::Quoted(_), _) => {}
                (_, '#') if before.is_whitespace() => {
                    let line = tail[at..].find('\n')?;
                    while characters.next_if(|(place, _)| *place < at + line).is_some() {}
                }
                (_, ':') if is_last && (next.is_some() || !is_value) => {
                    // Right behind the colon no value can begin.
                    next?;
                    (state, is_value) = (State::Nothing, true);
                }
                (_, ',') if !lexed.open.is_empty() => (state, is_value) = (State::Nothing, false),
                (_, ']' | '}') if !lexed.open.is_empty() => {
                    lexed.open.pop();
                    state = State::Nothing;
                }
                (State::Plain, _) => {}
                (State::Nothing, c) if c.is_whitespace() => {}
                (State::Nothing, '-') if is_last && lexed.open.is_empty() => next.map(drop)?,
                (State::Nothing, '[' | '{') => {
                    lexed.open.push(c);
                    is_value = false;
                }
                (State::Nothing, '|' | '>') if lexed.open.is_empty() => {
                    let line = tail[at..].find('\n')?;
                    let start = at + line + 1;
                    let indent = tail[start..].len() - tail[start..].trim_start().len();
                    return Some(Self { start: start + indent, block: Some(at + 1), ..lexed });
                }
                (State::Nothing, '\'' | '"') => (state, lexed.start) = (State::Quoted(c), at),
                (State::Nothing, _) => (state, lexed.start) = (State::Plain, at),
            }
            before = c;
        }
        match state {
            State::Nothing => lexed.start = tail.len(),
            State::Plain => {}
            State::Quoted(mark) => lexed.quote = Some(mark),
        }
        Some(lexed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str) -> Option<(String, String, String, String)> {
        let cursor = text.find('|').expect("a cursor");
        let text = text.replacen('|', "", 1);
        let place = at(&text, cursor)?;
        let shown = |path: &Option<Vec<String>>| path.as_ref().map_or_else(|| "-".to_owned(), |path| path.join("."));
        Some((shown(&place.key), shown(&place.value), place.typed, text[place.range].to_owned()))
    }

    #[test]
    fn n22_a_place_is_known_in_a_file_that_is_broken_there() {
        let cases = [
            ("a:\n  con|", "a", "a", "con", "con"),
            ("a: [x\nb:\n  con|fidence: low\n", "b", "b", "con", "confidence"),
            ("b:\n  c: lo|w # why", "-", "b.c", "lo", "low"),
            ("b:\n  c: |", "-", "b.c", "", ""),
            ("b:\n  c: [C1, C|, C3]", "b.c.1", "b.c.1", "C", "C"),
            ("b:\n  quote: {ART: some wo|", "-", "b.quote.ART", "some wo", "some wo"),
            ("b:\n  quote: {A|", "b.quote", "-", "A", "A"),
            ("b:\n  quote: 'it''s so|'\n  d: e", "-", "b.quote", "it''s so", "'it''s so'"),
            ("b:\n  - quote: \"x y|", "-", "b.0.quote", "x y", "\"x y"),
            ("marking: TLP:|", "-", "marking", "TLP:", "TLP:"),
            ("b:\n  why: >-\n    one\n    two th|", "-", "b.why", "two th", "two th"),
        ];
        for (text, key, value, typed, range) in cases {
            let expected = [key, value, typed, range].map(str::to_owned);
            let found = place(text).unwrap_or_else(|| panic!("{text}: nothing"));
            assert_eq!(<[String; 4]>::from(found), expected, "{text}");
        }
        assert_eq!(place("a: b # no|te"), None);
    }
}
