//! A library too large to be held: its list is one list, whatever part of it is on the page; and the search of any library.

mod elsewhere;

use crate::support::terminal::{Terminal, bluf, text};
use crate::support::{Reader, Scratch, embedded};
use bluf::briefing::Date;
use bluf::catalogue::cache_folder::Place as Cache;
use bluf::catalogue::first_rows::FIRST;
use bluf::catalogue::refresh::is_whole;
use bluf::catalogue::{Cancel, Catalogue, Depth, Group, Listing, refresh};
use bluf::library::Library;
use bluf::library::live::Live;
use bluf::library::store::{Folder, Store};
use bluf::page::of::library::ROWS;
use bluf::page::of::saved::{as_list, counted, of_list};
use bluf::page::{Place, World};
use bluf::personal::Notes;
use bluf::personal::ReadBefore;
use bluf::personal::Saved;
use bluf::personal::notes::Shelf;
use bluf::personal::saved_searches::{Places, keep};
use bluf::tui::model::{Awaited, Done, Effect, Message, Model, Reading, SavedWork};
use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// So many that two parts of the list do not hold all.
const MANY: usize = 2 * ROWS + 70;

struct Desk {
    scratch: Scratch,
    world: Arc<World>,
    store: Arc<Folder>,
    catalogue: Catalogue,
}

impl Desk {
    /// Nothing of it is in its catalogue yet.
    fn unread(name: &str) -> Self {
        let scratch = Scratch::new(&format!("large-{name}"));
        scratch.write("library/seeds/tide.txt", "The tide is late.\n");
        for number in 0..MANY {
            let (day, month) = (number % 28 + 1, number / 28 % 12 + 1);
            let year = 1990 + number / 336;
            let text = format!(
                "briefing: tide-{number}\ntitle: Tide {number}\nmarking: TLP:{}\ndate: {year}-{month:02}-{day:02}\nbottom_line: The tide of {number} is late [J1].\n\
                 sources:\n  LOG: {{title: Log, file: seeds/tide.txt, reliability: B}}\n\
                 sections:\n  sea:\n    C1: {{fact: The tide is late, quote: The tide is late.}}\n\
                 judgements:\n  J1: {{section: sea, text: The tide of {number} stays late, by: 2028-06, likelihood: likely, confidence: low, claims: [C1]}}\n",
                if number == 7 { "AMBER" } else { "GREEN" },
            );
            scratch.write(&format!("library/briefings/tide-{number}.yaml"), text);
        }
        let store = Arc::new(Folder::new(&scratch.0.join("library")));
        let cache = scratch.0.join("cache");
        Self::over(scratch, store, &cache)
    }

    fn over(scratch: Scratch, store: Arc<Folder>, cache: &Path) -> Self {
        let catalogue = Catalogue::at(Cache::within(cache, &store.place())).expect("it opens");
        let library = Library::large(Arc::clone(&store) as Arc<dyn Store>, Arc::new(catalogue.clone()));
        let world = World { catalogue: Some(catalogue.clone()), ..library.on(Some(&Date::day(2026, 11, 29))).into() };
        Self { scratch, world: Arc::new(world), store, catalogue }
    }

    fn read(name: &str) -> Self {
        let desk = Self::unread(name);
        desk.refresh();
        desk
    }

    fn refresh(&self) {
        refresh(&self.catalogue, &*self.store, &Date::day(2026, 11, 29), Depth::Read, &|_| (), &Cancel::default()).expect("refreshed");
        self.catalogue.reload().expect("reloaded");
    }
}

/// The row that the cursor is on, as the list begins it.
fn under_cursor(reader: &Reader) -> String {
    reader.links()[reader.stop().expect("a stop")].clone()
}

#[test]
fn m9_a_list_of_any_length_is_walked_row_by_row_and_from_end_to_end() {
    let desk = Desk::read("walk");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 80, 24);
    let newest_first: Vec<String> = (0..MANY).rev().map(|number| format!("tide-{number}")).collect();
    let mut seen = vec![under_cursor(&reader)];
    for at in 1..MANY {
        reader.press("j").shows(&format!("{}/{MANY}", at + 1));
        seen.push(under_cursor(&reader));
        assert!(reader.links().len() <= ROWS);
    }
    assert_eq!(seen, newest_first);
    for (keys, at) in [("g", 0), ("G", MANY - 1), ("PageUp", MANY - 22), ("g PageDown PageDown", 42)] {
        reader.press(keys);
        let row = newest_first.iter().position(|id| *id == under_cursor(&reader)).expect("a row");
        assert!(row.abs_diff(at) <= 2, "{keys}: {row}, not {at}");
        reader.shows(&format!("{}/{MANY}", row + 1));
    }
    let held = reader.model.world().entries().len();
    assert!(held < 80, "{held} of {MANY} are held");
}

#[test]
fn m9_the_library_is_left_and_come_back_to_on_the_same_row() {
    let desk = Desk::read("back");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    reader.press(&"PageDown ".repeat(8));
    let row = under_cursor(&reader);
    let screen = reader.screen();
    reader.press("Enter").is_at(&row).press("Backspace");
    assert_eq!((under_cursor(&reader), reader.screen()), (row.clone(), screen));
    reader.press("Enter Enter 0").is_at("library");
    assert_eq!(under_cursor(&reader), row);
    // From an address far down the list the list opens there.
    let mut reader = Reader::open(Arc::clone(&desk.world), Some("tide-3#J1"), 120, 40);
    reader.press("0").is_at("library");
    assert_eq!(under_cursor(&reader), "tide-3");
    reader.shows(&format!("{}/{MANY}", MANY - 3));
}

