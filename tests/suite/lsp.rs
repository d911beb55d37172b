//! `bluf lsp`: what an editor is told while one writes.

mod client;

use crate::support::{Random, Scratch, files, project};
use bluf::library;
use client::{Client, applied, byte, folder, place, uri as uri_of, usual};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The project's own library in a folder, the path of its briefing, and its text.
fn shipped(name: &str) -> (Scratch, PathBuf, String) {
    let scratch = Scratch::with_library(name);
    let path = folder(&scratch.0.join("briefings/russia-iran-treaty.yaml"));
    let text = fs::read_to_string(&path).expect("text");
    (scratch, path, text)
}

/// What is found in a file: where, in lines and units of UTF-16, of what level and rule, and in which words.
type Found = BTreeSet<(usize, usize, usize, usize, u64, String, String)>;

fn told(findings: &[Value]) -> Found {
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a number")).expect("small");
    let found = findings.iter().map(|finding| {
        let (start, end) = (&finding["range"]["start"], &finding["range"]["end"]);
        (
            number(&start["line"]),
            number(&start["character"]),
            number(&end["line"]),
            number(&end["character"]),
            finding["severity"].as_u64().expect("a level"),
            finding["code"].as_str().expect("a rule").to_owned(),
            finding["message"].as_str().expect("words").to_owned(),
        )
    });
    found.collect()
}

/// What `bluf check` finds in a file on disk.
fn checked(path: &Path) -> Found {
    let library = library::open(path).expect("it opens").on(Some(&bluf::briefing::Date::of_unix_time(now())));
    let held = &library.entries()[0];
    let raw = String::from_utf8_lossy(&fs::read(path).expect("a file")).into_owned();
    let mark = if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let at = |offset: usize| {
        let before = &raw[..raw.floor_char_boundary((offset + mark).min(raw.len()))];
        let line = before.rsplit('\n').next().unwrap_or_default().trim_end_matches('\r');
        (before.matches('\n').count(), line.encode_utf16().count())
    };
    let found = held.findings().iter().map(|finding| {
        let (start, end) = (at(finding.span.start), at(finding.span.end));
        let hint = finding.hint.as_ref().map_or_else(String::new, |hint| format!("\nhelp: {hint}"));
        let message = bluf::text::neutral(&format!("{}{hint}", finding.message)).into_owned();
        (start.0, start.1, end.0, end.1, finding.level as u64 + 1, finding.rule.to_owned(), message)
    });
    found.collect()
}

fn now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs()
}

#[test]
fn n22_what_is_told_is_what_check_finds_in_every_file_of_the_corpora() {
    let mut client = Client::new();
    let mut wrong = Vec::new();
    for path in ["tests/bad", "tests/good", "briefings"].into_iter().flat_map(files) {
        let text = String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned();
        let uri = client.open(&path, &text);
        let found = told(&client.findings(&uri, 1));
        client.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri}}));
        if found != checked(&path) {
            wrong.push(format!("{}\n  told {found:?}\n check {:?}", path.display(), checked(&path)));
        }
        client.published.clear();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(client.quit().success());
}

#[test]
fn n22_findings_follow_each_change_and_the_text_of_a_source_that_is_not_saved() {
    let (scratch, path, text) = shipped("lsp-findings");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    assert_eq!(client.findings(&uri, 1), [] as [Value; 0]);
    let (line, character) = place(&text, "likelihood: unlikely", 12);
    let range = json!({"start": {"line": line, "character": character}, "end": {"line": line, "character": character + 2}});
    client.change(&uri, 2, &json!([{"range": range, "text": "no"}]));
    let found = client.findings(&uri, 2);
    assert!(found.iter().any(|finding| finding["code"] == "judgement/off-scale" && finding["source"] == "bluf"), "{found:?}");
    client.change(&uri, 3, &json!([{"text": text}]));
    assert_eq!(client.findings(&uri, 3), [] as [Value; 0]);
    let seed = folder(&scratch.0.join("seeds/russia-iran-treaty.txt"));
    let words = fs::read_to_string(&seed).expect("text");
    client.published.clear();
    client.open(&seed, &words.replace("significant shift", "slight shift"));
    let found = client.findings(&uri, 3);
    let rules: BTreeSet<&str> = found.iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert!(rules.is_superset(&["quote/not-found", "source/changed"].into()), "{rules:?}");
    client.published.clear();
    client.tell("textDocument/didClose", &json!({"textDocument": {"uri": uri_of(&seed)}}));
    assert_eq!(client.findings(&uri, 3), [] as [Value; 0], "what is saved counts again");
    assert!(client.quit().success());
}

