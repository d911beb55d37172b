//! Words with a full stop that need not end a sentence: a table by kind, and for each kind what must follow.

use crate::text::leaning::{LEANING, NAMES_BEGIN};

/// No abbreviation has more bytes.
const LONGEST: usize = 16;

/// What tells that the full stop ends no sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Its own word does: what follows is a name or goes on. No opener helps here, for people are called An, He and So.
    Always,
    /// A number follows.
    BeforeNumber,
    /// A number follows, be it in words, or a title: no sentence ends with one of these.
    BeforePart,
    /// What follows is no known opener of a sentence.
    BeforeNoOpener,
}

#[rustfmt::skip]
const KINDS: &[(Rule, &[&str])] = &[
    // Before a name: forms of address, offices, ranks, Russian and German ones.
    (Rule::Always, &[
        "Mr.", "Mrs.", "Ms.", "Messrs.", "Mme.", "Mlle.", "Dr.", "Drs.", "Prof.", "Rev.", "Fr.", "Hon.", "Msgr.", "Sra.", "Hr.", "Frl.",
        "Amb.", "Min.", "Gov.", "Govs.", "Lt.-Gov.", "Sen.", "Sens.", "Rep.", "Reps.", "Pres.", "Sec.", "Supt.", "Insp.", "Det.", "Asst.", "Dep.", "Atty.",
        "Gen.", "Gens.", "Maj.", "Brig.", "Col.", "Cols.", "Lt.", "Lts.", "Capt.", "Cmdr.", "Cdr.", "Comdr.", "Adm.", "Adms.", "Sgt.", "Sgts.",
        "Cpl.", "Pvt.", "Pfc.", "Spc.", "Ens.", "Cmdt.", "Cpt.", "Wg.", "Sqn.", "Flt.", "Chf.", "Cst.", "Cdt.", "Cmdre.", "Surg.", "Sgm.", "Gy.", "Hav.",
        "Ayat.", "Hojj.", "Abp.", "Abps.", "Archbp.", "Bp.", "Bps.", "Metr.", "Patr.", "Dcn.", "Archim.", "Rabb.", "Maul.", "Ven.", "Mons.",
        "Lcpl.", "LCpl.", "Ssgt.", "SSgt.", "Msgt.", "MSgt.", "Tsgt.", "TSgt.", "GySgt.", "Gysgt.", "SgtMaj.", "Sgtmaj.", "Sfc.", "Pte.", "Bdr.", "Gnr.", "Spr.",
        "Tpr.", "Rfn.", "Fus.", "LtCol.", "Ltcol.", "LtGen.", "MajGen.", "BGen.", "MGen.", "Ltc.", "Ltjg.", "Lcdr.", "LCdr.", "Radm.", "RAdm.", "Vadm.", "VAdm.",
        "Commo.", "Cdre.", "Midn.", "Ldr.", "Plt.", "Fg.", "Gp.", "Mshl.", "Amn.", "Const.", "Ptl.", "Rt.", "Mx.", "Br.",
        "Secy.", "Chmn.", "Treas.", "Cllr.", "Ald.", "Mgr.", "Congr.", "Commr.", "Supvr.",
        "Ген.", "Полк.", "Адм.", "Проф.", "Акад.", "ген.", "полк.", "подп.", "кап.", "лейт.", "адм.", "проф.", "акад.", "им.", "тов.", "ул.", "пр.", "пл.", "обл.", "р-н.",
    ]),
    // First names.
    (Rule::Always, &[
        "Wm.", "Geo.", "Thos.", "Chas.", "Jas.", "Jno.", "Jos.", "Robt.", "Saml.", "Benj.", "Edw.", "Danl.", "Fredk.", "Richd.", "Jno.", "Alexr.", "Margt.",
        "Eliz.", "Xavr.", "Chr.", "Joh.", "Ant.", "Fco.", "Mª.",
    ]),
    // Before the name of a place.
    (Rule::Always, &["St.", "Ste.", "Mt.", "Ft.", "Pt."]),
    // In the middle of a sentence.
    (Rule::Always, &[
        "op.", "loc.", "sc.", "s.v.", "q.v.", "vs.", "v.", "cf.", "viz.", "e.g.", "i.e.", "ca.", "approx.", "incl.", "resp.", "esp.", "E.g.", "I.e.", "Cf.", "Ca.", "Approx.",
        "т.е.", "напр.", "см.", "ср.", "z.B.", "d.h.", "bzw.", "u.a.", "p.ej.",
    ]),
    // Before a number: parts of a text and of an address, months. "No." may be an answer, and "Dec." an end.
    (Rule::BeforeNumber, &[
        "No.", "Nos.", "no.", "nos.", "Nr.", "nr.", "art.", "sec.", "fig.", "p.", "pp.", "cl.", "reg.", "Rte.", "Apt.", "Rm.", "Fl.", "fl.", "c.",
        "tel.", "Tel.", "ext.", "Ext.", "fax.", "Fax.", "mob.", "Mob.", "ph.", "Ph.", "Res.", "Doc.", "ст.", "д.", "стр.", "с.", "рис.", "табл.", "гл.",
        "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sep.", "Sept.", "Oct.", "Nov.", "Dec.",
    ]),
    // Parts of a text: "Vol. Two". "Ch." is a chief as well.
    (Rule::BeforePart, &[
        "Art.", "Arts.", "Sect.", "Sects.", "Fig.", "Figs.", "Vol.", "vol.", "Vols.", "vols.", "Ch.", "ch.", "Chs.", "Chap.", "Chaps.", "Para.", "Paras.",
        "para.", "paras.", "par.", "Par.", "subsec.", "Subsec.", "subpara.", "Subpara.", "Sched.", "Amdt.", "Ann.", "Cl.", "Reg.", "Regs.", "Bk.", "Bks.",
        "Ser.", "Resol.",
    ]),
    // Firms, and what stands behind a name.
    (Rule::BeforeNoOpener, &[
        "S.p.A.", "SpA.", "S.r.l.", "Srl.", "S.n.c.", "S.a.s.", "S.à.r.l.", "S.a.r.l.", "Sarl.", "e.V.", "s.r.o.", "a.s.", "d.o.o.", "d.d.", "z.o.o.", "o.o.",
        "plc.", "Llc.", "Llp.", "Lp.", "Pte.", "Sdn.", "Bhd.", "Tbk.", "Oyj.", "Gmbh.", "GmbH.", "Ges.", "Hldg.", "Cia.", "Cie.",
        "Inc.", "Corp.", "Co.", "Cos.", "Ltd.", "Bros.", "Plc.", "Pty.", "Intl.", "Dept.", "Assn.", "Bldg.", "Mfg.", "Univ.", "Inst.",
        "Jr.", "Sr.", "Esq.", "Ph.D.", "Ret.", "al.", "ibid.", "Ibid.", "ed.", "eds.", "Ed.", "Eds.", "transl.", "Id.", "cit.", "seq.", "ult.", "inst.",
    ]),
    // Organisations, and what they do.
    (Rule::BeforeNoOpener, &[
        "Int.", "Ex.", "Exec.", "Op.", "Assoc.", "Assocs.", "Natl.", "Govt.", "Org.", "Soc.", "Acad.", "Coll.", "Hosp.", "Agcy.", "Admin.", "Auth.", "Bur.", "Grp.",
        "Mgmt.", "Parl.", "Cttee.", "Cmte.", "Ord.", "Stat.", "Supp.", "App.", "Cir.", "Ct.", "Cts.", "Dist.", "Prov.", "Prot.", "Conv.", "Pub.",
        "Sch.", "Elec.", "Petrol.", "Indus.", "Hldgs.", "Svcs.", "Sys.", "Tech.", "Off.", "Mstr.", "Dir.", "Fed.", "Cong.", "Leg.", "Comm.", "Subcomm.",
        "Rec.", "Bull.", "Gaz.", "Decl.", "Memo.", "Mem.", "Proc.", "Suppl.", "Append.", "Emb.", "Del.", "Perm.",
    ]),
    // Units, and the ranks that are written in capitals.
    (Rule::BeforeNoOpener, &[
        "Bn.", "Bde.", "Div.", "Regt.", "Rgt.", "Coy.", "Sqdn.", "Bty.", "Btn.", "Btry.", "Flot.", 
        "PO.", "CPO.", "SCPO.", "MCPO.", "WO.", "CWO.", "AVM.", "SFC.", "CSM.", "RSM.",
    ]),
    // Directions.
    (Rule::BeforeNoOpener, &["NE.", "NW.", "SE.", "SW.", "NNE.", "NNW.", "SSE.", "SSW.", "ENE.", "ESE.", "WNW.", "WSW.", "Nth.", "Sth."]),
    // Places; those of capitals alone, such as "U.S." and "D.C.", are initials.
    (Rule::BeforeNoOpener, &[
        "Ala.", "Ariz.", "Ark.", "Calif.", "Cal.", "Colo.", "Conn.", "Del.", "Fla.", "Ga.", "Ill.", "Ind.", "Kan.", "Ky.", "La.", "Mass.", "Md.",
        "Mich.", "Minn.", "Miss.", "Mo.", "Mont.", "Neb.", "Nev.", "Okla.", "Ore.", "Pa.", "Tenn.", "Tex.", "Vt.", "Va.", "Wash.", "Wis.", "Wyo.",
        "Ont.", "Que.", "Ave.", "Blvd.", "Rd.", "Hwy.", "Sq.", "Ln.", "Pkwy.", "Terr.", "Isl.", "Mtn.", "Mtns.", "Pk.", "Is.", "г.", "гг.", "о-в.", "п.", "м.",
    ]),
    // Days.
    (Rule::BeforeNoOpener, &["Mon.", "Tue.", "Tues.", "Wed.", "Thu.", "Thur.", "Thurs.", "Fri.", "Sat.", "Sun."]),
    // Hours, years, measures.
    (Rule::BeforeNoOpener, &["a.m.", "p.m.", "hr.", "hrs.", "Hrs.", "min.", "mins.", "secs.", "yr.", "yrs.", "mo.", "mos.", "wk.", "wks.", "est.", "Est.", "max.", "avg.", "km.", "kg.", "mm.", "cm.", "oz.", "ft.", "lb.", "lbs.", "mi.", "sq.", "млн.", "млрд.", "тыс.", "руб.", "долл.", "Mio.", "Mrd.", "Tsd.", "Bio.", "mio.", "mrd.", "mln.", "mld.", "mill.", "Mill."]),
];

