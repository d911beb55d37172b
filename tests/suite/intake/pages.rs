//! Saved web pages.

use super::{Added, flat};
use bluf::briefing::SentenceKind;

/// Paragraphs of an article: long ones and a short one.
const FIRST: &str = "The port of Sarn closed on Monday after dockers voted, by 412 to 87, to stop work for as long as talks over the night shift go nowhere, the union said in a statement.";
const SECOND: &str = "Ships that were due this week wait off the bar, and two of them have turned to Vell, where berths are free until the middle of the month, according to the harbour master.";
const QUOTED: &str = "“We did not choose this,” said Ann Lee, who speaks for the dockers, “and we will not be the first to leave the table, whatever the owners tell the papers.”";
const THIRD: &str = "Analysts at the chamber of trade expect that a closure of ten days would cost the town some 40 million, most of it in fruit that cannot be kept and in orders that go elsewhere.";
const SHORT: &str = "Talks resume on Thursday.";
const LAST: &str = "The last strike, in 2019, ended after six days when both sides agreed to a mediator, and the minister has said that she would name one again if she is asked to do so.";
const ALL: [&str; 6] = [FIRST, SECOND, QUOTED, THIRD, SHORT, LAST];
/// What a site has around an article.
const AROUND: [&str; 8] = [
    "Accept all cookies",
    "Subscribe now",
    "Most read",
    "World Sport Weather",
    "Ten ways to cook fish",
    "Copyright 2026",
    "Sign up for our newsletter",
    "Share on",
];

fn head(more: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Port of Sarn closes | The Sarn Post</title>{more}<style>p {{ color: red }}</style><script>var words = \"<p>Hidden words</p>\";</script></head>"
    )
}

fn body(article: &str) -> String {
    let list = "<ul><li><a href=\"/a\">Ten ways to cook fish</a></li><li><a href=\"/b\">Most read: a dog</a></li><li><a href=\"/c\">A cat is found</a></li></ul>";
    format!(
        "<body><div id=\"cookie-banner\" class=\"cookie-consent\"><p>We use cookies to give you the best experience, and our 843 partners do so too.</p><button>Accept all cookies</button></div>\
<header class=\"site-header\"><a href=\"/\">The Sarn Post</a><nav><a href=\"/w\">World</a> <a href=\"/s\">Sport</a> <a href=\"/x\">Weather</a></nav></header>\
{article}<aside class=\"sidebar\"><h2>Most read</h2>{list}</aside>\
<div class=\"newsletter-signup\"><h3>Sign up for our newsletter</h3><form><input name=\"mail\"><button>Subscribe now</button></form></div>\
<footer class=\"site-footer\"><p>Copyright 2026 The Sarn Post. All rights reserved.</p></footer></body></html>"
    )
}

