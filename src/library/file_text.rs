//! From the bytes of a file to its text.

use crate::briefing::{Briefing, Finding, SourceText};
use crate::text::lines::Lines;
use crate::yaml::spanned::Span;
use std::borrow::Cow;
use std::sync::Arc;

/// The text of a briefing's file, or what stands for it and why.
#[derive(Default)]
pub struct FileText {
    /// Without a byte order mark. Of a file that is no UTF-8, what could be read.
    pub text: Cow<'static, str>,
    /// Why `text` is not the whole file.
    pub problem: Option<Finding>,
    /// What `text` says, if it was read before, by the build or an earlier start, and nothing is wrong with its form.
    pub prepared: Option<Briefing>,
}

impl FileText {
    /// What was read of a file, or why nothing was.
    #[must_use]
    pub fn of(read: Result<Vec<u8>, String>) -> Self {
        let problem = |why: &str, span| Some(Finding::new("yaml/encoding", "", span, format!("the file {why}")));
        match read.map(decoded) {
            Ok(Ok(text)) => Self { text: text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text).into(), ..Self::default() },
            Ok(Err(Undecoded { text, span, why })) => {
                let problem = problem(&why, span).map(|finding| finding.hint("save the file as UTF-8"));
                Self { text: text.into(), problem, prepared: None }
            }
            Err(why) => Self { problem: problem(&why, Span::default()), ..Self::default() },
        }
    }
}

/// The text of the source `file` in what was read.
///
/// # Errors
///
/// There is none, and why.
pub fn source_text(file: &str, read: Result<Vec<u8>, String>) -> Result<Arc<SourceText>, String> {
    text_of(file, read).map(|text| Arc::new(SourceText::new(text)))
}

/// The same before it is split into sentences, with its byte order mark.
///
/// # Errors
///
/// There is none, and why.
pub fn text_of(file: &str, read: Result<Vec<u8>, String>) -> Result<String, String> {
    let text = read.and_then(|bytes| decoded(bytes).map_err(|undecoded| undecoded.why));
    text.map_err(|why| format!("`{file}` {why}"))
}

struct Undecoded {
    /// What could be read, with U+FFFD for the rest.
    text: String,
    /// The first U+FFFD in `text`.
    span: Span,
    /// In words that follow the file's name.
    why: String,
}

fn decoded(bytes: Vec<u8>) -> Result<String, Undecoded> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[valid];
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let at = Lines::new(&text).position(valid);
        let why = format!("is not UTF-8: byte {byte:#04x} at line {}, column {} (byte {valid})", at.line, at.column);
        Undecoded { text, span: Span { start: valid, end: valid + '\u{fffd}'.len_utf8() }, why }
    })
}
