//! What may come, what we watch, what we do not know, and what we take for granted.

mod boards;
mod scenarios;

use super::build::Page;
use super::doc::Doc;
use crate::library::HeldBriefing;

pub fn page(entry: &HeldBriefing) -> Doc {
    let mut page = Page::new(entry, "Outlook", "what may come");
    scenarios::cone(&mut page);
    boards::indicators(&mut page);
    boards::gaps(&mut page);
    boards::assumptions(&mut page);
    page.finish()
}
