//! Where sentences, headings and furniture of a source begin and end, and what follows from it on the pages.

use crate::support::{Reader, Scratch};
use bluf::briefing::{SentenceKind, SourceText};
use bluf::library::{self, Library};

/// The sentences of a text, on one line each.
fn split(text: &str) -> Vec<String> {
    of_kind(text, SentenceKind::Sentence)
}

fn of_kind(text: &str, kind: SentenceKind) -> Vec<String> {
    let source = SourceText::new(text.to_owned());
    let wanted = source.sentences().iter().filter(|sentence| sentence.number.kind == kind);
    wanted.map(|sentence| source.text()[sentence.range.clone()].split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// `|` stands where a sentence ends.
const ABBREVIATED: &str = "\
Maj. Gen. Oskar Lindqvist spoke.|He left.
Brig. Gen. Ivan Petrov and Lt. Col. Berg spoke.|They left.
Capt. (ret.) Ali spoke.|Lopez (ed.) Reyes agreed.|The rest (etc.) left.
They paid (in full.)|The port opened.
Lt.-Gen. Berg met Vice-Adm. Holm.|Both left.
Gen. He Weidong and Dr. No met Mr. So.|They left.
Sens. Warner and Rubio met Reps. Smith and Jones.|All left.
Gov. Hobbs, Sen. Kelly and Rep. Stanton met Amb. Berg.|They left.
Capt. Holm, Cmdr. Berg and Sgt. Lind were aboard.|Nobody else was.
Prof. Holm and Mrs. Berg met Msgr. Lind.|They left.
On Sept. 5 Moscow denied it.|Kyiv did not.
On Tues. Feb. 3 the port was shut.|On Wed. Lind came back.
Min. Okoye met Amb. Rice.|They left.
E.g. Sarn and i.e. Torn were shut.|They opened.
It began on Feb. 24 Kyiv time.|It went on.
The talks began in Dec.|Russia left them.
The talks began in Dec.|The delegation left.
Acme Inc. Chief Executive Anna Berg resigned.|Nobody asked why.
He worked for Acme Inc.|The company denies it.
Acme Corp. President Holm and Berg Co. Director Lind met.|They left.
Holm Bros. Shipping and Berg Ltd. Partners merged.|It took a year.
He sold Acme Ltd.|However, he kept a share.
The U.S. Army and the U.K. Treasury agreed.|They said so.
It was sent to the U.S.|The ship never arrived.
It was sent to the U.S.|They said so.
It was sent to the U.N. Security Council.|Nothing came of it.
It was sent to Washington, D.C.|He went there too.
He was born in Springfield, Ill. Governor Holm was too.
He lives in Norfolk, Va.|She lives in Baltimore.
They sell coal, steel, etc. and buy grain.|It pays.
They sell coal, steel, etc.|Moscow buys them.
They sell coal, steel, etc.|The trade pays.
Ships, e.g. Ursa, and ports, i.e. Sarn, were shut.|Both were.
It was Holm vs. Berg again.|Berg won.
Smith et al. Nature of War is out.|It sells.
See No. 5 Berg Street.|It is shut.
He said No.|Then he left.
See Art. V of the treaty.|It says so.
See Fig. B and pp. 3 Berg marked.|It is there.
See Vol. 3 Chapter 2.|It is there.
At 5 p.m. EST the port shut.|At 6 a.m. Berg left it.
The port shut at 5 p.m.|The ships waited.
Martin Berg Jr. Holm and John Lind Sr. Berg met.|They left.
He is Martin Berg Jr.|His father left.
J. R. Smith of NATO met George W. Bush.|They left.
It is plan B.|The minister has no other.
St. Petersburg and Mt. Athos are far.|Ft. Worth is too.
He came to St. Ives.|It rained.
GEN. SMITH MET SEN. KELLY ON SEPT. 5 IN THE U.S. ARMY CAMP.|THE TALKS WENT ON.
ACME INC.|THE COMPANY DENIES IT.
Ген. Петров и проф. Иванов встретились.|Они ушли.
Договор подписан в 2024 г. Москва молчит.
Договор подписан в 2024 г.|Однако Москва молчит.
Он живёт на ул. Ленина.|Там тихо.
В. В. Путин сказал.|Он ушёл.
Herr Dr. Berg und z.B. Frau Holm kamen.|Es regnete.
Read https://a.example/x?y=1&z=Two!3 on it.|It is short.
“Stop!” he said.|Nobody did.
“Will he go?” she asked.|He would.
1. The port is shut.|It stays so.
";

#[test]
fn m2_the_full_stop_of_an_abbreviation_ends_a_sentence_only_where_the_next_word_shows_it() {
    assert!(ABBREVIATED.lines().count() > 50);
    for line in ABBREVIATED.lines() {
        let expected: Vec<&str> = line.split('|').collect();
        assert_eq!(split(&expected.join(" ")), expected);
    }
}

const WRAPPED: &str = "\
Minister Oskar Lindqvist of Karsk told the council
on Monday that the northern railway could
reopen before the end of the month, after
repairs to two bridges were finished by army
engineers. According to Maj.
Gen. Berg the U.S. embassy was not told.

Nothing else was said.
";

#[test]
fn m2_lines_that_were_wrapped_are_read_as_a_paragraph() {
    let expected = [
        "Minister Oskar Lindqvist of Karsk told the council on Monday that the northern railway could reopen before the end of the month, \
         after repairs to two bridges were finished by army engineers.",
        "According to Maj. Gen. Berg the U.S. embassy was not told.",
        "Nothing else was said.",
    ];
    for end in ["\n", "\r\n", "\r", "\u{2028}"] {
        assert_eq!(split(&WRAPPED.replace('\n', end)), expected, "{end:?}");
    }
    // Without a blank line, and with the first line of each paragraph set in.
    let wire = "PORT STRIKE GOES ON\nThe dockers of Karsk voted on Monday to continue their strike until the\ngovernment agrees to talk about \
                pay, a spokesman said.\n   Nothing else was said about the talks, which are expected to go on for\nsome weeks.\n";
    assert_eq!(
        split(wire),
        [
            "PORT STRIKE GOES ON",
            "The dockers of Karsk voted on Monday to continue their strike until the government agrees to talk about pay, a spokesman said.",
            "Nothing else was said about the talks, which are expected to go on for some weeks.",
        ]
    );
    assert_eq!(split("MINISTER LINDQVIST TOLD POLOFF ON SEPT. 5 THAT THE NORTHERN\nRAILWAY COULD REOPEN BEFORE THE END OF THE MONTH, AFTER\nREPAIRS. HE LEFT.").len(), 2);
    let persian = "وزیر راه کارسک روز دوشنبه به شورا گفت که راه‌آهن شمالی می‌تواند پیش\nاز پایان ماه بازگشایی شود. او رفت.\n\nهیچ.";
    assert_eq!(split(persian).len(), 3);
}

#[test]
fn m2_lines_that_their_writer_ended_are_not_joined() {
    for lines in [
        "Anna Berg\n12 Harbour Street\nKarsk 10115",
        "Roses are red and violets are blue as the sea,\nSugar is sweet and so is the honey of bees,\nThe night is dark and the day is as new as can be,\nAnd nothing at all in this verse is of use to me.",
        "- the northern pier, which is closed to all ships\n- the southern pier, which is open to most of them\n* the bridge",
        "1. the northern pier, which is closed to all ships\n2. the southern pier, which is open to most of them",
        "Ursa          4.1 m     Karsk harbour office\nMinor         3.9 m     of Sarn",
        "The port is open for the whole of the winter, officials of the town said.\nShips wait in the roads outside the harbour, as one of the captains complained.\nNobody answered him.",
        "bread\nmilk\neggs",
        "Subject: Dockers vote to stop work on all Fridays of the\nTo: the desk",
    ] {
        let count = lines.lines().count();
        assert!(split(lines).len() >= count, "{:?}", split(lines));
        let beside = format!("{lines}\n\n{WRAPPED}");
        assert!(split(&beside).len() >= count + 3, "beside a wrapped text: {:?}", split(&beside));
    }
    // A list item goes on in the next line.
    assert_eq!(split("- the northern pier, which is closed to all ships that carry\n  grain\n- the southern pier").len(), 2);
}

#[test]
fn n3_furniture_of_a_page_is_no_sentence() {
    let furniture = "---\n\nhttps://a.example/x?y=1\n\n[Home](https://a.example) > [World](https://a.example/w) > Karsk\n\n| Ship | Draught |\n|---|---|\n| Ursa | 4 m. It is new. |\n\n\
                     ![A ship](a.png)\n\nPhoto: The harbour of Karsk.\n\n[1] Berg, Ships. Karsk 2020.\n\n**Report No.:** R48903\n\n* * *\n\nPage 3 of 12\n\nAdvertisement\n";
    assert_eq!(split(&format!("The port is shut.\n\n{furniture}\nIt stays so, says [the order](https://a.example/o?p=1).")).len(), 2);
    assert!(of_kind(furniture, SentenceKind::Row).contains(&"| Ursa | 4 m. It is new. |".to_owned()));
}

#[test]
fn n3_marks_of_notes_belong_to_the_sentence_before_them_however_many_there_are() {
    assert_eq!(split("It fell.[1][12] It rose."), ["It fell.[1][12]", "It rose."]);
    assert_eq!(split("It fell.[1][ It rose."), ["It fell.[1]", "[ It rose."], "a bracket is no mark");
    assert_eq!(split(&format!("It fell.{} It rose.", "[1]".repeat(300_000))).len(), 2);
}

#[test]
fn n3_headings_are_told_by_their_marks_and_by_standing_alone() {
    let text = "# Dockers vote\n\n**Talks begin**\n\nThe night\n=====\n\nThe day\n---\n\n## Closed ##\n\nThe ships that wait\n\n\
                The ships that have waited since Monday are still outside the harbour, officials said. They wait.\n\nGood morning\n\nBye.";
    assert_eq!(
        of_kind(text, SentenceKind::Heading),
        ["Dockers vote", "Talks begin", "The night", "The day", "Closed", "The ships that wait"]
    );
    assert_eq!(split(text).len(), 4);
}

/// A briefing whose claims quote `quotes` from `text`.
fn world(name: &str, text: &str, quotes: &[&str], aside: &str) -> Library {
    let scratch = Scratch::new(name);
    scratch.write("seeds/a.txt", text);
    let mut file =
        "briefing: port\ntitle: T\nmarking: TLP:CLEAR\nsources:\n  ART:\n    title: A report\n    file: seeds/a.txt\n".to_owned();
    if !aside.is_empty() {
        file += &format!("    set_aside:\n{aside}");
    }
    file += "sections:\n  labour:\n";
    for (at, quote) in quotes.iter().enumerate() {
        file += &format!("    C{}:\n      fact: It is so.\n      quote: \"{quote}\"\n", at + 1);
    }
    library::open(&scratch.write("briefings/port.yaml", file)).expect("a library")
}

fn found(world: &Library, rule: &str) -> Vec<String> {
    world.entries()[0].findings().iter().filter(|finding| finding.rule == rule).map(|finding| finding.message.clone()).collect()
}

#[test]
fn m2_a_wrapped_source_is_quoted_and_searched_over_its_line_ends() {
    let open = |name| world(name, WRAPPED, &["told the council on Monday", "reopen before the end of the month"], "");
    let library = open("wrapped");
    assert_eq!(found(&library, "quote/cut-hedge").len(), 1, "the hedge stands at a line end");
    assert_eq!(found(&library, "quote/folded"), [""; 0], "a line end is no other spelling");
    let mut reader = Reader::open(open("wrapped-search"), Some("port/source/ART"), 120, 40);
    for words in ["northern railway could reopen", "army engineers. According to", "was not told. Nothing else"] {
        reader.press(&format!("/ '{words}' Enter"));
        assert!(reader.foot().contains("1/1"), "{words}: {}", reader.foot());
    }
    let mut reader = Reader::open(open("wrapped-cited"), Some("port/source/ART:1"), 120, 40);
    let cited = reader.copied("Y");
    assert!(cited.starts_with("“Minister Oskar") && cited.contains("could reopen") && cited.contains("engineers.”\n"), "{cited}");
}

const HEADED: &str = "# Dockers vote to stop work\n\nThe port is shut. It stays so.\n\n**Talks about pay begin**\n\nNobody knows more.\n";

#[test]
fn m1_a_quote_from_a_heading_is_lit_in_the_heading_and_counts_for_it() {
    let open = |name| world(name, HEADED, &["Dockers vote to stop work", "Talks about pay begin", "The port is shut"], "");
    let library = open("headed");
    assert_eq!(library.entries()[0].resolved.evidence().covered(0).part, 1);
    let mut reader = Reader::open(open("headed-2"), Some("port#C2:1"), 120, 40);
    reader.shows("heading 2 of 2").shows("2 of 2 claimed").shows("1 of 3 sentences");
    assert_eq!(reader.text_in(bluf::page::Role::Lit), "Talks about pay begin");
    reader.press("Enter").is_at("port#ART:H2").shows("HEADING 2").shows("C2");
    Reader::open(open("headed-3"), Some("port#C1"), 120, 40).shows("ART heading 1 of 2");
    let mut reader = Reader::open(open("headed-4"), Some("port/source/ART:H2"), 120, 40);
    let cited = reader.copied("Y");
    assert!(
        cited.contains("“Talks about pay begin”") && cited.contains("Source: ART, heading 2: ") && cited.contains("port#ART:H2"),
        "{cited}"
    );
    reader.press("Enter").is_at("port#ART:H2");
}

#[test]
fn m2_a_quote_over_the_edge_of_a_heading_is_said_to_be_one() {
    let open = |name| world(name, HEADED, &["stop work\\n\\nThe port is shut"], "");
    assert_eq!(found(&open("edge"), "quote/over-heading").len(), 1);
    Reader::open(open("edge-2"), Some("port#C1:1"), 120, 40).shows("heading 1, sentence 1");
}

#[test]
fn n3_a_part_is_set_aside_by_its_ends_or_by_its_heading() {
    let long = "word ".repeat(80);
    let text =
        format!("# News\n\nThe port is shut. {long}end. It stays so.\n\n# Notes\n\nOne. Two.\n\n## More\n\nThree.\n\n# Last\n\nFour.");
    let aside = "      - {from: {exact: word, prefix: shut.}, to: It stays so, why: w}\n      - {heading: Notes, why: w}\n";
    let library = world("aside", &text, &["The port is shut"], aside);
    assert_eq!(found(&library, "source/coverage"), ["5 of 6 sentences are claimed or set aside; open: 6"].map(str::to_owned));
    assert_eq!(found(&library, "quote/too-long"), [""; 0]);
    let quoted = world("aside-long", &text, &["The port is shut"], &format!("      - {{quote: \"{long}end\", why: w}}\n"));
    assert_eq!(found(&quoted, "quote/too-long"), [""; 0], "what is set aside may be long");
    let mut reader = Reader::open(library, Some("port#ART:5"), 120, 40);
    reader.shows("SET ASIDE");
    reader.press("g");
    Reader::open(world("aside-card", &text, &["The port is shut"], aside), Some("port#ART"), 120, 60)
        .shows("All under the heading “Notes”");
}

/// "A closed the gate, and B waited": a claim of the first half leaves the second, which no count of sentences shows.
#[test]
fn n3_words_that_no_claim_quotes_of_a_claimed_sentence_are_counted_and_lit() {
    let text = "The port is shut, especially at night, and ships wait outside. It stays so.\n";
    let open = |name| world(name, text, &["The port is shut", "and ships wait outside", "It stays so"], "");
    let mut reader = Reader::open(open("tails"), Some("port/source/ART"), 120, 40);
    reader.shows("2 of 2 sentences").shows("70 % of the letters").shows("Part open   1");
    assert_eq!(reader.text_in(bluf::page::Role::Warn), "especially at night");
    Reader::open(open("tails-card"), Some("port#ART:1"), 120, 40).shows("Not claimed “especially at night”");
    let joined = world("tails-joined", text, &["The port is shut, especially at night", "ships wait outside", "It stays so"], "");
    let shown = Reader::open(joined, Some("port/source/ART"), 120, 40).screen().join("\n");
    assert!(!shown.contains("Part open"), "what only joins is left by nobody: {shown}");
}
