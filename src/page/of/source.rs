//! The text of a source, sentence by sentence; the list of sources; and the fields that describe one.

use super::used_elsewhere::also_used;
use crate::briefing::resolved::{Coverage, Share};
use crate::briefing::scale::{Credibility, Vocabulary};
use crate::briefing::{Item, ItemKind, Pin, SentenceKind, SourceText};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{date_words, sentence_numbers, title_of_slug};
use crate::page::at::Found;
use crate::page::builder::{Page, whole};
use crate::page::doc::{Body, Doc, SentenceState};
use crate::page::figure::{CoverageBar, Figure};
use crate::page::place::{Place, ScaleName};
use crate::page::styled_text::{Role, Text};
use crate::page::world::World;
use crate::text::count;
use crate::text::web::web_address;
use std::ops::Range;

/// The most open sentences that are named at the head of a page.
const NAMED: usize = 24;

/// The credibility beside the fields of a source: it is that of one claim, never of the source.
#[derive(Debug, Clone, Copy)]
pub enum Rating {
    /// No claim is in question.
    None,
    /// `None` where the claim states none, or none that the scale has.
    Of(Option<Credibility>),
}

/// The text of a source. `found` may be a sentence, on which the cursor begins, or a passage of a claim, which is lit.
pub fn page(world: &World, held: &HeldBriefing, source: usize, found: Found) -> Doc {
    let resolved = &held.resolved;
    let id = &resolved.briefing.sources[source].head.id.value;
    let coverage = &resolved.evidence().coverage[source];
    let opened = found.sentence(held).map(|(_, sentence)| sentence);
    let note = match opened {
        Some(sentence) => over_kinds(held, source, found).unwrap_or_else(|| place_words(resolved.text(source), sentence)),
        None => count(resolved.evidence().covered(source).whole, "sentence"),
    };
    let item = Item { kind: ItemKind::Source, index: source };
    let mut page = Page::of_item(held, item, &note);
    let title = resolved.briefing.sources[source].title.as_ref().map_or(id.as_str(), |title| &title.value);
    page.link("title", false, Found::Item(item), Text::new(Role::Strong, title));
    page.figure("coverage", false, coverage_bar(held, source));
    quoted_headings(&mut page, coverage);
    if let Some(used) = also_used(world, held, source) {
        page.field("Elsewhere", false, used);
    }
    sentences_where(&mut page, "Open", source, Coverage::is_open);
    sentences_where(&mut page, "Part open", source, |sentence| !sentence.left.is_empty());
    waiting(&mut page, source);
    if matches!(resolved.pins()[source], Pin::Changed { .. }) {
        page.field("Pinned text", false, pinned(&page, source));
    }
    if opened.is_some() {
        page.open_at_first_stop();
    }
    match &resolved.texts[source] {
        Ok(text) => sentences(&mut page, source, text, found),
        Err(why) => page.paragraph("no text", true, Text::new(Role::Bad, &format!("The text could not be read: {why}."))),
    }
    page.finish()
}

fn sentences(page: &mut Page<'_>, source: usize, text: &SourceText, found: Found) {
    let coverage = &page.resolved().evidence().coverage[source];
    let opened = found.sentence(page.held).map(|(_, sentence)| sentence);
    let first = opened.or_else(|| coverage.iter().position(|one| one.kind == SentenceKind::Sentence));
    let (lit, others) = marked(page.held, source, found);
    let id = page.id(Item { kind: ItemKind::Source, index: source }).to_owned();
    let mut before = SentenceKind::Sentence;
    for paragraph in text.paragraphs() {
        for index in paragraph.sentences.clone() {
            if Some(index) == first {
                page.begin_here();
            }
            let sentence = &text.sentences()[index];
            let (kind, state) = (sentence.number.kind, state(&coverage[index]));
            let role = if kind == SentenceKind::Heading { Role::Strong } else { Role::Text };
            let marked = Marks { lit: lit.as_ref(), others: &others, left: &coverage[index].left };
            let words = lit_text(role, text.text(), &sentence.range, &marked);
            // Furniture that nobody quotes is no stop: a page may have hundreds of it.
            let named = kind != SentenceKind::Row || state != SentenceState::Free || Some(index) == opened;
            let body = Body::Sentence { number: named.then_some(sentence.number), state, text: words };
            let gap = index == paragraph.sentences.start && (before, kind) != (SentenceKind::Row, SentenceKind::Row);
            let link = named.then_some(Found::Sentence { source, sentence: index });
            page.push_alone(format!("{id}:{}", sentence.number), gap, link, body);
            before = kind;
        }
    }
}

