//! Events and horizons on a rule of time, to scale.

use super::{Draw, FigureRow, Placed};
use crate::briefing::date::{Day, day_number};
use crate::page::words::{Role, Text};
use crate::text::{clip, width};

/// The fewest cells of the rule: in a narrower column it is cut at the right.
const RULE: usize = 20;
/// The most cells of a lane's label: in a narrow figure, and in a wide one.
const LABELS: (usize, usize) = (9, 18);
/// The most rows of a lane; marks that find no room share the last.
const DEEP: usize = 24;
const WIDE: usize = 56;

/// What happened, to the left of the present, and the horizons of what we judge, to its right.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The day on which the past ends, by its number, and its name: "today".
    pub present: (i64, String),
    /// A lane for all events, then one for each of some actors.
    pub lanes: Vec<Lane>,
    pub horizons: Vec<Horizon>,
    /// The figure in words.
    pub twin: String,
}

#[derive(Debug, Clone)]
pub struct Lane {
    pub label: Text,
    /// In the order of time.
    pub marks: Vec<Mark>,
}

/// An event on the rule.
#[derive(Debug, Clone)]
pub struct Mark {
    /// The first and the last day that it may have happened on, by their numbers; `None` at an open end.
    pub days: (Option<i64>, Option<i64>),
    /// One cell wide.
    pub sign: Text,
}

/// Until when something is judged.
#[derive(Debug, Clone)]
pub struct Horizon {
    /// The last day, by its number.
    pub day: i64,
    /// The id of the judgement.
    pub label: Text,
}

struct Scale {
    first: i64,
    last: i64,
    /// The column that the rule begins at; `cells` is its length.
    start: usize,
    cells: usize,
}

impl Scale {
    /// The cell of a day on the rule, 0-based; days off its ends lie on them.
    fn cell(&self, day: i64) -> usize {
        let span = u128::from(self.last.abs_diff(self.first).max(1));
        let into = u128::from(day.clamp(self.first, self.last).abs_diff(self.first));
        usize::try_from(into * (self.cells as u128 - 1) / span).unwrap_or(0)
    }
}

impl Timeline {
    fn scale(&self, cells: usize) -> Scale {
        let label = self.lanes.iter().map(|lane| width(&lane.label.plain())).chain([HORIZONS.len()]).max().unwrap_or(0);
        let start = 1 + label.min(if cells < WIDE { LABELS.0 } else { LABELS.1 });
        let events = self.lanes.iter().flat_map(|lane| &lane.marks).flat_map(|mark| [mark.days.0, mark.days.1]).flatten();
        let days = events.chain(self.horizons.iter().map(|horizon| horizon.day)).chain([self.present.0]);
        let (first, last) = days.fold((i64::MAX, i64::MIN), |(first, last), day| (first.min(day), last.max(day)));
        Scale { first, last, start, cells: cells.saturating_sub(start).max(RULE) }
    }

    /// Names of years or months, and below them the rule with its ticks.
    fn rule(&self, scale: &Scale) -> [FigureRow; 2] {
        let mut names = Vec::new();
        let mut ticks: Vec<&str> = vec!["─"; scale.cells];
        let mut free = 0;
        for (day, name) in ticks_between(scale.first, scale.last, scale.cells / 8) {
            let cell = scale.cell(day);
            ticks[cell] = "┴";
            if cell >= free && cell + width(&name) <= scale.cells {
                free = cell + width(&name) + 1;
                names.push(Placed::drawing(scale.start + cell, Text::new(Role::Quiet, &name)));
            }
        }
        ticks[scale.cell(self.present.0)] = "┼";
        [names, vec![Placed::drawing(scale.start, Text::new(Role::Line, &ticks.concat()))]]
    }

