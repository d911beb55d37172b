//! Pages as PDF: tagged (PDF/UA-1), for archives (PDF/A-2a), with bookmarks, links, and the marking on each page.

mod deck;
mod draw;
mod fonts;
mod ink;
mod line;
mod one_page;
mod outline;
mod pages;
mod picture;
mod set;
mod tags;

use super::memo::Memo;
use super::page_set::Handed;
use super::paper::language::{is_right, language};
use super::paper::{Heading, Kind, Paper, Piece, Span};
use super::slides::Deck;
use super::{Bytes, NotWritten};
use draw::{Drawing, Pen};
use fonts::{Fonts, is_drawn};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::{Document, SerializeSettings};
use pages::{Item, Leaf, Sheet, paginate};
use parley::Alignment;
use picture::Picture;
use set::{Setter, Style};
use std::borrow::Cow;
use std::collections::HashMap;

const A4: Sheet =
    Sheet { size: (595.276, 841.89), margin: (56.7, 72.0), foot: 56.0, marking: 12.0, number: (9.0, 18.0, Alignment::Center) };
/// For the number of a page in the list of pages.
const NUMBER: f32 = 36.0;

/// How many characters are named that no font has.
const NAMED: usize = 12;

/// # Errors
///
/// When a font may not be embedded, or what is written would be no PDF/A or PDF/UA.
pub fn handed(handed: &Handed<'_>) -> Bytes {
    let paper = Paper::new(handed);
    let mut setter = Setter::new(Fonts::new(&text(&paper), &handed.fonts)?);
    let mut items: Vec<Item<'_>> = paper.pieces.iter().map(|piece| item(&mut setter, piece, A4)).collect();
    let mut leaves = paginate(&items, 0, A4.height());
    let mut leads = HashMap::new();
    if handed.pages.first().is_some_and(|page| page.place.is_cover()) {
        let from = items.len();
        for (to, listed) in listed(handed, &paper) {
            leads.extend(to.map(|to| (items.len(), to)));
            items.push(item_of(&mut setter, listed));
        }
        // Behind the cover: the first heading of a page begins the rest.
        let rest =
            leaves.iter().position(|leaf| leaf.first().is_some_and(|placed| items[placed.item].kind.is_page())).unwrap_or(leaves.len());
        let contents: Vec<Leaf> = paginate(&items, from, A4.height());
        leaves.splice(rest..rest, contents);
    }
    tell(handed, &setter.fonts);
    let numbers = (1..=leaves.len()).map(|page| format!("{page} / {}", leaves.len())).filter(|_| leaves.len() > 1).collect();
    let drawing = Drawing { sheet: A4, paper: &paper, items, leaves, leads, numbers, setter };
    write(drawing, handed).map_err(|error| NotWritten(why(&error)))
}

/// # Errors
///
/// When it is too long for its page in the type of this format, or as [`handed`].
pub fn memo(memo: &Memo<'_>) -> Bytes {
    one_page::memo(memo)
}

/// Whether it fits on its page as it is printed.
///
/// # Errors
///
/// When it is too long for that.
pub fn memo_fits(memo: &Memo<'_>) -> Result<(), NotWritten> {
    one_page::fits(memo)
}

/// # Errors
///
/// As [`handed`].
pub fn slides(deck: &Deck<'_>) -> Bytes {
    deck::slides(deck)
}

/// All that is printed, for fonts to be found.
fn text(paper: &Paper<'_>) -> String {
    let spans = paper.pieces.iter().flat_map(|piece| &piece.spans).map(|span| span.text.as_str());
    spans.chain(paper.marking).chain(["Contents 0123456789 / "]).collect()
}

