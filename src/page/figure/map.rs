//! A map of the states of a briefing, framed on them, with their ties.

mod cells;
pub mod frame;
pub mod labels;
mod words;

use super::outlines::{Outline, Point, state};
use super::{Draw, FigureRow};
use crate::briefing::scale::Polarity;
use crate::page::place::Place;
use crate::page::words::{Role, Text, one_line};
use frame::Frame;
use labels::{Label, Labels, Named, crowded};

/// Below this width in cells a map shows nothing.
pub const NARROWEST: u16 = 30;

/// A map of states and their ties.
#[derive(Debug, Clone)]
pub struct Map {
    states: Vec<State>,
    ties: Vec<Tie>,
}

/// A state on a map.
#[derive(Debug, Clone)]
pub struct State {
    /// Its land.
    pub outline: &'static Outline,
    /// What the briefing calls it.
    pub name: String,
    /// Where its name leads.
    pub place: Place,
}

/// A tie between two of a map's states, by their index.
#[derive(Debug, Clone)]
pub struct Tie {
    /// From whom.
    pub from: usize,
    /// To whom.
    pub to: usize,
    /// Whether it joins or opposes.
    pub polarity: Polarity,
    /// Where it leads.
    pub place: Place,
}

/// How the lines of ties look, apart from how they are drawn.
#[must_use]
pub fn tie_role(polarity: Polarity) -> Role {
    match polarity {
        Polarity::Cooperation => Role::Cooperation,
        Polarity::Conflict => Role::Conflict,
        Polarity::Neutral => Role::Text,
    }
}

/// A map laid out for a size.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What it shows.
    pub frame: Frame,
    /// The names, in the order of the states.
    pub labels: Vec<Label>,
}

impl Map {
    /// A map of those states, by code, name and place, that have an outline; none for fewer than two.
    pub fn new(states: impl Iterator<Item = (String, String, Place)>) -> Option<Self> {
        let states = states.filter_map(|(code, name, place)| Some(State { outline: state(&code)?, name: one_line(&name), place }));
        let states: Vec<State> = states.collect();
        (states.len() >= 2).then_some(Self { states, ties: Vec::new() })
    }

    /// Draws a tie between two states, by code, if both are on the map.
    pub fn tie(&mut self, from: &str, to: &str, polarity: Polarity, place: &Place) {
        let find = |code: &str| self.states.iter().position(|state| state.outline.code == code);
        if let (Some(from), Some(to)) = (find(from), find(to)) {
            self.ties.push(Tie { from, to, polarity, place: place.clone() });
        }
    }

    /// The states, in the briefing's order.
    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The ties to be shown: those of the state, or the one tie, that leads to `lit`; all, where none does.
    pub fn ties_of(&self, lit: Option<&Place>) -> impl Iterator<Item = &Tie> {
        let is_lit = move |place: &Place| lit == Some(place);
        let any = self.states.iter().any(|state| is_lit(&state.place)) || self.ties.iter().any(|tie| is_lit(&tie.place));
        let of_lit = move |tie: &&Tie| is_lit(&tie.place) || [tie.from, tie.to].iter().any(|end| is_lit(&self.states[*end].place));
        self.ties.iter().filter(move |tie| !any || of_lit(tie))
    }

    /// The map laid out for a width and a height in cells.
    ///
    /// It shows all states if their names can be told apart, else as many as can: the farthest off are named at the
    /// edge that lies in their direction.
    #[must_use]
    pub fn sheet(&self, width: u16, height: u16) -> Sheet {
        let points: Vec<Point> = self.states.iter().map(|state| state.outline.label).collect();
        let mut kept: Vec<usize> = (0..points.len()).collect();
        loop {
            let framed: Vec<Point> = kept.iter().map(|at| points[*at]).collect();
            let frame = Frame::around(&framed, width, height);
            let places: Vec<(f64, f64)> = points.iter().map(|point| frame.project(*point)).collect();
            let last = kept.len() <= 2;
            if last || !crowded(&frame, &places) {
                let named = self.states.iter().zip(&places);
                let named: Vec<Named<'_>> =
                    named.map(|(state, at)| Named { code: state.outline.code, name: &state.name, at: *at }).collect();
                let (labels, all) = Labels::place(&frame, &named, (width, height));
                if all || last {
                    return Sheet { frame, labels: labels.placed };
                }
            }
            leave_out_farthest(&mut kept, &places);
        }
    }
}

/// Its rows depend on the density too and are made where pages become rows; its links are the list beside it.
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

/// Leaves out whoever is farthest from the middle one of those that are kept; of many, several at once.
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
