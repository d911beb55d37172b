//! How it looks on every terminal: with all colours, with few, with none, and in 7 bits.

use crate::crawl::crawl;
use crate::support::terminal::{Terminal, bluf, foot};
use crate::support::{Reader, Scratch, desk, embedded, project, rows};
use bluf::keys::key::Key;
use bluf::library::live::Live;
use bluf::page::World;
use bluf::page::{Place, Role};
use bluf::settings::{Setting, Settings};
use bluf::tui::model::{Message, Model};
use bluf::tui::run::{Browser, Program};
use bluf::tui::theme::{Depth, THEMES, Theme, ThemeName, Themes};
use bluf::tui::view::draw;
use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A page as cells.
fn screen(world: &Arc<World>, address: &str, settings: &Settings, (columns, rows): (u16, u16)) -> Buffer {
    let place = address.parse::<Place>().expect("an address");
    let mut model = Model::new(Arc::clone(world), Some(place)).expect("a place").with_settings(settings.clone());
    for message in [Message::Begun, Message::Checked, Message::Resize { columns, rows }] {
        model.update(&message);
    }
    model.arrange();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    draw(&model, &Theme::new(ThemeName::Dark, true), &mut buffer);
    buffer
}

/// Every page of the libraries.
fn pages() -> Vec<(Arc<World>, String)> {
    let worlds = [desk(), embedded()];
    worlds
        .into_iter()
        .flat_map(|world| crawl(&world).into_keys().map(move |address| (Arc::clone(&world), address)).collect::<Vec<_>>())
        .collect()
}

/// The characters of everything that people wrote.
fn written_by_people(folder: &Path, letters: &mut BTreeSet<char>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            written_by_people(&path, letters);
        } else {
            letters.extend(std::fs::read_to_string(&path).expect("text").chars());
        }
    }
}

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 12)];

#[test]
fn m22_in_ascii_only_the_letters_of_texts_have_more_than_seven_bits() {
    let ascii = Settings::default().with(Setting::Ascii, "on");
    let mut written = BTreeSet::new();
    for folder in ["tests/desk", "briefings", "seeds"] {
        written_by_people(&project(folder), &mut written);
    }
    let mut spelled = 0;
    for (world, address) in pages() {
        for size in SIZES {
            let (plain, ascii) = (screen(&world, &address, &Settings::default(), size), screen(&world, &address, &ascii, size));
            let foot = usize::from(size.0) * usize::from(size.1 - 1);
            for (at, (before, after)) in plain.content.iter().zip(&ascii.content).enumerate() {
                // Keys with a sign are named, so the hints are longer.
                if at >= foot {
                    assert!(after.symbol().is_ascii(), "{address} {size:?}: {:?} in the last line", after.symbol());
                    continue;
                }
                assert_eq!(before.style(), after.style(), "{address} {size:?}");
                if before.symbol() != after.symbol() {
                    assert!(after.symbol().is_ascii() && after.symbol().len() == 1, "{address} {size:?}: {:?}", after.symbol());
                    assert_eq!(bluf::text::width(before.symbol()), 1, "{address} {size:?}: {:?} takes one cell", before.symbol());
                    spelled += 1;
                } else if !after.symbol().is_ascii() {
                    let letter = after.symbol().chars().next().expect("a character");
                    assert!(letter.is_alphanumeric() && written.contains(&letter), "{address} {size:?}: {:?} stays", after.symbol());
                }
            }
        }
    }
    assert!(spelled > 10_000, "{spelled}");
}

#[test]
fn m22_no_sign_of_the_frame_needs_a_font_of_its_own_or_is_an_emoji() {
    let mut written = BTreeSet::new();
    for folder in ["tests/desk", "briefings", "seeds"] {
        written_by_people(&project(folder), &mut written);
    }
    let is_strange = |letter: &char| matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}');
    for (world, address) in pages() {
        for size in SIZES {
            let screen = screen(&world, &address, &Settings::default(), size);
            let strange =
                screen.content.iter().flat_map(|cell| cell.symbol().chars()).find(|letter| is_strange(letter) && !written.contains(letter));
            assert_eq!(strange, None, "{address} {size:?}");
        }
    }
}

