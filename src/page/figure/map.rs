//! A map of the states of a briefing, framed on them, with their ties.

mod cells;
pub mod frame;
pub mod labels;
pub mod ties;
mod words;

use super::outlines::{Outline, Point, state, wrapped};
use super::{Draw, FigureRow};
use crate::briefing::scale::{Mode, Polarity};
use crate::page::place::Place;
use crate::page::styled_text::{Role, Text, one_line};
use frame::{Frame, View};
use labels::{Label, Labels, Named, crowded};

/// A map is not drawn in fewer cells than these.
pub const NARROWEST: u16 = 30;

#[derive(Debug, Clone)]
pub struct Map {
    states: Vec<State>,
    ties: Vec<Tie>,
    /// How the reader looks at it; none where the map has chosen.
    pub view: Option<View>,
}

#[derive(Debug, Clone)]
pub struct State {
    pub outline: &'static Outline,
    /// As the briefing has it.
    pub name: String,
    pub place: Place,
}

/// A tie; both ends are indices of states.
#[derive(Debug, Clone)]
pub struct Tie {
    pub from: usize,
    pub to: usize,
    pub polarity: Polarity,
    pub mode: Mode,
    /// What it is: "partners with".
    pub words: String,
    pub place: Place,
}

/// The colour of a tie. Its sign or the pattern of its line says the same.
#[must_use]
pub fn tie_role(polarity: Polarity) -> Role {
    match polarity {
        Polarity::Cooperation => Role::Cooperation,
        Polarity::Conflict => Role::Conflict,
        Polarity::Neutral => Role::Text,
    }
}

/// The sign of a tie. Colour never says it alone.
#[must_use]
pub fn tie_sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Cooperation => "+",
        Polarity::Conflict => "×",
        Polarity::Neutral => "○",
    }
}

/// A map laid out for a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub frame: Frame,
    /// In the order of the states.
    pub labels: Vec<Label>,
}

impl Map {
    /// A map of the states, given by code, name and place, that have an outline. One state alone has no neighbours to
    /// show.
    pub fn new(states: impl Iterator<Item = (String, String, Place)>) -> Option<Self> {
        let states = states.filter_map(|(code, name, place)| Some(State { outline: state(&code)?, name: one_line(&name), place }));
        let states: Vec<State> = states.collect();
        (states.len() >= 2).then_some(Self { states, ties: Vec::new(), view: None })
    }

    /// Adds a tie between two states, by their codes, if both are on the map.
    pub fn tie(&mut self, from: &str, to: &str, (polarity, mode): (Polarity, Mode), words: &str, place: &Place) {
        let find = |code: &str| self.states.iter().position(|state| state.outline.code == code);
        if let (Some(from), Some(to)) = (find(from), find(to)) {
            self.ties.push(Tie { from, to, polarity, mode, words: one_line(words), place: place.clone() });
        }
    }

    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    #[must_use]
    pub fn ties(&self) -> &[Tie] {
        &self.ties
    }

    /// The ties that a screen draws: those of the state that leads to `lit`, or the one tie that does. All at once would hide
    /// each other.
    pub fn ties_of(&self, lit: Option<&Place>) -> impl Iterator<Item = &Tie> {
        let is_lit = move |place: &Place| lit == Some(place);
        self.ties.iter().filter(move |tie| is_lit(&tie.place) || [tie.from, tie.to].iter().any(|end| is_lit(&self.states[*end].place)))
    }

    /// Where the reader looks who comes nearer to what leads to `lit`: at the state, or between the ends of the tie.
    #[must_use]
    pub fn spot(&self, lit: Option<&Place>) -> Option<Point> {
        let state = self.states.iter().find(|state| lit == Some(&state.place));
        state.map(|state| state.outline.label).or_else(|| {
            let tie = self.ties.iter().find(|tie| lit == Some(&tie.place))?;
            Some(between(self.states[tie.from].outline.label, self.states[tie.to].outline.label))
        })
    }

    /// The map laid out for a width and a height in cells.
    ///
    /// The frame holds as many states as can be told apart by their names. Those farthest off are named at the edge
    /// that lies in their direction.
    #[must_use]
    pub fn sheet(&self, width: u16, height: u16) -> Sheet {
        match &self.view {
            Some(view) => self.labelled(view.frame(width, height)).0,
            None => self.framed(width, height),
        }
    }

    fn framed(&self, width: u16, height: u16) -> Sheet {
        let points: Vec<Point> = self.states.iter().map(|state| state.outline.label).collect();
        let mut kept: Vec<usize> = (0..points.len()).collect();
        loop {
            let framed: Vec<Point> = kept.iter().map(|at| points[*at]).collect();
            let frame = Frame::around(&framed, width, height);
            let places: Vec<(f64, f64)> = points.iter().map(|point| frame.project(*point)).collect();
            let last = kept.len() <= 2;
            if last || !crowded(&frame, &places) {
                let (sheet, all) = self.labelled(frame);
                if all || last {
                    return sheet;
                }
            }
            leave_out_farthest(&mut kept, &places);
        }
    }

    /// The names of a frame, and whether nobody within it is left out.
    fn labelled(&self, frame: Frame) -> (Sheet, bool) {
        let named = self.states.iter().map(|state| {
            let at = frame.project(state.outline.label);
            Named { code: state.outline.code, name: &state.name, at }
        });
        let (labels, all) = Labels::place(&frame, &named.collect::<Vec<_>>());
        (Sheet { frame, labels: labels.placed }, all)
    }
}

/// Half the shorter way around the globe.
fn between(from: Point, to: Point) -> Point {
    let longitude = wrapped(from.longitude + wrapped(to.longitude - from.longitude) / 2.0);
    Point { longitude, latitude: f64::midpoint(from.latitude, to.latitude) }
}

/// No words and no rows: the height of a map depends on the density, so `page::flow` lays it out and `tui::view` paints
/// it. Its links are those of the list beside it.
impl Draw for Map {
    fn words(&self) -> Vec<Text> {
        Vec::new()
    }

    fn rows(&self, _: &[Text], _: usize) -> Vec<FigureRow> {
        Vec::new()
    }

    fn twin(&self) -> String {
        self.in_words()
    }
}

/// Leaves out the state farthest from the median of those that are kept. Of many it leaves out several: each round lays
/// the whole map out anew.
fn leave_out_farthest(kept: &mut Vec<usize>, places: &[(f64, f64)]) {
    let median = |by: fn(&(f64, f64)) -> f64| {
        let mut numbers: Vec<f64> = kept.iter().map(|at| by(&places[*at])).collect();
        numbers.sort_by(f64::total_cmp);
        numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
    };
    let (x, y) = (median(|place| place.0), median(|place| place.1));
    kept.sort_by(|a, b| {
        let off = |at: usize| libm::hypot(places[at].0 - x, places[at].1 - y);
        off(*a).total_cmp(&off(*b))
    });
    let fewer = kept.len() - 1 - kept.len() / 16;
    kept.truncate(fewer.max(2));
}