#[test]
fn n22_bytes_are_counted_where_the_editor_counts_bytes() {
    let (_scratch, path, text) = shipped("lsp-units");
    for (encodings, name) in [(json!(["utf-8", "utf-16"]), "utf-8"), (json!(["utf-32", "utf-16"]), "utf-16"), (Value::Null, "utf-16")] {
        let mut capabilities = usual();
        if !encodings.is_null() {
            capabilities["general"] = json!({"positionEncodings": encodings});
        }
        let mut client = Client::with(&["lsp"], &capabilities);
        assert_eq!(client.capabilities["positionEncoding"], name);
        let broken = text.replace("Russia–Iran strategic partnership treaty", "––– [J99]");
        let uri = client.open(&path, &broken);
        let found = client.findings(&uri, 1);
        let finding = found.iter().find(|finding| finding["code"] == "id/dangling").expect("a finding");
        let line = broken.lines().find(|line| line.contains("[J99]")).expect("the line");
        let before = line.split("[J99]").next().unwrap_or_default();
        let expected = if name == "utf-8" { before.len() } else { before.encode_utf16().count() };
        assert_eq!(finding["range"]["start"]["character"], expected);
        assert!(client.quit().success());
    }
}

/// The labels that are offered where `|` stands in place of some words of a text.
fn offered(client: &mut Client, uri: &str, version: i32, text: &str) -> Vec<Value> {
    let (line, character) = place(text, "|", 0);
    client.change(uri, version, &json!([{"text": text.replacen('|', "", 1)}]));
    let answer = client.at("textDocument/completion", uri, (line, character));
    answer["items"].as_array().cloned().unwrap_or_default()
}

fn labels(items: &[Value]) -> Vec<&str> {
    items.iter().filter_map(|item| item["label"].as_str()).collect()
}

#[test]
fn n22_what_may_be_written_is_offered_in_a_file_that_is_broken_there() {
    let (_scratch, path, text) = shipped("lsp-completion");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let cases = [
        ("    likelihood: unlikely", "    likelihood: |", "very unlikely", "5–20 %"),
        ("    confidence: low", "    con|", "confidence", "sound"),
        ("marking: TLP:CLEAR", "marking: TLP:|", "TLP:AMBER", ""),
        ("    claims: [", "    claims: [C|, ", "C60", "claim"),
        ("    file: seeds/russia-iran-treaty.txt", "    file: se|", "seeds/russia-iran-treaty.txt", ""),
        ("    section: ", "    section: |\n    x", "context", ""),
        ("      accept:\n        quote/cut-hedge: ", "      accept:\n        quo|: ", "quote/cut-hedge", ""),
        ("question: >-\n", "question: >-\n  as in [J|\n", "J7", ""),
        ("    C2:\n", "    C|\n    C2:\n", "C67", ""),
        ("  RU: {name: Russia, ", "  RU: {name: Russia, o|, ", "of", ""),
        ("change: initial", "change: [\ncust|", "customer", ""),
    ];
    for (version, (old, new, label, about)) in (2..).zip(cases) {
        assert!(text.contains(old), "{old}");
        let items = offered(&mut client, &uri, version, &text.replacen(old, new, 1));
        let item = items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{new}: {:?}", labels(&items)));
        let says = item.to_string();
        assert!(says.contains(about), "{new}: {says}");
    }
    // A field that is there is not offered a second time.
    let items = offered(&mut client, &uri, 50, &text.replacen("    confidence: low", "    confidence: low\n    |", 1));
    assert!(!labels(&items).contains(&"confidence") && labels(&items).contains(&"was"), "{:?}", labels(&items));
}

