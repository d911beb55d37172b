//! The names of the tabs, each with its key, and how they share their lines.

use super::Model;
use crate::keys::action::Action;
use crate::page::Found;
use crate::page::about::tabs::{Tab, tab_of, tabs};
use crate::page::about::unread::fresh;
use crate::text::{clip, width};

/// The most cells of a name: a section may have a whole sentence for one.
const LONGEST: usize = 24;
/// Between two tabs, and before the first.
const GAP: usize = 2;

/// A tab as it is shown: its key, and its name where that has room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabLabel {
    pub key: String,
    pub name: String,
    /// There are more tabs than keys: with that of another action the name is typed behind it, and has to be seen.
    pub is_typed: bool,
}

impl TabLabel {
    pub fn words(&self) -> String {
        [&self.key, &self.name].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    }
}

impl Model {
    /// The tabs of the briefing that we are in.
    pub fn tab_labels(&self) -> Vec<TabLabel> {
        let Some(held) = self.briefing().and_then(|id| self.world.entry(id)) else { return Vec::new() };
        let own = |at: usize| u8::try_from(at).map_or_else(|_| String::new(), |at| self.keymap.shown(Action::Tab(at)));
        let typed = self.keymap.shown(Action::Palette);
        let fresh = fresh(&self.world, held).map(|fresh| fresh.items).unwrap_or_default();
        let unread = |at: Found| fresh.iter().filter(|(item, _)| tab_of(held, Found::Item(*item)) == at).count();
        let label = |(at, tab): (usize, Tab)| {
            let more = Some(unread(tab.at)).filter(|count| *count > 0).map_or_else(String::new, |count| format!(" +{count}"));
            let (own, name) = (own(at), clip(&tab.label, LONGEST).into_owned() + &more);
            let is_typed = own.is_empty();
            TabLabel { key: if is_typed { typed.clone() } else { own }, name, is_typed }
        };
        tabs(held).into_iter().enumerate().map(label).collect()
    }
}

/// Which labels stand on which line of so many cells, as ranges.
pub fn lines_of(labels: &[TabLabel], cells: usize) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut used) = (0, 0);
    for (at, label) in labels.iter().enumerate() {
        let needed = width(&label.words()) + GAP;
        // A cell stays free before the first and behind the last.
        if used + needed > cells && at > start {
            lines.push(start..at);
            (start, used) = (at, 0);
        }
        used += needed;
    }
    if start < labels.len() {
        lines.push(start..labels.len());
    }
    lines
}
