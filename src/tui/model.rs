//! The state machine in the middle: messages in, effects out.
//!
//! [`Model::update`] changes state and does no input or output; [`Model::arrange`] brings what is to be drawn up to
//! date, once for any number of messages; drawing only reads.

mod actions;
mod arrange;
mod broken_trail;
mod column_widths;
mod contrary;
mod copy;
mod curate;
mod cursor;
mod drafts;
mod edit;
mod enabled;
mod first_steps;
mod found_again;
mod groups;
mod hand_on;
mod hint;
mod hints;
mod if_false;
mod large_library;
mod library_list;
mod map;
mod marking;
mod message;
pub mod mode;
mod mouse;
mod neighbours;
mod new_settings;
mod notes;
mod open_sentences;
mod page_cache;
mod place_names;
mod prefetch;
mod reload;
mod resume;
mod room;
mod saved;
mod search_marks;
mod slow_pages;
mod tab_labels;
mod talk;
mod themes;
mod unread;

pub use crate::page::Reading;
pub use hint::Hint;
pub use message::{Awaited, Effect, Message, SavedWork};
pub use mode::Mode;
pub use prefetch::Done;
pub use search_marks::Marks;
pub use tab_labels::lines_of;
pub use talk::{TIME, Talk};

use super::column::Shown;
use super::trail::{Trail, Visit};
use crate::keys::keymap::Keymap;
use crate::page::{NoPlace, Place, World, beginning, locate};
use crate::personal::last_place::Shares;
use crate::personal::unanswered_questions::Asked;
use crate::settings::{Setting, Settings};
use broken_trail::Cut;
use drafts::Drafts;
use hand_on::Measuring;
use mouse::Mouse;
use page_cache::Pages;
use room::Room;
use saved::CountedOf;
use std::sync::Arc;
use themes::Appearance;
use unread::Stroke;

/// The briefings that are held were checked, as far as the pages tell. Counts are shown with the marks of the pages, not
/// before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Checked {
    No,
    All,
    /// Some were opened since, and that is being done.
    Again,
}

/// The catalogue of a library that is held, where somebody needs one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InMemory {
    /// If there is one, it is of what is held.
    Current,
    /// It is of what was held before.
    Old,
    /// It is being made, or cannot be.
    Asked,
}

