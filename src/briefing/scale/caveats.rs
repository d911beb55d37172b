//! What stands behind a marking: who else may have it, and who may not.

use std::collections::BTreeSet;

/// Caveats that stand in front of a sentence by their initials (marking booklet of the Information Security Oversight Office).
const SHORT: [(&str, &str); 3] = [("NOFORN", "NF"), ("ORCON", "OC"), ("PROPIN", "PR")];
/// Nobody of another state may have it.
const OWN_ONLY: &str = "NOFORN";
/// Behind these stands who may.
const RELEASED: [&str; 2] = ["REL TO ", "RELEASABLE TO "];
/// A list of states ends with these words, and slashes part the states.
const EYES_ONLY: &str = "EYES ONLY";
/// Who is meant where several states have one name together.
const COMMUNITIES: [(&str, &[&str]); 2] = [("FVEY", &["USA", "AUS", "CAN", "GBR", "NZL"]), ("ACGU", &["USA", "AUS", "CAN", "GBR"])];
/// Stands first in every list that it is in.
const OWN: &str = "USA";

/// The caveats behind a marking, read. Those of control come with what they say; who it may be shown to is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caveats<'a> {
    is_own_only: bool,
    /// As it is written, and who that is.
    released: Option<(&'a str, BTreeSet<&'a str>)>,
    /// Each stands alone: another one is no part of it.
    controls: Vec<&'a str>,
}

/// The caveats behind two slashes, one by one.
pub fn each(behind: &str) -> impl Iterator<Item = &str> {
    let groups = behind.split("//").map(str::trim);
    let parts = groups.flat_map(|group| {
        let whole = group.ends_with(EYES_ONLY).then_some(group);
        whole.into_iter().chain(group.split('/').filter(move |_| whole.is_none()))
    });
    parts.map(str::trim).filter(|caveat| !caveat.is_empty())
}

impl<'a> Caveats<'a> {
    /// Of what stands behind two slashes, if anything.
    #[must_use]
    pub fn of(behind: Option<&'a str>) -> Self {
        let mut caveats = Self::default();
        for caveat in behind.into_iter().flat_map(each) {
            let known = SHORT.iter().find(|(_, short)| *short == caveat).map_or(caveat, |(word, _)| *word);
            if known == OWN_ONLY {
                caveats.is_own_only = true;
            } else if let Some(list) = RELEASED.iter().find_map(|words| caveat.strip_prefix(words)) {
                caveats.release(caveat, list);
            } else if !caveats.controls.contains(&known) {
                caveats.controls.push(known);
            }
        }
        // The narrowest of both: what nobody else may have is on no list for others.
        caveats.released = caveats.released.filter(|_| !caveats.is_own_only);
        caveats
    }

    /// Of two lists what both have.
    fn release(&mut self, written: &'a str, list: &'a str) {
        let members =
            |name: &'a str| COMMUNITIES.iter().find(|(known, _)| *known == name).map_or(vec![name], |(_, states)| states.to_vec());
        let states: BTreeSet<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).flat_map(members).collect();
        self.released = Some(match self.released.take() {
            Some((before, known)) if known.is_subset(&states) => (before, known),
            Some((_, known)) => (written, known.intersection(&states).copied().collect()),
            None => (written, states),
        });
    }

    /// Someone has said which other states may have it.
    #[must_use]
    pub fn is_released(&self) -> bool {
        self.released.is_some()
    }

    /// Someone has said whether other states may have it.
    #[must_use]
    pub fn tells_of_others(&self) -> bool {
        self.is_own_only || self.is_released()
    }

    /// What keeps it from some of those who may have what has these other caveats.
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Vec<&'a str> {
        let own_only = (self.is_own_only && !other.is_own_only).then_some(OWN_ONLY);
        let list = self.released.as_ref().filter(|(_, states)| {
            let fits = other.released.as_ref().is_some_and(|(_, theirs)| theirs.is_subset(states));
            !fits && !other.is_own_only
        });
        let controls = self.controls.iter().copied().filter(|control| !other.controls.contains(control));
        own_only.into_iter().chain(list.map(|(written, _)| *written)).chain(controls).collect()
    }
}

