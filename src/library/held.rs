//! A briefing of the library: its file, what it says, and what is wrong with it.

use crate::briefing::model::Briefing;
use crate::briefing::{Finding, Level, Resolved, SourceText, parse};
use crate::check::{self, Accepted, Report, Subject};
use crate::text::lines::Lines;
use crate::yaml::spanned::Span;
use crate::yaml::tree::Tree;
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// A briefing of the library. Every file is one, however broken: then it is its findings.
#[derive(Debug)]
pub struct HeldBriefing {
    /// The briefing's id, made unique in the library: the first part of its addresses.
    pub id: String,
    /// The path of its file, for people: relative to where they are.
    pub path: String,
    /// Where an editor finds its file; none where it is compiled into the program.
    pub on_disk: Option<PathBuf>,
    /// The text of its file.
    pub file: Cow<'static, str>,
    /// What it says.
    pub resolved: Resolved,
    /// Every other file that it was read from, by its path in the library, and what was found there.
    pub reads: Vec<(String, Result<Arc<SourceText>, String>)>,
    /// The edition before, or why it could not be read; none where the briefing names none.
    pub previous: Option<Result<Briefing, String>>,
    /// What reading the file found.
    form: Vec<Finding>,
    /// The file is a text, so that there is something to check.
    readable: bool,
    /// What is wrong with it, once that was asked.
    report: OnceLock<Report>,
}

/// The text of a file, or what stands for it and why.
pub struct FileText {
    /// The text; of a file that is no text, what could be read of it.
    pub text: Cow<'static, str>,
    /// Why it is not the file's whole text.
    pub problem: Option<Finding>,
    /// The tree of the text, where it was read when the program was built.
    pub prepared: Option<Tree<'static>>,
}

impl HeldBriefing {
    /// Reads a briefing. `source` gives the text of another file of the library, or why there is none.
    #[must_use]
    pub fn new(path: String, stem: &str, file: FileText, source: impl Fn(&str) -> Result<Arc<SourceText>, String>) -> Self {
        let FileText { text: file, problem, prepared } = file;
        let readable = problem.is_none();
        let (mut briefing, mut form) =
            if readable { parse(prepared.unwrap_or_else(|| Tree::read(&file)), stem) } else { Default::default() };
        if !readable {
            stem.clone_into(&mut briefing.id);
        }
        form.extend(problem);
        let mut reads = Vec::new();
        let mut source = |path: &str| {
            let text = source(path);
            reads.push((path.to_owned(), text.clone()));
            text
        };
        let texts = briefing.sources.iter().map(|described| match &described.file {
            Some(path) => source(path),
            None => Err("no `file`: the text of the source".to_owned()),
        });
        let texts = texts.collect();
        let previous = briefing.previous.as_ref().map(|path| source(path).map(|text| parse(Tree::read(text.text()), stem).0));
        let resolved = Resolved::new(briefing, &file, texts);
        let id = resolved.briefing.id.clone();
        Self { id, path, on_disk: None, file, resolved, reads, previous, form, readable, report: OnceLock::new() }
    }

    /// The same briefing, read from a file that can be edited.
    #[must_use]
    pub fn on_disk(self, path: &Path) -> Self {
        Self { on_disk: Some(path.to_owned()), ..self }
    }

    /// What the rules found; they run when this is first asked.
    #[must_use]
    pub fn report(&self) -> &Report {
        self.report.get_or_init(|| {
            let mut findings = self.form.clone();
            if !self.readable {
                check::sort(&mut findings);
                return Report { findings, accepted: Vec::new() };
            }
            check::check(&Subject { resolved: &self.resolved, file: &self.file, previous: self.previous.as_ref() }, findings)
        })
    }

    /// What is wrong with it, in the order of the file.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.report().findings
    }

    /// What is wrong with it and acknowledged, in the order of the file.
    #[must_use]
    pub fn accepted(&self) -> &[Accepted] {
        &self.report().accepted
    }

    /// What is wrong with it, if the rules have run.
    #[must_use]
    pub fn known_findings(&self) -> Option<&[Finding]> {
        self.report.get().map(|report| report.findings.as_slice())
    }

    /// How many findings of a level there are.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings().iter().filter(|finding| finding.level == level).count()
    }

    /// The file could be read to its end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.readable && self.resolved.briefing.complete
    }

    /// Why it could not be read, in a few words: "line 41, unknown field `qoute`".
    #[must_use]
    pub fn first_failure(&self) -> String {
        self.form.first().map_or_else(
            || "it breaks off".to_owned(),
            |finding| format!("line {}, {}", Lines::new(&self.file).position(finding.span.start).line, finding.message),
        )
    }

    /// Its file held this text when it was read.
    pub(super) fn has_text(&self, now: &FileText) -> bool {
        let unread = |finding: &Finding| finding.rule == "yaml/encoding";
        let before = self.form.iter().find(|finding| unread(finding)).filter(|_| !self.readable);
        let why = |finding: &Finding| finding.message.clone();
        self.file == now.text && before.map(why) == now.problem.as_ref().map(why)
    }

    /// There is nothing to show but findings.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let briefing = &self.resolved.briefing;
        briefing.title.is_none() && briefing.judgements.is_empty() && briefing.claims.is_empty() && !self.form.is_empty()
    }

    /// Gives the briefing another id, because `first` has the same.
    pub(super) fn rename(&mut self, id: String, first: &str) {
        let span: Span = self.resolved.briefing.id_span;
        let message = format!("`{}` is the id of another briefing, {first}", self.id);
        let finding = Finding::new("id/duplicate", "", span, message);
        self.form.push(finding.hint(format!("shown as `{id}` until it has an id of its own")));
        self.id = id;
    }
}
