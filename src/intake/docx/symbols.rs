//! The signs of the font Symbol, which has them at numbers of its own.

use super::nodes::attribute;
use roxmltree::Node;

/// From 0x20 and from 0xa0. A blank stands for none.
const LOW: &str = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const HIGH: &str = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/// The sign that an element names. Of any other font of signs, its number is that of no letter.
pub fn symbol(node: Node<'_, '_>) -> char {
    let number = attribute(node, "char").and_then(|number| u32::from_str_radix(number, 16).ok());
    let sign = number.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    if attribute(node, "font").is_some_and(is_symbol) { of(sign) } else { sign }
}

/// A text as it shows in a font.
pub fn typed(font: &str, text: &str) -> String {
    if is_symbol(font) { text.chars().map(of).collect() } else { text.to_owned() }
}

fn is_symbol(font: &str) -> bool {
    font.eq_ignore_ascii_case("symbol")
}

/// Programs write the numbers of the font as they are, or behind 0xf000.
fn of(sign: char) -> char {
    let number = u32::from(sign);
    let number = if (0xf000..=0xf0ff).contains(&number) { number - 0xf000 } else { number };
    let at = |signs: &str, first: u32| signs.chars().nth(number.checked_sub(first)? as usize);
    at(if number < 0xa0 { LOW } else { HIGH }, if number < 0xa0 { 0x20 } else { 0xa0 }).filter(|found| *found != ' ').unwrap_or(sign)
}
