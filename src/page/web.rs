//! An address on the web: nothing of it is loaded, it is shown and handed on.

use super::doc::{Block, Body, Doc, HOW};
use super::words::{Role, Text};

/// What there is to say of an address.
pub fn page(address: &str) -> Doc {
    let mut doc = Doc { title: "Web address".to_owned(), note: "outside the library".to_owned(), ..Doc::default() };
    let mut push = |key: &str, gap: bool, text: Text| {
        doc.blocks.push(Block { key: key.to_owned(), link: None, gap, mark: None, body: Body::Paragraph(text) });
    };
    push("address", false, Text::new(Role::Text, address));
    push("what", true, Text::new(Role::Quiet, "Nothing is loaded here."));
    push(HOW, false, Text::new(Role::Quiet, "Enter opens it in your browser; over ssh it is copied instead."));
    doc.finish(None)
}