/// Layouts as sites have them, each with the same article.
fn layouts() -> Vec<(&'static str, String)> {
    let p = |text: &str| format!("<p>{text}</p>");
    let plain =
        format!("{}{}<h2>What it costs</h2>{}{}{}<h2>The last time</h2>{}", p(FIRST), p(SECOND), p(QUOTED), p(THIRD), p(SHORT), p(LAST));
    let share = "<div class=\"share-tools\"><a href=\"#\">Share on X</a> <a href=\"#\">Share on Y</a></div>";
    let related = "<div class=\"related\"><h3>Most read</h3><ul><li><a href=\"/a\">Ten ways to cook fish</a></li><li><a href=\"/b\">Most read: a dog</a></li></ul></div>";
    let title = "<h1>Port of Sarn closes</h1>";
    vec![
        ("article", format!("<main><article>{title}{plain}</article></main>")),
        ("divs", format!("<div id=\"page\"><div class=\"content\"><div class=\"story\">{title}{share}{plain}</div></div></div>")),
        (
            "header",
            format!(
                "<article><header>{title}<p class=\"byline\">By <a rel=\"author\" href=\"/ann\">Ann Reporter</a></p>{share}</header><div class=\"body\">{plain}</div>{related}</article>"
            ),
        ),
        (
            "itemprop",
            format!(
                "<div itemscope itemtype=\"https://schema.org/NewsArticle\">{title}<div itemprop=\"articleBody\">{plain}</div>{related}</div>"
            ),
        ),
        (
            "nested",
            format!(
                "<div><div><div><section><div>{title}</div><div><div>{}</div></div></section></div></div></div>",
                plain.replace("<p>", "<div><p>").replace("</p>", "</p></div>")
            ),
        ),
        (
            "figure",
            format!(
                "<article>{title}<figure><img src=\"port.jpg\" alt=\"The port\"><figcaption>The port of Sarn on Monday.</figcaption></figure>{plain}</article>"
            ),
        ),
        ("breaks", format!("<div class=\"article\">{title}{}</div>", plain.replace("<p>", "").replace("</p>", "<br><br>"))),
        (
            "split",
            format!(
                "<article>{title}{}</article>",
                plain.replacen("<h2>What", &format!("<div class=\"ad\">Advertisement</div>{related}<h2>What"), 1)
            ),
        ),
        (
            "spans",
            format!(
                "<article>{title}{}</article>",
                plain.replace("Sarn", "<a href=\"/sarn\"><span>Sarn</span></a>").replace("said", "<em>said</em>")
            ),
        ),
        ("sections", format!("<main>{title}<section>{}</section></main>", plain.replace("<h2>", "</section><section><h2>"))),
        ("table", format!("<table><tr><td><a href=\"/\">World Sport Weather</a></td><td>{title}{plain}</td></tr></table>")),
        (
            "list",
            format!(
                "<article>{title}{}</article>",
                plain.replace(&p(SHORT), &format!("<ul><li>{SHORT}</li><li>The mediator is not named.</li></ul>"))
            ),
        ),
    ]
}

#[test]
fn n23_of_a_news_page_the_article_is_taken_and_nothing_around_it() {
    for (name, article) in layouts() {
        let page = head("") + &body(&article);
        let added = Added::of(&format!("{name}.html"), &page);
        added.has(&ALL);
        added.lacks(&AROUND);
        added.lacks(&["Hidden words", "cookies", "<", "&amp;"]);
        assert_eq!(added.headings(), ["Port of Sarn closes", "What it costs", "The last time"], "{name}: {}", added.text);
        let words: std::collections::HashSet<String> = flat(&page.replace(['<', '>'], " ")).split(' ').map(str::to_owned).collect();
        for word in added.text.split_whitespace().filter(|word| !word.starts_with(['#', '-'])) {
            assert!(words.contains(word) || page.contains(word), "{name}: {word} is not in the page");
        }
        assert_eq!(added.field("title"), Some("Port of Sarn closes"), "{name}");
        assert!(added.said.contains("1 script") && added.said.contains("around the article"), "{name}: {}", added.said);
    }
}

/// What sites set between the paragraphs of an article, and how each is told from them.
const WITHIN: [(&str, &str); 22] = [
    ("a byline", "<div class=\"c-byline\">By Ann Reporter and Bo Ek</div>"),
    ("a byline without a name of its own", "<p>Ann Reporter, Harbour Editor</p>"),
    ("a day", "<p>Updated 1:39 am EST, Tuesday, November 3, 2026</p>"),
    ("a day in German", "<div>Veröffentlicht am 3. November 2026 um 11.20 Uhr</div>"),
    ("a way back", "<ol><li><a href=\"/\">Home</a></li><li><a href=\"/n\">News</a></li></ol>"),
    ("buttons", "<div class=\"shareTools\"><span>Share on X</span> <span>Copy link</span></div>"),
    ("an advert", "<div>Advertisement</div>"),
    ("another article", "<p>Related: <a href=\"/a\">Ten ways to cook fish</a></p>"),
    ("another article in French", "<p>Lire aussi : <a href=\"/a\">Dix façons de cuire le poisson</a></p>"),
    ("another article, alone", "<p><strong><a href=\"/b\">TEN WAYS TO COOK FISH AND ONE MORE</a></strong></p>"),
    (
        "other articles",
        "<h3>You may also like</h3><ul><li><a href=\"/a\">Ten ways to cook fish</a></li><li><a href=\"/c\">A cat is found</a></li></ul>",
    ),
    ("the contents", "<h2>Contents</h2><ul><li><a href=\"#1\">1 What it costs</a></li><li><a href=\"#2\">2 The last time</a></li></ul>"),
    ("a letter", "<p>Sign up for our newsletter and never miss a ship.</p>"),
    ("a letter, by its name", "<div class=\"newsletter-form\"><p>The morning in ten lines, every day at six.</p></div>"),
    ("a button", "<p>Continue reading below</p>"),
    ("a plea", "<p>Like this story? Share it with a friend!</p>"),
    ("pictures", "<p>Image 1 of 23</p>"),
    ("tags", "<div class=\"post-tags\"><span>ports</span> <span>strikes</span></div>"),
    ("who wrote it", "<div class=\"author-bio\"><p>Ann Reporter has written of ports for ten years.</p></div>"),
    ("comments", "<h3>Comments</h3>"),
    ("a request", "<p>Subscribe to the Sarn Post today and read on.</p>"),
    ("a list that is named so", "<div id=\"recommended-links\"><p>A dog has come home.</p></div>"),
];

