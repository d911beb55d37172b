//! bluf (bottom line up front): a terminal browser for analysts' briefings.
//!
//! Text becomes briefings, briefings become pages, pages become rows, rows become cells; one state machine stands in
//! the middle, and all input and output at the rim. The order of the rooms below is the law: a room uses only what
//! stands above it, and `tests/suite/house.rs` holds it to that.

// Width, wrapping, folding, neutralising, lines and columns.
pub mod text;

// YAML that knows where it stands in its file, and what is wrong with it.
pub mod yaml;

// What a person may set, and where it is said.
pub mod settings;

// What a key can do, and which key does it.
pub mod keys;

// Vocabularies, model, reader, anchors and links of a briefing.
pub mod briefing;

// The rules of tradecraft and form.
pub mod check;

// The reader's own files: notes, and where the program was left.
pub mod own;

// Finding, reading and watching the briefings of a library.
pub mod library;

// Places, pages, figures, rows.
pub mod page;

// What is written for elsewhere: pages, findings, rules and notes, in their formats.
pub mod export;

// The terminal browser.
pub mod tui;

// The same walk as numbered plain text.
pub mod linear;

// The command line.
pub mod cli;
