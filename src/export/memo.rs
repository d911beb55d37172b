//! A memo: one page for somebody who reads no second one. Every form of it prints the same [`Memo`].

mod body;
mod fit;

use super::letterhead::{Letter, Paper};
use super::page_set::Handed;
use super::{Bytes, NotWritten, text};
use crate::briefing::Level;
use crate::library::HeldBriefing;
use crate::page::about::short_form::{date_words, listed};
use crate::page::{Block, Doc, Found, Role, Text};
use crate::text::{choice, count};
use body::Room;
pub use fit::{fitting, too_long};

/// The cells of a line: of most typefaces as many letters of that size stand between the margins of both papers.
pub const COLUMNS: usize = 84;

#[derive(Debug)]
pub struct Memo<'h> {
    pub handed: &'h Handed<'h>,
    /// That are shown, in the order of the bottom line.
    pub judgements: Vec<usize>,
    /// Stands first and last.
    pub marking: Option<String>,
    /// Stands under the marking: the check finds errors, and it was written in spite of them.
    pub notice: Option<String>,
    /// To, from, date, subject.
    pub letterhead: [(&'static str, Text); 4],
    /// Headings, paragraphs, rows of lists and a field. What its links lead to is in no memo.
    pub doc: Doc,
    /// The yardstick: what the words of likelihood mean.
    pub footer: Text,
    pub paper: Paper,
}

/// # Errors
///
/// It is no memo of what was asked for, it does not fit on its page, or its form cannot be written.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let form = handed.letter.form.and_then(|form| form.memo);
    form.unwrap_or(plain)(&Memo::new(handed)?)
}

/// # Errors
///
/// None: memory does not refuse what is written to it.
pub fn plain(memo: &Memo<'_>) -> Bytes {
    Ok(memo.lines(COLUMNS).into_bytes())
}

/// Whether it fits in print too, for a program that has no typeface to measure by.
///
/// # Errors
///
/// It does not.
pub fn fits_in_wide_letters(memo: &Memo<'_>) -> Result<(), NotWritten> {
    fit::in_wide_letters(memo)
}

impl<'h> Memo<'h> {
    /// # Errors
    ///
    /// It is no memo of what was asked for, or it does not fit on its page.
    pub fn new(handed: &'h Handed<'h>) -> Result<Self, NotWritten> {
        let (held, found) = handed.inside().ok_or_else(no_memo)?;
        if held.is_broken() {
            return Err(NotWritten("the briefing could not be read".to_owned()));
        }
        let judgements = body::judgements(held, found).ok_or_else(no_memo)?;
        let id = |index: &usize| held.resolved.briefing.judgements[*index].head.id.value.as_str();
        let ids: Vec<&str> = judgements.iter().map(id).collect();
        if let Some(wrong) = handed.letter.cut.iter().find(|cut| !ids.contains(&cut.as_str())) {
            return Err(NotWritten(format!("`{wrong}` is no key judgement of the memo; write {}", choice(&ids))));
        }
        let kept: Vec<usize> = judgements.iter().copied().filter(|index| !handed.letter.cut.iter().any(|cut| cut == id(index))).collect();
        fitting(handed, &kept)
    }

    fn of(handed: &'h Handed<'h>, judgements: &[usize], room: Room) -> Result<Self, NotWritten> {
        let (held, found) = handed.inside().ok_or_else(no_memo)?;
        let briefing = &held.resolved.briefing;
        let Letter { to, from, date, subject, paper, .. } = &handed.letter;
        let or = |said: &Option<String>, own: String| match said.clone().unwrap_or(own) {
            text if text.trim().is_empty() => Text::new(Role::Warn, "not stated"),
            text => Text::new(Role::Text, &text),
        };
        let letterhead = [
            ("To", or(to, listed(&briefing.customers))),
            ("From", or(from, listed(&briefing.authors))),
            ("Date", or(date, briefing.date.as_ref().map_or_else(String::new, date_words))),
            ("Subject", or(subject, subject_of(handed))),
        ];
        let terms = briefing.yardstick().terms().map(|term| format!("{} {}", term.word(), term.range()));
        let footer = format!("{}: {}.", briefing.yardstick().name(), terms.collect::<Vec<_>>().join(", "));
        Ok(Self {
            handed,
            judgements: judgements.to_vec(),
            marking: handed.marking.as_ref().map(|(marking, _)| marking.clone()),
            notice: notice(held),
            letterhead,
            doc: body::doc(held, found, judgements, room),
            footer: Text::new(Role::Quiet, &footer),
            paper: *paper,
        })
    }

    /// As plain text, a line a line of the page, of so many cells.
    fn lines(&self, columns: usize) -> String {
        let mut out = Vec::new();
        let mut write = |block: Block| text::write_block(&mut out, &block, Some(columns));
        let paragraph = |text: Text| Block::new("", crate::page::Body::Paragraph(text));
        let marking = self.marking.as_ref().map(|marking| paragraph(Text::new(Role::Text, marking)));
        let blank = || paragraph(Text::default());
        let head =
            self.letterhead.iter().map(|(label, text)| paragraph(Text::new(Role::Quiet, &format!("{label}: ")).append(text.clone())));
        let body = self.doc.blocks.iter().flat_map(|block| block.gap.then(blank).into_iter().chain([block.clone()]));
        let foot = [blank(), paragraph(self.footer.clone())];
        let notice = self.notice.as_ref().map(|notice| paragraph(Text::new(Role::Bad, notice)));
        let all = marking.clone().into_iter().chain(notice).chain([blank()]).chain(head).chain(body).chain(foot).chain(marking);
        for block in all {
            // Memory takes all.
            let _ = write(block);
        }
        String::from_utf8_lossy(&out).into_owned()
    }
}

/// Of errors that readers are told.
fn notice(held: &HeldBriefing) -> Option<String> {
    let errors = held.known_findings()?.iter().filter(|finding| finding.level == Level::Error).count();
    (errors > 0).then(|| format!("Not fit to send: the check finds {} in this briefing.", count(errors, "error")))
}

fn no_memo() -> NotWritten {
    NotWritten("a memo is of a briefing, of a section or of a judgement".to_owned())
}

/// The title, and what of the briefing the memo is of.
fn subject_of(handed: &Handed<'_>) -> String {
    let Some((held, found)) = handed.inside() else { return String::new() };
    let title = held.resolved.briefing.title();
    if found == Found::Cover { title.to_owned() } else { format!("{title}: {}", handed.pages[0].doc.title) }
}
