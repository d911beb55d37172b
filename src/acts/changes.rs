//! What can be changed of an item, and what can be added to it: read from the table of the format.

use super::curate::{BETWEEN, Filled, Holds};
use super::may_hold::type_of;
use super::place::path_of;
use crate::briefing::model::{Briefing, Item, ItemKind};
use crate::briefing::schema::patterns::Name;
use crate::briefing::schema::types::{BRIEFING, Field, Type, Value};
use crate::briefing::schema::words::{Word, likelihood, marking};
use crate::text::single_spaced;
use crate::yaml::tree::{Node, Tree, Value as Written};

/// In bytes: longer texts are changed in the file.
const LONGEST: usize = 8 << 10;

/// One thing that can be done, by a word.
#[derive(Debug, Clone)]
pub struct Change {
    pub label: String,
    pub does: Does,
}

/// A word that may be written somewhere, and what it means; an id, and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub word: String,
    pub meaning: String,
}

impl From<Word> for Choice {
    fn from(Word { word, meaning }: Word) -> Self {
        Self { word: word.to_owned(), meaning }
    }
}

#[derive(Debug, Clone)]
pub enum Does {
    /// It becomes one of these kinds.
    Kind { kinds: Vec<Word>, now: &'static str },
    /// A field gets a text, or one of these words.
    Set { field: String, words: Vec<Choice>, value: String, is_needed: bool, holds: Holds },
    /// The fields that stand under a field get what they are to say; one of them may stand alone.
    Fill { field: &'static str, asked: Vec<Asked>, alone: Option<&'static str> },
    /// One of these joins a list; where there are `ways`, each goes one of them.
    Link { field: String, to: Vec<Choice>, ways: Vec<Choice> },
    /// It goes to another section.
    Move { to: Vec<Choice> },
    /// An item of a kind that names this one in a field.
    New { kind: ItemKind, back: Option<&'static str> },
    /// It gets another name.
    Rename,
}

/// A field under another as it is, and the words of which it is one.
#[derive(Debug, Clone)]
pub struct Asked {
    pub now: Filled,
    pub words: Vec<Choice>,
}

/// All that can be done to an item, or to the briefing itself. `text` is that of its file.
#[must_use]
pub fn changes(briefing: &Briefing, text: &str, item: Option<Item>) -> Vec<Change> {
    let tree = Tree::read(text);
    let node = tree.root.as_ref().and_then(|root| match item {
        Some(item) => root.at(&path_of(root, briefing.id_of(item)).ok()?),
        None => Some(root),
    });
    let of = item.map_or(&BRIEFING, |item| type_of(item.kind));
    let under = |name: &str| node.and_then(|node| node.at(&[name]));
    let written = |name: &str| under(name).and_then(Node::text).unwrap_or_default().to_owned();
    let mut all: Vec<Change> = Vec::new();
    // What a claim says stands under its kind.
    let kind = of.kinds.map(|kinds| kinds()).and_then(|kinds| kinds.into_iter().find(|kind| under(kind.word).is_some()));
    if let (Some(kind), Some(kinds)) = (kind, of.kinds) {
        all.push(set("text", kind.word, Vec::new(), written(kind.word), true));
        all.push(Change { label: "kind".to_owned(), does: Does::Kind { kinds: kinds(), now: kind.word } });
    }
    for field in of.fields.iter().filter(|field| field.name != "accept" && field.name != BRIEFING.name) {
        let value = written(field.name);
        match field.value {
            Value::Text | Value::Date => all.push(set(field.name, field.name, Vec::new(), value, field.name == "text")),
            Value::Word(words) => all.push(set(field.name, field.name, words_of((words.words)()), value, false)),
            Value::Likelihood => all.push(set(field.name, field.name, words_of(likelihood(briefing.yardstick())), value, false)),
            Value::Marking => all.push(set(field.name, field.name, words_of(marking(briefing.markings())), value, false)),
            Value::List(Value::Text) => all.extend(texts(field.name, under(field.name), false)),
            Value::Any([Value::Text, Value::List(Value::Text)]) => all.extend(texts(field.name, under(field.name), true)),
            Value::Type(of) => all.push(fill(briefing, field.name, of, under(field.name), None)),
            Value::Any([Value::Text, Value::Type(of)]) => {
                all.push(fill(briefing, field.name, of, under(field.name), Some(of.fields[0].name)));
            }
            Value::Name(name) => all.push(set(field.name, field.name, named(briefing, name), value, false)),
            Value::List(Value::Name(name)) => all.push(link(field.name, named(briefing, *name), Vec::new())),
            Value::Map(name, Value::Word(ways)) => all.push(link(field.name, named(briefing, name), words_of((ways.words)()))),
            _ => {}
        }
    }
    if let Some(Item { kind: ItemKind::Claim, index }) = item {
        let mut to = named(briefing, Name::Section);
        to.retain(|slug| slug.word != briefing.sections[briefing.claims[index].section].value);
        all.extend((!to.is_empty()).then(|| Change { label: "section".to_owned(), does: Does::Move { to } }));
        all.extend(passed_on(briefing));
    }
    all.extend(new_ones(item.map(|item| item.kind)));
    // Where there is nothing to link to, nothing is linked; a tie is between actors.
    let has_actors = !briefing.actors.is_empty();
    all.retain(|change| match &change.does {
        Does::Link { to, .. } => !to.is_empty(),
        Does::New { kind: ItemKind::Relationship, .. } => has_actors,
        Does::Set { value, .. } => value.len() <= LONGEST,
        _ => true,
    });
    if item.is_some() {
        all.push(Change { label: "id".to_owned(), does: Does::Rename });
    }
    all
}

fn set(label: &str, field: &str, words: Vec<Choice>, value: String, is_needed: bool) -> Change {
    Change { label: label.to_owned(), does: Does::Set { field: field.to_owned(), words, value, is_needed, holds: Holds::Text } }
}

/// A list of texts on one line. `None`: one of them has in it what would stand between them.
fn texts(field: &str, node: Option<&Node<'_>>, may_stand_alone: bool) -> Option<Change> {
    let value = node.map_or_else(String::new, |node| listed(node, &format!("{BETWEEN} ")));
    let number = node.map_or(0, |node| if let Written::Sequence(nodes) = &node.value { nodes.len() } else { 1 });
    let between = value.matches(BETWEEN).count();
    let holds = Holds::Texts { may_stand_alone };
    let does = Does::Set { field: field.to_owned(), words: Vec::new(), value, is_needed: false, holds };
    (between + 1 == number.max(1)).then(|| Change { label: field.to_owned(), does })
}

fn fill(briefing: &Briefing, field: &'static str, of: &Type, node: Option<&Node<'_>>, alone: Option<&'static str>) -> Change {
    let asked = of.fields.iter().map(|row| {
        let stands_alone = node.filter(|node| alone == Some(row.name) && node.text().is_some());
        let value = stands_alone.or_else(|| node?.at(&[row.name])).map_or_else(String::new, |node| listed(node, " "));
        let words = words_of(row.value.words(briefing).unwrap_or_default());
        let holds = if matches!(row.value, Value::List(_)) { Holds::Ids } else { Holds::Text };
        Asked { now: Filled { name: row.name, value, holds }, words }
    });
    Change { label: field.to_owned(), does: Does::Fill { field, asked: asked.collect(), alone } }
}

/// What a text says, or all of a list.
fn listed(node: &Node<'_>, between: &str) -> String {
    match &node.value {
        Written::Sequence(nodes) => nodes.iter().filter_map(Node::text).collect::<Vec<_>>().join(between),
        _ => node.text().unwrap_or_default().to_owned(),
    }
}

fn link(field: &str, to: Vec<Choice>, ways: Vec<Choice>) -> Change {
    Change { label: format!("{field} +"), does: Does::Link { field: field.to_owned(), to, ways } }
}

/// From a claim to what it speaks for and against: the judgement names it.
fn passed_on(briefing: &Briefing) -> Vec<Change> {
    let judgements = named(briefing, Name::Item(&[ItemKind::Judgement]));
    let to = |label: &str, field: &str| Change {
        label: label.to_owned(),
        does: Does::Link { field: format!("< {field}"), to: judgements.clone(), ways: Vec::new() },
    };
    if judgements.is_empty() { Vec::new() } else { vec![to("speaks for", "claims"), to("speaks against", "against")] }
}

/// Kinds of items that name one of this kind; on the briefing itself those that need no other.
fn new_ones(of: Option<ItemKind>) -> Vec<Change> {
    let mut all = Vec::new();
    for kind in ItemKind::ALL.into_iter().filter(|kind| !matches!(kind, ItemKind::Source | ItemKind::Claim)) {
        let names = |field: &&Field| {
            let (Value::Name(name) | Value::List(&Value::Name(name)) | Value::Map(name, Value::Word(_))) = field.value else {
                return false;
            };
            matches!((name, of), (Name::Item(kinds), Some(of)) if kinds.contains(&of))
        };
        let back = type_of(kind).fields.iter().find(names).map(|field| field.name);
        let new = |back| Change { label: format!("new {}", kind.name()), does: Does::New { kind, back } };
        match of {
            Some(_) => all.extend(back.map(|back| new(Some(back)))),
            None => all.push(new(None)),
        }
    }
    all
}

/// What can be named somewhere, with what it says.
#[must_use]
pub fn named(briefing: &Briefing, name: Name) -> Vec<Choice> {
    let of = |kinds: &[ItemKind]| briefing.items().filter(|item| kinds.contains(&item.kind)).map(|item| says(briefing, item)).collect();
    match name {
        Name::Item(kinds) => of(kinds),
        Name::Actor => of(&[ItemKind::Actor]),
        Name::Source => of(&[ItemKind::Source]),
        Name::Section => briefing.sections.iter().map(|slug| Choice { word: slug.value.clone(), meaning: String::new() }).collect(),
        Name::Any | Name::Briefing => Vec::new(),
    }
}

fn says(briefing: &Briefing, item: Item) -> Choice {
    let meaning = match item.kind {
        ItemKind::Actor => briefing.actors[item.index].name().to_owned(),
        // A judgement never stands without its likelihood.
        ItemKind::Judgement => {
            let judgement = &briefing.judgements[item.index];
            let likely = judgement.likelihood.as_ref().map_or("no likelihood", |word| &word.text);
            format!("{likely}: {}", judgement.text.as_ref().map_or_else(String::new, |text| single_spaced(&text.value)))
        }
        _ => briefing.said(item).next().map_or_else(String::new, |text| single_spaced(&text.value)),
    };
    Choice { word: briefing.id_of(item).to_owned(), meaning }
}

#[must_use]
pub fn words_of(words: Vec<Word>) -> Vec<Choice> {
    words.into_iter().map(Choice::from).collect()
}