    /// The line of the present on a row, where nothing else stands on it.
    fn present(&self, scale: &Scale, row: &mut FigureRow, taken: &[bool]) {
        let cell = scale.cell(self.present.0);
        if !taken[cell] {
            row.push(Placed::drawing(scale.start + cell, Text::new(Role::Line, "│")));
        }
    }

    /// A lane on as many rows as it needs: no mark hides another.
    fn lane(&self, scale: &Scale, lane: &Lane, label: usize) -> Vec<FigureRow> {
        let mut rows: Vec<(FigureRow, Vec<bool>)> = Vec::new();
        for (at, mark) in lane.marks.iter().enumerate() {
            let from = scale.cell(mark.days.0.unwrap_or(scale.first));
            let to = scale.cell(mark.days.1.unwrap_or(self.present.0)).max(from);
            let free = rows.iter().position(|(_, taken)| !taken[from..=to].contains(&true));
            let place = free.or((rows.len() == DEEP).then_some(DEEP - 1)).unwrap_or_else(|| {
                rows.push((Vec::new(), vec![false; scale.cells]));
                rows.len() - 1
            });
            let (row, taken) = &mut rows[place];
            taken[from..=to].fill(true);
            let role = mark.sign.runs.first().map_or(Role::Text, |run| run.role);
            // The sign stands at a day that is known: the beginning, or else the end.
            let (sign, rest) = if mark.days.0.is_some() { (from, from + 1) } else { (to, from) };
            row.push(Placed::word(scale.start + sign, label + 1 + at));
            let open = if mark.days.1.is_none() { "╌" } else { "━" };
            row.push(Placed::drawing(scale.start + rest, Text::new(role, &open.repeat(to - from))));
        }
        if rows.is_empty() {
            rows.push((Vec::new(), vec![false; scale.cells]));
        }
        let rows = rows.into_iter().enumerate().map(|(at, (mut row, taken))| {
            self.present(scale, &mut row, &taken);
            if at == 0 {
                row.push(Placed { column: 0, what: super::What::Word(label, scale.start - 1) });
            }
            row
        });
        rows.collect()
    }

    /// Horizons of one cell stand together; `first` is the index of their first label among the words.
    fn forecasts(&self, scale: &Scale, first: usize) -> Vec<FigureRow> {
        let mut rows: Vec<FigureRow> = Vec::new();
        let present = scale.cell(self.present.0);
        let mut at = 0;
        while at < self.horizons.len() {
            let cell = scale.cell(self.horizons[at].day);
            let wide = |at: usize| width(&self.horizons[at].label.plain()) + 1;
            let alike = self.horizons[at..].iter().take_while(|horizon| scale.cell(horizon.day) == cell).count();
            // Behind the mark if there is room for all, else before it, on as many rows as that takes.
            let behind = (at..at + alike).map(wide).sum::<usize>() < scale.cells - cell;
            // Between the present and a mark close to it nothing fits: there labels may reach over the line of the present.
            let room = match cell.saturating_sub(present + 1) {
                _ if behind => scale.cells - cell - 1,
                0..6 => cell,
                right_of_present => right_of_present,
            };
            let mut count = 0;
            let mut used = 0;
            while count < alike && (count == 0 || used + wide(at + count) <= room) {
                used += wide(at + count);
                count += 1;
            }
            let mut row = Vec::new();
            let mut column = if behind { cell + 2 } else { cell.saturating_sub(used) };
            let line = if behind { cell } else { column.saturating_sub(1) };
            let from = present.min(cell) + 1;
            // The line of the present never hides what is written.
            let written =
                if behind { cell..column + (at..at + count).map(wide).sum::<usize>() } else { column..cell.max(column + used) + 1 };
            if !written.contains(&present) {
                row.push(Placed::drawing(scale.start + present, Text::new(Role::Line, "│")));
            }
            row.push(Placed::drawing(scale.start + from, Text::new(Role::Quiet, &"┄".repeat(line.saturating_sub(from)))));
            for next in at..at + count {
                row.push(Placed::word(scale.start + column, first + next));
                column += wide(next);
            }
            row.push(Placed::drawing(scale.start + cell.max(if behind { 0 } else { column }), Text::new(Role::Accent, "◇")));
            rows.push(row);
            at += count;
        }
        if let Some(row) = rows.first_mut() {
            row.push(Placed::drawing(0, Text::new(Role::Quiet, &clip(HORIZONS, scale.start - 1))));
        }
        rows
    }
}

