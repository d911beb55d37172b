//! Pages as the source of a Typst document, for whoever sets them in a way of their own: all looks are in the first lines.

use super::Bytes;
use super::page_set::Handed;
use super::paper::language::language;
use super::paper::{Heading, Kind, Look, Paper, Piece, Span, To};

/// What sets the looks, up to the first word of the document.
const HEAD: &str = include_str!("../../assets/paper.typ");

/// # Errors
///
/// None: all text can be written.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    Ok(write(&Paper::new(handed)).into_bytes())
}

#[must_use]
pub fn write(paper: &Paper<'_>) -> String {
    let marking = paper.marking.unwrap_or_default();
    let mut out = format!(
        "#let document-title = {}\n#let marking = {}\n#let main-language = {}\n",
        string(&paper.title),
        string(marking),
        string(language(&paper.title))
    );
    out += HEAD;
    let anchors: Vec<&str> = paper.pieces.iter().filter_map(|piece| piece.anchor).collect();
    for piece in &paper.pieces {
        out += &written(piece, paper, &anchors);
    }
    out
}

fn written(piece: &Piece<'_>, paper: &Paper<'_>, anchors: &[&str]) -> String {
    let words: String = piece.spans.iter().map(|span| spanned(span, paper, anchors)).collect();
    let tongue = match language(&piece.plain()) {
        own if own == language(&paper.title) => String::new(),
        other => format!("#set text(lang: {});", string(other)),
    };
    let label = piece.anchor.map_or_else(String::new, |anchor| format!(" <{anchor}>"));
    let function = match piece.kind {
        Kind::Heading(Heading { level, .. }) => return format!("\n#heading(level: {level})[{tongue}{words}]{label}\n\n"),
        Kind::Title => "document-title-line",
        Kind::Paragraph => "paragraph",
        Kind::Note => "about",
        Kind::Row => "row",
        Kind::Under => "under",
        Kind::Quote => "passage",
        Kind::Sentence => "sentence",
        Kind::Figure { .. } => "figure-in-words",
    };
    format!("#{function}[{tongue}{words}]{label}\n")
}

fn spanned(span: &Span, paper: &Paper<'_>, anchors: &[&str]) -> String {
    let text = escaped(&span.text);
    if text.is_empty() {
        return text;
    }
    let styled = match span.look {
        Look::Plain => text,
        Look::Strong => format!("#strong[{text}]"),
        Look::Quiet => format!("#quiet[{text}]"),
        Look::Lit => format!("#lit[{text}]"),
    };
    let linked = match &span.to {
        Some(To::Anchor(anchor)) if anchors.contains(&anchor.as_str()) => format!("#link(<{anchor}>)[{styled}]"),
        Some(To::Web(address)) => format!("#link({})[{styled}]", string(address)),
        _ => styled,
    };
    let note = span.footnote.and_then(|at| paper.footnotes.get(at)).map_or_else(String::new, |note| {
        let words: String = note.iter().map(|span| spanned(span, paper, anchors)).collect();
        format!("#footnote[{words}]")
    });
    linked + &note
}

/// Text within brackets. Whatever could be markup stands behind a backslash: a sign of Typst wherever it is, and at the
/// beginning what would go on with the expression before it, or begin a list.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    let mut begins = true;
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' => safe.push_str(" \\\n"),
            '\\' | '#' | '*' | '_' | '`' | '$' | '<' | '>' | '@' | '[' | ']' | '~' | '\'' | '"' | '/' | '=' | '+' | '-' => {
                safe.push('\\');
                safe.push(c);
            }
            '(' | ';' | ':' if begins => {
                safe.push('\\');
                safe.push(c);
            }
            '.' if begins || before == '.' || before.is_ascii_digit() => safe.push_str("\\."),
            _ => safe.push(c),
        }
        begins = false;
        before = c;
    }
    safe
}

/// Text within quotation marks.
fn string(text: &str) -> String {
    let mut safe = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            _ => safe.push(c),
        }
    }
    safe + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e32_what_could_be_markup_of_typst_stands_behind_a_backslash() {
        assert_eq!(escaped("1. #eval(\"x\") *a* _b_ $c$"), "1\\. \\#eval(\\\"x\\\") \\*a\\* \\_b\\_ \\$c\\$");
        assert_eq!(escaped("(a); ...b"), "\\(a); .\\.\\.b");
        assert_eq!(escaped("= no heading // http://x <label> @ref"), "\\= no heading \\/\\/ http:\\/\\/x \\<label\\> \\@ref");
        assert_eq!(string("a\"b\\"), "\"a\\\"b\\\\\"");
    }
}
