//! From a name to what it names, to all places that name it, and to another name.

use super::cursor::{Named, holds, name_at, names, quote_at};
use super::failure::Failure;
use super::positions::Lines;
use super::text_edits;
use super::view::View;
use crate::acts::rename::fits;
use crate::briefing::Span;
use crate::briefing::rename::{Names, rename as renamed};
use ls_types::{
    GotoDefinitionParams, GotoDefinitionResponse, Location, PrepareRenameResponse, Range, ReferenceParams, RenameParams,
    TextDocumentPositionParams, Uri, WorkspaceEdit,
};
use std::path::Path;

#[must_use]
pub fn definition(view: &View<'_>, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    let offset = view.lines.offset(params.text_document_position_params.position);
    let place = quoted(view, offset).or_else(|| file(view, offset)).or_else(|| {
        let all = names(view);
        let name = name_at(&all, offset)?;
        let defined = all.iter().find(|other| other.is_defined && same(other, name))?;
        Some(here(view, defined.span))
    });
    place.map(GotoDefinitionResponse::Scalar)
}

#[must_use]
pub fn references(view: &View<'_>, params: &ReferenceParams) -> Option<Vec<Location>> {
    let offset = view.lines.offset(params.text_document_position.position);
    let all = names(view);
    let Some(name) = name_at(&all, offset) else { return quoted(view, offset).map(|place| vec![place]) };
    let with_definition = params.context.include_declaration;
    let places = all.iter().filter(|other| same(other, name) && (with_definition || !other.is_defined));
    Some(places.map(|place| here(view, place.span)).collect())
}

#[must_use]
pub fn renamable(view: &View<'_>, params: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let all = names(view);
    let name = name_at(&all, view.lines.offset(params.position))?;
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: view.lines.range(name.span), placeholder: name.word.clone() })
}

pub fn rename(view: &View<'_>, params: &RenameParams) -> Result<Option<WorkspaceEdit>, Failure> {
    let offset = view.lines.offset(params.text_document_position.position);
    let all = names(view);
    let Some(Named { of, word, .. }) = name_at(&all, offset) else { return Err(Failure::new("nothing here has a name")) };
    let new = params.new_name.trim();
    if let Err(why) = fits(view.held, *of, new) {
        return Err(Failure::new(why));
    }
    let names = Names::from([((*of, word.clone()), new.to_owned())]);
    let renamed = renamed(view.text(), &names).map_err(|why| Failure::new(why.to_string()))?;
    Ok(Some(text_edits::to(view, &renamed.text)))
}

fn same(one: &Named, other: &Named) -> bool {
    (one.of, &one.word) == (other.of, &other.word)
}

fn here(view: &View<'_>, span: Span) -> Location {
    Location { uri: view.document.uri.clone(), range: view.lines.range(span) }
}

/// From a quote to the words of its source.
fn quoted(view: &View<'_>, offset: usize) -> Option<Location> {
    let quote = quote_at(view, offset)?;
    let (source, range) = (quote.source?, quote.anchor.range()?);
    let text = view.resolved().texts.get(source)?.as_ref().ok()?;
    let stored = text.stored().map(String::from_utf8_lossy).concat();
    Some(Location { uri: file_of(view, source)?, range: Lines::new(&stored, view.units()).range(range) })
}

/// From the name of a source's file to the file.
fn file(view: &View<'_>, offset: usize) -> Option<Location> {
    let sources = &view.resolved().briefing.sources;
    let source = sources.iter().position(|source| source.file.as_ref().is_some_and(|file| holds(file.span, offset)))?;
    view.resolved().text(source)?;
    Some(Location { uri: file_of(view, source)?, range: Range::default() })
}

fn file_of(view: &View<'_>, source: usize) -> Option<Uri> {
    let file = view.resolved().briefing.sources[source].file.as_ref()?;
    let path = view.document.library().join(Path::new(file.value.as_str()));
    Uri::from_file_path(std::fs::canonicalize(path).ok()?)
}
