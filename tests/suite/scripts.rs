//! Text of the world on the screen: no script shifts a border, on terminals that reorder and on those that do not.

use crate::screens::compare;
use crate::support::terminal::{Terminal, bluf};
use crate::support::{Reader, Scratch, dense, guided, marked, until, world_of_scripts};
use bluf::page::flow::Density;
use bluf::page::{Place, Role, Spot, flow, page};
use bluf::text::direction::{LRM, PDF, RLE};
use bluf::text::{neutral, width};
use bluf::tui::view::last_line::set;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::sync::Arc;
use unicode_bidi::{BidiInfo, Level};

const SIZES: [(u16, u16); 5] = [(120, 40), (101, 30), (80, 24), (70, 16), (40, 12)];

fn rows_of(buffer: &Buffer) -> Vec<Vec<String>> {
    let columns = usize::from(buffer.area.width);
    buffer.content.chunks(columns).map(|row| row.iter().map(|cell| cell.symbol().to_owned()).collect()).collect()
}

/// What is sent for a row: the symbol of each cell that no wide one covers.
fn sent(cells: &[String]) -> String {
    let (mut text, mut x) = (String::new(), 0);
    while let Some(symbol) = cells.get(x) {
        text.push_str(symbol);
        x += width(symbol).max(1);
    }
    text
}

/// The columns of the borders where the cells say.
fn borders(cells: &[String]) -> Vec<usize> {
    cells.iter().enumerate().filter(|(_, symbol)| is_border(symbol)).map(|(x, _)| x).collect()
}

fn is_border(symbol: &str) -> bool {
    symbol.starts_with(['│', '┬'])
}

/// The columns of the borders on a terminal that reorders the line as UAX 9 says, the line running from the left.
fn reordered_borders(line: &str) -> Vec<usize> {
    let info = BidiInfo::new(line, Some(Level::ltr()));
    let Some(paragraph) = info.paragraphs.first() else { return Vec::new() };
    let visual = info.reorder_line(paragraph, paragraph.range.clone());
    let (mut found, mut column, mut letter) = (Vec::new(), 0, [0; 4]);
    for c in visual.chars() {
        let symbol = c.encode_utf8(&mut letter);
        if is_border(symbol) {
            found.push(column);
        }
        column += width(symbol);
    }
    found
}

fn places() -> Vec<Place> {
    let world = world_of_scripts();
    let mut places = vec![Place::Library, Place::Help];
    let mut at = 0;
    while let Some(place) = places.get(at).cloned() {
        for link in page(&world, &place).expect("a page").links {
            if !matches!(link, Place::Action(_)) && !places.contains(&link) {
                places.push(link);
            }
        }
        at += 1;
    }
    assert!(places.len() > 100);
    places
}

/// Every page, at every size: where a terminal reorders, every border is where the cells say.
#[test]
fn m23_a_terminal_that_reorders_moves_no_border() {
    let mut fenced = 0;
    for place in places() {
        for (columns, rows) in SIZES {
            let mut reader = Reader::open(world_of_scripts(), Some("library"), columns, rows);
            reader.model.visit(place.clone()).expect("a place");
            reader.press("j");
            for (y, cells) in rows_of(&reader.buffer()).iter().enumerate() {
                let line = sent(cells);
                // A line of characters has other columns where one grapheme is of several that have a width each.
                let added_up: usize = line.chars().map(|c| width(c.encode_utf8(&mut [0; 4]))).sum();
                if added_up != cells.len() || !line.contains(LRM) {
                    continue;
                }
                fenced += 1;
                assert_eq!(reordered_borders(&line), borders(cells), "{place} at {columns}×{rows}, row {y}: {line}");
            }
        }
    }
    assert!(fenced > 1000, "{fenced}");
}

/// The test above can fail: two columns in Persian without marks change places.
#[test]
fn m23_without_marks_a_border_would_move() {
    assert_ne!(reordered_borders(" متن دوم │ متن│"), [9, 14]);
}

