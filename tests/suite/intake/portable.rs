//! PDF: written by hand, and by our own exporter.

use super::{Added, add, flat};
use crate::support::{Scratch, program};
use bluf::briefing::{SentenceKind, SourceText};
use std::process::Stdio;

/// A line of text on a page: where it begins, its size, and its words.
pub type Line<'l> = (f32, f32, f32, &'l str);

/// A PDF of these pages, each of lines in Helvetica, as a typesetter writes it; `info` is its dictionary.
pub fn pdf(pages: &[Vec<Line<'_>>], info: &str) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        format!("<< {info} >>"),
    ];
    let mut kids = Vec::new();
    for lines in pages {
        let page = objects.len() + 1;
        kids.push(format!("{page} 0 R"));
        let text: Vec<String> =
            lines.iter().map(|(x, y, size, words)| format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({}) Tj ET\n", escaped(words))).collect();
        let text = text.concat();
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            page + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len() + 1));
    }
    objects[1] = format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len());
    assembled(&objects)
}

pub fn assembled(objects: &[String]) -> Vec<u8> {
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let start = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in &places {
        out += &format!("{place:010} 00000 n \n");
    }
    out += &format!("trailer\n<< /Size {} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)").replace('—', "\\227").replace('·', "\\267")
}

/// Words in lines of so many letters, from a place downwards.
pub fn set(words: &'static str, x: f32, mut y: f32, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut rest = words;
    while !rest.is_empty() {
        let end = if rest.len() <= width { rest.len() } else { rest[..width].rfind(' ').unwrap_or(width) };
        lines.push((x, y, 10.0, &rest[..end]));
        rest = rest[end..].trim_start();
        y -= 12.0;
    }
    lines
}

const LEFT: &str = "The port of Sarn closed on Monday after dockers voted to stop work for as long as talks over the night shift go nowhere. The union said that it would not be the first to leave the table, whatever the owners tell the papers about it.";
const NEXT: &str = "Ships that were due this week wait off the bar, and two of them have turned to Vell, where berths are free until the middle of the month. The harbour master said that more of them would follow within days.";
const RIGHT: &str = "Analysts at the chamber of trade expect that a closure of ten days would cost the town some forty million, most of it in fruit that cannot be kept. Orders go elsewhere, and not all of them come back when the gates open again.";

fn article(pages: u32) -> Vec<Vec<Line<'static>>> {
    (0..pages)
        .map(|page| {
            let mut lines =
                vec![(72.0, 810.0, 8.0, "The Sarn Review"), (290.0, 30.0, 8.0, &*Box::leak((page + 1).to_string().into_boxed_str()))];
            if page == 0 {
                lines.push((72.0, 770.0, 20.0, "Port of Sarn closes"));
            }
            lines.extend(set(LEFT, 72.0, 720.0, 88));
            lines.extend(set(NEXT, 72.0, 660.0, 88));
            lines.extend(set(RIGHT, 72.0, 600.0, 88));
            lines
        })
        .collect()
}

#[test]
fn n23_of_a_pdf_paragraphs_and_headings_are_taken_and_pages_marked() {
    let added = Added::of(
        "article.pdf",
        pdf(&article(4), "/Title (Port of Sarn closes) /Author (Ann Lee; Bo Ek) /CreationDate (D:20261103101500Z)"),
    );
    let source = SourceText::new(added.text.clone());
    let paragraphs: Vec<String> = source.paragraphs().iter().map(|paragraph| source.text()[paragraph.range.clone()].to_owned()).collect();
    let expected: Vec<&str> = std::iter::once("Port of Sarn closes").chain([LEFT, NEXT, RIGHT].into_iter().cycle().take(12)).collect();
    assert_eq!(paragraphs, expected, "{}", added.text);
    assert_eq!(added.headings(), ["Port of Sarn closes"]);
    for page in 1..=4 {
        assert_eq!(added.text.matches(&format!("--- page {page} ---\n")).count(), 1);
    }
    let fields = ["title", "author", "date"].map(|field| added.field(field).unwrap_or_default());
    assert_eq!(fields, ["Port of Sarn closes", "[Ann Lee, Bo Ek]", "2026-11-03"]);
    assert!(added.said.contains("4 running lines"), "{}", added.said);
}

