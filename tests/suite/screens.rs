//! Whole screens, as people see them. `BLUF_BLESS=1 cargo test` writes them anew; look at what changed.

use crate::support::{Reader, desk, embedded, project};
use bluf::page::Role;
use bluf::page::World;
use bluf::personal::Notes;
use bluf::personal::notes::Shelf;
use bluf::settings::{Setting, Settings};
use bluf::tui::theme::{Theme, ThemeName};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Modifier, Style};
use std::fs;
use std::sync::Arc;

/// Compares a screen with the file that holds it.
fn golden(name: &str, reader: &Reader) {
    compare(name, &(reader.screen().join("\n") + "\n"));
}

pub fn compare(name: &str, screen: &str) {
    assert!(!screen.contains(env!("CARGO_MANIFEST_DIR")), "{name} holds a path of this machine");
    let path = project("tests/screens").join(format!("{name}.txt"));
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, screen).expect("written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(screen, expected, "{name}: the screen changed; if it should have, run BLUF_BLESS=1 cargo test");
}

/// The same with the look of every cell, in colour and without.
fn golden_in_colour_and_without(name: &str, reader: &mut Reader) {
    let mut screen = reader.screen().join("\n") + "\n";
    for (heading, theme) in [("in colour", Theme::new(ThemeName::Dark, true)), ("without colour", Theme::new(ThemeName::Dark, false))] {
        reader.theme = theme;
        screen += &format!("\n{heading}\n{}", looks(&reader.buffer(), &reader.theme));
    }
    compare(name, &screen);
}

/// The runs of cells that look alike, a line a row: the first and last column, 0-based, and what they look like. Cells of
/// plain text on paper are left out.
fn looks(buffer: &Buffer, theme: &Theme) -> String {
    let columns = usize::from(buffer.area.width);
    let mut out = String::new();
    for (y, row) in buffer.content.chunks(columns).enumerate() {
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        for (x, cell) in row.iter().enumerate() {
            let ground = look_of_ground(cell, theme);
            let blank = cell.symbol() == " " && ground.is_empty() && !cell.modifier.contains(Modifier::REVERSED);
            let look = look(cell, theme);
            match runs.last_mut() {
                _ if blank => {}
                Some((_, last, same)) if *same == look && row[*last + 1..x].iter().all(|cell| cell.symbol() == " ") => *last = x,
                _ => runs.push((x, x, look)),
            }
        }
        let runs = runs.into_iter().filter(|(.., look)| !look.is_empty()).map(|(from, to, look)| format!("{from}–{to} {look}"));
        let runs: Vec<String> = runs.collect();
        if !runs.is_empty() {
            out += &format!("{y}: {}\n", runs.join(", "));
        }
    }
    out
}