/// What a fence lets through is the text: its words, its numbers and its full stop as the paragraph has them, in the
/// cells that it has.
#[test]
fn m23_a_line_from_the_right_is_reordered_within_its_cells() {
    let reader = Reader::open(world_of_scripts(), Some("sabzan-water#C4:1"), 80, 24);
    let rows = rows_of(&reader.buffer());
    let line = rows.iter().map(|row| sent(row)).find(|line| line.contains("WR-17")).expect("the line");
    let info = BidiInfo::new(&line, Some(Level::ltr()));
    let visual = info.reorder_line(&info.paragraphs[0], info.paragraphs[0].range.clone());
    let here: String = visual.chars().filter(|c| ![LRM, RLE, PDF].contains(c)).collect();
    let before = here.split("WR-17").next().expect("a part");
    let backwards: String = "شماره‌ی".chars().rev().collect();
    assert!(!before.contains(&backwards), "what is before the number in the paragraph is to its right: {here}");
    assert!(here.contains(&backwards), "{here}");
}

/// The lit words are the quote, in Russian, in Persian and in every script, at three sizes.
#[test]
fn m23_every_passage_of_every_script_is_lit_in_exactly_its_words() {
    let world = world_of_scripts();
    let mut lit = 0;
    for entry in world.entries() {
        for claim in &entry.resolved.briefing.claims {
            for (at, passage) in claim.passages.iter().enumerate() {
                let place = Place::within(&entry.id, Spot::Passage { claim: claim.head.id.value.clone(), passage: at + 1 });
                for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
                    let reader = Reader::open(world_of_scripts(), Some(&place.to_string()), columns, rows);
                    assert_eq!(dense(&reader.text_in(Role::Lit)), dense(&neutral(&passage.exact.value)), "{place}");
                    lit += 1;
                }
            }
        }
    }
    assert!(lit > 60, "{lit}");
}

/// A line of a Persian paragraph ends at the right edge of its column; a Russian one begins at the left.
#[test]
fn m23_a_paragraph_from_the_right_stands_at_the_right() {
    for (address, right) in [("sabzan-water/source", true), ("verin-rail/source", false)] {
        let world = world_of_scripts();
        let doc = page(&world, &address.parse().expect("an address")).expect("a page");
        for cells in [38, 60, 76] {
            let rows = flow(&doc, cells, Density::Roomy);
            let lines: Vec<_> =
                rows.iter().filter(|row| row.pieces.iter().any(|piece| piece.part == Some(0) && piece.offset > 0)).collect();
            assert!(lines.len() > 3);
            for row in lines.iter().filter(|row| row.pieces.len() == 1) {
                let piece = &row.pieces[0];
                let at_its_side = if right { piece.column + width(&piece.text) == cells } else { piece.column <= 4 };
                assert!(at_its_side, "{piece:?}");
                assert!(!right || piece.column >= 1, "a cell is left for the fence: {piece:?}");
            }
        }
    }
}

/// What is searched in Persian is marked in its own cells and changes no other.
#[test]
fn e17_hits_are_marked_in_exactly_their_cells() {
    let cases: [(&str, &str, &[&str]); 8] = [
        ("sabzan-water/source", "/ 'دريچهها'", &["دریچه\u{200c}ها", "دریچه\u{200c}ها"]),
        ("verin-rail/source", "/ 'федора'", &["Фёдора"]),
        // A cell is marked whole.
        ("scripts/devanagari", "/ क", &["क", "कि", "क", "क\u{94d}ष"]),
        ("scripts/emoji", "/ 👩", &["👨\u{200d}👩\u{200d}👧\u{200d}👦", "👨\u{200d}👩\u{200d}👧\u{200d}👦"]),
        ("scripts/marks", "/ 'cafe'", &["cafe\u{301}"]),
        // What is not seen stands within these words.
        ("scripts/source", "/ 'softhyphen'", &["Soft\u{fffd}hyphen"]),
        ("scripts/source", "/ 'zerowidth'", &["zero\u{fffd}width"]),
        ("scripts/source", "/ 'nobreak'", &["no\u{fffd}break"]),
    ];
    for (address, typed, words) in cases {
        let mut reader = Reader::open(world_of_scripts(), Some(address), 80, 40);
        let before = rows_of(&reader.buffer());
        reader.press(typed);
        let buffer = reader.buffer();
        let after = rows_of(&buffer);
        // The sign of the stop is in the first column.
        let changed = (3..39).find(|y| before[*y][1..] != after[*y][1..]);
        assert_eq!(changed, None, "{address}: marking changes no symbol");
        assert_eq!(marked(&buffer), words, "{address}");
    }
}