#[test]
fn n23_what_stands_within_an_article_and_is_none_of_it_is_left_out() {
    let author = "<meta name=\"author\" content=\"Ann Reporter\">";
    let article = |within: &str| {
        let [first, second, quoted, third, short, last] = ALL.map(|text| format!("<p>{text}</p>"));
        format!(
            "<article><h1>Port of Sarn closes</h1>{within}{first}{second}{quoted}<h2>What it costs</h2>{third}{short}{within}<h2>The last time</h2>{last}</article>"
        )
    };
    let plain = Added::of("without.html", head(author) + &body(&article("")));
    for (at, (what, within)) in WITHIN.iter().enumerate() {
        let added = Added::of(&format!("within-{at}.html"), head(author) + &body(&article(within)));
        assert_eq!(added.text, plain.text, "{what}");
    }
    let all: String = WITHIN[1..].iter().map(|(_, within)| *within).collect();
    let added = Added::of("within.html", head(author) + &body(&article(&all)));
    assert!(added.said.contains("words within the article: bylines, buttons"), "{}", added.said);
}

#[test]
fn n23_what_only_looks_like_furniture_is_kept() {
    let kept = [
        "The mediator is <a href=\"/m\">Bo Ek</a>.",
        "<a href=\"/s\">The union says that it will not be first to leave.</a>",
        "Related: the talks of 2019, which failed as well, and of which nobody speaks in the town any more.",
        "By Monday the bar was closed and nobody could say for how long it would be so.",
        "On 3 November 2026 the gates closed.",
        "Share prices of the owners fell by 4 per cent on the same day in Vell and in Karsk.",
    ];
    let paragraphs = kept.map(|text| format!("<p>{text}</p>")).concat();
    let plain = ALL.map(|text| format!("<p>{text}</p>")).concat();
    let lists = "<p>Three of the demands are open:</p><ul><li><a href=\"/1\">Pay for nights at sea</a></li><li><a href=\"/2\">A second crane</a></li></ul>";
    let page = format!("<article><h1>Port of Sarn closes</h1>{plain}{paragraphs}{lists}</article>");
    let added = Added::of("kept.html", head("") + &body(&page));
    let words = kept.map(|text| flat(&text.replace(['<', '>'], "\u{1}")));
    for text in words {
        // Every second piece is a tag.
        let text: String = text.split('\u{1}').step_by(2).collect();
        added.has(&[&text]);
    }
    added.has(&["Pay for nights at sea", "A second crane"]);
    // Pages of old indent by lists that have no items.
    let page = format!("<article><h1>Port of Sarn closes</h1>{plain}<ul>Talks resume on Thursday, in Vell.</ul></article>");
    Added::of("indented.html", head("") + &body(&page)).has(&["Talks resume on Thursday, in Vell."]);
}

#[test]
fn n23_sections_that_are_called_after_what_they_say_are_kept() {
    let sections = ["Social policy", "Popular support", "Credit markets", "Author rights", "Related work"];
    let of = |title: &&str| {
        let slug = title.to_lowercase().replace(' ', "-");
        format!(
            "<section id=\"{slug}\" class=\"{slug}\"><h2 id=\"{slug}\" class=\"{slug}-title\">{title}</h2><p>{THIRD} {SECOND} {title} is next.</p></section>"
        )
    };
    let sections_of: String = sections.iter().map(of).collect();
    let plain = ALL.map(|text| format!("<p>{text}</p>")).concat();
    let page = format!("<article><h1>Port of Sarn closes</h1>{plain}{sections_of}</article>");
    let added = Added::of("sections.html", head("") + &body(&page));
    for title in sections {
        added.has(&[&format!("## {title}\n"), &format!("{title} is next.")]);
    }
}

