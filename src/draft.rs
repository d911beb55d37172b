//! A briefing's skeleton, made of the texts of its sources: what their words tell by themselves, and nothing that somebody would
//! have to judge. The same texts give the same bytes.

mod acting;
mod actors;
mod events;
mod kind;
mod passages;
mod sections;
mod signs;
mod slugs;
mod states;
mod token;
mod write;

use crate::acts::quoted::Quoted;
use crate::acts::quoting::Sentence;
use crate::briefing::parse::RESERVED;
use crate::briefing::scale::{ClaimKind, Markings, Mode, Vocabulary, Yardstick};
use crate::briefing::source_text::SentenceKind;
use crate::briefing::{Date, Digest, SourceText, references};
use crate::english::is_foreign;
use crate::text::{count, single_spaced};
pub use kind::kind_of;
use passages::Quotes;
use sections::{sections, title};
pub use slugs::slug;
use slugs::{Names, source_id};
use std::sync::Arc;
use write::Lines;
pub use write::markings_of;

/// A text to be drafted from.
pub struct Source {
    /// Relative to the library.
    pub file: String,
    pub text: Arc<SourceText>,
}

/// What people say of the briefing, and no text does.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub id: String,
    pub title: Option<String>,
    pub question: Option<String>,
    /// As it is written; the narrowest of TLP where nobody says.
    pub marking: Option<String>,
    /// The words of its scale of likelihood.
    pub yardstick: Option<Yardstick>,
    /// The day of this edition.
    pub date: Option<String>,
}

/// Until somebody says who may have it.
pub const NARROWEST: &str = "TLP:RED";

/// What was read of the sentences of a document, one after the other.
struct Drafted<'a> {
    source: &'a Source,
    id: String,
    is_foreign: bool,
    quotes: Quotes<'a>,
    /// Sentences that stand too often to be told apart.
    left: usize,
}

/// An id made of a title, else of the first heading or the first file's name.
#[must_use]
pub fn id_of(title: Option<&str>, sources: &[Source]) -> String {
    let headings = sources.iter().find_map(|source| sections::title(&source.text));
    let file = sources.first().and_then(|source| source.file.rsplit('/').next()?.split('.').next());
    let names = [title, headings.as_deref(), file];
    Names::but(&RESERVED).give(&names.into_iter().flatten().find_map(slug).unwrap_or_else(|| "draft".to_owned()))
}

#[must_use]
pub fn draft(sources: &[Source], said: &Said) -> String {
    let mut ids = Names::default();
    let drafted = sources.iter().map(|source| Drafted {
        source,
        id: ids.give(&source_id(&source.file)),
        is_foreign: is_foreign(source.text.text()),
        quotes: Quotes::new(&source.text),
        left: 0,
    });
    let mut drafted: Vec<Drafted<'_>> = drafted.collect();
    let mut candidates = Lines::default();
    let mut dated = Vec::new();
    self::candidates(&mut drafted, &mut candidates, &mut dated);
    let mut lines = Lines::default();
    head(&mut lines, &drafted, said);
    actors(&mut lines, &drafted);
    events(&mut lines, dated);
    if !candidates.0.is_empty() {
        lines.blank();
        lines.0 += "candidates:\n";
        lines.0 += &candidates.0;
    }
    lines.0
}

