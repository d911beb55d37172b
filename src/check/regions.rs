//! What several states are called together: "the Baltic states" of Estonia, Latvia and Lithuania.

use super::name::{Named, Word, name_words};

/// How a region is called, and what lies in it.
const REGIONS: &[(&[&str], &[&str])] = &[
    (&["baltic", "baltics", "balts"], &["Estonia", "Latvia", "Lithuania"]),
    (&["benelux"], &["Belgium", "Netherlands", "Luxembourg"]),
    (&["nordic", "nordics"], &["Denmark", "Finland", "Iceland", "Norway", "Sweden"]),
    (&["scandinavia", "scandinavian", "scandinavians"], &["Denmark", "Norway", "Sweden"]),
    (&["visegrad"], &["Czechia", "Hungary", "Poland", "Slovakia"]),
    (&["caucasus", "caucasian"], &["Armenia", "Azerbaijan", "Georgia"]),
    (&["maghreb"], &["Algeria", "Libya", "Mauritania", "Morocco", "Tunisia"]),
    (&["sahel", "sahelian"], &["Burkina", "Chad", "Mali", "Mauritania", "Niger"]),
    (&["balkan", "balkans"], &["Albania", "Bosnia", "Bulgaria", "Croatia", "Kosovo", "Montenegro", "Macedonia", "Serbia", "Slovenia"]),
    (&["iberia", "iberian"], &["Portugal", "Spain"]),
    (&["gulf"], &["Bahrain", "Kuwait", "Oman", "Qatar", "Saudi", "Emirates"]),
    (&["levant", "levantine"], &["Israel", "Jordan", "Lebanon", "Syria"]),
    (&["andean"], &["Bolivia", "Colombia", "Ecuador", "Peru"]),
];

/// A word calls so what a text names one by one: two of them at least.
pub(super) fn is_of_several_named(word: &Word, named: &Named) -> bool {
    let region = REGIONS.iter().find(|(names, _)| names.contains(&word.folded()));
    let has = |state: &&&str| name_words(state).iter().all(|word| named.has(word));
    region.is_some_and(|(_, states)| states.iter().filter(has).count() > 1)
}
