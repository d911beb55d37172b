//! The style sheet: colours by the roles of text, light and dark, and the marking on each printed page.

use crate::briefing::scale::Vocabulary;
use crate::export::figure::colours::{INKS, Ink, NIGHT, PAPER};
use crate::export::letterhead::{LEADING, MARGIN, Paper, TYPE};
use crate::export::slides::{SIZE, STEPS, small};

/// With a paper it is that of a memo.
pub fn sheet(marking: Option<&str>, paper: Option<Paper>) -> String {
    let colours = |of: fn(&Ink) -> u32| {
        let colour = |ink: &Ink| format!("--{}:#{:06x};", ink.name, of(ink));
        INKS.iter().map(colour).collect::<String>()
    };
    let mut out = format!(":root{{--ground:#{PAPER:06x};{}}}\n", colours(|ink| ink.light));
    out.push_str(&format!("@media screen and (prefers-color-scheme:dark){{:root{{--ground:#{NIGHT:06x};{}}}}}\n", colours(|ink| ink.dark)));
    for ink in &INKS {
        out.push_str(&format!(".{0}{{color:var(--{0})}}\n", ink.name));
    }
    out.push_str(include_str!("../../../assets/document.css"));
    let marked = marking.map_or_else(String::new, |text| {
        let text = quoted(text);
        let boxed = |place: &str| format!("@{place}{{content:{text};font:bold 12pt sans-serif}}");
        format!("{}{}", boxed("top-center"), boxed("bottom-center"))
    });
    let size = paper.map_or_else(String::new, |paper| format!("size:{};", paper.word()));
    let margin = if paper.is_some() { MARGIN } else { 18.0 };
    out.push_str(&format!("@page{{{size}margin:{margin}mm;{marked}}}\n"));
    if paper.is_some() {
        out.push_str(&memo());
    }
    out
}

/// That of a talk: a step of type is a class.
pub fn slides(marking: Option<&str>) -> String {
    let mut out = sheet(marking, None) + include_str!("../../../assets/slides.css");
    for (at, step) in STEPS.iter().enumerate() {
        // On a telephone no type is smaller than what is read there.
        let size = |class: &str, points: f64| format!(".s{at} .{class}{{font-size:max(1rem,calc({points:.1}*var(--unit)))}}");
        out.push_str(&format!("{}{}\n", size("statement", *step), size("small", small(*step))));
    }
    let (width, height) = SIZE;
    out + &format!("@page slide{{size:{width}pt {height}pt;margin:0;@top-center{{content:none}}@bottom-center{{content:none}}}}\n")
}

/// One page of lines that are as far from each other as the measure of the page says.
fn memo() -> String {
    format!(
        ".memo{{font:{TYPE}pt/{LEADING}pt \"Liberation Sans\",Arimo,Helvetica,Arial,\"Noto Sans\",sans-serif}}\n\
         .memo h1{{font-size:14pt;line-height:18pt;margin:0}}\n\
         .memo h2{{font-size:{TYPE}pt;line-height:{LEADING}pt;margin:{LEADING}pt 0 0;border:0;padding:0}}\n\
         .memo p,.memo ul,.memo dl,.memo dl>div,.memo .rows>li{{margin-top:0;margin-bottom:0}}\n\
         .memo dl>div{{display:block}}.memo dt,.memo dd{{display:inline}}\n.memo .yardstick,.memo ul+dl{{margin-top:{LEADING}pt}}\n\
         @media print{{header,footer,.memo h1{{display:none}}.memo dl:first-of-type{{margin:0}}}}\n"
    )
}

/// A string of a style sheet. All but letters and digits of ASCII are written as numbers: nothing ends it early.
fn quoted(text: &str) -> String {
    let letters = crate::text::neutral(text)
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\{:x} ", u32::from(c)) })
        .collect::<String>();
    format!("\"{letters}\"")
}
