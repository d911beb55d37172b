//! A source must be there.

use super::Subject;
use crate::briefing::Finding;

pub fn file_missing(subject: &Subject<'_>) -> Vec<Finding> {
    let resolved = subject.resolved;
    let sources = resolved.briefing.sources.iter().zip(&resolved.texts);
    let missing = sources.filter_map(|(source, text)| {
        let why = text.as_ref().err()?;
        let id = &source.head.id;
        if source.file.is_none() && (resolved.briefing.unread.field(id, "file") || !resolved.briefing.complete) {
            return None;
        }
        let span = source.file.as_ref().map_or(id.span, |file| file.span);
        let hint = "`file` is relative to the library, and stays inside it: seeds/article.txt";
        Some(Finding::new("source/file-missing", id, span, why.clone()).hint(hint))
    });
    missing.collect()
}
