//! Changing an item, or the briefing itself, by what the format lets it hold.

use super::BUILT_IN;
use crate::acts::changes::{Asked, Change, Choice, Does, changes, named, words_of};
use crate::acts::curate::{Act, Filled, Holds};
use crate::acts::may_hold::type_of;
use crate::acts::rename::fits;
use crate::briefing::model::{Item, ItemKind};
use crate::briefing::rename::Of;
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::words::{CONFIDENCE, DIRECTION, likelihood};
use crate::library::HeldBriefing;
use crate::page::{Found, Place, locate_in};
use crate::text::{capitalised, with_article};
use crate::tui::model::mode::{Field, Form, Mode, Part, Purpose, Subject};
use crate::tui::model::{Effect, Model};

impl Model {
    /// The item of the cursor, or of the page, whose file can be changed.
    pub(in crate::tui::model) fn can_change(&self) -> bool {
        self.item_here().is_some_and(|(held, _)| self.is_changeable(held))
    }

    /// The briefing and its item; `None` where it is the briefing itself.
    fn item_here(&self) -> Option<(&HeldBriefing, Option<Item>)> {
        let item = |place: &Place| {
            let (held, found) = locate_in(&self.world, place)?;
            match found.subject(held) {
                Found::Item(item) => Some((held, Some(item))),
                Found::Cover => Some((held, None)),
                _ => None,
            }
        };
        // A text is that of its source.
        let of_text = |place: &Place| {
            let (held, found) = locate_in(&self.world, place)?;
            let is_text = matches!(found, Found::Sources | Found::Source { .. } | Found::Sentence { .. } | Found::Drift(_));
            let index = found.source(held).filter(|_| is_text)?;
            Some((held, Some(Item { kind: ItemKind::Source, index })))
        };
        // What a page of an item, or the cover, leads to has pages of its own.
        let here = &self.trail.here().place;
        item(here).or_else(|| of_text(here)).or_else(|| item(self.target()?))
    }

