//! How much of a source is accounted for.

use super::{BAR, Draw, FigureRow, Placed};
use crate::page::words::{Role, Text};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageBar {
    pub claimed: usize,
    pub set_aside: usize,
    /// All of them, open ones too.
    pub sentences: usize,
    /// The percentage of their letters that is claimed or set aside; `None` where it says nothing more.
    pub letters: Option<usize>,
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
        let of = if self.letters.is_some() { " of the sentences" } else { "" };
        let states = format!("{} claimed, {} set aside, {open} open, {percent} %{of}", self.claimed, self.set_aside);
        // Sentences hide the tails that nobody claims; letters do not.
        let letters = self.letters.map(|percent| Text::new(Role::Text, &format!("{percent} % of the letters")));
        [Text::new(Role::Text, &share), Text::new(Role::Text, &states)].into_iter().chain(letters).collect()
    }

    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow> {
        let bar = Placed::drawing(0, self.bar());
        let wide = |word: usize| words.get(word).map_or(0, |text| crate::text::width(&text.plain()));
        let (share, states, letters) = (wide(0), wide(1), wide(2));
        let at = |column: usize| (letters > 0).then(|| Placed::word(column, 2)).into_iter();
        let beside = BAR + 2;
        let all = beside + share + 1 + states;
        if all + if letters > 0 { 2 + letters } else { 0 } <= width {
            let row = [bar, Placed::word(beside, 0), Placed::word(beside + share + 1, 1)].into_iter();
            vec![row.chain(at(all + 2)).collect()]
        } else if share + 1 + states <= width {
            let row = std::iter::once(bar).chain(at(beside));
            vec![row.collect(), vec![Placed::word(0, 0), Placed::word(share + 1, 1)]]
        } else if beside + share <= width && letters == 0 {
            vec![vec![bar, Placed::word(beside, 0)], vec![Placed::word(0, 1)]]
        } else {
            let row = std::iter::once(bar).chain(at(beside));
            vec![row.collect(), vec![Placed::word(0, 0)], vec![Placed::word(0, 1)]]
        }
    }

    fn twin(&self) -> String {
        let words: Vec<String> = self.words().iter().map(Text::plain).collect();
        let letters = words.get(2).map_or_else(String::new, |letters| format!(", {letters}"));
        format!("{} {}{letters}", words[0], words[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bar_is_as_wide_as_the_rule() {
        for (claimed, set_aside, sentences) in [(0, 0, 0), (26, 3, 29), (1, 1, 3), (0, 0, 7)] {
            let bar = CoverageBar { claimed, set_aside, sentences, letters: None };
            assert_eq!(bar.bar().plain().chars().count(), BAR);
        }
    }
}
