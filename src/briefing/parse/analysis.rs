//! Reading what is ours: judgements, assumptions, alternatives, dissent.

use super::reader::{Fields, Reader};
use super::words::likelihood;
use crate::briefing::model::{Alternative, Assumption, Dissent, Head, Judgement, Was};
use crate::briefing::scale::Yardstick;

pub fn judgement(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, yardstick: Option<Yardstick>) -> Judgement {
    Judgement {
        section: fields.text(reader, "section"),
        text: fields.text(reader, "text"),
        by: fields.date(reader, "by"),
        likelihood: likelihood(reader, fields, yardstick),
        confidence: fields.word(reader, "confidence"),
        because: fields.text(reader, "because"),
        claims: fields.texts(reader, "claims"),
        against: fields.texts(reader, "against"),
        assumptions: fields.texts(reader, "assumptions"),
        was: was(reader, fields, yardstick),
        head,
    }
}

fn was(reader: &mut Reader, fields: &mut Fields<'_>, yardstick: Option<Yardstick>) -> Option<Was> {
    let (_, node) = fields.take("was")?;
    let mut parts = reader.fields(node, fields.id())?;
    let was = Was {
        likelihood: likelihood(reader, &mut parts, yardstick),
        confidence: parts.word(reader, "confidence"),
        why: parts.text(reader, "why"),
    };
    parts.finish(reader);
    Some(was)
}

pub fn assumption(reader: &mut Reader, fields: &mut Fields<'_>, head: Head) -> Assumption {
    Assumption { text: fields.text(reader, "text"), if_wrong: fields.text(reader, "if_wrong"), head }
}

pub fn alternative(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, yardstick: Option<Yardstick>) -> Alternative {
    Alternative {
        to: fields.text(reader, "to"),
        text: fields.text(reader, "text"),
        likelihood: likelihood(reader, fields, yardstick),
        supports: fields.texts(reader, "for"),
        against: fields.texts(reader, "against"),
        head,
    }
}

pub fn dissent(reader: &mut Reader, fields: &mut Fields<'_>, head: Head, yardstick: Option<Yardstick>) -> Dissent {
    Dissent {
        to: fields.text(reader, "to"),
        who: fields.text(reader, "who"),
        text: fields.text(reader, "text"),
        likelihood: likelihood(reader, fields, yardstick),
        head,
    }
}
