//! The views: timeline, actors, outlook, alternatives.

use crate::support::{Reader, Scratch, dense, desk, embedded};
use bluf::briefing::{Date, Item, ItemKind};
use bluf::library;
use bluf::page::Found;
use bluf::page::World;
use bluf::page::figure::Figure;
use bluf::page::{Body, Place, Role, Spot, page};
use bluf::tui::theme::{Theme, ThemeName};
use ratatui::style::Modifier;
use std::sync::Arc;

/// A briefing with these items behind its claims, whose source holds no more than the words that they quote.
fn briefing(name: &str, items: &str) -> (Scratch, World) {
    let scratch = Scratch::new(name);
    scratch.write("seeds/s.txt", "One. Two. Three. Four. Five.\n");
    let head = "briefing: x\ntitle: X\nmarking: TLP:CLEAR\ndate: 2030-07-01\nyardstick: icd203\nsources: {ART: {title: S, file: seeds/s.txt}}\nsections:\n  s:\n    C1: {fact: First, quote: One.}\n    C2: {fact: Second, quote: Two.}\n    C3: {fact: Third, quote: Three.}\n    C4: {fact: Fourth, quote: Four.}\n    C5: {fact: Fifth, quote: Five.}\n";
    let path = scratch.write("briefings/x.yaml", format!("{head}{items}"));
    (scratch, library::open(&path).expect("opens").into())
}

const RIVALS: &str = "judgements:
  J1: {text: A, claims: [C1, C2, C3], against: [C4]}
  J2: {text: B, claims: [C5]}
alternatives:
  H1: {to: J1, text: Not A, for: [C3, C4], against: [C1, C2]}
  H2: {to: J1, text: Nearly A, for: [C3], against: [C2]}
";

fn screen_at(world: impl Into<Arc<World>>, address: &str, columns: u16, rows: u16) -> String {
    Reader::open(world, Some(address), columns, rows).screen().join("\n")
}

/// The line of a screen that begins, behind the margin, with a word.
fn line<'a>(screen: &'a str, first: &str) -> &'a str {
    let begins = |line: &&str| line.trim_start_matches(['▌', ' ', '!', '?', '·']).split_whitespace().next() == Some(first);
    screen.lines().find(begins).unwrap_or_else(|| panic!("no line begins with {first}:\n{screen}"))
}

#[test]
fn n8_the_matrix_counts_what_hurts_each_reading_and_crowns_none() {
    let (_scratch, world) = briefing("n8-counts", RIVALS);
    let screen = screen_at(world, "x/alternatives", 60, 30);
    let heads: Vec<&str> = screen.lines().find(|line| line.contains(" H1")).expect("the heads").split_whitespace().collect();
    let counts =
        |head: &str| -> Vec<&str> { line(&screen, head).rsplit("against it").next().expect("counts").split_whitespace().collect() };
    let heads: Vec<&str> = heads.into_iter().filter(|head| *head != "▌").collect();
    assert_eq!(heads, ["J1", "H1", "H2"], "one source says all of it, so none is hurt more");
    assert_eq!((counts("×o"), counts("×c")), (vec!["1", "1", "1"], vec!["1", "2", "1"]));
    assert!(screen.contains("2 claims, 1 origin against"), "{screen}");
    assert!(!heads.contains(&"J2"), "a judgement without a rival has nothing to be told apart from");
}