#[test]
fn m9_a_list_has_the_narrowest_marking_of_all_its_briefings_and_not_of_its_rows() {
    let desk = Desk::read("marking");
    let reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    assert!(reader.head().contains("TLP:AMBER") && reader.foot().contains("TLP:AMBER"));
}

#[test]
fn m9_the_list_grows_while_the_library_is_read_and_the_cursor_stays_on_its_briefing() {
    let desk = Desk::unread("grows");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    let reading = Reading { done: 0, all: MANY, rate: 400, seconds_left: 1, is_checking: false, files: MANY };
    reader.model.update(&Message::Catalogued(Some(reading)));
    reader.model.arrange();
    reader.shows(&format!("0 of {MANY} read, 400 a second, 1 s left")).shows("The briefings are being read");
    desk.refresh();
    reader.model.update(&Message::Catalogued(Some(Reading { done: MANY, ..reading })));
    reader.model.arrange();
    reader.press("j j j");
    let row = under_cursor(&reader);
    assert_eq!(row, format!("tide-{}", MANY - 4));
    reader.model.update(&Message::Catalogued(None));
    reader.model.arrange();
    assert_eq!(under_cursor(&reader), row);
    assert!(!reader.screen().iter().any(|line| line.contains("a second")));
}

/// What is not read yet may be there.
#[test]
fn m9_while_the_library_is_read_a_search_says_how_far_that_is_and_denies_nothing() {
    let desk = Desk::unread("so-far");
    let world = World { reading: Some(Reading::default()), ..World::clone(&desk.world) };
    let mut reader = Reader::open(world, None, 120, 40);
    reader.shows("0 briefings so far").shows("The briefings are being read");
    let nothing = |reader: &Reader| reader.screen().iter().any(|line| line.contains("Nothing in this library"));
    reader.press("f l a t e").shows("0 hits so far").shows("Not all of the library is read yet: more may be found.");
    reader.press("Backspace Backspace Backspace Backspace l i k e l i h o o d : l i k e l y").shows("0 hits so far");
    assert!(!nothing(&reader));
    let reading = Reading { done: 0, all: MANY, rate: 400, seconds_left: 1, is_checking: false, files: MANY };
    reader.model.update(&Message::Catalogued(Some(reading)));
    reader.arrange();
    reader.shows(&format!("0 of {MANY} briefings are read so far: more may be found."));
    reader.press("Esc ,").shows("0 briefings so far").shows(&format!("0 of {MANY} briefings are read so far"));
    reader.press("Backspace f l i k e l i h o o d : l i k e l y");
    desk.refresh();
    reader.model.update(&Message::Catalogued(Some(Reading { is_checking: true, ..reading })));
    reader.arrange();
    let so_far = |reader: &Reader| reader.screen().iter().any(|line| line.contains("so far"));
    assert!(!so_far(&reader), "the rules have still to be run, and all is read");
    reader.model.update(&Message::Catalogued(Some(Reading { done: 1, all: 2, ..reading })));
    reader.arrange();
    reader.shows(&format!("{MANY} hits so far")).shows("Some briefings have changed, and are being read: more may");
    reader.model.update(&Message::Catalogued(None));
    reader.arrange();
    reader.shows(&format!("{MANY} hits"));
    assert!(!so_far(&reader));
}

/// Whoever was stopped while they read has a part of the library, and the next start says so.
#[test]
fn m9_the_next_start_knows_whether_all_was_read() {
    let desk = Desk::unread("stopped");
    let today = Date::day(2026, 11, 29);
    assert!(!is_whole(&desk.catalogue));
    let cancel = Cancel::default();
    let tell = |progress: &bluf::catalogue::Progress| {
        if progress.done > 0 {
            cancel.cancel();
        }
    };
    let done = refresh(&desk.catalogue, &*desk.store, &today, Depth::Read, &tell, &cancel).expect("refreshed");
    assert!(done.is_cancelled && !is_whole(&desk.catalogue));
    desk.refresh();
    desk.catalogue.keep_front(None);
    let again = Desk::over(Scratch(desk.scratch.0.join("nothing")), Arc::clone(&desk.store), &desk.scratch.0.join("cache"));
    assert!(is_whole(&desk.catalogue) && is_whole(&again.catalogue));
    assert_eq!(again.catalogue.generation(), 0, "the index is not opened for that");
}

/// A filter that is set stands above as well, and what is pressed next is the one that the cursor was on.
#[test]
fn e9_the_cursor_stays_on_the_filter_that_was_set_however_high_the_screen() {
    let desk = Desk::read("stays");
    for rows in [40, 160] {
        let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, rows);
        reader.press(",");
        for chip in ["filter:marking:TLP:GREEN", "filter:likelihood:likely", "filter:confidence:low"] {
            let at = |reader: &Reader| reader.links().iter().rposition(|link| link == chip).expect("a chip");
            while reader.stop().expect("a stop") < at(&reader) {
                reader.press("j");
            }
            while reader.stop().expect("a stop") > at(&reader) {
                reader.press("k");
            }
            reader.press("Enter");
            assert_eq!((under_cursor(&reader).as_str(), reader.stop()), (chip, Some(at(&reader))), "{rows}");
        }
        let listing = reader.model.listed().expect("a list").1;
        assert_eq!(listing.chips.len(), 3);
        reader.press("Enter");
        assert_eq!(under_cursor(&reader), "filter:confidence:low", "it is taken away where it was set");
        assert_eq!(reader.model.listed().expect("a list").1.chips.len(), 2);
    }
}

