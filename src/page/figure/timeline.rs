//! Events and horizons on a rule of time: to scale where there are dates, in order where there are none.

use super::{Draw, FigureRow, Placed, What};
use crate::briefing::date::{Day, day_number};
use crate::page::styled_text::{Role, Text};
use crate::text::{clip, width};

/// The fewest cells of the rule: in a narrower column it is cut at the right.
const RULE: usize = 20;
/// The most cells of a lane's label: in a narrow figure, and in a wide one.
const LABELS: (usize, usize) = (9, 18);
/// The most rows of a lane; marks that find no room share the last.
const DEEP: usize = 24;
const WIDE: usize = 56;

/// The most of the rule that events without any date before them take, in tenths.
const EARLY: usize = 6;
/// The fewest cells of the rule that are to scale.
const TO_SCALE: usize = 12;

/// What happened, to the left of the present, and the horizons of what we judge, to its right.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// The day on which the past ends, by its number, and its name: "today".
    pub present: (i64, String),
    /// The events without a date, in their order.
    pub undated: Vec<Undated>,
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
    pub when: When,
    /// One cell wide, or two.
    pub sign: Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The first and the last day that it may have happened on, by their numbers; `None` at an open end.
    Days(Option<i64>, Option<i64>),
    /// Its 0-based place among those without a date, and that of the last that happened during it.
    Order(usize, usize),
}

/// An event without a date.
#[derive(Debug, Clone)]
pub struct Undated {
    /// Its id.
    pub name: String,
    /// The days of the dated events before and after it, by their numbers.
    pub between: (Option<i64>, Option<i64>),
}

/// Until when something is judged.
#[derive(Debug, Clone)]
pub struct Horizon {
    /// The last day, by its number.
    pub day: i64,
    /// The id of the judgement, and how likely it is.
    pub label: Text,
}

struct Scale {
    first: i64,
    last: i64,
    /// The column that the rule begins at; `cells` is its length.
    start: usize,
    cells: usize,
    /// How much of it is not to scale: what happened there has no date before it.
    early: usize,
    /// The cell of each event without a date.
    undated: Vec<usize>,
}

impl Scale {
    /// The cell of a day on the rule, 0-based; days off its ends lie on them.
    fn cell(&self, day: i64) -> usize {
        let span = u128::from(self.last.abs_diff(self.first).max(1));
        let into = u128::from(day.clamp(self.first, self.last).abs_diff(self.first));
        self.early + usize::try_from(into * ((self.cells - self.early) as u128 - 1) / span).unwrap_or(0)
    }

    /// Those without a date side by side, each between the dated ones around it.
    fn in_order(&mut self, undated: &[Undated], present: i64) {
        let mut at = 0;
        while at < undated.len() {
            let between = undated[at].between;
            let alike = undated[at..].iter().take_while(|event| event.between == between).count();
            let cells = match between {
                (None, _) => (0..alike).map(|nth| nth * self.early / alike).collect::<Vec<_>>(),
                (Some(before), after) => {
                    let (from, to) = (self.cell(before), self.cell(after.unwrap_or(present)));
                    (1..=alike).map(|nth| from + to.saturating_sub(from) * nth / (alike + 1)).collect()
                }
            };
            self.undated.extend(cells);
            at += alike;
        }
    }
}

impl Timeline {
    fn scale(&self, cells: usize) -> Scale {
        let label = self.lanes.iter().map(|lane| width(&lane.label.plain())).chain([HORIZONS.len()]).max().unwrap_or(0);
        let start = 1 + label.min(if cells < WIDE { LABELS.0 } else { LABELS.1 });
        let marks = self.lanes.iter().flat_map(|lane| &lane.marks).map(|mark| mark.when);
        let events = marks.flat_map(|when| match when {
            When::Days(first, last) => [first, last],
            When::Order(..) => [None, None],
        });
        let days = events.flatten().chain(self.horizons.iter().map(|horizon| horizon.day)).chain([self.present.0]);
        let (first, last) = days.fold((i64::MAX, i64::MIN), |(first, last), day| (first.min(day), last.max(day)));
        let cells = cells.saturating_sub(start).max(RULE);
        let early: Vec<usize> = self.undated.iter().filter(|event| event.between.0.is_none()).map(|event| width(&event.name) + 1).collect();
        let needed = early.len() * early.iter().max().unwrap_or(&0);
        // Where nothing has a date, only the present is to scale.
        let most = if first == last { cells - 1 } else { (cells * EARLY / 10).min(cells - TO_SCALE) };
        // As many cells for each, as long as there is one.
        let early = if needed > most && most > early.len() { most / early.len() * early.len() } else { needed.min(most) };
        let mut scale = Scale { first, last, start, cells, early, undated: Vec::new() };
        scale.in_order(&self.undated, self.present.0);
        scale
    }