#[test]
fn n8_over_its_readings_stands_how_likely_a_judgement_is() {
    let likely = |word: &str| RIVALS.replacen("text: A,", &format!("text: A, likelihood: {word},"), 1);
    for (word, range) in [("very unlikely", "5–20"), ("almost certain", "95–99")] {
        let (_scratch, world) = briefing("n8-likely", &likely(word));
        let world = Arc::new(world);
        for columns in [40, 60, 120] {
            let screen = screen_at(Arc::clone(&world), "x/alternatives", columns, 40);
            // A preview may stand beside it.
            let page: Vec<&str> = screen.lines().filter_map(|line| line.split('│').next()).collect();
            let find = |word: &str| *page.iter().find(|line| line.contains(word)).expect("a row");
            let (head, judged) = (find(" %  "), find(" H1 "));
            assert_eq!(head.split_whitespace().next_back(), Some(range), "{screen}");
            let column = |line: &str, word: &str| line.split(word).next().map(|before| before.chars().count());
            assert_eq!(column(head, range), column(judged, "J1"), "over its own readings: {screen}");
        }
    }
    let (_scratch, world) = briefing("n8-unsaid", RIVALS);
    assert!(!screen_at(world, "x/alternatives", 60, 30).contains('%'), "where none says it no row is for it");
}

#[test]
fn n8_claims_that_tell_readings_apart_stand_first_and_those_that_decide_nothing_last() {
    let (_scratch, world) = briefing("n8-order", RIVALS);
    let screen = screen_at(world, "x#J1:alternatives", 60, 30);
    let order: Vec<&str> = screen.lines().filter_map(|line| line.trim_start_matches(['▌', ' ']).split_whitespace().next()).collect();
    let order: Vec<&str> = order.into_iter().filter(|word| word.starts_with('C') && word.len() == 2).collect();
    assert_eq!(order, ["C2", "C1", "C4", "C3"]);
    assert!(screen.contains("WHAT DECIDES NOTHING") && line(&screen, "C3").trim() == "C3", "folded, and one key away: {screen}");
    let cells = |id: &str| line(&screen, id).chars().filter(|c| matches!(c, '+' | '×')).collect::<String>();
    assert_eq!((cells("C2").as_str(), cells("C1").as_str(), cells("C4").as_str()), ("+××", "+×", "×+"));
}

#[test]
fn n8_every_cell_of_the_matrix_leads_to_its_claim_and_back_to_the_cell() {
    let (_scratch, world) = briefing("n8-cells", RIVALS);
    let doc = page(&world, &"x#J1:alternatives".parse().expect("an address")).expect("a page");
    let cells = doc.links.iter().filter(|place| place.to_string().starts_with("x#C")).count();
    assert_eq!(cells, 3 + 7 + 1, "three claims with seven cells that are not blank, and one that decides nothing");
    let mut reader = Reader::open(world, Some("x#J1:alternatives"), 60, 30);
    reader.press("Down Down Down Down");
    let mut walked = Vec::new();
    for _ in 0..4 {
        for _ in 0..4 {
            let stop = reader.stop();
            reader.press("Enter");
            walked.push(reader.address());
            reader.press("Backspace");
            assert_eq!(reader.stop(), stop);
            reader.press("Right");
        }
        reader.press("Left Left Left Left Down");
    }
    for claim in ["x#C1", "x#C2", "x#C3", "x#C4"] {
        assert!(walked.iter().any(|address| address == claim), "{claim} is not among {walked:?}");
    }
}

#[test]
fn in_a_figure_the_arrows_go_from_cell_to_cell_and_neither_back_nor_on() {
    let (_scratch, world) = briefing("grid", RIVALS);
    let mut reader = Reader::open(world, Some("x/alternatives"), 60, 30);
    reader.press("Left");
    assert_eq!((reader.address().as_str(), reader.model.notice()), ("x/alternatives", Some("Backspace goes back.")));
    reader.press("Right Right Right");
    assert_eq!((reader.address().as_str(), reader.model.notice()), ("x/alternatives", Some("↵ opens.")));
    reader.press("Enter").is_at("x#H2");
    reader.press("Left");
    assert_eq!(reader.address(), "x/alternatives", "on a page of text the arrow goes back");
}

/// The column of a character in the row of a screen that holds `beside`.
fn column(screen: &str, beside: &str, sign: char) -> usize {
    let row = screen.lines().find(|line| line.contains(beside)).unwrap_or_else(|| panic!("{beside}:\n{screen}"));
    row.chars().position(|c| c == sign).unwrap_or_else(|| panic!("no {sign} in {row}"))
}