#[test]
fn n23_an_article_whose_paragraphs_are_called_as_furniture_is_kept() {
    for name in ["paywall", "social", "print", "comments"] {
        let paragraphs = ALL.map(|text| format!("<div class=\"{name}\"><p class=\"{name}\">{text}</p></div>")).concat();
        let page = format!("<article><h1>Port of Sarn closes</h1>{paragraphs}</article>");
        Added::of(&format!("{name}.html"), head("") + &body(&page)).has(&ALL);
    }
}

#[test]
fn n23_a_caption_is_a_row_and_no_sentence() {
    let figure = "<figure><img src=\"a.jpg\"><figcaption>The port of Sarn on Monday. <span>Photo: A. Lee</span></figcaption></figure>";
    let old = "<div class=\"wp-caption\"><img src=\"b.jpg\"><p class=\"wp-caption-text\">Ships wait off the bar.</p></div>";
    let plain = ALL.map(|text| format!("<p>{text}</p>")).join(&format!("{figure}{old}"));
    let added = Added::of("captions.html", head("") + &body(&format!("<article><h1>Port of Sarn closes</h1>{plain}</article>")));
    added.has(&ALL);
    let sentences = added.all(SentenceKind::Sentence);
    assert!(
        !sentences.iter().any(|sentence| sentence.contains("port of Sarn on Monday") || sentence.contains("off the bar.")),
        "{sentences:?}"
    );
    assert!(added.all(SentenceKind::Row).iter().any(|row| row.contains("The port of Sarn on Monday. Photo: A. Lee")), "{}", added.text);
    assert!(added.said.contains("captions: kept as rows"), "{}", added.said);
}

#[test]
fn n23_a_title_is_no_name_of_a_site() {
    // The only heading of the highest level is the site's.
    let page = |title: &str, heading: &str| {
        let article = ALL.map(|text| format!("<p>{text}</p>")).concat();
        format!(
            "<html><head><title>{title}</title></head><body><header><h1>The Sarn Post</h1></header><article><h2>{heading}</h2>{article}</article></body></html>"
        )
    };
    let added = Added::of("site.html", page("Port of Sarn closes - The Sarn Post", "Port of Sarn closes"));
    assert_eq!(added.field("title"), Some("Port of Sarn closes - The Sarn Post"), "{}", added.entry);
    assert_eq!(added.headings(), ["Port of Sarn closes"], "{}", added.text);
    let added = Added::of("other.html", page("Port of Sarn closes", "Dockers walk out"));
    assert!(!added.text.contains("The Sarn Post"), "{}", added.text);
}

#[test]
fn n23_what_a_page_states_is_read_as_it_is_meant() {
    let linked = "<link rel=\"canonical\" href=\"https://post.example/port\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"&#8216;Nobody&#8217; leaves &amp; nobody stays\",\
\"author\":[{\"name\":\"Ann Lee\"},{\"name\":\"Ann Lee\"}],\"datePublished\":\"0001-01-01T00:00:00\",\"url\":\"https://post.example/port#webpage\"}</script>";
    let added = Added::of("entities.html", head(linked) + &body(&layouts()[0].1));
    let fields = ["title", "author", "url"].map(|field| added.field(field).unwrap_or_default());
    assert_eq!(fields, ["‘Nobody’ leaves & nobody stays", "Ann Lee", "https://post.example/port"], "{}", added.entry);
    assert_eq!(added.field("date"), None, "{}", added.entry);
    // Who wrote it stands among other words of the page.
    let by = |author: &str| layouts()[0].1.replace("</h1>", &format!("</h1>{author}"));
    let named = "<div itemprop=\"author\"><span itemprop=\"name\">Ann Lee —</span> @annlee Nov 3, 2026</div>";
    assert_eq!(Added::of("named.html", head("") + &body(&by(named))).field("author"), Some("Ann Lee"));
    let unnamed = "<div itemprop=\"author\">Ann Lee @annlee Nov 3, 2026 at 9:24 pm • 2 min read</div>";
    assert_eq!(Added::of("unnamed.html", head("") + &body(&by(unnamed))).field("author"), None);
}

