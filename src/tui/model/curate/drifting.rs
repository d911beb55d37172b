//! A source that has changed: its passages anew, one by one, or its old text beside the new one.

use super::BUILT_IN;
use crate::acts::changes::Choice;
use crate::acts::curate::Act;
use crate::acts::drift::Drift;
use crate::acts::old_text::Sought;
use crate::briefing::reanchor::{Proposals, Stretch};
use crate::briefing::resolved::Quote;
use crate::briefing::{Digest, Pin, SourceText};
use crate::keys::action::{Action, Curating};
use crate::library::HeldBriefing;
use crate::page::about::file_position::written_at_stop;
use crate::page::{Found, locate_in};
use crate::text::clip;
use crate::tui::column::Column;
use crate::tui::model::mode::{Field, Form, Purpose, Subject};
use crate::tui::model::{Effect, Model};
use crate::yaml::Tree;

/// How wide words of the source are, where one of several places is chosen.
const WIDTH: usize = 40;

pub enum Reanchor {
    At(Subject, Act, String),
    /// The words stand at several places.
    Which(Form),
    /// First it is shown: the stop of a passage that does not stand.
    Shown(usize),
}

impl Model {
    pub(in crate::tui::model) fn can_reanchor(&self) -> bool {
        self.drifted_here().is_some_and(|(held, source)| {
            let has_drifted = held.resolved.pins()[source] != Pin::Unchanged || held.resolved.lost(source).next().is_some();
            self.is_changeable(held) && has_drifted
        })
    }

    pub(in crate::tui::model) fn can_keep_old(&self) -> bool {
        let is_changed = |(held, source): (&HeldBriefing, usize)| {
            self.is_changeable(held) && matches!(held.resolved.pins()[source], Pin::Changed { .. })
        };
        self.drifted_here().is_some_and(is_changed)
    }

    fn drifted_here(&self) -> Option<(&HeldBriefing, usize)> {
        match locate_in(&self.world, &self.trail.here().place)? {
            (held, Found::Drift(source)) => Some((held, source)),
            _ => None,
        }
    }

