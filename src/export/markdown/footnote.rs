//! Footnotes: of a claim the words that it is read from, where they stand, and the sentence around them.

use super::escape::{escaped, lines};
use crate::briefing::resolved::Anchored;
use crate::briefing::{Item, ItemKind};
use crate::export::page_set::{Handed, anchor};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{portion, sentence_numbers};
use crate::page::styled_text::one_line;

/// Claims in the order in which they were first named, with the names of their footnotes.
#[derive(Debug, Default)]
pub struct Footnotes(Vec<(usize, String)>);

impl Footnotes {
    /// The mark of a claim's footnote; nothing for a claim without a passage.
    pub fn of(&mut self, handed: &Handed<'_>, claim: usize) -> String {
        let Some((held, _)) = handed.inside() else { return String::new() };
        let claims = &held.resolved.briefing.claims;
        if claims[claim].passages.is_empty() {
            return String::new();
        }
        let known = self.0.iter().find(|(known, _)| *known == claim).map(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| {
            let own = anchor(&claims[claim].head.id);
            let is_taken = self.0.iter().any(|(_, name)| name.eq_ignore_ascii_case(&own));
            let name = if is_taken { format!("{own}-{claim}") } else { own };
            self.0.push((claim, name.clone()));
            name
        });
        format!("[^{name}]")
    }

    #[must_use]
    pub fn written(&self, handed: &Handed<'_>) -> String {
        let Some((held, _)) = handed.inside() else { return String::new() };
        let mut out = String::new();
        for (claim, name) in &self.0 {
            let passages = held.resolved.quoted(*claim).zip(&held.resolved.evidence().passages[*claim]);
            let portion = portion(&held.resolved, Item { kind: ItemKind::Claim, index: *claim });
            for (at, (quote, anchored)) in passages.enumerate() {
                let first = if at == 0 { format!("[^{name}]: ") } else { "    ".to_owned() };
                out.push_str(&lines(&escaped(&format!("{portion}{}", words(held, quote, anchored))), &first, "    "));
                out.push_str("\n\n");
            }
        }
        out
    }
}

/// “Quote”, source, sentence, its whole text where the quote is not all of it.
fn words(held: &HeldBriefing, quote: &str, anchored: &Anchored) -> String {
    let resolved = &held.resolved;
    let quote = one_line(quote.trim());
    let Some(index) = anchored.source else { return format!("“{quote}”, of no source of this briefing.") };
    let source = &resolved.briefing.sources[index];
    let fields = [&source.title, &source.publisher].into_iter().flatten().map(|text| text.value.as_str());
    let date = source.date.as_ref().map_or("undated", |date| date.text.as_str());
    let named: Vec<String> = std::iter::once(source.head.id.value.as_str()).chain(fields).chain([date]).map(one_line).collect();
    let named = named.join(", ");
    let Some((text, range)) = resolved.text(index).zip(anchored.anchor.range()) else {
        return format!("“{quote}”, {named}. These words are not at one place in the source.");
    };
    let sentences = text.sentences_in(&range);
    let numbers = sentence_numbers(text, &sentences);
    let around = text.sentences().get(sentences).unwrap_or_default();
    let around = around.first().zip(around.last()).map(|(first, last)| one_line(&text.text()[first.range.start..last.range.end]));
    let around = around.filter(|around| *around != quote).map_or_else(String::new, |around| format!(" In full: “{around}”"));
    format!("“{quote}”, {named}, {numbers}.{around}")
}
