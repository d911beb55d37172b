//! Passages of the sources that hold what is typed, letter by letter, as a value of YAML.

use super::cursor_context::Place;
use crate::briefing::model::{Briefing, ItemKind};
use crate::briefing::reanchor::{Proposals, Stretch};
use crate::briefing::resolved::Coverage;
use crate::briefing::source_text::{Sentence, SentenceKind, SourceText};
use crate::lsp::view::View;
use crate::text::fold::{Folded, Folding};
use crate::text::{clip, neutral, single_spaced};
use crate::yaml::scalar::{Site, scalar_like};
use ls_types::{CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionTextEdit, Documentation, TextEdit};
use std::ops::Range;

/// Places of what is typed that are looked at in a source.
const MOST: usize = 24;
/// Passages of the list; another letter makes it another.
const MOST_OFFERED: usize = 120;
/// How wide a passage is shown in the list.
const WIDTH: usize = 90;
/// Where a part of a sentence may end.
const ENDS: [&str; 7] = [",", ";", ":", " —", "—", " –", "،"];

/// Words of a source stand at the end of the path.
pub fn is_quoted(path: &[String]) -> bool {
    let steps: Vec<&str> = path.iter().map(String::as_str).filter(|step| step.parse::<usize>().is_err()).collect();
    match steps.as_slice() {
        ["sections", _, _, "quote", rest @ ..] | ["candidates", _, "quote", rest @ ..] => {
            matches!(rest, [] | [_] | [_, "exact"]) && !matches!(rest, ["prefix" | "suffix"])
        }
        ["sources", _, "set_aside", "quote" | "from" | "to", rest @ ..] => matches!(rest, [] | ["exact"]),
        _ => false,
    }
}

struct Source<'v> {
    id: &'v str,
    text: &'v SourceText,
    coverage: &'v [Coverage],
    /// It must be named, and is not yet.
    is_unnamed: bool,
    proposals: Proposals<'v>,
}

impl Source<'_> {
    /// Nobody has claimed the sentence that a range begins in.
    fn is_open(&self, range: &Range<usize>) -> bool {
        self.coverage.get(self.text.sentences_in(range).start).is_some_and(Coverage::is_open)
    }
}

pub fn items(view: &View<'_>, briefing: &Briefing, place: &Place, path: &[String]) -> Vec<CompletionItem> {
    let sources = sources(view, briefing, path);
    let mut offered: Vec<(&Source<'_>, Range<usize>)> = Vec::new();
    for source in &sources {
        offered.extend(passages(source.text, place).into_iter().map(|range| (source, range)));
    }
    // What nobody has claimed yet is what one looks for.
    offered.sort_by_key(|(source, range)| !source.is_open(range));
    // To tell one apart its text is searched, and a report has thousands of sentences.
    offered.truncate(MOST_OFFERED);
    offered.iter().filter_map(|(source, range)| item(view, place, path, source, range)).collect()
}

/// The source that is named, else all that have a text.
fn sources<'v>(view: &View<'v>, briefing: &Briefing, path: &[String]) -> Vec<Source<'v>> {
    let resolved = view.resolved();
    let own = &resolved.briefing;
    let all = own.sources.iter().enumerate().filter_map(|(at, source)| Some((at, source.head.id.value.as_str(), resolved.text(at)?)));
    let is_source = |id: &str| briefing.sources.iter().any(|source| source.head.id.value == id);
    let named = path.iter().skip(1).find(|step| is_source(step));
    let is_alone = briefing.count(ItemKind::Source) < 2;
    all.filter(|(_, id, _)| named.is_none_or(|named| named == id))
        .map(|(at, id, text)| Source {
            id,
            text,
            coverage: &resolved.evidence().coverage[at],
            is_unnamed: named.is_none() && !is_alone,
            proposals: Proposals::new(text),
        })
        .collect()
}

