//! The state machine in the middle: messages in, effects out.
//!
//! [`Model::update`] changes state and does no input or output; [`Model::arrange`] brings what is to be drawn up to
//! date, once for any number of messages; drawing only reads.

mod arrange;
mod configured;
mod contrary;
mod copy;
mod edit;
mod first;
mod hints;
mod letters;
mod marking;
mod note;
mod open_sentences;
mod pages;
mod palette;
mod pointing;
mod reload;
mod resume;
mod search;
mod select;
mod themes;
mod walk;

pub use edit::Errand;
pub use hints::Hint;
pub use letters::Letters;
pub use note::Writing;
pub use search::Marks;
pub use select::Selection;

use super::column::Shown;
use super::layout::Layout;
use super::pointer::{Pointer, Zone};
use super::prompt::Prompt;
use super::theme::{Background, Themes};
use super::trail::{Trail, Visit};
use crate::keys::action::Action;
use crate::keys::key::{Code, Key};
use crate::keys::keymap::Keymap;
use crate::library::Library;
use crate::own::Notes;
use crate::own::notes::{Change, Shelf};
use crate::own::state::Draft;
use crate::page::about::tabs::{tab_of, tabs};
use crate::page::{Found, NoPlace, Place, World, beginning, locate, locate_in};
use crate::settings::{Setting, Settings};
use note::Drafts;
use pages::Pages;
use pointing::Hand;
use std::sync::Arc;

/// What happens to the program.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The screen has another size.
    Resize {
        /// The screen's width in cells.
        columns: u16,
        /// The screen's height in cells.
        rows: u16,
    },
    /// The first frame is on the screen.
    Begun,
    /// More of the library was checked.
    Checked,
    /// Files were saved; what has become of it follows.
    Saved,
    /// The library was read anew.
    Reread(Library),
    /// There is something to say in the line of hints.
    Notice(String),
    /// The terminal has told what its background is, or it does not tell.
    Background(Option<Background>),
    /// The configuration was read anew.
    Configured {
        /// What is set now.
        settings: Box<Settings>,
        /// Which key does what now.
        keymap: Box<Keymap>,
    },
    /// The themes were read anew; those whose files are wrong look as before.
    Themes(Arc<Themes>),
    /// The mouse did something.
    Pointer {
        /// What, and where.
        pointer: Pointer,
        /// What is drawn there around the columns.
        on: Option<Zone>,
    },
    /// A text was pasted.
    Paste(String),
    /// A web address was not opened: it is to be copied instead.
    Unopened {
        /// The address.
        address: String,
        /// Why, as the beginning of a sentence: "Over ssh no browser opens".
        why: String,
    },
    /// The reader's notes were read.
    Notes(Arc<Notes>),
    /// What became of a change of the notes: all of them with it, or why it is not on the disk.
    Kept {
        /// What became of it.
        result: Result<Arc<Notes>, String>,
        /// The change.
        change: Box<Change>,
        /// What its place is called.
        name: String,
    },
    /// An editor has ended that had the text of a note, and this is the text now.
    Written(String),
}

/// What the program wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Open an editor, and read the library anew behind it.
    Edit(Errand),
    /// Hand a text to the clipboard, and say how.
    Copy {
        /// The text.
        text: String,
        /// Why it is copied where that is not what was asked for: "Over ssh no browser opens".
        why: Option<String>,
    },
    /// Open a web address in a browser.
    Browse(String),
    /// Ask the terminal for the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Read the themes.
    ReadThemes,
    /// Read the reader's notes.
    ReadNotes(Shelf),
    /// Change the notes on the disk.
    Keep {
        /// Where they are.
        shelf: Shelf,
        /// The change.
        change: Box<Change>,
        /// What its place is called.
        name: String,
    },
    /// Open an editor on the text of a note.
    Write(String),
}

