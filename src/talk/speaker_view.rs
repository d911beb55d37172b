//! What whoever speaks is told of a slide: its words, the next one, what to say, what may be asked and what answers it.

use super::protocol::{Question, State, VERSION};
use crate::briefing::scale::{Vocabulary, Way};
use crate::briefing::{Item, ItemKind, LinkKind, Slide};
use crate::export::text::write_block;
use crate::library::HeldBriefing;
use crate::page::about::short_form::summary;
use crate::page::about::speaker_notes::spoken;
use crate::page::at::Found;
use crate::page::of::slide::title;
use crate::page::place::Side;
use crate::page::styled_text::one_line;
use crate::page::{Place, World, marking_of, page};

/// More questions are not listed: nobody reads them while speaking.
const MOST: usize = 9;

/// The state of a talk on a slide, the clock left out.
#[must_use]
pub fn told(world: &World, held: &HeldBriefing, slide: usize, here: &Place, asked: &[String]) -> State {
    let place = Found::Slide(slide).place(held);
    let slides = held.resolved.briefing.talk();
    let next = slide + 1;
    State {
        bluf: VERSION,
        briefing: held.id.clone(),
        title: one_line(held.resolved.briefing.title()),
        markings: held.resolved.briefing.markings().word().to_owned(),
        marking: marking_of(world, here).or_else(|| marking_of(world, &place)).map_or_else(String::new, |(marking, _)| marking),
        slide: slide + 1,
        slides: slides.len(),
        here: here.to_string(),
        words: words(world, &place),
        next: (next < slides.len()).then(|| one_line(&title(held, next))),
        notes: spoken(world, held, slide),
        questions: slides.get(slide).map_or_else(Vec::new, |slide| questions(held, slide)),
        asked: asked.to_vec(),
        ..State::default()
    }
}

fn words(world: &World, place: &Place) -> Vec<String> {
    let Ok(doc) = page(world, place) else { return Vec::new() };
    let mut out = Vec::new();
    for block in &doc.blocks {
        // Writing to a vector does not fail.
        let _ = write_block(&mut out, block, None);
    }
    String::from_utf8_lossy(&out).lines().map(str::to_owned).collect()
}

/// What may be asked: why, what speaks against it, what else it may be, what it takes for granted, what we do not know.
fn questions(held: &HeldBriefing, slide: &Slide) -> Vec<Question> {
    let briefing = &held.resolved.briefing;
    let ask = |words: String, found: Found| Question { words: one_line(&words), address: found.place(held).to_string() };
    let of = |words: &str, item: Item| ask(format!("{words}{}", summary(&held.resolved, item)), Found::Item(item));
    let gap = |index: usize| of("", Item { kind: ItemKind::Gap, index });
    let mut asked = match slide {
        Slide::Judgement(index) => on_judgement(held, *index, &of),
        Slide::BottomLine => {
            let why = (0..briefing.judgements.len()).map(|index| Item { kind: ItemKind::Judgement, index });
            let who = ask("Who says so, and how good are the sources?".to_owned(), Found::Sources);
            std::iter::once(who).chain(why.map(|item| of("Why: ", item))).collect()
        }
        Slide::Indicators(items) => items
            .iter()
            .filter_map(|index| {
                let index = *index;
                let threshold = briefing.indicators[index].threshold.as_ref()?;
                let item = Item { kind: ItemKind::Indicator, index };
                Some(ask(format!("When would we say so? {}: {}", briefing.id_of(item), threshold.value), Found::Item(item)))
            })
            .collect(),
        Slide::Gaps(items) => {
            let who = |index: usize| {
                let item = Item { kind: ItemKind::Gap, index };
                let collect = briefing.gaps[index].collect.as_ref()?;
                Some(ask(format!("Who could find out? {}: {}", briefing.id_of(item), collect.value), Found::Item(item)))
            };
            items.iter().map(|index| who(*index).unwrap_or_else(|| gap(*index))).collect()
        }
    };
    asked.truncate(MOST);
    asked
}

fn on_judgement(held: &HeldBriefing, index: usize, of: &dyn Fn(&str, Item) -> Question) -> Vec<Question> {
    let (resolved, item) = (&held.resolved, Item { kind: ItemKind::Judgement, index });
    let judgement = &resolved.briefing.judgements[index];
    let place = |found: Found| found.place(held).to_string();
    let mut asked = Vec::new();
    if let Some(confidence) = judgement.confidence.as_ref().and_then(|word| word.value) {
        let address = place(Found::Side { judgement: index, side: Side::Confidence });
        asked.push(Question { words: format!("Why {} confidence?", confidence.word()), address });
    }
    let against = match judgement.way() {
        Way::Below => LinkKind::SpeaksFor,
        Way::Above | Way::Even => LinkKind::SpeaksAgainst,
    };
    asked.extend(resolved.graph.targets(item, against).map(|claim| of("What of this: ", claim)));
    asked.extend(resolved.graph.origins(item, LinkKind::DissentsFrom).map(|view| of("Who sees it otherwise: ", view)));
    asked.extend(resolved.graph.origins(item, LinkKind::Reads).map(|other| {
        let words = one_line(&format!("Or is it this: {}", summary(resolved, other)));
        Question { words, address: place(Found::Item(other)) }
    }));
    asked.extend(resolved.graph.origins(item, LinkKind::Limits).map(|gap| of("", gap)));
    asked.extend(resolved.graph.targets(item, LinkKind::Assumes).map(|assumption| {
        let words = one_line(&format!("What if not: {}", summary(resolved, assumption)));
        Question { words, address: place(Found::IfFalse(assumption)) }
    }));
    asked
}
