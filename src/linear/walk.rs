//! The state machine: a line in, text out.

mod kept;
mod talk;

use super::command::{Command, help};
use super::numbered::{Numbered, in_words, read};
use crate::briefing::ItemKind;
use crate::keys::action::Action;
use crate::page::about::notes;
use crate::page::about::tabs::tabs;
use crate::page::find_in_page::{Hit, search};
use crate::page::go_to::{Meant, meant, near, refused};
use crate::page::styled_text::one_line;
use crate::page::{Address, Doc, Found, NoPlace, Place, Side, World, locate, locate_in, marking, marking_of, page_at};
use crate::text::{clip, count, neutral, wrap};
use crate::tui::model::{Effect, Message, Model};
use crate::tui::view::ascii;
use std::sync::Arc;

/// The screen that the model believes in: nothing is drawn on it.
const SIZE: (u16, u16) = (80, 40);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Every line has its line feed.
    pub text: String,
    pub quits: bool,
}

/// A walk through the library, a line at a time.
#[derive(Debug)]
pub struct Walk {
    model: Model,
    /// Width and height of the terminal, in cells. `None` where there is none: then a paragraph is one line, and a page
    /// is printed whole.
    size: Option<(usize, usize)>,
    /// Signs are spelled in 7 bits.
    ascii: bool,
    doc: Doc,
    page: Numbered,
    /// The index of the first line that was not read yet.
    at: usize,
    /// Said behind the page that is printed next.
    notices: Vec<String>,
    words: String,
    hits: Vec<Hit>,
    hit: usize,
    /// What is to be done since it was asked last.
    effects: Vec<Effect>,
}

impl Walk {
    /// A walk that begins at an address, or where people begin.
    ///
    /// # Errors
    ///
    /// The world has no such place.
    pub fn new(world: impl Into<Arc<World>>, address: Option<Address>, size: Option<(usize, usize)>) -> Result<Self, NoPlace> {
        let world = world.into();
        let stale = address.as_ref().and_then(|address| address.stale(&world));
        let mut model = Model::new(world, address.map(|address| address.place))?;
        model.update(&Message::Resize { columns: SIZE.0, rows: SIZE.1 });
        let mut walk = Self {
            model,
            size: size.map(|(columns, rows)| (columns.clamp(20, 100), rows.max(8))),
            ascii: false,
            doc: Doc::default(),
            page: Numbered::default(),
            at: 0,
            notices: stale.into_iter().collect(),
            words: String::new(),
            hits: Vec::new(),
            hit: 0,
            effects: Vec::new(),
        };
        walk.arrive();
        Ok(walk)
    }

    #[must_use]
    pub fn with_ascii(self, ascii: bool) -> Self {
        Self { ascii, ..self }
    }

    /// What is printed before the first line is typed.
    pub fn begin(&mut self) -> String {
        self.notices.push("Type a number to open a link, ? for help, q to quit.".to_owned());
        self.print()
    }

    pub fn take(&mut self, line: &str) -> Answer {
        let text = match Command::parse(line) {
            Command::Quit => return Answer { text: String::new(), quits: true },
            Command::More if self.at < self.page.lines.len() => self.print(),
            Command::More | Command::Top => {
                self.at = 0;
                self.print()
            }
            Command::Link(number) => match self.link(number) {
                Ok(place) => self.visit(place),
                Err(why) => self.marked(&[why]),
            },
            Command::Back => self.act(Action::Back),
            Command::Forward => self.act(Action::Forward),
            Command::Next => self.act(Action::Next),
            Command::Previous => self.act(Action::Previous),
            Command::Library => self.act(Action::Library),
            Command::Contrary(number) => self.contrary(number),
            Command::IfFalse(number) => self.if_false(number),
            Command::Tabs(number) => self.tabs(number),
            Command::MarkRead => self.mark_read(),
            Command::Find(words) => self.find(words),
            Command::Ask(words) => self.ask(words),
            Command::Search(query) => self.visit(Place::Search(one_line(&query))),
            Command::Save(typed) => self.save(&typed),
            Command::Slide => self.act(Action::Brief),
            Command::Unanswered => self.turn_unanswered(),
            Command::NextHit => self.next_hit(true),
            Command::PreviousHit => self.next_hit(false),
            Command::Where => self.whereabouts(),
            Command::Help => self.marked(&help()),
            Command::Address(address) => self.go(&address),
        };
        Answer { text, quits: false }
    }

    #[must_use]
    pub fn place(&self) -> &Place {
        &self.model.trail().here().place
    }

