//! Figures as SVG: of one that depends on its width a wide drawing and a narrow one, of which the style sheet shows one.

use super::block::Writer;
use crate::export::figure::{depends_on_width, drawn, in_row};
use crate::export::markup::escaped;
use crate::export::svg::svg;
use crate::page::figure::Figure;

/// The width of a page, and that of a telephone, without their margins.
const WIDE: f64 = 640.0;
const NARROW: f64 = 272.0;

impl Writer<'_> {
    pub fn figure(&mut self, figure: &Figure) -> String {
        if !depends_on_width(figure) {
            return svg(&drawn(figure, WIDE), &self.next_id(), "all");
        }
        let wide = svg(&drawn(figure, WIDE), &self.next_id(), "wide");
        let narrow = svg(&drawn(figure, NARROW), &self.next_id(), "narrow");
        let twin = if figure.is_grid() || matches!(figure, Figure::Map(_)) { twin(figure) } else { String::new() };
        format!("{wide}\n{narrow}\n{twin}")
    }

    pub fn small(&mut self, figure: &Figure) -> String {
        svg(&in_row(figure), &self.next_id(), "all")
    }
}

/// The figure in words, where its own are scattered over it.
fn twin(figure: &Figure) -> String {
    let lines: Vec<String> = figure.twin().lines().map(|line| format!("<p dir=\"auto\">{}</p>\n", escaped(line))).collect();
    format!("<details>\n<summary>In words</summary>\n{}</details>\n", lines.concat())
}
