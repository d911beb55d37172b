//! The linear mode: lines in, text out.

use crate::support::terminal::{Terminal, at_home};
use crate::support::{Scratch, desk, embedded, program, world_of_scripts};
use bluf::linear::Walk;
use bluf::page::World;
use bluf::page::{Place, Spot};
use std::collections::HashSet;
use std::io::Write;
use std::process::Stdio;
use std::sync::Arc;

/// The number of the link whose words begin so.
fn number_of(text: &str, words: &str) -> Option<usize> {
    let line = text.lines().find_map(|line| line.strip_prefix("Link ").filter(|line| line.contains(words)))?;
    line.split(':').next()?.parse().ok()
}

/// The words between those that say where the opened passage begins and ends.
fn quoted(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("[quoted passage begins] ")?;
    Some(rest.split_once(" [quoted passage ends]")?.0.to_owned())
}

/// What is read of a passage whose words span several sentences: each is a line that says its number first.
fn spoken(text: &str) -> String {
    let lines = text.lines().map(|line| match line.split_once(": ") {
        Some((first, rest)) if first.starts_with("Link ") => rest.split_once(": ").map_or(rest, |(_, rest)| rest),
        Some((first, rest)) if first.starts_with("Sentence ") => rest,
        _ => line,
    });
    lines.flat_map(str::split_whitespace).collect()
}

/// From the cover by typed numbers to every judgement, to every claim that it names, to every passage: the words read
/// are the quote.
#[test]
fn n12_typed_numbers_lead_from_every_judgement_to_every_passage() {
    for world in [embedded(), desk(), world_of_scripts()] {
        let mut walked = 0;
        for entry in world.entries() {
            let cover = Place::within(&entry.id, Spot::Cover);
            let mut reader = Walk::new(Arc::clone(&world), Some(cover.into()), None).expect("a place");
            let cover = reader.begin();
            for judgement in &entry.resolved.briefing.judgements {
                let id = &judgement.head.id.value;
                let number = number_of(&cover, &format!(": {id}, judgement:")).expect("the judgement is on the cover");
                let page = reader.take(&number.to_string()).text;
                let claims: Vec<&str> = judgement.claims.iter().chain(&judgement.against).map(|claim| claim.value.as_str()).collect();
                assert!(!claims.is_empty());
                for claim in claims {
                    let number = number_of(&page, &format!(": {claim}, claim")).unwrap_or_else(|| panic!("{claim} on {id}:\n{page}"));
                    walked += passages(&mut reader, &world, &entry.id, claim, &number.to_string());
                }
                assert!(reader.take("b").text.contains("KEY JUDGEMENTS"), "back on the cover");
            }
        }
        assert!(walked > 5, "{walked}");
    }
}

/// Every claim of every briefing, by its id: every passage is read in exactly its words.
#[test]
fn n12_every_claim_leads_to_each_of_its_passages_by_typed_numbers() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for entry in world.entries() {
            let cover = Place::within(&entry.id, Spot::Cover);
            let mut reader = Walk::new(Arc::clone(&world), Some(cover.into()), None).expect("a place");
            for claim in &entry.resolved.briefing.claims {
                let id = claim.head.id.value.as_str();
                assert_eq!(passages(&mut reader, &world, &entry.id, id, id), claim.passages.len(), "{id}");
            }
        }
    }
}

