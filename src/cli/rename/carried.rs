//! What a reader has of their own on what is called otherwise now: notes, and what was read.

use crate::briefing::rename::{Names, Of};
use crate::briefing::{Imprint, parse};
use crate::cli::session::Session;
use crate::library::HeldBriefing;
use crate::page::{Place, World};
use crate::personal::notes::carry;
use crate::personal::read::Change;
use crate::personal::read::file::{keep, path_of, read};
use crate::text::neutral;
use crate::yaml::Tree;

/// Carries both along. The file is written: what cannot be carried is told, and is no failure of it. Notes on an item are found
/// by its words.
pub fn carried(session: &Session, world: &World, held: &HeldBriefing, now: &str, names: &Names) {
    let new = names.get(&(Of::Briefing, held.resolved.briefing.id.clone())).filter(|_| held.id == held.resolved.briefing.id);
    let id = new.unwrap_or(&held.id);
    if let (Some(new), Some(shelf)) = (new, session.shelf(&world.library)) {
        let address = |address: &str| Some(address.parse::<Place>().ok()?.in_briefing(new).to_string());
        if let Err(why) = carry(&shelf, &held.id, new, address) {
            eprintln!("bluf: your notes on it are still on {}: {}", held.id, neutral(&why));
        }
    }
    let Some(path) = path_of(&world.library.store().place()).filter(|_| session.remembers()) else { return };
    let (before, _) = read(&path);
    let Some(edition) = before.edition(&held.id) else { return };
    let (briefing, _) = parse(Tree::read(now), id);
    let imprint = Imprint::of(id, &briefing);
    let name = |old: &str| names.iter().find(|((of, name), _)| matches!(of, Of::Item(_)) && name == old).map(|(_, new)| new.clone());
    let renamed = edition.renamed((&held.resolved.briefing, held.imprint()), (&briefing, &imprint), name);
    let gone = (*id != held.id).then(|| Change { briefing: held.id.clone(), read: None });
    let changes: Vec<Change> = gone.into_iter().chain([Change { briefing: id.clone(), read: Some(renamed) }]).collect();
    if let Err(why) = keep(&path, &before.with(&changes), &changes) {
        eprintln!("bluf: what you have read of it is not kept: {}", neutral(&why));
    }
}
