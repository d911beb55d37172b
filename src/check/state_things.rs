//! What stands for a state beside its capital: its central bank, its parliament, the seat of its power. A claim may say "Sweden's
//! central bank" of the Riksbank, and "Russia" of the Kremlin.

use super::nations::{is_of, names_of};
use crate::text::fold::search_form as fold;
use crate::text::phrases::{without_possessive, words};

/// How the words for a state and its people begin, and what is called so there alone; names of several words by all of them.
#[rustfmt::skip]
const THINGS: &[(&str, &[&str])] = &[
    ("afghan", &["loya jirga"]), ("argentin", &["casa rosada", "bcra"]), ("austria", &["nationalrat", "ballhausplatz", "hofburg", "oenb"]),
    ("australia", &["rba"]), ("azerbaijan azeri", &["milli majlis"]), ("bangladesh", &["jatiya sangsad"]),
    ("brazil", &["planalto", "itamaraty", "copom"]), ("bulgaria", &["narodno sabranie"]), ("canad", &["rideau hall", "rcmp"]),
    ("chile", &["la moneda"]), ("china chinese", &["zhongnanhai", "pboc", "pla"]), ("colombia", &["casa de nariño", "banrep"]),
    ("croat", &["sabor"]), ("czech", &["cnb", "hrad", "prague castle"]), ("denmark danish dane", &["folketing", "folketinget", "nationalbank", "nationalbanken", "christiansborg"]),
    ("ecuador", &["carondelet"]), ("estonia", &["riigikogu", "eesti pank"]), ("europe eu", &["ecb", "berlaymont", "frontex", "europol"]),
    ("finland finnish finn", &["eduskunta", "suomen pankki"]), ("france french", &["elysee", "quai d'orsay", "matignon", "palais bourbon", "banque de france", "dgse"]),
    ("german", &["bundestag", "bundesrat", "bundesbank", "bundeswehr", "kanzleramt", "bafin", "bnd"]), ("ghana", &["jubilee house"]),
    ("greece greek", &["vouli", "maximos mansion"]), ("hungar", &["orszaggyules", "mnb"]), ("iceland", &["althing", "althingi"]),
    ("india", &["lok sabha", "rajya sabha", "south block", "rbi"]), ("indonesia", &["bank indonesia", "istana merdeka"]),
    ("iran", &["majlis", "majles", "irgc", "revolutionary guards"]), ("ireland irish", &["dail", "oireachtas", "seanad", "taoiseach", "tanaiste", "leinster house"]),
    ("israel", &["knesset", "idf", "mossad", "shin bet"]), ("ital", &["palazzo chigi", "quirinale", "quirinal", "montecitorio", "farnesina", "viminale", "bankitalia"]),
    ("japan", &["diet", "kantei", "nagatacho", "kasumigaseki", "boj"]), ("kazakh", &["mazhilis", "akorda"]), ("kyrgyz", &["jogorku kenesh"]),
    ("latvia", &["saeima"]), ("lithuania", &["seimas"]), ("macedonia", &["sobranie"]), ("malaysia", &["dewan rakyat", "bank negara", "putrajaya"]),
    ("mexic", &["banxico", "los pinos", "palacio nacional"]), ("mongol", &["khural", "hural"]), ("morocc", &["bank al-maghrib", "makhzen"]),
    ("myanmar burm", &["hluttaw", "tatmadaw"]), ("netherlands dutch", &["tweede kamer", "eerste kamer", "binnenhof", "staten-generaal", "dnb"]),
    ("new zealand", &["beehive", "rbnz"]), ("nigeria", &["aso rock"]), ("norw", &["storting", "stortinget", "norges bank"]),
    ("pakistan", &["isi"]), ("philippin filipin", &["malacanang"]), ("poland polish pole", &["sejm", "narodowy bank polski", "nbp"]), ("portug", &["sao bento"]),
    ("romania", &["cotroceni", "bnr"]), ("russia", &["kremlin", "duma", "fsb", "gru", "svr"]), ("scotland scottish scot", &["holyrood"]),
    ("serb", &["skupstina"]), ("south africa", &["union buildings", "sarb"]), ("south korea", &["blue house", "kospi"]),
    ("spain spanish", &["cortes", "moncloa", "zarzuela"]), ("swed", &["riksbank", "riksdag", "riksdagen", "rosenbad"]), ("swiss switzerland", &["bundeshaus", "snb", "finma"]),
    ("thai thailand", &["government house"]), ("turk", &["tbmm", "bestepe", "tuik"]),
    ("brit uk u.k united kingdom", &["downing street", "whitehall", "westminster", "house of commons", "house of lords", "bank of england", "threadneedle street", "gchq", "mi5", "mi6", "ofgem"]),
    ("us u.s united states america", &["white house", "pentagon", "capitol", "capitol hill", "congressional budget office", "federal reserve", "fed", "fomc", "state department", "foggy bottom", "oval office", "cia", "fbi", "nsa", "wall street"]),
    ("ukrain", &["verkhovna rada", "rada", "bankova"]), ("uzbek", &["oliy majlis"]), ("venezuela", &["miraflores"]), ("wales welsh", &["senedd"]),
];

