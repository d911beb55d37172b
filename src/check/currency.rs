//! Currencies by their codes and names, and whose they are: "Swedish kronor" of "SEK 31 billion".

use super::nations::{Kind, is_of, mentions, names_of};
use super::state_things::names_one;
use crate::text::fold::search_form as fold;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// Code by ISO 4217; how the words for its state and people begin; its names, of which those behind a stroke are of other states
/// too, and tell whose money it is only beside a state.
#[rustfmt::skip]
const CURRENCIES: &[(&str, &str, &str)] = &[
    ("AED", "uae emirat united arab", "| dirham"), ("AFN", "afghan", "afghani"), ("ALL", "albania", "lek"), ("AMD", "armenia", "dram"),
    ("AOA", "angola", "kwanza"), ("ARS", "argentin", "| peso"), ("AUD", "australia", "aussie | dollar"), ("AZN", "azerbaijan azeri", "| manat"),
    ("BAM", "bosnia", "| mark"), ("BBD", "barbad bajan", "| dollar"), ("BDT", "bangladesh", "taka"), ("BGN", "bulgaria", "lev leva"),
    ("BHD", "bahrain", "| dinar"), ("BIF", "burundi", "| franc"), ("BND", "brunei", "| dollar"), ("BOB", "bolivia", "boliviano"),
    ("BRL", "brazil", "reais | real"), ("BSD", "baham", "| dollar"), ("BTN", "bhutan", "ngultrum"), ("BWP", "botswana", "pula"),
    ("BYN", "belarus", "| rouble ruble"), ("BZD", "beliz", "| dollar"), ("CAD", "canad", "loonie | dollar"), ("CDF", "congo drc", "| franc"),
    ("CHF", "swiss switzerland", "₣ swissie franc"), ("CLP", "chile", "| peso"), ("CNY", "china chinese", "yuan renminbi redback rmb ¥"),
    ("COP", "colombia", "| peso"), ("CRC", "costa rica", "colones"), ("CUP", "cuba", "| peso"), ("CVE", "verde", "| escudo"),
    ("CZK", "czech", "koruna koruny korun | crown"), ("DJF", "djibouti", "| franc"), ("DKK", "denmark danish dane", "| krone kroner crown"),
    ("DOP", "dominican", "| peso"), ("DZD", "algeria", "| dinar"), ("EGP", "egypt", "| pound"), ("ERN", "eritrea", "nakfa"),
    ("ETB", "ethiopia", "birr"), ("EUR", "europe euro", "euro €"), ("FJD", "fiji", "| dollar"), ("GBP", "brit uk united kingdom", "sterling £ quid pound"),
    ("GEL", "georgia", "lari"), ("GHS", "ghana", "cedi"), ("GMD", "gambia", "dalasi"), ("GNF", "guinea", "| franc"),
    ("GTQ", "guatemala", "quetzal"), ("GYD", "guyan", "| dollar"), ("HKD", "hong kong", "| dollar"), ("HNL", "hondura", "lempira"),
    ("HTG", "hait", "gourde"), ("HUF", "hungar", "forint"), ("IDR", "indonesia", "rupiah"), ("ILS", "israel", "shekel ₪"),
    ("INR", "india", "₹ | rupee"), ("IQD", "iraq", "| dinar"), ("IRR", "iran", "toman | rial"), ("ISK", "iceland", "| krona kronur crown"),
    ("JMD", "jamaica", "| dollar"), ("JOD", "jordan", "| dinar"), ("JPY", "japan", "yen ¥"), ("KES", "kenya", "| shilling"),
    ("KGS", "kyrgyz", "som"), ("KHR", "cambodia khmer", "riel"), ("KMF", "comor", "| franc"), ("KPW", "north korea", "| won"),
    ("KRW", "south korea", "₩ | won"), ("KWD", "kuwait", "| dinar"), ("KZT", "kazakh", "tenge"), ("LAK", "lao laos laotian", "kip"),
    ("LBP", "leban", "| pound lira"), ("LKR", "sri lanka", "| rupee"), ("LRD", "liberia", "| dollar"), ("LSL", "lesotho basotho", "maloti loti"),
    ("LYD", "libya", "| dinar"), ("MAD", "morocc", "| dirham"), ("MDL", "moldov", "| leu lei"), ("MGA", "madagascar malagasy", "ariary"),
    ("MKD", "macedonia", "denar"), ("MMK", "myanmar burm", "kyat"), ("MNT", "mongol", "tugrik togrog"), ("MOP", "maca", "pataca"),
    ("MRU", "mauritania", "ouguiya"), ("MUR", "mauriti", "| rupee"), ("MVR", "maldiv", "rufiyaa"), ("MWK", "malawi", "| kwacha"),
    ("MXN", "mexic", "| peso"), ("MYR", "malaysia", "ringgit"), ("MZN", "mozambi", "metical meticais"), ("NAD", "namibia", "| dollar"),
    ("NGN", "nigeria", "naira ₦"), ("NIO", "nicaragua", "| cordoba"), ("NOK", "norw", "| krone kroner crown"), ("NPR", "nepal", "| rupee"),
    ("NZD", "zealand new", "kiwi | dollar"), ("OMR", "oman", "| rial riyal"), ("PAB", "panama", "balboa"), ("PEN", "peru", "soles | sol"),
    ("PGK", "papua guinea", "kina"), ("PHP", "philippin filipin", "₱ | peso"), ("PKR", "pakistan", "| rupee"), ("PLN", "poland polish pole", "zloty zlotych zlotys"),
    ("PYG", "paraguay", "guarani"), ("QAR", "qatar", "| riyal rial"), ("RON", "romania", "leu lei"), ("RSD", "serb", "| dinar"),
    ("RUB", "russia", "₽ rouble ruble"), ("RWF", "rwanda", "| franc"), ("SAR", "saudi arabia", "| riyal rial"), ("SBD", "solomon", "| dollar"),
    ("SCR", "seychell", "| rupee"), ("SDG", "sudan", "| pound"), ("SEK", "swed", "kronor krona | crown"), ("SGD", "singapore", "| dollar"),
    ("SLE", "sierra leone", "leone"), ("SOS", "somali", "| shilling"), ("SRD", "surinam", "| dollar"), ("SSP", "south sudan", "| pound"),
    ("SYP", "syria", "| pound lira"), ("SZL", "eswatini swazi", "lilangeni emalangeni"), ("THB", "thai thailand", "baht"), ("TJS", "tajik", "somoni"),
    ("TMT", "turkmen", "| manat"), ("TND", "tunisia", "| dinar"), ("TOP", "tonga", "paanga"), ("TRY", "turk", "lira ₺"),
    ("TTD", "trinidad tobago", "| dollar"), ("TWD", "taiwan", "| dollar"), ("TZS", "tanzania", "| shilling"), ("UAH", "ukrain", "hryvnia hryvnya hryvnias ₴"),
    ("UGX", "uganda", "| shilling"), ("USD", "us u.s united states america", "dollar $ greenback"), ("UYU", "uruguay", "| peso"),
    ("UZS", "uzbek", "soum"), ("VES", "venezuela", "bolivar"), ("VND", "vietnam", "dong"), ("VUV", "vanuatu", "vatu"), ("WST", "samoa", "tala"),
    ("XAF", "central africa", "| franc"), ("XOF", "west africa", "| franc"), ("YER", "yemen", "| rial riyal"), ("ZAR", "south africa", "rand"),
    ("ZMW", "zambia", "| kwacha"), ("ZWG", "zimbabwe", "zig"),
];

