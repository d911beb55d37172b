//! What is shown although its file holds something else by now, or nothing.

use crate::text::os_error::without_number;
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// When that was seen first.
    pub since: SystemTime,
    /// "line 41, unknown field `qoute`".
    pub why: String,
    /// The same where there is little room: "line 41".
    pub short: String,
}

impl Stale {
    pub(super) fn now(why: String, short: &str) -> Self {
        Self { since: SystemTime::now(), why, short: short.to_owned() }
    }

    /// Of a library that cannot be opened any more.
    pub(super) fn lost(error: &anyhow::Error) -> Self {
        Self::now(without_number(&format!("{error:#}")).to_owned(), "not read")
    }

    /// As long as the one before is not over, it is the same staleness: whatever the reason is by now.
    pub(super) fn going_on(self, before: Option<&Self>) -> Self {
        Self { since: before.map_or(self.since, |before| before.since), ..self }
    }

    /// Seconds since 1970.
    #[must_use]
    pub fn seconds(&self) -> u64 {
        self.since.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }
}
