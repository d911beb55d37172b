//! A cone of plausibility: what may come, spreading from the present.

use super::{BAR, Draw, FigureRow, LikelihoodBar, Placed};
use crate::briefing::scale::{ScenarioKind, Vocabulary};
use crate::page::styled_text::{Role, Text};
use crate::text::width;
use std::collections::VecDeque;

/// How far the lines run on behind the side of the cone, in cells: in a wide figure, and in a narrow one.
const RUN: (usize, usize) = (8, 3);
/// From this branch on all begin at one column: more steps would spread the cone over the whole width.
const SPREAD: usize = 6;
/// From this width on the figure has bars.
const WIDE: usize = 56;

/// Scenarios as branches: what goes on as it does in the middle, what would surprise at the edges.
#[derive(Debug, Clone)]
pub struct Cone {
    /// In the briefing's order.
    pub branches: Vec<Branch>,
}

#[derive(Debug, Clone)]
pub struct Branch {
    pub id: Text,
    pub kind: Option<ScenarioKind>,
    pub likelihood: LikelihoodBar,
}

impl Branch {
    fn kind_word(&self) -> &'static str {
        self.kind.map_or("not stated", Vocabulary::word)
    }

    /// The nearer to the middle, the firmer.
    fn line(&self) -> &'static str {
        match self.kind {
            Some(ScenarioKind::Baseline) => "━",
            Some(ScenarioKind::Plausible) => "─",
            Some(ScenarioKind::Wildcard) | None => "┄",
        }
    }

    /// A scenario without a range says its term, or that none is stated.
    fn range(&self) -> Text {
        let [term, range, _] = self.likelihood.words();
        if range.is_empty() { term } else { range }
    }
}

impl Cone {
    /// The branches by their index, what goes on as it does first.
    fn inside_out(&self) -> Vec<usize> {
        let rank = |at: &usize| match self.branches[*at].kind {
            Some(ScenarioKind::Baseline) => 0,
            Some(ScenarioKind::Plausible) => 1,
            Some(ScenarioKind::Wildcard) | None => 2,
        };
        let mut inside_out: Vec<usize> = (0..self.branches.len()).collect();
        inside_out.sort_by_key(rank);
        inside_out
    }

    /// The branches from top to bottom, and the row of the middle one.
    #[must_use]
    pub fn order(&self) -> (Vec<usize>, usize) {
        let mut rows = VecDeque::new();
        let mut above = 0;
        for (at, branch) in self.inside_out().into_iter().enumerate() {
            if at % 2 == 1 {
                rows.push_front(branch);
                above += 1;
            } else {
                rows.push_back(branch);
            }
        }
        (rows.into(), above)
    }
}

impl Draw for Cone {
    /// Three of each branch: id, kind, range.
    fn words(&self) -> Vec<Text> {
        let words = self.branches.iter().flat_map(|branch| [branch.id.clone(), Text::new(Role::Text, branch.kind_word()), branch.range()]);
        words.collect()
    }

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        let (order, middle) = self.order();
        let wide = cells >= WIDE;
        let widest = |nth: usize| words.iter().skip(nth).step_by(3).map(|word| width(&word.plain())).max().unwrap_or(0);
        let spread = order.len().div_ceil(2).min(SPREAD);
        let end = 2 * spread + if wide { RUN.0 } else { RUN.1 };
        let (id, kind) = (end + 1, end + 2 + widest(0));
        let bar = kind + widest(1) + 2;
        let range = if wide { bar + BAR + 2 } else { bar - 1 };
        let rows = order.into_iter().enumerate().map(|(row, branch)| {
            let far = row.abs_diff(middle).min(spread);
            let drawn = &self.branches[branch];
            let (side, start) = match row.cmp(&middle) {
                std::cmp::Ordering::Less => ("╱", 2 * far),
                std::cmp::Ordering::Equal => ("●", 0),
                std::cmp::Ordering::Greater => ("╲", 2 * far),
            };
            let mut placed = vec![
                Placed::drawing(start, Text::new(Role::Line, side).and(Role::Bar, &drawn.line().repeat(end - start - 1))),
                Placed::word(id, branch * 3),
                Placed::word(kind, branch * 3 + 1),
                Placed::word(range, branch * 3 + 2),
            ];
            if wide {
                placed.push(Placed::drawing(bar, drawn.likelihood.bar()));
            }
            placed
        });
        rows.collect()
    }

    fn twin(&self) -> String {
        let lines = self.inside_out().into_iter().map(|at| {
            let branch = &self.branches[at];
            format!("{}, {}: {}.", branch.id.plain(), branch.kind_word(), branch.likelihood.twin())
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn is_grid(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::figure::What;

    #[test]
    fn the_baseline_is_in_the_middle_and_wildcards_at_the_edges() {
        let branch = |id: &str, kind: ScenarioKind| Branch {
            id: Text::new(Role::Accent, id),
            kind: Some(kind),
            likelihood: LikelihoodBar { likelihood: None, written: None, by: None, state: None },
        };
        let cone = Cone {
            branches: vec![
                branch("S1", ScenarioKind::Wildcard),
                branch("S2", ScenarioKind::Baseline),
                branch("S3", ScenarioKind::Plausible),
                branch("S4", ScenarioKind::Wildcard),
                branch("S5", ScenarioKind::Plausible),
            ],
        };
        let words = cone.words();
        let ids: Vec<String> = cone
            .rows(&words, 60)
            .iter()
            .filter_map(|row| {
                row.iter().find_map(|placed| if let What::Word(word, _) = placed.what { Some(words[word].plain()) } else { None })
            })
            .collect();
        assert_eq!(ids, ["S1", "S3", "S2", "S5", "S4"]);
    }
}
