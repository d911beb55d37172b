//! E-mails.

use super::Added;

const HEAD: &str = "Received: from a by b; Tue, 3 Nov 2026 10:00:00 +0000\r\nFrom: Ann Lee <ann@example.com>\r\nTo: bo@example.com\r\nSubject: =?UTF-8?Q?Port_of_S=C3=A1rn?=\r\nDate: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

#[test]
fn n23_of_a_mail_its_words_are_taken_however_they_are_encoded() {
    let plain = format!(
        "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe d=C3=B6ckers voted to =\r\nstop.\r\n\r\nShips wait.\r\n"
    );
    let coded = format!(
        "{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIGTDtmNrZXJzIHZvdGVkIHRvIHN0b3AuCgpTaGlwcyB3YWl0Lgo=\r\n"
    );
    let either = format!(
        "{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe döckers voted to stop.\r\n\r\nShips wait.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The döckers <b>voted</b> to stop.<p>Ships wait.\r\n--b--\r\n"
    );
    let html = format!(
        "{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n<html><body><style>p {{}}</style><p>The döckers <b>voted</b> to stop.</p><p>Ships wait.</p><img src=x></body></html>\r\n"
    );
    let nested = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe döckers voted to stop.\r\n\r\nShips wait.\r\n--b--\r\n--o\r\nContent-Type: application/pdf; name=\"report.pdf\"\r\nContent-Disposition: attachment; filename=\"report.pdf\"\r\n\r\nxx\r\n--o--\r\n"
    );
    for (name, mail) in [("plain", plain), ("coded", coded), ("either", either), ("html", html), ("nested", nested)] {
        let added = Added::of(&format!("{name}.eml"), mail);
        assert_eq!(added.text, "The döckers voted to stop.\n\nShips wait.\n", "{name}");
        let fields = ["title", "author", "date"].map(|field| added.field(field).unwrap_or_default());
        assert_eq!(fields, ["Port of Sárn", "Ann Lee", "2026-11-03"], "{name}");
        assert_eq!(added.said.contains("attachment report.pdf: add it by itself"), name == "nested", "{name}: {}", added.said);
    }
}

#[test]
fn n23_a_mail_within_a_mail_is_told_from_it() {
    let inner = "From: Bo Ek <bo@example.com>\r\nSubject: Talks\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\nContent-Type: text/plain\r\n\r\nTalks resume.\r\n";
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: text/plain; name=\"words.txt\"\r\n\r\nSee below.\r\n--o\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--o--\r\n"
    );
    let added = Added::of("forwarded.eml", mail);
    added.has(&["See below.", "From: Bo Ek Date: 2026-11-02 Subject: Talks", "Talks resume."]);
    assert_eq!(added.field("author"), Some("Ann Lee"));
}

#[test]
fn n23_a_mail_that_is_signed_or_reports_something_has_all_its_words() {
    let either = "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nDockers voted to stop.\r\n\
--b\r\nContent-Type: text/html\r\n\r\n<p>Dockers <b>voted</b> to stop.\r\n--b--\r\n";
    for around in ["signed; protocol=\"application/pgp-signature\"", "report; report-type=delivery-status", "x-unheard"] {
        let mail = format!(
            "{HEAD}Content-Type: multipart/{around}; boundary=o\r\n\r\n--o\r\n{either}\r\n--o\r\nContent-Type: application/pgp-signature\r\n\r\nxx\r\n--o--\r\n"
        );
        let added = Added::of("around.eml", mail);
        assert_eq!(added.text, "Dockers voted to stop.\n", "{around}");
        assert!(added.said.contains("attachment without a name (application/pgp-signature)"), "{}", added.said);
    }
}

#[test]
fn n23_where_the_plain_words_of_a_mail_are_none_its_page_has_them() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n \r\n--b\r\n\
Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n<p>Dockers voted.<img src=cid:a>\r\n\
--r\r\nContent-Type: image/png; name=a.png\r\n\r\nxx\r\n--r--\r\n--b--\r\n"
    );
    assert_eq!(Added::of("blank.eml", mail).text, "Dockers voted.\n");
}

