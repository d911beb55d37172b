//! English as the rules of meaning read it: words, phrases, clauses, and what a statement says of itself.
//!
//! A tagger of a kept library was weighed and left: it tags "may" as an auxiliary whether it speaks of a chance or of a right, and
//! brings a neural network and its model with it. What tells these apart are the words around them, and those are tables here.

pub mod align;
pub mod allowed;
pub mod attitude;
pub mod bearer;
pub mod belied;
pub mod bound;
pub mod class;
pub mod clause;
pub mod compare;
pub mod contraries;
pub mod course;
pub mod deeds;
pub mod due;
pub mod finite;
pub mod fronted;
pub mod governing;
pub mod hash;
pub mod joined;
pub mod joints;
pub mod language;
pub mod lexicon;
pub mod modal;
pub mod nameless;
pub mod no_denial;
pub mod no_hedge;
pub mod nouns;
pub mod object;
pub mod odds;
pub mod one_deed;
pub mod opposite;
pub mod order;
pub mod pairs;
pub mod parties;
pub mod passive;
pub mod peoples;
pub mod phrasal;
pub mod phrasebook;
pub mod phrases;
pub mod prepared;
pub mod ratio;
pub mod reader;
pub mod roles;
pub mod saying;
pub mod scope;
pub mod share;
pub mod speech;
pub mod statement;
pub mod stem;
pub mod stem_key;
pub mod synonyms;
pub mod time;
pub mod told_deeds;
pub mod verbs;
pub mod vocabulary;
pub mod word;

pub use language::is_foreign;
pub use phrasebook::Strength;
pub use statement::{Mark, Scope, Sense, Speech, Statement, Way};
