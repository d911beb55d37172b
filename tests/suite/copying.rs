//! Copying, citing, selecting, links: what leaves the browser, and how.

use crate::support::terminal::Terminal;
use crate::support::{Reader, Scratch, copied, desk, embedded, program, until, world_of_scripts};
use bluf::briefing::SentenceKind;
use bluf::page::about::citation::{citation, words};
use bluf::page::locate;
use bluf::page::{Address, Place};
use bluf::settings::{Setting, Settings};
use bluf::tui::model::{Effect, Message, Mode, Model};
use std::process::Output;

/// The article.
const SEED: &str = include_str!("../../seeds/russia-iran-treaty.txt");

/// The article's sentences, as they stand on one line.
fn sentences() -> Vec<String> {
    let world = embedded();
    let text = world.entries()[0].resolved.text(0).expect("the article").clone();
    let sentences = text.sentences().iter().filter(|sentence| sentence.number.kind == SentenceKind::Sentence);
    sentences.map(|sentence| text.text()[sentence.range.clone()].replace(['\n', '\r', '\t', '\u{a0}'], " ")).collect()
}

#[test]
fn m17_a_paragraph_wrapped_at_50_columns_comes_back_as_one_line() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source/ART:2"), 52, 40);
    let stop = reader.stop();
    let rows = reader.model.shown().expect("a page").here().flowed.rows_from(0).filter(|row| row.stop == stop).count();
    assert!(rows >= 5, "it is wrapped");
    assert_eq!(reader.copied("y"), sentences()[1]);
    let down = "Down ".repeat(rows - 1);
    assert_eq!(reader.copied(&format!("v {down} End y")), sentences()[1]);
}

#[test]
fn m17_a_whole_page_is_its_texts_parted_by_line_breaks_at_every_width() {
    for (columns, rows) in [(40, 12), (52, 24), (80, 24), (120, 40)] {
        let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source"), columns, rows);
        let text = reader.copied("g v G y");
        let lines: Vec<&str> = text.lines().collect();
        for paragraph in SEED.lines().filter(|line| !line.trim().is_empty()) {
            assert!(lines.contains(&paragraph.trim_matches('*')), "{columns}×{rows}: {paragraph}");
        }
        assert!(!text.contains(['│', '━', '─', '■', '□', '▌']), "{columns}×{rows}: {text}");
    }
}

/// Between its sentences stands what stands there in the source: a space, and in Chinese nothing.
#[test]
fn m17_the_sentences_of_a_paragraph_go_on_as_in_their_source() {
    for line in SEED
        .lines()
        .chain(include_str!("../world/seeds/scripts.txt").lines())
        .filter(|line| line.contains("港務局") || line.contains("Given the EU"))
    {
        let (world, address) =
            if SEED.contains(line) { (embedded(), "russia-iran-treaty/source") } else { (world_of_scripts(), "scripts/source/SCR") };
        let mut reader = Reader::open(world, Some(address), 60, 24);
        let text = reader.copied("g v G y");
        assert!(text.lines().any(|copied| copied == line), "{line}\n{text}");
    }
}

/// A selection is cited where its words stand: over two sentences as both, beside the text as the source alone.
#[test]
fn n5_a_selection_is_cited_by_where_its_words_stand() {
    let mut reader = Reader::at("russia-iran-treaty/source/ART:13");
    let text = reader.copied("v Down Down Down Y");
    assert!(
        text.starts_with("“On the economic front") && text.contains("\nClaimed by: C38, C39, C40, C41\nSource: ART, sentences 13–14: "),
        "{text}"
    );
    let text = reader.copied("v End Y");
    assert!(text.contains("Source: ART, sentence 13: "), "{text}");
    for address in ["russia-iran-treaty/source/ART:13", "russia-iran-treaty#C38:1"] {
        let mut reader = Reader::open(embedded(), Some(address), 120, 40);
        let heading = reader.find("Economic Ramifications", 0);
        reader.drag(heading, (heading.0 + 7, heading.1));
        let text = reader.copied("Y");
        assert!(text.starts_with("“Economic”\nSource: ART, heading 2: "), "{text}");
        assert!(text.ends_with("Address: russia-iran-treaty#ART:H2"), "{text}");
    }
}

