//! PDF in scripts from the right: letters stand in it as they are seen, from the left.

use super::portable::assembled;
use super::{Added, flat};
use std::fmt::Write;

/// Signs of a font, in the order of their codes: letters, and what stands for several of them.
#[derive(Default)]
struct Signs(Vec<String>);

impl Signs {
    fn code(&mut self, letters: &str) -> usize {
        let known = self.0.iter().position(|other| other == letters);
        known.unwrap_or_else(|| {
            self.0.push(letters.to_owned());
            self.0.len() - 1
        })
    }

    /// The codes of a line as it is seen from the left, in hex: numbers and Latin words run on in themselves.
    fn seen(&mut self, line: &str) -> Vec<String> {
        let mut runs: Vec<Vec<String>> = Vec::new();
        let mut letters = line.chars().peekable();
        let mut was_left = false;
        while let Some(letter) = letters.next() {
            let is_left = letter.is_ascii_alphanumeric() || matches!(letter, '٠'..='٩' | '۰'..='۹');
            let ligature = if letter == 'ل' { letters.next_if(|next| matches!(next, 'ا' | 'أ' | 'إ')) } else { None };
            let sign = [letter].into_iter().chain(ligature).collect::<String>();
            match runs.last_mut().filter(|_| is_left && was_left) {
                Some(run) => run.push(sign),
                None => runs.push(vec![sign]),
            }
            was_left = is_left;
        }
        runs.reverse();
        runs.concat().iter().map(|sign| format!("{:04x}", self.code(sign))).collect()
    }
}

/// A line: where it ends at the right, its height, its size and its words as they are read.
type Line<'l> = (f32, f32, f32, &'l str);

fn pdf(pages: &[Vec<Line<'_>>]) -> Vec<u8> {
    let mut signs = Signs::default();
    let mut contents = Vec::new();
    for lines in pages {
        let mut content = String::new();
        for (right, y, size, words) in lines {
            let codes = signs.seen(words);
            let width = size * 0.5 * f32::from(u16::try_from(codes.len()).expect("a line"));
            let _ = writeln!(content, "BT /F1 {size} Tf 1 0 0 1 {} {y} Tm <{}> Tj ET", right - width, codes.concat());
        }
        contents.push(content);
    }
    let mut map = "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n".to_owned();
    let _ = writeln!(map, "{} beginbfchar", signs.0.len());
    for (code, letters) in signs.0.iter().enumerate() {
        let letters: Vec<String> = letters.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
        let _ = writeln!(map, "<{code:04x}> <{}>", letters.concat());
    }
    map += "endbfchar\nendcmap end";
    let stream = |words: &str| format!("<< /Length {} >>\nstream\n{words}\nendstream", words.len() + 1);
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 7 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), kids.len()),
        "<< /Type /Font /Subtype /Type0 /BaseFont /Sarn /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 6 0 R >>".to_owned(),
        "<< >>".to_owned(),
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sarn /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>"
            .to_owned(),
        stream(&map),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            8 + 2 * page
        ));
        objects.push(stream(content));
    }
    assembled(&objects)
}

const TITLE: &str = "إضراب عمال ميناء سارن";
const RIGHT: [&str; 5] = [
    "قال الأمين العام للنقابة إن العمال لا يريدون",
    "التصعيد (SAR) ولكن الإدارة رفضت الحوار. بلغ",
    "315 عاملا عدد المضربين في ميناء سارن.",
    "من المرجح أن يستمر الإضراب حتى الأسبوع المقبل",
    "في سارن. قال الوزير: «لا حل اليوم».",
];
const LEFT: [&str; 4] = [
    "وأفادت مصادر في الميناء بأن سبع سفن تنتظر",
    "في الخليج وأن شركات الشحن تدرس تحويلها.",
    "ويرى محللون أن الخسائر قد تبلغ مليوني دينار",
    "في اليوم. ولم تعلق وزارة النقل على الأمر.",
];

fn columns() -> Vec<u8> {
    let mut lines = vec![(540.0, 780.0, 18.0, TITLE)];
    let heights = [740.0, 726.0, 712.0, 690.0, 676.0];
    lines.extend(heights.iter().zip(RIGHT).map(|(y, words)| (540.0, *y, 10.0, words)));
    lines.extend([740.0, 726.0, 704.0, 690.0].iter().zip(LEFT).map(|(y, words)| (270.0, *y, 10.0, words)));
    pdf(&[lines])
}

#[test]
fn n23_columns_from_the_right_are_read_from_the_right_and_a_number_tears_no_paragraph() {
    let added = Added::of("columns.pdf", columns());
    let paragraphs = [RIGHT[..3].join(" "), RIGHT[3..].join(" "), LEFT[..2].join(" "), LEFT[2..].join(" ")];
    let wanted = format!("--- page 1 --- # {TITLE} {}", paragraphs.join(" "));
    assert_eq!(flat(&added.text), wanted, "{}", added.text);
    for paragraph in &paragraphs {
        assert!(added.text.lines().any(|line| line == paragraph), "{paragraph}\n{}", added.text);
    }
}

#[test]
fn n23_letters_of_one_sign_and_marks_in_pairs_stand_as_they_are_read_and_it_is_said() {
    let added = Added::of("signs.pdf", columns());
    added.has(&["العمال لا يريدون", "(SAR)", "«لا حل اليوم»"]);
    added.lacks(&["اإلدارة", "ال يريدون", ")SAR(", "»ال"]);
    for said in ["signs for several letters from the right", "marks in pairs, in text from right to left"] {
        assert!(added.said.contains(said), "{said}: {}", added.said);
    }
    assert!(!added.said.contains("may be written"), "{}", added.said);
}

#[test]
fn n23_heads_and_numbers_of_pages_from_the_right_go_and_paragraphs_stay_apart() {
    let numbers = ["۱", "۲", "۳"];
    let page = |number: &'static str| {
        let mut lines = vec![(540.0, 810.0, 8.0, "نشرة الموانئ"), (300.0, 30.0, 8.0, number)];
        let heights = [740.0, 728.0, 716.0, 698.0, 686.0, 668.0, 656.0];
        let paragraphs = RIGHT[..3].iter().chain(&LEFT);
        lines.extend(heights.iter().zip(paragraphs).map(|(y, words)| (540.0, *y, 10.0, *words)));
        lines
    };
    let added = Added::of("pages.pdf", pdf(&numbers.map(page)));
    added.lacks(&["نشرة", "۲", "۳"]);
    for paragraph in [RIGHT[..3].join(" "), LEFT[..2].join(" "), LEFT[2..].join(" ")] {
        assert_eq!(added.text.lines().filter(|line| **line == paragraph).count(), 3, "{paragraph}\n{}", added.text);
    }
    assert!(added.said.contains("“نشرة الموانئ” (3 times)") && added.said.contains("3 numbers of pages"), "{}", added.said);
}
