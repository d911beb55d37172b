//! A file edited in place: what the edit is not about stays, byte by byte and value by value.

use crate::support::{files, project};
use bluf::briefing::parse;
use bluf::yaml::tree::{Node, Tree, Value, pairs};
use bluf::yaml::{Edit, Refused, Span};
use proptest::prelude::*;
use proptest::sample::Index;
use std::fs;
use std::sync::LazyLock;

/// What a briefing hardly looks like.
const ODD: [&str; 9] = [
    "a: # none yet\nb: |+\n  kept\n\n\nc: >-\n  folded\n  text\n\n  more\nd: >-\n\ne: |2\n    x\n# end",
    "claims: [C1, # the order\n  C2, # its reason\n  # alone\n  C3,\n  ]\nmap: {\n  a: 1,\n  b: 2,\n}\n",
    "- - a\n  - b\n- q: 1 # c\n  # between\n  r: 2\n-\n-   # blank\n- x",
    "s:\n- a\n# - no\n- b: c\n  d: e\nt: ~\nu: ''\nv:\n- |\n  w\n- -5\n",
    "--- # start\n'k': \"v\\n\"\n\"l\": {\"m\":1,\"n\": []}\n...\n",
    "\u{feff}only: one # comment",
    "a:\n    b:\n        c: 1\n    # deep\n    d: |\n      t\n        more\n\n\n  # not so deep\nf: plain\n  over lines\ng: 'quoted\n\n  over lines'\n",
    "gaps:\nitems:\n  J1:\n  J2: {a: , b}\n  J3:   \n\n\n",
    "a: &one 1\nb: *one\nc: &map {d: e}\nf: *map\ng: !tag h\n&key i: j\nk: *key\nl: [a: b, c]\n? m\n: n\n",
];

/// The built-in briefing, the desk's, the good corpus and the odd ones, each as it is and with the line breaks of Windows.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let paths = ["briefings", "tests/desk/briefings", "tests/good"].into_iter().flat_map(files);
    let texts = paths.map(|path| fs::read_to_string(path).expect("text")).chain(ODD.map(str::to_owned));
    texts.flat_map(|text| [text.replace("\r\n", "\n").replace('\n', "\r\n"), text]).collect()
});

/// A value of a file: the names that lead to it, what it says, and where it and its key stand.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    names: Vec<String>,
    shape: &'static str,
    text: String,
    span: Span,
    key: Option<Span>,
}

impl Entry {
    fn path(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }
}

fn entries(text: &str) -> Vec<Entry> {
    fn walk(node: &Node<'_>, names: &[String], key: Option<Span>, found: &mut Vec<Entry>) {
        let text = if let Value::Scalar { text, .. } = &node.value { text.to_string() } else { String::new() };
        found.push(Entry { names: names.to_vec(), shape: node.shape(), text, span: node.span, key });
        let inside = |name: String| [names, &[name]].concat();
        match &node.value {
            Value::Scalar { .. } => {}
            Value::Sequence(nodes) => nodes.iter().enumerate().for_each(|(at, node)| walk(node, &inside(at.to_string()), None, found)),
            Value::Mapping(nodes) => pairs(nodes).for_each(|(key, value)| {
                let Value::Scalar { text, .. } = &key.value else { panic!("a key that is no word") };
                walk(value, &inside(text.to_string()), Some(key.span), found);
            }),
        }
    }
    let tree = Tree::read(text);
    assert_eq!(tree.broken_at, None, "{text}");
    let blank = Node { span: Span::default(), value: "".into() };
    let mut found = Vec::new();
    walk(tree.root.as_ref().unwrap_or(&blank), &[], None, &mut found);
    found
}

fn has_words_for_keys(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Scalar { .. } => true,
        Value::Sequence(nodes) => nodes.iter().all(has_words_for_keys),
        Value::Mapping(nodes) => pairs(nodes).all(|(key, value)| matches!(key.value, Value::Scalar { .. }) && has_words_for_keys(value)),
    }
}

/// What a file says, wherever it stands and however it is quoted.
fn says(entries: impl IntoIterator<Item = Entry>) -> Vec<(Vec<String>, &'static str, String)> {
    entries.into_iter().map(|entry| (entry.names, entry.shape, entry.text)).collect()
}