/// The program with an environment that says these things of the terminal, and what it writes for a few steps.
fn bytes(arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let command = bluf(arguments);
    let mut terminal = Terminal::start_with(command, environment, 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("/treaty\r");
    terminal.wait_for_text("next, previous hit");
    terminal.type_in("n\x1b");
    terminal.wait("no marks", |screen| !screen.contents().contains("previous hit"));
    // To the opened passage.
    terminal.type_in("\r\r\r");
    terminal.wait_for_text(" › ART:");
    terminal.quit();
    String::from_utf8_lossy(&terminal.written).into_owned()
}

/// Every parameter list that sets looks.
fn looks(bytes: &str) -> Vec<Vec<u16>> {
    let sequences = bytes.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].split(';').map(|number| number.parse().unwrap_or(0)).collect())
    });
    sequences.collect()
}

/// The parameters that set colours: of sixteen, of 256 and of all.
fn colours(look: &[u16]) -> (Vec<u16>, usize, usize) {
    let (mut named, mut indexed, mut all) = (Vec::new(), 0, 0);
    let mut parameters = look.iter().copied();
    while let Some(parameter) = parameters.next() {
        match parameter {
            38 | 48 if parameters.next() == Some(5) => {
                indexed += 1;
                parameters.next();
            }
            38 | 48 => {
                all += 1;
                parameters.nth(2);
            }
            30..=37 | 40..=47 | 90..=97 | 100..=107 => named.push(parameter),
            0..=9 => {}
            other => panic!("{other} in {look:?}"),
        }
    }
    (named, indexed, all)
}

#[test]
fn m20_without_colour_none_is_written_and_the_stop_stays_reversed() {
    for environment in
        [&[("NO_COLOR", "1"), ("COLORTERM", "truecolor")][..], &[("TERM", "dumb"), ("BLUF_LINEAR", "off")], &[("TERM", "vt220")]]
    {
        for theme in ["terminal", "dark", "deuteranopia", "monochrome"] {
            let environment = [environment, &[("BLUF_THEME", theme)]].concat();
            let bytes = bytes(&["russia-iran-treaty"], &environment);
            let looks = looks(&bytes);
            for look in &looks {
                assert_eq!(colours(look), (vec![], 0, 0), "{environment:?} {theme}");
                assert!(!look.contains(&27), "nothing takes a reverse back");
            }
            // The stop under the cursor, the opened passage, and the hit that the search stands on.
            for needed in [vec![0, 1, 7], vec![0, 1, 4], vec![0, 1, 4, 7]] {
                assert!(looks.contains(&needed), "{environment:?} {theme}: {needed:?} of {looks:?}");
            }
            assert!(bytes.contains("\x1b[0;1;7mJ1"), "{environment:?} {theme}: the stop is reversed");
        }
    }
}

/// no-color.org: who asks for colours on the command line has them.
#[test]
fn m20_a_theme_on_the_command_line_wins_over_no_color() {
    let environment = [("NO_COLOR", "1"), ("COLORTERM", "truecolor")];
    let bytes = bytes(&["russia-iran-treaty", "--theme", "dark"], &environment);
    assert!(looks(&bytes).iter().any(|look| colours(look).2 > 0));
}

