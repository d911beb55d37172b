//! What may come, what we watch, what we do not know, and what we take for granted.

mod boards;
mod scenarios;

use crate::library::HeldBriefing;
use crate::page::build::Page;
use crate::page::doc::Doc;

pub fn page(held: &HeldBriefing) -> Doc {
    let mut page = Page::new(held, "Outlook", "what may come");
    scenarios::cone(&mut page);
    boards::indicators(&mut page);
    boards::gaps(&mut page);
    boards::assumptions(&mut page);
    page.finish()
}
