//! What a key, a paste and the mouse mean now. One mode at a time: what it holds ends with it.

mod ask;
mod form;
mod library_search;
mod link_letters;
mod name;
mod page_search;
mod palette;
mod select;
mod write;

pub use form::{Field, Form, Part, Purpose, Subject};
pub use link_letters::Letters;
pub use name::Naming;
pub use page_search::Search;
pub use select::Selection;
pub use write::Writing;

use super::hint::Hint;
use super::{Effect, Model};
use crate::keys::action::Action;
use crate::keys::key::{Code, Key, in_ascii};
use crate::page::styled_text::one_line;
use crate::settings::Setting;
use crate::tui::pointer::{Deed, Zone};
use crate::tui::prompt::Prompt;
use std::borrow::Cow;

/// Where a line or letters are typed this is an action as elsewhere: they can be typed again. A note cannot.
const INTERRUPT: Key = Key { code: Code::Char('c'), control: true };

#[derive(Debug, Default)]
pub enum Mode {
    /// Keys are actions.
    #[default]
    Walk,
    Search(Search),
    /// An action is asked for by its name.
    Palette(Prompt),
    /// What the whole library is searched for.
    Find(Prompt),
    /// A search is saved under a name.
    Name(Naming),
    /// The briefing's file is to be changed.
    Form(Box<Form>),
    /// A question is put to the briefing.
    Ask(Prompt),
    Write(Writing),
    Letters(Letters),
    Select(Selection),
}

impl Mode {
    /// The line that is being typed, and the sign before it.
    pub fn prompt(&self) -> Option<(Cow<'static, str>, &Prompt)> {
        match self {
            Self::Search(search) => Some(("/".into(), &search.line)),
            Self::Palette(line) => Some((":".into(), line)),
            Self::Ask(line) => Some(("Question: ".into(), line)),
            Self::Find(line) => Some(("Search: ".into(), line)),
            Self::Name(naming) => Some(("Name: ".into(), &naming.line)),
            Self::Form(form) => Some((form.sign().into(), form.line())),
            _ => None,
        }
    }

    /// The mouse means something. Whoever types is not led away by a touch of it, and a drag, which selects, would end what
    /// is typed.
    pub(super) fn hears(&self, deed: Deed, on: Option<Zone>) -> bool {
        match self {
            Self::Search(_) | Self::Find(_) | Self::Name(_) | Self::Form(_) => false,
            Self::Palette(_) | Self::Ask(_) => deed != Deed::Drag,
            Self::Write(_) => deed != Deed::Drag && matches!(on, Some(Zone::Hint(_))),
            Self::Walk | Self::Letters(_) | Self::Select(_) => true,
        }
    }
}

impl Model {
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// Begins a mode in place of the one before. A note that was being written waits among the drafts.
    pub(super) fn begin(&mut self, mode: Mode) {
        if let Mode::Write(writing) = std::mem::replace(&mut self.mode, mode) {
            self.drafts.put_aside(writing);
        }
    }

    /// Ends letters and selections: they are of a page as it was.
    pub(super) fn end_pointing(&mut self) {
        if matches!(self.mode, Mode::Letters(_) | Mode::Select(_)) {
            self.mode = Mode::Walk;
        }
    }

    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        let action = self.keymap.action(key);
        if key.control && action == Some(Action::Suspend) {
            // It types nothing, so it works wherever text is typed.
            return self.act(Action::Suspend);
        }
        if self.layout().is_none() {
            // Where nothing is shown, a key would move what nobody sees.
            let leaves = action == Some(Action::Quit) && !matches!(self.mode, Mode::Write(_));
            return if leaves { self.quit() } else { Vec::new() };
        }
        self.notice = None;
        match self.mode {
            Mode::Write(_) => self.press_writing(key),
            Mode::Select(_) => self.press_selecting(key, action),
            Mode::Search(_) if key != INTERRUPT => self.press_searching(key),
            Mode::Palette(_) if key != INTERRUPT => self.press_palette(key),
            Mode::Ask(_) if key != INTERRUPT => self.press_asking(key),
            Mode::Find(_) if key != INTERRUPT => self.press_finding(key),
            Mode::Name(_) if key != INTERRUPT => self.press_naming(key),
            Mode::Form(_) if key != INTERRUPT => self.press_forming(key),
            Mode::Letters(_) if key != INTERRUPT => self.press_letter(key),
            _ => action.map_or_else(Vec::new, |action| {
                self.make_here();
                self.take_step(action);
                self.act(action)
            }),
        }
    }

    /// Takes what was pasted: all of it into a note, on one line into a prompt, nothing anywhere else.
    pub(super) fn paste(&mut self, text: &str) {
        if let Mode::Write(writing) = &mut self.mode {
            if !writing.area.insert(text) {
                self.say("A note holds 64 KB; this is more. Nothing was pasted.");
            }
            return;
        }
        if self.layout().is_none() {
            return;
        }
        self.notice = None;
        let line = one_line(&spaced(text));
        match &mut self.mode {
            Mode::Search(search) => search.insert(&line),
            Mode::Ask(prompt) | Mode::Find(prompt) => _ = prompt.insert(&line),
            Mode::Name(naming) => _ = naming.line.insert(&line),
            Mode::Form(form) => form.insert(&line),
            Mode::Palette(prompt) => {
                if prompt.insert(&line) {
                    self.offer_again();
                }
            }
            _ => {
                let search = self.keymap.shown(Action::Search);
                self.say(&format!("What was pasted is ignored: there is no line to paste it into. {search} begins one."));
            }
        }
    }

    /// Does what a click on a hint says, as its key does it.
    pub(super) fn click_hint(&mut self, action: Action) -> Vec<Effect> {
        match self.mode {
            Mode::Write(_) => self.click_writing(action),
            Mode::Select(_) => self.click_selecting(action),
            Mode::Letters(_) => {
                self.mode = Mode::Walk;
                Vec::new()
            }
            Mode::Walk | Mode::Search(_) | Mode::Palette(_) | Mode::Ask(_) | Mode::Find(_) | Mode::Name(_) | Mode::Form(_) => {
                self.act(action)
            }
        }
    }

    /// What the last line says can be done here.
    pub fn hints(&self) -> Vec<Hint> {
        let mut hints = match &self.mode {
            Mode::Write(_) => Writing::hints(),
            Mode::Letters(_) => Letters::hints(),
            Mode::Select(_) => self.selection_hints(),
            Mode::Walk | Mode::Search(_) | Mode::Palette(_) | Mode::Ask(_) | Mode::Find(_) | Mode::Name(_) | Mode::Form(_) => {
                self.walking_hints()
            }
        };
        if matches!(self.mode, Mode::Walk) {
            self.put_way_to_tabs(&mut hints);
        }
        for hint in hints.iter_mut().filter(|_| self.settings.is_on(Setting::Ascii)) {
            hint.keys = in_ascii(&hint.keys);
        }
        hints
    }
}

/// The text with each run of white space as one space, and no line break at its ends.
fn spaced(text: &str) -> String {
    let mut spaced = String::new();
    for letter in text.trim_matches(['\r', '\n']).chars() {
        if !letter.is_whitespace() {
            spaced.push(letter);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}
