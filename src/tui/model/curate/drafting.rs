//! The open sentences of a source, as candidates in the briefing's file.

use super::BUILT_IN;
use crate::acts::curate::Act;
use crate::acts::quoting::Quoting;
use crate::draft::sentences;
use crate::library::HeldBriefing;
use crate::page::{Found, locate_in};
use crate::text::count;
use crate::tui::model::mode::Subject;
use crate::tui::model::{Effect, Model};
use std::collections::HashSet;

impl Model {
    /// There is a sentence here to wait.
    pub(in crate::tui::model) fn can_draft(&self) -> bool {
        self.source_here().is_some_and(|(held, source)| self.is_changeable(held) && !unread(held, source).is_empty())
    }

    fn source_here(&self) -> Option<(&HeldBriefing, usize)> {
        let (held, found) = locate_in(&self.world, &self.trail.here().place)?;
        let is_text = matches!(found, Found::Sources | Found::Source { .. } | Found::Sentence { .. } | Found::Passage { .. });
        Some((held, found.source(held).filter(|_| is_text)?))
    }

    pub(super) fn draft(&mut self) -> Vec<Effect> {
        match self.drafted() {
            Ok((subject, act, said)) => self.do_act(&subject, &act, &said),
            Err(why) => {
                self.say(why);
                Vec::new()
            }
        }
    }

    fn drafted(&self) -> Result<(Subject, Act, String), &'static str> {
        let (held, source) = self.source_here().ok_or("There is no text of a source here.")?;
        if !self.is_changeable(held) {
            return Err(BUILT_IN);
        }
        let briefing = &held.resolved.briefing;
        let wanted = unread(held, source);
        let text = held.resolved.text(source).ok_or("The text of the source cannot be read.")?;
        let id = (briefing.sources.len() > 1).then(|| briefing.sources[source].head.id.value.as_str());
        let sections = sentences(text, id, |sentence| wanted.contains(&sentence));
        let all = sections.iter().map(|(_, candidates)| candidates.len()).sum();
        if all == 0 {
            return Err("No sentence here is open that could wait.");
        }
        Ok((Subject::of(held), Act::Quote(Quoting::Wait { sections }), format!("has {} more", count(all, "candidate"))))
    }
}

/// The sentences that nobody has claimed, set aside or put among the candidates.
fn unread(held: &HeldBriefing, source: usize) -> HashSet<usize> {
    let waiting: HashSet<usize> = held.resolved.candidates_of(source).flat_map(|(_, sentences)| sentences).collect();
    let coverage = held.resolved.evidence().coverage.get(source).map_or(&[][..], Vec::as_slice);
    let open = coverage.iter().enumerate().filter(|(_, coverage)| coverage.is_open()).map(|(index, _)| index);
    open.filter(|index| !waiting.contains(index)).collect()
}
