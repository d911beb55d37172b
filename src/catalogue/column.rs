//! Columns of the index that have no row in the table of fields: what lists are sorted by, and what was indexed.

/// How near to the top a hit stands.
pub const RANK: &str = "rank";
/// A [`super::briefing_row::Indexed`].
pub const INDEXED: &str = "indexed";
pub const TITLE: &str = "title";
pub const PATH: &str = "file";
/// The marking of a briefing as it is shown.
pub const BANNER: &str = "banner";
pub const JUDGEMENTS: &str = "judgements";
/// The day of the horizon that comes first.
pub const HORIZON: &str = "horizon";
/// The more the worse.
pub const FINDINGS: &str = "findings";
/// What a document says, in a number.
pub const IMPRINT: &str = "imprint";
/// The last days of dates stand beside the first.
pub const LAST: &str = "last";
/// The file of the edition before.
pub const PREVIOUS: &str = "previous";
/// When an item happened, was published or was judged.
pub const DAY: &str = "day";
/// How a judgement was rated before its outcome was known, and when it was judged.
pub const RATED: &str = "rated";
pub const JUDGED: &str = "judged";
/// When an indicator was seen.
pub const SEEN: &str = "seen";
/// The first horizon of what an indicator bears on, and how that stands.
pub const DUE: &str = "due";
pub const STANDING: &str = "standing";
/// The numbers of items.
pub const NUMBERS: [&str; 6] = [DAY, RATED, JUDGED, SEEN, DUE, STANDING];
