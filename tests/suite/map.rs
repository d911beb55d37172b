//! The map of the actors: everybody named once, where they lie, and told apart.

use crate::support::{Reader, embedded};
use bluf::page::figure::map::frame::DOTS;
use bluf::page::figure::map::labels::{Label, Side};
use bluf::page::figure::map::{Map, Sheet};
use bluf::page::figure::outlines::{Point, state, world, wrapped};
use bluf::page::figure::{Draw, Figure};
use bluf::page::flow::Density;
use bluf::page::{Body, Place, Role, Spot, flow, page};
use bluf::settings::{Setting, Settings};
use bluf::tui::theme::{Theme, ThemeName};
use proptest::prelude::*;
use ratatui::style::Modifier;

const SHIPPED: [&str; 11] = ["RU", "IR", "IL", "SA", "TR", "LB", "SY", "IQ", "AZ", "UA", "US"];
const SETS: [&[&str]; 9] = [
    &SHIPPED,
    &["US", "CN", "BR", "ZA", "AU", "IN", "RU", "GB"],
    &["FR", "DE", "BE", "NL", "LU", "PL", "UA", "RU", "GB", "IT"],
    &["RS", "XK", "AL", "BA", "HR", "ME", "MK", "GR"],
    &["FJ", "US", "RU", "JP", "NZ", "KI", "TO", "CN"],
    &["RU", "NO", "CA", "US", "DK", "FI", "GL"],
    &["EE", "LV", "LT", "RU", "US"],
    &["CN", "TW", "JP", "KR", "KP", "PH", "VN", "US"],
    &["IL", "LB"],
];

fn map_of(codes: &[&str]) -> Map {
    let states = codes.iter().map(|code| {
        let name = state(code).map_or("", |outline| outline.name);
        ((*code).to_owned(), name.to_owned(), Place::item("x", code))
    });
    Map::new(states).expect("two states")
}

/// Every set at sizes that columns have.
fn sheets() -> impl Iterator<Item = (Map, Sheet, (u16, u16))> {
    let sizes = [(72, 17), (58, 17), (76, 20), (78, 10), (47, 10), (38, 7), (30, 8)];
    SETS.iter().flat_map(move |codes| {
        sizes.into_iter().map(|(width, height)| {
            let map = map_of(codes);
            let sheet = map.sheet(width, height);
            (map, sheet, (width, height))
        })
    })
}

fn point(map: &Map, label: &Label) -> Point {
    map.states()[label.state].outline.label
}

/// The middle of a label, in cells.
fn middle(label: &Label) -> (f64, f64) {
    let cells = |cells: usize| f64::from(u32::try_from(cells).expect("small"));
    (cells(label.column) + cells(label.cells()) / 2.0, cells(label.row) + 0.5)
}

fn overlap(sheet: &Sheet) -> Option<(&Label, &Label)> {
    let pairs = sheet.labels.iter().enumerate().flat_map(|(at, a)| sheet.labels[at + 1..].iter().map(move |b| (a, b)));
    let touch = |a: &Label, b: &Label| a.row == b.row && a.column <= b.column + b.cells() && b.column <= a.column + a.cells();
    pairs.into_iter().find(|(a, b)| touch(a, b))
}

#[test]
fn a_name_stands_where_its_state_lies() {
    for (map, sheet, size) in sheets() {
        for label in sheet.labels.iter().filter(|label| label.beyond.is_none()) {
            let (x, y) = sheet.frame.project(point(&map, label));
            let (x, y) = (x / DOTS.0, y / DOTS.1);
            let (mid_x, mid_y) = middle(label);
            let half = f64::from(u32::try_from(label.cells()).expect("small")) / 2.0;
            assert!((mid_x - x).abs() <= half + 4.5, "{label:?} at {x:.1} {y:.1}, {size:?}");
            assert!((mid_y - y).abs() <= 2.6, "{label:?} at {x:.1} {y:.1}, {size:?}");
        }
    }
}