/// The state of the browser.
#[derive(Debug)]
pub struct Model {
    world: Arc<World>,
    settings: Settings,
    keymap: Keymap,
    size: (u16, u16),
    /// The first frame is on the screen. It holds the page alone: the bottom line does not wait for the preview.
    begun: bool,
    /// The library was checked, as far as the pages tell. Counts are shown with the marks of the pages, not before.
    checked: bool,
    trail: Trail,
    /// The places that were opened last, newest first.
    recent: Vec<Place>,
    pages: Pages,
    prompt: Option<SearchPrompt>,
    /// An action is asked for by its name.
    palette: Option<Prompt>,
    /// A note is being written.
    writing: Option<Writing>,
    /// What was written and given up.
    drafts: Drafts,
    /// The drafts that were taken up when the program began.
    taken: Vec<Draft>,
    /// Leaving was asked for once, and would lose drafts.
    warned: bool,
    marks: Option<Marks>,
    selection: Option<Selection>,
    letters: Option<Letters>,
    hand: Hand,
    notice: Option<String>,
    /// The first steps that are still to be taken, as indices.
    steps: Vec<usize>,
    shown: Option<Shown>,
    /// The theme that was chosen here, if one was.
    theme: Option<String>,
    background: Option<Background>,
}

/// The search prompt, and where we were before it.
#[derive(Debug)]
struct SearchPrompt {
    line: Prompt,
    before: Visit,
    /// The line has changed since it was last searched for: however much is typed at once, the page is searched once.
    changed: bool,
}

impl Model {
    /// A browser of `world` that opens `place`, or where people begin: the cover of the only briefing, or the library.
    ///
    /// # Errors
    ///
    /// The world has no such place.
    pub fn new(world: impl Into<Arc<World>>, place: Option<Place>) -> Result<Self, NoPlace> {
        let world = world.into();
        if let Some(place) = &place {
            locate(&world, place)?;
        }
        let place = place.unwrap_or_else(|| beginning(&world));
        Ok(Self {
            world,
            settings: Settings::default(),
            keymap: Keymap::default(),
            size: (0, 0),
            begun: false,
            checked: false,
            trail: Trail::new(place),
            recent: Vec::new(),
            pages: Pages::default(),
            prompt: None,
            palette: None,
            writing: None,
            drafts: Drafts::new(),
            taken: Vec::new(),
            warned: false,
            marks: None,
            selection: None,
            letters: None,
            hand: Hand::default(),
            notice: None,
            steps: Vec::new(),
            shown: None,
            theme: None,
            background: None,
        })
    }

    /// The same with what a person has set.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        let hand = Hand::new(settings.is_on(Setting::Mouse));
        Self { settings, hand, ..self }
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    /// What a person has set.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes a message.
    pub fn update(&mut self, message: &Message) -> Vec<Effect> {
        let effects = self.hear(message);
        self.note_place();
        effects
    }