/// Paragraphs one below the other, each of lines of so many letters: how far it is from one to the next, and how far the first
/// line of each stands in.
fn close(paragraphs: &[&'static str], apart: f32, indent: f32) -> Vec<u8> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut y = 720.0;
    for words in paragraphs {
        let mut these = set(words, 72.0, y, 88);
        these[0].0 += indent;
        y = these.last().expect("a line").1 - apart;
        lines.extend(these);
    }
    pdf(&[lines], "")
}

#[test]
fn n23_paragraphs_that_stand_close_together_in_a_pdf_are_told_apart() {
    let paragraphs = |added: &Added| -> Vec<String> {
        let source = SourceText::new(added.text.clone());
        source.paragraphs().iter().map(|paragraph| source.text()[paragraph.range.clone()].to_owned()).collect()
    };
    // The last line of this one is as long as the others, and a sentence ends within a line.
    let full = "The union asked for talks. It said on the same day that it would not be first to leave the \
                table, whatever the owners of the port tell the papers of the town about all of this.";
    let all = [full, LEFT, full, RIGHT, full];
    for (name, apart, indent) in [("set-in.pdf", 12.0, 18.0), ("apart.pdf", 16.0, 0.0), ("both.pdf", 15.0, 15.0)] {
        assert_eq!(paragraphs(&Added::of(name, close(&all, apart, indent))), all, "{name}");
    }
    // Only the last line of a paragraph that is short tells where nothing else does.
    assert_eq!(paragraphs(&Added::of("short.pdf", close(&[LEFT, RIGHT, NEXT], 12.0, 0.0))), [LEFT, RIGHT, NEXT]);
    // Of a list whose entries hang, each is whole.
    let entries = [
        "Berg, Anna: The ports of the northern sea, and what became of them after the closure. Second edition.",
        "Karsk 2020.",
        "Lind, Bo: The ships that wait, and a list of those that have waited for longest off the bar. First edition.",
        "Sarn 2021.",
    ];
    let lines = entries.iter().zip([(72.0, 720.0), (90.0, 708.0), (72.0, 696.0), (90.0, 684.0)]);
    let lines = lines.map(|(words, (x, y))| (x, y, 10.0, *words)).collect();
    assert_eq!(paragraphs(&Added::of("hanging.pdf", pdf(&[lines], ""))), [entries[..2].join(" "), entries[2..].join(" ")]);
    // Where a line only happens to end a sentence, nothing is parted.
    let whole = [
        "The union asked for talks, and it said on the same day that it would not be first to leave",
        "the table, whatever the owners of the port tell the papers of the town about all of this.",
        "Notwithstanding all of that, talks go on in the town hall, and nobody expects an end of them",
        "before the week is out.",
    ];
    let lines = whole.iter().zip(0_u8..).map(|(words, at)| (72.0, 720.0 - 12.0 * f32::from(at), 10.0, *words)).collect();
    assert_eq!(paragraphs(&Added::of("one.pdf", pdf(&[lines], ""))), [whole.join(" ")]);
}

#[test]
fn n23_a_table_of_contents_of_a_pdf_is_rows_and_no_sentences() {
    let lines =
        ["The strike ............ 3", "What it costs . . . . . . . . . 7", "Sources \u{b7}\u{b7}\u{b7}\u{b7}\u{b7}\u{b7}\u{b7} xii"];
    let mut page: Vec<Line<'_>> = lines.iter().zip(0_u8..).map(|(words, at)| (72.0, 720.0 - 12.0 * f32::from(at), 10.0, *words)).collect();
    page.extend(set(LEFT, 72.0, 500.0, 88));
    let added = Added::of("contents.pdf", pdf(&[page], ""));
    let source = SourceText::new(added.text.clone());
    assert_eq!(SentenceKind::ALL.map(|kind| source.count(kind)), [2, 0, 3], "{}", added.text);
    added.has(&["| The strike | 3 | | What it costs | 7 | | Sources | xii |", LEFT]);
    assert!(added.said.contains("3 lines of a table of contents: kept as rows"), "{}", added.said);
}

#[test]
fn n23_where_most_of_a_pdf_is_not_read_that_is_said_first() {
    let within = (72.0, 700.0, 10.0, "Ships wait off the bar.");
    let outside = (0..20_u8).map(|at| (72.0, -50.0 - 30.0 * f32::from(at), 10.0, "Hidden"));
    let told = "left out or changed: most of its text: where its own program shows more";
    assert!(!Added::of("all.pdf", pdf(&[vec![within]], "")).said.contains(told));
    let added = Added::of("part.pdf", pdf(&[std::iter::once(within).chain(outside).collect()], ""));
    assert!(added.said.contains(told) && added.said.contains("20 pieces of text outside its page"), "{}", added.said);
}

#[test]
fn n23_what_stands_before_a_pdf_is_no_part_of_it() {
    let file = [&b"\x1b%-12345X@PJL JOB\r\n\xef\xbb\xbf"[..], &pdf(&[set(LEFT, 72.0, 720.0, 88)], "")].concat();
    Added::of("printed.pdf", file).has(&[LEFT]);
    let scratch = Scratch::with_port("intake-no-pdf");
    let (output, said) = add(&scratch, "none.pdf", [0x80, b'x'], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("it does not begin as its name says, and is no text: open it in its own program and save it again"), "{said}");
}

#[test]
fn n23_a_line_without_letters_may_end_a_page_of_a_pdf() {
    let mut lines = set(LEFT, 72.0, 720.0, 88);
    let y = lines.last().expect("a line").1 - 12.0;
    lines.push((250.0, y, 10.0, "~ ~ ~"));
    Added::of("stars.pdf", pdf(&[lines], "")).has(&[LEFT, "~ ~ ~"]);
}

#[test]
fn n23_columns_of_a_pdf_are_read_one_after_the_other() {
    let mut lines = vec![(72.0, 770.0, 18.0, "Port of Sarn closes")];
    lines.extend(set(LEFT, 72.0, 720.0, 42));
    lines.extend(set(NEXT, 72.0, 630.0, 42));
    lines.extend(set(RIGHT, 320.0, 720.0, 42));
    let added = Added::of("columns.pdf", pdf(&[lines], ""));
    added.has(&[LEFT, NEXT, RIGHT]);
    let places: Vec<usize> = [LEFT, NEXT, RIGHT].iter().map(|words| flat(&added.text).find(words).expect("it is there")).collect();
    assert!(places.is_sorted(), "{}", added.text);
}

#[test]
fn n23_a_paragraph_that_goes_over_the_edge_of_a_page_is_whole() {
    let page = |lines: &[&'static str]| -> Vec<Line<'static>> {
        lines.iter().zip(0_u8..).map(|(words, at)| (72.0, 700.0 - 12.0 * f32::from(at), 10.0, *words)).collect()
    };
    let first = page(&[
        "The treaty was signed on Monday and is to be ratified by both parliaments, and the inter-",
        "national court will hear of it—",
        "which both of the governments have agreed to in the pre- and post-war talks, and in the long-",
    ]);
    let second = page(&["term protocol that nobody has read. A long-term plan is not in it, and the internatio-", "nal observers left."]);
    let added = Added::of("edge.pdf", pdf(&[first, second], ""));
    added.has(&[
        "by both parliaments, and the international court will hear",
        "hear of it—which both",
        "in the pre- and post-war talks, and in the long-term protocol that nobody",
        "the international observers left.",
    ]);
    let marks: Vec<usize> = ["--- page 1 ---", "The treaty", "observers left.", "--- page 2 ---"]
        .iter()
        .map(|words| added.text.find(words).expect("it is there"))
        .collect();
    assert!(marks.is_sorted(), "{}", added.text);
    assert_eq!(added.all(SentenceKind::Row), [""; 0]);
}

#[test]
fn n23_a_pdf_of_four_hundred_pages_is_read() {
    let added = Added::of("book.pdf", pdf(&article(400), ""));
    assert_eq!(added.text.matches("--- page ").count(), 400);
    assert_eq!(flat(&added.text).matches(LEFT).count(), 400);
    assert_eq!(flat(&added.text).matches("The Sarn Review").count(), 0);
}

/// What we write ourselves is of another typesetter, tagged and with fonts in parts.
#[cfg(feature = "pdf")]
#[test]
fn n23_the_words_of_our_own_pdf_come_back() {
    let export =
        |to: &str| program().args(["export", "russia-iran-treaty", "--to", to]).stdin(Stdio::null()).output().expect("it runs").stdout;
    let added = Added::of("treaty.pdf", export("pdf"));
    let known: std::collections::HashSet<String> = words(&String::from_utf8(export("markdown")).expect("UTF-8")).collect();
    let strange: Vec<String> = words(&added.text).filter(|word| word.len() > 3 && !known.contains(word)).collect();
    let all = words(&added.text).count();
    assert!(all > 3000, "{all}");
    assert!(strange.len() * 50 < all, "{} of {all}: {strange:?}", strange.len());
}

#[cfg(feature = "pdf")]
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

#[test]
fn n23_notes_at_the_foot_of_a_page_are_told_from_the_text_that_goes_on_behind_them() {
    let first = vec![
        (72.0, 700.0, 10.0, "The treaty was signed on Monday and is to be ratified by both of the parliaments in the"),
        (480.0, 704.0, 6.0, "1"),
        (72.0, 688.0, 10.0, "spring, the minister said, and nobody who was in the room has denied it since then, or con-"),
        (72.0, 104.0, 6.0, "1"),
        (76.0, 100.0, 8.0, "By a show of hands."),
    ];
    let second = vec![(72.0, 700.0, 10.0, "firmed it in writing to anybody. It is not in force.")];
    let added = Added::of("notes.pdf", pdf(&[first, second], ""));
    added.has(&["both of the parliaments in the spring, the minister", "or confirmed it in writing to anybody.", "By a show of hands."]);
    added.lacks(&["the1", "the 1", "1By"]);
}

#[test]
fn n23_what_runs_over_the_columns_of_many_pages_is_none_of_them() {
    let page = |_| {
        let mut lines = vec![(72.0, 800.0, 8.0, "The Sarn Review"), (490.0, 800.0, 8.0, "Vol. 3")];
        lines.extend(set(LEFT, 72.0, 720.0, 42));
        lines.extend(set(RIGHT, 320.0, 720.0, 42));
        lines
    };
    let added = Added::of("review.pdf", pdf(&(0..4).map(page).collect::<Vec<_>>(), ""));
    added.has(&[LEFT, RIGHT]);
    added.lacks(&["Vol. 3", "Sarn Review"]);
}

#[test]
fn n23_a_pdf_without_words_is_refused_as_such() {
    let scratch = Scratch::with_port("intake-scan");
    let (output, said) = add(&scratch, "scan.pdf", pdf(&[vec![], vec![]], "/CreationDate (D:20261103101500Z)"), &[]);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("it holds no words: where it is a picture of a text") && !said.contains("--date"), "{said}");
}

#[test]
fn n23_heads_and_feet_of_short_pdfs_are_known_by_what_they_say() {
    let page = |words: &'static str, foot: &'static str| -> Vec<Line<'static>> {
        let mut lines = vec![(72.0, 810.0, 8.0, "The Sarn Review, November 2026")];
        lines.extend(set(words, 72.0, 720.0, 88));
        lines.push((260.0, 30.0, 8.0, foot));
        lines
    };
    let added = Added::of("two.pdf", pdf(&[page(LEFT, "Page 1 of 2"), page(NEXT, "Page 2 of 2")], ""));
    added.has(&[LEFT, NEXT]);
    added.lacks(&["Page", "Review"]);
    assert!(added.said.contains("4 running lines"), "{}", added.said);
    let added = Added::of("alone.pdf", pdf(&[page(LEFT, "Page 4 of 6")], ""));
    added.has(&[LEFT, "The Sarn Review"]);
    added.lacks(&["Page 4"]);
}

