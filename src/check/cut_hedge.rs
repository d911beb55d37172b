//! What stands over a quote in its sentence and was left out of it: a hedge, a denial, a condition, whose word it is.

use super::attribution::{is_of_another, says_by_itself};
use super::contrary::kept_back;
use super::hedge::claims;
use super::reading::{Quote, Reading};
use super::taken_back::taken_back;
use super::{Reporter, Subject};
use crate::briefing::resolved::Anchored;
use crate::briefing::source_text::SourceText;
use crate::english::class::Class;
use crate::english::clause::Kind;
use crate::english::scope::Over;
use crate::english::word::{Gap, is};
use crate::english::{Mark, Sense, Speech, Statement, Strength};
use crate::text::line_ends::flat;
use crate::text::{clip, single_spaced};
use std::collections::BTreeMap;
use std::ops::Range;

/// The sentences of quotes as they are read, by source and bytes: several claims quote one sentence.
type Read = BTreeMap<(usize, usize, usize), Statement>;

pub fn cut(subject: &Subject<'_>, report: &mut Reporter<'_>) {
    let resolved = subject.resolved;
    let mut read = Read::new();
    for (index, claim, _, reading) in claims(subject) {
        let anchored = &resolved.evidence().passages[index];
        let place = |passage: &Anchored| Some((passage.source?, passage.anchor.range()?));
        let quoted: Vec<(usize, Range<usize>)> = anchored.iter().filter_map(place).collect();
        for (passage, anchored) in claim.passages.iter().zip(anchored) {
            let Some((source, range)) = place(anchored) else { continue };
            let Some(text) = resolved.text(source) else { continue };
            // What another passage of the claim quotes is not left out.
            let is_quoted = |word: &Range<usize>| {
                quoted.iter().any(|(other, range)| *other == source && range.start <= word.start && word.end <= range.end)
            };
            let Some(around) = around(text, &range) else { continue };
            let whole = || Statement::read(&flat(&text.text()[around.clone()]));
            let statement = read.entry((source, around.start, around.end)).or_insert_with(whole);
            let mut left_out = left_out(statement, around.start, &range, reading);
            if left_out.is_empty() && !reading.verbatim {
                let within = range.start - around.start..range.end - around.start;
                let kept = kept_back(statement, &reading.text).or_else(|| denied_of(statement, &within, &reading.text));
                let kept = kept.map(|at| statement.bytes(&(at..at + 1)));
                left_out.extend(kept.map(|word| (around.start + word.start..around.start + word.end, false)));
            }
            if left_out.is_empty() {
                let back = taken_back(statement, &(range.start - around.start..range.end - around.start), reading);
                let back = back.map(|words| statement.bytes(&words));
                left_out.extend(back.map(|word| (around.start + word.start..around.start + word.end, false)));
            }
            left_out.retain(|(word, _)| !is_quoted(word));
            let Some((first, _)) = left_out.first() else { continue };
            let place = match first {
                _ if left_out.iter().any(|(_, beside)| *beside) => "beside",
                first if first.start < range.start => "before",
                _ => "behind",
            };
            let listed: Vec<String> = left_out.iter().map(|(word, _)| format!("“{}”", single_spaced(&text.text()[word.clone()]))).collect();
            let message = format!(
                "“{}” leaves out {} {place} it ({}:{})",
                clip(&single_spaced(&text.text()[range.clone()]), 60),
                listed.join(" and "),
                resolved.briefing.sources[source].head.id.value,
                text.number(text.sentences_in(first).start).unwrap_or_default(),
            );
            report.at(&claim.head.id, passage.exact.span, message, "quote that too");
        }
    }
}

