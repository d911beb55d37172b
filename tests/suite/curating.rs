//! Curating in the reader: from the words of a source to a claim, and every act back again.

use crate::support::terminal::{Terminal, bluf, foot, text};
use crate::support::{Random, Reader, Scratch, keys};
use bluf::acts::candidates::Waiting;
use bluf::acts::changes::{Asked, Does, changes};
use bluf::acts::curate::{Act, Filled, Holds, done};
use bluf::acts::file::change;
use bluf::acts::merge::merged;
use bluf::acts::quoted::{Quoted, Words};
use bluf::acts::quoting::Quoting;
use bluf::briefing::model::{Candidate, ItemKind, Passage};
use bluf::briefing::rename::Of;
use bluf::briefing::{Digest, Pin, SourceText};
use bluf::library::held_briefing::FileText;
use bluf::library::{self, HeldBriefing};
use bluf::page::World;
use bluf::tui::model::{Effect, Message};
use bluf::yaml::Tree;
use similar::{ChangeTag, TextDiff};
use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

const TIDE: &str = "# The tide\n\nThe tide is late. Nobody knows why it may stay late. The port said so on Monday.\n\nThe harbour is blue. The tide is late.\n";

/// A briefing with a comment, and no claim yet.
const EMPTY: &str = "# Ours.\nbriefing: tide\ntitle: The tide\nmarking: TLP:GREEN\ndate: 2026-11-20\nsources:\n  LOG:\n    title: The log # of the port\n    file: seeds/tide.txt\n    reliability: B\nsections:\n  sea:\n";

fn tide(name: &str) -> Scratch {
    let scratch = Scratch::new(&format!("curating-{name}"));
    scratch.write("seeds/tide.txt", TIDE);
    scratch.write("briefings/tide.yaml", EMPTY);
    scratch
}

/// A browser whose acts are done on the disk, as the loop does them.
struct Desk {
    scratch: Scratch,
    reader: Reader,
}

impl Desk {
    fn open(scratch: Scratch, address: &str) -> Self {
        let library = library::open(&scratch.0).expect("a library");
        let reader = Reader::open(World::from(library), Some(address), 120, 40);
        Self { scratch, reader }
    }

    fn file(&self) -> PathBuf {
        self.scratch.0.join("briefings/tide.yaml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("read")
    }

    fn press(&mut self, line: &str) -> &mut Self {
        for key in keys(line) {
            let effects = self.reader.model.update(&Message::Key(key));
            for effect in effects {
                self.perform(effect);
            }
            self.reader.arrange();
        }
        self
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Change(asked) => {
                let result = change(&asked.file, &asked.before, &asked.after).map_err(|why| why.to_string());
                self.reader.model.update(&Message::Reread(library::open(&self.scratch.0).expect("a library")));
                self.reader.model.update(&Message::Acted { result, asked });
            }
            Effect::FindOldText(sought) => {
                let found = sought.bring();
                for effect in self.reader.model.update(&Message::OldText { sought, found }) {
                    self.perform(effect);
                }
            }
            _ => {}
        }
    }

    fn go(&mut self, address: &str) {
        self.reader.model.visit(address.parse().expect("an address")).expect("a place");
        self.reader.arrange();
    }

    fn type_in(&mut self, words: &str) -> &mut Self {
        self.reader.model.update(&Message::Paste(words.to_owned()));
        self
    }
}

#[test]
fn n21_a_source_is_worked_through_from_top_to_bottom_with_few_keys_a_claim() {
    let mut desk = Desk::open(tide("walk"), "tide/source");
    // Five keys: the claim, and its four fields as they are proposed.
    desk.press("Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C1 was made. u takes it back.");
    let first = desk.text();
    assert_eq!(
        first.strip_prefix(EMPTY.trim_end_matches("  sea:\n")),
        Some("  sea:\n    C1:\n      fact: The tide is late.\n      quote:\n        exact: The tide is late.\n        prefix: tide\n"),
    );
    // The cursor is on the next open sentence: another kind, other words, a section of its own, a grade.
    desk.press("Q Down Enter C-u").type_in("It is not known why it may stay late").press("Enter C-u").type_in("why").press("Enter 2 Enter");
    assert_eq!(desk.reader.notice(), "C2 was made. u takes it back.");
    // The next one says what C2 says.
    desk.press("I Enter");
    assert_eq!(desk.reader.notice(), "C2 has these words too. u takes it back.");
    desk.press("Z").type_in("Colour: no claim").press("Enter");
    assert_eq!(desk.reader.notice(), "LOG has these words set aside. u takes it back.");
    let last = desk.text();
    let library = library::open(&desk.scratch.0).expect("a library");
    let held = library.entries()[0].clone();
    assert_eq!(held.resolved.briefing.claims.len(), 2, "{last}");
    assert_eq!(held.resolved.briefing.claims[1].passages.len(), 2);
    let errors: Vec<_> =
        held.findings().iter().filter(|finding| finding.rule.starts_with("quote/") || finding.rule.starts_with("yaml/")).collect();
    assert!(errors.is_empty(), "{errors:?}\n{last}");
    assert!(last.contains("title: The log # of the port\n") && last.starts_with("# Ours.\n"), "{last}");
    // All taken back, the file is the first one byte for byte.
    desk.press("u u u u");
    assert_eq!(desk.text(), EMPTY);
    desk.press("u");
    assert_eq!(desk.reader.notice(), "Nothing was changed since the program began.");
}

#[test]
fn n21_what_a_claim_quotes_is_not_set_aside_and_what_is_set_aside_is_not_quoted() {
    let mut desk = Desk::open(tide("both"), "tide/source");
    desk.press("Q Enter Enter Enter Enter");
    // More words lead on to the next open sentence, as a claim does.
    desk.press("I Enter").press("Q Enter Enter Enter Enter");
    let claimed = desk.text();
    let library = library::open(&desk.scratch.0).expect("a library");
    assert_eq!(library.entries()[0].resolved.evidence().coverage[0].iter().filter(|one| one.claims.len() == 1).count(), 3, "{claimed}");
    desk.go("tide/source/LOG:2");
    desk.press("Z");
    assert_eq!(desk.reader.notice(), "C1 quotes these words: what a claim quotes is not set aside.");
    // A part of it, and more than it.
    desk.press("v l l l l l Z");
    assert!(desk.reader.notice().starts_with("C1 quotes these words"), "{}", desk.reader.notice());
    desk.press("Esc");
    desk.go("tide/source/LOG:4");
    desk.press("Z").type_in("Colour").press("Enter");
    let aside = desk.text();
    assert!(aside.contains("set_aside:"), "{aside}");
    desk.go("tide/source/LOG:4");
    for key in ["I", "Q", "Z"] {
        desk.press(key);
        assert!(desk.reader.notice().starts_with("These words are set aside"), "{key}: {}", desk.reader.notice());
    }
    assert_eq!(desk.text(), aside);
}

#[test]
fn n21_a_form_that_takes_no_answer_says_why_on_its_line_and_what_fits() {
    let mut desk = Desk::open(tide("forms"), "tide/source");
    desk.press("I");
    assert_eq!(desk.reader.notice(), "There is no claim yet that has more words: make one of these.");
    assert!(desk.reader.foot().contains("There is no claim yet"), "{}", desk.reader.foot());
    let refused = |desk: &mut Desk, words: &str| {
        let (before, foot) = (desk.text(), desk.reader.foot());
        assert!(foot.contains(words), "“{words}” is not in {foot}");
        assert_eq!(before, EMPTY);
    };
    desk.press("Q").type_in("zz").press("Enter");
    refused(&mut desk, "`zz` is none of fact, assessment, assumption, forecast");
    desk.press("C-u").type_in("forcast").press("Enter");
    refused(&mut desk, "did you mean `forecast`?");
    desk.press("C-u").type_in("fact").press("Enter Enter Enter").type_in("7").press("Enter");
    refused(&mut desk, "`7` is none of 1, 2, 3, 4, 5, 6");
    // The next key shows the field again.
    desk.press("Backspace");
    assert!(desk.reader.foot().contains("credibility"), "{}", desk.reader.foot());
    desk.press("Esc Z Enter");
    refused(&mut desk, "Something belongs here: why.");
    desk.press("Esc");
    desk.go("tide");
    desk.press("V").type_in("judgement").press("Enter");
    refused(&mut desk, "did you mean `new judgement`?");
    // What has no room is cut, and what was typed is still seen.
    desk.reader.resize(60, 24);
    refused(&mut desk, "judgement");
    desk.press("Esc");
    desk.reader.resize(120, 40);
    desk.press("V").type_in("new actor").press("Enter").type_in("Sea Port").press("Enter Enter Enter");
    refused(&mut desk, "`Sea Port` is no name");
}

