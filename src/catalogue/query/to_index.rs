//! The tree as the index is asked.

use super::excluded::Except;
use super::tree::{Filter, How, Node, Sought, Test, Words};
use crate::catalogue::schema::{SHOWN, Schema, last};
use crate::catalogue::stems::stem;
use crate::catalogue::tokens::{Run, STARTS, words_of};
use std::ops::Bound;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, InvertedIndexRangeQuery, PhrasePrefixQuery, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

type Asked = Box<dyn Query>;

impl Node {
    /// As a query of the index. `searcher` knows the words that it holds.
    ///
    /// # Errors
    ///
    /// The index cannot be read.
    pub fn lower(&self, schema: &Schema, searcher: &Searcher) -> tantivy::Result<Asked> {
        let all = |nodes: &[Self]| nodes.iter().map(|node| node.lower(schema, searcher)).collect::<tantivy::Result<Vec<Asked>>>();
        Ok(match self {
            Self::All(nodes) => Box::new(BooleanQuery::intersection(all(nodes)?)),
            Self::Any(nodes) => Box::new(BooleanQuery::union(all(nodes)?)),
            Self::Not(node) => Box::new(Except(node.lower(schema, searcher)?.into())),
            Self::Words(words) => words.lower(schema, searcher)?,
            Self::Filter(filter) => filter.lower(schema),
        })
    }
}

fn any_term(terms: impl Iterator<Item = Term>) -> Asked {
    let mut queries: Vec<Asked> = terms.map(|term| Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Asked).collect();
    if queries.len() == 1 { queries.remove(0) } else { Box::new(BooleanQuery::union(queries)) }
}

impl Filter {
    fn lower(&self, schema: &Schema) -> Asked {
        let field = schema.field(self.field);
        match &self.test {
            Test::Codes(words) => any_term(words.iter().map(|(_, code)| Term::from_field_u64(field, *code))),
            Test::Own(own) => Box::new(own.clone()),
            Test::Names(names) => {
                any_term(names.iter().map(|(written, shown)| Term::from_field_text(field, &format!("{written}{SHOWN}{shown}"))))
            }
            Test::Days { from, to } => {
                let end = schema.schema.get_field(&last(self.field)).unwrap_or(field);
                let day = |field, day: i64| Bound::Included(Term::from_field_i64(field, day));
                // What may mean several days is found where any of them fits. One that has no date at all never fits.
                let begins = RangeQuery::new(Bound::Included(Term::from_field_i64(field, i64::MIN)), day(field, to.unwrap_or(i64::MAX)));
                let ends = RangeQuery::new(day(end, from.unwrap_or(i64::MIN)), Bound::Included(Term::from_field_i64(end, i64::MAX)));
                Box::new(BooleanQuery::intersection(vec![Box::new(begins), Box::new(ends)]))
            }
        }
    }
}

impl Words {
    fn lower(&self, schema: &Schema, searcher: &Searcher) -> tantivy::Result<Asked> {
        let term = |word: &str| Term::from_field_text(schema.text, word);
        match (self.how, self.runs.as_slice()) {
            (How::Typos(most), [run]) if !run.is_unspaced => return Ok(Box::new(FuzzyTermQuery::new(term(&run.text), most, true))),
            (How::Forms, [run]) if !run.is_unspaced => {
                return Ok(any_term(forms(run, schema, searcher)?.iter().map(|word| term(word))));
            }
            _ => {}
        }
        let (words, begins) = self.sequence();
        Ok(match (words.as_slice(), begins) {
            ([word], false) => Box::new(TermQuery::new(term(word), IndexRecordOption::Basic)),
            ([word], true) if word.chars().count() <= STARTS => {
                Box::new(TermQuery::new(Term::from_field_text(schema.starts, word), IndexRecordOption::Basic))
            }
            ([word], true) => Box::new(InvertedIndexRangeQuery::new(Bound::Included(term(word)), Bound::Excluded(term(&beyond(word))))),
            (words, false) => Box::new(PhraseQuery::new(words.iter().map(|word| term(word)).collect())),
            (words, true) => {
                let mut query = PhrasePrefixQuery::new(words.iter().map(|word| term(word)).collect());
                query.set_max_expansions(expansions(words.last().map_or("", String::as_str), schema, searcher)?);
                Box::new(query)
            }
        })
    }

    /// The words of the index that stand one behind the other where this is found, and whether the last only begins so.
    #[must_use]
    pub fn sequence(&self) -> (Vec<String>, bool) {
        let mut words: Vec<String> = Vec::new();
        let mut begins = self.how == How::Begins;
        for (at, run) in self.runs.iter().enumerate() {
            let whole = Run { text: &run.text, range: 0..run.text.len(), is_unspaced: run.is_unspaced };
            words.extend(words_of(&whole).map(|(_, word)| word.to_owned()));
            if run.is_unspaced && at + 1 == self.runs.len() {
                // Where it ends here it may go on there: the last pair says all, and a letter alone is what a pair begins with.
                if run.text.chars().count() > 1 {
                    words.pop();
                    begins = false;
                } else {
                    begins = true;
                }
            }
        }
        (words, begins)
    }
}

/// Behind all words that begin with this one.
fn beyond(word: &str) -> String {
    format!("{word}\u{10ffff}")
}

/// How many words begin so, in the segment that has most of them.
fn expansions(word: &str, schema: &Schema, searcher: &Searcher) -> tantivy::Result<u32> {
    let mut most = 1;
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(schema.text)?;
        let mut stream = index.terms().range().ge(word).lt(beyond(word)).into_stream()?;
        let mut count = 0;
        while stream.advance() {
            count += 1;
        }
        most = most.max(count);
    }
    Ok(most)
}

/// All words of the index that are a form of this one, itself among them.
fn forms(run: &Sought, schema: &Schema, searcher: &Searcher) -> tantivy::Result<Vec<String>> {
    let wanted = stem(&run.text);
    let mut found = vec![run.text.clone()];
    // A stem changes the end of a word and not how it begins.
    let begins: String = run.text.chars().take(2).collect();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(schema.text)?;
        let mut stream = index.terms().range().ge(&begins).lt(beyond(&begins)).into_stream()?;
        while stream.advance() {
            if let Ok(word) = std::str::from_utf8(stream.key())
                && stem(word) == wanted
            {
                found.push(word.to_owned());
            }
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}
