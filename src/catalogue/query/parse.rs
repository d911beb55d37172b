//! From what was typed to a tree.

use super::joined::joined;
use super::missigned::{MINUS, Missigned, QUOTES, missigned};
use super::tree::{How, Node, Words};
use super::value::{Names, Operator, Wrong, filter};
use super::{Bad, Query, Span};
use crate::briefing::Date;
use crate::catalogue::fields::{FIELDS, Field};
use crate::text::{meant, series};

/// Groups in each other, and bytes: nobody types more.
const DEEPEST: usize = 32;
const LONGEST: usize = 4000;
/// Any form of a word.
pub const STEM: &str = "stem";

/// What a query is read with.
pub struct Parse<'a> {
    /// The names that the library has.
    pub names: &'a dyn Names,
    pub today: Option<&'a Date>,
    /// It is being typed: the last word may go on.
    pub is_typed: bool,
}

impl Parse<'_> {
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn query(&self, text: &str) -> Result<Query, Bad> {
        let mut parser = Parser { text, at: 0, depth: 0, with: self };
        if text.len() > LONGEST {
            return Err(parser.bad(0..0, "the query is too long", None));
        }
        let mut root = parser.any()?;
        if parser.peek().is_some() {
            return Err(parser.bad(parser.at..parser.at + 1, "this bracket closes none", Some("take it out")));
        }
        if self.is_typed && text.ends_with(|c: char| !c.is_whitespace()) {
            goes_on(&mut root, text.len());
        }
        Ok(Query { text: text.to_owned(), root })
    }
}

/// The word that ends where the text ends begins what it looks for.
fn goes_on(node: &mut Node, end: usize) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter_mut().for_each(|node| goes_on(node, end)),
        Node::Words(words) if words.span.end == end && words.how == How::Whole && words.runs.iter().all(|run| !run.is_unspaced) => {
            words.how = How::Begins;
        }
        _ => {}
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    with: &'a Parse<'a>,
}