#[test]
fn m17_every_page_copies_without_borders_and_neighbours() {
    for address in ["russia-iran-treaty", "russia-iran-treaty#J1", "russia-iran-treaty#C5", "russia-iran-treaty/actors", "library", "help"]
    {
        let mut reader = Reader::open(embedded(), Some(address), 120, 40);
        let text = reader.copied("g v G y");
        assert!(!text.contains(['│', '━', '┬', '▌', '…']), "{address}: {text}");
        // What is copied is what stands in the page, block by block.
        let shown = reader.model.shown().expect("a page");
        let all: Vec<String> =
            shown.here().flowed.doc.blocks.iter().map(|block| block.parts().iter().map(|part| part.plain()).collect::<String>()).collect();
        let dense = |text: &str| text.split_whitespace().collect::<String>();
        let page = dense(&all.concat());
        for line in text.lines().filter(|line| !line.contains("  ")) {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert!(words.iter().all(|word| page.contains(word)), "{address}: {line}");
        }
    }
}

#[test]
fn e7_text_is_selected_by_keys() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source/ART:2"), 80, 24);
    let sentence = &sentences()[1];
    assert_eq!(reader.copied("v y"), sentence[..1], "what the cursor is on is in it");
    assert_eq!(reader.copied("v Right Right l y"), sentence[..4]);
    assert_eq!(reader.copied("v Right Right Left y"), sentence[..2]);
    let row = reader.copied("v End y");
    assert!(sentence.starts_with(&row) && row.len() > 20, "{row}");
    let two = reader.copied("v Down y");
    assert!(sentence.starts_with(&two) && two.len() > row.len(), "{two}");
    assert!(!two.contains('\n'));
    let back = reader.copied("v Up y");
    assert!(sentences()[0].ends_with(&back[..back.len() - 2]) && back.ends_with(&format!(" {}", &sentence[..1])), "{back}");
    let further = reader.copied("v PageDown y");
    assert!(further.lines().count() > 3, "{further}");
    let screen = reader.screen();
    reader.press("v Down Down Esc");
    assert!(!matches!(reader.model.mode(), Mode::Select(_)));
    assert_eq!(reader.screen().first(), screen.first());
    reader.press("v Down e");
    assert!(reader.notice().contains("y copies it"), "no other key acts on it");
}

#[test]
fn e7_the_selection_is_seen_in_every_theme() {
    use bluf::tui::theme::{THEMES, Theme};
    use ratatui::style::Modifier;
    for (name, colour) in THEMES.iter().flat_map(|row| [(row.theme, true), (row.theme, false)]) {
        let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source/ART:2"), 80, 24);
        reader.theme = Theme::new(name, colour);
        reader.press("v Down");
        let buffer = reader.buffer();
        let reversed: String =
            buffer.content.iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).map(ratatui::buffer::Cell::symbol).collect();
        let text = reader.copied("y");
        let without = |text: &str| text.split_whitespace().collect::<String>();
        assert!(without(&reversed).contains(&without(&text)), "{name:?} {colour}: {reversed}");
        assert!(without(&reversed).len() < without(&text).len() + 30, "nothing else looks like it: {reversed}");
    }
}

#[test]
fn m16_what_the_cursor_is_on_is_copied() {
    let world = embedded();
    let briefing = &world.entries()[0].resolved.briefing;
    let mut reader = Reader::begin();
    let statement = &briefing.judgements[0].text.as_ref().expect("a text").value;
    assert_eq!(reader.copied("y"), format!("likely: {statement}"), "no judgement without its likelihood");
    reader.press("Enter Enter");
    let quote = world.entries()[0].resolved.quoted(reader_claim(&reader)).next().expect("a quote").to_owned();
    assert_eq!(reader.copied("y"), quote, "on a claim's passage the quote");
    reader.press("Enter");
    let sentence = reader.copied("y");
    assert!(sentence.contains(&quote), "on the source the sentence");
}

