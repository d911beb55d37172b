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
        return write_cells(frame, |y| Row::of(shown, y).max(Row::of(next, y)), next, shown.diff_iter(next));
    }
    let width = usize::from(next.area.width.max(1));
    let cells = next.content.chunks(width).zip(0..).flat_map(|(row, y)| row.iter().zip(0..).map(move |(cell, x)| (x, y, cell)));
    write_cells(frame, |y| Row::of(next, y), next, cells.filter(|(.., cell)| !is_blank(cell)))
}

/// A cell as it is on a blank screen. Comparing it with the empty cell would cost thrice as much.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.fg, Color::Reset) && matches!(cell.bg, Color::Reset) && cell.modifier.is_empty() && cell.symbol() == " "
}

/// How a row is written where it has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Row {
    /// The cells that have changed.
    Cells,
    /// Whole, on a cleared line: it holds what terminals measure differently. tmux 3.3 keeps the second half of a flag
    /// that was written over, and no cell of ours says so.
    Whole,
    /// Whole and in one go, since marks of right-to-left text ride on its cells: mlterm counts each mark as a column when it
    /// is told to go to one.
    Fenced,
}

impl Row {
    fn of(buffer: &Buffer, y: u16) -> Self {
        let width = usize::from(buffer.area.width);
        let from = usize::from(y.saturating_sub(buffer.area.y)) * width;
        let row = buffer.content.get(from..from + width).unwrap_or_default();
        let wide = row.iter().map(Cell::symbol).filter(|symbol| symbol.len() > 1);
        let kinds = wide.map(|symbol| match symbol {
            _ if symbol.ends_with(LRM) => Self::Fenced,
            _ if is_disputed(symbol) => Self::Whole,
            _ => Self::Cells,
        });
        kinds.max().unwrap_or(Self::Cells)
    }
}

/// Writes cells with their positions, and behind a symbol that a terminal may give more cells than the screen has for it
/// those that it may have covered.
fn write_cells<'a>(
    frame: &mut Vec<u8>,
    kind: impl Fn(u16) -> Row,
    next: &Buffer,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut pen = Pen { frame, style: PLAIN, cursor: None, taken: Taken::of_environment(), covered: 0..0, row: 0 };
    let (mut row, mut done) = (None, false);
    for (x, y, cell) in cells {
        if row != Some(y) {
            pen.uncover(next, u16::MAX);
            let kind = kind(y);
            (row, done) = (Some(y), kind != Row::Cells);
            if done {
                pen.write_row(next, y, kind == Row::Fenced)?;
            }
        }
        if !done {
            pen.uncover(next, x);
            pen.write(x, y, cell, false);
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
    /// Writes a symbol; in a sequence only what terminals measure differently makes the cursor be set.
    fn write(&mut self, x: u16, y: u16, cell: &Cell, in_sequence: bool) {
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
        let disputed = if in_sequence { most_cells_of(symbol) != cells } else { is_disputed(symbol) };
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
        self.cursor = self.cursor.filter(|_| !disputed && (in_sequence || cells == 1));
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
            self.write(x, y, cell, false);
        }
    }

    /// Writes a row from its first cell to its last, on a blank line.
    fn write_row(&mut self, next: &Buffer, y: u16, in_sequence: bool) -> io::Result<()> {
        sgr::move_to(self.frame, 0, y);
        queue!(self.frame, SetAttribute(Attribute::Reset), Clear(ClearType::CurrentLine))?;
        (self.style, self.cursor) = (PLAIN, Some((0, y)));
        if let Some(texts) = (self.taken == Taken::ByMlterm).then(|| mlterm_row(next, y)).flatten() {
            for (x, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
                next.cell((x, y)).into_iter().for_each(|cell| self.look_like(cell));
                self.frame.extend_from_slice(text.as_bytes());
            }
            (self.cursor, self.covered) = (None, 0..0);
            return Ok(());
        }
        let mut x = 0;
        while let Some(cell) = next.cell((x, y)) {
            self.write(x, y, cell, in_sequence);
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

fn mlterm_row(next: &Buffer, y: u16) -> Option<Vec<String>> {
    let from = usize::from(y.saturating_sub(next.area.y)) * usize::from(next.area.width);
    mlterm::row(next.content.get(from..from + usize::from(next.area.width))?)
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
            c => ('\u{1f000}'..='\u{1faff}').contains(&c),
        })
}

/// How many cells of the screen a symbol has.
fn cells_for(symbol: &str) -> u16 {
    if symbol.len() == 1 { 1 } else { u16::try_from(width(symbol)).unwrap_or(u16::MAX).max(1) }
}

/// How many cells a terminal that adds up characters gives a symbol.
fn most_cells_of(symbol: &str) -> u16 {
    if !is_composed(symbol) {
        return cells_for(symbol);
    }
    let mut letter = [0; 4];
    let cells = symbol.chars().map(|c| width(c.encode_utf8(&mut letter))).sum::<usize>();
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// Writes the cells of web addresses once more, between the sequences that begin and end a link (OSC 8), and without one
/// those that are no link any more. Nothing where neither the cells nor the links have changed.
pub fn write_links(frame: &mut Vec<u8>, known: &[WebLink], links: &[WebLink], next: &Buffer) -> io::Result<()> {
    // In mlterm to go to a cell of a row with Arabic letters is to go elsewhere.
    let is_there = |link: &&WebLink| !mlterm::is_used() || mlterm_row(next, link.y).is_none();
    for link in known.iter().filter(|link| !links.contains(link)).filter(is_there) {
        write_cells(frame, |_| Row::Cells, next, cells_of(link, next))?;
    }
    for link in links.iter().filter(is_there) {
        // The address is printable ASCII, so it cannot end the sequence.
        queue!(frame, Print(format_args!("\x1b]8;id={};{}\x1b\\", link.id, link.address)))?;
        write_cells(frame, |_| Row::Cells, next, cells_of(link, next))?;
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