#[test]
fn m9_a_hit_opens_at_the_exact_spot_and_back_leads_to_the_same_hit() {
    let desk = Desk::read("hits");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    reader.press("f s t a y s Space l a t e Enter").is_at("search:stays late").shows(&format!("{MANY} hits")).press("j j");
    let hit = under_cursor(&reader);
    assert!(hit.ends_with("#J1"), "{hit}");
    reader.press("Enter").is_at(&hit).press("Esc").is_at("search:stays late");
    assert_eq!(under_cursor(&reader), hit);
    // It is gone on with, and given up.
    reader.press("f Backspace Backspace Backspace Backspace Backspace Space l i k e l i h o o d : l i k e l y Enter");
    reader.is_at("search:stays likelihood:likely").press("f Esc").is_at("library");
}

/// What other threads are to make for the frame.
fn awaited(reader: &mut Reader) -> Vec<Awaited> {
    let effects = reader.model.due();
    effects.into_iter().flat_map(|effect| if let Effect::Make(pages) = effect { pages } else { panic!("{effect:?}") }).collect()
}

fn answer(reader: &mut Reader, awaited: &Awaited) {
    let page = awaited.made(reader.model.world(), &Cancel::default()).expect("a page");
    reader.model.update(&Message::Made { awaited: awaited.clone(), page: Box::new(page) });
    reader.model.arrange();
}

#[test]
fn m9_what_was_found_stays_until_another_search_has_ended_and_a_late_one_is_not_shown() {
    let desk = Desk::read("worker");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    // The only page that is awaited now.
    let search = |reader: &mut Reader, query: &str, is_typed: bool| {
        let [only] = <[Awaited; 1]>::try_from(awaited(reader)).expect("one page");
        assert_eq!((&only.place, only.is_typed), (&Place::Search(query.to_owned()), is_typed));
        only
    };
    reader.press("f l a t e").shows(&format!("{} hits", 4 * MANY));
    let before = reader.links();
    // Letters come faster than the library is searched.
    reader.effects("Space t i d e");
    let first = search(&mut reader, "late tide", true);
    reader.effects("- 7");
    let second = search(&mut reader, "late tide-7", true);
    reader.model.arrange();
    assert_eq!(awaited(&mut reader), [], "it is asked for once");
    assert_eq!(reader.links(), before);
    answer(&mut reader, &first);
    assert_eq!(reader.links(), before, "nobody asks for that any more");
    answer(&mut reader, &second);
    assert_ne!(reader.links(), before);
    // What is committed meanwhile is searched too, and until it is what was found stays.
    reader.press("Enter j j");
    let (row, hits) = (under_cursor(&reader), reader.links());
    reader.model.update(&Message::Catalogued(None));
    reader.model.arrange();
    assert_eq!((under_cursor(&reader), reader.links()), (row.clone(), hits.clone()));
    let older = search(&mut reader, "late tide-7", false);
    // What was asked before the next commit says what was true before it.
    reader.model.update(&Message::Catalogued(None));
    reader.model.arrange();
    let newer = search(&mut reader, "late tide-7", false);
    assert_ne!(older, newer);
    answer(&mut reader, &older);
    assert!(awaited(&mut reader).is_empty(), "the newer one is still awaited, and is not asked for twice");
    answer(&mut reader, &newer);
    assert_eq!((under_cursor(&reader), reader.links()), (row, hits));
    // A search that was ended has no page.
    let ended = Cancel::default();
    ended.cancel();
    assert!(first.made(reader.model.world(), &ended).is_none());
    // The filters that were counted stay while they are counted anew.
    reader.press("0 ,").is_at("filters");
    let before = reader.links();
    while under_cursor(&reader) != "filter:marking:TLP:AMBER" {
        reader.press("j");
    }
    reader.effects("Enter");
    assert_eq!(reader.links(), before);
    for page in awaited(&mut reader) {
        answer(&mut reader, &page);
    }
    reader.shows(&format!("1 of {MANY} briefings"));
}

#[test]
fn m9_beside_a_page_that_another_thread_makes_the_program_rests() {
    let desk = Desk::read("rests");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    for keys in [",", "0 S", "0 f l a t e Enter"] {
        // Nothing is answered here: the cursor is beside pages that are still made.
        reader.press(keys);
        let steps = (0..500).take_while(|_| reader.model.go_ahead() != Done::Nothing).count();
        assert!(steps < 500, "{keys}: it never rests");
    }
}

#[test]
fn m9_a_page_that_the_first_frame_had_stays() {
    let desk = Desk::read("first");
    let mut model = Model::new(Arc::clone(&desk.world), Some("search:late".parse().expect("an address"))).expect("it begins");
    model.update(&Message::Resize { columns: 120, rows: 40 });
    model.arrange();
    let links = |model: &Model| model.shown().expect("a page").here().flowed.doc.links.len();
    assert_eq!(links(&model), 100);
    model.update(&Message::Begun);
    model.arrange();
    assert_eq!((links(&model), model.due()), (100, Vec::new()), "nothing is asked for again");
}

