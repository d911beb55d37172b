//! Glyphs and grounds put on a page.

use super::line::{Glyph, Stretch};
use super::set::Set;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use std::collections::HashMap;

#[derive(Default)]
pub struct Ink {
    /// By the data that they come from, and their number in it.
    fonts: HashMap<(u64, u32), Option<Font>>,
    /// What each glyph stands for, as its font will say it.
    names: HashMap<(u64, u32, u32), String>,
}

impl Ink {
    /// Draws a stretch. Where the words are said elsewhere (`said`), each glyph keeps the one name that it has: a second
    /// name would be a span of its own, and readers take no span within a span.
    pub fn stretch(
        &mut self,
        surface: &mut Surface<'_>,
        set: &Set,
        stretch: &Stretch,
        (left, baseline): (f32, f32),
        colour: [u8; 3],
        said: bool,
    ) {
        let (data, id) = stretch.font.data.clone().into_raw_parts();
        let index = stretch.font.index;
        let font = self.fonts.entry((id, index)).or_insert_with(|| Font::new(data.into(), index));
        let Some(font) = font.clone() else { return };
        let mut names = String::new();
        let glyph = |glyph: &Glyph| {
            let own = &set.text[glyph.range.clone()];
            let name = self.names.entry((id, index, glyph.id)).or_insert_with(|| own.to_owned());
            let range = if said { names.len()..names.len() + name.len() } else { glyph.range.clone() };
            names.push_str(name);
            let size = stretch.size;
            KrillaGlyph::new(GlyphId::new(glyph.id), glyph.advance / size, glyph.x / size, glyph.y / size, 0.0, range, None)
        };
        let glyphs: Vec<KrillaGlyph> = stretch.glyphs.iter().map(glyph).collect();
        let text = if said { names.as_str() } else { set.text.as_str() };
        surface.set_fill(Some(fill(colour)));
        surface.draw_glyphs(Point::from_xy(left + stretch.x, baseline), &glyphs, font, text, stretch.size, false);
    }
}

/// How an area is painted.
#[derive(Debug, Clone, Copy)]
pub struct Paint {
    pub ground: Option<Colour>,
    /// The colour and the width of its edge.
    pub edge: Option<(Colour, f32)>,
}

pub type Colour = [u8; 3];

/// Fills a rectangle.
pub fn ground(surface: &mut Surface<'_>, rect: Rect, colour: Colour) {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    painted(surface, path, Paint { ground: Some(colour), edge: None });
}

/// Closed rings; where two of them overlap there is a hole.
pub fn closed(surface: &mut Surface<'_>, rings: &[Vec<(f32, f32)>], paint: Paint) {
    let mut path = PathBuilder::new();
    for ring in rings {
        for (at, (x, y)) in ring.iter().enumerate() {
            if at == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        if !ring.is_empty() {
            path.close();
        }
    }
    painted(surface, path, paint);
}

pub fn circle(surface: &mut Surface<'_>, (x, y): (f32, f32), radius: f32, paint: Paint) {
    // Four curves of Bézier come within a thousandth of a circle with this.
    let bend = radius * 0.5523;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + bend, x + bend, y + radius, x, y + radius);
    path.cubic_to(x - bend, y + radius, x - radius, y + bend, x - radius, y);
    path.cubic_to(x - radius, y - bend, x - bend, y - radius, x, y - radius);
    path.cubic_to(x + bend, y - radius, x + radius, y - bend, x + radius, y);
    path.close();
    painted(surface, path, paint);
}

pub fn line(surface: &mut Surface<'_>, [from, to]: [(f32, f32); 2], colour: Colour, width: f32, dashes: Vec<f32>) {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    let Some(path) = path.finish() else { return };
    let dash = (!dashes.is_empty()).then_some(StrokeDash { array: dashes, offset: 0.0 });
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: paint(colour), width, dash, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn painted(surface: &mut Surface<'_>, path: PathBuilder, how: Paint) {
    let Some(path) = path.finish() else { return };
    surface.set_fill(how.ground.map(|colour| Fill { rule: FillRule::EvenOdd, ..fill(colour) }));
    surface.set_stroke(how.edge.map(|(colour, width)| Stroke { paint: paint(colour), width, ..Stroke::default() }));
    if how.ground.is_some() || how.edge.is_some() {
        surface.draw_path(&path);
    }
    surface.set_stroke(None);
}

fn paint([red, green, blue]: Colour) -> krilla::paint::Paint {
    rgb::Color::new(red, green, blue).into()
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: paint(colour), ..Fill::default() }
}
