//! Web addresses, and links to words on a page.
//!
//! A link to words is a text directive of the WICG's "URL Fragment Text Directives". It holds the words, or the first and
//! last of them, and where it must, words right before and behind them. A browser that knows no directives opens the page.

use super::fold::{Folded, Folding};
use super::space::single_spaced;
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Encoded in an address, since it would end the address or command a terminal. `%` is not: what is encoded already stays.
const ENCODED_IN_ADDRESSES: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'\\').add(b'^').add(b'`').add(b'{').add(b'|').add(b'}');
/// Encoded behind the host, where brackets and a second `#` mean nothing.
const ENCODED_IN_PARTS: &AsciiSet = &ENCODED_IN_ADDRESSES.add(b'[').add(b']').add(b'#');
/// Encoded in a text directive: its own signs `-`, `,` and `&`, and all that would end an address in running text.
const ENCODED_IN_DIRECTIVES: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');
/// The longest address, in bytes: browsers take no more.
const LONGEST: usize = 2000;
/// A quote of more words, or of more bytes, is linked by its ends.
const WHOLE_WORDS: usize = 12;
const WHOLE_BYTES: usize = 120;
/// How many words stand for each end of such a quote.
const ENDS: usize = 5;
/// How many words before and behind a quote a link holds.
const CONTEXT: usize = 3;

/// `text` as a web address in printable ASCII. Only what begins with `http://` or `https://` is one.
#[must_use]
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let colon = text.find("://")?;
    let (scheme, rest) = (text[..colon].to_ascii_lowercase(), &text[colon..]);
    if !matches!(scheme.as_str(), "http" | "https") || Authority::of(text)?.wrong().is_some() {
        return None;
    }
    let host = 3 + rest[3..].find(['/', '?', '#']).unwrap_or(rest.len() - 3);
    let (page, fragment) = rest[host..].split_once('#').map_or((&rest[host..], None), |(page, fragment)| (page, Some(fragment)));
    let mut address = scheme + &percent_signs(&utf8_percent_encode(&rest[..host], ENCODED_IN_ADDRESSES).to_string());
    for (sign, part) in [("", Some(page)), ("#", fragment)] {
        address.extend(part.map(|part| format!("{sign}{}", percent_signs(&utf8_percent_encode(part, ENCODED_IN_PARTS).to_string()))));
    }
    (address.len() <= LONGEST).then_some(address)
}

/// `%` begins two digits of an escape, or is one itself.
fn percent_signs(text: &str) -> String {
    let is_escape = |rest: &str| rest.as_bytes().get(..2).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let mut parts = text.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + if is_escape(part) { "%" } else { "%25" } + part)
}

/// What stands in an address of the web between `://` and the path.
pub struct Authority<'a> {
    user: Option<&'a str>,
    host: &'a str,
    port: Option<&'a str>,
}

impl<'a> Authority<'a> {
    /// `None`: it is no address of the web.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.trim().split_once("://")?;
        if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
            return None;
        }
        let whole = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        let (user, place) = whole.rsplit_once('@').map_or((None, whole), |(user, place)| (Some(user), place));
        // An address of IPv6 has colons in brackets.
        let end = place.rfind(']').map_or(0, |end| end + 1);
        let (host, port) = place[end..].split_once(':').map_or((place, None), |(host, port)| (&place[..end + host.len()], Some(port)));
        Some(Self { user, host, port })
    }

    /// Why nobody can or may go there.
    #[must_use]
    pub fn wrong(&self) -> Option<String> {
        let is_port = |port: &str| port.is_empty() || port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
        if self.user.is_some() {
            Some("has a name or a password before its host, which goes wherever this briefing goes".to_owned())
        } else if self.host.is_empty() || self.host.trim_matches('.').is_empty() {
            Some("names no host".to_owned())
        } else {
            self.port.filter(|port| !is_port(port)).map(|port| format!("has the port {port}; ports go from 0 to 65535"))
        }
    }
}

/// Parameters that say where a reader came from, and not which page it is.
const TRACKING: [&str; 9] = ["fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src"];