const EVENTS: &str = "actors: {a: {name: Alpha}, b: {name: Beta}}
judgements:
  J1: {text: A, by: 2031-07-01, claims: [C1]}
  J2: {text: B, by: 2030-02, claims: [C2]}
events:
  T1: {fight: Late, date: 2030-01-01, actors: [a], claims: [C1]}
  T2: {visit: Early, date: 2029-01-01, actors: [b], claims: [C2]}
  T3: {aid: Nobody knows when, actors: [a, b], claims: [C3]}
  T4: {demand: Some time in the year before, date: 2029?, actors: [b], claims: [C4]}
";

#[test]
fn the_timeline_is_to_scale_with_events_left_and_horizons_right_of_the_present() {
    let (_scratch, world) = briefing("timeline", EVENTS);
    let screen = screen_at(world, "x/timeline", 69, 60);
    let (early, late) = (column(&screen, "Beta ", '○'), column(&screen, "Alpha ", '▲'));
    let horizon = column(&screen, " ◇ J1", '◇').max(column(&screen, "J1 ◇", '◇'));
    // A year, half a year and a year lie between them.
    let year = late - early;
    let from_late = horizon - late;
    assert!((from_late * 2).abs_diff(year * 3) <= 4, "{year} cells a year, {from_late} for a year and a half:\n{screen}");
    assert!(screen.contains("this edition, 1 Jul 2030"), "{screen}");
    assert!(screen.contains("△━━━") && screen.contains("△ T4 2029?"), "a year is as long as a year: {screen}");
}

const IN_ORDER: &str = "actors: {a: {name: Alpha}}
judgements:
  J1: {text: A, by: 2031-07, likelihood: likely, claims: [C1]}
  J2: {text: B, by: 2031-07, likelihood: unlikely, claims: [C2]}
events:
  T1: {fight: First of the file, after: [T4], actors: [a], claims: [C1]}
  T2: {visit: A visit, claims: [C2]}
  T3: {aid: Something else, claims: [C3]}
  T4: {demand: Before the first, claims: [C4]}
  T5: {consult: Talks during the visit, during: [T2], claims: [C5]}
";

/// Nothing has a date, and all the same there is something to see.
/// Each sign of a timeline is explained where it is seen, and no other.
#[test]
fn m20_the_sign_of_an_event_of_no_vocabulary_is_explained_where_there_is_one() {
    let dot = "· of no vocabulary";
    for (event, is_said) in [("other: Ships wait, kind: embargo", true), ("fight: Ships burn", false)] {
        let (_scratch, world) = briefing("no-vocabulary", &format!("events:\n  T1: {{{event}, claims: [C1]}}\n"));
        let screen = screen_at(world, "x/timeline", 80, 24);
        assert!(screen.contains("Ships") && screen.contains(dot) == is_said, "{screen}");
    }
    assert!(screen_at(embedded(), "russia-iran-treaty/timeline", 80, 24).contains(dot));
}

#[test]
fn events_without_a_date_stand_on_the_rule_in_their_order() {
    let (_scratch, world) = briefing("in-order", IN_ORDER);
    let screen = screen_at(world, "x/timeline", 80, 60);
    let ids: Vec<&str> = line(&screen, "T2").split_whitespace().collect();
    assert_eq!(ids, ["T2", "T5", "T3", "T4", "T1"], "as the file has them, but for what is said:\n{screen}");
    let (talks, visit) = (column(&screen, "T2 T5", '5'), column(&screen, "○━━", '○'));
    let bar = screen.lines().find(|line| line.contains("○━━")).expect("a bar").matches('━').count();
    assert!(visit < talks && talks <= visit + bar + 1, "the visit lasts as long as the talks: {screen}");
    assert!(screen.contains("▲ T1 after T4") && screen.contains("○ T5 during T2") && screen.contains("● T3 undated"), "{screen}");
}

