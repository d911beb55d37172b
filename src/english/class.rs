/// Kinds of words, a bit each: a word may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(pub u64);

impl Class {
    pub const DETERMINER: Self = Self(1);
    pub const PREPOSITION: Self = Self(1 << 1);
    /// One that can be a subject.
    pub const PRONOUN: Self = Self(1 << 2);
    pub const COORDINATOR: Self = Self(1 << 3);
    /// Begins an adverbial clause.
    pub const SUBORDINATOR: Self = Self(1 << 4);
    pub const RELATIVE: Self = Self(1 << 5);
    pub const MODAL: Self = Self(1 << 6);
    pub const BE: Self = Self(1 << 7);
    pub const HAVE: Self = Self(1 << 8);
    pub const DO: Self = Self(1 << 9);
    pub const ADVERB: Self = Self(1 << 10);
    pub const VERB: Self = Self(1 << 11);
    pub const BASE: Self = Self(1 << 12);
    /// The third person: "says".
    pub const THIRD: Self = Self(1 << 13);
    /// A past form or a participle.
    pub const PAST: Self = Self(1 << 14);
    pub const GERUND: Self = Self(1 << 15);
    /// Who uses the verb says that something is so.
    pub const SPEECH: Self = Self(1 << 16);
    /// Who uses it holds that something is so.
    pub const THOUGHT: Self = Self(1 << 17);
    /// Who uses it holds that something will be so.
    pub const FORECAST: Self = Self(1 << 18);
    /// Who uses it does something by saying so: announces, orders, refuses.
    pub const DEED: Self = Self(1 << 19);
    /// Who uses it has seen that something is so.
    pub const PROOF: Self = Self(1 << 20);
    /// In the passive it is news that nobody brings.
    pub const NEWS: Self = Self(1 << 21);
    /// A noun for what was said.
    pub const ACCOUNT: Self = Self(1 << 22);
    /// What a text is, that can show or suggest.
    pub const DOCUMENT: Self = Self(1 << 23);
    /// A plural that names no speaker.
    pub const NAMELESS: Self = Self(1 << 24);
    /// Denies without a "not": a claim may say a denial by it.
    pub const LACK: Self = Self(1 << 25);
    /// A noun for somebody or some place: to call it possible says what it is for, not how likely it is.
    pub const ENTITY: Self = Self(1 << 26);
    /// A body that acts by right.
    pub const BODY: Self = Self(1 << 27);
    /// What is done by right.
    pub const RIGHT: Self = Self(1 << 28);
    /// What such a body does by right alone.
    pub const POWER: Self = Self(1 << 29);
    /// Names a text of law.
    pub const LAW: Self = Self(1 << 30);
    /// What "can" happen: with these verbs the word speaks of chance, with others of ability.
    pub const OUTCOME: Self = Self(1 << 31);
    pub const NUMBER: Self = Self(1 << 32);
    /// Perception: "could hear" is what was heard.
    pub const SENSE: Self = Self(1 << 33);
    /// What stands behind "that" is so, whatever is denied before it.
    pub const FACTIVE: Self = Self(1 << 34);
    /// A noun or adjective that "that" goes on from: the chance that, likely that.
    pub const OPENS: Self = Self(1 << 35);
    pub const POSSESSIVE: Self = Self(1 << 36);
    /// A word for when or where, that keeps a condition alive if it names the same things.
    pub const OCCASION: Self = Self(1 << 37);
    /// Says without a hedge that something may come: risk, threat.
    pub const RISK: Self = Self(1 << 38);
    /// Whose confidence it is if it is no analyst's: business, consumers.
    pub const PUBLIC: Self = Self(1 << 39);
    /// "Ask if" asks, and sets no condition.
    pub const ASKS: Self = Self(1 << 40);
    /// A form of "be" that is no verb of a clause.
    pub const BARE: Self = Self(1 << 41);
    /// Speaks of whoever spoke: "he", "its".
    pub const SELF: Self = Self(1 << 43);
    /// Who writes estimates.
    pub const ANALYST: Self = Self(1 << 44);
    /// Tells when: "by December".
    pub const TIME: Self = Self(1 << 42);

    /// Who uses it is not sure: suspects, believes.
    pub const DOUBT: Self = Self(1 << 45);
    /// What parts a time that is over from what came then: the war, the coup.
    pub const BREAK: Self = Self(1 << 46);

    /// What is about something: talks, a dispute, to know.
    pub const TOPIC: Self = Self(1 << 47);

    /// Was, were: a form of "be" that tells of what is over.
    pub const PRETERITE: Self = Self(1 << 48);

    #[must_use]
    pub fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

pub const REPORTS: Class = Class::SPEECH.or(Class::THOUGHT).or(Class::FORECAST).or(Class::DEED).or(Class::PROOF);
