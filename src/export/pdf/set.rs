//! Text set in lines: shaped, put in the order that it is seen in, and broken where a line ends.

use super::fonts::Fonts;
use crate::export::paper::language::is_right;
use crate::export::paper::{Kind, Look, Piece, Span};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, IndentOptions, Layout, LayoutContext};
use std::borrow::Cow;
use std::ops::Range;

/// Which span of its piece a character is of.
pub type Mark = u16;

/// How a kind of piece looks. Lengths are in points.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub size: f32,
    pub bold: bool,
    pub before: f32,
    pub after: f32,
    pub left: f32,
    /// What the lines behind the first are indented by.
    pub hang: f32,
    /// The next piece begins on the page that this one ends on.
    pub keep: bool,
    pub colour: [u8; 3],
}

pub const INK: [u8; 3] = [0; 3];
pub const QUIET: [u8; 3] = [89; 3];
pub const HEADING: [u8; 3] = [31, 56, 100];
pub const LINK: [u8; 3] = [11, 83, 148];
/// The ground behind quoted words.
pub const LIT: [u8; 3] = [255, 242, 204];

impl Style {
    #[must_use]
    pub fn of(piece: &Piece<'_>) -> Self {
        let plain = Self {
            size: 10.0,
            bold: false,
            before: if piece.gap { 6.0 } else { 1.5 },
            after: 0.0,
            left: 0.0,
            hang: 0.0,
            keep: false,
            colour: INK,
        };
        match piece.kind {
            Kind::Title => Self { size: 20.0, bold: true, before: 0.0, after: 3.0, keep: true, ..plain },
            Kind::Heading(heading) => {
                let (size, before, after) =
                    [(15.0, 0.0, 5.0), (12.0, 14.0, 3.0), (10.5, 9.0, 2.0)][usize::from(heading.level.clamp(1, 3)) - 1];
                Self { size, bold: true, before, after, keep: true, colour: HEADING, ..plain }
            }
            Kind::Paragraph | Kind::Figure(_) => plain,
            Kind::Note => Self { after: 6.0, colour: QUIET, ..plain },
            Kind::Row => Self { hang: 18.0, ..plain },
            Kind::Under => Self { left: 18.0, before: 0.0, ..plain },
            Kind::Quote => Self { left: 18.0, before: 3.0, after: 2.0, ..plain },
            Kind::Sentence => Self { hang: 26.0, ..plain },
        }
    }
}

/// A piece in lines.
pub struct Set {
    pub text: String,
    pub layout: Layout<Mark>,
    /// Characters that no font has, at the bytes of the mark that stands for each.
    pub swapped: Vec<(usize, char)>,
    pub left: f32,
}

impl Set {
    /// Top and bottom of each line, from the top of the first.
    pub fn lines(&self) -> Vec<(f32, f32)> {
        self.layout.lines().map(|line| (line.metrics().block_min_coord, line.metrics().block_max_coord)).collect()
    }

    /// The text as it was written, where characters of it had to be replaced.
    pub fn written(&self, range: &Range<usize>) -> Cow<'_, str> {
        let shown = &self.text[range.clone()];
        if !self.swapped.iter().any(|(at, _)| range.contains(at)) {
            return Cow::Borrowed(shown);
        }
        let letter = |(at, c): (usize, char)| self.swapped.iter().find(|(other, _)| *other == at + range.start).map_or(c, |(_, c)| *c);
        Cow::Owned(shown.char_indices().map(letter).collect())
    }
}

pub struct Setter {
    pub fonts: Fonts,
    layouts: LayoutContext<Mark>,
}

impl Setter {
    pub fn new(fonts: Fonts) -> Self {
        Self { fonts, layouts: LayoutContext::new() }
    }

    /// Sets spans as one paragraph of this width.
    pub fn set(&mut self, spans: &[Span], style: &Style, width: f32, alignment: Alignment) -> Set {
        let mut text = String::new();
        let mut swapped = Vec::new();
        let mut ranges = Vec::new();
        for span in spans {
            let from = text.len();
            for c in span.text.chars() {
                if self.fonts.missing.contains(&c) {
                    swapped.push((text.len(), c));
                    text.push(char::REPLACEMENT_CHARACTER);
                } else {
                    text.push(c);
                }
            }
            ranges.push(from..text.len());
        }
        let families: Vec<FontFamilyName<'_>> = self.fonts.families.iter().map(|name| FontFamilyName::Named(Cow::Borrowed(name))).collect();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts.context, &text, 1.0, false);
        builder.set_base_direction(if is_right(&text) { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.35)));
        // A word that is longer than the line is broken where the line ends.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        for ((at, span), range) in (0..Mark::MAX).zip(spans).zip(&ranges).filter(|(_, range)| !range.is_empty()) {
            builder.push(StyleProperty::Brush(at), range.clone());
            if span.look == Look::Strong {
                builder.push(StyleProperty::FontWeight(FontWeight::BOLD), range.clone());
            }
        }
        let mut layout = builder.build(&text);
        layout.set_text_indent(style.hang, IndentOptions { hanging: true, ..IndentOptions::default() });
        layout.break_all_lines(Some(width - style.left));
        layout.align(alignment, AlignmentOptions::default());
        Set { text, layout, swapped, left: style.left }
    }
}
