//! Whatever field of the format has another word, the editions differ, and the lines that Git compares do.

use super::{diff, err, out};
use crate::support::Scratch;
use bluf::briefing::schema::types::TYPES;

const FULL: &str = "briefing: x
title: Titleword
markings: uk
marking: SECRET
date: 2030-01-01
yardstick: icd203
event_kinds: cameo
change: initial
previous: briefings/first.yaml
author: Authorword
approved_by: Approverword
customer: Customerword
tags: [tagword]
question: Questionword?
bottom_line: Bottomword [J1].
implications: Impliedword.
source_summary: Summedword.
accept: {bottom-line/long: Livedword.}
slides: [bottom-line, gaps]
sources:
  ART:
    type: Typeword
    title: Paperword
    author: Writerword
    date: 2029-01-01
    url: {value: 'https://a.test/urlword', date: 2029-01-02}
    parent: {title: Parentword, type: Parentkind}
    file: seeds/fileword.txt
    origin: originword
    sha256: 0000000000000000000000000000000000000000000000000000000000000001
    reliability: B
    descriptor: Describedword.
    set_aside:
      - {quote: Asideword, why: Asidewhy}
      - {from: {exact: Fromword, prefix: Fromprefix}, to: Toword, why: w}
      - {heading: Headingword, why: w}
    marking: OFFICIAL
    accept: {source/undated: Sourcelived.}
actors:
  IR: {name: Actorword, aka: [Akaword], of: groupword}
sections:
  one:
    C1: {fact: Claimword., quote: {exact: Exactword, prefix: Prefixword, suffix: Suffixword}, credibility: 2, marking: OFFICIAL, accept: {claim/long: Claimlived.}}
    C2: {fact: Other., quote: Otherquote}
  two: {}
candidates:
  one:
    - {fact: Waitingword, quote: Waitingquote}
judgements:
  J1:
    section: one
    text: Judgedword
    by: 2031
    likelihood: likely
    confidence: low
    because: Reasonword [C1].
    claims: [C1]
    against: [C2]
    assumptions: [A1]
    speaker: Spokenword
    was: {likelihood: unlikely, confidence: moderate, why: Whyword}
    outcome: {came: yes, on: 2031-01-01, claims: [C1], note: Noteword}
assumptions:
  A1: {text: Assumedword, if_wrong: Wrongword}
alternatives:
  H1: {to: J1, text: Readingword, likelihood: unlikely, for: [C2], against: [C1]}
dissent:
  D1: {to: J1, who: Whoword, text: Dissentword, likelihood: even chance}
indicators:
  I1: {text: Signword, threshold: Thresholdword, moves: {J1: down}, seen: 2030-02-01}
scenarios:
  S1: {baseline: Futureword, likelihood: unlikely, with: [J1], without: [J2]}
gaps:
  G1: {text: Gapword, limits: [J1], collect: Collectword}
events:
  T1: {consult: Eventword, date: 2029-02-01}
  T2: {other: Deedword, kind: Kindword, date: 2029-03-01, after: [T1], during: [T3], where: Placeword, actors: [IR], claims: [C1], mode: alleged}
relationships:
  R1: {from: [IR], to: [TR], type: supplies, claims: [C1], mode: alleged}
";

