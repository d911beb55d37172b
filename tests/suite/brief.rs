//! A briefing as a talk: its slides, the way down from them and back, two terminals, and questions from the room.

use crate::support::terminal::{Terminal, bluf, foot, head};
use crate::support::{Reader, Scratch, desk, embedded, program, rows, until, world_of_scripts};
use bluf::briefing::question::bearing;
use bluf::page::flow::Density;
use bluf::page::{Body, Place, flow, page};
use bluf::settings::{Setting, Settings};
use bluf::talk::host::Host;
use bluf::talk::protocol::{Command, State, VERSION, line, state};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::time::Duration;

#[test]
fn n6_a_slide_has_nothing_around_it_but_marking_number_and_time() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/2"), 80, 24);
    let screen = reader.screen();
    assert_eq!(screen[0].trim(), "TLP:CLEAR");
    assert_eq!(reader.foot().split_whitespace().collect::<Vec<_>>().join(" "), "2/15, 1 of 2 TLP:CLEAR");
    reader.model.plan_talk(Some(Duration::from_mins(10)));
    reader.model.spend(Duration::from_mins(5));
    reader.shows("━━━━━━━━━━──────────");
    reader.model.spend(Duration::from_secs(601));
    reader.shows("━━━━━━━━━━━━━━━━━━━━ over");
}

#[test]
fn n6_the_keys_of_pages_turn_slides() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/1"), 200, 60);
    for (key, number) in
        [("Right", 2), ("PageDown", 3), ("Space", 4), ("J", 5), ("Left", 4), ("PageUp", 3), ("K", 2), ("7", 7), ("G", 15), ("g", 1)]
    {
        reader.press(key).is_at(&format!("russia-iran-treaty/slide/{number}"));
    }
    reader.press("Left").is_at("russia-iran-treaty/slide/1").says("This is the first slide.");
    reader.press("G Right").is_at("russia-iran-treaty/slide/15").says("This is the last slide.");
}

#[test]
fn n6_digits_name_a_slide_and_never_lead_out_of_the_talk() {
    let mut reader = Reader::at("russia-iran-treaty");
    reader.press("B").is_at("russia-iran-treaty/slide/1");
    reader.press("1").is_at("russia-iran-treaty/slide/1").says("Slide 1: ↵ turns to it, or type another digit.");
    reader.press("2").is_at("russia-iran-treaty/slide/12");
    reader.press("1 0").is_at("russia-iran-treaty/slide/10").press("1 Enter").is_at("russia-iran-treaty/slide/1");
    // What is typed in between is no digit of it.
    reader.press("1 Right 2").is_at("russia-iran-treaty/slide/2");
    reader.press("1 9").is_at("russia-iran-treaty/slide/2").says("There is no such slide.");
    reader.press("0").is_at("russia-iran-treaty/slide/2").says("There is no such slide.");
    reader.press("Enter").is_at("russia-iran-treaty#J1").press("0").is_at("russia-iran-treaty/slide/2");
}

/// "Passages without a pilot" lowers a judgement where there are none.
#[test]
fn n6_a_sign_on_a_slide_has_its_threshold_and_a_judgement_who_sees_it_otherwise() {
    let desk = desk();
    let text = |slide: usize| {
        let place: Place = format!("strait-security/slide/{slide}").parse().expect("an address");
        let doc = page(&desk, &place).expect("a slide");
        doc.blocks.iter().flat_map(bluf::page::Block::parts).map(|part| part.plain()).collect::<Vec<_>>().join("\n")
    };
    assert!(text(8).contains("Passages without a pilot: none in the guild’s log for three months on end"), "{}", text(8));
    assert!(text(2).contains("J1 The Strait Guard") && text(2).contains("fleet desk, roughly even chance"), "{}", text(2));
    let all: String = (1..=desk.entry("strait-security").expect("a briefing").resolved.briefing.talk().len()).map(text).collect();
    assert!(!all.contains("I8"), "what was seen has changed our mind already");
}

/// Enter three times from a slide of a judgement, and from the slide of the bottom line by way of the judgement that it names.
#[test]
fn n6_a_question_drills_from_a_slide_to_the_words_and_one_key_is_back_on_it() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            for slide in 1..=held.resolved.briefing.talk().len() {
                let address = format!("{}/slide/{slide}", held.id);
                let mut reader = Reader::open(world.clone(), Some(&address), 80, 24);
                if reader.links().is_empty() {
                    continue;
                }
                reader.press("Enter");
                assert_ne!(reader.address(), address);
                reader.press("Enter").press("Enter").press("B").is_at(&address);
            }
        }
    }
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/2"), 120, 40);
    reader.press("Enter").is_at("russia-iran-treaty#J1").press("Enter").is_at("russia-iran-treaty#C17");
    reader.press("Enter").is_at("russia-iran-treaty#C17:1");
    assert!(reader.head().contains("Slide 2 › J1 › C17"), "{}", reader.head());
    assert!(!reader.text_in(bluf::page::Role::Lit).is_empty());
    reader.press("B").is_at("russia-iran-treaty/slide/2").press("L").is_at("russia-iran-treaty#J1");
}

#[test]
fn n6_a_key_begins_the_talk_on_the_judgement_that_is_read() {
    let mut reader = Reader::at("russia-iran-treaty#J3");
    let effects = reader.effects("B");
    reader.is_at("russia-iran-treaty/slide/4");
    assert_eq!(effects, [bluf::tui::model::Effect::BeginTalk]);
    assert_eq!(reader.press("Backspace").is_at("russia-iran-treaty#J3").effects("B"), [], "it goes on");
}

#[test]
fn n6_a_search_on_a_slide_marks_whole_words_of_large_letters() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/2"), 200, 60);
    let before = reader.buffer();
    reader.press("/ 'exercise' Enter");
    let after = reader.buffer();
    let cells = before.content.iter().zip(&after.content).filter(|(before, after)| before.bg != after.bg).count();
    assert!(cells > 100, "{cells}");
    // Which slide it is stays where it was.
    assert!(reader.foot().contains("hit 1/") && reader.foot().contains(" 2/15 "), "{}", reader.foot());
}

