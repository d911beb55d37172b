//! Which clauses of a quote a claim speaks of.

use super::clause::Kind;
use super::statement::{Scope, Statement};

/// For each of several texts the clauses that another one repeats. Where it repeats none, it may speak of all that they say.
#[must_use]
pub fn repeated(quotes: &[Statement], claim: &Statement) -> Vec<Scope> {
    let mut scopes = vec![Scope::default(); quotes.len()];
    let all: Vec<u64> = (0..claim.clauses.all.len()).flat_map(|clause| claim.content(clause)).collect();
    let rows = |quotes: &[Statement]| -> Vec<(usize, usize)> {
        quotes.iter().enumerate().flat_map(|(at, quote)| (0..quote.clauses.all.len()).map(move |clause| (at, clause))).collect()
    };
    let rows = rows(quotes);
    let contents: Vec<Vec<u64>> = rows
        .iter()
        .map(|(at, clause)| {
            let mut own: Vec<u64> = quotes[*at].content(*clause).collect();
            own.sort_unstable();
            own.dedup();
            own
        })
        .collect();
    let shared =
        |with: &[u64]| -> Vec<usize> { contents.iter().map(|own| own.iter().filter(|stem| with.contains(stem)).count()).collect() };
    for clause in 0..claim.clauses.all.len() {
        let content: Vec<u64> = claim.content(clause).collect();
        let shared = shared(&content);
        let best = shared.iter().max().copied().unwrap_or(0);
        for (row, _) in rows.iter().zip(&shared).filter(|(_, shared)| best > 0 && **shared == best) {
            scopes[row.0].add(row.1);
        }
    }
    governed(quotes, claim, &rows, &mut scopes, &shared);
    for ((row, own), shared) in rows.iter().zip(&contents).zip(shared(&all)) {
        if shared >= 2 && shared * 5 >= own.len() * 3 {
            scopes[row.0].add(row.1);
        }
    }
    // "Left and never returned": a claim that they returned speaks of it, whatever else it says.
    let verbs = |text: &Statement, clause: usize| -> Vec<u64> {
        let own = (0..text.words.len()).filter(|at| text.clauses.of[*at] == clause && text.clauses.finite[*at] && text.stems[*at] != 0);
        own.map(|at| text.stems[at]).collect()
    };
    let ours: Vec<u64> = (0..claim.clauses.all.len()).flat_map(|clause| verbs(claim, clause)).collect();
    for (at, clause) in &rows {
        if verbs(&quotes[*at], *clause).iter().any(|verb| ours.contains(verb)) {
            scopes[*at].add(*clause);
        }
    }
    if scopes.iter().all(|scope| *scope == Scope::default()) {
        for (at, clause) in
            rows.into_iter().filter(|(at, clause)| matches!(quotes[*at].clauses.all[*clause].kind, Kind::Main | Kind::Complement))
        {
            scopes[at].add(clause);
        }
    }
    scopes
}

/// "In the pollster's estimation a run-off is likely": one clause says who holds it, and what.
fn governed(quotes: &[Statement], claim: &Statement, rows: &[(usize, usize)], scopes: &mut [Scope], shared: &dyn Fn(&[u64]) -> Vec<usize>) {
    for clause in 0..claim.clauses.all.len() {
        let content: Vec<u64> = claim.content(clause).collect();
        let shared = shared(&content);
        for ((at, inner), _) in rows.iter().zip(&shared).filter(|(_, shared)| **shared >= 2) {
            // "Considers it likely that": "it likely" stands between the two.
            let clauses = &quotes[*at].clauses;
            let over = |outer: usize| scopes[*at].has(outer) && clauses.is_under(*inner, outer);
            if clauses.all[*inner].kind == Kind::Complement && (0..clauses.all.len()).any(over) {
                scopes[*at].add(*inner);
            }
        }
    }
}