#[test]
fn horizons_of_one_day_stand_below_each_other_with_their_likelihood_and_today_stands_once() {
    let (_scratch, world) = briefing("stacked", IN_ORDER);
    let screen = screen_at(world, "x/timeline", 80, 60);
    let (first, second) = (column(&screen, "J1 55–80 %", '◇'), column(&screen, "J2 20–45 %", '◇'));
    assert_eq!(first, second, "{screen}");
    assert_eq!(screen.matches("1 Jul 2030").count(), 1, "{screen}");
    let built_in = Reader::at("russia-iran-treaty/timeline").screen().join("\n");
    assert!(built_in.matches("2026").count() <= 2, "{built_in}");
}

/// The article dates nothing, and has an order all the same.
#[test]
fn the_built_in_timeline_shows_nine_events_and_seven_horizons() {
    let mut reader = Reader::at("russia-iran-treaty/timeline");
    reader.shows("T1 T2 T3 T4 T5 T6 T7 T8 T9").shows("T6  after T2").shows("T5  during T4");
    let screen = reader.screen();
    let figure = |row: &&String| row.contains(" %") && row.contains(" ◇");
    assert_eq!(screen.iter().filter(figure).count(), 7, "{}", screen.join("\n"));
}

#[test]
fn what_is_said_to_come_before_is_a_link_both_ways() {
    let (_scratch, world) = briefing("before", IN_ORDER);
    let card = screen_at(Arc::new(world), "x#T1", 69, 40);
    assert!(card.contains("AFTER") && card.contains("T4 Before the first"), "{card}");
}

/// Nobody's calendar is a circle; what is in one is shown all the same.
#[test]
fn events_in_a_circle_are_all_shown_once() {
    let circle = "events:\n  T1: {aid: A, after: [T3], claims: [C1]}\n  T2: {aid: B, after: [T1, T2], claims: [C1]}\n  T3: {aid: C, during: [T2, T9], claims: [C1]}\n";
    let (_scratch, world) = briefing("circle", circle);
    let screen = screen_at(world, "x/timeline", 80, 40);
    for id in ["T1", "T2", "T3"] {
        assert_eq!(screen.matches(&format!("● {id} ")).count(), 1, "{screen}");
    }
}

#[test]
fn undated_events_stand_apart_and_say_so() {
    let (_scratch, world) = briefing("undated", EVENTS);
    let screen = screen_at(world, "x/timeline", 69, 60);
    let at = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}:\n{screen}"));
    assert!(at("DATED") < at("T2 ") && at("○ T2 1 Jan 2029") < at("▲ T1 1 Jan 2030"), "in the order of time");
    assert!(at("▲ T1 1 Jan 2030") < at("UNDATED") && at("UNDATED") < at("● T3 undated, after T2"), "{screen}");
}

#[test]
fn a_horizon_that_has_passed_is_said_to_have() {
    let (_scratch, mut world) = briefing("passed", EVENTS);
    world.today = Date::parse("2030-08-01");
    let screen = screen_at(world, "x/timeline", 69, 60);
    assert!(screen.contains("today, 1 Aug 2030"), "{screen}");
    let listed = |id: &str| screen.lines().rfind(|line| line.contains(&format!("◇ {id} "))).expect("a row").to_owned();
    assert!(listed("J2").ends_with("passed") && !listed("J1").ends_with("passed"), "{screen}");
}

#[test]
fn an_edition_that_lies_ahead_of_the_clock_is_read_on_its_own_day() {
    let (_scratch, mut world) = briefing("ahead", EVENTS);
    world.today = Date::parse("2026-01-01");
    assert!(screen_at(world, "x/timeline", 69, 60).contains("this edition, 1 Jul 2030"));
}

const OUTLOOK: &str = "judgements:
  J1: {text: A, claims: [C1], assumptions: [A1]}
  J2: {text: B, claims: [C2], because: 'Only if [J1] holds.'}
  J3: {text: C, claims: [C2]}
