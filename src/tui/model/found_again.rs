//! A visit found again in a page that may be another by now.

use super::page_cache::Pages;
use crate::page::about::nearest::found;
use crate::page::{Doc, Place, World, page};
use crate::personal::last_place::{Quoted, Stay, Stop};
use crate::tui::position::Position;
use crate::tui::trail::Visit;

/// Pages about the program itself are not what a reader comes back to.
pub fn is_kept(place: &Place) -> bool {
    matches!(place, Place::Library | Place::Scale(_) | Place::Over(_) | Place::In { .. })
}

/// What is kept of where we are in a page. `quote` says how a place is kept.
pub fn stay(world: &World, pages: &Pages, visit: &Visit, quote: impl Fn(&Place) -> Quoted) -> Stay {
    let at = quote(&visit.place);
    if let Some(stay) = &visit.resume_at {
        return Stay { at, ..Stay::clone(stay) };
    }
    let stop = visit.stop.and_then(|stop| {
        let made = || page(world, &visit.place).ok().map(|doc| doc.links);
        let links = pages.any(&visit.place).map(|flowed| flowed.doc.links.clone()).or_else(made)?;
        let to = links.get(stop)?;
        let nth = links[..stop].iter().filter(|link| *link == to).count();
        Some(Stop { to: quote(to), nth, at: stop })
    });
    Stay { at, stop, follow: visit.cursor_moved, top: visit.top.as_ref().map(|top| top.to_keep().clone()) }
}

/// Finds in the page of a visit taken up what was kept of it.
pub fn settle(visit: &mut Visit, world: &World, doc: &Doc) {
    // Its page has nothing yet.
    if (visit.place.is_searched() || visit.place == Place::Library) && doc.links.is_empty() {
        return;
    }
    let Some(stay) = visit.resume_at.take() else { return };
    visit.stop = stay.stop.as_ref().and_then(|stop| {
        let to = found(world, &stop.to);
        nth_of(&doc.links, to.as_ref()?, stop.nth).or_else(|| Some(stop.at.min(doc.links.len().checked_sub(1)?)))
    });
    visit.cursor_moved = stay.follow && visit.stop.is_some();
    (visit.top, visit.seen) = (stay.top.as_ref().map(|top| Position::kept(top, doc)), None);
}

/// The stop that leads where the stop `stop` of the old page led, the same one of several, with so many new ones `above`; the
/// nearest if none does.
pub fn moved(old: &[Place], new: &[Place], stop: usize, above: usize) -> Option<usize> {
    let last = new.len().checked_sub(1)?;
    let Some(target) = old.get(stop) else { return Some(stop.min(last)) };
    let nth = old[..stop].iter().filter(|place| *place == target).count();
    Some(nth_of(new, target, nth + above).unwrap_or(stop.min(last)))
}

/// So many more links lead where the stop `stop` of the old page led.
pub fn more_of(old: &[Place], new: &[Place], stop: usize) -> usize {
    let Some(target) = old.get(stop) else { return 0 };
    let of = |links: &[Place]| links.iter().filter(|place| *place == target).count();
    of(new).saturating_sub(of(old))
}

/// The link number `nth`, 0-based, of those that lead to a place, or the last of them.
fn nth_of(links: &[Place], target: &Place, nth: usize) -> Option<usize> {
    let same = || links.iter().enumerate().filter(|(_, place)| *place == target).map(|(at, _)| at);
    same().nth(nth).or_else(|| same().next_back())
}