#[test]
fn e17_an_equals_sign_looks_for_the_words_as_they_are() {
    let mut reader = Reader::at("verin-rail/source");
    let mut hits = |typed: &str| {
        reader.press("Esc").press(typed);
        let hits = reader.model.marks().map_or(0, |marks| marks.hits().len());
        assert!(reader.foot().contains('/'), "the prompt shows what is looked for");
        reader.press("Enter");
        hits
    };
    let (folded, exact, other) = (hits("/ е щ е"), hits("/ = е щ ё"), hits("/ = е щ е"));
    assert!(folded >= 2 && exact == folded && other == 0, "{folded} {exact} {other}");
}

/// Points of abbreviations, commas of thousands and hyphens at line ends are found without being typed, and with it too.
#[test]
fn e17_signs_within_words_and_numbers_need_not_be_typed() {
    let scratch = Scratch::with_port("signs");
    let text = "On Monday the dockers voted to stop work on Fridays. Ships will wait for days.\n\
        The U.S. left the agree-\nment with 1,200 others, who trust us, e.g. on a 20-year term and 3,5 or 2,2024.\n";
    scratch.write("seeds/port.txt", text);
    let world = Arc::new(guided(bluf::library::open(&scratch.0).expect("opens")));
    let cases: [(&str, &[&str]); 12] = [
        ("us left", &["U.S. left"]),
        ("us", &["U.S", "us", "us"]),
        ("U.S.", &["U.S."]),
        ("1200", &["1,200"]),
        ("1,200", &["1,200"]),
        ("agreement with", &["agree-", "ment with"]),
        ("agree-ment", &["agree-", "ment"]),
        ("eg on", &["e.g. on"]),
        ("20-year", &["20-year"]),
        ("35", &[]),
        ("22024", &[]),
        ("=us left", &[]),
    ];
    for (typed, words) in cases {
        let mut reader = Reader::open(Arc::clone(&world), Some("port/source/ART"), 80, 40);
        let letters: Vec<String> = typed.chars().map(|c| if c == ' ' { "Space".to_owned() } else { c.to_string() }).collect();
        reader.press(&format!("/ {}", letters.join(" ")));
        assert_eq!(marked(&reader.buffer()), words, "{typed}");
    }
}

/// On a terminal that adds up characters: what is drawn step by step is what is drawn at once.
#[test]
fn m23_nothing_is_left_of_the_page_before() {
    let library = Scratch::with_many_scripts("many-scripts");
    let command = bluf(&["--library", library.0.to_str().expect("UTF-8"), "port/source/ART"]);
    let mut terminal = Terminal::start(command, 110, 30);
    terminal.wait_until_checked();
    for key in ["\x1b[6~", "j", "\x1b[6~", "\x1b[5~", "j", "\x1b[6~", "\x1b[6~", "k", "\x1b[5~", "g", "G"] {
        let mut frames = terminal.frames();
        let mut draw = |terminal: &mut Terminal, what: &str| {
            let before = frames;
            until(|| {
                terminal.read();
                (terminal.frames() > before && terminal.written.ends_with(b"\x1b[?2026l")).then_some(())
            })
            .unwrap_or_else(|| panic!("{what} is drawn"));
            frames = terminal.frames();
        };
        terminal.type_in(key);
        draw(&mut terminal, key);
        let walked = terminal.text();
        terminal.resize(109, 30);
        draw(&mut terminal, "a narrower screen");
        terminal.resize(110, 30);
        draw(&mut terminal, "the screen again");
        assert_eq!(walked, terminal.text(), "{key:?}");
    }
    terminal.quit();
}