/// The index of the claim that the reader is on.
fn reader_claim(reader: &Reader) -> usize {
    let address = reader.address();
    let id = address.split_once('#').expect("a claim").1;
    embedded().entries()[0].resolved.graph.find(id).expect("known").index
}

#[test]
fn m16_what_is_too_large_is_refused_and_what_is_switched_off_is_said() {
    let scratch = Scratch::with_port("too-large");
    let long = "Ships will wait for days. ".repeat(4_600);
    scratch.write("seeds/port.txt", format!("On Monday the dockers voted to stop work on Fridays. {long}\n"));
    let world = bluf::library::open(&scratch.0).expect("opens");
    let mut reader = Reader::open(world, Some("port/source"), 80, 24);
    assert_eq!(reader.effects("g v G y"), []);
    reader.says("120 KB is more than the terminal takes (74 KB). Nothing was copied.");
    reader.model = Model::new(embedded(), None).expect("a place").with_settings(Settings::default().with(Setting::Clipboard, "off"));
    reader.resize(80, 24);
    assert_eq!(reader.effects("y"), []);
    assert!(reader.notice().contains("clipboard: off"));
}

/// The program with variables of the environment.
fn bluf(arguments: &[&str], variables: &[(&str, &str)]) -> Terminal {
    Terminal::start_with(crate::support::terminal::bluf(arguments), variables, 120, 40)
}

#[test]
fn m16_the_terminal_gets_what_is_copied_in_the_write_of_a_frame() {
    let mut terminal = bluf(&[], &[]);
    terminal.wait_until_checked();
    terminal.written.clear();
    terminal.type_in("y");
    terminal.wait_for_text("bytes through the terminal (OSC 52).");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(written.contains("\x1b]52;c;"), "{written:?}");
    assert!(written.starts_with("\x1b[?2026h") && written.ends_with("\x1b[?2026l"), "{written:?}");
    let text = words(&locate(&embedded(), &"russia-iran-treaty#J1".parse::<Place>().expect("a place")).expect("there")).expect("words");
    assert!(terminal.text().contains(&format!("Copied {} bytes", text.len())));
    let coded = written.split("\x1b]52;c;").nth(1).and_then(|rest| rest.split('\x07').next()).expect("a sequence");
    assert_eq!(decoded(coded), text);
    terminal.quit();
}

