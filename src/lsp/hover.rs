//! What stands under the pointer, in a few lines.

use super::cursor::{holds, name_at, names, quote_at};
use super::view::View;
use crate::briefing::rename::Of;
use crate::briefing::resolved::{By, Quote};
use crate::briefing::scale::{Likelihood, Vocabulary};
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::types::{Field, Value as Holds};
use crate::briefing::schema::walk::{Meant, spots};
use crate::briefing::schema::words::Word;
use crate::briefing::{Anchor, Item, ItemKind, Span};
use crate::check::find;
use crate::text::lines::Lines;
use crate::text::{neutral, single_spaced};
use crate::yaml::tree::Value;
use ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

/// What Markdown takes for a mark within a paragraph.
const MARKS: &str = "\\`*_[]<>#|~&$";

/// Paragraphs, each with what is bold at its beginning.
#[derive(Debug, Default)]
pub struct Card(Vec<(String, String)>);

impl Card {
    fn with(mut self, bold: impl Into<String>, words: impl Into<String>) -> Self {
        self.0.push((bold.into(), words.into()));
        self
    }

    /// No words of a briefing are marks of Markdown.
    #[must_use]
    pub fn written(&self, markdown: bool) -> MarkupContent {
        let escaped = |words: &str| words.chars().flat_map(|c| MARKS.contains(c).then_some('\\').into_iter().chain([c])).collect();
        let written = |words: &str| if markdown { escaped(&neutral(words)) } else { neutral(words).into_owned() };
        let mark = if markdown { "**" } else { "" };
        let paragraphs = self.0.iter().map(|(bold, words)| {
            let bold = if bold.is_empty() { String::new() } else { format!("{mark}{}{mark} ", written(bold)) };
            format!("{bold}{}", written(&single_spaced(words)))
        });
        let value = paragraphs.map(|paragraph| paragraph.trim_end().to_owned()).collect::<Vec<_>>().join("\n\n");
        MarkupContent { kind: if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText }, value }
    }
}

#[must_use]
pub fn hover(view: &View<'_>, params: &HoverParams) -> Option<Hover> {
    let offset = view.lines.offset(params.text_document_position_params.position);
    let quoted = || quote_at(view, offset).and_then(|quote| Some((of_quote(view, quote)?, quote.passage.exact.span)));
    let named = || {
        let names = names(view);
        let name = name_at(&names, offset)?;
        let Of::Item(_) = name.of else { return None };
        Some((of_item(view, view.resolved().graph.find(&name.word)?), name.span))
    };
    let found = quoted().or_else(named).or_else(|| of_spot(view, offset));
    let hover = |(card, span): (Card, Span)| {
        let contents = HoverContents::Markup(card.written(view.taken.markdown));
        Hover { contents, range: Some(view.lines.range(span)) }
    };
    found.map(hover)
}

/// What an item says, with its words of all scales.
#[must_use]
pub fn of_item(view: &View<'_>, item: Item) -> Card {
    let resolved = view.resolved();
    let briefing = &resolved.briefing;
    let at = item.index;
    let mut words: Vec<String> = vec![item.kind.name().to_owned()];
    match item.kind {
        ItemKind::Claim => {
            words.extend(briefing.claims[at].kind.map(|kind| kind.word().to_owned()));
            words.extend(grade(view, at));
        }
        ItemKind::Judgement => {
            let judgement = &briefing.judgements[at];
            words.extend(judgement.likelihood.iter().map(|word| said_with_range(&word.text, word.value.map(Likelihood::range))));
            words.extend(judgement.confidence.iter().map(|word| format!("{} confidence", word.text)));
            words.extend(judgement.by.iter().map(|word| format!("by {}", word.text)));
        }
        ItemKind::Source => {
            let source = &briefing.sources[at];
            words.extend(source.reliability.iter().map(|word| format!("reliability {}", word.text)));
            words.extend(source.date.iter().map(|word| word.text.clone()));
        }
        ItemKind::Alternative => {
            let likelihood = &briefing.alternatives[at].likelihood;
            words.extend(likelihood.iter().map(|word| said_with_range(&word.text, word.value.map(Likelihood::range))));
        }
        _ => {}
    }
    let card = Card::default().with(briefing.id_of(item), format!("· {}", words.join(" · ")));
    let card = match item.kind {
        ItemKind::Actor => card.with("", briefing.actors[at].name()),
        _ => card,
    };
    // What is set aside of a source stands elsewhere.
    briefing
        .said(item)
        .take(if item.kind == ItemKind::Source { 2 } else { usize::MAX })
        .fold(card, |card, text| card.with("", text.value.as_str()))
}

