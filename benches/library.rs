//! How a library's size shows: what is done at 100, 10,000 and 100,000 briefings, and how many times as long it takes.
//!
//! `cargo bench --bench library -- 100 10000 100000` makes libraries of that many briefings and throws them away again; a folder
//! in place of a number is a library that is there. Nothing here asserts a time.

use bluf::briefing::Date;
use bluf::catalogue::cache_folder::Place as Cache;
use bluf::catalogue::{Cancel, Catalogue, Depth, refresh};
use bluf::keys::key::{Code, Key};
use bluf::library::store::{Folder, Store};
use bluf::library::{HeldBriefing, Library};
use bluf::page::World;
use bluf::page::of::{filters, hits};
use bluf::page::place::Place;
use bluf::tui::model::{Effect, Message, Model};
use bluf::tui::theme::{Theme, ThemeName};
use bluf::tui::view::draw;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rayon::prelude::*;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Words that stand in every text, and how others are put together.
const COMMON: [&str; 16] =
    ["the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "by", "from", "water", "treaty", "port"];
const FIRST: [&str; 24] = [
    "ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "ve", "wa", "za", "bre", "cla", "dro", "gri",
    "pla", "sta", "tre",
];
const LAST: [&str; 20] = [
    "n", "r", "st", "ll", "nd", "rk", "mp", "ver", "ter", "ling", "ment", "tion", "sel", "dor", "vik", "ham", "port", "gate", "field",
    "mouth",
];
const LIKELIHOODS: [&str; 7] =
    ["almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely", "almost certain"];

/// A repeatable stream of numbers (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % sides as u64).unwrap_or(0)
    }

    fn sentence(&mut self) -> String {
        let words: Vec<String> = (0..9 + self.roll(14)).map(|_| self.word()).collect();
        let sentence = words.join(" ");
        sentence[..1].to_uppercase() + &sentence[1..] + "."
    }

    /// Half of a text are a few words, as in any language.
    fn word(&mut self) -> String {
        if self.roll(2) == 0 {
            return COMMON[self.roll(COMMON.len())].to_owned();
        }
        let middle = if self.roll(2) == 0 { FIRST[self.roll(FIRST.len())] } else { "" };
        format!("{}{middle}{}", FIRST[self.roll(FIRST.len())], LAST[self.roll(LAST.len())])
    }
}

/// A briefing and its source.
fn made(number: usize) -> (String, String) {
    let mut dice = Dice(number as u64);
    let quotes: Vec<String> = (0..8).map(|_| dice.sentence()).collect();
    let text = quotes.iter().fold(String::new(), |text, quote| text + quote + " " + &dice.sentence() + "\n\n");
    let marking = ["CLEAR", "CLEAR", "GREEN", "AMBER"][dice.roll(4)];
    let date = format!("{}-{:02}-{:02}", 1990 + dice.roll(36), 1 + dice.roll(12), 1 + dice.roll(28));
    let mut yaml = format!(
        "briefing: made-{number}\ntitle: {}\nmarking: TLP:{marking}\ndate: {date}\nbottom_line: {} [J1].\ntags: [{}]\n\
         actors:\n  A1: {{name: {}}}\nsources:\n  S1: {{title: A report, parent: The Tide, file: seeds/{:03}/{number}.txt, reliability: {}}}\nsections:\n",
        dice.sentence().trim_end_matches('.'),
        dice.sentence().trim_end_matches('.'),
        ["energy", "water", "trade", "ports"][dice.roll(4)],
        ["Northland", "Southland", "the League", "the Company"][dice.roll(4)],
        number / 1000,
        ["A", "B", "C"][dice.roll(3)],
    );
    for (section, quotes) in ["economy", "region"].iter().zip(quotes.chunks(4)) {
        let _ = writeln!(yaml, "  {section}:");
        for (at, quote) in quotes.iter().enumerate() {
            let claim = if *section == "economy" { at + 1 } else { at + 5 };
            let _ = writeln!(yaml, "    C{claim}: {{fact: {quote}, quote: {quote}}}");
        }
    }
    yaml += "judgements:\n";
    for judgement in 1..=4 {
        let _ = writeln!(
            yaml,
            "  J{judgement}: {{section: economy, text: {}, by: {}, likelihood: {}, confidence: moderate, claims: [C{judgement}]}}",
            dice.sentence().trim_end_matches('.'),
            2024 + dice.roll(6),
            LIKELIHOODS[dice.roll(LIKELIHOODS.len())],
        );
    }
    (yaml, text)
}

fn make(folder: &Path, briefings: usize) {
    for shard in 0..=briefings / 1000 {
        fs::create_dir_all(folder.join(format!("briefings/{shard:03}"))).expect("a folder");
        fs::create_dir_all(folder.join(format!("seeds/{shard:03}"))).expect("a folder");
    }
    (0..briefings).into_par_iter().for_each(|number| {
        let (yaml, text) = made(number);
        let shard = number / 1000;
        fs::write(folder.join(format!("briefings/{shard:03}/made-{number}.yaml")), yaml).expect("written");
        fs::write(folder.join(format!("seeds/{shard:03}/{number}.txt")), text).expect("written");
    });
}

/// In memory that belongs to no file, in bytes; where the system tells.
fn anonymous() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? * 1024.0)
}