/// Base 64 as a text.
fn decoded(coded: &str) -> String {
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(coded).expect("base 64");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn m16_in_a_tmux_that_does_not_answer_the_sequence_is_sent_plain_and_wrapped() {
    let mut terminal = bluf(&[], &[("TMUX", "/nonexistent/tmux,1,0"), ("TMUX_TMPDIR", "/nonexistent")]);
    terminal.wait_until_checked();
    terminal.written.clear();
    terminal.type_in("y");
    terminal.wait_for_text("bytes through the terminal (OSC 52; tmux passes it on with `set-clipboard on`).");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(written.contains("\x1b]52;c;") && written.contains("\x1bPtmux;\x1b\x1b]52;c;"), "{written:?}");
    terminal.quit();
}

/// Over ssh no more than the name of the terminal tells of a GNU screen.
#[test]
fn m16_what_calls_itself_screen_is_sent_what_screen_passes_on() {
    let mut terminal = bluf(&[], &[("TERM", "screen-256color")]);
    terminal.wait_until_checked();
    terminal.written.clear();
    terminal.type_in("y");
    terminal.wait_for_text("bytes through the terminal (OSC 52; also wrapped for screen).");
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    assert!(written.contains("\x1bP\x1b]52;c;\x1b\\\x1bP"), "{written:?}");
    terminal.quit();
}

#[test]
fn m16_where_copying_is_switched_off_nothing_is_sent() {
    let mut terminal = bluf(&[], &[("BLUF_CLIPBOARD", "off")]);
    terminal.wait_until_checked();
    terminal.type_in("y");
    terminal.wait_for_text("clipboard: off");
    terminal.quit();
    assert!(!String::from_utf8_lossy(&terminal.written).contains("]52;"));
}

/// In a real tmux; the gate installs it.
mod tmux {
    use crate::support::{embedded, home, until};
    use bluf::page::Place;
    use bluf::page::about::citation::words;
    use bluf::page::locate;
    use std::process::{Command, Output};

    fn tmux(socket: &str, arguments: &[&str]) -> Output {
        Command::new("tmux").args(["-L", socket, "-f", "/dev/null"]).args(arguments).output().expect("tmux runs")
    }

    /// In the tmux of this machine with its usual settings, which drop the sequence of a program in it.
    #[test]
    #[ignore = "needs tmux"]
    fn m16_what_is_copied_in_tmux_is_in_its_buffer() {
        let socket = format!("bluf-copy-{}", std::process::id());
        let home: Vec<String> = home().iter().map(|(variable, folder)| format!("{variable}={}", folder.display())).collect();
        let program = format!("env {} {}; sleep 30", home.join(" "), env!("CARGO_BIN_EXE_bluf"));
        tmux(&socket, &["new-session", "-d", "-x", "120", "-y", "40", &program]);
        let wait = |what: &str, keys: &str, done: &dyn Fn() -> bool| {
            if until(|| done().then_some(())).is_none() {
                tmux(&socket, &["kill-server"]);
                panic!("waited for {what} behind {keys}");
            }
        };
        let screen = || String::from_utf8_lossy(&tmux(&socket, &["capture-pane", "-p"]).stdout).into_owned();
        wait("the cover", "", &|| screen().contains("anchored"));
        tmux(&socket, &["send-keys", "y"]);
        wait("the notice", "y", &|| screen().contains("bytes through tmux"));
        let buffer = String::from_utf8_lossy(&tmux(&socket, &["show-buffer"]).stdout).into_owned();
        let text = words(&locate(&embedded(), &"russia-iran-treaty#J1".parse::<Place>().expect("a place")).expect("there")).expect("words");
        tmux(&socket, &["kill-server"]);
        assert_eq!(buffer, text);
    }
}

#[test]
fn n5_a_citation_carries_quote_sentence_claim_and_a_link_to_the_words() {
    let mut reader = Reader::at("strait-security#C30");
    let text = reader.copied("Y");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with('“') && lines[0].ends_with('”'), "{text}");
    assert!(lines[1].starts_with("Claim: C30: Halina Dreve"), "{text}");
    assert!(lines[2].starts_with("Source: COURIER, sentence "), "{text}");
    assert!(lines[2].ends_with(": Invented: Two drafts cross the Kaldrin, The Ameth Courier (invented), 2034-03-02"), "{text}");
    assert!(lines[3].starts_with("Link: https://ameth-courier.invalid/2034/two-drafts#:~:text="), "{text}");
    assert!(lines[5].starts_with("Address: strait-security#C30:1@"), "{text}");
    let link = lines[3].split_once("text=").expect("a directive").1;
    assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{link}");
}

