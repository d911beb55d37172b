//! What a reader view drops of an article is put back, or counted.

use super::Added;
use bluf::briefing::SentenceKind;

pub const LONG: &str = "The port of Sarn closed on Monday after dockers voted, by 412 to 87, to stop work for as long as talks over the night shift go nowhere, the union said in a statement that it sent to the owners and to the papers of the town.";

pub fn page(title: &str, body: &str) -> String {
    format!("<html><head><title>{title}</title></head><body>{body}</body></html>")
}

/// How many words a line of what was said counts.
fn counted(said: &str, what: &str) -> usize {
    let line = said.lines().flat_map(|line| line.split("; ")).find(|line| line.contains(what));
    let number = line.and_then(|line| line[..line.find(what)?].trim_end().rsplit([' ', '(']).nth(1)?.parse().ok());
    number.unwrap_or_default()
}

#[test]
fn n23_short_paragraphs_of_an_article_are_kept_beside_line_breaks() {
    let body = "<article><h1>A talk with Ann Lee</h1><p>Why did the port close?</p><p>Because nobody asked. We had no harbour master.</p>\
<p>Who is to blame?<br>All of us.<br><br>And the owners?<br>Perhaps.</p></article>";
    let added = Added::of("talk.html", page("Talk", body));
    let all = [
        "Why did the port close?",
        "Because nobody asked.",
        "We had no harbour master.",
        "Who is to blame?",
        "All of us.",
        "And the owners?",
        "Perhaps.",
    ];
    assert_eq!(added.all(SentenceKind::Sentence), all, "{}", added.text);
    assert_eq!(added.headings(), ["A talk with Ann Lee"]);
    let asked = ["Why did it close?", "Who is to blame?", "What now?", "And then?"];
    let turns = asked.map(|question| format!("<p><strong>{question}</strong></p><p>{LONG}</p><p>Yes.</p>")).concat();
    for (name, within) in [("bold.html", turns.clone()), ("breaks.html", turns.replace("Yes.", "Yes.<br><br>No."))] {
        let added = Added::of(name, page("Talk", &format!("<article><h1>A talk with Ann Lee</h1>{within}</article>")));
        let sentences = added.all(SentenceKind::Sentence);
        for question in asked {
            assert_eq!(sentences.iter().filter(|sentence| *sentence == question).count(), 1, "{question}\n{}", added.text);
        }
        assert_eq!(added.text.matches("Yes.").count(), 4, "{}", added.text);
    }
}

#[test]
fn n23_a_title_within_the_article_is_kept_whatever_the_page_is_called_and_what_is_left_out_is_counted() {
    let around = "<nav><a href='/a'>Ships of the week</a> <a href='/b'>Letters</a></nav>";
    let body = format!("{around}<article><h1>Ten questions for the admiral</h1><p>{LONG}</p><p>{LONG} So it is.</p></article>");
    let added = Added::of("admiral.html", page("Navy Weekly", &body));
    assert_eq!(added.headings(), ["Ten questions for the admiral"], "{}", added.text);
    assert_eq!(counted(&added.said, "around the article"), 5, "{}", added.said);
    // Lists count without their marks, and what is dropped within is told from what is around.
    let list = "<ol><li>Pay for nights at sea.</li><li>A second crane.</li></ol>";
    let within = "<div class='related'><a href='/x'>Fish is cooked</a></div>";
    let body =
        format!("{around}<article><h1>Navy</h1><p>{LONG}</p>{list}{within}<p>{LONG} So it is.</p></article><footer>Write to us</footer>");
    let added = Added::of("counted.html", page("Navy", &body));
    added.has(&["1. Pay for nights at sea.", "2. A second crane."]);
    assert_eq!([counted(&added.said, "around the"), counted(&added.said, "within the")], [8, 3], "{}", added.said);
}