/// Opens a claim by a typed line, reads each passage and comes back; how many there were.
fn passages(reader: &mut Walk, world: &World, briefing: &str, claim: &str, typed: &str) -> usize {
    let entry = world.entry(briefing).expect("the briefing");
    let index = entry.resolved.graph.find(claim).expect("the claim").index;
    let page = reader.take(typed).text;
    assert_eq!(reader.place(), &Place::item(briefing, claim));
    let links: Vec<usize> =
        (1..1000).take_while(|number| page.contains(&format!("Link {number}:")) || page.contains(&format!("(link {number})"))).collect();
    let mut read = 0;
    for number in links {
        let text = reader.take(&number.to_string()).text;
        if let Place::In { spot: Spot::Passage { claim: of, passage }, .. } = reader.place()
            && of == claim
        {
            let quote = &entry.resolved.briefing.claims[index].passages[passage - 1].exact.value;
            let read_aloud = quoted(&text).unwrap_or_else(|| panic!("{claim}:{passage} is not said:\n{text}"));
            let dense: String = bluf::text::neutral(quote).split_whitespace().collect();
            assert_eq!(spoken(&read_aloud), dense, "{claim}:{passage}");
            read += 1;
        }
        assert!(!reader.take("b").quits);
        assert_eq!(reader.place(), &Place::item(briefing, claim));
    }
    reader.take("b");
    read
}

/// The page of a claim has all its passages: words between one beginning and its end are one of them, and nothing else.
#[test]
fn e15_on_the_page_of_a_claim_each_passage_begins_and_ends() {
    let mut several = 0;
    for world in [embedded(), desk(), world_of_scripts()] {
        for entry in world.entries() {
            let mut reader = Walk::new(Arc::clone(&world), None, None).expect("a place");
            for claim in &entry.resolved.briefing.claims {
                let text = reader.take(&Place::item(&entry.id, claim.head.id.value.as_str()).to_string()).text;
                let dense = |text: &str| bluf::text::neutral(text).split_whitespace().collect::<String>();
                let quotes: Vec<String> = claim.passages.iter().map(|passage| dense(&passage.exact.value)).collect();
                let mut read = Vec::new();
                let mut rest = text.as_str();
                while let Some(words) = quoted(rest) {
                    read.push(dense(&words));
                    rest = rest.split_once("[quoted passage ends]").expect("an end").1;
                }
                assert_eq!(read, quotes, "{text}");
                assert!(!rest.contains("[quoted passage begins]"), "{text}");
                several += usize::from(quotes.len() > 1);
            }
        }
    }
    assert!(several > 10, "{several}");
}

/// The number of a place stands where a figure names it.
#[test]
fn e15_a_figure_has_the_numbers_of_its_places_where_it_names_them() {
    let mut reader = Walk::new(embedded(), None, None).expect("a place");
    for (page, row) in [
        ("russia-iran-treaty/alternatives", "C12 (link 16) fits H1, J3, J4, H6, speaks against J1, H3, H4, H5, J5: "),
        ("russia-iran-treaty/actors", "R1 (link 16) Russia partners with Iran: cooperation."),
        ("russia-iran-treaty/timeline", "Judged: J1 (link 14) by Dec 2027, J2 (link 15) by Dec 2027"),
    ] {
        let text = reader.take(page).text;
        assert!(text.contains(row), "{text}");
        assert!(!text.contains("Its links:"), "{text}");
    }
    reader.take("16");
    assert_ne!(reader.place().to_string(), "russia-iran-treaty#C12", "numbers are those of the page that was read last");
    reader.take("russia-iran-treaty/alternatives");
    reader.take("16");
    assert_eq!(reader.place().to_string(), "russia-iran-treaty#C12");
}

