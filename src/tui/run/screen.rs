//! The terminal as a screen of cells, and the guard that gives it back as it was.

use super::sgr;
use crate::text::width;
use crate::tui::view::WebLink;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::{Attribute, Print, ResetColor, SetAttribute};
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use std::io::{self, Write, stdin};
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
        queue!(self.before, EnterAlternateScreen, Hide, EnableBracketedPaste)?;
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
        restore();
        self.lent = tcgetattr(stdin()).ok();
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
        return write_cells(frame, shown.diff_iter(next));
    }
    let width = usize::from(next.area.width.max(1));
    let cells = next.content.chunks(width).zip(0..).flat_map(|(row, y)| row.iter().zip(0..).map(move |(cell, x)| (x, y, cell)));
    write_cells(frame, cells.filter(|(.., cell)| **cell != Cell::EMPTY))
}

/// Writes cells with their positions. What a cell needs beyond its symbol is written where it differs from the cell
/// before: most differ in nothing.
fn write_cells<'a>(frame: &mut Vec<u8>, cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> io::Result<()> {
    let plain = (Color::Reset, Color::Reset, Modifier::empty());
    let mut style = plain;
    let mut cursor = None;
    for (x, y, cell) in cells {
        if cursor != Some((x, y)) {
            queue!(frame, MoveTo(x, y))?;
        }
        // Behind a symbol two cells wide the cursor is further; the next cell is then too, and moves it.
        cursor = Some((x + 1, y));
        let wanted = (cell.fg, cell.bg, cell.modifier);
        if wanted != style {
            sgr::set(frame, cell.fg, cell.bg, cell.modifier)?;
            style = wanted;
        }
        frame.extend_from_slice(cell.symbol().as_bytes());
    }
    if style != plain {
        queue!(frame, SetAttribute(Attribute::Reset))?;
    }
    Ok(())
}

/// Writes the cells of web addresses once more, between the sequences that begin and end a link (OSC 8), and without one
/// those that are no link any more. Nothing where neither the cells nor the links have changed.
fn write_links(frame: &mut Vec<u8>, known: &[WebLink], links: &[WebLink], next: &Buffer) -> io::Result<()> {
    for link in known.iter().filter(|link| !links.contains(link)) {
        write_cells(frame, cells_of(link, next))?;
    }
    for link in links {
        // The address is printable ASCII, so it cannot end the sequence.
        queue!(frame, Print(format_args!("\x1b]8;id={};{}\x1b\\", link.id, link.address)))?;
        write_cells(frame, cells_of(link, next))?;
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
        restore();
    }
}

/// Gives the terminal back, once.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // Nothing more can be done where the terminal is gone.
        let mut out = io::stdout().lock();
        let _ = out.write_all(MOUSE_OFF);
        let _ = execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, ResetColor, Show, LeaveAlternateScreen);
        drop(out);
        let _ = terminal::disable_raw_mode();
    }
}
