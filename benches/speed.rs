//! How long parsing, anchoring, paging, flowing and drawing take: medians of many rounds, each as a multiple of
//! splitting the article into sentences, because machines differ and drift.
//!
//! `cargo bench`. Nothing here asserts a time.

use bluf::briefing::model::Passage;
use bluf::briefing::reanchor::Proposals;
use bluf::briefing::resolved::Evidence;
use bluf::briefing::{Anchor, Digest, Resolved, SourceText, Span, Spanned, parse};
use bluf::check::{Subject, check};
use bluf::library::Library;
use bluf::library::embedded::FILES;
use bluf::page::World;
use bluf::page::find_in_page::search;
use bluf::page::flow::Density;
use bluf::page::{Block, Body, Doc, Place, Role, Text, flow, page};
use bluf::tui::model::{Message, Model};
use bluf::tui::theme::{Theme, ThemeName};
use bluf::tui::view::draw;
use bluf::yaml::tree::Tree;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The median of `rounds` calls.
fn median<T>(rounds: usize, mut call: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            black_box(call());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[rounds / 2]
}

fn main() {
    let text = |ending: &str| FILES.iter().find(|file| file.path.ends_with(ending)).map_or("", |file| file.text);
    let (yaml, article) = (text(".yaml"), text(".txt"));
    let split = median(400, || SourceText::new(article.to_owned()));
    let row = |what: &str, time: Duration| {
        println!("{what:<44} {:>9.1} µs {:>7.2}×", time.as_secs_f64() * 1e6, time.as_secs_f64() / split.as_secs_f64());
    };
    println!("{} bytes of YAML, {} bytes of article", yaml.len(), article.len());
    row("split the article into sentences", split);
    row("parse the briefing", median(400, || parse(Tree::read(yaml), "x")));
    let source = Arc::new(SourceText::new(article.to_owned()));
    let parsed = parse(Tree::read(yaml), "x").0;
    let resolve = || Resolved::new(parsed.clone(), yaml, vec![Ok(Arc::clone(&source))]);
    row("resolve every link", median(400, resolve));
    let resolved = resolve();
    row("anchor every quote", median(400, || Evidence::of(&resolved.briefing, &resolved.texts)));
    row("check", median(400, || check(&Subject::new(&resolved, yaml, None, None), Vec::new())));
    row("open the built-in library", median(200, Library::embedded));
    let world = World::from(Library::embedded());
    propose(&row);
    search_long(&row);
    for address in ["russia-iran-treaty", "russia-iran-treaty#J1", "russia-iran-treaty/source"] {
        let Ok(place) = address.parse::<Place>() else { continue };
        row(&format!("page {address}"), median(400, || page(&world, &place)));
        let Ok(doc) = page(&world, &place) else { continue };
        row(&format!("flow {address} at 60"), median(400, || flow(&doc, 60, Density::Roomy)));
    }
    let Ok(mut model) = Model::new(Library::embedded(), None) else { return };
    model.update(&Message::Begun);
    model.update(&Message::Resize { columns: 120, rows: 40 });
    row("arrange, nothing changed", median(400, || model.arrange()));
    let theme = Theme::new(ThemeName::Dark, true);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    row("draw 120×40", median(400, || draw(&model, &theme, &mut buffer)));
    for (address, what) in [("russia-iran-treaty/actors", "with the map"), ("russia-iran-treaty/timeline", "without a map")] {
        let Ok(Ok(mut model)) = address.parse::<Place>().map(|place| Model::new(Library::embedded(), Some(place))) else { continue };
        model.update(&Message::Begun);
        model.update(&Message::Resize { columns: 120, rows: 40 });
        model.arrange();
        row(&format!("draw 120×40 {what}"), median(400, || draw(&model, &theme, &mut buffer)));
    }
    row(
        "reset and draw 120×40",
        median(400, || {
            buffer.reset();
            draw(&model, &theme, &mut buffer);
        }),
    );
}

/// How long a search takes that folds every letter of a long page, in Latin and in Persian.
fn search_long(row: &impl Fn(&str, Duration)) {
    for (what, sentence) in [
        ("Latin", "The council’s “plan” is 1,000 a day; so be it. "),
        ("Persian", "شورای دشت اعلام کرد که دریچه‌های سد را نیمه‌بسته نگه می‌دارد. "),
    ] {
        let text = Text::new(Role::Text, &sentence.repeat(200));
        let blocks = 5_000_000 / text.plain().len();
        let block = || Block::new("", Body::Paragraph(text.clone()));
        let doc = Doc { blocks: (0..blocks).map(|_| block()).collect(), ..Doc::default() };
        row(&format!("search 5 MB of {what}"), median(5, || search(&doc, "zzz")));
        row(&format!("search 5 MB of {what}, exactly"), median(5, || search(&doc, "=zzz")));
    }
}

/// A long source, and quotes of it with a word exchanged: short, very long, and over a paragraph's end.
fn propose(row: &impl Fn(&str, Duration)) {
    let words = |from: usize, number: usize| (from..from + number).map(|at| format!("w{}", at * 7919 % 9973)).collect::<Vec<_>>().join(" ");
    let paragraphs: Vec<String> = (0..8500).map(|at| words(at * 100 + at % 7, 100) + ".").collect();
    let source = SourceText::new(paragraphs.join("\n\n"));
    for (what, quote) in [
        ("20 words", words(400_005, 20)),
        ("20 words over a paragraph's end", paragraphs[4000][400..].to_owned() + " " + &paragraphs[4001][..100]),
        ("1,000 words", paragraphs[4000..4010].join(" ")),
    ] {
        let exact = Spanned { value: quote.replacen(" w", " x", 1), span: Span::default() };
        let passage = Passage { source: None, exact, prefix: None, suffix: None };
        let propose = || Proposals::new(&source).propose(&passage, &Anchor::Missing { nearest: None });
        row(&format!("propose for {what} of {} MB", source.text().len() >> 20), median(9, propose));
    }
    row("hash the same source", median(9, || Digest::of(&source)));
}
