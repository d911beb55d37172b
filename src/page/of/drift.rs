//! A source's text beside what the briefing was written on: what stands where, and which words may be meant now. It
//! proposes, and anchors nothing.

use crate::acts::pins::quoting;
use crate::briefing::reanchor::{Proposal, Proposals, Stretch};
use crate::briefing::resolved::{By, Quote};
use crate::briefing::{Digest, Item, ItemKind, Pin, SourceText};
use crate::library::HeldBriefing;
use crate::page::at::Found;
use crate::page::builder::{KeyedRow, Page};
use crate::page::doc::{Body, Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::count;
use crate::text::unseen_difference::unlike_in;
use crate::text::word_diff::{Became, difference};

pub fn page(held: &HeldBriefing, source: usize) -> Doc {
    let resolved = &held.resolved;
    let described = &resolved.briefing.sources[source];
    let id = &described.head.id.value;
    let pin = resolved.pins()[source];
    let mut page = Page::new(held, &format!("{id} drift"), pin.words());
    let title = described.title.as_ref().map_or(id.as_str(), |title| &title.value);
    page.link("title", false, Found::item(ItemKind::Source, source), Text::new(Role::Strong, title));
    page.field("Pinned", true, pinned(&page, source));
    let text = match &resolved.texts[source] {
        Ok(text) => text,
        Err(why) => {
            page.field("Today", false, Text::new(Role::Bad, &format!("cannot be read: {why}")));
            return page.finish();
        }
    };
    let today = Digest::of(text);
    page.field("Today", false, Text::new(Role::Text, &today.to_string()));
    let quotes = resolved.quotes().filter(|quote| quote.source == Some(source));
    let (standing, lost): (Vec<_>, Vec<_>) = quotes.partition(|quote| quote.anchor.range().is_some());
    page.field("State", false, state(pin));
    page.paragraph("verdict", true, verdict(pin, standing.len(), lost.len()));
    not_found(&mut page, source, text, &lost);
    to_pin(&mut page, id, pin, today, &quoting(held, source));
    stand(&mut page, source, text, &standing);
    page.finish()
}

/// The line that would pin the text as it is. It stands behind the lost passages: first every passage must stand.
fn to_pin(page: &mut Page<'_>, id: &str, pin: Pin, today: Digest, lost: &[String]) {
    if pin == Pin::Unchanged {
        return;
    }
    let anew = if pin == Pin::Absent { "" } else { " anew" };
    page.heading(&format!("To pin it{anew}"));
    if !lost.is_empty() {
        let words = format!("First the passages of {} must stand at one place in it.", lost.join(", "));
        page.paragraph("first", false, Text::new(Role::Warn, &words));
    }
    page.paragraph("to pin", false, Text::new(Role::Quiet, &format!("When every passage stands and the text was read, write under {id}:")));
    page.paragraph("sha256", false, Text::new(Role::Text, &format!("sha256: {today}")));
}

fn pinned(page: &Page<'_>, source: usize) -> Text {
    match &page.resolved().briefing.sources[source].sha256 {
        None => Text::new(Role::Quiet, "not pinned"),
        Some(word) => match word.value {
            Some(digest) => Text::new(Role::Text, &digest.to_string()),
            None => Text::new(Role::Bad, &format!("no SHA-256: {}", crate::text::clip(&word.text, 40))),
        },
    }
}

fn state(pin: Pin) -> Text {
    match pin {
        Pin::Unchanged => Text::new(Role::Text, "unchanged: the text is the one that was pinned"),
        Pin::Changed { .. } => Text::new(Role::Warn, "changed: the text is not the one that was pinned"),
        Pin::Absent | Pin::NoText => Text::new(Role::Text, "not pinned: nobody would notice a change that no quote notices"),
    }
}

fn verdict(pin: Pin, standing: usize, lost: usize) -> Text {
    let all = standing + lost;
    if lost > 0 {
        let does = if lost == 1 { "does" } else { "do" };
        let text = Text::new(Role::Bad, &format!("{lost} of {} {does} not stand at one place in the text.", count(all, "passage")));
        return text.and(
            Role::Text,
            " What follows only proposes: nothing was changed, and they count as unanchored until you edit the briefing.",
        );
    }
    let words = match (all, pin) {
        (0, _) => "Nothing is quoted from it.".to_owned(),
        (_, Pin::Unchanged) => format!("Nothing has drifted: all of its {} stand where they are quoted.", count(all, "passage")),
        (_, Pin::Changed { .. }) => {
            format!("All of its {} still stand in the changed text. Nothing was changed in the briefing.", count(all, "passage"))
        }
        _ => format!("All of its {} stand in the text.", count(all, "passage")),
    };
    Text::new(Role::Text, &words)
}

/// A quote as a row that leads to whoever quotes it.
fn row(page: &Page<'_>, quote: &Quote<'_>, text: &str) -> KeyedRow {
    let (leads_to, tail) = match quote.by {
        By::Claim(index) => (Found::item(ItemKind::Claim, index), ""),
        By::Candidate(_) => (Found::Candidates, "candidate"),
        By::Source(index) => (Found::item(ItemKind::Source, index), "set aside"),
    };
    let id = quote.by.id(&page.resolved().briefing);
    let row = ListRow {
        id: Text::new(Role::Accent, id),
        text: Text::new(Role::Text, text),
        tail: Text::new(Role::Quiet, tail),
        written: Some(quote.span().start),
        ..ListRow::default()
    };
    (format!("quote {}", if id.is_empty() { tail } else { id }), Some(leads_to), row)
}

fn not_found(page: &mut Page<'_>, source: usize, text: &SourceText, lost: &[Quote<'_>]) {
    let mut proposals = Proposals::new(text);
    if !lost.is_empty() {
        page.heading_with("Unanchored", Text::new(Role::Quiet, &lost.len().to_string()));
    }
    for (at, quote) in lost.iter().enumerate() {
        let says = match quote.by {
            By::Claim(index) => page.summary(Item { kind: ItemKind::Claim, index }),
            By::Candidate(index) => {
                let text = &page.resolved().briefing.candidates[index].text;
                text.as_ref().map_or_else(String::new, |text| text.value.clone())
            }
            By::Source(_) => "A passage that was read and left out.".to_owned(),
        };
        let (key, link, row) = row(page, quote, &says);
        page.begin_here();
        let row = ListRow { list: page.new_list(), ..row };
        page.push(&key, at > 0, link, Body::ListRow(row));
        page.field("Was", false, Text::new(Role::Quiet, &format!("“{}”", quote.passage.exact.value)));
        propose(page, source, text, quote, &proposals.propose(quote.passage, quote.anchor));
    }
}