/// North is up and east is right, told from degrees; the map only says who is far enough apart for names to keep order.
#[test]
fn who_lies_farther_east_or_north_stands_farther_right_or_up() {
    let mut compared = 0;
    for (map, sheet, size) in sheets() {
        let within: Vec<&Label> = sheet.labels.iter().filter(|label| label.beyond.is_none()).collect();
        for a in &within {
            for b in &within {
                let (from, to) = (point(&map, a), point(&map, b));
                let (start, end) = (sheet.frame.project(from), sheet.frame.project(to));
                let (across, up) = ((end.0 - start.0).abs() / DOTS.0, (end.1 - start.1).abs() / DOTS.1);
                // Half around the globe there is no farther east.
                let east = wrapped(to.longitude - from.longitude);
                if across > 12.0 && (0.0..120.0).contains(&east) {
                    assert!(middle(a).0 < middle(b).0, "{a:?} {b:?} {size:?}");
                    compared += 1;
                }
                if up > 3.0 && to.latitude > from.latitude {
                    assert!(middle(b).1 < middle(a).1, "{a:?} {b:?} {size:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 500, "{compared} pairs are far apart");
}

#[test]
fn who_lies_beyond_the_edge_stands_at_the_edge_that_leads_there() {
    let mut seen = Vec::new();
    for (map, sheet, (width, height)) in sheets() {
        for label in &sheet.labels {
            let Some(side) = label.beyond else { continue };
            let (x, y) = sheet.frame.project(point(&map, label));
            let (right, low) = (label.column + label.cells(), label.row + 1);
            match side {
                Side::West => assert!(label.column == 0 && x < 0.0 && label.text.starts_with("◂ ")),
                Side::East => assert!(right == usize::from(width) && x >= sheet.frame.dots.0 && label.text.ends_with(" ▸")),
                Side::North => assert!(label.row == 0 && y < 0.0 && label.text.starts_with("▴ ")),
                Side::South => assert!(low == usize::from(height) && y >= sheet.frame.dots.1 && label.text.starts_with("▾ ")),
            }
            seen.push(side);
        }
    }
    for side in [Side::West, Side::East, Side::North] {
        assert!(seen.contains(&side), "{side:?} is tried");
    }
    let sheet = map_of(&SHIPPED).sheet(58, 17);
    let beyond = |code: &str| sheet.labels[SHIPPED.iter().position(|known| *known == code).expect("shipped")].beyond;
    assert_eq!((beyond("RU"), beyond("US"), beyond("IR")), (Some(Side::North), Some(Side::West), None));
}

#[test]
fn names_never_touch_at_any_size_that_a_column_has() {
    for codes in SETS {
        let map = map_of(codes);
        for width in 30..=76 {
            for height in 7..=20 {
                let sheet = map.sheet(width, height);
                assert_eq!(overlap(&sheet), None, "{width}×{height}");
                for label in &sheet.labels {
                    let inside = label.column + label.cells() <= usize::from(width) && label.row < usize::from(height);
                    assert!(inside, "{label:?} {width}×{height}");
                }
            }
        }
    }
}

#[test]
fn every_state_of_the_built_in_briefing_is_named_on_its_map_once() {
    let world = embedded();
    let doc = page(&world, &Place::within("russia-iran-treaty", Spot::Actors)).expect("a page");
    let at = doc.blocks.iter().position(|block| matches!(block.body, Body::Figure { figure: Figure::Map(_), .. })).expect("a map");
    let Body::Figure { figure: Figure::Map(map), .. } = &doc.blocks[at].body else { return };
    assert_eq!(map.states().iter().map(|state| state.outline.code).collect::<Vec<_>>(), SHIPPED);
    for (width, density) in
        [(72, Density::Roomy), (58, Density::Roomy), (76, Density::Compact), (48, Density::Compact), (38, Density::Tight)]
    {
        let rows = flow(&doc, width, density);
        let words: Vec<&str> = rows.iter().filter(|row| row.block == at).flat_map(|row| &row.pieces).map(|piece| &*piece.text).collect();
        for state in map.states() {
            let is_name = |word: &&&str| {
                let label = word.trim_matches(['◂', '▸', '▴', '▾', ' ']);
                label == state.name || label == state.outline.code
            };
            assert_eq!(words.iter().filter(is_name).count(), 1, "{} at {width} {density:?}: {words:?}", state.name);
        }
    }
    let roomy = map.sheet(58, 17);
    let named = |name: &str| roomy.labels.iter().any(|label| label.beyond.is_none() && label.text == name);
    for name in ["Iran", "Israel", "Saudi Arabia", "Turkey", "Lebanon", "Syria", "Iraq", "Azerbaijan"] {
        assert!(named(name), "{name} is legible at 58×17");
    }
}

#[test]
fn m7_a_map_says_the_same_in_words() {
    let twin = map_of(&SHIPPED).twin();
    for words in ["Iran 32° N 55° E", "Russia to the north", "United States of America to the west"] {
        assert!(twin.contains(words), "{words}: {twin}");
    }
    assert!(map_of(&["BR", "AR"]).twin().contains("Brazil 12° S 50° W"));
}

#[test]
fn the_cursor_on_the_list_lights_the_map_without_colour_too() {
    for (name, colour) in [(ThemeName::Terminal, false), (ThemeName::Terminal, true), (ThemeName::Dark, true)] {
        let mut reader = Reader::at("russia-iran-treaty/actors");
        reader.theme = Theme::new(name, colour);
        let lit = |reader: &Reader| -> String {
            let buffer = reader.buffer();
            let map = (3..20).flat_map(|y| (1..73).map(move |x| (x, y))).map(|place| &buffer[place]);
            map.filter(|cell| cell.modifier.contains(Modifier::REVERSED | Modifier::BOLD)).map(ratatui::buffer::Cell::symbol).collect()
        };
        assert_eq!(lit(&reader), "▴ Russia", "{name:?}");
        reader.press("j");
        assert_eq!(lit(&reader), "Iran", "{name:?}");
    }
}

/// A map that is scrolled out of view, wholly or in part, leaves no dot where other rows stand.
#[test]
fn a_map_stays_in_its_rows() {
    for (columns, rows) in [(120, 40), (100, 30), (80, 24), (70, 16), (40, 12)] {
        let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/actors"), columns, rows);
        let braille = |symbol: &str| symbol.chars().all(|letter| ('\u{2801}'..='\u{28ff}').contains(&letter));
        assert!(reader.screen().concat().chars().any(|letter| braille(&letter.to_string())), "{columns}×{rows}: a map");
        for _ in 0..30 {
            let shown = reader.model.shown().expect("a page");
            let (here, map) = (shown.here().area, shown.here().flowed.rows_from(0).take_while(|row| row.block == 0).count());
            let buffer = reader.buffer();
            for y in 0..rows {
                let seen = y > here.y && usize::from(y - here.y - 1) + shown.here().top < map;
                for x in (0..columns).filter(|x| !seen || *x <= here.x || *x + 1 >= here.right()) {
                    assert!(!braille(buffer[(x, y)].symbol()), "{columns}×{rows}: a dot at {x} {y}");
                }
            }
            reader.press("j");
        }
    }
}

#[test]
fn one_state_alone_or_groups_make_no_map() {
    let none = |codes: &[&str]| Map::new(codes.iter().map(|code| ((*code).to_owned(), String::new(), Place::Library))).is_none();
    assert!(none(&[]) && none(&["IR"]) && none(&["IR", "EU", "ZZ", "--", "west"]));
    assert!(!none(&["IR", "VA"]));
}

/// More states than a small map can name: it shows some of them and does not shrink to two.
#[test]
fn a_crowd_still_makes_a_map() {
    let codes: Vec<&str> = world().iter().map(|outline| outline.code).filter(|code| *code != "--").collect();
    for (width, height) in [(72, 17), (38, 7)] {
        let sheet = map_of(&codes).sheet(width, height);
        let within = sheet.labels.iter().filter(|label| label.beyond.is_none()).count();
        assert!(within >= 5, "{within} at {width}×{height}");
        assert_eq!(overlap(&sheet), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_states_at_any_size_make_a_map(
        picked in prop::collection::vec(0..world().len(), 2..40), width in 0_u16..120, height in 0_u16..40, name in "\\PC{0,20}",
    ) {
        let states = picked.iter().map(|at| (world()[*at].code.to_owned(), name.clone(), Place::Library));
        if let Some(map) = Map::new(states) {
            let sheet = map.sheet(width, height);
            prop_assert_eq!(overlap(&sheet), None);
            prop_assert!(sheet.labels.len() <= map.states().len());
            prop_assert!(!map.twin().is_empty());
        }
    }
}

/// A tie has the colour that the legend gives it; where there is no colour its dashes say the same.
#[test]
fn ties_look_as_the_legend_says() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.theme = Theme::new(ThemeName::Dark, true);
    let colours = |reader: &Reader, role: Role| {
        let wanted = reader.theme.style(role).fg;
        let buffer = reader.buffer();
        // The map ends above its legend.
        let map = buffer.content.chunks(120).take(20).flatten();
        map.filter(|cell| Some(cell.fg) == wanted && ('\u{2801}'..='\u{28ff}').contains(&cell.symbol().chars().next().unwrap_or(' ')))
            .count()
    };
    assert_eq!(reader.stop(), Some(0), "the cursor is on Russia");
    assert!(colours(&reader, Role::Cooperation) > 5 && colours(&reader, Role::Conflict) > 5);
    reader.press("Down Down Down Down Down");
    assert_eq!(colours(&reader, Role::Cooperation), 0, "Lebanon has a neutral tie alone");
}

/// A cell of the sea that has a dot.
const SEA: char = '⠂';

/// Water and land of nobody are told apart, also without colour, and neither stands out.
#[test]
fn m20_the_sea_has_few_dots_and_land_of_nobody_none() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.theme = Theme::new(ThemeName::Terminal, false);
    let rows: Vec<String> = reader.screen()[4..20].iter().map(|line| line.chars().take(79).collect()).collect();
    let seas: Vec<usize> = rows.iter().map(|row| row.matches(SEA).count()).collect();
    assert!(seas.iter().sum::<usize>() > 25 && seas.iter().all(|row| *row < 40), "{}", rows.join("\n"));
    assert!(rows.iter().all(|row| !row.contains(&format!("{SEA}{SEA}"))), "in every other cell at most: {}", rows.join("\n"));
}

/// What a state is to the cursor is told by how many dots its area has: all, every other, the coast alone for the rest.
#[test]
fn m20_states_that_act_stand_out_as_areas_without_colour() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.theme = Theme::new(ThemeName::Terminal, false);
    reader.press("j");
    let count = |reader: &Reader, sign: char| reader.screen().iter().take(20).map(|line| line.matches(sign).count()).sum::<usize>();
    let iran = count(&reader, '⣿');
    assert!(iran > 40 && count(&reader, '⢕') > 80, "{iran}\n{}", reader.screen().join("\n"));
    let others = |line: &String| line.chars().filter(|sign| matches!(sign, '\u{2801}'..='\u{28fe}' if !['⢕', SEA].contains(sign))).count();
    let coasts: usize = reader.screen().iter().take(20).map(others).sum();
    assert!((60..300).contains(&coasts), "{coasts}\n{}", reader.screen().join("\n"));
    reader.press("j");
    let israel = count(&reader, '⣿');
    assert!(israel < iran / 4, "Israel is smaller: {israel} {iran}");
    reader.press("G");
    assert_eq!(reader.model.shown().map(|shown| shown.here().top > 0), Some(true));
}

/// The states between two ends are told apart by a free line between their areas.
#[test]
fn m20_neighbours_that_act_are_parted() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.press("j + +");
    let screen = reader.screen();
    let broken = screen.iter().filter(|line| line.matches('⢕').count() > 4 && line.matches('⣿').count() > 4).count();
    assert!(broken >= 3, "Iraq and Iran side by side:\n{}", screen.join("\n"));
}

#[test]
fn m22_areas_stay_apart_in_seven_bits() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.model = reader.model.with_settings(Settings::default().with(Setting::Ascii, "on"));
    reader.resize(120, 40);
    reader.press("j");
    let map = reader.screen()[3..20].concat();
    for (signs, least) in [("#", 40), (":", 60), (".'-|\"", 60)] {
        assert!(map.chars().filter(|sign| signs.contains(*sign)).count() > least, "{signs}\n{map}");
    }
}

#[test]
fn the_tie_under_the_cursor_is_drawn_alone_with_its_words() {
    let map = shipped();
    let sheet = map.sheet(77, 17);
    let words = |lit: &str| {
        let lit = Place::item("russia-iran-treaty", lit);
        let drawn = map.drawn(&sheet, map.ties_of(Some(&lit)));
        let words = map.words_of(&sheet, &drawn);
        (drawn.len(), words.iter().map(|words| words.text.clone()).collect::<Vec<_>>())
    };
    assert_eq!(words("R2"), (3, vec!["← is said to influence".to_owned()]), "to three states, named once");
    assert_eq!(words("R1"), (1, vec!["↓ partners with".to_owned()]));
    assert_eq!(words("J1"), (0, Vec::new()), "no tangle where the cursor is on none of it");
    let (lines, texts) = words("IR");
    assert!(lines >= 7 && texts.len() >= 3, "{lines} {texts:?}");
}

fn shipped() -> Map {
    let doc = page(&embedded(), &Place::within("russia-iran-treaty", Spot::Actors)).expect("a page");
    let maps = doc.blocks.into_iter().find_map(|block| match block.body {
        Body::Figure { figure: Figure::Map(map), .. } => Some(map),
        _ => None,
    });
    maps.expect("a map")
}

#[test]
fn who_is_tied_to_the_cursor_has_the_sign_of_the_tie_at_the_name() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    reader.press("j");
    for name in ["×Turkey", "○Syria", "○Iraq", "▴+Russia", "◂×United States"] {
        reader.shows(name);
    }
    reader.press("j j").shows("×Iran");
    assert!(!reader.screen().concat().contains("○Syria"), "nothing ties it to Saudi Arabia");
}

/// Nearer to what the cursor is on, around, and back by one key; the cursor and the trail stay.
#[test]
fn keys_move_the_map_and_escape_shows_it_whole_again() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut reader = Reader::open(embedded(), Some("russia-iran-treaty/actors"), columns, rows);
        reader.press("j j");
        let (whole, stop) = (reader.screen(), reader.stop());
        let changes = |reader: &mut Reader, keys: &str| {
            let before = reader.screen();
            reader.press(keys);
            assert_ne!(reader.screen(), before, "{keys} at {columns}×{rows}");
            assert_eq!((reader.stop(), reader.address()), (stop, "russia-iran-treaty/actors".to_owned()), "{keys}");
        };
        changes(&mut reader, "+");
        let near = reader.screen();
        for keys in ["Right", "Left", "Down", "Up"] {
            changes(&mut reader, keys);
        }
        assert_eq!(reader.screen()[..rows as usize - 1], near[..rows as usize - 1], "there and back");
        changes(&mut reader, "- -");
        changes(&mut reader, "Esc");
        assert_eq!(reader.screen(), whole);
        reader.press("Down");
        assert_ne!(reader.stop(), stop, "arrows walk again");
    }
    let mut reader = Reader::at("russia-iran-treaty#J1");
    reader.press("+").says("There is no map here.");
}

