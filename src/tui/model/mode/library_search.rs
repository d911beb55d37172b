//! What the whole library is searched for, while it is typed: the page of hits follows each letter.

use super::Mode;
use crate::keys::key::{Code, Key};
use crate::page::Place;
use crate::page::styled_text::one_line;
use crate::tui::model::{Effect, Model};
use crate::tui::prompt::Prompt;

/// So many values are offered at once.
const OFFERED: usize = 12;

impl Model {
    /// Goes on with the search that we stand in, else begins one.
    pub(in crate::tui::model) fn begin_find(&mut self) {
        self.unmark();
        let mut line = Prompt::default();
        match &self.trail.here().place {
            Place::Search(query) => _ = line.insert(query),
            _ => self.trail.open(Place::Search(String::new())),
        }
        self.begin(Mode::Find(line));
    }

    /// Enter keeps what was found, Escape goes back to where we were.
    pub(super) fn press_finding(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Find(line) = &mut self.mode else { return Vec::new() };
        match key.code {
            Code::Escape => self.end_find(),
            Code::Backspace if line.text().is_empty() => self.end_find(),
            Code::Enter | Code::Down | Code::Up => {
                self.find_typed();
                self.mode = Mode::Walk;
                self.pages.find_typed(false);
                match key.code {
                    Code::Down => self.step(1),
                    Code::Up => self.step(-1),
                    _ => {}
                }
            }
            Code::Tab => self.complete_find(),
            _ => _ = line.press(key),
        }
        Vec::new()
    }

    /// Completes the field or the value that is typed; where several go on so, says which.
    fn complete_find(&mut self) {
        let (Mode::Find(line), Some(catalogue)) = (&mut self.mode, &self.world.catalogue) else { return };
        // What stands behind the cursor stays behind what is completed.
        let behind = line.text()[line.before_cursor().len()..].to_owned();
        let completed = catalogue.completed(line.before_cursor());
        let mut new = Prompt::default();
        new.insert(&completed.text);
        *line = new.with_behind(&behind);
        if !completed.offers.is_empty() {
            let more = if completed.offers.len() > OFFERED { " …" } else { "" };
            let offered: Vec<&str> = completed.offers.iter().take(OFFERED).map(String::as_str).collect();
            self.say(&format!("{}{more}", offered.join("  ")));
        }
    }

    fn end_find(&mut self) {
        self.mode = Mode::Walk;
        self.pages.find_typed(false);
        if matches!(self.trail.here().place, Place::Search(_)) {
            self.trail.back();
        }
    }

    /// Searches for what is typed now, if that is something else: however much is typed at once, once.
    pub(in crate::tui::model) fn find_typed(&mut self) {
        let Mode::Find(line) = &self.mode else { return };
        let query = one_line(line.text());
        if matches!(&self.trail.here().place, Place::Search(before) if *before != query) {
            self.trail.replace(Place::Search(query));
            self.join_read();
        }
        self.pages.find_typed(true);
    }
}
