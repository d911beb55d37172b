//! Web pages as programs save them in one file, and mails that look like such.

use super::Added;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

const PAGE: &str = "<html><head><title>Port</title></head><body><h1>Port of Sarn</h1><p>The caf\u{e9} at the quay is closed, the harbour master said on Monday.</p></body></html>";

/// In Windows-1252.
fn western(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Western Europe")).collect()
}

fn quoted(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| if byte.is_ascii() && *byte != b'=' { char::from(*byte).to_string() } else { format!("={byte:02X}") }).collect()
}

fn is_the_port(added: &Added) {
    added.has(&["The caf\u{e9} at the quay is closed, the harbour master said on Monday."]);
    assert_eq!(added.headings(), ["Port of Sarn"]);
    assert!(!added.text.contains("MIME") && added.field("author").is_none(), "{}\n{}", added.entry, added.text);
}

#[test]
fn n23_a_page_in_one_part_is_no_mail_of_the_browser() {
    let head = "From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: \r\nDate: Tue, 3 Nov 2026 10:00:00 -0800\r\nMIME-Version: 1.0\r\n\
Content-Type: text/html;\r\n\tcharset=\"Windows-1252\"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://post.example/port\r\n";
    let added = Added::of("explorer.mht", format!("{head}\r\n{}\r\n", quoted(&western(PAGE))));
    is_the_port(&added);
    assert!(added.entry.contains("value: http://post.example/port\n      date: 2026-11-03"), "{}", added.entry);
}

#[test]
fn n23_a_page_of_a_word_processor_has_no_sender_and_is_one() {
    let part = "------=_Next\r\nContent-Location: file:///C:/A1/port.htm\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/html; charset=\"windows-1252\"\r\n\r\n";
    let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_Next\"\r\n\r\nThis document is a Single File Web Page.\r\n\r\n";
    is_the_port(&Added::of("word.mht", format!("{head}{part}{}\r\n------=_Next--\r\n", STANDARD.encode(western(PAGE)))));
}

#[test]
fn n23_where_the_part_names_no_encoding_the_page_does() {
    let page = PAGE.replace("<head>", "<head><meta charset=iso-8859-1>");
    let mail = |head: &str| [head.as_bytes(), &western(&page), b"\r\n--xx--\r\n"].concat();
    let saved = "From: <Saved by Mozilla>\r\nSubject: Port\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n\
--xx\r\nContent-Type: text/html\r\n\r\n";
    is_the_port(&Added::of("mozilla.mht", mail(saved)));
    let sent = "From: A <a@b.example>\r\nTo: c@d.example\r\nSubject: Port\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n\
--xx\r\nContent-Type: message/rfc822\r\n\r\nFrom: E <e@f.example>\r\nSubject: Fwd\r\nContent-Type: text/html\r\n\r\n";
    Added::of("forwarded.eml", mail(sent)).has(&["The caf\u{e9} at the quay is closed"]);
}

#[test]
fn n23_a_divided_window_has_the_words_of_its_parts() {
    let part = |html: &str| format!("--xx\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n");
    let frames = "<html><head><title>Port</title></head><FRAMESET cols='20%,80%'><frame src=a><frame src=b></frameset></html>";
    let head = "From: <Saved by Blink>\r\nSubject: Port\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=xx\r\n\r\n";
    let other = "<html><body><p>Two ships wait off the bar, and nobody knows for how long they will.</p></body></html>";
    is_the_port(&Added::of("frames.mhtml", [head, &part(frames), &part(other), &part(PAGE), "--xx--\r\n"].concat()));
}

#[test]
fn n23_a_mail_with_a_picture_in_its_words_is_a_mail() {
    let head = "From: A. Harbour <a@b.example>\r\nTo: c@d.example\r\nSubject: Port\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/related; type=\"text/html\"; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    let added = Added::of("picture.eml", format!("{head}<p>Short.</p><img src=cid:a>\r\n--xx--\r\n"));
    assert_eq!((added.field("author"), added.field("date")), (Some("A. Harbour"), Some("2026-11-03")), "{}", added.entry);
    assert_eq!(added.text, "Short.\n");
}