/// What a cell looks like: by the role whose look it is in colour, by its weight without; nothing for plain text.
fn look(cell: &Cell, theme: &Theme) -> String {
    let weights = || cell.modifier.iter_names().map(|(name, _)| name.to_lowercase()).collect::<Vec<_>>().join(" ");
    if theme.paper == Style::default() {
        return weights();
    }
    let style = (cell.fg, cell.modifier);
    let of = |style: Style| (style.fg.or(theme.paper.fg).unwrap_or_default(), style.add_modifier);
    let roles =
        [Role::Text, Role::Strong, Role::Quiet, Role::Accent, Role::Line, Role::Bar, Role::Warn, Role::Bad, Role::Lit, Role::Passage];
    let role = roles.into_iter().chain([Role::Cooperation, Role::Conflict]).find(|role| of(theme.style(*role)) == style);
    let role = match role {
        Some(Role::Text) => String::new(),
        Some(role) => format!("{role:?}").to_lowercase(),
        None => format!("{:?} {}", cell.fg, weights()).to_lowercase(),
    };
    [role, look_of_ground(cell, theme)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What stands behind a cell: nothing for paper.
fn look_of_ground(cell: &Cell, theme: &Theme) -> String {
    match cell.bg {
        ground if ground == theme.paper.bg.unwrap_or_default() => String::new(),
        ground if Some(ground) == theme.stop.bg => "on stop".to_owned(),
        ground if Some(ground) == theme.style(Role::Lit).bg => "on lit".to_owned(),
        ratatui::style::Color::Rgb(0, 0, 0) => "on black".to_owned(),
        other => format!("on {other:?}").to_lowercase(),
    }
}

/// A screen at the three sizes that people have.
fn at_three_sizes(name: &str, world: fn() -> Arc<World>, address: Option<&str>, keys: &str) {
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
fn themes() {
    at_three_sizes("themes", embedded, Some("themes"), "");
}

#[test]
fn in_ascii() {
    for (name, address) in [("cover", "russia-iran-treaty"), ("actors", "russia-iran-treaty/actors")] {
        let mut reader = Reader::open(embedded(), Some(address), 120, 40);
        let settings = Settings::default().with(Setting::Ascii, "on");
        reader.model = reader.model.with_settings(settings);
        reader.model.arrange();
        golden(&format!("ascii-{name}"), &reader);
    }
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

/// A judgement with a note and a mark, and another note being written.
#[test]
fn e6_the_screen_on_which_a_note_is_written() {
    let scratch = crate::support::Scratch::new("screens-notes");
    let words = "> Iran sends more forces or arms to Lebanon, Syria or Iraq.\n\n";
    let note = "Ask the embassy whether “forces” counts advisers.\nСрок — до пятницы.\n";
    let file = format!("## Note on russia-iran-treaty#J1, 2026-11-23\n\n{words}{note}\n## Mark at russia-iran-treaty#J1\n\n{words}");
    scratch.write("russia-iran-treaty.md", file);
    let notes = Arc::new(Notes::read(Shelf { folder: scratch.0.clone(), only: None, of: None }));
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
        let mut reader =
            Reader::open(World { notes: Arc::clone(&notes), ..World::clone(&embedded()) }, Some("russia-iran-treaty#J1"), columns, rows);
        reader.press("a 'Yet another,\nof two lines'");
        golden_in_colour_and_without(&format!("views/notes-{columns}x{rows}"), &mut reader);
    }
}

/// The views at the three sizes: what stands where, and how it looks in colour and without.
#[test]
fn views() {
    let views = ["timeline", "actors", "outlook", "alternatives", "change", "check", "source"];
    let sides = ["J1:alternatives", "J1:confidence", "J1:contrary"];
    for (world, id) in [(embedded as fn() -> Arc<World>, "russia-iran-treaty"), (desk, "strait-security")] {
        let world_has = |address: &str| bluf::page::page(&world(), &address.parse().expect("an address")).is_ok();
        let addresses = views.map(|view| format!("{id}/{view}")).into_iter().chain(sides.map(|side| format!("{id}#{side}")));
        for address in addresses.filter(|address| world_has(address)) {
            for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
                let mut reader = Reader::open(world(), Some(&address), columns, rows);
                reader.press("Down");
                let name = address.replace(['/', '#', ':'], "-");
                golden_in_colour_and_without(&format!("views/{name}-{columns}x{rows}"), &mut reader);
            }
        }
    }
}

#[test]
fn help_and_scales() {
    golden("help", &Reader::at("help"));
    golden("likelihood", &Reader::at("scale:likelihood"));
}

#[test]
fn search() {
    let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/source"), 80, 24);
    reader.press("/ 'treaty'");
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
            for (_, area) in layout.columns.iter().rev().skip(1) {
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
    for (name, colour) in [(ThemeName::Terminal, true), (ThemeName::Terminal, false), (ThemeName::Dark, true), (ThemeName::Light, true)] {
        let mut reader = Reader::begin();
        reader.theme = Theme::new(name, colour);
        reader.press("Enter Enter Enter");
        let shown = reader.model.shown().expect("a page");
        let rows = || (shown.here().top..).zip(shown.here().flowed.rows_from(shown.here().top));
        let lit = |piece: &&bluf::page::Piece| piece.role == Role::Lit;
        let (row, passage) = rows().find_map(|(at, row)| Some((at, row.pieces.iter().find(lit)?))).expect("a lit row");
        let (other, plain) = rows()
            .filter(|(at, _)| *at > row)
            .find_map(|(at, row)| Some((at, row.pieces.iter().find(|p| p.part == Some(0) && !lit(p))?)))
            .expect("the rest of the sentence");
        let buffer = reader.buffer();
        let here = shown.here().area;
        let cell = |row: usize, column: usize| {
            let (x, y) = (column + 1 + usize::from(here.x), row - shown.here().top + 1 + usize::from(here.y));
            let cell = &buffer[(u16::try_from(x).expect("small"), u16::try_from(y).expect("small"))];
            (cell.fg, cell.bg, cell.modifier)
        };
        assert_ne!(cell(row, passage.column), cell(other, plain.column), "{name:?}, colour {colour}");
        if name == ThemeName::Terminal && colour {
            assert_eq!(cell(row, passage.column).1, ratatui::style::Color::LightYellow);
            assert!(!cell(row, passage.column).2.contains(Modifier::REVERSED), "a marker pen, not its negative");
        }
    }
}

/// The marking has its cells on the first and the last line, whatever else wants them.
#[test]
fn e16_nothing_overwrites_the_marking_at_any_width() {
    for columns in 40..130 {
        for keys in ["", "Enter", "Enter Enter Enter", "/ 'the'"] {
            let mut reader = Reader::open(embedded(), None, columns, 24);
            reader.press(keys);
            let screen = reader.screen();
            for line in [&screen[0], &screen[23]] {
                assert!(line.ends_with(" TLP:CLEAR"), "{columns}: {line}");
            }
        }
    }
}
