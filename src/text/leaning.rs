//! Words that lean on what follows.

/// No line ends with one of these unless it was wrapped, and no text unless it was cut.
#[rustfmt::skip]
pub const LEANING: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "and", "or", "but", "that", "which", "whose", "is", "are",
    "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "may", "might", "should", "its", "their", "his", "her", "this",
    "those", "these", "than", "as", "not", "between", "under", "over", "after", "before", "when", "where", "while", "who",
    "и", "в", "на", "с", "по", "из", "к", "от", "для", "что", "не", "о", "у", "за", "или", "но",
    "der", "die", "das", "den", "dem", "des", "und", "oder", "von", "mit", "zu", "im", "ein", "eine", "einer",
    "le", "la", "les", "de", "du", "et", "des", "que", "el", "los", "las", "del", "y",
];

/// With these a name of several words begins, and hardly anything ends.
pub const NAMES_BEGIN: &[&str] = &[
    "United", "Saudi", "New", "San", "Santa", "Los", "Las", "El", "Abu", "Umm", "Ras", "Bandar", "Port", "Puerto", "Hong", "Sri",
    "Burkina", "Papua", "Tel", "Sheikh",
];
