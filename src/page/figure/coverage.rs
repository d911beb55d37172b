//! How much of a source is accounted for.

use super::{BAR, Draw, FigureRow, Placed};
use crate::page::words::{Role, Text};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageBar {
    pub claimed: usize,
    pub set_aside: usize,
    /// All of them, open ones too.
    pub sentences: usize,
}

impl CoverageBar {
    /// A bar: claimed filled, set aside half filled, open empty.
    #[must_use]
    pub fn bar(&self) -> Text {
        let cells = |count: usize| (count * BAR).checked_div(self.sentences).unwrap_or(0);
        let claimed = cells(self.claimed);
        let accounted = cells(self.claimed + self.set_aside);
        Text::new(Role::Bar, &"█".repeat(claimed))
            .and(Role::Quiet, &"▒".repeat(accounted - claimed))
            .and(Role::Line, &"─".repeat(BAR - accounted))
    }
}

impl Draw for CoverageBar {
    fn words(&self) -> Vec<Text> {
        let open = self.sentences - self.claimed - self.set_aside;
        let accounted = self.claimed + self.set_aside;
        // Rounded down: 100 % is said of the whole alone.
        let percent = (accounted * 100).checked_div(self.sentences).unwrap_or(100);
        let share = format!("{accounted} of {} sentences:", self.sentences);
        let states = format!("{} claimed, {} set aside, {open} open, {percent} %", self.claimed, self.set_aside);
        vec![Text::new(Role::Text, &share), Text::new(Role::Text, &states)]
    }

    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow> {
        let bar = Placed::drawing(0, self.bar());
        let (share, states) = (crate::text::width(&words[0].plain()), crate::text::width(&words[1].plain()));
        let beside = BAR + 2;
        if beside + share + 1 + states <= width {
            vec![vec![bar, Placed::word(beside, 0), Placed::word(beside + share + 1, 1)]]
        } else if share + 1 + states <= width {
            vec![vec![bar], vec![Placed::word(0, 0), Placed::word(share + 1, 1)]]
        } else if beside + share <= width {
            vec![vec![bar, Placed::word(beside, 0)], vec![Placed::word(0, 1)]]
        } else {
            vec![vec![bar], vec![Placed::word(0, 0)], vec![Placed::word(0, 1)]]
        }
    }

    fn twin(&self) -> String {
        self.words().iter().map(Text::plain).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_is_as_wide_as_the_rule() {
        for (claimed, set_aside, sentences) in [(0, 0, 0), (26, 3, 29), (1, 1, 3), (0, 0, 7)] {
            let bar = CoverageBar { claimed, set_aside, sentences };
            assert_eq!(bar.bar().plain().chars().count(), BAR);
        }
    }
}