/// What a room reads is in large letters, on as many pages as that takes: in no script that has such letters does a slide fall
/// back to those of the terminal.
#[test]
fn n6_a_slide_goes_on_over_pages_before_its_letters_are_small() {
    for world in [embedded(), desk()] {
        for held in world.entries() {
            for slide in 1..=held.resolved.briefing.talk().len() {
                let place: Place = format!("{}/slide/{slide}", held.id).parse().expect("an address");
                let doc = page(&world, &place).expect("a slide");
                let rows = flow(&doc, 78, Density::Slide { height: 22, ascii: false });
                for (at, block) in doc.blocks.iter().enumerate() {
                    let own: Vec<_> = rows.iter().filter(|row| row.block == at).flat_map(|row| &row.pieces).collect();
                    let words: String = block.parts().iter().map(|part| part.plain()).collect();
                    assert!(words.is_empty() || own.iter().any(|piece| piece.stands_for.is_some()), "{place}: {words}");
                    // Every word is there: of a field without its label, of a row with its id and what it bears on.
                    let parts = block.parts();
                    let told = match &block.body {
                        Body::ListRow(_) => [0, 2, 3].map(|part| (part, parts[part].plain())).to_vec(),
                        Body::Field { .. } => vec![(1, parts[1].plain())],
                        Body::Paragraph(_) => vec![(0, parts[0].plain())],
                        _ => Vec::new(),
                    };
                    for (part, text) in told {
                        let stretches = own.iter().filter_map(|piece| piece.stands_for.clone()).filter(|(of, _)| *of == part);
                        let mut seen: Vec<(usize, usize)> = stretches.map(|(_, range)| (range.start, range.end)).collect();
                        seen.sort_unstable();
                        seen.dedup();
                        let said: String = seen.iter().map(|(from, to)| &text[*from..*to]).collect();
                        assert_eq!(said, text.split_whitespace().collect::<String>(), "{place}");
                    }
                }
            }
        }
    }
}

/// Keys turn the pages of a slide before they turn slides, and Enter drills to what is on the page.
#[test]
fn n6_the_pages_of_a_slide_are_turned_first() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/1"), 80, 24);
    let pages = |reader: &Reader| reader.foot().split("of ").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    let all = pages(&reader).expect("several pages");
    for number in 1..=all {
        assert!(reader.foot().contains(&format!("1/15, {number} of {all}")), "{}", reader.foot());
        reader.is_at("russia-iran-treaty/slide/1").press("Right");
    }
    reader.is_at("russia-iran-treaty/slide/2").press("Left").is_at("russia-iran-treaty/slide/1");
    for number in (1..=all).rev() {
        assert!(reader.foot().contains(&format!("1/15, {number} of {all}")), "back from its last page: {}", reader.foot());
        reader.press("Left");
    }
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/1"), 80, 24);
    reader.press("Right").press("Enter").is_at("russia-iran-treaty#J1").press("B").is_at("russia-iran-treaty/slide/1");
    assert!(reader.foot().contains(&format!("1/15, 2 of {all}")), "back on the page that led away: {}", reader.foot());
    reader.press("Left");
    assert!(reader.foot().contains(&format!("1/15, 1 of {all}")), "{}", reader.foot());
    // The wheel turns whole pages too.
    reader.mouse(bluf::tui::pointer::Deed::WheelDown, (40, 10));
    assert!(reader.foot().contains(&format!("1/15, 2 of {all}")), "{}", reader.foot());
    reader.press("Right").resize(200, 60);
    assert!(reader.foot().contains("1/15") && !reader.foot().contains("of"), "{}", reader.foot());
}

/// Type fills the screen: large letters where the script has any, and in every size nothing is cut.
#[test]
fn n6_slides_fill_the_screen_in_every_script() {
    let mut large = 0;
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            for slide in 1..=held.resolved.briefing.talk().len() {
                let place: Place = format!("{}/slide/{slide}", held.id).parse().expect("an address");
                let doc = page(&world, &place).expect("a slide");
                for (columns, height, ascii) in
                    [(80_usize, 24_u16, false), (200, 60, false), (40, 12, false), (80, 24, true), (200, 60, true)]
                {
                    let rows = flow(&doc, columns - 2, Density::Slide { height: height - 2, ascii });
                    let widest = rows.iter().flat_map(|row| &row.pieces).map(|piece| piece.column + bluf::text::width(&piece.text)).max();
                    assert!(widest.is_some_and(|widest| widest <= columns - 2), "{place} at {columns}");
                    large += usize::from(rows.iter().flat_map(|row| &row.pieces).any(|piece| piece.stands_for.is_some()));
                    let room = usize::from(height - 2);
                    assert!(rows.len() <= room || rows.len().is_multiple_of(room), "{place} has {} rows", rows.len());
                    if columns == 200 && !ascii {
                        assert!(rows.len() <= room, "{place} has {} rows", rows.len());
                    }
                }
            }
        }
    }
    assert!(large > 100, "{large}");
}

#[test]
fn n6_a_slide_in_seven_bits_has_large_letters_too() {
    let settings = Settings::default().with(Setting::Ascii, "on");
    let place = "russia-iran-treaty/slide/2".parse().expect("an address");
    let model = bluf::tui::Model::new(embedded(), Some(place)).expect("a slide").with_settings(settings);
    let mut reader = Reader { model, theme: bluf::tui::theme::Theme::new(bluf::tui::theme::ThemeName::Terminal, true) };
    reader.resize(200, 60);
    let screen = reader.screen();
    assert!(screen.iter().all(|line| line.is_ascii()), "{}", screen.join("\n"));
    assert!(screen.iter().filter(|line| line.contains("====")).count() > 10, "{}", screen.join("\n"));
}