bottom_line: 'So it is [J2].'
assumptions:
  A1: {text: Ground, if_wrong: It all goes.}
  A2: {text: Air, if_wrong: 'Then [S2] comes.'}
indicators:
  I1: {text: Smoke, threshold: any, moves: {S1: up, S2: down}, seen: 2030-06-01}
scenarios:
  S1: {baseline: 'As now, if [J2].', likelihood: likely}
  S2: {wildcard: Otherwise, likelihood: very unlikely}
";

#[test]
fn what_hangs_on_an_assumption_is_followed_to_its_end() {
    let (_scratch, world) = briefing("falls", OUTLOOK);
    let screen = screen_at(world, "x/outlook", 69, 60);
    let ground = screen.split("A1 Ground").nth(1).expect("A1").split("A2 Air").next().expect("before A2");
    assert!(dense(ground).contains(&dense("Hangs on it: J1; through J1: J2; through J2: S1; and the bottom line")), "{ground}");
    assert!(screen.split("A2 Air").nth(1).expect("A2").contains("Hangs on it: S2\n"), "{screen}");
}

#[test]
fn the_cone_says_whether_its_ranges_can_sum_to_the_whole_and_what_each_can_still_be() {
    for (likelihood, words) in [
        ("unlikely", "The ranges sum to 75–125 %. If exactly one of them is to come: S1 55–80, S2 20–45 %."),
        ("very unlikely", "The ranges sum to 60–100 %. If exactly one of them is to come: S1 80, S2 20 %."),
        ("almost certain", "The ranges sum to 150–179 %, and cannot make 100 %"),
        ("almost no chance", "The ranges sum to 56–85 %, and cannot make 100 %"),
        (
            "",
            "The ranges sum to 55–180 %, with 0–100 % for each that states no likelihood. If exactly one of them is to come: S1 55–80, S2 20–45 %.",
        ),
    ] {
        let (_scratch, world) = briefing("sum", &OUTLOOK.replace("very unlikely", likelihood));
        let screen = screen_at(world, "x/outlook", 69, 60);
        assert!(dense(&screen).contains(&dense(words)), "{likelihood}:\n{screen}");
    }
}

#[test]
fn a_direction_that_the_file_does_not_say_is_not_shown_as_one() {
    let (_scratch, world) = briefing("way", &OUTLOOK.replace("S2: down", "S2: sideways"));
    let screen = screen_at(world, "x/outlook", 69, 60);
    assert!(screen.contains("↑ S1   ? S2") && screen.contains("? I1"), "{screen}");
}

#[test]
fn the_line_of_the_present_hides_no_name_of_a_horizon() {
    for (by, columns) in (1..=12).flat_map(|month| [40, 52, 69, 90].map(|columns| (month, columns))) {
        let (_scratch, world) = briefing("hidden", &EVENTS.replace("by: 2030-02", &format!("by: 2030-{by:02}")));
        let screen = screen_at(world, "x/timeline", columns, 60);
        let figure = screen.split("UNDATED").next().expect("a figure");
        assert!(figure.contains("◇ J2") || figure.contains("J2 ◇"), "by {by} at {columns}:\n{screen}");
    }
}

#[test]
fn two_thousand_years_are_counted_with_their_leap_days() {
    let (_scratch, world) = briefing("far", &EVENTS.replace("2029-01-01", "0001-01-01"));
    let screen = screen_at(world, "x/timeline", 69, 60);
    assert!(screen.contains("about 2028 years\n"), "{screen}");
}

