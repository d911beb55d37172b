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
fn n23_front_matter_that_cannot_be_read_states_nothing_and_authors_may_be_mappings() {
    for front in ["title: [open\nlayout: page", "title: {a: b}", "date: [2026]\nurl: [[a]]"] {
        let added = Added::of("strike.md", format!("---\n{front}\n---\nShips wait.\n"));
        assert_eq!((added.text.as_str(), added.field("title"), added.field("url")), ("Ships wait.\n", None, None), "{front}");
    }
    let added = Added::of(
        "authors.md",
        "---\nauthor:\n  - name: Ann Lee\n    mail: a@b.c\n  - Bo Ek\npublisher: {name: The Sarn Review}\n---\nShips wait.\n",
    );
    assert_eq!((added.field("author"), added.field("parent")), (Some("[Ann Lee, Bo Ek]"), Some("The Sarn Review")), "{}", added.entry);
}

/// "---" is a rule as well, and stands over and under words.
#[cfg(feature = "intake")]
#[test]
fn n23_words_between_two_rules_are_words_wherever_they_stand() {
    let text = "# Report\n\nThe port closed on Friday.\n\n---\nThe minister resigned on Monday. Three men were shot.\n\nThe bank failed.\n\n---\n\nThe rest is quiet.\n";
    let words = [
        "The port closed on Friday.",
        "The minister resigned on Monday.",
        "Three men were shot.",
        "The bank failed.",
        "The rest is quiet.",
    ];
    for (name, text) in [("rules.md", text.to_owned()), ("crlf.md", text.replace('\n', "\r\n"))] {
        let added = Added::of(name, text);
        assert_eq!(added.all(SentenceKind::Sentence), words);
        assert!(!added.said.contains("front matter"), "{}", added.said);
    }
    for front in [
        "The minister resigned on Monday.",
        "Of one thing we are sure: the port closed.",
        "- the port\n- the bank",
        "Note: the port closed.\n\nThree men were shot.",
        "title: [open\n: : :",
    ] {
        let added = Added::of("first.md", format!("---\n{front}\n---\n\nShips wait.\n"));
        assert!(!added.said.contains("front matter"), "{front}: {}", added.said);
        let last = front.lines().next_back().unwrap_or_default().trim_start_matches("- ");
        assert!(added.text.contains(last) && added.text.contains("Ships wait."), "{front}: {}", added.text);
    }
    // A paragraph right over a rule is no heading.
    let added =
        Added::of("over.md", "The port closed.\nThe minister resigned on Monday.\n---\nShips wait.\n\nOutlook\n---\n\nIt stays so.\n");
    assert_eq!((added.headings(), added.all(SentenceKind::Sentence).len()), (vec!["Outlook".to_owned()], 4), "{}", added.text);
}

#[cfg(feature = "intake")]
#[test]
fn n23_front_matter_may_be_toml() {
    let front = "+++\ntitle = \"The strike\"\ndate = 2026-11-03\nauthors = [\"Ann Lee\", \"Bo Ek\"]\n[extra]\ntitle = \"Another\"\n+++\n";
    let added = Added::of("toml.md", format!("{front}Ships wait.\n"));
    assert_eq!(added.text, "Ships wait.\n");
    assert_eq!(
        [added.field("title"), added.field("author"), added.field("date")],
        [Some("The strike"), Some("[Ann Lee, Bo Ek]"), Some("2026-11-03")]
    );
}

/// `new` and `draft` take that heading too.
#[cfg(feature = "intake")]
#[test]
fn n23_a_markdown_file_is_called_what_its_heading_says() {
    let title = |name: &str, text: &str| Added::of(name, text).field("title").map(str::to_owned);
    assert_eq!(
        title("udhr.md", "# The *Universal* Declaration\n\n## Preamble\n\nWhereas.\n").as_deref(),
        Some("The Universal Declaration")
    );
    assert_eq!(title("front.md", "---\ntitle: The strike\n---\n# Dockers vote\n\nWhereas.\n").as_deref(), Some("The strike"));
    assert_eq!(title("late.md", "Whereas.\n\n# Dockers vote\n\nIt is so.\n"), None);
    assert_eq!(title("low.md", "## Preamble\n\nWhereas.\n"), None);
}

/// "now --" is no "now-": two hyphens are a dash, or stand over a signature.
#[test]
fn n23_only_one_hyphen_right_behind_a_letter_parts_a_word() {
    let text = "It stays closed for now --\nnobody believed it -\nor nearly nobody, as --\nsome said-\n-nothing.\n\n--\nAda\n\n-- \nBerg\n";
    let added = Added::of("dash.txt", text);
    assert_eq!(added.text, text);
    assert!(!added.said.contains("parted"), "{}", added.said);
}

#[cfg(feature = "intake")]
#[test]
fn n23_code_in_markdown_is_no_sentence_of_the_text() {
    let added = Added::of("code.md", "Ships wait.\n\n```sh\nls. It is so.\nls -l\n```\n\nThey left.\n\n    Set in, it may be prose.\n");
    let expected = ["Ships wait.", "They left.", "Set in, it may be prose."];
    assert_eq!(added.all(SentenceKind::Sentence), expected, "{}", added.text);
    assert_eq!(added.all(SentenceKind::Row), ["ls. It is so.", "ls -l"]);
}

#[cfg(feature = "intake")]
#[test]
fn n23_the_words_in_html_within_markdown_are_kept() {
    let added = Added::of(
        "html.md",
        "Ships wait.\n\n<div class=\"note\">\n<p>The port closed.</p>\nThey left.\n</div>\n\n<!-- nothing -->\n\nIt is 10<sup>6</sup> <b>tons</b>.\n",
    );
    assert_eq!(added.all(SentenceKind::Sentence), ["Ships wait.", "The port closed.", "They left.", "It is 10^6 tons."], "{}", added.text);
    assert!(!added.text.contains('<'), "{}", added.text);
}

#[test]
fn n23_a_hyphen_at_the_end_of_a_line_is_kept_where_it_is_the_words_own() {
    let text = "See https://post.example/port-\nof-sarn and www.post.example/a-\nb for it.\nIt is state-\nof-the-art, and a re-\nelected mayor is no co-\nowner.\nA co-owner and the co-owners met.\n";
    let added = Added::of("own.txt", text);
    assert_eq!(
        added.text,
        "See https://post.example/port-\nof-sarn and www.post.example/a-\nb for it.\nIt is state-of-the-art,\nand a reelected\nmayor is no co-owner.\nA co-owner and the co-owners met.\n"
    );
}