/// How many bytes at the beginning and at the end are the same.
fn kept(old: &str, new: &str) -> (usize, usize) {
    let before = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - before;
    (before, old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|(old, new)| old == new).count())
}

/// A refusal is about something that is in the file.
fn has_reason(file: &str, why: &Refused) -> bool {
    let (why, has) = (why.to_string(), |signs: &[&str]| signs.iter().any(|sign| file.contains(sign)));
    why.contains("cannot stand behind") && has(&["|", ">"])
        || why.contains("stands beside it in the brackets") && has(&[", #", "!tag"])
        || why.contains("an alias: ") && has(&["*"])
        || why.contains("cannot be edited in place") && has(&["&", "*", "[a: b", "? m", "|+"])
}

type Change<'a> = &'a dyn Fn(&mut Edit) -> Result<(), Refused>;

const TEXT: &str = "[a-zA-Z0-9éی’“,:#'\"\\\\\\[\\]{}&*!|>%@`~?.\u{a0}\u{202e}\n -]{0,40}";

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_text_that_is_set_is_all_that_changes(file in any::<Index>(), at in any::<Index>(), text in TEXT) {
        let file = file.get(&TEXTS);
        let mut wanted = entries(file);
        let texts: Vec<Entry> = wanted.iter().filter(|entry| entry.shape == "text").cloned().collect();
        prop_assume!(!texts.is_empty());
        let entry = at.get(&texts);
        let mut edit = Edit::new(file.as_str());
        let done = edit.set(&entry.path(), &text);
        if let Err(why) = done {
            prop_assert_eq!(edit.text(), file);
            prop_assert!(has_reason(file, &why) || text.contains('\n'), "{entry:?} = {text:?}: {why}");
            return Ok(());
        }
        let (before, behind) = kept(file, edit.text());
        let is_there = before >= entry.span.start && file.len() - behind <= entry.span.end;
        // What is blank is written behind its colon or dash.
        let is_beside = entry.span.range().is_empty() && before + behind == file.len() && !file[before..entry.span.end.max(before)].contains('\n');
        prop_assert!(is_there || is_beside || edit.text() == file, "{}", edit.text());
        let quoted = entry.span.range().is_empty() || file[entry.span.range()].starts_with(['\'', '"']);
        let breaks = if quoted { "" } else { &entry.text[entry.text.trim_end_matches('\n').len()..] };
        wanted.iter_mut().filter(|other| other.names == entry.names).for_each(|other| other.text = format!("{text}{breaks}"));
        prop_assert_eq!(says(entries(edit.text())), says(wanted));
        let once = edit.text().to_owned();
        edit.set(&entry.path(), &text).expect("it says so already");
        prop_assert_eq!(edit.text(), once);
    }

    #[test]
    fn a_text_that_is_set_to_what_it_says_is_not_touched(file in any::<Index>(), at in any::<Index>()) {
        let file = file.get(&TEXTS);
        let entries = entries(file);
        let entry = at.get(&entries);
        let is_blank = entry.span.range().is_empty() || ["~", "null", "Null"].contains(&&file[entry.span.range()]);
        let mut edit = Edit::new(file.as_str());
        if entry.shape == "text" && !is_blank {
            let done = edit.set(&entry.path(), entry.text.trim_end_matches('\n'));
            prop_assert!(done.is_ok() || file.contains(": *"), "{done:?}");
        }
        prop_assert_eq!(edit.text(), file);
    }

    #[test]
    fn what_is_added_is_all_that_changes_and_once_it_is_removed_the_file_is_as_it_was(
        file in any::<Index>(), at in any::<Index>(), behind in any::<Option<Index>>(), kind in 0_usize..4, key in TEXT, text in TEXT,
    ) {
        let file = file.get(&TEXTS);
        let all = entries(file);
        let holders: Vec<&Entry> = all.iter().filter(|entry| entry.shape != "text").collect();
        let holder = *at.get(&holders);
        let inside = |entry: &&Entry| entry.names.len() == holder.names.len() + 1 && entry.names.starts_with(&holder.names);
        let names: Vec<&str> = all.iter().filter(inside).map(|entry| entry.path()[holder.names.len()]).collect();
        let behind = behind.filter(|_| !names.is_empty()).map(|behind| *behind.get(&names));
        let value = match kind {
            0 => Value::from(text.as_str()),
            1 => vec!["C1", &text].into(),
            2 => [("fact", text.as_str().into()), ("quote", vec![Value::from([("exact", text.as_str().into())])].into())].into(),
            _ => [("list", Value::Sequence(Vec::new())), ("map", Value::Mapping(Vec::new()))].into(),
        };
        let mut edit = Edit::new(file.as_str());
        let last = names.len().to_string();
        let (name, done) = if holder.shape == "a list" {
            (&last, edit.push(&holder.path(), value))
        } else {
            (&key, edit.insert(&holder.path(), &key, value, behind))
        };
        if let Err(why) = done {
            prop_assert_eq!(edit.text(), file);
            prop_assert!(has_reason(file, &why) || names.contains(&key.as_str()), "{holder:?} {key:?}: {why}");
            return Ok(());
        }
        let (before, end) = kept(file, edit.text());
        prop_assert_eq!(before + end, file.len(), "{}", edit.text());
        let names = [&holder.names[..], std::slice::from_ref(name)].concat();
        let (added, rest): (Vec<Entry>, Vec<Entry>) = entries(edit.text()).into_iter().partition(|entry| entry.names.starts_with(&names));
        prop_assert_eq!(says(rest), says(all.clone()));
        prop_assert_eq!(added.iter().filter(|entry| entry.text == text).count() > 0, kind < 3 || text.is_empty());
        if edit.remove(&added[0].path()).is_ok() {
            prop_assert_eq!(edit.text(), file);
        } else {
            prop_assert!(file.contains(", #"), "{}", edit.text());
        }
    }

    #[test]
    fn what_is_removed_is_all_that_changes(file in any::<Index>(), at in any::<Index>()) {
        let file = file.get(&TEXTS);
        let all = entries(file);
        let entry = at.get(&all[1..]);
        let depth = entry.names.len() - 1;
        let (name, holder) = (&entry.names[depth], &entry.names[..depth]);
        let mut edit = Edit::new(file.as_str());
        if let Err(why) = edit.remove(&entry.path()) {
            prop_assert_eq!(edit.text(), file);
            prop_assert!(has_reason(file, &why), "{entry:?}: {why}");
            return Ok(());
        }
        let mut wanted: Vec<Entry> = all.iter().filter(|other| !other.names.starts_with(&entry.names)).cloned().collect();
        let found = entries(edit.text());
        for other in wanted.iter_mut().filter(|other| other.names.starts_with(holder)) {
            match (other.names.get(depth), entry.key) {
                // In a list what follows moves up.
                (Some(at), None) => {
                    let (at, gone): (usize, usize) = (at.parse().expect("a place"), name.parse().expect("a place"));
                    other.names[depth] = (at - usize::from(at > gone)).to_string();
                }
                // What was all that stood in lines leaves a blank.
                (None, _) if !all.iter().any(|other| other.names.len() == depth + 1 && other.names.starts_with(holder) && other != entry) => {
                    other.shape = found.iter().find(|left| left.names == holder).expect("the holder").shape;
                }
                _ => {}
            }
        }
        prop_assert_eq!(says(found), says(wanted));
        let (old, new): (Vec<&str>, Vec<&str>) = (file.lines().collect(), edit.text().lines().collect());
        let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let most = old.len().min(new.len()) - before;
        let behind = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
        prop_assert!(new.len() - before - behind <= 1, "at most the line that it stood in is another: {}", edit.text());
    }

    /// What it reads as is proved by every edit itself.
    #[test]
    fn any_text_is_edited_or_refused(file in any::<Index>(), at in any::<Index>(), cut in 0_usize..12, put in "[\\[\\]{}:,&*!|>'\"?#\n a-]{0,8}") {
        let file = file.get(&ODD);
        let start = file.floor_char_boundary(at.index(file.len()));
        let end = file.floor_char_boundary((start + cut).min(file.len()));
        let damaged = format!("{}{put}{}", &file[..start], &file[end..]);
        let tree = Tree::read(&damaged);
        if tree.broken_at.is_some() || tree.root.is_none_or(|root| !has_words_for_keys(&root)) {
            return Ok(());
        }
        for entry in entries(&damaged) {
            let path = entry.path();
            let changes: [Change<'_>; 5] = [
                &|edit| edit.set(&path, "x: y"),
                &|edit| edit.insert(&path, "new", vec!["x", "y"], None),
                &|edit| edit.push(&path, [("x", "y".into())]),
                &|edit| edit.remove(&path),
                &|edit| edit.rename(&path, "new"),
            ];
            for change in changes {
                let mut edit = Edit::new(damaged.as_str());
                if change(&mut edit).is_err() {
                    prop_assert_eq!(edit.text(), &damaged);
                }
            }
        }
    }

    #[test]
    fn a_key_that_is_renamed_is_all_that_changes(file in any::<Index>(), at in any::<Index>(), key in TEXT) {
        let file = file.get(&TEXTS);
        let mut wanted = entries(file);
        let keys: Vec<Entry> = wanted.iter().filter(|entry| entry.key.is_some()).cloned().collect();
        prop_assume!(!keys.is_empty());
        let entry = at.get(&keys);
        let span = entry.key.expect("a key");
        let mut edit = Edit::new(file.as_str());
        if let Err(why) = edit.rename(&entry.path(), &key) {
            prop_assert_eq!(edit.text(), file);
            // One letter is a key of its mapping already, now and then.
            let taken = [&entry.names[..entry.names.len() - 1], std::slice::from_ref(&key)].concat();
            let is_taken = keys.iter().any(|other| other.names == taken);
            prop_assert!(is_taken || has_reason(file, &why), "{entry:?} {key:?}: {why}");
            return Ok(());
        }
        let (before, behind) = kept(file, edit.text());
        prop_assert!(before >= span.start && file.len() - behind <= span.end || edit.text() == file, "{}", edit.text());
        for other in wanted.iter_mut().filter(|other| other.names.starts_with(&entry.names)) {
            other.names[entry.names.len() - 1].clone_from(&key);
        }
        prop_assert_eq!(says(entries(edit.text())), says(wanted));
    }
}

