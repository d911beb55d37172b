//! Verbs by what they do: `+` doubles the last letter, colons part irregular past forms.

use super::class::Class;

pub const VERBS: &[(Class, &str)] = &[
    (
        Class::SPEECH,
        "attribute ascribe say:said tell:told claim allege assert argue report state insist maintain contend warn accuse testify describe write:wrote:written \
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
        "whisper murmur mutter gossip remark stress underline underscore emphasise emphasize recount repeat protest tell:told assure inform brief caution lament \
         declare reiterate swear:swore:sworn joke acknowledge admit+ confess recall disclose concede deplore bemoan call attest depose affirm profess",
    ),
    (Class::SPEECH, "question submit+ plead proclaim opine respond retort object observe advise relay"),
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
         whisper tip+ accept acknowledge suggest know:knew:known estimate assume fear anticipate project forecast:forecast predict presume suspect speculate suppose regard hope repute tell:told inform warn assure accuse describe advise",
    ),
    (
        Class::OPENS,
        "suggest indicate imply hint turn emerge transpire mean:meant seem appear happen follow know:knew:known ensure signal add learn:learnt:learned",
    ),
    (
        Class::LACK,
        "lack fail refuse decline reject stop+ halt end cease suspend cancel:cancelled:canceled prevent avoid block ban+ bar+ prohibit forbid:forbade:forbidden \
         withhold:withheld miss skip+ boycott oppose exclude remain delay postpone dispute dismiss deny abstain ignore \
         uphold:upheld continue stand:stood stay defeat disagree fault spare elude evade maintain retain preserve keep:kept break:broke:broken violate breach flout collapse freeze:froze:frozen withdraw:withdrew:withdrawn quit abandon forgo stall lift repeal revoke rescind scrap+ abolish lapse expire \
         avert escape exhaust deplete foil thwart forestall scupper stymie frustrate shelve preclude",
    ),
    (
        Class::RIGHT,
        "block veto appeal withdraw:withdrew:withdrawn terminate suspend request impose appoint dismiss dissolve approve amend declare \
         convene authorise authorize refuse waive extend override:overrode:overridden inspect detain seize vote enter use apply sue \
         invoke denounce accede order summon hold:held ban+ deny grant issue require demand reject refer+ expel+ carry keep:kept transfer+ \
         overturn impeach subpoena join leave:left choose:chose:chosen nominate renew search delay hire seek:sought act propose",
    ),
    (Class::POWER, "block veto override:overrode:overridden dissolve impeach subpoena overturn dismiss"),
    (
        Class::OUTCOME,
        "lead:led cause result trigger become:became happen occur+ arise:arose:arisen escalate lose:lost fail fuel spark turn mean:meant \
         reshape spill spiral worsen harm hurt:hurt damage destabilise destabilize disrupt provoke create contribute backfire exacerbate \
         undermine affect last end deteriorate raise deepen widen strain erode amplify embolden complicate foster \
         weaken hinder delay invite",
    ),
    (Class::SENSE, "see:saw:seen hear:heard feel:felt smell watch afford observe"),
    (
        Class::FACTIVE,
        "know:knew:known realise realize regret+ forget:forgot:forgotten mention conceal hide:hid:hidden disclose reveal \
         acknowledge admit+ recognise recognize explain",
    ),
    (Class::ASKS, "ask wonder see:saw:seen know:knew:known check determine decide doubt test establish"),
    (
        Class::VERB,
        "cap+ limit account accept achieve act add allow appear approach arrest arrive attack attend avoid back ban+ begin:began:begun belong bind:bound block \
         bomb boost borrow break:broke:broken bring:brought build:built burn buy:bought call carry catch:caught cause change charge choose:chose:chosen \
         clash close collapse come:came compete compel+ consult contain continue control+ cost:cost count cover cross cut:cut deal:dealt \
         decline deliver depend deploy destroy detain develop die dominate double draw:drew:drawn drive:drove:driven drop+ emerge employ \
         enter erupt escape evacuate exceed exchange exist expand export extend face fall:fell:fallen feed:fed fight:fought fill fire \
         flee:fled fly:flew:flown force form fuel function fund gain get:got give:gave:given go:went:gone grow:grew:grown halve hand help \
         hire hit:hit import impose improve include increase inform inspect install interrupt invade invest invite join keep:kept kill \
         lag+ land last launch lead:led leak leave:left lend:lent let:let lift link list live load lose:lost make:made:made manage \
         march meet:met melt merge mine move name need negotiate number obtain occur+ offer open operate oppose own participate pass \
         pay:paid pick plan+ play post prepare press prevent produce promote protect protest provide publish pull pump purchase push \
         put:put raise reach react read:read rebuild:rebuilt receive recognise recognize recover recruit reduce refuse release rely \
         remain remove reopen repair repeal replace request rescue resign resist resume retain retire retreat return rise:rose:risen \
         run+:ran sail sanction score see:saw:seen seize sell:sold send:sent serve set:set settle share shell shift ship+ \
         shoot:shot shrink:shrank:shrunk shut:shut sign sink:sank:sunk slow smuggle spend:spent split:split spread:spread stage stand:stood \
         start starve stay steal:stole:stolen stop+ store strand stray strengthen strike:struck supply support surrender survive suspend \
         switch take:took:taken talk target test threaten tighten tip+ top+ track trade train transfer+ travel treat try turn understand:understood \
         unveil use vanish visit vote wait walk want weaken wear:wore:worn widen win:won wipe withdraw:withdrew:withdrawn work worry wound \
         lean range vary discuss speak:spoke:spoken talk tend linger surround circulate swirl abound hang:hung neglect omit+ refrain desist shoot:shot answer ask aid assassinate assemble assist average award bear:bore:borne beat:beat:beaten bid:bid book breed:bred \
         cancel:cancelled:canceled capture cede celebrate clear climb combat command compensate complete compose conceal conduct confine confiscate connect \
         conquer construct convert convince cooperate copy crush cultivate damage dare decorate deepen deliberate demolish deport \
         derail flock deserve desert design detonate devalue deviate dig:dug dilute direct disappear disband discover discuss dismantle displace \
         disrupt dissolve distribute divert divide donate draft drain drill drink:drank:drunk drown dry dump earn eat:ate:eaten educate elect \
         eliminate embark encircle encourage engage enlarge enlist enrich entertain equip+ erect escort examine exchange execute exile \
         expire exploit explode explore expropriate extract fine flee:fled flood follow fortify found freeze:froze:frozen furnish gather \
         govern guard guide handle harvest hide:hid:hidden hijack host house hunt identify ignite illuminate inaugurate incorporate infect \
         infiltrate inherit insure intercept interrogate intervene introduce invent issue label lease leave:left levy liberate loot maintain \
         manipulate manufacture massacre mediate mention migrate mobilise mobilize modernise modernize monitor murder nationalise nationalize \
         negotiate occupy organise organize originate paint park pass patrol+ penetrate perform persuade pilot plant plead plunder point poison \
         pollute possess postpone practise preside privatise privatize proceed process procure prosecute purge pursue question quell quit \
         raid ration rebel+ refine reform refuel regain register regulate reinforce reimburse relocate remember renovate rent reorganise \
         repay:repaid replenish repress resettle restart restore restrict resume retake:retook:retaken reveal reverse revise revive \
         revolt ride:rode:ridden rob+ rotate sabotage salvage scatter schedule scuttle search secure separate shelter shell siphon ski sleep:slept \
         solve spy squander stockpile store storm stray structure submerge subsidise subsidize succeed sweep:swept swim:swam:swum teach:taught \
         tear:tore:torn terminate thwart topple torch tow traffic transmit+ transport trap+ travel trigger unload update upgrade urge vacate \
         verify violate volunteer warm wash weigh wield withdraw:withdrew:withdrawn withstand:withstood wreck zone \
         adopt endorse ratify decrease plunge dwindle contract convict acquit+ favour favor depart permit+ legalise legalize outlaw consent \
         lower advance narrow succeed perish sack free jail imprison shorten curtail honour honor comply obey quash annul+ scrap+ soar \
         jump surge defend injure persist endure loosen ease repeal defeat yield rest contest mean:meant require pour damage cause grant head inject appoint bless boycott cite brace slide:slid surface stipulate sing:sang:sung \
         bend:bent bite:bit:bitten bleed:bled blow:blew:blown burst:burst cast:cast cling:clung creep:crept forgive:forgave:forgiven kneel:knelt leap:leapt \
         mistake:mistook:mistaken misunderstand:misunderstood outrun+:outran overcome:overcame:overcome overhear:overheard overrun+:overran \
         oversee:oversaw:overseen overtake:overtook:overtaken overthrow:overthrew:overthrown rewrite:rewrote:rewritten shake:shook:shaken \
         shed+:shed sit+:sat slay:slew:slain stride:strode strive:strove:striven swell:swelled:swollen swing:swung throw:threw:thrown \
         thrust:thrust tread:trod:trodden undergo:underwent:undergone undo:undid:undone upset+:upset wake:woke:woken chalk credit forswear:forswore:forsworn weave:wove:woven weep:wept \
         forgo:forwent:forgone befall:befell:befallen dwell:dwelt outdo:outdid:outdone lay:laid accompany acquire adjust advise allocate alter \
         analyse analyze arrange attach bombard bribe broaden bury circumvent collaborate collide commence compel+ condemn confront consist \
         consume contaminate contradict contribute coordinate correspond criticise criticize   decide deploy deprive descend devote diminish \
         disarm discard   distort dredge embark embezzle embrace enact endanger enforce enjoy envisage exhaust expose express facilitate \
         falsify finalise finalize foil forge frustrate generate grab+ hamper hasten hoist impede implement impound incite incur+ indict inflict \
           interfere intimidate investigate involve irritate isolate jeopardise justify kidnap+ legislate mislead:misled multiply muster \
         notify obstruct offset+:offset oust outlaw outnumber outweigh overlap+ overrule persist   portray precede prevail prolong prompt \
         propel+ publicise punish qualify   reassure recapture reclaim reconcile reconstruct redeploy reimpose relieve relinquish renege \
         renounce repatriate repel+ replenish represent reprimand reproduce rescind reside resolve respond retaliate retrain retrieve reunite \
         revoke safeguard satisfy scrutinise select shatter shelve shrug+ signify simplify slash smash specify squander stabilise stash \
         streamline strip+   submit+ substantiate suffer suit summarise supersede supervise suppress surpass sustain swap+ tackle \
         transform translate trespass tumble underestimate undermine underpin+ unify unite unleash unseat unsettle uproot usher vaccinate \
         waive   welcome   woo yield \
         tax lock entitle heed fulfil+ fulfill patch exempt delete evict outpace outstrip outperform trail indemnify purchase murder compensate assist challenge rebuff construe depict characterise characterize interpret unfreeze:unfroze:unfrozen unblock unseal \
         reflect stem+ underlie:underlay:underlain coincide outpace outstrip+ taper flatten stabilise stabilize recede abate subside hover diverge converge \
         correlate dampen absorb mutate incubate hospitalise hospitalize quarantine inoculate intensify dissipate drench remand adjourn \
         capsize founder extradite arraign construe interpret infringe contravene entitle disburse earmark allot+ redact await abduct exhume rehouse",
    ),
    (
        Class::VERB,
        "mark abet+ abide abuse accelerate accentuate acclaim accommodate accomplish accredit accrue accumulate accustom acquaint \
         acquiesce activate adapt adhere adjoin administer admire advocate affix aggravate agitate alert alienate align alleviate \
         amaze amputate anchor annoy antagonise antagonize apologise apologize appease applaud apportion appraise appreciate apprehend \
         approximate arouse articulate ascend ascertain aspire assail assault assign assimilate astound attain attempt attract augment \
         avail avert banish bankrupt batter beg+ behave beset+:beset besiege bestow betray bewilder blunt bolster bolt bother bulge \
         bypass calibrate calm canvass capitalise capitalize cater centralise centralize certify chase cheat cherish choke clarify \
         clinch coalesce coerce collect combine commemorate commend communicate complement comprehend compress comprise compromise \
         compute concentrate concur+ condense conform confound confuse congratulate consign consolidate conspire constitute \
         contemplate contrast contrive convey cope corroborate counteract cripple criminalise criminalize crumble culminate curb cure \
         darken decay deceive decentralise decentralize decimate decompose decriminalise decriminalize decry dedicate deduce deduct \
         deem defer+ define deflect defraud defuse defy delineate denationalise deposit depreciate deregulate derive desecrate \
         designate detach detect deter+ detest devastate devise devolve diagnose dictate differ differentiate diffuse digest disable \
         disallow disappoint disapprove disassociate disavow discern discharge disconnect discontinue discourage discriminate \
         disengage disentangle disintegrate dislodge disobey dispel+ dispense disperse dispose disprove disqualify disregard \
         disseminate dissent dissociate dissuade distance distinguish distract distrust disturb diversify divest divulge dock \
         downgrade downplay downsize drag+ dread drift dub+ dwarf eclipse eject elaborate elapse elevate elicit emancipate embed+ \
         embody emigrate emit+ empower emulate enable encompass encounter encroach endow engender enhance enjoin enroll ensue enshrine \
         entail entangle entrench entrust envision equate eradicate err eschew espouse evaluate evaporate evoke evolve exalt excel+ \
         exert exhibit exonerate expedite expend extort extrapolate fabricate fade falter finance finish fix flank flare flounder \
         flourish fluctuate forestall forfeit formalise formalize formulate forsake:forsook:forsaken forward fray frighten gauge \
         grapple grind:ground guarantee haggle hail hamstring:hamstrung harbour harden harass hatch haul heal heighten herald hesitate \
         highlight hinge homogenise humiliate illustrate imitate immerse immunise impair impart imperil:imperilled impersonate implore \
         incline incriminate induce infer+ inflame inflate infuriate ingest inhabit inhibit initiate inquire insert instigate \
         institute institutionalise instruct insulate insult integrate interact intercede internalise intersect intrude inundate \
         invalidate irrigate jam+ jeopardize jettison jockey juxtapose kindle languish lavish lengthen lessen liberalise liberalize \
         liquidate lobby locate lodge loom lure magnify manoeuvre maneuver mar+ marginalise marginalize marry mature maximise maximize \
         mend militarise militarize mimic:mimicked mingle minimise minimize misappropriate misconstrue mishandle misinterpret misjudge \
         mismanage misread:misread misrepresent mistreat mitigate mix mock moderate modify mollify monopolise monopolize motivate \
         mourn nab+ navigate near necessitate neutralise neutralize normalise normalize nurture obligate obliterate obscure obsess \
         obviate offend opt+ orchestrate ordain ostracise outlive outmanoeuvre outsource outspend:outspent outvote overburden overflow \
         overhaul overload overreach overshadow overshoot:overshot overstate overstretch overwhelm owe pacify paralyse paralyze pardon \
         pave penalise penalize perceive perfect permeate perpetrate perpetuate persecute pertain pervade pinpoint pioneer plague \
         plummet poach polarise polarize ponder pose postulate precipitate preclude predominate preempt prefer+ preoccupy prescribe \
         presuppose pretend prioritise prioritize privilege probe proliferate promulgate pronounce proscribe quadruple quicken rally \
         ransack ratchet reactivate reaffirm reallocate reap reappear reappoint rearm rearrange reassert reassess rebound rebuke \
         rebut+ recalibrate reclassify recommence recommend reconsider reconvene recoup recreate rectify recur+ redeem redefine \
         redirect redistribute redraft redraw:redrew:redrawn reelect re-elect re-enter re-establish re-examine re-impose re-open \
         refinance refloat refocus refute regroup reign reinstate reinvest rejoin rejuvenate rekindle relax relegate relent remedy \
         remind remit+ render renegotiate reposition reprieve repudiate resell:resold resemble resent reserve reset+:reset reshuffle \
         resort restate restrain restructure retract rethink:rethought retrench revamp revert revisit revitalise revitalize reward \
         rig+ risk roam rush sacrifice sanitise scold scour scupper seal secede segregate sensitise sever shadow sharpen shield shun+ \
         shuttle sidestep+ sideline simulate skyrocket slaughter slump smear smooth snub+ soften solicit sow span+ spearhead \
         specialise specialize spoil spur+ spurn squeeze stagnate standardise standardize stave steer stifle stiffen stigmatise \
         stimulate stoke stretch stymie subdue subjugate subordinate subscribe substitute subtract subvert succumb suffice supplant \
         surmount survey swerve sympathise sympathize synchronise synchronize tamper tarnish thaw thicken thrive throttle tolerate \
         torpedo torture totter trace trample traverse triple triumph trust typify uncover underfund undercut+:undercut underperform \
         understate underwrite:underwrote:underwritten unearth unfold unlock unravel:unravelled:unraveled upend usurp utilise utilize \
         deactivate decelerate degrade demote deplete \
         exaggerate extinguish laud overestimate \
         raze reconnect stick:stuck thrash \
         toughen whittle lambast castigate disown sour absolve outlast outsell:outsold discredit deride assail debunk offload incinerate erase bequeath whisk repossess moor struggle debar+ queue circle \
         validate vandalise veer vent vie vilify wane warrant waver weather whip+ wither wrest \
         bankroll barter berate capitulate chide coax commandeer dethrone dispatch entice extol fuse goad greet hoodwink maim nullify \
         overlook overpower pilfer predate reconquer repulse tempt thank trounce upbraid vanquish vindicate amass dupe prod+ slam+ \
         skirmish disbelieve flatten shrivel gratify prosper ascend descend embark disembark despise loathe detest steepen blunt brighten \
         confer+ bestow estrange reconcile relent outflank abscond bicker blacklist blackmail burgle bully decamp deface demilitarise depress devour disclaim disguise dither divorce duplicate \
         embellish encrypt engulf enrage enslave ensnare entrap exhort ferry forage foreclose garner grieve harangue haunt heckle hurl impoverish improvise insinuate \
         intern jeer jostle lurch manhandle meddle misfire oppress outbid outgun outmatch outwit overcharge overspend:overspent pelt pierce placate pluck pounce \
         ravage recite recoil recycle refresh rehearse relapse relish repent reprove revere revile sap+ seep seethe shove shred+ shroud sidetrack snatch soak sprawl \
         spring:sprang:sprung squabble stalk strangle stumble stun+ swindle swoop taint taunt tether tremble unmask unpack wander weld wrangle wreak wrestle yearn \
         fling:flung sting:stung spit:spat overvalue undervalue overpay:overpaid underpay:underpaid allay smother heed implicate renege",
    ),
];

/// Verbs whose third person is a plural noun far more often: "firms", "steps", "waves". That form of them is no verb.
pub const NOUNS_TOO: &str = "ambush file crash plough plow riot stab+ blast ditch jolt mutiny petition picket plot+ scare shock silence sponsor rupture bail charter compliment counsel debate dent float fool grill ink loan log menace notice pressure ram+ record \
    refund reproach respect rout ruin scar+ scratch sentence snoop spot+ station study swamp tour trick waste admire adore dislike delight anger \
    boom auction axe beef bounce bow brag+ brush cart cave censure champion chill clamp claw cool dial dip+ discount dodge ebb edge exit \
    fend figure firm hammer hike hoard inch iron kick knock license mount nod+ nudge pare phase praise prop+ quarrel ramp refill rein ridicule roll \
    save scale scotch shore side slip+ sort speed:sped step+ tail tick tone treble trim+ turf ward water wave wind";
