//! Briefings of a large library, each read when it is first asked for.

use super::held_briefing::HeldBriefing;
use std::sync::{Arc, OnceLock};

/// Who holds a reference to one of them must not lose it when another is opened, so they are a chain that only grows: they
/// are few, and looked through one by one.
#[derive(Debug, Default)]
pub struct Opened {
    first: OnceLock<Box<Link>>,
}

#[derive(Debug)]
struct Link {
    held: Arc<HeldBriefing>,
    next: OnceLock<Box<Link>>,
}

impl Opened {
    /// In the order in which they were opened.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<HeldBriefing>> {
        let mut next = self.first.get();
        std::iter::from_fn(move || {
            let link = next?;
            next = link.next.get();
            Some(&link.held)
        })
    }

    pub fn find(&self, id: &str) -> Option<&Arc<HeldBriefing>> {
        self.iter().find(|held| held.id == id)
    }

    /// Holds a briefing too. Where somebody else was quicker with one of its id, that one stays.
    pub fn hold(&self, held: &Arc<HeldBriefing>) -> &Arc<HeldBriefing> {
        let mut end = &self.first;
        loop {
            let link = end.get_or_init(|| Box::new(Link { held: Arc::clone(held), next: OnceLock::new() }));
            if link.held.id == held.id {
                return &link.held;
            }
            end = &link.next;
        }
    }
}

impl FromIterator<Arc<HeldBriefing>> for Opened {
    fn from_iter<T: IntoIterator<Item = Arc<HeldBriefing>>>(all: T) -> Self {
        let opened = Self::default();
        for held in all {
            opened.hold(&held);
        }
        opened
    }
}