/// "heading 1, sentence 1", of a passage that goes over the edge of a heading.
fn over_kinds(held: &HeldBriefing, source: usize, found: Found) -> Option<String> {
    let text = held.resolved.text(source)?;
    let touched = text.sentences_in(&marked(held, source, found).0?);
    let kinds = text.sentences()[touched.clone()].chunk_by(|one, other| one.number.kind == other.number.kind).count();
    (kinds > 1).then(|| sentence_numbers(text, &touched))
}

/// "sentence 8 of 29".
fn place_words(text: Option<&SourceText>, sentence: usize) -> String {
    let number = text.and_then(|text| text.number(sentence)).unwrap_or_default();
    format!("{} of {}", number.words(), text.map_or(0, |text| text.count(number.kind)))
}

/// Headings need not be quoted; those that are count for themselves.
fn quoted_headings(page: &mut Page<'_>, coverage: &[Coverage]) {
    let headings = || coverage.iter().filter(|one| one.kind == SentenceKind::Heading);
    let claimed = headings().filter(|one| !one.claims.is_empty()).count();
    if claimed > 0 {
        page.field("Headings", false, Text::new(Role::Text, &format!("{claimed} of {} claimed", headings().count())));
    }
}

/// Sentences of a kind, as links to where they stand.
fn sentences_where(page: &mut Page<'_>, label: &'static str, source: usize, wanted: fn(&Coverage) -> bool) {
    let coverage = page.resolved().evidence().coverage[source].iter().enumerate();
    let open: Vec<usize> = coverage.filter(|(_, sentence)| wanted(sentence)).map(|(index, _)| index).collect();
    if open.is_empty() {
        return;
    }
    let mut text = Text::default();
    for (at, sentence) in open.iter().take(NAMED).enumerate() {
        let to = page.to(Found::Source { source, sentence: Some(*sentence) });
        let number = page.resolved().text(source).and_then(|text| text.number(*sentence)).unwrap_or_default();
        text = text.and(Role::Text, if at > 0 { " " } else { "" }).link(&number.to_string(), to);
    }
    if open.len() > NAMED {
        text = text.and(Role::Quiet, &format!(" and {} more", open.len() - NAMED));
    }
    page.field(label, false, text);
}

/// How many candidates quote the source.
fn waiting(page: &mut Page<'_>, source: usize) {
    let number = page.resolved().candidates_of(source).count();
    if number > 0 {
        page.field("Candidates", false, Text::default().link(&format!("{number} waiting"), page.to(Found::Candidates)));
    }
}

/// Whether the text is the one that was pinned, as a link to what drifted.
pub fn pinned(page: &Page<'_>, source: usize) -> Text {
    let pin = page.resolved().pins()[source];
    let text = Text::default().link(pin.words(), page.to(Found::Drift(source)));
    match pin {
        Pin::Changed { .. } => text.and(Role::Warn, " since it was pinned"),
        _ => text,
    }
}

/// The opened passage and the other passages of its claim in this source, in bytes.
fn marked(held: &HeldBriefing, source: usize, found: Found) -> (Option<Range<usize>>, Vec<Range<usize>>) {
    let Found::Passage { claim, passage } = found else { return (None, Vec::new()) };
    let passages = &held.resolved.evidence().passages[claim];
    let others = passages.iter().enumerate().filter(|(at, other)| *at != passage && other.source == Some(source));
    (passages[passage].anchor.range(), others.filter_map(|(_, other)| other.anchor.range()).collect())
}

/// What is marked in a text, in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Marks<'a> {
    /// The opened passage.
    pub lit: Option<&'a Range<usize>>,
    /// The other passages of its claim.
    pub others: &'a [Range<usize>],
    /// What no claim quotes of a claimed sentence.
    pub left: &'a [Range<usize>],
}

