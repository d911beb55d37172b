//! What a field is to be.

use super::Span;
use super::tree::{Filter, Test};
use crate::briefing::Date;
use crate::briefing::date::FORMS;
use crate::briefing::scale::Vocabulary;
use crate::catalogue::fields::{Field, Holds};
use crate::catalogue::read_state::{Join, StandsQuery};
use crate::catalogue::schema::name_form;
use crate::catalogue::tokens::runs;
use crate::catalogue::vocabulary::{Asked, Term, meant_by, terms};
use crate::text::{choice, meant, nearest_word, some_of, with_article};
use std::sync::Arc;

/// The names that a library has, as the index has them: as each is written, folded, and as it is shown.
pub trait Names {
    /// Those of a field that are written so, or begin so.
    fn written(&self, field: Field, form: &str, begins: bool) -> Vec<(String, String)>;

    /// What the reader has read of it, where that is known.
    fn join(&self) -> Option<Arc<Join>> {
        None
    }
}

/// No library at all.
impl Names for () {
    fn written(&self, _: Field, _: &str, _: bool) -> Vec<(String, String)> {
        Vec::new()
    }
}

/// What stands between a field and its value, in full width and as one sign too.
#[rustfmt::skip]
const SIGNS: [(&str, Operator); 12] = [
    (">=", Operator::AtLeast), ("<=", Operator::AtMost), ("≥", Operator::AtLeast), ("≤", Operator::AtMost), (">", Operator::More),
    ("<", Operator::Less), (":", Operator::Is), ("=", Operator::Is), ("＞", Operator::More), ("＜", Operator::Less), ("：", Operator::Is),
    ("＝", Operator::Is),
];

/// Any name: the library is not asked yet.
pub struct Unasked;

impl Names for Unasked {
    fn written(&self, _: Field, form: &str, _: bool) -> Vec<(String, String)> {
        vec![(form.to_owned(), form.to_owned())]
    }

