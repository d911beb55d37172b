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

/// The fewest cells that every name is cut to before some tabs have no room at all, and the cells of a name beside those.
const SHORTEST: usize = 6;
const BESIDE_MORE: usize = 12;

/// A tab as it is shown: its key and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabLabel {
    /// There may be more tabs than keys: that of another action, behind which the name is typed.
    pub key: String,
    pub name: String,
    /// How much in it is unread: ` +2`.
    pub unread: String,
    /// What it opens; of the list of all tabs none.
    pub tab: Option<usize>,
}

impl TabLabel {
    pub fn words(&self) -> String {
        let gap = if self.key.is_empty() { "" } else { " " };
        format!("{}{gap}{}{}", self.key, self.name, self.unread)
    }

    fn cut(&self, cells: usize) -> Self {
        Self { name: clip(&self.name, cells).into_owned(), ..self.clone() }
    }
}

impl Model {
    /// The tabs of the briefing that we are in.
    pub fn tab_labels(&self) -> Vec<TabLabel> {
        let Some(held) = self.briefing().and_then(|id| self.world.entry(id)) else { return Vec::new() };
        let fresh = fresh(&self.world, held).map(|fresh| fresh.items).unwrap_or_default();
        let unread = |at: Found| fresh.iter().filter(|(item, _)| tab_of(held, Found::Item(*item)) == at).count();
        let label = |(at, tab): (usize, Tab)| {
            let unread = Some(unread(tab.at)).filter(|count| *count > 0).map_or_else(String::new, |count| format!(" +{count}"));
            let key = Some(self.tab_key(at)).filter(|key| !key.is_empty()).unwrap_or_else(|| self.keymap.shown(Action::Palette));
            TabLabel { key, name: clip(&tab.label, LONGEST).into_owned(), unread, tab: Some(at) }
        };
        tabs(held).into_iter().enumerate().map(label).collect()
    }

    /// Empty where there are more tabs than keys.
    pub(super) fn tab_key(&self, at: usize) -> String {
        u8::try_from(at).map_or_else(|_| String::new(), |at| self.keymap.shown(Action::Tab(at)))
    }

    /// The labels as they have room in so many lines: their names are cut, all at one length. Where that is not enough, the last
    /// of the line is the key of the list that has all of them.
    pub fn fitted_tabs(&self, cells: usize, lines: usize) -> Vec<TabLabel> {
        let all = self.tab_labels();
        let cut = |cells: usize| all.iter().map(|label| label.cut(cells)).collect::<Vec<_>>();
        let fits = |labels: &Vec<TabLabel>| lines_of(labels, cells).len() <= lines;
        let lit = self.lit_tab().map(|(lit, _)| lit);
        let first = |most: usize| {
            let shown: Vec<TabLabel> = cut(BESIDE_MORE).into_iter().filter(|label| label.tab < Some(most) || label.tab == lit).collect();
            let name = format!("{} more", all.len() - shown.len());
            let more = TabLabel { key: self.keymap.shown(Action::Palette), name, unread: String::new(), tab: None };
            shown.into_iter().chain([more]).collect::<Vec<_>>()
        };
        let whole = (SHORTEST..=LONGEST).rev().map(cut).find(fits);
        whole.or_else(|| (0..all.len()).rev().map(first).find(fits)).unwrap_or(all)
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
