//! Keeping what the briefings of a library say for the next start.

use super::briefings::Library;
use super::file_text::text_of;
use super::freshness::{AsRead, content_of};
use super::held_briefing::HeldBriefing;
use super::prepared::{Form, PreparedForms};
use super::store::{File, Store};

/// So many bytes are kept of a library.
const MOST: u64 = 64 * 1024 * 1024;

/// Keeps what is not kept yet, and lets go of briefings that the library no longer has.
pub fn prepare(library: &Library, forms: &PreparedForms) {
    let store = &**library.store();
    let mut kept = Vec::new();
    let mut size = 0;
    for held in library.entries() {
        let made_of = held.reads().iter().map(AsRead::content).collect();
        let mut edition = None;
        size += forms.put(&held.in_library, made_of, || form(held, store, &mut edition)).unwrap_or_default();
        if size > MOST {
            break;
        }
        kept.push(held.in_library.as_str());
    }
    forms.keep_only(&kept);
}

/// `edition` holds the text of the edition before. `None`: something is wrong with the form of the briefing, or its edition has
/// changed since.
fn form<'a>(held: &'a HeldBriefing, store: &dyn Store, edition: &'a mut Option<String>) -> Option<Form<'a>> {
    let briefing = held.well_formed()?;
    let named = briefing.sources.iter().zip(&held.resolved.texts);
    let sources = named.filter_map(|(source, text)| Some((source.file.as_ref()?.value.as_str(), text.as_deref().ok()?))).collect();
    let before = match held.previous.as_ref().and_then(|before| before.as_ref().ok()).zip(briefing.previous.as_deref()) {
        Some((before, path)) => Some((&**edition.insert(text_as_read(held, path, store)?), before, &*held.former_ids)),
        None => None,
    };
    Some(Form { text: &held.file, briefing, sources, before })
}

/// The text of a file that a briefing was read from, unless it is another by now.
fn text_as_read(held: &HeldBriefing, path: &str, store: &dyn Store) -> Option<String> {
    let file = File::Source(path.to_owned());
    let bytes = store.read(&file);
    let is_same = held.reads().iter().any(|read| read.file == file && read.content() == content_of(&bytes));
    text_of(path, bytes).ok().filter(|_| is_same)
}
