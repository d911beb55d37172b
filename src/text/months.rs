//! The months by their names in many languages.

/// The months by their names in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Turkish, Russian,
/// Ukrainian, Arabic and Persian, as they stand behind a day.
pub const NAMES: [&str; 12] = [
    "jan january januar janvier enero gennaio janeiro januari stycznia ocak января январь январе янв січня يناير ژانویه",
    "feb february februar février febrero febbraio fevereiro februari lutego şubat февраля февраль феврале фев лютого فبراير فوریه",
    "mar march märz mars marzo março maart marca mart марта март марте березня مارس",
    "apr april avril abril aprile kwietnia nisan апреля апрель апреле апр квітня أبريل آوریل",
    "may mai mayo maggio maio mei maja mayıs мая май мае травня مايو مه",
    "jun june juni juin junio giugno junho czerwca haziran июня июнь июне червня يونيو ژوئن",
    "jul july juli juillet julio luglio julho lipca temmuz июля июль июле липня يوليو ژوئیه",
    "aug august août agosto augustus sierpnia ağustos августа август августе авг серпня أغسطس اوت",
    "sep sept september septembre septiembre setiembre settembre setembro września eylül сентября сентябрь сентябре сен вересня سبتمبر سپتامبر",
    "oct okt october oktober octobre octubre ottobre outubro października ekim октября октябрь октябре окт жовтня أكتوبر اکتبر",
    "nov november novembre noviembre novembro listopada kasım ноября ноябрь ноябре ноя листопада نوفمبر نوامبر",
    "dec dez december dezember décembre diciembre dicembre dezembro grudnia aralık декабря декабрь декабре дек грудня ديسمبر دسامبر",
];

/// Of a word in small letters.
#[must_use]
pub fn month_of(word: &str) -> Option<u8> {
    (1..).zip(NAMES).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(month, _)| month)
}