/// A web address as all that lead to one page are written: without scheme, `www.`, port, fragment, a slash at the end, and
/// parameters that only say where a reader came from. `None` for what is no address, and for that of a site: a publisher has
/// one for all of its pages.
#[must_use]
pub fn same_page(text: &str) -> Option<String> {
    let address = web_address(text)?;
    let (scheme, rest) = address.split_once("://")?;
    let rest = rest.split('#').next().unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    let host = host.strip_suffix(if scheme == "https" { ":443" } else { ":80" }).unwrap_or(&host);
    let host = host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.');
    let is_tracking = |name: &str| TRACKING.contains(&name) || name.starts_with("utm_");
    let mut query: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair.split('=').next().unwrap_or_default())).collect();
    query.sort_unstable();
    let path = with_capital_escapes(path.trim_end_matches('/'));
    match (path.is_empty(), query.is_empty()) {
        _ if host.is_empty() => None,
        (true, true) => None,
        (_, true) => Some(format!("{host}/{path}")),
        (_, false) => Some(format!("{host}/{path}?{}", query.join("&"))),
    }
}

/// `%c3` and `%C3` are one letter.
fn with_capital_escapes(path: &str) -> String {
    let mut parts = path.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |path, part| match (part.get(..2), part.get(2..)) {
        (Some(digits), Some(rest)) => format!("{path}%{}{rest}", digits.to_ascii_uppercase()),
        _ => format!("{path}%{part}"),
    })
}

/// A link to the bytes `quote` of `text`, which stands at `address`. Words before and behind the quote are taken from the
/// bytes `around` it: its paragraphs.
#[must_use]
pub fn link_to_words(address: &str, text: &str, quote: &Range<usize>, around: &Range<usize>) -> String {
    let Some(quote) = whole_words(text, quote) else { return address.to_owned() };
    let words = &text[quote.clone()];
    let (starts, ends) = bounds(words);
    // A browser looks for a run of words in one block of the page, and several paragraphs are several blocks.
    let long = starts.len() > WHOLE_WORDS || words.len() > WHOLE_BYTES || words.contains("\n\n");
    let mut directive = String::new();
    let once = Folded::new(text, Folding::Search).find(&Folded::new(words, Folding::Search)).len() == 1;
    let context = long || !once;
    if let Some(before) = text.get(around.start..quote.start).filter(|_| context).and_then(|before| last_words(before, CONTEXT)) {
        directive += &format!("{}-,", encoded(before));
    }
    if long && starts.len() > 2 {
        let shown = ENDS.min(starts.len() / 2);
        let (first, last) = (&words[..ends[shown - 1]], &words[starts[starts.len() - shown]..]);
        directive += &format!("{},{}", encoded(first), encoded(last));
    } else {
        directive += &encoded(words);
    }
    if let Some(behind) = text.get(quote.end..around.end).filter(|_| context).and_then(|behind| first_words(behind, CONTEXT)) {
        directive += &format!(",-{}", encoded(behind));
    }
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    // A directive that the address brings along is about other words.
    let fragment = fragment.split_once(":~:").map_or(fragment, |(fragment, _)| fragment);
    format!("{page}#{fragment}:~:text={directive}")
}

/// Leaves white space at the ends out and takes words that the range cuts as a whole: browsers find whole words only.
fn whole_words(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let words = text.get(range.clone())?;
    let start = range.start + (words.len() - words.trim_start().len());
    let end = range.end - (words.len() - words.trim_end().len());
    let cut = |at: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        letter(text[..at].chars().next_back()) && letter(text[at..].chars().next())
    };
    let bounds = || text.unicode_word_indices().map(|(at, word)| at..at + word.len());
    let start = if cut(start) { bounds().find(|word| word.contains(&start)).map_or(start, |word| word.start) } else { start };
    let end = if cut(end) { bounds().find(|word| word.contains(&end)).map_or(end, |word| word.end) } else { end };
    (start < end).then_some(start..end)
}

/// The byte offsets where the words of a text begin, and those where they end.
fn bounds(text: &str) -> (Vec<usize>, Vec<usize>) {
    let words: Vec<(usize, usize)> = text.unicode_word_indices().map(|(at, word)| (at, at + word.len())).collect();
    words.into_iter().unzip()
}

fn first_words(text: &str, count: usize) -> Option<&str> {
    let (_, ends) = bounds(text);
    let end = *ends.get(count.min(ends.len()).checked_sub(1)?)?;
    Some(text[..end].trim())
}

fn last_words(text: &str, count: usize) -> Option<&str> {
    let (starts, _) = bounds(text);
    Some(text[*starts.get(starts.len().checked_sub(count.min(starts.len()).max(1))?)?..].trim())
}