#[test]
fn the_twin_of_a_figure_holds_no_control_byte() {
    let items = RIVALS.replace("Nearly A", "\"Nearly \\e[2J\\nA\"")
        + "actors: {a: {name: \"Al\\e[2Jpha\"}, b: {name: Beta}}\nrelationships:\n  R1: {from: a, to: b, cooperate: \"x\\e]52;c;eA==\\ay\", claims: [C1]}\n"
        + "events:\n  T1: {visit: \"Ear\\e[2Jly\", date: 2029-01-01, actors: [a], claims: [C1]}\n";
    let (_scratch, world) = briefing("bytes", &items);
    for view in ["alternatives", "actors", "timeline"] {
        let doc = page(&world, &format!("x/{view}").parse().expect("a place")).expect("a page");
        for block in &doc.blocks {
            if let Body::Figure { figure, .. } = &block.body {
                assert!(figure.twin().lines().all(|line| !line.contains(char::is_control)), "{view}: {:?}", figure.twin());
            }
        }
    }
}

#[test]
fn the_board_shows_what_was_seen_and_what_it_moves() {
    let (_scratch, world) = briefing("board", OUTLOOK);
    let screen = screen_at(world, "x/outlook", 69, 60);
    assert!(line(&screen, "I1").ends_with("seen 1 Jun 2030"), "{screen}");
    assert!(screen.contains("↑ S1   ↓ S2"), "{screen}");
}

#[test]
fn the_matrix_of_ties_tells_cooperation_from_conflict_without_colour() {
    let ties = "actors: {AA: {name: Alpha}, BB: {name: Beta}, CC: {name: Gamma}, DD: {name: Delta}}
relationships:
  R1: {from: [AA], to: [BB], type: supplies, claims: [C1]}
  R2: {from: [AA], to: [BB], type: threatens, claims: [C2]}
  R3: {from: [BB, CC], to: [AA], type: mediates, claims: [C3]}
";
    let (_scratch, world) = briefing("ties", ties);
    let screen = screen_at(world, "x/actors", 69, 60);
    assert!(line(&screen, "+").contains("+ cooperation   × conflict   ○ neutral"), "{screen}");
    let matrix = screen.split("WHO DOES WHAT").nth(1).expect("the matrix").split("TIES").next().expect("before the ties");
    let row =
        |name: &str| matrix.lines().find(|line| line.contains(name)).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let rows = ["Alpha", "Beta", "Gamma"].map(row);
    assert_eq!(rows.each_ref().map(Option::as_deref), [Some("AA Alpha ╲ +×"), Some("BB Beta ○ ╲"), Some("CC Gamma ○ ╲")], "{matrix}");
    assert!(!matrix.contains("Delta"), "who is tied to nobody has no row");
}

#[test]
fn an_actor_has_a_card_of_its_ties_by_direction_and_of_what_names_it() {
    let screen = screen_at(embedded(), "russia-iran-treaty#pezeshkian", 69, 60);
    for words in ["PERSON", "Masoud Pezeshkian", "EVENTS", "CLAIMS THAT NAME IT", "C7", "BELONGS TO"] {
        assert!(screen.contains(words), "{words}:\n{screen}");
    }
    let screen = screen_at(embedded(), "russia-iran-treaty#RU", 69, 60);
    let (acts, acted) = screen.split_once("IT IS ACTED ON BY").expect("both directions");
    assert!(
        acts.contains("TIES BOTH WAYS")
            && acts.contains("R1 + partners-with  Iran")
            && acted.contains("×> Saudi Arabia, Turkey and Israel: counterbalances"),
        "{screen}"
    );
}

/// Every view of every briefing of both libraries.
fn views(world: &World) -> Vec<Place> {
    let of = |entry: &library::HeldBriefing| {
        let judgements = 0..entry.resolved.briefing.judgements.len();
        let sides = judgements.flat_map(|judgement| bluf::page::Side::ALL.map(|side| Found::Side { judgement, side }));
        bluf::page::about::tabs::tabs(entry).into_iter().map(|tab| tab.at).chain(sides).map(|at| at.place(entry)).collect::<Vec<_>>()
    };
    world.entries().iter().flat_map(|entry| of(entry)).collect()
}

