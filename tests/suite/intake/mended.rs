//! PDF as its typesetter drew it, and not as it is read: turned, printed over itself, numbered, with initials and notes.

use super::portable::{Line, assembled, pdf, set};
use super::{Added, flat};
use bluf::briefing::SentenceKind;

const FIRST: &str = "The port of Sarn closed on Monday after the dockers voted to stop work, the harbour master said. Ships were sent to Velm, two hundred miles to the north, and insurers doubled their rates within a day.";
const SECOND: &str = "The government called the vote illegal and asked a court to forbid the strike. A hearing was set for Friday, and the union said that it would obey the ruling if it came in time.";
const THIRD: &str = "Traders expect grain prices to rise by a tenth before the end of the month. Two mills have stopped buying, and a third has asked the ministry for help.";

/// A page of one content, with what else its dictionary says.
fn page(content: &str, says: &str) -> Vec<u8> {
    assembled(&[
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [5 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        "<< >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R {says} /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>"),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len() + 1),
    ])
}

fn drawn(lines: &[Line<'_>]) -> String {
    let line = |(x, y, size, words): &Line<'_>| format!("BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n");
    lines.iter().map(line).collect::<Vec<_>>().concat()
}

fn article() -> Vec<Line<'static>> {
    let mut lines = vec![(60.0, 540.0, 18.0, "Strike in Sarn")];
    for (words, y) in [(FIRST, 500.0), (SECOND, 452.0), (THIRD, 404.0)] {
        lines.extend(set(words, 60.0, y, 100));
    }
    lines
}

#[test]
fn n23_a_page_that_is_shown_turned_is_read_as_it_is_shown() {
    // A landscape page of 842 by 595 points, drawn on a portrait one.
    for (name, says, cm) in [
        ("quarter.pdf", "/MediaBox [0 0 595 842] /Rotate 90", "0 1 -1 0 595 0 cm"),
        ("half.pdf", "/MediaBox [0 0 842 595] /Rotate 180", "-1 0 0 -1 842 595 cm"),
        ("back.pdf", "/MediaBox [0 0 595 842] /Rotate 270", "0 -1 1 0 0 842 cm"),
        ("sideways.pdf", "/MediaBox [0 0 595 842]", "0 1 -1 0 595 0 cm"),
        ("cropped.pdf", "/MediaBox [0 -100 695 842] /CropBox [0 0 595 842] /Rotate 270", "0 -1 1 0 0 842 cm"),
    ] {
        let added = Added::of(name, page(&format!("q {cm}\n{}Q", drawn(&article())), says));
        assert_eq!(added.headings(), ["Strike in Sarn"], "{name}: {}", added.text);
        let text = flat(&added.text);
        let paragraphs: Vec<&str> = added.text.split("\n\n").skip(2).map(str::trim_end).collect();
        assert_eq!(paragraphs, [FIRST, SECOND, THIRD], "{name}: {text}");
        assert!(added.said.contains("1 page whose text stands sideways: turned"), "{name}: {}", added.said);
        assert!(!added.said.contains("askew") && !added.said.contains("outside"), "{name}: {}", added.said);
    }
}

#[test]
fn n23_letters_that_are_printed_over_themselves_count_once() {
    let over = |x: f32, y: f32, size: f32, words: &str| -> String {
        [(0.0, 0.0), (0.3, 0.0), (0.0, 0.3)].map(|(right, up)| drawn(&[(x + right, y + up, size, words)])).concat()
    };
    let letters: String =
        "Talks fell.".chars().zip(0_u8..).map(|(letter, at)| over(60.0 + 9.0 * f32::from(at), 350.0, 12.0, &letter.to_string())).collect();
    // Half of the words again, in one go with what stands behind them.
    let run = "BT /F1 10 Tf 1 0 0 1 60 320 Tm (Nobody ) Tj (left the hall.) Tj 1 0 0 1 60.2 320 Tm (Nobody ) Tj ( or asked why.) Tj ET\n";
    let content = over(60.0, 540.0, 18.0, "Strike in Sarn")
        + &drawn(&set(FIRST, 60.0, 500.0, 100))
        + &over(60.0, 400.0, 10.0, "It was called off.")
        + &letters
        + run;
    let added = Added::of("bold.pdf", page(&content, "/MediaBox [0 0 595 842]"));
    assert_eq!(added.headings(), ["Strike in Sarn"], "{}", added.text);
    added.has(&[FIRST]);
    for words in ["It was called off.", "Nobody"] {
        assert_eq!(added.text.matches(words).count(), 1, "{}", added.text);
    }
    let solid: String = added.text.split_whitespace().collect();
    assert!(solid.contains("Talksfell.") && !solid.contains("TTa"), "{}", added.text);
    assert!(added.said.contains("pieces of text printed over itself: kept once"), "{}", added.said);
}