#[test]
fn m9_the_first_frame_of_a_large_list_looks_at_no_index() {
    let desk = Desk::read("behind");
    desk.catalogue.keep_front(None);
    let index = desk.catalogue.place().expect("a place").index();
    for file in fs::read_dir(&index).expect("a folder").flatten().filter(|file| file.file_name() != "meta.json") {
        fs::write(file.path(), "").expect("written");
    }
    let Desk { scratch, store, .. } = desk;
    let cache = scratch.0.join("cache");
    let desk = Desk::over(scratch, store, &cache);
    // What was read before is known from a file, and has to do with the list.
    let read = ReadBefore::at(Some(desk.scratch.0.join("read")));
    let world = World { read: Arc::new(read), ..World::clone(&desk.world) };
    let mut model = Model::new(world, None).expect("it begins");
    model.update(&Message::Resize { columns: 120, rows: 40 });
    model.arrange();
    let page = model.shown().expect("a page").here().flowed.doc.clone();
    assert_eq!((page.part.expect("a part").of, page.links.len()), (MANY, FIRST));
    assert_eq!(desk.catalogue.generation(), 0, "it is opened, and was found broken");
}

#[test]
fn m9_the_next_start_stands_on_the_row_that_was_left_however_far_down_and_looks_at_no_index() {
    let desk = Desk::read("left");
    for (columns, rows, keys) in [(120, 40, "PageDown ".repeat(8)), (80, 24, "G".to_owned()), (40, 12, "j ".repeat(130))] {
        let mut left = Reader::open(Arc::clone(&desk.world), None, columns, rows);
        left.press(&keys);
        let (catalogue, listing) = left.model.listed().expect("a list");
        catalogue.keep_front(Some((&listing, left.model.first_row())));
        let again = Desk::over(Scratch(desk.scratch.0.join("nothing")), Arc::clone(&desk.store), &desk.scratch.0.join("cache"));
        let mut model = Model::new(Arc::clone(&again.world), None).expect("it begins");
        model.resume(&left.model.state(), true);
        model.update(&Message::Resize { columns, rows });
        model.arrange();
        let mut reader = Reader { model, theme: left.theme.clone() };
        let place = |reader: &Reader| {
            (
                under_cursor(reader),
                reader.screen()[2..usize::from(rows) - 1].iter().map(|row| row.chars().take(60).collect()).collect::<Vec<String>>(),
            )
        };
        assert_eq!(place(&reader).0, place(&left).0, "the first frame, {keys}");
        assert_eq!(again.catalogue.generation(), 0);
        reader.model.update(&Message::Begun);
        reader.press("");
        assert_eq!(place(&reader), place(&left), "{keys}");
    }
}

/// Searches the built-in library, whose catalogue is made when it is searched for the first time.
fn searching(keys: &str) -> Reader {
    searching_in(World::clone(&embedded()), keys)
}

fn searching_in(world: World, keys: &str) -> Reader {
    let mut reader = Reader::open(world, None, 120, 40);
    let effects = reader.effects("f");
    assert!(effects.contains(&Effect::MakeCatalogue));
    let made = Catalogue::of_library(&reader.model.world().library, &Date::day(2026, 11, 29)).expect("made");
    reader.model.update(&Message::Searchable(Ok(made)));
    reader.press(keys);
    reader
}

#[test]
fn m9_a_search_follows_each_letter_and_says_how_it_was_read() {
    let mut reader = searching("p i p e l");
    reader.shows("a word that begins with “pipel”").press("i n e").shows("“pipeline”");
    let hits = reader.links();
    assert!(hits.iter().any(|hit| hit == "russia-iran-treaty#J3") && hits.iter().any(|hit| hit.contains("/source/")), "{hits:?}");
    assert!(reader.text_in(bluf::page::Role::Lit).contains("pipeline"));
    reader.press("Space l i k e l i h o o d : u n l i k e l y").shows("1 hit").shows("is unlikely");
}

#[test]
fn m9_a_query_that_is_not_understood_says_where_and_what_was_meant() {
    let mut reader = searching("i r a n Space l i k e l i h o d : x Enter");
    reader.shows("There is no field `likelihod`; did you mean `likelihood`?").shows("     ^^^^^^^^^");
    assert!(reader.links().is_empty());
    let mut reader = searching("p i p e l l i n e Enter");
    reader.shows("pipelline stands nowhere in this library").shows("pipeline?");
}

#[test]
fn e9_a_field_and_a_value_are_completed_as_far_as_they_are_certain() {
    for (typed, completed, offered) in [
        ("l i k Tab", "likelihood:", ""),
        ("l i k e l i h o o d : v Tab", "likelihood:very-", "very-unlikely  very-likely"),
        ("l i k e l i h o o d > = v e r y - l Tab", "likelihood>=very-likely", ""),
        ("i r a n Space a c t o r : s a u Tab", "iran actor:\"Saudi Arabia\"", ""),
        ("x y z z y Tab", "xyzzy", ""),
    ] {
        let reader = searching(typed);
        assert_eq!(reader.address(), format!("search:{completed}"), "{typed}");
        assert_eq!(reader.model.notice().unwrap_or_default(), offered, "{typed}");
    }
}

