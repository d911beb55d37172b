//! A briefing of the library: its file, what it says, and what is wrong with it.

use super::edition_before::{EditionBefore, earlier};
use super::file_text::text_of;
use super::freshness::AsRead;
use super::prepared::PreparedForms;
use super::store::{File, Store};
use crate::briefing::banner::of_both;
use crate::briefing::change::FormerId;
use crate::briefing::graph::{Link, LinkKind};
use crate::briefing::model::Briefing;
use crate::briefing::parse::is_of_form;
use crate::briefing::redaction::{self, LeftOut, NoLimit};
use crate::briefing::{Date, Finding, Imprint, Item, Level, Resolved, SourceText, parse};
use crate::check::{self, Accepted, Report, Subject};
use crate::text::lines::Lines;
use crate::yaml::spanned::Span;
use crate::yaml::tree::Tree;
use std::borrow::Cow;
use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, OnceLock};

pub use super::file_text::FileText;

/// Every file of a library is one, however broken: then it is its findings.
#[derive(Debug)]
pub struct HeldBriefing {
    /// The briefing's id, made unique in the library: the first part of its addresses.
    pub id: String,
    /// The path of its file, for people: relative to where they are.
    pub path: String,
    pub in_library: String,
    pub file: Cow<'static, str>,
    pub resolved: Resolved,
    /// The files that it was read from, its own first. Empty for what is in the program, which never changes.
    reads: Vec<AsRead>,
    /// The edition before, or why it could not be read. `None`: the briefing names none.
    pub previous: Option<Result<Briefing, String>>,
    /// Ids that are others in that edition's file.
    pub former_ids: Vec<FormerId>,
    /// Those before that one, the nearest first, where an outcome asks for them.
    earlier: Vec<Briefing>,
    /// What was found while reading the file, before any rule ran.
    form: Vec<Finding>,
    /// The whole file is text, so that there is something to check.
    readable: bool,
    today: Option<Date>,
    /// Both are filled when they are first asked for.
    report: OnceLock<Report>,
    imprint: OnceLock<Imprint>,
}

impl HeldBriefing {
    #[must_use]
    pub fn read(store: &dyn Store, path: &str) -> Self {
        Self::read_prepared(store, path, None)
    }

    /// The same; what was read of the same texts before is not read again.
    #[must_use]
    pub fn read_prepared(store: &dyn Store, path: &str, forms: Option<&PreparedForms>) -> Self {
        let reads = RefCell::new(Vec::new());
        let read = |file: File| {
            let (as_read, bytes) = AsRead::read(store, file);
            reads.borrow_mut().push(as_read);
            bytes
        };
        let mut text = FileText::of(read(File::Briefing(path.to_owned())));
        let known = forms.filter(|_| text.problem.is_none()).and_then(|forms| forms.find(path)?.of(&text.text));
        let (prepared, beside) = known.map_or_else(Default::default, |(briefing, beside)| (Some(briefing), beside));
        text.prepared = prepared;
        let shown = store.on_disk(path).map_or_else(|| path.to_owned(), |path| path.display().to_string());
        let stem = Path::new(path).file_stem().unwrap_or_default().to_string_lossy();
        let read_text = |file: &str| text_of(file, read(File::Source(file.to_owned())));
        let source = |file: &str| {
            let text = read_text(file)?;
            Ok(beside.source(file, &text).unwrap_or_else(|| Arc::new(SourceText::new(text))))
        };
        let entry = Self::beside(shown, &stem, text, source, read_text, |text| beside.before(text));
        Self { in_library: path.to_owned(), reads: reads.into_inner(), ..entry }
    }

    /// Reads a briefing from its text. `source` gives the text of another file of the library, or why there is none.
    #[must_use]
    pub fn new(path: String, stem: &str, file: FileText, source: impl Fn(&str) -> Result<Arc<SourceText>, String>) -> Self {
        let edition = |path: &str| source(path).map(|text| text.text().to_owned());
        Self::beside(path, stem, file, &source, edition, |_| None)
    }

