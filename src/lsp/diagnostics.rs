//! Findings as an editor underlines them: as `bluf check` gives them, word by word.

use super::view::View;
use crate::briefing::Finding;
use crate::briefing::Level;
use crate::text::neutral;
use ls_types::{Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, PublishDiagnosticsParams};

#[must_use]
pub fn published(view: &View<'_>) -> PublishDiagnosticsParams {
    let diagnostics = view.held.findings().iter().map(|finding| diagnostic(view, finding)).collect();
    PublishDiagnosticsParams { uri: view.document.uri.clone(), diagnostics, version: Some(view.document.version) }
}

#[must_use]
pub fn diagnostic(view: &View<'_>, finding: &Finding) -> Diagnostic {
    let related = finding.label.as_ref().filter(|_| view.taken.related).map(|(span, message)| {
        let location = Location { uri: view.document.uri.clone(), range: view.lines.range(*span) };
        vec![DiagnosticRelatedInformation { location, message: neutral(message).into_owned() }]
    });
    let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!("\nhelp: {hint}"));
    Diagnostic {
        range: view.lines.range(finding.span),
        severity: Some(match finding.level {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
            Level::Note => DiagnosticSeverity::INFORMATION,
        }),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        source: Some("bluf".to_owned()),
        message: neutral(&format!("{}{hint}", finding.message)).into_owned(),
        related_information: related,
        ..Diagnostic::default()
    }
}
