//! The crawl: follow every link from the library; every place has a page, prints, parses back, and exports.

use crate::support::{desk, embedded};
use bluf::export::text;
use bluf::page::Found;
use bluf::page::World;
use bluf::page::about::tabs::tabs;
use bluf::page::flow::Density;
use bluf::page::{Body, Doc, Place, Side, Spot, flow, page};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

/// Every place that can be reached from the library, with its page.
pub fn crawl(world: &World) -> BTreeMap<String, Doc> {
    let mut pages = BTreeMap::new();
    let mut waiting = VecDeque::from([Place::Library, Place::Help, Place::Themes]);
    while let Some(place) = waiting.pop_front() {
        let address = place.to_string();
        if pages.contains_key(&address) {
            continue;
        }
        let doc = page(world, &place).unwrap_or_else(|error| panic!("{address}: {error}"));
        waiting.extend(doc.links.iter().cloned());
        pages.insert(address, doc);
    }
    pages
}

fn worlds() -> [Arc<World>; 2] {
    [embedded(), desk()]
}

#[test]
fn every_link_leads_to_a_page_whose_address_leads_back() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            for link in &doc.links {
                let parsed: Place = link.to_string().parse().expect("an address");
                assert_eq!(parsed, *link, "on {address}");
            }
            assert!(!doc.title.is_empty(), "{address} has no title");
            assert!(doc.first.is_none_or(|stop| stop < doc.links.len()), "{address}");
        }
    }
}

#[test]
fn every_item_section_sentence_and_passage_is_reached() {
    for world in worlds() {
        let reached: BTreeSet<String> = crawl(&world).into_keys().collect();
        for entry in world.entries() {
            let resolved = &entry.resolved;
            let mut wanted: Vec<Place> =
                resolved.briefing.items().map(|item| Place::item(&entry.id, resolved.briefing.id_of(item))).collect();
            wanted.extend(resolved.briefing.sections.iter().map(|slug| Place::within(&entry.id, Spot::Section(slug.value.clone()))));
            for (source, text) in resolved.texts.iter().flatten().enumerate() {
                let id = &resolved.briefing.sources[source].head.id.value;
                wanted.extend(
                    text.sentences()
                        .iter()
                        .map(|sentence| sentence.number)
                        .map(|sentence| Place::within(&entry.id, Spot::Sentence { source: id.clone(), sentence })),
                );
            }
            for (claim, passages) in resolved.evidence().passages.iter().enumerate() {
                let id = &resolved.briefing.claims[claim].head.id.value;
                wanted.extend((1..=passages.len()).map(|passage| Place::within(&entry.id, Spot::Passage { claim: id.clone(), passage })));
            }
            for judgement in &resolved.briefing.judgements {
                let side = |side| Place::within(&entry.id, Spot::Side { judgement: judgement.head.id.value.clone(), side });
                wanted.extend([Side::Confidence, Side::Contrary].map(side));
                let read_otherwise = resolved
                    .briefing
                    .alternatives
                    .iter()
                    .any(|reading| reading.to.as_ref().is_some_and(|to| to.value == judgement.head.id.value));
                wanted.extend(read_otherwise.then(|| side(Side::Alternatives)));
            }
            wanted.extend(tabs(entry).into_iter().map(|tab| tab.at.place(entry)));
            for place in wanted {
                assert!(reached.contains(&place.to_string()), "{place} cannot be reached");
            }
        }
    }
}

#[test]
fn every_page_exports_as_text_with_its_marking() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            let mut out = Vec::new();
            text::write(&mut out, &doc, &address, Some("TLP:GREEN"), None).expect("text");
            let out = String::from_utf8(out).expect("UTF-8");
            assert!(out.starts_with("TLP:GREEN\n") && out.ends_with("\nTLP:GREEN\n"), "{address}");
            assert!(out.lines().count() > 4, "{address} is empty:\n{out}");
        }
    }
}

