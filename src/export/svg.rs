//! Drawings as SVG within HTML: no script, nothing from elsewhere, colours by the classes of the page's style sheet.

use super::figure::colours::ink;
use super::figure::{Anchor, Dash, Drawing, EDGE, Fill, Mark, Point};
use super::markup::escaped;
use crate::page::Text;
use std::fmt::{self, Write};

/// `id` is one that nothing else in the document has; `class` is for the style sheet.
#[must_use]
pub fn svg(drawing: &Drawing, id: &str, class: &str) -> String {
    let (width, height) = (units(drawing.width.max(1.0)), units(drawing.height.max(1.0)));
    let mut out = format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
         aria-labelledby=\"{id}_t {id}_d\"><title id=\"{id}_t\">{}</title><desc id=\"{id}_d\">{}</desc>",
        escaped(drawing.title),
        escaped(&drawing.twin.replace('\n', " "))
    );
    for mark in &drawing.marks {
        out.push_str(&shape(mark));
    }
    out + "</svg>"
}

fn shape(mark: &Mark) -> String {
    match mark {
        Mark::Line { from, to, role, width, dash } => {
            let dashes = if *dash == Dash::None { String::new() } else { format!(" stroke-dasharray=\"{}\"", list(dash.pattern())) };
            format!("<path class=\"s {}\" stroke-width=\"{}\"{dashes} d=\"{}\"/>", ink(*role).name, units(*width), path(&[*from, *to]))
        }
        Mark::Area { rings, role, fill } => {
            let rings: String = rings.iter().map(|ring| path(ring) + "z").collect();
            format!("<path class=\"{} {}\"{} d=\"{rings}\"/>", filled(*fill), ink(*role).name, edge(*fill))
        }
        Mark::Circle { middle, radius, role, fill } => format!(
            "<circle class=\"{} {}\"{} cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            filled(*fill),
            ink(*role).name,
            edge(*fill),
            units(middle.0),
            units(middle.1),
            units(*radius)
        ),
        Mark::Words { at, anchor, text } => {
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            // As an attribute: validators know no such property of CSS.
            format!("<text paint-order=\"stroke\" x=\"{}\" y=\"{}\"{anchor}>{}</text>", units(at.0), units(at.1), runs(text))
        }
    }
}

fn runs(text: &Text) -> String {
    let run = |run: &crate::page::Run| format!("<tspan class=\"{}\">{}</tspan>", ink(run.role).name, escaped(run.text()));
    text.runs.iter().map(run).collect()
}

fn filled(fill: Fill) -> &'static str {
    ["full", "half", "light", "open"][fill as usize]
}

fn edge(fill: Fill) -> String {
    if fill == Fill::Full { String::new() } else { format!(" stroke-width=\"{}\"", units(EDGE)) }
}

/// From one point to the next.
fn path(points: &[Point]) -> String {
    let mut out = String::with_capacity(points.len() * 12);
    for (at, point) in points.iter().enumerate() {
        let _ = write!(out, "{}{} {}", if at == 0 { "M" } else { "L" }, units(point.0), units(point.1));
    }
    out
}

fn list(numbers: &[f64]) -> String {
    numbers.iter().map(|number| units(*number).to_string()).collect::<Vec<_>>().join(" ")
}

/// To a tenth of a unit: finer nobody sees.
#[derive(Clone, Copy)]
struct Units(f64);

fn units(number: f64) -> Units {
    Units(number)
}

impl fmt::Display for Units {
    #[expect(clippy::cast_possible_truncation)]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A map has ten thousand of these, and whole numbers are written much faster.
        let tenths = (self.0 * 10.0).round() as i64;
        let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
        f.write_str(if tenths < 0 { "-" } else { "" })?;
        if rest == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{rest}") }
    }
}
