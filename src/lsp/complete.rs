//! What may be written where one types: fields, words, names, files, rules, and passages of the sources.
//!
//! The file is mostly broken there, so nothing of it is needed but the lines that the one at the cursor stands under (`place`).

mod cursor_context;
mod names;
mod quotes;
mod site;

use super::view::View;
use crate::briefing::Briefing;
use crate::briefing::parse;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::types::{Type, Value};
use crate::briefing::schema::walk::meant_at;
use crate::text::{neutral, single_spaced};
use crate::yaml::Tree;
use cursor_context::Place;
use ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, Documentation, TextEdit,
};
use site::fields_beside;
use std::borrow::Cow;

/// What is offered, before it is known how it must be written.
pub struct Offer {
    pub word: String,
    pub kind: CompletionItemKind,
    /// Beside it in the list.
    pub detail: String,
    /// Under it.
    pub about: String,
}

impl Offer {
    fn new(word: impl Into<String>, kind: CompletionItemKind, about: impl Into<String>) -> Self {
        Self { word: word.into(), kind, detail: String::new(), about: about.into() }
    }
}

#[must_use]
pub fn completed(view: &View<'_>, params: &CompletionParams) -> Option<CompletionResponse> {
    let cursor = view.lines.offset(params.text_document_position.position);
    let place = cursor_context::at(view.text(), cursor)?;
    let briefing = read_so_far(view, cursor);
    let mut items = Vec::new();
    if let Some(path) = &place.value {
        for value in meant_at(path) {
            if matches!(value, Value::Text) && quotes::is_quoted(path) {
                items.extend(quotes::items(view, &briefing, &place, path));
            } else {
                let offers = offers_of_value(view, &briefing, &place, path, value);
                items.extend(offers.into_iter().map(|offer| (offer.word.clone(), offer)).map(|(word, offer)| {
                    let written = place.written(&word, false);
                    item(view, &place, offer, written)
                }));
            }
        }
    }
    if let Some(path) = &place.key {
        let beside = fields_beside(view.text(), cursor);
        for value in meant_at(path) {
            for offer in offers_of_key(view, &briefing, path, value, &beside) {
                let written = place.written(&offer.word, true);
                let colon = if place.has_colon { "" } else { ": " };
                items.push(item(view, &place, offer, format!("{written}{colon}")));
            }
        }
    }
    let mut seen = std::collections::HashSet::new();
    items.retain(|item: &CompletionItem| seen.insert(item.label.clone()));
    for (at, item) in items.iter_mut().enumerate() {
        item.sort_text = Some(format!("{at:05}"));
    }
    // Passages are searched anew with every letter.
    (!items.is_empty()).then_some(CompletionResponse::List(CompletionList { is_incomplete: true, items }))
}

fn item(view: &View<'_>, place: &Place, offer: Offer, written: String) -> CompletionItem {
    let shown = |text: &str| single_spaced(&neutral(text));
    let Offer { word, kind, detail, about } = offer;
    CompletionItem {
        label: shown(&word),
        label_details: (!detail.is_empty()).then(|| CompletionItemLabelDetails { detail: None, description: Some(shown(&detail)) }),
        kind: Some(kind),
        documentation: (!about.is_empty()).then(|| Documentation::String(shown(&about))),
        // An editor matches what stands in the range, a quotation mark too.
        filter_text: Some(format!("{}{word}", place.mark())),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: view.lines.range(place.range.clone()), new_text: written })),
        ..CompletionItem::default()
    }
}

/// The briefing without what breaks it: as it is, without the line at the cursor, or as it was when it last was whole.
fn read_so_far<'a>(view: &View<'a>, cursor: usize) -> Cow<'a, Briefing> {
    let briefing = &view.resolved().briefing;
    if briefing.complete {
        return Cow::Borrowed(briefing);
    }
    let text = view.text();
    let start = text[..cursor].rfind('\n').map_or(0, |end| end + 1);
    let end = text[cursor..].find('\n').map_or(text.len(), |end| cursor + end);
    let without = format!("{}{}", &text[..start], &text[end..]);
    let (without, _) = parse(Tree::read(&without), &briefing.id);
    match view.document.last_whole() {
        Some(whole) if !without.complete => Cow::Borrowed(whole),
        _ => Cow::Owned(without),
    }
}

fn offers_of_value(view: &View<'_>, briefing: &Briefing, place: &Place, path: &[String], value: Value) -> Vec<Offer> {
    if let Some(words) = value.words(briefing) {
        return words.into_iter().map(|word| Offer::new(word.word, CompletionItemKind::ENUM_MEMBER, word.meaning)).collect();
    }
    match value {
        Value::Name(name) => names::called(briefing, name),
        Value::Text if path.last().is_some_and(|field| field == "file") => names::files(view),
        Value::Text if place.is_reference() => names::items(briefing),
        _ => Vec::new(),
    }
}

fn offers_of_key(view: &View<'_>, briefing: &Briefing, path: &[String], value: Value, beside: &[String]) -> Vec<Offer> {
    let offers = match value {
        Value::Type(of) => fields(of, beside),
        Value::Map(Name::Any, _) => names::rules(view, path),
        Value::Map(Name::Item([kind]), Value::Type(_)) => names::next(briefing, *kind),
        // A source, an actor or a section gets a name that nobody can foretell.
        Value::Map(_, Value::Type(_) | Value::Map(..)) => Vec::new(),
        Value::Map(name, _) => names::called(briefing, name),
        _ => Vec::new(),
    };
    offers.into_iter().filter(|offer| !beside.contains(&offer.word)).collect()
}

fn fields(of: &Type, beside: &[String]) -> Vec<Offer> {
    let kinds = of.kinds.map_or_else(Vec::new, |kinds| kinds());
    // There is one kind, and the text stands under it.
    let has_kind = kinds.iter().any(|kind| beside.iter().any(|field| field == kind.word));
    let kinds = kinds.into_iter().filter(|_| !has_kind).map(|kind| Offer::new(kind.word, CompletionItemKind::FIELD, kind.meaning));
    let fields = of.fields.iter().map(|field| {
        let detail = if field.required { "required" } else { "" };
        Offer { detail: detail.to_owned(), ..Offer::new(field.name, CompletionItemKind::FIELD, field.about) }
    });
    kinds.chain(fields).collect()
}
