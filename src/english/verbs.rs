//! Verbs by what they do: `+` doubles the last letter, colons part irregular past forms.

use super::class::Class;

pub const VERBS: &[(Class, &str)] = &[
    (
        Class::SPEECH,
        "say:said tell:told claim allege assert argue report state insist maintain contend warn accuse testify describe write:wrote:written \
         complain blame quote cite comment contest boast counter reply explain recount relate charge dispute deny tweet hold:held add put",
    ),
    (
        Class::THOUGHT,
        "believe think:thought suspect assess judge estimate reckon assume presume consider conclude fear hope calculate doubt",
    ),
    (
        Class::DOUBT,
        "believe think:thought suspect assume presume consider fear hope estimate reckon doubt speculate surmise guess wonder suppose \
         imagine conjecture",
    ),
    (Class::THOUGHT, "speculate surmise guess conjecture imagine theorise theorize hypothesise hypothesize"),
    (
        Class::SPEECH,
        "remark stress underline underscore emphasise emphasize recount repeat protest tell:told assure inform brief caution lament \
         declare reiterate swear:swore:sworn joke acknowledge admit+ confess recall disclose concede deplore bemoan call attest depose affirm profess",
    ),
    (Class::FORECAST, "expect predict forecast:forecast:forecasted anticipate project foresee:foresaw:foreseen"),
    (
        Class::DEED,
        "announce declare promise pledge vow order agree decide refuse decline reject offer propose demand urge threaten plan+ intend \
         commit+ swear:swore:sworn undertake:undertook:undertaken ask rule seek:sought aim approve request oblige veto",
    ),
    (
        Class::PROOF,
        "confirm show:showed:shown find:found reveal prove:proved:proven demonstrate establish note \
         discover verify point document",
    ),
    (
        Class::NEWS,
        "hold:held expect report believe say:said think:thought allege claim rumour rumor understand:understood consider see:saw:seen view \
         know:knew:known estimate assume fear anticipate project forecast:forecast predict presume suspect speculate suppose regard hope",
    ),
    (
        Class::OPENS,
        "suggest indicate imply hint turn emerge transpire mean:meant seem appear happen follow know:knew:known ensure signal add learn:learnt:learned",
    ),
    (
        Class::LACK,
        "lack fail refuse decline reject stop+ halt end cease suspend cancel prevent avoid block ban+ bar+ prohibit forbid:forbade:forbidden \
         withhold:withheld miss skip+ boycott oppose exclude remain delay postpone dispute dismiss deny abstain ignore \
         uphold:upheld maintain retain preserve keep:kept break:broke:broken violate breach flout collapse freeze:froze:frozen withdraw:withdrew:withdrawn quit abandon forgo stall",
    ),
    (
        Class::RIGHT,
        "block veto appeal withdraw:withdrew:withdrawn terminate suspend request impose appoint dismiss dissolve approve amend declare \
         convene authorise authorize refuse waive extend override:overrode:overridden inspect detain seize vote enter use apply sue \
         invoke denounce accede order summon hold:held ban+ deny grant issue require demand reject refer+ expel+ carry keep:kept transfer \
         overturn impeach subpoena join leave:left choose:chose:chosen nominate renew search delay hire seek:sought act propose",
    ),
    (Class::POWER, "block veto override:overrode:overridden dissolve impeach subpoena overturn dismiss"),
    (
        Class::OUTCOME,
        "lead:led cause result trigger become:became happen occur arise:arose:arisen escalate lose:lost fail fuel spark turn mean:meant \
         reshape spill spiral worsen harm hurt:hurt damage destabilise destabilize disrupt provoke create contribute backfire exacerbate \
         undermine affect last end deteriorate raise deepen widen strain erode amplify embolden complicate foster \
         weaken hinder delay invite",
    ),
    (Class::SENSE, "see:saw:seen hear:heard feel:felt smell watch afford observe"),
    (
        Class::FACTIVE,
        "know:knew:known realise realize regret forget:forgot:forgotten mention conceal hide:hid:hidden disclose reveal \
         acknowledge admit+ recognise recognize explain",
    ),
    (Class::ASKS, "ask wonder see:saw:seen know:knew:known check determine decide doubt test establish"),
    (
        Class::VERB,
        "accept achieve act add allow appear approach arrest arrive attack attend avoid back ban+ begin:began:begun belong bind:bound block \
         bomb boost borrow break:broke:broken bring:brought build:built burn buy:bought call carry catch:caught cause change charge choose:chose:chosen \
         clash close collapse come:came compete compel+ consult contain continue control cost:cost count cover cross cut:cut deal:dealt \
         decline deliver depend deploy destroy detain develop die dominate double draw:drew:drawn drive:drove:driven drop+ emerge employ \
         enter erupt escape evacuate exceed exchange exist expand export extend face fall:fell:fallen feed:fed fight:fought fill fire \
         flee:fled fly:flew:flown force form fuel function fund gain get:got give:gave:given go:went:gone grow:grew:grown halve hand help \
         hire hit:hit import impose improve include increase inform inspect install interrupt invade invest invite join keep:kept kill \
         lag+ land last launch lead:led leak leave:left lend:lent let:let lift link list live load lose:lost make:made:made manage \
         march meet:met melt merge mine move name need negotiate number obtain occur offer open operate oppose own participate pass \
         pay:paid pick plan+ play post prepare press prevent produce promote protect protest provide publish pull pump purchase push \
         put:put raise reach react read:read rebuild:rebuilt receive recognise recognize recover recruit reduce refuse release rely \
         remain remove reopen repair repeal replace request rescue resign resist resume retain retire retreat return rise:rose:risen \
         run+:ran sail sanction score see:saw:seen seize sell:sold send:sent serve set:set settle share shell shift ship+ \
         shoot:shot shrink:shrank:shrunk shut:shut sign sink:sank:sunk slow smuggle spend:spent split:split spread:spread stage stand:stood \
         start starve stay steal:stole:stolen stop+ store strand stray strengthen strike:struck supply support surrender survive suspend \
         switch take:took:taken talk target test threaten tighten tip+ track trade train transfer travel treat try turn understand:understood \
         unveil use vanish visit vote wait walk want weaken wear:wore:worn widen win:won wipe withdraw:withdrew:withdrawn work worry wound \
         adopt endorse ratify decrease plunge dwindle contract convict acquit+ favour favor depart permit+ legalise legalize outlaw consent \
         lower advance narrow succeed perish sack free jail imprison shorten curtail honour honor comply obey quash annul+ scrap+ soar \
         jump surge defend injure persist endure loosen ease repeal defeat yield rest contest mean:meant require pour damage cause grant head inject appoint bless boycott cite",
    ),
];
