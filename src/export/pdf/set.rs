//! Text set in lines: shaped, put in the order that it is seen in, and broken where a line ends.

use super::fonts::{Fonts, is_drawn};
use crate::export::paper::language::is_right;
use crate::export::paper::{Heading, Kind, Look, Piece, Span};
use crate::text::script::Script;
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{Alignment, AlignmentOptions, BaseDirection, IndentOptions, Layout, LayoutContext};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// Which span of its piece a character is of.
pub type Mark = u16;

/// How a kind of piece looks. Lengths are in points.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    pub size: f32,
    /// From line to line.
    pub leading: f32,
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

/// From line to line, in sizes of the type.
const LEADING: f32 = 1.35;

pub const INK: [u8; 3] = [0; 3];
pub const QUIET: [u8; 3] = [89; 3];
pub const HEADING: [u8; 3] = [31, 56, 100];
pub const LINK: [u8; 3] = [11, 83, 148];
/// The ground behind quoted words.
pub const LIT: [u8; 3] = [255, 242, 204];

impl Style {
    #[must_use]
    pub fn plain(size: f32) -> Self {
        let leading = size * LEADING;
        Self { size, leading, bold: false, before: 0.0, after: 0.0, left: 0.0, hang: 0.0, keep: false, colour: INK }
    }

    fn heading(size: f32, before: f32, after: f32) -> Self {
        Self { bold: true, before, after, keep: true, colour: HEADING, ..Self::plain(size) }
    }

    #[must_use]
    pub fn of(piece: &Piece<'_>) -> Self {
        let plain = Self { before: if piece.gap { 6.0 } else { 1.5 }, ..Self::plain(10.0) };
        match piece.kind {
            Kind::Title => Self { colour: INK, ..Self::heading(20.0, 0.0, 3.0) },
            Kind::Heading(Heading { level: 1, .. }) => Self::heading(15.0, 0.0, 5.0),
            Kind::Heading(Heading { level: 2, .. }) => Self::heading(12.0, 14.0, 3.0),
            Kind::Heading(_) => Self::heading(10.5, 9.0, 2.0),
            Kind::Paragraph | Kind::Figure { .. } => plain,
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
    swaps: Vec<Swap>,
    pub left: f32,
}

/// A character that no font has.
struct Swap {
    /// Where it is, in bytes of the text that is set.
    at: usize,
    written: char,
    /// A mark stands for it; else nothing does.
    shown: bool,
}

impl Set {
    /// Top and bottom of each line, from the top of the first.
    pub fn lines(&self) -> Vec<(f32, f32)> {
        self.layout.lines().map(|line| (line.metrics().block_min_coord, line.metrics().block_max_coord)).collect()
    }

    /// The text as it was written, where characters of it had to be replaced.
    pub fn written(&self, range: &Range<usize>) -> Cow<'_, str> {
        let shown = &self.text[range.clone()];
        let mut swaps = self.swaps.iter().filter(|swap| range.start <= swap.at && swap.at < range.end.max(range.start + 1)).peekable();
        if swaps.peek().is_none() {
            return Cow::Borrowed(shown);
        }
        let mut written = String::new();
        for (at, c) in shown.char_indices() {
            let mut stands = true;
            while let Some(swap) = swaps.next_if(|swap| swap.at == range.start + at) {
                written.push(swap.written);
                stands &= !swap.shown;
            }
            if stands {
                written.push(c);
            }
        }
        Cow::Owned(written)
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

    /// Sets spans as one paragraph of this width. What comes out as no letter at all, in its company, is missing too.
    pub fn set(&mut self, spans: &[Span], style: &Style, width: f32, alignment: Alignment) -> Set {
        loop {
            let set = self.attempt(spans, style, width, alignment);
            let lost = unset(&set);
            if lost.is_empty() {
                return set;
            }
            self.fonts.missing.extend(lost);
        }
    }

    fn attempt(&mut self, spans: &[Span], style: &Style, width: f32, alignment: Alignment) -> Set {
        let (text, swaps, ranges) = self.shown(spans);
        let families: Vec<FontFamilyName<'_>> = self.fonts.families.iter().map(|family| named(family)).collect();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts.context, &text, 1.0, false);
        builder.set_base_direction(if is_right(&text) { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.leading)));
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
        for (script, range) in of_scripts(&text, &self.fonts.of_script) {
            let own = self.fonts.of_script.iter().filter(|(of, _)| *of == script).map(|(_, family)| named(family));
            let list = own.chain(self.fonts.families.iter().map(|family| named(family))).collect();
            builder.push(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(list))), range);
        }
        let mut layout = builder.build(&text);
        layout.set_text_indent(style.hang, IndentOptions { hanging: true, ..IndentOptions::default() });
        layout.break_all_lines(Some(width - style.left));
        layout.align(alignment, AlignmentOptions::default());
        Set { text, layout, swaps, left: style.left }
    }

    /// The text of spans as it can be set, and where each of them is in it.
    fn shown(&self, spans: &[Span]) -> (String, Vec<Swap>, Vec<Range<usize>>) {
        let (mut text, mut swaps, mut ranges) = (String::new(), Vec::new(), Vec::new());
        for span in spans {
            let from = text.len();
            for c in span.text.chars() {
                let is_picture = matches!(c, '\u{fe00}'..='\u{fe0f}') || c == '\u{200d}' && text.ends_with(|before| before > '\u{2000}');
                let missing = self.fonts.missing.contains(&c);
                if is_picture || missing {
                    let shown = missing && is_drawn(c);
                    swaps.push(Swap { at: text.len(), written: c, shown });
                    if shown {
                        text.push(char::REPLACEMENT_CHARACTER);
                    }
                } else {
                    text.push(c);
                }
            }
            ranges.push(from..text.len());
        }
        (text, swaps, ranges)
    }
}

