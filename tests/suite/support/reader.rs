//! A browser without a terminal: a line of keys in, a screen out.

use super::{desk, embedded, world_of_scripts};
use bluf::catalogue::Cancel;
use bluf::keys::key::{Code, Key};
use bluf::page::World;
use bluf::page::{Place, Role};
use bluf::tui::model::{Effect, Message, Model};
use bluf::tui::pointer::{Deed, Pointer};
use bluf::tui::theme::{Theme, ThemeName};
use bluf::tui::view::{draw, zone_at};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use std::sync::Arc;

/// A line of keys: their names parted by spaces, and between single quotes what is typed letter by letter, with Ctrl-j for
/// its line feeds. `/ 'the treaty' Enter n`
pub fn keys(line: &str) -> Vec<Key> {
    let typed = |letter| Key { code: Code::Char(if letter == '\n' { 'j' } else { letter }), control: letter == '\n' };
    let mut keys = Vec::new();
    let mut rest = line.trim_start_matches(' ');
    while !rest.is_empty() {
        let (name, behind) = rest.split_once(' ').unwrap_or((rest, ""));
        // Without an end it is the key.
        let quoted = rest.strip_prefix('\'').and_then(|rest| rest.split_once('\''));
        rest = if let Some((text, behind)) = quoted {
            keys.extend(text.chars().map(typed));
            behind
        } else {
            keys.push(Key::parse(name).unwrap_or_else(|| panic!("{line}: `{name}` is no key")));
            behind
        };
        rest = rest.trim_start_matches(' ');
    }
    keys
}

/// A browser without a terminal: keys in, screen out.
pub struct Reader {
    pub model: Model,
    pub theme: Theme,
}

impl Reader {
    /// Opens an address, or where people begin.
    pub fn open(world: impl Into<Arc<World>>, address: Option<&str>, columns: u16, rows: u16) -> Self {
        let place = address.map(|address| address.parse::<Place>().expect("an address"));
        let model = Model::new(world, place).expect("a place");
        let mut reader = Self { model, theme: Theme::new(ThemeName::Terminal, true) };
        reader.model.update(&Message::Begun);
        reader.model.update(&Message::Checked);
        reader.resize(columns, rows);
        reader
    }

    /// The built-in briefing at 120×40.
    pub fn begin() -> Self {
        Self::open(embedded(), None, 120, 40)
    }

    /// An address of whichever library has it, at 120×40.
    pub fn at(address: &str) -> Self {
        let place = address.parse::<Place>().expect("an address");
        let has = |world: &Arc<World>| place.briefing().is_none_or(|id| world.entry(id).is_some());
        let world = [embedded, desk, world_of_scripts].into_iter().map(|open| open()).find(has).expect("a library has it");
        Self::open(world, Some(address), 120, 40)
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.model.update(&Message::Resize { columns, rows });
        self.model.arrange();
    }

    /// The frame, with the pages that other threads make for it.
    pub fn arrange(&mut self) {
        self.model.arrange();
        for effect in self.model.due() {
            let Effect::Make(pages) = effect else { continue };
            for awaited in pages {
                let page = awaited.made(self.model.world(), &Cancel::default()).expect("a page");
                self.model.update(&Message::Made { awaited, page: Box::new(page) });
            }
            self.model.arrange();
        }
    }

    /// Presses a line of keys; what they lead to is drawn once, as it is when they come at once.
    pub fn press(&mut self, line: &str) -> &mut Self {
        for key in keys(line) {
            self.model.update(&Message::Key(key));
        }
        self.arrange();
        // As the loop does behind the frame.
        while self.model.search_ahead().is_some() {}
        self.arrange();
        self
    }

    /// This is the page.
    #[track_caller]
    pub fn is_at(&mut self, address: &str) -> &mut Self {
        assert_eq!(self.address(), address);
        self
    }

    /// This is said.
    #[track_caller]
    pub fn says(&mut self, words: &str) -> &mut Self {
        assert_eq!(self.model.notice(), Some(words));
        self
    }

    /// These words are on the screen, on one line of it.
    #[track_caller]
    pub fn shows(&mut self, words: &str) -> &mut Self {
        let screen = self.screen();
        assert!(screen.iter().any(|line| line.contains(words)), "no {words} in\n{}", screen.join("\n"));
        self
    }

    /// Presses a line of keys, each with a frame; what the program wants done for the last of them.
    pub fn effects(&mut self, line: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        for key in keys(line) {
            effects = self.model.update(&Message::Key(key));
            self.model.arrange();
        }
        effects
    }

