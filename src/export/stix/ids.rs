//! Identifiers and times.

use crate::briefing::{Date, Item, ItemKind, Word};
use crate::library::HeldBriefing;
use uuid::Uuid;

/// Ours. STIX keeps 00abedb4-… for identifiers that are made of the properties of observed data.
const NAMESPACE: Uuid = Uuid::from_u128(0xf488_8e08_cede_4448_8b28_d31c_83a1_ab9d);

#[derive(Debug)]
pub struct Ids<'a> {
    held: &'a HeldBriefing,
    time: String,
}

impl<'a> Ids<'a> {
    pub fn of(held: &'a HeldBriefing) -> Self {
        let date = held.resolved.briefing.date.as_ref();
        // Without a date of the edition there is no time to give, and none is required to be true.
        let time = date.and_then(start).unwrap_or_else(|| "1970-01-01T00:00:00.000Z".to_owned());
        Self { held, time }
    }

    /// When the edition begins to hold.
    pub fn time(&self) -> String {
        self.time.clone()
    }

    /// Of another edition it is another identifier: one object would have to have been created at one time.
    pub fn named(&self, kind: &str, name: &str) -> String {
        let name = [&*self.held.id, &self.time, kind, name].join("\n");
        format!("{kind}--{}", Uuid::new_v5(&NAMESPACE, name.as_bytes()))
    }

    /// An id may stand twice in a file that has errors.
    pub fn item(&self, item: Item) -> String {
        let kind = match item.kind {
            ItemKind::Actor => "identity",
            ItemKind::Dissent => "opinion",
            _ => "note",
        };
        self.named(kind, &format!("{}\n{}", self.held.resolved.briefing.id_of(item), item.index))
    }

    pub fn producer(&self) -> String {
        self.named("identity", "producer")
    }

    pub fn report(&self) -> String {
        self.named("report", "")
    }
}

/// The first moment that a date may mean.
pub fn start(date: &Word<Date>) -> Option<String> {
    let date = date.value.as_ref()?;
    date.first_day()?;
    moment(date.earliest(), "00:00:00.000")
}

/// The last one.
pub fn end(date: &Word<Date>) -> Option<String> {
    let date = date.value.as_ref()?;
    date.last_day()?;
    moment(date.latest(), "23:59:59.999")
}

/// RFC 3339 has years of four digits.
fn moment((year, month, day): (i32, u8, u8), time: &str) -> Option<String> {
    (1..=9999).contains(&year).then(|| format!("{year:04}-{month:02}-{day:02}T{time}Z"))
}