impl<'a> Parser<'a> {
    fn bad(&self, span: Span, message: &str, hint: Option<&str>) -> Bad {
        let start = span.start.min(self.text.len());
        let end = (span.end.clamp(start, self.text.len())..=self.text.len()).find(|at| self.text.is_char_boundary(*at)).unwrap_or(start);
        Bad { query: self.text.to_owned(), span: start..end, message: message.to_owned(), hint: hint.map(str::to_owned), is_absent: false }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// A word of the language stands here, by itself.
    fn is_at(&self, word: &str) -> bool {
        self.rest().strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| !c.is_whitespace() && c != '('))
    }

    fn any(&mut self) -> Result<Node, Bad> {
        let mut nodes = vec![self.all("OR")?];
        while self.is_at("OR") {
            self.at += "OR".len();
            nodes.push(self.all("OR")?);
        }
        Ok(one_or(nodes, Node::Any))
    }

    fn all(&mut self, before: &str) -> Result<Node, Bad> {
        let mut nodes = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(')') => break,
                _ if self.is_at("OR") => break,
                _ => {}
            }
            if !nodes.is_empty() && self.is_at("AND") {
                self.at += "AND".len();
                self.skip_space();
            }
            nodes.push(self.one()?);
        }
        if nodes.is_empty() {
            return Err(self.nothing(before));
        }
        Ok(one_or(joined(nodes), Node::All))
    }

    fn nothing(&self, before: &str) -> Bad {
        let here = self.at..self.at + 1;
        if self.text.trim().is_empty() {
            return self.bad(0..0, "there is nothing to look for", Some("write a word, a \"phrase\", or a field: actor:iran"));
        }
        match self.peek() {
            Some(')') if self.depth > 0 => {
                self.bad(here, "there is nothing in this group", Some("write what is looked for, or take the brackets out"))
            }
            Some(')') => self.bad(here, "this bracket closes none", Some("take it out")),
            _ => self.bad(
                here,
                &format!("there is nothing beside {before}"),
                Some("write what is looked for on both sides; a word in quotation marks is only a word: \"or\""),
            ),
        }
    }

    fn one(&mut self) -> Result<Node, Bad> {
        let start = self.at;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.bad(start..start + 1, "there are too many groups in each other", None));
        }
        let node = match self.peek() {
            Some(sign) if MINUS.contains(&sign) => self.not(sign.len_utf8()),
            _ if self.is_at("NOT") => self.not("NOT".len()),
            _ if self.is_at("AND") => {
                Err(self.bad(start..start + 3, "there is nothing beside AND", Some("write what is looked for on both sides")))
            }
            Some('(') => self.group(),
            Some(quote) if QUOTES.contains(&quote) => self.phrase(),
            _ => self.word(),
        };
        self.depth -= 1;
        node
    }

    fn not(&mut self, length: usize) -> Result<Node, Bad> {
        let start = self.at;
        self.at += length;
        if !self.text[start..].starts_with(MINUS) {
            self.skip_space();
        }
        if self.peek().is_none_or(|next| next.is_whitespace() || next == ')') {
            return Err(self.bad(start..start + length, "nothing is ruled out here", Some("write it right behind: -word")));
        }
        Ok(Node::Not(Box::new(self.one()?)))
    }

    fn group(&mut self) -> Result<Node, Bad> {
        let open = self.at;
        self.at += 1;
        let node = self.any()?;
        if self.peek() != Some(')') {
            return Err(self.bad(open..open + 1, "this bracket is not closed", Some("write ) behind the group")));
        }
        self.at += 1;
        Ok(node)
    }

    /// What stands between quotation marks; here is the first of them.
    fn quoted(&mut self) -> Result<(&'a str, Span), Bad> {
        let open = self.at;
        let start = open + self.peek().map_or(0, char::len_utf8);
        let Some(length) = self.text[start..].find(QUOTES) else {
            return Err(self.bad(open..start, "this quotation mark is not closed", Some("write another behind the words")));
        };
        let end = start + length;
        self.at = end;
        self.at += self.peek().map_or(0, char::len_utf8);
        Ok((&self.text[start..end], open..self.at))
    }

    fn phrase(&mut self) -> Result<Node, Bad> {
        let (written, span) = self.quoted()?;
        let begins = self.peek() == Some('*');
        self.at += usize::from(begins);
        self.words(written, span.start..self.at, if begins { How::Begins } else { How::Whole })
    }

    fn words(&self, written: &str, span: Span, how: How) -> Result<Node, Bad> {
        let words = Words::new(written, span.clone(), how).ok_or_else(|| {
            let message = format!("`{written}` has no letter and no digit to look for");
            self.bad(span, &message, Some("words that stand beside each other are all looked for"))
        })?;
        Ok(Node::Words(words))
    }

    /// Up to white space, a bracket or a quotation mark.
    fn bare(&mut self) -> (&'a str, Span) {
        let start = self.at;
        let ends = |c: char| c.is_whitespace() || c == '(' || c == ')' || QUOTES.contains(&c);
        self.at += self.rest().find(ends).unwrap_or(self.rest().len());
        (&self.text[start..self.at], start..self.at)
    }

    fn word(&mut self) -> Result<Node, Bad> {
        if let Some(Missigned { span, message, hint }) = missigned(self.rest()) {
            return Err(self.bad(self.at + span.start..self.at + span.end, &message, Some(&hint)));
        }
        if let Some((name, operator, length)) = self.field_here() {
            return self.field(name, operator, length);
        }
        let (written, span) = self.bare();
        if written.starts_with('*') && written.len() > 1 {
            let hint = "write the beginning of the word: iran*";
            return Err(self.bad(span.start..span.start + 1, "a star stands behind what a word begins with", Some(hint)));
        }
        if written.starts_with('=') {
            let hint = "take it out: only a search of a page tells one way to write a letter from another";
            return Err(self.bad(span.start..span.start + 1, "words are found here however their letters are written", Some(hint)));
        }
        let (word, how) = match written.split_once('~') {
            Some((word, number)) => (word, self.typos(word, number, &span)?),
            None if written.ends_with('*') => (written.trim_end_matches('*'), How::Begins),
            None => (written, How::Whole),
        };
        if let Some(star) = word.find('*') {
            let hint = "write the beginning of the word: iran*";
            return Err(self.bad(span.start + star..span.start + star + 1, "a star stands at the end of a word", Some(hint)));
        }
        let node = self.words(word, span.clone(), how)?;
        match &node {
            Node::Words(words) if matches!(how, How::Typos(_)) && (words.runs.len() > 1 || words.runs[0].is_unspaced) => {
                Err(self.bad(span, "letters may only differ in one word of a script with spaces", Some("write the word alone: treaty~")))
            }
            _ => Ok(node),
        }
    }

    fn typos(&self, word: &str, number: &str, span: &Span) -> Result<How, Bad> {
        let letters = word.chars().count();
        if letters < 3 {
            return Err(self.bad(
                span.clone(),
                "in so short a word every letter counts",
                Some("look for it as it is, or for what begins so: ir*"),
            ));
        }
        match number {
            "" => Ok(How::Typos(if letters < 6 { 1 } else { 2 })),
            "1" => Ok(How::Typos(1)),
            "2" => Ok(How::Typos(2)),
            _ => Err(self.bad(span.start + word.len()..span.end, "one letter may differ, or two", Some("write word~, word~1 or word~2"))),
        }
    }

    /// The name of a field stands here, and what behind it says so.
    fn field_here(&self) -> Option<(&'a str, Operator, usize)> {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_alphabetic()).filter(|length| *length > 0)?;
        let (operator, sign) = Operator::at(&rest[length..])?;
        let is_known = Field::named(&rest[..length].to_lowercase()).is_some();
        // An address on the web has a colon too, and only our own fields are compared.
        let is_web = rest[length..].starts_with("://");
        (is_known || operator == Operator::Is && sign == 1 && rest[length..].starts_with(':') && !is_web).then_some((
            &rest[..length],
            operator,
            sign,
        ))
    }

    fn field(&mut self, name: &str, operator: Operator, sign: usize) -> Result<Node, Bad> {
        let start = self.at;
        let behind = start + name.len() + sign;
        let known = Field::named(&name.to_lowercase());
        if known.is_none() && name != STEM {
            let names = FIELDS.iter().map(|row| row.name).chain([STEM]);
            let otherwise = || {
                format!(
                    "the fields are {}; words with a colon stand in quotation marks",
                    series(&FIELDS.iter().map(|row| row.name).collect::<Vec<_>>())
                )
            };
            let hint = meant(&name.to_lowercase(), names, otherwise);
            return Err(self.bad(start..start + name.len(), &format!("there is no field `{name}`"), Some(&hint)));
        }
        self.at = behind;
        let (value, span) = match self.peek() {
            Some(quote) if QUOTES.contains(&quote) => self.quoted()?,
            Some('(') => {
                let hint = format!("write ({name}:one OR {name}:other)");
                return Err(self.bad(behind..behind + 1, "a field has one value", Some(&hint)));
            }
            _ => self.bare(),
        };
        let Some(field) = known else { return self.words(value, start..self.at, How::Forms) };
        if value.trim().is_empty() {
            let hint = format!("for example {}", field.row().example);
            return Err(self.bad(start..self.at, &format!("what `{name}` is to be is missing"), Some(&hint)));
        }
        let filter = filter(field, operator, value, start..self.at, self.with.names, self.with.today);
        let bad = |wrong: Wrong| Bad { is_absent: wrong.is_absent, ..self.bad(span, &wrong.message, wrong.hint.as_deref()) };
        Ok(Node::Filter(filter.map_err(bad)?))
    }
}

fn one_or(mut nodes: Vec<Node>, many: impl Fn(Vec<Node>) -> Node) -> Node {
    match nodes.len() {
        1 => nodes.remove(0),
        _ => many(nodes),
    }
}