/// A capital that begins one of these begins a sentence.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "A", "An", "The", "This", "That", "These", "Those", "There", "Here", "It", "Its", "He", "She", "They", "We", "You", "His", "Her", "Their", "Our",
    "In", "On", "At", "By", "For", "From", "With", "Without", "To", "Under", "Over", "After", "Before", "During", "Since", "Until", "Through",
    "Within", "Between", "Among", "Against", "Despite", "About", "Around", "According", "As", "If", "When", "Where", "While", "Although", "Though",
    "Because", "Unless", "Once", "Whether", "And", "But", "Or", "Nor", "So", "Yet", "Then", "Thus", "Hence", "However", "Moreover", "Meanwhile",
    "Nevertheless", "Nonetheless", "Instead", "Also", "Still", "Even", "Only", "Not", "No", "Neither", "None", "Nothing", "Nobody", "Some", "Many", "Most", "Several",
    "Few", "All", "Both", "Each", "Every", "Another", "Other", "Others", "Such", "What", "Who", "Why", "How", "Which", "Is", "Are", "Was", "Were",
    "Has", "Have", "Had", "Do", "Does", "Did", "Can", "Could", "Should", "Would", "Today", "Yesterday", "Later", "Earlier", "Now", "Last", "Next",
    "В", "На", "Но", "И", "А", "По", "С", "К", "О", "За", "Из", "От", "До", "При", "Для", "Это", "Эти", "Этот", "Он", "Она", "Они", "Оно", "Мы",
    "Однако", "Кроме", "После", "Также", "Если", "Когда", "Так", "Как",
    "Der", "Die", "Das", "Ein", "Eine", "Er", "Sie", "Es", "Wir", "Im", "Am", "Auf", "Mit", "Nach", "Aber", "Und",
    "Le", "Les", "Un", "Une", "Il", "Elle", "Ils", "Elles", "Ce", "Cette", "Mais", "El", "Los", "Las", "Una", "En", "Pero",
];

