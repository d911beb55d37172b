//! What runs over and under the pages of a PDF, and what only stands there.

use super::Added;
use super::portable::{Line, pdf, set};

const FIRST: &str =
    "The port of Sarn closed on Monday after dockers voted to stop work for as long as talks over the night shift go nowhere.";
const SECOND: &str =
    "Ships that were due this week wait off the bar, and two of them have turned to Vell, where berths are free for a while.";
const THIRD: &str = "Analysts at the chamber of trade expect that a closure of ten days would cost the town some forty million in fruit.";
const ALL: [&str; 3] = [FIRST, SECOND, THIRD];

fn leaked(words: String) -> &'static str {
    Box::leak(words.into_boxed_str())
}

/// Lines of a page filled from one height to another, with the words of `page`.
fn filled(page: usize, from: f32, to: f32) -> Vec<Line<'static>> {
    let (mut lines, mut y, mut at) = (Vec::new(), from, 0);
    while y > to + 30.0 {
        let these = set(leaked(format!("In note {page} of part {at} it says so. {}", ALL[at % 3])), 72.0, y, 90);
        y = these.last().expect("a line").1 - 18.0;
        lines.extend(these);
        at += 1;
    }
    lines
}

#[test]
fn n23_names_of_chapters_and_numbers_of_pages_run_over_them() {
    let chapters = ["Quays", "Quays", "Dredging and silt", "Insurance", "Rail"];
    let pages: Vec<Vec<Line<'_>>> = chapters
        .iter()
        .enumerate()
        .map(|(page, chapter)| {
            let number = page + 1;
            // The first page has none, left and right pages differ, and the foot says when it was printed.
            let head = match (page, number % 2) {
                (0, _) => Vec::new(),
                (_, 0) => vec![(72.0, 810.0, 9.0, leaked(format!("{number}   Yearbook of Coastal Trade")))],
                _ => vec![(380.0, 810.0, 9.0, leaked(format!("{chapter}   {number}")))],
            };
            let foot = [
                (72.0, 40.0, 8.0, "Published 4 March 2026"),
                (300.0, 40.0, 8.0, leaked(format!("Page {number} of 5"))),
                (420.0, 28.0, 8.0, leaked(format!("Printed at 08:{:02}", 7 * number))),
            ];
            [head, filled(page, 760.0, 70.0), foot.to_vec()].concat()
        })
        .collect();
    let added = Added::of("chapters.pdf", pdf(&pages, ""));
    added.lacks(&["Yearbook", "Dredging", "Insurance", "Rail", "Published", "Printed", "of 5"]);
    let parts = filled(0, 760.0, 70.0).iter().filter(|line| line.3.starts_with("In note")).count();
    for page in 0..5 {
        assert_eq!(added.text.matches(&format!("In note {page} of part")).count(), parts, "{}", added.text);
    }
    assert!(added.said.contains("“Published 4 March 2026” (5 times)"), "{}", added.said);
}

#[test]
fn n23_a_sentence_that_goes_on_over_a_page_with_a_head_is_one() {
    let pages: Vec<Vec<Line<'_>>> = (0..3)
        .map(|page| {
            let mut lines = vec![(72.0, 800.0, 10.0, "Salt and Steel"), (500.0, 800.0, 10.0, leaked((page + 1).to_string()))];
            // The head stands over the right column, and the reader has joined both.
            lines.extend([(72.0, 760.0, 10.0, "goods from them.")].into_iter().filter(|_| page > 0));
            let mut y = if page > 0 { 748.0 } else { 760.0 };
            for at in 0..8 {
                let these = set(leaked(format!("In note {page} of part {at} it says so. {FIRST}")), 72.0, y, 40);
                y = these.last().expect("a line").1 - 18.0;
                lines.extend(these);
            }
            let mut y = 760.0;
            for at in 0..8 {
                let these = set(leaked(format!("In note {page} of part {at} it says more. {SECOND}")), 320.0, y, 40);
                y = these.last().expect("a line").1 - 18.0;
                lines.extend(these);
            }
            lines.extend([(320.0, y, 10.0, "The owners of all the cranes will not take")].into_iter().filter(|_| page < 2));
            lines
        })
        .collect();
    let added = Added::of("over.pdf", pdf(&pages, ""));
    added.lacks(&["Salt and Steel"]);
    let whole = "The owners of all the cranes will not take goods from them.";
    assert_eq!(added.text.matches(whole).count(), 2, "{}", added.text);
    assert!(added.said.contains("3 numbers of pages over or under them"), "{}", added.said);
}

#[test]
fn n23_what_stands_once_a_page_within_the_text_is_kept() {
    let pages: Vec<Vec<Line<'_>>> = (0..5)
        .map(|page| {
            let mut lines = vec![(72.0, 790.0, 18.0, "Outlook")];
            lines.extend(filled(page, 766.0, 60.0));
            let last = lines.last().expect("a line").1;
            // As far below the text as paragraphs are from each other, on most pages at the same place.
            lines.push((72.0, last - 18.0, 10.0, "Confidence: low"));
            lines
        })
        .collect();
    let added = Added::of("once.pdf", pdf(&pages, ""));
    assert_eq!(added.text.matches("Confidence: low").count(), 5, "{}", added.text);
    assert_eq!(added.headings(), ["Outlook"; 5], "{}", added.text);
    assert!(!added.said.contains("over or under"), "{}", added.said);
}

#[test]
fn n23_a_table_on_each_page_is_no_text_at_its_side() {
    let pages: Vec<Vec<Line<'_>>> = (0..5)
        .map(|page| {
            let mut lines = filled(page, 780.0, 480.0);
            let cells = [(260.0, 450.0, "Year"), (300.0, 450.0, "Ore"), (260.0, 438.0, "2024"), (300.0, 438.0, "355")];
            lines.extend(cells.map(|(x, y, words)| (x, y, 10.0, words)));
            lines.extend(filled(page + 5, 410.0, 60.0));
            lines
        })
        .collect();
    let added = Added::of("cells.pdf", pdf(&pages, ""));
    assert_eq!(added.text.matches("355").count(), 5, "{}", added.text);
    assert!(!added.said.contains("over or under"), "{}", added.said);
}

#[test]
fn n23_a_year_that_begins_a_page_ends_the_sentence_of_the_page_before() {
    let mut pages = vec![filled(0, 780.0, 120.0), Vec::new()];
    let last = pages[0].last().expect("a line").1;
    pages[0].push((72.0, last - 18.0, 10.0, "A study of the cranes, which nobody has seen so far, is to be published on 3 May"));
    pages[1].push((72.0, 780.0, 10.0, "2026. It names no owner."));
    pages[1].extend(filled(1, 762.0, 300.0));
    let added = Added::of("year.pdf", pdf(&pages, ""));
    added.has(&["is to be published on 3 May 2026. It names no owner."]);
    assert!(added.text.contains("3 May 2026."), "{}", added.text);
}
