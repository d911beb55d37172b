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
Op. Barkhane ended and Op. 4 of it began.|It rained.
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
See Ex. Order 14067 of the president.|It is short.
The Int. Atomic Energy Agency left.|It came back.
Wm. Holm, Geo. Berg, Thos. Lind, Chas. Orn and Robt. Karsk met.|They left.
The Assoc. Press and the Natl. Guard agreed.|They said so.
At 1400 Hrs. Local forces moved.|They stopped.
CPO. Holm and RAdm. Berg met LCdr. Lind and Gp. Capt. Orn.|They left.
He is a CPO.|The ship left.
It took 5 min. Berg time.|It ended.
Contact: the desk, tel. +49 30 1234.|It is open.
Call ext. 12 Berg answers.|He is there.
The 2nd Bn. Royal Guards and the 3rd Regt. Karsk Foot left.|They came back.
They met op. cit. Berg and loc. cit. Holm.|They left.
Sched. 2 Part 1 says so.|It is law.
It lies in the NW. Territories.|It is cold.
Tech. Sgt. Fox and Gy. Sgt. Lind met Air Chf. Mshl. Singh and Fg. Off. Rao.|They left.
Eni S.p.A. Chairman Holm and Rosneft plc. Chairman Berg met.|They left.
Holm s.r.o. Director Berg met Lind Sdn. Bhd. Manager Orn.|They left.
D.C. Mayor Bowser met Ayat. Khamenei, Abp. Holm and Bp. Lind.|They left.
He lives in D.C.|He likes it.
He watched T.V.|He left.
See Vol. Two of S.C. Res. 2231, Ch. One of G.A. Res. 5 and Fed. Reg. 81.|It says so.
Det. Ch. Insp. Berg read Vol. 3.|The rest was lost.
It took max. 12 days and approx. 3 ships, says no. 4 of the list.|It ended.
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
        "The port is open for the whole of the winter, officials of the town said.\nShips wait in the roads outside the harbour, as one of the captains complained.\nNobody answered him.",
        "bread\nmilk\neggs",
        "Harbour: Dockers vote to stop work on all Fridays of the\nRailway: the desk",
    ] {
        let count = lines.lines().count();
        assert!(split(lines).len() >= count, "{:?}", split(lines));
        let beside = format!("{lines}\n\n{WRAPPED}");
        assert!(split(&beside).len() >= count + 3, "beside a wrapped text: {:?}", split(&beside));
    }
    // A list item goes on in the next line, and be it short; what begins below it with a mark or a capital is its own.
    assert_eq!(split("* Cranes are old and may\n  fail.\n* Pumps hold.").len(), 2);
    assert_eq!(split("* Cranes are old\n  - and may fail\n  Pumps hold").len(), 3);
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

