//! The terminal as a screen of cells, and the guard that gives it back as it was.

use super::sgr;
use crate::text::direction::{LRM, PDF, RLE};
use crate::text::width;
use crate::tui::view::WebLink;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, Print, ResetColor, SetAttribute};
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::io::{self, Write, stdin};
use std::ops::Range;
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal is ours. The panic hook runs on any thread and must know whether there is something to give back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The screen. While it lives the terminal is in raw mode on its alternate screen; dropping it, or a panic anywhere,
/// gives the terminal back.
pub struct Screen {
    area: Rect,
    /// The cells that the terminal shows; none while it shows nothing.
    shown: Option<Buffer>,
    /// The buffer of the frame before, to draw the next one on.
    spare: Option<Buffer>,
    /// What the next frame must do before its cells: enter the screen, or clear it.
    before: Vec<u8>,
    /// The modes that the terminal was lent in.
    lent: Option<Termios>,
    /// The terminal is asked for the mouse.
    mouse: bool,
    /// The web addresses on the cells that the terminal shows.
    links: Vec<WebLink>,
}

/// Asks for presses, drags and the wheel, at any column; not for the moves of an idle hand.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

impl Screen {
    /// Takes the terminal. Its first frame also switches the screen, in one write.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let (columns, rows) = terminal::size()?;
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            hook(info);
        }));
        let mut screen =
            Self { area: sane(columns, rows), shown: None, spare: None, before: Vec::new(), lent: None, mouse, links: Vec::new() };
        screen.prepare()?;
        Ok(screen)
    }

    /// Sets raw mode; the first frame does the rest.
    fn prepare(&mut self) -> io::Result<()> {
        terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        // A symbol that a terminal gives more cells than we do must not run into the next line.
        queue!(self.before, EnterAlternateScreen, DisableLineWrap, Hide, EnableBracketedPaste)?;
        if self.mouse {
            self.before.extend_from_slice(MOUSE_ON);
        }
        Ok(())
    }

    /// Asks the terminal for the mouse, or leaves it to the terminal, with the next frame.
    pub fn set_mouse(&mut self, ours: bool) {
        self.mouse = ours;
        self.before.extend_from_slice(if ours { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Writes bytes with the next frame, before its cells.
    pub fn send(&mut self, bytes: &[u8]) {
        self.before.extend_from_slice(bytes);
    }

    /// Gives the terminal to another program, as it was found.
    pub fn lend(&mut self) {
        self.write_what_waits();
        restore();
        self.lent = tcgetattr(stdin()).ok();
    }

    /// Writes what would have gone with the next frame: a copy is not lost because none comes.
    fn write_what_waits(&mut self) {
        if self.before.is_empty() || !ENTERED.load(Ordering::SeqCst) {
            return;
        }
        let mut out = io::stdout().lock();
        // Nothing more can be done where the terminal is gone.
        let _ = out.write_all(&self.before).and_then(|()| out.flush());
        self.before.clear();
    }

    /// Takes the terminal back, at the size that it has now; the next frame enters it and draws everything.
    pub fn take_back(&mut self) -> io::Result<()> {
        self.undo_modes();
        let (columns, rows) = terminal::size()?;
        (self.area, self.shown, self.spare) = (sane(columns, rows), None, None);
        self.before.clear();
        self.prepare()?;
        // Where there is no alternate screen the other program's text is still there.
        queue!(self.before, ResetColor, Clear(ClearType::All), MoveTo(0, 0))
    }

    /// Sets the modes that the terminal was lent in: a program that was ended has not. What was typed or answered to it
    /// and that it has not read is dropped.
    fn undo_modes(&mut self) {
        if let Some(modes) = self.lent.take() {
            // Nothing more can be done where the terminal is gone.
            let _ = tcsetattr(stdin(), OptionalActions::Flush, &modes);
        }
    }

    /// The size in cells.
    pub fn size(&self) -> Size {
        self.area.as_size()
    }

    /// Takes another size; the next frame draws everything anew.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        if self.area == sane(columns, rows) {
            return;
        }
        self.area = sane(columns, rows);
        (self.shown, self.spare) = (None, None);
        // Writing to a vector does not fail.
        let _ = queue!(self.before, ResetColor, Clear(ClearType::All), MoveTo(0, 0));
    }

    /// Draws a frame: what changed since the last one, in one write inside a synchronized update.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Buffer), links: Vec<WebLink>) -> io::Result<()> {
        let mut next = match self.spare.take() {
            Some(mut buffer) => {
                buffer.reset();
                buffer
            }
            None => Buffer::empty(self.area),
        };
        draw(&mut next);
        let mut frame = Vec::with_capacity(8192);
        queue!(frame, BeginSynchronizedUpdate)?;
        let begun = frame.len();
        frame.append(&mut self.before);
        write_changes(&mut frame, self.shown.as_ref(), &next)?;
        let known: &[WebLink] = if self.shown.is_some() { &self.links } else { &[] };
        if frame.len() > begun || *known != *links {
            write_links(&mut frame, known, &links, &next)?;
        }
        self.links = links;
        if frame.len() > begun {
            queue!(frame, EndSynchronizedUpdate)?;
            let mut out = io::stdout().lock();
            out.write_all(&frame)?;
            out.flush()?;
        }
        self.spare = self.shown.replace(next);
        Ok(())
    }
}

/// The area of a screen; what a terminal claims beyond any real one is left blank.
fn sane(columns: u16, rows: u16) -> Rect {
    Rect::new(0, 0, columns.min(1000), rows.min(500))
}

