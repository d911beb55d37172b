//! What the loop runs.

use crate::acts::old_text::Sought;
use crate::library::Library;
use crate::page::Place;
use crate::tui::model::{Awaited, Done, Effect, Message, SavedWork};
use crate::tui::theme::Themes;
use crate::tui::view::WebLink;
use ratatui::buffer::Buffer;
use std::time::Duration;

/// A program that the loop can run. The browser is one; tests run others.
pub trait Program {
    fn update(&mut self, message: &Message) -> Vec<Effect>;
    fn arrange(&mut self);
    fn draw(&self, buffer: &mut Buffer);
    /// Does a part of what can be done while nothing waits.
    fn go_ahead(&mut self) -> Done {
        Done::Nothing
    }
    /// The web addresses on what is drawn.
    fn web_links(&self) -> Vec<WebLink> {
        Vec::new()
    }
    /// The terminal is asked for the mouse from the first frame on.
    fn takes_mouse(&self) -> bool {
        false
    }
    fn is_restricted(&self) -> bool {
        false
    }
    /// When the program hears whether the terminal is dark or light.
    fn hears_background(&self) -> HearsBackground {
        HearsBackground::Never
    }
    /// Work for another thread once the first frame is shown. Whenever it tells so, and when it ends, the program hears
    /// [`Message::Checked`].
    fn background_job(&self) -> Option<BackgroundJob> {
        None
    }
    /// Checks a briefing on another thread. When it ends the program hears [`Message::Checked`].
    fn check(&self, _briefing: String) -> Option<BackgroundJob> {
        None
    }
    /// Finds out on another thread what the files of places would hold. Whenever it tells so, the program hears
    /// [`Message::Measured`].
    fn measure(&self, _places: Vec<Place>) -> Option<BackgroundJob> {
        None
    }
    /// Hears of saved files on another thread, once the first frame is shown. Whenever it tells so, the program is asked
    /// for the [`Program::news`].
    fn watch(&self) -> Option<BackgroundJob> {
        None
    }
    /// Does something for saved searches on another thread. Whenever it tells so, the program is asked for the
    /// [`Program::news`].
    fn saved(&mut self, _work: SavedWork) -> Option<BackgroundJob> {
        None
    }
    /// Looks on another thread for the text that a source was quoted from: in all files of the library, and in Git, which answers
    /// when it likes. Whenever it tells so, the program is asked for the [`Program::news`].
    fn find_old_text(&mut self, _sought: Sought) -> Option<BackgroundJob> {
        None
    }
    /// Makes a catalogue of the library that is held, on another thread. Whenever it tells so, the program is asked for the
    /// [`Program::news`].
    fn make_catalogue(&mut self) -> Option<BackgroundJob> {
        None
    }
    /// What the frame wants done before it is drawn.
    fn due(&mut self) -> Vec<Effect> {
        Vec::new()
    }
    /// Makes pages on other threads, which end what they made before. Whenever one tells so, the program is asked for the
    /// [`Program::news`].
    fn make(&mut self, _pages: Vec<Awaited>) -> Vec<BackgroundJob> {
        Vec::new()
    }
    /// The pages that were made: all of them, or as many as that does not take longer for than this.
    fn made(&mut self, _patience: Duration) -> Vec<Message> {
        Vec::new()
    }
    /// Keeps the catalogue of a large library up to date on another thread, once the second frame is shown. Whenever it
    /// tells so, the program is asked for the [`Program::news`].
    fn keep_catalogue(&mut self) -> Option<BackgroundJob> {
        None
    }
    /// When the screen will be another though nothing happens; it hears [`Message::Clock`] then.
    fn changes_in(&self) -> Option<Duration> {
        None
    }
    /// A talk begins. Whenever its work tells so, the program is asked for the [`Program::news`].
    fn begin_talk(&mut self) -> Option<BackgroundJob> {
        None
    }
    /// What was heard of saved files.
    fn news(&mut self) -> Vec<Message> {
        Vec::new()
    }
    /// The themes as they are now.
    fn themes(&self) -> Option<Themes> {
        None
    }
    /// Whatever else holds the library holds of it what the model does.
    fn hold_few(&mut self) {}
    /// The library as it is now, behind an editor.
    fn reread(&self) -> Library;
    /// The program has ended and the terminal is given back: where we are is kept. What there is to say of it.
    fn leave(&mut self) -> Option<String> {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HearsBackground {
    /// It is the same to it.
    Never,
    /// As soon as the terminal answers; nothing waits for it.
    Later,
    /// Before its first frame, which waits for the answer a tenth of a second at most.
    First,
}

/// Work for another thread; it calls what it is given to tell that there is news.
pub type BackgroundJob = Box<dyn FnOnce(&(dyn Fn() + Sync)) + Send>;
