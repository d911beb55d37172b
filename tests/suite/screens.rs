//! Whole screens, as people see them. `BLUF_BLESS=1 cargo test` writes them anew; look at what changed.

use crate::support::{Reader, desk, embedded, project};
use bluf::library::World;
use std::fs;

/// Compares a screen with the file that holds it.
fn golden(name: &str, reader: &Reader) {
    let path = project("tests/screens").join(format!("{name}.txt"));
    let screen = reader.screen().join("\n") + "\n";
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, screen).expect("written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(screen, expected, "{name}: the screen changed; if it should have, run BLUF_BLESS=1 cargo test");
}

/// A screen at the three sizes that people have.
fn at_three_sizes(name: &str, world: fn() -> World, address: Option<&str>, keys: &str) {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut reader = Reader::open(world(), address, columns, rows);
        reader.press(keys);
        golden(&format!("{name}-{columns}x{rows}"), &reader);
    }
}

#[test]
fn cover() {
    at_three_sizes("cover", embedded, None, "");
}

#[test]
fn judgement() {
    at_three_sizes("judgement", embedded, None, "Enter");
}

#[test]
fn claim() {
    at_three_sizes("claim", embedded, None, "Enter Enter");
}

#[test]
fn source() {
    at_three_sizes("source", embedded, None, "Enter Enter Enter");
}

#[test]
fn section() {
    at_three_sizes("section", embedded, Some("russia-iran-treaty/economics"), "");
}

#[test]
fn library() {
    at_three_sizes("library", desk, None, "");
}

#[test]
fn views() {
    for view in ["timeline", "actors", "outlook", "alternatives", "check"] {
        let reader = Reader::open(embedded(), Some(&format!("russia-iran-treaty/{view}")), 120, 40);
        golden(view, &reader);
    }
}

#[test]
fn sides_of_a_judgement() {
    for side in ["confidence", "contrary"] {
        at_three_sizes(side, embedded, Some(&format!("russia-iran-treaty#J1:{side}")), "");
    }
}

#[test]
fn change() {
    at_three_sizes("change", || crate::dike::open(&crate::dike::dike("screens")), Some("dike/change"), "");
}

#[test]
fn help_and_scales() {
    golden("help", &Reader::open(embedded(), Some("help"), 120, 40));
    golden("likelihood", &Reader::open(embedded(), Some("scale:likelihood"), 120, 40));
}

#[test]
fn search() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source"), 80, 24);
    reader.press("/ t r e a t y");
    golden("search", &reader);
}

/// Cyrillic, Persian, CJK, combining marks and long words never shift a border.
#[test]
fn m23_no_script_shifts_a_border() {
    let scratch = crate::support::Scratch::new("m23");
    let strange = "Россия и Иран; می‌خواهم صلح را; 日本語、中文; e\u{301}a\u{308}o\u{302}; 👩‍👩‍👧 👍🏽 ❤️; donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag";
    scratch.write("seeds/s.txt", format!("{strange}.\n"));
    let yaml = format!(
        "briefing: x\ntitle: '{strange}'\nmarking: TLP:CLEAR\nbottom_line: '{strange}'\nsources: {{ART: {{file: seeds/s.txt, title: '{strange}'}}}}\nsections:\n  s:\n    C1: {{fact: '{strange}', quote: '{strange}'}}\njudgements:\n  J1: {{text: '{strange}', claims: [C1]}}\n"
    );
    let path = scratch.write("briefings/x.yaml", yaml);
    for (columns, rows) in [(120, 40), (100, 30), (80, 24), (70, 16)] {
        for address in ["x", "x#J1", "x#C1", "x#C1:1"] {
            let mut reader = Reader::open(bluf::library::open(&path).expect("opens"), Some("x"), columns, rows);
            if address != "x" {
                reader.model =
                    bluf::tui::Model::new(bluf::library::open(&path).expect("opens"), Some(address.parse().expect("an address")))
                        .expect("a place");
                reader.resize(columns, rows);
            }
            reader.press("j");
            let buffer = reader.buffer();
            let layout = reader.model.layout().expect("large enough");
            for area in [layout.left, layout.preview.map(|_| layout.here)].into_iter().flatten() {
                for y in area.top() + 1..area.bottom() {
                    assert_eq!(buffer[(area.right(), y)].symbol(), "│", "{address} at {columns}×{rows}, row {y}");
                }
            }
        }
    }
}

/// Without colour the opened passage still stands out, on the stop under the cursor too.
#[test]
fn m20_without_colour_the_passage_differs_from_the_stop_it_stands_on() {
    use bluf::tui::theme::{Theme, ThemeName};
    for (name, colour) in [(ThemeName::Terminal, true), (ThemeName::Terminal, false), (ThemeName::Dark, true), (ThemeName::Light, true)] {
        let mut reader = Reader::begin();
        reader.theme = Theme::new(name, colour);
        reader.press("Enter Enter Enter");
        let shown = reader.model.shown().expect("a page");
        let rows = shown.here.flowed.rows.iter().enumerate().skip(shown.here.top);
        let lit = |piece: &&bluf::page::Piece| piece.role == bluf::page::Role::Lit;
        let (row, passage) = rows.clone().find_map(|(at, row)| Some((at, row.pieces.iter().find(lit)?))).expect("a lit row");
        let (other, plain) = rows
            .filter(|(at, _)| *at > row)
            .find_map(|(at, row)| Some((at, row.pieces.iter().find(|p| p.part == Some(0) && !lit(p))?)))
            .expect("the rest of the sentence");
        let buffer = reader.buffer();
        let here = shown.layout.here;
        let cell = |row: usize, column: usize| {
            let (x, y) = (column + 1 + usize::from(here.x), row - shown.here.top + 1 + usize::from(here.y));
            let cell = &buffer[(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))];
            (cell.fg, cell.bg, cell.modifier)
        };
        assert_ne!(cell(row, passage.column), cell(other, plain.column), "{name:?}, colour {colour}");
        if name == ThemeName::Terminal && colour {
            assert_eq!(cell(row, passage.column).1, ratatui::style::Color::Yellow);
            assert!(!cell(row, passage.column).2.contains(ratatui::style::Modifier::REVERSED), "a marker pen, not its negative");
        }
    }
}

/// The marking has its cells on the first and the last line, whatever else wants them.
#[test]
fn e16_nothing_overwrites_the_marking_at_any_width() {
    for columns in 40..130 {
        for keys in ["", "Enter", "Enter Enter Enter", "/ t h e"] {
            let mut reader = Reader::open(embedded(), None, columns, 24);
            reader.press(keys);
            let screen = reader.screen();
            for line in [&screen[0], &screen[23]] {
                assert!(line.ends_with(" TLP:CLEAR"), "{columns}: {line}");
            }
        }
    }
}
