//! The invented briefing that the examples of the rules are lines of. It breaks no rule.

/// By their paths in a library; the first is the briefing.
pub static FILES: [(&str, &str); 4] = [
    ("briefings/sorn-dam.yaml", include_str!("example/briefing.yaml")),
    ("seeds/gazette.txt", include_str!("example/gazette.txt")),
    ("seeds/wire.txt", include_str!("example/wire.txt")),
    ("seeds/earlier.yaml", include_str!("example/earlier.yaml")),
];
