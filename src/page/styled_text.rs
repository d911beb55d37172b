//! Text with meaning: runs with a role, and perhaps a link.

use super::place::Place;
use crate::briefing::Level;
use crate::text::line_ends::{is_line_end, joined};
use crate::text::neutral;
use crate::text::neutral::with_few_marks;
use crate::text::width::is_simple;
use std::borrow::Cow;

/// What a run of text is, so that a theme can say how it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// What we conclude, or the claim itself.
    Strong,
    /// Labels, context, hints.
    Quiet,
    Heading,
    /// Ids and links.
    Accent,
    /// Thin lines of figures and frames.
    Line,
    /// The filled part of a bar.
    Bar,
    /// Something to look at.
    Warn,
    /// Something wrong.
    Bad,
    /// The opened passage.
    Lit,
    /// Another passage of the same claim.
    Passage,
    /// What joins actors; a sign or a word says so too.
    Cooperation,
    /// What sets actors against each other; a sign or a word says so too.
    Conflict,
}

impl From<Level> for Role {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::Bad,
            Level::Warning => Self::Warn,
            Level::Note => Self::Quiet,
        }
    }
}

/// A stretch of text with one role and perhaps a link. Its text holds no control character and no line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    text: String,
    pub role: Role,
    pub link: Option<Place>,
}

impl Run {
    /// Control characters become marks, line breaks and hard spaces plain spaces: the text stands on a line of a screen.
    #[must_use]
    pub fn new(role: Role, text: &str) -> Self {
        Self { text: if is_simple(text) { text.to_owned() } else { plain(text) }, role, link: None }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    #[must_use]
    pub fn is_opened(&self) -> bool {
        self.role == Role::Lit
    }
}

fn plain(text: &str) -> String {
    let spaced = if text.contains(|c: char| matches!(c, '\t' | '\u{a0}') || is_line_end(c)) {
        Cow::Owned(joined(text).replace(['\t', '\u{a0}'], " "))
    } else {
        Cow::Borrowed(text)
    };
    with_few_marks(&neutral(&spaced)).into_owned()
}

/// A text as [`Run::new`] makes it.
#[must_use]
pub fn one_line(text: &str) -> String {
    Run::new(Role::Text, text).text
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    pub runs: Vec<Run>,
}

impl Text {
    #[must_use]
    pub fn new(role: Role, text: &str) -> Self {
        Self::default().and(role, text)
    }

    /// The text with another run behind it; an empty one is left out.
    #[must_use]
    pub fn and(mut self, role: Role, text: &str) -> Self {
        if !text.is_empty() {
            self.runs.push(Run::new(role, text));
        }
        self
    }

    #[must_use]
    pub fn link(self, text: &str, to: Place) -> Self {
        self.link_as(Role::Accent, text, to)
    }

    /// A link that looks like something else: a sign of a figure.
    #[must_use]
    pub fn link_as(mut self, role: Role, text: &str, to: Place) -> Self {
        self.runs.push(Run { link: Some(to), ..Run::new(role, text) });
        self
    }

    #[must_use]
    pub fn append(mut self, other: Self) -> Self {
        self.runs.extend(other.runs);
        self
    }

    /// The text as it is drawn over what it heads: a heading in capitals, letter for letter and byte for byte, so that
    /// what is found in one is found in the other.
    #[must_use]
    pub fn headed(&self) -> Self {
        let capital = |letter: char| {
            let mut capitals = letter.to_uppercase();
            let one = capitals.next().filter(|capital| capitals.next().is_none() && capital.len_utf8() == letter.len_utf8());
            one.unwrap_or(letter)
        };
        let headed = |run: &Run| match run.role {
            Role::Heading => Run { text: run.text.chars().map(capital).collect(), ..run.clone() },
            _ => run.clone(),
        };
        Self { runs: self.runs.iter().map(headed).collect() }
    }

    /// The words that say which way it runs: an id of ours that stands before them does not.
    #[must_use]
    pub fn own_words(&self) -> String {
        match self.runs.as_slice() {
            [id, rest @ ..] if id.role == Role::Accent && !rest.is_empty() => rest.iter().map(Run::text).collect(),
            _ => self.plain(),
        }
    }

    #[must_use]
    pub fn plain(&self) -> String {
        self.runs.iter().map(Run::text).collect()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}
