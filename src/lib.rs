//! bluf (bottom line up front): a terminal browser for analysts' briefings.
//!
//! Text becomes briefings, briefings become pages, pages become rows, rows become cells; one state machine stands in the
//! middle, and all input and output at the rim. The order of the rooms below is the law: a room uses only what stands above
//! it. A room is a file and a folder of its name; its file says what each of its own files is about. `tests/suite/house.rs`
//! holds all of this: the order, no circle of files within a room either, no long file or function, and which crate is
//! named where.
//!
//! Two ways through the house, to learn it by. A file: `library::store` lists and reads it, `yaml::tree` gives its words
//! their places, `briefing::parse` makes it a briefing, `briefing::resolved` anchors its quotes, `page::of` makes pages of
//! it, `page::flow` rows of those, `tui::view` cells. A key: `tui::run::input` hears it, `tui::model::mode` knows what it
//! means now, `tui::model` changes and says what it wants done, `tui::run::effects` does it.

// Width, wrapping, folding (`fold` for quotes, `search_fold` for search), neutralising what could command a terminal,
// characters that look alike, digits of every script, lines and columns, and small words of messages (`plural`, `series`,
// `did_you_mean`): the only room that counts columns.
pub mod text;

// English as the rules of meaning read it: tables (`verbs`, `vocabulary`, `phrasebook`, `pairs`), words, clauses, and what a
// statement hedges (`modal`, `odds`), denies, bounds (`bound`, `share`), makes depend or has from others (`speech`), with how
// far each reaches (`scope`). In other languages it finds nothing.
pub mod english;

// YAML that knows where it stands in its file: the tree, what other readers would take for something else (`trap`), one
// reader of the fields of a mapping, findings, edits in place.
pub mod yaml;

// What a person may set, and who has said so: command line, environment, configuration file.
pub mod settings;

// The table of actions, keys by their names, and which key does what.
pub mod keys;

// A briefing: vocabularies and their words (`scale`), model, reader (`parse`), schema, source texts with their sentences
// and headings, anchors (`anchor`, with the words beside a quote in `context`), links (`graph`), what follows from them, and
// two editions compared (`change`).
pub mod briefing;

// How judgements came out: terms of a yardstick against what came, Brier's score, and how little few cases say.
pub mod score;

// The rules of tradecraft and form: one table (`rules`), a file a family, of which `faithful` holds claims to their quotes
// and `detail` their names and numbers; and the numbers, dates and names of a text as the rules compare them.
pub mod check;

// The reader's own files: notes and marks, what was read, saved searches, where the program was left (`last_place`).
pub mod personal;

// A document becomes the text of a source: what it is (`kind`), reading it in another run of the program with limits
// (`sandbox`), a reader a format, what was done to its words (`tidy`), its entry, and its place in the library (`seed_files`).
pub mod intake;

// The briefings of a library, each held with its findings; the store that their files lie in (a folder, the program
// itself), and hearing of changes.
pub mod library;

// What an analyst does to a briefing's file: each act is one edit (`candidates`, `changes`, `curate`, `drift`, `pins`, `quoting`,
// `rename`), and what it is not about stays byte by byte (`file`, `merge`).
pub mod acts;

// A language server for those who write in an editor: what it asks, a file for each thing, over the same reader, rules and acts.
pub mod lsp;

// What a library holds as rows, columns and words, kept in the cache and shared by several programs: the table of fields
// (`fields`, `vocabulary`), what is indexed of a briefing (`item`), refreshing, the query language (`query`), listings with
// their order and chips, and search.
pub mod catalogue;

// Places with their addresses, and what is found there (`at`), the page language (`doc`: blocks of `styled_text`, made by
// `builder`), a file a page (`of`; those over all briefings in `whole_library`), what is said of a place beside its page
// (`about`: names, numbers, citation, the reader's notes), figures, and how a page becomes rows (`flow`).
pub mod page;

// A briefing's skeleton made of the texts of its sources: sections, candidates, actors, dates, and nothing concluded; `write`
// makes the YAML.
pub mod draft;

// Pages, findings, notes and rules written for elsewhere, by one table of formats: a file or folder a format, `figure` for
// pictures in all of them, `paper` for what DOCX, PDF and Typst share, `page_set` for which pages are handed on. Of the PDF, `set`
// breaks text into lines, `pages` puts these on sheets, `draw` and `ink` leave the marks.
pub mod export;

// A talk in two terminals: what whoever speaks is told, the socket that it goes through, and what a talk leaves behind.
pub mod talk;

// The terminal browser: the state machine and what its keys mean (`model`, a file for each thing that keys do; `mode`, a
// file for each mode), a page at a width (`flowed`), columns, layout and themes, drawing (`view`, a file for each part of
// the screen: `first_line`, `tabs`, `column`, `last_line`), and the loop that alone does input and output
// (`run`: bytes of the terminal become keys in `keys`, what is to be done is done in `effects`, cells are written in `pen`).
pub mod tui;

// The same walk as numbered plain text, for screen readers and terminals that can do nothing.
pub mod linear;

// The command line: a file a subcommand, and the session that opens library and configuration for all of them.
pub mod cli;
