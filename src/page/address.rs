//! Addresses, as people type them and hand them on: a place as a word, and perhaps the hash of the claim that was there.

use super::at::{At, locate};
use super::library_page::Over;
use super::place::{IF_FALSE, Place, ScaleName, Side, Spot};
use super::styled_text::one_line;
use super::world::World;
use crate::catalogue::Sort;
use crate::text::web::web_address;
use std::fmt;
use std::str::FromStr;

/// What stands before the number of a slide.
const SLIDE: &str = "slide/";
/// What stands between a briefing and a question that is put to it.
const QUESTION: &str = "/question/";

/// How many digits of a claim's hash are copied with its address.
const DIGITS: usize = 8;

const FORMATS: &str = "formats:";
const SEARCH: &str = "search:";
const SAVED: &str = "saved:";
const FILTER: &str = "filter:";
const SORT: &str = "sort:";
const GROUP: &str = "group:";
const EXPORT: &str = "export:";

/// `port-strike#C1@1f2e3d4c`: a place, and the claim that whoever copied the address saw there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub place: Place,
    /// The first digits of the hash of the claim's text and quotes.
    pub hash: Option<String>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Library => f.write_str("library"),
            Self::Help => f.write_str("help"),
            Self::Notes => f.write_str("notes"),
            Self::Recent => f.write_str("recent"),
            Self::Action(name) => write!(f, "action:{name}"),
            Self::Scale(scale) => write!(f, "scale:{}", scale.name()),
            Self::Themes => f.write_str("themes"),
            Self::Theme(name) => write!(f, "theme:{name}"),
            Self::Web(address) => f.write_str(address),
            Self::Filters => f.write_str("filters"),
            Self::Filter(filter) => write!(f, "{FILTER}{filter}"),
            Self::Sort(name) => write!(f, "{SORT}{name}"),
            Self::Group(name) => write!(f, "{GROUP}{name}"),
            Self::Over(over) => over.fmt(f),
            Self::Search(query) => write!(f, "{SEARCH}{query}"),
            Self::Saved(name) => write!(f, "{SAVED}{name}"),
            Self::Question { briefing, words } => write!(f, "{briefing}{QUESTION}{words}"),
            Self::Formats(of) => write!(f, "{FORMATS}{of}"),
            Self::Export(format, of) => write!(f, "{EXPORT}{format}:{of}"),
            Self::In { briefing, spot } => match spot {
                Spot::Cover => f.write_str(briefing),
                Spot::Section(slug) => write!(f, "{briefing}/{slug}"),
                Spot::Timeline => write!(f, "{briefing}/timeline"),
                Spot::Actors => write!(f, "{briefing}/actors"),
                Spot::Outlook => write!(f, "{briefing}/outlook"),
                Spot::Alternatives => write!(f, "{briefing}/alternatives"),
                Spot::Candidates => write!(f, "{briefing}/candidates"),
                Spot::Check => write!(f, "{briefing}/check"),
                Spot::Tour => write!(f, "{briefing}/tour"),
                Spot::Slide(number) => write!(f, "{briefing}/{SLIDE}{number}"),
                Spot::Sources => write!(f, "{briefing}/source"),
                Spot::Source { source, sentence: None } => write!(f, "{briefing}/source/{source}"),
                Spot::Source { source, sentence: Some(number) } => write!(f, "{briefing}/source/{source}:{number}"),
                Spot::Sentence { source, sentence } => write!(f, "{briefing}#{source}:{sentence}"),
                Spot::Passage { claim, passage } => write!(f, "{briefing}#{claim}:{passage}"),
                Spot::Item(id) => write!(f, "{briefing}#{id}"),
                Spot::Side { judgement, side } => write!(f, "{briefing}#{judgement}:{}", side.name()),
                Spot::IfFalse(id) => write!(f, "{briefing}#{id}:{IF_FALSE}"),
                Spot::Change => write!(f, "{briefing}/change"),
                Spot::Drift { source } => write!(f, "{briefing}/source/{source}/drift"),
            },
        }
    }
}

impl FromStr for Place {
    type Err = NoAddress;

    fn from_str(address: &str) -> Result<Self, NoAddress> {
        place(address).ok_or_else(|| NoAddress(address.to_owned()))
    }
}

/// Makes a place of a name.
type Made = fn(String) -> Place;

