//! The rival readings: which of them is hurt most, and by what. No winner is crowned.

use crate::briefing::readings::{Bearing, Readings};
use crate::briefing::{Item, ItemKind, LinkKind};
use crate::library::HeldBriefing;
use crate::page::about::short::likelihood_bar;
use crate::page::at::Found;
use crate::page::build::{Page, side, whole};
use crate::page::doc::{Doc, ListRow};
use crate::page::figure::{Draw, Figure, Matrix, MatrixRow};
use crate::page::place::Side;
use crate::page::words::{Role, Text, one_line};
use crate::text::count;

/// Before a claim that decides nothing: without colour nobody sees that it is dimmed.
const DECIDES_NOTHING: &str = "= ";

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

/// A judgement and its alternatives, with how many claims speak against each.
fn list(page: &mut Page<'_>, readings: &Readings, judgement: usize, with_link: bool) {
    let own = Item { kind: ItemKind::Judgement, index: judgement };
    let alternatives = page.resolved().alternatives_to(judgement).map(|index| Item { kind: ItemKind::Alternative, index });
    let rows = std::iter::once(own).chain(alternatives).map(|reading| {
        let (item, row) = whole(page.row(reading, if reading == own { "we judge" } else { "or" }));
        let column = readings.columns.iter().position(|column| *column == reading);
        let tail = column.map_or_else(String::new, |column| format!("{} against", readings.inconsistent[column]));
        (item, ListRow { tail: Text::new(Role::Quiet, &tail), ..row })
    });
    let rows: Vec<_> = rows.collect();
    if rows.len() == 1 {
        page.items("We judge", rows);
        page.heading("Other readings");
        return page.none_recorded("Other readings");
    }
    let id = page.id(own);
    page.items(&format!("Readings of {id}"), rows);
    if with_link {
        let to = Found::Side { judgement, side: Side::Alternatives };
        let text = Text::new(Role::Accent, &format!("The claims that bear on {id} and its alternatives"));
        page.link(&format!("matrix of {id}"), false, to, text);
    } else {
        for index in page.resolved().alternatives_to(judgement) {
            let alternative = &page.resolved().briefing.alternatives[index];
            if let Some(word) = &alternative.likelihood {
                let twin = likelihood_bar(Some(word), None).twin();
                page.paragraph("likelihood", false, Text::new(Role::Quiet, &format!("{} is {twin}.", alternative.head.id.value)));
            }
        }
    }
}

/// Nothing where no reading has a rival.
fn matrix(page: &mut Page<'_>, readings: &Readings) {
    if readings.columns.is_empty() {
        return;
    }
    page.heading("Claims by readings");
    page.legend("signs", "+ fits the reading   × speaks against it   = decides nothing");
    let columns = readings.columns.iter().map(|reading| Text::default().link(page.id(*reading), page.place(*reading))).collect();
    let against = MatrixRow {
        head: Text::new(Role::Strong, "×"),
        note: Text::new(Role::Strong, "claims that speak against it"),
        cells: readings.inconsistent.iter().map(|number| Text::new(Role::Strong, &number.to_string())).collect(),
    };
    let rows = readings.rows.iter().take(ROWS).map(|row| {
        let claim = Item { kind: ItemKind::Claim, index: row.claim };
        let dull = row.weight.is_none();
        let words = page.summary(claim);
        let cells = row.cells.iter().map(|cell| match cell {
            Some(bearing) => Text::default().link_as(cell_role(*bearing, dull), sign(*bearing), page.place(claim)),
            None => Text::default(),
        });
        MatrixRow {
            head: Text::default().link(page.id(claim), page.place(claim)),
            note: if dull { Text::new(Role::Quiet, &format!("{DECIDES_NOTHING}{words}")) } else { Text::new(Role::Text, &words) },
            cells: cells.collect(),
        }
    });
    let rows = std::iter::once(against).chain(rows).collect();
    let figure = Matrix { columns, starts: readings.starts.clone(), rows, twin: twin(page, readings) };
    let left_out = readings.rows.len().saturating_sub(ROWS);
    if left_out > 0 {
        page.paragraph("left out", false, Text::new(Role::Quiet, &format!("{} that decide least are left out.", count(left_out, "claim"))));
    }
    page.figure("matrix", false, Figure::Matrix(figure));
}

fn sign(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Consistent => "+",
        Bearing::Inconsistent => "×",
    }
}

fn cell_role(bearing: Bearing, dull: bool) -> Role {
    match bearing {
        _ if dull => Role::Quiet,
        Bearing::Consistent => Role::Text,
        Bearing::Inconsistent => Role::Strong,
    }
}

/// How many claims speak against each reading, then a line a claim.
fn twin(page: &Page<'_>, readings: &Readings) -> String {
    let counted = readings.columns.iter().zip(&readings.inconsistent).map(|(reading, number)| format!("{} {number}", page.id(*reading)));
    let mut lines = vec![format!("Claims that speak against it: {}.", counted.collect::<Vec<_>>().join(", "))];
    for row in readings.rows.iter().take(ROWS) {
        let of = |wanted: Bearing| {
            let ids =
                readings.columns.iter().zip(&row.cells).filter(|(_, cell)| **cell == Some(wanted)).map(|(reading, _)| page.id(*reading));
            ids.collect::<Vec<_>>().join(", ")
        };
        let parts = [("fits", of(Bearing::Consistent)), ("speaks against", of(Bearing::Inconsistent))];
        let mut words: Vec<String> =
            parts.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(verb, ids)| format!("{verb} {ids}")).collect();
        words.extend((row.weight.is_none()).then(|| "decides nothing".to_owned()));
        let claim = Item { kind: ItemKind::Claim, index: row.claim };
        lines.push(format!("{} {}: {}", page.id(claim), words.join(", "), page.summary(claim)));
    }
    lines.iter().map(|line| one_line(line)).collect::<Vec<_>>().join("\n")
}