    fn arrive(&mut self) {
        if self.place().is_searched() {
            self.make_searchable();
        }
        if *self.place() == Place::Library && !self.model.world().saved.all.is_empty() {
            self.count_saved();
        }
        let world = self.model.shared_world();
        let place = self.place().clone();
        // The browser checks behind its first frame and draws again. Here a page is printed once, so the rules run
        // before it.
        match place.briefing().and_then(|id| world.entry(id)) {
            _ if self.model.is_in_room() => {}
            Some(held) => _ = held.findings(),
            None => world.library.check(|_, _| ()),
        }
        let world = self.model.seen(&place);
        self.doc = locate(&world, &place).map_or_else(|_| Doc::default(), |at| notes::over(&world, &at, page_at(&world, &at)));
        self.page = read(&world, &self.doc, self.size.map(|(columns, _)| columns));
        self.hits.clear();
        // What was said of an act that led nowhere was said.
        _ = self.model.take_notice();
        self.effects.extend(self.model.note_read());
        self.effects.extend(self.model.note_saved());
        self.notices.extend(self.model.take_notice());
        // A passage is read from its sentence on, not from the beginning of its source.
        self.at = self.doc.opened().filter(|_| self.doc.from_first).map_or(0, |block| self.line_of(block));
    }

    fn line_of(&self, block: usize) -> usize {
        self.page.lines.iter().position(|line| line.block == block && !line.text.is_empty()).unwrap_or(0)
    }

    /// The next part of the page, as much as the terminal shows.
    fn print(&mut self) -> String {
        let name = self.place().to_string();
        let note = in_words(&self.doc.note).replace(" · ", ", ");
        let mut head = vec![if note.is_empty() || note == name { name } else { format!("{name}, {note}") }];
        if self.at > 0 {
            head.push("The page begins before this; g reads it from its beginning.".to_owned());
        }
        head.push(String::new());
        let links = count(self.page.links.len(), "link");
        let mut foot = vec![String::new(), format!("{links} on this page. End of the page.")];
        foot.extend(self.time_words());
        foot.append(&mut self.notices);
        // Both bring the two rows of the marking, which stand there once; and the line that is typed has a row too.
        let around = self.marked(&head).lines().count() + self.marked(&foot).lines().count() - 2 + 1;
        let room = self.size.map_or(usize::MAX, |(_, rows)| rows.saturating_sub(around).max(1));
        let end = self.at.saturating_add(room).min(self.page.lines.len());
        if end < self.page.lines.len() {
            foot[1] = format!("{links} on this page. Enter reads on.");
        }
        let body = self.page.lines[self.at..end].iter().map(|line| line.text.clone());
        let said: Vec<String> = head.into_iter().chain(body).chain(foot).collect();
        self.at = end;
        self.marked(&said)
    }

    /// The marking stands on the first and on the last line of everything that is printed.
    fn marked(&self, lines: &[String]) -> String {
        let world = self.model.world();
        let marking = marking_of(world, self.place()).unwrap_or_else(|| marking(world, self.model.briefing())).0;
        let mut said = String::new();
        for line in std::iter::once(&marking).chain(lines).chain([&marking]) {
            let line = neutral(line);
            for range in wrap(&line, self.size.map_or(usize::MAX, |(columns, _)| columns)) {
                said.push_str(&line[range]);
                said.push('\n');
            }
        }
        if self.ascii { ascii::spelled(&said) } else { said }
    }

    /// Link 1 first.
    #[must_use]
    pub fn links(&self) -> &[Place] {
        &self.page.links
    }

    fn link(&self, number: usize) -> Result<Place, String> {
        let place = number.checked_sub(1).and_then(|at| self.page.links.get(at)).cloned();
        place.ok_or_else(|| match self.page.links.len() {
            0 => format!("There is no link {number}; this page has none. Type b to go back, or ? for help."),
            1 => format!("There is no link {number}; this page has link 1 only."),
            last => format!("There is no link {number}; this page has links 1 to {last}."),
        })
    }

    fn visit(&mut self, place: Place) -> String {
        match self.model.visit(place) {
            Ok(()) => {
                self.arrive();
                self.print()
            }
            Err(why) => self.marked(&[sentence(&why)]),
        }
    }

    /// Does an action of the browser, and says why where it leads nowhere.
    fn act(&mut self, action: Action) -> String {
        let before = self.model.trail().clone();
        let effects = self.model.act(action);
        self.effects.extend(effects);
        let moved = before.places().ne(self.model.trail().places());
        // Whoever asks for the library in the library wants to read it again.
        if moved || action == Action::Library {
            self.arrive();
            return self.print();
        }
        let why = match action {
            Action::Back => "This is the first page. Type q to quit.",
            Action::Forward => "Nothing ahead.",
            Action::Brief => "This is the slide.",
            _ => "None further of this kind.",
        };
        self.marked(&[why.to_owned()])
    }

    fn contrary(&mut self, number: Option<usize>) -> String {
        let place = match number.map(|number| self.link(number)) {
            Some(Ok(place)) => place,
            Some(Err(why)) => return self.marked(&[why]),
            None => self.place().clone(),
        };
        let world = self.model.shared_world();
        let Some((held, found, judgement)) = locate_in(&world, &place).and_then(|(held, found)| Some((held, found, found.judgement()?)))
        else {
            return self.marked(&["No judgement here. Type c and the number of a link to a judgement.".to_owned()]);
        };
        let is_contrary = matches!(found, Found::Side { side: Side::Contrary, .. });
        let contrary = Found::Side { judgement, side: Side::Contrary };
        self.visit(if is_contrary { Found::item(ItemKind::Judgement, judgement) } else { contrary }.place(held))
    }