/// However far and wherever one goes, there is a map.
#[test]
fn no_walk_over_the_map_leaves_the_globe() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    for (keys, times) in [("+", 20), ("Up", 90), ("-", 40), ("Right", 30), ("+", 9), ("Down", 60), ("Left", 25)] {
        for _ in 0..times {
            reader.press(keys);
        }
        assert!(reader.screen()[3].contains(['▴', '⠂', '⢕', '⣿', ' ']), "{keys}");
    }
    reader.press("Esc j").shows("▴+Russia");
}

#[test]
fn m18_a_click_on_a_name_of_the_map_puts_the_cursor_on_its_state_and_another_opens_it() {
    let mut reader = Reader::at("russia-iran-treaty/actors");
    for (name, id) in [("Israel", "IL"), ("Iraq", "IQ")] {
        reader.click(reader.find(name, 0));
        let place = Place::item("russia-iran-treaty", id);
        assert_eq!(reader.model.shown().expect("a page").here().target(), Some(&place));
        reader.press("j").press("k");
    }
    reader.click(reader.find("Israel", 0));
    reader.click(reader.find("Israel", 0));
    reader.is_at("russia-iran-treaty#IL");
}

/// What the signs mean is said whole, on more rows where one does not hold it.
#[test]
fn m7_no_entry_of_the_legend_is_cut() {
    for (columns, rows) in (40..150).step_by(3).flat_map(|columns| [(columns, 24), (columns, 40)]) {
        let reader = Reader::open(embedded(), Some("russia-iran-treaty/actors"), columns, rows);
        let screen = reader.screen();
        let line = |entry: &str| {
            let at = screen.iter().position(|line| line.contains(entry));
            at.unwrap_or_else(|| panic!("{entry} at {columns}×{rows}:\n{}", screen.join("\n")))
        };
        let entries = ["⠤⠤⠤ cooperation", "⠤⠄⠤ conflict", "⠄⠄⠄ neutral", "⠤⠤ ⠤ alleged", "⠤ ⠤ expected"].map(line);
        let last = entries[4];
        assert!(entries.is_sorted() && last <= entries[0] + 2, "{entries:?} at {columns}×{rows}");
        // Below it the list begins, as the map knows.
        assert!(screen[last + 1..last + 4].iter().any(|line| line.contains("ACTORS")), "{columns}×{rows}:\n{}", screen.join("\n"));
    }
}