/// "Contains a clause" of "does not contain | a clause", "is a member" of "is no longer | a member": the claim says of what is only
/// named what its sentence denies of it.
fn denied_of(sentence: &Statement, quote: &Range<usize>, claim: &Statement) -> Option<usize> {
    let denies = |mark: &&Mark| mark.sense == Sense::Denial;
    let quoted: Vec<usize> = sentence.words_in(quote).collect();
    let (first, shared) =
        (*quoted.first()?, quoted.iter().any(|at| sentence.stems[*at] != 0 && claim.stems.contains(&sentence.stems[*at])));
    if claim.marks.iter().any(|mark| denies(&mark)) || !shared {
        return None;
    }
    let verb = |at: &usize| sentence.words[*at].is(Class::VERB.or(Class::BE).or(Class::HAVE)) && !is!(sentence.words[*at], "do");
    let said = |at: usize| {
        let of = sentence.words[at].entry.class;
        let same = |place: usize| {
            let word = &claim.words[place];
            sentence.stems[at] != 0 && sentence.stems[at] == claim.stems[place]
                || of.is(Class::BE) && word.is(Class::BE)
                || of.is(Class::HAVE) && word.is(Class::HAVE)
        };
        (0..claim.words.len()).any(|place| claim.clauses.finite[place] && same(place))
    };
    sentence.marks.iter().filter(denies).filter(|mark| mark.words.end <= first).find_map(|mark| {
        let clause = sentence.clauses.of[mark.words.start];
        let own = |at: &usize| sentence.clauses.of[*at] == clause;
        let behind = (mark.words.end..first).filter(own).find(verb);
        // "Aren't | in the valley": the denial is the verb.
        let before = (0..mark.words.end).rev().filter(own).find(verb);
        let near = behind.or(before)?;
        (sentence.clauses.of[first] == clause && said(near)).then_some(mark.words.start)
    })
}

/// The sentences of a quote, if there is more of them than it.
fn around(source: &SourceText, quote: &Range<usize>) -> Option<Range<usize>> {
    let sentences = source.sentences().get(source.sentences_in(quote))?;
    let (start, end) = (sentences.first()?.range.start.min(quote.start), sentences.last()?.range.end.max(quote.end));
    let has_words = |range: Range<usize>| source.text()[range].contains(char::is_alphanumeric);
    // Most quotes are whole sentences.
    (has_words(start..quote.start) || has_words(quote.end..end)).then_some(start..end)
}

/// The claim says itself what was left out. A denial it must deny: "declined" may be no more than a fall.
fn keeps(reading: &Reading, sense: Sense) -> bool {
    let denies = reading.text.marks.iter().any(|mark| matches!(mark.sense, Sense::Denial | Sense::Hedge(_)));
    reading.keeps(sense) && (sense != Sense::Denial || !reading.verbatim && denies && !is_of_quote(reading))
}

/// "No longer holds it" of "little evidence that | it has lost it": the claim denies what the quote itself denies, and no more.
fn is_of_quote(reading: &Reading) -> bool {
    let count = |text: &Statement| {
        let marks = text.marks.iter().filter(|mark| mark.sense == Sense::Denial).count();
        let marked = |at: usize| text.marks.iter().any(|mark| mark.sense == Sense::Denial && mark.words.contains(&at));
        let words = text.words.iter().enumerate().filter(|(at, word)| (word.is(Class::LACK) || is!(word, "lose")) && !marked(*at)).count();
        marks + words
    };
    let inner: usize = reading.quotes.iter().map(|quote| count(&quote.statement)).sum();
    inner > 0 && count(&reading.text) % 2 == inner % 2
}

/// "Far from curbing it, | the cap did the opposite": what is denied ends at the comma.
fn is_fronted(statement: &Statement, denial: &Range<usize>, quote: usize) -> bool {
    let doing = statement.words.get(denial.end).is_some_and(|next| next.is(Class::GERUND));
    let comma = (denial.end..statement.words.len()).find(|at| statement.words[*at].gap == Gap::Comma);
    is!(statement.words[denial.start], "far") && doing && comma.is_some_and(|comma| statement.words[comma].range.start <= quote)
}