#[test]
fn e9_chips_filter_a_list_one_by_one_and_are_remembered() {
    let desk = Desk::read("chips");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 60);
    reader.press(",").is_at("filters").shows("SORTED BY");
    let chip = reader.links().iter().position(|link| link == "filter:marking:TLP:AMBER").expect("a chip");
    reader.press(&"j ".repeat(chip)).press("Enter").is_at("filters").shows(&format!("1 of {MANY} briefings"));
    reader.press("Backspace").is_at("library").shows("Only marking:TLP:AMBER");
    assert_eq!(reader.links(), ["tide-7"]);
    let state = reader.model.state();
    let mut again = Reader::open(Arc::clone(&desk.world), None, 120, 60);
    again.model.resume(&state, true);
    again.resize(120, 60);
    assert_eq!(again.links(), ["tide-7"]);
    // The chip stands first now, and Enter takes it away.
    again.press(", g Enter").is_at("filters").shows(&format!("{MANY} briefings"));
    let title = again.links().iter().position(|link| link == "sort:title").expect("an order");
    again.press("g").press(&"j ".repeat(title)).press("Enter Backspace").is_at("library").shows("By title");
    assert_eq!(again.links()[0], "tide-0");
    // Words narrow it further, and Escape takes them away.
    again.press("/ \" t i d e Space 4 1 \" Enter").shows(&format!("1 of {MANY} briefings")).press("Esc").shows(&format!("1/{MANY}"));
}

/// Some with two actors, some of none, one in two sections; undated, unmarked, of a year, of a season.
fn desk_of_groups(name: &str) -> Desk {
    let desk = Desk::unread(name);
    let write = |id: &str, head: &str, sections: &[&str]| {
        let mut text = format!("briefing: {id}\ntitle: About {id}\n{head}bottom_line: It holds.\nsections:\n");
        for (at, section) in sections.iter().enumerate() {
            text += &format!("  {section}:\n    C{}: {{fact: It holds in {section}.}}\n", at + 1);
        }
        desk.scratch.write(&format!("library/briefings/{id}.yaml"), text);
    };
    let iran = "actors:\n  IR: {name: Iran, aka: [Persia]}\n";
    let both = "actors:\n  IR: {name: Iran}\n  TR: {name: \"Türkiye & co\"}\n";
    write("gulf", &format!("date: 2026-11-02\nmarking: TLP:RED\n{both}"), &["energy", "trade"]);
    write("strait", &format!("date: 2026-11\nmarking: TLP:AMBER\n{iran}"), &["energy"]);
    write("canal", &format!("date: 2026\nmarking: TLP:CLEAR\n{iran}"), &["sea"]);
    write("undated", "", &["sea", "trade"]);
    desk.refresh();
    desk
}

/// The groups that a look at every briefing makes, as their rows are written, without what has no value.
fn looked_at(desk: &Desk, by: &str) -> HashMap<String, BTreeSet<String>> {
    let library = bluf::library::open(&desk.scratch.0.join("library")).expect("it opens");
    let mut groups: HashMap<String, BTreeSet<String>> = HashMap::new();
    for held in library.entries() {
        let briefing = &held.resolved.briefing;
        let values: Vec<String> = match by {
            "section" => briefing.sections.iter().map(|section| section.value.clone()).collect(),
            "actor" => briefing.actors.iter().map(|actor| actor.name().to_owned()).collect(),
            "marking" => briefing.marking.iter().map(|marking| marking.text.clone()).collect(),
            _ => match briefing.date.as_ref().map(|date| date.text.as_str()) {
                None => Vec::new(),
                // The year has two months that others are dated in, and its ends.
                Some("2026") => ["2026-01", "2026-11", "2026-12"].map(str::to_owned).to_vec(),
                Some(date) => vec![date[..7].to_owned()],
            },
        };
        for value in values {
            groups.entry(value).or_default().insert(held.id.clone());
        }
    }
    groups
}

/// Opens what a row of the page of filters leads to, and comes back to the list.
fn choose(reader: &mut Reader, address: &str) {
    let links = reader.press(", g").is_at("filters").links();
    assert!(links.iter().any(|link| link == address), "no {address} in {links:?}");
    while under_cursor(reader) != address {
        reader.press("j");
    }
    reader.press("Enter Backspace").is_at("library");
}

/// The groups on the page: where each leads, what it is called, how many stand in it.
fn groups_of(reader: &Reader) -> Vec<(String, String, usize)> {
    let doc = &reader.model.shown().expect("a page").here().flowed.doc;
    let row = |block: &bluf::page::Block| match &block.body {
        bluf::page::Body::ListRow(row) => {
            let words = row.text.plain();
            let (name, count) = words.rsplit_once(" · ").expect("a count");
            (block.link.as_ref().expect("a link").to_string(), name.to_owned(), count.parse().expect("a number"))
        }
        _ => panic!("{block:?}"),
    };
    doc.blocks.iter().filter(|block| block.link.is_some()).map(row).collect()
}

