//! Peoples by their states: "Danish" and "Denmark" are told of one.

use std::collections::HashMap;
use std::sync::LazyLock;

/// States with their peoples, where no ending makes the one of the other, and where a sentence is told by either. As names are
/// folded. Of a people that stands twice the first state counts.
#[rustfmt::skip]
pub const PEOPLES: &[(&str, &[&str])] = &[
    ("afghanistan", &["afghan"]), ("arabia", &["arab", "arabian"]), ("argentina", &["argentine"]), ("azerbaijan", &["azeri"]),
    ("bahamas", &["bahamian"]), ("barbados", &["bajan", "barbadian"]), ("belgium", &["belgian"]),
    ("botswana", &["motswana", "batswana"]), ("britain", &["british", "briton"]), ("bulgaria", &["bulgar"]),
    ("burkina", &["burkinabe"]), ("burma", &["burmese"]), ("cambodia", &["khmer"]), ("catalonia", &["catalan"]),
    ("chad", &["chadian"]), ("china", &["chinese"]), ("congo", &["congolese"]), ("croatia", &["croat"]),
    ("cuba", &["cuban"]), ("cyprus", &["cypriot"]), ("denmark", &["danish", "dane"]), ("emirates", &["emirati"]),
    ("england", &["english"]), ("europe", &["european"]), ("finland", &["finnish", "finn"]),
    ("france", &["french"]), ("greece", &["greek"]), ("iran", &["iranian"]), ("iraq", &["iraqi"]), ("ireland", &["irish"]),
    ("italy", &["italian"]), ("ivoire", &["ivorian"]), ("ivory", &["ivorian"]), ("kosovo", &["kosovar"]), ("laos", &["laotian"]),
    ("lebanon", &["lebanese"]), ("lesotho", &["basotho", "mosotho"]), ("madagascar", &["malagasy"]), ("maldives", &["maldivian"]),
    ("mali", &["malian"]), ("malta", &["maltese"]), ("mauritius", &["mauritian"]), ("mongolia", &["mongol"]),
    ("myanmar", &["burmese"]), ("netherlands", &["dutch"]), ("norway", &["norwegian"]), ("oman", &["omani"]),
    ("peru", &["peruvian"]), ("philippines", &["filipino", "philippine"]), ("poland", &["polish", "pole"]),
    ("portugal", &["portuguese"]), ("scotland", &["scottish", "scot"]), ("serbia", &["serb"]), ("seychelles", &["seychellois"]),
    ("slovakia", &["slovak"]), ("slovenia", &["slovene"]), ("spain", &["spanish", "spaniard"]), ("swaziland", &["swazi"]),
    ("sweden", &["swedish", "swede"]), ("switzerland", &["swiss"]), ("thailand", &["thai"]), ("togo", &["togolese"]),
    ("trinidad", &["trinidadian"]), ("turkey", &["turkish", "turk", "turkiye"]), ("wales", &["welsh"]),
    // Of a name of two words each has the people: "Burkina Faso's", "the Ivory Coast".
    ("coast", &["ivorian"]), ("faso", &["burkinabe"]),
];

static STATES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    // From the last to the first, which then stands.
    PEOPLES.iter().rev().flat_map(|(state, peoples)| peoples.iter().map(move |people| (*people, *state))).collect()
});

/// The state of a people that is named with a capital.
#[must_use]
pub fn state(word: &str) -> Option<&'static str> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let find = |people: &str| STATES.get(people).copied();
    find(&lower).or_else(|| find(lower.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_people_is_told_as_its_state() {
        for (people, of) in
            [("Danish", Some("denmark")), ("Poles", Some("poland")), ("Ivorian", Some("ivoire")), ("polish", None), ("Orlish", None)]
        {
            assert_eq!(state(people), of);
        }
    }
}
