//! What an editor takes, and what is offered to it.

use super::positions::Units;
use ls_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, FoldingRangeProviderCapability,
    HoverProviderCapability, MarkupKind, OneOf, PositionEncodingKind, RenameOptions, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
};

#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "an editor takes each of them or not")]
pub struct Taken {
    pub units: Units,
    /// Texts with marks for bold and lists.
    pub markdown: bool,
    /// Edits that say which version of a document they are for.
    pub versions: bool,
    /// The second place of a finding.
    pub related: bool,
    /// The editor can be asked to say which files were saved by others.
    pub watches: bool,
}

impl Taken {
    #[must_use]
    pub fn of(client: &ClientCapabilities) -> Self {
        let encodings = client.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let hover = text.and_then(|text| text.hover.as_ref()?.content_format.as_deref());
        Self {
            units: if encodings.contains(&PositionEncodingKind::UTF8) { Units::Bytes } else { Units::Utf16 },
            markdown: hover.is_some_and(|formats| formats.contains(&MarkupKind::Markdown)),
            versions: workspace.and_then(|all| all.workspace_edit.as_ref()?.document_changes).unwrap_or_default(),
            related: text.and_then(|text| text.publish_diagnostics.as_ref()?.related_information).unwrap_or_default(),
            watches: workspace.and_then(|all| all.did_change_watched_files.as_ref()?.dynamic_registration).unwrap_or_default(),
        }
    }
}

/// `may_edit`: the editor may be told what to change.
#[must_use]
pub fn offered(taken: Taken, may_edit: bool) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    let triggers = [" ", "[", "{", ",", ":", "'", "\"", "/", "-"];
    let renames = RenameOptions { prepare_provider: Some(true), work_done_progress_options: WorkDoneProgressOptions::default() };
    let fixes = CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]), ..CodeActionOptions::default() };
    ServerCapabilities {
        position_encoding: Some(match taken.units {
            Units::Bytes => PositionEncodingKind::UTF8,
            Units::Utf16 => PositionEncodingKind::UTF16,
        }),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(triggers.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        rename_provider: may_edit.then_some(OneOf::Right(renames)),
        code_action_provider: may_edit.then_some(CodeActionProviderCapability::Options(fixes)),
        ..ServerCapabilities::default()
    }
}