/// Bytes `range` of a source, with its marks.
pub fn lit_text(plain: Role, text: &str, range: &Range<usize>, Marks { lit, others, left }: &Marks<'_>) -> Text {
    let is_in = |marked: &Range<usize>| marked.start < range.end && range.start < marked.end;
    // Most sentences of most texts.
    if !lit.iter().copied().chain(*others).chain(*left).any(is_in) {
        return Text::new(plain, &text[range.clone()]);
    }
    let role = |at: usize| match lit {
        Some(lit) if lit.contains(&at) => Role::Lit,
        _ if others.iter().any(|other| other.contains(&at)) => Role::Passage,
        _ if left.iter().any(|left| left.contains(&at)) => Role::Warn,
        _ => plain,
    };
    // Cut where a mark begins or ends, so that every stretch has one role.
    let mut cuts: Vec<usize> = lit.iter().copied().chain(*others).chain(*left).flat_map(|marked| [marked.start, marked.end]).collect();
    cuts.extend([range.start, range.end]);
    cuts.retain(|cut| (range.start..=range.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2).fold(Text::default(), |runs, cut| runs.and(role(cut[0]), &text[cut[0]..cut[1]]))
}

pub fn state(coverage: &Coverage) -> SentenceState {
    if !coverage.claims.is_empty() {
        SentenceState::Claimed
    } else if !coverage.set_aside.is_empty() {
        SentenceState::SetAside
    } else if coverage.is_open() {
        SentenceState::Open
    } else {
        SentenceState::Free
    }
}

fn coverage_bar(held: &HeldBriefing, source: usize) -> Figure {
    let evidence = held.resolved.evidence();
    let Share { part, whole } = evidence.letters(source);
    let letters = (part < whole).then(|| part * 100 / whole);
    let due = || evidence.coverage[source].iter().filter(|sentence| sentence.kind == SentenceKind::Sentence);
    let count = |wanted: SentenceState| due().filter(|sentence| state(sentence) == wanted).count();
    let (claimed, set_aside) = (count(SentenceState::Claimed), count(SentenceState::SetAside));
    Figure::Coverage(CoverageBar { claimed, set_aside, sentences: due().count(), letters })
}

pub fn list(world: &World, held: &HeldBriefing) -> Doc {
    let resolved = &held.resolved;
    let mut page = Page::new(held, "Sources", &count(resolved.briefing.sources.len(), "source"));
    page.heading("Sources");
    for (index, source) in resolved.briefing.sources.iter().enumerate() {
        let id = &source.head.id.value;
        let (_, row) = whole(page.row(Item { kind: ItemKind::Source, index }, ""));
        page.list(vec![(id.clone(), Some(Found::Source { source: index, sentence: None }), row)]);
        page.figure(&format!("{id} coverage"), false, coverage_bar(held, index));
        if let Some(used) = also_used(world, held, index) {
            page.paragraph(&format!("{id} elsewhere"), false, used);
        }
    }
    if resolved.briefing.sources.is_empty() {
        page.none_recorded("Sources");
    }
    page.finish()
}

/// The fields of a source, under a heading that leads to its card.
pub fn card(page: &mut Page<'_>, source: usize, credibility: Rating) {
    let id = &page.resolved().briefing.sources[source].head.id.value;
    let tail = Text::default().link(id, page.to(Found::item(ItemKind::Source, source)));
    page.heading_with("Source", tail);
    fields(page, source, credibility);
}

/// What the source leaves open is "not stated", and never inferred.
pub fn fields(page: &mut Page<'_>, source: usize, credibility: Rating) {
    let source = &page.resolved().briefing.sources[source];
    let admiralty = Place::Scale(ScaleName::Admiralty);
    let stated = |text: Option<&str>| text.map_or_else(|| Text::new(Role::Quiet, "not stated"), |text| Text::new(Role::Text, text));
    let reliability = match &source.reliability {
        Some(word) => word.value.map_or_else(
            || Text::new(Role::Bad, &format!("{}?", word.text)),
            |value| Text::default().link(value.word(), admiralty.clone()).and(Role::Text, &format!(", {}", value.label())),
        ),
        None => stated(None),
    };
    page.field("Reliability", false, reliability);
    if let Rating::Of(credibility) = credibility {
        let text = credibility.map_or_else(
            || stated(None),
            |value| Text::default().link(value.word(), admiralty).and(Role::Text, &format!(", {}", value.label())),
        );
        page.field("Credibility", false, text);
    }
    let authors: Vec<&str> = source.authors.iter().map(|author| author.value.as_str()).collect();
    page.field("Author", false, stated((!authors.is_empty()).then(|| authors.join(", ")).as_deref()));
    page.field("Publisher", false, stated(source.publisher.as_ref().map(|text| text.value.as_str())));
    page.field("Published", false, stated(source.date.as_ref().map(date_words).as_deref()));
    page.field("Retrieved", false, stated(source.retrieved.as_ref().map(date_words).as_deref()));
    let address = source.url.as_ref().map(|text| text.value.as_str());
    let on_the_web = address.and_then(web_address).map(|web| Text::default().link(address.unwrap_or_default(), Place::Web(web)));
    page.field("Address", false, on_the_web.unwrap_or_else(|| stated(address)));
    if let Some(origin) = &source.origin {
        page.field("Origin", false, Text::new(Role::Text, &title_of_slug(origin)));
    }
}