/// What stands before the horizons.
const HORIZONS: &str = "we judge";

/// The first days of months or years between two days, with their names: at most about `most` of them.
fn ticks_between(first: i64, last: i64, most: usize) -> Vec<(i64, String)> {
    // 400 years of the Gregorian calendar have 146,097 days.
    let year_of = |day: i64| i32::try_from(1970 + (day * 400).div_euclid(146_097)).unwrap_or(i32::MAX - 2);
    let years = (year_of(first) - 1)..=(year_of(last) + 1);
    let most = i64::try_from(most.max(1)).unwrap_or(1);
    let months = (last - first) / 30 + 1;
    if months <= most * 3 {
        let step = u8::try_from((months / most).clamp(1, 6)).unwrap_or(1);
        let step = [1, 2, 3, 6].into_iter().find(|wanted| *wanted >= step).unwrap_or(6);
        let days = years.flat_map(move |year| (1..=12).step_by(step.into()).map(move |month| (year, month, 1)));
        return between(first, last, days, |(year, month, _)| {
            if month == 1 { year.to_string() } else { crate::briefing::date::MONTHS[usize::from(month) - 1].to_owned() }
        });
    }
    let span = i64::from(year_of(last) - year_of(first)) + 1;
    // A year may have nine digits: only those with a tick are looked at.
    let steps = (0..10).flat_map(|zeros| [1, 2, 5].map(|digit| digit * 10_i32.pow(zeros.min(8))));
    let step = steps.into_iter().find(|step| span / i64::from(*step) <= most).unwrap_or(500_000_000);
    let from = years.start() - years.start().rem_euclid(step);
    let ticks = (i64::from(from)..=i64::from(*years.end())).step_by(step.unsigned_abs() as usize);
    between(first, last, ticks.filter_map(|year| Some((i32::try_from(year).ok()?, 1, 1))), |(year, ..)| year.to_string())
}

fn between(first: i64, last: i64, days: impl Iterator<Item = Day>, name: impl Fn(Day) -> String) -> Vec<(i64, String)> {
    let numbered = days.map(|day| (day_number(day), day)).filter(|(number, _)| (first..=last).contains(number));
    numbered.map(|(number, day)| (number, name(day))).collect()
}

impl Draw for Timeline {
    fn words(&self) -> Vec<Text> {
        let lanes = self.lanes.iter().flat_map(|lane| std::iter::once(&lane.label).chain(lane.marks.iter().map(|mark| &mark.sign)));
        lanes.chain(self.horizons.iter().map(|horizon| &horizon.label)).cloned().collect()
    }

    fn rows(&self, _: &[Text], cells: usize) -> Vec<FigureRow> {
        let scale = self.scale(cells);
        let mut rows = self.rule(&scale).to_vec();
        let mut label = 0;
        for lane in &self.lanes {
            rows.extend(self.lane(&scale, lane, label));
            label += 1 + lane.marks.len();
        }
        rows.extend(self.forecasts(&scale, label));
        let (cell, name) = (scale.cell(self.present.0), &self.present.1);
        let column = (scale.start + cell + 1).saturating_sub(width(name).div_ceil(2)).min(cells.saturating_sub(width(name)));
        rows.push(vec![Placed::drawing(column, Text::new(Role::Quiet, name))]);
        rows
    }

    fn twin(&self) -> String {
        self.twin.clone()
    }

    fn is_grid(&self) -> bool {
        true
    }
}