/// What was measured: milliseconds, or megabytes.
type Measured = Vec<(&'static str, f64)>;

fn timed<T>(call: impl FnOnce() -> T) -> f64 {
    let since = Instant::now();
    black_box(call());
    milliseconds(since.elapsed())
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The median and the 99th percentile.
fn spread(mut times: Vec<f64>) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[(times.len() * 99 / 100).min(times.len() - 1)])
}

fn measured(folder: &Path) -> Measured {
    let today = Date::day(2026, 11, 29);
    let store = Arc::new(Folder::new(folder));
    let cache = tempfile::tempdir().expect("a folder");
    let open = || Catalogue::at(Cache::within(cache.path(), &store.place())).expect("it opens");
    let look = |catalogue: &Catalogue| refresh(catalogue, &*store, &today, Depth::Read, &|_| (), &Cancel::default()).expect("refreshed");
    let files = store.list().expect("a library");
    let mut measured: Measured = Vec::new();
    measured.push(("parse every briefing", timed(|| files.par_iter().for_each(|file| drop(black_box(HeldBriefing::read(&*store, file)))))));
    let catalogue = open();
    measured.push(("build the catalogue", timed(|| look(&catalogue))));
    catalogue.keep_front(None);
    // What is younger than a tick of the clock is read again.
    std::thread::sleep(Duration::from_secs(3));
    look(&catalogue);
    measured.push(("look at every file", timed(|| look(&catalogue))));
    let first = folder.join(&files[0]);
    let before = fs::read(&first).expect("read");
    fs::write(&first, [&before[..], b"\n# touched\n"].concat()).expect("written");
    measured.push(("read one that has changed", timed(|| look(&catalogue))));
    fs::write(&first, before).expect("written");
    look(&catalogue);
    drop(catalogue);

    let before = anonymous();
    let theme = Theme::new(ThemeName::Dark, true);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let since = Instant::now();
    let catalogue = open();
    let library = Library::large(Arc::clone(&store) as Arc<dyn Store>, Arc::new(catalogue.clone())).on(Some(&today));
    let world = Arc::new(World { catalogue: Some(catalogue.clone()), ..library.into() });
    let mut model = Model::new(Arc::clone(&world), None).expect("it begins");
    model.update(&Message::Resize { columns: 120, rows: 40 });
    model.arrange();
    draw(&model, &theme, &mut buffer);
    measured.push(("first frame", milliseconds(since.elapsed())));
    model.update(&Message::Begun);
    let mut press = |code: Code| {
        timed(|| {
            model.update(&Message::Key(Key { code, control: false }));
            frame(&mut model);
            buffer.reset();
            draw(&model, &theme, &mut buffer);
        })
    };
    press(Code::Char('j'));
    let (median, worst) = spread((0..300).map(|_| press(Code::Char('j'))).collect());
    measured.extend([("a row down, median", median), ("a row down, p99", worst)]);
    measured.push(("a page down, p99", spread((0..60).map(|_| press(Code::PageDown)).collect()).1));
    measured.push(("to the end", press(Code::Char('G'))));
    let find = |query: &str, is_typed: bool| timed(|| hits::found(&world, &catalogue, query, is_typed));
    let typed = ["water treaty", "porter of", "likelihood:likely trade", "actor:northland in:judgement"];
    let (median, worst) = spread(typed.iter().flat_map(|query| (1..=query.len()).map(|end| find(&query[..end], true))).collect());
    measured.extend([("search as typed, median", median), ("search as typed, p99", worst)]);
    measured.push(("the commonest phrase", find("\"of the\"", false)));
    measured.push(("a word with typos", find("watre~", false)));
    let at = bluf::page::locate(&world, &Place::Filters).expect("a place");
    measured.push(("all filters with their counts", timed(|| filters::page(&world, &bluf::catalogue::Listing::default(), &at))));
    if let Some((before, now)) = before.zip(anonymous()) {
        measured.push(("memory of the reader, MB", (now - before).max(0.0) / 1e6));
    }
    measured
}

/// As the loop does.
fn frame(model: &mut Model) {
    model.arrange();
    for effect in model.due() {
        let Effect::Make(pages) = effect else { continue };
        for awaited in pages {
            if let Some(page) = awaited.made(model.world(), &Cancel::default()) {
                model.update(&Message::Made { awaited, page: Box::new(page) });
            }
        }
        model.arrange();
    }
}

fn main() {
    let mut libraries: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    if libraries.is_empty() {
        libraries = vec!["100".to_owned(), "10000".to_owned()];
    }
    let mut before: Option<Measured> = None;
    for library in libraries {
        let scratch = tempfile::tempdir().expect("a folder");
        let folder = match library.parse() {
            Ok(briefings) => {
                make(scratch.path(), briefings);
                scratch.path().to_owned()
            }
            Err(_) => PathBuf::from(&library),
        };
        println!("{library}{:>44}", "ms");
        let now = measured(&folder);
        for (at, (what, value)) in now.iter().enumerate() {
            let growth =
                before.as_ref().and_then(|before| before.get(at)).map_or_else(String::new, |(_, old)| format!("{:>9.1}×", value / old));
            println!("  {what:<36}{value:>10.3}{growth}");
        }
        before = Some(now);
    }
}
