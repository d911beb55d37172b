//! A finding drawn with the line of its file and a caret under the place.

use crate::briefing::{Finding, Level, Span};
use crate::text::neutral;
use annotate_snippets::{AnnotationKind, Level as Shown, Renderer, Snippet};
use std::ops::Range;

pub fn renderer(colour: bool) -> Renderer {
    if colour { Renderer::styled() } else { Renderer::plain() }
}

/// Draws findings in a file that is no briefing: a configuration, a theme.
pub fn draw(path: &str, text: &str, findings: &[Finding], colour: bool) -> String {
    let (sheet, renderer) = (Sheet::new(path, text), renderer(colour));
    findings.iter().map(|finding| sheet.draw(finding, &renderer) + "\n\n").collect()
}

/// A file that is drawn in: it is made harmless once, however many findings it has.
pub struct Sheet {
    path: String,
    file: Neutral,
}

impl Sheet {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: neutral(path).into_owned(), file: Neutral::new(text) }
    }

    pub fn draw(&self, finding: &Finding, renderer: &Renderer) -> String {
        let shown = match finding.level {
            Level::Error => Shown::ERROR,
            Level::Warning => Shown::WARNING,
            Level::Note => Shown::NOTE,
        };
        let about = if finding.id.is_empty() { String::new() } else { format!("{}: ", finding.id) };
        let title = neutral(&format!("{about}{}", finding.message)).into_owned();
        let mut snippet = Snippet::source(&self.file.text)
            .path(self.path.as_str())
            .annotation(AnnotationKind::Primary.span(self.file.range(finding.span)));
        if let Some((span, text)) = &finding.label {
            snippet = snippet.annotation(AnnotationKind::Context.span(self.file.range(*span)).label(neutral(text)));
        }
        let mut group = shown.primary_title(title).id(finding.rule).element(snippet);
        if let Some(hint) = &finding.hint {
            group = group.element(Shown::HELP.message(neutral(hint).into_owned()));
        }
        renderer.render(&[group])
    }
}

/// A file's text made harmless, and where its bytes went. A mark seldom takes as many bytes as the character that it
/// stands for, so spans are moved along with the text.
struct Neutral {
    text: String,
    /// Where the two texts drift apart: the byte behind a mark in the file, and in the text.
    drift: Vec<(usize, usize)>,
}

impl Neutral {
    fn new(file: &str) -> Self {
        let text = neutral(file).into_owned();
        let mut drift = Vec::new();
        let (mut before, mut after) = (0, 0);
        for (was, is) in file.chars().zip(text.chars()) {
            before += was.len_utf8();
            after += is.len_utf8();
            if was != is {
                drift.push((before, after));
            }
        }
        Self { text, drift }
    }

    fn range(&self, span: Span) -> Range<usize> {
        let moved = |at: usize| {
            let passed = self.drift.partition_point(|(before, _)| *before <= at);
            let (before, after) = passed.checked_sub(1).map_or((0, 0), |index| self.drift[index]);
            self.text.floor_char_boundary(after + at - before)
        };
        let start = moved(span.start);
        start..moved(span.end).max(start)
    }
}
