//! The words that the reader knows, verbs aside: what kind of word each is. The build script prepares them for the program.

use super::class::Class;

/// Words of one stem whose forms no rule makes.
pub const FORMS: &[(Class, &str)] =
    &[(Class::BE, "be is are was were been being am"), (Class::HAVE, "have has had having"), (Class::DO, "do does did done doing")];

/// Words without inflections, or with those that are listed.
pub const WORDS: &[(Class, &str)] = &[
    (Class::ANALYST, "we i analysts authors assessors community agency agencies drafters writers"),
    (Class::SELF, "he she it they we i him her them its his their our"),
    (
        Class::TIME,
        "january february march april june july august september october november december monday tuesday wednesday thursday \
         friday saturday sunday spring summer autumn winter end year years month months week weeks mid late early then now tomorrow \
         yesterday next midnight noon dawn fortnight",
    ),
    (Class::DETERMINER, "the a an this these those some many most several few both all each every another such any no his her my"),
    (Class::POSSESSIVE.or(Class::DETERMINER), "its their our your my his her whose"),
    (
        Class::PREPOSITION,
        "of in on at by for from with over into about between among against than through under near regarding concerning including \
         during within across without behind beyond upon toward towards around above below outside inside along despite amid per via \
         to as alongside onto off besides beside before after since until till",
    ),
    (Class::PRONOUN, "some many others several few i we you he she it they there this these those who that one nobody none everyone"),
    (Class::COORDINATOR, "and or but nor yet so"),
    (Class::SUBORDINATOR, "because although though while whereas since when whenever after before until till once where whereby"),
    (Class::RELATIVE, "which who whose whom where"),
    (
        Class::MODAL,
        "may might can could will would shall should must cannot won't can't couldn't wouldn't shan't i'll you'll he'll she'll it'll we'll they'll who'll that'll there'll shouldn't mustn't ought",
    ),
    (Class::BE, "isn't aren't wasn't weren't"),
    (Class::BARE, "be been being"),
    (Class::GERUND, "having doing"),
    (Class::PRETERITE, "was were had wasn't weren't hadn't"),
    (Class::HAVE, "hasn't haven't hadn't"),
    (Class::DO, "don't doesn't didn't"),
    (
        Class::ADVERB,
        "also even still now then soon not never just only well almost already again however perhaps maybe quite very too often \
         always once twice once thus therefore instead yet ever at least later alone first far more most less rather much",
    ),
    (
        Class::NAMELESS,
        "critics watchers reports observers analysts experts sources commentators rumours rumors insiders sceptics skeptics \
         supporters opponents detractors some many others media stakeholders pundits campaigners",
    ),
    (
        Class::ACCOUNT,
        "account accounts statement statements testimony estimate estimates assessment assessments version telling words \
         view opinion allegation allegations claim claims report reports reckoning judgement judgment belief forecast forecasts \
         projection projections accusation accusations warning warnings eyes",
    ),
    (
        Class::DOCUMENT,
        "census inquiry audit index newspaper investigation assessment model models tests test samples sample measurements intelligence signals article review tracks markings statements interviews report reports survey surveys study studies poll polls data figures records record documents document evidence \
         analysis research statistics images imagery findings results logs log files letter letters paper papers minutes footage",
    ),
    (
        Class::LACK,
        "unable lack absence absent missing without out short shortfall undershoot undershoots undershot former exempt unlikely doubt doubts doubtful little few hardly \
         scarcely barely rarely seldom closed shut idle empty pending awaits await awaiting still only false fruitless vain vacant \
         non unclear unknown unsigned objection objections shortage shortages arrears incapable powerless dearth immune late zero free instead rather failure failures refusal denial opposition opposed ban bar bars barred forbid forbids forbade forbidden prohibit prohibits prohibited outlaw outlaws outlawed disallow disallows disallowed halt end stop \
         inaction sceptical skeptical scant sparse scarce flimsy tenuous silent improbable impossible unwilling inactive insufficient incomplete invalid void yet open neither nor except \
         however delay delayed halted stalled unless",
    ),
    (
        Class::ENTITY,
        "site sites candidate candidates ally allies location locations route routes heir heirs venue recruit recruits \
         partner partners target targets opponent rival rivals victim client clients source sources hideout hideouts suspect suspects \
         witness witnesses date dates hero host hosts base bases market markets donor donors participants member members",
    ),
    (
        Class::ENTITY,
        "zone zones area areas place places spot spots crossing crossings voter voters customer customers reserve reserves deposit deposits \
         buyer buyers winner winners sponsor sponsors successor successors nominee nominees landing hazard hazards list lists path paths \
         point points port ports corridor corridors sector sectors user users tenant tenants applicant applicants investor investors \
         supplier suppliers entrant entrants runner runners name names case cases carrier carriers option options",
    ),
    // Known to the reader of clauses by themselves.
    (
        Class(0),
        "old sittings sessions rounds seasons phases stages visits trips generations evenings nights weekends terms matches games instalments tranches \
         chapters summits interviews mornings afternoons shifts afraid fearful concerned couple anxious convinced unconvinced adamant hopeful optimistic pessimistic persuaded alarmed sanguine positive good better slim plain \
         dozens scores thousands millions billions tens quotation quotations effect contingent conditional dependent \
         minus negative deficit match everybody invariably essential indispensable election elections race runoff ballot deadline deadlines quota demands conditions goal loss agenda calendar program probe investigation inquiry latest recent previous unanimous unanimously tariff tariffs subsidy subsidies offensive offensives proposals intentions threats campaign campaigns road lawsuit petition motion attempt power right hour hours minute contrary ceasefire truce armistice telephone phone email radio text video familiar briefed privy people persons officials diplomats someone ago formerly previously hitherto same licence license warrant \
         permission numerous anonymous unnamed unidentified other throughout those earlier days times decades talks amendment \
         amendments changes reforms measures steps way ways options dates cuts meeting meetings compromise solution solutions venue \
         averse fiction hoax initially improvements historian economist analyst critic scholar writer author commentator expert biographer apparent curfew moratorium proposal restriction restrictions sharply culpable panel responsible sided assertions bench bidders bogus breakthrough companies door fanciful groundless inference kilometres km miles metres \
         arrangement badly basis facility foundation mechanism notice poorly programme scheme substance thinly weakly \
         misplaced overblown predictions prior recipients settlement spurious supposition theories unfounded unjustified unsupported \
         unwarranted upper measured rated mapped specialists academics scholars researchers scientists strategists traders bankers lawyers officers executives aides \
         activists insiders source sources reporting year weeks months years lawmakers politicians residents economists historians \
         observe dates names boy girl person child woman man student risked multiple intelligence diplomatic security military industry western regional foreign independent legal political \
         informed high moderate low medium limited confidence majority bulk numerous handful entire whole source insider step down away together night day whether percentage point points percent per cent order regardless whatever whoever whichever wherever unknown \
         uncertain unclear open doubtful disputed debatable undecided moot possibility chance risk danger prospect likelihood hope fear hopes \
         fears threat question issue blame aim goal purpose task role job idea mission objective answer duty point intention function \
         often usually sometimes generally typically need obligation duty due mostly commonly frequently supposed \
         rule recommend oblige lies outcome scenario development population size weight age rank timetable custom tradition type value income merit seniority ability holding holdings shares formula grade category season distance capacity preference taste deem orders doctrine ultimatum verification assurance assurances oath commitment instructions anywhere score ratio aged ages page pages range vary much",
    ),
    (
        Class(0),
        "abort closest deign effort efforts forbear inability moments upwards unscathed undiminished unaffected untouched irrespective excepting otherwise everywhere",
    ),
    (
        Class::ADVERB,
        "deeply drastically extensively gravely greatly hugely massively minimally profoundly seriously severely strongly superficially",
    ),
    (Class::LACK, "shun refrain refrains refrained desist desists desisted dodge dodges dodged"),
    (
        Class::LACK,
        "insolvent inadequate inaccurate incorrect insecure ineffective inefficient inconsistent indirect informal invalid insignificant \
         inexperienced improper impatient immature immoral illegal illegitimate illiterate irregular irrelevant irresponsible unusual \
         uncommon unfair unhappy unaware unlawful unpopular unsafe unreal unfit unfriendly untrue unjust unwise unnecessary unimportant \
         unsuccessful dishonest disloyal dissimilar",
    ),
    (
        Class::TOPIC,
        "talks talk talked talking negotiations negotiation dispute disputes argument arguments question questions book books report reports \
         story stories article articles data information news film doubts concern concerns worry worries worried speak speaks spoke hear heard \
         know knows knew ask asked asks tell told tells complain complains complained complaint complaints debate debates discussion \
         discussions row rows quarrel quarrels lie lied letter letters message messages deal feud clash clashes war conflict conference \
         summit inquiry hearing hearings testimony evidence details file files dossier agreement accord decision decisions fight battle",
    ),
    (
        Class::BREAK,
        "war wars invasion coup revolution embargo blockade siege crisis reform merger ban fire flood floods earthquake pandemic epidemic \
         accident independence partition collapse takeover annexation uprising unification occupation blackout raid explosion closure \
         storm hurricane cyclone crash attack attacks sanctions retirement resignation arrest death hack breach takeover privatisation \
         mutiny flooding famine junta shah tsar soviets",
    ),
    (
        Class::BODY,
        "congress parliament senate court courts council commission legislature assembly president party parties state \
         states member members judge judges detainee detainees citizen citizens officer officers police minister ministers inspector \
         inspectors holder holders governor committee tribunal chamber house king monarch cabinet authority authorities regulator \
         board prosecutors prosecutor",
    ),
    (
        Class::LAW,
        "act law laws article treaty constitution charter statute section convention rule rules regulation regulations \
         resolution decree clause code accord accords pact pacts protocol paragraph terms bylaws ordinance contract lease agreement guidelines mandate policy",
    ),
    (
        Class::NUMBER,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
         eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand million billion trillion \
         dozen half third quarter thirds quarters fifth fifths tenth tenths",
    ),
    (
        Class::OPENS,
        "likely unlikely possible probable improbable conceivable plausible certain evident clear chance chances risk \
         possibility likelihood probability odds prospect danger evidence proof sign signs indication indications doubt doubts claim \
         claims fact hope hopes fear fears belief suggestion allegation allegations report reports confident judgement judgment \
         assessment view idea impossible convinced sure true unclear believed thought said reported alleged expected understood \
         assumed certainty notion notions theory contention thesis proposition assertion assertions accusation accusations speculation \
         hypothesis rumour rumours rumor rumors confirmation corroboration",
    ),
    (
        Class::OCCASION,
        "once when whenever after with upon until before without in by while where following requires require required \
         need needs needed depends depend hinges hinge for given through",
    ),
    (
        Class::RISK,
        "risk risks risking threat threatens danger prospect prospects possibility possibilities chance chances odds fear \
         fears concern concerns potential possible conceivable plausible vulnerable exposed prone alleged supposed presumed purported \
         believed likelihood probability suspected speculation uncertain unclear doubt doubts suspicion suspicions indicate indicates indicated \
         hint hints indication indications",
    ),
    (
        Class::PUBLIC,
        "business consumer consumers investor investors market markets public voter voters popular national industrial \
         economic no parliamentary customer customers trade international",
    ),
];

/// What the ending of a word that no table has says.
#[must_use]
pub fn by_ending(word: &str) -> Class {
    const NO_ADVERBS: [&str; 24] = [
        "family", "assembly", "italy", "july", "supply", "ally", "monopoly", "anomaly", "likely", "unlikely", "deadly", "costly",
        "friendly", "daily", "weekly", "monthly", "yearly", "early", "elderly", "reply", "apply", "rely", "fly", "orderly",
    ];
    match word {
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => Class::NUMBER,
        _ if word.ends_with("ly") && !NO_ADVERBS.contains(&word) => Class::ADVERB,
        _ if word.ends_with("ed") && word.len() > 4 => Class::PAST,
        _ if word.ends_with("ing") && word.len() > 5 => Class::GERUND,
        _ => Class::default(),
    }
}