#[test]
fn n21_selected_words_become_a_claim_and_words_that_stand_twice_are_told_apart() {
    let mut desk = Desk::open(tide("select"), "tide/source");
    desk.press("j v l l l l l l l l l l l Q Enter C-u").type_in("Nobody knows").press("Enter Enter Enter");
    let text = desk.text();
    assert!(text.contains("quote: Nobody knows\n"), "{text}");
    assert!(
        library::open(&desk.scratch.0).expect("a library").entries()[0].findings().iter().all(|finding| finding.rule != "quote/not-found")
    );
}

#[test]
fn n21_what_others_write_meanwhile_stays_and_the_same_lines_are_not_fought_over() {
    let mut desk = Desk::open(tide("others"), "tide/source");
    // An editor has put a line at the top, and the reader has not heard of it.
    fs::write(desk.file(), format!("# Theirs.\n{EMPTY}")).expect("written");
    desk.press("Q Enter Enter Enter Enter");
    let text = desk.text();
    assert!(text.starts_with("# Theirs.\n# Ours.\n") && text.contains("C1:"), "{text}");
    // Taking it back leaves what they wrote since.
    fs::write(desk.file(), text.replace("title: The tide", "title: The late tide")).expect("written");
    desk.press("u");
    assert_eq!(desk.text(), format!("# Theirs.\n{EMPTY}").replace("title: The tide", "title: The late tide"));
    // The lines of the act itself were changed: nothing is written, and it can be taken back later.
    desk.press("Q Enter Enter Enter Enter");
    let mine = desk.text();
    fs::write(desk.file(), mine.replace(" late.\n", " late!\n")).expect("written");
    desk.press("u");
    assert!(desk.reader.notice().contains("changed by another program meanwhile"), "{}", desk.reader.notice());
    assert_ne!(desk.text(), mine);
    assert_eq!(desk.text(), mine.replace(" late.\n", " late!\n"));
    fs::write(desk.file(), mine).expect("written");
    desk.press("u");
    assert!(!desk.text().contains("C1"));
}

