//! Today, and outputs that are to be the same tomorrow.

use crate::briefing::Date;
use std::time::{SystemTime, UNIX_EPOCH};

/// The environment variable that sets today, in seconds since 1970 (reproducible-builds.org, `SOURCE_DATE_EPOCH`).
pub const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// Whoever sets the day wants the same output tomorrow, so nothing is remembered.
pub fn is_reproducible() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// Today in UTC, or the day that the environment names.
pub fn today() -> Date {
    let named = std::env::var(VARIABLE).ok().and_then(|seconds| seconds.parse::<u64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::of_unix_time(named.unwrap_or_else(now))
}