/// Says which characters no font has: each stands in the text, and a mark on the paper.
fn tell(handed: &Handed<'_>, fonts: &Fonts) {
    let missing: Vec<String> = fonts.missing.iter().filter(|c| is_drawn(**c)).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    if !missing.is_empty() {
        let more = missing.len().saturating_sub(NAMED);
        let behind = if more > 0 { format!(" and {more} more") } else { String::new() };
        let named = missing[..missing.len() - more].join(", ");
        handed.tell(format!("no font has {named}{behind}; \u{fffd} stands for it in print, `--font FILE` gives one that has it"));
    }
}

fn item<'p>(setter: &mut Setter, piece: &'p Piece<'p>, sheet: Sheet) -> Item<'p> {
    let style = Style::of(piece);
    let set = setter.set(&piece.spans, &style, sheet.width(), Alignment::Start);
    let picture = match piece.kind {
        Kind::Figure { figure, label } => Some(Picture::new(setter, figure, label, (sheet.width(), sheet.height()))),
        _ => None,
    };
    Item { kind: piece.kind, spans: Cow::Borrowed(&piece.spans), style, set, picture }
}

fn item_of<'p>(setter: &mut Setter, piece: Piece<'p>) -> Item<'p> {
    let style = Style::of(&piece);
    let set = setter.set(&piece.spans, &style, A4.width() - NUMBER, Alignment::Start);
    Item { kind: piece.kind, spans: Cow::Owned(piece.spans), style, set, picture: None }
}

/// The list of pages: what each is called, and the piece that it begins with.
fn listed<'p>(handed: &Handed<'_>, paper: &Paper<'p>) -> Vec<(Option<usize>, Piece<'p>)> {
    let head = Heading { level: 1, page: None };
    let piece = |kind, text: &str| Piece { kind, spans: vec![Span::plain(text)], anchor: None, gap: false };
    let begins = paper.pieces.iter().enumerate().filter_map(|(at, one)| match one.kind {
        Kind::Heading(Heading { level: 1, page }) => {
            Some((Some(at), piece(Kind::Row, &page.map_or_else(|| one.plain(), |page| Paper::listed(handed, page)))))
        }
        _ => None,
    });
    std::iter::once((None, piece(Kind::Heading(head), "Contents"))).chain(begins).collect()
}

fn write(drawing: Drawing<'_>, handed: &Handed<'_>) -> Result<Vec<u8>, KrillaError> {
    let configuration =
        ConfigurationBuilder::new().with_archival_validator(Archival::A2_A).with_accessibility_validator(Accessibility::UA1).finish();
    let settings =
        SerializeSettings { configuration: configuration.unwrap_or_default(), enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let title = drawing.paper.title.clone();
    let tongue = language(&title);
    let direction = if is_right(&title) { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
    let metadata = Metadata::new().title(title).language(tongue.to_owned()).text_direction(direction).creator("bluf".to_owned());
    let (year, month, day) = date(handed);
    document.set_metadata(metadata.creation_date(DateTime::new(year).month(month).day(day)));
    let mut pen = Pen::new(drawing);
    pen.pages(&mut document);
    document.set_outline(outline::outline(&pen, handed));
    document.set_tag_tree(pen.tree().with_lang(Some(tongue.to_owned())));
    document.finish()
}

/// The date of the edition: the same input has the same date.
fn date(handed: &Handed<'_>) -> (u16, u8, u8) {
    let date =
        handed.inside().and_then(|(held, _)| held.resolved.briefing.date.as_ref()?.value.as_ref().map(crate::briefing::Date::earliest));
    date.map_or((1970, 1, 1), |(year, month, day)| (u16::try_from(year).unwrap_or(1970), month, day))
}

/// In words for people.
fn why(error: &KrillaError) -> String {
    match error {
        KrillaError::Font(..) => "a font cannot be embedded; give another one with `--font`".to_owned(),
        KrillaError::Validation(errors) => {
            let errors: Vec<String> = errors.iter().map(|(error, _)| format!("{error:?}")).collect();
            format!("it would be no PDF/A and PDF/UA: {}", errors.join("; "))
        }
        other => format!("{other:?}"),
    }
}
