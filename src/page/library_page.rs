//! Pages over the whole library, in words: what each is about, and of which time.

use crate::catalogue::Standing;
use crate::text::plain_name as plain;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Over {
    pub what: What,
    /// `None`: of all times.
    pub period: Option<Period>,
    /// Of a list that is too long for a page and of one time: its first row here, 0-based.
    pub from: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum What {
    /// By any of its names.
    Actor(String),
    Tag(String),
    /// By its publisher, its address, or the SHA-256 of its text.
    Source(String),
    /// What we watch: all of it, or what stands so.
    Signposts(Option<Standing>),
    /// Judgements past their horizon without an outcome.
    Overdue,
    /// How judgements came out: all of them, or some.
    Score(Option<Slice>),
}

/// Some of the judgements whose outcome is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Slice {
    /// A yardstick and one of its terms: `icd203 likely`.
    Likelihood(String),
    Author(String),
    /// By its slug.
    Section(String),
    Year(i32),
    /// `partly`, `void`.
    Outcome(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Undated,
    Year(i64),
    Month(i64, u8),
}

impl What {
    fn head(&self) -> &'static str {
        match self {
            Self::Actor(_) => "actor",
            Self::Tag(_) => "tag",
            Self::Source(_) => "source",
            Self::Signposts(_) => "signposts",
            Self::Overdue => "overdue",
            Self::Score(_) => "score",
        }
    }

    /// What stands behind the colon of its address; nothing where it needs none.
    fn name(&self) -> String {
        match self {
            Self::Actor(name) | Self::Tag(name) | Self::Source(name) => name.clone(),
            Self::Signposts(standing) => standing.map_or_else(String::new, |standing| standing.name().to_owned()),
            Self::Overdue => String::new(),
            Self::Score(slice) => slice.as_ref().map_or_else(String::new, Slice::to_string),
        }
    }

    fn parse(head: &str, name: Option<&str>) -> Option<Self> {
        let named = |what: fn(String) -> Self| name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).map(what);
        match (head, name) {
            ("actor", _) => named(Self::Actor),
            ("tag", _) => named(Self::Tag),
            ("source", _) => named(Self::Source),
            ("signposts", None) => Some(Self::Signposts(None)),
            ("signposts", Some(name)) => Some(Self::Signposts(Some(Standing::named(name)?))),
            ("overdue", None) => Some(Self::Overdue),
            ("score", None) => Some(Self::Score(None)),
            ("score", Some(name)) => Some(Self::Score(Some(Slice::parse(name)?))),
            _ => None,
        }
    }
}

impl fmt::Display for Slice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Likelihood(term) => write!(f, "likelihood:{term}"),
            Self::Author(name) => write!(f, "author:{name}"),
            Self::Section(slug) => write!(f, "section:{slug}"),
            Self::Year(year) => write!(f, "year:{year}"),
            Self::Outcome(came) => write!(f, "outcome:{came}"),
        }
    }
}

