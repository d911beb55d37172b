//! What a rule is: a row of the table.

use super::{Reporter, Subject};
use crate::briefing::{Finding, ItemKind, Level};

/// A row of the table of rules.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Family and name: `quote/not-found`.
    pub id: &'static str,
    /// How bad it is to break it.
    pub level: Level,
    /// The standard that asks for it.
    pub standard: &'static str,
    /// Why it is a rule, in one line.
    pub why: &'static str,
    /// Lines of the example briefing as they should be; they stand there once.
    pub good: &'static str,
    /// The same lines with the mistake. `\xff` stands for that byte, which is no text.
    pub bad: &'static str,
    /// The kinds of item that must all have been read before the rule can tell that something is nowhere.
    pub(super) needs: &'static [ItemKind],
    /// Reports where it is broken; absent where reading the file, or parting what is acknowledged, finds that.
    pub(super) run: Option<Run>,
}

pub(super) type Run = fn(&Subject<'_>, &mut Reporter<'_>);

impl Rule {
    /// The first part of its id: `quote`.
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(family, _)| family)
    }

    pub(super) fn reporter<'a>(&self, subject: &'a Subject<'a>) -> Reporter<'a> {
        Reporter { rule: self.id, level: self.level, subject, findings: Vec::new() }
    }

    /// Everything that it finds.
    pub(super) fn found(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let mut report = self.reporter(subject);
        if let Some(run) = self.run.filter(|_| subject.has_all(self.needs)) {
            run(subject, &mut report);
        }
        // Links to an id that stands twice lead to the first: of the second nothing can be told.
        report.findings.retain(|finding| self.needs.is_empty() || !subject.is_shadowed(finding));
        report.findings
    }
}

pub(super) const fn error(id: &'static str, standard: &'static str, why: &'static str) -> Rule {
    Rule { id, level: Level::Error, standard, why, good: "", bad: "", needs: &[], run: None }
}

pub(super) const fn warning(id: &'static str, standard: &'static str, why: &'static str) -> Rule {
    Rule { level: Level::Warning, ..error(id, standard, why) }
}

pub(super) const fn note(id: &'static str, standard: &'static str, why: &'static str) -> Rule {
    Rule { level: Level::Note, ..error(id, standard, why) }
}

impl Rule {
    pub(super) const fn runs(self, run: Run) -> Self {
        Self { run: Some(run), ..self }
    }

    pub(super) const fn needs(self, needs: &'static [ItemKind]) -> Self {
        Self { needs, ..self }
    }

    pub(super) const fn example(self, good: &'static str, bad: &'static str) -> Self {
        Self { good, bad, ..self }
    }
}