/// Each group says how many stand in it, as a look at every briefing finds them; opened, it lists these; and back leads to it.
#[test]
fn e9_a_large_list_is_grouped_and_each_group_opens_as_a_list_and_closes_on_its_row() {
    let desk = desk_of_groups("groups");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 60);
    let all = MANY + 4;
    for by in ["section", "actor", "month", "marking"] {
        choose(&mut reader, &format!("group:{by}"));
        reader.shows(&format!("Grouped by {by}")).shows(&format!("{all} briefings"));
        let (groups, meant) = (groups_of(&reader), looked_at(&desk, by));
        let valued: BTreeSet<&String> = meant.values().flatten().collect();
        let named: HashMap<&str, usize> = groups.iter().filter(|group| group.0 != "group:none").map(|group| (&*group.1, group.2)).collect();
        assert_eq!(named, meant.iter().map(|(name, ids)| (name.as_str(), ids.len())).collect(), "{by}");
        let rest = groups.iter().find(|group| group.0 == "group:none").map_or(0, |group| group.2);
        assert_eq!(rest, all - valued.len(), "{by}");
        for (at, (address, name, count)) in groups.iter().enumerate() {
            assert_eq!(&under_cursor(&reader), address);
            reader.shows(&format!("{name} · {count}"));
            reader.press("Enter").is_at("library").shows(&format!("Grouped by {by}: {name}"));
            let part = reader.model.shown().expect("a page").here().flowed.doc.part.expect("a list");
            assert_eq!(part.of, *count, "{by} {name}");
            if let Some(ids) = meant.get(name).filter(|ids| ids.len() <= ROWS) {
                let listed: BTreeSet<String> = reader.links().into_iter().collect();
                assert_eq!(&listed, ids, "{by} {name}");
            }
            reader.press(["Esc", "Backspace", "h"][at % 3]).is_at("library");
            assert_eq!((&groups_of(&reader), &under_cursor(&reader)), (&groups, address), "{by} {name}");
            reader.press("j");
        }
    }
    // Chosen again, there are none.
    choose(&mut reader, "group:marking");
    reader.shows(&format!("1/{all}"));
}

#[test]
fn e9_groups_come_the_newest_the_narrowest_or_the_largest_first() {
    let desk = desk_of_groups("group-order");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 60);
    for (by, first, last) in [
        ("month", "group:date:2026-12", "group:none"),
        ("marking", "group:marking:TLP:RED", "group:none"),
        ("actor", "group:actor:Iran", "group:none"),
        ("section", "group:section:sea", "group:section:trade"),
    ] {
        choose(&mut reader, &format!("group:{by}"));
        let links = reader.links();
        assert_eq!((links[0].as_str(), links[links.len() - 1].as_str()), (first, last));
    }
}

/// Filters, orders, words and what is unread narrow the groups; all of it is kept for the next start, and saved under a name.
#[test]
fn e9_groups_go_together_with_filters_words_and_what_is_unread_and_are_remembered() {
    let desk = desk_of_groups("groups-kept");
    let file = desk.scratch.0.join("read.txt");
    let mut world = World::clone(&desk.world);
    world.read = Arc::new(bluf::personal::read::file::read(&file).0);
    let places = Places::within(&desk.scratch.0);
    world.saved = Arc::new(Saved::read(places.clone()));
    let mut reader = Reader::open(world.clone(), None, 120, 60);
    choose(&mut reader, "group:actor");
    choose(&mut reader, "sort:title");
    choose(&mut reader, "filter:is:unread");
    reader.shows("Only is:unread   By title   Grouped by actor").shows("Iran · 3").shows(&format!("no actor · {}", MANY + 1));
    // The list's order, and what is read in a group is no longer counted behind it.
    reader.press("Enter");
    assert_eq!(reader.links(), ["canal", "gulf", "strait"]);
    reader.press("j Enter").is_at("gulf").press("Backspace").is_at("library");
    assert_eq!(under_cursor(&reader), "gulf");
    reader.press("Backspace").shows("Iran · 2");
    assert_eq!(under_cursor(&reader), "group:actor:Iran");
    // Words narrow the groups, and Escape takes them away.
    reader.press("/ s t r a i t Enter").shows("Iran · 1").press("Esc").shows("Iran · 2");
    // A group that was open is open again, and Back leads to the others.
    reader.press("Enter");
    let state = reader.model.state();
    let mut again = Reader::open(world, None, 120, 60);
    again.model.resume(&state, true);
    again.resize(120, 60);
    again.shows("Grouped by actor: Iran");
    again.press("Backspace").shows("Grouped by actor");
    again.arrange();
    assert_eq!(under_cursor(&again), "group:actor:Iran");
    // A name may have what stands between the parts of a saved list.
    let within = Some("actor:\"Türkiye & co\"".to_owned());
    let chips = vec!["tag:\"a & b\"".to_owned(), "is:unread".to_owned()];
    let listing = Listing { chips, group: Some(Group::Actor), within, query: "sea".to_owned(), ..Listing::default() };
    assert_eq!(as_list(&of_list(&listing)), Some(listing));
    // Saved, it is one of those at the head of the list.
    let effects = reader.effects("W I r a n Enter");
    let Some(Effect::KeepSaved { change, .. }) = effects.into_iter().find(|effect| matches!(effect, Effect::KeepSaved { .. })) else {
        panic!("it is not kept")
    };
    let saved = Arc::new(keep(&places, &change).expect("kept"));
    let line = "Iran = list: is:unread & by title & grouped by actor & in actor:Iran\n";
    assert_eq!(fs::read_to_string(&places.file).expect("read"), line);
    reader.model.update(&Message::Searches { result: Ok(saved), change: Some(change) });
    reader.press("Backspace");
    choose(&mut reader, "group:month");
    reader.press("g");
    assert_eq!(under_cursor(&reader), "saved:Iran");
    reader.press("Enter").shows("Grouped by actor: Iran");
    assert_eq!(reader.links()[1..], ["canal", "strait"]);
}