#[test]
fn n23_a_sentence_over_the_edge_of_a_page_may_go_on_with_a_capital_or_a_digit() {
    for (name, next) in [
        ("capital.pdf", "Berlin on Monday, and nobody left the table before the week was out. The talks go on in the hall."),
        ("digit.pdf", "412 to 87, and nobody left the table before the week was out. The talks go on in the town hall."),
    ] {
        let before = "Talks over the night shift were held by the owners of the port and by all of the dockers in";
        let pages =
            [vec![(72.0, 700.0, 10.0, LEFT_LINE), (72.0, 688.0, 10.0, before)], set(next, 72.0, 700.0, 88), set(NEXT, 72.0, 700.0, 88)];
        let added = Added::of(name, pdf(&pages, ""));
        added.has(&[&format!("{before} {next}"), &format!("--- page 3 --- {NEXT}")]);
        let places: Vec<usize> =
            [next, "--- page 2 ---", NEXT].iter().map(|words| flat(&added.text).find(words).expect("it is there")).collect();
        assert!(places.is_sorted(), "{}", added.text);
    }
    // A title at the end of a page, and a list on the next, are two things.
    let pages = [vec![(72.0, 700.0, 10.0, "Figures of the year")], set(NEXT, 72.0, 700.0, 88)];
    assert!(!flat(&Added::of("figures.pdf", pdf(&pages, "")).text).contains("the year Ships"));
}

