//! The pictures of the README: real screens, written as SVG. `BLUF_BLESS=1 cargo test` writes them anew.

use crate::support::{Reader, Scratch, desk, embedded, project};
use bluf::library;
use bluf::page::World;
use bluf::text::width;
use bluf::tui::theme::{Theme, ThemeName};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use std::fs;
use std::process::{Command, Stdio};

/// The size of a cell in the picture, in pixels.
const CELL: (usize, usize) = (9, 19);

fn hex(colour: Color, otherwise: &str) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        _ => otherwise.to_owned(),
    }
}

/// The colours of a cell: of its sign, and of what is behind it.
fn colours(cell: &Cell, paper: &str) -> (String, String) {
    let (sign, ground) = (hex(cell.fg, "#d0d5dc"), hex(cell.bg, paper));
    if cell.modifier.contains(Modifier::REVERSED) { (ground, sign) } else { (sign, ground) }
}

/// A buffer as SVG: a rectangle for every run of one background, a text for every run of one style.
fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (wide, high) = (columns * CELL.0, rows * CELL.1);
    let paper = hex(buffer.content[0].bg, "#14171c");
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\">\n<rect width=\"{wide}\" height=\"{high}\" fill=\"{paper}\"/>\n"
    );
    for (y, row) in buffer.content.chunks(columns).enumerate() {
        for (start, run) in runs(row, |cell| colours(cell, &paper).1) {
            let ground = colours(&run[0], &paper).1;
            if ground != paper {
                let _ = writeln!(
                    out,
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
                    start * CELL.0,
                    y * CELL.1,
                    run.len() * CELL.0,
                    CELL.1
                );
            }
        }
        for (start, run) in runs(row, |cell| (cell.fg, cell.modifier)) {
            let text: String = run.iter().map(Cell::symbol).collect();
            if text.trim().is_empty() {
                continue;
            }
            let lead = text.len() - text.trim_start().len();
            let words = text.trim().replace('&', "&amp;").replace('<', "&lt;");
            let bold = if run[0].modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
            let underlined = if run[0].modifier.contains(Modifier::UNDERLINED) { " text-decoration=\"underline\"" } else { "" };
            let _ = writeln!(
                out,
                "<text x=\"{}\" y=\"{}\" fill=\"{}\" textLength=\"{}\" xml:space=\"preserve\"{bold}{underlined}>{words}</text>",
                (start + lead) * CELL.0,
                y * CELL.1 + 14,
                colours(&run[0], &paper).0,
                width(text.trim()) * CELL.0,
            );
        }
    }
    out + "</svg>\n"
}

/// Neighbouring cells that are alike.
fn runs<K: PartialEq>(row: &[Cell], key: impl Fn(&Cell) -> K) -> Vec<(usize, &[Cell])> {
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 1..=row.len() {
        if at == row.len() || key(&row[at]) != key(&row[start]) {
            runs.push((start, &row[start..at]));
            start = at;
        }
    }
    runs
}

fn picture(name: &str, mut reader: Reader, theme: ThemeName, keys: &str) {
    reader.theme = Theme::new(theme, true);
    reader.press(keys);
    let drawn = svg(&reader.buffer());
    let path = project("assets").join(name);
    if std::env::var_os("BLUF_BLESS").is_some() {
        fs::write(&path, drawn).expect("written");
        return;
    }
    let current = fs::read_to_string(&path).unwrap_or_default() == drawn;
    assert!(current, "assets/{name} is not today's screen; run BLUF_BLESS=1 cargo test");
}

/// A draft of an invented article, as `bluf new` writes it.
fn drafted() -> World {
    let scratch = Scratch::new("pictures");
    let article = project("tests/desk/seeds/ostrel-post.txt").display().to_string();
    let mut command = Command::new(env!("CARGO_BIN_EXE_bluf"));
    let flags = ["new", "ferries", "--source", &article, "--marking", "TLP:GREEN", "--question", "Do the Ostrel ferries stop?"];
    let made = command.args(flags).current_dir(&scratch.0).stdin(Stdio::null()).output().expect("run");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    World::from(library::open(&scratch.0.join("ferries")).expect("a library"))
}

#[test]
fn the_pictures_of_the_readme_are_todays_screens() {
    let built_in = |address: Option<&str>| Reader::open(embedded(), address, 120, 40);
    let invented = |address: Option<&str>| Reader::open(desk(), address, 120, 40);
    picture("cover.svg", built_in(None), ThemeName::Dark, "");
    picture("judgement.svg", built_in(None), ThemeName::Light, "Enter");
    picture("source.svg", built_in(None), ThemeName::Dark, "Enter Enter Enter");
    picture("actors.svg", built_in(Some("russia-iran-treaty/actors")), ThemeName::Dark, "Down");
    picture("alternatives.svg", invented(Some("vellem-blackout/alternatives")), ThemeName::Light, "Down Down Down Right");
    picture("library.svg", invented(None), ThemeName::Dark, "");
    picture("curating.svg", Reader::open(drafted(), Some("ferries/source"), 120, 40), ThemeName::Dark, ") ) ) ) Q");
}
