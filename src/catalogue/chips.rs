//! What a list can be filtered by, with how many briefings would be left.

use super::fields::{FIELDS, Field, Holds, Of};
use super::group::{Group, NONE};
use super::index::Catalogue;
use super::list_order::Listing;
use super::listing::{Let, Unlisted, Wanted, Within, groups, joins};
use super::query::{Filter, Node, Test};
use super::read_state::StandsQuery;
use super::schema::{SHOWN, briefings_of, last, name_form};
use super::vocabulary::{Asked, terms};
use crate::briefing::date::month_of;
use crate::briefing::scale::Vocabulary;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;
use tantivy::columnar::{Column, StrColumn};
use tantivy::query::{AllQuery, BooleanQuery, EnableScoring, Query};
use tantivy::{DocSet, Searcher, SegmentReader, TERMINATED};

/// The values of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chips {
    pub field: Field,
    /// In the order of their vocabulary; years the newest first; names those of most briefings first.
    pub values: Vec<Chip>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// As [`Listing::chips`] has it.
    pub filter: String,
    pub shown: String,
    /// So many briefings are listed with it in place of the other values of its field.
    pub count: usize,
}

/// A list in groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Groups {
    /// So many briefings are listed.
    pub total: usize,
    /// The last may be of those that have no value. A briefing of several values is in several groups.
    pub groups: Vec<Chip>,
    /// So many groups of fewer briefings are left out.
    pub more: usize,
}

/// Of names no more are listed.
const MOST_NAMES: usize = 40;
const MOST_GROUPS: usize = 2000;

/// Stretches of time, numbered.
struct Stretches {
    of: fn(i64) -> i64,
    shown: fn(i64) -> String,
    listed: Range<i64>,
    /// Of a date that may mean more than these only the first and the last are listed for its sake.
    most: i64,
}

const YEARS: Stretches = Stretches { of: |day| month(day).0, shown: |year| format!("{year:04}"), listed: 0..10_000, most: 61 };
/// A date that says no more than a year makes no groups for twelve months.
const MONTHS: Stretches = Stretches {
    of: |day| month(day).0 * 12 + i64::from(month(day).1) - 1,
    shown: |month| format!("{:04}-{:02}", month / 12, month % 12 + 1),
    listed: 0..120_000,
    most: 3,
};

/// The month of a day. What has no end ends far beyond all that is listed.
fn month(day: i64) -> (i64, u8) {
    month_of(day.clamp(-4_000_000, 4_000_000))
}

impl Catalogue {
    /// # Errors
    ///
    /// The catalogue cannot be read, or a filter is not understood.
    pub fn chips(&self, listing: &Listing) -> Result<Vec<Chips>, Unlisted> {
        let searcher = self.searcher();
        let wanted = self.wanted(listing)?;
        let mut all = Vec::new();
        for row in FIELDS.iter().filter(|row| row.chip) {
            self.go_on()?;
            let values = self.values_in(&searcher, &wanted, row.field)?;
            all.push(Chips { field: row.field, values });
        }
        Ok(all)
    }

    fn values_in(&self, searcher: &Searcher, wanted: &Wanted, field: Field) -> Result<Vec<Chip>, Unlisted> {
        let of = field.row().of;
        let others: Vec<Filter> = wanted.chips.iter().filter(|chip| chip.field != field).cloned().collect();
        // Those that hold for the same item.
        let beside: Vec<Vec<Filter>> = match of {
            Of::Item => [Of::Judgement, Of::Claim].map(|of| with(&others, |other| other == of)).into(),
            _ => vec![with(&others, |other| joins(other, of))],
        };
        let beside: Vec<Vec<Filter>> = beside.into_iter().filter(|chips| !chips.is_empty()).collect();
        let elsewhere = with(&others, |other| other != of);
        let allowed = self.let_through(searcher, &Wanted { chips: elsewhere, ..wanted.clone() })?;
        let counting = Counting {
            catalogue: self,
            searcher,
            field,
            beside: beside.first().and_then(|chips| groups(chips).into_iter().next()).map(|(_, node)| node),
            allowed: &allowed,
        };
        if beside.len() > 1 {
            let names = counting.names()?.into_iter().take(MOST_NAMES).collect();
            return self.counted_again(searcher, names, wanted, &others);
        }
        match field.holds() {
            Holds::Words | Holds::Scale => Ok(counting.words()?),
            Holds::Own => self.own_values(searcher, &others, wanted),
            Holds::Date => Ok(counting.stretches(&YEARS)?),
            Holds::Names => Ok(counting.names()?.into_iter().take(MOST_NAMES).collect()),
        }
    }