#[test]
fn m20_with_sixteen_colours_only_those_are_written() {
    for theme in ["terminal", "dark", "light", "high-contrast", "tritanopia"] {
        let bytes = bytes(&["russia-iran-treaty", "--theme", theme], &[("TERM", "xterm")]);
        let looks = looks(&bytes);
        let named: BTreeSet<u16> = looks.iter().flat_map(|look| colours(look).0).collect();
        for look in &looks {
            let (_, indexed, all) = colours(look);
            assert_eq!((indexed, all), (0, 0), "{theme}: {look:?}");
        }
        assert!(looks.iter().any(|look| look.contains(&7)), "{theme}: the stop is reversed");
        for needed in [30, 103, 106] {
            assert!(named.contains(&needed), "{theme}: the passage and the hits have their grounds: {named:?}");
        }
    }
}

#[test]
fn m20_with_256_colours_none_of_24_bits_is_written() {
    for theme in ["dark", "light", "high-contrast", "deuteranopia", "tritanopia"] {
        let bytes = bytes(&["russia-iran-treaty", "--theme", theme], &[("TERM", "xterm-256color")]);
        assert!(!bytes.contains("38;2;") && !bytes.contains("48;2;"), "{theme}");
        let looks = looks(&bytes);
        assert!(looks.iter().map(|look| colours(look).1).sum::<usize>() > 50, "{theme}: it is painted");
        assert!(looks.iter().all(|look| colours(look).0.is_empty()), "{theme}: the first sixteen are whatever people made of them");
    }
}