#[test]
fn n22_words_of_a_source_are_offered_letter_by_letter_and_stand_as_they_must() {
    let (_scratch, path, text) = shipped("lsp-quotes");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let quote = "      quote: marks a significant shift in global geopolitics";
    for (version, typed) in (2..).step_by(10).zip(["a significant SHIFT", "'a significant", "{ART: a significant", "{ART: \"a significant"])
    {
        let broken = text.replacen(quote, &format!("      quote: {typed}|"), 1);
        let items = offered(&mut client, &uri, version, &broken);
        assert!(items.len() > 2, "{typed}");
        for (next, item) in (version + 1..).zip(&items) {
            let broken = broken.replacen('|', "", 1);
            let edit = json!({"changes": {&uri: [item["textEdit"]]}});
            let mut written = applied(&broken, &edit, &uri);
            if typed.starts_with('{') {
                let at = byte(&written, &item["textEdit"]["range"]["start"]);
                let end = at + written[at..].find('\n').expect("a line");
                written.insert(end, '}');
            }
            client.change(&uri, next, &json!([{"text": written}]));
            let found = client.findings(&uri, next);
            let rules: Vec<&Value> = found.iter().map(|finding| &finding["code"]).collect();
            let wrong = rules
                .iter()
                .any(|rule| ["quote/not-found", "quote/ambiguous", "quote/folded", "yaml/syntax"].iter().any(|one| *rule == one));
            assert!(!wrong, "{typed}: {item}: {rules:?}");
        }
    }
}

#[test]
fn n22_a_passage_that_was_begun_on_lines_above_is_gone_on_with() {
    let (_scratch, path, text) = shipped("lsp-lines");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let quote = "      quote: marks a significant shift in global geopolitics";
    let begun = "      quote: >-\n        marks a significant\n        shift i|";
    let items = offered(&mut client, &uri, 2, &text.replacen(quote, begun, 1));
    let written: Vec<&str> = items.iter().filter_map(|item| item["textEdit"]["newText"].as_str()).collect();
    assert!(written.contains(&"shift in global geopolitics"), "{written:?}");
    let first = offered(&mut client, &uri, 3, &text.replacen(quote, "      quote: |", 1));
    assert!(first[0]["labelDetails"]["description"].as_str().expect("where").ends_with("used"), "all are used: {:?}", first[0]);
    assert!(first.len() >= 29, "every sentence can be chosen");
}

#[test]
fn n22_of_a_long_source_the_open_sentences_are_offered_first_and_as_many_as_a_list_can_use() {
    let scratch = Scratch::new("lsp-long");
    let sentences: Vec<String> = (0..300).map(|at| format!("Ship {at} waits off the bar.")).collect();
    scratch.write("seeds/long.txt", sentences.join(" "));
    let text = "briefing: long\nmarking: TLP:CLEAR\nsources:\n  LOG: {file: seeds/long.txt}\nsections:\n  sea:\n    C1:\n      fact: Ship 0 waits.\n      quote: Ship 0 waits off the bar\n    C2:\n      fact: x\n      quote: |\n";
    let path = scratch.write("briefings/long.yaml", text.replacen('|', "", 1));
    let mut client = Client::new();
    let uri = client.open(&path, &text.replacen('|', "", 1));
    let items = offered(&mut client, &uri, 2, text);
    assert_eq!((items.len(), labels(&items)[0]), (120, "Ship 1 waits off the bar."), "the one that is used comes last");
    let items = offered(&mut client, &uri, 3, &text.replacen("quote: |", "quote: Ship 299|", 1));
    assert!(labels(&items).contains(&"Ship 299 waits off the bar"), "{:?}", labels(&items));
    assert!(client.quit().success());
}