fn head(lines: &mut Lines, drafted: &[Drafted<'_>], said: &Said) {
    if !drafted.is_empty() {
        lines.comment(0, "A draft: every sentence of its sources waits to be taken as a claim, and nothing is concluded from any.");
    }
    for of in drafted.iter().filter(|of| of.is_foreign) {
        let words = format!(
            "{} is not in English. Nobody has read which of its sentences state facts: each is called an assessment. Of who is named in it only states are listed, and dates as far as they stand in full: look for others.",
            of.id
        );
        lines.comment(0, &words);
    }
    for of in drafted.iter().filter(|of| of.left > 0) {
        lines.comment(0, &format!("{} of {} stand too often in it to be told apart, and are left out.", count(of.left, "sentence"), of.id));
    }
    lines.field(0, "briefing", &said.id);
    let named = said.title.clone().or_else(|| drafted.iter().find_map(|of| heading(&of.source.text)));
    lines.stated(0, "title", named.as_deref());
    if said.marking.is_none() {
        lines.comment(0, "Nobody has said who may have it.");
    }
    let marking = said.marking.as_deref().unwrap_or(NARROWEST);
    lines.marking(markings_of(marking).unwrap_or(Markings::Tlp), marking);
    lines.stated(0, "date", said.date.as_deref());
    lines.stated(0, "question", said.question.as_deref());
    lines.stated(0, "yardstick", said.yardstick.map(Yardstick::word));
    if drafted.is_empty() {
        return;
    }
    lines.blank();
    lines.over(0, "sources");
    for of in drafted {
        lines.over(2, &of.id);
        lines.stated(4, "title", heading(&of.source.text).as_deref());
        lines.field(4, "file", &of.source.file);
        lines.field(4, "sha256", &Digest::of(&of.source.text).to_string());
    }
}

/// The title of a document, if it may stand in a briefing as it is.
#[must_use]
pub fn heading(text: &SourceText) -> Option<String> {
    title(text).filter(|title| stands_alone(title))
}

/// Nothing in it would be read as ours: the name of an item in brackets, or how confident somebody is.
#[must_use]
pub fn stands_alone(text: &str) -> bool {
    references::references(text).next().is_none() && !text.to_lowercase().contains("confiden")
}

/// A sentence, and how it was read.
struct Reading {
    /// On one line.
    words: String,
    read: kind::Read,
    /// `None` where it stands too often to be told apart.
    quoted: Option<Quoted>,
}

fn reading(text: &SourceText, quotes: &Quotes<'_>, is_foreign: bool, id: Option<&str>, index: usize) -> Reading {
    let range = &text.sentences()[index].range;
    let words = single_spaced(&text.text()[range.clone()]);
    let read = if is_foreign { kind::Read::UNREAD } else { kind::read(&words) };
    Reading { quoted: quotes.of(id, range), words, read }
}

/// Those sentences of a source that are wanted, by their indices, under the slugs of its headings. Their quotes name the source
/// where an id is given.
#[must_use]
pub fn sentences(text: &SourceText, id: Option<&str>, is_wanted: impl Fn(usize) -> bool) -> Vec<(String, Vec<Sentence>)> {
    let (quotes, is_foreign) = (Quotes::new(text), is_foreign(text.text()));
    let sentence = |index: usize| {
        let Reading { words, read, quoted } = reading(text, &quotes, is_foreign, id, index);
        Some(Sentence { kind: read.kind, says: words, quote: quoted? })
    };
    let sections = sections(&[text]).into_iter().map(|section| {
        let wanted = section.sentences.into_iter().filter(|index| is_wanted(*index));
        (section.slug, wanted.filter_map(sentence).collect::<Vec<_>>())
    });
    sections.filter(|(_, sentences)| !sentences.is_empty()).collect()
}

fn candidates(drafted: &mut [Drafted<'_>], lines: &mut Lines, dated: &mut Vec<Event>) {
    let texts: Vec<&SourceText> = drafted.iter().map(|of| &*of.source.text).collect();
    let several = drafted.len() > 1;
    for section in sections(&texts) {
        let of = &mut drafted[section.source];
        let mut within = Lines::default();
        for index in section.sentences {
            let id = several.then_some(of.id.as_str());
            let Reading { words, read, quoted } = reading(&of.source.text, &of.quotes, of.is_foreign, id, index);
            dated.extend(events::dated(&words).into_iter().filter(|_| stands_alone(&words) && read.happens).map(|date| Event {
                text: words.clone(),
                date,
                mode: match read.kind {
                    ClaimKind::Forecast => Mode::Expected,
                    ClaimKind::Fact if !read.is_said => Mode::Reported,
                    _ => Mode::Alleged,
                },
            }));
            match quoted {
                Some(quoted) => within.candidate(read.kind, &words, &quoted),
                None => of.left += 1,
            }
        }
        if !within.0.is_empty() {
            if let Some(heading) = &section.heading {
                lines.comment(2, heading);
            }
            lines.over(2, &section.slug);
            lines.0 += &within.0;
        }
    }
}

fn actors(lines: &mut Lines, drafted: &[Drafted<'_>]) {
    let prose = |of: &Drafted<'_>| -> Vec<String> {
        let text = &of.source.text;
        let sentences = text.sentences().iter().filter(|sentence| sentence.number.kind == SentenceKind::Sentence);
        sentences.map(|sentence| single_spaced(&text.text()[sentence.range.clone()])).collect()
    };
    let texts: Vec<Vec<String>> = drafted.iter().map(prose).collect();
    let texts: Vec<Vec<&str>> = texts.iter().map(|text| text.iter().map(String::as_str).collect()).collect();
    let found = actors::actors(&texts);
    if !found.is_empty() {
        lines.blank();
        lines.over(0, "actors");
        for actor in &found {
            lines.actor(&actor.id, &actor.name, &actor.aka);
        }
    }
}

/// A sentence with a date in it.
struct Event {
    text: String,
    date: String,
    mode: Mode,
}

/// In time order, those of one day in the order of the texts.
fn events(lines: &mut Lines, mut dated: Vec<Event>) {
    dated.sort_by_key(|event| Date::parse(&event.date).map(|date| date.earliest()));
    if !dated.is_empty() {
        lines.blank();
        lines.over(0, "events");
    }
    for (event, number) in dated.iter().zip(1..) {
        lines.event(number, &event.text, &event.date, event.mode);
    }
}
