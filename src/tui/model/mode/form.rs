//! A few fields, filled one after the other on the last line: what a claim says, why something is set aside.

use super::Mode;
use crate::acts::changes::{Change, Choice};
use crate::acts::curate::Act;
use crate::acts::quoted::Words;
use crate::briefing::model::ItemKind;
use crate::keys::key::{Code, Key};
use crate::library::HeldBriefing;
use crate::text::{clip, meant, neutral};
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

/// Of what a word means, so much is on the line, in cells.
const MEANING: usize = 48;
/// So many words have room on it.
const MOST: usize = 8;

/// What a form changes, by names: the file may be read anew while it is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The id of the briefing.
    pub briefing: String,
    /// `None` where it is the briefing itself.
    pub item: Option<(ItemKind, String)>,
}

#[derive(Debug)]
pub struct Form {
    /// What it is about: "Claim", "J3".
    pub title: String,
    pub subject: Subject,
    pub fields: Vec<Field>,
    /// Which of them is on the line.
    at: usize,
    line: Prompt,
    /// Nothing was typed on the line yet: what stands there is proposed.
    is_proposed: bool,
    pub purpose: Purpose,
}

/// What a form is for, once it is filled.
#[derive(Debug, Clone)]
pub enum Purpose {
    Claim(Words),
    AddWords(Words),
    /// Of a source, by its id.
    SetAside(String, Words),
    /// Which of the places that a passage may mean, each by the number of its sentence.
    Reanchor(Vec<(String, Act)>),
    /// Which of the changes.
    Choose(Vec<Change>),
    Change(Change),
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Field {
    pub label: &'static str,
    pub part: Part,
    /// ↑ and ↓ go through them.
    pub choices: Vec<Choice>,
    /// It may be none of them.
    pub is_open: bool,
    pub may_be_empty: bool,
    /// What was answered, or stands there already.
    pub value: String,
}

/// What of a new item is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    Id,
    /// The key that its text stands under.
    Kind,
    Text,
    /// Which way it moves what it names.
    Way,
    /// A field by its name.
    #[default]
    Other,
}

impl Subject {
    pub fn of(held: &HeldBriefing) -> Self {
        Self { briefing: held.id.clone(), item: None }
    }

    /// Empty where it is the briefing.
    pub fn id(&self) -> &str {
        self.item.as_ref().map_or("", |(_, id)| id)
    }
}

impl Field {
    /// One of these, at first the first.
    pub fn chosen(label: &'static str, choices: Vec<Choice>) -> Self {
        let value = choices.first().map_or_else(String::new, |choice| choice.word.clone());
        Self { label, choices, value, ..Self::default() }
    }

    /// Any words.
    pub fn said(label: &'static str, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), ..Self::default() }
    }

    /// Why a word is no answer, and what is: one that is written nearly so or has it for a part, else all.
    fn refuses(&self, typed: &str) -> String {
        let words: Vec<&str> = self.choices.iter().map(|choice| choice.word.as_str()).collect();
        let shown = neutral(typed);
        let with_it = words.iter().find(|word| word.split_whitespace().any(|part| part == typed));
        let all = || match with_it {
            Some(word) => format!("did you mean `{word}`?"),
            None => String::new(),
        };
        match meant(typed, words.iter().copied(), all) {
            near if near.is_empty() && words.len() > MOST => format!("`{shown}` is none of the {}: ↑ and ↓ go through them", words.len()),
            near if near.is_empty() => format!("`{shown}` is none of {}", words.join(", ")),
            near => format!("`{shown}`: {near}"),
        }
    }

    /// The only one of the choices that begins so or means just that, if something was typed and none is just that.
    fn only(&self, typed: &str) -> Option<&str> {
        // `C1` is no beginning of `C10`.
        let begins = |word: &&str| word.strip_prefix(typed).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()));
        let mut begin = self.choices.iter().map(|choice| choice.word.as_str()).filter(begins);
        let meant = || self.choices.iter().find(|choice| choice.meaning == typed).map(|choice| choice.word.as_str());
        let first = if typed.is_empty() { None } else { begin.next().or_else(meant) }?;
        begin.next().is_none().then_some(first)
    }
}

impl Form {
    pub fn new(title: impl Into<String>, subject: Subject, fields: Vec<Field>, purpose: Purpose) -> Self {
        let line = Prompt::with_text(fields.first().map_or("", |field| &field.value));
        Self { title: title.into(), subject, fields, at: 0, line, is_proposed: true, purpose }
    }

