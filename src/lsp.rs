//! A language server: an editor asks over standard input and hears over standard output (Language Server Protocol 3.17).
//!
//! `server` is the loop and the life of a session, `documents` what is open and what it holds, `lines` bytes as an editor counts
//! them, `view` one document as it is now. The rest is a file for each thing that is asked: `diagnostics`, `complete`, `hover`,
//! `links` (definition, references, other names), `outline` (symbols, folds), `fixes`. What stands at a place says `cursor`.

mod complete;
mod cursor;
mod diagnostics;
mod documents;
mod edits;
mod failure;
mod fixes;
mod hover;
mod lines;
mod links;
mod offered;
mod outline;
mod server;
mod view;

pub use documents::Host;
pub use server::serve;