/// Numbers in words, as parts of a text have them.
#[rustfmt::skip]
const NUMBERS: [&str; 20] = [
    "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen",
    "Seventeen", "Eighteen", "Nineteen", "Twenty",
];

#[rustfmt::skip]
const GERMAN_MONTHS: [&str; 13] = [
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
];
const ENGLISH_TOO: [&str; 4] = ["April", "August", "September", "November"];

/// The full stop at the end of `before` ends no sentence, as `after` shows.
#[must_use]
pub fn goes_on(before: &str, after: &str) -> bool {
    // "Capt. (ret.) Ali": one word in brackets, behind others.
    if let Some(bracket) = before.strip_suffix(')') {
        let aside = last_word(bracket).and_then(|word| bracket.strip_suffix(word)?.strip_suffix('('));
        return aside.is_some_and(|rest| !rest.trim().is_empty()) && !begins_with_opener(after);
    }
    let Some(word) = last_word(before) else { return false };
    match rule(word) {
        Some(Rule::Always) => true,
        Some(Rule::BeforeNumber) => begins_with_number(after),
        Some(Rule::BeforePart) => begins_with_number(after) || begins_with_part(after),
        Some(Rule::BeforeNoOpener) => !begins_with_opener(after),
        None => is_initials(word) && !begins_with_opener(after) || is_day(word, before, after),
    }
}

