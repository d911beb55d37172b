//! What elements of a line mean: struck-out words, quotation marks, notes. And what a page states of several stories.

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

#[test]
fn n23_linked_data_of_another_story_states_nothing() {
    let object = |headline: &str, author: &str, url: &str| {
        format!(
            "{{\"@type\":\"NewsArticle\",\"headline\":\"{headline}\",\"author\":{{\"name\":\"{author}\"}},\"datePublished\":\"2026-11-03\",\"url\":\"{url}\"}}"
        )
    };
    let of = |name: &str, objects: &str| {
        let head = format!("<link rel='canonical' href='https://post.example/port/'><script type='application/ld+json'>{objects}</script>");
        let body = format!("<article><h1>Port of Sarn closes</h1><p>{LONG}</p><p>{LONG} So it is.</p></article>");
        Added::of(name, page("Port of Sarn closes", &body).replace("</head>", &format!("{head}</head>")))
    };
    let other = object("Ten ways to cook fish", "Bo Ek", "https://post.example/fish");
    let own = object("Port of Sarn closes", "Ann Lee", "https://post.example/port");
    let added = of("two.html", &format!("[{other},{own}]"));
    assert_eq!([added.field("author"), added.field("title")], [Some("Ann Lee"), Some("Port of Sarn closes")], "{}", added.entry);
    let added = of("other.html", &other);
    assert_eq!(
        [added.field("author"), added.field("date"), added.field("title")],
        [None, None, Some("Port of Sarn closes")],
        "{}",
        added.entry
    );
    // A headline for a search engine is one of the same page where the address says so.
    let added = of("address.html", &object("Harbour shut by strike", "Ann Lee", "https://post.example/port"));
    assert_eq!(added.field("author"), Some("Ann Lee"), "{}", added.entry);
}