    /// The passage of the cursor, or of what stands below it; where all stand, the text itself.
    pub(super) fn reanchor(&self) -> Result<Reanchor, &'static str> {
        let (held, source) = self.drifted_here().ok_or("The page of what has drifted is where passages are anchored anew.")?;
        if !self.is_changeable(held) {
            return Err(BUILT_IN);
        }
        let text = held.resolved.text(source).ok_or("The text of the source cannot be read.")?;
        let lost: Vec<Quote<'_>> = held.resolved.lost(source).collect();
        if lost.is_empty() {
            return pinned(held, source, text);
        }
        let Some((quote, sentence)) = self.lost_here(&lost) else {
            return self.next_lost(&lost).map(Reanchor::Shown).ok_or("The cursor belongs on a passage that does not stand.");
        };
        let tree = Tree::read(&held.file);
        let path = tree.root.as_ref().and_then(|root| root.way_to(quote.span())).ok_or("The passage is not where it was read.")?;
        // One that is not the only one is never taken unasked.
        let (stretches, is_only) = Proposals::new(text).propose(quote.passage, quote.anchor).stretches();
        if stretches.is_empty() {
            return Err("Nothing is proposed for it: quote other words by hand.");
        }
        let number = |stretch: &Stretch| text.number(text.sentences_in(&stretch.range).start).unwrap_or_default().to_string();
        let mut places: Vec<(String, Act, String)> = stretches
            .into_iter()
            .filter(|stretch| stretch.anchors)
            .map(|stretch| {
                let (number, words) = (number(&stretch), clip(&stretch.exact, WIDTH).into_owned());
                (number, Act::Drift(Drift::Requote { path: path.clone(), was: quote.passage.exact.value.clone(), stretch }), words)
            })
            .collect();
        if let Some(number) = &sentence {
            places.retain(|(place, ..)| place == number);
        }
        let is_only = is_only || sentence.is_some();
        // Two may stand in one sentence.
        for at in 1..places.len() {
            let alike = places[..at].iter().filter(|(place, ..)| place.split(' ').next() == Some(&*places[at].0)).count();
            if alike > 0 {
                places[at].0 += &format!(" ({})", alike + 1);
            }
        }
        let subject = Subject::of(held);
        match places.len() {
            0 => Err("These words stand too often to be told apart: quote more of them by hand."),
            1 if is_only => Ok(Reanchor::At(subject, places.remove(0).1, "quotes the words of today".to_owned())),
            _ => {
                let choices = places.iter().map(|(word, _, meaning)| Choice { word: word.clone(), meaning: meaning.clone() }).collect();
                let places = places.into_iter().map(|(number, act, _)| (number, act)).collect();
                Ok(Reanchor::Which(Form::new("Anchor", subject, vec![Field::chosen("sentence", choices)], Purpose::Reanchor(places))))
            }
        }
    }

    pub(super) fn fill_reanchor(&mut self, places: &[(String, Act)], form: &Form) -> Vec<Effect> {
        let chosen = places.iter().find(|(number, _)| number == form.answer("sentence"));
        chosen.map_or_else(Vec::new, |(_, act)| self.do_act(&form.subject, act, "quotes the words of today"))
    }

    /// The passage at or above the cursor, and the number of the sentence that the cursor leads to, if it does.
    fn lost_here<'q>(&self, lost: &[Quote<'q>]) -> Option<(Quote<'q>, Option<String>)> {
        let here = self.shown.as_ref()?.here();
        let stop = here.stop?;
        let written = (0..=stop).rev().find_map(|stop| self.quoted_at(here, stop))?;
        let quote = lost.iter().find(|quote| quote.span().start == written)?;
        let sentence = || match locate_in(&self.world, here.target()?)? {
            (held, Found::Source { source, sentence: Some(sentence) }) => Some(held.resolved.text(source)?.number(sentence)?.to_string()),
            _ => None,
        };
        Some((*quote, sentence()))
    }

    /// The stop of one behind the cursor, else of the first.
    fn next_lost(&self, lost: &[Quote<'_>]) -> Option<usize> {
        let here = self.shown.as_ref()?.here();
        let is_lost = |stop: &usize| self.quoted_at(here, *stop).is_some_and(|at| lost.iter().any(|quote| quote.span().start == at));
        let stops = || 0..here.flowed.doc.links.len();
        stops().skip(here.stop.unwrap_or_default()).find(is_lost).or_else(|| stops().find(is_lost))
    }

    /// Where the words of the passage are written whose row is at a stop.
    fn quoted_at(&self, here: &Column, stop: usize) -> Option<usize> {
        here.flowed.doc.row_of(stop)?;
        written_at_stop(&self.world, &here.place, &here.flowed.doc, stop).map(|(_, at)| at)
    }

    /// First its text is looked for.
    pub(super) fn keep_old(&mut self) -> Vec<Effect> {
        match self.old_text() {
            Ok((sought, ..)) if self.curated.looking.as_ref() == Some(&sought) => {
                self.say("The old text is still being looked for.");
                Vec::new()
            }
            Ok((sought, ..)) => {
                self.say("The old text is looked for in the library and in its history.");
                self.curated.looking = Some(sought.clone());
                vec![Effect::FindOldText(sought)]
            }
            Err(why) => {
                self.say(why);
                Vec::new()
            }
        }
    }

    /// The text that was pinned is in a file of the library, or nowhere, and why.
    pub(in crate::tui::model) fn hear_of_old_text(&mut self, sought: &Sought, found: &Result<String, String>) -> Vec<Effect> {
        self.curated.looking = None;
        match (self.old_text(), found) {
            (Ok((again, subject, source, today)), Ok(file)) if again == *sought => {
                let said = format!("has the text of today{}; {source} has that of {file}", self.without());
                self.do_act(&subject, &Act::Drift(Drift::KeepOld { source, file: file.clone(), today: today.to_string() }), &said)
            }
            (_, Err(why)) => {
                self.say(why);
                Vec::new()
            }
            (_, Ok(file)) => {
                let key = self.keymap.shown(Action::Curate(Curating::KeepOld));
                self.say(&format!("The old text is in {file}; {key} on the page of what has drifted keeps it."));
                Vec::new()
            }
        }
    }

    /// What of the old text nobody has said of the new one.
    fn without(&self) -> &'static str {
        let source = self.drifted_here().map(|(held, source)| &held.resolved.briefing.sources[source]);
        match source.map(|source| (source.date.is_some(), source.reliability.is_some())) {
            Some((true, true)) => ", without a date or a grade yet",
            Some((true, false)) => ", without a date yet",
            Some((false, true)) => ", without a grade yet",
            _ => "",
        }
    }

    /// What is looked for, and for which source; and the hash of its text today.
    fn old_text(&self) -> Result<(Sought, Subject, String, Digest), &'static str> {
        let (held, source) = self.drifted_here().ok_or("The page of what has drifted is where the old text is kept.")?;
        let library = self.world.library.store().root().filter(|_| self.is_changeable(held)).ok_or(BUILT_IN)?;
        let Pin::Changed { pinned, today } = held.resolved.pins()[source] else {
            return Err("No other text than that of today was pinned.");
        };
        let described = &held.resolved.briefing.sources[source];
        let file = described.file.as_ref().map_or_else(String::new, |file| file.value.clone());
        let stands = held.resolved.quotes().filter(|quote| quote.source == Some(source) && quote.anchor.range().is_some());
        let quoted = stands.map(|quote| (quote.by.id(&held.resolved.briefing).to_owned(), quote.passage.exact.value.clone())).collect();
        Ok((Sought { library, file, hash: pinned, quoted }, Subject::of(held), described.head.id.value.clone(), today))
    }
}

/// The text was read, and all its passages stand.
fn pinned(held: &HeldBriefing, source: usize, text: &SourceText) -> Result<Reanchor, &'static str> {
    if held.resolved.pins()[source] == Pin::Unchanged {
        return Err("Nothing has drifted, and the text is pinned as it is.");
    }
    let id = held.resolved.briefing.sources[source].head.id.value.clone();
    Ok(Reanchor::At(
        Subject::of(held),
        Act::Drift(Drift::Pin { source: id, hash: Digest::of(text).to_string() }),
        "is pinned as it was read".to_owned(),
    ))
}