/// Writes the cells that differ, nothing where none does. On a blank screen only what is not blank is written, and no
/// second buffer is touched for it.
fn write_changes(frame: &mut Vec<u8>, shown: Option<&Buffer>, next: &Buffer) -> io::Result<()> {
    if let Some(shown) = shown {
        return write_cells(frame, |y| is_fenced(shown, y) || is_fenced(next, y), next, shown.diff_iter(next));
    }
    let width = usize::from(next.area.width.max(1));
    let cells = next.content.chunks(width).zip(0..).flat_map(|(row, y)| row.iter().zip(0..).map(move |(cell, x)| (x, y, cell)));
    write_cells(frame, |y| is_fenced(next, y), next, cells.filter(|(.., cell)| !is_blank(cell)))
}

/// A cell as it is on a blank screen. Comparing it with the empty cell would cost thrice as much.
fn is_blank(cell: &Cell) -> bool {
    matches!(cell.fg, Color::Reset) && matches!(cell.bg, Color::Reset) && cell.modifier.is_empty() && cell.symbol() == " "
}

/// Marks of right-to-left text ride on cells of the row.
fn is_fenced(buffer: &Buffer, y: u16) -> bool {
    let width = usize::from(buffer.area.width);
    let from = usize::from(y.saturating_sub(buffer.area.y)) * width;
    let row = buffer.content.get(from..from + width).unwrap_or_default();
    row.iter().map(Cell::symbol).any(|symbol| symbol.len() > 1 && symbol.ends_with(LRM))
}

/// Writes cells with their positions, and behind a symbol that a terminal may give more cells than the screen has for it
/// those that it may have covered. A row that `is_fenced` is written whole and in one go: mlterm counts each mark as a
/// column when it is told to go to one.
fn write_cells<'a>(
    frame: &mut Vec<u8>,
    is_fenced: impl Fn(u16) -> bool,
    next: &Buffer,
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> io::Result<()> {
    let mut pen = Pen { frame, style: PLAIN, cursor: None, marks: takes_marks(), covered: 0..0, row: 0 };
    let (mut row, mut fenced) = (None, false);
    for (x, y, cell) in cells {
        if row != Some(y) {
            pen.uncover(next, u16::MAX);
            (row, fenced) = (Some(y), is_fenced(y));
            if fenced {
                pen.write_row(next, y)?;
            }
        }
        if !fenced {
            pen.uncover(next, x);
            pen.write(x, y, cell, false);
        }
    }
    pen.uncover(next, u16::MAX);
    pen.end()
}

/// The terminal gives the marks of right-to-left text no cell. The Linux console gives them one, and mlterm room on the
/// line; but mlterm keeps borders where they are without them.
fn takes_marks() -> bool {
    std::env::var_os("MLTERM").is_none() && std::env::var_os("TERM").is_none_or(|name| name != "linux")
}

/// The look of a cell: colours and modifiers.
type Look = (Color, Color, Modifier);

const PLAIN: Look = (Color::Reset, Color::Reset, Modifier::empty());

/// Writes symbols. What a cell needs beyond its symbol is written where it differs from the cell before: most differ in
/// nothing.
struct Pen<'a> {
    frame: &'a mut Vec<u8>,
    style: Look,
    /// Where the terminal's cursor is, where all terminals agree.
    cursor: Option<(u16, u16)>,
    /// The terminal takes the marks of right-to-left text.
    marks: bool,
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
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != self.style {
            sgr::set(self.frame, cell.fg, cell.bg, cell.modifier);
            self.style = wanted;
        }
        let symbol = cell.symbol();
        if let [letter] = symbol.as_bytes() {
            // Most are one, and about its one cell there is no dispute.
            self.frame.push(*letter);
            self.moved(x, y, 1, 1);
            return;
        }
        let cells = cells_for(symbol);
        let disputed = if in_sequence { most_cells_of(symbol) != cells } else { is_composed(symbol) };
        if disputed && cells > 1 {
            // A terminal that gives it fewer cells would leave there what was there before.
            self.frame.extend(std::iter::repeat_n(b' ', usize::from(cells)));
            sgr::move_to(self.frame, x, y);
        }
        let symbol = if self.marks { symbol } else { symbol.trim_end_matches([LRM, RLE, PDF]) };
        self.frame.extend_from_slice(symbol.as_bytes());
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
    fn write_row(&mut self, next: &Buffer, y: u16) -> io::Result<()> {
        sgr::move_to(self.frame, 0, y);
        queue!(self.frame, SetAttribute(Attribute::Reset), Clear(ClearType::CurrentLine))?;
        (self.style, self.cursor) = (PLAIN, Some((0, y)));
        let mut x = 0;
        while let Some(cell) = next.cell((x, y)) {
            self.write(x, y, cell, true);
            x = self.covered.start;
        }
        self.covered = 0..0;
        Ok(())
    }

    fn end(self) -> io::Result<()> {
        if self.style != PLAIN {
            queue!(self.frame, SetAttribute(Attribute::Reset))?;
        }
        Ok(())
    }
}

/// The symbol is more than one character.
fn is_composed(symbol: &str) -> bool {
    symbol.len() > 1 && symbol.chars().nth(1).is_some()
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
fn write_links(frame: &mut Vec<u8>, known: &[WebLink], links: &[WebLink], next: &Buffer) -> io::Result<()> {
    for link in known.iter().filter(|link| !links.contains(link)) {
        write_cells(frame, |_| false, next, cells_of(link, next))?;
    }
    for link in links {
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

impl Drop for Screen {
    fn drop(&mut self) {
        self.undo_modes();
        self.write_what_waits();
        restore();
    }
}

/// Gives the terminal back, once.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // Nothing more can be done where the terminal is gone.
        let mut out = io::stdout().lock();
        let _ = out.write_all(MOUSE_OFF);
        let _ = execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, ResetColor, Show, EnableLineWrap, LeaveAlternateScreen);
        drop(out);
        let _ = terminal::disable_raw_mode();
    }
}