/// The ranges of a source that are offered for what is typed.
fn passages(text: &SourceText, place: &Place) -> Vec<Range<usize>> {
    let words = single_spaced(&format!("{} {}", place.earlier.as_deref().unwrap_or_default(), place.typed.replace("''", "'")));
    let words = words.trim_start_matches(['\'', '"']).trim();
    let mut ranges: Vec<Range<usize>> = Vec::new();
    if words.is_empty() {
        let sentences = text.sentences().iter().filter(|sentence| sentence.number.kind == SentenceKind::Sentence);
        return sentences.map(|sentence| sentence.range.clone()).collect();
    }
    let folded = Folded::new(text.text(), Folding::Search);
    for place_of in folded.find(&Folded::new(words, Folding::Search)).into_iter().take(MOST) {
        let Some(sentence) = text.sentences().get(text.sentences_in(&place_of).start) else { continue };
        let whole = sentence.range.clone();
        let start = word_start(text.text(), place_of.start).max(whole.start);
        let end = whole.start + text.text()[whole.clone()].trim_end_matches(['.', '!', '?']).len();
        let part = ENDS.iter().filter_map(|mark| text.text().get(place_of.end..end)?.find(mark)).min().map_or(end, |at| place_of.end + at);
        // What began on lines above is gone on with, so it begins where it does.
        let candidates = if place.earlier.is_some() {
            vec![start..part, start..end, start..whole.end]
        } else {
            vec![start..part, start..end, whole.start..part, whole.start..end, whole]
        };
        ranges.extend(candidates);
    }
    let mut seen: Vec<Range<usize>> = Vec::new();
    ranges.retain(|range| {
        let is_new = range.start < range.end && !seen.contains(range);
        seen.extend(is_new.then(|| range.clone()));
        is_new
    });
    ranges
}

fn word_start(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    text[..at].rfind(|c: char| c.is_whitespace() || "—–“\"‘(".contains(c)).map_or(0, |before| text.ceil_char_boundary(before + 1))
}

fn item(view: &View<'_>, place: &Place, path: &[String], source: &Source<'_>, range: &Range<usize>) -> Option<CompletionItem> {
    let stretch = source.proposals.told_apart(range);
    let Sentence { range: sentence, number, .. } = source.text.sentences().get(source.text.sentences_in(range).start)?;
    let written = match &place.earlier {
        Some(earlier) => rest(place, earlier, &stretch.exact)?,
        None => quoted(place, path, source, &stretch),
    };
    let state = if source.is_open(range) { "open" } else { "used" };
    let shown = single_spaced(&neutral(&stretch.exact));
    Some(CompletionItem {
        label: clip(&shown, WIDTH).into_owned(),
        label_details: Some(CompletionItemLabelDetails { detail: None, description: Some(format!("{}:{number} {state}", source.id)) }),
        kind: Some(CompletionItemKind::TEXT),
        documentation: Some(Documentation::String(single_spaced(&neutral(&source.text.text()[sentence.clone()])))),
        // It holds what was typed wherever that stands in it, so the editor has nothing to match.
        filter_text: Some(format!("{}{}", place.mark(), place.typed)),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: view.lines.range(place.range.clone()), new_text: written })),
        ..CompletionItem::default()
    })
}

/// A passage as a value, told apart from other places of its words, and with its source where that must be named.
fn quoted(place: &Place, path: &[String], source: &Source<'_>, stretch: &Stretch) -> String {
    let in_passage = path.last().is_some_and(|field| field == "exact");
    let mut beside = [("prefix", &stretch.prefix), ("suffix", &stretch.suffix)].to_vec();
    beside.retain(|(_, words)| words.is_some() && !in_passage);
    let is_alone = beside.is_empty() && !source.is_unnamed;
    let site = Site { is_key: false, in_brackets: place.in_brackets || !is_alone };
    let mut passage = scalar_like(if is_alone { place.mark() } else { "" }, &stretch.exact, site);
    for (at, (field, words)) in beside.iter().enumerate() {
        let written = scalar_like("", words.as_deref().unwrap_or_default(), site);
        passage = format!("{}{passage}, {field}: {written}", if at == 0 { "{exact: " } else { "" });
    }
    if !beside.is_empty() {
        passage.push('}');
    }
    if source.is_unnamed { format!("{{{}: {passage}}}", source.id) } else { passage }
}

/// What is left of a passage behind the lines above.
fn rest(place: &Place, earlier: &str, exact: &str) -> Option<String> {
    let written = single_spaced(earlier).split(' ').filter(|word| !word.is_empty()).count();
    let left: Vec<&str> = exact.split(' ').skip(written).collect();
    let left = left.join(" ");
    let site = Site { is_key: false, in_brackets: place.in_brackets };
    let is_plain = place.is_block || place.quote.is_none() && scalar_like("", &format!("x {left}"), site) == format!("x {left}");
    (is_plain && !left.is_empty()).then_some(left)
}