    fn hear(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Resize { columns, rows } => {
                self.size = (*columns, *rows);
                Vec::new()
            }
            Message::Key(key) => self.press(*key),
            Message::Begun => {
                self.begun = true;
                self.forget_lost();
                self.read_notes()
            }
            Message::Checked => {
                self.checked = true;
                self.count_findings_anew();
                Vec::new()
            }
            Message::Reread(library) => {
                if !library.is_same(&self.world.library) {
                    self.take(library);
                }
                self.read_notes()
            }
            Message::Saved => Vec::new(),
            Message::Notice(words) => {
                self.say(words);
                Vec::new()
            }
            Message::Background(background) => {
                self.background = *background;
                Vec::new()
            }
            Message::Configured { settings, keymap } => self.configure(settings, keymap),
            Message::Themes(themes) => {
                self.list_themes(themes);
                Vec::new()
            }
            Message::Pointer { pointer, on } => self.point(*pointer, *on),
            Message::Paste(text) => {
                self.paste(text);
                Vec::new()
            }
            Message::Unopened { address, why } => self.copy_address(address, why),
            Message::Notes(notes) => {
                self.take_notes(Arc::clone(notes));
                Vec::new()
            }
            Message::Kept { result, change, name } => {
                self.kept(result, change, name);
                Vec::new()
            }
            Message::Written(text) => {
                self.written(text);
                Vec::new()
            }
        }
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        let action = self.keymap.action(key);
        let quits = action == Some(Action::Quit);
        if key.control && action == Some(Action::Suspend) {
            // It types nothing, so it works wherever text is typed.
            return self.act(Action::Suspend);
        }
        if self.layout().is_none() {
            // Where nothing is shown, a key would move what nobody sees.
            return if quits && self.writing.is_none() { self.quit() } else { Vec::new() };
        }
        self.notice = None;
        if self.writing.is_some() {
            return self.type_note(key);
        }
        if self.prompt.is_some() && (key != Key { code: Code::Char('c'), control: true }) {
            self.type_search(key);
            return Vec::new();
        }
        if self.palette.is_some() && (key != Key { code: Code::Char('c'), control: true }) {
            return self.type_palette(key);
        }
        if self.letters.is_some() && (key != Key { code: Code::Char('c'), control: true }) {
            return self.type_letter(key);
        }
        if self.selection.is_some() {
            return self.press_selecting(key);
        }
        match self.keymap.action(key) {
            Some(action) => {
                self.take_step(action);
                self.act(action)
            }
            None => Vec::new(),
        }
    }

    /// Does an action.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        if self.settings.is_on(Setting::Restricted) && action.is_refused_when_restricted() {
            self.say("Not in restricted mode.");
            return Vec::new();
        }
        match action {
            Action::Quit => return self.quit(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Note => self.note(),
            Action::Mark => return self.mark(),
            Action::Notes => return self.go_to_notes(),
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.turn(1),
            Action::PageUp => self.turn(-1),
            Action::Top => self.jump(false),
            Action::End => self.jump(true),
            Action::Open => return self.open(),
            Action::Edit => return self.edit(),
            Action::Back => self.back(),
            Action::Right => return self.right(),
            Action::Left => self.left(),
            Action::Forward => {
                if !self.trail.forward() {
                    self.say("Nothing ahead.");
                }
            }
            Action::Library => self.go_to(Place::Library),
            Action::Tour => match self.tour() {
                Some(tour) => self.go_to(tour),
                None => self.say("There is no briefing."),
            },
            Action::Tab(number) => self.go_to_tab(usize::from(number)),
            Action::NextTab => self.turn_tab(1),
            Action::PreviousTab => self.turn_tab(-1),
            Action::Next => self.turn_item(1),
            Action::Previous => self.turn_item(-1),
            Action::NextOpen => self.turn_open(1),
            Action::PreviousOpen => self.turn_open(-1),
            Action::Contrary => self.turn_over(),
            Action::Search => self.begin_search(),
            Action::NextHit => self.next_hit(1),
            Action::PreviousHit => self.next_hit(-1),
            Action::Theme => return self.go_to_themes(),
            Action::Help => self.help(),
            Action::Palette => self.begin_palette(),
            Action::Copy => return self.copy(),
            Action::Cite => return self.cite(),
            Action::Select => self.begin_selection(),
            Action::Letters => self.begin_letters(),
            Action::Mouse => return self.turn_mouse(),
            Action::Recent => self.open_recent(),
            Action::Cancel => {
                if self.marks.take().is_none() {
                    self.back();
                }
            }
        }
        Vec::new()
    }

    /// Leaves, at the second time where something was typed and not kept.
    fn quit(&mut self) -> Vec<Effect> {
        if self.has_drafts() && !std::mem::replace(&mut self.warned, true) {
            let (note, quit) = (self.keymap.shown(Action::Note), self.keymap.shown(Action::Quit));
            self.say(&format!("A note is not kept: {note} where you wrote it brings it back, {quit} leaves without it."));
            return Vec::new();
        }
        // Whoever leaves without them has given them up.
        self.drafts.clear();
        vec![Effect::Quit]
    }

    fn say(&mut self, notice: &str) {
        self.notice = Some(notice.to_owned());
    }

    /// Opens a place.
    ///
    /// # Errors
    ///
    /// The world has no such place.
    pub fn visit(&mut self, place: Place) -> Result<(), NoPlace> {
        locate(&self.world, &place)?;
        self.trail.open(place);
        Ok(())
    }

    fn open(&mut self) -> Vec<Effect> {
        let target = self.here().and_then(|here| here.target().cloned());
        match target {
            Some(Place::Action(name)) => return self.run(&name),
            Some(Place::Theme(name)) => self.keep_theme(&name),
            Some(Place::Web(address)) => return self.browse(address),
            Some(place) => {
                self.palette = None;
                self.trail.open(place);
            }
            None => self.say("Nothing to open here."),
        }
        Vec::new()
    }

    fn back(&mut self) {
        if !self.trail.back() {
            let quit = self.keymap.shown(Action::Quit);
            self.say(&format!("This is the first page. {quit} quits."));
        }
    }

    /// The tour of the briefing that we are in, else of the first.
    fn tour(&self) -> Option<Place> {
        let here = self.briefing().and_then(|id| self.world.entry(id));
        here.or(self.world.entries().first().map(|held| &**held)).map(|held| Found::Tour.place(held))
    }

    fn go_to(&mut self, place: Place) {
        if self.trail.here().place != place {
            self.trail.open(place);
        }
    }

    /// The id of the briefing that we are in, or were in last.
    #[must_use]
    pub fn briefing(&self) -> Option<&str> {
        self.trail.places().rev().find_map(Place::briefing)
    }

    fn go_to_tab(&mut self, number: usize) {
        let tab = self.briefing().and_then(|id| {
            let held = self.world.entry(id)?;
            Some(tabs(held).get(number)?.at.place(held))
        });
        match tab {
            Some(place) if place != self.trail.here().place => self.trail.replace(place),
            Some(_) => {}
            None => self.say("There is no such tab here."),
        }
    }

    fn turn_tab(&mut self, by: isize) {
        let tab = self.lit_tab().and_then(|(lit, count)| {
            let next = lit.saturating_add_signed(by);
            (next != lit && next < count).then_some(next)
        });
        match tab {
            Some(tab) => self.go_to_tab(tab),
            None => self.say("No further tab."),
        }
    }

    /// The tab that holds where we are, and how many there are.
    #[must_use]
    pub fn lit_tab(&self) -> Option<(usize, usize)> {
        let place = self.trail.places().rev().find(|place| place.briefing().is_some())?;
        let held = self.world.entry(place.briefing()?)?;
        let holder = locate_in(&self.world, place).map_or(Found::Cover, |(held, found)| tab_of(held, found));
        let tabs = tabs(held);
        Some((tabs.iter().position(|tab| tab.at == holder)?, tabs.len()))
    }

    /// To the next item of the same kind, or the next sentence.
    fn turn_item(&mut self, by: isize) {
        match self.neighbour(by) {
            Some(place) => self.trail.replace(place),
            None => self.say("None further."),
        }
    }

    /// The item of the same kind, or the sentence, that is `by` further in the file.
    fn neighbour(&self, by: isize) -> Option<Place> {
        let (held, found) = locate_in(&self.world, &self.trail.here().place)?;
        Some(found.neighbour(held, by)?.place(held))
    }

    /// What pages may read.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.world
    }

    /// What pages may read, to be checked on another thread; [`Message::Checked`] tells that there is news.
    #[must_use]
    pub fn shared_world(&self) -> Arc<World> {
        Arc::clone(&self.world)
    }

    /// The places walked through.
    #[must_use]
    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    /// The size of the screen, in cells.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// The counts of the check may be shown.
    #[must_use]
    pub fn is_checked(&self) -> bool {
        self.checked
    }

    /// The layout of the screen, or none where it is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        Layout::reading(self.size.0, self.size.1, self.trail.left().is_some())
    }

    /// What is to be drawn, as [`Model::arrange`] left it.
    #[must_use]
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The prompt that is being typed in, and the sign before it.
    #[must_use]
    pub fn prompt(&self) -> Option<(&'static str, &Prompt)> {
        let search = self.prompt.as_ref().map(|prompt| ("/", &prompt.line));
        search.or_else(|| self.palette.as_ref().map(|line| (":", line)))
    }

    /// The marks of the search.
    #[must_use]
    pub fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// What the last key had to say.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }
}