/// A screen without its marks, and where they ride.
fn golden(name: &str, address: &str, (columns, rows): (u16, u16)) {
    let reader = Reader::open(world_of_scripts(), Some(address), columns, rows);
    let mut screen = String::new();
    let mut marks = String::new();
    for (y, cells) in rows_of(&reader.buffer()).iter().enumerate() {
        let line = sent(cells);
        screen += line.replace([LRM, RLE, PDF], "").trim_end();
        screen.push('\n');
        for (x, symbol) in cells.iter().enumerate() {
            let names = [(LRM, "LRM"), (RLE, "RLE"), (PDF, "PDF")];
            let riding: Vec<&str> =
                symbol.chars().filter_map(|c| names.iter().find(|(mark, _)| *mark == c).map(|(_, name)| *name)).collect();
            if !riding.is_empty() {
                marks += &format!("{y}: {x} {}\n", riding.join(" "));
            }
        }
    }
    if !marks.is_empty() {
        screen += &format!("\nmarks: row, column, which\n{marks}");
    }
    compare(&format!("scripts/{name}-{columns}x{rows}"), &screen);
}

#[test]
fn m23_a_golden_screen_for_each_script() {
    for script in ["mixed", "arabic", "hebrew", "cjk", "devanagari", "thai", "marks", "emoji", "long", "kana"] {
        golden(script, &format!("scripts/{script}"), (80, 24));
    }
    for (name, address) in [("persian", "sabzan-water#C3:2"), ("russian", "verin-rail#C5:1"), ("cover", "scripts")] {
        for size in [(120, 40), (80, 24), (40, 12)] {
            golden(name, address, size);
        }
    }
}

/// Letters, marks, joiners, emoji and what else texts are made of.
const LETTERS: &str =
    "[a-zа-яא-תآ-یกะาำ日本語क-ह्ि가ｶﾞ 👨👩👧🇮🇷❤\u{301}\u{200c}\u{200d}\u{fe0f}\u{ad}\u{200b}\u{200e}\u{202e}0-9۰-۹.,!«»-]{0,120}";

proptest! {
    /// The width that rows are set by is the width that the screen buffer draws.
    #[test]
    fn m23_a_text_is_as_wide_as_it_is_drawn(text in LETTERS) {
        let text = neutral(&text);
        let mut buffer = Buffer::filled(Rect::new(0, 0, 400, 1), Cell::new("█"));
        set(&mut buffer, Rect::new(0, 0, 400, 1), 0, &text, Style::new());
        let end = buffer.content.iter().position(|cell| cell.symbol() == "█");
        prop_assert_eq!(end, Some(width(&text)));
    }

    /// No row of a page is wider than its column, and pieces stand side by side.
    #[test]
    fn m23_no_row_is_wider_than_its_column(text in LETTERS, cells in 12_usize..90) {
        let text = bluf::page::Text::new(Role::Text, &text);
        let block = |body| bluf::page::Block::new("", body);
        let blocks = vec![
            block(bluf::page::Body::Paragraph(text.clone())),
            block(bluf::page::Body::Field { label: "Because", text: text.clone() }),
            block(bluf::page::Body::Heading { text: text.clone(), tail: text }),
        ];
        let doc = bluf::page::Doc { blocks, ..bluf::page::Doc::default() }.finish(None);
        for row in flow(&doc, cells, Density::Roomy) {
            let mut end = 0;
            for piece in &row.pieces {
                prop_assert!(piece.column >= end, "{:?}", row);
                end = piece.column + width(&piece.text);
            }
            let one = row.pieces.len() == 1 && bluf::text::clip::end_within(&row.pieces[0].text, 1) == 0;
            prop_assert!(end <= cells.min(76) || one, "{} > {}: {:?}", end, cells, row);
        }
    }
}
