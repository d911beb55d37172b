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
    let Some(line) = set.layout.get(line) else { return (Vec::new(), 0.0) };
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
    let right = run.is_rtl();
    let mut all: Vec<(Mark, Vec<Glyph>)> = Vec::new();
    // Of the glyphs of the last span, those of the last cluster.
    let mut last = 0;
    for cluster in run.clusters() {
        let range = cluster.text_range();
        if cluster.is_ligature_continuation() {
            for glyph in all.last_mut().into_iter().flat_map(|(_, glyphs)| &mut glyphs[last..]) {
                glyph.range.end = glyph.range.end.max(range.end);
            }
            continue;
        }
        let mut glyphs = cluster.glyphs();
        let Some(first) = glyphs.next() else {
            last = all.last().map_or(0, |(_, own)| own.len());
            continue;
        };
        let span = cluster.style().brush;
        if all.last().is_none_or(|(before, _)| *before != span) {
            all.push((span, Vec::new()));
        }
        let Some((_, own)) = all.last_mut() else { continue };
        last = own.len();
        own.push(set(first, range.clone()));
        own.extend(glyphs.map(|glyph| set(glyph, range.clone())));
        let count = own.len() - last;
        if count > 1 {
            for (glyph, range) in own[last..].iter_mut().zip(ranges(text, &range, count, right)) {
                glyph.range = range;
            }
        }
        if right {
            // From the left: what was said last stands first.
            own[last..].reverse();
        }
    }
    if right {
        all.reverse();
        for (_, glyphs) in &mut all {
            glyphs.reverse();
        }
    }
    all
}

fn set(glyph: parley::Glyph, range: Range<usize>) -> Glyph {
    Glyph { id: glyph.id, advance: glyph.advance, x: glyph.x, y: glyph.y, range }
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
