//! The talk: the keys that walk a page walk its slides, and one key leads from wherever a question led back to the slide.

use super::mode::Mode;
use super::{Effect, Model};
use crate::briefing::Slide;
use crate::keys::action::Action;
use crate::library::HeldBriefing;
use crate::page::{Found, Place, locate_in};
use crate::talk::protocol::Command;
use std::time::Duration;

/// The cells of the time bar.
pub const TIME: u32 = 20;

/// A talk that has begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Talk {
    /// How long it may take; none where nobody has said.
    pub planned: Option<Duration>,
    /// How long it has taken, as the clock has told.
    pub spent: Duration,
    /// The first digits of a slide's number; 0 where none was typed.
    typed: usize,
}

impl Talk {
    /// How many cells of the time bar are over, and whether all of the time is.
    pub fn bar(&self) -> Option<(u32, bool)> {
        let planned = self.planned.filter(|planned| !planned.is_zero())?;
        let over = u32::try_from(self.spent.as_millis() * u128::from(TIME) / planned.as_millis().max(1)).unwrap_or(TIME);
        Some((over.min(TIME), over >= TIME))
    }

    /// When the bar will have another cell.
    fn changes_in(&self) -> Option<Duration> {
        let (cells, over) = self.bar()?;
        let next = self.planned? * (cells + 1) / TIME;
        (!over).then(|| next.saturating_sub(self.spent))
    }
}

impl Model {
    pub fn talk(&self) -> Option<&Talk> {
        self.talk.as_ref()
    }

    /// A talk begins, or has another plan.
    pub fn plan_talk(&mut self, planned: Option<Duration>) {
        self.talk.get_or_insert_default().planned = planned;
    }

    /// What the clock says.
    pub fn spend(&mut self, spent: Duration) {
        if let Some(talk) = &mut self.talk {
            talk.spent = spent;
        }
    }

    /// When the screen will be another though nothing has happened. The time bar alone moves by itself.
    pub fn changes_in(&self) -> Option<Duration> {
        let seen = self.shown.as_ref().is_some_and(|shown| shown.layout.bare);
        self.talk.as_ref().filter(|_| seen)?.changes_in()
    }

    /// The slide that we are on, or that we drilled down from: its briefing and its 0-based number.
    pub fn slide(&self) -> Option<(&HeldBriefing, usize)> {
        self.trail.way().rev().find_map(|place| match locate_in(&self.world, place)? {
            (held, Found::Slide(slide)) => Some((held, slide)),
            _ => None,
        })
    }

    /// Back to the slide that a question led away from; else the talk begins, on the slide of where we are.
    pub(super) fn brief(&mut self) -> Vec<Effect> {
        if self.trail.here().place.is_slide() {
            let back = self.keymap.shown(Action::Back);
            self.say(&format!("This is the slide. {back} goes back from it."));
            return Vec::new();
        }
        if self.slide().is_some() {
            while !self.trail.here().place.is_slide() && self.trail.back() {}
            return Vec::new();
        }
        let Some(place) = self.slide_of_here() else {
            self.say("There is no briefing to present.");
            return Vec::new();
        };
        self.trail.open(place);
        self.begin_talk()
    }

    /// Whatever belongs to a talk begins with its first slide.
    pub fn begin_talk(&mut self) -> Vec<Effect> {
        let begins = self.talk.is_none();
        self.talk.get_or_insert_default();
        if begins { vec![Effect::BeginTalk] } else { Vec::new() }
    }

    /// The slide of the judgement that we look at, else the first of its briefing.
    pub(super) fn slide_of_here(&self) -> Option<Place> {
        let here = self.briefing().and_then(|id| self.world.entry(id));
        let held = here.or(self.world.entries().first().map(|held| &***held))?;
        let slides = held.resolved.briefing.talk();
        let judgement = locate_in(&self.world, &self.trail.here().place).and_then(|(_, found)| found.judgement());
        let own = slides.iter().position(|slide| matches!(slide, Slide::Judgement(index) if Some(*index) == judgement));
        (!slides.is_empty()).then(|| Found::Slide(own.unwrap_or(0)).place(held))
    }

    /// Does what the speaker's terminal has said. What is being typed gives way: whoever speaks is heard.
    pub(super) fn follow(&mut self, command: &Command) -> Vec<Effect> {
        if self.slide().is_none() {
            return Vec::new();
        }
        self.begin(Mode::Walk);
        self.notice = None;
        if let Command::Open { address } = command {
            let place = address.parse::<Place>().ok().filter(|place| place.briefing() == self.briefing());
            if place.is_none_or(|place| self.visit(place).is_err()) {
                self.say("The speaker's terminal asked for what is not in this briefing.");
            }
            return Vec::new();
        }
        if !self.trail.here().place.is_slide() {
            self.brief();
        }
        match command {
            Command::Next => drop(self.walk_slides(Action::Right)),
            Command::Back => drop(self.walk_slides(Action::Left)),
            Command::Goto { slide } => return self.turn_to_slide(*slide),
            Command::Open { .. } => {}
        }
        Vec::new()
    }