#[test]
fn m7_every_figure_has_words() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            for block in &doc.blocks {
                if let Body::Figure { figure, .. } = &block.body {
                    assert!(figure.twin().chars().any(char::is_alphabetic), "{address}");
                }
            }
        }
    }
}

#[test]
fn every_block_has_a_name_of_its_own() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            let mut keys = BTreeSet::new();
            for block in &doc.blocks {
                assert!(keys.insert(&block.key), "{address} has two blocks `{}`", block.key);
            }
        }
    }
}

/// What goes on under a label has none of its own: a list of definitions in HTML has each once.
#[test]
fn a_label_stands_once_in_a_row_of_fields() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            let mut labels = BTreeSet::new();
            for block in &doc.blocks {
                match &block.body {
                    Body::Field { label, .. } | Body::Figure { label, .. } if !label.is_empty() => {
                        assert!(labels.insert(*label), "{address}: `{label}` twice");
                    }
                    Body::Field { .. } => {}
                    _ => labels.clear(),
                }
            }
        }
    }
}

#[test]
fn every_stop_has_rows_at_every_width_and_no_row_is_too_wide() {
    for world in worlds() {
        for (address, doc) in crawl(&world) {
            for cells in [20, 23, 33, 38, 48, 58, 60, 72, 76] {
                for density in [Density::Roomy, Density::Compact, Density::Tight] {
                    let rows = flow(&doc, cells, density);
                    for stop in 0..doc.links.len() {
                        let shown = rows.iter().any(|row| row.has_stop(stop));
                        assert!(shown || cells < 38, "{address}: stop {stop} has no row at {cells}");
                    }
                    for row in &rows {
                        let plain = row.plain();
                        assert!(bluf::text::width(&plain) <= cells, "{address} at {cells}: {plain}");
                    }
                }
            }
        }
    }
}

/// "Russia delivers arms" alone would say the opposite of a judgement that finds it unlikely. Where the words of a row do not
/// say the likelihood, the bar right below it does.
#[test]
fn m6_no_page_names_a_judgement_without_its_likelihood() {
    for world in worlds() {
        let judgements = || world.entries().into_iter().flat_map(|held| held.resolved.briefing.judgements.iter());
        for (address, doc) in crawl(&world) {
            let words: Vec<String> = doc.blocks.iter().map(|block| block.parts().iter().map(|part| part.plain() + " ").collect()).collect();
            for judgement in judgements() {
                let (Some(statement), Some(likelihood)) = (&judgement.text, &judgement.likelihood) else { continue };
                for at in (0..words.len()).filter(|at| words[*at].contains(&statement.value)) {
                    let near = &words[at..words.len().min(at + 3)];
                    assert!(near.iter().any(|block| block.contains(&likelihood.text)), "{address}: {}", statement.value);
                }
            }
        }
    }
}

/// ICD 203: a confidence level and a degree of likelihood never stand in one sentence. Views print them apart.
#[test]
fn likelihood_and_confidence_are_never_in_one_line_of_a_page() {
    for world in worlds() {
        for (address, doc) in crawl(&world).into_iter().filter(|(address, _)| !address.starts_with("scale:")) {
            let mut out = Vec::new();
            text::write(&mut out, &doc, &address, None, None).expect("text");
            for line in String::from_utf8(out).expect("UTF-8").lines() {
                assert!(!(line.contains("Likelihood:") && line.contains("Confidence:")), "{address}: {line}");
            }
        }
    }
}

#[test]
fn a_tab_is_called_what_its_page_is_called() {
    for world in worlds() {
        for entry in world.entries() {
            for tab in tabs(entry) {
                let doc = page(&world, &tab.at.place(entry)).expect("a page");
                assert_eq!(bluf::page::about::tabs::title(entry, tab.at), if tab.at == Found::Sources { doc.title } else { tab.label });
            }
        }
    }
}