fn place(address: &str) -> Option<Place> {
    match address {
        "" | "theme:" => return None,
        "library" => return Some(Place::Library),
        "help" => return Some(Place::Help),
        "themes" => return Some(Place::Themes),
        "notes" => return Some(Place::Notes),
        "recent" => return Some(Place::Recent),
        "filters" => return Some(Place::Filters),
        _ => {}
    }
    let named: [(_, Made); 5] =
        [("action:", Place::Action), ("theme:", Place::Theme), (FILTER, Place::Filter), (GROUP, Place::Group), (SAVED, Place::Saved)];
    let name_behind = |begins: &str| address.strip_prefix(begins).filter(|name| !name.is_empty()).map(one_line);
    if let Some(place) = named.iter().find_map(|(begins, place)| name_behind(begins).map(place)) {
        return Some(place);
    }
    if let Some(name) = address.strip_prefix(SORT) {
        return Sort::named(name).map(|sort| Place::Sort(sort.name().to_owned()));
    }
    if let Some(query) = address.strip_prefix(SEARCH) {
        return Some(Place::Search(one_line(query.trim())));
    }
    if let Some(of) = address.strip_prefix(FORMATS) {
        return handed(of).map(Place::Formats);
    }
    if let Some((format, of)) = address.strip_prefix(EXPORT).and_then(|rest| rest.split_once(':')) {
        return handed(of).filter(|_| !format.is_empty()).map(|of| Place::Export(format.to_owned(), of));
    }
    if let Some(name) = address.strip_prefix("scale:") {
        return match name {
            // There was TLP alone before there were others, and addresses are kept.
            "tlp" => Some(Place::Scale(ScaleName::Marking)),
            _ => ScaleName::ALL.into_iter().find(|scale| scale.name() == name).map(Place::Scale),
        };
    }
    if let Some(over) = Over::parse(&one_line(address)) {
        return Some(Place::Over(over));
    }
    // Web addresses come first: they have `#` and `/` of their own. So may a question.
    if let Some(web) = web_address(address) {
        return Some(Place::Web(web));
    }
    if let Some((briefing, words)) = address.split_once(QUESTION).filter(|(briefing, _)| !briefing.is_empty() && !briefing.contains('#')) {
        let words = one_line(words.trim());
        return (!words.is_empty()).then(|| Place::Question { briefing: briefing.to_owned(), words });
    }
    let (briefing, spot) = if let Some((briefing, item)) = address.split_once('#') {
        (briefing, item_spot(item)?)
    } else if let Some((briefing, view)) = address.split_once('/') {
        (briefing, view_spot(view)?)
    } else {
        (address, Spot::Cover)
    };
    (!briefing.is_empty()).then(|| Place::within(briefing, spot))
}

/// Only what is in a briefing is handed on.
fn handed(address: &str) -> Option<Box<Place>> {
    place(address).filter(|place| matches!(place, Place::In { .. })).map(Box::new)
}

/// What stands behind `#`: an item, a side of it, or something that is numbered in it.
fn item_spot(item: &str) -> Option<Spot> {
    let Some((id, name)) = item.rsplit_once(':') else { return (!item.is_empty()).then(|| Spot::Item(item.to_owned())) };
    let id = id.to_owned();
    if name == IF_FALSE {
        return (!id.is_empty()).then_some(Spot::IfFalse(id));
    }
    if let Some(side) = Side::ALL.into_iter().find(|side| side.name() == name) {
        return Some(Spot::Side { judgement: id, side });
    }
    Some(if is_claim(&id) {
        Spot::Passage { claim: id, passage: name.parse().ok()? }
    } else {
        Spot::Sentence { source: id, sentence: name.parse().ok()? }
    })
}

/// What stands behind `/`: a view, a source's text, or a section.
fn view_spot(view: &str) -> Option<Spot> {
    Some(match view {
        "" => return None,
        "cover" => Spot::Cover,
        "timeline" => Spot::Timeline,
        "actors" => Spot::Actors,
        "outlook" => Spot::Outlook,
        "alternatives" => Spot::Alternatives,
        "candidates" => Spot::Candidates,
        "check" => Spot::Check,
        "tour" => Spot::Tour,
        "change" => Spot::Change,
        "source" => Spot::Sources,
        _ => match (view.strip_prefix("source/"), view.strip_prefix(SLIDE)) {
            (Some(source), _) => source_spot(source)?,
            (None, Some(number)) => Spot::Slide(number.parse().ok()?),
            (None, None) => Spot::Section(view.to_owned()),
        },
    })
}

fn source_spot(source: &str) -> Option<Spot> {
    if let Some((source, number)) = source.rsplit_once(':') {
        return Some(Spot::Source { source: source.to_owned(), sentence: Some(number.parse().ok()?) });
    }
    Some(match source.strip_suffix("/drift") {
        Some(source) => Spot::Drift { source: source.to_owned() },
        None => Spot::Source { source: source.to_owned(), sentence: None },
    })
}

/// The format gives ids of this shape to claims alone, so a number behind one is a passage's, and behind any other a
/// sentence's.
fn is_claim(id: &str) -> bool {
    id.strip_prefix('C').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoAddress(String);

impl fmt::Display for NoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is no address; expected BRIEFING, BRIEFING/SECTION, BRIEFING#J1, BRIEFING/source/ART:8, actor:NAME, scale:likelihood, library or help",
            self.0
        )
    }
}