    /// The same; `edition` gives the text of an earlier edition, and `known` what was read of one before.
    fn beside(
        path: String,
        stem: &str,
        file: FileText,
        source: impl Fn(&str) -> Result<Arc<SourceText>, String>,
        edition: impl Fn(&str) -> Result<String, String>,
        known: impl FnOnce(&str) -> Option<EditionBefore>,
    ) -> Self {
        let FileText { text: file, problem, prepared } = file;
        let readable = problem.is_none();
        let (mut briefing, mut form) = match prepared {
            Some(briefing) => (briefing, Vec::new()),
            None if readable => parse(Tree::read(&file), stem),
            None => Default::default(),
        };
        if !readable {
            stem.clone_into(&mut briefing.id);
        }
        form.extend(problem);
        let texts = briefing.sources.iter().map(|described| match &described.file {
            Some(path) => source(path),
            None => Err("no `file`: the text of the source".to_owned()),
        });
        let texts = texts.collect();
        let before = briefing.previous.as_ref().map(|path| {
            let text = edition(path)?;
            Ok(known(&text).unwrap_or_else(|| EditionBefore::read(&text, stem, &briefing)))
        });
        let (previous, former_ids) = match before {
            Some(Ok(EditionBefore { briefing, former_ids })) => (Some(Ok(briefing)), former_ids),
            Some(Err(why)) => (Some(Err(why)), Vec::new()),
            None => (None, Vec::new()),
        };
        let earlier = previous
            .as_ref()
            .and_then(|before| before.as_ref().ok())
            .map(|before| earlier(&briefing, before, |path| edition(path).map(|text| parse(Tree::read(&text), stem).0)));
        let resolved = Resolved::new(briefing, &file, texts);
        let id = resolved.briefing.id.clone();
        let in_library = path.clone();
        let (reads, today, report, imprint) = Default::default();
        let earlier = earlier.unwrap_or_default();
        Self { id, path, in_library, file, resolved, reads, previous, former_ids, earlier, form, readable, today, report, imprint }
    }

    /// The same, read on a day. The rules may ask for it, so it is told before they run.
    #[must_use]
    pub fn on(mut self, today: Option<&Date>) -> Self {
        self.set_today(today);
        self
    }

    /// The same for readers who may not see all of it, and what has gone. The limit is as it is written, with its caveats.
    ///
    /// What is found in it is what the rules find in what is left and found in the whole too: what is missing now is missing
    /// on purpose.
    ///
    /// # Errors
    ///
    /// Texts of the briefing itself rest on what is left out, or nobody can tell.
    pub fn within(&self, limit: &str) -> Result<(Self, LeftOut), NoLimit> {
        if let Some(first) = self.form.iter().find(|finding| is_of_form(finding)) {
            return Err(NoLimit::Malformed(self.failure(first)));
        }
        let (briefing, mut left) = redaction::within(&self.resolved.briefing, limit)?;
        left.links.extend(self.links_back(&left));
        left.links.sort();
        let stays = |id: &str| briefing.sources.iter().any(|source| source.head.id.value == id);
        let all = self.resolved.briefing.sources.iter().zip(&self.resolved.texts);
        let texts = all.filter(|(source, _)| stays(&source.head.id.value)).map(|(_, text)| text.clone()).collect();
        let previous = self.previous.clone().filter(|_| briefing.previous.is_some());
        // What is wrong with what has gone may say what it was.
        let form = self.form.iter().filter(|finding| !left.items.contains(&finding.id)).cloned().collect();
        let within = Self { previous, form, ..self.with(Resolved::new(briefing, &self.file, texts)) };
        let is_known = |finding: &Finding| self.findings().iter().any(|known| (known.rule, &known.id) == (finding.rule, &finding.id));
        Ok((within.found_only(is_known), left))
    }

    /// The links of what was left out to what stays, such as that of an indicator to the judgement that it moves.
    fn links_back(&self, left: &LeftOut) -> Vec<(String, String)> {
        let (all, graph) = (&self.resolved.briefing, &self.resolved.graph);
        let is_out = |item: Item| left.items.iter().any(|id| id == all.id_of(item));
        // What a claim quotes goes with it as its words do.
        let tells = |link: &&Link| link.kind != LinkKind::Quotes && !is_out(link.to);
        let links = all.items().filter(|item| is_out(*item)).flat_map(|item| graph.from(item)).filter(tells);
        let mut links: Vec<_> = links.map(|link| (all.id_of(link.from).to_owned(), all.id_of(link.to).to_owned())).collect();
        links.sort();
        links.dedup();
        links
    }

    /// The same for readers who are no editors: nothing that waits to be taken as a claim, and of what the check finds only
    /// what they are told.
    #[must_use]
    pub fn for_readers(&self, is_told: impl Fn(&Finding) -> bool) -> Self {
        let Report { findings, accepted } = self.report();
        let readers = self.unchecked();
        let findings: Vec<Finding> = findings.iter().filter(|finding| is_told(finding)).cloned().collect();
        // Who is told of nothing is not told that nothing was found either.
        if !findings.is_empty() {
            let _ = readers.report.set(Report { findings, accepted: accepted.clone() });
        }
        readers
    }

    /// The same without what waits to be taken as a claim, and nobody has asked what is wrong with it.
    #[must_use]
    pub fn unchecked(&self) -> Self {
        self.with(self.resolved.without_candidates(&self.file))
    }

    /// The same with these of its findings.
    fn found_only(self, is_known: impl Fn(&Finding) -> bool) -> Self {
        let mut report = self.report().clone();
        report.findings.retain(is_known);
        Self { report: OnceLock::from(report), ..self }
    }

