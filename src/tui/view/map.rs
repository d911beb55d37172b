//! A map: the areas and ties that stand behind the names of a map's rows.

mod dots;

use super::last_line::set;
use crate::briefing::scale::{Mode, Polarity};
use crate::page::figure::map::labels::Side;
use crate::page::figure::map::ties::{Drawn, Words};
use crate::page::figure::map::{Map, Sheet, tie_role, tie_sign};
use crate::page::figure::outlines::world;
use crate::page::flow::Density;
use crate::page::{Place, Role, Row};
use crate::text::width;
use crate::tui::column::Column;
use crate::tui::theme::Theme;
use dots::{Dots, SEA, braille, parted};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use std::collections::HashMap;

/// Land of nobody on the map.
const REST: u16 = 1;

/// Dots that are drawn or left out together: as long as a dash with its gap.
const STRETCH: usize = 6;

/// What a land is to the cursor, from what recedes to what stands out. The dots say it where there is no colour: all of
/// them, every other, the coast alone, and few for the sea.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Land {
    Sea,
    Rest,
    Actor,
    /// It is tied to what the cursor is on.
    Tied(Polarity),
    Lit,
}

impl Land {
    fn rank(self) -> usize {
        match self {
            Self::Sea => 0,
            Self::Rest => 1,
            Self::Actor => 2,
            Self::Tied(Polarity::Neutral) => 3,
            Self::Tied(Polarity::Cooperation) => 4,
            Self::Tied(Polarity::Conflict) => 5,
            Self::Lit => 6,
        }
    }

    fn is_set(self, x: usize, y: usize, is_coast: bool) -> bool {
        match self {
            // A dot in every other cell: what is water and what is land of nobody is seen without a thought.
            Self::Sea => y % 4 == 1 && (x + y / 2).is_multiple_of(4),
            Self::Rest => is_coast,
            Self::Actor | Self::Tied(_) => is_coast || (x + y).is_multiple_of(2),
            Self::Lit => true,
        }
    }

    fn role(self) -> Role {
        match self {
            Self::Sea | Self::Rest => Role::Line,
            Self::Actor => Role::Text,
            Self::Tied(polarity) => tie_role(polarity),
            Self::Lit => Role::Accent,
        }
    }
}

/// A map as it is painted, and where on the screen.
struct Painting<'a> {
    map: &'a Map,
    sheet: Sheet,
    lit: Option<&'a Place>,
    /// What each state is to the cursor.
    states: Vec<Land>,
    drawn: Vec<Drawn<'a>>,
}

/// Paints the map of a column, as far as it can be seen.
pub fn map(column: &Column, density: Density, theme: &Theme, buffer: &mut Buffer) {
    let Some(mapped) = column.map(density) else { return };
    let (area, first) = (column.area, mapped.first);
    let end = (first + usize::from(mapped.size.1)).min(column.view().end);
    if first.max(column.top) >= end {
        return;
    }
    let painting = Painting::new(mapped.map, mapped.sheet(), column.target());
    let painted = Painted { land: painting.land(), lines: painting.lines(), words: mapped.map.words_of(&painting.sheet, &painting.drawn) };
    let from = first.max(column.top);
    for (at, row) in (from..end).zip(column.flowed.rows_from(from)) {
        let (Ok(from), Ok(to)) = (u16::try_from(at - first), u16::try_from(at - column.top)) else { continue };
        let line = Rect::new(area.x + 1, area.y + 1 + to, mapped.size.0, 1);
        painting.row(from, &painted, row, theme, line, buffer);
        painting.names(usize::from(from), theme, line, buffer);
    }
}

/// The cells that ties run through: their dots, and of which kind the last of them is.
type Lines = HashMap<(u16, u16), (Vec<(usize, usize)>, Polarity)>;

/// What stands on a map behind its names.
struct Painted<'a> {
    land: Dots,
    lines: Lines,
    words: Vec<Words<'a>>,
}

impl<'a> Painting<'a> {
    fn new(map: &'a Map, sheet: Sheet, lit: Option<&'a Place>) -> Self {
        let drawn = map.drawn(&sheet, map.ties_of(lit));
        let mut states = vec![Land::Actor; map.states().len()];
        for tie in map.ties_of(lit) {
            for end in [tie.from, tie.to] {
                let tied = Land::Tied(tie.polarity);
                if tied.rank() > states[end].rank() {
                    states[end] = tied;
                }
            }
        }
        for (land, state) in states.iter_mut().zip(map.states()) {
            if lit == Some(&state.place) {
                *land = Land::Lit;
            }
        }
        Self { map, sheet, lit, states, drawn }
    }

    /// The number of each dot's land: that of a state is its index behind those of the sea and the rest.
    fn land(&self) -> Dots {
        let mut dots = Dots::new(self.sheet.frame.cells);
        let is_state = |code: &str| self.map.states().iter().any(|state| state.outline.code == code);
        for outline in world().iter().filter(|outline| !is_state(outline.code)) {
            dots.fill(&self.sheet.frame, outline, REST);
        }
        for (number, state) in (REST + 1..).zip(self.map.states()) {
            dots.fill(&self.sheet.frame, state.outline, number);
        }
        dots.count();
        dots
    }

