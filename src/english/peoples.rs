//! Peoples whose first letters are not those of their state: "Danish" and "Denmark" are told of one.

/// In the order in which they are looked up.
#[rustfmt::skip]
const PEOPLES: &[(&str, &str)] = &[
    ("british", "britain"), ("briton", "britain"), ("burmese", "burma"), ("chadian", "chad"), ("chinese", "china"),
    ("congolese", "congo"), ("cuban", "cuba"), ("cypriot", "cyprus"), ("dane", "denmark"), ("danish", "denmark"),
    ("dutch", "netherlands"), ("emirati", "emirates"), ("finn", "finland"), ("finnish", "finland"), ("french", "france"),
    ("greek", "greece"), ("iranian", "iran"), ("iraqi", "iraq"), ("irish", "ireland"), ("italian", "italy"),
    ("laotian", "laos"), ("lebanese", "lebanon"), ("malian", "mali"), ("maltese", "malta"), ("norwegian", "norway"),
    ("omani", "oman"), ("peruvian", "peru"), ("pole", "poland"), ("polish", "poland"), ("portuguese", "portugal"),
    ("scottish", "scotland"), ("spaniard", "spain"), ("spanish", "spain"), ("swede", "sweden"), ("swedish", "sweden"),
    ("swiss", "switzerland"), ("thai", "thailand"), ("togolese", "togo"), ("turk", "turkey"), ("turkish", "turkey"),
    ("welsh", "wales"),
];

/// The state of a people that is named with a capital.
#[must_use]
pub fn state(word: &str) -> Option<&'static str> {
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let find = |name: &str| PEOPLES.binary_search_by(|(people, _)| (*people).cmp(name)).ok().map(|at| PEOPLES[at].1);
    find(&lower).or_else(|| find(lower.strip_suffix('s')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_peoples_are_in_the_order_that_they_are_looked_up_in() {
        assert!(PEOPLES.is_sorted());
    }

    #[test]
    fn n16_a_people_is_told_as_its_state() {
        for (people, of) in [("Danish", Some("denmark")), ("Poles", Some("poland")), ("polish", None), ("Orlish", None)] {
            assert_eq!(state(people), of);
        }
    }
}