#[test]
fn n22_the_pointer_tells_what_stands_there_and_a_jump_leads_to_it() {
    let (scratch, path, text) = shipped("lsp-links");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let seed = folder(&scratch.0.join("seeds/russia-iran-treaty.txt"));
    let source = fs::read_to_string(&seed).expect("text");
    let hovered = [
        ("is likely [J1]", 11, ["**J1** · judgement · likely (55–80 %) · low confidence", "joint military exercise"]),
        ("quote: marks a significant", 10, ["**ART:1** · seeds/russia-iran-treaty.txt, line ", "potentially reshaping existing alliances"]),
        ("likelihood: unlikely", 14, ["**unlikely** 20–45 %", "almost certain: 95–99 %"]),
        ("confidence: low", 2, ["**confidence**", "How sound the basis is"]),
        ("reliability: F", 13, ["**F** Cannot be judged", "A: Completely reliable"]),
        ("marking: TLP:CLEAR", 10, ["**TLP:CLEAR**", "TLP:RED: The named"]),
        ("quote/cut-hedge", 3, ["**quote/cut-hedge**", "ICD 203"]),
        ("assessment: The agreement", 2, ["**assessment**", ""]),
        ("  RU: {name", 3, ["**RU** · actor", "Russia"]),
    ];
    for (words, into, expected) in hovered {
        let answer = client.at("textDocument/hover", &uri, place(&text, words, into));
        let says = answer["contents"]["value"].as_str().unwrap_or_else(|| panic!("{words}: {answer}"));
        assert!(expected.iter().all(|part| says.contains(part)), "{words}: {says}");
    }
    let to_quote = client.at("textDocument/definition", &uri, place(&text, "quote: marks a significant", 10));
    assert_eq!(to_quote["uri"], uri_of(&seed));
    let (start, end) = (byte(&source, &to_quote["range"]["start"]), byte(&source, &to_quote["range"]["end"]));
    assert_eq!(&source[start..end], "marks a significant shift in global geopolitics");
    let to_file = client.at("textDocument/definition", &uri, place(&text, "file: seeds", 8));
    assert_eq!(to_file["uri"], uri_of(&seed));
    for (words, into, definition) in
        [("is likely [J1]", 11, "  J1:"), ("claims: [C17", 9, "    C17:"), ("section: regional", 10, "  regional-security:")]
    {
        let found = client.at("textDocument/definition", &uri, place(&text, words, into));
        let line = text.lines().nth(usize::try_from(found["range"]["start"]["line"].as_u64().expect("a line")).expect("small"));
        assert_eq!(line, Some(definition), "{words}");
    }
    let places = client.at("textDocument/references", &uri, place(&text, "is likely [J1]", 11));
    let named: Vec<String> = places
        .as_array()
        .expect("places")
        .iter()
        .map(|place| text[byte(&text, &place["range"]["start"])..byte(&text, &place["range"]["end"])].to_owned())
        .collect();
    assert!(named.len() > 10 && named.iter().all(|word| word == "J1"), "{named:?}");
    assert_eq!(named.len(), text.match_indices("J1").filter(|(at, _)| !text[at + 2..].starts_with(|c: char| c.is_ascii_digit())).count());
    assert!(client.quit().success());
}

#[test]
fn n22_another_name_is_one_edit_at_each_of_its_places() {
    let (scratch, path, text) = shipped("lsp-rename");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let ask = |client: &mut Client, words: &str, into: usize, new: &str| {
        let (line, character) = place(&text, words, into);
        client.ask(
            "textDocument/rename",
            &json!({"textDocument": {"uri": uri}, "position": {"line": line, "character": character}, "newName": new}),
        )
    };
    for (words, into, old, new) in
        [("is likely [J1]", 11, "J1", "J91"), ("  context:", 4, "russia-iran-treaty/context", "setting"), ("  ART:", 3, "ART", "TREATY")]
    {
        let edit = ask(&mut client, words, into, new).expect("it is renamed");
        assert_eq!(edit["documentChanges"][0]["textDocument"]["version"], 1);
        let by_editor = applied(&text, &edit, &uri);
        let mut command = crate::support::program();
        let output = command.arg("--library").arg(&scratch.0).args(["rename", old, new]).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(by_editor, fs::read_to_string(&path).expect("text"), "as `bluf rename` writes it");
        fs::write(&path, &text).expect("written");
    }
    for (words, into, new, why) in
        [("is likely [J1]", 11, "J2", "already"), ("is likely [J1]", 11, "X", "no name"), ("  context:", 4, "economics", "already")]
    {
        let error = ask(&mut client, words, into, new).expect_err("it is refused");
        assert!(error["message"].as_str().expect("words").contains(why), "{error}");
    }
    let (line, character) = place(&text, "is likely [J1]", 11);
    let answer = client.at("textDocument/prepareRename", &uri, (line, character));
    assert_eq!(answer["placeholder"], "J1");
}