#[test]
fn from_every_stop_of_every_view_enter_leads_to_a_page_and_backspace_to_the_same_row() {
    for world in [embedded as fn() -> Arc<World>, desk] {
        for place in views(&world()) {
            let mut reader = Reader::open(world(), Some(&place.to_string()), 120, 40);
            let stops = reader.links().len();
            reader.press("Home");
            let mut visited = std::collections::BTreeSet::new();
            while let Some(stop) = reader.stop() {
                let screen = reader.screen();
                if visited.insert(stop) {
                    let target = reader.model.shown().expect("a page").here().flowed.doc.links[stop].to_string();
                    reader.press("Enter");
                    assert_eq!(reader.address(), target, "from {place}");
                    reader.press("Backspace");
                    assert_eq!((reader.stop(), reader.screen()), (Some(stop), screen.clone()), "{place}, stop {stop}");
                }
                reader.press("Down");
                if reader.screen() == screen {
                    break;
                }
            }
            assert!(visited.len() > 2 || visited.len() == stops, "{place}: {} of {stops} stops", visited.len());
        }
    }
}

/// What colour says, a sign or a word says too; and the cursor is seen by weight alone.
#[test]
fn m20_in_monochrome_nothing_is_lost() {
    for world in [embedded as fn() -> Arc<World>, desk] {
        for place in views(&world()) {
            let mut reader = Reader::open(world(), Some(&place.to_string()), 120, 40);
            reader.theme = Theme::new(ThemeName::Terminal, false);
            let shown = reader.model.shown().expect("a page");
            for piece in shown.here().flowed.rows_from(0).flat_map(|row| &row.pieces) {
                let said = match piece.role {
                    Role::Cooperation => piece.text.contains(['+', '○', '●', '━', '╌', '⠤']),
                    Role::Conflict => piece.text.contains(['×', '△', '▲', '━', '╌', '⠄']),
                    Role::Warn | Role::Bad => piece.text.contains(|c: char| c.is_alphanumeric() || matches!(c, '□' | '▫')),
                    _ => true,
                };
                assert!(said || piece.text.trim().is_empty(), "{place}: `{}` is {:?} by colour alone", piece.text, piece.role);
            }
            let stop = shown.here().stop;
            let buffer = reader.buffer();
            let reversed = buffer.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED) && cell.symbol() != " ");
            assert!(stop.is_none() || reversed, "{place}: the cursor is not seen");
            assert!(buffer.content.iter().all(|cell| cell.fg == ratatui::style::Color::Reset && cell.bg == ratatui::style::Color::Reset));
        }
    }
}

#[test]
fn m7_every_figure_of_a_view_has_a_twin_that_names_what_it_draws() {
    for world in [embedded(), desk()] {
        for place in views(&world) {
            let doc = page(&world, &place).expect("a page");
            for block in &doc.blocks {
                let Body::Figure { figure, .. } = &block.body else { continue };
                let twin = figure.twin();
                // A sign is in the twin by what it leads to.
                let ids =
                    figure.words(None).into_iter().flat_map(|word| word.runs).filter_map(|run| run.link).filter_map(|link| match link {
                        Place::In { spot: Spot::Item(id), .. } => Some(id),
                        _ => None,
                    });
                let entry = world.entry(place.briefing().expect("a briefing")).expect("an entry");
                for id in ids.filter(|_| !matches!(figure, Figure::Likelihood(_) | Figure::Confidence(_))) {
                    let item = entry.resolved.graph.find(&id).expect("an item");
                    let name = match item {
                        Item { kind: ItemKind::Actor, index } => entry.resolved.briefing.actors[index].name(),
                        _ => &id,
                    };
                    let lane = matches!(figure, Figure::Timeline(_)) && item.kind == ItemKind::Actor;
                    assert!(lane || twin.contains(name), "{place}: {name} is drawn and not told:\n{twin}");
                }
            }
        }
    }
}