    /// Names of years or months, below them the rule with its ticks, and the ids of events that have no date.
    fn rule(&self, scale: &Scale) -> Vec<FigureRow> {
        let mut names = Vec::new();
        let mut ticks: Vec<&str> = [vec!["┄"; scale.early], vec!["─"; scale.cells - scale.early]].concat();
        if scale.early > width(IN_ORDER) {
            names.push(Placed::drawing(scale.start, Text::new(Role::Quiet, IN_ORDER)));
        }
        let mut free = scale.early;
        for (day, name) in ticks_between(scale.first, scale.last, (scale.cells - scale.early) / 8) {
            let cell = scale.cell(day);
            ticks[cell] = "┴";
            if cell >= free && cell + width(&name) <= scale.cells {
                free = cell + width(&name) + 1;
                names.push(Placed::drawing(scale.start + cell, Text::new(Role::Quiet, &name)));
            }
        }
        ticks[scale.cell(self.present.0)] = "┼";
        let mut rows = vec![names, vec![Placed::drawing(scale.start, Text::new(Role::Line, &ticks.concat()))]];
        let mut ids = Vec::new();
        let mut free = 0;
        for (event, cell) in self.undated.iter().zip(&scale.undated) {
            if *cell >= free && cell + width(&event.name) <= scale.cells {
                free = cell + width(&event.name) + 1;
                ids.push(Placed::drawing(scale.start + cell, Text::new(Role::Quiet, &event.name)));
            }
        }
        if !ids.is_empty() {
            rows.push(ids);
        }
        rows
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
            // The sign stands at what is known: the beginning, or else the end.
            let (from, to, at_end, stroke) = match mark.when {
                When::Days(first, last) => {
                    let from = scale.cell(first.unwrap_or(scale.first));
                    let to = scale.cell(last.unwrap_or(self.present.0)).max(from);
                    (from, to, first.is_none(), if last.is_none() { "╌" } else { "━" })
                }
                When::Order(own, last) => (scale.undated[own], scale.undated[last.max(own)], false, "━"),
            };
            let cells = width(&mark.sign.plain()).max(1);
            let from = from.min(scale.cells - cells);
            let to = to.max(from + cells - 1);
            let free = rows.iter().position(|(_, taken)| !taken[from..=to].contains(&true));
            let place = free.or((rows.len() == DEEP).then_some(DEEP - 1)).unwrap_or_else(|| {
                rows.push((Vec::new(), vec![false; scale.cells]));
                rows.len() - 1
            });
            let (row, taken) = &mut rows[place];
            taken[from..=to].fill(true);
            let role = mark.sign.runs.first().map_or(Role::Text, |run| run.role);
            let (sign, rest) = if at_end { (to + 1 - cells, from) } else { (from, from + cells) };
            row.push(Placed::word(scale.start + sign, label + 1 + at));
            row.push(Placed::drawing(scale.start + rest, Text::new(role, &stroke.repeat(to + 1 - from - cells))));
        }
        if rows.is_empty() {
            rows.push((Vec::new(), vec![false; scale.cells]));
        }
        let rows = rows.into_iter().enumerate().map(|(at, (mut row, taken))| {
            self.present(scale, &mut row, &taken);
            if at == 0 {
                row.push(Placed { column: 0, what: What::Word(label, scale.start - 1) });
            }
            row
        });
        rows.collect()
    }

    /// A row for each horizon: those of one day stand one below another, and the first is led to. `first` is the index of
    /// the first label among the words.
    fn forecasts(&self, scale: &Scale, first: usize) -> Vec<FigureRow> {
        let present = scale.cell(self.present.0);
        let mut led_to = None;
        let rows = self.horizons.iter().enumerate().map(|(at, horizon)| {
            let mut row = Vec::new();
            let cell = scale.cell(horizon.day);
            let wide = width(&horizon.label.plain());
            // Behind the sign if there is room, else before it.
            let behind = cell + 2 + wide <= scale.cells;
            let label = if behind { cell + 2 } else { cell.saturating_sub(wide + 1) };
            let written = if behind { cell..label + wide } else { label..cell + 1 };
            if !written.contains(&present) {
                row.push(Placed::drawing(scale.start + present, Text::new(Role::Line, "│")));
            }
            if led_to.replace(horizon.day) != Some(horizon.day) {
                let leader = "┄".repeat(written.start.saturating_sub(present + 2));
                row.push(Placed::drawing(scale.start + present + 1, Text::new(Role::Quiet, &leader)));
            }
            let room = if behind { usize::MAX } else { cell.saturating_sub(label + 1) };
            row.push(Placed { column: scale.start + label, what: What::Word(first + at, room) });
            row.push(Placed::drawing(scale.start + cell, Text::new(Role::Accent, "◇")));
            row
        });
        let mut rows: Vec<FigureRow> = rows.collect();
        if let Some(row) = rows.first_mut() {
            row.push(Placed::drawing(0, Text::new(Role::Quiet, &clip(HORIZONS, scale.start - 1))));
        }
        rows
    }
}

/// What stands before the horizons.
const HORIZONS: &str = "we judge";
/// What stands over the part of the rule that is not to scale.
const IN_ORDER: &str = "undated, as listed";

/// The first days of months or years between two days, with their names: at most about `most` of them.
fn ticks_between(first: i64, last: i64, most: usize) -> Vec<(i64, String)> {
    // 400 years of the Gregorian calendar have 146,097 days.
    let year_of = |day: i64| i32::try_from(1970 + (day * 400).div_euclid(146_097)).unwrap_or(i32::MAX - 2);
    let years = (year_of(first) - 1)..=(year_of(last) + 1);
    let most = i64::try_from(most.max(1)).unwrap_or(1);
    let months = (last - first) / 30 + 1;
    if months <= most * 6 {
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
        let (cell, name) = (scale.cell(self.present.0), &self.present.1);
        let column = (scale.start + cell + 1).saturating_sub(width(name).div_ceil(2)).min(cells.saturating_sub(width(name)));
        let mut rows = vec![vec![Placed::drawing(column, Text::new(Role::Quiet, name))]];
        rows.extend(self.rule(&scale));
        let mut label = 0;
        for lane in &self.lanes {
            rows.extend(self.lane(&scale, lane, label));
            label += 1 + lane.marks.len();
        }
        rows.extend(self.forecasts(&scale, label));
        rows
    }

    fn twin(&self) -> String {
        self.twin.clone()
    }

    fn is_grid(&self) -> bool {
        true
    }
}
