//! The page language: a document is blocks, and a block is texts.

use super::figure::{ConfidenceDots, Figure, LikelihoodBar};
use super::place::Place;
use super::styled_text::{Role, Run, Text};
use crate::briefing::{Item, Level, Number};
use crate::personal::notes::Note;
use crate::personal::read::Standing;
use std::borrow::Cow;
use std::collections::BTreeMap;

#[derive(Debug, Clone, Default)]
pub struct Doc {
    /// What the place is called at the head of its column: `J1`, `Cover`.
    pub title: String,
    /// At the other end of that line: `judgement`, `Regional security`.
    pub note: String,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Where every link leads, in reading order: the page's stops.
    pub links: Vec<Place>,
    /// The stop that the cursor begins on.
    pub first: Option<usize>,
    /// The page opens at that stop, and not at its beginning: at the quoted words of a source.
    pub from_first: bool,
    pub signs: Signs,
    /// Of a list too long for a page: which of its rows these are.
    pub part: Option<Part>,
}

/// A page has the rows of a list from one on, 0-based, and the list so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub from: usize,
    pub of: usize,
    /// So many stops of the page stand before the first of them, and are none.
    pub before: usize,
}

/// The blocks, by their indices, whose subject the reader has noted or marked, or has not read.
pub type Signs = BTreeMap<usize, Sign>;

/// What the margin says of what a block leads to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sign {
    pub own: Option<Own>,
    pub standing: Standing,
}

impl Sign {
    /// The sign at the right end of a row. What is unread hides the reader's own sign until it was read.
    #[must_use]
    pub fn sign(self) -> &'static str {
        let own = self.own.map_or("", Own::sign);
        if self.is_letter() { self.standing.sign() } else { own }
    }

    /// It is a letter.
    #[must_use]
    pub fn is_letter(self) -> bool {
        self.standing != Standing::Read
    }

    #[must_use]
    pub fn words(self) -> String {
        let standing = self.is_letter().then(|| self.standing.words());
        standing.into_iter().chain(self.own.map(Own::words)).collect::<Vec<_>>().join(", ")
    }
}

/// What the reader has left at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    Note,
    Mark,
    Both,
}

impl Own {
    #[must_use]
    pub fn words(self) -> &'static str {
        ["your note", "your mark", "your note and mark"][self as usize]
    }

    /// `None` where there are no notes.
    pub fn of<'a>(notes: impl IntoIterator<Item = &'a Note>) -> Option<Self> {
        let (mut note, mut mark) = (false, false);
        for one in notes {
            *(if one.is_mark { &mut mark } else { &mut note }) = true;
        }
        match (note, mark) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Note),
            (false, true) => Some(Self::Mark),
            (false, false) => None,
        }
    }

    /// The sign at the right end of a row.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["✎", "◆", "◈"][self as usize]
    }
}

/// A piece of a page that belongs together.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its name in the page, for positions that outlive the page: an item's id or a field's name.
    pub key: String,
    pub purpose: Purpose,
    /// The item that it is about, if any.
    pub about: Option<Item>,
    /// Where the whole block leads; its runs lead nowhere then.
    pub link: Option<Place>,
    /// A blank row stands before it.
    pub gap: bool,
    /// The level of the worst finding on that item.
    pub mark: Option<Level>,
    pub body: Body,
}

/// What a block is for: the linear mode leaves out what is of no use to its readers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Purpose {
    #[default]
    Content,
    /// The words of what the page is about: notes on it stand under them.
    Subject,
    /// The cover opens with its first words in view. Those before its first link are of that link's stop: the cursor
    /// stands on them where a low screen has room for no more.
    BottomLine,
    /// The reader's own note.
    Note,
    /// Which keys of the browser do a thing.
    How,
    /// What the signs of a figure mean.
    Legend,
}

#[derive(Debug, Clone)]
pub enum Body {
    Heading {
        text: Text,
        /// At the other end of its line.
        tail: Text,
    },
    /// Over a table of judgements; the screen adds the heads of its columns.
    JudgementHeading(Text),
    Paragraph(Text),
    Field {
        label: &'static str,
        text: Text,
    },
    ListRow(ListRow),
    Judgement(JudgementRow),
    Sentence {
        /// Rows that nobody quotes have none.
        number: Option<Number>,
        state: SentenceState,
        text: Text,
    },
    Figure {
        /// Empty where the figure stands for itself.
        label: &'static str,
        figure: Figure,
        /// Where its first word leads.
        link: Option<Place>,
    },
}

/// A row of a list: id, a leading word, the text, and a word at the right.
#[derive(Debug, Clone, Default)]
pub struct ListRow {
    /// Which list of the page it is a row of: the ids of a list stand in one column, and so do its leading words.
    pub list: usize,
    pub id: Text,
    /// The leading word: "states".
    pub lead: Text,
    pub text: Text,
    /// At the right end: a grade, a state.
    pub tail: Text,
    /// On the screen a row of its own.
    pub below: Text,
    /// The screen cuts the text to one row; exports write all of it.
    pub one_row: bool,
    /// Where in the briefing's file an editor opens for this row, in bytes; `None` where its link tells.
    pub written: Option<usize>,
    /// What the briefing says that it stands for, in a number.
    pub imprint: Option<u64>,
}

impl ListRow {
    /// What is written behind the text where there is no right end and no row of its own.
    #[must_use]
    pub fn behind(&self) -> Text {
        if self.below.is_empty() || self.tail.is_empty() {
            return self.below.clone().append(self.tail.clone());
        }
        self.below.clone().and(Role::Quiet, "; ").append(self.tail.clone())
    }
}