fn said_with_range(word: &str, range: Option<&str>) -> String {
    range.map_or_else(|| word.to_owned(), |range| format!("{word} ({range})"))
}

/// "grade B2": how far its source and what it says are trusted.
fn grade(view: &View<'_>, claim: usize) -> Option<String> {
    let (reliability, credibility) = view.resolved().grade(claim);
    Some(format!("grade {}{}", reliability?.word(), credibility?.word()))
}

/// The sentence of the source that a quote stands in.
fn of_quote(view: &View<'_>, quote: Quote<'_>) -> Option<Card> {
    let source = &view.resolved().briefing.sources[quote.source?];
    let text = view.resolved().text(quote.source?)?;
    let id = &source.head.id.value;
    let Some(range) = quote.anchor.range() else {
        let why = match quote.anchor {
            Anchor::Ambiguous { count } => format!("these words stand {count} times in the source"),
            Anchor::OutOfContext { .. } => "prefix or suffix do not stand beside these words".to_owned(),
            _ => "these words are not in the source".to_owned(),
        };
        return Some(Card::default().with(id, format!("· {why}")));
    };
    let sentences = text.sentences_in(&range);
    let number = text.number(sentences.start)?;
    let line = Lines::new(text.text()).position(range.start).line;
    let file = source.file.as_ref().map_or("", |file| &file.value);
    let grade = match quote.by {
        By::Claim(claim) => grade(view, claim),
        By::Candidate(_) | By::Source(_) => None,
    };
    let grade = grade.map_or_else(String::new, |grade| format!(" · {grade}"));
    let first = Card::default().with(format!("{id}:{number}"), format!("· {file}, line {line}{grade}"));
    Some(sentences.fold(first, |card, at| card.with("", &text.text()[text.sentences()[at].range.clone()])))
}

/// A field, a word of a scale, the name of a rule.
fn of_spot(view: &View<'_>, offset: usize) -> Option<(Card, Span)> {
    let tree = view.tree();
    let all = tree.root.iter().flat_map(spots);
    let spot = all.filter(|spot| holds(spot.node.span, offset)).min_by_key(|spot| spot.node.span.end - spot.node.span.start)?;
    let Value::Scalar { text: word, .. } = &spot.node.value else { return None };
    let briefing = &view.resolved().briefing;
    let card = match spot.meant {
        Meant::Key(_, Some(Field { name, about, .. })) => Card::default().with(*name, *about),
        Meant::Key(of, None) => {
            let kind = of.kinds?().into_iter().find(|kind| kind.word == word)?;
            Card::default().with(kind.word, kind.meaning)
        }
        // Behind the word of a marking stand its caveats.
        Meant::Holds(Holds::Marking) => scale_of(&Holds::Marking.words(briefing)?, word.split("//").next().unwrap_or_default()),
        Meant::Holds(value) => scale_of(&value.words(briefing)?, word),
        Meant::Named(Name::Any) => {
            let rule = find(word)?;
            Card::default().with(rule.id, format!("{}. {}", rule.why, rule.standard))
        }
        _ => return None,
    };
    Some((card, spot.node.span))
}

/// A word with its meaning, then the whole scale.
fn scale_of(words: &[Word], word: &str) -> Card {
    let own = words.iter().find(|other| other.word == word);
    let card = own.map_or_else(Card::default, |own| Card::default().with(own.word, own.meaning.as_str()));
    words.iter().filter(|other| other.word != word).fold(card, |card, word| card.with("", format!("{}: {}", word.word, word.meaning)))
}
