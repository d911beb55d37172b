//! What editors see and readers do not: candidates, and what the check finds.

use super::{err, export};
use crate::support::{Scratch, program};
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

/// Another briefing of the library has the same source, publisher and actor, and the reader's note on its sentence.
#[test]
fn e22_nothing_of_another_briefing_is_in_what_is_handed_on() {
    let alone = Scratch::with_port("readers-alone");
    let port = std::fs::read_to_string(alone.0.join("briefings/port.yaml")).expect("read");
    let port = port.replace("    reliability: C\n", "    reliability: C\n    publisher: The Mail\n");
    let port = format!("{port}actors:\n  dockers: {{name: The dockers}}\n");
    alone.write("briefings/port.yaml", &port);
    let both = Scratch::with_port("readers-both");
    both.write("briefings/port.yaml", &port);
    let raid = port.replace("briefing: port", "briefing: nightjar").replace("The strike", "Nightjar raid").replace("TLP:CLEAR", "TLP:RED");
    both.write("briefings/nightjar.yaml", raid);
    both.write(
        "own/nightjar.md",
        "# Notes on nightjar\n\n## Note on nightjar/source/ART:1, 2026-11-20\n\n> On Monday the dockers voted to stop work on Fridays.\n\nNightjar only.\n",
    );
    let written = |scratch: &Scratch, arguments: &[&str]| {
        let mut command = program();
        command.current_dir(&scratch.0).args(arguments).args(["--library", "."]).env("BLUF_NOTES", "own");
        command.output().expect("it runs")
    };
    for format in FORMATS.iter().filter(|format| format.handed.is_some()).map(|format| format.name) {
        for address in ["port", "port#ART", "port/source/ART", "port/sources", "port#dockers"] {
            for flags in [&["export", address, "--to", format, "--anyway"][..], &["show", address, "--format", format]] {
                let [one, other] = [&alone, &both].map(|scratch| written(scratch, flags));
                assert_eq!(one.stdout, other.stdout, "{flags:?}: {}", String::from_utf8_lossy(&other.stdout));
                let text = String::from_utf8_lossy(&other.stdout).to_lowercase();
                assert!(!text.contains("nightjar") && !text.contains("whole library"), "{flags:?}: {text}");
            }
        }
        let noted = written(&both, &["export", "port", "--to", format, "--notes"]);
        assert!(!String::from_utf8_lossy(&noted.stdout).to_lowercase().contains("nightjar"), "{format}");
    }
    // Who reads the page is its owner.
    assert!(String::from_utf8_lossy(&written(&both, &["show", "port#ART"]).stdout).contains("also used by nightjar"));
}

#[test]
fn e22_a_page_of_a_briefing_with_errors_is_printed_in_a_format_and_that_is_told() {
    let scratch = Scratch::with_port("readers-show");
    let show = || {
        let output =
            program().current_dir(&scratch.0).args(["show", "port#J1", "--format", "html", "--library", "."]).output().expect("it runs");
        assert!(output.status.success() && !output.stdout.is_empty(), "{}", err(&output));
        err(&output)
    };
    assert_eq!(show(), "");
    let file = scratch.0.join("briefings/port.yaml");
    let text = std::fs::read_to_string(&file).expect("read");
    std::fs::write(&file, text.replace("voted to stop work on Fridays", "voted to stop work on Sundays")).expect("written");
    assert!(show().starts_with("bluf: the check finds 1 error in ") && show().contains("see `bluf check "), "{}", show());
}