#[test]
fn n21_an_item_is_changed_rated_linked_and_renamed_by_the_words_of_the_format() {
    let scratch = tide("change");
    let mut desk = Desk::open(scratch, "tide/source");
    desk.press("Q Enter Enter Enter Enter");
    desk.go("tide");
    desk.press("V C-u").type_in("new judgement").press("Enter").type_in("The tide stays late").press("Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "J1 was made. u takes it back.");
    desk.go("tide#J1");
    desk.press("V C-u").type_in("likelihood").press("Enter").type_in("likly").press("Enter");
    assert!(desk.reader.notice().contains("did you mean `likely`?"), "{}", desk.reader.notice());
    desk.press("C-u").type_in("likely").press("Enter");
    desk.press("V C-u").type_in("claims +").press("Enter Enter");
    desk.press("V C-u").type_in("new indicator").press("Enter").type_in("The log names a day").press("Enter Down Enter");
    // What people call its name is its id. A word that is none of many leaves room for how to find them.
    desk.press("V C-u").type_in("zz").press("Enter");
    assert!(desk.reader.foot().contains("↑ and ↓ go through them"), "{}", desk.reader.foot());
    desk.press("C-u").type_in("name").press("Enter C-u").type_in("J7").press("Enter");
    assert!(desk.reader.head().contains("› J7"), "the page goes with its item: {}", desk.reader.head());
    let text = desk.text();
    for line in ["J7:", "section: sea", "text: The tide stays late", "likelihood: likely", "claims: [C1]", "I1:", "J7: down"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // What stands there gives way to what is typed.
    desk.press("V C-u").type_in("id").press("Enter").type_in("C7").press("Enter");
    assert_eq!(desk.reader.notice(), "`C7` is no name for it; ids here are J and a number: J1.");
    // What was typed is still there, to be mended or given up.
    desk.press("Esc u u u u u u");
    assert_eq!(desk.text(), EMPTY);
}

#[test]
fn n21_what_an_act_that_was_killed_has_left_goes_with_the_next() {
    let scratch = tide("left");
    let left = scratch.write("briefings/.bluf-AbC123", "briefing: ti");
    let old = std::time::SystemTime::now() - Duration::from_mins(1);
    fs::File::options().append(true).open(&left).expect("there").set_modified(old).expect("its time");
    let mut desk = Desk::open(scratch, "tide/source");
    desk.press("Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C1 was made. u takes it back.");
    assert!(!left.exists());
}

/// What a draft leaves: two sections of sentences, one of them in the file's own.
const WAITING: &str = "candidates:
  # The tide
  sea:
    - assessment: Nobody knows why it may stay late.
      quote: Nobody knows why it may stay late.
    - fact: The port said so on Monday.
      quote: The port said so on Monday.
  # The harbour
  harbour:
    - fact: The harbour is blue.
      quote:
        - The harbour
        - is blue
";

fn waiting(name: &str) -> Scratch {
    let scratch = tide(name);
    scratch.write("briefings/tide.yaml", format!("{EMPTY}{WAITING}"));
    scratch
}

#[test]
fn n24_a_candidate_is_taken_as_it_was_read_and_waits_no_longer() {
    let mut desk = Desk::open(waiting("take"), "tide/source");
    // The second sentence: its kind and its section come from the draft.
    desk.press("j Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C1 was made. u takes it back.");
    let text = desk.text();
    let claim = "  sea:\n    C1:\n      assessment: Nobody knows why it may stay late.\n      quote: Nobody knows why it may stay late.\n";
    assert!(text.contains(claim), "{text}");
    let left = "candidates:\n  # The tide\n  sea:\n    - fact: The port said so on Monday.\n";
    assert!(text.contains(left), "{text}");
    // From the list: the row of the cursor, with both its passages, into a section of its own.
    desk.go("tide/candidates");
    desk.press("G Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C2 was made. u takes it back.");
    let text = desk.text();
    assert!(text.contains("  harbour:\n    C2:\n      fact: The harbour is blue.\n      quote: [The harbour, is blue]\n"), "{text}");
    assert!(!text.contains("# The harbour"), "{text}");
    // The last one is set aside: nothing waits, and nothing says that anything does.
    desk.press("g Z").type_in("No date").press("Enter");
    assert_eq!(desk.reader.notice(), "LOG has these words set aside. u takes it back.");
    assert!(!desk.text().contains("candidates") && !desk.text().contains("# The tide"), "{}", desk.text());
    desk.press("u u u");
    assert_eq!(desk.text(), format!("{EMPTY}{WAITING}"));
}

#[test]
fn n24_the_open_sentences_of_a_source_wait_at_one_key() {
    let mut desk = Desk::open(tide("draft"), "tide/source");
    desk.press("Q Enter Enter Enter Enter").press("G Z").type_in("It stands above").press("Enter");
    let before = desk.text();
    desk.press("D");
    assert_eq!(desk.reader.notice(), "The briefing has 3 candidates more. u takes it back.");
    let waits = "candidates:\n  the-tide:\n    - forecast: Nobody knows why it may stay late.\n      quote: Nobody knows why it may stay late.\n    - fact: The port said so on Monday.\n      quote: The port said so on Monday.\n    - fact: The harbour is blue.\n      quote: The harbour is blue.\n";
    assert_eq!(desk.text(), format!("{before}{waits}"));
    desk.press("D");
    assert_eq!(desk.reader.notice(), "No sentence here is open that could wait.");
    desk.press("u");
    assert_eq!(desk.text(), before);
    // What is taken back may wait again, and what waits is taken by the same keys.
    desk.press("D g j Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C2 was made. u takes it back.");
    assert!(desk.text().contains("  the-tide:\n    C2:\n"), "{}", desk.text());
}

#[test]
fn n24_words_that_are_selected_leave_their_candidate_and_one_that_is_gone_is_not_taken() {
    let mut desk = Desk::open(waiting("leave"), "tide/source");
    desk.press("j v l l l l l l l l l l l Q Enter C-u").type_in("Nobody knows").press("Enter Enter Enter");
    assert!(desk.text().contains("quote: Nobody knows\n"), "{}", desk.text());
    assert!(desk.text().contains(WAITING), "{}", desk.text());
    desk.press("u");
    // Somebody drops it while the form is open.
    desk.go("tide/candidates");
    desk.press("j Q Enter Enter Enter");
    let now = desk.text().replace("    - fact: The port said so on Monday.\n      quote: The port said so on Monday.\n", "");
    fs::write(desk.file(), &now).expect("written");
    desk.reader.model.update(&Message::Reread(library::open(&desk.scratch.0).expect("a library")));
    desk.press("Enter");
    assert_eq!(desk.reader.notice(), "Nothing was changed: the candidate is no longer there.");
    assert_eq!(desk.text(), now);
}

#[test]
fn n21_a_form_changes_the_briefing_that_it_was_opened_on_whatever_is_read_meanwhile() {
    let scratch = tide("other");
    scratch.write("briefings/ebb.yaml", EMPTY.replace("tide\ntitle: The tide", "ebb\ntitle: The ebb"));
    let mut desk = Desk::open(scratch, "tide/source");
    desk.press("Q Enter Enter Enter Enter");
    let tide = desk.text();
    // From inside the one to the list, and on the list to the other.
    desk.press("0 g");
    let on = desk.reader.model.hints().iter().map(|hint| hint.words.clone()).collect::<Vec<_>>().join(" ");
    desk.press(if on.contains("ebb") { "V" } else { "j V" })
        .press("C-u")
        .type_in("title")
        .press("Enter C-u")
        .type_in("The neap")
        .press("Enter");
    assert_eq!(desk.text(), tide);
    let ebb = fs::read_to_string(desk.scratch.0.join("briefings/ebb.yaml")).expect("read");
    assert!(ebb.contains("title: The neap\n"), "{ebb}");
    // The claim of the form is C1, though another stands before it when it is filled.
    desk.go("tide#C1");
    desk.press("V C-u").type_in("credibility").press("Enter");
    let now = tide.replace("    C1:\n", "    C9: {fact: The tide is late., quote: {exact: The tide is late., suffix: Nobody}}\n    C1:\n");
    fs::write(desk.file(), &now).expect("written");
    desk.reader.model.update(&Message::Reread(library::open(&desk.scratch.0).expect("a library")));
    desk.press("C-u").type_in("2").press("Enter");
    assert_eq!(desk.reader.notice(), "C1 has another credibility. u takes it back.");
    assert!(desk.text().ends_with("        prefix: tide\n      credibility: 2\n"), "{}", desk.text());
}

#[test]
fn n21_a_claim_goes_to_another_section_with_its_comments() {
    let scratch = tide("move");
    scratch.write("briefings/tide.yaml", COMMENTED);
    let mut desk = Desk::open(scratch, "tide#C3");
    desk.press("V C-u").type_in("section").press("Enter Enter");
    assert_eq!(desk.reader.notice(), "C3 is in port now. u takes it back.");
    let text = desk.text();
    let claim = "    # The next hangs on it.\n    C3:\n      forecast: >-\n        It may\n        stay late.\n      quote:\n      - Nobody knows why it may stay late.   # all of it\n      credibility: 3\n";
    let before = "  port: # who said what\n    C2: { assessment: \"It said so on Monday.\", quote: The port said so on Monday. }\n";
    assert!(text.contains(&format!("{before}{claim}judgements:")), "{text}");
    assert_eq!(text.len(), COMMENTED.len());
    desk.press("u");
    assert_eq!(desk.text(), COMMENTED);
}

/// A pinned source of which one sentence says something else today, and one stands twice.
fn drifted(name: &str) -> Scratch {
    let scratch = tide(name);
    let pinned = Digest::of(&SourceText::new(TIDE.to_owned()));
    let quoting = "    C1:
      fact: The port said so on Monday.
      quote: The port said so on Monday.
    C2:
      fact: The harbour is blue.
      quote: The harbour is blue. # colour
    C3:
      forecast: It may stay late.
      quote:
        exact: it may stay late
        suffix: '. The port'
";
    let briefing = EMPTY.replace("    reliability", &format!("    sha256: {pinned}\n    reliability"));
    scratch.write("briefings/tide.yaml", format!("{briefing}{quoting}"));
    let today = TIDE
        .replace("said so on Monday", "denied it on Monday")
        .replace("The harbour is blue.", "The harbour is blue. The harbour is blue.");
    scratch.write("seeds/tide.txt", today);
    scratch
}

#[test]
fn n21_what_a_source_says_today_is_taken_one_passage_at_a_time_and_pinned_at_the_end() {
    let mut desk = Desk::open(drifted("drift"), "tide/source/LOG/drift");
    let before = desk.text();
    // On a passage that stands the key leads to one that does not: it is seen before it is changed.
    desk.press("G P");
    assert_eq!(desk.text(), before);
    desk.press("P");
    assert_eq!(desk.reader.notice(), "C1 quotes the words of today. u takes it back.");
    assert_eq!(desk.text(), before.replace("quote: The port said so on", "quote: The port denied it on"));
    // Words that stand twice: which of them is asked, and the comment behind them stays.
    desk.press("P P Down Enter");
    assert_eq!(desk.reader.notice(), "C2 quotes the words of today. u takes it back.");
    assert!(desk.text().contains("quote: {exact: The harbour is blue., prefix: blue.} # colour\n"), "{}", desk.text());
    desk.press("P");
    assert_eq!(desk.reader.notice(), "LOG is pinned as it was read. u takes it back.");
    let library = library::open(&desk.scratch.0).expect("a library");
    assert_eq!(library.entries()[0].resolved.pins(), [Pin::Unchanged]);
    desk.press("u u u");
    assert_eq!(desk.text(), before);
}

#[test]
fn n21_of_two_stretches_that_agree_as_well_none_is_taken_unasked() {
    let scratch = drifted("unasked");
    scratch.write("seeds/tide.txt", TIDE.replace("said so", "denied it") + "\nThe port knew it on Monday.\n");
    let mut desk = Desk::open(scratch, "tide/source/LOG/drift");
    let before = desk.text();
    desk.press("P");
    assert_eq!(desk.text(), before);
    desk.press("Enter");
    assert_eq!(desk.reader.notice(), "C1 quotes the words of today. u takes it back.");
    assert!(desk.text().contains("quote: The port denied it on Monday.\n"), "{}", desk.text());
}

#[test]
fn n21_the_old_text_is_not_kept_where_a_quote_is_of_today() {
    let scratch = drifted("today");
    scratch.write("seeds/tide-old.txt", TIDE);
    let mut desk = Desk::open(scratch, "tide/source/LOG/drift");
    let before = desk.text();
    desk.press("P P");
    let anew = desk.text();
    assert_ne!(anew, before);
    desk.press("O");
    let notice = desk.reader.notice();
    assert!(notice.contains("words that the old text does not have: undo what anchored them anew"), "{notice}");
    assert_eq!(desk.text(), anew);
    desk.press("u O");
    assert!(desk.reader.notice().starts_with("LOG2 has the text of today"), "{}", desk.reader.notice());
}

#[test]
fn n21_the_old_text_stays_a_source_beside_the_new_one() {
    let mut desk = Desk::open(drifted("old"), "tide/source/LOG/drift");
    let before = desk.text();
    desk.press("O");
    let notice = desk.reader.notice();
    assert!(notice.starts_with("The text that was pinned is in none of 1 file of the library."), "{notice}");
    assert!(notice.ends_with("Where you have it, put it there as seeds/tide-old.txt."), "{notice}");
    desk.scratch.write("seeds/tide-0.txt", "Something else.\n");
    desk.scratch.write("seeds/tide-2026-11.txt", TIDE);
    desk.press("O");
    assert_eq!(
        desk.reader.notice(),
        "LOG2 has the text of today, without a grade yet; LOG has that of seeds/tide-2026-11.txt. u takes it back."
    );
    let library = library::open(&desk.scratch.0).expect("a library");
    let held = &library.entries()[0];
    assert_eq!(held.resolved.pins(), [Pin::Unchanged, Pin::Unchanged], "{}", desk.text());
    let lost = held.findings().iter().filter(|finding| finding.rule == "quote/not-found").count();
    assert_eq!(lost, 0, "{:?}", held.findings());
    // Passages that needed to name no source are still of the first.
    for lines in [
        "      quote: {LOG: The port said so on Monday.}\n",
        "      quote: {LOG: The harbour is blue.} # colour\n",
        "      quote:\n        LOG:\n          exact: it may stay late\n          suffix: '. The port'\n",
        "  LOG2:\n    title: The log\n",
    ] {
        assert!(desk.text().contains(lines), "{lines}\n{}", desk.text());
    }
    desk.press("u");
    assert_eq!(desk.text(), before);
}

#[test]
fn n21_what_the_text_of_today_lacks_is_said() {
    let scratch = drifted("lacks");
    let graded = fs::read_to_string(scratch.0.join("briefings/tide.yaml")).expect("read");
    scratch.write("briefings/tide.yaml", graded.replace("    reliability", "    date: 2026-11-02\n    reliability"));
    scratch.write("seeds/tide-old.txt", TIDE);
    let mut desk = Desk::open(scratch, "tide/source/LOG/drift");
    desk.press("O");
    let notice = desk.reader.notice();
    assert!(notice.starts_with("LOG2 has the text of today, without a date or a grade yet; LOG has that of"), "{notice}");
}

/// Git, with nothing of whoever runs the tests.
fn git(scratch: &Scratch, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(&scratch.0).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", &scratch.0);
    git.env("GIT_COMMITTER_DATE", "2026-11-20T12:00:00").args(["-c", "user.name=A", "-c", "user.email=a@x.test"]);
    let output = git.args(arguments).output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The source of [`drifted`] with its pinned text in an earlier revision, and in no file.
fn committed(name: &str) -> Scratch {
    let scratch = drifted(name);
    let today = fs::read(scratch.0.join("seeds/tide.txt")).expect("read");
    git(&scratch, &["init", "-q", "."]);
    for text in [TIDE.as_bytes(), b"\xff no text", &today] {
        scratch.write("seeds/tide.txt", text);
        git(&scratch, &["add", "-A"]);
        git(&scratch, &["commit", "-qm", "The tide"]);
    }
    scratch
}

#[test]
fn n21_the_old_text_is_found_anywhere_in_the_library_by_its_hash() {
    let mut desk = Desk::open(drifted("anywhere"), "tide/source/LOG/drift");
    desk.scratch.write("seeds/originals/log.txt", TIDE);
    desk.press("O");
    assert_eq!(
        desk.reader.notice(),
        "LOG2 has the text of today, without a grade yet; LOG has that of seeds/originals/log.txt. u takes it back."
    );
}

#[test]
fn n21_the_old_text_is_taken_out_of_the_history_of_git() {
    let mut desk = Desk::open(committed("history"), "tide/source/LOG/drift");
    // Nothing that is there is replaced.
    desk.scratch.write("seeds/tide-2026-11-20.txt", "Something else.\n");
    desk.press("O");
    assert_eq!(
        desk.reader.notice(),
        "LOG2 has the text of today, without a grade yet; LOG has that of seeds/tide-2026-11-20-2.txt. u takes it back."
    );
    assert_eq!(fs::read_to_string(desk.scratch.0.join("seeds/tide-2026-11-20-2.txt")).expect("read"), TIDE);
    // A second time it is in a file.
    desk.press("u O");
    assert_eq!(
        desk.reader.notice(),
        "LOG2 has the text of today, without a grade yet; LOG has that of seeds/tide-2026-11-20-2.txt. u takes it back."
    );
}

/// Git answers when it likes, and a library may have many files.
#[test]
fn n21_the_old_text_is_looked_for_while_keys_are_answered() {
    let mut desk = Desk::open(committed("thread"), "tide/source/LOG/drift");
    let key = Message::Key(keys("O").remove(0));
    let effects = desk.reader.model.update(&key);
    let [Effect::FindOldText(sought)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(desk.reader.notice(), "The old text is looked for in the library and in its history.");
    assert!(desk.reader.model.update(&key).is_empty());
    assert_eq!(desk.reader.notice(), "The old text is still being looked for.");
    // Whoever has gone on is told where it is, and nothing is done behind their back.
    let before = desk.text();
    desk.press("Enter");
    let found = Message::OldText { sought: sought.clone(), found: Ok("seeds/tide-2025.txt".to_owned()) };
    assert!(desk.reader.model.update(&found).is_empty());
    assert!(desk.reader.notice().starts_with("The old text is in seeds/tide-2025.txt; O on the page"), "{}", desk.reader.notice());
    assert_eq!(desk.text(), before);
    let library = desk.scratch.0.to_str().expect("a path").to_owned();
    let mut program = Terminal::start(bluf(&["--library", &library, "tide/source/LOG/drift"]), 120, 40);
    program.wait_for_text("LOG");
    program.type_in("O");
    program.wait_for_text("LOG2 has the text of today");
    program.quit();
}

#[test]
fn n21_where_the_old_text_is_stands_below_what_has_drifted() {
    let run = |scratch: &Scratch, restricted: &[&str]| {
        let mut bluf = Command::new(env!("CARGO_BIN_EXE_bluf"));
        let output = bluf.args(restricted).arg("drift").arg("--library").arg(&scratch.0).output().expect("run");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let scratch = committed("offered");
    let printed = run(&scratch, &[]);
    assert!(printed.contains("The text that was pinned is in Git, in revision "), "{printed}");
    assert!(printed.contains(" of 2026-11-20. `O` on tide/source/LOG/drift, in the reader, keeps it"), "{printed}");
    let restricted = run(&scratch, &["--restricted"]);
    assert!(restricted.contains("do not stand at one place") && !restricted.contains("The text that was pinned is"), "{restricted}");
    fs::remove_dir_all(scratch.0.join(".git")).expect("remove");
    let nowhere = run(&scratch, &[]);
    assert!(nowhere.contains("is in none of 1 file of the library. The history of seeds/tide.txt cannot be read: git says: "), "{nowhere}");
    scratch.write("seeds/old/log.txt", TIDE);
    let printed = run(&scratch, &[]);
    assert!(printed.contains("The text that was pinned is in seeds/old/log.txt. `O` on"), "{printed}");
}

#[test]
fn n21_git_that_never_answers_is_not_waited_for() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = drifted("slow");
    let slow = scratch.write("bin/git", "#!/bin/sh\nsleep 60\n");
    fs::set_permissions(&slow, fs::Permissions::from_mode(0o755)).expect("permissions");
    let path = format!("{}:{}", scratch.0.join("bin").display(), std::env::var("PATH").expect("a path"));
    let begun = std::time::Instant::now();
    let output = Command::new(env!("CARGO_BIN_EXE_bluf")).env("PATH", path).arg("drift").arg("--library").arg(&scratch.0).output();
    let printed = String::from_utf8(output.expect("run").stdout).expect("UTF-8");
    assert!(printed.contains("cannot be read: git takes more than 5 seconds"), "{printed}");
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn n21_drift_is_printed_and_is_a_finding() {
    let scratch = drifted("printed");
    let library = scratch.0.to_str().expect("UTF-8");
    let run = || Command::new(env!("CARGO_BIN_EXE_bluf")).args(["drift", "--library", library]).output().expect("run");
    let drift = run();
    let text = String::from_utf8(drift.stdout).expect("UTF-8");
    assert_eq!(drift.status.code(), Some(1), "{text}");
    assert!(text.contains("2 of 3 passages do not stand at one place in the text.") && text.contains("+denied it+"), "{text}");
    scratch.write("seeds/tide.txt", TIDE);
    let none = run();
    assert_eq!((none.status.code(), none.stdout.len()), (Some(0), 0));
    assert_eq!(String::from_utf8(none.stderr).expect("UTF-8"), "bluf: nothing has drifted in 1 source\n");
    // Of a text that is gone nobody can say so.
    fs::remove_file(scratch.0.join("seeds/tide.txt")).expect("removed");
    let gone = run();
    let said = String::from_utf8(gone.stderr).expect("UTF-8");
    assert!(gone.status.code() == Some(1) && said.contains("seeds/tide.txt cannot be read") && !said.contains("nothing"), "{said}");
}

#[test]
fn n21_a_text_that_lost_a_passage_is_not_pinned() {
    let scratch = drifted("unpinned");
    let before = fs::read_to_string(scratch.0.join("briefings/tide.yaml")).expect("read");
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_bluf")).arg("--library").arg(&scratch.0).args(arguments).output().expect("run");
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let (code, said) = run(&["pin", "--changed"]);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(said, "LOG: not pinned: passages of C1, C2 do not stand at one place in its text; `bluf drift` proposes which are meant\n");
    assert_eq!(fs::read_to_string(scratch.0.join("briefings/tide.yaml")).expect("read"), before);
    let (_, page) = run(&["drift"]);
    assert!(page.contains("First the passages of C1, C2 must stand at one place"), "{page}");
    scratch.write("seeds/tide.txt", format!("{TIDE}\nOne sentence more.\n"));
    assert_eq!(run(&["pin", "--changed"]), (Some(0), "LOG: pinned anew\n".to_owned()));
}

#[test]
fn n21_more_words_leave_what_stands_there_as_it_is_written() {
    let words = || Words::from(Quoted { source: None, exact: "The harbour is blue.".to_owned(), prefix: None, suffix: None });
    for (quote, now) in [
        ("quote: The port said so. # p. 3", "quote: [The port said so., The harbour is blue.] # p. 3"),
        ("quote: {LOG: The port said so.}", "quote: {LOG: [The port said so., The harbour is blue.]}"),
        (
            "quote: {exact: The port said so., suffix: x} # p. 3",
            "quote: [{exact: The port said so., suffix: x}, The harbour is blue.] # p. 3",
        ),
        (
            "quote:\n        # all of it\n        exact: The port said so. # p. 3\n        suffix: x",
            "quote:\n        # all of it\n        - exact: The port said so. # p. 3\n          suffix: x\n        - The harbour is blue.",
        ),
        ("quote:\n      - The port said so. # p. 3", "quote:\n      - The port said so. # p. 3\n      - The harbour is blue."),
        (
            "quote:\n        LOG:\n          exact: 'The port said so.'\n          suffix: x # why",
            "quote:\n        LOG:\n          - exact: 'The port said so.'\n            suffix: x # why\n          - The harbour is blue.",
        ),
    ] {
        for line_break in ["\n", "\r\n"] {
            let file = |quote: &str| format!("{EMPTY}    C1:\n      {quote}\n      fact: It said so.\n").replace('\n', line_break);
            let act = Act::Quote(Quoting::AddWords { claim: "C1".to_owned(), words: words() });
            let done = done(&file(quote), &act).map(|done| done.text).map_err(|why| why.to_string());
            assert_eq!(done, Ok(file(now)), "{quote}");
        }
    }
}

/// Somebody's editor has written some lines as Windows does.
#[test]
fn n21_what_an_act_writes_has_the_line_ends_of_its_neighbours_and_no_other_line_changes() {
    let lines: Vec<&str> = EMPTY.lines().collect();
    for windows in [0, 1, 5, lines.len() - 1, lines.len()] {
        let end = |at: usize| if at < windows { "\r\n" } else { "\n" };
        let before: String = lines.iter().enumerate().flat_map(|(at, line)| [line, end(at)]).collect();
        let scratch = tide("line-ends");
        scratch.write("briefings/tide.yaml", &before);
        let mut desk = Desk::open(scratch, "tide/source/LOG:2");
        desk.press("Q Enter Enter Enter Enter");
        let after = desk.text();
        let added = after.strip_prefix(&before).unwrap_or_else(|| panic!("{windows}: {after:?}"));
        assert!(added.contains("    C1:"), "{windows}: {added:?}");
        let is_windows = windows == lines.len();
        assert!(added.split_inclusive('\n').all(|line| line.ends_with("\r\n") == is_windows), "{windows}: {added:?}");
    }
    // A line that stands before the others.
    let file = "title: A\r\nmarking: B\r\ndate: C\nquestion: D\n";
    let mut edit = bluf::yaml::Edit::new(file);
    edit.insert(&[], "yardstick", "phia", Some("date")).expect("inserted");
    edit.insert(&[], "change", "initial", Some("title")).expect("inserted");
    assert_eq!(edit.text(), "title: A\r\nchange: initial\r\nmarking: B\r\ndate: C\nyardstick: phia\nquestion: D\n");
}

#[test]
fn n21_an_id_that_stands_for_a_list_becomes_one() {
    let file = |claims: &str| format!("{EMPTY}judgements:\n  J1:\n    text: It stays late.\n    claims: {claims}\n");
    let link = Act::Link { item: "J1".to_owned(), field: "claims".to_owned(), id: "C2".to_owned(), way: None };
    for (before, after) in [("C1 # why", "[C1, C2] # why"), ("[C1] # why", "[C1, C2] # why")] {
        let done = done(&file(before), &link).map(|done| done.text).map_err(|why| why.to_string());
        assert_eq!(done, Ok(file(after)), "{before}");
    }
    let again = done(&file("C2"), &link).expect_err("refused").to_string();
    assert_eq!(again, "J1 has C2 among its `claims` already");
}

#[test]
fn n21_what_two_people_did_is_put_together_only_where_no_name_then_stands_twice_or_leads_nowhere() {
    let scratch = Scratch::new("curating-merge");
    let before = format!(
        "{EMPTY}    C1: {{fact: The tide is late., quote: {{exact: The tide is late., suffix: Nobody}}}}\n  port:\n    C2: {{fact: It said so., quote: The port said so on Monday.}}\njudgements:\n  J1:\n    text: It stays late.\n    section: sea\n    likelihood: likely\n    because: A log [C1].\n    claims: [C1]\n"
    );
    let path = scratch.0.join("briefings/tide.yaml");
    let act = |act: Act| done(&before, &act).expect("done").text;
    let claim = act(Act::Quote(Quoting::Claim {
        section: "sea".to_owned(),
        kind: "fact".to_owned(),
        text: "Blue.".to_owned(),
        credibility: None,
        words: Quoted { source: None, exact: "The harbour is blue.".to_owned(), prefix: None, suffix: None }.into(),
    }));
    let set =
        |field: &str, value: &str| Act::Set { item: "J1".to_owned(), field: field.to_owned(), value: value.to_owned(), holds: Holds::Text };
    let confidence = act(set("confidence", "low"));
    let renamed = act(Act::Rename { of: Of::Item(ItemKind::Claim), old: "C2".to_owned(), new: "C5".to_owned() });
    for (ours, old, theirs) in [
        (&claim, "said so on Monday.}\n", "said so on Monday.}\n    C3: {fact: Late., quote: Nobody knows}\n"),
        (&confidence, "    section: sea\n", "    confidence: high\n    section: sea\n"),
        (&renamed, "A log [C1].", "A log [C1], the port [C2]."),
    ] {
        let found = before.replace(old, theirs);
        assert_ne!(found, before);
        scratch.write("briefings/tide.yaml", &found);
        let refused = change(&path, &before, ours).expect_err("refused").to_string();
        assert!(refused.contains("changed by another program meanwhile"), "{refused}");
        assert_eq!(fs::read_to_string(&path).expect("read"), found);
        // What is not in its way stays.
        let found = before.replace("# Ours.", "# Theirs.");
        scratch.write("briefings/tide.yaml", &found);
        let (_, both) = change(&path, &before, ours).expect("both");
        assert_eq!(both, ours.replace("# Ours.", "# Theirs."));
    }
}

#[test]
fn n21_of_words_that_stand_twice_in_a_sentence_those_that_are_selected_are_quoted() {
    let scratch = tide("twice");
    scratch.write("seeds/tide.txt", "port and port are late, and the port’s sea.\n\n| port | 12 |\n| ship | 3 |\n| port | 4 |\n");
    let mut desk = Desk::open(scratch, "tide/source");
    let mut quoted = |keys: &str| {
        desk.press(keys).press("Q Enter Enter Enter Enter");
        let library = library::open(&desk.scratch.0).expect("a library");
        let claim = &library.entries()[0].resolved.briefing.claims[0];
        let Passage { exact, prefix, suffix, .. } = &claim.passages[0];
        desk.press("u");
        [prefix.as_ref(), Some(exact), suffix.as_ref()].map(|words| words.map_or("", |words| words.value.as_str()).to_owned()).join("|")
    };
    assert_eq!(quoted("v w"), "|port|and");
    assert_eq!(quoted("v w w w v"), "and|port|");
    assert_eq!(quoted("v w w w v w w"), "|port are late|");
    // Led back, the words before it are in it; led forth again, they are not.
    assert_eq!(quoted("v w w w w w v b"), "|are late|");
    assert_eq!(quoted("v w w w w w w v b b w"), "|late, and|");
    // A row of a table is no stop, and its words stand above too.
    assert_eq!(quoted("v w w w w w w w w w w v"), "|port|| 12");
}

#[test]
fn n24_candidates_in_block_scalars_and_at_the_end_of_a_file_are_taken_with_their_comments() {
    let waits = "candidates:\n  # The tide\n  sea:\n    - fact: >\n        The port said so\n        on Monday.\n      quote: The port said so on Monday.\n  # The harbour\n  harbour:\n    - fact: The harbour is blue.\n      quote: The harbour is blue.";
    let scratch = tide("blocks");
    scratch.write("briefings/tide.yaml", format!("{EMPTY}{waits}"));
    let mut desk = Desk::open(scratch, "tide/candidates");
    desk.press("G Z").type_in("Colour").press("Enter");
    assert_eq!(desk.reader.notice(), "LOG has these words set aside. u takes it back.");
    assert!(!desk.text().contains("# The harbour"), "{}", desk.text());
    desk.press("Q Enter Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "C1 was made. u takes it back.");
    assert!(!desk.text().contains("candidates"), "{}", desk.text());
    desk.press("u u");
    assert_eq!(desk.text(), format!("{EMPTY}{waits}"));
}

#[test]
fn n21_an_outcome_is_written_and_changed_field_by_field() {
    let scratch = tide("outcome");
    let judged = format!("{EMPTY}judgements:\n  J1:\n    text: The tide turns. # Ours\n    likelihood: likely\n    by: 2026-06\n");
    scratch.write("briefings/tide.yaml", &judged);
    let mut desk = Desk::open(scratch, "tide#J1");
    desk.press("V").type_in("outcome").press("Enter").type_in("yes").press("Enter").type_in("2026-05-02").press("Enter Enter Enter");
    assert_eq!(desk.reader.notice(), "J1 says something else under `outcome`. u takes it back.");
    assert_eq!(desk.text(), format!("{judged}    outcome:\n      came: 'yes'\n      'on': 2026-05-02\n"));
    // What stands there stands in the form; what is left as it is, is not written again.
    desk.press("V")
        .type_in("outcome")
        .press("Enter Enter C-u Enter")
        .type_in("C1 C2")
        .press("Enter")
        .type_in("It turned: late.")
        .press("Enter");
    assert_eq!(desk.text(), format!("{judged}    outcome:\n      came: 'yes'\n      claims: [C1, C2]\n      note: 'It turned: late.'\n"));
    desk.press("V").type_in("outcome").press("Enter C-u Enter Enter C-u Enter C-u Enter");
    assert_eq!(desk.text(), judged);
    desk.press("u u u");
    assert_eq!(desk.text(), judged);
}

#[test]
fn n21_a_claim_gets_another_kind() {
    let scratch = tide("kind");
    let claimed = format!("{EMPTY}    C1:\n      fact: The tide is late. # Ours\n      quote: The tide is late\n");
    scratch.write("briefings/tide.yaml", &claimed);
    let mut desk = Desk::open(scratch, "tide#C1");
    desk.press("V").type_in("kind").press("Enter C-u").type_in("forecast").press("Enter");
    assert_eq!(desk.reader.notice(), "C1 is a forecast now. u takes it back.");
    assert_eq!(desk.text(), claimed.replace("fact:", "forecast:"));
    desk.press("u");
    assert_eq!(desk.text(), claimed);
}

#[test]
fn n21_lists_of_texts_are_changed_where_they_stand() {
    let scratch = tide("texts");
    let tagged = EMPTY.replace("date: ", "tags: [sea, 'port: new'] # filed\nauthor:\n  - A. Okri # the desk\n  - B. Lind\ndate: ");
    scratch.write("briefings/tide.yaml", &tagged);
    let mut desk = Desk::open(scratch, "tide");
    desk.press("V").type_in("tags").press("Enter").type_in("; tide").press("Enter");
    assert_eq!(desk.reader.notice(), "The briefing has other tags. u takes it back.");
    let more = tagged.replace("'port: new']", "'port: new', tide]");
    assert_eq!(desk.text(), more);
    desk.press("V").type_in("author").press("Enter C-u").type_in("B. Lind; C. Mo").press("Enter");
    let others = more.replace("  - A. Okri # the desk\n  - B. Lind\n", "  - B. Lind # the desk\n  - C. Mo\n");
    assert_eq!(desk.text(), others);
    // What stays is written as it was.
    desk.press("V").type_in("tags").press("Enter C-u").type_in("sea; tide").press("Enter");
    assert_eq!(desk.text(), others.replace("'port: new', ", ""));
    desk.press("u V").type_in("tags").press("Enter C-u Enter");
    assert_eq!(desk.text(), others.replace("tags: [sea, 'port: new', tide] # filed\n", ""));
    desk.press("u u u");
    assert_eq!(desk.text(), tagged);
}

#[test]
fn n21_an_address_on_the_web_stands_alone_or_with_its_day() {
    let mut desk = Desk::open(tide("address"), "tide#LOG");
    let with = |address: &str| EMPTY.replace("    reliability: B\n", &format!("    reliability: B\n{address}"));
    desk.press("V").type_in("url").press("Enter").type_in("https://port.example/log").press("Enter Enter");
    assert_eq!(desk.text(), with("    url: https://port.example/log\n"));
    desk.press("V").type_in("url").press("Enter Enter").type_in("2026-11-19").press("Enter");
    assert_eq!(desk.text(), with("    url: {value: https://port.example/log, date: 2026-11-19}\n"));
    desk.press("V").type_in("author").press("Enter").type_in("A. Okri").press("Enter");
    assert!(desk.text().contains("    author: A. Okri\n"), "{}", desk.text());
    desk.press("u u u");
    assert_eq!(desk.text(), EMPTY);
}

#[test]
fn n21_what_is_refused_can_be_mended_and_what_changes_nothing_is_said() {
    let mut desk = Desk::open(tide("mended"), "tide");
    desk.press("V").type_in("new actor").press("Enter").type_in("Sea Port").press("Enter").type_in("The port").press("Enter Enter");
    let refused = desk.reader.notice().to_owned();
    assert!(refused.contains("Sea Port"), "{refused}");
    assert_eq!(desk.text(), EMPTY);
    // Back to the id; what was typed behind it is still there.
    desk.press("BackTab BackTab C-u").type_in("sea-port").press("Enter Enter Enter");
    assert!(desk.text().contains("sea-port:") && desk.text().contains("name: The port"), "{}", desk.text());
    let before = desk.text();
    desk.press("V").type_in("title").press("Enter Enter");
    assert_eq!(desk.reader.notice(), "Nothing was changed: it says so already.");
    assert_eq!(desk.text(), before);
}

#[test]
fn n21_restricted_and_built_in_briefings_are_not_changed() {
    for (address, keys) in [
        ("russia-iran-treaty", "V"),
        ("russia-iran-treaty#J1", "V"),
        ("russia-iran-treaty/source", "j Q"),
        ("russia-iran-treaty/source", "j Z"),
    ] {
        let mut reader = Reader::at(address);
        reader.press(keys);
        assert_eq!(reader.notice(), "This briefing is in no file that can be changed.", "{address} {keys}");
    }
    let scratch = tide("restricted");
    let file = scratch.0.join("briefings/tide.yaml");
    let mut terminal = Terminal::start(bluf(&["--restricted", "--library", scratch.0.to_str().expect("UTF-8")]), 80, 24);
    terminal.wait_until_checked();
    terminal.type_in("V");
    terminal.wait("a refusal", |screen| foot(screen).contains("Not in restricted mode"));
    terminal.quit();
    assert_eq!(fs::read_to_string(&file).expect("read"), EMPTY);
}

/// Written by several hands: comments everywhere, lines and brackets, texts folded, quoted and plain.
const COMMENTED: &str = "# By the desk.
briefing: tide # its id
title: >-
  The tide, and what
  it does
marking: TLP:GREEN
date: 2026-11-20
yardstick: icd203

# What we read.
sources:
  LOG: # the port's own
    title: 'The port''s log'
    file: seeds/tide.txt # as it was
    reliability: B
    set_aside:
      # colour
      - {quote: The harbour is blue., why: Colour.}
actors:
  RU:
  the-port: {name: The port, aka: [Port authority]} # ours
sections:
  sea:
    C1: {fact: The tide is late., quote: {exact: The tide is late., suffix: Nobody}} # twice
    # The next hangs on it.
    C3:
      forecast: >-
        It may
        stay late.
      quote:
      - Nobody knows why it may stay late.   # all of it
      credibility: 3

  port: # who said what
    C2: { assessment: \"It said so on Monday.\", quote: The port said so on Monday. }
judgements:
  J1:
    section: sea
    text: The tide stays late.
    by: 2027-06 # half a year
    likelihood: likely
    confidence: low
    because: |-
      It was late [C1].
      One log [C3].
    claims: [C1, # the first
      C3]
  # J2 was dropped.
  J3: {section: port, text: The port says so again., likelihood: unlikely, claims: [C2]}
assumptions:
  A1: {text: 'The log is kept: yes'}
indicators:
  I1: {text: The log names a day., moves: {J1: up}} # watch it
gaps:
  G1: {text: Why is it late?, limits: [J1]}
candidates: # from the draft
  # The sea
  sea:
    # It stands twice.
    - fact: The tide is late.
      quote: {exact: The tide is late., prefix: blue.}
    - assessment: Nobody knows why it may stay late.
      quote: Nobody knows why it may stay late. # a hedge
  # Elsewhere
  quay:
    - fact: The harbour is blue.
      quote:
        - The harbour
        - is blue
# The end.
";

fn held(text: &str) -> HeldBriefing {
    let file = FileText { text: Cow::Owned(text.to_owned()), problem: None, prepared: None };
    HeldBriefing::new("briefings/tide.yaml".to_owned(), "tide", file, |_| Ok(Arc::new(SourceText::new(TIDE.to_owned()))))
}

/// Acts of somebody who does anything.
impl Random {
    /// These, or those of a candidate.
    fn words(&mut self, held: &HeldBriefing, quote: Option<Quoted>) -> Option<Words> {
        let candidates = &held.resolved.briefing.candidates;
        let candidate = candidates.get(self.below(candidates.len() + 1));
        let waits = |candidate: &Candidate| Words {
            quotes: candidate.passages.iter().map(|passage| Quoted::of(&held.resolved, passage)).collect(),
            candidate: Some(Waiting::from(candidate)),
        };
        candidate.map(waits).or_else(|| quote.map(Words::from))
    }

    fn act(&mut self, held: &HeldBriefing, text: &str) -> Option<Act> {
        let briefing = &held.resolved.briefing;
        let source = held.resolved.text(0).expect("a text");
        let sentence = &source.sentences()[self.below(source.sentences().len())];
        let words = source.unwrapped(&sentence.range);
        let quote = Quoted::within(&held.resolved, 0, &words, &sentence.range);
        let items: Vec<_> = briefing.items().collect();
        let item = items[self.below(items.len())];
        Some(match self.below(8) {
            0 => Act::Quote(Quoting::Claim {
                section: briefing.sections.get(self.below(briefing.sections.len() + 1)).map_or("new-one", |slug| &slug.value).to_owned(),
                kind: ["fact", "forecast", "assessment"][self.below(3)].to_owned(),
                text: words.clone(),
                credibility: (self.below(2) == 0).then(|| "3".to_owned()),
                words: self.words(held, quote)?,
            }),
            1 => {
                let claim = briefing.id_of(*items.iter().find(|item| item.kind == ItemKind::Claim)?).to_owned();
                Act::Quote(Quoting::AddWords { claim, words: self.words(held, quote)? })
            }
            2 => {
                let why = "It is colour: no claim, \"as they say\".".to_owned();
                Act::Quote(Quoting::SetAside { source: "LOG".to_owned(), words: self.words(held, quote)?, why })
            }
            3 => {
                let kind = item.kind;
                let new = format!("{}{}", kind.letter()?, 500 + self.below(400));
                held.resolved.graph.find(&new).is_none().then_some(())?;
                Act::Rename { of: Of::Item(kind), old: briefing.id_of(item).to_owned(), new }
            }
            _ => {
                let all = changes(briefing, text, Some(item));
                let change = &all[self.below(all.len())];
                let id = briefing.id_of(item).to_owned();
                match &change.does {
                    Does::Kind { kinds, .. } => Act::Kind { claim: id, kind: kinds[self.below(kinds.len())].word },
                    Does::Set { field, words, holds, .. } => {
                        let value = if words.is_empty() {
                            format!("Words {}, and # a 'trap': yes", self.below(9))
                        } else {
                            words[self.below(words.len())].word.clone()
                        };
                        let value = if *holds == Holds::Text { value } else { format!("{value}; Else {}", self.below(3)) };
                        Act::Set { item: id, field: field.clone(), value, holds: *holds }
                    }
                    Does::Fill { field, asked, alone } => {
                        let Asked { now, words } = &asked[self.below(asked.len())];
                        let any = ["", "C1 C2", "Words: and # a 'trap'"][self.below(3)].to_owned();
                        let value = words.get(self.below(words.len() + 1)).map_or(any, |word| word.word.clone());
                        Act::Fill { item: id, field, values: vec![Filled { value, ..now.clone() }], alone: *alone }
                    }
                    Does::Link { field, to, ways } => {
                        let other = to.get(self.below(to.len()))?.word.clone();
                        let way = (!ways.is_empty()).then(|| ways[self.below(ways.len())].word.clone());
                        match field.strip_prefix("< ") {
                            Some(field) => Act::Link { item: other, field: field.to_owned(), id, way },
                            None => Act::Link { item: id, field: field.clone(), id: other, way },
                        }
                    }
                    Does::New { kind, back } if *kind != ItemKind::Actor => {
                        let text = ("text".to_owned(), "Something new: it is.".to_owned());
                        let back = back.map(|back| (back.to_owned(), if back == "moves" { format!("{id}=up") } else { id }));
                        Act::Add { kind: *kind, id: None, fields: [text].into_iter().chain(back).collect() }
                    }
                    Does::Move { to } => Act::Move { claim: id, section: to[self.below(to.len())].word.clone() },
                    _ => return None,
                }
            }
        })
    }
}

/// How many lines of the old text are not in the new one.
fn lost(before: &str, after: &str) -> usize {
    let lines = TextDiff::from_lines(before, after);
    lines.iter_all_changes().filter(|change| change.tag() == ChangeTag::Delete).count()
}

#[test]
fn n21_of_two_thousand_random_acts_each_touches_its_lines_and_all_are_taken_back() {
    for (seed, windows) in [(203, false), (911, true)] {
        let original = if windows { COMMENTED.replace('\n', "\r\n") } else { COMMENTED.to_owned() };
        let (mut random, mut texts, mut refused) = (Random(seed), vec![original.clone()], 0);
        let mut made = 0;
        while made < 1000 {
            let text = texts.last().expect("a text").clone();
            let held = held(&text);
            let Some(act) = random.act(&held, &text) else { continue };
            made += 1;
            match done(&text, &act) {
                Ok(done) => {
                    assert_eq!(Tree::read(&done.text).broken_at, None, "{act:?}");
                    let most = match &act {
                        // A text over several lines is replaced by one that says something else; a name stands anywhere.
                        Act::Set { .. } | Act::Fill { .. } => 14,
                        // A claim, or a candidate whose words go elsewhere, leaves its own lines, and those of its comments.
                        Act::Move { .. } | Act::Quote(_) => 22,
                        Act::Rename { .. } => usize::MAX,
                        _ => 2,
                    };
                    assert!(lost(&text, &done.text) <= most, "{act:?} changed {} lines", lost(&text, &done.text));
                    texts.push(done.text);
                }
                Err(_) => refused += 1,
            }
            // Long texts are slow to read, and say nothing more.
            if texts.len() > 60 {
                texts = back(texts);
                assert_eq!(texts, std::slice::from_ref(&original));
            }
        }
        assert_eq!(back(texts), [original]);
        assert!(refused < made / 4, "{refused} of {made} acts were refused");
    }
}

/// Takes all back, the last first, while somebody else has put a line at the top.
fn back(mut texts: Vec<String>) -> Vec<String> {
    let theirs = |text: &str| format!("# Theirs.\n{text}");
    let mut now = theirs(texts.last().expect("a text"));
    while let [.., before, after] = &texts[..] {
        // Who changes the first line too is in their way, and that is said; then it is taken back without them.
        now = merged(after, before, &now).unwrap_or_else(|| theirs(before));
        assert_eq!(now, theirs(before));
        texts.pop();
    }
    texts
}

#[test]
fn n21_on_a_terminal_a_claim_is_made_shown_and_taken_back() {
    let scratch = tide("terminal");
    let file = scratch.0.join("briefings/tide.yaml");
    let mut terminal = Terminal::start(bluf(&[scratch.0.to_str().expect("UTF-8")]), 80, 24);
    terminal.wait_until_checked();
    terminal.type_in(":source\r");
    terminal.wait_for_text("Nobody knows why");
    terminal.type_in("Q");
    terminal.wait("the form", |screen| foot(screen).contains("Claim, kind ↑↓ 1/4"));
    terminal.type_in("\r\r\r\r");
    terminal.wait("what was done", |screen| foot(screen).contains("C1 was made"));
    assert!(fs::read_to_string(&file).expect("read").contains("fact: The tide is late.\n"));
    terminal.wait("its claim", |screen| text(screen).contains("C1"));
    terminal.type_in("u");
    terminal.wait("what was taken back", |screen| foot(screen).contains("Taken back: C1 was made"));
    assert_eq!(fs::read_to_string(&file).expect("read"), EMPTY);
    terminal.quit();
}

#[test]
fn n21_killed_at_any_moment_the_file_is_as_it_was_before_an_act_or_behind_it() {
    const CLAIMS: usize = 6;
    let text = [0, 1, 2, 3, 4, 5].map(|at| format!("The ship number {at} came late to the port on that day.")).join("\n\n");
    let fresh = |name: &str| {
        let scratch = tide(name);
        scratch.write("seeds/tide.txt", &text);
        scratch
    };
    let mut desk = Desk::open(fresh("kept"), "tide/source");
    let mut states = vec![desk.text()];
    for _ in 0..CLAIMS {
        desk.press("Q Enter Enter Enter Enter");
        states.push(desk.text());
    }
    assert!(states.windows(2).all(|pair| pair[0] != pair[1]));
    let (mut random, mut seen) = (Random(41), [0; CLAIMS + 1]);
    for round in 0..16 {
        let scratch = fresh(&format!("killed-{round}"));
        let library = scratch.0.to_str().expect("UTF-8");
        let mut terminal = Terminal::start(bluf(&["--library", library, "tide/source"]), 80, 24);
        terminal.wait_until_checked();
        for _ in 0..CLAIMS {
            terminal.type_in("Q\r\r\r\r");
        }
        // Longer and longer, so that a slow machine gets somewhere too.
        std::thread::sleep(Duration::from_millis(random.below(60 << (round / 3)) as u64));
        terminal.signal("KILL");
        terminal.end();
        let left = fs::read_to_string(scratch.0.join("briefings/tide.yaml")).expect("the file");
        let state = states.iter().position(|state| *state == left);
        seen[state.unwrap_or_else(|| panic!("neither before an act nor behind one:\n{left}"))] += 1;
        // What it was writing is no briefing, and the next act is done beside it.
        let library = library::open(&scratch.0).expect("a library");
        assert_eq!((library.entries().len(), library.broken().len()), (1, 0));
        let mut desk = Desk::open(scratch, "tide/source");
        desk.press(") Z").type_in("Late").press("Enter");
        assert!(state == Some(CLAIMS) || desk.text().contains("why: Late"), "{}", desk.text());
    }
    assert!(seen.iter().filter(|times| **times > 0).count() > 1, "every round ended at the same act: {seen:?}");
}

#[test]
fn n24_a_claim_is_proposed_as_the_kind_that_a_draft_would_give_it() {
    for (sentence, kind) in [
        ("The port is shut.", "fact"),
        ("The union expects a settlement before Christmas.", "forecast"),
        ("If talks fail, the port will close.", "forecast"),
        ("It is probably shut.", "assessment"),
        ("Порт закрыт с понедельника.", "assessment"),
    ] {
        let scratch = tide("kinds");
        scratch.write("seeds/tide.txt", format!("{sentence}\n"));
        let mut desk = Desk::open(scratch, "tide/source");
        desk.press("Q Enter Enter Enter Enter");
        assert!(desk.text().contains(&format!("{kind}: ")), "{sentence} {}", desk.text());
    }
}

#[test]
fn n21_words_that_a_claim_has_already_are_not_written_twice() {
    let mut desk = Desk::open(tide("words-twice"), "tide/source");
    desk.press("Q Enter Enter Enter Enter");
    desk.go("tide/source/LOG:2");
    desk.press("I Enter");
    let once = desk.text();
    assert!(once.contains("Nobody knows why"), "{once}");
    desk.go("tide");
    desk.go("tide/source/LOG:2");
    desk.press("I Enter");
    assert_eq!(desk.text(), once);
    assert!(desk.reader.notice().contains("C1 has these words already"), "{}", desk.reader.notice());
}

/// A comment beside the lines of an act is none of them.
#[test]
fn n21_an_act_is_taken_back_whatever_stands_beside_its_lines_now_and_one_that_cannot_be_bars_none_before_it() {
    let port = format!(
        "{EMPTY}    C9:\n      fact: It said so.\n      quote: The port said so on Monday.\n  economy:\n    C8: {{fact: Blue., quote: The harbour is blue.}}\n"
    );
    let beside: [fn(&str) -> String; 3] = [
        |mine| mine.replace("  economy:\n", "    # Behind it.\n  economy:\n"),
        |mine| mine.replace("    C10:\n", "    # Before it.\n    C10:\n"),
        |mine| mine.replace("  economy:\n", "  economy: # x\n"),
    ];
    for (at, beside) in beside.into_iter().enumerate() {
        let scratch = tide(&format!("beside-{at}"));
        scratch.write("briefings/tide.yaml", &port);
        let mut desk = Desk::open(scratch, "tide/source/LOG:1");
        desk.press("Q Enter Enter Enter Enter");
        let mine = desk.text();
        assert!(mine.contains("    C10:\n"), "{mine}");
        let theirs = beside(&mine);
        assert_ne!(theirs, mine);
        fs::write(desk.file(), &theirs).expect("written");
        desk.press("u");
        assert_eq!(desk.text(), beside(&port.replace("  economy:\n", "    C10:\n  economy:\n")).replace("    C10:\n", ""), "{at}");
    }
    // A field of the claim is one of its lines.
    let scratch = tide("beside-field");
    scratch.write("briefings/tide.yaml", &port);
    let mut desk = Desk::open(scratch, "tide/source/LOG:1");
    desk.press("Q Enter Enter").type_in("economy").press("Enter Enter");
    let first = desk.text();
    desk.go("tide");
    desk.go("tide/source/LOG:2");
    desk.press("Q Enter Enter").type_in("sea").press("Enter Enter");
    let theirs = desk.text().replace("  economy:\n", "      credibility: 2\n  economy:\n");
    assert!(theirs.contains("    C11:\n") && first.contains("    C10:"), "{theirs}");
    fs::write(desk.file(), &theirs).expect("written");
    desk.press("u");
    assert_eq!(desk.text(), theirs, "it would be a field of the claim before");
    assert!(desk.reader.notice().ends_with("u goes on to what was done before it."), "{}", desk.reader.notice());
    desk.press("u");
    assert_eq!(desk.text(), theirs.replace(&first[port.len()..], ""));
    assert!(desk.reader.notice().contains("C10"), "{}", desk.reader.notice());
}