#[test]
fn n23_what_a_page_states_stands_in_its_entry() {
    let meta = "<meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"Port of Sarn closes\"><meta name=\"author\" content=\"Ann Reporter\">\
<meta property=\"og:site_name\" content=\"The Sarn Post\"><meta property=\"article:published_time\" content=\"2026-11-03T23:10:00-05:00\"><link rel=\"canonical\" href=\"https://post.example/port\">";
    let linked = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"No\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Port of Sarn closes\",\
\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Reporter\"},{\"@type\":\"Person\",\"name\":\"Bo Ek\"}],\"publisher\":{\"@id\":\"#org\"},\"datePublished\":\"2026-11-03\",\"mainEntityOfPage\":{\"@id\":\"https://post.example/port\"}},\
{\"@id\":\"#org\",\"@type\":\"Organization\",\"name\":\"The Sarn Post\"}]}</script>";
    for (name, more, authors) in [("meta", meta, "Ann Reporter"), ("linked", linked, "[Ann Reporter, Bo Ek]")] {
        let added = Added::of(&format!("{name}.html"), head(more) + &body(&layouts()[0].1));
        let fields = [
            ("type", "article"),
            ("title", "Port of Sarn closes"),
            ("author", authors),
            ("date", "2026-11-03"),
            ("url", "https://post.example/port"),
            ("parent", "The Sarn Post"),
        ];
        for (field, value) in fields {
            assert_eq!(added.field(field), Some(value), "{name}: {}", added.entry);
        }
    }
    // What nobody states is not there.
    let added = Added::of("silent.html", head("") + &body(&layouts()[0].1));
    for field in ["author", "date", "url", "parent", "type"] {
        assert_eq!(added.field(field), None, "{field}");
    }
    // What whoever adds it says goes first.
    let said = ["--title", "Strike", "--author", "A. R.", "--date", "2026", "--publisher", "Post", "--url", "https://example.org/"];
    let added = Added::with("said.html", head(meta) + &body(&layouts()[0].1), &said);
    let fields = ["title", "author", "date", "parent", "url"].map(|field| added.field(field).unwrap_or_default());
    assert_eq!(fields, ["Strike", "A. R.", "2026", "Post", "https://example.org/"]);
}

#[test]
fn n23_pages_in_other_scripts_and_encodings_are_read() {
    let persian = "بندر سارن روز دوشنبه پس از رأی کارگران تعطیل شد و کشتی‌ها بیرون از لنگرگاه منتظر می‌مانند، زیرا گفت‌وگوها دربارهٔ شیفت شب به جایی نرسیده است و هیچ‌یک از دو طرف عقب نمی‌نشیند.";
    let chinese = "周一，码头工人投票决定停工，萨恩港随即关闭，等待进港的船只停泊在外海，直到关于夜班的谈判取得进展为止，工会在一份声明中表示，他们不会首先离开谈判桌。";
    let russian = "Порт Сарна закрылся в понедельник, после того как докеры проголосовали за прекращение работы до тех пор, пока переговоры о ночной смене не сдвинутся с места, сообщил профсоюз.";
    for (name, words) in [("fa", persian), ("zh", chinese), ("ru", russian)] {
        let article =
            format!("<article><h1>{}</h1>{}</article>", &words[..words.floor_char_boundary(20)], format!("<p>{words}</p>").repeat(5));
        let added = Added::of(
            &format!("{name}.html"),
            format!("<html lang=\"{name}\"><head><meta charset=utf-8><title>x</title></head><body>{article}</body></html>"),
        );
        added.has(&[words]);
    }
    let page = format!(
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><title>x</title></head><body><article>{}</article></body></html>",
        format!("<p>{russian}</p>").repeat(4)
    );
    let bytes: Vec<u8> = page
        .chars()
        .map(|c| match c {
            'А'..='я' => u8::try_from(u32::from(c) - 0x410 + 0xc0).expect("a byte"),
            c => u8::try_from(c).expect("a byte"),
        })
        .collect();
    Added::of("cp1251.html", bytes).has(&[russian]);
}

