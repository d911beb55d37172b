//! What is written for elsewhere: formats, a row each, and what is written in them, a file each.
//!
//! Everything here is pure: it is told of colour and width, and gives back text or bytes. The same input gives the same bytes.

pub mod annotations;
pub mod as_lines;
pub mod briefing_format;
pub mod csl;
pub mod diff;
pub mod docx;
pub mod figure;
pub mod findings;
pub mod graph;
pub mod hits;
pub mod html;
pub mod letterhead;
pub mod markdown;
pub mod markup;
pub mod memo;
pub mod notes;
pub mod page_set;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod rules;
pub mod score;
pub mod signposts;
pub mod slides;
pub mod stix;
pub mod svg;
pub mod text;
pub mod typst;
pub mod units;

use crate::briefing::{Finding, Level};
use crate::check::Rule;
use crate::page::about_program::FormatRow;
use crate::page::{Place, Spot, World, locate};
use crate::settings::Settings;
use findings::{Reported, human, json, sarif};
use hits::Found;
use letterhead::Letter;
use memo::Memo;
use notes::{Listed, json as notes_json};
use page_set::{Extent, Handed};
use slides::Deck;
use std::error::Error;
use std::sync::Arc;
use std::{fmt, io};

/// A format, and how things are written in it; `None` for what is not written in it.
#[derive(Debug)]
pub struct Format {
    pub name: &'static str,
    /// Words that end a sentence: "As one JSON document".
    pub help: &'static str,
    /// How the names of its files end; empty where nothing is handed on in it.
    pub ending: &'static str,
    pub handed: Option<fn(&Handed<'_>) -> Bytes>,
    pub holds: Holds,
    /// A memo in this form.
    pub memo: Option<fn(&Memo<'_>) -> Bytes>,
    /// The slides of a talk in this form.
    pub slides: Option<fn(&Deck<'_>) -> Bytes>,
    /// Of a format that comes in the forms of others: those.
    pub forms: Option<fn(&Format) -> bool>,
    /// The flag asks for colour.
    pub findings: Option<fn(&[Reported<'_>], bool) -> Written>,
    pub rules: Option<fn(&[&Rule]) -> String>,
    pub notes: Option<fn(&World, &[Listed<'_>]) -> Written>,
    /// What a search has found.
    pub hits: Option<fn(&Found<'_>) -> Written>,
    /// What differs between two editions: the page of it.
    pub diff: Option<fn(&Handed<'_>) -> Bytes>,
    /// The format of a briefing's file.
    pub schema: Option<fn() -> Written>,
}

/// What is in a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Pages as they are read: with notes and findings where these are asked for.
    Pages,
    /// All that is known, what the check finds too; notes where they are asked for.
    All,
    /// A letterhead, and so much as fits on its page.
    Letter,
    /// What its standard has room for.
    Part,
}

/// Which findings stand in what is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    All,
    Errors,
    Nothing,
}

pub type Written = serde_json::Result<String>;
pub type Bytes = Result<Vec<u8>, NotWritten>;

/// Why something cannot be handed on, and what would help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotWritten(pub String);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for NotWritten {}

impl From<io::Error> for NotWritten {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<serde_json::Error> for NotWritten {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

#[cfg(feature = "pdf")]
const PDF: fn(&Handed<'_>) -> Bytes = pdf::handed;
#[cfg(feature = "pdf")]
const PDF_MEMO: fn(&Memo<'_>) -> Bytes = pdf::memo;
#[cfg(feature = "pdf")]
const PDF_SLIDES: fn(&Deck<'_>) -> Bytes = pdf::slides;
/// Whether a memo is one page when it is printed.
#[cfg(feature = "pdf")]
const FITS: fn(&Memo<'_>) -> Result<(), NotWritten> = pdf::memo_fits;
#[cfg(not(feature = "pdf"))]
const FITS: fn(&Memo<'_>) -> Result<(), NotWritten> = memo::fits_in_wide_letters;
#[cfg(not(feature = "pdf"))]
const PDF: fn(&Handed<'_>) -> Bytes = |_| Err(NotWritten(WITHOUT.to_owned()));
#[cfg(not(feature = "pdf"))]
const PDF_MEMO: fn(&Memo<'_>) -> Bytes = |_| Err(NotWritten(WITHOUT.to_owned()));
#[cfg(not(feature = "pdf"))]
const PDF_SLIDES: fn(&Deck<'_>) -> Bytes = |_| Err(NotWritten(WITHOUT.to_owned()));

/// What a program without PDF says of it.
#[cfg(not(feature = "pdf"))]
const WITHOUT: &str =
    "this program was built without PDF; build it with `cargo install --path . --features pdf`, or take `--to docx` or `--to typst`";

/// In the order in which people are told of them.
pub static FORMATS: [Format; 14] = [
    Format {
        findings: Some(|reports, colour| Ok(human::human(reports, colour))),
        rules: Some(rules::plain),
        ..format("human", "with the line of the file and a caret under the place")
    },
    Format {
        rules: Some(rules::markdown),
        notes: Some(|world, listed| Ok(notes::markdown(world, listed))),
        schema: Some(|| Ok(briefing_format::markdown())),
        ending: "md",
        handed: Some(markdown::handed),
        holds: Holds::Pages,
        diff: Some(markdown::handed),
        memo: Some(markdown::memo),
        ..format("markdown", "Markdown")
    },
    Format {
        findings: Some(|reports, _| json::json(reports)),
        notes: Some(notes_json::json),
        schema: Some(briefing_format::json),
        ending: "json",
        handed: Some(graph::handed),
        holds: Holds::All,
        diff: Some(diff::json),
        hits: Some(hits::json),
        ..format("json", "one JSON document")
    },
    Format {
        ending: "txt",
        handed: Some(text::handed),
        holds: Holds::Pages,
        diff: Some(text::handed),
        memo: Some(memo::plain),
        hits: Some(|found| Ok(hits::text(found))),
        ..format("text", "plain text")
    },
    Format {
        ending: "html",
        handed: Some(html::handed),
        holds: Holds::Pages,
        diff: Some(html::handed),
        memo: Some(|memo| FITS(memo).and_then(|()| html::memo(memo))),
        slides: Some(html::slides),
        ..format("html", "one page of HTML, which needs no other file")
    },
    Format {
        ending: "docx",
        handed: Some(docx::handed),
        holds: Holds::Pages,
        memo: Some(|memo| FITS(memo).and_then(|()| docx::memo(memo))),
        ..format("docx", "a document for word processors")
    },
    Format { ending: "typ", handed: Some(typst::handed), holds: Holds::Pages, ..format("typst", "the source of a Typst document") },
    Format {
        ending: "pdf",
        handed: Some(PDF),
        holds: Holds::Pages,
        memo: Some(PDF_MEMO),
        slides: Some(PDF_SLIDES),
        ..format("pdf", "tagged PDF, for paper and for archives")
    },
    Format {
        ending: "memo.txt",
        handed: Some(memo::handed),
        holds: Holds::Letter,
        forms: Some(|form| form.memo.is_some()),
        ..format("memo", "a memo of one page")
    },
    Format {
        ending: "slides.html",
        handed: Some(|handed| slides::handed(handed, html::slides)),
        holds: Holds::Pages,
        forms: Some(|form| form.slides.is_some()),
        ..format("slides", "the talk, a slide a page")
    },
    Format { ending: "stix.json", handed: Some(stix::handed), ..format("stix", "a STIX 2.1 bundle, for platforms of threat intelligence") },
    Format { ending: "csl.json", handed: Some(csl::handed), ..format("csl", "CSL-JSON, the sources for a bibliography") },
    Format {
        ending: "jsonld",
        handed: Some(annotations::handed),
        ..format("annotations", "W3C Web Annotations, the passages in their sources")
    },
    Format { findings: Some(|reports, _| sarif::sarif(reports)), ..format("sarif", "SARIF 2.1.0, for editors and code-scanning viewers") },
];

const fn format(name: &'static str, help: &'static str) -> Format {
    Format {
        name,
        help,
        ending: "",
        handed: None,
        holds: Holds::Part,
        memo: None,
        slides: None,
        forms: None,
        hits: None,
        diff: None,
        findings: None,
        rules: None,
        notes: None,
        schema: None,
    }
}

/// The formats of what is handed on, as the reader lists them.
#[must_use]
pub fn handed_on() -> Vec<FormatRow> {
    let formats = FORMATS.iter().filter(|format| format.handed.is_some());
    formats.map(|Format { name, help, ending, .. }| FormatRow { name, help, ending }).collect()
}

/// What the file of a place in a format holds, as it is handed on from the reader: by what is set, without notes, and with
/// the errors of the check.
///
/// # Errors
///
/// It cannot be written in this format.
pub fn file(world: &World, place: &Place, format: &str, settings: &Settings) -> Bytes {
    let row = FORMATS.iter().find(|row| row.name == format);
    let (row, write) =
        row.and_then(|row| Some((row, row.handed?))).ok_or_else(|| NotWritten(format!("nothing is handed on as {format}")))?;
    let world = for_readers(world, place, row, Told::Errors)?;
    let at = locate(&world, place).map_err(|error| NotWritten(error.to_string()))?;
    let mut handed = Handed::new(&world, at, Extent { details: true, notes: false });
    (handed.letter, handed.fonts) = (Letter::of(settings)?, settings.fonts());
    write(&handed)
}

/// A library as others read the briefing of a place: with no other briefing, without candidates, and without what the check
/// says to editors.
///
/// # Errors
///
/// There is no such place, or nobody else is to read it.
pub fn for_readers(world: &World, place: &Place, format: &Format, told: Told) -> Result<World, NotWritten> {
    locate(world, place).map_err(|error| NotWritten(error.to_string()))?;
    let Some(held) = place.briefing().and_then(|id| world.entry(id)) else { return Ok(world.clone()) };
    if place.spot() == Some(&Spot::Candidates) {
        return Err(NotWritten(format!("`{place}` waits to be taken as claims: until then it is in nothing that is handed on")));
    }
    // The page of the check is nothing else.
    let told = if place.spot() == Some(&Spot::Check) || format.holds == Holds::All { Told::All } else { told };
    let is_told = |finding: &Finding| told == Told::All || told == Told::Errors && finding.level == Level::Error;
    Ok(world.alone(Arc::new(held.for_readers(is_told))))
}

#[must_use]
pub fn names(fits: impl Fn(&Format) -> bool) -> Vec<&'static str> {
    FORMATS.iter().filter(|format| fits(format)).map(|format| format.name).collect()
}
