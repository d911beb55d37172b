//! Cells as bytes for the terminal: those that have changed, with as little around them as terminals agree on.

use super::{mlterm, sgr};
use crate::text::direction::{LRM, PDF, RLE};
use crate::text::width;
use crate::text::width::is_shapeless;
use crate::tui::view::WebLink;
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{Clear, ClearType};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::io;
use std::ops::Range;

/// Writes the cells that differ, nothing where none does. On a blank screen only what is not blank is written, and no
/// second buffer is touched for it.
pub fn write_changes(frame: &mut Vec<u8>, shown: Option<&Buffer>, next: &Buffer) -> io::Result<()> {
    if let Some(shown) = shown {
        return write_cells(frame, |y| is_written_whole(shown, y) || is_written_whole(next, y), next, shown.diff_iter(next));
    }
    let width = usize::from(next.area.width.max(1));
    let cells = next.content.chunks(width).zip(0..).flat_map(|(row, y)| row.iter().zip(0..).map(move |(cell, x)| (x, y, cell)));
    write_cells(frame, |y| is_written_whole(next, y), next, cells.filter(|(.., cell)| !is_blank(cell)))
}

/// A cell as it is on a blank screen. Comparing it with the empty cell would cost thrice as much.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.fg, Color::Reset) && matches!(cell.bg, Color::Reset) && cell.modifier.is_empty() && cell.symbol() == " "
}

/// The row holds what terminals measure differently, or that marks of right-to-left text ride on. Where anything of it has
/// changed it is written whole on a cleared line: tmux 3.3 keeps the second half of a flag whose first cell is written over,
/// and no cell of ours says so.
fn is_written_whole(buffer: &Buffer, y: u16) -> bool {
    row_of(buffer, y).iter().map(Cell::symbol).any(|symbol| symbol.len() > 1 && is_disputed(symbol))
}

fn row_of(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let from = usize::from(y.saturating_sub(buffer.area.y)) * width;
    buffer.content.get(from..from + width).unwrap_or_default()
}

/// Writes cells with their positions, and behind a symbol that a terminal may give more cells than the screen has for it
/// those that it may have covered.
fn write_cells<'a>(
    frame: &mut Vec<u8>,
    is_whole: impl Fn(u16) -> bool,
    next: &Buffer,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut pen = Pen { frame, style: PLAIN, cursor: None, taken: Taken::of_environment(), covered: 0..0, row: 0 };
    let (mut row, mut whole) = (None, false);
    for (x, y, cell) in cells {
        if row != Some(y) {
            pen.uncover(next, u16::MAX);
            (row, whole) = (Some(y), is_whole(y));
            if whole {
                pen.write_row(next, y)?;
            }
        }
        if !whole {
            pen.uncover(next, x);
            pen.write(x, y, cell);
        }
    }
    pen.uncover(next, u16::MAX);
    pen.end()
}

/// How a terminal takes the characters without a shape: marks of right-to-left text, which are ours, and the joiners of
/// texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// They have no cell.
    All,
    /// The Linux console gives each of them a cell.
    None,
    /// See [`mlterm`]. It keeps borders where they are without marks.
    ByMlterm,
}

impl Taken {
    fn of_environment() -> Self {
        if std::env::var_os("TERM").is_some_and(|name| name == "linux") {
            Self::None
        } else if mlterm::is_used() {
            Self::ByMlterm
        } else {
            Self::All
        }
    }
}

/// Colours of text and paper, and modifiers.
type Style = (Color, Color, Modifier);

const PLAIN: Style = (Color::Reset, Color::Reset, Modifier::empty());

/// Writes symbols. What a cell needs beyond its symbol is written where it differs from the cell before: most differ in
/// nothing.
struct Pen<'a> {
    frame: &'a mut Vec<u8>,
    style: Style,
    /// Where the terminal's cursor is, where all terminals agree.
    cursor: Option<(u16, u16)>,
    taken: Taken,
    /// The columns of `row` that symbols before them may have covered.
    covered: Range<u16>,
    row: u16,
}