    /// # Errors
    ///
    /// The catalogue cannot be read, or a filter is not understood.
    pub fn groups(&self, listing: &Listing, group: Group) -> Result<Groups, Unlisted> {
        let (searcher, field) = (self.searcher(), group.field());
        let wanted = Wanted { within: None, ..self.wanted(listing)? };
        let allowed = self.let_through(&searcher, &wanted)?;
        let counting = Counting { catalogue: self, searcher: &searcher, field, beside: None, allowed: &allowed };
        let mut groups = match group {
            Group::Section | Group::Actor => counting.names()?,
            Group::Month => counting.stretches(&MONTHS)?,
            Group::Marking => counting.words()?.into_iter().rev().collect(),
        };
        let more = groups.len().saturating_sub(MOST_GROUPS);
        groups.truncate(MOST_GROUPS);
        let count = how_many(&self.let_through(&searcher, &Wanted { within: Some(Within::Without(field)), ..wanted })?);
        groups.extend((count > 0).then(|| Chip { filter: NONE.to_owned(), shown: group.none().to_owned(), count }));
        Ok(Groups { total: how_many(&allowed), groups, more })
    }
}

/// The filters by whose fields they are of.
fn with(chips: &[Filter], of: impl Fn(Of) -> bool) -> Vec<Filter> {
    chips.iter().filter(|chip| of(chip.field.row().of)).cloned().collect()
}

fn how_many(found: &Let) -> usize {
    found.iter().flatten().filter(|is_let| **is_let).count()
}

impl Catalogue {
    /// Values that are to be those of a judgement and of a claim at once.
    fn counted_again(&self, searcher: &Searcher, values: Vec<Chip>, wanted: &Wanted, others: &[Filter]) -> Result<Vec<Chip>, Unlisted> {
        let mut chips = Vec::new();
        for chip in values {
            let own = self.wanted(&Listing { chips: vec![chip.filter.clone()], ..Listing::default() })?.chips;
            let with = Wanted { chips: others.iter().cloned().chain(own).collect(), ..wanted.clone() };
            let count = how_many(&self.let_through(searcher, &with)?);
            chips.extend((count > 0).then_some(Chip { count, ..chip }));
        }
        chips.sort_by(|one, other| (Reverse(one.count), &one.shown).cmp(&(Reverse(other.count), &other.shown)));
        Ok(chips)
    }

    /// None where nobody knows what was read.
    fn own_values(&self, searcher: &Searcher, others: &[Filter], wanted: &Wanted) -> Result<Vec<Chip>, Unlisted> {
        let Some(join) = self.joined().clone() else { return Ok(Vec::new()) };
        let mut chips = Vec::new();
        for asked in Asked::all().iter().copied() {
            let test = Test::Own(StandsQuery { join: Arc::clone(&join), asked });
            let filter = Filter { field: Field::Is, span: 0..0, test };
            let with = Wanted { chips: others.iter().cloned().chain([filter]).collect(), ..wanted.clone() };
            let count = how_many(&self.let_through(searcher, &with)?);
            let shown = asked.word().to_owned();
            chips.extend((count > 0).then(|| Chip { filter: written(Field::Is, &shown), shown, count }));
        }
        Ok(chips)
    }
}

/// A filter in the query language.
#[must_use]
pub fn written(field: Field, value: &str) -> String {
    let is_plain = value.chars().all(|c| c.is_alphanumeric() || "-_.:+".contains(c)) && value.len() > 1 && !value.contains("..");
    if is_plain { format!("{}:{value}", field.name()) } else { format!("{}:\"{}\"", field.name(), value.replace('"', " ")) }
}

struct Counting<'a> {
    catalogue: &'a Catalogue,
    searcher: &'a Searcher,
    field: Field,
    /// What else the same item is to be.
    beside: Option<Node>,
    allowed: &'a Let,
}

