//! A query that was read.

use super::Span;
use crate::briefing::Date;
use crate::briefing::scale::Vocabulary;
use crate::catalogue::fields::Field;
use crate::catalogue::read_state::StandsQuery;
use crate::catalogue::tokens::{LONGEST, Run, runs};
use crate::text::fold::{Folded, Folding};
use crate::text::{choice, series};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Words(Words),
    Filter(Filter),
}

/// Words that stand one behind the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub written: String,
    pub span: Span,
    /// Folded, as texts are; at least one.
    pub runs: Vec<Sought>,
    pub how: How,
}

/// A run of letters that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    pub text: String,
    pub is_unspaced: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Whole,
    /// The last of the words begins so.
    Begins,
    /// So many letters may be others.
    Typos(u8),
    /// Any form of the word.
    Forms,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub field: Field,
    pub span: Span,
    pub test: Test,
}

/// Any of them will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Words of the vocabulary, and what the index holds for each.
    Codes(Vec<(&'static str, u64)>),
    /// Some of the days that a date may mean are among these.
    Days { from: Option<i64>, to: Option<i64> },
    /// As the index has them: as it is written, and as it is shown.
    Names(Vec<(String, String)>),
    /// It stands so to what the reader has read.
    Own(StandsQuery),
}

impl Words {
    /// `None`: there is no letter and no digit in it.
    #[must_use]
    pub fn new(written: &str, span: Span, how: How) -> Option<Self> {
        let folded = Folded::new(written, Folding::SearchWords);
        let sought = |run: Run<'_>| {
            let letters = if run.is_unspaced { usize::MAX } else { LONGEST };
            Sought { text: run.text.chars().take(letters).collect(), is_unspaced: run.is_unspaced }
        };
        let runs: Vec<Sought> = runs(folded.as_str()).map(sought).collect();
        (!runs.is_empty()).then(|| Self { written: written.to_owned(), span, runs, how })
    }

    fn said(&self) -> String {
        let written = self.written.trim();
        match self.how {
            How::Whole if self.runs.len() > 1 => format!("the words “{written}” together"),
            How::Whole => format!("“{written}”"),
            How::Begins if self.runs.len() > 1 => format!("the words “{written}…” together"),
            How::Begins => format!("a word that begins with “{written}”"),
            How::Typos(1) => format!("“{written}”, or a word with one letter different"),
            How::Typos(most) => format!("“{written}”, or a word with up to {most} letters different"),
            How::Forms => format!("any form of “{written}”"),
        }
    }
}

impl Node {
    #[must_use]
    pub fn said(&self) -> String {
        match self {
            Self::All(nodes) => nodes.iter().map(Self::said_within).collect::<Vec<_>>().join(", and "),
            Self::Any(nodes) => nodes.iter().map(Self::said_within).collect::<Vec<_>>().join(", or "),
            Self::Not(node) => format!("not {}", node.said_within()),
            Self::Words(words) => words.said(),
            Self::Filter(filter) => filter.said(),
        }
    }

    fn said_within(&self) -> String {
        if matches!(self, Self::All(_) | Self::Any(_)) { format!("({})", self.said()) } else { self.said() }
    }

    /// Words that must not be there are not collected.
    pub fn collect<'a>(&'a self, words: &mut Vec<&'a Words>) {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().for_each(|node| node.collect(words)),
            Self::Words(found) => words.push(found),
            Self::Not(_) | Self::Filter(_) => {}
        }
    }

    #[must_use]
    pub fn filters(&self) -> Vec<&Filter> {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().flat_map(Self::filters).collect(),
            Self::Not(node) => node.filters(),
            Self::Words(_) => Vec::new(),
            Self::Filter(filter) => vec![filter],
        }
    }
}

impl Filter {
    fn said(&self) -> String {
        let name = self.field.name();
        match &self.test {
            Test::Codes(words) => {
                let mut named: Vec<&str> = Vec::new();
                for (word, _) in words {
                    if !named.contains(word) {
                        named.push(word);
                    }
                }
                format!("{name} is {}", choice(&named))
            }
            Test::Own(own) => format!("it is {}", own.asked.word()),
            Test::Names(names) => {
                let mut shown: Vec<&str> = names.iter().map(|(_, shown)| shown.as_str()).collect();
                shown.dedup();
                if shown.len() > 5 {
                    let rest = format!("{} more", shown.len() - 4);
                    shown.truncate(4);
                    shown.push(&rest);
                    return format!("{name} is any of {}", series(&shown));
                }
                format!("{name} is {}", choice(&shown))
            }
            Test::Days { from, to } => match (from.map(day), to.map(day)) {
                (Some(from), Some(to)) if from == to => format!("{name} is {from}"),
                (Some(from), Some(to)) => format!("{name} is between {from} and {to}"),
                (Some(from), None) => format!("{name} is {from} or later"),
                (None, Some(to)) => format!("{name} is {to} or earlier"),
                (None, None) => format!("{name} is any day"),
            },
        }
    }
}

/// "2025-01-17".
fn day(number: i64) -> String {
    let seconds = u64::try_from(number).ok().and_then(|number| number.checked_mul(86_400));
    seconds.map_or_else(|| format!("day {number}"), |seconds| Date::of_unix_time(seconds).as_str().to_owned())
}