/// The lines that are new in a text, and how many of the old ones are gone.
fn difference(old: &str, new: &str) -> (Vec<String>, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - before;
    let behind = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    (new[before..new.len() - behind].iter().map(|line| (*line).to_owned()).collect(), old.len() - behind - before)
}

#[test]
fn what_a_desk_changes_is_a_call_or_two() {
    let text = fs::read_to_string(project("tests/desk/briefings/strait-security.yaml")).expect("the briefing");
    let after = |change: Change<'_>| {
        let mut edit = Edit::new(text.as_str());
        change(&mut edit).expect("an edit");
        let (new, gone) = difference(&text, edit.text());
        let (briefing, findings) = parse(Tree::read(edit.text()), "x");
        assert_eq!(findings, [], "{new:?}");
        (briefing, new, gone)
    };
    let (briefing, new, gone) = after(&|edit| edit.set(&["judgements", "J3", "likelihood"], "unlikely"));
    assert_eq!((new, gone), (vec!["    likelihood: unlikely".to_owned()], 1));
    assert_eq!(briefing.judgements[2].likelihood.as_ref().map(|word| word.text.as_str()), Some("unlikely"));

    let prose =
        "A second report names the same cutter, and a photograph shows the hole below her waterline. Whose gun it was neither says.";
    let (briefing, new, gone) = after(&|edit| edit.set(&["judgements", "J3", "because"], prose));
    let (first, second) = prose.split_at(prose.find("Whose").expect("a word"));
    assert_eq!((new, gone), (vec![format!("      {}", first.trim_end()), format!("      {second}")], 4));
    assert_eq!(briefing.judgements[2].because.as_ref().map(|text| text.value.as_str()), Some(prose));

    let claim = || [("fact", Value::from("The Finch is in dock: two weeks.")), ("quote", "two weeks".into()), ("credibility", "2".into())];
    let (briefing, new, gone) = after(&|edit| edit.insert(&["sections", "incidents"], "C99", claim(), Some("C3")));
    let lines = ["    C99:", "      fact: 'The Finch is in dock: two weeks.'", "      quote: two weeks", "      credibility: 2"];
    assert_eq!((new, gone), (lines.map(str::to_owned).to_vec(), 0));
    assert!(briefing.claims.iter().any(|claim| claim.head.id.value == "C99" && claim.passages.len() == 1));

    let (briefing, new, gone) =
        after(&|edit| edit.insert(&["events"], "T22", [("visit", "A visit".into()), ("claims", vec!["C30"].into())], None));
    assert_eq!((new, gone), (vec!["  T22: {visit: A visit, claims: [C30]}".to_owned()], 0));
    assert!(briefing.events.iter().any(|event| event.head.id.value == "T22"));

    let (_, new, gone) = after(&|edit| edit.insert(&["judgements", "J3"], "was", [("likelihood", "unlikely".into())], Some("confidence")));
    assert_eq!((new, gone), (vec!["    was:".to_owned(), "      likelihood: unlikely".to_owned()], 0));

    let (briefing, new, gone) = after(&|edit| {
        edit.rename(&["judgements", "J4"], "J40")?;
        edit.set(&["assumptions", "A2", "if_wrong"], "Then [J3] is too low and [J40] moves with it.")
    });
    assert!(new.iter().any(|line| line == "  J40:") && new.len() == gone, "{new:?}");
    assert!(briefing.judgements.iter().any(|judgement| judgement.head.id.value == "J40"));

    let (_, new, gone) = after(&|edit| edit.push(&["judgements", "J3", "against"], "C30"));
    assert_eq!((new, gone), (vec!["    against: [C25, C29, C37, C30]".to_owned()], 1));
    let (_, new, gone) = after(&|edit| edit.remove(&["judgements", "J3", "against", "1"]));
    assert_eq!((new, gone), (vec!["    against: [C25, C37]".to_owned()], 1));
    let (briefing, _, gone) = after(&|edit| edit.remove(&["judgements", "J3"]));
    assert_eq!((gone, briefing.judgements.iter().any(|judgement| judgement.head.id.value == "J3")), (14, false));
}