#[test]
fn n23_a_heading_with_a_link_to_edit_it_is_kept_without_that() {
    let present = "<div class='mw-heading mw-heading2'><h2 id='History'>History</h2><span class='mw-editsection'><span>[</span><a href='/e'>edit</a><span>]</span></span></div>";
    let old = "<h2><span class='mw-headline' id='Sights'>Sights</span><span class='mw-editsection'>[<a href='/e'>edit</a> | <a href='/f'>edit source</a>]</span></h2>";
    let body = format!("<main><h1>Sarn</h1><p>{LONG}</p>{present}<p>{LONG} It was so.</p>{old}<p>{LONG} It is so.</p></main>");
    let added = Added::of("sarn.html", page("Sarn", &body));
    assert_eq!(added.headings(), ["Sarn", "History", "Sights"], "{}", added.text);
    added.lacks(&["edit", "["]);
}

#[test]
fn n23_who_is_quoted_at_the_foot_of_a_quote_is_kept() {
    let quote = "<blockquote><p>“We will not pay.”</p><footer>— Jan Kos, mayor</footer></blockquote>";
    let body = format!("<article><h1>Sarn</h1><p>{LONG}</p>{quote}<p>{LONG} It is so.</p></article><footer>All rights reserved.</footer>");
    let added = Added::of("quote.html", page("Sarn", &body));
    added.has(&["“We will not pay.” — Jan Kos, mayor The port"]);
    added.lacks(&["rights"]);
}

#[test]
fn n23_what_was_dropped_as_of_the_site_stays_out() {
    let teasers =
        "<div class='teaser-row'><a href='/t'><h3>A dog has come home</h3><p>It was away for a week, and nobody knows where.</p></a></div>";
    let comments = "<div class='comment-list'><h3>3 replies</h3><div class='comment'><p>Well said.</p></div></div>";
    let aside = "<aside><h2>In the market</h2><p>Fish is dear.</p></aside>";
    let more = format!("<p>{LONG} It is so.</p>").repeat(3);
    let body = format!("<article><h1>Sarn</h1><p>{LONG}</p>{aside}{more}{teasers}{comments}</article>");
    let added = Added::of("site-within.html", page("Sarn", &body));
    added.lacks(&["dog", "Well said", "replies", "market", "Fish"]);
}

#[test]
fn n23_a_post_that_an_article_quotes_is_kept_whatever_its_wrapper_is_called() {
    let quoted = "We will close the border at midnight.";
    let long = |at: usize| format!("<p>{LONG} It was the vote of day {at}.</p>");
    for wrapper in ["social-media-embed", "social", "share-quote", "social-post", "tweet-card"] {
        let quote = format!("<div class=\"{wrapper}\"><blockquote class=\"post\"><p>{quoted}</p>— Ann Lee (@annlee)</blockquote></div>");
        let buttons = "<div class=\"social-share\"><span>Share on X</span></div>";
        let body = format!("<article><h1>The vote of Sarn</h1>{}{quote}{}{buttons}{}</article>", long(1), long(2), long(3));
        let added = Added::of(&format!("{wrapper}.html"), page("The vote of Sarn", &body));
        added.has(&[quoted]);
        added.lacks(&["Share on X"]);
    }
}

#[test]
fn n23_a_caption_that_a_page_holds_whole_and_cut_short_stands_once() {
    let whole = "The harbour master, left, and the speaker of the dockers shake hands in Sarn on Monday, before the talks.";
    let cut = "The harbour master, left, and the speaker of the dockers shake hands in Sarn on Monday ... more";
    let slide =
        format!("<div class=\"caption\"><div class=\"caption-full\">{whole}</div><div class=\"caption-truncated\">{cut}</div></div>");
    let other = "<figure><figcaption>The harbour master, left, before the talks.</figcaption></figure>";
    let body = format!("<article><h1>The vote of Sarn</h1><p>{LONG}</p>{slide}{slide}{other}<p>{LONG} It was so.</p></article>");
    let added = Added::of("captions.html", page("The vote of Sarn", &body));
    assert_eq!(added.all(SentenceKind::Row), [format!("| {whole} |"), "| The harbour master, left, before the talks. |".to_owned()]);
}

