//! The first steps of who has never been here: four hints, each gone once it was followed.

use super::Model;
use super::hint::Hint;
use crate::briefing::ItemKind;
use crate::keys::action::Action;
use crate::page::{Found, locate_in};

/// A step: its name, what does it, what to say of it on a judgement of a cover, and elsewhere or where there is little room; the first
/// action is the one whose key is shown.
struct Step {
    name: &'static str,
    actions: &'static [Action],
    words: &'static str,
    short: &'static str,
    /// It is said as long as any step is to be taken.
    stays: bool,
}

/// Where all words of the four hints stand beside the place and the marking, in cells.
const ROOM: u16 = 80;

/// Every step, in the order in which people take them.
static STEPS: [Step; 4] = [
    Step {
        name: "move",
        actions: &[Action::Down, Action::Up, Action::PageDown, Action::End],
        words: "next judgement",
        short: "next",
        stays: false,
    },
    Step { name: "open", actions: &[Action::Open, Action::Right], words: "what it rests on", short: "open", stays: true },
    Step { name: "back", actions: &[Action::Left, Action::Back, Action::Cancel], words: "back", short: "back", stays: false },
    Step { name: "keys", actions: &[Action::Help, Action::Palette], words: "all keys", short: "keys", stays: false },
];

impl Model {
    /// The same for a person who has taken these steps before; unknown names are passed over.
    #[must_use]
    pub fn with_first_steps(mut self, taken: &[String]) -> Self {
        self.first_steps =
            STEPS.iter().enumerate().filter(|(_, step)| !taken.iter().any(|name| name == step.name)).map(|(at, _)| at).collect();
        self
    }

    pub fn taken_steps(&self) -> Vec<&'static str> {
        STEPS.iter().enumerate().filter(|(at, _)| !self.first_steps.contains(at)).map(|(_, step)| step.name).collect()
    }

    /// An action was done by its key.
    pub(super) fn take_step(&mut self, action: Action) {
        self.first_steps.retain(|step| !STEPS[*step].actions.contains(&action));
    }

    /// The hints for the steps that are still to be taken.
    pub(super) fn first_hints(&self) -> Vec<Hint> {
        let on_cover = matches!(locate_in(&self.world, &self.trail.here().place), Some((_, Found::Cover)));
        let to = self.target().and_then(|target| locate_in(&self.world, target));
        let to_judgement = matches!(to, Some((_, Found::Item(item))) if item.kind == ItemKind::Judgement);
        let is_wide = self.size.0 >= ROOM;
        let is_shown = |at: usize| self.first_steps.contains(&at) || STEPS[at].stays && !self.first_steps.is_empty();
        // Where left goes along a row of a figure, another key leads back.
        let action = |step: &Step| match step.actions[0] {
            Action::Left if self.is_in_row() => Action::Back,
            action => action,
        };
        let steps = STEPS.iter().enumerate().filter(|(at, step)| is_shown(*at) && self.works(action(step)));
        // What all keys are is said the same everywhere.
        let whole = |at: usize| is_wide && (on_cover && to_judgement && self.first_steps.contains(&at) || at + 1 == STEPS.len());
        let words = |at: usize| match self.target().filter(|_| is_wide && STEPS[at].stays) {
            _ if whole(at) => STEPS[at].words.to_owned(),
            Some(target) => self.opens(target),
            None => STEPS[at].short.to_owned(),
        };
        let mut steps: Vec<_> = steps.collect();
        if !is_wide {
            // What has no room falls away behind it.
            steps.sort_by_key(|(_, step)| !step.stays);
        }
        steps.into_iter().filter_map(|(at, step)| Hint::of(&self.keymap, &[action(step)], words(at))).collect()
    }
}
