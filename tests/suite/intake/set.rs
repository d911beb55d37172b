//! PDF as typesetters set it: headings of several sizes, lines at the edges of pages, tables of bold heads.

use super::portable::{Line, pdf, set};
use super::{Added, flat};

const FIRST: &str = "The port of Sarn closed on Monday after the dockers voted to stop work, the harbour master said. Ships were sent to Velm, two hundred miles to the north, and insurers doubled their rates within a day.";
const SECOND: &str = "The government called the vote illegal and asked a court to forbid the strike. A hearing was set for Friday, and the union said that it would obey the ruling if it came in time.";

/// A page of paragraphs under headings of 13 points.
fn state(name: &'static str, headings: [&'static str; 2]) -> Vec<Line<'static>> {
    let mut lines = vec![(60.0, 760.0, 20.0, name)];
    let mut y = 725.0;
    for (heading, words) in headings.into_iter().zip([FIRST, SECOND]) {
        lines.push((60.0, y, 13.0, heading));
        let these = set(words, 60.0, y - 20.0, 90);
        y = these.last().expect("a line").1 - 30.0;
        lines.extend(these);
    }
    lines.push((60.0, y, 10.0, "Confidence: low"));
    lines
}

#[test]
fn n23_headings_and_lines_that_stand_once_a_page_are_no_running_lines() {
    let names = ["Angola", "Gabon", "Kenya", "Malawi", "Zambia"];
    let pages: Vec<Vec<Line<'_>>> = names.iter().map(|name| state(name, ["Key judgements", "Outlook"])).collect();
    let added = Added::of("states.pdf", pdf(&pages, ""));
    let headings: Vec<&str> = names.iter().flat_map(|name| [name, "Key judgements", "Outlook"]).collect();
    assert_eq!(added.headings(), headings, "{}", added.text);
    assert_eq!(added.text.matches("Confidence: low").count(), names.len(), "{}", added.text);
    assert!(!added.said.contains("running"), "{}", added.said);
}

#[test]
fn n23_running_lines_that_vary_by_a_number_go_and_are_told() {
    let feet = ["Vol. 12, no. 1", "Vol. 12, no. 2", "Vol. 12, no. 3", "Vol. 12, no. 4"];
    let pages: Vec<Vec<Line<'_>>> = feet
        .iter()
        .map(|foot| {
            let mut lines = vec![(60.0, 815.0, 8.0, "The Sarn Review"), (60.0, 28.0, 8.0, *foot)];
            lines.extend(set(FIRST, 60.0, 760.0, 90));
            lines.extend(set(SECOND, 60.0, 700.0, 90));
            lines
        })
        .collect();
    let added = Added::of("feet.pdf", pdf(&pages, ""));
    added.lacks(&["Vol.", "Review"]);
    let told = "8 running lines over or under the pages: “The Sarn Review” (4 times), “Vol. 12, no. 1” (4 times)";
    assert!(added.said.contains(told), "{}", added.said);
}

#[test]
fn n23_a_heading_and_the_one_below_it_are_two_and_a_size_has_one_level() {
    let section = |y: f32, name: &'static str| {
        let mut lines = vec![(60.0, y, 13.0, name)];
        lines.extend(set(FIRST, 60.0, y - 20.0, 90));
        lines
    };
    let mut first = vec![(60.0, 790.0, 22.0, "Ports of the Gulf"), (60.0, 740.0, 15.0, "1 Sarn and Velm")];
    first.extend(section(720.0, "1.1 Draft and berths"));
    let second = [section(760.0, "1.2 Tugs"), vec![(60.0, 650.0, 15.0, "2 Karsk")], section(630.0, "2.1 Silt")].concat();
    let added = Added::of("levels.pdf", pdf(&[first, second], ""));
    let headings: Vec<&str> = added.text.lines().filter(|line| line.starts_with('#')).collect();
    let expected = ["# Ports of the Gulf", "## 1 Sarn and Velm", "### 1.1 Draft and berths", "### 1.2 Tugs", "## 2 Karsk", "### 2.1 Silt"];
    assert_eq!(headings, expected, "{}", added.text);
}

#[test]
fn n23_paragraphs_that_a_page_has_twice_are_parted_each_time() {
    let full = "Oman and Iraq disagree on who should pay for it. A study of the port is to be published on";
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut y = 780.0;
    for day in ["3 May 2026.", "4 May 2026."] {
        for words in [FIRST, Box::leak(format!("{full} {day}").into_boxed_str()), FIRST] {
            let these = set(words, 60.0, y, 104);
            y = these.last().expect("a line").1 - 17.0;
            lines.extend(these);
        }
        y -= 30.0;
    }
    let added = Added::of("twice.pdf", pdf(&[lines], ""));
    let paragraphs: Vec<String> = added.text.split("\n\n").skip(1).map(flat).collect();
    let wanted = ["3 May 2026.", "4 May 2026."].map(|day| [FIRST.to_owned(), format!("{full} {day}"), FIRST.to_owned()]).concat();
    assert_eq!(paragraphs, wanted, "{}", added.text);
}

#[test]
fn n23_a_compound_that_is_parted_within_a_word_has_no_hyphen_there() {
    let lines = [
        "The engineer of the port said that all of the counter-mea-",
        "sures would be insufficient, and that a state-of-the-",
        "art crane of the kind was never bought by the owners.",
    ];
    let lines = lines.iter().zip(0_u8..).map(|(words, at)| (72.0, 720.0 - 12.0 * f32::from(at), 10.0, *words)).collect();
    let added = Added::of("compound.pdf", pdf(&[lines], ""));
    added.has(&["all of the counter-measures would", "a state-of-the-art crane"]);
}

#[test]
fn n23_the_caption_of_a_table_says_what_it_counts() {
    let table = "<table><caption>Thousand tonnes, end of month</caption><tr><th>Port</th><th>Ore</th></tr><tr><td>Sarn</td><td>14</td></tr></table>";
    let added = Added::of("caption.html", format!("<html><body><article><p>{FIRST}</p>{table}<p>{SECOND}</p></article></body></html>"));
    added.has(&["| Thousand tonnes, end of month | | Port | Ore | | Sarn | 14 |"]);
    assert!(added.said.contains("1 caption"), "{}", added.said);
}

#[test]
fn n23_a_title_in_the_middle_and_a_heading_at_the_left_are_two_though_they_are_as_large() {
    let mut lines = vec![(220.0, 790.0, 18.0, "Ports of the Gulf"), (60.0, 762.0, 18.0, "1 Sarn")];
    lines.extend(set(FIRST, 60.0, 740.0, 90));
    let added = Added::of("middle.pdf", pdf(&[lines], ""));
    assert_eq!(added.headings(), ["Ports of the Gulf", "1 Sarn"], "{}", added.text);
    let mut lines = vec![(60.0, 790.0, 18.0, "Ports of the Gulf and of"), (60.0, 768.0, 18.0, "the seas beyond")];
    lines.extend(set(FIRST, 60.0, 740.0, 90));
    let added = Added::of("wrapped.pdf", pdf(&[lines], ""));
    assert_eq!(added.headings(), ["Ports of the Gulf and of the seas beyond"], "{}", added.text);
}
