//! A map in words: its plain-text twin, and what its lines mean.

use super::frame::Frame;
use super::{Map, tie_role, tie_sign};
use crate::briefing::scale::{Mode, Polarity, Vocabulary};
use crate::page::figure::outlines::{Point, wrapped};
use crate::page::words::{Role, Text};

impl Map {
    /// What the signs, lines and areas mean, for the kinds of ties that the map has.
    #[must_use]
    pub fn legend(&self) -> Text {
        let kinds = [(Polarity::Cooperation, "⠤⠤⠤"), (Polarity::Conflict, "⠤⠄⠤"), (Polarity::Neutral, "⠄⠄⠄")];
        let present = kinds.into_iter().filter(|(polarity, _)| self.ties.iter().any(|tie| tie.polarity == *polarity));
        let text = present.fold(Text::default(), |text, (polarity, line)| {
            let text = text.and(tie_role(polarity), &format!("{} {line}", tie_sign(polarity)));
            text.and(Role::Quiet, &format!(" {}   ", polarity.label()))
        });
        let modes = [(Mode::Alleged, "⠤⠤ ⠤"), (Mode::Expected, "⠤ ⠤")];
        let mut present = modes.into_iter().filter(|(mode, _)| self.ties.iter().any(|tie| tie.mode == *mode)).peekable();
        // There is one row, and what the gaps in a line mean nobody can guess.
        if present.peek().is_some() {
            return present.fold(text, |text, (mode, line)| text.and(Role::Text, line).and(Role::Quiet, &format!(" {}   ", mode.word())));
        }
        text.and(Role::Text, "⢕⢕").and(Role::Quiet, " actor   ").and(Role::Accent, "⣿⣿").and(Role::Quiet, " cursor")
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