fn encoded(words: &str) -> String {
    utf8_percent_encode(&single_spaced(words), ENCODED_IN_DIRECTIVES).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e8_only_addresses_of_the_web_are_links_and_no_byte_of_them_commands_a_terminal() {
        for (text, expected) in [
            ("https://a.example/x?y=1#z", Some("https://a.example/x?y=1#z")),
            ("HTTP://a.example/%20", Some("http://a.example/%20")),
            (" https://a.example/ü b ", Some("https://a.example/%C3%BC%20b")),
            ("https://a.example/\u{1b}]8;;\u{7}\u{9b}", Some("https://a.example/%1B%5D8;;%07%C2%9B")),
            ("javascript:alert(1)", None),
            ("file:///etc/passwd", None),
            ("ftp://a.example", None),
            ("https://", None),
            ("https://a.example/x[1]?y[]=#p#q", Some("https://a.example/x%5B1%5D?y%5B%5D=#p%23q")),
            ("https://a.example/%zz%4%25%", Some("https://a.example/%25zz%254%25%25")),
            ("http://[::1]:80/x", Some("http://[::1]:80/x")),
            ("https://a.example:99999/", None),
            ("https:///x", None),
            ("https://user:word@a.example/", None),
            ("not stated", None),
        ] {
            assert_eq!(web_address(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(web_address(&format!("https://{}", "a".repeat(3000))), None);
    }

    #[test]
    fn n19_ways_to_write_the_address_of_one_page_are_one_and_a_site_is_no_page() {
        let page = "a.example/News/2025?id=7&q=%C3%A9";
        for written in [
            "https://a.example/News/2025?id=7&q=%C3%A9",
            "http://www.A.example:80/News/2025/?q=%C3%A9&id=7#part",
            "HTTPS://a.example./News/2025?utm_source=x&id=7&fbclid=9&q=%C3%A9",
        ] {
            assert_eq!(same_page(written).as_deref(), Some(page), "{written}");
        }
        assert_eq!(same_page("https://a.example/%c3%a9"), same_page("https://a.example/%C3%A9"));
        for (one, other) in [
            ("https://a.example/news", "https://a.example/News"),
            ("https://a.example/x?id=7", "https://a.example/x?id=8"),
            ("https://a.example/x", "https://b.example/x"),
        ] {
            assert_ne!(same_page(one), same_page(other));
        }
        for no_page in ["https://a.example", "https://www.a.example/", "https://a.example/?utm_source=x", "a.example/x", ""] {
            assert_eq!(same_page(no_page), None, "{no_page}");
        }
    }

    fn link(text: &str, quote: &str) -> String {
        let start = text.find(quote).expect("quoted");
        let link = link_to_words("https://a.example/x", text, &(start..start + quote.len()), &(0..text.len()));
        link.strip_prefix("https://a.example/x#:~:text=").expect("a directive").to_owned()
    }

    #[test]
    fn n5_a_short_quote_that_stands_once_is_all_of_the_directive() {
        let text = "He said so-and-so, A & B, at 5%. Nobody wrote.";
        assert_eq!(link(text, "so-and-so, A & B, at 5%"), "so%2Dand%2Dso%2C%20A%20%26%20B%2C%20at%205%25");
    }

    #[test]
    fn n5_words_that_stand_twice_have_what_stands_beside_them() {
        let text = "One ship came first. Then two ship came last of all.";
        assert_eq!(link(text, "ship came"), "One-,ship%20came,-first.%20Then%20two");
        assert_eq!(link(text, "ship came last"), "ship%20came%20last");
    }

    #[test]
    fn n5_a_long_quote_is_its_ends_and_what_stands_beside_them() {
        let words: Vec<String> = (1..=40).map(|number| format!("w{number}")).collect();
        let text = words.join(" ");
        let directive = link(&text, &words[5..35].join(" "));
        assert_eq!(directive, "w3%20w4%20w5-,w6%20w7%20w8%20w9%20w10,w31%20w32%20w33%20w34%20w35,-w36%20w37%20w38");
    }

    #[test]
    fn n5_whole_words_are_linked_and_a_fragment_of_the_address_stays() {
        assert_eq!(link("unbreakable vows", "break"), "unbreakable");
        let text = "some words here";
        let link = |address: &str| link_to_words(address, text, &(5..10), &(0..text.len()));
        assert_eq!(link("https://a.example/#part"), "https://a.example/#part:~:text=words");
        assert_eq!(link("https://a.example/#:~:text=old"), "https://a.example/#:~:text=words");
    }

    #[test]
    fn n5_persian_and_chinese_are_encoded_byte_by_byte() {
        assert_eq!(link("سلام دنیا", "دنیا"), "%D8%AF%D9%86%DB%8C%D8%A7");
        assert!(link(&"日本国憲法前文".repeat(8), &"日本国憲法前文".repeat(7)).contains(','));
    }
}