#[test]
fn n5_every_link_to_words_begins_and_ends_with_the_words_of_the_quote() {
    let world = desk();
    let mut linked = 0;
    for entry in world.entries() {
        for (claim, passages) in entry.resolved.briefing.claims.iter().zip(&entry.resolved.evidence().passages) {
            for (at, anchored) in passages.iter().enumerate() {
                let place: Place = format!("{}#{}:{}", entry.id, claim.head.id.value, at + 1).parse().expect("a place");
                let Some(at) = locate(&world, &place).ok() else { continue };
                let Some(quote) = words(&at) else { continue };
                let cited = citation(&world, &at, &quote);
                assert!(cited.contains(&format!("“{quote}”")), "{cited}");
                let source = anchored.source.map(|source| &entry.resolved.briefing.sources[source]);
                if source.is_none_or(|source| source.url.is_none()) {
                    assert!(!cited.contains("Link:"), "{cited}");
                    continue;
                }
                let link = cited.lines().find_map(|line| line.strip_prefix("Link: ")).expect("a link");
                let Some((_, directive)) = link.split_once("#:~:text=") else { panic!("{link}") };
                let parts: Vec<String> = directive
                    .split(',')
                    .filter(|part| !part.ends_with('-') && !part.starts_with('-'))
                    .map(|part| percent_encoding::percent_decode_str(part).decode_utf8().expect("UTF-8").into_owned())
                    .collect();
                let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(!parts.is_empty() && parts.len() <= 2, "{directive}");
                for part in &parts {
                    assert!(spaced(&quote).contains(part.as_str()) || part.contains(&spaced(&quote)), "{part} in {quote}");
                }
                linked += 1;
            }
        }
    }
    assert!(linked > 3, "{linked}");
}

#[test]
fn n5_what_a_source_leaves_open_is_not_stated_and_never_invented() {
    let mut reader = Reader::at("russia-iran-treaty#C5");
    let text = reader.copied("Y");
    assert!(text.contains("publisher not stated, date not stated") && !text.contains("Link:"), "{text}");
    assert!(text.contains("TLP:CLEAR"), "the marking travels with it: {text}");
}

#[test]
fn n5_hostile_words_are_cited_without_a_byte_that_commands() {
    let scratch = Scratch::with_port("hostile-citation");
    scratch.write("seeds/port.txt", "On Monday the dockers voted to stop work on Fridays\u{1b}]52;c;AAAA\u{7}. Ships will wait for days.\nThe harbour is blue and the sky above it is bluer.\n");
    let world = bluf::library::open(&scratch.0).expect("opens");
    let mut reader = Reader::open(world, Some("port/source/ART:1"), 80, 24);
    for key in ["y", "Y"] {
        let text = reader.copied(key);
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{text:?}");
    }
}

fn show(address: &str) -> Output {
    program().args(["show", address]).output().expect("it runs")
}

#[test]
fn n11_an_address_with_a_hash_opens_and_a_stale_one_is_reported_and_opens_too() {
    let world = embedded();
    let place: Place = "russia-iran-treaty#C5".parse().expect("a place");
    let address = Address::of(&locate(&world, &place).expect("there")).to_string();
    assert!(address.starts_with("russia-iran-treaty#C5@") && address.len() == "russia-iran-treaty#C5@".len() + 8, "{address}");
    let plain = show("russia-iran-treaty#C5");
    let good = show(&address);
    assert_eq!((good.status.code(), &good.stdout, good.stderr.as_slice()), (Some(0), &plain.stdout, &b""[..]));
    let stale = show("russia-iran-treaty#C5@00000000");
    assert_eq!((stale.status.code(), &stale.stdout), (Some(1), &plain.stdout), "the page is printed");
    let said = String::from_utf8_lossy(&stale.stderr).into_owned();
    let hash = address.split_once('@').expect("a hash").1;
    assert!(said.contains(&format!("has changed since this address was copied: it is @{hash} now, and was @00000000")), "{said}");
    let piped = program().arg("russia-iran-treaty#C5@00000000").output().expect("runs");
    assert_eq!(piped.status.code(), Some(1), "and so is that of a browser without a terminal");
    assert_eq!(show("russia-iran-treaty#J1@00000000").status.code(), Some(1), "only claims have a hash");
    assert_eq!(show("russia-iran-treaty#C5@xyz").status.code(), Some(2));
    assert_eq!(show("russia-iran-treaty#C999@00000000").status.code(), Some(2));
}

