//! How likely a judgement is held stands before its sentence, wherever it is listed or spoken of.

use crate::support::{Reader, desk, embedded, program};
use bluf::linear::Walk;
use bluf::page::{Place, Spot, World};
use std::sync::Arc;

/// The id, the likelihood and the sentence of every judgement that has both, with the address of its briefing's cover.
fn judged(world: &World) -> Vec<(Place, [String; 3])> {
    let all = world.entries().into_iter().flat_map(|held| {
        let cover = Place::within(&held.id, Spot::Cover);
        held.resolved.briefing.judgements.iter().filter_map(move |own| {
            let words = [own.head.id.value.clone(), own.likelihood.as_ref()?.text.clone(), own.text.as_ref()?.value.clone()];
            Some((cover.clone(), words))
        })
    });
    all.collect()
}

/// Lines that were wrapped, as one, without the signs beside them.
fn one_line(lines: &[String]) -> String {
    lines
        .iter()
        .flat_map(|line| line.split_whitespace())
        .map(|word| word.trim_start_matches('▌'))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn m6_on_a_narrow_screen_the_likelihood_of_a_listed_judgement_stands_before_its_sentence() {
    for world in [embedded(), desk()] {
        for (cover, [id, likelihood, sentence]) in judged(&world) {
            for columns in [40, 46, 52, 58] {
                let screen = one_line(&Reader::open(Arc::clone(&world), Some(&cover.to_string()), columns, 300).screen());
                let named = screen.find(&format!("{id} {likelihood}")).unwrap_or_else(|| panic!("{cover} {id} at {columns}: {screen}"));
                let said = screen
                    .find(&one_line(std::slice::from_ref(&sentence)))
                    .unwrap_or_else(|| panic!("{cover} {id} at {columns}: {screen}"));
                assert!(named < said, "{cover} {id} at {columns}: {screen}");
            }
        }
    }
}

#[test]
fn m6_in_linear_mode_and_in_printed_text_the_likelihood_stands_before_the_sentence() {
    for world in [embedded(), desk()] {
        for (cover, [id, likelihood, sentence]) in judged(&world) {
            let said = Walk::new(Arc::clone(&world), Some(cover.clone().into()), None).expect("a place").begin();
            let line = said.lines().find(|line| line.contains(&format!(": {id}, judgement"))).expect("its line");
            let at = line.find(&sentence).unwrap_or_else(|| panic!("{line}"));
            assert!(line[..at].contains(&likelihood), "{line}");
        }
    }
    for (arguments, lines) in [
        (&["show", "russia-iran-treaty"][..], 7),
        (&["export", "russia-iran-treaty", "--to", "markdown", "-o", "-"], 7),
        (&["export", "russia-iran-treaty", "--to", "typst", "-o", "-"], 7),
    ] {
        let out = String::from_utf8(program().args(arguments).output().expect("it runs").stdout).expect("UTF-8");
        let mut found = 0;
        for (_, [id, likelihood, sentence]) in judged(&embedded()) {
            // Of a list: an id leads, and the sentence stands on the same line.
            let begins =
                |line: &&str| line.contains(&sentence[..20]) && line.find(&id).is_some_and(|at| at < 60) && !line.contains("We judge");
            for line in out.lines().filter(begins) {
                let at = line.find(&sentence[..20]).expect("its words");
                assert!(line[..at].contains(&likelihood), "{arguments:?}: {line}");
                found += 1;
            }
        }
        assert!(found >= lines, "{arguments:?}: {found} lines of\n{out}");
    }
}

#[test]
fn m6_what_the_speaker_sees_names_no_judgement_without_its_likelihood() {
    for world in [embedded(), desk()] {
        for held in world.entries() {
            for slide in 0..held.resolved.briefing.talk().len() {
                let state = bluf::talk::speaker_view::told(&world, held, slide, &Place::Library, &[]);
                let said: Vec<String> = state.next.into_iter().chain(state.questions.into_iter().map(|question| question.words)).collect();
                for (cover, [id, likelihood, sentence]) in judged(&world).iter().filter(|(cover, _)| cover.briefing() == Some(&held.id)) {
                    for words in said.iter().filter(|words| words.contains(sentence.as_str())) {
                        let at = words.find(sentence.as_str()).expect("its words");
                        assert!(words[..at].contains(&format!("{likelihood}: ")), "{cover} {id}: {words}");
                    }
                }
                for dissent in &held.resolved.briefing.dissents {
                    let (Some(likelihood), Some(view)) = (&dissent.likelihood, &dissent.text) else { continue };
                    for words in said.iter().filter(|words| words.contains(&view.value)) {
                        assert!(words.contains(&format!("{}: {}", likelihood.text, view.value)), "{words}");
                    }
                }
            }
        }
    }
}