#[test]
fn n6_the_linear_mode_walks_the_same_slides() {
    let output = program().args(["brief", "--linear"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn();
    let mut child = output.expect("it starts");
    child.stdin.take().expect("a pipe").write_all(b"j\n1\n1\nb\nb\nq\n").expect("typed");
    let said = String::from_utf8(child.wait_with_output().expect("it ends").stdout).expect("UTF-8");
    for words in
        ["After the treaty, what changes", "likely, 55–80 %, by Dec 2027", "Link 1: J1 Russia and Iran hold a joint military exercise"]
    {
        assert!(said.contains(words), "no {words} in\n{said}");
    }
    let printed = program().arg("brief").output().expect("it runs").stdout;
    assert_eq!(String::from_utf8(printed).expect("UTF-8").matches("/slide/").count(), 15, "a pipe gets every slide");
}

/// What the speaker sees of a slide is his alone.
#[test]
fn n6_what_is_said_to_the_speaker_is_on_no_page_and_no_slide() {
    let scratch = talk("spoken");
    let world = std::sync::Arc::new(bluf::page::World::from(bluf::library::open(&scratch.0).expect("opens")));
    let held = &world.entries()[0];
    let spoken = held.resolved.briefing.judgements[0].speaker.as_ref().expect("a speaker's note").value.clone();
    for slide in 0..7 {
        let state = bluf::talk::speaker_view::told(&world, held, slide, &Place::Library, &[]);
        assert_eq!(state.notes.contains(&spoken), slide == 1);
        assert!(state.words.iter().all(|words| !words.contains(&spoken)));
        assert!(state.questions.iter().all(|question| question.address.parse::<Place>().is_ok_and(|place| page(&world, &place).is_ok())));
        assert_eq!((state.slides, state.next.is_none()), (7, slide == 6));
    }
    let place = |address: &str| address.parse::<Place>().expect("an address");
    for address in ["strike", "strike#J1", "strike/labour", "strike/slide/2", "strike/outlook"] {
        let doc = page(&world, &place(address)).expect("a page");
        assert!(!format!("{doc:?}").contains(&spoken), "{address}");
    }
}

/// A library of one talk of seven slides.
fn talk(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write(
        "seeds/port.txt",
        "On Monday the dockers of Sarn voted to stop work on Fridays. The port asked for talks. Ships will wait for days.\n",
    );
    let judgement = |number: usize, likelihood: &str, text: &str| {
        format!(
            "  J{number}:\n    section: labour\n    text: {text}\n    by: 2026-12\n    likelihood: {likelihood}\n    confidence: low\n    because: One day a week was voted for [C1]. Nothing more is known.\n    {}: [C1]\n",
            if likelihood == "likely" { "claims" } else { "against" }
        )
    };
    let judgements = [
        judgement(1, "unlikely", "The port closes for a week.") + "    speaker: Say first that one day is not seven.\n",
        judgement(2, "likely", "Talks are held."),
        judgement(3, "unlikely", "The army unloads ships."),
        judgement(4, "likely", "Ships wait."),
    ];
    let briefing = format!(
        "briefing: strike\ntitle: The strike\nmarking: TLP:GREEN\ndate: 2026-11-22\nquestion: Does the strike close the port?\nbottom_line: A closure is unlikely [J1].\nslides: [bottom-line, J1, judgements, indicators, gaps]\nsources:\n  ART: {{title: Dockers vote, file: seeds/port.txt, reliability: C, descriptor: A local paper.}}\nsections:\n  labour:\n    C1: {{fact: The dockers voted to stop work., quote: voted to stop work on Fridays}}\n    C2: {{fact: The port has asked for talks., quote: The port asked for talks}}\njudgements:\n{}indicators:\n  I1: {{text: A second day, threshold: two days in one week, moves: {{J1: up}}}}\ngaps:\n  G1: {{text: Who pays the dockers?, limits: [J1], collect: the union}}\n",
        judgements.concat()
    );
    scratch.write("briefings/strike.yaml", briefing);
    scratch
}

/// The program with a runtime folder of its own.
fn in_room(scratch: &Scratch, arguments: &[&str]) -> portable_pty::CommandBuilder {
    let mut command = bluf(arguments);
    let folder = scratch.0.join("run");
    let _ = fs::create_dir(&folder);
    command.env("XDG_RUNTIME_DIR", &folder);
    command.env("BLUF_LIBRARY", &scratch.0);
    command
}

fn socket(scratch: &Scratch) -> std::path::PathBuf {
    scratch.0.join("run/bluf/strike.talk")
}

#[test]
fn n6_two_terminals_hold_one_talk() {
    let scratch = talk("two");
    let mut room = Terminal::start(in_room(&scratch, &["brief", "--minutes", "20"]), 120, 40);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    let there = until(|| fs::metadata(socket(&scratch)).ok()).expect("a socket");
    assert_eq!(there.permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(scratch.0.join("run/bluf")).expect("a folder").permissions().mode() & 0o777, 0o700);
    let speaker = || {
        let mut command = in_room(&scratch, &["brief", "--notes"]);
        // A zone of nobody: the time is that of the zone which the system is told.
        command.env("TZ", "XXX+14:30");
        Terminal::start(command, 80, 24)
    };
    let time_there = || {
        let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock").as_secs() / 60;
        let minutes = (seconds + 24 * 60 * 2 - 870) % (24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    };
    let mut notes = speaker();
    notes.wait("the state on joining", |screen| screen.contents().contains("SLIDE 1/7") && screen.contents().contains("of 20:00"));
    notes.wait("the time of day", |screen| screen.contents().lines().nth(1).is_some_and(|line| line.trim_end().ends_with(&time_there())));
    // Either terminal drives.
    room.type_in("\x1b[C");
    notes.wait_for_text("Say first that one day is not seven.");
    for words in ["SLIDE 2/7", "Next: J2 likely: Talks are held.", "Who pays the dockers?", "#G1", "unlikely, 20–45 %"] {
        notes.wait_for_text(words);
    }
    notes.type_in("\x1b[C");
    room.wait("the third slide", |screen| foot(screen).contains("3/7"));
    notes.type_in("7\r");
    room.wait("the last slide", |screen| foot(screen).contains("7/7"));
    notes.type_in("2\r");
    room.wait("the second slide", |screen| foot(screen).contains("2/7"));
    // A question drills to the passage, and one key is back.
    for crumb in ["› J1", "› C1", "› ART:1"] {
        room.type_in("\r");
        room.wait(crumb, |screen| head(screen).contains(crumb));
    }
    assert_eq!(room.lit(), "votedtostopworkonFridays");
    notes.wait_for_text("The room sees strike#C1:1.");
    room.type_in("B");
    room.wait("the same slide", |screen| foot(screen).contains("2/7"));
    // The speaker's terminal is killed, and joined again by another.
    notes.signal("KILL");
    notes.status();
    let mut notes = speaker();
    notes.wait_for_text("SLIDE 2/7");
    // The first terminal is killed: the second says so, and waits.
    room.signal("KILL");
    room.status();
    notes.wait_for_text("waiting to join it again");
    let mut room = Terminal::start(in_room(&scratch, &["brief"]), 80, 24);
    room.wait("a socket that a killed program left is taken up", |screen| foot(screen).contains("1/7"));
    notes.wait_for_text("SLIDE 1/7");
    room.quit();
    notes.wait_for_text("waiting to join it again");
    assert!(!socket(&scratch).exists(), "the socket goes with the talk");
    notes.quit();
}

#[test]
fn m24_a_talk_costs_the_clock_of_the_speaker_and_nothing_else() {
    let scratch = talk("idle-talk");
    let mut room = Terminal::start(in_room(&scratch, &["brief", "--minutes", "20"]), 80, 24);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    room.wait_until_watched(&scratch.0.join("briefings"));
    let mut notes = Terminal::start(in_room(&scratch, &["brief", "--notes"]), 80, 24);
    notes.wait_for_text("SLIDE 1/7");
    let mut before = None;
    let asleep = until(|| {
        std::thread::sleep(Duration::from_millis(50));
        let times = room.times_all_asleep();
        (times.is_some() && std::mem::replace(&mut before, times) == times).then_some(times)
    });
    let asleep = asleep.expect("it sleeps");
    let ticked = until(|| notes.times_all_asleep()).expect("it sleeps");
    notes.read();
    let frames = notes.frames();
    std::thread::sleep(Duration::from_secs(4));
    assert_eq!(room.times_all_asleep(), asleep, "the room's terminal woke while idle");
    notes.read();
    let (woken, drawn) = (until(|| notes.times_all_asleep()).expect("it sleeps") - ticked, notes.frames() - frames);
    assert!((1..=6).contains(&woken) && drawn <= 6, "{woken} times in four seconds, {drawn} frames");
    notes.quit();
    room.quit();
}

/// Whoever can reach the socket may write to it: nothing of that holds the talk up, and who joins properly is served.
#[test]
fn n6_hostile_and_half_open_peers_hold_nobody_up() {
    let scratch = Scratch::new("peers");
    let path = scratch.0.join("a.talk");
    let mut host = Host::open(&path).expect("opens");
    let (sender, told) = std::sync::mpsc::channel();
    let serve = host.serve().expect("once");
    let thread = std::thread::spawn(move || serve(&|| _ = sender.send(())));
    let mut at = State { bluf: VERSION, words: vec!["x".repeat(300_000)], ..State::default() };
    host.tell(&at);
    let join = || UnixStream::connect(&path).expect("joins");
    let silent = join();
    let slow = join();
    let mut garbage = join();
    _ = garbage.write_all(&[0xff, 0, b'\n'].repeat(100));
    let mut endless = join();
    endless.set_write_timeout(Some(Duration::from_secs(5))).expect("set");
    for _ in 0..64 {
        _ = endless.write_all(&[b'x'; 4096]);
    }
    let mut rest = Vec::new();
    assert!(until(|| endless.read_to_end(&mut rest).ok().or(Some(0))).is_some(), "it was let go");
    for slide in 2..200 {
        at.slide = slide;
        host.tell(&at);
    }
    let mut good = BufReader::new(join());
    let newest = |good: &mut BufReader<UnixStream>| {
        let mut bytes = Vec::new();
        good.read_until(b'\n', &mut bytes).expect("a line");
        state(&bytes).expect("a state").slide
    };
    assert_eq!(newest(&mut good), 199, "the whole state on joining");
    good.get_mut().write_all(&line(&Command::Goto { slide: 3 })).expect("said");
    told.recv_timeout(Duration::from_mins(1)).expect("heard");
    assert_eq!(host.heard(), [Command::Goto { slide: 3 }]);
    at.slide = 200;
    host.tell(&at);
    assert_eq!(newest(&mut good), 200, "and at every change");
    // Of too many the first go, so that nobody can keep the speaker out.
    let many: Vec<UnixStream> = (0..40).map(|_| join()).collect();
    assert_eq!(newest(&mut BufReader::new(join())), 200);
    drop((many, silent, slow));
    assert!(Host::open(&path).is_err(), "one talk a socket");
    drop(host);
    assert!(until(|| thread.is_finished().then_some(())).is_some(), "the thread ends with its host");
    assert!(!path.exists());
}

#[test]
fn n6_what_is_no_socket_of_ours_is_left_alone() {
    let scratch = Scratch::new("no-socket");
    let file = scratch.write("file.talk", "mine");
    assert!(Host::open(&file).is_err());
    assert_eq!(fs::read(&file).expect("there"), b"mine");
    let stale = scratch.0.join("stale.talk");
    drop(UnixListener::bind(&stale).expect("bound"));
    assert!(stale.exists());
    let host = Host::open(&stale).expect("taken up");
    assert_eq!(fs::metadata(host.path()).expect("there").permissions().mode() & 0o777, 0o600);
    let open_to_all = scratch.0.join("runtime");
    fs::create_dir_all(open_to_all.join("bluf")).expect("a folder");
    fs::set_permissions(open_to_all.join("bluf"), fs::Permissions::from_mode(0o777)).expect("set");
    let mut notes = bluf(&["brief", "--notes"]);
    notes.env("XDG_RUNTIME_DIR", &open_to_all);
    let mut terminal = Terminal::start(notes, 80, 24);
    terminal.wait_for_text("others can enter");
    terminal.quit();
}

/// A room is shown slides, and no trouble of the program's: that is told where no room sees it.
#[test]
fn n6_a_trouble_of_the_program_waits_until_no_room_sees_it() {
    let scratch = talk("trouble");
    scratch.write("taken", "a file");
    let path = scratch.0.join("taken/away.sock");
    let brief = || in_room(&scratch, &["brief", "--socket", path.to_str().expect("UTF-8")]);
    let mut room = Terminal::start(brief(), 120, 40);
    room.wait("the first slide", |screen| foot(screen).contains("1/7") && !screen.contents().contains("No second terminal"));
    room.type_in("\x1b[C");
    room.wait("the second slide", |screen| foot(screen).contains("2/7") && !screen.contents().contains("No second terminal"));
    room.quit();
    let written = String::from_utf8_lossy(&room.written).into_owned();
    assert!(written.contains("bluf: No second terminal can join this talk"), "{written}");
    let mut room = Terminal::start(brief(), 120, 40);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    room.type_in("\r");
    room.wait_for_text("No second terminal");
    room.quit();
}

#[test]
fn n6_a_socket_at_a_path_joins_both_terminals() {
    let scratch = talk("forwarded");
    let path = scratch.0.join("far/away.sock");
    let path = path.to_str().expect("UTF-8");
    let mut room = Terminal::start(in_room(&scratch, &["brief", "--socket", path]), 80, 24);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    let mut notes = Terminal::start(in_room(&scratch, &["brief", "--notes", "--socket", path]), 40, 12);
    notes.wait_for_text("SLIDE 1/7");
    notes.resize(200, 60);
    notes.wait("another size", |screen| screen.contents().contains("MAY BE ASKED"));
    assert!(!socket(&scratch).exists() && Path::new(path).exists());
    notes.quit();
    room.quit();
}

/// Questions, and the claim that answers them best; empty where the sources do not say.
const ASKED: [(&str, &str, &str); 14] = [
    ("russia-iran-treaty", "What was pledged about joint exercises?", "C17"),
    ("russia-iran-treaty", "joint military EXERCISES?", "C17"),
    ("russia-iran-treaty", "Has a pipeline across Azerbaijan been proposed?", "C40"),
    ("russia-iran-treaty", "How did European reliance on Russian gas change?", "C42"),
    ("russia-iran-treaty", "How has Russia coped with the invasion of Ukraine?", "C11"),
    ("russia-iran-treaty", "What about drones?", "C28"),
    ("russia-iran-treaty", "What does bread cost in Tehran?", ""),
    ("russia-iran-treaty", "Will China buy Argentine beef?", ""),
    ("russia-iran-treaty", "Who won the football championship?", ""),
    ("russia-iran-treaty", "Is the president ill?", ""),
    ("russia-iran-treaty", "???", ""),
    ("russia-iran-treaty", "what is it", ""),
    ("russia-iran-treaty", "چه خبر است؟", ""),
    ("russia-iran-treaty", "\u{1b}[2J\u{202e}", ""),
];

#[test]
fn n15_a_question_finds_the_claims_that_bear_on_it_and_invents_none() {
    let mut wrong = Vec::new();
    for (briefing, question, claim) in ASKED {
        let world = embedded();
        let held = world.entry(briefing).expect("a briefing");
        let found = bearing(&held.resolved, question);
        let ids: Vec<&str> = found.claims.iter().map(|claim| held.resolved.briefing.claims[*claim].head.id.value.as_str()).collect();
        let right = if claim.is_empty() { !found.is_said() } else { ids.iter().take(3).any(|id| *id == claim) };
        if !right {
            wrong.push(format!("{question}: {ids:?} {:?}", found.sentences));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A word that one claim alone has leads to it, and what is found so is called no answer.
#[test]
fn n15_a_question_with_one_held_word_leads_there_and_is_no_answer() {
    for (world, briefing, question, claim) in [
        (desk(), "strait-security", "What happened to the Finch?", "C24"),
        (desk(), "strait-security", "Did anybody shoot at the Finch?", "C24"),
        (desk(), "strait-security", "Is the rule lawful?", "C8"),
        (world_of_scripts(), "sabzan-water", "چرا آب کم است؟", "C2"),
        (world_of_scripts(), "qinghe-ferry", "夜班船为什么停开？", "C1"),
    ] {
        let held = world.entry(briefing).expect("a briefing");
        let found = bearing(&held.resolved, question);
        let ids: Vec<&str> =
            found.claims.iter().chain(&found.near).map(|claim| held.resolved.briefing.claims[*claim].head.id.value.as_str()).collect();
        assert!(ids.contains(&claim), "{question}: {ids:?}");
        assert!(found.claims.is_empty() || found.near.is_empty(), "{question}");
    }
    let world = desk();
    let held = world.entry("strait-security").expect("a briefing");
    assert!(!bearing(&held.resolved, "What has the fleet desk said?").dissents.is_empty());
    let mut reader = Reader::open(world, Some("strait-security/slide/2"), 100, 30);
    reader.press("x 'What happened to the Finch?' Enter").shows("Nothing here has all of it").shows("C24");
    assert_eq!(reader.model.asked().len(), 1, "it is kept as not answered");
}

/// A part of a name asks for whom the whole names, and the whole for whom a part names.
#[test]
fn n15_a_name_is_found_by_any_part_of_it() {
    for (world, briefing, question, claims) in [
        (embedded(), "russia-iran-treaty", "Who is Pezeshkian?", &["C7"][..]),
        (embedded(), "russia-iran-treaty", "who is masoud", &["C7"]),
        (desk(), "vellem-blackout", "Who is Kamber?", &["C13", "C14"]),
        (desk(), "vellem-blackout", "ilsa kamber", &["C13", "C14"]),
        (desk(), "vellem-blackout", "Ilsa", &["C13"]),
    ] {
        let held = world.entry(briefing).expect("a briefing");
        let found = bearing(&held.resolved, question);
        let ids: Vec<&str> = found.claims.iter().map(|claim| held.resolved.briefing.claims[*claim].head.id.value.as_str()).collect();
        assert!(claims.iter().all(|claim| ids.contains(claim)), "{question}: {ids:?}");
    }
}

/// Every claim is found by its own words, in every script.
#[test]
fn n15_every_claim_answers_its_own_words() {
    for world in [embedded(), desk(), world_of_scripts()] {
        for held in world.entries() {
            let briefing = &held.resolved.briefing;
            for (index, claim) in briefing.claims.iter().enumerate() {
                let words = &claim.text.as_ref().expect("a text").value;
                let found = bearing(&held.resolved, words);
                assert!(found.claims.contains(&index), "{} {}: {words}", held.id, claim.head.id.value);
            }
        }
    }
}

#[test]
fn n15_a_question_from_the_room_is_answered_or_kept() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/slide/2"), 100, 30);
    reader.press("x 'Has a pipeline across Azerbaijan been proposed?'").shows("Question: Has a pipeline");
    reader.press("Enter").is_at("russia-iran-treaty/question/Has a pipeline across Azerbaijan been proposed?").shows("C40");
    assert_eq!(reader.model.asked(), []);
    reader.press("Enter").press("Enter");
    assert!(!reader.text_in(bluf::page::Role::Lit).is_empty(), "a claim, or at once its passage: {}", reader.address());
    reader.press("B").is_at("russia-iran-treaty/slide/2");
    reader.press("x 'Who pays for bread?' Enter").shows("The sources do not say.");
    let asked = reader.model.asked();
    assert_eq!((asked.len(), asked[0].words.as_str(), asked[0].at.as_deref()), (1, "Who pays for bread?", Some("J1")));
    reader.press("X").says("No longer kept as not answered.");
    assert_eq!(reader.model.asked(), []);
    reader.press("B x Esc").is_at("russia-iran-treaty/slide/2");
    reader.press("x Enter").is_at("russia-iran-treaty/slide/2");
}

/// Asked in a talk, kept on the disk, printed behind it, and printed again.
#[test]
fn n15_what_was_not_answered_is_kept_and_printed_as_gaps() {
    let scratch = talk("asked");
    let command = in_room(&scratch, &["brief"]);
    let data = command.get_env("XDG_DATA_HOME").expect("set").to_owned();
    let mut room = Terminal::start(command, 80, 24);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    room.type_in("xWho pays the hatter?\r");
    room.wait_for_text("The sources do not say.");
    room.type_in("B\x1b[C");
    room.wait("the second slide", |screen| foot(screen).contains("2/7"));
    room.type_in("xWhy is Bob's hat: red?\r");
    room.wait_for_text("The sources do not say.");
    room.quit();
    let written = String::from_utf8_lossy(&room.written).replace('\r', "");
    let lines = "gaps:\n  G2:\n    text: 'Who pays the hatter?'\n    # limits: the judgements that it limits, such as [J1]\n    collect: TODO\n  G3:\n    text: 'Why is Bob''s hat: red?'\n    limits: [J1]\n";
    assert!(written.contains(lines), "{written}");
    let again =
        program().args(["brief", "--questions"]).env("XDG_DATA_HOME", &data).env("BLUF_LIBRARY", &scratch.0).output().expect("it runs");
    assert!(again.status.success());
    assert!(String::from_utf8_lossy(&again.stdout).contains(lines));
    let none = program().args(["brief", "--questions"]).env("BLUF_LIBRARY", &scratch.0).output().expect("it runs");
    assert_eq!((none.status.code(), none.stdout.as_slice()), (Some(1), &b""[..]));
}

#[test]
fn n6_a_rehearsal_is_printed_and_is_the_plan_of_the_next_talk() {
    let scratch = talk("rehearsed");
    let command = in_room(&scratch, &["brief", "--rehearse", "--minutes", "7"]);
    let state = command.get_env("XDG_STATE_HOME").expect("set").to_owned();
    let mut room = Terminal::start(command, 80, 24);
    room.wait("the first slide", |screen| foot(screen).contains("1/7"));
    room.type_in("\x1b[C");
    room.wait("the second slide", |screen| foot(screen).contains("2/7"));
    std::thread::sleep(Duration::from_millis(1100));
    room.quit();
    let written = String::from_utf8_lossy(&room.written).replace('\r', "");
    assert!(written.contains("bottom-line     1:00     0:0") && written.contains("in all          7:00     0:0"), "{written}");
    let mut next = in_room(&scratch, &["brief"]);
    next.env("XDG_STATE_HOME", &state);
    let mut room = Terminal::start(next, 80, 24);
    room.wait("a time bar by the time that it took", |screen| foot(screen).contains('━'));
    room.quit();
}

/// On a small screen of the room a slide goes on over pages.
#[test]
fn n6_the_speaker_is_told_which_page_of_a_slide_the_room_sees() {
    let scratch = Scratch::new("talk-pages");
    let mut command = in_room(&scratch, &["brief"]);
    command.env_remove("BLUF_LIBRARY");
    let mut room = Terminal::start(command, 60, 16);
    room.wait("the first page", |screen| foot(screen).contains("1/15, 1 of"));
    let mut notes = Terminal::start(in_room(&scratch, &["brief", "--notes"]), 100, 30);
    notes.wait_for_text("SLIDE 1/15, page 1 of");
    room.type_in("\x1b[C");
    notes.wait_for_text("SLIDE 1/15, page 2 of");
    room.quit();
}

#[test]
fn m22_the_speakers_screen_is_drawn_in_seven_bits_too() {
    let mut speaker = bluf::tui::speaker::Speaker::default();
    let world = embedded();
    let held = &world.entries()[0];
    let here = "russia-iran-treaty#C17".parse().expect("an address");
    let state = bluf::talk::speaker_view::told(&world, held, 1, &here, &["Who pays?".to_owned()]);
    speaker.take(Some(state), Duration::from_secs(5), None);
    speaker.now = "14:05".to_owned();
    let theme = bluf::tui::theme::Theme::new(bluf::tui::theme::ThemeName::Terminal, true);
    for (columns, height) in [(80, 24), (200, 60), (40, 12), (1, 1), (30, 3)] {
        let mut buffer = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, columns, height));
        bluf::tui::view::speaker::draw(&speaker, &theme, true, &mut buffer);
        let screen = rows(&buffer);
        assert!(screen.iter().all(|line| line.is_ascii()), "{}", screen.join("\n"));
        if columns >= 80 {
            for words in ["14:05", "SLIDE 2/15", "Next: J2", "The room sees russia-iran-treaty#C17.", "Who pays?", "TLP:CLEAR"] {
                assert!(screen.iter().any(|line| line.contains(words)), "no {words} in\n{}", screen.join("\n"));
            }
        }
    }
}

/// The first words of what a room is told of each judgement: none speaks for an event that is held unlikely.
#[rustfmt::skip]
const TOLD: [(&str, &str, &str); 19] = [
    ("russia-iran-treaty", "J1", "Joint exercises are pledged"),
    ("russia-iran-treaty", "J2", "But the article reports no order"),
    ("russia-iran-treaty", "J3", "The article calls the line only proposed"),
    ("russia-iran-treaty", "J4", "But the article traces"),
    ("russia-iran-treaty", "J5", "Reach and capacity speak for more"),
    ("russia-iran-treaty", "J6", "But no statement, order or budget is reported"),
    ("russia-iran-treaty", "J7", "The line is only proposed"),
    ("ostrel-ferries", "J1", "The vote is on"),
    ("ostrel-ferries", "J2", "Relief is asked for and offered"),
    ("ostrel-ferries", "J3", "Two in three cards"),
    ("sal-harvest", "J1", "The crop is more than a fifth smaller"),
    ("sal-harvest", "J2", "The price is agreed"),
    ("strait-security", "J1", "Two boardings stand"),
    ("strait-security", "J2", "The guild has brought 58 cargo ships"),
    ("strait-security", "J3", "Pilots have heard of no order to fire"),
    ("strait-security", "J4", "One rise is reported"),
    ("strait-security", "J6", "Who gets the fee"),
    ("vellem-blackout", "J2", "Load [C5] and ice [C18] will come again, but"),
    ("vellem-blackout", "J3", "Untrodden snow"),
];

#[test]
fn n6_the_reason_on_a_slide_carries_the_likelihood() {
    for (briefing, id, begins) in TOLD {
        let world = if briefing == "russia-iran-treaty" { embedded() } else { desk() };
        let held = world.entry(briefing).expect("a briefing");
        let judgement = held.resolved.briefing.judgements.iter().find(|judgement| judgement.head.id.value == id).expect("a judgement");
        let because = &judgement.because.as_ref().expect("a reason").value;
        let told = judgement.in_short();
        assert!(told.len() == 1 && because[told[0].clone()].starts_with(begins), "{briefing}#{id}: {}", &because[told[0].clone()]);
    }
}

#[test]
fn n6_a_talk_that_was_left_is_not_where_reading_goes_on() {
    let kept = |address: &str| Reader::open(embedded(), Some(address), 120, 40).model.state().trail.len();
    assert_eq!((kept("russia-iran-treaty/slide/2"), kept("russia-iran-treaty#J2")), (0, 1));
}

/// A reader of the talk's library with a note on its first judgement and a mark on a claim.
fn noted(name: &str, address: &str) -> Reader {
    let scratch = talk(name);
    scratch.write(
        "own/strike.md",
        "# Notes on strike\n\n## Note on strike#J1, 2026-11-20\n\n> The port closes for a week.\n\nAsk Rut alone.\n\n## Mark on strike#C1, 2026-11-20\n\n> The dockers voted to stop work.\n",
    );
    let shelf = bluf::personal::notes::Shelf { folder: scratch.0.join("own"), only: None, of: None };
    let world = bluf::page::World {
        notes: std::sync::Arc::new(bluf::personal::Notes::read(shelf)),
        ..bluf::page::World::from(bluf::library::open(&scratch.0).expect("opens"))
    };
    world.library.check(|_, _| ());
    Reader::open(world, Some(address), 120, 40)
}

/// The speaker's terminal has both.
#[test]
fn n6_the_room_sees_neither_the_speakers_notes_nor_what_the_check_finds() {
    let mut reader = noted("room", "strike#J1");
    reader.shows("Ask Rut alone.").shows("finding");
    let is_hidden = |reader: &mut Reader| {
        let screen = reader.screen().join("\n");
        for words in ["Ask Rut", "finding", "✎", "Your note"] {
            assert!(!screen.contains(words), "{words} at {}:\n{screen}", reader.address());
        }
    };
    for keys in ["B", "g", "Right", "Enter", "Enter", "Backspace"] {
        reader.press(keys);
        is_hidden(&mut reader);
    }
    let state =
        bluf::talk::speaker_view::told(reader.model.world(), reader.model.world().entry("strike").expect("it"), 1, &Place::Library, &[]);
    assert!(state.notes.iter().any(|note| note.contains("Ask Rut alone.")), "{:?}", state.notes);
    let mut reader = noted("room-slide", "strike/slide/2");
    for (columns, rows) in [(40, 12), (80, 24), (200, 60)] {
        reader.resize(columns, rows);
        is_hidden(&mut reader);
        reader.press("Enter");
        is_hidden(&mut reader);
        reader.press("B");
    }
    // Who leaves the talk reads as before.
    let mut reader = noted("room-left", "strike#J1");
    reader.press("B Backspace").is_at("strike#J1").shows("Ask Rut alone.");
}

/// The blocks of a slide that are fields called so.
fn fields(doc: &bluf::page::Doc, name: &str) -> Vec<usize> {
    let is_it = |block: &bluf::page::Block| matches!(&block.body, Body::Field { label, .. } if *label == name);
    (0..doc.blocks.len()).filter(|at| is_it(&doc.blocks[*at])).collect()
}

/// In large letters its label is the first part of its block.
#[test]
fn n6_a_dissent_on_a_slide_is_called_so_and_a_reason_speaks_for_itself() {
    let mut dissents = 0;
    for world in [embedded(), desk()] {
        for held in world.entries() {
            for slide in 1..=held.resolved.briefing.talk().len() {
                let doc = page(&world, &format!("{}/slide/{slide}", held.id).parse().expect("an address")).expect("a slide");
                let rows = flow(&doc, 198, Density::Slide { height: 58, ascii: false });
                let is_said = |at: usize| {
                    let pieces = rows.iter().filter(|row| row.block == at).flat_map(|row| &row.pieces);
                    pieces.into_iter().any(|piece| piece.stands_for.as_ref().map(|(part, _)| *part).or(piece.part) == Some(0))
                };
                for at in fields(&doc, "Dissent") {
                    assert!(is_said(at), "{} {slide}", held.id);
                    dissents += 1;
                }
                assert!(fields(&doc, "Because").into_iter().all(|at| !is_said(at)), "{} {slide}", held.id);
            }
        }
    }
    assert!(dissents > 0);
}

/// The id before it is ours, and runs from the left.
#[test]
fn n6_a_judgement_from_the_right_stands_so_on_its_slide() {
    let world = world_of_scripts();
    let doc = page(&world, &"sabzan-water/slide/2".parse().expect("an address")).expect("a slide");
    let at = doc.blocks.iter().position(|block| block.parts().iter().any(|part| part.plain().starts_with("J1 "))).expect("a judgement");
    for columns in [78, 198] {
        let rows = flow(&doc, columns, Density::Slide { height: 58, ascii: false });
        let own: Vec<_> = rows.iter().filter(|row| row.block == at).flat_map(|row| &row.pieces).collect();
        assert!(!own.is_empty() && own.iter().all(|piece| piece.direction == bluf::text::direction::Direction::Right), "{own:?}");
    }
}

/// What is typed comes by a pipe, so the talk has ended with it.
#[test]
fn n6_a_talk_in_the_linear_mode_is_led_timed_and_keeps_what_it_cannot_answer() {
    let scratch = talk("linear");
    scratch.write(
        "own/strike.md",
        "# Notes on strike\n\n## Note on strike#J1, 2026-11-20\n\n> The port closes for a week.\n\nAsk Rut alone.\n",
    );
    let run = scratch.0.join("run");
    fs::create_dir(&run).expect("a folder");
    let command = |arguments: &[&str]| {
        let mut command = program();
        command.args(arguments).env("XDG_RUNTIME_DIR", &run).env("BLUF_LIBRARY", &scratch.0).env("BLUF_NOTES", "own");
        command
    };
    let piped = std::process::Stdio::piped;
    let mut room = command(&["brief", "--linear", "--rehearse", "--minutes", "7"]);
    let mut room = room.stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("it starts");
    until(|| fs::metadata(socket(&scratch)).ok()).expect("a socket");
    let mut peer = UnixStream::connect(socket(&scratch)).expect("joined");
    peer.set_read_timeout(Some(Duration::from_secs(20))).expect("set");
    let mut states = BufReader::new(peer.try_clone().expect("another")).lines();
    let first = states.next().expect("a state").expect("read");
    assert!(first.contains("\"slide\":1") && first.contains("\"planned\":420000"), "{first}");
    peer.write_all(line_of(&Command::Next).as_bytes()).expect("said");
    let second = states.next().expect("a state").expect("read");
    assert!(second.contains("\"slide\":2") && second.contains("Ask Rut alone."), "{second}");
    let mut typed = room.stdin.take().expect("a pipe");
    typed.write_all(b"ask Who pays the hatter?\nx\nx\ns\nj\nq\n").expect("typed");
    let output = room.wait_with_output().expect("it ends");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    for words in [
        "strike/slide/2",
        "Kept as not answered; x takes it back.",
        "No longer kept as not answered.",
        "Time: 0:0",
        "strike/slide/3",
        "bottom-line     1:00",
    ] {
        assert!(said.contains(words), "no {words} in\n{said}");
    }
    assert!(said.contains("text: 'Who pays the hatter?'\n    limits: [J1]"), "{said}");
    assert!(!said.contains("Ask Rut") && !said.contains("your note"), "{said}");
    assert!(!socket(&scratch).exists(), "it goes with the talk");
    let kept = command(&["brief", "--questions"]).output().expect("it runs");
    assert!(String::from_utf8_lossy(&kept.stdout).contains("Who pays the hatter?"), "{kept:?}");
}

fn line_of(command: &Command) -> String {
    serde_json::to_string(command).expect("JSON") + "\n"
}
