//! What elements of a line mean: struck-out words, quotation marks, notes.

use super::Added;
use super::dropped::{LONG, page};
use bluf::briefing::SentenceKind;

#[test]
fn n23_struck_out_words_are_none_and_marks_of_a_page_are_written_as_what_they_are() {
    let body = format!(
        "<article><h1>Sarn</h1><p>{LONG}</p><p>He <del>left</del> <ins>stayed</ins>, for <s>$5</s> $4, and said <q>never</q>.</p><p>The firm<sup>[2]</sup> in Vell.</p>\
<p># metoo is a word.</p><p>--- page 3 ---</p></article>"
    );
    let mail = format!("From: a@b.example\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}");
    for (name, document) in [("inline.html", page("Sarn", &body)), ("inline.eml", mail)] {
        let added = Added::of(name, document);
        added.has(&["He stayed, for $4, and said “never”.", "The firm in Vell.", "metoo is a word."]);
        assert_eq!(added.headings(), ["Sarn"], "{}", added.text);
        assert!(added.all(SentenceKind::Row).iter().all(|row| !row.contains("page")), "{}", added.text);
        assert!(!added.text.contains("\n--- page 3 ---") && added.text.contains("page 3"), "{}", added.text);
        assert!(added.said.contains("2 lines with the signs of a heading or of a page"), "{}", added.said);
        assert!(added.said.contains("2 struck-out pieces: left out"), "{}", added.said);
    }
    let text = "He ~~left~~ stayed.\n\n| a | b |\n|---|---|\n| 4.9 \\| est. | 3 |\n| 1 | 2 | x \\| y |\n\nHe <del>ran</del> <ins>walked</ins> <q>home</q>.\n\n\\# metoo is a word.\n";
    let added = Added::of("inline.md", text);
    added.has(&["He stayed.", "| 4.9 / est. | 3 | | 1 | 2 | x / y |", "He walked “home”.", "metoo is a word."]);
    assert_eq!(added.headings(), [""; 0], "{}", added.text);
    assert!(added.said.contains("2 signs | within cells: written as /"), "{}", added.said);
    assert!(added.said.contains("2 struck-out pieces: left out"), "{}", added.said);
}