/// Crowds are drawn as far as people could read them, and what is left out is said.
#[test]
fn a_crowd_of_actors_events_and_readings_is_drawn_in_part_and_says_so() {
    use std::fmt::Write;
    let mut items = String::from("actors:\n");
    for at in 0..1500 {
        let _ = writeln!(items, "  a{at}: {{name: A{at}}}");
    }
    items += "relationships:\n";
    for at in 0..1500 {
        let _ = writeln!(items, "  R{}: {{from: [a{at}], to: [a{}], type: supplies, claims: [C1]}}", at + 1, (at * 7 + 1) % 1500);
    }
    items += "events:\n";
    for at in 0..1500 {
        let _ = writeln!(items, "  T{}: {{visit: V, date: 2029-05-0{}, actors: [a{}, a1], claims: [C1]}}", at + 1, at % 9 + 1, at % 40);
    }
    items += "judgements:\n  J1: {text: A, by: 2030-12, claims: [C1], against: [C2]}\nalternatives:\n";
    for at in 0..1500 {
        let _ = writeln!(items, "  H{}: {{to: J1, text: B, for: [C{}], against: [C3]}}", at + 1, at % 5 + 1);
    }
    let (_scratch, world) = briefing("crowd", &items);
    let world = Arc::new(world);
    for (address, words) in [("x/actors", "The 48 of 1500 actors"), ("x/timeline", "1500 events"), ("x/alternatives", "1500 alternatives")]
    {
        let doc = page(&world, &address.parse().expect("an address")).expect("a page");
        let rows = bluf::page::flow(&doc, 72, bluf::page::flow::Density::Roomy);
        let text = rows.iter().map(bluf::page::Row::plain).collect::<Vec<_>>().join("\n");
        assert!(format!("{} {text}", doc.note).contains(words), "{address}");
        let columns = doc.blocks.iter().filter_map(|block| match &block.body {
            Body::Figure { figure: Figure::Matrix(matrix), .. } => Some(matrix.columns.len()),
            _ => None,
        });
        assert!(columns.max().unwrap_or(0) <= 60, "{address}");
        assert!(rows.len() < 12_000, "{address} has {} rows", rows.len());
    }
}

#[test]
fn a_cell_that_is_alone_on_its_row_behaves_as_text() {
    let (_scratch, world) = briefing("alone", OUTLOOK);
    let mut reader = Reader::open(world, Some("x"), 80, 40);
    reader.press("] ] ] Enter");
    assert_eq!(reader.address(), "x#S1", "a branch of the cone");
    reader.press("Left").is_at("x/outlook");
    reader.press("Right Left Left");
    assert_ne!(reader.model.notice(), Some("Backspace goes back."));
}

#[test]
fn a_tie_that_both_are_in_alike_stands_as_one_on_both_cards_and_both_ways_in_the_matrix() {
    let items = "actors: {a: {name: Alpha}, b: {name: Beta}}
relationships:
  R1: {from: [a], to: [b], type: trades-with, claims: [C1]}
  R2: {from: [a], to: [b], type: supplies, claims: [C2]}
";
    for (actor, other, directed) in [("a", "Beta", "IT ACTS ON"), ("b", "Alpha", "IT IS ACTED ON BY")] {
        let (_scratch, world) = briefing(&format!("mutual-{actor}"), items);
        let screen = screen_at(world, &format!("x#{actor}"), 60, 40);
        let (_, mutual) = screen.split_once("TIES BOTH WAYS").unwrap_or_else(|| panic!("{screen}"));
        let (mutual, rest) = mutual.split_once(directed).unwrap_or_else(|| panic!("{screen}"));
        assert!(mutual.contains("trades-with") && mutual.contains(other) && !mutual.contains("supplies"), "{screen}");
        assert!(rest.contains("supplies") && !rest.contains("trades-with"), "{screen}");
    }
    let (_scratch, world) = briefing("mutual-matrix", items);
    let screen = screen_at(world, "x/actors", 80, 60);
    let cells = |name: &str| {
        screen.lines().filter(|line| line.contains(name) && line.contains('╲')).flat_map(str::chars).filter(|c| *c == '+').count()
    };
    assert_eq!((cells("Alpha"), cells("Beta")), (2, 1), "{screen}");
}
