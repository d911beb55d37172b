//! From words of a source to a claim, to more words of a claim, or aside.

use super::BUILT_IN;
use crate::acts::candidates::Waiting;
use crate::acts::changes::{named, words_of};
use crate::acts::curate::Act;
use crate::acts::quoted::{Quoted, Words};
use crate::acts::quoting::Quoting;
use crate::briefing::SourceText;
use crate::briefing::anchor::{Anchoring, MOST_COUNTED};
use crate::briefing::model::{Candidate, ItemKind};
use crate::briefing::rename::Of;
use crate::briefing::scale::Vocabulary;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::words::{CREDIBILITY, claim_kinds};
use crate::draft::kind_of;
use crate::keys::action::Curating;
use crate::library::HeldBriefing;
use crate::page::about::file_position::written_at_stop;
use crate::page::styled_text::one_line;
use crate::page::{Found, Place, locate_in};
use crate::text::fold::{Folded, Folding};
use crate::tui::model::mode::{Field, Form, Purpose, Subject};
use crate::tui::model::{Effect, Model};
use std::borrow::Cow;
use std::ops::Range;

/// Words that are selected on a page.
pub(super) struct Selected {
    pub place: Place,
    pub words: String,
    /// The text of the block that they begin in, and the byte of it that they begin at.
    pub within: String,
    pub at: usize,
}

impl Selected {
    /// Their bytes, where they begin in `sentence`. Of like words in one sentence those are meant that stand as far behind
    /// on the page; where the page shows another text, nobody can tell.
    fn stretch(&self, text: &SourceText, sentence: &Range<usize>) -> Option<Range<usize>> {
        let words = self.words.trim();
        let mut places = Anchoring::new(text).places(words, MOST_COUNTED);
        places.retain(|place| sentence.contains(&place.start));
        let [_, _, ..] = places.as_slice() else { return places.pop() };
        if self.within != one_line(&text.text()[sentence.clone()]) {
            return None;
        }
        let shown = Folded::new(&self.within, Folding::Typography).find(&Folded::new(words, Folding::Typography));
        // A selection may begin with blanks.
        let start = self.at + self.words.len() - self.words.trim_start().len();
        places.into_iter().nth(shown.iter().filter(|place| place.start < start).count())
    }
}