#[test]
fn m20_with_every_colour_a_painted_theme_has_its_own() {
    let bytes = bytes(&["russia-iran-treaty", "--theme", "dark"], &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")]);
    assert!(bytes.contains("48;2;20;23;28"), "the paper");
    assert!(bytes.contains("48;2;37;45;56"), "the stop");
}

/// The browser, asked to choose by the background, up to its question.
fn asking() -> Terminal {
    let command = bluf(&["russia-iran-treaty", "--theme", "auto"]);
    let mut terminal = Terminal::start_with(command, &[("COLORTERM", "truecolor")], 120, 40);
    terminal.wait_until_written("\x1b]11;?\x1b\\\x1b[c");
    assert!(!terminal.is_written("\x1b[?1049h"), "it asks before it draws");
    terminal
}

const ATTRIBUTES: &str = "\x1b[?62;4c";
const DARK: &str = "\x1b]11;rgb:1414/1717/1c1c\x1b\\";
const LIGHT: &str = "\x1b]11;rgb:ffff/fafa/f0f0\x07";
/// The papers of the two themes.
const DARK_PAPER: &str = "48;2;20;23;28";
const LIGHT_PAPER: &str = "48;2;252;251;248";

/// The last line of the cover after these keys, in a browser that was never asked anything.
fn foot_after(keys: &str) -> String {
    let mut reader = Reader::begin();
    reader.press(keys);
    reader.foot()
}

#[test]
fn m19_the_theme_is_dark_or_light_as_the_terminal_says() {
    for (answer, paper, other) in [(DARK, DARK_PAPER, LIGHT_PAPER), (LIGHT, LIGHT_PAPER, DARK_PAPER)] {
        let mut terminal = asking();
        terminal.type_in(&format!("{answer}{ATTRIBUTES}"));
        terminal.wait_until_checked();
        assert!(terminal.is_written(paper) && !terminal.is_written(other), "from the first frame on");
        assert_eq!(foot(terminal.parser.screen()).trim_end(), foot_after(""));
        terminal.quit();
    }
}

/// The ids of judgements: bold in cyan, and in blue.
const ON_DARK: &str = "\x1b[0;1;36mJ1";
const ON_LIGHT: &str = "\x1b[0;34mJ1";

#[test]
fn m19_the_terminals_own_colours_are_those_that_are_seen_on_its_background() {
    for (terminal, theme) in
        [("xterm-256color", "terminal"), ("xterm", "terminal"), ("mlterm", "terminal"), ("xterm", "light"), ("xterm", "dark")]
    {
        for (answer, colours) in [(DARK, Some(ON_DARK)), (LIGHT, Some(ON_LIGHT)), ("", None)] {
            let mut terminal = Terminal::start_with(bluf(&["russia-iran-treaty"]), &[("TERM", terminal), ("BLUF_THEME", theme)], 120, 40);
            terminal.wait_until_written("\x1b]11;?\x1b\\\x1b[c");
            assert!(terminal.is_written("\x1b[?1049h"), "it does not wait for the answer");
            terminal.wait_until_checked();
            let known = [ON_DARK, ON_LIGHT];
            assert!(
                !known.iter().any(|colours| terminal.is_written(colours)),
                "before it knows the paper it uses nothing that fails on one"
            );
            terminal.type_in(&format!("j{answer}{ATTRIBUTES}j"));
            let expected = foot_after("j j");
            terminal.wait("both keys and nothing else", |screen| foot(screen).trim_end() == expected);
            // The cursor has left the first judgement, and its id has a colour.
            if let Some(expected) = colours {
                terminal.wait_until_written(expected);
            }
            for known in known {
                assert_eq!(terminal.is_written(known), colours == Some(known), "{answer:?}");
            }
            terminal.quit();
        }
    }
}

/// Nothing but attributes on the terminal's own paper; what has a ground of its own has a text of its own.
#[test]
fn m19_where_the_terminal_does_not_tell_its_background_nothing_fails_on_either_paper() {
    for theme in THEMES.map(|row| row.name).into_iter().chain(["auto"]) {
        let bytes = bytes(&["russia-iran-treaty", "--theme", theme], &[("TERM", "xterm")]);
        for look in looks(&bytes) {
            let named = colours(&look).0;
            let on_ground = named.iter().any(|colour| matches!(colour, 40..=47 | 100..=107));
            assert!(named.is_empty() || on_ground && named.len() == 2, "{theme}: {look:?}");
        }
    }
}

#[test]
fn m19_a_terminal_that_says_it_in_the_environment_is_believed_from_the_first_frame_on() {
    for (said, colours, others) in [("0;15", ON_LIGHT, ON_DARK), ("15;default;0", ON_DARK, ON_LIGHT)] {
        let environment = [("TERM", "rxvt"), ("COLORFGBG", said)];
        let mut terminal = Terminal::start_with(bluf(&["russia-iran-treaty"]), &environment, 120, 40);
        terminal.wait_until_checked();
        terminal.type_in(&format!("{ATTRIBUTES}jj"));
        let expected = foot_after("j j");
        terminal.wait("both keys", |screen| foot(screen).trim_end() == expected);
        terminal.wait_until_written(colours);
        assert!(!terminal.is_written(others), "{said}");
        terminal.quit();
    }
}

#[test]
fn m19_a_theme_that_the_terminal_cannot_show_says_so() {
    let words = |theme: &str| format!("The theme `{theme}` needs 256 colours; this terminal has 16, and shows its own.");
    let mut terminal = Terminal::start_with(bluf(&["russia-iran-treaty", "--theme", "light"]), &[("TERM", "xterm")], 120, 40);
    terminal.wait_for_text(&words("light"));
    terminal.type_in("j");
    let expected = foot_after("j");
    terminal.wait("the next row", |screen| foot(screen).trim_end() == expected);
    // It is said once, not with every answer.
    terminal.type_in(&format!("{LIGHT}{ATTRIBUTES}"));
    terminal.wait_until_written(ON_LIGHT.trim_end_matches("J1"));
    assert_eq!(foot(terminal.parser.screen()).trim_end(), expected);
    terminal.type_in("Tk");
    terminal.wait_for_text(&words("dark"));
    terminal.type_in("k");
    terminal.wait("the terminal's own", |screen| !foot(screen).contains("needs 256"));
    terminal.quit();
    for (theme, environment) in [("light", ("TERM", "xterm-256color")), ("auto", ("TERM", "xterm")), ("monochrome", ("TERM", "xterm"))] {
        let mut terminal = Terminal::start_with(bluf(&["russia-iran-treaty", "--theme", theme]), &[environment], 120, 40);
        if theme == "auto" {
            terminal.type_in(&format!("{LIGHT}{ATTRIBUTES}"));
        }
        terminal.wait_until_checked();
        assert!(!terminal.text().contains("needs 256"), "{theme} can be shown: {}", terminal.text());
        terminal.quit();
    }
}

#[test]
fn m19_keys_typed_around_the_answer_are_not_lost() {
    let mut terminal = asking();
    terminal.type_in(&format!("jj{DARK}\x1b[B{ATTRIBUTES}k"));
    let expected = foot_after("j j Down k");
    assert_ne!(expected, foot_after(""));
    terminal.wait("the keys", |screen| foot(screen).trim_end() == expected);
    assert!(terminal.is_written(DARK_PAPER));
    terminal.quit();
}

#[test]
fn m19_a_terminal_that_does_not_tell_its_background_keeps_its_own_colours() {
    for answer in [
        ATTRIBUTES,
        "",
        "\x1b]11;banana\x07\x1b[?1;2c",
        "\x1b]11;rgb:1414/17\x1b\\\x1bP1$r0m\x1b\\\x1b[?6c",
        "\x1b[12;3R\u{1b}]4;1;rgb:00/00/00\x07",
    ] {
        let mut terminal = asking();
        terminal.type_in(answer);
        terminal.wait_until_written("\x1b[?1049h");
        terminal.wait_until_checked();
        assert!(!terminal.is_written(DARK_PAPER) && !terminal.is_written(LIGHT_PAPER), "{answer:?}");
        assert_eq!(foot(terminal.parser.screen()).trim_end(), foot_after(""), "{answer:?}: nothing of it is a key");
        terminal.type_in("j");
        let expected = foot_after("j");
        terminal.wait("the next row", |screen| foot(screen).trim_end() == expected);
        terminal.quit();
    }
}

#[test]
fn m19_an_answer_that_comes_late_or_in_pieces_is_no_key_and_still_counts() {
    for pieces in [
        vec![LIGHT, ATTRIBUTES],
        vec!["\x1b", "]11;rgb:ff", "ff/fafa/f0f0", "\x1b", "\\", "\x1b[?62", ";4c"],
        vec!["j", LIGHT, "j", ATTRIBUTES],
        vec![LIGHT, "\x1b[?62;4cj"],
    ] {
        let mut terminal = asking();
        terminal.wait_until_checked();
        assert!(!terminal.is_written(LIGHT_PAPER));
        for piece in &pieces {
            terminal.type_alone(piece);
        }
        terminal.wait_until_written(LIGHT_PAPER);
        let keys = pieces.iter().filter(|piece| piece.ends_with('j')).map(|_| "j ").collect::<String>();
        let expected = foot_after(&keys);
        terminal.wait("the page", |screen| foot(screen).trim_end() == expected);
        // An Escape is the key again.
        terminal.type_in("\r");
        terminal.wait("another page", |screen| foot(screen).trim_end() != expected);
        terminal.type_in("\x1b");
        terminal.wait("the page again", |screen| foot(screen).trim_end() == expected);
        terminal.quit();
    }
}

#[test]
fn m19_an_answer_cut_by_the_end_of_patience_is_no_key() {
    let mut terminal = asking();
    terminal.type_in("\x1b]11;rgb:ffff/fa");
    terminal.wait_until_checked();
    terminal.type_in("fa/f0f0\x1b\\");
    terminal.wait_until_written(LIGHT_PAPER);
    assert_eq!(foot(terminal.parser.screen()).trim_end(), foot_after(""));
    terminal.quit();
}

#[test]
fn m19_nothing_is_asked_where_no_theme_depends_on_it_or_the_question_would_be_shown() {
    for (theme, environment) in
        [("dark", ("COLORTERM", "truecolor")), ("monochrome", ("TERM", "xterm")), ("auto", ("TERM", "linux")), ("auto", ("NO_COLOR", "1"))]
    {
        let command = bluf(&["russia-iran-treaty"]);
        let mut terminal = Terminal::start_with(command, &[environment, ("BLUF_THEME", theme)], 120, 40);
        terminal.wait_until_checked();
        assert!(!terminal.is_written("\x1b]11") && !terminal.is_written("\x1b[c"), "{theme} {environment:?}");
        terminal.quit();
    }
}

#[test]
fn e4_the_theme_under_the_cursor_is_worn_and_enter_keeps_it() {
    let mut reader = Reader::begin();
    let before = reader.screen();
    assert_eq!(reader.model.theme(), "terminal");
    reader.press("T");
    assert_eq!((reader.address().as_str(), reader.model.theme()), ("themes", "terminal"));
    let mut worn = vec![reader.model.theme().to_owned()];
    for _ in 1..THEMES.len() {
        reader.press("j");
        worn.push(reader.model.theme().to_owned());
    }
    assert_eq!(worn, THEMES.iter().map(|row| row.name).collect::<Vec<_>>());
    reader.press("Esc");
    assert_eq!(reader.model.theme(), "terminal", "leaving the list takes nothing along");
    assert_eq!(reader.screen(), before);
    reader.press("T j j Enter").is_at("themes");
    let notice = reader.model.notice().expect("a notice").to_owned();
    assert!(notice.contains("Kept.") && notice.contains("theme: light"), "{notice}");
    reader.press("k");
    assert_eq!(reader.model.theme(), "dark");
    reader.press("Left");
    assert_eq!(reader.model.theme(), "light");
    reader.press("T");
    assert_eq!(reader.model.theme(), "light", "the list opens at the theme that is worn");
    reader.press("Left Enter");
    assert_eq!(reader.model.theme(), "light", "everywhere");
    let mut reader = Reader::open(embedded(), Some("themes"), 40, 12);
    reader.model = reader.model.with_settings(Settings::default().with(Setting::Theme, "monochrome"));
    reader.press("g");
    assert_eq!(reader.model.theme(), "terminal");
    let model = Model::new(embedded(), Some(Place::Themes)).expect("a place");
    reader.model = model.with_settings(Settings::default().with(Setting::Theme, "monochrome"));
    reader.resize(40, 12);
    assert_eq!(reader.model.theme(), "monochrome", "also where it is the first page");
    assert!(reader.screen().iter().any(|line| line.contains("monochrome")), "and in view");
}

#[test]
fn e4_every_role_is_shown_in_the_list_of_themes() {
    let reader = Reader::at("themes");
    let doc = bluf::page::page(&embedded(), &Place::Themes).expect("a page");
    let roles: Vec<Role> = doc
        .blocks
        .iter()
        .flat_map(|block| {
            block.parts().iter().flat_map(|part| part.runs.iter().map(|run| run.role).collect::<Vec<_>>()).collect::<Vec<_>>()
        })
        .collect();
    for role in [
        Role::Text,
        Role::Strong,
        Role::Quiet,
        Role::Heading,
        Role::Accent,
        Role::Line,
        Role::Bar,
        Role::Warn,
        Role::Bad,
        Role::Lit,
        Role::Passage,
        Role::Cooperation,
        Role::Conflict,
    ] {
        assert!(roles.contains(&role), "{role:?}");
    }
    for row in &THEMES {
        assert!(reader.screen().iter().any(|line| line.contains(row.name) && line.contains(row.help)), "{}", row.name);
    }
}

/// The browser with a configuration folder that holds a theme.
fn with_own_theme(name: &str, theme: &str, arguments: &[&str]) -> (Scratch, CommandBuilder) {
    let scratch = Scratch::new(name);
    scratch.write("config/bluf/themes/mine.yaml", theme);
    let mut command = bluf(arguments);
    command.env("XDG_CONFIG_HOME", scratch.0.join("config"));
    (scratch, command)
}

#[test]
fn e4_a_theme_that_is_new_is_listed_when_the_list_is_opened() {
    let (scratch, command) = with_own_theme("new-theme", "about: Ours\n", &["russia-iran-treaty"]);
    let mut terminal = Terminal::start_with(command, &[("COLORTERM", "truecolor")], 120, 40);
    terminal.wait_until_checked();
    terminal.type_in("T");
    terminal.wait_for_text("Ours");
    scratch.write("config/bluf/themes/newer.yaml", "about: Newly made\npaper: '010203'\n");
    terminal.type_in("hT");
    terminal.wait_for_text("Newly made");
    terminal.type_in("G");
    terminal.wait_until_written("48;2;1;2;3");
    terminal.quit();
}

#[test]
fn e4_a_theme_of_ones_own_is_worn_and_listed() {
    let (_scratch, command) =
        with_own_theme("own-theme", "base: light\nabout: Ours\npaper: 'fff8e7'\n", &["russia-iran-treaty", "--theme", "mine"]);
    let mut terminal = Terminal::start_with(command, &[("COLORTERM", "truecolor")], 120, 40);
    terminal.wait_until_checked();
    assert!(terminal.is_written("48;2;255;248;231"));
    terminal.type_in("T");
    terminal.wait_for_text("Ours");
    // Live: the row above is a built-in theme, and its paper comes with the cursor.
    assert!(!terminal.is_written(DARK_PAPER));
    terminal.type_in("gj");
    terminal.wait_until_written(DARK_PAPER);
    terminal.type_in("\r");
    terminal.wait_for_text("theme: dark in config.yaml");
    terminal.quit();
}

#[test]
fn e4_mistakes_of_the_chosen_theme_are_all_told_with_their_places() {
    let (scratch, _) = with_own_theme("wrong-theme", "bse: light\naccent: blu\nquiet: '202020'\n", &[]);
    let mut command = bluf(&["--theme", "mine"]);
    command.env("XDG_CONFIG_HOME", scratch.0.join("config"));
    let mut terminal = Terminal::start(command, 120, 40);
    assert_eq!(terminal.end(), 2);
    let told = terminal.text();
    for words in [
        "mine.yaml:1:1",
        "mine.yaml:2:9",
        "mine.yaml:3:8",
        "did you mean `base`?",
        "`blu` is no colour",
        "a text needs 4.5:1",
        "--theme terminal",
    ] {
        assert!(told.contains(words), "{words} in\n{told}");
    }
    let (_scratch, command) = with_own_theme("unknown-theme", "", &["--theme", "mnie"]);
    let mut terminal = Terminal::start(command, 120, 40);
    assert_eq!(terminal.end(), 2);
    assert!(terminal.text().contains("there is no theme `mnie`: did you mean `mine`?"), "{}", terminal.text());
}

/// A file that was saved: what is watched is none of the theme's business.
#[test]
fn e2_a_theme_read_anew_is_worn_at_once_and_a_broken_one_is_not() {
    let themes = |text: &str| Themes::new([("mine".to_owned(), text.to_owned())]);
    let good = Arc::new(themes("paper: '000000'\n"));
    let settings = Settings::default().with(Setting::Theme, "mine");
    let model = Model::new(embedded(), None).expect("a place").with_settings(settings);
    let live = Live::new(model.world().library.clone(), Box::new(|_| Ok(())));
    let mut browser = Browser::new(model, Arc::clone(&good), Depth::True, Arc::new(live));
    browser.update(&Message::Resize { columns: 120, rows: 40 });
    let drawn = |browser: &mut Browser| {
        browser.arrange();
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        browser.draw(&mut buffer);
        (buffer[(0, 1)].bg, rows(&buffer).pop().expect("a last line"))
    };
    assert_eq!(drawn(&mut browser).0, Color::Rgb(0, 0, 0));
    browser.update(&Message::Themes(Arc::new(themes("paper: '101010'\n"))));
    assert_eq!(drawn(&mut browser).0, Color::Rgb(0x10, 0x10, 0x10));
    for worse in ["paper: '101010'\ntxet: 'ffffff'\n", "paper: '202020'\ntxet: 'ffffff'\n"] {
        browser.update(&Message::Themes(Arc::new(themes(worse))));
        let (paper, foot) = drawn(&mut browser);
        assert_eq!(paper, Color::Rgb(0x10, 0x10, 0x10));
        assert!(foot.contains("Kept the last good look. mine.yaml:2:1: unknown part `txet`"), "{foot}");
        // Another one is tried, and this one again.
        for keys in ["T", "k", "j"] {
            browser.update(&Message::Key(Key::parse(keys).expect("a key")));
            drawn(&mut browser);
        }
        let (paper, _) = drawn(&mut browser);
        assert_eq!(paper, Color::Rgb(0x10, 0x10, 0x10));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        browser.draw(&mut buffer);
        let listed = rows(&buffer);
        assert!(listed.iter().any(|row| row.contains("mine") && row.contains("1 mistake")), "{listed:?}");
        browser.update(&Message::Key(Key::parse("Esc").expect("a key")));
    }
}

/// What is selected is reversed on the terminal itself, in every theme and with as few colours as it may have.
#[test]
fn e7_the_selection_is_seen_on_the_terminal() {
    // By the lines of the source's column.
    let reversed = |screen: &vt100::Screen| -> Vec<String> {
        let cell = |y: u16, x: u16| screen.cell(y, x).filter(|cell| cell.inverse()).map_or("", vt100::Cell::contents);
        (3..39).map(|y| (6..73).map(|x| cell(y, x)).collect::<String>()).collect()
    };
    for environment in [("COLORTERM", "truecolor"), ("TERM", "xterm-256color"), ("TERM", "xterm"), ("NO_COLOR", "1")] {
        for row in &THEMES {
            let command = bluf(&["russia-iran-treaty/source/ART:2"]);
            let mut terminal = Terminal::start_with(command, &[environment, ("BLUF_THEME", row.name)], 120, 40);
            terminal.wait_until_checked();
            let before = reversed(terminal.parser.screen());
            terminal.type_in("vjj");
            let selected = ["As both nations signed a 20-year", "covering a wide range of areas"];
            terminal.wait("two lines reversed, and none behind them", |screen| {
                let now = reversed(screen);
                let first = now.iter().position(|line| line.starts_with(selected[0]));
                first.is_some_and(|at| now[at + 1].starts_with(selected[1]) && now[at + 3].is_empty()) && now != before
            });
            terminal.type_in("\x1b");
            terminal.wait("what was reversed before", |screen| reversed(screen) == before);
            terminal.quit();
        }
    }
}

/// Saved while the program runs, through all that hears of it.
#[test]
fn e2_a_theme_that_is_saved_is_worn_at_once() {
    let (scratch, command) = with_own_theme("saved-theme", "paper: '010203'\n", &["russia-iran-treaty", "--theme", "mine"]);
    let mut terminal = Terminal::start_with(command, &[("COLORTERM", "truecolor")], 120, 40);
    terminal.wait_until_checked();
    assert!(terminal.is_written("48;2;1;2;3"));
    terminal.wait_until_watched(&scratch.0.join("config/bluf/themes"));
    scratch.write("config/bluf/themes/mine.yaml", "paper: '0a0b0c'\n");
    terminal.wait_until_written("48;2;10;11;12");
    scratch.write("config/bluf/themes/mine.yaml", "paper: '0d0e0f'\npapier: '0a0b0c'\n");
    terminal.wait_for_text("Kept the last good look. mine.yaml:2:1: unknown part `papier`");
    assert!(!terminal.is_written("48;2;13;14;15"));
    terminal.quit();
}
