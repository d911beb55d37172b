//! The catalogue itself: opening it, and reading what was committed last.

use super::cancel::Cancel;
use super::column;
use super::fields::Field;
use super::front::Front;
use super::join::Join;
use super::order::Orders;
use super::place::Place;
use super::row::{Indexed, Row};
use super::schema::{Schema, name_term};
use super::seals::is_sealed;
use super::vocabulary::Kind;
use crate::library::store::Store;
use crate::own::Notes;
use crate::text::failure::without_number;
use crate::text::hash::hash_of;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tantivy::collector::Count;
use tantivy::directory::MmapDirectory;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{
    DocAddress, DocSet, Index, IndexReader, IndexSettings, ReloadPolicy, Searcher, SegmentReader, TERMINATED, TantivyDocument, Term,
};

/// Of each segment so many blocks of stored rows are kept, unpacked.
const KEPT_BLOCKS: usize = 8;
/// So many briefings are compared with their files at a time.
const SOME: usize = 1024;

/// What a library holds. A clone is cheap, and sees the same.
#[derive(Clone)]
pub struct Catalogue {
    shared: Arc<Shared>,
    /// What it holds as of one moment, whatever is committed meanwhile.
    still: Option<Searcher>,
    /// Ends what is asked of it.
    cancel: Cancel,
}

struct Shared {
    schema: Schema,
    index: Index,
    reader: IndexReader,
    /// `None`: it is in memory alone.
    place: Option<Place>,
    orders: Orders,
    /// What the first frame shows, as of a generation.
    front: Option<(u64, Front)>,
    /// The markings of its briefings, as of a generation.
    banners: Mutex<(Option<u64>, Arc<[String]>)>,
    /// What who asks has read, where that is known.
    join: Mutex<Option<Arc<Join>>>,
    /// Of the reader's own notes, and of which.
    noted: Mutex<Option<(Arc<Notes>, Catalogue)>>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("place", &self.shared.place).finish_non_exhaustive()
    }
}

/// Why a library has no catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Without {
    /// It is one briefing, or built into the program: it needs none.
    Needless,
    /// There is no folder for it.
    NoCache,
    /// In words that follow "there is no catalogue of this library: ".
    Unusable(String),
}

impl fmt::Display for Without {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Needless => f.write_str("this library needs no catalogue"),
            Self::NoCache => f.write_str("there is no catalogue of this library: there is no home folder, and so no cache"),
            Self::Unusable(why) => write!(f, "there is no catalogue of this library: {why}"),
        }
    }
}

impl std::error::Error for Without {}

impl Without {
    pub(super) fn because(error: &dyn fmt::Display) -> Self {
        Self::Unusable(without_number(&error.to_string()).to_owned())
    }
}

impl Catalogue {
    /// Opens the catalogue of a library; an empty one where there was none, or where what was there is no catalogue of this
    /// program. Nothing of the library is read.
    ///
    /// # Errors
    ///
    /// The library is done without one, and why.
    pub fn open(store: &dyn Store) -> Result<Self, Without> {
        Self::at(place_of(store)?)
    }

    /// The same if there was one before: for others nothing is made.
    #[must_use]
    pub fn kept(store: &dyn Store) -> Option<Self> {
        Self::at(place_of(store).ok().filter(|place| place.index().is_dir())?).ok()
    }

    /// The same at a place.
    ///
    /// # Errors
    ///
    /// The library is done without one, and why.
    pub fn at(place: Place) -> Result<Self, Without> {
        let schema = Schema::default();
        if let Ok(index) = opened(&place, &schema)
            && (is_sealed(&place) || is_sound(&index))
            && let Ok(catalogue) = Self::new(schema.clone(), index, Some(place.clone()))
        {
            return Ok(catalogue);
        }
        Self::made_anew(schema, place)
    }

    fn made_anew(schema: Schema, place: Place) -> Result<Self, Without> {
        let failed = |error: &dyn fmt::Display| Without::because(error);
        let _lock = place.lock().map_err(|error| failed(&error))?;
        // Another program may have been faster.
        let again = opened(&place, &schema).ok().filter(is_sound);
        if let Some(catalogue) = again.and_then(|index| Self::new(schema.clone(), index, Some(place.clone())).ok()) {
            return Ok(catalogue);
        }
        let index = made(&place, &schema).map_err(|error| failed(&error))?;
        Self::new(schema, index, Some(place)).map_err(|error| failed(&error))
    }

