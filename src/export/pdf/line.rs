//! A line as glyphs: stretches of one font and one span, in the order of the text, at the places where they are seen.

use super::set::{Mark, Set};
use parley::{FontData, Line, PositionedLayoutItem, Run};
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Glyph {
    pub id: u32,
    pub advance: f32,
    pub x: f32,
    pub y: f32,
    /// The bytes that it stands for.
    pub range: Range<usize>,
}

#[derive(Debug, Clone)]
pub struct Stretch {
    pub font: FontData,
    pub size: f32,
    pub span: Mark,
    pub range: Range<usize>,
    pub x: f32,
    pub width: f32,
    /// From the left.
    pub glyphs: Vec<Glyph>,
}

/// The stretches of a line, and its baseline from the top of the text.
pub fn stretches(set: &Set, line: usize) -> (Vec<Stretch>, f32) {
    let Some(line) = set.layout.lines().nth(line) else { return (Vec::new(), 0.0) };
    let mut x = beginning(&line);
    let mut all: Vec<Stretch> = Vec::new();
    for run in line.runs() {
        for (span, glyphs) in clusters(&run, &set.text) {
            let width: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
            let range = hull(glyphs.iter().map(|glyph| &glyph.range));
            all.push(Stretch { font: run.font().clone(), size: run.font_size(), span, range, x, width, glyphs });
            x += width;
        }
    }
    all.sort_by_key(|stretch| stretch.range.start);
    (all, line.metrics().baseline)
}

/// From the first byte of ranges to the last.
pub fn hull<'r>(ranges: impl Iterator<Item = &'r Range<usize>>) -> Range<usize> {
    ranges.cloned().reduce(|all, one| all.start.min(one.start)..all.end.max(one.end)).unwrap_or_default()
}

fn beginning(line: &Line<'_, Mark>) -> f32 {
    let first = line.items().find_map(|item| if let PositionedLayoutItem::GlyphRun(run) = item { Some(run.offset()) } else { None });
    first.unwrap_or_else(|| line.metrics().offset)
}

/// The glyphs of a run from the left, cut where the span changes. What goes on a ligature is a part of its glyph.
fn clusters(run: &Run<'_, Mark>, text: &str) -> Vec<(Mark, Vec<Glyph>)> {
    let mut logical: Vec<(Mark, Vec<Glyph>)> = Vec::new();
    for cluster in run.clusters() {
        if cluster.is_ligature_continuation() {
            if let Some((_, glyphs)) = logical.last_mut() {
                for glyph in glyphs {
                    glyph.range.end = glyph.range.end.max(cluster.text_range().end);
                }
            }
            continue;
        }
        let glyphs: Vec<parley::Glyph> = cluster.glyphs().collect();
        let ranges = ranges(text, &cluster.text_range(), glyphs.len(), run.is_rtl());
        let glyph =
            |(glyph, range): (parley::Glyph, Range<usize>)| Glyph { id: glyph.id, advance: glyph.advance, x: glyph.x, y: glyph.y, range };
        logical.push((cluster.style().brush, glyphs.into_iter().zip(ranges).map(glyph).collect()));
    }
    if run.is_rtl() {
        logical.reverse();
    }
    let mut all: Vec<(Mark, Vec<Glyph>)> = Vec::new();
    for (span, glyphs) in logical.into_iter().filter(|(_, glyphs)| !glyphs.is_empty()) {
        match all.last_mut() {
            Some((before, together)) if *before == span => together.extend(glyphs),
            _ => all.push((span, glyphs)),
        }
    }
    all
}

/// What each glyph of a cluster stands for, from the left: a letter and the joiner or the accents on it each for itself,
/// where there is a glyph for each. Readers take glyphs that share their letters apart in the wrong order.
fn ranges(text: &str, cluster: &Range<usize>, glyphs: usize, right: bool) -> Vec<Range<usize>> {
    let letters = text[cluster.clone()].char_indices();
    let mut single: Vec<Range<usize>> = letters.map(|(at, c)| cluster.start + at..cluster.start + at + c.len_utf8()).collect();
    if single.len() != glyphs {
        return vec![cluster.clone(); glyphs];
    }
    if right {
        single.reverse();
    }
    single
}