/// `|` stands where a sentence ends.
const MARKED: &str = "\
The price is high.¹ |The price fell.² |It stayed.
It is high.¹,² |It fell.¹²
It stayed.[^3] |Then it rose.
It stayed.[3]|Then it rose.²|It fell.
It ended.[4,5] |Done.
It ended.[4][5, 6], [7] |Done.[8–10]
It ended.[note 2] |Done.
Was it?[note 2] |No.[citation needed]
It rose.* |It ended.† |Done.‡
It rose.<sup>4</sup> |It ended.<sup><a href=\"#n5\">[5]</a></sup> |Done.
“It rose.”[1] |“It ended.”² |Done.
It rose.[\\[1\\]](https://a.example/x#n1) |It ended.[[2]](#n2) |Done.
It rose.12 |It ended.”3 |Done.
He left (in full.)[2] |Done.
The U.S.[3] army left.[4] |It came back.
It is in vol.12 See vol.12 Berg and No.4 Holm.
It rose by 10.² metres, he said.
*It rose.* |*It ended.*
";

#[test]
fn n3_the_mark_of_a_note_behind_a_full_stop_is_of_the_sentence_that_ends_there() {
    for line in MARKED.lines() {
        let expected: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(split(&line.replace('|', "")), expected);
    }
}

#[test]
fn n3_three_dots_in_one_sign_end_a_sentence_as_three_signs_do_and_a_number_begins_one() {
    for line in [
        "He waited… |Then he left. |Nobody… |The army stayed.",
        "“He waited…” |Then he left.",
        "He waited… and left. |The … Iranian army […] Stayed.",
        "…The army left. |It came back.",
        "It fell 3.5 percent. |12 men died.",
        "It fell. |“12 men died,” he said. |$5 was paid. |(3 ships left.)",
        "It ended in 2024. |3 ships left.",
        "It ended with no. 12 of the list.",
        "It fell.[1] |12 men died.² |3 came back.",
        "It is worth 5.3 billion and v. 12 men.",
        // What opens behind a full stop belongs to what follows, and where a small letter follows nothing ends.
        "王说。|（他笑了。）|《报》说。|“好。”|他走了。",
        "首相は「行きます。」と述べた。|彼は去った。",
        "Yahoo! is a firm. |Who asks? |Nobody.",
        "Q. Will it close? |The board asked.",
        "A. It might. |The board left.",
        "Der Minister kam am 3. Mai 2024 nach Linz. |Er blieb bis zum 5. Juni.",
        "Он ушёл (см. рис. 2). |Это каже п. Коваль.",
    ] {
        let expected: Vec<&str> = line.split('|').map(str::trim).collect();
        assert_eq!(split(&line.replace('|', "")), expected);
    }
}

#[test]
fn n3_the_head_and_the_signature_of_a_mail_are_no_sentences() {
    let head = "From: Ada Berg <ada@a.example>\nTo: the desk\nDate: Mon, 2 Nov 2026 10:00:00 +0000\nSubject: The port is shut. It stays so\n  for now\n\
                Message-ID: <1.2.3@a.example>\nX-Mailer: Post 3\n";
    let body = "The port is shut. It stays so.\n";
    for (mail, sentences, rows) in [
        (format!("{head}\n{body}\n-- \nAda Berg\nThe Holm Desk\n\nTel. 12 34 56.\n"), 2, 10),
        (format!("{head}\n{body}\n--\nAda Berg\nThe Holm Desk\n\nIt ends.\n"), 3, 9),
        (format!("{body}\n-----Original Message-----\n{head}\n{body}"), 4, 8),
        (format!("{body}\n> {}\n>\n> {body}> -- \n> Ada\n\n{body}", head.trim_end().replace('\n', "\n> ")), 6, 8),
        (format!("{body}\n**From:** Ada\n**Sent:** Monday\n\n{body}"), 4, 2),
        (format!("{body}\n--\nThe bank is shut as well.\n\n{body}"), 5, 0),
        (format!("{body}\nFrom: the mountains it came, and went.\n\n{body}"), 5, 0),
        (format!("{body}\n-- \n{}", body.repeat(30).replace(". ", ".\n\n")), 62, 0),
    ] {
        for mail in [mail.clone(), mail.replace('\n', "\r\n")] {
            let found = [SentenceKind::Sentence, SentenceKind::Row].map(|kind| of_kind(&mail, kind));
            assert_eq!(found.each_ref().map(Vec::len), [sentences, rows], "{mail}\n{found:?}");
        }
    }
}

#[test]
fn n3_code_and_the_fields_at_the_head_of_a_file_are_no_sentences() {
    let body = "The port is shut. It stays so.\n";
    for fields in
        ["---\ntitle: The port is shut. It stays so\nauthors:\n  - Ada\n---\n", "+++\ntitle = \"The port\"\n\n[extra]\nid = 3\n+++\n"]
    {
        assert_eq!(split(&format!("{fields}\n{body}")).len(), 2, "{fields}");
        assert_eq!(split(&format!("{body}\n{body}\n{fields}\n{body}")).len().min(7), 7, "only at the start: {fields}");
    }
    assert_eq!(split(&format!("---\n{body}---\n\n{body}")).len(), 4);
    let code = format!("{body}\n```python\nprint(1). It is so.\n\nIt stays.\n```\n\n{body}");
    assert_eq!((split(&code).len(), of_kind(&code, SentenceKind::Row).len()), (4, 2));
}

#[test]
fn n3_rows_of_a_table_that_spaces_align_are_no_sentences() {
    let body = "The port is shut. It stays so.\n";
    for (table, rows) in [
        ("Country       Ships     Tons\nIran          12      1,200\nIraq           3        n/a\n\nTotal         15      1,200\n", 4),
        (
            "                    Ships        Tons (thousands)\nIran                   12      1,200\nIraq                    3         80.5\n",
            3,
        ),
        ("Iran          12      1,200\n", 1),
        ("Iran  12  1,200\nIraq  3  -\n", 2),
        ("Iran          12\nIraq           3\n", 2),
        ("Ursa          4.1 m     Karsk harbour office\nMinor         3.9 m     of Sarn\n", 2),
        ("Ursa          Karsk         Berg\nMinor         Sarn          Lind\n", 2),
    ] {
        let text = format!("{body}\n{table}\n{body}");
        assert_eq!((split(&text).len(), of_kind(&text, SentenceKind::Row).len()), (4, rows), "{table}");
    }
    for prose in [
        "The ministry  said on Monday  that in  2024  the\nnorthern railway could  reopen before  the end  of\nthe month of  2025  and that it  was  fit for use.\n",
        "The port of Sarn was shut on Monday by        The bank of Karsk failed on Friday and nobody\nthe dockers, who had waited for weeks.        was paid for all that it had owed them.\n",
        "It is so.   It stays.   It ends.\n",
    ] {
        assert_eq!(of_kind(&format!("{body}\n{prose}\n{body}"), SentenceKind::Row), [""; 0], "{prose}");
    }
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

#[test]
fn n3_a_heading_is_one_however_narrow_the_lines_below_it_are() {
    let text = "Talks about the harbour resume\n\nThe pilots and the harbour board met on Monday for the\nfirst time in three weeks. Both sides \
                said that an accord\nmight be near, but neither would say what it holds.\n\nArmy denies the attack\n\nA spokesman said on \
                Tuesday that no shell had been fired at\nthe town. The union did not comment.\n\nOur address\n\n12 Harbour Street, at the \
                northern quay of Sarn\nThird floor\n";
    assert_eq!(of_kind(text, SentenceKind::Heading), ["Talks about the harbour resume", "Army denies the attack"]);
}

#[test]
fn n3_a_wrapped_line_that_begins_with_a_name_and_initials_is_no_entry_of_a_list() {
    let text = "The men who had fought for the town against the army of President\nPutin in 2014, V. V. Surkov said, might be pardoned by the \
                court which\nsits there, and the state would pay them what was promised.\n";
    assert_eq!((split(text).len(), of_kind(text, SentenceKind::Row).len()), (1, 0));
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

#[test]
fn m2_a_message_is_one_line_whatever_lines_its_words_stand_on() {
    let scratch = Scratch::new("one-line");
    let text =
        "Rebels shelled the airport of Tarsk on Sunday, killing at\nleast 12 people, and the harbour master said that the town was calm.\n";
    scratch.write("seeds/a.txt", text);
    let briefing = "briefing: x\nmarking: TLP:CLEAR\nsources: {ART: {title: T, file: seeds/a.txt}}\nsections:\n  s:\n    \
                    C1: {fact: Rebels killed 12 people at the airport of Tarsk., quote: \"killing at\\nleast 12 people\"}\n";
    let library = library::open(&scratch.write("briefings/x.yaml", briefing)).expect("opens");
    let said = found(&library, "faithfulness/bound");
    assert!(said.len() == 1 && said[0].contains("at least") && !said[0].contains('\n'), "{said:?}");
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

#[test]
fn m2_a_quoted_mail_is_read_without_its_marks() {
    let expected = split(WRAPPED);
    for mark in ["> ", ">", ">> ", "> > ", "| "] {
        let quoted: String = WRAPPED.lines().flat_map(|line| [mark, line, "\n"]).collect();
        let quoted = quoted.replace("| Nothing else was said.", "| Nothing else was said of it.");
        let sentences: Vec<String> = split(&format!("Dear all,\n\n{quoted}\nRegards\n"));
        assert_eq!(sentences.len(), 5, "{mark:?}: {sentences:?}");
        let plain = |sentence: &String| sentence.replace(&format!(" {} ", mark.trim()), " ").replace(" >", " ").replace("> ", "");
        assert_eq!(plain(&sentences[1]), expected[0], "{mark:?}");
        let open =
            |name| world(name, &quoted, &["told the council on Monday that the northern railway", "by army engineers. According to"], "");
        let library = open("mail");
        for rule in ["quote/not-found", "quote/folded", "quote/ambiguous"] {
            assert_eq!(found(&library, rule), [""; 0], "{mark:?}");
        }
        let mut reader = Reader::open(open("mail-shown"), Some("port/source/ART"), 120, 40);
        let page = reader.screen().join("\n");
        assert!(!page.contains("> ") && !page.contains("| northern"), "{mark:?}: {page}");
        reader.press("/ 'on Monday that the northern railway could reopen before' Enter");
        assert!(reader.foot().contains("1/1"), "{mark:?}: {}", reader.foot());
    }
    // An answer stands apart from what it answers, and a sign of mathematics is none of a mail.
    assert_eq!(split("> Will the port close before the end of the year, as some in\n> the town say?\nNo, it will not.").len(), 2);
    assert_eq!(split("> > Will the port close?\n> It will not, says the mayor of the town, who has\n> asked.").len(), 2);
    let library = world("greater", "The draught fell by\n>50 % in the winter of that year.", &["fell by >50 %"], "");
    assert_eq!(found(&library, "quote/not-found"), [""; 0]);
}

#[test]
fn m2_a_word_that_a_hyphen_parts_at_a_line_end_is_found_with_it_and_without() {
    for hyphen in ["-", "\u{ad}", "\u{2010}", "-\r", "- "] {
        let text = format!(
            "Minister Oskar Lindqvist of Karsk told the council on Mon{hyphen}\nday that a long{hyphen}\nterm plan for 1990{hyphen}\n2000 was made. On day one.\n"
        );
        let library = |quote: &str| world("parted", &text, &[quote], "");
        for quote in [
            "council on Monday that a",
            "on Monday that a long-term plan",
            "Monday that a longterm plan",
            "on Mon- day that",
            "on Mon-day that a long- term plan",
            "for 1990-2000 was",
        ] {
            let library = library(quote);
            for rule in ["quote/not-found", "quote/folded", "quote/ambiguous"] {
                assert_eq!(found(&library, rule), [""; 0], "{hyphen:?} {quote}");
            }
        }
        for quote in ["for 19902000 was", "on Mon day that", "on Mond-ay that"] {
            assert_eq!(found(&library(quote), "quote/not-found").len(), 1, "{hyphen:?} {quote}");
        }
    }
    let inside = world("hyphen-inside", "It is a long-term plan. The long term is long.", &["a longterm plan"], "");
    assert_eq!(found(&inside, "quote/not-found").len(), 1, "a hyphen inside a line is the word's own");
    let twice = world("hyphen-twice", "He came on Monday. He left on Mon-\nday.", &["on Monday"], "");
    assert_eq!(found(&twice, "quote/ambiguous").len(), 1);
}

#[test]
fn m2_a_line_end_between_chinese_or_japanese_letters_is_nothing() {
    let chinese = "部长林德奎斯特星期一对市议会说，北方铁路可能在月底之前重新开\n通，此前军队工程师已经完成了两座桥梁的修理工作，并且在夜里的\n大雪中继续施工。港口关闭。\n";
    assert_eq!(split(chinese).len(), 2);
    let japanese = "大臣は月曜日、北部の鉄道が月末までに再開する可能性がある\nと市議会に述べた。港は閉まっている。\n";
    let quoted: String = chinese.lines().flat_map(|line| ["> ", line, "\n"]).collect();
    for (text, quote) in [
        (chinese, "铁路可能在月底之前重新开通"),
        (chinese, "重新开通，此前"),
        (chinese, "铁路可能在月底之前重新开 通"),
        (japanese, "可能性があると市議会"),
        (&quoted, "重新开通，此前军队"),
    ] {
        let library = world("han", text, &[quote], "");
        for rule in ["quote/not-found", "quote/ambiguous"] {
            assert_eq!(found(&library, rule), [""; 0], "{quote}");
        }
        assert_eq!(found(&library, "quote/folded").len(), usize::from(quote.contains(' ')), "{quote}");
    }
    let edge = world("han-edge", chinese, &["可能在月底之前重新开"], "");
    let reader = Reader::open(edge, Some("port#C1:1"), 120, 40);
    assert_eq!(reader.text_in(bluf::page::Role::Lit), "可能在月底之前重新开");
    let mut reader = Reader::open(world("han-search", chinese, &["港口关闭"], ""), Some("port/source/ART"), 120, 40);
    reader.press("/ '重新开通' Enter");
    assert!(reader.foot().contains("1/1"), "{}", reader.foot());
    // Korean has spaces.
    let korean = world("hangul", "북부 철도가 월말 전에 다시 열릴\n수 있다고 장관이 말했다.", &["열릴수 있다고"], "");
    assert_eq!(found(&korean, "quote/not-found").len(), 1);
}

#[test]
fn m2_a_narrow_column_is_read_as_paragraphs() {
    let column = "Minister Oskar Lindqvist of\nKarsk told the council on Monday\nthat the northern railway could\nreopen before the end of the\n\
                  month, after repairs to two\nbridges were finished by army\nengineers who had worked through\nthe night in heavy snow.\n";
    assert_eq!(split(column).len(), 1);
    assert_eq!(
        split(&format!("{column}\nNothing else was said about\nthe talks.\n\nAnna Berg\n12 Harbour Street\nKarsk 10115\n")).len(),
        5
    );
    for lines in [
        "rye bread from the mill\nmilk of the northern farms\neggs and cheese\nsalt\nfish from the harbour",
        "the night is dark and deep\nthe sea is cold\nand nobody can sleep\nof all the old\nwho wait outside the keep",
        "Anna Berg of the harbour\n12 Harbour Street\nKarsk 10115\nSarn and Torn",
    ] {
        assert_eq!(split(lines).len(), lines.lines().count(), "{:?}", split(lines));
    }
}

#[test]
fn m26_line_ends_of_every_kind_are_drawn_as_spaces() {
    for end in ["\u{2028}", "\u{2029}", "\u{85}", "\r"] {
        let text = WRAPPED.replace('\n', end);
        let mut reader = Reader::open(world("ends", &text, &["Nothing else"], ""), Some("port/source/ART"), 120, 40);
        let page = reader.screen().join("\n");
        assert!(!page.contains('\u{fffd}') && page.contains("council on Monday that"), "{end:?}: {page}");
        reader.press("/ 'northern railway could reopen' Enter");
        assert!(reader.foot().contains("1/1"), "{end:?}: {}", reader.foot());
    }
}

#[test]
fn n3_headings_of_every_way_to_mark_them_are_headings() {
    let body = "The dockers of Sarn voted on Monday to stop all work in the port. They left.";
    for (marked, title) in [
        ("__Dockers vote to stop__", "Dockers vote to stop"),
        ("***Dockers vote to stop***", "Dockers vote to stop"),
        ("___Dockers vote to stop___", "Dockers vote to stop"),
        ("**_Dockers vote to stop_**", "Dockers vote to stop"),
        ("## __Dockers vote to stop__", "Dockers vote to stop"),
        ("## ***Dockers vote***", "Dockers vote"),
        ("== Dockers vote ==", "Dockers vote"),
        ("=== Dockers vote ===", "Dockers vote"),
        ("<h2>Dockers vote</h2>", "Dockers vote"),
        ("<H1 class=\"top\">Dockers vote</H1>", "Dockers vote"),
        ("Port asks for talks\n\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"", "Port asks for talks"),
        ("Port asks for talks\n~~~~~~~~~~~~~~~~~~~", "Port asks for talks"),
        ("Port asks for talks\n*******************", "Port asks for talks"),
        ("Port asks for talks\n^^^^^^^^^^^^^^^^^^^", "Port asks for talks"),
        ("Port asks for talks\n+++++++++++++++++++", "Port asks for talks"),
        ("Port asks for talks\n###################", "Port asks for talks"),
        ("Port asks for talks\n...................", "Port asks for talks"),
        ("===================\nPort asks for talks\n===================", "Port asks for talks"),
        ("Dockers of Sarn vote to stop\nall work in the port\n====================", "Dockers of Sarn vote to stop all work in the port"),
        (
            "Dockers of Sarn vote to stop\nall work in the port\n---------------------------",
            "Dockers of Sarn vote to stop all work in the port",
        ),
    ] {
        let text = format!("{body}\n\n{marked}\n\n{body}\n");
        assert_eq!(of_kind(&text, SentenceKind::Heading), [title], "{marked}");
        assert_eq!(split(&text).len(), 4, "{marked}: {:?}", split(&text));
    }
    for text in [
        "He said so *twice*.",
        "__init__ is called first, and then the rest.",
        "**Berg** and **Lind**",
        "The day is over\n***",
        "The port is shut.\n-----------------",
        "He came at night.\nHe left\n-------",
        "a == b == c",
        "<h2>Berg</h3>",
    ] {
        assert_eq!(of_kind(&format!("{body}\n\n{text}\n\n{body}\n"), SentenceKind::Heading), [""; 0], "{text}");
    }
    let code = format!("{body}\n\n```sh\n# port open\nport | open | now\n```\n\n{body}\n\n```\nport open\n```\nIt stays so.\n");
    assert_eq!(of_kind(&code, SentenceKind::Heading), [""; 0]);
    assert!(split(&code).iter().all(|sentence| !sentence.contains("```")), "{:?}", split(&code));
    assert!(split(&code).contains(&"They left.".to_owned()) && split(&code).contains(&"It stays so.".to_owned()), "{:?}", split(&code));
    let open = || world("marked-heading", &format!("***Mayor is away***\n\n{body}\n"), &["Mayor is away"], "");
    let mut reader = Reader::open(open(), Some("port#C1:1"), 120, 40);
    reader.shows("heading 1 of 1");
    assert!(!reader.screen().join("\n").contains("***"));
}

#[test]
fn n3_what_a_page_puts_around_its_text_is_no_sentence_and_what_looks_like_it_is_one() {
    let body = "The port is shut. It stays so.";
    for line in [
        "© 2026 Holm Press. All rights reserved.",
        "Copyright 2026 Holm Press. All rights reserved.",
        "Copyright (c) 2026 by Holm Press",
        "(c) 2026 Holm Press",
        "All rights reserved.",
        "Share this article",
        "Share this story.",
        "Share on Facebook",
        "Follow us on Telegram for the latest news.",
        "Follow us on X and Facebook",
        "Sign up for our newsletter.",
        "By Anna Berg",
        "By Anna Berg and Lind Holm, Holm Press",
        "BY ANNA BERG AND LIND HOLM",
        "By Anna van den Berg in Karsk",
        "Updated 4:05 p.m. EST, Nov. 22, 2026",
        "Last updated: 22 November 2026 at 16:05 GMT",
        "Published 22nd November 2026",
        "Updated 3 hours ago",
        "Tags: port, strike, dockers",
        "Filed under: Ports",
        "Related: Dockers vote to stop work",
        "</div>",
        "<br/>",
        "<div class=\"x\"><p>",
        "<!-- an advertisement stood here -->",
        "1 See note 4.",
        "12 Ibid., p. 4.",
    ] {
        assert_eq!(split(&format!("{body}\n\n{line}\n\n{body}\n")).len(), 4, "{line}");
    }
    for line in [
        "Share prices fell.",
        "Follow us, he said.",
        "By Monday the port was shut.",
        "By Friday Evening Nobody Came.",
        "By Anna Berg the port was shut.",
        "By Sarn and Torn he passed.",
        "Updated figures show 4 ships.",
        "Published on Monday, the report names 4 ships.",
        "Copyright law is disputed.",
        "Tags: he wore two of them.",
        "1 ship left.",
        "<anna@berg.example> wrote it.",
    ] {
        assert_eq!(split(&format!("{body}\n\n{line}\n\n{body}\n")).len(), 5, "{line}");
    }
}

/// Most words of a short quote differ, and the eye sees none of it.
#[test]
fn n16_what_looks_like_the_source_is_named_by_its_characters() {
    let text = "Это Иран, говорит издание. هنا كتاب علي هنا. The eﬃcient ﬂeet left.";
    for (quote, codes) in [
        ("Иpан", &["U+0440"][..]),
        ("کتاب علی", &["U+0643", "U+06A9", "U+06CC"]),
        ("efficient fleet", &["U+FB03", "U+FB02"]),
        ("Иpaн, говорит издание", &["U+0440", "U+0430"]),
    ] {
        let library = world("look", text, &[quote], "");
        let findings = library.entries()[0].findings();
        let found = findings.iter().find(|finding| finding.rule == "quote/not-found").expect("not found");
        let hint = found.hint.as_deref().unwrap_or_default();
        assert!(codes.iter().all(|code| hint.contains(code)) && hint.contains("write `quote: "), "{quote}: {hint}");
    }
}

const BROKEN_WORD: &str = "\
The council of the harbour wrote on Monday to the ministry of the coast that all
of its pilots had been told to wait for the tide before the ferries could leave.
The ministry has answered that no ferry may leave before the storm is over, and
that nobody has asked for more.

“We left every-
thing behind,” said a pilot who had come from the island with the last of the
boats that were able to sail before the storm had reached the harbour wall.
";

#[test]
fn n3_a_word_that_is_broken_at_the_end_of_a_short_line_goes_on_in_text_that_is_wrapped() {
    let sentences = split(BROKEN_WORD);
    assert_eq!(sentences.len(), 3, "{sentences:?}");
    assert!(sentences[2].starts_with("“We left every- thing behind,” said"), "{sentences:?}");
    assert_eq!(split("Fares:\n\nferries, pre-\nbooked\n\nships\n").len(), 4, "nothing there is wrapped");
}
