//! What editors see and readers do not: candidates, and what the check finds.

use super::{err, export};
use crate::support::Scratch;
use bluf::export::{FORMATS, Holds};
use bluf::page::{World, locate};
use bluf::settings::Settings;

fn pages() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter(|format| format.holds == Holds::Pages && !matches!(format.name, "pdf" | "docx")).map(|format| format.name)
}

#[test]
fn e22_candidates_are_in_nothing_that_is_handed_on() {
    let scratch = Scratch::with_port("readers-candidates");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, format!("{text}candidates:\n  work:\n    - fact: Waitingclaim\n      quote: voted\n")).expect("written");
    for format in FORMATS.iter().filter(|format| format.handed.is_some()) {
        let asked = export(&scratch.0, &["port/candidates", "--to", format.name, "--anyway"]);
        assert!(asked.status.code() == Some(2) && err(&asked).contains("waits to be taken as claims"), "{}: {}", format.name, err(&asked));
        let whole = export(&scratch.0, &["port", "--to", format.name, "--anyway"]);
        let whole = String::from_utf8_lossy(&whole.stdout).to_lowercase();
        assert!(
            !whole.contains("waitingclaim") && (format.holds == Holds::All || !whole.contains("candidate")),
            "{}: {whole}",
            format.name
        );
    }
    let world = World::from(bluf::library::open(&scratch.0).expect("opens"));
    let place = "port/candidates".parse().expect("an address");
    assert!(locate(&world, &place).is_ok() && bluf::export::file(&world, &place, "html", &Settings::default()).is_err());
}

#[test]
fn e22_what_the_check_finds_stays_with_editors_unless_that_is_meant() {
    let scratch = Scratch::with_port("readers-findings");
    for format in pages() {
        let read = |flags: &[&str]| {
            let output = export(&scratch.0, &[&["port", "--to", format], flags].concat());
            assert!(output.status.success(), "{format}: {}", err(&output));
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let marks = ["[warning]", "[note]", "\\[warning", "finding"];
        let text = read(&[]);
        assert!(!marks.iter().any(|mark| text.contains(mark)), "{format}");
        if format != "slides" {
            let edited = read(&["--findings"]);
            assert!(marks.iter().any(|mark| edited.contains(mark)), "{format}");
        }
    }
}

#[test]
fn e22_errors_stand_in_what_is_handed_on_in_spite_of_them_and_a_memo_says_so() {
    let scratch = Scratch::with_port("readers-errors");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replace("voted to stop work on Fridays", "voted to stop work on Sundays")).expect("written");
    let read = |format: &str, form: &[&str]| {
        let output = export(&scratch.0, &[&["port", "--to", format, "--anyway"], form].concat());
        assert!(output.status.success(), "{format}: {}", err(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(read("text", &[]).contains("[error]"));
    let notice = "Not fit to send: the check finds 1 error in this briefing.";
    assert!(read("memo", &[]).starts_with(&format!("TLP:CLEAR\n{notice}\n\nTo: ")), "{}", read("memo", &[]));
    assert!(read("memo", &["--as", "html"]).contains(&format!("<p class=\"strong\">{notice}</p>")));
    assert!(read("memo", &["--as", "markdown"]).contains(&format!("-->\n\n**{notice}**\n\n# ")));
    std::fs::write(&file, text).expect("written");
    assert!(!read("memo", &[]).contains("Not fit"));
}
