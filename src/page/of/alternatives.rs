//! The rival readings: which of them is hurt most, and by what. No winner is crowned.

use crate::briefing::rival_readings::{Bearing, Harm, ReadingRow, Readings};
use crate::briefing::scale::Way;
use crate::briefing::{Item, ItemKind, LinkKind, Resolved};
use crate::library::HeldBriefing;
use crate::page::about::short_form::{likelihood_bar, we_judge};
use crate::page::at::Found;
use crate::page::builder::{Page, side, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::{Draw, Figure, Matrix, MatrixRow, Spans};
use crate::page::place::Side;
use crate::page::styled_text::{Role, Text, one_line};
use crate::text::count;

/// The most readings side by side, and the most claims one below another: people could not read more.
const COLUMNS: usize = 60;
const ROWS: usize = 300;

pub fn page(held: &HeldBriefing) -> Doc {
    let resolved = &held.resolved;
    let briefing = &resolved.briefing;
    let mut page = Page::new(held, "Alternatives", &count(briefing.alternatives.len(), "alternative"));
    let readings = resolved.readings(0..briefing.judgements.len(), COLUMNS);
    matrix(&mut page, &readings);
    for index in 0..briefing.judgements.len() {
        if resolved.alternatives_to(index).next().is_some() {
            list(&mut page, &readings, index, true);
        }
    }
    let unattached = (0..briefing.alternatives.len()).map(|index| Item { kind: ItemKind::Alternative, index });
    let unattached = unattached.filter(|item| resolved.graph.targets(*item, LinkKind::Reads).next().is_none());
    page.items("To no judgement", unattached.map(|item| whole(page.row(item, ""))).collect());
    page.finish()
}

pub fn page_of(held: &HeldBriefing, judgement: usize) -> Doc {
    let readings = held.resolved.readings([judgement], COLUMNS);
    let mut page = side(held, judgement, Side::Alternatives, &count(readings.columns.len().saturating_sub(1), "alternative"));
    list(&mut page, &readings, judgement, false);
    matrix(&mut page, &readings);
    page.finish()
}

/// A judgement and its alternatives, the least hurt first, with what speaks against each.
fn list(page: &mut Page<'_>, readings: &Readings, judgement: usize, with_link: bool) {
    let own = Item { kind: ItemKind::Judgement, index: judgement };
    let alternatives = page.resolved().alternatives_to(judgement).map(|index| Item { kind: ItemKind::Alternative, index });
    let mut all: Vec<Item> = std::iter::once(own).chain(alternatives).collect();
    let column = |reading: &Item| readings.columns.iter().position(|column| column == reading);
    all.sort_by_key(|reading| column(reading).unwrap_or(usize::MAX));
    let rows = all.into_iter().map(|reading| {
        let (item, row) = whole(page.row(reading, ""));
        let text = if reading == own { held(page, judgement) } else { Text::new(Role::Quiet, "or: ").append(row.text) };
        let tail = column(&reading).map_or_else(String::new, |column| against(readings.harm[column]));
        (item, ListRow { text, tail: Text::new(Role::Quiet, &tail), ..row })
    });
    let rows: Vec<_> = rows.collect();
    if rows.len() == 1 {
        page.items("Readings", rows);
        page.heading("Other readings");
        return page.none_recorded("Other readings");
    }
    let id = page.id(own);
    let heading = format!("Readings of {id}");
    let matrix = page.to(Found::Side { judgement, side: Side::Alternatives });
    page.heading_with(&heading, if with_link { Text::default().link("claim by claim", matrix) } else { Text::default() });
    page.list(page.rows_of(&heading, rows));
    if !with_link {
        for index in page.resolved().alternatives_to(judgement) {
            let alternative = &page.resolved().briefing.alternatives[index];
            if let Some(word) = &alternative.likelihood {
                let twin = likelihood_bar(Some(word), None).twin();
                page.paragraph("likelihood", false, Text::new(Role::Quiet, &format!("{} is {twin}.", alternative.head.id.value)));
            }
        }
    }
}

/// "We judge it unlikely: Russia delivers arms."
fn held(page: &Page<'_>, judgement: usize) -> Text {
    let item = Item { kind: ItemKind::Judgement, index: judgement };
    let lead = Text::new(Role::Strong, &format!("{}: ", we_judge(&page.resolved().briefing, judgement)));
    lead.and(Role::Text, &page.statement(item))
}

/// "7 claims, 1 origin against".
fn against(harm: Harm) -> String {
    match harm.claims {
        0 => "nothing against".to_owned(),
        claims => format!("{}, {} against", count(claims, "claim"), count(harm.origins, "origin")),
    }
}

/// Nothing where no reading has a rival.
fn matrix(page: &mut Page<'_>, readings: &Readings) {
    if readings.columns.is_empty() {
        return;
    }
    page.heading("Claims by readings");
    page.legend("signs", "+ fits   × speaks against: ×o by how many origins, ×c by how many claims   blank: not weighed");
    ways(page, readings);
    page.paragraph("counts", false, Text::new(Role::Quiet, counts(page.resolved(), readings)));
    let columns = readings.columns.iter().map(|reading| Text::default().link(page.id(*reading), page.place(*reading))).collect();
    let sum = |head: &str, note: &str, of: fn(&Harm) -> usize| MatrixRow {
        head: Text::new(Role::Strong, head),
        note: Text::new(Role::Strong, note),
        cells: readings.harm.iter().map(|harm| Text::new(Role::Strong, &of(harm).to_string())).collect(),
    };
    let sums =
        [sum("×o", "origins that speak against it", |harm| harm.origins), sum("×c", "claims that speak against it", |harm| harm.claims)];
    let rows = deciding(readings).take(ROWS).map(|row| {
        let claim = Item { kind: ItemKind::Claim, index: row.claim };
        let cells = row.cells.iter().map(|cell| match cell {
            Some(bearing) => Text::default().link_as(cell_role(*bearing), sign(*bearing), page.place(claim)),
            None => Text::default(),
        });
        MatrixRow {
            head: Text::default().link(page.id(claim), page.place(claim)),
            note: Text::new(Role::Text, &page.summary(claim)),
            cells: cells.collect(),
        }
    });
    let rows = sums.into_iter().chain(rows).collect();
    let figure = Matrix { columns, starts: readings.starts.clone(), spans: judged(page, readings), rows, twin: twin(page, readings) };
    let left_out = deciding(readings).count().saturating_sub(ROWS);
    if left_out > 0 {
        page.paragraph("left out", false, Text::new(Role::Quiet, &format!("{} that decide least are left out.", count(left_out, "claim"))));
    }
    page.figure("matrix", false, Figure::Matrix(figure));
    deciding_nothing(page, readings);
}

/// How likely each judgement is, over its readings; nothing where none says it. The counts below alone would look like that.
fn judged(page: &Page<'_>, readings: &Readings) -> Option<Spans> {
    let mut ends = readings.starts.iter().skip(1).copied().chain([readings.columns.len()]);
    let groups = readings.starts.iter().filter_map(|start| readings.columns.get(*start..ends.next()?));
    let range = |group: &[Item]| {
        let judgement = group.iter().find(|reading| reading.kind == ItemKind::Judgement)?;
        let term = page.resolved().briefing.judgements[judgement.index].likelihood.as_ref()?.value?;
        Some(Text::new(Role::Strong, term.range().trim_end_matches([' ', '%'])))
    };
    let texts: Vec<Text> = groups.map(|group| range(group).unwrap_or_default()).collect();
    texts.iter().any(|text| !text.is_empty()).then(|| Spans {
        head: Text::new(Role::Strong, "%"),
        note: Text::new(Role::Strong, "how likely we judge each J"),
        texts,
    })
}

/// The reading with the least against it is not for that the one that we hold.
fn counts(resolved: &Resolved, readings: &Readings) -> &'static str {
    let mut judged = readings.columns.iter().filter(|reading| reading.kind == ItemKind::Judgement);
    if judged.all(|reading| resolved.briefing.judgements[reading.index].because.is_some()) {
        "The counts rank nothing: a blank was not weighed, and a judgement’s reason says what weighs more."
    } else {
        "The counts rank nothing: a blank was not weighed, and one claim may outweigh several."
    }
}

