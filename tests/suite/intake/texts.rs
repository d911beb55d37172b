//! Plain text and Markdown.

use super::Added;
#[cfg(feature = "intake")]
use bluf::briefing::SentenceKind;

#[cfg(feature = "intake")]
#[test]
fn n23_a_row_of_markdown_that_is_longer_than_its_table_is_whole() {
    let added = Added::of("rows.md", "| port | ships |\n| --- | --- |\n| Sarn | 3 | they wait | off the bar |\n| Vell |\n");
    assert_eq!(added.text, "| port | ships |\n| Sarn | 3 | they wait | off the bar |\n| Vell |  |\n");
}

#[test]
fn n23_a_plain_text_stays_as_it_is() {
    let text = "# The strike\n\nOn Monday the dockers voted to stop work.\nShips wait.\n\nPersian: می‌رود. 中文也在这里。\n";
    let added = Added::of("strike.txt", text);
    assert_eq!(added.text, text);
    assert_eq!(added.headings(), ["The strike"]);
    assert_eq!(added.field("title"), None, "nothing states one");
}

#[test]
fn n23_words_parted_at_the_ends_of_lines_are_joined_and_it_is_said() {
    let added =
        Added::of("wire.txt", "The inter-\nnational trea\u{ad}ty has a \u{fb01}nal long-\nterm clause. A long-term one.\r\nIt ends.\r\n");
    assert_eq!(added.text, "The international\ntreaty has a final long-term\nclause. A long-term one.\nIt ends.\n");
    for said in ["1 soft hyphen", "1 ligature", "joined, without its hyphen", "joined, with its hyphen"] {
        assert!(added.said.contains(said), "{said}: {}", added.said);
    }
}

#[test]
fn n23_a_text_in_utf_16_is_read_and_one_in_an_unknown_encoding_is_not() {
    let wide: Vec<u8> = std::iter::once(0xfeff).chain("Дом стоит у моря.\r\n".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(Added::of("dom.txt", wide).text, "Дом стоит у моря.\n");
    let scratch = crate::support::Scratch::with_port("intake-encoding");
    let (output, said) = super::add(&scratch, "latin.txt", b"Der erste Satz.\nDas M\xe4dchen.\n", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("line 2 is no UTF-8") && said.contains("iconv"), "{said}");
}

#[cfg(feature = "intake")]
#[test]
fn n23_markdown_is_taken_without_its_marks() {
    let text = "---\ntitle: The strike\nauthor: [Ann Lee, Bo Ek]\ndate: 2026-11-03\nurl: https://example.com/strike\n---\n\
# The strike\n\nOn *Monday* the **dockers** [voted](https://example.com/vote) to stop\nwork.[^1] ![The port](port.png)\n\n\
Outlook\n-------\n\n1. Ships wait.\n2. Trade moves.\n\n| day | ships |\n|---|---|\n| Mon | 3 |\n\n> A port closes.\n\n[^1]: By a show of hands.\n";
    let added = Added::of("strike.md", text);
    added.has(&["On Monday the dockers voted to stop work.", "1. Ships wait.", "A port closes.", "[1] By a show of hands."]);
    assert_eq!(added.headings(), ["The strike", "Outlook"]);
    assert_eq!(added.all(SentenceKind::Row)[..2], ["| day | ships |", "| Mon | 3 |"]);
    added.lacks(&["title:", "**", "https://", "The port"]);
    assert_eq!(added.field("title"), Some("The strike"));
    assert_eq!(added.field("author"), Some("[Ann Lee, Bo Ek]"));
    assert_eq!(added.field("date"), Some("2026-11-03"));
    assert_eq!(added.field("url"), Some("https://example.com/strike"));
    assert!(added.said.contains("1 image") && added.said.contains("front matter"), "{}", added.said);
}

#[cfg(feature = "intake")]
#[test]
fn n23_an_address_in_front_matter_is_one_of_the_web_or_none() {
    for url in ["javascript:alert(1)", "example.com", "../strike.html", &format!("https://example.com/{}", "a".repeat(1500))] {
        let added = Added::of("strike.md", format!("---\nurl: {url}\ntitle: A\n---\nShips wait.\n"));
        assert_eq!((added.field("url"), added.field("title")), (None, Some("A")), "{url}");
    }
}

#[cfg(feature = "intake")]
#[test]
fn n23_front_matter_that_is_no_mapping_states_nothing_and_authors_may_be_mappings() {
    for front in ["- a\n- b", "only words", "title: [open\n: : :", "title: {a: b}", "date: [2026]\nurl: [[a]]"] {
        let added = Added::of("strike.md", format!("---\n{front}\n---\nShips wait.\n"));
        assert_eq!((added.text.as_str(), added.field("title"), added.field("url")), ("Ships wait.\n", None, None), "{front}");
    }
    let added = Added::of(
        "authors.md",
        "---\nauthor:\n  - name: Ann Lee\n    mail: a@b.c\n  - Bo Ek\npublisher: {name: The Sarn Review}\n---\nShips wait.\n",
    );
    assert_eq!((added.field("author"), added.field("parent")), (Some("[Ann Lee, Bo Ek]"), Some("The Sarn Review")), "{}", added.entry);
}