    fn if_false(&mut self, number: Option<usize>) -> String {
        let place = match number.map(|number| self.link(number)) {
            Some(Ok(place)) => place,
            Some(Err(why)) => return self.marked(&[why]),
            None => self.place().clone(),
        };
        let world = self.model.shared_world();
        let Some((held, found, item)) = locate_in(&world, &place).and_then(|(held, found)| Some((held, found, found.doubted(held)?)))
        else {
            let why = "No claim, assumption, source or judgement here. Type i and the number of a link to one.";
            return self.marked(&[why.to_owned()]);
        };
        let is_doubt = matches!(found, Found::IfFalse(_));
        self.visit(if is_doubt { Found::Item(item) } else { Found::IfFalse(item) }.place(held))
    }

    fn tabs(&mut self, number: Option<usize>) -> String {
        let tabs = self.model.briefing().and_then(|id| self.model.world().entry(id)).map(tabs).unwrap_or_default();
        if tabs.is_empty() {
            return self.marked(&["No briefing is open, so there are no tabs.".to_owned()]);
        }
        let Some(number) = number else {
            let here = self.model.lit_tab().map(|(lit, _)| lit);
            let name = |(at, label): (usize, &String)| format!("Tab {}: {label}{}", at + 1, if here == Some(at) { ", here" } else { "" });
            let labels: Vec<String> = tabs.into_iter().map(|tab| tab.label).collect();
            let mut said: Vec<String> = labels.iter().enumerate().map(name).collect();
            said.push("Type t and a number to open a tab.".to_owned());
            return self.marked(&said);
        };
        match number.checked_sub(1).filter(|at| *at < tabs.len()).and_then(|at| u8::try_from(at).ok()) {
            Some(tab) => {
                self.model.act(Action::Tab(tab));
                self.arrive();
                self.print()
            }
            None => self.marked(&[format!("There is no tab {number}; there are tabs 1 to {}.", tabs.len())]),
        }
    }

    fn find(&mut self, words: String) -> String {
        if words.is_empty() {
            return self.marked(&["Type / and the words to find.".to_owned()]);
        }
        self.hits = search(&self.doc, &words);
        self.hits.dedup_by_key(|hit| hit.place);
        // Several places in one block are one line to read.
        self.hits.dedup_by_key(|hit| hit.block);
        self.words = words;
        self.hit = 0;
        self.read_hit()
    }

    fn next_hit(&mut self, forward: bool) -> String {
        match self.hits.len() {
            0 => self.marked(&["Nothing is searched. Type / and the words to find.".to_owned()]),
            all => {
                self.hit = if forward { (self.hit + 1) % all } else { (self.hit + all - 1) % all };
                self.read_hit()
            }
        }
    }

    /// Reads the block that holds the hit; reading goes on behind it.
    fn read_hit(&mut self) -> String {
        let Some(block) = self.hits.get(self.hit).map(|hit| hit.block) else {
            return self.marked(&[format!("Not on this page: “{}”.", self.words)]);
        };
        let start = self.line_of(block);
        let of_block: Vec<String> =
            self.page.lines[start..].iter().take_while(|line| line.block == block).map(|line| line.text.clone()).collect();
        self.at = start + of_block.len();
        let mut said = vec![format!("“{}”, place {} of {}:", self.words, self.hit + 1, self.hits.len())];
        said.extend(of_block);
        self.marked(&said)
    }

    fn whereabouts(&self) -> String {
        let trail: Vec<String> = self.model.trail().places().map(Place::to_string).collect();
        self.marked(&[format!("You came by {}.", trail.join(", then "))])
    }

    /// Goes to an address, or to what a word of the briefing means.
    fn go(&mut self, typed: &str) -> String {
        let world = self.model.shared_world();
        let briefing = self.model.briefing();
        if let Some(Meant { address, item }) = meant(&world, briefing, typed) {
            self.notices.extend(address.stale(&world));
            return self.visit_at(address.place, item);
        }
        if let Some(why) = refused(&world, briefing, typed) {
            return self.marked(&[format!("{} Type ? for help.", sentence(&why))]);
        }
        let near = near(&world, briefing, typed, true).map_or_else(String::new, |near| format!(" Did you mean {near}?"));
        self.marked(&[format!("“{}” is no number, no command and no address.{near} Type ? for help.", clip(typed, 60))])
    }

    /// Visits a place and reads on from where an item stands on it.
    fn visit_at(&mut self, place: Place, item: Option<Place>) -> String {
        let Some(item) = item else { return self.visit(place) };
        if let Err(why) = self.model.visit(place) {
            return self.marked(&[sentence(&why)]);
        }
        self.arrive();
        match self.doc.blocks.iter().position(|block| block.leads().contains(&item)) {
            Some(block) => self.at = self.line_of(block),
            None => self.notices.push(format!("{} does not stand on this page.", item.short())),
        }
        self.print()
    }
}

/// Adds the full stop; a question has its own mark.
fn sentence(why: &NoPlace) -> String {
    let why = why.to_string();
    if why.ends_with('?') { why } else { why + "." }
}