impl Pen<'_> {
    /// Writes a symbol; behind what terminals measure differently the cursor is set.
    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        if self.cursor != Some((x, y)) {
            sgr::move_to(self.frame, x, y);
        }
        self.look_like(cell);
        let symbol = cell.symbol();
        if let [letter] = symbol.as_bytes() {
            // Most are one, and about its one cell there is no dispute.
            self.frame.push(*letter);
            self.moved(x, y, 1, 1);
            return;
        }
        let cells = cells_for(symbol);
        let disputed = is_disputed(symbol);
        if disputed && cells > 1 {
            // A terminal that gives it fewer cells would leave there what was there before.
            self.frame.extend(std::iter::repeat_n(b' ', usize::from(cells)));
            sgr::move_to(self.frame, x, y);
        }
        match self.taken {
            Taken::All => self.frame.extend_from_slice(symbol.as_bytes()),
            Taken::None => self.frame.extend_from_slice(symbol.replace(is_shapeless, "").as_bytes()),
            Taken::ByMlterm => self.frame.extend_from_slice(symbol.trim_end_matches([LRM, RLE, PDF]).as_bytes()),
        }
        // Terminals disagree on the width of what is more than a character: whatever they think, the next cell is where
        // it is.
        self.moved(x, y, cells, most_cells_of(symbol));
        self.cursor = self.cursor.filter(|_| !disputed && cells == 1);
    }

    /// A symbol of so many cells was written, to which some terminal may give `most`.
    fn moved(&mut self, x: u16, y: u16, cells: u16, most: u16) {
        let behind = x.saturating_add(cells);
        let end = if y == self.row { self.covered.end } else { 0 };
        self.cursor = Some((behind, y));
        self.covered = behind..end.max(x.saturating_add(most));
        self.row = y;
    }

    /// Writes the covered cells again, up to a column.
    fn uncover(&mut self, next: &Buffer, limit: u16) {
        while self.covered.start < self.covered.end.min(limit) {
            let (x, y) = (self.covered.start, self.row);
            let Some(cell) = next.cell((x, y)) else { break };
            self.write(x, y, cell);
        }
    }

    /// Writes a row from its first cell to its last, on a blank line.
    fn write_row(&mut self, next: &Buffer, y: u16) -> io::Result<()> {
        sgr::move_to(self.frame, 0, y);
        queue!(self.frame, SetAttribute(Attribute::Reset), Clear(ClearType::CurrentLine))?;
        (self.style, self.cursor) = (PLAIN, Some((0, y)));
        if let Some(texts) = (self.taken == Taken::ByMlterm).then(|| mlterm::row(row_of(next, y))).flatten() {
            for (x, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
                next.cell((x, y)).into_iter().for_each(|cell| self.look_like(cell));
                self.frame.extend_from_slice(text.as_bytes());
            }
            (self.cursor, self.covered) = (None, 0..0);
            return Ok(());
        }
        let mut x = 0;
        while let Some(cell) = next.cell((x, y)) {
            self.write(x, y, cell);
            x = self.covered.start;
        }
        self.covered = 0..0;
        Ok(())
    }

    fn look_like(&mut self, cell: &Cell) {
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != self.style {
            sgr::set(self.frame, cell.fg, cell.bg, cell.modifier);
            self.style = wanted;
        }
    }

    fn end(self) -> io::Result<()> {
        if self.style != PLAIN {
            queue!(self.frame, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }
}

fn is_composed(symbol: &str) -> bool {
    symbol.len() > 1 && symbol.chars().nth(1).is_some()
}

/// Terminals disagree on its cells: it is of several characters, or a sign that older tables of widths do not have, or have
/// narrow.
fn is_disputed(symbol: &str) -> bool {
    is_composed(symbol)
        || symbol.chars().next().is_some_and(|c| match c {
            '\u{2300}'..='\u{2bff}' => width(symbol) > 1,
            // It stands for what cannot be seen, and vt100 leaves it out.
            '\u{fffd}' => true,
            c => ('\u{1f000}'..='\u{1faff}').contains(&c),
        })
}

/// How many cells of the screen a symbol has.
fn cells_for(symbol: &str) -> u16 {
    if symbol.len() == 1 { 1 } else { u16::try_from(width(symbol)).unwrap_or(u16::MAX).max(1) }
}

/// How many cells a terminal that adds up characters gives a symbol, at the most.
fn most_cells_of(symbol: &str) -> u16 {
    if !is_composed(symbol) {
        return cells_for(symbol);
    }
    let cells = symbol.chars().map(|c| match c {
        // Letters that make a flag.
        '\u{1f1e6}'..='\u{1f1ff}' => 2,
        _ => width(c.encode_utf8(&mut [0; 4])).max(1),
    });
    u16::try_from(cells.sum::<usize>()).unwrap_or(u16::MAX)
}

/// Writes the cells of web addresses once more, between the sequences that begin and end a link (OSC 8), and without one
/// those that are no link any more. Nothing where neither the cells nor the links have changed.
pub fn write_links(frame: &mut Vec<u8>, known: &[WebLink], links: &[WebLink], next: &Buffer) -> io::Result<()> {
    // In mlterm to go to a cell of a row with Arabic letters is to go elsewhere.
    let is_there = |link: &&WebLink| !mlterm::is_used() || mlterm::row(row_of(next, link.y)).is_none();
    for link in known.iter().filter(|link| !links.contains(link)).filter(is_there) {
        write_cells(frame, |_| false, next, cells_of(link, next))?;
    }
    for link in links.iter().filter(is_there) {
        // The address is printable ASCII, so it cannot end the sequence.
        queue!(frame, Print(format_args!("\x1b]8;id={};{}\x1b\\", link.id, link.address)))?;
        write_cells(frame, |_| false, next, cells_of(link, next))?;
        queue!(frame, Print("\x1b]8;;\x1b\\"))?;
    }
    Ok(())
}

/// The cells of a link, without those that lie under the second half of a wide symbol.
fn cells_of<'a>(link: &WebLink, next: &'a Buffer) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    let (y, mut free) = (link.y, 0);
    (link.x..link.x.saturating_add(link.width)).filter_map(move |x| {
        let cell = next.cell((x, y)).filter(|_| x >= free)?;
        free = x + u16::try_from(width(cell.symbol())).unwrap_or(1).max(1);
        Some((x, y, cell))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::view::last_line::set;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    type Measure = fn(char) -> usize;

    const COLUMNS: usize = 30;

    /// Terminals that add up characters: as tmux 3.3 does, those that give no cell to a vowel sign, those that give the
    /// letters of a flag two cells each, those that give a mark or a joiner a cell, and those whose table of emoji is old.
    const MEASURES: [Measure; 5] = [
        |c| width(c.encode_utf8(&mut [0; 4])),
        |c| if matches!(c, '\u{9be}' | '\u{bbe}' | '\u{d3e}') { 0 } else { width(c.encode_utf8(&mut [0; 4])) },
        |c| if ('\u{1f1e6}'..='\u{1f1ff}').contains(&c) { 2 } else { width(c.encode_utf8(&mut [0; 4])) },
        |c| width(c.encode_utf8(&mut [0; 4])).max(1),
        |c| if c > '\u{1f000}' { 1 } else { width(c.encode_utf8(&mut [0; 4])) },
    ];

    /// What a terminal with that measure shows: what was drawn in a cell, with the column that it was drawn from.
    struct Shown {
        rows: Vec<Vec<(String, usize)>>,
        cursor: (usize, usize),
        measure: Measure,
    }

    impl Shown {
        fn new(measure: Measure) -> Self {
            Self { rows: vec![Self::blank(); 3], cursor: (0, 0), measure }
        }

        fn blank() -> Vec<(String, usize)> {
            (0..COLUMNS).map(|x| (" ".to_owned(), x)).collect()
        }

        fn take(&mut self, bytes: &[u8]) {
            let mut rest = str::from_utf8(bytes).expect("text");
            while let Some(c) = rest.chars().next() {
                if let Some(sequence) = rest.strip_prefix("\x1b[") {
                    let end = sequence.find(|c: char| c.is_ascii_alphabetic()).expect("an end");
                    let numbers: Vec<usize> = sequence[..end].split(';').map(|number| number.parse().unwrap_or(0)).collect();
                    match &sequence[end..=end] {
                        "H" => self.cursor = (numbers[1] - 1, numbers[0] - 1),
                        "K" => self.rows[self.cursor.1] = Self::blank(),
                        "m" => {}
                        other => panic!("{other}"),
                    }
                    rest = &sequence[end + 1..];
                } else {
                    self.draw(c);
                    rest = &rest[c.len_utf8()..];
                }
            }
        }

        fn draw(&mut self, c: char) {
            let (x, y) = self.cursor;
            let cells = (self.measure)(c);
            if cells == 0 {
                self.rows[y][x.saturating_sub(1)].0.push(c);
                return;
            }
            let x = x.min(COLUMNS - cells);
            // Whatever loses a part is gone.
            let from: Vec<usize> = self.rows[y][x..x + cells].iter().map(|(_, from)| *from).collect();
            for (at, cell) in self.rows[y].iter_mut().enumerate().filter(|(_, (_, known))| from.contains(known)) {
                *cell = (" ".to_owned(), at);
            }
            for cell in &mut self.rows[y][x..x + cells] {
                *cell = (c.to_string(), x);
            }
            self.cursor.0 = x + cells;
        }
    }

    /// Three rows of text, with a border behind each text.
    fn screen(texts: &[String]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 3));
        for (text, y) in texts.iter().zip(0..) {
            set(&mut buffer, Rect::new(0, y, 20, 1), 0, text, ratatui::style::Style::new());
            buffer.set_string(20, y, "│ plain", ratatui::style::Style::new());
        }
        buffer
    }

    const TEXTS: &str = "([a-c ]|🇮🇷|🇷🇺|क्षि|தொ|தா|ক্ষে|বা|ខ្មែ|ലാ|👩‍👩‍👧|❤\u{fe0f}|日|می\u{200c}|e\u{301}|⌚|🦀){0,12}";

    proptest! {
        /// Whatever a terminal thinks of them, texts leave nothing behind when others take their place, and borders stay.
        #[test]
        fn m23_on_no_terminal_anything_is_left_of_the_page_before(
            before in prop::collection::vec(TEXTS, 3),
            after in prop::collection::vec(TEXTS, 3),
        ) {
            for (measure, is_usual) in MEASURES.into_iter().zip([true, true, true, false, false]) {
                let (before, after) = (screen(&before), screen(&after));
                let (mut walked, mut fresh) = (Shown::new(measure), Shown::new(measure));
                for (shown, was, now) in [(&mut walked, None, &before), (&mut fresh, None, &after)] {
                    let mut frame = Vec::new();
                    write_changes(&mut frame, was, now).expect("written");
                    shown.take(&frame);
                }
                let mut frame = Vec::new();
                write_changes(&mut frame, Some(&before), &after).expect("written");
                walked.take(&frame);
                prop_assert_eq!(&walked.rows, &fresh.rows);
                for (row, y) in walked.rows.iter().zip(0..) {
                    let from_border: String = row[20..27].iter().map(|(symbol, _)| symbol.as_str()).collect();
                    prop_assert_eq!(from_border, "│ plain");
                    // What an emoji loses is a colour or a variant; a word loses nothing.
                    let sent: String = row_of(&after, y)[..20].iter().map(Cell::symbol).collect();
                    let shown: String = row[..20].iter().enumerate().filter(|(x, (_, from))| x == from).map(|(_, (symbol, _))| symbol.as_str()).collect();
                    if is_usual && !sent.contains(|c| matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{200c}' | '\u{1f000}'..)) {
                        prop_assert_eq!(shown.replace(' ', ""), sent.replace(' ', ""));
                    }
                }
            }
        }
    }
}
