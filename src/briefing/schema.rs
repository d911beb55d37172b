//! The format as a JSON Schema, so that an editor completes fields and words and underlines mistakes while one types.
//!
//! It is made from a table of types and fields (`types`) and from the closed vocabularies. A YAML reader turns plain words
//! into values of JSON before a schema sees them. So a text may also be a number. A blank value is null, and is refused as
//! `yaml/empty-value` refuses it: only an actor may be no more than its code. A bare `true`
//! is refused, as `yaml/trap` refuses it.

mod draft;
pub mod patterns;
pub mod types;
pub mod walk;
pub mod words;

pub use draft::Schema;

use super::date::FORMS;
use super::scale::{Markings, Vocabulary, Yardstick};
use draft::{Constant, DRAFT, Json, Named, Others};
use patterns::Name;
use types::{BRIEFING, Field, TYPES, Type, Value};
use words::{WORDS, Word};

#[must_use]
pub fn schema() -> Schema {
    Schema {
        draft: Some(DRAFT),
        title: Some("A briefing"),
        all_of: dependent().iter().map(held_to).collect(),
        definitions: definitions(),
        ..mapping(&BRIEFING)
    }
}

fn definitions() -> Named {
    let types = TYPES.iter().filter(|part| part.name != BRIEFING.name).map(|part| (part.name.to_owned(), mapping(part)));
    let words = WORDS.iter().map(|words| (words.name.to_owned(), choice((words.words)())));
    let words_of = dependent().into_iter().map(|one| (one.definition(), one.choice()));
    let date = Schema {
        pattern: Some(patterns::date()),
        pattern_error_message: Some(FORMS.to_owned()),
        // A bare year reads as a number.
        minimum: Some(1000),
        maximum: Some(9999),
        ..Schema::of(&[Json::String, Json::Integer])
    };
    Named(types.chain(words).chain(words_of).chain([("date".to_owned(), date)]).collect())
}

/// Words that a value may be where another field of the briefing has a word, or is left out.
struct Dependent {
    /// The field that they depend on, and its word.
    field: &'static str,
    word: &'static str,
    by_default: bool,
    /// The values that must be one of them.
    name: &'static str,
    is_held: fn(&Value) -> bool,
    words: Vec<Word>,
    /// Behind a word may stand caveats.
    has_caveats: bool,
}

impl Dependent {
    fn definition(&self) -> String {
        format!("{}-{}", self.name, self.word)
    }

    fn choice(&self) -> Schema {
        let caveats = self.has_caveats.then(|| Schema {
            pattern: Some(format!(
                "^(?:{})//[A-Z0-9][A-Z0-9 ,/-]*$",
                self.words.iter().map(|word| word.word).collect::<Vec<_>>().join("|")
            )),
            ..Schema::of(&[Json::String])
        });
        let mut schema = choice(self.words.clone());
        schema.one_of.extend(caveats);
        schema
    }
}

fn dependent() -> Vec<Dependent> {
    let yardsticks = Yardstick::all().iter().map(|yardstick| Dependent {
        field: "yardstick",
        word: yardstick.word(),
        by_default: *yardstick == Yardstick::Icd203,
        name: "likelihood",
        is_held: |value| matches!(value, Value::Likelihood),
        words: words::likelihood(*yardstick),
        has_caveats: false,
    });
    let markings = Markings::all().iter().map(|markings| Dependent {
        field: "markings",
        word: markings.word(),
        by_default: *markings == Markings::Tlp,
        name: "marking",
        is_held: |value| matches!(value, Value::Marking),
        words: words::marking(*markings),
        has_caveats: markings.has_caveats(),
    });
    yardsticks.chain(markings).collect()
}

/// Refuses fields that the type does not have: they are misspelt.
fn mapping(part: &Type) -> Schema {
    let kinds = part.kinds.map_or_else(Vec::new, |kinds| kinds());
    let texts = kinds.iter().map(|kind| (kind.word.to_owned(), Schema { description: Some(kind.meaning.clone()), ..text() }));
    let fields = part.fields.iter().map(|field| (field.name.to_owned(), described(field)));
    Schema {
        description: Some(part.about.to_owned()),
        required: part.fields.iter().filter(|field| field.required).map(|field| field.name).collect(),
        properties: Named(texts.chain(fields).collect()),
        additional_properties: Some(Others::Refused),
        one_of: one_kind(&kinds),
        ..Schema::of(if part.blank { &[Json::Object, Json::Null] } else { &[Json::Object] })
    }
}

fn described(field: &Field) -> Schema {
    Schema { description: Some(field.about.to_owned()), ..value(&field.value) }
}

