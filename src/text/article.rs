/// "a claim", "an actor". The first letter decides: no noun of a briefing begins like "hour" or "unit".
#[must_use]
pub fn with_article(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// Names of states and bodies that no sentence has without their article.
#[rustfmt::skip]
const NAMES: [&str; 49] = [
    "African Union", "Arab League", "Bahamas", "Baltic States", "Central African Republic", "Commonwealth", "Comoros",
    "Council of Europe", "Czech Republic", "Democratic Republic of Congo", "Democratic Republic of the Congo", "Dominican Republic",
    "EU", "European Commission", "European Parliament", "European Union", "Gambia", "Gulf Cooperation Council", "Gulf States",
    "Holy See", "Islamic Republic of Iran", "Ivory Coast", "Kremlin", "Maldives", "Marshall Islands", "Netherlands",
    "Organisation of American States", "Palestinian Authority", "Pentagon", "People's Republic of China", "Philippines",
    "Republic of Korea", "Russian Federation", "Security Council", "Seychelles", "Solomon Islands", "Soviet Union", "Taliban", "UAE",
    "UK", "UN", "US", "USA", "United Arab Emirates", "United Kingdom", "United Nations", "United States", "United States of America",
    "White House",
];

/// A name within a sentence: "the European Union", "Iran".
#[must_use]
pub fn with_its_article(name: &str) -> String {
    if NAMES.binary_search(&name).is_ok() { format!("the {name}") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n16_a_name_that_takes_an_article_has_it() {
        assert!(NAMES.is_sorted());
        for (name, said) in
            [("European Union", "the European Union"), ("Iran", "Iran"), ("Netherlands", "the Netherlands"), ("US", "the US")]
        {
            assert_eq!(with_its_article(name), said);
        }
    }
}