/// Lines of prose, each with its number at the left.
fn numbered(first: u32, step: u32) -> Vec<Line<'static>> {
    let words: &'static str = Box::leak([FIRST, SECOND, THIRD].join(" ").into_boxed_str());
    let mut lines = Vec::new();
    for (line, at) in set(words, 90.0, 780.0, 80).into_iter().zip(0_u8..) {
        let y = 780.0 - 24.0 * f32::from(at);
        let number = first + u32::from(at);
        if number.is_multiple_of(step) {
            let number: &'static str = Box::leak(number.to_string().into_boxed_str());
            lines.push((if number.len() > 1 { 66.0 } else { 70.4 }, y, 8.0, number));
        }
        lines.push((90.0, y, 11.0, line.3));
    }
    lines
}

#[test]
fn n23_numbers_of_lines_are_no_words_of_a_pdf() {
    let all = [FIRST, SECOND, THIRD].join(" ");
    for (name, pages) in
        [("each.pdf", vec![numbered(1, 1)]), ("fifth.pdf", vec![numbered(1, 1), numbered(9, 1)]), ("court.pdf", vec![numbered(98, 1)])]
    {
        let added = Added::of(name, pdf(&pages, ""));
        assert_eq!(flat(&added.text).matches(&all).count(), pages.len(), "{name}: {}", added.text);
        assert!(added.said.contains("numbers of lines in the margin: left out"), "{name}: {}", added.said);
    }
    // The rows of a table and the paragraphs of a ruling have numbers that are theirs.
    let rows = [("1", "n-butane"), ("2", "ethane"), ("3", "tert-butane"), ("4", "methane"), ("5", "pentane"), ("6", "hexane")];
    let table: Vec<Line<'_>> = rows
        .iter()
        .zip(0_u8..)
        .flat_map(|((number, gas), at)| {
            let y = 700.0 - 24.0 * f32::from(at);
            [(70.0, y, 10.0, *number), (120.0, y, 10.0, *gas), (260.0, y, 10.0, "77353")]
        })
        .collect();
    let mut ruling: Vec<Line<'_>> = Vec::new();
    let mut y = 780.0;
    for (words, number) in [FIRST, THIRD, SECOND, FIRST, THIRD, SECOND].into_iter().zip(["1", "2", "3", "4", "5", "6"]) {
        ruling.push((70.0, y, 10.0, number));
        let lines = set(words, 100.0, y, if number == "3" { 40 } else { 70 });
        y = lines.last().expect("a line").1 - 20.0;
        ruling.extend(lines);
    }
    let measured =
        ["n-butane 0.5 88 13.1", "sec-butane 0.5 92 10.3", "tert-butane 0.5 92 9.2", "ethyl ether 0.5 83 15.8", "xylene 10 0.5 105 22.2"];
    let figures: Vec<Line<'_>> = measured
        .into_iter()
        .zip(["11", "12", "13", "14", "15"])
        .zip(0_u8..)
        .flat_map(|((row, number), at)| {
            let y = 700.0 - 14.0 * f32::from(at);
            [(70.0, y, 10.0, number), (100.0, y, 10.0, row)]
        })
        .collect();
    for (name, lines) in [("table.pdf", table), ("figures.pdf", figures), ("ruling.pdf", ruling)] {
        let added = Added::of(name, pdf(&[lines], ""));
        assert!(!added.said.contains("numbers of lines"), "{name}: {}", added.said);
    }
}

#[test]
fn n23_an_initial_over_several_lines_stands_before_its_word() {
    let body: &'static str = Box::leak(format!("{} {SECOND}", &FIRST[1..]).into_boxed_str());
    let lines = set(body, 72.0, 741.0, 80);
    let shifted = lines.iter().zip(0..).map(|((x, y, size, words), at)| (x + if at < 2 { 22.0 } else { 0.0 }, *y, *size, *words));
    let page: Vec<Line<'_>> = [(72.0, 780.0, 14.0, "Strike in Sarn"), (72.0, 726.0, 30.0, "T")]
        .into_iter()
        .chain(shifted)
        .chain(set(THIRD, 72.0, 660.0, 84))
        .collect();
    let added = Added::of("initial.pdf", pdf(&[page], ""));
    added.has(&[FIRST, SECOND, THIRD]);
    assert_eq!(added.headings(), ["Strike in Sarn"]);
    assert!(!flat(&added.text).contains(" T "), "{}", added.text);
}

