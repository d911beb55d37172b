//! Which briefings of a held library use one source: looked up once for a library, since pages of sources are made at every
//! key.

use crate::briefing::SourceText;
use crate::briefing::model::Source;
use crate::library::Library;
use crate::text::hash::hash_of;
use crate::text::web::same_page;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A briefing and what it calls the source.
pub type Use = (String, String);

/// By an address or a text.
type Uses = HashMap<Key, Vec<Use>>;

#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    Address(String),
    /// By its length and its hash.
    Text(usize, u64),
}

/// Of the library that was asked for last.
#[derive(Default)]
pub struct Origins(Mutex<Option<(Library, Arc<Uses>)>>);

impl fmt::Debug for Origins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Origins").finish_non_exhaustive()
    }
}

fn keys(source: &Source, text: Option<&SourceText>) -> Vec<Key> {
    let address = source.url.as_ref().and_then(|url| same_page(&url.value)).map(Key::Address);
    let text = text.map(SourceText::text).filter(|text| !text.trim().is_empty());
    address.into_iter().chain(text.map(|text| Key::Text(text.len(), hash_of(text)))).collect()
}

impl Origins {
    /// All that use a source: it lies at one address, or has one text.
    #[must_use]
    pub fn of(&self, library: &Library, source: &Source, text: Option<&SourceText>) -> Vec<Use> {
        let uses = self.uses(library);
        keys(source, text).iter().filter_map(|key| uses.get(key)).flatten().cloned().collect()
    }

    fn uses(&self, library: &Library) -> Arc<Uses> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, uses)) = known.as_ref().filter(|(of, _)| of.is_same(library)) {
            return Arc::clone(uses);
        }
        let mut uses = Uses::new();
        for held in library.entries() {
            for (at, source) in held.resolved.briefing.sources.iter().enumerate() {
                for key in keys(source, held.resolved.text(at)) {
                    uses.entry(key).or_default().push((held.id.clone(), source.head.id.value.clone()));
                }
            }
        }
        let uses = Arc::new(uses);
        *known = Some((library.clone(), Arc::clone(&uses)));
        uses
    }
}