#[test]
fn n22_the_outline_and_the_folds_are_those_of_the_file() {
    let (_scratch, path, text) = shipped("lsp-outline");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let document = json!({"textDocument": {"uri": uri}});
    let symbols = client.ask("textDocument/documentSymbol", &document).expect("symbols");
    let named = |symbols: &Value, name: &str| {
        symbols.as_array().expect("symbols").iter().find(|symbol| symbol["name"] == name).expect("a symbol").clone()
    };
    let claim = named(&named(&named(&symbols, "sections")["children"], "context")["children"], "C2");
    assert!(claim["detail"].as_str().expect("words").starts_with("The agreement marks"), "{claim}");
    assert_eq!(named(&symbols, "title")["detail"], "The Russia–Iran strategic partnership treaty");
    let folds = client.ask("textDocument/foldingRange", &document).expect("folds");
    let (line, _) = place(&text, "    C2:", 0);
    assert!(
        folds.as_array().expect("folds").iter().any(|fold| fold["startLine"] == line && fold["endLine"].as_u64() > Some(line as u64 + 2))
    );
}

/// What is offered to mend the first finding of a rule: titles, and the text with each.
fn mended(client: &mut Client, uri: &str, version: i32, text: &str, rule: &str) -> Vec<(String, String)> {
    client.change(uri, version, &json!([{"text": text}]));
    let found = client.findings(uri, version);
    let finding = found.iter().find(|finding| finding["code"] == rule).unwrap_or_else(|| panic!("no {rule}: {found:?}"));
    let params =
        json!({"textDocument": {"uri": uri}, "range": finding["range"], "context": {"diagnostics": [finding], "only": ["quickfix"]}});
    let answer = client.ask("textDocument/codeAction", &params).expect("fixes");
    let fixes = answer.as_array().expect("fixes").iter().filter(|fix| fix["diagnostics"][0]["code"] == rule);
    fixes.map(|fix| (fix["title"].as_str().expect("a title").to_owned(), applied(text, &fix["edit"], uri))).collect()
}