#[test]
fn n23_what_leads_to_other_stories_within_an_article_is_left_out() {
    let teaser = |title: &str, words: &str| {
        format!(
            "<div class=\"rail__item\"><div class=\"rail__item-content\"><h3>{title}</h3><span>{words}</span></div><a href=\"/x\"></a></div>"
        )
    };
    let rail =
        [teaser("RANDY ANDY", "Andrew dances in a picture that was found"), teaser("TIME TRAVELLER", "They say that they have seen her")]
            .concat();
    let body = format!(
        "<article><h1>The vote of Sarn</h1><p>{LONG}</p><p>{LONG} So it was.</p><div class=\"rail\">{rail}</div><p>{LONG} It was so.</p></article>"
    );
    let added = Added::of("rail.html", page("The vote of Sarn", &body));
    added.lacks(&["RANDY", "TRAVELLER", "dances", "seen her"]);
    added.has(&["It was so."]);
}

#[test]
fn n23_tags_and_links_go_from_a_short_article_too_and_words_that_are_called_so_stay() {
    let short = "Les dockers du port de Sarn ont repris le travail jeudi matin, selon la préfecture.";
    let tags = "<div class=\"tags\"><a href=\"/t\">#port</a> <a href=\"/t\">#grève</a></div>";
    let related = "<div class=\"related-articles\"><h4>Sur le même sujet</h4><ul><li><a href=\"/u\">Vell : trafic record au premier semestre</a></li><li><a href=\"/v\">Le fret ferroviaire recule</a></li></ul></div>";
    let body = format!(
        "<article><h1>Le port de Sarn reprend le travail</h1><p>{short}</p><p>Une assemblée est prévue lundi.</p>{tags}{related}</article>"
    );
    let added = Added::of("short.html", page("Sarn", &body));
    added.has(&[short, "Une assemblée est prévue lundi."]);
    added.lacks(&["#port", "Sur le", "trafic", "fret"]);
    let called = format!("<article><h1>Sarn</h1><p>Il pleut.</p><div class=\"related\"><p>{short}</p></div></article>");
    Added::of("called.html", page("Sarn", &called)).has(&["Il pleut.", short]);
}

#[test]
fn n23_the_words_of_a_box_with_facts_are_kept_in_their_place() {
    let aside = "<aside class=\"infobox\"><h3>What Sarn is</h3><p>Its port is the largest of the coast.</p></aside>";
    let links = "<aside class=\"info-links\"><p><a href=\"/a\">Ten ways to cook fish are told here.</a></p></aside>";
    let more = format!("<p>{LONG} It is so.</p>").repeat(3);
    let body = format!("<article><h1>Sarn</h1><p>{LONG} It was so.</p>{aside}{more}{links}</article>");
    let added = Added::of("box.html", page("Sarn", &body));
    added.has(&["It was so. Its port is the largest of the coast. "]);
    assert_eq!(added.headings(), ["Sarn"], "{}", added.text);
    added.lacks(&["cook"]);
}

#[test]
fn n23_words_that_no_spaces_part_are_counted_all_the_same() {
    let long = "港の作業は再開されず、船は沖で待っている。組合は投票を行い、夜勤をめぐる話し合いが進まない限り仕事を止めると決めた。";
    let paragraphs = [1, 2, 3, 4].map(|day| format!("<p>{day}日目、{long}</p>")).concat();
    let body =
        format!("<article><h1>港の作業</h1>{paragraphs}</article><footer><p>当サイトの記事を無断で転載することを禁じます。</p></footer>");
    let added = Added::of("dense.html", page("港の作業", &body));
    assert_eq!(counted(&added.said, "around the"), 11, "{}", added.said);
}