    /// A copy whose findings nobody has asked for yet.
    #[must_use]
    pub fn copied(&self) -> Self {
        let (briefing, texts) = (self.resolved.briefing.clone(), self.resolved.texts.clone());
        self.with(Resolved::new(briefing, &self.file, texts))
    }

    fn with(&self, resolved: Resolved) -> Self {
        Self {
            id: self.id.clone(),
            path: self.path.clone(),
            in_library: self.in_library.clone(),
            file: self.file.clone(),
            previous: self.previous.clone(),
            former_ids: self.former_ids.clone(),
            earlier: self.earlier.clone(),
            resolved,
            reads: Vec::new(),
            form: self.form.clone(),
            readable: self.readable,
            today: self.today.clone(),
            report: OnceLock::new(),
            imprint: OnceLock::new(),
        }
    }

    /// The same beside another edition than the one that it names. Words of both are shown, so the narrower marking holds.
    #[must_use]
    pub fn against(mut self, before: EditionBefore) -> Self {
        let EditionBefore { briefing: before, former_ids } = before;
        self.former_ids = former_ids;
        let now = &mut self.resolved.briefing;
        now.shown_as = of_both(before.shown_as.as_ref(), now.shown_as.as_ref());
        (self.previous, self.earlier) = (Some(Ok(before)), Vec::new());
        self.report = OnceLock::new();
        self
    }

    /// What it says, in numbers.
    #[must_use]
    pub fn imprint(&self) -> &Imprint {
        self.imprint.get_or_init(|| Imprint::of(&self.id, &self.resolved.briefing))
    }

    pub(super) fn set_today(&mut self, today: Option<&Date>) {
        self.today = today.cloned();
    }

    /// The horizon of the judgement at `index` has passed.
    #[must_use]
    pub fn has_passed(&self, index: usize) -> bool {
        self.resolved.briefing.has_passed(index, self.today.as_ref())
    }

    /// The rules run when this is first asked.
    #[must_use]
    pub fn report(&self) -> &Report {
        self.report.get_or_init(|| {
            let mut findings = self.form.clone();
            if !self.readable {
                check::sort(&mut findings);
                return Report { findings, accepted: Vec::new() };
            }
            let (previous, today) = (self.previous.as_ref(), self.today.as_ref());
            check::check(&Subject::new(&self.resolved, &self.file, previous, today).after(&self.earlier), findings)
        })
    }

    /// In the order of the file.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.report().findings
    }

    /// Findings that the briefing acknowledges, in the order of the file.
    #[must_use]
    pub fn accepted(&self) -> &[Accepted] {
        &self.report().accepted
    }

    /// `None` until the rules have run; this never runs them.
    #[must_use]
    pub fn known_report(&self) -> Option<&Report> {
        self.report.get()
    }

    /// `None` until the rules have run; this never runs them.
    #[must_use]
    pub fn known_findings(&self) -> Option<&[Finding]> {
        self.known_report().map(|report| report.findings.as_slice())
    }

    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings().iter().filter(|finding| finding.level == level).count()
    }

    /// The file could be read to its end.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.readable && self.resolved.briefing.complete
    }

    /// What the file says, if nothing is wrong with its form.
    #[must_use]
    pub fn well_formed(&self) -> Option<&Briefing> {
        (self.form.is_empty() && self.is_whole()).then_some(&self.resolved.briefing)
    }

    /// Why it could not be read, in a few words: "line 41, unknown field `qoute`".
    #[must_use]
    pub fn first_failure(&self) -> String {
        self.form.first().map_or_else(|| "it breaks off".to_owned(), |finding| self.failure(finding))
    }

    fn failure(&self, finding: &Finding) -> String {
        format!("line {}, {}", Lines::new(&self.file).position(finding.span.start).line, finding.message)
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &File> {
        self.reads.iter().map(|read| &read.file)
    }

    /// The files that it was read from, its own first.
    #[must_use]
    pub fn reads(&self) -> &[AsRead] {
        &self.reads
    }

    pub(super) fn is_as_read(&self, store: &dyn Store) -> bool {
        self.reads.iter().all(|read| read.is_unchanged(store))
    }

    /// There is nothing to show but findings.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let briefing = &self.resolved.briefing;
        briefing.title.is_none() && briefing.judgements.is_empty() && briefing.claims.is_empty() && !self.form.is_empty()
    }

    /// Gives the briefing another id, because `first` has the same.
    pub fn rename(&mut self, id: String, first: &str) {
        let span: Span = self.resolved.briefing.id_span;
        let message = format!("`{}` is the id of another briefing, {first}", self.id);
        let finding = Finding::new("id/duplicate", "", span, message);
        self.form.push(finding.hint(format!("shown as `{id}` until it has an id of its own")));
        (self.id, self.imprint) = (id, OnceLock::new());
    }
}