#[test]
fn n22_what_mends_a_finding_is_offered_and_mends_it() {
    let (_scratch, path, text) = shipped("lsp-fixes");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let quote = "      quote: marks a significant shift in global geopolitics";
    let aside = text.find("    set_aside:").expect("what is set aside");
    let without_asides = format!("{}{}", &text[..aside], &text[aside + text[aside..].find("    accept:").expect("a field")..]);
    let hash = "    sha256: f6c9d26a523dfba6e9bc378562e694c823de534f188b04854c4accf179daf2c4\n";
    let ungraded =
        "      accept:\n        claim/ungraded: One unsigned article and nothing to hold it against; there is no basis for a grade.\n";
    let cases = [
        (
            "quote/not-found",
            text.replacen(quote, "      quote: marks a slight shift in global geopolitics # why", 1),
            "Quote ART:1",
            text.replacen(quote, &format!("{quote} # why"), 1),
        ),
        (
            "quote/not-found",
            text.replacen(quote, "      quote: {ART: [marks a slight shift in global geopolitics]}", 1),
            "Quote ART:1",
            text.replacen(quote, "      quote: {ART: [marks a significant shift in global geopolitics]}", 1),
        ),
        (
            "quote/ambiguous",
            text.replacen(quote, "      quote: the region # where", 1),
            "behind “allies in”",
            text.replacen(quote, "      quote: {exact: the region, prefix: allies in} # where", 1),
        ),
        (
            "quote/ambiguous",
            text.replacen(quote, "      quote: >-\n        the\n        region", 1),
            "behind “allies in”",
            text.replacen(quote, "      quote: {exact: the region, prefix: allies in}", 1),
        ),
        ("source/changed", text.replacen("    sha256: f6", "    sha256: f7", 1), "pin the text", text.clone()),
        (
            "claim/hedged-fact",
            text.replacen("      forecast: Increased Iranian drone", "      fact: Increased Iranian drone", 1),
            "Write `forecast`",
            text.clone(),
        ),
        (
            "claim/hedged-fact",
            text.replacen("      forecast: Increased Iranian drone", "      fact: Increased Iranian drone", 1),
            "Write `assessment`",
            text.replacen("      forecast: Increased Iranian drone", "      assessment: Increased Iranian drone", 1),
        ),
        (
            "source/no-grade",
            text.replacen("    reliability: F\n", "", 1),
            "Grade it F",
            text.replacen("    reliability: F\n", "", 1).replacen("txt\n", "txt\n    reliability: F\n", 1),
        ),
    ];
    for (version, (rule, broken, title, expected)) in (2..).zip(cases) {
        let fixes = mended(&mut client, &uri, version, &broken, rule);
        let (_, mended) = fixes.iter().find(|(name, _)| name.contains(title)).unwrap_or_else(|| panic!("{rule}: {fixes:?}"));
        assert_eq!(mended, &expected, "{rule}");
    }
    let fixes = mended(&mut client, &uri, 50, &text.replacen(ungraded, "", 1), "claim/ungraded");
    assert!(fixes.iter().filter(|(title, _)| title.starts_with("Grade it")).count() == 6, "none is preferred: {fixes:?}");
    let (_, accepted) = fixes.iter().find(|(title, _)| title.starts_with("Accept claim/ungraded of C11")).expect("it can be lived with");
    client.change(&uri, 51, &json!([{"text": accepted}]));
    let found = client.findings(&uri, 51);
    assert!(found.iter().any(|finding| finding["code"] == "yaml/empty-value"), "who accepts says why: {found:?}");
    let fixes = mended(&mut client, &uri, 52, &without_asides, "source/coverage");
    let open = fixes.iter().filter(|(title, _)| title.starts_with("Set aside ART:")).count();
    assert!(open > 2, "{fixes:?}");
    let (_, set_aside) = fixes.iter().find(|(title, _)| title.contains("Moreover, the West must")).expect("the sentence");
    assert!(set_aside.contains("why: ''"), "{set_aside}");
    let unpinned = text.replacen(hash, "", 1);
    client.change(&uri, 53, &json!([{"text": unpinned}]));
    let (line, character) = place(&unpinned, "  ART:", 3);
    let at = json!({"line": line, "character": character});
    let answer = client.ask(
        "textDocument/codeAction",
        &json!({"textDocument": {"uri": uri}, "range": {"start": at, "end": at}, "context": {"diagnostics": []}}),
    );
    assert_eq!(applied(&unpinned, &answer.expect("fixes")[0]["edit"], &uri), text);
}

#[test]
fn n22_what_waits_to_be_taken_is_quoted_as_claims_are_and_what_is_set_aside_is_told_apart() {
    let scratch = Scratch::new("lsp-waits");
    scratch.write("seeds/rain.txt", "It rained. The river rose by a foot.\n\nIt rained. Nobody came to the bridge.\n");
    let text = "briefing: rain\nmarking: TLP:CLEAR\nsources:\n  ART:\n    file: seeds/rain.txt\ncandidates:\n  rain:\n    \
                - fact: It rose.\n      quote: The river rose by a foot.\n";
    scratch.write("briefings/rain.yaml", text);
    let path = folder(&scratch.0.join("briefings/rain.yaml"));
    let mut client = Client::new();
    let uri = client.open(&path, text);
    let asides: Vec<_> =
        mended(&mut client, &uri, 2, text, "source/coverage").into_iter().filter(|(name, _)| name.starts_with("Set")).collect();
    assert_eq!(asides.len(), 4, "nobody has claimed any: {asides:?}");
    for (version, (title, aside)) in (3..).zip(&asides) {
        client.change(&uri, version, &json!([{"text": aside}]));
        let found = client.findings(&uri, version);
        let lost = found.iter().find(|finding| finding["code"].as_str().is_some_and(|rule| rule.starts_with("quote/")));
        assert!(lost.is_none(), "{title}: {lost:?}");
        assert!(
            found.iter().any(|finding| finding["message"].as_str().is_some_and(|words| words.starts_with("1 of 4 sentences"))),
            "{title}"
        );
    }
    let wrong = text.replace("The river rose by a foot.", "The river rose by two feet.");
    let mends = mended(&mut client, &uri, 10, &wrong, "quote/not-found");
    assert!(mends.iter().any(|(title, mended)| title.starts_with("Quote ART:2") && mended == text), "{mends:?}");
    let items = offered(&mut client, &uri, 11, &text.replace("quote: The river rose by a foot.", "quote: The riv|"));
    assert!(labels(&items).contains(&"The river rose by a foot."), "{:?}", labels(&items));
    client.change(&uri, 12, &json!([{"text": text}]));
    let at = place(text, "quote: The river", 9);
    let says = client.at("textDocument/hover", &uri, at);
    assert!(says["contents"]["value"].as_str().is_some_and(|words| words.contains("**ART:2**")), "{says}");
    let to = client.at("textDocument/definition", &uri, at);
    assert_eq!(to["range"]["start"], json!({"line": 0, "character": 11}), "{to}");
}