fn deciding(readings: &Readings) -> impl Iterator<Item = &ReadingRow> {
    readings.rows.iter().filter(|row| !row.weight.is_none())
}

/// Claims that stand alike to all readings take no row: they are folded into one line, from which each opens.
fn deciding_nothing(page: &mut Page<'_>, readings: &Readings) {
    let dull: Vec<Item> =
        readings.rows.iter().filter(|row| row.weight.is_none()).map(|row| Item { kind: ItemKind::Claim, index: row.claim }).collect();
    if !dull.is_empty() {
        page.heading_with("What decides nothing", Text::new(Role::Quiet, &count(dull.len(), "claim")));
        let more = dull.len().saturating_sub(ROWS);
        let text = page.ids(Role::Quiet, dull.into_iter().take(ROWS));
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        page.paragraph("decide nothing", false, text.and(Role::Quiet, &more));
    }
}

/// Which way the judgements are read that are not held to come.
fn ways(page: &mut Page<'_>, readings: &Readings) {
    let judgements = &page.resolved().briefing.judgements;
    let read = |way: Way, meaning: &str| {
        let judged = |reading: &&Item| {
            let judgement = (reading.kind == ItemKind::Judgement).then(|| &judgements[reading.index]);
            judgement.is_some_and(|judgement| judgement.likelihood.is_some() && judgement.way() == way)
        };
        let ids: Vec<&str> = readings.columns.iter().filter(judged).map(|reading| page.id(*reading)).collect();
        (!ids.is_empty()).then(|| format!("{meaning}: {}.", ids.join(" ")))
    };
    let below = read(Way::Below, "Judged below even, so that × speaks for the event");
    let ways: Vec<String> = below.into_iter().chain(read(Way::Even, "Judged even, and read as the event")).collect();
    if !ways.is_empty() {
        page.paragraph("ways", false, Text::new(Role::Quiet, &ways.join(" ")));
    }
}