#[test]
fn n11_the_hash_is_of_the_claims_text_and_its_quotes() {
    let place: Place = "port#C1".parse().expect("a place");
    let hash = |text: &str| {
        let scratch = Scratch::with_port("claim-hash");
        let file = scratch.0.join("briefings/port.yaml");
        let old = std::fs::read_to_string(&file).expect("a briefing");
        let (from, to) = text.split_once("=>").unwrap_or(("", ""));
        std::fs::write(&file, old.replace(from, to)).expect("written");
        Address::of(&locate(&bluf::library::open(&scratch.0).expect("opens").into(), &place).expect("there")).to_string()
    };
    let before = hash("");
    assert_ne!(hash("The dockers voted to stop work.=>The dockers voted to strike."), before, "the text");
    assert_ne!(hash("quote: voted to stop work on Fridays=>quote: voted to stop work"), before, "the quote");
    assert_eq!(hash("A closure is unlikely=>A closure is remote"), before, "nothing else");
    assert_eq!(
        hash("fact: The dockers voted to stop work.=>fact: >-\n        The dockers voted to\n        stop work."),
        before,
        "how it is wrapped"
    );
}

#[test]
fn n11_the_browser_says_that_a_hash_is_stale() {
    let mut terminal = bluf(&["russia-iran-treaty#C5@00000000"], &[]);
    terminal.wait_for_text("russia-iran-treaty#C5 has changed since this address was copied");
    terminal.wait_for_text("THE SOURCE");
    terminal.quit();
}

const DESK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/desk");
const URL: &str = "https://ameth-courier.invalid/2034/two-drafts";

#[test]
fn e8_letters_open_the_links_in_view() {
    let mut reader = Reader::begin();
    let before = reader.screen();
    reader.press("o");
    assert_ne!(reader.screen(), before);
    reader.press("Esc");
    assert_eq!(reader.screen(), before);
    reader.press("o d");
    let opened = reader.address();
    assert_ne!(opened, "russia-iran-treaty");
    // The key at d is d.
    reader.press("Backspace o в");
    assert_eq!(reader.address(), opened);
    reader.press("Backspace");
    // Every link in view has letters, and they open it.
    for address in ["russia-iran-treaty#J1", "russia-iran-treaty/source", "russia-iran-treaty/actors"] {
        for rows in [12, 24, 60] {
            let mut reader = Reader::open(embedded(), Some(address), 120, rows);
            let links = reader.links();
            reader.press("o");
            let Mode::Letters(letters) = reader.model.mode() else { panic!("letters") };
            let letters = letters.clone();
            let named: Vec<(usize, String)> = (0..links.len()).filter_map(|stop| Some((stop, letters.of(stop)?.to_owned()))).collect();
            assert!(!named.is_empty());
            for (stop, name) in named {
                let mut reader = Reader::open(embedded(), Some(address), 120, rows);
                assert_eq!(reader.press(&format!("o '{name}'")).address(), links[stop], "{address} {name}");
            }
        }
    }
}

#[test]
fn e8_the_address_of_a_source_is_a_link_of_the_terminal_and_can_be_switched_off() {
    let place = "strait-security#COURIER";
    let mut terminal = bluf(&["--library", DESK, place], &[]);
    terminal.wait_for_text(URL);
    terminal.type_in("jk");
    terminal.quit();
    let written = String::from_utf8_lossy(&terminal.written).into_owned();
    let begin = written.find("\x1b]8;id=").expect("a link");
    let link = &written[begin..];
    assert!(link.split("\x1b\\").next().is_some_and(|begin| begin.ends_with(&format!(";{URL}"))), "{link:?}");
    let shown = link.split("\x1b]8;;\x1b\\").next().expect("its end");
    assert!(shown.contains("two-drafts"), "{shown:?}");
    assert_eq!(written.matches("\x1b]8;id=").count(), written.matches("\x1b]8;;\x1b\\").count(), "every link ends");
    let mut terminal = bluf(&["--library", DESK, place], &[("BLUF_LINKS", "off")]);
    terminal.wait_for_text(URL);
    terminal.quit();
    assert!(!String::from_utf8_lossy(&terminal.written).contains("\x1b]8;"));
}