#[test]
fn e9_groups_are_counted_anew_while_the_library_grows_and_the_cursor_stays_on_its_group() {
    let desk = Desk::unread("groups-grow");
    let mut reader = Reader::open(Arc::clone(&desk.world), None, 120, 40);
    choose(&mut reader, "group:month");
    let reading = Reading { done: 0, all: MANY, rate: 400, seconds_left: 1, is_checking: false, files: MANY };
    reader.model.update(&Message::Catalogued(Some(reading)));
    reader.arrange();
    reader.shows("400 a second");
    desk.refresh();
    reader.model.update(&Message::Catalogued(Some(Reading { done: MANY, ..reading })));
    reader.arrange();
    reader.press("j j");
    let row = under_cursor(&reader);
    desk.scratch.write("library/briefings/new.yaml", "briefing: new\ntitle: New\ndate: 2026-11-28\nmarking: TLP:CLEAR\n");
    desk.refresh();
    reader.model.update(&Message::Catalogued(None));
    reader.arrange();
    assert_eq!(under_cursor(&reader), row);
    reader.shows("2026-11 · 1").shows(&format!("{} briefings", MANY + 1));
}

/// A list of what is unread stays as it was found while its briefings are opened one by one.
#[test]
fn n9_a_large_list_is_filtered_and_sorted_by_what_is_unread_and_marked_as_read_at_one_stroke() {
    let desk = Desk::read("unread");
    let file = desk.scratch.0.join("read.txt");
    let mut world = World::clone(&desk.world);
    world.read = Arc::new(bluf::personal::read::file::read(&file).0);
    let mut reader = Reader::open(world, None, 120, 60);
    let letter = |reader: &Reader, id: &str| {
        let flowed = &reader.model.shown().expect("a page").here().flowed;
        let block = flowed.doc.blocks.iter().position(|block| block.key == id).expect("a row");
        flowed.rows_of_block(block)[0].sign.map_or("", |sign| sign.sign())
    };
    let newest = format!("tide-{}", MANY - 1);
    assert_eq!(letter(&reader, &newest), "N");
    reader.press("Enter").is_at(&newest).press("Backspace");
    assert_eq!(letter(&reader, &newest), "");
    // By what is unread what was read is last.
    let sort = |reader: &mut Reader| {
        let links = reader.press(",").links();
        let at = links.iter().position(|link| link == "sort:unread").expect("an order");
        reader.press("g").press(&"j ".repeat(at)).press("Enter Backspace");
    };
    sort(&mut reader);
    reader.shows("By unread").press("G");
    assert_eq!(under_cursor(&reader), newest);
    // The filter, and a briefing that is opened from it: it stays where it is.
    let links = reader.press(",").links();
    let at = links.iter().position(|link| link == "filter:is:unread").expect("a chip");
    reader.press("g").press(&"j ".repeat(at)).press("Enter Backspace").shows(&format!("{} of {MANY} briefings", MANY - 1));
    let second = under_cursor(&reader);
    reader.press("Enter").is_at(&second).press("Backspace").shows(&format!("{} of {MANY} briefings", MANY - 1));
    assert_eq!((under_cursor(&reader), letter(&reader, &second)), (second.clone(), ""));
    // Only what the list shows is marked, and the same takes it back.
    reader.press("/ t i d e - 4 Enter");
    reader.press("Esc").press("R").says(&format!("Marked as read: {} briefings. The same again takes it back.", MANY - 2));
    let next = reader.links()[1].clone();
    assert_eq!(letter(&reader, &next), "");
    reader.press("R").says("Unread again.");
    assert_eq!(letter(&reader, &next), "N");
    // Asked anew, what was read has left it.
    reader.press("/ i s : u n r e a d Enter").shows(&format!("{} of {MANY} briefings", MANY - 2));
}

/// What the reader has written is found as it is typed, and opens where it stands today.
#[test]
fn m9_own_notes_are_found_in_the_search_and_open_where_they_stand() {
    let scratch = Scratch::new("large-noted");
    let notes = "# Notes\n\n## Note on russia-iran-treaty#J3, 2026-11-24\n\nAsk the quartermaster about the valves.\n\n\
                 ## Note on russia-iran-treaty#C1, 2026-11-23\n\n> Words that stand nowhere.\n\nA quartermaster of old.\n\n\
                 ## Mark at russia-iran-treaty#J1, 2026-11-23\n";
    scratch.write("notes/russia-iran-treaty.md", notes);
    let mut world = World::clone(&embedded());
    world.notes = Arc::new(Notes::read(Shelf { folder: scratch.0.join("notes"), only: None, of: None }));
    let mut reader = searching_in(world, "q u a r t e r m");
    reader.shows("2 hits").shows("Ask the quartermaster").shows("note");
    reader.press("a s t e r Enter");
    assert_eq!(reader.links(), ["russia-iran-treaty#J3", "notes"], "one stands where it was written, the other nowhere");
    reader.press("Enter").is_at("russia-iran-treaty#J3").shows("Ask the quartermaster about the valves.").press("Backspace");
    // With the fields of every search; a word that only a note has is one that stands somewhere.
    reader.press("f Space i n : n o t e Enter").is_at("search:quartermaster in:note").shows("2 hits");
    let mut reader = searching_in(World::clone(&embedded()), "q u a r t e r m a s t e r Enter");
    reader.shows("quartermaster stands nowhere in this library");
}