/// A field of the format, and what stands in the edition before and in this one.
#[rustfmt::skip]
const CHANGED: &[(&str, &str, &str)] = &[
    ("briefing.briefing", "briefing: x", "briefing: y"), ("briefing.title", "Titleword", "Titlenew"), ("briefing.markings", "markings: uk", "markings: eu"),
    ("briefing.marking", "marking: SECRET", "marking: TOP SECRET"), ("briefing.date", "2030-01-01", "2030-01-02"),
    ("briefing.yardstick", "icd203", "phia"), ("briefing.event_kinds", "cameo", "plover"), ("briefing.change", "initial", "revised"),
    ("briefing.previous", "first.yaml", "second.yaml"), ("briefing.author", "Authorword", "Authornew"),
    ("briefing.approved_by", "Approverword", "Approvernew"), ("briefing.customer", "Customerword", "Customernew"),
    ("briefing.tags", "tagword", "tagnew"), ("briefing.question", "Questionword", "Questionnew"), ("briefing.bottom_line", "Bottomword", "Bottomnew"),
    ("briefing.implications", "Impliedword", "Impliednew"), ("briefing.source_summary", "Summedword", "Summednew"),
    ("briefing.accept", "Livedword", "Livednew"), ("briefing.slides", "[bottom-line, gaps]", "[gaps, bottom-line]"),
    ("briefing.sources", "  ART:", "  BRT:"), ("briefing.actors", "  IR: {name", "  IQ: {name"), ("briefing.sections", "  one:\n    C1", "  three:\n    C1"),
    ("briefing.candidates", "Waitingword", "Waitingnew"), ("briefing.judgements", "  J1:\n", "  J9:\n"), ("briefing.assumptions", "  A1: {", "  A9: {text: Another}\n  A1: {"),
    ("briefing.alternatives", "  H1: {", "  H9: {to: J1, text: Another}\n  H1: {"), ("briefing.dissent", "  D1: {", "  D9: {to: J1, text: Another}\n  D1: {"), ("briefing.indicators", "  I1: {", "  I9: {text: Another}\n  I1: {"),
    ("briefing.scenarios", "  S1: {", "  S9: {wildcard: Another}\n  S1: {"), ("briefing.gaps", "  G1: {", "  G9: {text: Another}\n  G1: {"), ("briefing.events", "  T2: {", "  T9: {consult: Another}\n  T2: {"),
    ("briefing.relationships", "  R1: {", "  R9: {from: [TR], to: [IR]}\n  R1: {"),
    ("source.type", "Typeword", "Typenew"), ("source.title", "Paperword", "Papernew"), ("source.author", "Writerword", "Writernew"),
    ("source.date", "date: 2029-01-01", "date: 2029-01-03"), ("source.url", "urlword", "urlnew"), ("source.parent", "Parentword", "Parentnew"),
    ("source.file", "fileword", "filenew"), ("source.origin", "originword", "originnew"), ("source.sha256", "0001\n", "0002\n"),
    ("source.reliability", "reliability: B", "reliability: C"), ("source.descriptor", "Describedword", "Describednew"),
    ("source.set_aside", "Asideword", "Asidenew"), ("source.marking", "    marking: OFFICIAL", "    marking: SECRET"),
    ("source.accept", "Sourcelived", "Sourcenew"),
    ("address.value", "urlword", "urlother"), ("address.date", "2029-01-02", "2029-01-04"),
    ("publication.title", "Parentword", "Parentother"), ("publication.type", "Parentkind", "Parentsort"),
    ("set-aside.quote", "Asideword", "Asideother"), ("set-aside.from", "Fromword", "Fromnew"), ("set-aside.to", "Toword", "Tonew"),
    ("set-aside.heading", "Headingword", "Headingnew"), ("set-aside.why", "Asidewhy", "Asidereason"),
    ("passage.exact", "Exactword", "Exactnew"), ("passage.prefix", "Prefixword", "Prefixnew"), ("passage.prefix", "Fromprefix", "Fromnew"),
    ("passage.suffix", "Suffixword", "Suffixnew"),
    ("actor.name", "Actorword", "Actornew"), ("actor.aka", "Akaword", "Akanew"), ("actor.of", "groupword", "groupnew"),
    ("actor.marking", "{name: Actorword", "{marking: SECRET, name: Actorword"), ("actor.accept", "{name: Actorword", "{accept: {a/b: c}, name: Actorword"),
    ("claim.fact", "fact: Claimword", "assessment: Claimword"), ("claim.quote", "Otherquote", "Othernew"), ("claim.credibility", "credibility: 2", "credibility: 3"),
    ("claim.marking", "2, marking: OFFICIAL", "2, marking: SECRET"), ("claim.accept", "Claimlived", "Claimnew"),
    ("candidate.quote", "Waitingquote", "Waitingother"),
    ("judgement.section", "section: one", "section: two"), ("judgement.text", "Judgedword", "Judgednew"), ("judgement.by", "by: 2031", "by: 2032"),
    ("judgement.likelihood", "likelihood: likely", "likelihood: very likely"), ("judgement.confidence", "confidence: low", "confidence: high"),
    ("judgement.because", "Reasonword", "Reasonnew"), ("judgement.claims", "    claims: [C1]", "    claims: [C2]"),
    ("judgement.against", "    against: [C2]", "    against: [C1]"), ("judgement.assumptions", "assumptions: [A1]", "assumptions: [A2]"),
    ("judgement.speaker", "Spokenword", "Spokennew"), ("judgement.was", "Whyword", "Whyother"), ("judgement.outcome", "Noteword", "Noteother"),
    ("judgement.marking", "    text: Judgedword", "    marking: SECRET\n    text: Judgedword"),
    ("judgement.accept", "    text: Judgedword", "    accept: {a/b: c}\n    text: Judgedword"),
    ("was.likelihood", "was: {likelihood: unlikely", "was: {likelihood: likely"), ("was.confidence", "confidence: moderate", "confidence: high"),
    ("was.why", "Whyword", "Whynew"),
    ("outcome.came", "came: yes", "came: no"), ("outcome.on", "2031-01-01", "2031-01-02"), ("outcome.claims", "01-01, claims: [C1]", "01-01, claims: [C2]"),
    ("outcome.note", "Noteword", "Notenew"),
    ("assumption.text", "Assumedword", "Assumednew"), ("assumption.if_wrong", "Wrongword", "Wrongnew"),
    ("assumption.marking", "{text: Assumedword", "{marking: SECRET, text: Assumedword"), ("assumption.accept", "{text: Assumedword", "{accept: {a/b: c}, text: Assumedword"),
    ("alternative.to", "H1: {to: J1", "H1: {to: J2"), ("alternative.text", "Readingword", "Readingnew"),
    ("alternative.likelihood", "Readingword, likelihood: unlikely", "Readingword, likelihood: likely"),
    ("alternative.for", "for: [C2]", "for: [C3]"), ("alternative.against", "for: [C2], against: [C1]", "for: [C2], against: [C3]"),
    ("alternative.marking", "{to: J1, text", "{marking: SECRET, to: J1, text"), ("alternative.accept", "{to: J1, text", "{accept: {a/b: c}, to: J1, text"),
    ("dissent.to", "D1: {to: J1", "D1: {to: J2"), ("dissent.who", "Whoword", "Whonew"), ("dissent.text", "Dissentword", "Dissentnew"),
    ("dissent.likelihood", "even chance", "unlikely"), ("dissent.marking", "{to: J1, who", "{marking: SECRET, to: J1, who"),
    ("dissent.accept", "{to: J1, who", "{accept: {a/b: c}, to: J1, who"),
    ("indicator.text", "Signword", "Signnew"), ("indicator.threshold", "Thresholdword", "Thresholdnew"), ("indicator.moves", "J1: down", "J1: up"),
    ("indicator.seen", "2030-02-01", "2030-02-02"), ("indicator.marking", "{text: Signword", "{marking: SECRET, text: Signword"),
    ("indicator.accept", "{text: Signword", "{accept: {a/b: c}, text: Signword"),
    ("scenario.baseline", "baseline: F", "wildcard: F"), ("scenario.likelihood", "Futureword, likelihood: unlikely", "Futureword, likelihood: likely"),
    ("scenario.with", "with: [J1]", "with: [J3]"), ("scenario.without", "without: [J2]", "without: [J3]"),
    ("scenario.marking", "{baseline:", "{marking: SECRET, baseline:"), ("scenario.accept", "{baseline:", "{accept: {a/b: c}, baseline:"),
    ("gap.text", "Gapword", "Gapnew"), ("gap.limits", "limits: [J1]", "limits: [J2]"), ("gap.collect", "Collectword", "Collectnew"),
    ("gap.marking", "{text: Gapword", "{marking: SECRET, text: Gapword"), ("gap.accept", "{text: Gapword", "{accept: {a/b: c}, text: Gapword"),
    ("event.consult", "consult: Eventword", "yield: Eventword"), ("event.kind", "Kindword", "Kindnew"), ("event.date", "2029-03-01", "2029-03-02"), ("event.after", "after: [T1]", "after: [T3]"),
    ("event.during", "during: [T3]", "during: [T1]"), ("event.where", "Placeword", "Placenew"), ("event.actors", "actors: [IR]", "actors: [TR]"),
    ("event.claims", "actors: [IR], claims: [C1]", "actors: [IR], claims: [C2]"), ("event.mode", "claims: [C1], mode: alleged}\nr", "claims: [C1], mode: expected}\nr"),
    ("event.marking", "{other:", "{marking: SECRET, other:"), ("event.accept", "{other:", "{accept: {a/b: c}, other:"),
    ("relationship.from", "from: [IR]", "from: [IQ]"), ("relationship.to", "to: [TR]", "to: [RU]"), ("relationship.type", "supplies", "trains"),
    ("relationship.claims", "supplies, claims: [C1]", "supplies, claims: [C2]"),
    ("relationship.mode", "supplies, claims: [C1], mode: alleged", "supplies, claims: [C1], mode: expected"),
    ("relationship.marking", "{from: [IR]", "{marking: SECRET, from: [IR]"), ("relationship.accept", "{from: [IR]", "{accept: {a/b: c}, from: [IR]"),
];

