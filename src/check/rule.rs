use super::{Reporter, Subject};
use crate::briefing::{Finding, ItemKind, Level};

#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Family and name: `quote/not-found`.
    pub id: &'static str,
    pub level: Level,
    pub standard: &'static str,
    /// In one line.
    pub why: &'static str,
    /// Words of the example briefing, which stand there once.
    pub good: &'static str,
    /// What makes a mistake of them in their place. `\xff` stands for that byte, which is no text.
    pub bad: &'static str,
    /// An analyst may live with it. Not with what makes the rest untrue, shows it to the wrong people, or is a mistake of
    /// form.
    pub acceptable: bool,
    /// The rule finds something missing. It can tell only if all items of these kinds were read.
    pub(super) needs: &'static [ItemKind],
    /// `None` where reading the file finds the mistake, or parting what is acknowledged does.
    pub(super) run: Option<Run>,
}

pub(super) type Run = fn(&Subject<'_>, &mut Reporter<'_>);

impl Rule {
    #[must_use]
    pub fn family(&self) -> &'static str {
        self.id.split_once('/').map_or(self.id, |(family, _)| family)
    }

    pub(super) fn reporter<'a>(&self, subject: &'a Subject<'a>) -> Reporter<'a> {
        Reporter { rule: self.id, level: self.level, subject, findings: Vec::new() }
    }

    pub(super) fn found(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let mut report = self.reporter(subject);
        if let Some(run) = self.run.filter(|_| subject.has_all(self.needs)) {
            run(subject, &mut report);
        }
        // Links to an id that stands twice all lead to the first item, so nobody can tell what the second lacks.
        report.findings.retain(|finding| self.needs.is_empty() || !subject.is_shadowed(finding));
        report.findings
    }
}

pub(super) const fn error(id: &'static str, standard: &'static str, why: &'static str) -> Rule {
    Rule { id, level: Level::Error, standard, why, good: "", bad: "", acceptable: true, needs: &[], run: None }
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

    /// No reason given in the file waives it.
    pub(super) const fn never_accepted(self) -> Self {
        Self { acceptable: false, ..self }
    }

    pub(super) const fn needs(self, needs: &'static [ItemKind]) -> Self {
        Self { needs, ..self }
    }

    pub(super) const fn example(self, good: &'static str, bad: &'static str) -> Self {
        Self { good, bad, ..self }
    }
}
