//! What a list shows of a briefing, so that nobody has to read the briefing for it.

use super::item::next_change;
use crate::briefing::date::day_number;
use crate::briefing::model::Text;
use crate::briefing::scale::{Change, Vocabulary};
use crate::briefing::{Date, Level, Word};
use crate::library::HeldBriefing;
use crate::library::freshness::Content;
use crate::library::store::File;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Made unique in the library.
    pub id: String,
    /// In the library.
    pub path: String,
    /// Its file could not be read: there are findings, and nothing else.
    pub is_broken: bool,
    pub title: String,
    /// As the file writes it.
    pub date: Option<String>,
    /// As it stands on the first and the last line, or as it is written where that is no marking. `None`: there is none.
    pub marking: Option<String>,
    pub bottom_line: String,
    /// The file of the edition before, in the library.
    pub previous: Option<String>,
    /// How it stands to the edition before; `None` for a first edition.
    pub change: Option<String>,
    pub judgements: Vec<Judged>,
    /// The horizon that comes first of those that wait for their outcome, as the file writes it.
    pub horizon: Option<String>,
    /// `None` where the rules have not run yet.
    pub check: Option<Checked>,
    pub authors: Vec<String>,
    pub approved_by: Option<String>,
    pub customers: Vec<String>,
    pub tags: Vec<String>,
    /// What it says, in a number.
    pub imprint: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    pub id: String,
    /// As the file writes it.
    pub likelihood: Option<String>,
    pub confidence: Option<String>,
    pub by: Option<String>,
    /// What became of it, as the file writes it.
    pub came: Option<String>,
}

/// What the check has found, by level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    pub errors: u32,
    pub warnings: u32,
    pub notes: u32,
    /// Findings that the briefing acknowledges.
    pub accepted: u32,
}

impl Row {
    #[must_use]
    pub fn of(held: &HeldBriefing) -> Self {
        let briefing = &held.resolved.briefing;
        let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
        let texts = |texts: &[Text]| texts.iter().map(|text| text.value.clone()).collect();
        let change = briefing.change.as_ref().filter(|word| word.value != Some(Change::Initial));
        Self {
            id: held.id.clone(),
            path: held.in_library.clone(),
            is_broken: held.is_broken(),
            title: briefing.title().to_owned(),
            date: briefing.date.as_ref().map(|word| word.text.clone()),
            marking: briefing.shown_as.as_ref().map(|(banner, _)| banner.clone()),
            bottom_line: text(&briefing.bottom_line).unwrap_or_default(),
            previous: briefing.previous.as_ref().map(|path| plain_path(&path.value)),
            change: change.and_then(|word| word.value).map(|change| change.word().to_owned()),
            judgements: judged(held),
            horizon: horizon(held).map(|date| date.text.clone()),
            check: Checked::of(held),
            authors: texts(&briefing.authors),
            approved_by: text(&briefing.approved_by),
            customers: texts(&briefing.customers),
            tags: texts(&briefing.tags),
            imprint: held.imprint().whole,
        }
    }
}

/// `./a/../b.yaml` is `b.yaml`.
fn plain_path(path: &str) -> String {
    let parts = path.split('/').fold(Vec::new(), |mut parts, part| {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
        parts
    });
    parts.join("/")
}

fn judged(held: &HeldBriefing) -> Vec<Judged> {
    let judgements = held.resolved.briefing.judgements.iter();
    let judged = judgements.map(|judgement| Judged {
        id: judgement.head.id.value.clone(),
        likelihood: judgement.likelihood.as_ref().map(|word| word.value.map_or(word.text.as_str(), |term| term.word()).to_owned()),
        confidence: judgement.confidence.as_ref().map(|word| word.text.clone()),
        by: judgement.by.as_ref().map(|word| word.text.clone()),
        came: judgement.outcome.as_ref().and_then(|outcome| outcome.came.as_ref()).map(|came| came.text.clone()),
    });
    judged.collect()
}

/// Of the judgements that wait for their outcome.
#[must_use]
pub fn horizon(held: &HeldBriefing) -> Option<&Word<Date>> {
    let open = held.resolved.briefing.judgements.iter().filter(|judgement| judgement.came().is_none());
    let dated = open.filter_map(|judgement| Some((judgement.by.as_ref()?.value.as_ref()?.latest(), judgement.by.as_ref()?)));
    dated.min_by_key(|(day, _)| *day).map(|(_, word)| word)
}

impl Checked {
    /// `None` until the rules have run.
    #[must_use]
    pub fn of(held: &HeldBriefing) -> Option<Self> {
        let report = held.known_report()?;
        let count = |level| report.findings.iter().filter(|finding| finding.level == level).count();
        let [errors, warnings, notes] = [Level::Error, Level::Warning, Level::Note].map(count).map(few);
        Some(Self { errors, warnings, notes, accepted: few(report.accepted.len()) })
    }
}

fn few(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A file that a briefing was read from, and what it held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// It is the briefing's own file.
    pub is_own: bool,
    pub path: String,
    /// The number of bytes and their hash; of what could not be read the hash of why.
    pub content: (u64, u64),
}

/// What a briefing was indexed from. The first field is its path, so that the column is in the order of paths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indexed {
    pub path: String,
    /// As its file has it.
    pub own_id: String,
    /// As it is called in the library.
    pub id: String,
    pub files: Vec<Held>,
    /// It was checked on this day, and the check may find something else from the second on. `None`: it was not checked.
    pub checked: Option<(i64, Option<i64>)>,
}

impl Indexed {
    #[must_use]
    pub fn of(held: &HeldBriefing, today: &Date) -> Self {
        let files = held.reads().iter().map(|read| Held::of(&read.file, read.content()));
        let checked = held.known_report().map(|_| (day_number(today.latest()), next_change(held, today)));
        Self {
            path: held.in_library.clone(),
            own_id: held.resolved.briefing.id.clone(),
            id: held.id.clone(),
            files: files.collect(),
            checked,
        }
    }

    /// What the check has found holds on a day.
    #[must_use]
    pub fn is_checked_on(&self, day: i64) -> bool {
        self.checked.is_some_and(|(from, until)| from <= day && until.is_none_or(|until| day < until))
    }
}

impl Held {
    #[must_use]
    pub fn of(file: &File, content: Content) -> Self {
        let (is_own, path) = match file {
            File::Briefing(path) => (true, path),
            File::Source(path) => (false, path),
        };
        Self { is_own, path: path.clone(), content }
    }

    #[must_use]
    pub fn file(&self) -> File {
        if self.is_own { File::Briefing(self.path.clone()) } else { File::Source(self.path.clone()) }
    }
}
