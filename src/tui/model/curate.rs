//! Curating: from the cursor or a selection to a form, from the form to an act on the briefing's file, and back again.

use super::mode::{Field, Form, Mode, Part, Purpose, Selection};
use super::{Effect, Model};
use crate::acts::changes::{Change, Choice, Does, changes};
use crate::acts::curate::{Act, Done, Quoted, done};
use crate::acts::file::Rewrite;
use crate::acts::names::Of;
use crate::acts::types::type_of;
use crate::briefing::model::{Item, ItemKind};
use crate::briefing::scale::{ClaimKind, Vocabulary};
use crate::briefing::schema::words::{CREDIBILITY, DIRECTION};
use crate::keys::action::Action;
use crate::library::HeldBriefing;
use crate::page::{Found, Place, locate_in};
use crate::text::capitalised;
use std::ops::Range;

/// So many acts can be taken back.
const KEPT: usize = 1000;

const BUILT_IN: &str = "This briefing is in no file that can be changed.";

/// What is to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject {
    Briefing,
    Item(Item),
}

/// What was done to files since the program began.
#[derive(Debug, Default)]
pub struct Curated {
    /// The section that the last claim went into.
    section: Option<String>,
    /// The claim that was made or added to last.
    claim: Option<String>,
    /// The last is the newest.
    acts: Vec<Rewrite>,
}