#[test]
fn n23_a_page_saved_as_mhtml_is_a_page() {
    let page = head("") + &body(&layouts()[0].1);
    let quoted: String =
        page.bytes()
            .map(|byte| {
                if byte.is_ascii_graphic() && byte != b'=' || byte == b' ' { char::from(byte).to_string() } else { format!("={byte:02X}") }
            })
            .collect();
    let lines: Vec<String> = quoted.as_bytes().chunks(70).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    // No escape is cut in two.
    let mut text = String::new();
    let mut held = String::new();
    for line in lines {
        let line = held.clone() + &line;
        let cut = line.rfind('=').filter(|at| line.len() - at < 3).unwrap_or(line.len());
        text += &format!("{}=\r\n", &line[..cut]);
        line[cut..].clone_into(&mut held);
    }
    let mail = format!(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/port\r\nSubject: Port of Sarn closes\r\nDate: Tue, 3 Nov 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/related; type=\"text/html\"; boundary=\"xx\"\r\n\r\n--xx\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/port\r\n\r\n{text}{held}\r\n\
--xx\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://post.example/a.png\r\n\r\niVBORw0KGgo=\r\n--xx--\r\n"
    );
    let added = Added::of("port.mhtml", mail);
    added.has(&ALL);
    added.lacks(&AROUND);
    assert_eq!(added.headings(), ["Port of Sarn closes", "What it costs", "The last time"]);
    assert!(added.entry.contains("value: https://post.example/port") && added.entry.contains("date: 2026-11-03"), "{}", added.entry);
}

#[test]
fn n23_a_table_in_a_cell_is_told_once_and_a_script_in_one_is_no_words() {
    let inner = "<table><tr><td>Mon</td><td>3</td></tr><tr><td>Tue</td><td>4</td></tr></table>";
    let cell = "<script>count()</script>Sarn<span hidden>secret</span><sup><a href='#n'>1</a></sup>";
    let page = format!(
        "<html><body><table><tr><th>port</th><th>ships</th></tr><tr><td>{cell}</td><td>{inner}</td></tr><tr><td>Vell</td><td>5</td></tr></table></body></html>"
    );
    let mail = format!("From: a@b.c\nSubject: x\nContent-Type: text/html\n\n{page}");
    for (name, document) in [("cells.html", page), ("cells.eml", mail)] {
        let added = Added::of(name, document);
        assert_eq!(added.text, "| port | ships |\n| Sarn | Mon 3 Tue 4 |\n| Vell | 5 |\n", "{name}");
    }
}

#[test]
fn n23_a_page_in_utf_16_need_not_say_so() {
    for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
        let page = "<html><body><p>Дом стоит у моря.</p></body></html>".encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        assert_eq!(Added::of("wide.html", page).text, "Дом стоит у моря.\n");
    }
}

#[test]
fn n23_a_heading_has_no_sign_of_the_link_to_itself() {
    let page =
        "<html><body><main><h2>What it costs<a href='#c'>¶</a></h2><p>The dockers voted to stop work on Fridays.</p></main></body></html>";
    assert_eq!(Added::of("sign.html", page).headings(), ["What it costs"]);
}

#[test]
fn n23_a_raised_number_does_not_make_another_number() {
    let added = Added::of(
        "power.html",
        "<html><body><p>CO<sub>2</sub> of 10<sup>6</sup> ships on 5 km<sup>2</sup>, the 2<sup>nd</sup>.</p></body></html>",
    );
    assert_eq!(added.text, "CO2 of 10^6 ships on 5 km2, the 2nd.\n");
    let run = |words: &str, is_raised: bool| {
        let raised = if is_raised { "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>" } else { "" };
        format!("<w:r>{raised}<w:t>{words}</w:t></w:r>")
    };
    let body = [run("Some 10", false), run("6", true), run(" ships on 5 km", false), run("2", true)].concat();
    let file = super::word::zipped(&[("word/document.xml", super::word::document(&format!("<w:p>{body}</w:p>")).as_bytes())]);
    assert_eq!(Added::of("power.docx", file).text, "Some 10^6 ships on 5 km2\n");
    let line = vec![
        (72.0, 700.0, 10.0, "It costs some 10"),
        (144.8, 704.0, 6.0, "6"),
        (151.0, 700.0, 10.0, "a year, the union of the dockers said."),
    ];
    Added::of("power.pdf", super::portable::pdf(&[line], "")).has(&["some 10^6 a year"]);
}