/// Follows every link of every page: everything is reached, and nothing is printed but plain words between markings.
#[test]
fn e15_every_page_is_plain_text_between_its_markings_with_a_number_for_every_link() {
    for world in [embedded(), desk()] {
        let mut reader = Walk::new(Arc::clone(&world), Some(Place::Library.into()), None).expect("a place");
        let mut known: HashSet<Place> = HashSet::from([Place::Library]);
        let mut waiting = vec![Place::Library];
        while let Some(place) = waiting.pop() {
            reader.take(&place.to_string());
            let text = reader.take("g").text;
            assert_eq!(reader.place(), &place);
            let (first, last) = (text.lines().next(), text.lines().next_back());
            assert!(first.is_some_and(|line| line.starts_with("TLP:")) && first == last, "{place}: {first:?} {last:?}");
            let doc = bluf::page::page(&world, &place).expect("a page");
            let links: HashSet<&Place> = doc.links.iter().collect();
            assert_eq!(reader.links().iter().collect::<HashSet<_>>(), links, "{place}");
            let numbers: Vec<&str> =
                text.match_indices("ink ").filter_map(|(at, _)| text[at + 4..].split([':', ')', ' ']).next()).collect();
            for number in 1..=reader.links().len() {
                let said = numbers.iter().filter(|said| **said == number.to_string()).count();
                assert_eq!(said, 1, "{place}: link {number} is said {said} times:\n{text}");
            }
            let drawn = text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{2500}'..='\u{25ff}' | '↑' | '↓' | '→'));
            assert_eq!(drawn, None, "{place}:\n{text}");
            for link in doc.links.into_iter().filter(|link| !matches!(link, Place::Action(_))) {
                if known.insert(link.clone()) {
                    waiting.push(link);
                }
            }
        }
        assert!(known.len() > 200);
    }
}

#[test]
fn e15_what_is_wrong_is_said_with_what_was_expected() {
    let mut reader = Walk::new(embedded(), None, None).expect("a place");
    let all = bluf::page::page(&embedded(), reader.place()).expect("a page").links.len();
    for (typed, words) in [
        ("99", format!("There is no link 99; this page has links 1 to {all}.")),
        ("0", format!("There is no link 0; this page has links 1 to {all}.")),
        ("b", "This is the first page.".to_owned()),
        ("f", "Nothing ahead.".to_owned()),
        ("c", "No judgement here.".to_owned()),
        ("n", "Nothing is searched.".to_owned()),
        ("t 99", "There is no tab 99; there are tabs 1 to 11.".to_owned()),
        ("/zzzz", "Not on this page: “zzzz”.".to_owned()),
        ("russia-iran-traety", "Did you mean russia-iran-treaty?".to_owned()),
        ("what now", "is no number, no command and no address".to_owned()),
        ("J99", "Type ? for help.".to_owned()),
        ("\u{1b}[2J", "is no number".to_owned()),
    ] {
        let text = reader.take(typed).text;
        assert!(text.contains(&words), "{typed}: {text}");
        assert!(!text.contains('\u{1b}'));
    }
    assert!(reader.take("?").text.contains("open the link with that number"));
    assert!(reader.take("q").quits);
}

#[test]
fn e15_commands_do_what_their_keys_do() {
    let mut reader = Walk::new(embedded(), None, None).expect("a place");
    let mut at = |typed: &str| {
        reader.take(typed);
        reader.place().to_string()
    };
    assert_eq!(at("J2"), "russia-iran-treaty#J2");
    assert_eq!(at("c"), "russia-iran-treaty#J2:contrary");
    assert_eq!(at("c"), "russia-iran-treaty#J2");
    assert_eq!(at("j"), "russia-iran-treaty#J3");
    assert_eq!(at("k"), "russia-iran-treaty#J2");
    assert_eq!(at("t 4"), "russia-iran-treaty/economics");
    assert_eq!(at("b"), "russia-iran-treaty#J2:contrary");
    assert_eq!(at("f"), "russia-iran-treaty/economics");
    assert_eq!(at("l"), "library");
    let found = reader.take("russia-iran-treaty/source").text;
    assert!(found.contains("Sentence 1, claimed: "));
    let found = reader.take("/volatile").text;
    assert!(found.contains("place 1 of 1") && found.contains("Sentence 24"), "{found}");
    assert!(reader.take("").text.contains("Sentence 25"), "reading goes on behind the hit");
}