#[derive(Debug, Clone)]
pub struct JudgementRow {
    /// As in [`ListRow::list`].
    pub list: usize,
    pub id: Text,
    pub text: Text,
    pub likelihood: LikelihoodBar,
    pub confidence: ConfidenceDots,
}

/// What became of a sentence of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentenceState {
    /// A claim quotes from it.
    Claimed,
    /// Left out on purpose.
    SetAside,
    /// Nobody has accounted for it yet.
    Open,
    /// A heading or a row: nobody need account for it.
    Free,
}

impl SentenceState {
    /// The sign in the gutter.
    #[must_use]
    pub fn sign(self) -> &'static str {
        ["■", "▫", "□", " "][self as usize]
    }

    #[must_use]
    pub fn word(self) -> &'static str {
        ["claimed", "set aside", "open", ""][self as usize]
    }
}

impl Block {
    #[must_use]
    pub fn new(key: impl Into<String>, body: Body) -> Self {
        Self { key: key.into(), purpose: Purpose::Content, about: None, link: None, gap: false, mark: None, body }
    }

    #[must_use]
    pub fn paragraph(key: impl Into<String>, role: Role, words: &str) -> Self {
        Self::new(key, Body::Paragraph(Text::new(role, words)))
    }

    #[must_use]
    pub fn heading(key: impl Into<String>, words: &str) -> Self {
        Self::new(key, Body::Heading { text: Text::new(Role::Heading, words), tail: Text::default() }).gap()
    }

    /// A blank row stands before it.
    #[must_use]
    pub fn gap(self) -> Self {
        Self { gap: true, ..self }
    }

    #[must_use]
    pub fn leads_to(self, place: Place) -> Self {
        Self { link: Some(place), ..self }
    }

    #[must_use]
    pub fn purpose(self, purpose: Purpose) -> Self {
        Self { purpose, ..self }
    }

    /// The texts of the block as the screen has them, in reading order. Pieces of flowed rows name them by their place
    /// in this list.
    #[must_use]
    pub fn parts(&self) -> Vec<Cow<'_, Text>> {
        match &self.body {
            Body::Heading { text, tail } => vec![Cow::Owned(text.headed()), Cow::Borrowed(tail)],
            Body::JudgementHeading(text) => vec![Cow::Owned(text.headed())],
            Body::Paragraph(text) | Body::Sentence { text, .. } => vec![Cow::Borrowed(text)],
            Body::Field { label, text } => vec![Cow::Owned(Text::new(Role::Quiet, label)), Cow::Borrowed(text)],
            Body::ListRow(row) => [&row.id, &row.lead, &row.text, &row.tail, &row.below].map(Cow::Borrowed).to_vec(),
            Body::Judgement(row) => {
                let mut parts = vec![Cow::Borrowed(&row.id), Cow::Borrowed(&row.text)];
                parts.extend(row.likelihood.words().map(Cow::Owned));
                parts.push(Cow::Owned(row.confidence.word()));
                parts
            }
            Body::Figure { label, figure, link } => {
                let mut parts = vec![Cow::Owned(Text::new(Role::Quiet, label))];
                parts.extend(figure.words(link.as_ref()).into_iter().map(Cow::Owned));
                parts
            }
        }
    }

    /// It holds words of the opened passage.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        self.parts().iter().any(|part| part.runs.iter().any(Run::is_opened))
    }

    /// Whether its first words are of the opened passage, and whether its last ones are.
    #[must_use]
    pub fn opened_edges(&self) -> (bool, bool) {
        let parts = self.parts();
        let mut runs = parts.iter().flat_map(|part| &part.runs).filter(|run| !run.text().trim().is_empty()).map(Run::is_opened);
        let first = runs.next().unwrap_or(false);
        (first, runs.next_back().unwrap_or(first))
    }

    /// How many [`leads`](Self::leads) it has.
    #[must_use]
    pub fn count_leads(&self) -> usize {
        self.link.as_ref().map_or_else(|| self.leads().len(), |_| 1)
    }

    /// Where the block's links lead, in reading order: the whole block's, else those of its runs.
    #[must_use]
    pub fn leads(&self) -> Vec<Place> {
        match &self.link {
            Some(link) => vec![link.clone()],
            None => self.parts().iter().flat_map(|part| part.runs.iter().filter_map(|run| run.link.clone())).collect(),
        }
    }
}

impl Doc {
    #[must_use]
    pub fn new(title: &str, note: &str) -> Self {
        Self { title: title.to_owned(), note: note.to_owned(), ..Self::default() }
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// The block that the opened passage begins in.
    #[must_use]
    pub fn opened(&self) -> Option<usize> {
        self.blocks.iter().position(Block::is_opened)
    }

    /// Numbers the links, once all blocks are there. The cursor begins on the first stop at or behind the block
    /// `first`, or on the first of all.
    #[must_use]
    pub fn finish(mut self, first: Option<usize>) -> Self {
        for (at, block) in self.blocks.iter().enumerate() {
            if Some(at) == first {
                self.first = Some(self.links.len());
            }
            match &block.link {
                Some(link) => self.links.push(link.clone()),
                None => self.links.extend(block.leads()),
            }
        }
        self.first = match self.first {
            _ if self.links.is_empty() => None,
            Some(stop) if stop < self.links.len() => Some(stop),
            _ => Some(0),
        };
        self
    }

    /// The row of a list that a stop belongs to.
    #[must_use]
    pub fn row_of(&self, stop: usize) -> Option<&ListRow> {
        let mut behind = 0;
        let block = self.blocks.iter().find(|block| {
            behind += block.leads().len();
            stop < behind
        });
        match &block?.body {
            Body::ListRow(row) => Some(row),
            _ => None,
        }
    }
}