    pub fn line(&self) -> &Prompt {
        &self.line
    }

    pub fn insert(&mut self, text: &str) {
        self.give_way();
        self.line.insert(text);
    }

    /// One of several words that is proposed gives way to what is typed, and so does a name; a text is typed on.
    fn give_way(&mut self) {
        if std::mem::take(&mut self.is_proposed)
            && self.fields.get(self.at).is_some_and(|field| !field.choices.is_empty() || field.part == Part::Id)
        {
            self.line = Prompt::with_text("");
        }
    }

    /// "Claim, kind ↑↓ 1/4: "
    pub fn sign(&self) -> String {
        let Some(field) = self.fields.get(self.at) else { return String::new() };
        let choices = if field.choices.is_empty() { "" } else { " ↑↓" };
        let meaning = field.choices.iter().find(|choice| choice.word == self.line.text() && !choice.meaning.is_empty());
        let meaning = meaning.map_or_else(String::new, |choice| format!(" ({})", clip(&neutral(&choice.meaning), MEANING)));
        let count = if self.fields.len() > 1 { format!(" {}/{}", self.at + 1, self.fields.len()) } else { String::new() };
        format!("{}, {}{choices}{count}{meaning}: ", self.title, field.label)
    }

    /// What was answered under a label.
    pub fn answer(&self, label: &str) -> &str {
        self.fields.iter().find(|field| field.label == label).map_or("", |field| &field.value)
    }

    pub fn owned(&self, label: &str) -> String {
        self.answer(label).to_owned()
    }

    fn stand(&mut self, at: usize) {
        self.at = at;
        self.is_proposed = true;
        self.line = Prompt::with_text(self.fields.get(at).map_or("", |field| &field.value));
    }

    /// Another of the choices, as many further.
    fn turn(&mut self, by: isize) {
        let Some(field) = self.fields.get(self.at).filter(|field| !field.choices.is_empty()) else { return };
        let count = field.choices.len();
        let next = match field.choices.iter().position(|choice| choice.word == self.line.text()) {
            Some(at) => (at + count).wrapping_add_signed(by) % count,
            None if by < 0 => count - 1,
            None => 0,
        };
        self.line = Prompt::with_text(&field.choices[next].word);
        self.is_proposed = true;
    }

    /// Takes what is on the line; why not, where that is no answer.
    fn take(&mut self) -> Result<(), String> {
        let Some(field) = self.fields.get_mut(self.at) else { return Ok(()) };
        let mut value = self.line.text().trim().to_owned();
        if value.is_empty() && !field.may_be_empty {
            return Err(format!("Something belongs here: {}.", field.label));
        }
        if !field.is_open
            && let Some(only) = field.only(&value)
        {
            only.clone_into(&mut value);
        }
        if !value.is_empty() && !field.is_open && !field.choices.is_empty() && field.choices.iter().all(|choice| choice.word != value) {
            return Err(field.refuses(&value));
        }
        field.value = value;
        Ok(())
    }
}

impl Model {
    /// Enter and Tab take a field, Shift-Tab goes back to the one before, Esc gives the form up.
    pub(super) fn press_forming(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Form(form) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => {
                self.mode = Mode::Walk;
                self.say("Nothing was changed.");
            }
            Code::Up => form.turn(-1),
            Code::Down => form.turn(1),
            Code::BackTab if form.at > 0 => {
                let typed = form.line.text().to_owned();
                form.fields[form.at].value = typed;
                form.stand(form.at - 1);
            }
            Code::Enter | Code::Tab => match form.take() {
                Err(why) => self.say(&why),
                Ok(()) if form.at + 1 < form.fields.len() => form.stand(form.at + 1),
                Ok(()) => {
                    if let Mode::Form(form) = std::mem::take(&mut self.mode) {
                        let effects = self.fill(&form);
                        // What was refused is not to be typed again.
                        if effects.is_empty() && matches!(self.mode, Mode::Walk) {
                            self.mode = Mode::Form(form);
                        }
                        return effects;
                    }
                }
            },
            code => {
                if matches!(code, Code::Char(_)) && !key.control {
                    form.give_way();
                }
                form.is_proposed = false;
                form.line.press(key);
            }
        }
        Vec::new()
    }
}
