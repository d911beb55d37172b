//! What the product promises, held through the front door: keys in, screen out; file in, findings out. What the codes mean
//! that names of tests begin with, `tests/promises.md` says.

#![allow(clippy::panic, reason = "a test that cannot go on says why")]

mod bad_input;
mod change;
mod columns;
mod command_line;
mod configuration;
mod copying;
mod corpora;
mod crawl;
mod details;
mod dike;
mod direction;
mod editing;
mod edits;
mod hedges;
mod horizon;
mod house;
mod if_false;
mod in_place;
mod input;
mod integrity;
mod kinds;
mod linear;
mod lists;
mod long_page;
mod map;
mod marking;
mod meaning;
mod modes;
mod mouse;
mod notes;
mod outcomes;
mod packaging;
mod pictures;
mod place;
mod promises;
mod provenance;
mod reading;
mod rules;
mod saving;
mod schema;
mod screens;
mod scripts;
mod sentences;
mod sides;
mod store;
mod structure;
mod support;
mod terminal;
mod themes;
mod tmux;
mod typed;
mod views;
mod yaml;
