//! The terminal as a screen of cells, and the guard that gives it back as it was.

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use std::io::{self, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal is ours. The panic hook runs on any thread and must know whether there is something to give back.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// The screen. While it lives the terminal is in raw mode on its alternate screen; dropping it, or a panic anywhere,
/// gives the terminal back.
pub struct Screen {
    shown: Buffer,
    next: Buffer,
    /// What the next frame must do before its cells: enter the screen, or clear it.
    before: Vec<u8>,
}

impl Screen {
    /// Takes the terminal. Its first frame also switches the screen, in one write.
    pub fn enter() -> io::Result<Self> {
        let (columns, rows) = terminal::size()?;
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            hook(info);
        }));
        terminal::enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut before = Vec::new();
        queue!(before, EnterAlternateScreen, Hide)?;
        let empty = Buffer::empty(Rect::new(0, 0, columns, rows));
        Ok(Self { shown: empty.clone(), next: empty, before })
    }

    /// The size in cells.
    pub fn size(&self) -> Size {
        self.next.area.as_size()
    }

    /// Takes another size; the next frame draws everything anew.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        if self.size() == Size::new(columns, rows) {
            return;
        }
        let empty = Buffer::empty(Rect::new(0, 0, columns, rows));
        self.shown = empty.clone();
        self.next = empty;
        let clear = Clear(ClearType::All);
        // Writing to a vector does not fail.
        let _ = queue!(self.before, ResetColor, clear, MoveTo(0, 0));
    }

    /// Draws a frame: what changed since the last one, in one write inside a synchronized update.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Buffer)) -> io::Result<()> {
        self.next.reset();
        draw(&mut self.next);
        let changes = self.shown.diff(&self.next);
        if changes.is_empty() && self.before.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(4096);
        queue!(frame, BeginSynchronizedUpdate)?;
        frame.append(&mut self.before);
        CrosstermBackend::new(&mut frame).draw(changes.into_iter())?;
        queue!(frame, EndSynchronizedUpdate)?;
        let mut out = io::stdout().lock();
        out.write_all(&frame)?;
        out.flush()?;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once.
pub fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // Nothing more can be done where the terminal is gone.
        let _ = execute!(io::stdout().lock(), EndSynchronizedUpdate, ResetColor, Show, LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
    }
}