#[derive(Debug)]
pub struct Model {
    world: Arc<World>,
    settings: Settings,
    keymap: Keymap,
    size: (u16, u16),
    /// The first frame is on the screen. It holds the page alone: the bottom line does not wait for the preview.
    begun: bool,
    checked: Checked,
    trail: Trail,
    /// The way before a library read anew cut it.
    cut: Option<Cut>,
    /// The places that were opened last, newest first.
    recent: Vec<Place>,
    pages: Pages,
    mode: Mode,
    drafts: Drafts,
    marks: Option<Marks>,
    mouse: Mouse,
    notice: Option<String>,
    /// That nobody has been told yet.
    troubles: Vec<String>,
    /// Those that are still to be taken, as indices.
    first_steps: Vec<usize>,
    /// None until one begins.
    talk: Option<Talk>,
    /// While others look on.
    room: Option<Room>,
    /// What was asked and not answered.
    asked: Vec<Asked>,
    shown: Option<Shown>,
    /// The page that we are in has the whole screen.
    alone: bool,
    shares: Shares,
    appearance: Appearance,
    /// While a list of formats is looked at.
    measuring: Option<Measuring>,
    in_memory: InMemory,
    /// The place that was noted as read last, and the number of what its briefing said then.
    read_at: Option<(Place, u64)>,
    curated: curate::Curated,
    /// What was called read last, at one stroke.
    stroke: Option<Stroke>,
    /// The saved searches that were counted last.
    counted: Option<CountedOf>,
    /// The place that was noted as opened last.
    saved_at: Option<Place>,
    /// Where we were among the groups of the list before one was opened.
    groups: Option<Visit>,
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
        if let Some(catalogue) = world.catalogue.as_ref().filter(|_| world.read.file.is_some()) {
            // The file is read behind the first frame.
            catalogue.reads(&world.read);
        }
        Ok(Self {
            world,
            settings: Settings::default(),
            keymap: Keymap::default(),
            size: (0, 0),
            begun: false,
            checked: Checked::No,
            trail: Trail::new(place),
            cut: None,
            recent: Vec::new(),
            pages: Pages::new(),
            mode: Mode::default(),
            drafts: Drafts::default(),
            marks: None,
            mouse: Mouse::default(),
            notice: None,
            troubles: Vec::new(),
            first_steps: Vec::new(),
            talk: None,
            room: None,
            asked: Vec::new(),
            shown: None,
            alone: false,
            shares: Shares::default(),
            appearance: Appearance::default(),
            measuring: None,
            in_memory: InMemory::Current,
            read_at: None,
            curated: curate::Curated::default(),
            stroke: None,
            counted: None,
            saved_at: None,
            groups: None,
        })
    }

    /// The same with what a person has set.
    #[must_use]
    pub fn with_settings(self, settings: Settings) -> Self {
        let mouse = Mouse::new(settings.is_on(Setting::Mouse));
        Self { settings, mouse, ..self }
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    pub fn update(&mut self, message: &Message) -> Vec<Effect> {
        let mut effects = self.hear(message);
        effects.extend(self.keep_measuring());
        effects.extend(self.hold_few());
        effects.extend(self.want_catalogue());
        self.keep_list_near(1);
        self.note_place();
        if self.begun {
            effects.extend(self.note_read());
            effects.extend(self.note_saved());
            effects.extend(self.want_counts());
        }
        effects
    }

    fn hear(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => return self.press(*key),
            Message::Pointer { pointer, on } => return self.point(*pointer, *on),
            Message::Configured { settings, keymap } => return self.configure(settings, keymap),
            Message::Unopened { address, why } => return self.copy_address(address, why),
            Message::Begun => {
                self.begun = true;
                self.list_whole();
                self.forget_lost();
                let talk = self.talk.is_some().then_some(Effect::BeginTalk);
                return self
                    .read_notes()
                    .into_iter()
                    .chain(self.look_at_read())
                    .chain(self.world.saved.places.clone().map(Effect::ReadSaved))
                    .chain(talk)
                    .collect();
            }
            Message::Reread(library) => {
                if !library.is_same(&self.world.library) {
                    self.take(library);
                }
                return self.read_notes();
            }
            Message::Follow(command) => return self.follow(command),
            Message::Resize { columns, rows } => {
                // What is seen now is seen at the new size, whatever keys came before it in one batch.
                self.here();
                self.size = (*columns, *rows);
            }
            Message::Checked => {
                self.checked = Checked::All;
                self.count_findings_anew();
            }
            Message::Measured => self.hear_sizes(),
            Message::Searchable(made) => self.hear_of_search(made),
            Message::Made { awaited, page } => self.hear_of_page(awaited, page),
            Message::Catalogued(reading) => self.hear_of_catalogue(*reading),
            Message::Saved | Message::Clock => {}
            Message::Notice(words) => self.say(words),
            Message::Trouble(words) => self.troubles.push(words.clone()),
            // A terminal that does not tell takes nothing back that was known of it.
            Message::Background(background) => self.appearance.background = background.or(self.appearance.background),
            Message::Themes(themes) => self.list_themes(themes),
            Message::Paste(text) => self.paste(text),
            Message::Notes(notes) => self.take_notes(Arc::clone(notes)),
            Message::Read(read) => self.take_read(Arc::clone(read)),
            Message::Searches { result, change } => return self.hear_of_saved(result, change.as_ref()),
            Message::Counted(counts, generation) => self.take_counts(counts, *generation),
            Message::Kept { result, change, name } => self.hear_of_change(result, change, name),
            Message::Written(text) => self.written(text),
            Message::Acted { result, asked } => return self.hear_of_act(result, asked),
            Message::OldText { sought, found } => return self.hear_of_old_text(sought, found),
        }
        Vec::new()
    }

    fn say(&mut self, notice: &str) {
        self.notice = Some(notice.to_owned());
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn world(&self) -> &World {
        &self.world
    }

    /// What pages may read, to be checked on another thread; [`Message::Checked`] tells that there is news.
    pub fn shared_world(&self) -> Arc<World> {
        Arc::clone(&self.world)
    }

    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    /// The size of the screen, in cells.
    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    pub fn is_checked(&self) -> bool {
        self.checked != Checked::No
    }

    /// What is to be drawn, as [`Model::arrange`] left it.
    pub fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The id of the briefing that we are in, or were in last since the library was opened.
    pub fn briefing(&self) -> Option<&str> {
        self.trail.way().rev().find_map(Place::briefing)
    }

    pub fn marks(&self) -> Option<&Marks> {
        self.marks.as_ref()
    }

    /// What has waited until no room sees it.
    fn tell_troubles(&mut self) {
        if !self.troubles.is_empty() && !self.trail.here().place.is_slide() {
            self.notice = Some(std::mem::take(&mut self.troubles).join(" "));
        }
    }

    /// What has waited to the end.
    pub fn troubles(&self) -> &[String] {
        &self.troubles
    }

    /// What is to be said, once.
    pub fn take_notice(&mut self) -> Option<String> {
        self.notice.take()
    }

    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }
}