#[test]
fn e8_an_address_with_bytes_that_command_is_neutralised_or_no_link() {
    let scratch = Scratch::with_port("hostile-url");
    let file = scratch.0.join("briefings/port.yaml");
    let briefing = std::fs::read_to_string(&file).expect("a briefing");
    for (url, linked) in
        [("\"https://a.invalid/\\e]0;pwned\\a\\u009b31m\"", true), ("javascript:alert(1)", false), ("file:///etc/passwd", false)]
    {
        std::fs::write(&file, briefing.replace("    reliability: C", &format!("    url: {url}\n    reliability: C"))).expect("written");
        let mut terminal = bluf(&["--library", &scratch.0.to_string_lossy(), "port#ART"], &[]);
        terminal.wait_for_text("Address");
        terminal.quit();
        let written = String::from_utf8_lossy(&terminal.written).into_owned();
        assert_eq!(written.contains("\x1b]8;id="), linked, "{url}");
        assert!(!written.contains("\x1b]0;") && !written.contains('\u{9b}'), "{url}: {written:?}");
    }
}

/// The keys that put the cursor on the address of the source on its card, and open it.
fn open_address(reader: &mut Reader) -> Vec<Effect> {
    let links = reader.model.shown().expect("a page").here().flowed.doc.links.clone();
    let stop = links.iter().position(|link| matches!(link, Place::Web(_))).expect("an address");
    reader.press("g");
    for _ in 0..stop {
        reader.press("j");
    }
    reader.effects("Enter")
}

#[test]
fn e8_an_address_is_opened_and_in_restricted_mode_copied() {
    let mut reader = Reader::open(desk(), Some("strait-security#COURIER"), 120, 60);
    assert_eq!(open_address(&mut reader), [Effect::Browse(URL.to_owned())]);
    assert_eq!(reader.address(), "strait-security#COURIER", "nothing of it is a page here");
    let effects = reader.model.update(&Message::Unopened { address: URL.to_owned(), why: "Over ssh no browser opens".to_owned() });
    assert_eq!(copied(&effects).as_deref(), Some(URL));
    reader.model = Model::new(desk(), Some("strait-security#COURIER".parse().expect("a place")))
        .expect("a place")
        .with_settings(Settings::default().with(Setting::Restricted, "on"));
    reader.resize(120, 60);
    assert_eq!(copied(&open_address(&mut reader)).as_deref(), Some(URL));
}

#[test]
fn e8_over_ssh_the_address_is_copied_and_locally_the_browser_of_the_environment_opens_it() {
    let scratch = Scratch::new("browser");
    let log = scratch.0.join("opened");
    let script = scratch
        .write("browser", format!("#!/bin/sh\nprintf %s \"$1\" > {}.part && mv {}.part {}\n", log.display(), log.display(), log.display()));
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("executable");
    let browser = script.to_string_lossy().into_owned();
    let open = |terminal: &mut Terminal| {
        terminal.wait_for_text(URL);
        // From the reliability, the card's first link, to the address.
        terminal.type_in("gj");
        terminal.wait_for_text("open web address");
        terminal.type_in("\r");
    };
    let mut terminal = bluf(&["--library", DESK, "strait-security#COURIER"], &[("SSH_TTY", "/dev/pts/9"), ("BROWSER", &browser)]);
    open(&mut terminal);
    terminal.wait_for_text("Over ssh no browser opens. Copied 45 bytes through the terminal (OSC 52).");
    terminal.quit();
    assert!(!log.exists());
    let mut terminal = bluf(&["--library", DESK, "strait-security#COURIER"], &[("BROWSER", &browser)]);
    open(&mut terminal);
    terminal.wait_for_text("Opened by ");
    assert_eq!(until(|| std::fs::read_to_string(&log).ok()).expect("opened"), URL);
    terminal.quit();
}

/// Typed ahead of any frame.
#[test]
fn m16_what_is_copied_just_before_the_end_is_copied() {
    let mut terminal = bluf(&["russia-iran-treaty"], &[]);
    terminal.wait_until_checked();
    terminal.type_in("yq");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_written("\x1b]52;c;"));
    terminal.assert_restored();
}