    /// Does what belongs to a talk; none for what does not.
    pub(super) fn act_in_talk(&mut self, action: Action) -> Option<Vec<Effect>> {
        let typed = self.talk.as_mut().map_or(0, |talk| std::mem::take(&mut talk.typed));
        let is_slide = self.trail.here().place.is_slide();
        match action {
            Action::Tab(digit) if is_slide => Some(self.type_slide(10 * typed + usize::from(digit) + 1)),
            Action::Library if is_slide => Some(self.type_slide(10 * typed)),
            Action::Open if is_slide && typed > 0 => Some(self.turn_to_slide(typed)),
            // A digit too many never shows a room what else is in the library.
            Action::Library if self.talk.is_some() && self.slide().is_some() => Some(self.brief()),
            Action::Brief => Some(self.brief()),
            Action::Unanswered => Some(self.turn_unanswered()),
            Action::Ask => {
                self.begin_question();
                Some(Vec::new())
            }
            _ => self.walk_slides(action).then(Vec::new),
        }
    }

    /// The number of a slide, as far as it is typed. Where another digit could follow, Enter ends it.
    fn type_slide(&mut self, number: usize) -> Vec<Effect> {
        let count = self.slide().map_or(0, |(held, _)| held.resolved.briefing.talk().len());
        match self.talk.as_mut().filter(|_| number > 0 && 10 * number <= count) {
            Some(talk) => {
                talk.typed = number;
                let open = self.keymap.shown(Action::Open);
                self.say(&format!("Slide {number}: {open} turns to it, or type another digit."));
                Vec::new()
            }
            None => self.turn_to_slide(number),
        }
    }

    /// Slides are numbered from 1.
    fn turn_to_slide(&mut self, number: usize) -> Vec<Effect> {
        self.replace_slide(|_, _| number.checked_sub(1));
        Vec::new()
    }

    /// On a slide the keys that turn pages turn slides. False where the action is what it is elsewhere.
    pub(super) fn walk_slides(&mut self, action: Action) -> bool {
        if !self.trail.here().place.is_slide() {
            return false;
        }
        let forward = matches!(action, Action::PageDown | Action::Right | Action::Next);
        let back = matches!(action, Action::PageUp | Action::Left | Action::Previous);
        // A slide that goes on is read to its end first.
        if (forward || back) && self.turn_page_of_slide(forward) {
            return true;
        }
        let turned = match action {
            _ if forward => self.replace_slide(|slide, _| slide.checked_add(1)),
            _ if back => self.replace_slide(|slide, _| slide.checked_sub(1)),
            Action::NextTab => self.replace_slide(|slide, _| slide.checked_add(1)),
            Action::PreviousTab => self.replace_slide(|slide, _| slide.checked_sub(1)),
            Action::Top => self.replace_slide(|_, _| Some(0)),
            Action::End => self.replace_slide(|_, last| Some(last)),
            _ => return false,
        };
        // Who turns back reads on before what was read last.
        while turned && back && self.turn_page_of_slide(true) {}
        true
    }

    /// Shows another slide, of this one and the last by their 0-based numbers. False where there is none, which is said, and
    /// where it is this one.
    fn replace_slide(&mut self, another: impl Fn(usize, usize) -> Option<usize>) -> bool {
        let Some((held, Found::Slide(slide))) = locate_in(&self.world, &self.trail.here().place) else { return false };
        let last = held.resolved.briefing.talk().len().saturating_sub(1);
        let to = another(slide, last);
        match to.filter(|to| *to <= last) {
            Some(to) if to != slide => {
                let place = Found::Slide(to).place(held);
                self.trail.replace(place);
                return true;
            }
            Some(_) => {}
            None if slide == 0 && to.is_none() => self.say("This is the first slide."),
            None if slide == last && to == Some(last + 1) => self.say("This is the last slide."),
            None => self.say("There is no such slide."),
        }
        false
    }

    /// The next page of a slide that goes on, or the one before; false where there is none.
    pub(super) fn turn_page_of_slide(&mut self, forward: bool) -> bool {
        // What is read aloud has no pages.
        let is_drawn = self.shown.as_ref().is_some_and(|shown| shown.layout.bare);
        let Some(here) = self.here().filter(|_| is_drawn) else { return false };
        let height = here.height();
        let Some(top) = (if forward { here.top.checked_add(height) } else { here.top.checked_sub(height) }) else { return false };
        if top > here.last_top() {
            return false;
        }
        let before = here.stop;
        self.move_view(here, top);
        let visit = self.trail.here_mut();
        if visit.stop.is_none() {
            // Nothing leads on from this page: Enter does what it did.
            (visit.stop, visit.cursor_moved) = (before, false);
        }
        true
    }

    /// Which page of the slide is shown, and how many there are.
    pub fn page_of_slide(&self) -> Option<(usize, usize)> {
        let here = self.shown.as_ref().filter(|shown| shown.layout.bare)?.here();
        let pages = here.flowed.height().div_ceil(here.height());
        (pages > 1).then(|| (here.top / here.height() + 1, pages))
    }

    /// Whether an action does something on a slide; none where it is what it is elsewhere.
    pub(super) fn works_on_slide(&self, action: Action) -> Option<bool> {
        let (held, Found::Slide(slide)) = locate_in(&self.world, &self.trail.here().place)? else { return None };
        let last = held.resolved.briefing.talk().len().saturating_sub(1);
        let (page, pages) = self.page_of_slide().unwrap_or((1, 1));
        match action {
            Action::PageDown | Action::Right | Action::Next => Some(slide < last || page < pages),
            Action::PageUp | Action::Left | Action::Previous => Some(slide > 0 || page > 1),
            Action::NextTab | Action::End => Some(slide < last),
            Action::PreviousTab | Action::Top => Some(slide > 0),
            Action::Tab(number) => Some(usize::from(number) <= last && usize::from(number) != slide),
            Action::Library => Some(false),
            _ => None,
        }
    }
}