#[test]
fn n22_a_session_begins_and_ends_as_the_protocol_says() {
    let mut early = Client::silent(&["lsp"]);
    let code = |answer: Result<Value, Value>| answer.expect_err("an error")["code"].clone();
    assert_eq!(code(early.ask("shutdown", &Value::Null)), -32002);
    early.tell("exit", &Value::Null);
    assert_eq!(early.end().code(), Some(1), "nobody has said that this is the end");
    let mut client = Client::new();
    assert_eq!(code(client.ask("initialize", &json!({"capabilities": {}}))), -32600);
    assert_eq!(code(client.ask("textDocument/sing", &json!({}))), -32601);
    assert_eq!(code(client.ask("textDocument/hover", &json!({"no": "position"}))), -32602);
    let unknown = json!({"textDocument": {"uri": "file:///nowhere/else.yaml"}, "position": {"line": 0, "character": 0}});
    assert_eq!(code(client.ask("textDocument/hover", &unknown)), -32602);
    client.tell(
        "textDocument/didChange",
        &json!({"textDocument": {"uri": "file:///nowhere/else.yaml", "version": 3}, "contentChanges": [{"text": "x"}]}),
    );
    client.tell("textDocument/didOpen", &json!("nonsense"));
    client.tell("$/cancelRequest", &json!({"id": 1}));
    assert_eq!(client.ask("shutdown", &Value::Null), Ok(Value::Null));
    assert_eq!(code(client.ask("textDocument/hover", &unknown)), -32600, "after the end nothing is answered");
    client.tell("exit", &Value::Null);
    assert!(client.end().success());
    let mut hung = Client::new();
    assert_eq!(hung.end().code(), Some(1), "who listens no more is gone");
    let mut garbled = Client::silent(&["lsp"]);
    garbled.raw(b"Content-Length: 3\r\n\r\n{]}");
    assert_eq!(garbled.end().code(), Some(2));
}

