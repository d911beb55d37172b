//! Mistakes in the syntax, in words for people who write briefings and not parsers.

use super::finding::Finding;
use super::quotation;
use super::spanned::Span;
use super::trap;
use crate::text::lookalike::{is_hidden, named};
use serde_yaml::granit_parser::{ErrorKind, Event, ScanError};

pub fn too_deep(span: Span, most: usize) -> Finding {
    Finding::new("yaml/budget", "", span, format!("nested more than {most} deep")).hint("the format needs seven levels")
}

/// Where the parser gave up.
pub fn place(error: &ScanError, text: &str) -> usize {
    text.floor_char_boundary(error.marker().byte_offset().unwrap_or(text.len()).min(text.len()))
}

pub fn syntax(error: &ScanError, text: &str, depth: usize) -> Finding {
    let at = place(error, text);
    let end = text[at..].chars().next().filter(|c| *c != '\n' && *c != '\r').map_or(at, |c| at + c.len_utf8());
    let span = Span { start: at, end };
    if let Some(finding) = in_quotation(error, text, at) {
        return finding;
    }
    match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(span, depth),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation | ErrorKind::TabInPlainScalar => {
            let found = text[..end].rfind('\t').or_else(|| text[at..].find('\t').map(|behind| at + behind));
            tab(found.map_or(span, |tab| Span { start: tab, end: tab + 1 }))
        }
        ErrorKind::UnexpectedCharacter { character: sign @ ('@' | '`' | '%' | '|' | '>') } => {
            Finding::new("yaml/syntax", "", span, format!("`{sign}` begins no text")).hint("put the text into quotation marks")
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let control = text[at..].find(*character);
            let span = control.map_or(span, |found| Span { start: at + found, end: at + found + character.len_utf8() });
            let message = format!("a control character, U+{:04X}", u32::from(*character));
            Finding::new("yaml/syntax", "", span, message).hint("delete it, or write it as an escape in double quotation marks")
        }
        // The parser tells of a text at its begin, and a tab may stand some lines below.
        ErrorKind::TabAtBlockScalarStart => {
            let found = text[at..].match_indices('\n').map(|(line, _)| at + line + 1).find(|line| text[*line..].starts_with('\t'));
            tab(found.map_or(span, |tab| Span { start: tab, end: tab + 1 })).hint("begin the line with spaces")
        }
        ErrorKind::CommentInterceptedScalar => comment_in_text(text, at),
        ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedNodeContent if lone_comma(text, at).is_some() => {
            let start = lone_comma(text, at).unwrap_or(at);
            let span = Span { start, end: start + 1 };
            Finding::new("yaml/syntax", "", span, "a comma, and no value before it").hint("take it out, or write the value")
        }
        _ if text[at..].starts_with([',', ']', '}']) && begins_value(text, at) => {
            Finding::new("yaml/syntax", "", span, format!("`{}` begins no text", &text[span.range()]))
                .hint("put the text into quotation marks")
        }
        ErrorKind::MappingValueNotAllowed if is_field(text, at) => {
            Finding::new("yaml/syntax", "", span, "a field below a text, and deeper than its own")
                .hint("indent it like the fields around it")
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

/// A mistake in a text that stands in quotation marks, or behind them.
fn in_quotation(error: &ScanError, text: &str, at: usize) -> Option<Finding> {
    match error.kind() {
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => quotation::behind(text, at),
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => quotation::escape(text, at),
        _ => None,
    }
}

/// A comma in brackets that stands right behind another, or behind the bracket: at the place where the parser gave up, or
/// before it.
fn lone_comma(text: &str, at: usize) -> Option<usize> {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let is_lone = |comma: &usize| text[..*comma].trim_end().ends_with([',', '[', '{']);
    let behind = text[at..].starts_with(',').then_some(at);
    let before = || text[line..at].rmatch_indices(',').map(|(comma, _)| line + comma).find(is_lone);
    behind.filter(is_lone).or_else(before)
}

/// A tab that a line of an open bracket begins with: other readers refuse it, and ours at the bracket's end.
pub fn tab_in_brackets(text: &str, start: usize, at: usize) -> Option<Finding> {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let mut lines = text.get(start..end)?.match_indices('\n').map(|(end, _)| start + end + 1);
    let spaces = |line: usize| line + text[line..].len() - text[line..].trim_start_matches(' ').len();
    let found = lines.find_map(|line| Some(spaces(line)).filter(|at| text[*at..].starts_with('\t')))?;
    Some(tab(Span { start: found, end: found + 1 }))
}

/// Behind the colon of a field, or the hyphen of a list.
fn begins_value(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(' ');
    before.len() < at && before.ends_with([':', '-'])
}

/// The colon stands behind the first word of its line: `confidence: low`.
fn is_field(text: &str, colon: usize) -> bool {
    let line = text[..colon].rfind('\n').map_or(0, |end| end + 1);
    let name = text[line..colon].trim_start_matches(' ');
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// A quotation mark that takes in the fields below it, for its end is missing: what stands there is read as its text.
pub fn unclosed_quotation(text: &str, from: usize, at: usize) -> Option<Finding> {
    let between = text.get(from..at)?;
    let start = from + between.match_indices(['"', '\'']).map(|(found, _)| found).find(|found| begins_value(text, from + found))?;
    let mark = &text[start..=start];
    let mut lines = text[start..at].match_indices('\n').map(|(end, _)| &text[start + end + 1..]);
    let takes_field =
        lines.any(|line| line.find(':').is_some_and(|colon| is_field(line, colon) && line[colon + 1..].starts_with([' ', '\n'])));
    let span = Span { start, end: start + 1 };
    takes_field.then(|| {
        Finding::new("yaml/syntax", "", span, format!("`{mark}` is never closed")).hint(format!("write `{mark}` at the end of the text"))
    })
}

/// A space that is none for YAML, before the first word of a line or between its mark and its value. What it leads to has
/// no name that helps.
pub fn hidden_space(text: &str, from: usize, at: usize) -> Option<Finding> {
    let begin = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let breaks = text.get(from..at).unwrap_or_default().match_indices('\n').map(|(found, _)| from + found + 1);
    std::iter::once(begin(from.min(at))).chain(breaks).find_map(|start| hidden_in(text, start))
}

fn hidden_in(text: &str, start: usize) -> Option<Finding> {
    let line = text[start..].lines().next()?;
    // Behind the marks of lists, and behind the colon of a field.
    let rest = line.trim_start_matches([' ', '\t']).trim_start_matches("- ");
    let rest = rest.strip_prefix('-').unwrap_or_else(|| rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-.".contains(c)));
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    // A value of nothing but such spaces makes a text of the fields below it.
    let is_blank = rest.chars().all(|c| c == ' ' || is_hidden(c));
    let rest = if is_blank { rest.trim_start_matches(' ') } else { rest };
    let found = rest.chars().next().filter(|c| is_hidden(*c) || *c == '：')?;
    let at = start + line.len() - rest.len();
    Some(disguised(found, at))
}

/// What looks like a part of the syntax and is none.
pub fn disguised(c: char, at: usize) -> Finding {
    let (name, what_to_do) = named(c).unwrap_or_default();
    Finding::new("yaml/syntax", "", Span { start: at, end: at + c.len_utf8() }, format!("{name}, means nothing to YAML")).hint(what_to_do)
}

/// Where a comment begins on a line that takes away the bracket at its end: outside of quotation marks, and with no space
/// behind its `#`.
pub fn comment_over_bracket(line: &str) -> Option<usize> {
    let is_outside = |before: &str| ['\'', '"'].iter().all(|mark| before.matches(*mark).count().is_multiple_of(2));
    let mut signs = line.match_indices(" #").map(|(at, _)| at + 1);
    signs.find(|at| takes_bracket(&line[*at..]) && is_outside(&line[..*at]))
}

pub fn takes_bracket(comment: &str) -> bool {
    comment[1..].starts_with(char::is_alphanumeric) && comment.contains([']', '}'])
}

/// A comment that a text goes on behind.
pub fn comment_in_text(text: &str, start: usize) -> Finding {
    let mut lines = text[start..].lines();
    let span = Span { start, end: start + lines.next().unwrap_or_default().trim_end().len() };
    let next = lines.map(str::trim_start).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    let name = next.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let is_field = name.len() < next.len() && (name == ":" || name.starts_with(": "));
    Finding::new("yaml/syntax", "", span, "a comment cannot stand inside a text").hint(
        if text[start + 1..].starts_with(char::is_alphanumeric) {
            "put the text into quotation marks; a comment has a space behind its `#`"
        } else if is_field {
            "indent the field below it like the fields around"
        } else {
            "move it above the field"
        },
    )
}

/// A line of a value that stands no deeper than the field whose value it is, `margin` columns from the left.
/// Other readers let it pass.
pub fn outdented(text: &str, start: usize, margin: usize) -> Option<Finding> {
    let line = text[start..].split(['\n', '\r']).next()?;
    let content = line.trim_start_matches(' ');
    let spaces = line.len() - content.len();
    let first = content.trim_start_matches([' ', '\t']).chars().next()?;
    if spaces > margin {
        return None;
    }
    if content.starts_with('\t') {
        return Some(tab(Span { start: start + spaces, end: start + spaces + 1 }));
    }
    let span = Span { start: start + spaces, end: start + spaces + first.len_utf8() };
    let message = "a line of a value, indented no deeper than its field";
    let spaces = if margin == 0 { "a space".to_owned() } else { format!("{} spaces", margin + 1) };
    Some(Finding::new("yaml/syntax", "", span, message).hint(format!("begin it with {spaces} or more")))
}

/// What is lost between two parts of a file: a tag of one's own, and in brackets a value.
pub fn lost(event: &Event<'_>, in_brackets: bool, text: &str, (from, to): (usize, usize)) -> Vec<Finding> {
    let is_tagged = match event {
        Event::Scalar(.., tag) | Event::SequenceStart(.., tag) | Event::MappingStart(.., tag) => {
            tag.as_ref().is_some_and(|tag| tag.is_custom())
        }
        _ => false,
    };
    let tag = is_tagged.then(|| trap::property(text, from, to, '!', "a tag")).flatten();
    let value = in_brackets.then(|| trap::comment_for_value(text, from, to)).flatten();
    tag.into_iter().chain(value).collect()
}

fn tab(span: Span) -> Finding {
    Finding::new("yaml/syntax", "", span, "a tab; YAML indents with spaces").hint("replace it by spaces")
}

/// Which mistakes a hint is for, and the hint.
type Hint = (fn(&ErrorKind) -> bool, &'static str);

/// What to do about mistakes that the parser names by their grammar.
#[rustfmt::skip]
static HINTS: [Hint; 15] = [
    (|kind| matches!(kind, ErrorKind::MappingValueNotAllowed),                                        "put text that holds `: ` into quotation marks"),
    (|kind| matches!(kind, ErrorKind::SimpleKeyExpected),                                             "write a space behind the colon, or quote the text"),
    (|kind| matches!(kind, ErrorKind::UnknownAnchor),                                                 "a word that begins with `*` is an alias; put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::ExpectedBlockMappingKey),                                       "indent it like the fields around it, or quote text that begins with a bracket or quotation mark"),
    (|kind| matches!(kind, ErrorKind::UnclosedFlowCollection { .. }),                                 "close the bracket behind its last value"),
    (|kind| matches!(kind, ErrorKind::UnclosedQuotedScalar),                                          "close the quotation mark"),
    (|kind| matches!(kind, ErrorKind::InvalidTrailingSingleQuotedScalar),                             "write '' for an apostrophe inside single quotation marks"),
    (|kind| matches!(kind, ErrorKind::InvalidTrailingDoubleQuotedScalar),                             "write \\\" for a quotation mark and \\\\ for a backslash inside double ones"),
    (|kind| matches!(kind, ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent),   "`>` and `|` begin a text that stands on the lines below; put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::MappingKeyNotAllowed), "put text that begins with `- ` or `? ` into quotation marks"),
    (|kind| matches!(kind, ErrorKind::MissingAnchorOrAliasName),                                      "`&` and `*` begin no text; put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::ExpectedTagBang | ErrorKind::UndeclaredTagHandle | ErrorKind::InvalidTagTerminator | ErrorKind::MissingTagUri | ErrorKind::UnclosedVerbatimTag | ErrorKind::InvalidTagEscape | ErrorKind::InvalidGlobalTagCharacter), "a word that begins with `!` is a tag; put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::InvalidDirectiveName | ErrorKind::MissingDirectiveName | ErrorKind::MissingDocumentEndBeforeDirective | ErrorKind::InvalidDirectiveTerminator), "a line that begins with `%` is a directive; indent it, and put the text into quotation marks"),
    (|kind| matches!(kind, ErrorKind::BomInsideDocument),                                             "delete it: U+FEFF, a byte order mark, begins a file or stands in a text"),
    (|kind| matches!(kind, ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedNodeContent), "a value is missing between two commas"),
];
