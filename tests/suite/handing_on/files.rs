//! Where an export goes, and what of it others can rely on: links, devices, addresses with a hash, places in stored files.

use super::{err, export};
use crate::support::{Scratch, program};
use serde_json::Value;

/// A briefing of a source whose file holds `text`, with another line in its source's entry.
fn of_source(name: &str, text: &str, line: &str, title: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("seeds/a.txt", text);
    scratch.write(
        "briefings/b.yaml",
        format!(
            "briefing: b\ntitle: \"{title}\"\nmarking: TLP:CLEAR\nbottom_line: It is likely [J1].\nsources:\n  ART:\n    title: t\n    file: seeds/a.txt\n{line}sections:\n  one:\n    C1: {{fact: xx, quote: words stand}}\njudgements:\n  J1: {{text: It holds., by: 2027-01, likelihood: likely, confidence: low, because: 'b [C1].', claims: [C1]}}\n"
        ),
    );
    scratch
}

#[cfg(unix)]
#[test]
fn e22_a_link_that_leads_nowhere_is_a_file_that_is_there_and_a_device_is_none() {
    let scratch = Scratch::with_port("export-links");
    for (link, to) in [("nowhere.txt", "gone/away.txt"), ("round.txt", "round.txt")] {
        std::os::unix::fs::symlink(to, scratch.0.join(link)).expect("a link");
        let output = export(&scratch.0, &["port#J1", "-o", link]);
        assert_eq!((output.status.code(), err(&output)), (Some(2), format!("bluf: {link} is there already; `--force` writes over it\n")));
        assert_eq!(std::fs::read_link(scratch.0.join(link)).expect("still a link").to_str(), Some(to));
    }
    let nothing = export(&scratch.0, &["port#J1", "--to", "text", "-o", "/dev/null"]);
    assert!(nothing.status.success(), "{}", err(&nothing));
    let printed = export(&scratch.0, &["port#J1", "--to", "text", "-o", "/dev/stdout"]);
    assert_eq!(printed.stdout, export(&scratch.0, &["port#J1", "--to", "text", "-o", "-"]).stdout, "{}", err(&printed));
}

#[test]
fn n11_an_export_of_an_address_whose_claim_has_changed_says_so() {
    let scratch = Scratch::with_port("export-stale");
    let stale = export(&scratch.0, &["port#C1@00000000", "--to", "text"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(err(&stale).contains("port#C1 has changed since this address was copied") && !stale.stdout.is_empty(), "{}", err(&stale));
    assert_eq!(export(&scratch.0, &["port#C1", "--to", "text"]).status.code(), Some(0));
}

#[test]
fn n17_places_are_those_of_the_file_as_it_is_stored() {
    for before in ["", "\u{feff}"] {
        let text = format!("{before}First words stand here. Second words stehen hier.\n");
        let scratch = of_source("export-mark", &text, "", "T");
        let output = export(&scratch.0, &["b", "--to", "json", "--anyway"]);
        let document: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let mut found = Vec::new();
        offsets(&document, &mut found);
        assert!(!found.is_empty(), "{document}");
        let (letters, units): (Vec<char>, Vec<u16>) = (text.chars().collect(), text.encode_utf16().collect());
        let words = "words stand";
        let at = |offsets: &Value, unit: &str| {
            let place = |end: &str| usize::try_from(offsets[unit][end].as_u64().expect("a number")).expect("small");
            place("start")..place("end")
        };
        let is_quote = |offsets: &&Value| text.get(at(offsets, "bytes")) == Some(words);
        let quote = found.iter().find(|offsets| is_quote(offsets)).unwrap_or_else(|| panic!("{before:?}: {found:?}"));
        assert_eq!(letters[at(quote, "code_points")].iter().collect::<String>(), words);
        assert_eq!(String::from_utf16(&units[at(quote, "utf16")]).expect("text"), words);
    }
}

fn offsets<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("offsets").filter(|offsets| !offsets.is_null()));
            fields.values().for_each(|value| offsets(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| offsets(value, found)),
        _ => {}
    }
}

#[test]
fn e23_an_address_is_linked_only_where_it_leads_somewhere_and_holds_no_password() {
    for (url, href, is_found) in [
        ("https://x.example/a[1]?q=%zz#p#q", Some("https://x.example/a%5B1%5D?q=%25zz#p%23q"), false),
        ("https://x.example:70000/", None, true),
        ("https:///a", None, true),
        ("https://u:p@x.example/", None, true),
    ] {
        let scratch = of_source("export-url", "First words stand here.\n", &format!("    url: '{url}'\n"), "T");
        let page = String::from_utf8(export(&scratch.0, &["b", "--to", "html", "--anyway"]).stdout).expect("text");
        match href {
            Some(href) => assert!(page.contains(&format!("href=\"{href}")), "{url}: {page}"),
            None => assert!(!page.contains(&format!("href=\"{url}")), "{url}"),
        }
        let check = program().current_dir(&scratch.0).args(["check", "--rule", "source/bad-url", "."]).output().expect("it runs");
        assert_eq!(String::from_utf8_lossy(&check.stdout).contains("source/bad-url"), is_found, "{url}");
    }
}

#[test]
fn e5_white_space_around_a_title_is_none_of_a_heading() {
    let scratch = of_source("export-space", "First words stand here.\n", "", "  A title ");
    let text = String::from_utf8(export(&scratch.0, &["b", "--to", "markdown", "--anyway"]).stdout).expect("text");
    assert!(text.contains("\n# A title\n"), "{text}");
    assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
}

#[test]
fn e22_whatever_address_is_shown_is_handed_on() {
    let scratch = Scratch::with_port("export-action");
    let output = export(&scratch.0, &["action:search", "--to", "text"]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stdout).contains("action:search"), "{}", err(&output));
}

#[test]
fn e22_what_a_killed_export_left_is_gone_with_the_next_one_there() {
    let scratch = Scratch::with_port("export-left");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(9);
    for name in ["out/.bluf-AbC123", "out/.bluf-zZz999", "out/.bluf-mine", "out/.tmpAbC123"] {
        let path = scratch.write(name, "half");
        std::fs::File::options().append(true).open(path).and_then(|file| file.set_modified(old)).expect("as old");
    }
    let held = std::fs::File::open(scratch.0.join("out/.bluf-zZz999")).expect("there");
    held.try_lock().expect("somebody writes it");
    assert!(export(&scratch.0, &["port#J1", "-o", "out/j1.txt"]).status.success());
    let mut left: Vec<_> =
        std::fs::read_dir(scratch.0.join("out")).expect("a folder").map(|entry| entry.expect("one").file_name()).collect();
    left.sort();
    assert_eq!(left, [".bluf-mine", ".bluf-zZz999", ".tmpAbC123", "j1.txt"]);
}