    /// Presses a line of keys; the text that the last of them copies.
    pub fn copied(&mut self, line: &str) -> String {
        copied(&self.effects(line)).unwrap_or_else(|| panic!("{line} copies nothing; it says {:?}", self.model.notice()))
    }

    /// Does something with the mouse at a cell, 0-based.
    pub fn mouse(&mut self, deed: Deed, (x, y): (u16, u16)) -> Vec<Effect> {
        let on = zone_at(&self.model, &self.theme, x, y);
        let effects = self.model.update(&Message::Pointer { pointer: Pointer { deed, x, y }, on });
        self.model.arrange();
        effects
    }

    /// Clicks on a cell.
    pub fn click(&mut self, cell: (u16, u16)) -> Vec<Effect> {
        self.mouse(Deed::Press, cell);
        self.mouse(Deed::Release, cell)
    }

    /// Clicks on the first of these words on the screen.
    pub fn click_on(&mut self, words: &str) -> &mut Self {
        self.click(self.find(words, 0));
        self
    }

    /// Drags from one cell to another and lets go.
    pub fn drag(&mut self, from: (u16, u16), to: (u16, u16)) -> Vec<Effect> {
        self.mouse(Deed::Press, from);
        self.mouse(Deed::Drag, to);
        self.mouse(Deed::Release, to)
    }

    /// The cell of a text on the screen, its `nth` occurrence from 0.
    pub fn find(&self, text: &str, nth: usize) -> (u16, u16) {
        let screen = self.screen();
        let rows = screen.iter().enumerate();
        let found = rows.flat_map(|(y, row)| row.match_indices(text).map(move |(at, _)| (row[..at].chars().count(), y)));
        let (x, y) = found.into_iter().nth(nth).unwrap_or_else(|| panic!("no {text} in\n{}", screen.join("\n")));
        (u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))
    }

    /// Where we are.
    pub fn address(&self) -> String {
        self.model.trail().here().place.to_string()
    }

    /// The stop under the cursor, by its number on the page.
    pub fn stop(&self) -> Option<usize> {
        self.model.trail().here().stop
    }

    /// Where the stops of the page lead.
    pub fn links(&self) -> Vec<String> {
        self.model.shown().expect("a page").here().flowed.doc.links.iter().map(Place::to_string).collect()
    }

    /// What is said at the moment.
    pub fn notice(&self) -> &str {
        self.model.notice().unwrap_or_default()
    }

    /// The first line of the screen.
    pub fn head(&self) -> String {
        self.screen().swap_remove(0)
    }

    /// The last line of the screen.
    pub fn foot(&self) -> String {
        self.screen().pop().expect("a line")
    }

    /// The screen as cells.
    pub fn buffer(&self) -> Buffer {
        let (columns, rows) = self.model.size();
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        draw(&self.model, &self.theme, &mut buffer);
        buffer
    }

    /// The screen as text, its rows without the space behind them.
    pub fn screen(&self) -> Vec<String> {
        rows(&self.buffer())
    }

    /// The text of the page where we are that has a role, wherever it is scrolled to.
    pub fn text_in(&self, role: Role) -> String {
        let shown = self.model.shown().expect("a page");
        let flowed = &shown.here().flowed;
        let rows = (0..flowed.height()).filter_map(|row| flowed.row(row));
        let pieces = rows.flat_map(|row| &row.pieces).filter(|piece| piece.role == role);
        pieces.map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The text that is copied.
pub fn copied(effects: &[Effect]) -> Option<String> {
    effects.iter().find_map(|effect| if let Effect::Copy { text, .. } = effect { Some(text.clone()) } else { None })
}

/// A buffer as text.
pub fn rows(buffer: &Buffer) -> Vec<String> {
    let columns = usize::from(buffer.area.width.max(1));
    buffer
        .content
        .chunks(columns)
        .map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned())
        .collect()
}

/// The words on the cells that are marked as hits of a search, row by row.
pub fn marked(buffer: &Buffer) -> Vec<String> {
    let mut words = Vec::new();
    for y in 0..buffer.area.height {
        let mut run = String::new();
        for x in 0..buffer.area.width {
            let cell = &buffer[(x, y)];
            if matches!(cell.bg, Color::LightCyan | Color::LightGreen) {
                run.push_str(cell.symbol());
            } else if !run.is_empty() {
                words.push(std::mem::take(&mut run));
            }
        }
        words.extend((!run.is_empty()).then_some(run));
    }
    words
}