/// The words that the cursor or a selection is on.
enum Here<'a> {
    /// Bytes of a source, and what is looked for in them.
    Stretch { held: &'a HeldBriefing, source: usize, words: String, range: Range<usize> },
    /// A candidate, by its index.
    Candidate { held: &'a HeldBriefing, candidate: usize },
}

impl Model {
    /// There are words of a source here that can be quoted, and a file to write them into.
    pub(in crate::tui::model) fn can_quote(&self) -> bool {
        self.words_here(None).is_some_and(|here| self.is_changeable(here.held()))
    }

    fn words_here(&self, selected: Option<&Selected>) -> Option<Here<'_>> {
        let place = selected.map(|selected| selected.place.clone()).or_else(|| self.target().cloned());
        let find = |place: &Place| {
            let (held, found) = locate_in(&self.world, place)?;
            let source = found.source(held)?;
            let text = held.resolved.text(source)?;
            let range = match found {
                Found::Sentence { sentence, .. } => text.sentences().get(sentence)?.range.clone(),
                Found::Passage { claim, passage } => {
                    let range = held.resolved.evidence().passages.get(claim)?.get(passage)?.anchor.range()?;
                    text.sentences().get(text.sentences_in(&range).start)?.range.clone()
                }
                // Among those that are open.
                Found::Source { sentence: Some(sentence), .. } if selected.is_none() => text.sentences().get(sentence)?.range.clone(),
                Found::Source { .. } if selected.is_some() => 0..text.text().len(),
                _ => return None,
            };
            if let Some(selected) = selected {
                // What is at no place is found nowhere.
                let range = selected.stretch(text, &range).unwrap_or(0..0);
                return Some(Here::Stretch { held, source, words: selected.words.trim().to_owned(), range });
            }
            let sentence = text.sentences_in(&range).start;
            let mut waiting = held.resolved.candidates_of(source).filter(|(_, sentences)| sentences.contains(&sentence));
            Some(match waiting.next() {
                Some((candidate, _)) => Here::Candidate { held, candidate },
                None => Here::Stretch { held, source, words: text.unwrapped(&range).trim().to_owned(), range },
            })
        };
        if selected.is_none()
            && let Some(listed) = self.listed_candidate()
        {
            return Some(listed);
        }
        place.and_then(|place| find(&place)).or_else(|| find(&self.trail.here().place))
    }

    /// That of the row under the cursor, on the page of candidates.
    fn listed_candidate(&self) -> Option<Here<'_>> {
        let here = self.shown.as_ref()?.here();
        let (held, Found::Candidates) = locate_in(&self.world, &here.place)? else { return None };
        let (_, at) = written_at_stop(&self.world, &here.place, &here.flowed.doc, here.stop?)?;
        let candidate = held.resolved.briefing.candidates.iter().position(|candidate| candidate.span.start == at)?;
        Some(Here::Candidate { held, candidate })
    }

    pub(super) fn quoting_asked(&self, action: Curating, selected: Option<&Selected>) -> Result<Form, Cow<'static, str>> {
        let here = self.words_here(selected).ok_or("There are no words of a source here to quote.")?;
        let held = here.held();
        if !self.is_changeable(held) {
            return Err(BUILT_IN.into());
        }
        let words = here.words().ok_or("These words are not found at one place of the source; select others.")?;
        here.may(action)?;
        let briefing = &held.resolved.briefing;
        let (title, fields, purpose) = match action {
            Curating::AddWords => {
                let claims = named(briefing, Name::Item(&[ItemKind::Claim]));
                if claims.is_empty() {
                    return Err("There is no claim yet that has more words: make one of these.".into());
                }
                let last = self.curated.claims.get(&held.id).cloned().filter(|claim| claims.iter().any(|other| other.word == *claim));
                let value = last.or_else(|| claims.last().map(|claim| claim.word.clone())).unwrap_or_default();
                ("More words", vec![Field { value, ..Field::chosen("claim", claims) }], Purpose::AddWords(words))
            }
            Curating::SetAside => {
                let source = here.source().map_or_else(String::new, |source| briefing.sources[source].head.id.value.clone());
                ("Set aside", vec![Field::said("why", "")], Purpose::SetAside(source, words))
            }
            _ => ("Claim", self.asked_of_claim(&here, &words), Purpose::Claim(words)),
        };
        Ok(Form::new(title, Subject::of(held), fields, purpose))
    }

    /// A candidate has read its sentence already; other words are read as a draft reads them, and their section is that of the
    /// claim before.
    fn asked_of_claim(&self, here: &Here<'_>, words: &Words) -> Vec<Field> {
        let candidate = here.candidate();
        let quoted = || words.quotes.iter().map(|quote| quote.exact.as_str()).collect::<Vec<_>>().join(" ");
        let kind = candidate.and_then(|candidate| candidate.kind).unwrap_or_else(|| kind_of(&quoted()));
        let said = candidate.and_then(|candidate| Some(candidate.text.as_ref()?.value.clone()));
        let sections = named(&here.held().resolved.briefing, Name::Section);
        let waits = candidate.map(|candidate| candidate.section.value.clone());
        let first = || sections.first().map(|section| section.word.clone());
        let last = self.curated.sections.get(&here.held().id).filter(|last| sections.iter().any(|section| section.word == **last));
        let section = waits.or_else(|| last.cloned()).or_else(first).unwrap_or_default();
        vec![
            Field { value: kind.word().to_owned(), ..Field::chosen("kind", words_of(claim_kinds())) },
            Field::said("what it says", said.unwrap_or_else(|| words.quotes.first().map_or_else(String::new, |quote| quote.exact.clone()))),
            Field { is_open: true, value: section, ..Field::chosen("section", sections) },
            Field { may_be_empty: true, value: String::new(), ..Field::chosen("credibility", words_of((CREDIBILITY.words)())) },
        ]
    }

    /// Does what a filled form is for.
    pub(in crate::tui::model) fn fill(&mut self, form: &Form) -> Vec<Effect> {
        match &form.purpose {
            Purpose::Choose(all) => {
                self.begin_change(all, form);
                Vec::new()
            }
            Purpose::Change(change) => self.fill_change(change, form),
            Purpose::Reanchor(places) => self.fill_reanchor(places, form),
            Purpose::Claim(words) => {
                let credibility = Some(form.owned("credibility")).filter(|grade| !grade.is_empty());
                let section = form.owned("section");
                let (kind, text) = (form.owned("kind"), form.owned("what it says"));
                let sections = self.world.entry(&form.subject.briefing).map_or(&[][..], |held| &held.resolved.briefing.sections);
                let is_there = sections.iter().any(|slug| slug.value == section);
                if let Some(why) = self.unfit(&form.subject, Of::Section, &section).filter(|_| !is_there) {
                    self.say(&why);
                    return Vec::new();
                }
                let act = Act::Quote(Quoting::Claim { section, kind, text, credibility, words: words.clone() });
                let effects = self.do_act(&form.subject, &act, "was made");
                self.turn_open_behind(&effects);
                effects
            }
            Purpose::AddWords(words) => {
                let act = Act::Quote(Quoting::AddWords { claim: form.owned("claim"), words: words.clone() });
                let effects = self.do_act(&form.subject, &act, "has these words too");
                self.turn_open_behind(&effects);
                effects
            }
            Purpose::SetAside(source, words) => {
                let act = Act::Quote(Quoting::SetAside { source: source.clone(), words: words.clone(), why: form.owned("why") });
                self.do_act(&form.subject, &act, "has these words set aside")
            }
        }
    }

    /// Behind what was claimed the cursor goes on to the next open sentence.
    fn turn_open_behind(&mut self, effects: &[Effect]) {
        if !effects.is_empty() && self.has_open() {
            self.turn_open(1);
        }
    }
}