/// "The ship sank", where the source has it from somebody whom the claim does not name. What one says "as the minister said"
/// the source says too; and who says something, or what is only named, is not what is said.
fn says_outright(reading: &Reading, (sentence, quote): (&Statement, &Range<usize>), mark: &Mark) -> bool {
    let (first, verb) = (mark.words.start, mark.words.end - 1);
    // "Although the army insists that it can": of that clause alone.
    let aside = matches!(sentence.clauses.all[sentence.clauses.of[first]].kind, Kind::Adverbial | Kind::Condition);
    let agrees = aside || is!(sentence.words[sentence.clauses.all[sentence.clauses.of[first]].first], "as");
    let quoted: Vec<usize> = sentence.words_in(quote).collect();
    // "The prospect, supported by arms, | is a concern": what is said of it stands outside.
    let (of, finite) = (&sentence.clauses.of, &sentence.clauses.finite);
    let ends = |at: usize| finite[at] && !(at + 1..of.len()).any(|later| finite[later] && of[later] == of[at]);
    let says = quoted.iter().any(|at| ends(*at));
    let behind = sentence.words[first].range.start >= quote.end && sentence.words[verb].is(Class::VERB);
    let speaker = mark.who.is_some_and(|who| quoted.contains(&who)) || behind && !sentence.is_put_behind(verb);
    // "From a Western perspective": for whom something counts, and not who says so.
    let frames = is!(sentence.words[verb], "perspective", "viewpoint", "standpoint", "view");
    // "Both men admitted it" of what a newspaper says that they confessed: they speak in the quote, and not for it.
    let of_quote = |other: &Mark| {
        let who = other.who.map(|who| reading.text.stems[who]).filter(|stem| *stem != 0);
        matches!(other.sense, Sense::Speaker(_)) && who.is_some_and(|who| quoted.iter().any(|at| sentence.stems[*at] == who))
    };
    let told = |other: &Mark| matches!(other.sense, Sense::Speaker(_) | Sense::Nameless | Sense::Hedge(_));
    let names_speaker =
        reading.keeps(Sense::Hedge(Strength::Seeming)) && !reading.text.marks.iter().filter(|other| told(other)).all(of_quote);
    let elsewhere = |quote: &Quote| !quote.statement.stems.iter().all(|stem| sentence.stems.contains(stem));
    let alone = !reading.quotes.iter().any(|quote| elsewhere(quote) && says_by_itself(reading, quote));
    says && alone && !speaker && !frames && !agrees && !names_speaker && is_of_another(reading, sentence, mark)
}

/// The words that hold over a quote and stand outside it, and whether right beside it.
fn left_out(statement: &Statement, start: usize, quote: &Range<usize>, reading: &Reading) -> Vec<(Range<usize>, bool)> {
    let within = quote.start - start..quote.end - start;
    let over = statement.over(&within);
    let found = over.into_iter().filter_map(|Over { mark, before, beside }| {
        let counts = match mark.sense {
            Sense::Hedge(strength) => strength != Strength::Certain,
            Sense::Denial if is_fronted(statement, &mark.words, within.start) => false,
            Sense::Denial | Sense::Asked => before,
            // "…, analysts suspect": what is merely thought, or said by nobody.
            Sense::Condition | Sense::Nameless | Sense::Speaker(Speech::Expects) => true,
            Sense::Speaker(Speech::Says) => {
                statement.words[mark.words.end - 1].is(Class::DOUBT) || says_outright(reading, (statement, &within), mark)
            }
            _ => false,
        };
        let range = statement.bytes(&mark.words);
        let kept = if matches!(mark.sense, Sense::Speaker(_) | Sense::Nameless) { Sense::Hedge(Strength::Seeming) } else { mark.sense };
        // "Suggests that | it has probably begun": the quote is a hedge of its own, and the claim keeps it.
        let hedged = beside && reading.keeps(kept) && reading.quotes.iter().any(|quote| quote.statement.hedges().next().is_some());
        (counts && (beside && !hedged || !keeps(reading, kept))).then(|| (start + range.start..start + range.end, beside))
    });
    let mut found: Vec<(Range<usize>, bool)> = found.collect();
    found.sort_unstable_by_key(|(word, _)| word.start);
    // "Is said to": one mark within another.
    let all = found.clone();
    found.retain(|(word, _)| !all.iter().any(|(other, _)| other != word && other.start <= word.start && word.end <= other.end));
    found.dedup_by(|one, other| one.0 == other.0);
    found
}