impl Slice {
    fn parse(text: &str) -> Option<Self> {
        let (field, value) = text.split_once(':')?;
        let value = value.trim().to_owned();
        if value.is_empty() {
            return None;
        }
        Some(match field {
            "likelihood" => Self::Likelihood(value),
            "author" => Self::Author(value),
            "section" => Self::Section(value),
            "year" => Self::Year(value.parse().ok()?),
            "outcome" => Self::Outcome(value),
            _ => return None,
        })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undated => f.write_str(UNDATED),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

const UNDATED: &str = "undated";

impl Period {
    fn parse(text: &str) -> Option<Self> {
        if text == UNDATED {
            return Some(Self::Undated);
        }
        // The year may have a sign of its own.
        match text.rsplit_once('-').filter(|(year, month)| !year.is_empty() && month.len() == 2) {
            Some((year, month)) => Some(Self::Month(year.parse().ok()?, month.parse().ok().filter(|month| (1..=12).contains(month))?)),
            None => text.parse().ok().map(Self::Year),
        }
    }
}

impl From<What> for Over {
    fn from(what: What) -> Self {
        Self::new(what, None)
    }
}

impl Over {
    /// Names are of briefings: they stand in heads, crumbs and addresses, and command nothing there.
    #[must_use]
    pub fn new(what: What, period: Option<Period>) -> Self {
        let what = match what {
            What::Actor(name) => What::Actor(plain(&name)),
            What::Tag(name) => What::Tag(plain(&name)),
            What::Source(name) => What::Source(plain(&name)),
            What::Score(Some(slice)) => What::Score(Some(match slice {
                Slice::Likelihood(name) => Slice::Likelihood(plain(&name)),
                Slice::Author(name) => Slice::Author(plain(&name)),
                Slice::Section(name) => Slice::Section(plain(&name)),
                Slice::Outcome(name) => Slice::Outcome(plain(&name)),
                year @ Slice::Year(_) => year,
            })),
            what => what,
        };
        Self { what, period, from: 0 }
    }
}

impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what.head())?;
        if let Some(period) = self.period {
            write!(f, "@{period}")?;
        }
        if self.from > 0 {
            write!(f, "+{}", self.from)?;
        }
        let name = self.what.name();
        if name.is_empty() { Ok(()) } else { write!(f, ":{name}") }
    }
}

impl Over {
    /// `actor:Iran`, `actor@2024:Iran`, `actor@2024-03+400:Iran`, `signposts:due`, `score`.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let (before, name) = address.split_once(':').map_or((address, None), |(before, name)| (before, Some(name)));
        let (before, from) = match before.split_once('+') {
            Some((before, from)) => (before, from.parse().ok().filter(|from| *from > 0)?),
            None => (before, 0),
        };
        let (head, period) = match before.split_once('@') {
            Some((head, period)) => (head, Some(Period::parse(period)?)),
            None => (before, None),
        };
        Some(Self { from, ..Self::new(What::parse(head, name)?, period) })
    }

    /// In a word or two.
    #[must_use]
    pub fn title(&self) -> String {
        let title = match &self.what {
            What::Actor(name) | What::Tag(name) | What::Source(name) => name.clone(),
            What::Signposts(None) => "Signposts".to_owned(),
            What::Signposts(Some(standing)) => format!("Signposts {}", standing.name()),
            What::Overdue => "Overdue".to_owned(),
            What::Score(None) => "Score".to_owned(),
            What::Score(Some(Slice::Likelihood(name) | Slice::Author(name) | Slice::Section(name) | Slice::Outcome(name))) => {
                format!("Score {name}")
            }
            What::Score(Some(Slice::Year(year))) => format!("Score {year}"),
        };
        self.period.map_or_else(|| title.clone(), |period| format!("{title} {period}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n19_addresses_over_the_library_print_and_parse_back() {
        for address in [
            "actor:Iran",
            "actor@2024:Iran",
            "actor@2024-03:the town: its council",
            "actor@2024-03+400:the town: its council",
            "tag:ice jams",
            "source:The Daily Tide",
            "source@undated:https://a.example/x?y=1",
            "signposts",
            "signposts:due",
            "signposts@2027-06:due",
            "overdue",
            "overdue@-044",
            "score",
            "score:likelihood:phia highly likely",
            "score@2024:author:Bo Lind",
            "score:section:economics",
            "score:year:2024",
            "score:outcome:partly",
        ] {
            let over = Over::parse(address).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(over.to_string(), address);
        }
        for other in [
            "actor",
            "actor:",
            "tag: ",
            "signposts:x",
            "overdue:x",
            "score:x",
            "score:year:x",
            "actor@20x:Iran",
            "actor@2024+x:Iran",
            "actor@2024+0:Iran",
            "port-strike",
            "scale:marking",
        ] {
            assert_eq!(Over::parse(other), None, "{other}");
        }
    }
}