#[test]
fn what_cannot_be_edited_in_place_says_why_and_stays() {
    let text = "a: 1\na: 2\nlist: [C1, # the order\n  C2]\nnumbered: |2\n    x\nanchor: &it {b: c}\nalias: *it\nlast: |\n  words\ngone:\n  # a comment\n  d: e\n  # another\n";
    let cases: [(Change<'_>, &str); 14] = [
        (&|edit| edit.set(&["a"], "3"), "`a` stands twice"),
        (&|edit| edit.set(&["b"], "3"), "there is no `b`"),
        (&|edit| edit.set(&["list"], "C1"), "it is a list; expected text"),
        (&|edit| edit.push(&["last"], "C1"), "it is text; expected a list"),
        (&|edit| edit.insert(&["list"], "k", "v", None), "it is a list; expected a mapping"),
        (&|edit| edit.insert(&[], "last", "v", None), "`last` is there already"),
        (&|edit| edit.rename(&["gone"], "last"), "`last` is there already"),
        (&|edit| edit.rename(&["list", "0"], "x"), "has no name"),
        (&|edit| edit.remove(&["list", "2"]), "`2` is no place of the list"),
        (&|edit| edit.remove(&["list", "0"]), "a comment"),
        (&|edit| edit.set(&["numbered"], "y"), "cannot stand behind `|2`"),
        (&|edit| edit.set(&["anchor", "b"], "d"), "an anchor"),
        (&|edit| edit.set(&["alias", "b"], "d"), "an alias"),
        (&|edit| edit.remove(&[]), "the file as a whole"),
    ];
    for (change, words) in cases {
        let mut edit = Edit::new(text);
        let why = change(&mut edit).expect_err(words).to_string();
        assert!(why.contains(words), "{words}: {why}");
        assert_eq!(edit.text(), text);
    }
    for (broken, words) in [("a: [1\nb: 2\n", "syntax"), ("# nothing\n", "empty")] {
        let mut edit = Edit::new(broken);
        assert!(edit.set(&["a"], "2").expect_err(words).to_string().contains(words));
        assert_eq!(edit.text(), broken);
    }
}
