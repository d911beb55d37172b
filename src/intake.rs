//! A document becomes the text of a source: its words, what it states of itself, and what was left out.

pub mod block;
#[cfg(feature = "intake")]
mod docx;
pub mod entry;
#[cfg(feature = "intake")]
mod html;
pub mod kind;
#[cfg(feature = "intake")]
mod mail;
#[cfg(feature = "intake")]
mod markdown;
#[cfg(feature = "intake")]
mod metadata;
#[cfg(feature = "intake")]
mod pdf;
mod plain;
mod read;
pub mod sandbox;
pub mod seed_files;
pub mod taken;
mod tidy;

pub use kind::Kind;
pub use taken::{Stated, Taken};