/// More is still to come, such as a name: no line ends here but one that was wrapped.
#[must_use]
pub fn leans(before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    LEANING.contains(&last) || NAMES_BEGIN.contains(&last) || last_word(before).and_then(rule) == Some(Rule::Always)
}

fn last_word(text: &str) -> Option<&str> {
    let between = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '„' | '«' | '"' | '‘' | '—' | '–' | '/');
    text.rsplit(between).next().filter(|word| word.ends_with('.'))
}

/// Of "Lt.-Gen." and "Lt.Gen." the last part counts. A single letter is none: "D.C." is no "c." before a number.
fn rule(word: &str) -> Option<Rule> {
    let stem = word.strip_suffix('.')?;
    let last = stem.rfind(['.', '-']).map_or(word, |at| &word[at + 1..]);
    let last = if last.chars().count() > 2 { last } else { word };
    if word.len() > LONGEST {
        return None;
    }
    // Wires are written in capitals.
    let is_loud = word.chars().count() > 2 && !word.chars().any(char::is_lowercase);
    let is = |known: &str| word == known || last == known || is_loud && [word, last].contains(&known.to_uppercase().as_str());
    let known = |words: &[&str]| words.iter().any(|known| is(known));
    KINDS.iter().find(|(_, words)| known(words)).map(|(rule, _)| *rule)
}

/// Capitals, each with its full stop: of a name, or of a state as in `U.S.`.
fn is_initials(word: &str) -> bool {
    // Persian and Arabic have no capitals: "ع. رضایی", "د. أحمد".
    let is_first = |letter: char| letter.is_uppercase() || matches!(letter, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}');
    let is_capital = |letter: &str| letter.chars().next().is_some_and(is_first) && letter.chars().nth(1).is_none();
    word.strip_suffix('.')
        .is_some_and(|letters| !letters.is_empty() && letters.split(['.', '-']).all(|letter| letter.is_empty() || is_capital(letter)))
}

/// "Am 3. März", "vom 14. Mai": the day of a date in German, where its number has a full stop. A month that is called so in English
/// too may begin a sentence.
fn is_day(word: &str, before: &str, after: &str) -> bool {
    let leads = ["am", "vom", "zum", "ab", "bis", "der", "den", "dem", "des", "seit", "und"];
    let digits = word.trim_end_matches('.');
    let lead = before[..before.len() - word.len()].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let after = after.trim_start();
    let month = &after[..after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len())];
    let is_of_date = || leads.contains(&lead.as_str()) || lead.is_empty() || lead.ends_with([':', ',', '(', '–', '-']);
    matches!(digits.len(), 1 | 2)
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && GERMAN_MONTHS.contains(&month)
        && (!ENGLISH_TOO.contains(&month) || is_of_date())
}

fn begins_with_opener(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word = &text[..text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())];
    // "A." is another initial.
    !text[word.len()..].starts_with('.')
        && OPENERS.iter().any(|opener| word == *opener || word.chars().count() > 1 && word == opener.to_uppercase())
}

/// A number in words, or a title: "Vol. Two", "Ch. Insp. Berg".
fn begins_with_part(text: &str) -> bool {
    let text = text.trim_start();
    let word = &text[..text.find(char::is_whitespace).unwrap_or(text.len())];
    let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    NUMBERS.contains(&bare) || word.ends_with('.') && rule(word) == Some(Rule::Always)
}

/// Digits, a Roman numeral, a lone capital as in "Fig. A".
fn begins_with_number(text: &str) -> bool {
    let text = text.trim_start_matches(['(', '[', '§', ' ', '+', '#', '№', '~', '-', '−']);
    let word = &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())];
    let is_roman = !word.is_empty() && word.bytes().all(|letter| b"IVXLCDM".contains(&letter));
    let is_letter = word.len() == 1 && word != "A" && word != "I" && word.starts_with(char::is_uppercase);
    word.starts_with(|c: char| c.is_ascii_digit()) || is_roman && word != "I" || is_letter
}
