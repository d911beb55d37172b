//! A state told by its capital, its people or a place in it: "China" of what the source says of Beijing, "the court in Accra" of
//! Ghana's court.

use super::nations::{Kind, Mention};
use super::quoted_context::Context;
use super::state_things::names_state_of;
use crate::text::phrases::{without_possessive, words};
use std::ops::Range;

/// How verbs of motion begin.
const MOVES: [&str; 14] = ["fl", "went", "go", "trave", "mov", "sen", "ship", "retur", "com", "came", "arriv", "visit", "trip", "deport"];

/// Who governs, judges or commands for a state: "in" its capital, and not by being there.
#[rustfmt::skip]
const SEATS: &[&str] = &[
    "administration", "army", "assembly", "authorities", "authority", "bank", "cabinet", "capital", "chamber", "chancellery", "coalition",
    "command", "commission", "committee", "congress", "council", "court", "courts", "deputies", "directorate", "executive", "generals", "government",
    "governments", "governor", "judge", "judges", "judiciary", "junta", "king", "lawmakers", "leader", "leaders", "leadership", "legislators",
    "legislature", "magistrates", "masters", "military", "minister", "ministers", "ministries", "ministry", "monarch", "mps", "office", "officials", "official",
    "palace", "parliament", "parliamentarians", "police", "politicians", "premier", "presidency", "president", "prosecutor", "prosecutors", "regime",
    "regulator", "regulators", "ruler", "rulers", "senate", "senators", "tribunal", "treasury", "tribunals", "watchdog",
];
/// What comes from who governs: consent "from" a capital.
#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "agreement", "aid", "answer", "apology", "approval", "assent", "assurance", "assurances", "authorisation", "authorization", "backing", "blessing",
    "clearance", "consent", "criticism", "decree", "demand", "demands", "funding", "funds", "go-ahead", "guarantees", "help", "instructions",
    "invitation", "leave", "licence", "light", "loan", "message", "money", "nod", "note", "objections", "order", "orders", "permission", "permit",
    "pledge", "pledges", "pressure", "promise", "protest", "protests", "ratification", "reaction", "reply", "request", "response", "sanction",
    "say-so", "signal", "signals", "statement", "support", "threat", "threats", "veto", "warning", "word",
];

/// "In Ottawa": where something was, and not who has done it.
pub(super) fn is_place(text: &str, name: &Range<usize>) -> bool {
    let before: Vec<String> = words(&text[..name.start]).map(|(_, word)| without_possessive(word).to_lowercase()).collect();
    let back = |far: usize| before.len().checked_sub(far).map_or("", |at| before[at].as_str());
    let near = |list: &[&str]| (2..5).any(|far| list.contains(&back(far)));
    let of_state = || near(SEATS);
    match back(1) {
        // "The cost of sanctions to Tehran" is the government's; "flew to Tehran" is the town.
        "to" => MOVES.iter().any(|start| back(2).starts_with(start)) || back(2).len() < 3,
        "from" => !near(GIVEN) && !of_state(),
        "in" | "at" => !of_state(),
        "near" | "outside" | "around" | "into" => true,
        _ => false,
    }
}

/// A word of a claim is of the name of a state, or of its capital, which the text around its quote names in another way.
pub(super) fn is_told_state(text: &str, word: &Range<usize>, own: &[Mention], context: &Context) -> bool {
    let theirs = context.mentions();
    let kept =
        || theirs.iter().filter(|other| other.kind == Kind::Name).all(|other| own.iter().any(|mention| mention.state == other.state));
    own.iter().filter(|mention| mention.range.start <= word.start && word.end <= mention.range.end).any(|mention| match mention.kind {
        Kind::Name => {
            // What lies in a state tells it where the claim names no other state instead.
            let told = |other: &Mention| other.state == mention.state && (other.kind != Kind::Place || kept());
            theirs.iter().any(told)
        }
        Kind::Capital => {
            let named = || theirs.iter().any(|other| other.state == mention.state && other.kind == Kind::Name);
            let same = || theirs.iter().any(|other| other.state == mention.state && other.kind == Kind::Capital);
            same() || !is_place(text, &mention.range) && (named() || names_state_of(mention.state, &context.text))
        }
        Kind::Place => false,
    })
}
