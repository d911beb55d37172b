//! A map in words: its plain-text twin, and what its lines mean.

use super::frame::Frame;
use super::{Map, tie_role, tie_sign};
use crate::briefing::scale::{Mode, Polarity, Vocabulary};
use crate::page::figure::outlines::{Point, wrapped};
use crate::page::styled_text::{Role, Text};
use crate::text::width;

impl Map {
    /// What the signs, lines and areas mean, for the kinds of ties that the map has, in rows of `cells` cells: none of it is
    /// cut.
    #[must_use]
    pub fn legend(&self, cells: usize) -> Vec<Text> {
        let entries = self.signs();
        let wide = |entry: &Text| width(&entry.plain());
        let whole: usize = entries.iter().map(wide).sum();
        let gaps = entries.len().saturating_sub(1);
        let gap = if whole + 3 * gaps <= cells { "   " } else { "  " };
        let mut rows: Vec<Text> = Vec::new();
        for entry in entries {
            match rows.last_mut() {
                Some(row) if wide(row) + gap.len() + wide(&entry) <= cells => {
                    *row = std::mem::take(row).and(Role::Quiet, gap).append(entry);
                }
                _ => rows.push(entry),
            }
        }
        rows
    }

    fn signs(&self) -> Vec<Text> {
        let kinds = [(Polarity::Cooperation, "⠤⠤⠤"), (Polarity::Conflict, "⠤⠄⠤"), (Polarity::Neutral, "⠄⠄⠄")];
        let present = kinds.into_iter().filter(|(polarity, _)| self.ties.iter().any(|tie| tie.polarity == *polarity));
        let mut signs: Vec<Text> = present
            .map(|(polarity, line)| {
                let sign = format!("{} {line}", tie_sign(polarity));
                Text::new(tie_role(polarity), &sign).and(Role::Quiet, &format!(" {}", polarity.label()))
            })
            .collect();
        let sign = |role, sign: &str, word: &str| Text::new(role, sign).and(Role::Quiet, &format!(" {word}"));
        let modes = [(Mode::Alleged, "⠤⠤ ⠤"), (Mode::Expected, "⠤ ⠤")];
        let present = modes.into_iter().filter(|(mode, _)| self.ties.iter().any(|tie| tie.mode == *mode));
        let modes: Vec<Text> = present.map(|(mode, line)| sign(Role::Text, line, mode.word())).collect();
        // What the gaps in a line mean nobody can guess; an actor and the cursor are seen for what they are.
        if modes.is_empty() {
            signs.extend([sign(Role::Text, "⢕⢕", "actor"), sign(Role::Accent, "⣿⣿", "cursor")]);
        }
        signs.extend(modes);
        signs
    }

    /// "On the map: Iran 32° N 55° E. Beyond its edges: the United States to the west."
    pub(super) fn in_words(&self) -> String {
        // A size of its own: text has the same words however wide it is printed.
        let sheet = self.sheet(58, 18);
        let (mut within, mut beyond) = (Vec::new(), Vec::new());
        for state in self.states() {
            let point = state.outline.label;
            if sheet.frame.holds(sheet.frame.project(point)) {
                within.push(format!("{} {}", state.name, degrees(point)));
            } else {
                beyond.push(format!("{} to the {}", state.name, direction(&sheet.frame, point)));
            }
        }
        let mut twin = format!("On the map: {}.", within.join(", "));
        if !beyond.is_empty() {
            twin += &format!(" Beyond its edges: {}.", beyond.join(", "));
        }
        twin
    }
}

/// "32° N 55° E".
fn degrees(point: Point) -> String {
    let one =
        |degrees: f64, positive: char, negative: char| format!("{:.0}° {}", degrees.abs(), if degrees < 0.0 { negative } else { positive });
    format!("{} {}", one(point.latitude, 'N', 'S'), one(point.longitude, 'E', 'W'))
}

/// In which of eight directions a point lies from the middle of the frame, as the map shows it.
fn direction(frame: &Frame, point: Point) -> &'static str {
    let (x, y) = frame.project(point);
    let (east, north) = (x - frame.dots.0 / 2.0, frame.dots.1 / 2.0 - y);
    let from_north = wrapped(libm::atan2(east, north).to_degrees());
    let names = ["south", "south-west", "west", "north-west", "north", "north-east", "east", "south-east"];
    let at = (0_u8..8).find(|at| (from_north + 180.0 - f64::from(*at) * 45.0).abs() <= 22.5).unwrap_or(0);
    names[usize::from(at)]
}