/// A list that is filtered is saved as it is, and listed so again.
#[test]
fn m9_a_filtered_list_is_saved_and_opened_like_a_folder() {
    let desk = Desk::read("saved-list");
    let places = Places::within(&desk.scratch.0);
    let mut world = World::clone(&desk.world);
    world.saved = Arc::new(Saved::read(places.clone()));
    let mut reader = Reader::open(world, None, 120, 60);
    let links = reader.press(",").links();
    let at = links.iter().position(|link| link == "filter:marking:TLP:AMBER").expect("a chip");
    reader.press("g").press(&"j ".repeat(at)).press("Enter Backspace").shows("Only marking:TLP:AMBER");
    let effects = reader.effects("W A m b e r Enter");
    let Some(Effect::KeepSaved { change, .. }) = effects.into_iter().find(|effect| matches!(effect, Effect::KeepSaved { .. })) else {
        panic!("it is not kept")
    };
    let saved = Arc::new(keep(&places, &change).expect("kept"));
    assert_eq!(fs::read_to_string(&places.file).expect("read"), "Amber = list: marking:TLP:AMBER\n");
    let opened = reader.model.update(&Message::Searches { result: Ok(Arc::clone(&saved)), change: Some(change) });
    assert!(opened.contains(&Effect::Saved(SavedWork::Opened("Amber".to_owned()))));
    let counts = Arc::new(counted(reader.model.world()));
    reader.model.update(&Message::Counted(counts, desk.catalogue.generation()));
    // All again; the list stands above it, with the briefings that it leaves.
    reader.press(", g Enter Backspace").shows(&format!("{MANY} briefings")).shows("Amber  list: marking:TLP:AMBER").shows("1 hit");
    reader.press("g");
    assert_eq!(under_cursor(&reader), "saved:Amber");
    reader.press("Enter").is_at("library").shows("Only marking:TLP:AMBER").shows(&format!("1 of {MANY} briefings"));
    // It is no row of the list: the numbers and the ends are those of the briefings.
    reader.press(", g Enter Backspace g j").shows(&format!("1/{MANY}"));
    reader.press("G").shows(&format!("{MANY}/{MANY}")).press("g j");
    assert_eq!(under_cursor(&reader), format!("tide-{}", MANY - 1));
    reader.press(&"j ".repeat(MANY - 1)).shows(&format!("{MANY}/{MANY}"));
    assert_eq!(under_cursor(&reader), "tide-0");
}

/// Where nothing can be kept in the cache the library opens all the same, and what that means is said once.
#[test]
fn m9_without_a_cache_all_is_read_and_that_is_said() {
    let scratch = Scratch::new("large-without");
    for number in 0..500 {
        scratch.write(&format!("briefings/b{number}.yaml"), format!("briefing: b{number}\ntitle: Number {number}\nmarking: TLP:CLEAR\n"));
    }
    let start = |cache: &str, more: &[&str]| {
        let mut command = bluf(&[]);
        command.env("XDG_CACHE_HOME", cache);
        command.args(more);
        command.arg(&scratch.0);
        Terminal::start(command, 80, 24)
    };
    let mut without = start("/dev/null/cache", &[]);
    without.wait_for_text("Each start reads all of it: there is no catalogue");
    without.type_in("j");
    without.wait("it is said once", |screen| !text(screen).contains("Each start") && text(screen).contains("500 briefings"));
    without.quit();
    let mut with = start(&scratch.0.join("cache").display().to_string(), &[]);
    with.wait_for_text("500 briefings");
    assert!(!with.text().contains("Each start"), "{}", with.text());
    with.quit();
}

/// An old version is kept of what is being read, and of nothing else: it would mark the screen for as long as the program runs.
#[test]
fn e16_a_briefing_that_nobody_reads_marks_no_screen_once_its_file_is_gone_or_another() {
    for another in [None, Some("title: [x"), Some("briefing: dark\ntitle: Dark\nmarking: TLP:GREEN\ndate: 2050-01-01\n")] {
        let desk = Desk::unread("dark");
        let dark = desk.scratch.write("library/briefings/dark.yaml", "briefing: dark\ntitle: Dark\nmarking: TLP:RED\ndate: 2050-01-01\n");
        desk.refresh();
        let world = Arc::clone(&desk.world);
        let live = Live::new(world.library.clone(), Box::new(|_| Ok(())));
        let mut reader = Reader::open(world, Some("library"), 120, 40);
        reader.model.update(&Message::Begun);
        reader.arrange();
        // It is the first of the list, and its preview is read.
        reader.press("j k").shows("Dark");
        let banner = |reader: &Reader| reader.screen()[0].trim_end().to_owned();
        assert!(banner(&reader).ends_with("TLP:RED"), "{}", banner(&reader));
        live.hold_few(&reader.model.world().library);
        match another {
            None => fs::remove_file(&dark).expect("removed"),
            Some(text) => fs::write(&dark, text).expect("written"),
        }
        live.look();
        reader.model.update(&Message::Reread(live.library()));
        reader.arrange();
        desk.refresh();
        reader.model.update(&Message::Catalogued(None));
        reader.arrange();
        reader.press("j j");
        let broken = another.is_some_and(|text| text.contains('['));
        assert!(banner(&reader).ends_with(if broken { "TLP:AMBER · NO MARKING" } else { "TLP:AMBER" }), "{another:?}: {}", banner(&reader));
        assert!(!reader.notice().contains("Kept the last good version"), "{}", reader.notice());
    }
}
