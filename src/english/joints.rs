//! What says which of two things came first: "prior to", "in the wake of", "as soon as".

/// Each with whether what it is said of came before what stands behind it.
#[rustfmt::skip]
pub const JOINTS: &[(&str, bool)] = &[
    ("before", true), ("prior to", true), ("ahead of", true), ("in advance of", true), ("in the run up to", true), ("in the lead up to", true),
    ("on the eve of", true), ("until", true), ("till", true), ("in anticipation of", true), ("earlier than", true), ("leading up to", true),
    ("in the days before", true), ("preparatory to", true), ("pending", true), ("in preparation for", true),
    ("after", false), ("in the wake of", false), ("on the heels of", false), ("in the aftermath of", false), ("as soon as", false), ("once", false),
    ("later than", false), ("subsequent to", false), ("in response to", false), ("prompted by", false), ("triggered by", false), ("sparked by", false),
    ("provoked by", false), ("in reaction to", false), ("in retaliation for", false), ("in reply to", false), ("the moment", false),
    ("upon", false), ("in revenge for", false), ("in consequence of", false), ("as a result of", false), ("as a consequence of", false), ("as a sequel to", false),
    ("within minutes of", false), ("within hours of", false), ("within days of", false), ("within weeks of", false), ("within months of", false),
    ("by the time", true), ("when", true),
];

/// Verbs of what brings about what stands behind them.
pub const CAUSES: &str = "prompt trigger spark cause provoke ignite unleash spur precipitate occasion engender lead";