/// What stands behind the marking of several things together: every control of any, and who may have all of them.
#[must_use]
pub fn together(all: &[&str]) -> String {
    let tells = |caveat: &&str| is_list(caveat) || Caveats::of(Some(caveat)).is_own_only;
    if let [only] = all
        && each(only).filter(tells).count() < 2
    {
        return (*only).to_owned();
    }
    let mut known: Vec<&str> = Vec::new();
    let mut groups: Vec<String> = Vec::new();
    for group in all.iter().flat_map(|behind| behind.split("//")) {
        let mut controls: Vec<&str> = each(group).filter(|caveat| !tells(caveat)).collect();
        controls.retain(|control| !Caveats::of(Some(control)).controls.iter().any(|control| known.contains(control)));
        known.extend(controls.iter().flat_map(|control| Caveats::of(Some(control)).controls));
        groups.extend((!controls.is_empty()).then(|| controls.join("/")));
    }
    let joined = all.join("//");
    groups.extend(others(&Caveats::of(Some(&joined))));
    groups.join("//")
}

fn is_list(caveat: &str) -> bool {
    RELEASED.iter().any(|words| caveat.starts_with(words))
}

/// What is said of other states; nothing where nobody has said it. What is left of a list with one's own state alone is for
/// nobody else; of one that is left with nobody no other state is named.
fn others(caveats: &Caveats<'_>) -> Option<String> {
    if caveats.is_own_only {
        return Some(OWN_ONLY.to_owned());
    }
    let (written, states) = caveats.released.as_ref()?;
    let as_written = Caveats::of(Some(written)).released.is_some_and(|(_, listed)| listed == *states);
    let own = states.contains(OWN);
    match states.len() {
        0 => None,
        1 if own => Some(OWN_ONLY.to_owned()),
        _ if as_written => Some((*written).to_owned()),
        _ => {
            let rest = states.iter().copied().filter(|state| *state != OWN);
            let words = RELEASED.iter().find(|words| written.starts_with(**words)).unwrap_or(&RELEASED[0]);
            Some(format!("{words}{}", own.then_some(OWN).into_iter().chain(rest).collect::<Vec<_>>().join(", ")))
        }
    }
}

/// As they stand in front of a sentence.
#[must_use]
pub fn in_short(behind: &str) -> String {
    SHORT.iter().fold(behind.to_owned(), |behind, (word, short)| behind.replace(word, short))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beyond(one: &'static str, other: &'static str) -> Vec<&'static str> {
        let of = |text: &'static str| Caveats::of((!text.is_empty()).then_some(text));
        of(one).beyond(&of(other))
    }

    #[test]
    fn e22_a_caveat_that_another_marking_lacks_keeps_something_from_its_readers() {
        assert_eq!(beyond("NOFORN", ""), ["NOFORN"]);
        assert_eq!(beyond("NF", "REL TO USA, GBR"), ["NOFORN"]);
        assert_eq!(beyond("REL TO USA, GBR", ""), ["REL TO USA, GBR"]);
        assert_eq!(beyond("SI/TK//ORCON", "SI//OC"), ["TK"]);
        assert_eq!(beyond("UK/US EYES ONLY", "US EYES ONLY"), ["UK/US EYES ONLY"]);
        for (one, other) in [
            ("", "NOFORN"),
            ("REL TO USA, GBR", "NOFORN"),
            ("REL TO USA, AUS, GBR", "REL TO USA, GBR"),
            ("REL TO USA, FVEY", "REL TO USA, GBR"),
            ("REL TO USA, ACGU", "REL TO USA, CAN"),
        ] {
            assert!(beyond(one, other).is_empty(), "{one} {other}");
        }
        assert_eq!(beyond("REL TO USA, GBR", "REL TO USA, FVEY"), ["REL TO USA, GBR"]);
    }

    #[test]
    fn e22_what_stands_together_is_for_those_who_may_have_all_of_it() {
        for (all, said) in [
            (&["SI/TK//REL TO USA, FVEY"][..], "SI/TK//REL TO USA, FVEY"),
            (&["NOFORN", "REL TO USA, GBR"], "NOFORN"),
            (&["NOFORN//REL TO USA, GBR"], "NOFORN"),
            (&["ORCON/REL TO USA, GBR", "SI"], "ORCON//SI//REL TO USA, GBR"),
            (&["REL TO USA, AUS, GBR", "REL TO USA, GBR, NZL"], "REL TO USA, GBR"),
            (&["REL TO USA, FVEY", "REL TO USA, GBR"], "REL TO USA, GBR"),
            (&["REL TO USA, AUS", "REL TO USA, GBR"], "NOFORN"),
            (&["SI/TK", "TK/HCS"], "SI/TK//HCS"),
        ] {
            assert_eq!(together(all), said, "{all:?}");
        }
    }
}
