//! Figures as lines, areas and words.

use super::ink::{Colour, Ink, Paint, circle, closed, line};
use super::line::stretches;
use super::set::{QUIET, Set, Setter, Style};
use crate::export::figure::colours::ink;
use crate::export::figure::{Anchor, Drawing, EDGE, Fill, Mark, TYPE, drawn};
use crate::export::paper::{Look, Span};
use crate::page::figure::Figure;
use crate::page::{Role, Text};
use krilla::surface::Surface;
use parley::Alignment;

/// A unit of a drawing, in points.
const UNIT: f32 = 0.75;
/// The type of a figure and of its label, in points.
const LABEL: f32 = 9.0;

pub struct Picture {
    drawing: Drawing,
    scale: f32,
    /// What it is called, above it.
    label: Option<Set>,
    /// For each of its marks, the words of it.
    words: Vec<Option<(Set, Vec<Role>)>>,
}

impl Picture {
    /// A figure as wide as that at most, and as high.
    pub fn new(setter: &mut Setter, figure: &Figure, label: &str, (width, height): (f32, f32)) -> Self {
        Self::of(setter, drawn(figure, f64::from(width / UNIT)), label, (width, height), UNIT)
    }

    /// A drawing, a unit of it as large as that at most, in points.
    pub fn of(setter: &mut Setter, drawing: Drawing, label: &str, (width, height): (f32, f32), unit: f32) -> Self {
        let extent = (points(drawing.width.max(1.0)), points(drawing.height.max(1.0)));
        let label = (!label.is_empty()).then(|| setter.set(&[Span::plain(label)], &Style::plain(LABEL), width, Alignment::Start));
        let above = label.as_ref().map_or(0.0, |label| label.layout.height());
        let scale = unit.min(width / extent.0).min((height - above) / extent.1);
        let words = drawing
            .marks
            .iter()
            .map(|mark| if let Mark::Words { text, .. } = mark { Some(set(setter, text, scale)) } else { None })
            .collect();
        Self { drawing, scale, label, words }
    }

    fn above(&self) -> f32 {
        self.label.as_ref().map_or(0.0, |label| label.layout.height())
    }

    pub fn height(&self) -> f32 {
        self.above() + points(self.drawing.height) * self.scale
    }

    pub fn draw(&self, surface: &mut Surface<'_>, ink: &mut Ink, left: f32, top: f32) {
        if let Some(label) = &self.label {
            words(surface, ink, label, (left, top), |_| QUIET);
        }
        let top = top + self.above();
        let place = |(x, y): (f64, f64)| (left + points(x) * self.scale, top + points(y) * self.scale);
        for (mark, said) in self.drawing.marks.iter().zip(&self.words) {
            match mark {
                Mark::Line { from, to, role, width, dash } => {
                    let dashes = dash.pattern().iter().map(|length| points(*length) * self.scale).collect();
                    line(surface, [place(*from), place(*to)], colour(*role), points(*width) * self.scale, dashes);
                }
                Mark::Area { rings, role, fill } => {
                    let rings: Vec<Vec<(f32, f32)>> = rings.iter().map(|ring| ring.iter().map(|point| place(*point)).collect()).collect();
                    closed(surface, &rings, self.paint(*role, *fill));
                }
                Mark::Circle { middle, radius, role, fill } => {
                    let (x, y) = place(*middle);
                    circle(surface, (x, y), points(*radius) * self.scale, self.paint(*role, *fill));
                }
                Mark::Words { at, anchor, .. } => {
                    let Some((set, roles)) = said else { continue };
                    let (x, baseline) = place(*at);
                    let wide = set.layout.width();
                    let x = x - match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => wide / 2.0,
                        Anchor::End => wide,
                    };
                    let role = |span: usize| roles.get(span).copied().unwrap_or(Role::Text);
                    let own = stretches(set, 0).1;
                    words(surface, ink, set, (x, baseline - own), |span| colour(role(span)));
                }
            }
        }
    }

    fn paint(&self, role: Role, fill: Fill) -> Paint {
        let own = colour(role);
        let light = own.map(|channel| mixed(channel, fill.opacity()));
        let edge = (fill != Fill::Full).then_some((own, points(EDGE) * self.scale));
        Paint { ground: (fill != Fill::Open).then_some(light), edge }
    }
}

#[allow(clippy::cast_possible_truncation)]
pub fn points(number: f64) -> f32 {
    number as f32
}

/// A colour through which the white of the paper shows.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn mixed(channel: u8, opacity: f64) -> u8 {
    let white = 255.0 - (255.0 - f64::from(channel)) * opacity;
    // Between 0 and 255 by its making.
    points(white) as u8
}

fn set(setter: &mut Setter, text: &Text, scale: f32) -> (Set, Vec<Role>) {
    let span = |run: &crate::page::Run| Span {
        look: if run.role == Role::Strong { Look::Strong } else { Look::Plain },
        ..Span::plain(run.text())
    };
    let spans: Vec<Span> = text.runs.iter().map(span).collect();
    let set = setter.set(&spans, &Style::plain(points(TYPE) * scale), 10_000.0, Alignment::Left);
    (set, text.runs.iter().map(|run| run.role).collect())
}

fn words(surface: &mut Surface<'_>, ink: &mut Ink, set: &Set, (left, top): (f32, f32), colour: impl Fn(usize) -> Colour) {
    for line in 0..set.layout.len() {
        let (stretches, baseline) = stretches(set, line);
        for stretch in &stretches {
            ink.stretch(surface, set, stretch, (left, top + baseline), colour(usize::from(stretch.span)), false);
        }
    }
}

fn colour(role: Role) -> Colour {
    let [_, red, green, blue] = ink(role).light.to_be_bytes();
    [red, green, blue]
}
