//! What is lost and what is kept, as an analyst would say it.

use crate::briefing::grade::{Grade, is_judged};
use crate::briefing::if_false::{Loss, Part};
use crate::briefing::references::references;
use crate::briefing::scale::Way;
use crate::briefing::{Item, Resolved};
use crate::page::about::short_form::grade_badge;
use crate::text::{count, series};

/// "loses its only fact and its best grade (grade B2; the best left is grade C3)".
pub fn loses(loss: &Loss) -> String {
    let words: Vec<String> = loss.parts().into_iter().map(|part| lost(loss, part)).collect();
    format!("loses {}", series(&words))
}

/// "lose their only fact": of several judgements.
pub fn of_several(words: &str) -> String {
    words.replacen("loses", "lose", 1).replacen("keeps", "keep", 1).replace("its ", "their ")
}

fn lost(loss: &Loss, part: Part) -> String {
    let (before, after) = (&loss.before, &loss.after);
    match part {
        Part::Everything => {
            let noun = |noun: &str| format!("{noun}{}", beside(loss.way));
            match before.claims.len() {
                1 => format!("its only {}", noun("claim")),
                2 => format!("both its {}", noun("claims")),
                claims => format!("all its {claims} {}", noun("claims")),
            }
        }
        Part::Facts if before.facts == 1 => "its only fact".to_owned(),
        Part::Facts => format!("all its {}", count(before.facts, "fact")),
        Part::Grade => loss.lost_grade().map_or_else(String::new, |grade| lost_grade(loss, grade)),
        Part::Origin if after.origins == 1 => "its second origin".to_owned(),
        Part::Origin => format!("{} of its {}", before.origins - after.origins, count(before.origins, "origin")),
    }
}

/// " against the event": an even judgement rests on both sides.
pub fn beside(way: Way) -> &'static str {
    match way {
        Way::Above => " for the event",
        Way::Even => "",
        Way::Below => " against the event",
    }
}

/// "its best grade (grade B2; the best left is grade C3)": C3 alone would be taken for a claim. F and 6 are no grades to
/// compare: "its only claim graded F3 (the best left is grade F6)".
fn lost_grade(loss: &Loss, grade: Grade) -> String {
    let badge = |grade: &Grade| grade_badge(*grade).plain();
    let left: Vec<String> = loss.after.best().iter().map(badge).collect();
    let (left, had) =
        (format!("the best left {} {}", if left.len() == 1 { "is grade" } else { "are grades" }, series(&left)), badge(&grade));
    if is_judged(grade) && loss.before.best().first() == Some(&grade) {
        return format!("its best grade (grade {had}; {left})");
    }
    let all = if loss.before.grades.iter().filter(|other| **other == grade).count() == 1 { "its only claim" } else { "all its claims" };
    format!("{all} graded {had} ({left})")
}

/// "keeps 4 of 5 claims, all of one source".
pub fn keeps(loss: &Loss) -> String {
    let (before, after) = (loss.before.claims.len(), loss.after.claims.len());
    let of = match (after, loss.after.sources, loss.after.origins) {
        (0, ..) => return "keeps no claim".to_owned(),
        (1, 1, _) => String::new(),
        (_, 1, _) => ", all of one source".to_owned(),
        (_, sources, 1) => format!(", of {sources} sources and one origin"),
        (_, _, origins) => format!(", of {origins} origins"),
    };
    let kept = if before == after {
        format!("keeps its {}", count(after, "claim"))
    } else {
        format!("keeps {after} of {}", count(before, "claim"))
    };
    format!("{kept}{of}")
}

/// Both: "loses its only fact; keeps 5 of 6 claims, all of one source".
pub fn whole(loss: &Loss) -> String {
    let kept = if loss.falls() { String::new() } else { format!("; {}", keeps(loss)) };
    let (before, after) = loss.contrary;
    let other = if after < before { format!("; {}", contrary(before, after)) } else { String::new() };
    format!("{}{kept}{other}", loses(loss))
}

/// "loses its only contrary claim", "keeps 1 of 2 contrary claims".
pub fn contrary(before: usize, after: usize) -> String {
    match (before, after) {
        (1, 0) => "loses its only contrary claim".to_owned(),
        (2, 0) => "loses both its contrary claims".to_owned(),
        (_, 0) => format!("loses all its {before} contrary claims"),
        _ => format!("keeps {after} of {before} contrary claims"),
    }
}

/// "it keeps 3 of 4 claims".
pub fn rests(had: usize, has: usize) -> String {
    format!("it keeps {has} of {}", count(had, "claim"))
}

/// Of a judgement whose assumption is wrong: "its 5 claims stay"; "its claim C17 is in doubt" where the assumption is that
/// this claim is right.
pub fn stay(resolved: &Resolved, judgement: usize, assumption: Item) -> String {
    let carry = &resolved.basis(judgement).claims;
    let text = resolved.briefing.assumptions[assumption.index].text.as_ref().map_or("", |text| text.value.as_str());
    let named: Vec<&str> = references(text)
        .map(|(_, id)| id)
        .filter(|id| carry.iter().any(|claim| resolved.briefing.claims[*claim].head.id.value == *id))
        .collect();
    match (carry.len(), named.len()) {
        (0, _) => "no claim carries it".to_owned(),
        (1, 0) => "its claim stays".to_owned(),
        (_, 0) => format!("its {} stay", count(carry.len(), "claim")),
        (_, 1) => format!("its claim {} is in doubt", named[0]),
        _ => format!("its claims {} are in doubt", series(&named)),
    }
}

/// "first"; behind the tenth "11th".
pub fn nth(at: usize) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    words.get(at).map_or_else(|| format!("{}th", at + 1), |word| (*word).to_owned())
}
