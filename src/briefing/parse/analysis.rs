//! Reading what is ours: judgements, assumptions, alternatives, dissent.

use super::reader::{Fields, Reader};
use super::words::likelihood;
use crate::briefing::model::{Alternative, Assumption, Dissent, Head, Judgement, Outcome, Was};
use crate::briefing::scale::Yardstick;
use crate::yaml::tree::Value;

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
        speaker: fields.text(reader, "speaker"),
        was: was(reader, fields, yardstick),
        outcome: outcome(reader, fields),
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

/// `came: yes` and `on: …` are plain here, though readers of YAML 1.1 take both words for truth values.
fn outcome(reader: &mut Reader, fields: &mut Fields<'_>) -> Option<Outcome> {
    let (span, node) = fields.take("outcome")?;
    if !matches!(node.value, Value::Mapping(_)) {
        reader.expected(node, fields.id(), "outcome", "a mapping");
        return None;
    }
    let mut parts = reader.fields(node, fields.id())?;
    let came = parts.word(reader, "came");
    reader.truths.extend(came.as_ref().map(|word| word.span));
    let on = parts.take("on").and_then(|(key, node)| {
        reader.truths.insert(key);
        reader.text(node, fields.id(), "on")
    });
    let outcome = Outcome {
        span,
        came,
        on: on.map(|text| reader.date(fields.id(), text)),
        claims: parts.texts(reader, "claims"),
        note: parts.text(reader, "note"),
    };
    parts.finish(reader);
    Some(outcome)
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
