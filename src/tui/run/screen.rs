//! The terminal as a screen of cells, and the guard that gives it back as it was.

use super::pen::{write_changes, write_links};
use crate::tui::view::WebLink;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use rustix::io::retry_on_intr;
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
        // A symbol that a terminal gives more cells than we do must not run into the next line.
        queue!(self.before, EnterAlternateScreen, DisableLineWrap, Hide, EnableBracketedPaste)?;
        if self.mouse {
            self.before.extend_from_slice(MOUSE_ON);
        }
        Ok(())
    }

    /// Asks the terminal for the mouse, or leaves it to the terminal, with the next frame.
    pub fn set_mouse(&mut self, captured: bool) {
        self.mouse = captured;
        self.before.extend_from_slice(if captured { MOUSE_ON } else { MOUSE_OFF });
    }

    /// Writes bytes with the next frame, before its cells.
    pub fn send(&mut self, bytes: &[u8]) {
        self.before.extend_from_slice(bytes);
    }

    /// Gives the terminal to another program, as it was found.
    pub fn lend(&mut self) {
        self.write_what_waits();
        restore();
        self.lent = retry_on_intr(|| tcgetattr(stdin())).ok();
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
            let _ = retry_on_intr(|| tcsetattr(stdin(), OptionalActions::Flush, &modes));
        }
    }

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
