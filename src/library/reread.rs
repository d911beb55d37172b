//! Looking again at a library: what holds something else is read anew, and the rest stays.

use super::briefings::Library;
use super::held_briefing::HeldBriefing;
use super::stale::Stale;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The library as its store holds it now, all of it checked. `None`: nothing has changed. Of a file that cannot be read any
/// more the last good version stays, and all of a library that cannot be opened any more.
pub fn renewed(before: &Library) -> Option<Library> {
    let store = &**before.store();
    let held = before.entries();
    // Of a large library somebody else looks for those that are new.
    let there = held.iter().filter(|entry| !before.is_gone(entry)).map(|entry| entry.in_library.clone());
    let files = if before.is_large() { Ok(there.collect()) } else { store.list() };
    let files: Vec<String> = match files {
        Ok(files) => files,
        Err(error) => return before.that_is_lost(&error),
    };
    let known: HashMap<&str, &Arc<HeldBriefing>> = held.iter().map(|entry| (entry.in_library.as_str(), *entry)).collect();
    let looked_at: Vec<LookedAt> = files
        .par_iter()
        .map(|file| match known.get(file.as_str()) {
            Some(entry) => look_at(before, entry),
            None => LookedAt { entry: checked(HeldBriefing::read(store, file).on(before.today())), broken: None },
        })
        .collect();
    let (mut entries, broken): (Vec<Arc<HeldBriefing>>, Vec<_>) = looked_at.into_iter().map(|one| (one.entry, one.broken)).unzip();
    let broken: Vec<Arc<HeldBriefing>> = broken.into_iter().flatten().collect();
    let stale = broken.iter().map(|broken| {
        let why = broken.first_failure();
        let short = why.split(',').next().unwrap_or_default().to_owned();
        (broken.in_library.clone(), Stale::now(why, &short).going_on(before.stale(broken)))
    });
    let stale = stale.collect();
    if same(&entries, held.iter().copied()) && same(&broken, before.broken()) && before.has_stale(&stale) {
        return None;
    }
    if !before.is_large() {
        own_those_of_one_id(&mut entries, before);
    }
    Some(before.with(entries, broken, stale))
}

fn same<'a>(one: &[Arc<HeldBriefing>], other: impl IntoIterator<Item = &'a Arc<HeldBriefing>>) -> bool {
    one.iter().map(Arc::as_ptr).eq(other.into_iter().map(Arc::as_ptr))
}

struct LookedAt {
    entry: Arc<HeldBriefing>,
    /// What the file holds now, if `entry` is the last good version in its place.
    broken: Option<Arc<HeldBriefing>>,
}

fn look_at(before: &Library, entry: &Arc<HeldBriefing>) -> LookedAt {
    let store = &**before.store();
    let kept = before.broken().iter().find(|broken| broken.in_library == entry.in_library);
    if kept.unwrap_or(entry).is_as_read(store) {
        return LookedAt { entry: Arc::clone(entry), broken: kept.cloned() };
    }
    if kept.is_some() && entry.is_as_read(store) {
        return LookedAt { entry: Arc::clone(entry), broken: None };
    }
    let mut new = before.read(&entry.id, &entry.in_library);
    if new.is_whole() || !entry.is_whole() {
        return LookedAt { entry: checked(new), broken: None };
    }
    new.id.clone_from(&entry.id);
    LookedAt { entry: Arc::clone(entry), broken: Some(checked(new)) }
}

/// The rules run here, so that nobody who looks at the new version waits for them.
fn checked(entry: HeldBriefing) -> Arc<HeldBriefing> {
    let _ = entry.report();
    Arc::new(entry)
}

/// A briefing whose id stands twice is renamed, and one that stands alone again gets its own id back. Others may be looking
/// at it, so that is done to a copy that is read anew.
fn own_those_of_one_id(entries: &mut [Arc<HeldBriefing>], before: &Library) {
    let mut ids: HashMap<String, usize> = HashMap::new();
    for entry in &*entries {
        *ids.entry(entry.resolved.briefing.id.clone()).or_default() += 1;
    }
    for entry in entries {
        let own = &entry.resolved.briefing.id;
        let is_twice = ids.get(own).is_some_and(|times| *times > 1);
        if (is_twice || entry.id != *own) && Arc::strong_count(entry) > 1 {
            *entry = Arc::new(HeldBriefing::read(&**before.store(), &entry.in_library).on(before.today()));
        }
    }
}
