//! Reading what may come and what happened: indicators, scenarios, gaps, events, relationships.

use super::reader::{Fields, Reader};
use super::words::{kind, likelihood, says_nothing};
use super::written_as::undirected;
use crate::briefing::model::{Event, Gap, Head, Indicator, Relationship, Scenario};
use crate::briefing::scale::{EventKind, ScenarioKind, Vocabulary, Yardstick};
use crate::yaml::finding::Finding;

pub fn indicator(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Indicator {
    let id = fields.id().to_owned();
    Indicator {
        text: fields.text(reader, "text"),
        threshold: fields.text(reader, "threshold"),
        moves: fields.map(reader, "moves", |reader, target, node| {
            if node.is_blank() {
                let (what, hint) = undirected(&target);
                reader.unread.fields.insert((id.clone(), "moves"));
                let span = if target.contains(':') { target.span } else { node.span };
                reader.report(Finding::new("yaml/empty-value", &id, span, what).hint(hint));
                return None;
            }
            let direction = reader.text(node, &id, "moves")?;
            Some((target, reader.word(direction, &id, "moves")))
        }),
        seen: fields.date(reader, "seen"),
        head,
    }
}

pub fn scenario(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, yardstick: Option<Yardstick>) -> Scenario {
    let (kind, text) = kind(reader, fields, ScenarioKind::all());
    let (with, without) = (fields.texts(reader, "with"), fields.texts(reader, "without"));
    let scenario = Scenario { kind, text, likelihood: likelihood(reader, fields, yardstick), with, without, head };
    if scenario.kind.is_none() && scenario.likelihood.is_some() {
        says_nothing(reader, fields, (&scenario.head.id, scenario.head.id.span), ScenarioKind::all(), "what may come");
    }
    scenario
}

pub fn gap(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Gap {
    Gap { text: fields.text(reader, "text"), limits: fields.texts(reader, "limits"), collect: fields.text(reader, "collect"), head }
}

pub fn event(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, kinds: &[EventKind]) -> Event {
    let (kind, text) = kind(reader, fields, kinds);
    let event = Event {
        kind,
        word: fields.text(reader, "kind"),
        text,
        date: fields.date(reader, "date"),
        after: fields.texts(reader, "after"),
        during: fields.texts(reader, "during"),
        place: fields.text(reader, "where"),
        actors: fields.texts(reader, "actors"),
        mode: fields.word(reader, "mode"),
        claims: fields.texts(reader, "claims"),
        head,
    };
    if event.kind.is_none() && !(event.date.is_none() && event.actors.is_empty() && event.claims.is_empty()) {
        says_nothing(reader, fields, (&event.head.id, event.head.id.span), kinds, "what happened");
    }
    event
}

pub fn relationship(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Relationship {
    Relationship {
        from: fields.texts(reader, "from"),
        to: fields.texts(reader, "to"),
        kind: fields.word(reader, "type"),
        mode: fields.word(reader, "mode"),
        claims: fields.texts(reader, "claims"),
        head,
    }
}
