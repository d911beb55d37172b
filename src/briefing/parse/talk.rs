//! Reading the order of the slides.

use super::reader::{Fields, Reader};
use crate::briefing::model::{Briefing, Planned, Text};
use crate::briefing::scale::Vocabulary;
use crate::briefing::scale::slide::Part;
use crate::text::{choice, meant};
use crate::yaml::finding::Finding;

/// Each is a part of the talk, or a judgement of the briefing, which is read before them.
pub fn slides(reader: &mut Reader, fields: &mut Fields<'_>, briefing: &Briefing) -> Vec<Planned> {
    let named = fields.texts(reader, "slides");
    named.into_iter().filter_map(|name| planned(reader, briefing, name)).collect()
}

fn planned(reader: &mut Reader, briefing: &Briefing, name: Text) -> Option<Planned> {
    if let Some(part) = Part::from_word(&name.value) {
        reader.whole.insert(name.span);
        return Some(Planned::Part(part));
    }
    let ids = briefing.judgements.iter().map(|judgement| judgement.head.id.value.as_str());
    if ids.clone().any(|id| id == name.value) {
        return Some(Planned::Judgement(name.value));
    }
    let words = Part::words();
    let is_id = name.value.strip_prefix('J').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_id {
        let finding = Finding::new("yaml/unknown-word", "", name.span, format!("`{}` is no slide", name.value));
        let names = words.iter().copied().chain(ids);
        reader.report(finding.hint(meant(&name.value, names, || format!("write {} or the id of a judgement", choice(&words)))));
    } else if reader.complete && !reader.unread.ids.contains(&name.value) {
        let finding = Finding::new("id/dangling", "", name.span, format!("`{}` is not defined", name.value));
        reader.report(finding.hint(meant(&name.value, ids, || "define it, or name another".to_owned())));
    }
    None
}