    fn land_of(&self, number: u16) -> Land {
        match number {
            SEA => Land::Sea,
            REST => Land::Rest,
            state => self.states.get(usize::from(state - REST - 1)).copied().unwrap_or(Land::Rest),
        }
    }

    /// The sign of a cell, and what stands out most in it: nothing else has room in one colour.
    fn cell(&self, dots: &Dots, column: u16, row: u16) -> (char, Land) {
        let (left, top) = (usize::from(column) * 2, usize::from(row) * 4);
        let land = |x: usize, y: usize| self.land_of(dots.land(left + x, top + y));
        let most = (0..8).map(|at| land(at % 2, at / 2)).max_by_key(|land| land.rank()).unwrap_or(Land::Sea);
        let sign = braille(|x, y| {
            let is_border = || dots.is_border(left + x, top + y, |other| other > REST);
            let is_coast = dots.is_coast(left + x, top + y);
            land(x, y) == most && most.is_set(left + x, top + y, is_coast) && !(most.rank() > Land::Rest.rank() && is_border())
        });
        (sign, most)
    }

    /// The dots of the ties, by their cells: cooperation drawn through, conflict in dashes, what is neither in dots. A line
    /// that no source reports has gaps: a third of it where it is alleged, half where it is expected.
    fn lines(&self) -> Lines {
        let mut cells = Lines::new();
        for Drawn { tie, from, to } in &self.drawn {
            let steps = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().clamp(1.0, 4_000.0);
            for step in 0..=dots::index(steps, 4_000) {
                let is_drawn = match tie.polarity {
                    Polarity::Cooperation => true,
                    Polarity::Conflict => step % 6 < 4,
                    Polarity::Neutral => step % 4 == 0,
                };
                let is_drawn = is_drawn
                    && match tie.mode {
                        Mode::Reported => true,
                        Mode::Alleged => step / STRETCH % 3 < 2,
                        Mode::Expected => (step / STRETCH).is_multiple_of(2),
                    };
                let share = f64::from(u32::try_from(step).unwrap_or(0)) / steps;
                let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                let Some((cell, dot)) = parted(at, self.sheet.frame.cells) else { continue };
                let (dots, polarity) = cells.entry(cell).or_insert((Vec::new(), tie.polarity));
                *polarity = tie.polarity;
                if is_drawn {
                    dots.push(dot);
                }
            }
        }
        cells
    }

    /// A row of areas and ties, with a free cell on each side of names and words.
    fn row(&self, at: u16, painted: &Painted<'_>, row: &Row, theme: &Theme, line: Rect, buffer: &mut Buffer) {
        let words: Vec<&Words<'_>> = painted.words.iter().filter(|words| words.row == usize::from(at)).collect();
        let near = |from: usize, text: &str, x: usize| (from..from + width(text) + 2).contains(&(x + 1));
        let is_written = |x: usize| {
            row.pieces.iter().any(|piece| near(piece.column, &piece.text, x))
                || words.iter().any(|words| near(words.column, &words.text, x))
        };
        for x in (0..line.width).filter(|x| !is_written(usize::from(*x))) {
            let (sign, style) = if let Some((set, polarity)) = painted.lines.get(&(x, at)) {
                let style = theme.style(tie_role(*polarity)).add_modifier(Modifier::BOLD);
                (braille(|x, y| set.contains(&(x, y))), style)
            } else {
                let (sign, land) = self.cell(&painted.land, x, at);
                (sign, theme.style(land.role()))
            };
            if let Some(cell) = buffer.cell_mut((line.x + x, line.y)) {
                cell.set_char(sign).set_style(style);
            }
        }
        for words in words {
            let style = theme.style(tie_role(words.tie.polarity)).add_modifier(Modifier::ITALIC);
            set(buffer, line, words.column, &words.text, style);
        }
    }

    /// How the names of a row look: that under the cursor, those tied to it with their sign, the rest.
    fn names(&self, row: usize, theme: &Theme, line: Rect, buffer: &mut Buffer) {
        for label in self.sheet.labels.iter().filter(|label| label.row == row) {
            let (Ok(column), Ok(cells)) = (u16::try_from(label.column), u16::try_from(label.cells())) else { continue };
            let style = match self.states[label.state] {
                Land::Lit => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
                Land::Tied(polarity) => theme.style(tie_role(polarity)).add_modifier(Modifier::BOLD),
                _ if self.lit.is_some() && !self.drawn.is_empty() => theme.style(Role::Text),
                _ => theme.style(Role::Strong),
            };
            buffer.set_style(Rect { x: line.x + column, width: cells, ..line }, style);
            let sign = match label.beyond {
                Some(Side::East) => Some(column + cells - 2),
                Some(_) => Some(column + 1),
                None => column.checked_sub(1),
            };
            if let (Land::Tied(polarity), Some(x)) = (self.states[label.state], sign) {
                buffer.set_string(line.x + x, line.y, tie_sign(polarity), style);
            }
        }
    }
}
