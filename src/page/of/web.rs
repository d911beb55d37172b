//! An address on the web: nothing of it is loaded, it is shown and handed on.

use crate::page::doc::{Block, Doc, Purpose};
use crate::page::styled_text::Role;

pub fn page(address: &str) -> Doc {
    let mut doc = Doc::new("Web address", "outside the library");
    doc.push(Block::paragraph("address", Role::Text, address));
    doc.push(Block::paragraph("what", Role::Quiet, "Nothing is loaded here.").gap());
    let how = "Enter opens it in your browser; over ssh it is copied instead.";
    doc.push(Block::paragraph("how", Role::Quiet, how).purpose(Purpose::How));
    doc.finish(None)
}
