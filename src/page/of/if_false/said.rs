//! What is lost and what is kept, as an analyst would say it.

use crate::briefing::if_false::{Loss, Part};
use crate::briefing::scale::{Credibility, Reliability, Vocabulary};
use crate::text::count;

/// "loses its only fact and its best grade (B2; C3 is left)".
pub fn loses(loss: &Loss) -> String {
    let words: Vec<String> = loss.parts().into_iter().map(|part| lost(loss, part)).collect();
    format!("loses {}", list(&words))
}

/// "lose their only fact": of several judgements.
pub fn of_several(words: &str) -> String {
    words.replacen("loses", "lose", 1).replace("its ", "their ")
}

fn lost(loss: &Loss, part: Part) -> String {
    let (before, after) = (&loss.before, &loss.after);
    match part {
        Part::Everything if before.claims.len() == 1 => "its only claim".to_owned(),
        Part::Everything if before.claims.len() == 2 => "both claims that carry it".to_owned(),
        Part::Everything => format!("all {} that carry it", count(before.claims.len(), "claim")),
        Part::Facts if before.facts == 1 => "its only fact".to_owned(),
        Part::Facts => format!("all its {}", count(before.facts, "fact")),
        Part::Grade => {
            let left = after.best.map_or_else(|| "none is left".to_owned(), |best| format!("{} is left", badge(best)));
            before.best.map_or_else(String::new, |best| format!("its best grade ({}; {left})", badge(best)))
        }
        Part::Origin if after.origins == 1 => "its second independent origin".to_owned(),
        Part::Origin => format!("{} of its {}", before.origins - after.origins, count(before.origins, "independent origin")),
    }
}

fn badge((reliability, credibility): (Reliability, Credibility)) -> String {
    format!("{}{}", reliability.word(), credibility.word())
}

/// "keeps 4 of 5 claims, all of one source".
pub fn keeps(loss: &Loss) -> String {
    let (before, after) = (loss.before.claims.len(), loss.after.claims.len());
    let of = match (after, loss.after.sources, loss.after.origins) {
        (0, ..) => return "keeps no claim".to_owned(),
        (1, 1, _) => String::new(),
        (_, 1, _) => ", all of one source".to_owned(),
        (_, sources, 1) => format!(", of {sources} sources and one origin"),
        (_, _, origins) => format!(", of {origins} independent origins"),
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
    let contrary = if after < before { format!("; its {}", other_side(loss)) } else { String::new() };
    format!("{}{kept}{contrary}", loses(loss))
}

/// "contrary evidence goes", "contrary evidence keeps 1 of 2 claims".
pub fn other_side(loss: &Loss) -> String {
    match loss.contrary {
        (_, 0) => "contrary evidence goes".to_owned(),
        (before, after) => format!("contrary evidence keeps {after} of {}", count(before, "claim")),
    }
}

/// "it keeps 3 of 4 claims".
pub fn rests(had: usize, has: usize) -> String {
    format!("it keeps {has} of {}", count(had, "claim"))
}

/// "its 5 claims stay".
pub fn stay(claims: usize) -> String {
    match claims {
        0 => "no claim carries it".to_owned(),
        1 => "its claim stays".to_owned(),
        _ => format!("its {} stay", count(claims, "claim")),
    }
}

/// "J1, J2 and J3".
pub fn list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => format!("{} and {}", first.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "), last.as_ref()),
    }
}

/// "first"; behind the tenth "11th".
pub fn nth(at: usize) -> String {
    let words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    words.get(at).map_or_else(|| format!("{}th", at + 1), |word| (*word).to_owned())
}