#[test]
fn n22_restricted_mode_looks_at_the_named_library_only_and_changes_nothing() {
    let (scratch, path, text) = shipped("lsp-restricted");
    let (_other, outside, words) = shipped("lsp-outside");
    let library = scratch.0.display().to_string();
    let mut client = Client::with(&["--restricted", "--library", &library, "lsp"], &usual());
    assert_eq!((&client.capabilities["renameProvider"], &client.capabilities["codeActionProvider"]), (&Value::Null, &Value::Null));
    let uri = client.open(&path, &text);
    assert_eq!(client.findings(&uri, 1).len(), 0);
    let foreign = client.open(&outside, &words);
    let error = client.ask("textDocument/documentSymbol", &json!({"textDocument": {"uri": foreign}})).expect_err("it is not open");
    assert!(error["message"].as_str().expect("words").contains("not open"), "{error}");
    assert!(client.logged[0]["message"].as_str().expect("words").contains("restricted mode"), "{:?}", client.logged);
    let error =
        client.ask("textDocument/rename", &json!({"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}, "newName": "x"}));
    assert_eq!(error.expect_err("refused")["code"], -32601);
}

/// Edits of a person in haste and of a cat on the keys: the server lives, answers, and tells in the end what `check` finds.
#[test]
fn n22_a_thousand_random_edits_leave_no_stale_finding() {
    const PUT: [&str; 24] = [
        "", "a", ": ", "- ", "\n", "\n  ", "'", "\"", "[", "]", "{", "}", "#", "|", ">-\n", "[J1]", "J1", "é", "𝒳", "\u{200f}", "\t",
        "&x ", "*x", "likely",
    ];
    let (_scratch, path, text) = shipped("lsp-random");
    let mut client = Client::new();
    let uri = client.open(&path, &text);
    let (mut now, mut dice) = (text.clone(), Random(0x5eed_2026));
    for edit in 0..1000 {
        let version = edit + 2;
        let at = now.floor_char_boundary(dice.below(now.len() + 1));
        let end = now.floor_char_boundary(now.len().min(at + [0, 0, 1, 3, 40][dice.below(5)])).max(at);
        let put = PUT[dice.below(PUT.len())];
        let position = |offset: usize| {
            let before = &now[..offset];
            json!({"line": before.matches('\n').count(), "character": before.rsplit('\n').next().unwrap_or_default().encode_utf16().count()})
        };
        let range = json!({"start": position(at), "end": position(end)});
        client.change(&uri, version, &json!([{"range": range, "text": put}]));
        now.replace_range(at..end, put);
        let place = |offset: usize| {
            (now[..offset].matches('\n').count(), now[..offset].rsplit('\n').next().unwrap_or_default().encode_utf16().count())
        };
        match dice.below(20) {
            0 => drop(client.at("textDocument/hover", &uri, place(at + put.len()))),
            1 | 2 => drop(client.at("textDocument/completion", &uri, place(at + put.len()))),
            3 => drop(client.at("textDocument/references", &uri, place(at))),
            4 => drop(client.ask("textDocument/documentSymbol", &json!({"textDocument": {"uri": uri}}))),
            5 => drop(client.ask("textDocument/foldingRange", &json!({"textDocument": {"uri": uri}}))),
            6 => {
                let range = json!({"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}});
                drop(client.ask(
                    "textDocument/codeAction",
                    &json!({"textDocument": {"uri": uri}, "range": range, "context": {"diagnostics": []}}),
                ));
            }
            _ => {}
        }
        if edit % 100 == 99 {
            let found = told(&client.findings(&uri, version));
            fs::write(&path, &now).expect("written");
            assert_eq!(found, checked(&path), "after {edit} edits");
            assert!(client.published.is_sorted_by_key(|one| one["version"].as_i64()), "none is told late");
            client.published.clear();
            // Some of what was done is taken back, so that there is something left to break.
            if edit % 300 == 299 {
                client.change(&uri, version + 10_000, &json!([{"text": text}]));
                now.clone_from(&text);
                assert_eq!(client.findings(&uri, version + 10_000).len(), 0);
                client.published.clear();
            }
        }
    }
    assert!(client.quit().success());
}

#[test]
#[ignore = "`.ci/editor` has the editor"]
fn n22_neovim_finds_mends_completes_and_jumps() {
    let editor = std::env::var_os("BLUF_NEOVIM").expect("the path of Neovim");
    let (scratch, path, text) = shipped("lsp-neovim");
    let mut command = std::process::Command::new(editor);
    command.args(["--headless", "-u", "NONE", "-i", "NONE", "-l"]).arg(project("tests/suite/lsp/nvim.lua"));
    command.envs(crate::support::home()).env("BLUF", env!("CARGO_BIN_EXE_bluf")).env("BRIEFING", &path).env("LIBRARY", &scratch.0);
    let output = command.output().expect("it runs");
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    let said: Value = serde_json::from_str(said.trim()).expect("what came of it");
    assert_eq!(said["encoding"], "utf-8");
    assert!(said["broken"].as_array().expect("rules").contains(&json!("quote/not-found")), "{said}");
    assert!(said["fix"].as_str().expect("a title").starts_with("Quote ART:1"), "{said}");
    assert_eq!((&said["mended"], &said["same"]), (&json!([]), &json!(true)), "{said}");
    assert_eq!(said["completed"], "      quote: a significant shift in global geopolitics");
    assert!(said["hover"].as_str().expect("words").contains("joint military exercise"), "{said}");
    assert_eq!(said["names"], text.match_indices("J1").filter(|(at, _)| !text[at + 2..].starts_with(|c: char| c.is_ascii_digit())).count());
    assert_eq!((&said["source"], &said["words"]), (&json!("russia-iran-treaty.txt"), &json!("marks a significant shift")));
}
