//! This edition beside the one before, judgement by judgement, claim by claim.

mod claims;
mod judgements;
mod others;
mod sources;

use crate::briefing::change::{FormerId, GIVEN_AWAY, Tally};
use crate::briefing::graph::Graph;
use crate::briefing::inherited_marking::portion_in;
use crate::briefing::{Briefing, Changes, Item};
use crate::library::HeldBriefing;
use crate::page::about::short_form::when;
use crate::page::builder::{KeyedRow, Page};
use crate::page::doc::{Doc, ListRow};
use crate::page::styled_text::{Role, Text};
use crate::text::{count, series, spaced};

/// Said of a judgement that has another rating and gives no reason.
pub const SILENT: &str = "Changed silently: no reason is given.";

pub fn page(held: &HeldBriefing) -> Doc {
    let now = &held.resolved.briefing;
    let edition = |briefing: &Briefing| when(briefing.date.as_ref());
    match &held.previous {
        None => Page::new(held, "Change", "no edition before").finish(),
        Some(Err(why)) => {
            let mut page = Page::new(held, "Change", "the edition before cannot be read");
            page.paragraph("unreadable", false, Text::new(Role::Bad, &format!("The edition before cannot be read: {why}.")));
            let path = now.previous.as_ref().map_or("", |path| &path.value);
            page.field("File", true, Text::new(Role::Text, path));
            page.finish()
        }
        Some(Ok(before)) => {
            let mut page = Page::new(held, "Change", &format!("{} → {}", edition(before), edition(now)));
            let changes = Changes::between(before, now);
            page.paragraph("summary", false, Text::new(Role::Strong, &summary(&changes.tally())));
            for (key, words) in cautions(before, now, changes.yardstick) {
                page.paragraph(key, true, Text::new(Role::Warn, &words));
            }
            if !held.former_ids.is_empty() {
                page.paragraph("former", true, Text::new(Role::Quiet, &former(&held.former_ids)));
            }
            bottom_line(&mut page, before, changes.bottom_line);
            judgements::list(&mut page, before, &changes.judgements);
            claims::list(&mut page, before, &changes.claims);
            sources::list(&mut page, before, &changes.sources);
            others::list(&mut page, before, &changes);
            page.finish()
        }
    }
}

/// All of it in a sentence. What did not occur is left out.
fn summary(tally: &Tally) -> String {
    let silent = match tally.silent {
        0 => String::new(),
        silent => format!(", {silent} of them silently"),
    };
    let part = |number: usize, words: &str| (number > 0).then(|| format!("{number} {words}"));
    let judgements = [
        part(tally.changed, &format!("changed{silent}")),
        part(tally.told, "told the outcome of"),
        part(tally.restated, "restated"),
        part(tally.consistent, "consistent"),
        part(tally.new, "new"),
        part(tally.dropped, "dropped"),
    ];
    let mut claims: Vec<String> = Vec::new();
    for (number, fate) in
        [(tally.added, "added"), (tally.withdrawn, "withdrawn"), (tally.resourced, "re-sourced"), (tally.reworded, "reworded or regraded")]
    {
        if number > 0 {
            let amount = if claims.is_empty() { count(number, "claim") } else { number.to_string() };
            claims.push(format!("{amount} {fate}"));
        }
    }
    if claims.is_empty() {
        claims.push("no claim changed".to_owned());
    }
    let parts: Vec<String> = judgements.into_iter().flatten().chain([claims.join(", ")]).collect();
    format!("{}.", parts.join("; "))
}

/// Most ids that are named: whoever numbers a briefing anew gives new ones to all of it.
const MOST_FORMER: usize = 12;

fn former(items: &[FormerId]) -> String {
    let (gone, kept): (Vec<&FormerId>, Vec<_>) = items.iter().partition(|item| item.now.ends_with(GIVEN_AWAY));
    let mut named: Vec<String> = kept.iter().take(MOST_FORMER).map(|item| format!("{} was {}", item.now, item.then)).collect();
    if kept.len() > MOST_FORMER {
        named.push(format!("{} more", kept.len() - MOST_FORMER));
    }
    let mut said = format!("Ids are those of this edition: {}.", series(&named));
    if let [first, ..] = gone[..] {
        said +=
            &format!(" Those that end in {GIVEN_AWAY} are gone, and another item has their number now ({} was {}).", first.now, first.then);
    }
    said
}

fn cautions(before: &Briefing, now: &Briefing, yardstick: bool) -> Vec<(&'static str, String)> {
    let mut cautions = Vec::new();
    let previous = now.previous.as_ref().filter(|_| before.judgements.is_empty() && before.claims.is_empty());
    if let Some(path) = previous {
        cautions.push(("empty", format!("`{}` holds no judgement and no claim that could be read.", path.value)));
    } else if !before.is_whole() {
        cautions.push(("before", "Some of the edition before could not be read: what seems new may have stood there.".to_owned()));
    }
    if !now.is_whole() {
        cautions.push(("now", "Some of this edition could not be read: what seems dropped or withdrawn may still stand here.".to_owned()));
    }
    if before.id != now.id {
        cautions.push(("id", format!("The edition before is called `{}`, this one `{}`.", before.id, now.id)));
    }
    if yardstick {
        let (then, now) = (before.yardstick().name(), now.yardstick().name());
        cautions.push(("yardstick", format!("The yardsticks differ, {then} then and {now} now: one word may stand for two ranges.")));
    }
    cautions
}

fn bottom_line(page: &mut Page<'_>, before: &Briefing, changed: bool) {
    let state = Text::new(Role::Quiet, if changed { "changed" } else { "the same" });
    page.heading_with("Bottom line", state);
    let now = page.stated(Role::Text, page.resolved().briefing.bottom_line.as_ref());
    if changed {
        let then = before.bottom_line.as_ref();
        page.field("Then", false, then.map_or_else(|| Text::new(Role::Warn, "not stated"), |text| Text::new(Role::Quiet, text)));
        page.field("Now", false, now);
    } else {
        page.paragraph("bottom line", false, now);
    }
}

/// A row for what this edition no longer has: it leads nowhere, and is marked as it was.
fn gone(before: &Briefing, item: Item, lead: &str, text: &str) -> KeyedRow {
    let id = before.id_of(item);
    let portion = spaced(&portion_in(before, &Graph::new(before, ""), item));
    let text = &format!("{portion}{text}");
    let row = ListRow {
        id: Text::new(Role::Quiet, id),
        lead: Text::new(Role::Quiet, lead),
        text: Text::new(Role::Text, text),
        ..ListRow::default()
    };
    (format!("gone {id}"), None, row)
}
