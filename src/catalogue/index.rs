//! The catalogue itself: opening it, and reading what was committed last.

use super::briefing_row::{Indexed, Row};
use super::cache_folder::Place;
use super::cancel::Cancel;
use super::column;
use super::fields::Field;
use super::first_rows::Front;
use super::leaders::Leaders;
use super::list_order::Orders;
use super::open::{Opened, state};
use super::read_state::Join;
use super::schema::{Schema, living, name_term};
use super::unavailable::Without;
use super::vocabulary::Kind;
use crate::library::store::Store;
use crate::personal::Notes;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tantivy::collector::Count;
use tantivy::query::TermQuery;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, DocSet, Index, Searcher, TERMINATED, TantivyDocument, Term};

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
    /// Where the first frame has all that it shows, this is opened behind it.
    opened: OnceLock<Opened>,
    /// `None`: it is in memory alone.
    place: Option<Place>,
    /// What the first frame shows.
    front: Option<Front>,
    orders: Orders,
    leaders: Leaders,
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
        let front = Front::read(&place);
        if front.as_ref().is_some_and(|front| Front::stamp(&place) == Some(front.stamp)) {
            return Ok(Self::with(OnceLock::new(), Some(place), front));
        }
        let opened = Opened::at(&place)?;
        let front = front.filter(|front| front.of == opened.first);
        Ok(Self::with(opened.into(), Some(place), front))
    }

    /// The same as it is, where nothing is made anew. `None`: it is damaged.
    #[must_use]
    pub fn as_it_is(place: Place) -> Option<Self> {
        Some(Self::with(Opened::as_it_is(&place)?.into(), Some(place), None))
    }

    /// One that is in memory alone.
    pub(super) fn of(opened: Opened) -> Self {
        Self::with(opened.into(), None, None)
    }

    fn with(opened: OnceLock<Opened>, place: Option<Place>, front: Option<Front>) -> Self {
        let (orders, leaders, banners, join, noted) = Default::default();
        Self {
            shared: Arc::new(Shared { opened, place, front, orders, leaders, banners, join, noted }),
            still: None,
            cancel: Cancel::default(),
        }
    }

    /// Where the index has become unusable since its first rows were written, nothing is listed until it is made anew.
    fn opened(&self) -> &Opened {
        let open = || self.place().and_then(|place| Opened::at(place).ok()).unwrap_or_else(Opened::empty);
        self.shared.opened.get_or_init(open)
    }

    /// Every byte of it is as it was written; all of it is read for that.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.opened().is_sound()
    }

    /// It was made in the place of one that was damaged.
    #[must_use]
    pub fn is_instead(&self) -> bool {
        self.shared.opened.get().is_some_and(|opened| opened.is_instead)
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

    pub(super) fn ends(&self) -> &Cancel {
        &self.cancel
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
        self.opened().reader.reload().map_err(|error| Without::because(&error))
    }

    pub(super) fn schema(&self) -> &Schema {
        &self.opened().schema
    }

    pub(super) fn index(&self) -> &Index {
        &self.opened().index
    }

    pub(super) fn orders(&self) -> &Orders {
        &self.shared.orders
    }

    pub(super) fn leaders(&self) -> &Leaders {
        &self.shared.leaders
    }

    pub(super) fn noted(&self) -> MutexGuard<'_, Option<(Arc<Notes>, Self)>> {
        self.shared.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn joined(&self) -> MutexGuard<'_, Option<Arc<Join>>> {
        self.shared.join.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn searcher(&self) -> Searcher {
        self.still.clone().unwrap_or_else(|| self.opened().reader.searcher())
    }

    /// Where it is kept. `None`: in memory alone.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.shared.place.as_ref()
    }

    /// Another number after a reload that brought something new.
    #[must_use]
    pub fn generation(&self) -> u64 {
        let Some(opened) = self.shared.opened.get() else { return 0 };
        let is_another = self.shared.front.as_ref().is_some_and(|front| front.of != opened.first);
        self.searcher().generation().generation_id() + u64::from(is_another)
    }

    /// What was committed last: the same for all programs that see the same.
    pub(super) fn state(&self) -> u64 {
        state(&self.searcher())
    }

    /// The same of what it holds at a start, where the first frame may have opened nothing.
    pub(super) fn first_state(&self) -> u64 {
        let front = self.shared.front.as_ref().filter(|_| self.shared.opened.get().is_none());
        front.map_or_else(|| self.state(), |front| front.of)
    }

    /// Nothing was committed since, by any program.
    pub(super) fn is_latest(&self) -> bool {
        let committed = self.index().searchable_segment_metas().unwrap_or_default();
        let committed: BTreeMap<_, _> = committed.iter().map(|segment| (segment.id(), segment.delete_opstamp())).collect();
        committed == *self.searcher().generation().segments()
    }

    /// `None` as soon as there is something new.
    pub(super) fn front(&self) -> Option<&Front> {
        self.shared.front.as_ref().filter(|_| self.generation() == 0)
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
                living(segment, Kind::Briefing)?.flat_map(|doc| column.term_ords(doc)).collect()
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
            for doc in living(segment, Kind::Briefing)? {
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

fn place_of(store: &dyn Store) -> Result<Place, Without> {
    if store.is_part() || store.root().is_none() {
        return Err(Without::Needless);
    }
    Place::of(&store.place()).ok_or(Without::NoCache)
}