const LEFT_LINE: &str = "The port of Sarn closed on Monday after dockers voted to stop work, and it stays closed now.";

/// Columns so close together that they are read in the order of the file.
#[test]
fn n23_raised_and_lowered_digits_in_close_columns_stand_in_their_place() {
    let left = [
        "The port of Sarn closed on Monday after dockers",
        "voted that they stop work for as long as all talks",
        "over the night shift go nowhere at all. The union",
        "",
        "It said that it would not be the first to leave the",
        "table, whatever the owners of it tell all the many",
        "papers of the town about it and about all others.",
    ];
    let right = [
        "Ships that were due this week wait off the",
        "bar, and two of them have turned to Vell,",
        "where berths are free until the middle of",
        "the month. The harbour master said that",
        "more of them would follow within days, and",
        "that nobody counts them at all for now",
        "and would not say so.",
    ];
    let column = |x: f32, lines: [&'static str; 7]| {
        lines.into_iter().zip(0_u8..).map(move |(words, at)| (x, 720.0 - 12.0 * f32::from(at), 10.0, words))
    };
    let y = 684.0;
    let marked = [
        (72.0, y, 10.0, "needs 10"),
        (112.8, y + 3.5, 6.5, "6"),
        (116.4, y, 10.0, " tons and emits CO"),
        (204.6, y - 1.5, 6.5, "2"),
        (208.2, y, 10.0, " in this port."),
    ];
    let lines: Vec<Line<'_>> =
        column(72.0, left).take(3).chain(marked).chain(column(72.0, left).skip(4)).chain(column(280.0, right)).collect();
    let added = Added::of("close.pdf", pdf(&[lines], ""));
    assert!(added.said.contains("1 page with columns close together"), "{}", added.said);
    added.has(&["The union needs 10^6 tons and emits CO2 in this port."]);
}
