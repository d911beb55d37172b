//! Terms of a yardstick on the rule from 0 to 100: what each states, and under it what came about of what was called so.

use super::{BAR, Draw, FigureRow, Placed};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text};
use crate::score::interval::{percent, real};
use crate::score::{Interval, Row};
use crate::text::width;

/// The rule where there is room, in cells.
const WIDE: usize = 2 * BAR;

#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Each with where it leads, if that is elsewhere. What it says stands in words beside the figure.
    pub terms: Vec<(Row, Option<Place>)>,
}

/// What the signs mean.
pub const SIGNS: &str = "█ stated   ├─●─┤ came about, and what that may be a share of (95 %)";

/// The cells of a rule that an interval touches.
fn cells(interval: Interval, of: usize) -> std::ops::Range<usize> {
    let of_rule = real(of);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is between 0 and 1")]
    let at = |share: f64, round: fn(f64) -> f64| round((share * of_rule * 1e6).round() / 1e6) as usize;
    let start = at(interval.low, f64::floor).min(of - 1);
    start..at(interval.high, f64::ceil).clamp(start + 1, of)
}

fn stated(row: &Row, of: usize) -> Text {
    let range = cells(crate::score::term::range(row.term), of);
    let line = |count| "─".repeat(count);
    Text::new(Role::Line, &line(range.start)).and(Role::Bar, &"█".repeat(range.len())).and(Role::Line, &line(of - range.end))
}

/// Nothing where there is no case.
fn observed(row: &Row, of: usize) -> Text {
    let Some(share) = row.share() else { return Text::default() };
    let range = cells(row.interval(), of);
    let point = cells(Interval { low: share, high: share }, of).start.clamp(range.start, range.end - 1);
    let sign = |at: usize| match at {
        at if at == point => "●",
        at if at == range.start => "├",
        at if at + 1 == range.end => "┤",
        _ => "─",
    };
    let drawn: String = range.clone().map(sign).collect();
    let (before, behind) = drawn.split_once('●').unwrap_or((&drawn, ""));
    Text::new(Role::Text, &" ".repeat(range.start)).and(Role::Line, before).and(Role::Strong, "●").and(Role::Line, behind)
}

/// "14 of 22, 64 % (43–80 %)".
#[must_use]
pub fn counted(row: &Row) -> String {
    let Some(share) = row.share() else { return "no case".to_owned() };
    let (low, high) = row.interval().percent();
    format!("{} of {}, {} % ({low}–{high} %)", row.came, row.of, percent(share))
}

impl Draw for Calibration {
    /// Two for each term.
    fn words(&self) -> Vec<Text> {
        let words = |(row, place): &(Row, Option<Place>)| {
            let term = match place {
                Some(place) => Text::default().link_as(Role::Strong, row.term.word(), place.clone()),
                None => Text::new(Role::Strong, row.term.word()),
            };
            [term.and(Role::Quiet, &format!(", {}", row.term.range())), Text::new(Role::Text, &counted(row))]
        };
        self.terms.iter().flat_map(words).collect()
    }

    fn rows(&self, words: &[Text], cells: usize) -> Vec<FigureRow> {
        let longest = words.iter().map(|word| width(&word.plain())).max().unwrap_or(0);
        let rule = if WIDE + 2 + longest <= cells { WIDE } else { BAR };
        let beside = rule + 2 + longest <= cells;
        let mut rows = Vec::new();
        for (at, (row, _)) in self.terms.iter().enumerate() {
            let drawn = [stated(row, rule), observed(row, rule)].map(|text| Placed::drawing(0, text));
            let column = if beside { rule + 2 } else { 0 };
            let [term, counted] = [2 * at, 2 * at + 1].map(|word| Placed::word(column, word));
            let [bar, share] = drawn;
            if at > 0 && !beside {
                rows.push(Vec::new());
            }
            rows.extend(if beside {
                vec![vec![bar, term], vec![share, counted]]
            } else {
                vec![vec![term], vec![bar], vec![share], vec![counted]]
            });
        }
        let ticks = if rule == WIDE { "0                  50                100" } else { "0        50      100" };
        rows.push(vec![Placed::drawing(0, Text::new(Role::Quiet, ticks))]);
        rows
    }

    fn twin(&self) -> String {
        let line = |(row, _): &(Row, Option<Place>)| format!("{}, {}: {}.", row.term.word(), row.term.range(), counted(row));
        self.terms.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::scale::{Likelihood, Yardstick};
    use crate::page::place::ScaleName;

    fn row(word: &str, came: usize, of: usize) -> Row {
        Row { term: Likelihood::on(Yardstick::Icd203, word).expect("a term"), came, of, partly: 0 }
    }

    #[test]
    fn m7_what_came_about_stands_under_what_was_stated() {
        // 55–80 % states; 14 of 22 are 64 %, between 43 and 80 %.
        let likely = row("likely", 14, 22);
        assert_eq!(stated(&likely, BAR).plain(), "───────────█████────");
        assert_eq!(observed(&likely, BAR).plain(), "        ├───●───┤");
        assert_eq!(counted(&likely), "14 of 22, 64 % (42–81 %)");
        assert_eq!(observed(&row("likely", 0, 0), BAR).plain(), "");
        for (came, of) in [(0, 1), (1, 1), (0, 300), (300, 300), (1, 300)] {
            let drawn = observed(&row("almost certain", came, of), BAR).plain();
            assert!(drawn.contains('●') && drawn.chars().count() <= BAR, "{came} of {of}: {drawn:?}");
        }
    }

    #[test]
    fn m7_the_words_of_a_calibration_fit_at_every_width() {
        let place = Place::Scale(ScaleName::Likelihood);
        let terms = Yardstick::Icd203.terms().map(|term| (Row { term, came: 700, of: 1000, partly: 0 }, Some(place.clone())));
        let figure = Calibration { terms: terms.collect() };
        let words = figure.words();
        for cells in 32..140 {
            for placed in figure.rows(&words, cells).iter().flatten() {
                let wide = match &placed.what {
                    super::super::What::Word(word, _) => width(&words[*word].plain()),
                    super::super::What::Drawing(text) => width(&text.plain()),
                };
                assert!(placed.column + wide <= cells, "{placed:?} at {cells}");
            }
        }
        assert_eq!(figure.twin().lines().count(), 7);
    }
}
