//! What of a whole library names an actor, is filed under a tag, or rests on a source.

use super::column;
use super::fields::Field;
use super::index::Catalogue;
use super::item::Facts;
use super::origin::{Origin, of_address, of_publisher, of_text};
use super::query::Names as _;
use super::read_state::Ids;
use super::schema::{briefings_of, name_form, name_term};
use super::unavailable::Without;
use super::vocabulary::Kind;
use crate::briefing::ItemKind;
use crate::briefing::scale::{Reliability, Vocabulary};
use crate::text::nearest_word;
use crate::text::web::same_page;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use tantivy::query::{BooleanQuery, EnableScoring, Query, TermQuery, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocSet, Searcher, TERMINATED, Term};

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// By any of its names.
    Actor(String),
    Tag(String),
    /// By the keys of its [`Origin`].
    Source(Vec<String>),
}

/// A document that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub at: DocAddress,
    pub kind: Kind,
    /// `None`: nobody says when.
    pub day: Option<i64>,
    /// Which letters the sources have that it is or quotes: a bit a letter, A the lowest.
    pub grades: u8,
    /// Its briefing.
    pub of: DocAddress,
    /// Those of a day in the order of a search.
    rank: u64,
}

impl Found {
    pub fn letters(self) -> impl Iterator<Item = Reliability> {
        let all = Reliability::all().iter().copied();
        all.filter(move |letter| self.grades & 1 << *letter as u8 != 0)
    }
}

/// The kinds that stand on the page of an actor, a tag or a source.
pub const TOLD: [ItemKind; 4] = [ItemKind::Claim, ItemKind::Judgement, ItemKind::Event, ItemKind::Relationship];

type Asked = Box<dyn Query>;

/// How many briefings, and some of them by their ids, each with its uses.
pub type Used = (usize, Vec<(String, Vec<DocAddress>)>);

fn any(terms: Vec<Term>) -> Asked {
    let one = |term| Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Asked;
    Box::new(BooleanQuery::union(terms.into_iter().map(one).collect()))
}