#[test]
fn n23_a_mail_in_an_encoding_of_east_asia_is_read() {
    let coded: [(&str, &[u8], &str); 3] = [
        ("ISO-2022-JP", b"\x1b$BF|K\\8l\x1b(B.", "日本語."),
        ("GB2312", b"\xb8\xdb\xbf\xda.", "港口."),
        ("EUC-KR", b"\xc7\xd7\xb1\xb8.", "항구."),
    ];
    for (name, bytes, words) in coded {
        let mut mail = format!("{HEAD}Content-Type: text/plain; charset={name}\r\n\r\n").into_bytes();
        mail.extend_from_slice(bytes);
        assert_eq!(Added::of(&format!("{name}.eml"), mail).text, format!("{words}\n"), "{name}");
    }
}

#[test]
fn n23_lines_of_a_mail_that_flow_are_joined() {
    let flowed = "The dockers voted \r\nto stop.\r\n\r\n> Ships \r\n> wait.\r\n>> Where?\r\n From the bar.\r\n\r\n-- \r\nAnn\r\n";
    let mail = format!("{HEAD}Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n{flowed}");
    assert_eq!(Added::of("flowed.eml", mail).text, "The dockers voted to stop.\n\n> Ships wait.\n>> Where?\nFrom the bar.\n\n-- \nAnn\n");
    let spaced = "The dock \r\ners voted.\r\n";
    let mail = format!("{HEAD}Content-Type: text/plain; charset=utf-8; format=\"Flowed\"; delsp=yes\r\n\r\n{spaced}");
    assert_eq!(Added::of("delsp.eml", mail).text, "The dockers voted.\n");
    let mail = format!("{HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nThe dockers voted \r\nto stop.\r\n");
    assert_eq!(Added::of("fixed.eml", mail).text, "The dockers voted\nto stop.\n");
}

#[test]
fn n23_a_plain_part_that_only_points_to_the_page_is_no_text_of_a_mail() {
    let either = |plain: &str, html: &str| {
        format!(
            "{HEAD}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n{html}\r\n--b--\r\n"
        )
    };
    let html = "<p>The dockers of Sarn voted to stop work on Monday, and the ships that were due this week wait off the bar for as long as talks over the night shift go nowhere at all.</p>".repeat(3);
    let added = Added::of("stub.eml", either("View this mail in your browser.", &html));
    added.has(&["The dockers of Sarn voted"]);
    added.lacks(&["browser"]);
    assert!(added.said.contains("6 words of a plain part"), "{}", added.said);
    // A plain part with most of the words stays the text.
    let added = Added::of("most.eml", either("The dockers of Sarn voted.", "<p>The dockers of Sarn voted.</p><p>Sent from a phone.</p>"));
    assert_eq!(added.text, "The dockers of Sarn voted.\n");
}

#[test]
fn n23_a_mail_that_says_another_encoding_and_is_utf_8_is_read_as_that() {
    let words = "The café said “no” to the offer of Bell Mobilité.";
    for (kind, charset) in [("plain", "us-ascii"), ("plain", "iso-8859-1"), ("html", "us-ascii"), ("plain", "utf-8")] {
        let mail =
            format!("From: Ann <ann@example.org>\r\nSubject: Note\r\nContent-Type: text/{kind}; charset={charset}\r\n\r\n{words}\r\n");
        let added = Added::of(&format!("{kind}-{charset}.eml"), mail);
        assert_eq!(added.text, format!("{words}\n"), "{kind} {charset}");
        let said = format!("a part says that it is {charset}, and is UTF-8: read as that");
        assert_eq!(added.said.contains(&said), charset != "utf-8", "{}", added.said);
    }
    let latin = [b"From: Ann <ann@example.org>\r\nSubject: Die Fr\xf6sche\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nThe caf\xe9 said no to the offer.\r\n".as_slice()].concat();
    let added = Added::of("head.eml", latin);
    assert_eq!(added.field("title"), Some("Die Frösche"));
    assert_eq!(added.text, "The café said no to the offer.\n");
    assert!(added.said.contains("the lines over the mail do not say their encoding: read as windows-1252"), "{}", added.said);
}
