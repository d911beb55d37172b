//! What mends a finding, as far as it is no judgement: where it is one, all that may be judged is offered, and nothing is
//! preferred.

mod quotes;

use super::cursor::holds;
use super::view::View;
use super::{diagnostics, text_edits};
use crate::acts::curate::{Act as Done, done};
use crate::acts::pins::pin_to;
use crate::acts::place::path_of;
use crate::acts::quoted::Quoted;
use crate::acts::quoting::Quoting;
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::schema::words::{CREDIBILITY, RELIABILITY, Words};
use crate::briefing::{Digest, Finding, ItemKind, Pin};
use crate::check::find;
use crate::text::{clip, neutral, single_spaced};
use crate::yaml::Edit;
use crate::yaml::edit::Refused;
use ls_types::{CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse};

/// Something that can be done to the text of a file.
pub type Act<'a> = Box<dyn Fn(&mut Edit) -> Result<(), Refused> + 'a>;

/// What it is called, and what is done.
pub type Fix<'a> = (String, Act<'a>);

/// So many open sentences are offered at once.
const SENTENCES: usize = 12;
/// How wide words of a source are shown in a title.
const WIDTH: usize = 70;

#[must_use]
pub fn fixes(view: &View<'_>, params: &CodeActionParams) -> Option<CodeActionResponse> {
    let is_wanted = |kinds: &Vec<CodeActionKind>| kinds.iter().any(|kind| kind.as_str().split('.').next() == Some("quickfix"));
    if !params.context.only.as_ref().is_none_or(is_wanted) {
        return None;
    }
    let (start, end) = (view.lines.offset(params.range.start), view.lines.offset(params.range.end));
    let mut actions = Vec::new();
    let touched = view.held.findings().iter().filter(|finding| finding.span.start <= end && start <= finding.span.end);
    for finding in touched {
        let own = own(view, finding).into_iter().chain(accepted(view, finding));
        actions.extend(own.filter_map(|fix| action(view, fix, Some(finding))));
    }
    actions.extend(pins(view, start).into_iter().filter_map(|fix| action(view, fix, None)));
    Some(actions)
}

/// `None`: it cannot be done in this file.
fn action(view: &View<'_>, (title, act): Fix<'_>, finding: Option<&Finding>) -> Option<CodeActionOrCommand> {
    let mut edit = Edit::new(view.text());
    act(&mut edit).ok()?;
    (edit.text() != view.text()).then(|| {
        CodeActionOrCommand::CodeAction(CodeAction {
            title: single_spaced(&neutral(&title)),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: finding.map(|finding| vec![diagnostics::diagnostic(view, finding)]),
            edit: Some(text_edits::to(view, edit.text())),
            ..CodeAction::default()
        })
    })
}

/// What mends a finding of one rule.
fn own<'a>(view: &'a View<'_>, finding: &'a Finding) -> Vec<Fix<'a>> {
    match finding.rule {
        "quote/not-found" | "quote/ambiguous" | "quote/folded" => quotes::fixes(view, finding),
        "claim/ungraded" => grades(view, finding, "credibility", &CREDIBILITY, "quote"),
        "claim/hedged-fact" => kinds(finding),
        "source/no-grade" => grades(view, finding, "reliability", &RELIABILITY, "file"),
        "source/changed" | "source/bad-pin" => pinned(view, finding),
        "source/coverage" => aside(view, finding),
        _ => Vec::new(),
    }
}

/// The path of the item that a finding is about.
fn item_of<'a>(view: &'a View<'_>, finding: &'a Finding) -> Option<Vec<&'a str>> {
    path_of(view.tree().root.as_ref()?, &finding.id).ok()
}

/// What it may be but a fact.
fn kinds<'a>(finding: &'a Finding) -> Vec<Fix<'a>> {
    let kinds = [ClaimKind::Forecast, ClaimKind::Assessment].map(|kind| {
        let other = Done::Kind { claim: finding.id.clone(), kind: kind.word() };
        let act = move |edit: &mut Edit| {
            *edit = Edit::new(done(edit.text(), &other)?.text);
            Ok(())
        };
        (format!("Write `{}`: {}", kind.word(), kind.meaning()), Box::new(act) as Act<'a>)
    });
    kinds.into()
}