#[test]
fn n23_marks_of_notes_in_the_cells_of_a_pdf_are_apart_from_their_numbers() {
    let mut content = String::from("0.5 w\n");
    for y in [600, 580, 560, 540] {
        content += &format!("72 {y} m 372 {y} l S\n");
    }
    for x in [72, 172, 272, 372] {
        content += &format!("{x} 540 m {x} 600 l S\n");
    }
    let cells = [("Country", "Ships", "Tonnes", ""), ("Iran", "1,204", "83,190", "1"), ("Russia", "2,310", "67,413", "2")];
    for ((country, ships, tonnes, mark), y) in cells.iter().zip([586.0, 566.0, 546.0]) {
        content += &drawn(&[(78.0, y, 10.0, *country), (178.0, y, 10.0, *ships)]);
        if !mark.is_empty() {
            content += &drawn(&[(203.1, y + 4.0, 6.0, *mark)]);
        }
        content += &drawn(&[(278.0, y, 10.0, *tonnes)]);
    }
    content += &drawn(&set(FIRST, 72.0, 680.0, 88));
    let note = |number: &'static str, words: &'static str, y: f32| drawn(&[(72.0, y + 3.0, 5.0, number), (76.0, y, 8.0, words)]);
    content += &(note("1", "2021 estimate", 110.0) + &note("2", "Of the customs", 100.0) + &note("3", "As above", 90.0));
    let added = Added::of("cells.pdf", page(&content, "/MediaBox [0 0 595 842]"));
    let rows = added.all(SentenceKind::Row);
    assert!(
        rows.contains(&"| Iran | 1,204^1 | 83,190 |".to_owned()) && rows.contains(&"| Russia | 2,310^2 | 67,413 |".to_owned()),
        "{rows:?}"
    );
    for note in ["[1] 2021 estimate", "[2] Of the customs", "[3] As above"] {
        assert!(added.text.lines().any(|line| line == note), "{note}: {}", added.text);
    }
}

#[test]
fn n23_sentences_that_recur_in_the_text_of_pages_are_no_heads_and_feet() {
    let note: [&'static str; 3] =
        ["1 Of the harbour master, 3 March 2025.", "2 Of the harbour master, 4 March 2025.", "3 Of the harbour master, 5 March 2025."];
    let pages: Vec<Vec<Line<'_>>> = (0..3)
        .map(|page| {
            let mut lines = vec![(72.0, 815.0, 8.0, if page == 1 { "The strike in Sarn" } else { "Sarn Quarterly" })];
            let mut y = 780.0;
            for at in 0..3 {
                let these = set([FIRST, SECOND, THIRD][(at + page) % 3], 72.0, y, 84);
                y = these.last().expect("a line").1 - 20.0;
                lines.extend(these);
            }
            lines.push((72.0, 60.0, 8.0, note[page]));
            lines.push((72.0, 40.0, 8.0, "All words here are those of the paper, and of nobody else."));
            lines
        })
        .collect();
    let added = Added::of("again.pdf", pdf(&pages, ""));
    let text = flat(&added.text);
    for words in [FIRST, SECOND, THIRD] {
        assert_eq!(text.matches(words).count(), 3, "{}", added.text);
    }
    added.has(&note);
    added.lacks(&["Quarterly", "The strike in Sarn", "All words here"]);
    assert!(added.said.contains("6 running lines"), "{}", added.said);
}

/// A table of two rows below a place of a column.
fn table(x: f32, y: f32) -> String {
    let lines = (0..3_u8).map(f32::from).map(|at| {
        let (across, down) = (y + 6.0 - 18.0 * at, x + 60.0 + 35.0 * at);
        format!("{} {across} m {} {across} l S\n{down} {} m {down} {} l S\n", x + 60.0, x + 130.0, y + 6.0, y - 30.0)
    });
    let cells = [(64.0, 7.0, "Year"), (99.0, 7.0, "Ships"), (64.0, 25.0, "15"), (99.0, 25.0, "12")];
    lines.collect::<Vec<_>>().concat() + &drawn(&cells.map(|(right, down, words)| (x + right, y - down, 10.0, words)))
}

#[test]
fn n23_columns_with_a_table_in_each_are_read_one_after_the_other() {
    // Columns that end with a paragraph, and within one.
    for cut in [480.0, 500.0] {
        let (mut content, mut wanted) = (String::from("0.5 w\n"), Vec::new());
        let (mut x, mut y) = (60.0, 780.0);
        for at in 0..10_usize {
            let words: &'static str = Box::leak(format!("In town {at}: {}", [FIRST, SECOND, THIRD][at % 3]).into_boxed_str());
            for line in set(words, 0.0, 0.0, 46) {
                if y < cut && x < 100.0 {
                    (x, y) = (305.0, 780.0);
                }
                content += &drawn(&[(x, y, 10.0, line.3)]);
                y -= 12.0;
            }
            y -= 6.0;
            wanted.push(words);
            if at == 2 || at == 6 {
                content += &table(x, y);
                y -= 46.0;
                wanted.push("| Year | Ships | | 15 | 12 |");
            }
        }
        let added = Added::of(&format!("tables-{cut}.pdf"), page(&content, "/MediaBox [0 0 595 842]"));
        assert_eq!(flat(&added.text).trim_start_matches("--- page 1 --- "), wanted.join(" "), "{cut}: {}", added.text);
    }
}