/// What is written before a number, and the code of its money.
#[rustfmt::skip]
const SIGNS: [(&str, &str); 50] = [
    ("Rp", "IDR"), ("R", "ZAR"), ("Rs", "INR"), ("Rs", "PKR"), ("Rs", "LKR"), ("Rs", "NPR"), ("Rs", "MUR"), ("RM", "MYR"), ("Tk", "BDT"),
    ("Ksh", "KES"), ("KSh", "KES"), ("KShs", "KES"), ("TSh", "TZS"), ("USh", "UGX"), ("SFr", "CHF"), ("Fr", "CHF"), ("Sfr", "CHF"),
    ("DM", "DEM"), ("Ft", "HUF"), ("Kc", "CZK"), ("Kč", "CZK"), ("zl", "PLN"), ("Bs", "BOB"), ("Bs", "VES"), ("Br", "ETB"), ("Br", "BYN"), ("Nu", "BTN"),
    ("Dh", "AED"), ("Dhs", "AED"), ("Dh", "MAD"), ("SR", "SAR"), ("QR", "QAR"), ("KD", "KWD"), ("JD", "JOD"), ("LE", "EGP"), ("Gs", "PYG"),
    ("RMB", "CNY"), ("Rmb", "CNY"), ("Rub", "RUB"), ("Skr", "SEK"), ("Nkr", "NOK"), ("Dkr", "DKK"), ("TL", "TRY"), ("A$", "AUD"),
    ("C$", "CAD"), ("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("NT$", "TWD"), ("US$", "USD"),
];

/// What money is called of which no name is given.
const MONEY: [&str; 6] = ["currency", "currencies", "unit", "money", "cash", "banknotes"];

/// Capitals that name no state.
const ARTICLES: [&str; 5] = ["The", "A", "Its", "Their", "Some"];

/// A text has the code or one of the names; a name that others have too counts only behind the state, or where it alone is asked for.
fn is_named(text: &str, (code, states, names): &(&str, &str, &str), alone: bool) -> bool {
    let mut before = String::new();
    let (own, shared) = names.split_once('|').unwrap_or((names, ""));
    let is = |list: &str, word: &str| list.split_whitespace().any(|name| name == word || word.strip_suffix('s') == Some(name));
    let sign = |sign: &str| {
        let other = |before: &str| before.ends_with(|c: char| c.is_alphabetic()) && !before.ends_with("US");
        text.match_indices(sign).any(|(at, _)| !other(&text[..at]))
    };
    let signs = own.split_whitespace().filter(|name| !name.chars().all(char::is_alphabetic));
    let found = words(text).any(|(_, word)| {
        let folded = fold(without_possessive(word));
        let of_state = names_one(states, &before);
        // "The Australian dollar" is not the American one.
        let of_other = before.starts_with(|c: char| c.is_uppercase()) && !ARTICLES.contains(&before.as_str()) && !of_state;
        let is_it = word == *code || is(own, &folded) && (!of_other || !is_common(&folded)) || is(shared, &folded) && (alone || of_state);
        without_possessive(word).clone_into(&mut before);
        is_it
    });
    found || signs.into_iter().any(sign)
}

/// Several states have money of this name, and the one that it mostly stands for has it as its own.
fn is_common(name: &str) -> bool {
    matches!(name.trim_end_matches('s'), "dollar" | "pound" | "rouble" | "ruble" | "lira" | "leu" | "lei" | "krona" | "franc")
}

/// "US dollars" of "$4 bn", "EUR 40 million" of "40 million euros", "the Hungarian currency" of the forint: a word of a claim is a
/// code, or the state before the name of its money.
pub(super) fn is_currency(text: &str, range: &Range<usize>, around: &str) -> bool {
    let own = without_possessive(&text[range.clone()]);
    // "EUR40m", "Rp2.4tn", "NZ$4m".
    let written = own.trim_end_matches(|c: char| c.is_ascii_digit());
    let dollars = if text[range.end..].starts_with('$') { "$" } else { "" };
    let sign = |(sign, _): &&(&str, &str)| sign.strip_suffix(dollars).unwrap_or(sign) == written && sign.ends_with('$') == (dollars == "$");
    let by_sign: Vec<&str> = SIGNS.iter().filter(sign).map(|(_, code)| *code).collect();
    let mut coded = CURRENCIES.iter().filter(|(code, ..)| *code == written || by_sign.contains(code)).peekable();
    if coded.peek().is_some() {
        let in_capital =
            |states: &str| mentions(around).iter().any(|mention| mention.kind < Kind::Place && names_of(mention.state, states));
        let has_state = |states: &str| words(around).any(|(_, word)| names_one(states, word)) || in_capital(states);
        return coded.any(|currency| is_named(around, currency, has_state(currency.1)));
    }
    let folded = fold(own);
    let behind: Vec<String> = words(&text[range.end..]).take(3).map(|(_, word)| fold(word)).collect();
    let is_money = behind.iter().any(|word| MONEY.contains(&word.as_str()));
    let near = |names: &str| {
        let is =
            |word: &String| names.split(['|', ' ']).any(|name| !name.is_empty() && (word == name || word.strip_suffix('s') == Some(name)));
        is_money || behind.iter().any(is)
    };
    // Few words stand before the name of money: whose people they are is looked up of those alone.
    CURRENCIES
        .iter()
        .any(|currency| near(currency.2) && currency.1.split(' ').any(|state| is_of(&folded, state)) && is_named(around, currency, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(text: &str, word: &str, around: &str) -> bool {
        let at = text.find(word).unwrap_or_default();
        is_currency(text, &(at..at + word.len()), around)
    }

    #[test]
    fn n16_money_is_told_by_its_state_its_code_or_its_name() {
        for (text, word, around) in [
            ("31.5 billion Swedish kronor", "Swedish", "at SEK 31.5 billion"),
            ("SEK 31.5 billion", "SEK", "at 31.5 billion Swedish kronor"),
            ("against the US currency", "US", "firmer against the dollar"),
            ("4 bn US dollars", "US", "paid $4 bn"),
            ("Hungary's currency fell", "Hungary's", "the forint fell"),
            ("AUD 4 m", "AUD", "4 m Australian dollars"),
            ("40 billion Kazakh tenge", "Kazakh", "KZT 40 billion"),
        ] {
            assert!(is(text, word, around), "{text} of {around}");
        }
        for (text, word, around) in [
            ("against the US currency", "US", "firmer against the Australian dollar"),
            ("3 bn Czech crowns", "Czech", "PLN 3 bn"),
            ("Kenya's currency fell", "Kenya's", "the rand fell"),
            ("AUD 4 m", "AUD", "4 m dollars"),
            ("Mexico's currency fell", "Mexico's", "the peso fell"),
            ("Hungary sold bonds", "Hungary", "bonds of 3 bn forints were sold"),
        ] {
            assert!(!is(text, word, around), "{text} of {around}");
        }
    }
}
