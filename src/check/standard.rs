//! What a rule serves, so that an analyst of any country knows what it is.

/// By how the table of rules abbreviates it: what is asked, and who asks it.
const SPELLED: [(&str, &str); 16] = [
    ("ICD 203, standard 1", "Sources described, US analytic standard 1 (ICD 203)"),
    ("ICD 203, standard 2", "Uncertainty expressed, US analytic standard 2 (ICD 203)"),
    ("ICD 203, standard 3", "Information kept apart from judgement, US analytic standard 3 (ICD 203)"),
    ("ICD 203, standard 4", "Alternatives weighed, US analytic standard 4 (ICD 203)"),
    ("ICD 203, standard 5", "Meaning for the reader, US analytic standard 5 (ICD 203)"),
    ("ICD 203, standard 6", "Clear argument, US analytic standard 6 (ICD 203)"),
    ("ICD 203, standard 7", "Change explained, US analytic standard 7 (ICD 203)"),
    ("ICD 203, standard 8", "Accurate judgement, US analytic standard 8 (ICD 203)"),
    ("ICD 203, rule a", "One scale of likelihood, rule a of the US analytic standards (ICD 203)"),
    ("ICD 203, rule b", "Likelihood apart from confidence, rule b of the US analytic standards (ICD 203)"),
    ("ICD 206", "Sources cited, US directive on sourcing (ICD 206)"),
    ("JP 2-0", "US joint doctrine on intelligence (JP 2-0)"),
    ("NIE", "Practice of US national intelligence estimates (NIE)"),
    ("PHIA; ICD 203, standard 8", "Accurate judgement, UK yardstick of probability (PHIA) and US analytic standard 8 (ICD 203)"),
    ("TLP 2.0", "Traffic Light Protocol (TLP 2.0)"),
    ("W3C WADM", "Web annotations of the W3C (WADM)"),
];

#[must_use]
pub fn spelled(standard: &str) -> &str {
    SPELLED.iter().find(|(short, _)| *short == standard).map_or(standard, |(_, spelled)| spelled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;

    #[test]
    fn n16_a_numbered_standard_is_spelled_and_none_in_vain() {
        for rule in RULES {
            let numbered = rule.standard.starts_with("ICD") || rule.standard.starts_with("PHIA");
            assert!(!numbered || spelled(rule.standard) != rule.standard, "{}", rule.standard);
        }
        for (short, _) in SPELLED {
            assert!(RULES.iter().any(|rule| rule.standard == short), "{short}");
        }
    }
}
