//! What a level of confidence needs, and how much of it is there.

use crate::briefing::Level;
use crate::briefing::basis::Basis;
use crate::briefing::scale::{Confidence, Vocabulary};
use crate::check::confidence_needs::{CONDITIONS, Condition, Verdict, unmet};
use crate::check::find;
use crate::page::builder::Page;
use crate::page::doc::ListRow;
use crate::page::styled_text::{Role, Text};

/// Whether the basis carries what is stated.
pub fn carried(stated: Option<Confidence>, basis: &Basis) -> Text {
    let Some(stated) = stated else { return Text::new(Role::Warn, "No level of the scale is stated.") };
    let missing: Vec<&Condition> = unmet(stated, basis).collect();
    if missing.is_empty() {
        let text = if stated == Confidence::Low {
            "Low is the floor: no condition has to be met for it."
        } else {
            "Nothing that can be counted is missing."
        };
        return Text::new(Role::Quiet, text);
    }
    let worst = missing.iter().map(|condition| condition.rule.and_then(find).map_or(Level::Warning, |rule| rule.level)).min();
    let needs: Vec<&str> = missing.iter().map(|condition| condition.needs).collect();
    let text = format!("More than its basis carries. Not there: {}.", needs.join("; "));
    Text::new(worst.map_or(Role::Warn, Role::from), &text)
}

/// What the stated level needs, and the next.
pub fn list(page: &mut Page<'_>, stated: Option<Confidence>, basis: &Basis) {
    let next = |level: Confidence| Confidence::all().iter().copied().find(|above| *above > level);
    if let Some(stated) = stated.filter(|stated| *stated > Confidence::Low) {
        conditions(page, "What the stated level needs", stated, basis, |level| level <= stated);
    }
    match (stated, stated.and_then(next)) {
        (_, Some(above)) => conditions(page, "What the next level needs", above, basis, |level| level == above),
        (Some(_), None) => {
            page.heading("What the next level needs");
            page.paragraph("nothing higher", false, Text::new(Role::Quiet, "There is nothing higher."));
        }
        (None, None) => {
            for level in Confidence::all().iter().copied().filter(|level| *level > Confidence::Low) {
                conditions(page, "What the level needs", level, basis, |other| other == level);
            }
        }
    }
}

fn conditions(page: &mut Page<'_>, heading: &str, level: Confidence, basis: &Basis, wanted: impl Fn(Confidence) -> bool) {
    page.heading_with(heading, Text::new(Role::Quiet, &format!("{}, by this program’s rules", level.word())));
    let rows = CONDITIONS.iter().filter(|condition| wanted(condition.level)).map(|condition| {
        let (verdict, items) = condition.weigh(basis);
        let role = match verdict {
            Verdict::Met => Role::Text,
            Verdict::NotMet => Role::Warn,
            Verdict::ToJudge => Role::Quiet,
        };
        let text = Text::new(Role::Text, condition.needs);
        let text = match (items.as_slice(), verdict) {
            ([], Verdict::ToJudge) => text.and(Role::Quiet, ": none recorded"),
            ([], _) => text,
            (items, _) => text.and(Role::Text, ": ").append(page.ids(Role::Text, items.iter().copied())),
        };
        let row = ListRow {
            id: Text::new(role, verdict.sign()),
            lead: Text::new(role, verdict.word()),
            text,
            // The conditions are ours. No standard sets them; some serve one.
            tail: Text::new(Role::Quiet, &served(condition)),
            ..ListRow::default()
        };
        (condition.needs.to_owned(), None, row)
    });
    page.list(rows.collect());
}

/// "serves ICD 203, standard 3".
fn served(condition: &Condition) -> String {
    let standard = condition.rule.and_then(find).map(|rule| rule.standard).filter(|standard| standard.starts_with("ICD"));
    standard.map_or_else(String::new, |standard| format!("serves {standard}"))
}