/// On a terminal a page comes in parts that fit, and no line is wider than it.
#[test]
fn e15_on_a_terminal_enter_reads_on_and_nothing_is_left_out() {
    let mut whole = Walk::new(embedded(), None, None).expect("a place");
    let mut parts = Walk::new(embedded(), None, Some((40, 12))).expect("a place");
    whole.begin();
    parts.begin();
    let all: String = whole.take("J1").text.split_whitespace().collect();
    let mut read = String::new();
    let mut part = parts.take("J1").text;
    for turn in 0.. {
        assert!(turn < 100, "it ends");
        assert!(part.lines().all(|line| bluf::text::width(line) <= 40), "{part}");
        let body = part.lines().skip_while(|line| !line.is_empty());
        let body: Vec<&str> = body.take_while(|line| !line.contains("on this page")).collect();
        read.extend(body.iter().flat_map(|line| line.split_whitespace()));
        if part.contains("End of the page.") {
            break;
        }
        part = parts.take("").text;
    }
    assert!(all.contains(&read), "{read}\n{all}");
    assert!(read.contains("WEDONOTKNOW"));
}

/// What is printed, and the line that is typed, stay on the screen.
#[test]
fn e15_a_part_of_a_page_is_no_longer_than_the_terminal() {
    for size in [(40, 12), (80, 24), (120, 40)] {
        let mut reader = Walk::new(embedded(), None, Some(size)).expect("a place");
        assert!(reader.begin().lines().count() < size.1);
        for page in
            ["russia-iran-treaty/source", "russia-iran-treaty/alternatives", "J1", "C30", "library", "russia-iran-treaty#C1@01234567"]
        {
            let mut text = reader.take(page).text;
            let (mut full, is_whole) = (0, text.contains("End of the page."));
            for turn in 0.. {
                assert!(turn < 1000, "it ends");
                assert!(text.lines().count() < size.1, "{page}: {} of {size:?}\n{text}", text.lines().count());
                full = full.max(text.lines().count());
                if text.contains("End of the page.") {
                    break;
                }
                text = reader.take("").text;
            }
            assert!(is_whole || full + 1 == size.1, "{page}: {full} of {size:?}");
        }
    }
}

#[test]
fn n11_an_address_whose_claim_has_changed_is_opened_and_that_is_said() {
    let today =
        bluf::page::Address::of(&bluf::page::locate(&embedded(), &Place::item("russia-iran-treaty", "C5")).expect("there")).to_string();
    let (code, text, _) = linear(&["--linear", "russia-iran-treaty#C5@deadbeef"], &[], "");
    assert_eq!(code, Some(0));
    assert!(text.contains("has changed since this address was copied"), "{text}");
    let mut reader = Walk::new(embedded(), None, None).expect("a place");
    for (typed, stale) in [(today.as_str(), false), ("russia-iran-treaty#C5:1@deadbeef", true), ("russia-iran-treaty#J1@deadbeef", true)] {
        let text = reader.take(typed).text;
        assert_eq!(reader.place().to_string(), typed.split_once('@').expect("a hash").0);
        assert_eq!(text.contains("has changed since") || text.contains("is no claim, and"), stale, "{text}");
        assert!(!reader.take("").text.contains("has changed"), "it is said once");
    }
}

#[test]
fn e15_numbers_are_typed_in_the_digits_of_the_keyboard() {
    for typed in ["4", "۴", "٤", " ４ "] {
        let mut reader = Walk::new(embedded(), None, None).expect("a place");
        reader.take(typed);
        assert_eq!(reader.place().to_string(), "russia-iran-treaty#J2", "{typed}");
    }
}

#[test]
fn e15_the_readers_own_notes_are_read_too() {
    let home = Scratch::new("linear-notes");
    let folder = home.0.join("bluf/notes/built-in");
    let data = home.0.display().to_string();
    let (_, before, _) = linear(&["--linear"], &[("XDG_DATA_HOME", &data)], "notes\n");
    assert!(before.contains("None yet.") && !before.contains("cursor"), "{before}");
    std::fs::create_dir_all(&folder).expect("a folder");
    let own = "## Note on russia-iran-treaty#C5, 2026-11-22\n\nAsk for the text of the treaty.\n\n## Mark at russia-iran-treaty#J2\n";
    std::fs::write(folder.join("russia-iran-treaty.md"), own).expect("written");
    let (_, text, complaint) = linear(&["--linear"], &[("XDG_DATA_HOME", &data)], "notes\nC5\nrussia-iran-treaty\n");
    assert_eq!(complaint, "");
    assert!(text.matches("Ask for the text of the treaty.").count() == 2, "{text}");
    assert!(text.contains("(your mark)"), "{text}");
}

