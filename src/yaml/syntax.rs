//! Mistakes in the syntax, in words for people who write briefings and not parsers.

use super::finding::Finding;
use super::spanned::Span;
use serde_yaml::granit_parser::{ErrorKind, ScanError};

pub fn too_deep(span: Span, most: usize) -> Finding {
    Finding::new("yaml/budget", "", span, format!("nested more than {most} deep")).hint("the format needs seven levels")
}

pub fn syntax(error: &ScanError, text: &str, depth: usize) -> Finding {
    let at = error.marker().byte_offset().unwrap_or(text.len()).min(text.len());
    let at = text.floor_char_boundary(at);
    let end = text[at..].chars().next().filter(|c| *c != '\n' && *c != '\r').map_or(at, |c| at + c.len_utf8());
    let span = Span { start: at, end };
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(span, depth),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation | ErrorKind::TabInPlainScalar => {
            let tab = text[..end].rfind('\t').or_else(|| text[at..].find('\t').map(|found| at + found));
            let span = tab.map_or(span, |tab| Span { start: tab, end: tab + 1 });
            Finding::new("yaml/syntax", "", span, "a tab; YAML indents with spaces").hint("replace it by spaces")
        }
        ErrorKind::UnexpectedCharacter { .. } => {
            let control = text[at..].char_indices().find(|(_, c)| c.is_control() && !c.is_whitespace());
            let span = control.map_or(span, |(found, c)| Span { start: at + found, end: at + found + c.len_utf8() });
            Finding::new("yaml/syntax", "", span, "a control character")
                .hint("delete it, or write it as an escape in double quotation marks")
        }
        kind => {
            let finding = Finding::new("yaml/syntax", "", span, error.info());
            match HINTS.iter().find(|(matches, _)| matches(kind)) {
                Some((_, hint)) => finding.hint(*hint),
                None => finding,
            }
        }
    }
}

/// Which mistakes a hint is for, and the hint.
type Hint = (fn(&ErrorKind) -> bool, &'static str);

/// What to do about mistakes that the parser names by their grammar.
#[rustfmt::skip]
static HINTS: [Hint; 8] = [
    (|kind| matches!(kind, ErrorKind::MappingValueNotAllowed),                                        "put text that holds `: ` into quotation marks"),
    (|kind| matches!(kind, ErrorKind::SimpleKeyExpected),                                             "write a space behind the colon, or quote the text"),
    (|kind| matches!(kind, ErrorKind::UnknownAnchor),                                                 "a word that begins with `*` is an alias; put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::ExpectedBlockMappingKey),                                       "indent it like the fields around it, or quote text that begins with a bracket or quotation mark"),
    (|kind| matches!(kind, ErrorKind::UnclosedQuotedScalar),                                          "close the quotation mark"),
    (|kind| matches!(kind, ErrorKind::InvalidTrailingSingleQuotedScalar),                             "write '' for an apostrophe inside single quotation marks"),
    (|kind| matches!(kind, ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::UnknownQuotedScalarEscape), "write \\\" for a quotation mark and \\\\ for a backslash inside double ones"),
    (|kind| matches!(kind, ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedNodeContent), "a value is missing between two commas"),
];