    /// Every byte of it is as it was written; all of it is read for that.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        is_sound(&self.shared.index)
    }

    pub(super) fn new(schema: Schema, index: Index, place: Option<Place>) -> tantivy::Result<Self> {
        let builder = index.reader_builder().reload_policy(ReloadPolicy::Manual).doc_store_cache_num_blocks(KEPT_BLOCKS);
        let reader: IndexReader = builder.try_into()?;
        let searcher = reader.searcher();
        let front = place.as_ref().and_then(|place| Front::read(place, state(&searcher)));
        let front = front.map(|front| (searcher.generation().generation_id(), front));
        let (orders, banners, join, noted) = Default::default();
        Ok(Self {
            shared: Arc::new(Shared { schema, index, reader, place, orders, front, banners, join, noted }),
            still: None,
            cancel: Cancel::default(),
        })
    }

    /// The same as it is now: where a document is, it stays.
    #[must_use]
    pub fn still(&self) -> Self {
        Self { still: Some(self.searcher()), ..self.clone() }
    }

    /// The same, whose answers end in an error once that is cancelled.
    #[must_use]
    pub fn ended_by(&self, cancel: &Cancel) -> Self {
        Self { cancel: cancel.clone(), ..self.clone() }
    }

    /// Whatever looks at many documents asks this beside each.
    pub(super) fn go_on(&self) -> tantivy::Result<()> {
        if self.cancel.is_cancelled() { Err(tantivy::TantivyError::SystemError("nobody waits for it any more".to_owned())) } else { Ok(()) }
    }

    /// Sees what was committed since, by any program.
    ///
    /// # Errors
    ///
    /// It cannot be read; what was seen before still is.
    pub fn reload(&self) -> Result<(), Without> {
        self.shared.reader.reload().map_err(|error| Without::because(&error))
    }

    pub(super) fn schema(&self) -> &Schema {
        &self.shared.schema
    }

    pub(super) fn index(&self) -> &Index {
        &self.shared.index
    }

    pub(super) fn orders(&self) -> &Orders {
        &self.shared.orders
    }

    pub(super) fn noted(&self) -> MutexGuard<'_, Option<(Arc<Notes>, Self)>> {
        self.shared.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn joined(&self) -> MutexGuard<'_, Option<Arc<Join>>> {
        self.shared.join.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn searcher(&self) -> Searcher {
        self.still.clone().unwrap_or_else(|| self.shared.reader.searcher())
    }

    /// Where it is kept. `None`: in memory alone.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.shared.place.as_ref()
    }

    /// Another number after a reload that brought something new.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.searcher().generation().generation_id()
    }

    /// What was committed last: the same for all programs that see the same.
    pub(super) fn state(&self) -> u64 {
        state(&self.searcher())
    }

    /// `None` as soon as there is something new.
    pub(super) fn front(&self) -> Option<&Front> {
        self.shared.front.as_ref().filter(|(of, _)| *of == self.generation()).map(|(_, front)| front)
    }

    /// How many briefings it has.
    #[must_use]
    pub fn count(&self) -> usize {
        if let Some(front) = self.front() {
            return front.count;
        }
        let (searcher, all) = (self.searcher(), self.briefings());
        searcher.search(&all, &Count).unwrap_or(0)
    }

    /// The documents of the briefings themselves.
    pub(super) fn briefings(&self) -> TermQuery {
        let term = Term::from_field_u64(self.schema().field(Field::In), Kind::Briefing.code());
        TermQuery::new(term, IndexRecordOption::Basic)
    }

    /// The markings of the briefings as they are shown, each once; an empty one for those that have none.
    #[must_use]
    pub fn banners(&self) -> Arc<[String]> {
        let mut known = self.shared.banners.lock().unwrap_or_else(PoisonError::into_inner);
        let generation = Some(self.generation());
        if known.0 != generation {
            let kept = self.front().map(|front| front.banners.clone());
            // What cannot be read has no marking that anybody could rely on.
            let banners = kept.unwrap_or_else(|| self.read_banners().unwrap_or_else(|_| vec![String::new()]));
            *known = (generation, banners.into());
        }
        Arc::clone(&known.1)
    }

    fn read_banners(&self) -> tantivy::Result<Vec<String>> {
        let mut banners = BTreeSet::new();
        for segment in self.searcher().segment_readers() {
            let Some(column) = segment.fast_fields().str(column::BANNER)? else { continue };
            // What was taken away leaves its words behind: only then each document is asked.
            let ords: BTreeSet<u64> = if segment.has_deletes() {
                self.living(segment, Kind::Briefing)?.flat_map(|doc| column.term_ords(doc)).collect()
            } else {
                (0..column.num_terms() as u64).collect()
            };
            for ord in ords {
                let mut banner = String::new();
                column.ord_to_str(ord, &mut banner)?;
                banners.insert(banner);
            }
        }
        Ok(banners.into_iter().collect())
    }

    /// What was indexed of the briefings that are wanted, in the order of their paths.
    pub(super) fn indexed(&self, is_wanted: impl Fn(&Indexed) -> bool) -> tantivy::Result<Vec<Indexed>> {
        let mut all = Vec::new();
        self.each_indexed(&mut |some| all.extend(some.into_iter().filter(&is_wanted)))?;
        all.sort_by(|one: &Indexed, other| one.path.cmp(&other.path));
        Ok(all)
    }

    /// What was indexed of every briefing, some at a time: all of them at once would take more room than the reader itself.
    pub(super) fn each_indexed(&self, tell: &mut dyn FnMut(Vec<Indexed>)) -> tantivy::Result<()> {
        for segment in self.searcher().segment_readers() {
            let Some(column) = segment.fast_fields().bytes(column::INDEXED)? else { continue };
            let mut wanted = vec![false; column.num_terms()];
            for doc in self.living(segment, Kind::Briefing)? {
                for ord in column.term_ords(doc) {
                    if let Some(wanted) = usize::try_from(ord).ok().and_then(|ord| wanted.get_mut(ord)) {
                        *wanted = true;
                    }
                }
            }
            let mut stream = column.dictionary().stream()?;
            let mut some = Vec::new();
            for is_wanted in wanted {
                if !stream.advance() {
                    break;
                }
                if is_wanted {
                    some.extend(postcard::from_bytes::<Indexed>(stream.key()).ok());
                }
                if some.len() == SOME {
                    tell(std::mem::take(&mut some));
                }
            }
            tell(some);
        }
        Ok(())
    }

    /// The document of the briefing with an id, which is the first of all that are of it.
    pub(super) fn find(&self, searcher: &Searcher, id: &str) -> Result<Option<DocAddress>, Without> {
        let term = Term::from_field_text(self.schema().field(Field::Briefing), &name_term(id, id));
        first(searcher, &term).map_err(|error| Without::because(&error))
    }

    /// The documents of the briefings themselves in a segment, deleted ones too.
    pub(super) fn briefings_of(&self, segment: &SegmentReader) -> tantivy::Result<Vec<u32>> {
        self.schema().briefings_of(segment)
    }

    /// The documents of a kind in a segment, without those that were taken away.
    pub(super) fn living(&self, segment: &SegmentReader, kind: Kind) -> tantivy::Result<impl Iterator<Item = u32>> {
        Ok(self.schema().of_kind(segment, kind)?.into_iter().filter(|doc| !segment.is_deleted(*doc)))
    }

    pub(super) fn row(&self, searcher: &Searcher, at: DocAddress) -> Option<Row> {
        let document: TantivyDocument = searcher.doc(at).ok()?;
        postcard::from_bytes(document.get_first(self.schema().row)?.as_bytes()?).ok()
    }
}

