//! Ranges on the rule from 0 to 100, to scale, with the terms of the yardstick; and shares of a whole.

use super::{Anchor, CELL, Dash, Drawing, Fill, Mark, Point, length, number};
use crate::briefing::scale::{Likelihood, Yardstick};
use crate::page::figure::{CoverageBar, LikelihoodBar, LikelihoodShift};
use crate::page::{Role, Text};

/// The width of a bar in the row of a list.
pub const SMALL: f64 = 160.0;
/// That of a slide: it is drawn much larger.
pub const SLIDE: f64 = 360.0;
/// The most that a rule is wide.
const WIDEST: f64 = 560.0;
/// The height of the bar on the rule.
const BAR: f64 = 10.0;
const LINE: f64 = CELL.1;
/// Where letters end below their line, from its top.
const BASE: f64 = 11.0;
/// At the ends of a rule there is room for half of its last number.
const MARGIN: f64 = 2.0;

/// A rule, in the units of its drawing.
#[derive(Clone, Copy)]
struct Rule {
    left: f64,
    width: f64,
    /// The top of the bar on it.
    top: f64,
}

impl Rule {
    fn at(self, percent: u8) -> f64 {
        self.left + self.width * f64::from(percent) / 100.0
    }

    fn range(self, drawing: &mut Drawing, term: Likelihood, role: Role, fill: Fill) {
        let bottom = self.top + BAR;
        drawing.area((self.at(term.low()), self.top), (self.at(term.high()), bottom), role, fill);
    }

    /// The line, and a stroke wherever a term begins or ends.
    fn line(self, drawing: &mut Drawing, yardstick: Option<Yardstick>) {
        let middle = self.top + BAR / 2.0;
        drawing.line((self.left, middle), (self.left + self.width, middle), Role::Line, 1.0, Dash::None);
        let ends = yardstick.into_iter().flat_map(Yardstick::terms).flat_map(|term| [term.low(), term.high()]);
        let mut ends: Vec<u8> = ends.chain([0, 100]).collect();
        ends.sort_unstable();
        ends.dedup();
        for end in ends {
            let x = self.at(end);
            drawing.line((x, self.top), (x, self.top + BAR), Role::Line, 0.8, Dash::None);
        }
    }

    /// The numbers under it.
    fn numbers(self, drawing: &mut Drawing, base: f64) {
        for (percent, anchor) in [(0, Anchor::Start), (50, Anchor::Middle), (100, Anchor::End)] {
            let text = Text::new(Role::Quiet, &format!("{percent} %"));
            drawing.words((self.at(percent), base), anchor, text);
        }
    }

    /// The terms under it, each below its range: on the first line with room for it.
    fn terms(self, drawing: &mut Drawing, yardstick: Yardstick, chosen: &[Likelihood], top: f64) -> f64 {
        let mut lines: Vec<f64> = Vec::new();
        let place = |term: Likelihood| {
            let role = if chosen.contains(&term) { Role::Strong } else { Role::Quiet };
            let text = Text::new(role, term.word());
            let wide = length(&text);
            let middle = f64::midpoint(self.at(term.low()), self.at(term.high()));
            let most = (self.left + self.width - wide).max(self.left);
            (text, wide, middle, (middle - wide / 2.0).clamp(self.left, most))
        };
        let mut placed = Vec::new();
        for (text, wide, middle, left) in yardstick.terms().map(place) {
            let line = lines.iter().position(|end| end + CELL.0 <= left).unwrap_or(lines.len());
            if line == lines.len() {
                lines.push(0.0);
            }
            lines[line] = left + wide;
            placed.push((text, middle, left + wide / 2.0, top + number(line) * LINE));
        }
        for (_, middle, _, line) in &placed {
            drawing.line((*middle, self.top + BAR + 1.0), (*middle, line + 2.0), Role::Line, 0.5, Dash::Short);
        }
        for (text, _, middle, line) in placed {
            drawing.words((middle, line + BASE), Anchor::Middle, text);
        }
        top + number(lines.len()) * LINE
    }
}

fn wide(width: f64) -> f64 {
    width.min(WIDEST)
}

pub fn bar_alone(bar: &LikelihoodBar) -> Drawing {
    let mut drawing = Drawing::new(SMALL, BAR + 4.0);
    let rule = Rule { left: MARGIN, width: SMALL - 2.0 * MARGIN, top: 2.0 };
    rule.line(&mut drawing, bar.likelihood.map(Likelihood::yardstick));
    if let Some(term) = bar.likelihood {
        rule.range(&mut drawing, term, Role::Bar, Fill::Full);
    }
    drawing
}

/// The range on the rule, and the numbers under it.
pub fn on_slide(bar: &LikelihoodBar) -> Drawing {
    let rule = Rule { left: MARGIN, width: SLIDE - 2.0 * MARGIN, top: 2.0 };
    let mut drawing = Drawing::new(SLIDE, 2.0 + BAR + 2.0 + LINE);
    rule.line(&mut drawing, bar.likelihood.map(Likelihood::yardstick));
    if let Some(term) = bar.likelihood {
        rule.range(&mut drawing, term, Role::Bar, Fill::Full);
    }
    rule.numbers(&mut drawing, rule.top + BAR + 2.0 + BASE);
    drawing
}