#[test]
fn m22_in_ascii_signs_have_seven_bits() {
    let walk = "J1\nC20\n1\nrussia-iran-treaty/alternatives\n?\nzz\n";
    let (_, plain, _) = linear(&["--linear"], &[], walk);
    let (_, spelled, _) = linear(&["--linear", "--ascii"], &[], walk);
    assert!(!plain.is_ascii() && spelled.is_ascii(), "{spelled}");
    assert_eq!(plain.lines().count(), spelled.lines().count());
}

/// Behind a stopped program there would be a shell.
#[test]
fn restricted_ctrl_z_does_not_stop_the_linear_mode() {
    for (restricted, expected) in [("", "the shell"), ("--restricted", "russia-iran-treaty#J2")] {
        let mut command = at_home("sh");
        let script = format!("set -m; \"$0\" --linear {restricted}; echo 'the shell'");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_bluf")]);
        let mut terminal = Terminal::start(command, 80, 24);
        terminal.wait_until_written("Number or command:");
        terminal.type_in("\x1a");
        terminal.type_in("J2\n");
        terminal.wait_until_written(expected);
        assert_eq!(terminal.is_written("the shell"), restricted.is_empty());
        terminal.type_in("q\n");
        assert_eq!(terminal.end(), 0);
    }
}

fn linear(arguments: &[&str], variables: &[(&str, &str)], typed: &str) -> (Option<i32>, String, String) {
    let mut command = program();
    command.args(arguments).envs(variables.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    // It may have quit before it has read all.
    let _ = child.stdin.take().expect("a pipe").write_all(typed.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn e15_a_script_of_numbers_walks_and_the_end_of_input_ends_it() {
    let (flag, by_flag, complaint) = linear(&["--linear"], &[], "J1\nC20\n1\n");
    assert_eq!((flag, complaint.as_str()), (Some(0), ""));
    let (_, by_variable, _) = linear(&[], &[("BLUF_LINEAR", "1")], "J1\nC20\n1\n");
    assert_eq!(by_flag, by_variable);
    assert!(by_flag.contains("russia-iran-treaty#C20") && !by_flag.contains('\u{1b}'));
    let (code, text, _) = linear(&["--linear", "russia-iran-treaty#J3"], &[], "q\nJ1\n");
    assert_eq!(code, Some(0));
    assert!(text.contains("#J3") && !text.contains("#J1,"), "nothing is read behind q");
    let (code, _, complaint) = linear(&["--linear", "russia-iran-treaty#J99"], &[], "");
    assert_eq!(code, Some(2));
    assert!(complaint.contains("no item `J99`"), "{complaint}");
}

#[test]
fn e15_a_reader_who_has_seen_enough_is_no_failure() {
    let mut command = program();
    command.arg("--linear").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it runs");
    drop(child.stdout.take());
    let mut typed = child.stdin.take().expect("a pipe");
    let _ = typed.write_all("J1\n".repeat(50).as_bytes());
    drop(typed);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn e16_a_list_of_several_briefings_has_the_narrowest_marking() {
    let mut reader = Walk::new(desk(), None, None).expect("a place");
    assert!(reader.take("vellem-blackout").text.starts_with("TLP:CLEAR\n"));
    for list in ["library", "notes"] {
        assert!(reader.take(list).text.starts_with("TLP:AMBER+STRICT\n"), "{list}");
        reader.take("b");
    }
}
