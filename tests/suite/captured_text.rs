//! Text as it comes out of a PDF, a page or a report: broken lines, captions, contents, lists of references.

use bluf::briefing::{SentenceKind, SourceText};

fn of_kind(text: &str, kind: SentenceKind) -> Vec<String> {
    let source = SourceText::new(text.to_owned());
    let wanted = source.sentences().iter().filter(|sentence| sentence.number.kind == kind);
    wanted.map(|sentence| source.text()[sentence.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn split(text: &str) -> Vec<String> {
    of_kind(text, SentenceKind::Sentence)
}

/// Each is one sentence, with `/` where its line was broken.
const BROKEN: [&str; 9] = [
    "The tanker left the port of/Bandar Abbas on Monday.",
    "The ministry says that exports rose again in the/Middle East and in the United/Kingdom.",
    "The crews of three ships that had waited since the spring flew home to New/York, Karsk and Sarn.",
    "He met the envoy of Saudi/Arabia in the town.",
    "The board wants new cranes on the quay before the winter comes to the harbour/- without a loan - and expects to have them.",
    "The board wants new cranes on the quay before the winter comes to the harbour/– and with it the ice that stops all ships from the north.",
    "The council of the harbour wrote on Monday to the ministry that, so far, it had/— as its chairman said — heard nothing.",
    "Officials of the ministry told the council of the harbour that the southern/railway and the bridge stay shut until the ministers of the/United Kingdom and of Saudi/Arabia have met.",
    "The two sides agreed to meet again in San/Marino.",
];

#[test]
fn m2_a_line_that_was_broken_before_a_name_or_a_dash_goes_on() {
    let beside = "The dockers of Karsk voted on Monday to continue their strike until the\ngovernment agrees to talk about pay, a spokesman said, and went back to\ntheir ships.";
    for sentence in BROKEN {
        let whole = sentence.replace('/', " ");
        let broken = format!("{beside}\n\n{}\n", sentence.replace('/', "\n"));
        assert!(split(&broken).contains(&whole), "{whole}: {:?}", split(&broken));
    }
    for sentence in BROKEN.iter().filter(|sentence| !sentence.contains(['-', '–', '—'])) {
        assert_eq!(split(&sentence.replace('/', "\n")), [sentence.replace('/', " ")], "without another paragraph");
    }
}

#[test]
fn m2_lists_titles_and_short_lines_are_what_they_were() {
    for lines in [
        "The board wants, before the winter comes to the harbour\n- new cranes on the northern quay\n- a new bridge",
        "The board of the harbour wants three things before the winter comes:\n- new cranes on the northern quay",
        "The board of the harbour has met on Monday and on Friday of this week.\n- new cranes on the northern quay",
        "Anna Berg\nThe Holm Desk\n12 New Street\nKarsk",
        "New York\nSaudi Arabia\nUnited Kingdom",
        "Dockers vote to stop\nMinister asks for talks",
    ] {
        assert_eq!(split(lines).len(), lines.lines().count(), "{:?}", split(lines));
    }
}

const BODY: &str = "The port is shut. It stays so.";

#[test]
fn n3_captions_and_contents_are_no_sentences() {
    for (captions, rows) in [
        ("Figure 3. Exports by port", 1),
        ("Fig. 3.2 Exports by port. Data are provisional.", 1),
        ("FIGURE 3 – Exports by port", 1),
        ("Table 2: Ships that waited", 1),
        ("Table A1. Ships that waited", 1),
        ("Table IV | Ships that waited", 1),
        ("*Chart 4.* Grain, in tonnes", 1),
        ("**Map 1:** The strait", 1),
        ("Exhibit 2", 1),
        ("Abbildung 3: Ausfuhr nach Häfen", 1),
        ("Figure 3. Exports by port from January to December of the year 2025, in thousands of\ntonnes of grain", 2),
        ("Photo: Anna Berg for the Holm Desk.", 1),
        ("Photograph: Anna Berg/Holm", 1),
        ("(Photo by Anna Berg)", 1),
        ("Source: Eurostat.", 1),
        ("Sources: Eurostat; author’s calculations.", 1),
        ("The strait and its ships . . . . . . . . . 12", 1),
        ("The strait and its ships................. 12\nThe harbour.............................. 14", 2),
    ] {
        let text = format!("{BODY}\n\n{captions}\n\n{BODY}\n");
        assert_eq!((split(&text).len(), of_kind(&text, SentenceKind::Row).len()), (4, rows), "{captions}: {:?}", split(&text));
    }
    for prose in [
        "Figure 3 shows that exports fell.",
        "Figures of the ministry say otherwise.",
        "Table talk went on for hours.",
        "Map in hand, he left.",
        "Sources say that exports fell.",
        "A plan for the strait . . . is wanted.",
        "As the ministry has written on the last page of its report, exports fell in all ports (see\nFigure 3. It is not the last one) and will fall again.",
    ] {
        let text = format!("{BODY}\n\n{prose}\n\n{BODY}\n");
        assert_eq!(of_kind(&text, SentenceKind::Row), [""; 0], "{prose}");
    }
}

const ENTRIES: &str = "\
Smith, J. (2020). Title. Journal 3(2), 4–5.

World Bank (2021). Report on ports. Washington, DC.

International Energy Agency. 2020. World Energy Outlook. Paris.

Berg, Anna. “The Port.” Karsk Review 3, no. 2 (2020): 4–5.
Lind, Orn. “The Quay.” Karsk Review 3, no. 2 (2021): 6–9.

Reuters, “Port shut,” March 3, 2020.

Ibid., p. 7.

1. Holm, K. and Berg, A. (2019) Ports of the north and of the south, with
   maps. London: Sarn Press.

Eurostat, https://a.example/exports (accessed 3 March 2024).

Interview with the minister, Karsk, 4 May 2024.
";

#[test]
fn n3_the_entries_of_a_list_of_references_are_no_sentences() {
    for title in ["References", "# References", "**Bibliography**", "7. Works cited:", "ENDNOTES"] {
        let text = format!("{BODY}\n\n{title}\n\n{ENTRIES}");
        assert_eq!(split(&text), ["The port is shut.", "It stays so."], "{title}");
        assert_eq!(of_kind(&text, SentenceKind::Heading).len(), 1, "{title}");
        assert_eq!(split(&format!("{text}\n# Annex\n\nThe port was shut in 2020 (see p. 4). It opened in 2021.\n")).len(), 4, "{title}");
        let close = format!("The port is shut.\n{title}\n{}", ENTRIES.replace("\n   ", " ").replace("\n\n", "\n"));
        assert_eq!(split(&close), ["The port is shut."], "no blank lines: {title}");
    }
    // Without a title those that begin with an author are told.
    assert_eq!(split(&format!("{BODY}\n\nSmith, J. (2020). Title. Journal 3(2), 4–5.\n\n{BODY}\n")).len(), 4);
    for prose in [
        "Sources\n\nThe minister said in 2020 that the port would stay shut. Nobody believed it.",
        "Notes\n\nThe figures for 2023 and 2024 are those of the ministry, which has not published others.",
        "References\n\nThe company asked Berg, Lind and Holm for references. They gave none.",
        "Smith, who left in 2020, did not come back.",
    ] {
        let text = format!("{BODY}\n\n{prose}\n\n{BODY}\n");
        assert_eq!(of_kind(&text, SentenceKind::Row), [""; 0], "{prose}");
    }
}
