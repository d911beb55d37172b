//! How much of a source is accounted for.

use super::{BAR, Draw, FigureRow, Placed};
use crate::page::styled_text::{Role, Text};

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
        let claimed = format!("{} claimed, {} set aside,", self.claimed, self.set_aside);
        let of = if self.letters.is_some() { " of them" } else { "" };
        let open = format!("{open} open, {percent} %{of}");
        // Sentences hide the tails that nobody claims; letters do not.
        let letters = self.letters.map(|percent| Text::new(Role::Text, &format!("{percent} % of the letters")));
        [share, claimed, open].iter().map(|words| Text::new(Role::Text, words)).chain(letters).collect()
    }

    fn rows(&self, words: &[Text], width: usize) -> Vec<FigureRow> {
        let wide = |word: usize| words.get(word).map_or(0, |text| crate::text::width(&text.plain()));
        let drawn = Placed::drawing(0, self.bar());
        let (share, states, letters) = (wide(0), wide(1) + 1 + wide(2), wide(3));
        // Words from a column on, a space between them.
        let from = |column: usize, of: &[usize]| {
            let mut at = column;
            let placed = of.iter().map(|word| {
                at += wide(*word) + 1;
                Placed::word(at - wide(*word) - 1, *word)
            });
            placed.collect::<FigureRow>()
        };
        let beside = BAR + 2;
        let all = beside + share + 1 + states;
        let last = |column: usize| if letters > 0 { from(column, &[3]) } else { Vec::new() };
        let bar = |behind: FigureRow| std::iter::once(drawn).chain(behind).collect::<FigureRow>();
        if all + if letters > 0 { 2 + letters } else { 0 } <= width {
            let behind = from(beside, &[0, 1, 2]).into_iter().chain(last(all + 2)).collect();
            return vec![bar(behind)];
        }
        let split = |words: &[usize]| words.iter().map(|word| from(0, &[*word])).collect::<Vec<_>>();
        let states = if states <= width { vec![from(0, &[1, 2])] } else { split(&[1, 2]) };
        let mut rows = if beside + letters <= width { vec![bar(last(beside))] } else { vec![bar(Vec::new()), last(0)] };
        if share + 1 + wide(1) + 1 + wide(2) <= width {
            rows.push(from(0, &[0, 1, 2]));
        } else if beside + share <= width && letters == 0 {
            rows[0].extend(from(beside, &[0]));
            rows.extend(states);
        } else {
            rows.push(from(0, &[0]));
            rows.extend(states);
        }
        rows
    }

    fn twin(&self) -> String {
        let words: Vec<String> = self.words().iter().map(Text::plain).collect();
        let letters = words.get(3).map_or_else(String::new, |letters| format!(", {letters}"));
        format!("{} {} {}{letters}", words[0], words[1], words[2])
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

    #[test]
    fn m7_no_word_of_it_is_cut_where_a_column_holds_the_bar() {
        use crate::page::figure::What;
        for (claimed, set_aside, sentences, letters) in
            [(26, 3, 29, Some(96)), (2, 1, 123, Some(1)), (0, 0, 7, None), (1000, 1, 14_305, Some(100))]
        {
            let bar = CoverageBar { claimed, set_aside, sentences, letters };
            let words = bar.words();
            for width in 26..120 {
                let rows = bar.rows(&words, width);
                let placed: Vec<usize> = rows
                    .iter()
                    .flatten()
                    .filter_map(|placed| match placed.what {
                        What::Word(word, _) => {
                            let end = placed.column + crate::text::width(&words[word].plain());
                            assert!(end <= width, "{:?} at {width}", words[word]);
                            Some(word)
                        }
                        What::Drawing(_) => None,
                    })
                    .collect();
                assert_eq!(placed.len(), words.len(), "each once at {width}");
            }
        }
    }
}