impl std::error::Error for NoAddress {}

impl Address {
    /// With a hash where the place is a claim or a passage of one.
    #[must_use]
    pub fn of(at: &At<'_>) -> Self {
        Self { place: at.place(), hash: digest(at).map(|digest| digest[..DIGITS].to_owned()) }
    }

    /// What to tell the reader whose claim has changed since; nothing where it has not, or where the address has no
    /// hash.
    #[must_use]
    pub fn stale(&self, world: &World) -> Option<String> {
        let written = self.hash.as_ref()?;
        let Some(today) = locate(world, &self.place).ok().as_ref().and_then(digest) else {
            return Some(format!("{} is no claim, and only a claim's address has a hash.", self.place));
        };
        // Somebody may have written more digits than we copy: all of them are compared.
        let words =
            || format!("{} has changed since this address was copied: it is @{} now, and was @{written}.", self.place, &today[..DIGITS]);
        (!today.starts_with(written.as_str())).then(words)
    }
}

impl From<Place> for Address {
    fn from(place: Place) -> Self {
        Self { place, hash: None }
    }
}

/// The hash of the claim that a place shows.
fn digest(at: &At<'_>) -> Option<String> {
    let (held, found) = at.inside()?;
    Some(held.resolved.claim_digest(found.claim()?).to_string())
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)?;
        self.hash.as_ref().map_or(Ok(()), |hash| write!(f, "@{hash}"))
    }
}

impl FromStr for Address {
    type Err = NoAddress;

    fn from_str(address: &str) -> Result<Self, NoAddress> {
        // An address on the web may have an `@` too; only what stands behind `#` can be a claim.
        let Some((place, hash)) = address.rsplit_once('@').filter(|(place, _)| place.contains('#')) else {
            return Ok(address.parse::<Place>()?.into());
        };
        // A SHA-256 has 64 digits.
        if !(DIGITS..=64).contains(&hash.len()) || !hash.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(NoAddress(address.to_owned()));
        }
        Ok(Self { place: place.parse()?, hash: Some(hash.to_ascii_lowercase()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_print_and_parse_back() {
        for address in [
            "library",
            "help",
            "notes",
            "recent",
            "scale:likelihood",
            "scale:marking",
            "https://a.example/x?y#z:8",
            "action:next-hit",
            "themes",
            "theme:high-contrast",
            "formats:a-b#C1:2",
            "export:html:a-b/source/ART:8",
            "a-b",
            "a-b/economics",
            "a-b/timeline",
            "a-b/actors",
            "a-b/outlook",
            "a-b/alternatives",
            "a-b/check",
            "a-b/tour",
            "a-b/slide/12",
            "a-b/slide",
            "a-b/question/Who pays for #J1, and how much?",
            "a-b/source",
            "a-b/source/ART",
            "a-b/source/ART:8",
            "a-b/source/ART:H1",
            "a-b#ART:H1",
            "a-b#ART:R4",
            "a-b#J1",
            "a-b#ART",
            "a-b#ART:8",
            "a-b#C5:2",
            "a-b#J1:confidence",
            "a-b#J1:contrary",
            "a-b#J1:alternatives",
            "a-b#J1:if-false",
            "a-b#C20:if-false",
            "a-b#ART:if-false",
            "a-b/change",
            "a-b/source/ART/drift",
            "a-b/source/ART/drift/drift",
        ] {
            assert_eq!(address.parse::<Place>().map(|place| place.to_string()), Ok(address.to_owned()));
        }
        assert_eq!("a-b/cover".parse(), Ok(Place::within("a-b", Spot::Cover)));
        for wrong in [
            "",
            "#J1",
            "/x",
            "a#",
            "a/",
            "scale:x",
            "theme:",
            "a#ART:x",
            "a/source/ART:x",
            "a/slide/",
            "a/slide/x",
            "a/slide/-1",
            "a/question/",
            "/question/x",
        ] {
            assert!(wrong.parse::<Place>().is_err(), "{wrong}");
        }
    }
    #[test]
    fn n11_addresses_with_a_hash_print_and_parse_back() {
        for address in ["a#C5@1f2e3d4c", "a#C5:2@1f2e3d4c5b6a", "a#C5", "a", "library", "a/source/ART:8"] {
            assert_eq!(address.parse::<Address>().map(|address| address.to_string()), Ok(address.to_owned()));
        }
        for wrong in ["a#C5@", "a#C5@1f2e", "a#C5@1f2e3d4g", "a#@1f2e3d4c", "@1f2e3d4c"] {
            assert!(wrong.parse::<Address>().map(|address| address.hash).unwrap_or_default().is_none(), "{wrong}");
        }
        for wrong in ["a#C5@", "a#C5@1f2e", "a#C5@1f2e3d4g", "a#@1f2e3d4c"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }
}