/// The first document that has a term, and was not taken away.
pub(super) fn first(searcher: &Searcher, term: &Term) -> tantivy::Result<Option<DocAddress>> {
    for (segment, ord) in searcher.segment_readers().iter().zip(0..) {
        let Some(mut docs) = segment.inverted_index(term.field())?.read_postings(term, IndexRecordOption::Basic)? else { continue };
        while docs.doc() != TERMINATED {
            if !segment.is_deleted(docs.doc()) {
                return Ok(Some(DocAddress::new(ord, docs.doc())));
            }
            docs.advance();
        }
    }
    Ok(None)
}

fn state(searcher: &Searcher) -> u64 {
    hash_of(searcher.generation().segments())
}

fn is_sound(index: &Index) -> bool {
    index.validate_checksum().is_ok_and(|damaged| damaged.is_empty())
}

fn place_of(store: &dyn Store) -> Result<Place, Without> {
    if store.is_part() || store.root().is_none() {
        return Err(Without::Needless);
    }
    Place::of(&store.place()).ok_or(Without::NoCache)
}

fn opened(place: &Place, schema: &Schema) -> tantivy::Result<Index> {
    let mut index = Index::open_in_dir(place.index())?;
    if index.schema() != schema.schema {
        return Err(tantivy::TantivyError::SchemaError("it is of another program".to_owned()));
    }
    index.set_tokenizers(Schema::tokenizers());
    Ok(index)
}

fn made(place: &Place, schema: &Schema) -> tantivy::Result<Index> {
    place.clear()?;
    place.make()?;
    let mut index = Index::create(MmapDirectory::open(place.index())?, schema.schema.clone(), IndexSettings::default())?;
    index.set_tokenizers(Schema::tokenizers());
    Ok(index)
}