impl<'a> Here<'a> {
    fn held(&self) -> &'a HeldBriefing {
        let (Self::Stretch { held, .. } | Self::Candidate { held, .. }) = self;
        held
    }

    fn candidate(&self) -> Option<&'a Candidate> {
        match self {
            Self::Stretch { .. } => None,
            Self::Candidate { held, candidate } => held.resolved.briefing.candidates.get(*candidate),
        }
    }

    fn source(&self) -> Option<usize> {
        match self {
            Self::Stretch { source, .. } => Some(*source),
            Self::Candidate { held, candidate } => held.resolved.candidates().get(*candidate)?.first()?.source,
        }
    }

    /// The same words are not claimed and set aside.
    fn may(&self, action: Curating) -> Result<(), Cow<'static, str>> {
        let resolved = &self.held().resolved;
        let evidence = resolved.evidence();
        for (source, range) in self.places() {
            if evidence.is_aside(source, &range) {
                return Err("These words are set aside: take that out of the file first.".into());
            }
            let claim = evidence.claims_in(source, &range).next().filter(|_| action == Curating::SetAside);
            if let Some(claim) = claim {
                let id = &resolved.briefing.claims[claim].head.id.value;
                return Err(format!("{id} quotes these words: what a claim quotes is not set aside.").into());
            }
        }
        Ok(())
    }

    /// Where they stand: the indices of sources, and bytes of these.
    fn places(&self) -> Vec<(usize, Range<usize>)> {
        match self {
            Self::Stretch { held, source, words, range } => {
                let Some(text) = held.resolved.text(*source) else { return Vec::new() };
                let places = Anchoring::new(text).places(words, MOST_COUNTED).into_iter();
                places.filter(|place| place.start >= range.start && place.end <= range.end).map(|place| (*source, place)).take(1).collect()
            }
            Self::Candidate { held, candidate } => {
                let anchored = held.resolved.candidates().get(*candidate).into_iter().flatten();
                anchored.filter_map(|passage| Some((passage.source?, passage.anchor.range()?))).collect()
            }
        }
    }

    /// `None` where they are not found at one place.
    fn words(&self) -> Option<Words> {
        match self {
            Self::Stretch { held, source, words, range } => Quoted::within(&held.resolved, *source, words, range).map(Words::from),
            Self::Candidate { held, .. } => {
                let candidate = self.candidate()?;
                let quotes: Vec<Quoted> = candidate.passages.iter().map(|passage| Quoted::of(&held.resolved, passage)).collect();
                (!quotes.is_empty()).then(|| Words { quotes, candidate: Some(Waiting::from(candidate)) })
            }
        }
    }
}
