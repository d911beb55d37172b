//! Searching.

use super::column;
use super::hit::{Hit, Hits, Missing};
use super::index::Catalogue;
use super::item_row::{Known, kind_of};
use super::query::{How, Query, Words};
use super::unavailable::Without;
use crate::text::did_you_mean::distance;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use tantivy::query::{EnableScoring, TermQuery};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocAddress, DocSet, Searcher};

/// The best of what was found so far: the rank of each, and where it is.
type Best = BinaryHeap<Reverse<(u64, DocAddress)>>;

impl Catalogue {
    /// What a query finds, best first: as many as are asked for, and how many there are in all.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn search(&self, query: &Query, limit: usize) -> Result<Hits, Without> {
        let searcher = self.searcher();
        let (total, best) = self.best(&searcher, query, limit).map_err(|error| Without::because(&error))?;
        let mut best: Vec<(u64, DocAddress)> = best.into_iter().map(|Reverse(one)| one).collect();
        best.sort_unstable_by(|one, other| other.cmp(one));
        let words = query.words();
        let mut rows = Known::new();
        let hits = best.into_iter().filter_map(|(score, at)| self.hit(&searcher, at, &words, score, &mut rows)).collect();
        let missing = if total == 0 { words.iter().filter_map(|words| self.missing(&searcher, words)).collect() } else { Vec::new() };
        Ok(Hits { total, hits, missing })
    }

    /// Does before somebody searches what the first search would wait for.
    ///
    /// # Errors
    ///
    /// The catalogue cannot be read.
    pub fn prepare(&self) -> Result<(), Without> {
        self.leaders().know(self.searcher().segment_readers()).map_err(|error| Without::because(&error))
    }

    fn best(&self, searcher: &Searcher, query: &Query, limit: usize) -> tantivy::Result<(usize, Best)> {
        let asked = query.root.lower(self.schema(), searcher)?;
        let weight = asked.weight(EnableScoring::disabled_from_searcher(searcher))?;
        let (mut total, mut best) = (0, Best::new());
        let is_word = asked.is::<TermQuery>();
        let mut keep = |one: Reverse<(u64, DocAddress)>| {
            if best.len() < limit {
                best.push(one);
            } else if best.peek().is_some_and(|least| one < *least) {
                best.pop();
                best.push(one);
            }
        };
        let (mut buffer, mut ranked) = ([0; COLLECT_BLOCK_BUFFER_LEN], [None; COLLECT_BLOCK_BUFFER_LEN]);
        for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
            let ranks = segment.fast_fields().u64(column::RANK)?;
            if is_word && let Some(found) = self.leaders().of_word(segment, &*weight, limit)? {
                total += found.count;
                found.first.into_iter().for_each(|(doc, rank)| keep(Reverse((rank, DocAddress::new(ord, doc)))));
                continue;
            }
            let mut found = weight.scorer(segment, 1.0)?;
            loop {
                self.go_on()?;
                let count = found.fill_buffer(&mut buffer);
                ranks.first_vals(&buffer[..count], &mut ranked[..count]);
                for (doc, rank) in buffer.iter().zip(ranked).take(count).filter(|(doc, _)| !segment.is_deleted(**doc)) {
                    total += 1;
                    keep(Reverse((rank.unwrap_or_default(), DocAddress::new(ord, *doc))));
                }
                if count < buffer.len() {
                    break;
                }
            }
        }
        Ok((total, best))
    }

    fn hit(&self, searcher: &Searcher, at: DocAddress, words: &[&Words], score: u64, rows: &mut Known) -> Option<Hit> {
        let kept = self.stored(searcher, at)?;
        let row = self.row_once(searcher, &kept.briefing, rows);
        Some(Hit::new(kind_of(searcher, at)?, &kept, words, row, score))
    }

    /// A word that stands nowhere, with the nearest that does.
    fn missing(&self, searcher: &Searcher, words: &Words) -> Option<Missing> {
        let [run] = words.runs.as_slice() else { return None };
        if run.is_unspaced || words.how != How::Whole {
            return None;
        }
        // The nearest, and of equally near ones that which stands in most places.
        let mut near: Option<((usize, Reverse<u32>), String)> = None;
        let (begins, is_long): (String, bool) = (run.text.chars().take(1).collect(), run.text.chars().count() > 3);
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(self.schema().text).ok()?;
            let mut stream = index.terms().range().ge(&begins).lt(format!("{begins}\u{10ffff}")).into_stream().ok()?;
            while stream.advance() {
                let Ok(word) = std::str::from_utf8(stream.key()) else { continue };
                if word == run.text {
                    return None;
                }
                let often = Reverse(stream.value().doc_freq);
                let far = if is_long { distance(&run.text, word, 2) } else { None }.map(|far| (far, often));
                if let Some(far) = far.filter(|far| near.as_ref().is_none_or(|(nearest, _)| far < nearest)) {
                    near = Some((far, word.to_owned()));
                }
            }
        }
        Some(Missing { word: words.written.clone(), span: words.span.clone(), near: near.map(|(_, word)| word) })
    }
}
