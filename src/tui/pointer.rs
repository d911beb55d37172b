//! What the mouse does, and what it can do it on.

use crate::keys::action::Action;

/// Something that the mouse did, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pointer {
    pub deed: Deed,
    pub x: u16,
    pub y: u16,
}

/// What the mouse did: with its left button, or its wheel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Press,
    Drag,
    Release,
    WheelUp,
    WheelDown,
}

/// Something around the columns that a click does something on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A place on the trail, by its depth from 0.
    Crumb(usize),
    /// A tab, 0-based.
    Tab(usize),
    /// A key in the line of hints, by what it does.
    Hint(Action),
}