    fn join(&self) -> Option<Arc<Join>> {
        Some(Arc::new(Join::new(Arc::default())))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    Is,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Operator {
    fn turned(self) -> Self {
        match self {
            Self::Is => Self::Is,
            Self::Less => Self::More,
            Self::AtMost => Self::AtLeast,
            Self::More => Self::Less,
            Self::AtLeast => Self::AtMost,
        }
    }

    /// With its length.
    pub fn at(text: &str) -> Option<(Self, usize)> {
        let begins = |text: &str| SIGNS.iter().find(|(sign, _)| text.starts_with(sign)).map(|(sign, operator)| (*operator, sign.len()));
        let (operator, length) = begins(text)?;
        // `likelihood:>=likely` is understood too.
        match text.strip_prefix(':').and_then(begins) {
            Some((compares, more)) if compares != Self::Is => Some((compares, more + 1)),
            _ => Some((operator, length)),
        }
    }
}

/// What is wrong, and what to do.
pub struct Wrong {
    pub message: String,
    pub hint: Option<String>,
    /// Nothing has such a name, nor one like it: nothing is wrong.
    pub is_absent: bool,
}

fn wrong(message: String, hint: Option<String>) -> Wrong {
    Wrong { message, hint, is_absent: false }
}

pub fn filter(field: Field, operator: Operator, value: &str, span: Span, of: &dyn Names, today: Option<&Date>) -> Result<Filter, Wrong> {
    // A letter of the Admiralty code tells how reliable a source is, and no source is called by one.
    let is_grade = field == Field::Source && value.len() == 1 && !meant_by(Field::Reliability, value).is_empty();
    let field = if is_grade { Field::Reliability } else { field };
    let test = match field.holds() {
        Holds::Words | Holds::Own if operator != Operator::Is => {
            return Err(wrong(format!("the words of `{}` are in no order", field.name()), Some(format!("write {}", field.row().example))));
        }
        Holds::Words => Test::Codes(codes(word(field, value)?)),
        Holds::Scale => Test::Codes(codes(scale(field, operator, value)?)),
        Holds::Date => days(operator, value, today)?,
        Holds::Names if operator != Operator::Is => {
            return Err(wrong(format!("names of `{}` are in no order", field.name()), Some(format!("write {}", field.row().example))));
        }
        Holds::Names => names(field, value, of)?,
        Holds::Own => own(field, value, of)?,
    };
    Ok(Filter { field, span, test })
}

fn own(field: Field, value: &str, of: &dyn Names) -> Result<Test, Wrong> {
    let terms = word(field, value)?;
    let asked = Asked::all().iter().copied().find(|asked| terms.iter().any(|term| term.word == asked.word()));
    let join = of.join().ok_or_else(|| wrong("what you have read is not kept here".to_owned(), None))?;
    asked.map(|asked| Test::Own(StandsQuery { join, asked })).ok_or_else(|| wrong(format!("`{value}` is no {}", field.name()), None))
}

fn codes(terms: Vec<Term>) -> Vec<(&'static str, u64)> {
    terms.into_iter().map(|term| (term.word, term.code)).collect()
}

fn word(field: Field, value: &str) -> Result<Vec<Term>, Wrong> {
    let found = meant_by(field, value);
    if !found.is_empty() {
        return Ok(found);
    }
    let mut words: Vec<&str> = Vec::new();
    for term in terms(field) {
        for word in [term.word].into_iter().chain(term.also) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    let mut listed: Vec<&str> = terms(field).iter().map(|term| term.word).collect();
    listed.dedup();
    let hint = meant(value, words.iter().copied(), || format!("write {}", choice(&listed)));
    Err(wrong(format!("`{value}` is no {}", field.name()), Some(hint)))
}

fn scale(field: Field, operator: Operator, value: &str) -> Result<Vec<Term>, Wrong> {
    // The first letter is the best, and more is better.
    let operator = if field == Field::Reliability { operator.turned() } else { operator };
    let (low, high) = match (operator, value.split_once("..")) {
        (Operator::Is, Some((low, high))) => (bound(field, low)?, bound(field, high)?),
        (Operator::Is, None) => return word(field, value),
        (Operator::Less | Operator::AtMost, _) => (None, Some(in_order(field, value)?)),
        (Operator::More | Operator::AtLeast, _) => (Some(in_order(field, value)?), None),
    };
    let is_strict = matches!(operator, Operator::Less | Operator::More);
    let fits = |term: &Term| {
        let Some((order, place)) = term.place else { return false };
        let of = |bounds: &[Term], is_in: &dyn Fn(u64) -> bool| {
            bounds.iter().filter_map(|bound| bound.place).any(|(other, bound)| other == order && is_in(bound))
        };
        let above = low.as_ref().is_none_or(|low| of(low, &|bound| if is_strict { place > bound } else { place >= bound }));
        let below = high.as_ref().is_none_or(|high| of(high, &|bound| if is_strict { place < bound } else { place <= bound }));
        above && below
    };
    let found: Vec<Term> = terms(field).into_iter().filter(fits).collect();
    if found.is_empty() {
        return Err(wrong(
            format!("no {} is {}", field.name(), if operator == Operator::Is { "in this range" } else { "beyond that" }),
            None,
        ));
    }
    Ok(found)
}

fn bound(field: Field, value: &str) -> Result<Option<Vec<Term>>, Wrong> {
    if value.is_empty() { Ok(None) } else { in_order(field, value).map(Some) }
}

fn in_order(field: Field, value: &str) -> Result<Vec<Term>, Wrong> {
    let found: Vec<Term> = word(field, value)?.into_iter().filter(|term| term.place.is_some()).collect();
    if found.is_empty() {
        return Err(wrong(
            format!("`{value}` says that nobody could judge, and is in no order"),
            Some(format!("write {}:{value}", field.name())),
        ));
    }
    Ok(found)
}

fn days(operator: Operator, value: &str, today: Option<&Date>) -> Result<Test, Wrong> {
    let (from, to) = match (operator, value.split_once("..")) {
        (Operator::Is, Some((from, to))) => {
            let first = if from.is_empty() { None } else { date(from, today)?.first_day() };
            let last = if to.is_empty() { None } else { date(to, today)?.last_day() };
            (first, last)
        }
        (Operator::Is, None) => {
            let date = date(value, today)?;
            (date.first_day(), date.last_day())
        }
        (Operator::AtLeast, _) => (date(value, today)?.first_day(), None),
        (Operator::More, _) => (date(value, today)?.last_day().map(|day| day + 1), None),
        (Operator::AtMost, _) => (None, date(value, today)?.last_day()),
        (Operator::Less, _) => (None, date(value, today)?.first_day().map(|day| day - 1)),
    };
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(wrong("this ends before it begins".to_owned(), Some("write the earlier date first".to_owned())));
    }
    Ok(Test::Days { from, to })
}

fn date(text: &str, today: Option<&Date>) -> Result<Date, Wrong> {
    if let (Some(today), "today") = (today, text) {
        return Ok(today.clone());
    }
    let hint = || format!("{FORMS}; or `today`, or two with .. between");
    Date::parse(text).ok_or_else(|| wrong(format!("`{text}` is no date"), Some(hint())))
}

/// Those that are called so. If nothing is, those whose names have these words.
fn names(field: Field, value: &str, names: &dyn Names) -> Result<Test, Wrong> {
    let (value, begins) = value.strip_suffix('*').map_or((value, false), |value| (value, true));
    let form = name_form(value);
    let found = names.written(field, &form, begins);
    if !found.is_empty() {
        return Ok(Test::Names(found));
    }
    let all = names.written(field, "", true);
    let wanted: Vec<&str> = runs(&form).map(|run| run.text).collect();
    let has_words = |written: &str| {
        let words: Vec<&str> = runs(written).map(|run| run.text).collect();
        !wanted.is_empty() && words.windows(wanted.len()).any(|window| window == wanted)
    };
    let with_words: Vec<(String, String)> = all.iter().filter(|(written, _)| !begins && has_words(written)).cloned().collect();
    if !with_words.is_empty() {
        return Ok(Test::Names(with_words));
    }
    let message = format!("nothing here has `{value}` as its {}", field.name());
    let near = near_name(&form, &all);
    let others = || {
        let others = some_of(all.iter().map(|(_, shown)| shown.as_str()));
        others.unwrap_or_else(|| format!("no briefing here has {}", with_article(field.name())))
    };
    Err(Wrong { is_absent: near.is_none(), hint: Some(near.unwrap_or_else(others)), message })
}

/// The name that was meant.
fn near_name(form: &str, all: &[(String, String)]) -> Option<String> {
    let near = nearest_word(form, all.iter().map(|(written, _)| written.as_str()));
    let (_, shown) = all.iter().find(|(written, _)| Some(written.as_str()) == near)?;
    Some(format!("did you mean `{shown}`?"))
}
