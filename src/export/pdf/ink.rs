//! Glyphs and grounds put on a page.

use super::line::{Glyph, Stretch};
use super::set::Set;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::paint::Fill;
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

/// Fills a rectangle; nothing where it has no area.
pub fn ground(surface: &mut Surface<'_>, rect: Rect, colour: [u8; 3]) {
    let mut path = PathBuilder::new();
    path.push_rect(rect);
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(colour)));
        surface.draw_path(&path);
    }
}

fn fill([red, green, blue]: [u8; 3]) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}
