//! A language server: an editor asks over standard input and hears over standard output (Language Server Protocol 3.17).
//!
//! `server` is the loop and the life of a session, `documents` what is open and what it holds, `positions` bytes as an editor
//! counts them, `view` one document as it is now. The rest is a file for each thing that is asked: `diagnostics`, `complete`, `hover`,
//! `references` (definition, references, other names), `symbols` (outline, folds), `quick_fixes`. What stands at a place says `cursor`.

mod capabilities;
mod complete;
mod cursor;
mod diagnostics;
mod documents;
mod failure;
mod hover;
mod positions;
mod quick_fixes;
mod references;
mod server;
mod symbols;
mod text_edits;
mod view;

pub use documents::Host;
pub use server::serve;
