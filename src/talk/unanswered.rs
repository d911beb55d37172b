//! What was asked and not answered, and the lines that take it over into the briefing.

use crate::briefing::Briefing;
use crate::personal::unanswered_questions::Asked;

/// Questions, and the lines of `gaps:` that hold them; nothing where there are none.
#[must_use]
pub fn listed(briefing: &Briefing, asked: &[Asked]) -> String {
    if asked.is_empty() {
        return String::new();
    }
    let mut said = "Asked, and not answered by what is held:\n".to_owned();
    for question in asked {
        said.push_str(&format!("  {}\n", question.words));
    }
    said.push_str("\nTo take them over, add to the briefing:\n\ngaps:\n");
    let ids = briefing.gaps.iter().filter_map(|gap| gap.head.id.value.strip_prefix('G')?.parse::<u64>().ok());
    let next = ids.max().unwrap_or(0) + 1;
    for (id, question) in (next..).zip(asked) {
        said.push_str(&format!("  G{id}:\n    text: {}\n", quoted(&question.words)));
        let is_judgement = |at: &str| briefing.judgements.iter().any(|judgement| judgement.head.id.value == at);
        let limits = question.at.as_deref().filter(|at| is_judgement(at)).map(|at| format!("limits: [{at}]"));
        let limits = limits.as_deref().unwrap_or("# limits: the judgements that it limits, such as [J1]");
        said.push_str(&format!("    {limits}\n    collect: TODO\n"));
    }
    said
}

/// A text as YAML reads it back, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::briefing::parse;
    use crate::yaml::tree::Tree;

    #[test]
    fn n15_unanswered_questions_are_lines_of_gaps() {
        let (briefing, _) = parse(Tree::read("briefing: x\njudgements:\n  J1: {text: a}\ngaps:\n  G4: {text: q}\n"), "x");
        let asked =
            ["Who pays: Iran's bank?", "- #1 [J1] \"{x}\" \\ ’"].map(|words| Asked { words: words.to_owned(), at: Some("J1".to_owned()) });
        let said = listed(&briefing, &asked);
        let yaml = said.split_once("\n\ngaps:").map(|(_, gaps)| format!("briefing: x\ngaps:{gaps}")).expect("gaps");
        let (taken, _) = parse(Tree::read(&yaml), "x");
        let texts: Vec<&str> = taken.gaps.iter().filter_map(|gap| Some(gap.text.as_ref()?.value.as_str())).collect();
        assert_eq!(texts, asked.each_ref().map(|one| one.words.as_str()));
        assert_eq!((taken.gaps[0].head.id.value.as_str(), taken.gaps[0].limits[0].value.as_str()), ("G5", "J1"));
        assert_eq!(listed(&briefing, &[]), "");
    }
}