/// Every grade that can be given.
fn grades<'a>(view: &'a View<'_>, finding: &'a Finding, field: &'static str, scale: &Words, behind: &'static str) -> Vec<Fix<'a>> {
    let Some(path) = item_of(view, finding) else { return Vec::new() };
    let grades = (scale.words)().into_iter().map(|word| {
        let path = path.clone();
        let act =
            move |edit: &mut Edit| edit.write(&path, field, word.word, Some(behind)).or_else(|_| edit.write(&path, field, word.word, None));
        (format!("Grade it {}: {}", word.word, word.meaning), Box::new(act) as Act<'a>)
    });
    grades.collect()
}

/// The text of a source as it is today.
fn pinned<'a>(view: &'a View<'_>, finding: &Finding) -> Vec<Fix<'a>> {
    let item = view.resolved().graph.find(&finding.id).filter(|item| item.kind == ItemKind::Source);
    item.map(|item| pin(view, item.index, "I have read what has changed: pin the text as it is today")).into_iter().flatten().collect()
}

fn pin<'a>(view: &'a View<'_>, at: usize, title: &str) -> Option<Fix<'a>> {
    let source = &view.resolved().briefing.sources[at];
    let hash = view.resolved().text(at).map(|text| Digest::of(text).to_string())?;
    Some((title.to_owned(), Box::new(move |edit: &mut Edit| pin_to(edit, &source.head.id.value, &hash))))
}

/// A source that has no hash yet is no mistake; where the cursor is on its name or its file, it is offered.
fn pins<'a>(view: &'a View<'_>, offset: usize) -> Option<Fix<'a>> {
    let resolved = view.resolved();
    let at = resolved.briefing.sources.iter().position(|source| {
        let file = source.file.as_ref().is_some_and(|file| holds(file.span, offset));
        file || holds(source.head.id.span, offset)
    })?;
    let is_free = matches!(resolved.pins()[at], Pin::Absent) && resolved.briefing.sources[at].sha256.is_none();
    is_free.then(|| pin(view, at, "Pin the text by its hash"))?
}

/// Open sentences of a source, each with the reason left out: a blank reason is a finding, so nobody forgets to say why.
fn aside<'a>(view: &'a View<'_>, finding: &Finding) -> Vec<Fix<'a>> {
    let resolved = view.resolved();
    let Some(item) = resolved.graph.find(&finding.id).filter(|item| item.kind == ItemKind::Source) else { return Vec::new() };
    let Some(text) = resolved.text(item.index) else { return Vec::new() };
    let all = text.sentences().iter().zip(&resolved.evidence().coverage[item.index]);
    let id = resolved.briefing.id_of(item);
    let fixes = all.filter(|(_, coverage)| coverage.is_open()).take(SENTENCES).filter_map(|(sentence, _)| {
        let words = single_spaced(&text.text()[sentence.range.clone()]);
        let title = format!("Set aside {id}:{}, “{}”, and say why", sentence.number, clip(&words, WIDTH));
        let quote = Quoted::within(resolved, item.index, &words, &sentence.range)?;
        let set_aside = Done::Quote(Quoting::SetAside { source: id.to_owned(), words: quote.into(), why: String::new() });
        let act = move |edit: &mut Edit| {
            *edit = Edit::new(done(edit.text(), &set_aside)?.text);
            Ok(())
        };
        Some((title, Box::new(act) as Act<'a>))
    });
    fixes.collect()
}

/// Living with a finding. The reason is left blank, which is a finding until somebody gives it.
fn accepted<'a>(view: &'a View<'_>, finding: &'a Finding) -> Option<Fix<'a>> {
    find(finding.rule).filter(|rule| rule.acceptable)?;
    let path = if finding.id.is_empty() { Vec::new() } else { item_of(view, finding)? };
    let of = if finding.id.is_empty() { "the briefing" } else { &finding.id };
    let act = move |edit: &mut Edit| edit.put(&[&path[..], &["accept"]].concat(), finding.rule, "");
    Some((format!("Accept {} of {of}, and say why", finding.rule), Box::new(act)))
}