/// Exactly one of the kinds is a key with a text under it.
fn one_kind(kinds: &[Word]) -> Vec<Schema> {
    let with = |kind: &Word| Schema {
        required: vec![kind.word],
        properties: Named(vec![(kind.word.to_owned(), text())]),
        ..Schema::of(&[Json::Object])
    };
    kinds.iter().map(with).collect()
}

fn value(value: &Value) -> Schema {
    match *value {
        // The words of the latter two depend on other fields: see `held_to`.
        Value::Text | Value::Likelihood | Value::Marking => text(),
        Value::Date => Schema::reference("date"),
        Value::Digest => Schema {
            pattern: Some("^[0-9A-Fa-f]{64}$".to_owned()),
            pattern_error_message: Some("write the 64 hexadecimal digits that sha256sum prints for the file".to_owned()),
            ..Schema::of(&[Json::String])
        },
        Value::Name(name) => named(name),
        Value::Word(words) => Schema::reference(words.name),
        Value::Type(part) => Schema::reference(part.name),
        Value::List(item) => Schema { items: Some(self::value(item).into()), ..Schema::of(&[Json::Array]) },
        Value::Map(name, item) => Schema {
            property_names: name.pattern().is_some().then(|| key(name).into()),
            additional_properties: Some(Others::Are(self::value(item).into())),
            ..Schema::of(&[Json::Object])
        },
        Value::Any(values) => Schema { any_of: values.iter().map(self::value).collect(), ..Schema::default() },
    }
}

fn text() -> Schema {
    Schema::of(&[Json::String, Json::Number])
}

/// A key is always a text, even `1: …`.
fn key(name: Name) -> Schema {
    let (pattern, message) = name.pattern().unzip();
    Schema { pattern, pattern_error_message: message, ..Schema::default() }
}

fn named(name: Name) -> Schema {
    let number = name.may_be_a_number();
    let types = if number { &[Json::String, Json::Integer][..] } else { &[Json::String] };
    Schema { types: types.to_vec(), minimum: number.then_some(0), ..key(name) }
}

/// A word of a vocabulary. A digit may be written bare, and then reads as a number.
fn choice(words: Vec<Word>) -> Schema {
    let one = |word: Word| {
        let described = Schema { description: Some(word.meaning), ..Schema::default() };
        let text = Constant::Word(word.word);
        // What readers of YAML 1.1 make of `yes` and `no` is as good.
        let truth = ["no", "yes"].iter().position(|truth| *truth == word.word).map(|at| Constant::Truth(at == 1));
        match word.word.parse().ok().map(Constant::Number).or(truth) {
            Some(other) => Schema { values: vec![other, text], ..described },
            None => Schema { constant: Some(text), ..described },
        }
    };
    Schema { one_of: words.into_iter().map(one).collect(), ..Schema::default() }
}

/// Where a briefing names a vocabulary, or leaves out which and means it by default, its words are of it.
fn held_to(one: &Dependent) -> Schema {
    let field = Schema { constant: Some(Constant::Word(one.word)), ..Schema::default() };
    let condition = Schema {
        required: if one.by_default { Vec::new() } else { vec![one.field] },
        properties: Named(vec![(one.field.to_owned(), field)]),
        ..Schema::default()
    };
    let consequence = held(&Value::Type(&BRIEFING), one).map(Box::new);
    Schema { condition: Some(condition.into()), consequence, ..Schema::default() }
}

/// `None` if a value has none of these words in it.
fn held(value: &Value, one: &Dependent) -> Option<Schema> {
    match *value {
        _ if (one.is_held)(value) => Some(Schema::reference(&one.definition())),
        Value::Type(part) => {
            let inside = |field: &Field| Some((field.name.to_owned(), held(&field.value, one)?));
            let properties: Vec<(String, Schema)> = part.fields.iter().filter_map(inside).collect();
            (!properties.is_empty()).then(|| folded(&properties))
        }
        Value::Map(_, item) => {
            let inside = held(item, one)?;
            Some(Schema { additional_properties: Some(Others::Are(inside.into())), ..Schema::default() })
        }
        _ => None,
    }
}

/// What nearly all fields are held to is written once, for all that are not named: an item's marking would else stand here
/// sixty times. It asks nothing of fields that hold no items.
fn folded(properties: &[(String, Schema)]) -> Schema {
    const MANY: usize = 4;
    let times = |one: &Schema| properties.iter().filter(|(_, other)| other == one).count();
    let common = properties.iter().map(|(_, schema)| schema).max_by_key(|schema| times(schema)).filter(|schema| times(schema) > MANY);
    let named = properties.iter().filter(|(_, schema)| Some(schema) != common).cloned().collect();
    let others = common.map(|schema| Others::Are(schema.clone().into()));
    Schema { properties: Named(named), additional_properties: others, ..Schema::default() }
}