fn sign(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Consistent => "+",
        Bearing::Inconsistent => "×",
    }
}

fn cell_role(bearing: Bearing) -> Role {
    match bearing {
        Bearing::Consistent => Role::Text,
        Bearing::Inconsistent => Role::Strong,
    }
}

/// What speaks against each reading, then a line a claim.
fn twin(page: &Page<'_>, readings: &Readings) -> String {
    let counted = readings.columns.iter().zip(&readings.harm).map(|(reading, harm)| format!("{} {}", page.id(*reading), against(*harm)));
    let mut lines = vec![format!("{}.", counted.collect::<Vec<_>>().join("; "))];
    for row in deciding(readings).take(ROWS) {
        let of = |wanted: Bearing| {
            let ids =
                readings.columns.iter().zip(&row.cells).filter(|(_, cell)| **cell == Some(wanted)).map(|(reading, _)| page.id(*reading));
            ids.collect::<Vec<_>>().join(", ")
        };
        let parts = [("fits", of(Bearing::Consistent)), ("speaks against", of(Bearing::Inconsistent))];
        let words: Vec<String> = parts.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(verb, ids)| format!("{verb} {ids}")).collect();
        let claim = Item { kind: ItemKind::Claim, index: row.claim };
        lines.push(format!("{} {}: {}", page.id(claim), words.join(", "), page.summary(claim)));
    }
    lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")
}
