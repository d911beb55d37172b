//! Places in a word or two, as they are called in crumbs, hints and notices.

use super::Model;
use super::mode::Mode;
use crate::page::tabs::title;
use crate::page::{Place, Spot};

impl Model {
    /// A place in a word or two, as seen from within its briefing.
    pub fn name(&self, place: &Place) -> String {
        match place {
            Place::Library => "Library".to_owned(),
            Place::Help if matches!(self.mode, Mode::Palette(_)) => "Actions".to_owned(),
            Place::Help => "Keys".to_owned(),
            Place::Notes => "Notes".to_owned(),
            Place::Action(name) | Place::Theme(name) => name.clone(),
            Place::Recent => "Recent".to_owned(),
            Place::Scale(scale) => scale.name().to_owned(),
            Place::Themes => "Themes".to_owned(),
            Place::Web(_) => "web address".to_owned(),
            Place::In { spot: Spot::Cover, briefing } if self.briefing() != Some(briefing) => briefing.clone(),
            Place::In { spot: Spot::Item(id), .. } => id.clone(),
            Place::In { spot: Spot::Side { judgement, side }, .. } => format!("{judgement} {}", side.name()),
            Place::In { spot: Spot::Drift { source }, .. } => format!("{source} drift"),
            Place::In { spot: Spot::Sentence { source, sentence } | Spot::Source { source, sentence: Some(sentence) }, .. } => {
                format!("{source}:{sentence}")
            }
            Place::In { spot: Spot::Passage { claim, passage }, briefing } => {
                let found = self.sentence_of(briefing, claim, *passage);
                found.map_or_else(|| format!("{claim}:{passage}"), |(source, number)| format!("{source}:{number}"))
            }
            Place::In { briefing, spot } => self.world.entry(briefing).map_or_else(|| place.to_string(), |entry| title(entry, spot)),
        }
    }

    /// What a note is on, in words: "C4", "the cover of russia-iran-treaty".
    pub fn subject_name(&self, place: &Place) -> String {
        match place.spot() {
            Some(Spot::Passage { claim, passage }) => format!("{claim}, passage {passage}"),
            _ => self.name(place),
        }
    }

    /// The source that a passage stands in, and the number of the sentence that it begins in.
    pub(super) fn sentence_of(&self, briefing: &str, claim: &str, passage: usize) -> Option<(&str, usize)> {
        let resolved = &self.world.entry(briefing)?.resolved;
        let claim = resolved.graph.find(claim)?.index;
        let anchored = resolved.evidence().passages.get(claim)?.get(passage.checked_sub(1)?)?;
        let source = anchored.source?;
        let sentence = resolved.text(source)?.sentences_in(&anchored.anchor.range()?).start;
        Some((&resolved.briefing.sources[source].head.id.value, sentence + 1))
    }

    /// What kind of thing a place shows.
    pub(super) fn kind(&self, place: &Place) -> &'static str {
        match place {
            Place::In { briefing, spot: Spot::Item(id) | Spot::Side { judgement: id, .. } } => {
                self.world.entry(briefing).and_then(|entry| entry.resolved.graph.find(id)).map_or("item", |item| item.kind.name())
            }
            _ => "sentence",
        }
    }
}