/// What a claim calls the house of those who make laws, and the bank that makes money.
const KINDS: [&str; 18] = [
    "parliament",
    "parliamentary",
    "parliamentarians",
    "lawmakers",
    "legislators",
    "legislature",
    "assembly",
    "chamber",
    "deputies",
    "mps",
    "house",
    "central",
    "bank",
    "central-bank",
    "monetary",
    "government",
    "military",
    "presidency",
];

/// A word with a capital names one of some states by how these begin, parted by blanks.
pub(super) fn names_one(states: &str, word: &str) -> bool {
    let folded = fold(without_possessive(word));
    word.starts_with(char::is_uppercase) && states.split(' ').any(|begin| is_of(&folded, begin))
}

/// A text names something that stands for the state which a word names, or is a part of the name of; or the word is a part of the
/// name of such a thing of a state that the text names, and the text says of what kind it is.
pub(super) fn stands_for(word: &str, around: &str) -> bool {
    let folded = fold(without_possessive(word));
    let all: Vec<(String, bool)> =
        words(around).map(|(_, word)| (fold(without_possessive(word)), word.starts_with(char::is_uppercase))).collect();
    let has = |thing: &str| {
        let parts: Vec<&str> = thing.split(' ').collect();
        all.windows(parts.len()).any(|row| row[0].1 && row.iter().zip(&parts).all(|((word, _), part)| word == part))
    };
    let of_kind = || all.iter().any(|(word, _)| KINDS.contains(&word.as_str()));
    THINGS.iter().any(|(states, things)| {
        let named = states.split(' ').any(|begin| is_of(&folded, begin));
        let of_thing = || things.iter().any(|thing| thing.split(' ').any(|part| part == folded && part.len() > 2));
        named && things.iter().any(|thing| has(&fold(thing)))
            || of_thing() && of_kind() && all.iter().any(|(word, capital)| *capital && states.split(' ').any(|begin| is_of(word, begin)))
    })
}

/// A text names something that stands for a state: its parliament, its central bank, the seat of its power.
pub(super) fn names_state_of(state: usize, around: &str) -> bool {
    let all: Vec<String> =
        words(around).filter(|(_, word)| word.starts_with(char::is_uppercase)).map(|(_, word)| fold(without_possessive(word))).collect();
    let has = |thing: &&str| thing.split(' ').all(|part| all.iter().any(|word| word == part));
    THINGS.iter().filter(|(states, _)| names_of(state, states)).any(|(_, things)| things.iter().any(|thing| has(&fold(thing).as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_bank_a_parliament_or_a_seat_of_power_stands_for_its_state() {
        for (word, around) in [
            ("Sweden's", "The Riksbank held its rate."),
            ("Norway", "Norges Bank held its rate."),
            ("US", "The Congressional Budget Office estimates it."),
            ("Israeli", "The Knesset dissolved itself."),
            ("French", "The Élysée said so."),
            ("Riksbank", "Sweden's central bank held its rate."),
        ] {
            assert!(stands_for(word, around), "{word} of {around}");
        }
        for (word, around) in
            [("Sweden", "Norges Bank held its rate."), ("Japan", "A diet of rice was served."), ("Riksbank", "Swedish banks lend less.")]
        {
            assert!(!stands_for(word, around), "{word} of {around}");
        }
    }
}