/// Its words, the range on the rule, and the terms of the yardstick under it.
pub fn likelihood(bar: &LikelihoodBar, width: f64) -> Drawing {
    let words = bar.words().into_iter().filter(|text| !text.is_empty());
    let rule = on_rule(words.collect(), bar.likelihood.map(Likelihood::yardstick), width);
    rule.drawn(&[bar.likelihood.map(|term| (term, Role::Bar, Fill::Full))])
}

/// The old range is light and the new one full.
pub fn shift(shift: &LikelihoodShift, width: f64) -> Drawing {
    let words = crate::page::figure::Figure::LikelihoodShift(shift.clone()).words(None);
    let known = shift.now.likelihood.or(shift.then.likelihood);
    let ranges = [
        shift.then.likelihood.map(|term| (term, Role::Quiet, Fill::Light)),
        shift.now.likelihood.map(|term| (term, Role::Bar, Fill::Half)),
    ];
    on_rule(words, known.map(Likelihood::yardstick), width).drawn(&ranges)
}

/// What stands on a rule with words over it.
struct OnRule {
    words: Vec<Text>,
    yardstick: Option<Yardstick>,
    width: f64,
}

fn on_rule(words: Vec<Text>, yardstick: Option<Yardstick>, width: f64) -> OnRule {
    OnRule { words, yardstick, width: wide(width) }
}

impl OnRule {
    fn drawn(self, ranges: &[Option<(Likelihood, Role, Fill)>]) -> Drawing {
        let mut drawing = Drawing::new(self.width, 0.0);
        let top = in_lines(&mut drawing, self.words, self.width);
        let rule = Rule { left: MARGIN, width: self.width - 2.0 * MARGIN, top: top + 3.0 };
        rule.line(&mut drawing, self.yardstick);
        for (term, role, fill) in ranges.iter().flatten() {
            rule.range(&mut drawing, *term, *role, *fill);
        }
        let numbers = rule.top + BAR + 2.0 + BASE;
        rule.numbers(&mut drawing, numbers);
        let chosen: Vec<Likelihood> = ranges.iter().flatten().map(|(term, ..)| *term).collect();
        let below = numbers + 4.0;
        drawing.height = self.yardstick.map_or(below, |yardstick| rule.terms(&mut drawing, yardstick, &chosen, below)) + 2.0;
        drawing
    }
}

/// Words one behind another, on as many lines as they need; where they end.
fn in_lines(drawing: &mut Drawing, words: Vec<Text>, width: f64) -> f64 {
    let (mut left, mut top) = (MARGIN, 0.0);
    for text in words {
        let long = length(&text);
        if left > MARGIN && left + long > width {
            (left, top) = (MARGIN, top + LINE);
        }
        drawing.words((left, top + BASE), Anchor::Start, text);
        left += long + 2.0 * CELL.0;
    }
    top + LINE
}

/// Claimed full, set aside half, open empty; in words below.
pub fn coverage(bar: &CoverageBar, width: f64) -> Drawing {
    let width = wide(width);
    let mut drawing = Drawing::new(width, 0.0);
    let (left, long) = (MARGIN, width - 2.0 * MARGIN);
    let all = bar.sentences.max(1);
    let at = |sentences: usize| left + long * number(sentences) / number(all);
    let accounted = bar.claimed + bar.set_aside;
    for (from, to, role, fill) in [
        (0, bar.claimed, Role::Bar, Fill::Full),
        (bar.claimed, accounted, Role::Quiet, Fill::Half),
        (accounted, bar.sentences, Role::Line, Fill::Open),
    ] {
        if to > from {
            drawing.area((at(from), 2.0), (at(to), 2.0 + BAR), role, fill);
        }
    }
    let words = crate::page::figure::Figure::Coverage(bar.clone()).words(None);
    let words: Vec<Text> = words.iter().map(|text| Text::new(Role::Text, &text.plain())).collect();
    let mut below = Drawing::default();
    drawing.height = in_lines(&mut below, words, width) + BAR + 6.0;
    drawing.marks.extend(below.marks.into_iter().map(|mark| lowered(mark, BAR + 4.0)));
    drawing
}

fn lowered(mark: Mark, by: f64) -> Mark {
    match mark {
        Mark::Words { at, anchor, text } => Mark::Words { at: (at.0, at.1 + by), anchor, text },
        other => other,
    }
}

/// The range of a likelihood on a rule of its own, for a row of a larger figure.
pub fn range(drawing: &mut Drawing, bar: &LikelihoodBar, (left, top): Point, width: f64) {
    let rule = Rule { left, width, top };
    rule.line(drawing, None);
    if let Some(term) = bar.likelihood {
        rule.range(drawing, term, Role::Bar, Fill::Full);
    }
}