impl Catalogue {
    /// The items of some kinds, the newest first and the undated last.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn across(&self, subject: &Subject, kinds: &[ItemKind]) -> Result<Vec<Found>, Without> {
        self.found(&self.terms_of(subject), kinds).map_err(|error| Without::because(&error))
    }

    fn terms_of(&self, subject: &Subject) -> Vec<Term> {
        let named = |field: Field, name: &str| {
            let written = self.written(field, &name_form(name), false).into_iter();
            written.map(|(written, shown)| Term::from_field_text(self.schema().field(field), &name_term(&written, &shown))).collect()
        };
        match subject {
            Subject::Actor(name) => named(Field::About, name),
            Subject::Tag(name) => named(Field::Tag, name),
            Subject::Source(keys) => keys.iter().map(|key| Term::from_field_text(self.schema().keys, key)).collect(),
        }
    }

    /// `None`: it is called nothing, so nothing is it.
    fn asked(&self, searcher: &Searcher, terms: &[Term], kinds: &[ItemKind]) -> tantivy::Result<Option<Box<dyn Weight>>> {
        let kinds = kinds.iter().map(|kind| Term::from_field_u64(self.schema().field(Field::In), Kind::Item(*kind).code()));
        let asked = BooleanQuery::intersection(vec![any(terms.to_vec()), any(kinds.collect())]);
        (!terms.is_empty()).then(|| asked.weight(EnableScoring::disabled_from_searcher(searcher))).transpose()
    }

    fn found(&self, terms: &[Term], kinds: &[ItemKind]) -> tantivy::Result<Vec<Found>> {
        let searcher = self.searcher();
        let Some(weight) = self.asked(&searcher, terms, kinds)? else { return Ok(Vec::new()) };
        let mut all = Vec::new();
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let fields = segment.fast_fields();
            let (kinds, ranks) = (fields.u64(Field::In.name())?, fields.column_first_or_default::<u64>(column::RANK)?);
            let (days, grades) = (fields.column_opt::<i64>(column::DAY)?, fields.column_opt::<u64>(Field::Reliability.name())?);
            let briefings = briefings_of(segment)?;
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                self.go_on()?;
                let doc = found.doc();
                let kind = kinds.first(doc).and_then(Kind::of_code);
                if let Some(kind) = kind.filter(|_| !segment.is_deleted(doc)) {
                    let letters = grades.iter().flat_map(|grades| grades.values_for_doc(doc));
                    let own = briefings.partition_point(|briefing| *briefing <= doc).saturating_sub(1);
                    all.push(Found {
                        at: DocAddress::new(ord, doc),
                        kind,
                        day: days.as_ref().and_then(|days| days.first(doc)),
                        grades: letters.fold(0, |mask, letter| mask | 1 << letter.min(7)),
                        of: DocAddress::new(ord, briefings.get(own).copied().unwrap_or(doc)),
                        rank: ranks.get_val(doc),
                    });
                }
                found.advance();
            }
        }
        all.sort_unstable_by_key(|found| Reverse((found.day, found.rank)));
        Ok(all)
    }

    /// The source that is called so: by a publisher, an address, or the hash of a text. With all that is the same source by
    /// address or text, step by step, and the keys that say so.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn source_called(&self, name: &str) -> Result<Called, Without> {
        let publisher = of_publisher(name);
        let own = same_page(name).map(|address| of_address(&address));
        let text = (name.len() == 64 && name.bytes().all(|digit| digit.is_ascii_hexdigit())).then(|| of_text(&name.to_ascii_lowercase()));
        let Some(own) = own.or(text) else { return Ok(Called { keys: vec![publisher], is_one: false }) };
        let mut keys = BTreeSet::from([own]);
        // Each step that finds none ends it; few sources have so many copies that differ.
        for _ in 0..8 {
            let before = keys.len();
            let uses = self.across(&Subject::Source(keys.iter().cloned().collect()), &[ItemKind::Source])?;
            let at: Vec<DocAddress> = uses.iter().map(|found| found.at).collect();
            keys.extend(self.origins(&at).iter().flat_map(Origin::own_keys));
            if keys.len() == before {
                break;
            }
        }
        Ok(Called { keys: keys.into_iter().collect(), is_one: true })
    }

    fn origins(&self, all: &[DocAddress]) -> Vec<Origin> {
        let searcher = self.searcher();
        let facts = all.iter().filter_map(|at| self.stored(&searcher, *at)).map(|kept| kept.facts);
        facts.filter_map(|Facts { origin, .. }| origin).collect()
    }

    /// How many briefings but one use what has these keys, and some uses of the first of them in the order of their ids. Thousands
    /// may use it: only of these few anything is read.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn used_by(&self, keys: Vec<String>, but: &str, most: usize) -> Result<Used, Without> {
        self.read_used_by(&self.terms_of(&Subject::Source(keys)), but, most).map_err(|error| Without::because(&error))
    }

    fn read_used_by(&self, terms: &[Term], but: &str, most: usize) -> tantivy::Result<Used> {
        let searcher = self.searcher();
        let Some(weight) = self.asked(&searcher, terms, &[ItemKind::Source])? else { return Ok((0, Vec::new())) };
        let own = self.find(&searcher, but).ok().flatten();
        let (mut count, mut named) = (0, Vec::new());
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let ids = Ids::of(segment)?;
            let mut uses: BTreeMap<u64, Vec<DocAddress>> = BTreeMap::new();
            let mut found = weight.scorer(segment, 1.0)?;
            while found.doc() != TERMINATED {
                self.go_on()?;
                if let Some(place) = ids.place(found.doc()).filter(|_| !segment.is_deleted(found.doc())) {
                    uses.entry(place).or_default().push(DocAddress::new(ord, found.doc()));
                }
                found.advance();
            }
            if let Some(place) = own.filter(|own| own.segment_ord == ord).and_then(|own| ids.place(own.doc_id)) {
                uses.remove(&place);
            }
            count += uses.len();
            for at in uses.into_values().take(most) {
                named.extend(ids.id(at[0].doc_id)?.map(|id| (id, at)));
            }
        }
        named.sort();
        Ok((count, named.into_iter().take(most).collect()))
    }

    /// The names under which the actors are shown that have a name, and all other names that they have.
    #[must_use]
    pub fn actors_called(&self, name: &str) -> Vec<String> {
        let mut shown: Vec<String> = self.written(Field::About, &name_form(name), false).into_iter().map(|(_, shown)| shown).collect();
        shown.sort();
        shown.dedup();
        shown
    }

    /// The name of an actor or a tag that is nearest to one that nothing has. It looks at all of them.
    #[must_use]
    pub fn nearest_to(&self, subject: &Subject) -> Option<String> {
        let (field, name) = match subject {
            Subject::Actor(name) => (Field::About, name),
            Subject::Tag(name) => (Field::Tag, name),
            Subject::Source(_) => return None,
        };
        let all = self.written(field, "", true);
        let name = name_form(name);
        let near = nearest_word(&name, all.iter().map(|(written, _)| written.as_str()))?;
        all.iter().find(|(written, _)| written == near).map(|(_, shown)| shown.clone())
    }

    /// The library has a source of a publisher.
    #[must_use]
    pub fn has_publisher(&self, name: &str) -> bool {
        let term = Term::from_field_text(self.schema().keys, &of_publisher(name));
        let searcher = self.searcher();
        searcher.doc_freq(&term).is_ok_and(|count| count > 0)
    }
}

/// What a source is looked up by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    pub keys: Vec<String>,
    /// It is one source, and not all of a publisher.
    pub is_one: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::vocabulary::terms;

    #[test]
    fn the_letters_of_sources_are_what_the_index_holds_for_them() {
        let codes: Vec<u64> = terms(Field::Reliability).iter().map(|term| term.code).collect();
        assert_eq!(codes, Reliability::all().iter().map(|letter| *letter as u64).collect::<Vec<_>>());
    }
}