impl Counting<'_> {
    /// Calls `see` with each document of a briefing that is let through: its segment, itself, and the number of its briefing.
    fn each(&self, mut see: impl FnMut(&Columns, u32, u64)) -> tantivy::Result<()> {
        let is_own = self.field.row().of == Of::Briefing;
        let all: Box<dyn Query> = if is_own { Box::new(self.catalogue.briefings()) } else { Box::new(AllQuery) };
        let asked = match &self.beside {
            Some(node) => Box::new(BooleanQuery::intersection(vec![all, node.lower(self.catalogue.schema(), self.searcher)?])),
            None => all,
        };
        let weight = asked.weight(EnableScoring::disabled_from_searcher(self.searcher))?;
        for ((segment, allowed), ord) in self.searcher.segment_readers().iter().zip(self.allowed).zip(0_u64..) {
            let briefings = briefings_of(segment)?;
            let columns = Columns::of(segment, self.field)?;
            let mut found = weight.scorer(segment, 1.0)?;
            let mut at = 0;
            while found.doc() != TERMINATED {
                self.catalogue.go_on()?;
                let doc = found.doc();
                while briefings.get(at + 1).is_some_and(|next| *next <= doc) {
                    at += 1;
                }
                if allowed.get(at) == Some(&true) {
                    see(&columns, doc, ord << 32 | at as u64);
                }
                found.advance();
            }
        }
        Ok(())
    }

    fn words(&self) -> tantivy::Result<Vec<Chip>> {
        let mut words: Vec<(&'static str, Vec<u64>)> = Vec::new();
        for term in terms(self.field) {
            match words.iter_mut().find(|(word, _)| *word == term.word) {
                Some((_, codes)) => codes.push(term.code),
                None => words.push((term.word, vec![term.code])),
            }
        }
        let mut counts = vec![Count::default(); words.len()];
        self.each(|columns, doc, briefing| {
            for code in columns.numbers.iter().flat_map(|column| column.values_for_doc(doc)) {
                let places = words.iter().zip(&mut counts).filter(|((_, codes), _)| codes.contains(&code));
                places.for_each(|(_, count)| count.add(briefing));
            }
        })?;
        let chip = |((word, _), count): (&(&'static str, Vec<u64>), &Count)| Chip {
            filter: written(self.field, word),
            shown: (*word).to_owned(),
            count: count.count,
        };
        Ok(words.iter().zip(&counts).map(chip).filter(|chip| chip.count > 0).collect())
    }

    /// A date that may mean several years is one of each, and one without an end of all years that others name; the newest first.
    fn stretches(&self, by: &Stretches) -> tantivy::Result<Vec<Chip>> {
        let mut spans: Vec<(i64, i64, u64)> = Vec::new();
        self.each(|columns, doc, briefing| {
            let day = |column: &Option<Column<i64>>| column.as_ref().and_then(|column| column.first(doc)).map(by.of);
            spans.extend(day(&columns.first).zip(day(&columns.last)).map(|(first, last)| (first, last, briefing)));
        })?;
        let mut counts: BTreeMap<i64, Count> = BTreeMap::new();
        for (first, last, _) in &spans {
            let ends = [*first, *last].into_iter().filter(|number| by.listed.contains(number));
            let between = (last - first < by.most).then_some(*first..=*last).into_iter().flatten();
            counts.extend(ends.chain(between).map(|number| (number, Count::default())));
        }
        for (first, last, briefing) in spans {
            counts.range_mut(first..=last).for_each(|(_, count)| count.add(briefing));
        }
        let chip = |(number, count): (i64, Count)| {
            let shown = (by.shown)(number);
            Chip { filter: format!("{}:{shown}", self.field.name()), shown, count: count.count }
        };
        Ok(counts.into_iter().rev().map(chip).collect())
    }

    /// Those of most briefings first. Two spellings of one name are one filter.
    fn names(&self) -> tantivy::Result<Vec<Chip>> {
        let mut names = Names::default();
        let segments = self.searcher.segment_readers();
        let terms = segments.iter().map(|segment| names.read(segment, self.field)).collect::<tantivy::Result<Vec<_>>>()?;
        let mut of_spellings = vec![Count::default(); names.spellings.len()];
        let mut of_forms = vec![Count::default(); names.forms.len()];
        self.each(|columns, doc, briefing| {
            let Some(terms) = usize::try_from(briefing >> 32).ok().and_then(|segment| terms.get(segment)) else { return };
            for ord in columns.names.iter().flat_map(|column| column.term_ords(doc)) {
                if let Some(spelling) = usize::try_from(ord).ok().and_then(|ord| terms.get(ord)) {
                    of_spellings[*spelling].add(briefing);
                    of_forms[names.spellings[*spelling].form].add(briefing);
                }
            }
        })?;
        // The spelling of most briefings stands for all. What has none is another name of something with a filter of its own.
        let mut shown: Vec<(&str, usize)> = vec![("", 0); of_forms.len()];
        for (Spelling { form, own }, count) in names.spellings.iter().zip(&of_spellings) {
            let Some(own) = own.as_deref().filter(|_| count.count > 0) else { continue };
            let best = &mut shown[*form];
            if (Reverse(count.count), own) < (Reverse(best.1), best.0) || best.1 == 0 {
                *best = (own, count.count);
            }
        }
        let found = shown.iter().zip(&of_forms).filter(|((_, count), _)| *count > 0).map(|((own, _), count)| (*own, count.count));
        let mut found: Vec<(&str, usize)> = found.collect();
        found.sort_by_key(|(own, count)| (Reverse(*count), *own));
        let chip = |(own, count): (&str, usize)| Chip { filter: written(self.field, own), shown: own.to_owned(), count };
        Ok(found.into_iter().map(chip).collect())
    }
}

/// The names of a field, as all segments have them.
#[derive(Default)]
struct Names {
    by_term: HashMap<String, usize>,
    spellings: Vec<Spelling>,
    /// By the form in which names are compared.
    forms: HashMap<String, usize>,
}

struct Spelling {
    form: usize,
    /// How it is shown, if that is a name of this form.
    own: Option<String>,
}

impl Names {
    /// The spellings of a segment's terms, in their order.
    fn read(&mut self, segment: &SegmentReader, field: Field) -> tantivy::Result<Vec<usize>> {
        let Some(column) = Columns::of(segment, field)?.names else { return Ok(Vec::new()) };
        let mut stream = column.dictionary().stream()?;
        let mut terms = Vec::new();
        while stream.advance() {
            let term = String::from_utf8_lossy(stream.key());
            if let Some(known) = self.by_term.get(&*term) {
                terms.push(*known);
                continue;
            }
            let (form, shown) = term.split_once(SHOWN).unwrap_or((&term, ""));
            let next = self.forms.len();
            let own = (name_form(shown) == form).then(|| shown.to_owned());
            terms.push(self.spellings.len());
            self.spellings.push(Spelling { form: *self.forms.entry(form.to_owned()).or_insert(next), own });
            self.by_term.insert(term.clone().into_owned(), self.spellings.len() - 1);
        }
        Ok(terms)
    }
}

/// How many briefings have a value, which are seen one after another.
#[derive(Debug, Clone, Default)]
struct Count {
    count: usize,
    last: Option<u64>,
}

impl Count {
    fn add(&mut self, briefing: u64) {
        if self.last != Some(briefing) {
            self.count += 1;
            self.last = Some(briefing);
        }
    }
}

/// What a segment holds of a field.
struct Columns {
    numbers: Option<Column<u64>>,
    first: Option<Column<i64>>,
    last: Option<Column<i64>>,
    names: Option<StrColumn>,
}

impl Columns {
    fn of(segment: &SegmentReader, field: Field) -> tantivy::Result<Self> {
        let fields = segment.fast_fields();
        let mut columns = Self { numbers: None, first: None, last: None, names: None };
        match field.holds() {
            Holds::Own => {}
            Holds::Words | Holds::Scale => columns.numbers = fields.column_opt(field.name())?,
            Holds::Names => columns.names = fields.str(field.name())?,
            Holds::Date => {
                columns.first = fields.column_opt(field.name())?;
                columns.last = fields.column_opt(&last(field))?;
            }
        }
        Ok(columns)
    }
}
