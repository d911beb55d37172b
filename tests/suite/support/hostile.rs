//! Words that mean something to some program, and a briefing that has them in every field that takes text.

use super::{Scratch, guided};
use bluf::library;
use bluf::page::World;

/// What would be markup, a script, a formula, a command or another direction somewhere.
#[rustfmt::skip]
pub const HOSTILE: [&str; 40] = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "'; alert(1); //",
    "<!-- comment --> <![CDATA[ x ]]>", "&lt;b&gt; &amp; &#x3c;", "</style><style>*{display:none}</style>", "<a href=\"javascript:alert(1)\">x</a>", "<iframe src=//x.test></iframe>",
    "[x](javascript:alert(1))", "![x](http://x.test/x.png)", "<http://x.test> http://x.test www.x.test a@x.test mailto:a@x.test", "`code` ``code``", "*a* **b** _c_ __d__ ~~e~~",
    "| a | b | --- |", "[^1] [^C1]: note", "[ref]: http://x.test", "# heading", "- item",
    "1. item 2) item", "> quote", "--- *** ===", "```sh", "{#id .class} {{ x }} ${x} #{x} %x%",
    "$x^2$ $$y$$ \\(z\\)", "\\ \\\\ \\n \\\" \\[", "=1+1", "+cmd|' /C calc'!A0", "@SUM(A1) -2+3",
    "#let x = 1; #import \"x\" $ y $ @ref <label>", "\\input{x} \\write18{x} % x & y ~ z", "\u{1b}[31mred\u{1b}[0m \u{9b}31m", "\u{7}bell \u{8}back \u{7f}del", "left \u{202e}right\u{202c} \u{2066}isolate\u{2069}",
    "zero\u{200b}width\u{feff} soft\u{ad}hyphen", "line\u{2028}separator\u{2029}s", "نص \u{200f}عربي \u{200e}and عبرית", "e\u{301}\u{301}\u{301} 😀👩‍👩‍👧 日本語", "null \\u0000 ' OR 1=1 -- x",
];

const BRIEFING: &str = include_str!("hostile.yaml");

/// A library of one briefing with the words in every text, and before them the name of the field.
pub fn hostile(name: &str, words: &str) -> Scratch {
    let scratch = Scratch::new(name);
    let source = "One sentence stands here. Another stands behind it, and it is quoted. The last is set aside.\n";
    scratch.write("seeds/s.txt", source);
    // In double quotes YAML takes every letter by its number.
    let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_string() } else { format!("\\U{:08X}", u32::from(letter)) };
    scratch.write("briefings/hostile.yaml", BRIEFING.replace("WORDS", &words.chars().map(letter).collect::<String>()));
    scratch
}

/// The names of the fields.
pub fn fields() -> Vec<&'static str> {
    BRIEFING.split(" WORDS").filter_map(|before| before.rsplit('"').next()).filter(|name| !name.contains(char::is_whitespace)).collect()
}

/// What is handed on of the briefing, whole.
pub fn hostile_world(name: &str, words: &str) -> World {
    guided(library::open(&hostile(name, words).0).expect("opens"))
}