fn named(family: &str) -> FontFamilyName<'_> {
    FontFamilyName::Named(Cow::Borrowed(family))
}

/// Where a text is in scripts that fonts are given for. What is no letter goes with the letters around it: a joiner or a
/// mark in another font would break the word.
fn of_scripts(text: &str, given: &[(&'static Script, String)]) -> Vec<(&'static Script, Range<usize>)> {
    let mut runs: Vec<(&'static Script, Range<usize>)> = Vec::new();
    if given.is_empty() {
        return runs;
    }
    let mut before = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if let Some(script) = Script::of(c).filter(|script| given.iter().any(|(of, _)| of == script)) {
            match runs.last_mut().filter(|_| before == Some(script)) {
                Some((_, range)) => range.end = end,
                None => runs.push((script, at..end)),
            }
            before = Some(script);
        } else if c.is_alphanumeric() {
            before = None;
        }
    }
    runs
}

/// The characters that came out as no glyph of a font.
fn unset(set: &Set) -> BTreeSet<char> {
    let mut lost = BTreeSet::new();
    for line in set.layout.lines() {
        for run in line.runs() {
            for cluster in run.clusters().filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)) {
                lost.extend(set.text[cluster.text_range()].chars().filter(|c| *c != char::REPLACEMENT_CHARACTER));
            }
        }
    }
    lost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e33_a_font_for_a_script_has_its_letters_and_the_marks_within_and_behind_them() {
        for (text, script, parts) in [
            ("In 中文，很好。ok", "han", &["中文，很好。"][..]),
            ("می‌کند (توافق) 12 نص", "arabic", &["می‌کند (توافق", "نص"]),
            ("Ёлка, Baum, ёж", "cyrillic", &["Ёлка", "ёж"]),
            ("plain", "greek", &[]),
        ] {
            let given = [(Script::named(script).expect("a script"), "Family".to_owned())];
            let found: Vec<&str> = of_scripts(text, &given).into_iter().map(|(_, range)| &text[range]).collect();
            assert_eq!(found, parts, "{text}");
        }
        assert!(of_scripts("текст", &[]).is_empty());
    }
}
