//! Reading what may come and what happened: indicators, scenarios, gaps, events, relationships.

use super::reader::{Fields, Reader};
use super::{kind, likelihood};
use crate::briefing::model::{Event, Gap, Head, Indicator, Relationship, Scenario};
use crate::briefing::scale::Yardstick;

pub fn indicator(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Indicator {
    let id = fields.id().to_owned();
    Indicator {
        text: fields.text(reader, "text"),
        threshold: fields.text(reader, "threshold"),
        moves: fields.map(reader, "moves", |reader, target, node| {
            let direction = reader.text(node, &id, "moves")?;
            Some((target, reader.word(direction, &id, "moves")))
        }),
        seen: fields.date(reader, "seen"),
        head,
    }
}

pub fn scenario(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, yardstick: Option<Yardstick>) -> Scenario {
    let (kind, text) = kind(reader, fields);
    Scenario { kind, text, likelihood: likelihood(reader, fields, yardstick), head }
}

pub fn gap(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Gap {
    Gap { text: fields.text(reader, "text"), limits: fields.texts(reader, "limits"), collect: fields.text(reader, "collect"), head }
}

pub fn event(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Event {
    let (kind, text) = kind(reader, fields);
    Event {
        kind,
        text,
        date: fields.date(reader, "date"),
        place: fields.text(reader, "where"),
        actors: fields.texts(reader, "actors"),
        claims: fields.texts(reader, "claims"),
        head,
    }
}

pub fn relationship(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Relationship {
    Relationship {
        from: fields.texts(reader, "from"),
        to: fields.texts(reader, "to"),
        kind: fields.word(reader, "type"),
        claims: fields.texts(reader, "claims"),
        head,
    }
}