#[test]
fn n9_another_word_in_any_field_of_the_format_is_a_change_and_git_sees_it() {
    for part in TYPES {
        for field in part.fields {
            let name = format!("{}.{}", part.name, field.name);
            assert!(CHANGED.iter().any(|(known, ..)| *known == name), "nobody has said how `{name}` changes");
        }
    }
    let scratch = Scratch::new("diff-fields");
    scratch.write("old.yaml", FULL);
    let lines = out(&diff(&scratch, &["old.yaml"]));
    let mut unseen = Vec::new();
    for (field, then, now) in CHANGED {
        assert!(FULL.contains(then), "{field}: {then}");
        scratch.write("new.yaml", FULL.replacen(then, now, 1));
        let output = diff(&scratch, &["old.yaml", "new.yaml", "--format", "json"]);
        if output.status.code() != Some(1) || !out(&output).contains("\"changed\": true") {
            unseen.push(format!("{field}: bluf diff, {:?} {}", output.status.code(), err(&output)));
        }
        if out(&diff(&scratch, &["new.yaml"])) == lines {
            unseen.push(format!("{field}: the lines of one edition"));
        }
    }
    assert!(unseen.is_empty(), "{}", unseen.join("\n"));
    assert_eq!(diff(&scratch, &["old.yaml", "old.yaml"]).status.code(), Some(0));
}

#[test]
fn n9_another_marking_is_told_as_it_was_and_is() {
    let scratch = Scratch::new("diff-marking");
    scratch.write("old.yaml", FULL);
    scratch.write("new.yaml", FULL.replacen("2, marking: OFFICIAL", "2, marking: SECRET", 1));
    let page = out(&diff(&scratch, &["old.yaml", "new.yaml"]));
    assert!(page.contains("C1 OFFICIAL → SECRET"), "{page}");
}
