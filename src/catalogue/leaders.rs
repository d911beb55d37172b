//! The documents of a segment that stand first among hits, whatever is sought: of a word that stands in half of a library the
//! first hits are among them, and nobody needs to look at all of its places.

use super::column;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::index::SegmentId;
use tantivy::query::Weight;
use tantivy::{DocId, DocSet, SegmentReader};

/// So many of a segment are known. A word is sought among them if it stands in ten times as many documents or more.
const KNOWN: usize = 4096;

/// Segments that were merged away are forgotten with the rest.
const MOST_SEGMENTS: usize = 64;

/// By document, each with its rank.
type Ranked = Arc<[(DocId, u64)]>;

/// A word in a segment.
pub struct Found {
    pub count: usize,
    pub first: Vec<(DocId, u64)>,
}

#[derive(Default)]
pub struct Leaders(Mutex<HashMap<SegmentId, Ranked>>);

impl Leaders {
    /// How many documents of a segment a word stands in, and of those the ones with the highest ranks. `None`: it stands in so
    /// few that all may be looked at, or in too few of the first.
    pub fn of_word(&self, segment: &SegmentReader, word: &dyn Weight, limit: usize) -> tantivy::Result<Option<Found>> {
        let count = word.count(segment)? as usize;
        if count < 10 * KNOWN {
            return Ok(None);
        }
        let (mut places, mut first) = (word.scorer(segment, 1.0)?, Vec::new());
        for (doc, rank) in self.of(segment)?.iter().filter(|(doc, _)| !segment.is_deleted(*doc)) {
            if places.doc() < *doc {
                places.seek(*doc);
            }
            if places.doc() == *doc {
                first.push((*doc, *rank));
            }
        }
        Ok((first.len() >= limit).then_some(Found { count, first }))
    }

    /// Gets to know those of segments in which a word can stand so often, before anybody waits for them.
    pub fn know(&self, segments: &[SegmentReader]) -> tantivy::Result<()> {
        segments.iter().filter(|segment| segment.max_doc() as usize >= 10 * KNOWN).try_for_each(|segment| self.of(segment).map(drop))
    }

    fn of(&self, segment: &SegmentReader) -> tantivy::Result<Ranked> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&segment.segment_id()).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        let ranks = segment.fast_fields().column_first_or_default::<u64>(column::RANK)?;
        let mut first: Vec<(DocId, u64)> = Vec::with_capacity(2 * KNOWN);
        let shorten = |first: &mut Vec<(DocId, u64)>| {
            if first.len() > KNOWN {
                // Where ranks are the same the later document stands first, as among all that is found.
                first.select_nth_unstable_by_key(KNOWN, |(doc, rank)| Reverse((*rank, *doc)));
                first.truncate(KNOWN);
            }
        };
        for doc in 0..segment.max_doc() {
            first.push((doc, ranks.get_val(doc)));
            if first.len() == first.capacity() {
                shorten(&mut first);
            }
        }
        shorten(&mut first);
        first.sort_unstable();
        let ranked: Ranked = first.into();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_SEGMENTS {
            known.clear();
        }
        known.insert(segment.segment_id(), ranked.clone());
        Ok(ranked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tantivy::query::{EnableScoring, Query, TermQuery};
    use tantivy::schema::{FAST, INDEXED, IndexRecordOption, STRING, Schema};
    use tantivy::{Index, Term, doc};

    #[test]
    fn m9_the_first_hits_of_a_common_word_are_those_of_all_its_places() {
        let mut schema = Schema::builder();
        let (rank, word) = (schema.add_u64_field(column::RANK, FAST | INDEXED), schema.add_text_field("word", STRING));
        let index = Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 50_000_000).expect("a writer");
        let most = 11 * KNOWN as u64;
        for number in 0..most {
            // Many have one rank, and those at the end of the first are among them.
            let made = if number % 50 == 7 { "rare" } else { "common" };
            writer.add_document(doc!(rank => number * 7919 % 997, word => made)).expect("added");
        }
        writer.commit().expect("committed");
        writer.delete_term(Term::from_field_u64(rank, 995));
        writer.commit().expect("committed");
        let searcher = index.reader().expect("a reader").searcher();
        let [segment] = searcher.segment_readers() else { panic!("one segment") };
        let weight = |text: &str| {
            let query = TermQuery::new(Term::from_field_text(word, text), IndexRecordOption::Basic);
            query.weight(EnableScoring::disabled_from_searcher(&searcher)).expect("a weight")
        };
        let leaders = Leaders::default();
        let found = leaders.of_word(segment, &*weight("common"), 100).expect("reads").expect("it is common");
        let mut all: Vec<(u64, DocId)> = (0..most)
            .filter(|number| number % 50 != 7 && number * 7919 % 997 != 995)
            .map(|number| (number * 7919 % 997, DocId::try_from(number).expect("small")))
            .collect();
        assert_eq!(found.count, all.len());
        all.sort_unstable_by(|one, other| other.cmp(one));
        let mut first: Vec<(u64, DocId)> = found.first.into_iter().map(|(doc, rank)| (rank, doc)).collect();
        first.sort_unstable_by(|one, other| other.cmp(one));
        assert_eq!(first, all[..first.len()]);
        assert!(first.len() >= 100 && leaders.of_word(segment, &*weight("rare"), 100).expect("reads").is_none());
        assert!(leaders.of_word(segment, &*weight("common"), 2 * KNOWN).expect("reads").is_none(), "more are asked for than are known");
    }
}