fn propose(page: &mut Page<'_>, source: usize, text: &SourceText, quote: &Quote<'_>, proposal: &Proposal) {
    match proposal {
        Proposal::Near { stretch, agree, words, others } => {
            page.field("Is", false, changes(&quote.passage.exact.value, &stretch.exact));
            let agreement = format!(", {agree} of {words} words agree");
            let rest = if *others { format!("{agreement}; another stretch agrees as well") } else { agreement };
            page.field("Now", false, sentence(page, source, text, stretch).and(Role::Text, &rest));
            write(page, quote, stretch);
        }
        Proposal::Places { first, all, wrapped } => {
            let shown = if first.len() < *all { format!("; the first {}:", first.len()) } else { String::new() };
            let times = if *all == 1 { "once".to_owned() } else { format!("{all} times") };
            let without = if *wrapped { "without the quotation marks around them " } else { "" };
            let asked =
                if quote.passage.prefix.is_some() || quote.passage.suffix.is_some() { ", and not with the words beside them" } else { "" };
            page.field("Is", false, Text::new(Role::Text, &format!("{without}the same words stand {times}{asked}{shown}")));
            for stretch in first {
                page.field("Now", false, sentence(page, source, text, stretch));
                write(page, quote, stretch);
            }
        }
        Proposal::Nothing => {
            page.field("Is", false, Text::new(Role::Warn, "no proposal: nowhere do more than half of these words stand together"));
        }
        Proposal::TooLong => {
            page.field(
                "Is",
                false,
                Text::new(Role::Warn, "no proposal: the quote is too long to be looked for, or the text with the quotes before it"),
            );
        }
    }
}

fn changes(old: &str, new: &str) -> Text {
    let changes = difference(old, new);
    let mut text = Text::default();
    for (at, (became, words)) in changes.iter().enumerate() {
        let role = match became {
            Became::Kept => Role::Text,
            Became::Removed => Role::Bad,
            Became::Added => Role::Strong,
        };
        text = text.and(Role::Text, if at > 0 { " " } else { "" }).and(role, &became.signed(words));
    }
    match unlike_in(&changes) {
        Some(named) => text.and(Role::Warn, &format!(" ({named})")),
        None => text,
    }
}

fn sentence(page: &Page<'_>, source: usize, text: &SourceText, stretch: &Stretch) -> Text {
    let sentences = text.sentences_in(&stretch.range);
    let to = page.to(Found::Source { source, sentence: Some(sentences.start) });
    Text::default().link(&text.number(sentences.start).unwrap_or_default().words(), to)
}

fn write(page: &mut Page<'_>, quote: &Quote<'_>, stretch: &Stretch) {
    let text = match stretch.line(quote.passage, quote.by.passages(&page.resolved().briefing)) {
        Some(line) => Text::new(Role::Text, &line),
        None => Text::new(Role::Warn, "nothing: these words stand too often to be told apart; quote more"),
    };
    page.field("Write", false, text);
}

fn stand(page: &mut Page<'_>, source: usize, text: &SourceText, standing: &[Quote<'_>]) {
    if standing.is_empty() {
        return;
    }
    page.heading_with("Anchored", Text::new(Role::Quiet, &standing.len().to_string()));
    let rows = standing.iter().map(|quote| {
        let (key, link, row) = row(page, quote, &quote.passage.exact.value);
        let sentences = quote.anchor.range().map_or(0..0, |range| text.sentences_in(&range));
        let number = text.number(sentences.start).unwrap_or_default();
        let lead = format!("{}:{number}", page.resolved().briefing.sources[source].head.id.value);
        (key, link, ListRow { lead: Text::new(Role::Quiet, &lead), one_row: true, ..row })
    });
    let rows = rows.collect();
    page.begin_here();
    page.list(rows);
}