    /// Which of the changes.
    pub(super) fn change_asked(&self) -> Result<Form, &'static str> {
        let (held, item) = self.item_here().ok_or("There is nothing here to change.")?;
        if !self.is_changeable(held) {
            return Err(BUILT_IN);
        }
        let briefing = &held.resolved.briefing;
        let subject = Subject { item: item.map(|item| (item.kind, briefing.id_of(item).to_owned())), ..Subject::of(held) };
        let title = if item.is_some() { subject.id() } else { &held.id }.to_owned();
        let all = changes(briefing, &held.file, item);
        let choices = all.iter().map(|change| Choice { word: change.label.clone(), meaning: said_now(change) }).collect();
        Ok(Form::new(title, subject, vec![Field::chosen("change", choices)], Purpose::Choose(all)))
    }

    /// The form that the chosen change asks for.
    pub(super) fn begin_change(&mut self, all: &[Change], form: &Form) {
        if let Some(change) = all.iter().find(|change| change.label == form.answer("change")) {
            let next = self.form_of(change, form);
            self.begin(Mode::Form(Box::new(next)));
        }
    }

    fn form_of(&self, change: &Change, of: &Form) -> Form {
        let fields = match &change.does {
            Does::Set { words, value, is_needed, .. } => {
                vec![Field { choices: words.clone(), may_be_empty: !is_needed, ..Field::said("to", value) }]
            }
            Does::Kind { kinds, now } => vec![Field { value: (*now).to_owned(), ..Field::chosen("to", words_of(kinds.clone())) }],
            Does::Fill { asked, .. } => {
                let field = |Asked { now, words }: &Asked| Field {
                    choices: words.clone(),
                    may_be_empty: true,
                    ..Field::said(now.name, &now.value)
                };
                asked.iter().map(field).collect()
            }
            Does::Link { to, ways, .. } => {
                let way = (!ways.is_empty()).then(|| Field::chosen("way", ways.clone()));
                [Field::chosen("which", to.clone())].into_iter().chain(way).collect()
            }
            Does::Move { to } => vec![Field::chosen("to", to.clone())],
            Does::New { kind, back } => self.asked_of_new(&of.subject, *kind, *back),
            Does::Rename => vec![Field { part: Part::Id, ..Field::said("name", &of.title) }],
        };
        let title = match change.does {
            Does::Rename => of.title.clone(),
            _ => format!("{} {}", of.title, change.label.trim_end_matches(" +")),
        };
        Form::new(title, of.subject.clone(), fields, Purpose::Change(change.clone()))
    }

    fn asked_of_new(&self, subject: &Subject, kind: ItemKind, back: Option<&str>) -> Vec<Field> {
        let of = type_of(kind);
        let named = |name| self.world.entry(&subject.briefing).map_or_else(Vec::new, |held| named(&held.resolved.briefing, name));
        let has = |name: &str| of.fields.iter().any(|field| field.name == name) && back != Some(name);
        let mut fields = Vec::new();
        if kind == ItemKind::Actor {
            fields.push(Field { part: Part::Id, ..Field::said("id", "") });
            fields.push(Field { may_be_empty: true, ..Field::said("name", "") });
        }
        fields.extend(of.kinds.map(|kinds| Field { part: Part::Kind, ..Field::chosen("kind", words_of(kinds())) }));
        if of.kinds.is_some() || has("text") {
            fields.push(Field { part: Part::Text, ..Field::said("text", "") });
        }
        if kind == ItemKind::Judgement {
            let sections = named(Name::Section);
            fields.extend((!sections.is_empty()).then(|| Field::chosen("section", sections)));
            fields.extend(self.asked_of_judgement(subject));
        }
        if kind == ItemKind::Relationship {
            fields.extend(["from", "to"].map(|label| Field::chosen(label, named(Name::Actor))));
        }
        if back.is_some() && kind == ItemKind::Indicator {
            fields.push(Field { part: Part::Way, ..Field::chosen("way", words_of((DIRECTION.words)())) });
        }
        fields
    }

    /// Why nothing new may be called so.
    pub(super) fn unfit(&self, subject: &Subject, of: Of, name: &str) -> Option<String> {
        let why = fits(self.world.entry(&subject.briefing)?, of, name).err()?;
        Some(format!("{}.", capitalised(&why)))
    }

    /// What makes it a judgement; each may wait.
    fn asked_of_judgement(&self, subject: &Subject) -> Vec<Field> {
        let Some(held) = self.world.entry(&subject.briefing) else { return Vec::new() };
        let scale = |label, words| Field { may_be_empty: true, value: String::new(), ..Field::chosen(label, words) };
        let words = |label| Field { may_be_empty: true, ..Field::said(label, "") };
        let confidence = words_of((CONFIDENCE.words)());
        let likelihood = words_of(likelihood(held.resolved.briefing.yardstick()));
        vec![scale("likelihood", likelihood), words("by"), scale("confidence", confidence), words("because")]
    }

    pub(super) fn fill_change(&mut self, change: &Change, form: &Form) -> Vec<Effect> {
        let id = form.subject.id().to_owned();
        let (act, said) = match &change.does {
            Does::Kind { kinds, .. } => {
                let kind = kinds.iter().map(|kind| kind.word).find(|kind| *kind == form.answer("to")).unwrap_or_default();
                (Act::Kind { claim: id, kind }, format!("is {} now", with_article(kind)))
            }
            Does::Set { field, holds, .. } => {
                let said = match holds {
                    Holds::Text => format!("has another {}", change.label),
                    _ => format!("has other {}", change.label),
                };
                (Act::Set { item: id, field: field.clone(), value: form.owned("to"), holds: *holds }, said)
            }
            Does::Fill { field, asked, alone } => {
                let answers = asked.iter().zip(&form.fields).map(|(asked, answer)| (&asked.now, &answer.value));
                let changed = answers.filter(|(now, answer)| now.value != **answer);
                let values = changed.map(|(now, answer)| Filled { value: answer.clone(), ..now.clone() }).collect();
                (Act::Fill { item: id, field, values, alone: *alone }, format!("says something else under `{field}`"))
            }
            Does::Link { field, .. } => {
                let (which, way) = (form.owned("which"), Some(form.owned("way")).filter(|way| !way.is_empty()));
                if let Some(field) = field.strip_prefix("< ") {
                    // The other item names this one.
                    (Act::Link { item: which, field: field.to_owned(), id, way: None }, format!("names it among its {field}"))
                } else {
                    let said = format!("names {which}");
                    (Act::Link { item: id, field: field.clone(), id: which, way }, said)
                }
            }
            Does::Move { .. } => {
                let section = form.owned("to");
                let said = format!("is in {section} now");
                (Act::Move { claim: id, section }, said)
            }
            Does::New { kind, back } => (added(form, *kind, *back), "was made".to_owned()),
            Does::Rename => {
                let (of, old) = subject_of(form);
                let said = format!("is what {old} is called now");
                (Act::Rename { of, old, new: form.owned("name") }, said)
            }
        };
        let unfit = match &act {
            Act::Rename { of, new, .. } => self.unfit(&form.subject, *of, new),
            Act::Add { kind, id: Some(id), .. } => self.unfit(&form.subject, Of::Item(*kind), id),
            _ => None,
        };
        if let Some(why) = unfit {
            self.say(&why);
            return Vec::new();
        }
        self.do_act(&form.subject, &act, &said)
    }
}

/// The item of a form, or its briefing, and its name.
fn subject_of(form: &Form) -> (Of, String) {
    match &form.subject.item {
        Some((kind, id)) => (Of::Item(*kind), id.clone()),
        None => (Of::Briefing, form.subject.briefing.clone()),
    }
}

/// A new item with what was typed, which names the item of the form in a field.
fn added(form: &Form, kind: ItemKind, back: Option<&str>) -> Act {
    let part = |part| form.fields.iter().find(|field| field.part == part).map(|field| field.value.clone());
    let text = part(Part::Text).map(|text| (part(Part::Kind).unwrap_or_else(|| "text".to_owned()), text));
    let others = form.fields.iter().filter(|field| field.part == Part::Other && !field.value.is_empty());
    let answered = others.map(|field| (field.label.to_owned(), field.value.clone()));
    let id = form.subject.id();
    let to = part(Part::Way).map_or_else(|| id.to_owned(), |way| format!("{id}={way}"));
    let back = back.map(|back| (back.to_owned(), to));
    Act::Add { kind, id: part(Part::Id), fields: text.into_iter().chain(back).chain(answered).collect() }
}

/// What stands there now.
fn said_now(change: &Change) -> String {
    match &change.does {
        Does::Set { value, .. } => value.clone(),
        Does::Kind { now, .. } => (*now).to_owned(),
        Does::Rename => "name".to_owned(),
        _ => String::new(),
    }
}