impl Model {
    pub(super) fn curate(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Undo => return self.undo(),
            Action::Change => self.begin_change(),
            _ => {
                let selection = if let Mode::Select(selection) = &self.mode { Some(selection.clone()) } else { None };
                if let Some((source, quote)) = self.quotable(selection) {
                    self.begin_quoting(action, source, quote);
                }
            }
        }
        Vec::new()
    }

    /// There are words of a source here that can be quoted, and a file to write them into.
    pub(super) fn can_quote(&self) -> bool {
        self.can_edit() && self.words_here(None).is_some()
    }

    /// The item of the cursor, or of the page, whose file can be changed.
    pub(super) fn can_change(&self) -> bool {
        self.can_edit() && self.item_here().is_some()
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.curated.acts.is_empty()
    }

    fn item_here(&self) -> Option<Subject> {
        let item = |place: &Place| {
            let (held, found) = locate_in(&self.world, place)?;
            match found.subject(held) {
                Found::Item(item) => Some(Subject::Item(item)),
                Found::Cover => Some(Subject::Briefing),
                _ => None,
            }
        };
        let here = item(&self.trail.here().place);
        // What a page of an item, or the cover, leads to has pages of its own.
        here.or_else(|| self.target().and_then(item))
    }

    /// The words that the cursor or a selection is on, and the bytes of the source that they are looked for in.
    fn words_here(&self, selected: Option<&(Place, String)>) -> Option<(&HeldBriefing, usize, String, Range<usize>)> {
        let place = selected.map(|(place, _)| place.clone()).or_else(|| self.target().cloned());
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
                Found::Source { .. } if selected.is_some() => 0..text.text().len(),
                _ => return None,
            };
            let (words, range) = match selected {
                Some((_, words)) => (words.trim().to_owned(), range.start..text.text().len()),
                None => (text.unwrapped(&range).trim().to_owned(), range),
            };
            Some((held, source, words, range))
        };
        place.and_then(|place| find(&place)).or_else(|| find(&self.trail.here().place))
    }

    fn quotable(&mut self, selection: Option<Selection>) -> Option<(String, Quoted)> {
        if !self.can_edit() {
            self.say(BUILT_IN);
            return None;
        }
        let selected = selection.and_then(|selection| Some((self.place_of(&selection), self.selected(&selection)?)));
        let Some((held, source, words, range)) = self.words_here(selected.as_ref()) else {
            self.say("There are no words of a source here to quote.");
            return None;
        };
        let id = held.resolved.briefing.sources[source].head.id.value.clone();
        let quote = Quoted::within(&held.resolved, source, &words, &range);
        if quote.is_none() {
            self.say("These words are not found at one place of the source; select others.");
        }
        Some((id, quote?))
    }

    fn begin_quoting(&mut self, action: Action, source: String, quote: Quoted) {
        let Some(held) = self.held_here() else { return };
        let briefing = &held.resolved.briefing;
        let sections: Vec<Choice> = briefing.sections.iter().map(|slug| choice(&slug.value, "")).collect();
        let claims: Vec<Choice> = briefing
            .items()
            .filter(|item| item.kind == ItemKind::Claim)
            .map(|item| choice(briefing.id_of(item), briefing.said(item).next().map_or("", |text| &text.value)))
            .collect();
        let form = match action {
            Action::AddWords => {
                let last = self.curated.claim.clone().filter(|claim| claims.iter().any(|other| other.word == *claim));
                let value = last.or_else(|| claims.last().map(|claim| claim.word.clone())).unwrap_or_default();
                let field = Field { label: "claim", choices: claims, value, ..Field::default() };
                Form::new("More words", vec![field], Purpose::AddWords(quote))
            }
            Action::SetAside => {
                let field = Field { label: "why", ..Field::default() };
                Form::new("Set aside", vec![field], Purpose::SetAside(source, quote))
            }
            _ => {
                let section = self.curated.section.clone().or_else(|| sections.first().map(|section| section.word.clone()));
                let kinds = ClaimKind::all().iter().map(|kind| choice(kind.word(), kind.meaning())).collect();
                let grades = (CREDIBILITY.words)().into_iter().map(Choice::from).collect();
                let fields = vec![
                    Field { label: "kind", choices: kinds, value: ClaimKind::Fact.word().to_owned(), ..Field::default() },
                    Field { label: "what it says", value: quote.exact.clone(), ..Field::default() },
                    Field { label: "section", choices: sections, is_open: true, value: section.unwrap_or_default(), ..Field::default() },
                    Field { label: "credibility", choices: grades, may_be_empty: true, ..Field::default() },
                ];
                Form::new("Claim", fields, Purpose::Claim(quote))
            }
        };
        self.begin(Mode::Form(Box::new(form)));
    }

    fn begin_change(&mut self) {
        if self.briefing().is_some() && !self.can_edit() {
            self.say(BUILT_IN);
            return;
        }
        let (Some(item), Some(held)) = (self.item_here(), self.held_here()) else {
            self.say("There is nothing here to change.");
            return;
        };
        let item = if let Subject::Item(item) = item { Some(item) } else { None };
        let briefing = &held.resolved.briefing;
        let title = item.map_or_else(|| held.id.clone(), |item| briefing.id_of(item).to_owned());
        let all = changes(briefing, &held.file, item);
        let choices = all.iter().map(|change| choice(&change.label, &said_now(change))).collect();
        let value = all.first().map_or_else(String::new, |change| change.label.clone());
        let field = Field { label: "change", choices, value, ..Field::default() };
        self.begin(Mode::Form(Box::new(Form::new(title, vec![field], Purpose::Choose(item, all)))));
    }

    /// Does what a filled form is for.
    pub(super) fn fill(&mut self, form: &Form) -> Vec<Effect> {
        match &form.purpose {
            Purpose::Choose(item, all) => {
                if let Some(change) = all.iter().find(|change| change.label == form.answer("change")) {
                    let next = self.form_of(*item, change, &form.title);
                    self.begin(Mode::Form(Box::new(next)));
                }
                Vec::new()
            }
            Purpose::Claim(quote) => {
                let answer = |label| form.answer(label).to_owned();
                let credibility = Some(answer("credibility")).filter(|grade| !grade.is_empty());
                let section = answer("section");
                self.curated.section = Some(section.clone());
                let act = Act::Claim { section, kind: answer("kind"), text: answer("what it says"), credibility, quote: quote.clone() };
                let effects = self.do_act(&act, "was made");
                self.turn_open_behind(&effects);
                effects
            }
            Purpose::AddWords(quote) => {
                let act = Act::AddWords { claim: form.answer("claim").to_owned(), quote: quote.clone() };
                self.do_act(&act, "has these words too")
            }
            Purpose::SetAside(source, quote) => {
                let act = Act::SetAside { source: source.clone(), quote: quote.clone(), why: form.answer("why").to_owned() };
                self.do_act(&act, "has these words set aside")
            }
            Purpose::Change(item, change) => self.fill_change(*item, change, form),
        }
    }

    /// The form that a change asks for.
    fn form_of(&self, item: Option<Item>, change: &Change, title: &str) -> Form {
        let fields = match &change.does {
            Does::Set { words, value, is_needed, .. } => {
                vec![Field { label: "to", choices: words.clone(), value: value.clone(), may_be_empty: !is_needed, ..Field::default() }]
            }
            Does::Link { to, ways, .. } => {
                let mut fields = vec![Field { label: "which", choices: to.clone(), value: first(to), ..Field::default() }];
                if !ways.is_empty() {
                    fields.push(Field { label: "way", choices: ways.clone(), value: first(ways), ..Field::default() });
                }
                fields
            }
            Does::New { kind, back } => self.asked_of_new(*kind, *back),
            Does::Rename => vec![Field { label: "name", value: title.to_owned(), ..Field::default() }],
        };
        let title =
            if let Does::Rename = change.does { title.to_owned() } else { format!("{title} {}", change.label.trim_end_matches(" +")) };
        Form::new(title, fields, Purpose::Change(item, change.clone()))
    }

    fn asked_of_new(&self, kind: ItemKind, back: Option<&str>) -> Vec<Field> {
        let of = type_of(kind);
        let briefing = self.held_here().map(|held| &held.resolved.briefing);
        let has = |name: &str| of.fields.iter().any(|field| field.name == name) && back != Some(name);
        let chosen = |label, part, choices: Vec<Choice>| Field { label, part, value: first(&choices), choices, ..Field::default() };
        let mut fields = Vec::new();
        if kind == ItemKind::Actor {
            fields.push(Field { label: "id", part: Part::Id, ..Field::default() });
            fields.push(Field { label: "name", may_be_empty: true, ..Field::default() });
        }
        fields.extend(of.kinds.map(|kinds| chosen("kind", Part::Kind, kinds().into_iter().map(Choice::from).collect())));
        if of.kinds.is_some() || has("text") {
            fields.push(Field { label: "text", part: Part::Text, ..Field::default() });
        }
        if kind == ItemKind::Judgement {
            let sections = briefing.iter().flat_map(|briefing| &briefing.sections).map(|slug| choice(&slug.value, "")).collect();
            fields.push(chosen("section", Part::Other, sections));
        }
        if kind == ItemKind::Relationship {
            let actors = briefing.iter().flat_map(|briefing| briefing.actors.iter());
            let actors: Vec<Choice> = actors.map(|actor| choice(&actor.head.id.value, actor.name())).collect();
            fields.extend(["from", "to"].map(|label| chosen(label, Part::Other, actors.clone())));
        }
        if back.is_some() && kind == ItemKind::Indicator {
            fields.push(chosen("way", Part::Way, (DIRECTION.words)().into_iter().map(Choice::from).collect()));
        }
        fields
    }

    fn fill_change(&mut self, item: Option<Item>, change: &Change, form: &Form) -> Vec<Effect> {
        let Some(held) = self.held_here() else { return Vec::new() };
        let briefing = &held.resolved.briefing;
        let id = item.map_or_else(String::new, |item| briefing.id_of(item).to_owned());
        let (act, said) = match &change.does {
            Does::Set { field, .. } => {
                (Act::Set { item: id, field: field.clone(), value: form.answer("to").to_owned() }, format!("has another {}", change.label))
            }
            Does::Link { field, .. } => {
                let (which, way) = (form.answer("which").to_owned(), form.answer("way"));
                if let Some(field) = field.strip_prefix("< ") {
                    // The other item names this one.
                    (Act::Link { item: which, field: field.to_owned(), id, way: None }, format!("names it among its {field}"))
                } else {
                    let way = Some(way.to_owned()).filter(|way| !way.is_empty());
                    let said = format!("names {which}");
                    (Act::Link { item: id, field: field.clone(), id: which, way }, said)
                }
            }
            Does::New { kind, back } => {
                let part = |part| form.fields.iter().find(|field| field.part == part).map(|field| field.value.clone());
                let text = part(Part::Text).map(|text| (part(Part::Kind).unwrap_or_else(|| "text".to_owned()), text));
                let others = form.fields.iter().filter(|field| field.part == Part::Other && !field.value.is_empty());
                let answered = others.map(|field| (field.label.to_owned(), field.value.clone()));
                let to = part(Part::Way).map_or_else(|| id.clone(), |way| format!("{id}={way}"));
                let back = back.map(|back| (back.to_owned(), to));
                let named = part(Part::Id);
                (Act::Add { kind: *kind, id: named, fields: text.into_iter().chain(back).chain(answered).collect() }, "was made".to_owned())
            }
            Does::Rename => {
                let of = item.map_or(Of::Briefing, |item| Of::Item(item.kind));
                let new = form.answer("name").to_owned();
                if let Err(why) = crate::acts::names::fits(held, of, &new) {
                    self.say(&format!("{}.", capitalised(&why)));
                    return Vec::new();
                }
                let said = format!("is what {id} is called now");
                (Act::Rename { of, old: id, new }, said)
            }
        };
        self.do_act(&act, &said)
    }

    fn do_act(&mut self, act: &Act, said: &str) -> Vec<Effect> {
        let Some(held) = self.held_here() else { return Vec::new() };
        let Some(file) = self.world.library.on_disk(held) else { return Vec::new() };
        let before = held.file.to_string();
        match done(&before, act) {
            Ok(Done { text, subject }) => {
                if matches!(act, Act::Claim { .. } | Act::AddWords { .. }) {
                    self.curated.claim = Some(subject.clone());
                }
                let said = if subject.is_empty() { format!("The briefing {said}") } else { format!("{subject} {said}") };
                vec![Effect::Change(Box::new(Rewrite { file, before, after: text, said, is_undo: false }))]
            }
            Err(why) => {
                self.say(&format!("Nothing was changed: {why}."));
                Vec::new()
            }
        }
    }

    /// Behind a claim the cursor goes on to the next open sentence.
    fn turn_open_behind(&mut self, effects: &[Effect]) {
        if !effects.is_empty() && self.has_open() {
            self.turn_open(1);
        }
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Some(Rewrite { file, before, after, said, .. }) = self.curated.acts.pop() else {
            self.say("Nothing was changed since the program began.");
            return Vec::new();
        };
        vec![Effect::Change(Box::new(Rewrite { file, before: after, after: before, said, is_undo: true }))]
    }

    /// What became of a change: the file as it was found and as it is now, or why it is as it was.
    pub(super) fn hear_of_act(&mut self, result: &Result<(String, String), String>, asked: &Rewrite) {
        let undo = self.keymap.shown(Action::Undo);
        match result {
            Ok((before, after)) if !asked.is_undo => {
                self.say(&format!("{}. {undo} takes it back.", asked.said));
                self.curated.acts.push(Rewrite { before: before.clone(), after: after.clone(), ..asked.clone() });
                if self.curated.acts.len() > KEPT {
                    self.curated.acts.remove(0);
                }
            }
            Ok(_) => self.say(&format!("Taken back: {}.", asked.said)),
            Err(why) => {
                self.say(&format!("Nothing was changed: {why}."));
                if asked.is_undo {
                    let (before, after) = (asked.after.clone(), asked.before.clone());
                    self.curated.acts.push(Rewrite { before, after, is_undo: false, ..asked.clone() });
                }
            }
        }
    }

    fn held_here(&self) -> Option<&HeldBriefing> {
        self.world.entry(self.briefing()?)
    }
}

fn choice(word: &str, meaning: &str) -> Choice {
    Choice { word: word.to_owned(), meaning: meaning.to_owned() }
}

fn first(choices: &[Choice]) -> String {
    choices.first().map_or_else(String::new, |choice| choice.word.clone())
}

/// What stands there now.
fn said_now(change: &Change) -> String {
    if let Does::Set { value, .. } = &change.does { value.clone() } else { String::new() }
}
