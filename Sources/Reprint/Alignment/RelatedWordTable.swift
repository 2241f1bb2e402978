// swift-format-ignore-file
// Written by hand.

enum RelatedWordTable {
  static let groups = """
    buy bought purchase acquire buyer purchaser buyout acquisition takeover
    sell sold sale seller vendor
    sell sold offload divest dispose disposal divestment divestiture
    fall fell fallen drop decline dip slip decrease slide slid
    plunge plummet slump tumble nosedive collapse sink sank sunk
    rise rose risen climb increase gain grow grew grown jump growth
    soar surge rocket skyrocket spike leap leapt balloon
    announce announcement unveil reveal disclose declare disclosure declaration
    reveal revelation expose exposure uncover unearth
    say said tell told state remark comment statement
    explain clarify explanation clarification elaborate
    reply respond answer response retort rejoinder
    ask query inquire enquire question inquiry enquiry
    ask request seek sought appeal
    claim allege assert contend maintain allegation assertion contention
    insist stress emphasise emphasize underline underscore emphasis highlight
    admit acknowledge concede confess admission confession acknowledgement acknowledgment
    deny denied refute rebut reject denial rebuttal
    warn caution alert warning
    inform notify tell told notification notice
    mention cite refer reference allude allusion
    describe depict portray characterise characterize description depiction portrayal
    promise pledge vow commit commitment undertaking
    swear swore sworn oath affidavit
    accuse blame fault accusation
    charge indict indictment prosecute prosecution
    sue suing lawsuit litigation litigate
    arrest detain custody detention apprehend nab
    jail imprison prison incarcerate imprisonment incarceration gaol
    convict conviction guilty
    acquit acquittal exonerate exoneration clear vindicate
    punish punishment penalise penalize penalty sanction
    free freed release liberate liberation
    kill slay slain slew
    murder homicide slaying killing
    assassinate assassination assassin kill
    massacre slaughter carnage bloodbath
    execute execution hang behead
    die died dead death perish deceased dying demise
    injure injury hurt wound maim
    harm damage hurt impair detrimental harmful
    attack assault raid onslaught offensive
    hit struck strike smash bash
    beat beaten defeat overcome overcame vanquish trounce thrash
    win won victory triumph victorious winner
    lose lost loss defeat
    shoot shot gunfire shooting shooter gunman gunned
    stab knife stabbing knifed
    bomb blast explosion explode bombing detonate detonation
    burn burnt blaze fire ablaze inferno
    steal stole stolen theft thief thieves
    rob robbery robber heist mugging holdup
    burgle burglary burglar burglaries
    cheat defraud swindle fraud con scam fraudulent fraudster
    deceive mislead misled dupe deception trick deceptive
    flee fled escape bolt abscond
    avoid evade dodge elude sidestep evasion avert
    chase pursue pursuit pursued
    hunt search manhunt seek sought
    seize confiscate impound seizure confiscation
    capture catch caught seize
    kidnap abduct abduction kidnapping kidnapper abductor
    hijack commandeer hijacking hijacker
    smuggle traffic smuggler trafficker trafficking
    abuse mistreat mistreatment maltreatment misuse
    rape molest assault rapist
    threaten threat menace intimidate intimidation
    blackmail extort extortion
    harass harassment bully bullying hound torment
    discipline disciplinary sanction reprimand
    investigate investigation probe inquiry inquire investigator
    examine inspect scrutinise scrutinize examination inspection scrutiny
    study studied research analyse analyze analysis studies
    verify confirm corroborate verification confirmation check
    prove proof proven demonstrate evidence
    show shown demonstrate indicate suggest
    imply hint indicate indication implication suggestion
    suggest propose recommend proposal recommendation suggestion
    advise counsel advice recommend
    urge exhort implore encourage
    beg plead plea implore appeal beseech
    demand insist require
    order instruct command direct instruction directive
    rule ruling verdict judgment judgement
    decide decision determine resolve determination
    choose chose chosen choice select selection pick opt
    prefer preference favour favor
    elect election vote poll ballot
    appoint name appointment nominate nomination designate
    hire recruit employ recruitment hiring engage
    fire sack dismiss dismissal sacking oust
    layoff redundancy redundant redundancies retrench
    resign resignation quit
    retire retirement retiree pensioner
    overthrow overthrew overthrown oust depose topple ouster
    replace substitute replacement substitution
    succeed successor inherit heir
    promote promotion elevate upgrade
    demote relegate relegation demotion downgrade
    lead led head leader leadership spearhead
    run ran manage operate management
    oversee oversaw supervise monitor supervision oversight
    control regulate regulation regulatory
    govern rule governance reign ruler
    begin began begun start commence beginning launch
    launch introduce introduction unveil debut rollout
    found establish establishment founder start
    create creation form formation devise
    make made manufacture produce production maker manufacturer producer
    build built construct construction building erect builder
    rebuild rebuilt reconstruct reconstruction redevelop redevelopment
    demolish demolition raze dismantle bulldoze
    destroy destruction devastate wreck ruin devastation obliterate
    break broke broken smash shatter fracture
    breach violate violation infringe infringement flout contravene
    crack split fracture rupture fissure
    end finish conclude conclusion cease terminate
    stop halt cease cessation
    prevent block thwart prevention stop
    complete finish completion finalise finalize
    close shut closure shutdown shutter
    continue proceed persist continuation
    resume restart resumption reopen recommence
    delay postpone postponement defer deferral
    suspend suspension halt pause freeze froze frozen
    cancel cancellation scrap axe abandon
    withdraw withdrew withdrawn withdrawal retreat pullout
    abandon ditch drop forsake abandonment
    repeal revoke rescind annul abolish revocation annulment
    abolish scrap abolition eliminate elimination
    ban prohibit outlaw forbid forbidden forbade prohibition bar
    allow permit let permission
    authorise authorize authorisation authorization approve approval sanction
    approve approval endorse endorsement ratify ratification
    agree agreement consent accord deal
    disagree disagreement differ dispute dissent
    accept acceptance embrace adopt
    adopt adoption implement introduce enact
    implement implementation enforce enforcement execute
    reject rejection refuse refusal decline rebuff spurn
    oppose opposition object objection opponent
    resist resistance defy withstand withstood
    protest demonstration protester demonstrator rally march
    riot unrest disorder rioter rioting
    rebel revolt rebellion uprising insurgent insurrection mutiny
    support back supporter backing backer endorse
    help assist aid assistance
    contribute contribution donate donation donor
    rescue save rescuer
    protect safeguard shield protection protective guard
    defend defence defense defender
    justify justification excuse
    fight fought battle combat clash struggle
    tackle combat address confront counter
    argue quarrel row argument squabble bicker spat
    talk discuss talks conversation chat
    negotiate negotiation talks bargain negotiator
    meet met meeting encounter
    gather assemble congregate convene gathering
    fulfil fulfill satisfy fulfilment fulfillment satisfaction
    visit trip tour visitor
    travel journey traveller traveler voyage travelling traveling trip
    commute commuter travel
    drive drove driven driver motorist
    ride rode ridden rider
    cycle cyclist bike bicycle bicycles biker
    fly flew flown flight
    crash collide collision smash accident
    overturn capsize flip topple
    overturn quash reverse overrule reversal
    sink sank sunk submerge scuttle
    swim swam swum swimmer
    sail sailor sailing voyage
    leave left depart departure exit
    arrive arrival reach come came
    enter entry entrance
    register registration enrol enroll enrolment enrollment
    participate participation participant compete
    compete competitor contend contender rival competition vie
    challenge challenger contest
    attend attendance attendee turnout
    relocate relocation move shift transfer
    migrate migration migrant immigrant immigration
    deport deportation expel expulsion
    evict eviction eject expel
    evacuate evacuation evacuee flee fled
    bring brought carry carried deliver
    transport carry haul convey
    ship ferry shipment freight shipping cargo
    supply provide provision supplier provider
    give gave given hand grant
    donate donation donor gift give gave given
    send sent dispatch despatch forward
    deploy deployment mobilise mobilize mobilization mobilisation
    receive receipt get got
    obtain acquire secure gain
    keep kept retain preserve retention
    hold held grip clutch grasp
    own possess possession owner ownership proprietor
    store stockpile hoard stash storage
    collect gather collection amass accumulate
    raise lift increase hike boost
    boost bolster enhance increase reinforce
    strengthen strong strength bolster fortify
    weaken weak undermine erode weakness feeble
    improve improvement better enhance enhancement upgrade
    worsen deteriorate deterioration worse aggravate exacerbate
    reduce reduction cut lower decrease
    cut slash slice trim pare
    shrink shrank shrunk contract contraction dwindle
    expand expansion enlarge extend grow grew grown growth
    extend extension prolong lengthen
    widen broaden wide broad width breadth
    spread disseminate circulate disperse dissemination
    double doubled twice twofold doubling
    triple treble threefold thrice
    quadruple fourfold quadrupled
    halve half halved halves
    multiply proliferate proliferation mushroom
    accelerate speed hasten quicken acceleration sped expedite
    slow slowdown decelerate deceleration sluggish
    recover recovery rebound rally bounce
    retrieve recover regain retrieval
    recuperate convalesce heal recovery
    cure remedy heal antidote
    treat treatment therapy therapeutic therapies
    diagnose diagnosis diagnoses diagnostic
    vaccinate vaccination inoculate immunise immunize jab immunisation immunization inoculation vaccine
    infect infection contagious infectious contagion
    contaminate contamination pollute pollution taint pollutant
    suffer endure undergo underwent experience
    bear bore tolerate endure tolerance
    cope handle manage deal dealt
    confront face confrontation encounter
    solve resolve solution resolution settle
    fix repair mend rectify
    renovate refurbish renovation refurbishment restore restoration
    restore restoration reinstate reinstatement
    revive revival resurrect resurgence rejuvenate
    reform overhaul revamp shakeup
    restructure restructuring reorganise reorganize reorganisation reorganization
    change alter alteration modify modification
    amend amendment revise revision
    adjust adjustment adapt tweak
    convert conversion transform transformation
    evolve evolution develop development
    develop development devise design
    invent invention inventor devise create
    innovate innovation innovative pioneering
    discover discovery find found uncover
    find found locate trace
    detect detection spot identify
    identify identification recognise recognize pinpoint
    recognition recognise recognize acknowledge
    hide hid hidden conceal concealment
    leak seep spill leakage spillage
    print publish printed publisher
    write wrote written writer author pen
    record document log register
    broadcast air televise telecast transmission transmit
    film shoot shot footage video
    photograph photo picture photographer image snapshot
    appear emerge surface emergence appearance
    disappear vanish disappearance missing
    see saw seen witness observe spot
    watch view viewer observe
    hear heard listen listener
    think thought believe reckon feel felt
    believe belief conviction
    consider mull contemplate weigh consideration ponder
    expect anticipate expectation anticipation
    forecast predict projection prediction project outlook
    estimate calculate reckon estimation calculation
    speculate guess speculation conjecture
    assume presume assumption presumption suppose
    suspect suspicion suspicious mistrust
    doubt doubtful sceptical skeptical scepticism skepticism
    trust confidence faith confident
    know knew known knowledge aware
    understand understood comprehend comprehension understanding
    study studied learn learnt
    teach taught educate instruct teacher educator
    train coach training trainer
    practise practice rehearse rehearsal
    remember recall recollect recollection reminisce
    commemorate commemoration memorial remembrance honour honor
    celebrate celebration festivity festivities
    award prize honour honor
    praise applaud commend hail laud acclaim
    thank gratitude grateful thankful appreciation
    criticise criticize criticism slam condemn lambast critic
    condemn denounce deplore condemnation denunciation decry
    rebuke reprimand censure scold admonish chide
    mock ridicule mockery deride derision
    apologise apologize apology sorry apologies
    forgive forgave forgiven pardon forgiveness clemency
    complain complaint grumble gripe grievance
    worry concern anxiety anxious
    fear afraid dread scared fearful
    scare frighten terrify frightening terrifying
    shock stun astonish astound stunned
    surprise unexpected astonish astonishment startle
    upset distress dismay distraught
    anger angry fury furious outrage irate rage
    annoy irritate irritation annoyance
    frustrate frustration exasperate exasperation
    disappoint disappointment dismay letdown
    enjoy enjoyment relish savour savor
    hate loathe hatred detest despise
    admire admiration respect esteem
    hope wish aspire aspiration
    want wish desire seek sought
    intend intention plan aim intent
    plan scheme blueprint strategy
    aim target goal objective
    try tried attempt endeavour endeavor effort bid
    succeed success manage achieve
    achieve achievement accomplish accomplishment attain attainment
    exceed surpass top outstrip eclipse
    fail failure flop unsuccessful
    miss missed overlook omit omission
    ignore disregard flout defy
    obey comply compliance abide adhere
    force compel oblige coerce
    pressure press lobby pressurise
    campaign crusade campaigner activist
    persuade convince persuasion coax
    encourage encouragement motivate inspire spur
    inspire inspiration motivate motivation
    cause trigger provoke prompt spark
    result consequence outcome effect
    influence affect effect impact sway
    hinder hamper impede obstruct hindrance
    disrupt disruption interrupt disturb disturbance
    interfere interference meddle meddling
    intervene intervention mediate mediation
    connect link connection tie
    merge merger combine amalgamate amalgamation
    unite unify unity unification
    separate split divide separation
    divorce divorcee separate separation
    marry marriage wed wedding married
    raise rear upbringing
    live dwell reside resident dweller inhabitant
    survive survival survivor outlive
    occupy occupation occupier occupant
    invade invasion incursion invader
    surrender capitulate capitulation yield
    besiege siege blockade
    bombard shell bombardment pound shelling
    pay paid payment payout
    spend spent expenditure outlay spending
    levy tax duty taxation
    earn salary wage pay earnings
    invest investment investor
    lend lent loan lender
    borrow borrower loan borrowing
    owe debt owed indebted arrears
    repay repaid reimburse repayment reimbursement refund
    compensate compensation reparation damages redress
    fund finance bankroll funding financing
    subsidise subsidize subsidy subsidies
    waste squander wasteful
    trade deal commerce trader dealer
    bid offer tender bidder
    offer propose proposal
    value appraise valuation appraisal worth
    assess evaluate assessment evaluation gauge
    measure gauge measurement
    rent lease let tenancy rental
    insure insurance insurer underwriter
    advertise advertisement advert ad advertising commercial
    promote publicise publicize publicity promotion
    guarantee assure assurance ensure
    need require necessary requirement necessity
    use utilise utilize usage
    exploit exploitation misuse
    work toil labour labor
    perform performance performer
    behave behaviour behavior conduct
    act actor actress
    sing sang sung song singer vocalist
    score net scorer scoring
    equalise equalize equaliser equalizer level
    draw drew drawn tie stalemate
    qualify qualification eligible eligibility
    eliminate knockout elimination
    throw threw thrown hurl fling flung toss
    run ran sprint runner
    walk stroll trek walker hike hiker
    climb scale ascend ascent climber mountaineer
    drink drank drunk beverage
    wear wore worn clad dressed
    shout yell scream shriek
    speak spoke spoken speech speaker
    rain rainfall downpour rainy
    snow snowfall snowy blizzard
    flood inundate flooding deluge inundation
    freeze froze frozen freezing frost
    dry drought arid parched
    shake shook shaken tremor rattle tremble
    erupt eruption spew
    extinguish douse quell
    dig dug excavate excavation
    fish fisherman fishermen fishing angler trawlerman
    farm farmer farming agriculture agricultural
    strand stranded trap trapped stuck maroon
    dump discard jettison throw threw thrown
    recycle reuse recycling
    float flotation listing ipo
    hack hacker hacking cyberattack
    monitor track surveillance
    follow ensue subsequent
    stem arise originate arose arisen
    happen occur occurrence transpire
    loom impend impending imminent
    symbolise symbolize symbol symbolic emblem
    focus concentrate concentration
    rank rate rating ranking
    differ difference different distinct
    vary variation varied
    fluctuate fluctuation volatile volatility
    stabilise stabilize steady stability stable
    ease alleviate relieve relief
    tighten tight toughen
    restrict restriction limit constraint
    limit cap ceiling
    curb restrain curtail rein restraint
    isolate isolation quarantine
    escalate escalation intensify
    reassure reassurance assurance
    mourn grieve grief mourner bereaved
    bury burial buried funeral
    pray prayer worship
    book reserve reservation booking
    schedule timetable scheduled slated
    arrange arrangement organise organize
    organisation organization organise organize organiser organizer
    cooperate cooperation collaborate collaboration collaborative
    distribute distribution allocate
    allocate allot allocation earmark
    depend rely dependence reliance dependent
    bequeath inherit inheritance legacy bequest
    reward prize award
    bribe bribery corrupt corruption kickback
    embezzle misappropriate embezzlement misappropriation
    forge counterfeit fake forgery
    translate translation interpret interpreter translator
    testify testimony witness
    interrogate interrogation question grill quiz
    legislate legislation law
    nationalise nationalize nationalisation nationalization
    privatise privatize privatisation privatization
    liberalise liberalize deregulate liberalisation liberalization deregulation
    adjourn adjournment postpone
    boycott shun snub
    jeopardise jeopardize endanger imperil risk
    risk danger hazard peril
    gamble bet wager gambling betting
    bailout bail rescue
    bankrupt bankruptcy insolvent insolvency
    review reassess reconsider reassessment rethink rethought
    exaggerate overstate exaggeration
    lack shortage scarcity
    starve starvation hunger famine
    suffocate asphyxiate suffocation asphyxiation choke
    poison toxic poisonous toxin
    bleed bled haemorrhage hemorrhage
    hospitalise hospitalize hospitalisation hospitalization
    steer navigate navigation
    standstill halt stall gridlock
    explore exploration explorer
    big large huge giant massive enormous vast
    huge colossal gigantic immense
    biggest largest greatest
    small little tiny
    main chief principal primary
    crucial key vital critical essential
    important significant importance significance
    major significant substantial considerable
    minor slight trivial modest
    excellent superb outstanding exceptional
    awful terrible dreadful horrible appalling
    tragic tragedy heartbreaking
    disaster disastrous catastrophic catastrophe calamity devastating
    fatal deadly lethal
    serious severe grave critical
    dangerous hazardous risky perilous unsafe
    safe safety secure security
    healthy health wellbeing
    sick ill sickness illness unwell ailing
    happy glad cheerful joyful joy
    nervous anxious uneasy apprehensive
    brave courageous bravery courage heroic heroism
    cautious careful wary prudent
    careless reckless negligent negligence
    cruel brutal brutality cruelty savage
    violent violence brutal
    aggressive aggression hostile belligerent
    hostile hostility unfriendly animosity
    fair just equitable fairness
    unfair unjust injustice
    biased bias prejudiced prejudice
    discriminate discrimination discriminatory
    equal equality parity
    poor impoverished poverty deprived
    rich wealthy affluent wealth
    expensive costly pricey
    cheap inexpensive affordable
    freedom liberty liberties
    new latest recent
    old elderly aged
    young youthful youth
    late belated overdue
    previous past earlier prior former
    future upcoming forthcoming
    temporary interim provisional
    long lengthy prolonged protracted
    quick fast rapid swift speedy
    immediate prompt instant
    sudden abrupt unexpected
    frequent often regular
    rare unusual uncommon
    common widespread prevalent
    widespread extensive sweeping
    global worldwide international
    foreign overseas abroad
    remote isolated distant
    near close adjacent nearby
    clear obvious evident apparent
    uncertain unclear uncertainty ambiguous
    inevitable certain unavoidable
    possible potential feasible
    likely probable probability likelihood
    unlikely improbable doubtful
    alleged purported supposed
    allegedly reportedly apparently
    true truth fact factual
    genuine real authentic
    false untrue incorrect
    fake bogus phoney phony sham
    exact precise accurate accuracy precision
    approximate approximately roughly nearly
    almost nearly virtually
    completely totally entirely fully wholly
    mostly mainly largely chiefly
    especially particularly notably
    enough sufficient adequate
    first inaugural maiden
    previously formerly earlier
    recently lately newly
    secret covert clandestine secretive secrecy
    confidential classified secret private
    famous renowned celebrated prominent
    popular popularity favourite favorite
    controversial contentious divisive controversy
    embarrass embarrassment humiliate humiliation
    skilled expert skilful skillful skill
    experienced veteran seasoned
    powerful mighty power
    damaging harmful detrimental
    successful success thriving
    thrive flourish prosper prosperity
    difficult hard tough difficulty
    easy simple straightforward
    complex complicated intricate complexity
    strict stringent rigorous
    tough harsh strict
    strong robust sturdy
    hot scorching sweltering
    cold chilly freezing icy
    luxury luxurious lavish opulent
    amazing incredible astonishing extraordinary remarkable
    unprecedented unparalleled unheard
    diverse varied diversity
    legal lawful legitimate
    illegal unlawful illicit
    guilt guilty culpable
    innocent innocence blameless
    responsible liable accountable
    mandatory compulsory obligatory
    independent autonomous independence autonomy
    authoritarian dictatorial autocratic
    extremist radical militant
    optimistic hopeful upbeat optimism
    pessimistic gloomy bleak pessimism
    obese overweight obesity fat
    pregnant pregnancy expectant
    disabled handicapped disability
    unemployed jobless unemployment joblessness
    transparent transparency openness
    outdated obsolete antiquated
    derelict abandoned disused
    profitable lucrative profit profitability
    annual yearly annually
    downturn slump recession depression
    stricken hit ravage batter
    swap exchange switch trade
    january jan
    february feb
    april apr
    july jul
    august aug
    september sept sep
    october oct
    november nov
    december dec
    monday mon
    tuesday tues tue
    thursday thurs thur thu
    friday fri
    year yearly annual annually
    fortnight fortnightly biweekly
    century centenary centennial
    anniversary jubilee centenary
    hour hr hrs hourly
    minute min mins
    noon midday noontime
    dawn sunrise daybreak
    dusk sunset nightfall twilight
    evening night tonight
    autumn fall autumnal
    holiday vacation getaway break
    beginning start onset outset
    triple treble tripled threefold thrice tripling
    half halve halves halved halving
    pair couple duo twosome
    trio threesome triplet
    million mn mln
    billion bn bln
    trillion trn tn
    percent percentage pc pct
    zero nil nought
    majority bulk
    minority fraction handful
    total overall combined aggregate sum
    average mean median typical
    maximum max limit cap ceiling
    minimum minimal floor
    figure number statistic tally count
    amount quantity volume
    proportion share percentage ratio
    kilometre kilometer km
    metre meter metres meters
    centimetre centimeter cm
    foot feet ft
    kilogram kilogramme kilo kg
    tonne ton tonnage
    pound lb lbs
    litre liter litres liters
    megawatt mw megawatts
    celsius centigrade
    dollar usd buck
    pound sterling gbp quid
    yuan renminbi rmb
    colour color colourful colorful
    centre center central
    labour labor labourer laborer
    cheque check
    tyre tire
    programme program
    defence defense
    offence offense
    licence license permit
    aluminium aluminum
    grey gray
    favour favor favourable favorable
    favourite favorite favourites
    honour honor honorary honourable
    behaviour behavior behavioural behavioral
    neighbour neighbor neighbouring neighboring
    neighbourhood neighborhood district locality
    harbour harbor port
    rumour rumor hearsay gossip
    theatre theater playhouse
    paediatric pediatric paediatrician pediatrician
    anaesthetic anesthetic anaesthesia anesthesia
    haemorrhage hemorrhage bleeding bleed bled
    archaeology archeology archaeologist archeologist archaeological
    jewellery jewelry jewel jeweller jeweler
    storey story stories
    kerb curb
    sceptic skeptic sceptical skeptical scepticism skepticism doubter
    travel traveller traveler travelled traveled travelling traveling
    cancel cancelled canceled cancelling canceling cancellation
    fuel fuelled fueled fuelling fueling
    instalment installment
    practise practice
    organise organize organiser organizer
    organisation organization body
    analyse analyze analysis analyst analyses
    apologise apologize apology apologetic
    criticise criticize criticism critic critique
    recognise recognize recognition
    authorise authorize authorisation authorization
    legalise legalize legalisation legalization decriminalise decriminalize
    stabilise stabilize stability stabilisation stabilization
    subsidise subsidize subsidy
    hospitalise hospitalize hospitalised hospitalized hospitalisation hospitalization
    judgement judgment
    france french frenchman
    germany german
    china chinese
    japan japanese
    britain british uk briton
    england english englishman
    scotland scottish scot
    wales welsh welshman
    ireland irish irishman
    america american
    canada canadian
    mexico mexican
    brazil brazilian
    argentina argentine argentinian
    chile chilean
    peru peruvian
    colombia colombian
    venezuela venezuelan
    cuba cuban
    spain spanish spaniard
    portugal portuguese
    italy italian
    greece greek
    turkey turkish turk turkiye
    netherlands dutch holland
    belgium belgian
    switzerland swiss
    austria austrian
    denmark danish dane
    sweden swedish swede
    norway norwegian
    finland finnish finn
    estonia estonian
    latvia latvian
    lithuania lithuanian
    poland polish pole
    czech czechia
    slovakia slovak slovakian
    slovenia slovenian slovene
    hungary hungarian
    romania romanian
    bulgaria bulgarian
    serbia serbian serb
    croatia croatian croat
    bosnia bosnian
    kosovo kosovan kosovar
    ukraine ukrainian
    kyiv kiev
    russia russian kremlin
    georgia georgian
    afghanistan afghan
    pakistan pakistani
    india indian
    bangladesh bangladeshi
    lanka lankan
    korea korean
    taiwan taiwanese
    vietnam vietnamese
    thailand thai
    myanmar burma burmese
    malaysia malaysian
    singapore singaporean
    indonesia indonesian
    philippines philippine filipino filipina
    australia australian aussie
    zealand zealander kiwi
    iran iranian
    iraq iraqi
    syria syrian
    lebanon lebanese
    israel israeli
    palestine palestinian
    jordan jordanian
    saudi saudis
    yemen yemeni
    qatar qatari
    kuwait kuwaiti
    emirates emirati uae
    kurdistan kurdish kurd
    egypt egyptian
    libya libyan
    tunisia tunisian
    algeria algerian
    morocco moroccan
    sudan sudanese
    ethiopia ethiopian
    somalia somali
    kenya kenyan
    uganda ugandan
    congo congolese
    nigeria nigerian
    ghana ghanaian
    zimbabwe zimbabwean
    africa african
    asia asian
    europe european
    company firm business corporation enterprise corporate
    ceo boss chief head
    executive manager director managerial
    chairman chair chairwoman chairperson
    worker employee staff staffer personnel workforce
    colleague coworker workmate teammate
    job post position role
    job occupation employment profession career
    deputy vice assistant
    aide adviser advisor assistant
    consultant consultancy adviser advisor
    successor heir replacement
    founder cofounder creator
    owner proprietor ownership
    tenant renter lessee leaseholder
    recruit recruitment hiring hire
    redundancy layoff redundant
    dismissal sacking firing ouster dismiss
    resignation resign departure exit
    appointment appoint nomination
    retirement retire retiree pensioner
    salary wage pay remuneration earnings
    payment paid pay
    fee charge cost price
    tax levy duty taxation
    tariff duty levy
    profit earnings income profitable
    revenue sales turnover takings
    deficit shortfall loss
    debt borrowing liability arrears indebted
    creditor lender bank
    loan lend lent lending credit
    investor shareholder stockholder backer
    share stock equity
    expense expenditure spending outlay cost spent
    money cash funds
    fund funding finance financing
    subsidy grant funding
    donation gift contribution donate donor
    sponsor backer sponsorship patron
    charity charitable nonprofit ngo
    bankruptcy insolvency bankrupt insolvent
    recession downturn slump slowdown
    economy economic economist
    unemployment unemployed jobless joblessness
    growth expansion grew grown
    customer client consumer shopper buyer
    seller vendor merchant trader dealer
    shop store outlet retailer
    takeover acquisition buyout merger
    deal agreement accord pact
    treaty pact convention accord
    contract deal agreement
    supplier supply provider vendor
    manufacturer maker producer manufacture
    production output produce manufacturing
    factory plant mill works
    industry sector industrial
    headquarters hq base
    competitor rival competition rivalry
    partner partnership ally
    alliance coalition partnership bloc
    trade commerce trading commercial
    cargo freight shipment consignment load
    delivery shipment supply
    advertisement advert ad advertising commercial
    compensation damages payout reparation redress
    fine penalty
    penalty punishment sanction punish
    sanction embargo boycott
    insurance insurer insure insured
    forecast prediction projection outlook predict
    goal target objective aim
    strategy plan policy strategic
    proposal plan suggestion propose
    project scheme initiative venture
    campaign drive crusade push
    activist campaigner advocate activism
    protest demonstration rally march
    protester demonstrator marcher
    strike walkout stoppage
    riot unrest disorder disturbance
    uprising revolt rebellion insurrection revolution
    rebel insurgent guerrilla militant
    militant extremist insurgent
    dictator tyrant autocrat strongman
    government administration govt governmental
    minister secretary ministerial
    lawmaker legislator mp parliamentarian congressman congresswoman
    parliament legislature parliamentary assembly
    senate senator senatorial
    president presidential presidency
    councillor councilor councilman councilwoman alderman
    council municipality municipal
    ambassador envoy diplomat emissary
    spokesman spokeswoman spokesperson spokespeople
    leader chief head leadership
    nation country state
    nationwide national countrywide nationally
    citizen national citizenship
    immigrant migrant immigration migration
    refugee asylum exile
    deportation deport expulsion expel
    border frontier boundary
    region area district zone regional
    city town metropolis urban
    resident inhabitant local dweller
    population people inhabitants populace
    crowd throng mob multitude
    onlooker bystander passerby witness
    election vote poll ballot electoral
    voter electorate constituent
    referendum plebiscite vote
    survey poll questionnaire
    victory win triumph won victorious
    winner victor champion
    defeat loss beat beaten
    opposition opponent oppose resistance
    opponent rival adversary enemy
    supporter backer follower
    support backing endorsement endorse
    candidate contender nominee hopeful
    approval consent permission authorisation approve
    ban prohibition prohibit
    restriction limit curb constraint restrict
    regulation rule regulatory
    regulator watchdog regulatory
    law legislation statute act legislative
    amendment change revision amend
    reform overhaul shakeup
    speech address lecture
    summit conference meeting
    meeting session gathering met
    conference convention symposium forum
    negotiation negotiator negotiate talks bargaining
    discussion debate talks conversation
    dispute row quarrel argument feud
    controversy scandal furore controversial outcry
    corruption graft bribery corrupt
    bribe bribery kickback backhander
    conservative tory tories
    republican gop
    muslim islam islamic moslem
    priest clergyman vicar cleric pastor clergy
    pope pontiff papal papacy
    king monarch sovereign
    queen monarch sovereign
    judge justice magistrate
    court tribunal courthouse
    lawyer attorney solicitor barrister counsel
    prosecutor prosecution prosecute
    defendant accused suspect
    lawsuit suit litigation sue
    trial hearing proceedings
    verdict ruling decision judgement judgment
    decision decide choice chose chosen
    sentence term sentencing
    conviction convict convicted guilty
    prisoner inmate detainee convict
    prison jail gaol penitentiary
    imprisonment incarceration jailed imprisoned
    detention custody arrest detained
    acquittal acquit exonerate exoneration
    testimony evidence testify
    evidence proof proven prove
    allegation accusation claim allege accuse
    charge indictment indict accusation
    theft stealing stole stolen larceny
    thief thieves robber burglar
    burglary burglar breakin
    robbery heist raid holdup
    fraud scam swindle fraudulent
    fraudster conman swindler scammer
    murder killing homicide slaying manslaughter
    murderer killer assassin
    death dead died dying
    deadly fatal lethal
    casualty fatality victim
    corpse body cadaver remains
    funeral burial buried bury
    attack assault raid onslaught
    attacker assailant assaulter perpetrator
    kidnapping abduction kidnap abduct
    hostage captive
    smuggling smuggler trafficking trafficker
    drug narcotic substance
    cannabis marijuana pot weed
    crime offence offense wrongdoing
    criminal offender crook culprit
    police officer cop policeman policewoman constable
    detective investigator inspector sleuth
    investigation inquiry probe enquiry investigate
    gun firearm weapon
    gunman shooter gunmen
    shooting shot gunfire shoot
    weapon arms weaponry armament
    knife blade knives dagger
    bomb explosive bombing
    explosion blast detonation explode detonate
    missile rocket projectile
    army military troops
    soldier troops serviceman servicewoman trooper
    pilot aviator airman
    war conflict warfare hostilities
    battle fight combat fought
    clash skirmish confrontation
    ceasefire truce armistice
    invasion invade invader incursion
    withdrawal pullout retreat withdraw withdrew
    massacre slaughter bloodshed carnage
    violence violent bloodshed
    threat menace danger
    danger hazard risk peril dangerous
    safety safe secure security
    warning alert caution alarm
    crisis emergency turmoil
    disaster catastrophe calamity tragedy
    accident crash collision wreck
    collision collide crash smash
    incident event episode occurrence
    fire blaze inferno flames
    wildfire bushfire firestorm
    firefighter fireman firemen firefighters
    survivor survive survival
    evacuation evacuate evacuee
    flood flooding deluge inundation
    hurricane cyclone typhoon
    tornado twister whirlwind
    rain rainfall shower downpour rainy
    snow snowfall blizzard snowstorm snowy
    heat heatwave hot warmth
    forecaster meteorologist weatherman
    earthquake quake tremor temblor seismic
    landslide mudslide rockslide
    poverty poor deprivation impoverished
    billionaire tycoon magnate mogul millionaire
    entrepreneur businessman businesswoman entrepreneurial
    pollution contamination pollutant pollute contaminate
    emission discharge emit
    rubbish garbage trash refuse waste litter
    environment environmental ecological ecology
    farmer grower agricultural agriculture farming
    coast shore seaside coastline coastal
    doctor physician medic clinician gp
    surgery operation surgical surgeon
    hospital clinic infirmary
    illness disease sickness ailment ill sick
    infection infectious contagious contagion
    virus viral pathogen
    bacteria bacterium bacterial germ microbe
    coronavirus covid
    flu influenza
    epidemic pandemic outbreak
    lockdown curfew shutdown
    vaccine vaccination jab inoculation immunisation immunization
    medicine drug medication remedy
    pharmacist chemist druggist pharmaceutical
    treatment therapy cure treat
    cancer tumour tumor carcinoma malignancy
    heart cardiac coronary cardiovascular
    injury wound injured hurt
    anxiety worry concern anxious
    pregnancy pregnant expectant
    abortion termination
    baby infant newborn
    child kid youngster children
    teenager adolescent teen youth youngster
    man men male
    woman women female
    person people individual
    pensioner elderly senior
    mother mum mom mummy maternal motherhood
    father dad daddy paternal fatherhood
    parent parental parenthood
    wife spouse wives
    relative kin relation
    marriage wedding married matrimony marry
    divorce separation split
    friend pal mate buddy friendship
    tourist holidaymaker sightseer visitor
    trip journey visit voyage
    driver motorist drove
    cyclist biker bicyclist
    bicycle bike cycle
    car vehicle automobile auto
    lorry truck hgv
    taxi cab minicab
    train rail locomotive
    railway railroad rail
    subway underground metro tube
    aircraft plane aeroplane airplane jet airliner
    airport airfield aerodrome
    airline carrier
    flight flew flown fly
    helicopter chopper
    drone uav
    ship vessel boat
    captain skipper
    road street highway
    motorway highway freeway expressway
    pavement sidewalk footpath
    intersection junction crossroads
    congestion gridlock jam traffic
    petrol gasoline gas
    transport transportation transit
    electricity power electric electrical
    blackout outage
    oil petroleum crude
    nuclear atomic
    mine pit colliery
    house home residence dwelling
    apartment flat condo condominium
    building structure premises
    construction build built building
    rent rental lease
    property estate realty
    eviction evict
    demolition demolish
    renovation refurbishment renovate refurbish
    elevator lift
    scientist researcher scientific
    study research report
    laboratory lab
    discovery discover finding
    physicist physics
    moon lunar
    gene genetic dna genetics
    technology tech technological
    engineer engineering technician
    computer pc laptop
    software program app application
    website site webpage
    internet web online
    email mail
    hacker hacking cybercriminal hack
    smartphone phone mobile handset cellphone
    video footage clip film
    school academy college
    teacher tutor taught educator instructor
    headteacher headmaster headmistress principal
    pupil student schoolchild schoolchildren
    university college campus
    exam examination test
    education educational schooling
    author writer novelist wrote written
    newspaper paper tabloid daily
    journalist reporter correspondent journalism
    article story report piece
    broadcaster presenter host anchor
    television tv telly
    programme show broadcast
    episode instalment installment
    film movie picture
    actor actress performer
    celebrity star fame famous
    singer vocalist song sang
    song tune track
    football soccer
    referee umpire
    coach manager trainer
    team side squad
    match game fixture
    tournament competition contest championship
    stadium arena ground
    goal score scored netted
    champion championship title
    supporter fan enthusiast
    restaurant eatery bistro diner
    pub bar tavern inn
    alcohol liquor booze alcoholic
    prize award honour honor
    anger fury outrage angry rage
    success successful achievement succeed
    mistake error blunder
    problem difficulty trouble issue
    strength strong
    shortage scarcity lack dearth
    reason cause motive
    result outcome consequence
    effect impact influence
    promise pledge vow
    freedom liberty
    opinion view viewpoint
    advice guidance counsel
    help aid assistance
    comment remark statement
    statement communique declaration
    answer reply response
    closure close shutdown
    quadruple quadrupled fourfold quadrupling
    quartet foursome quadruplet
    dozen twelve
    millimetre millimeter mm
    gram gramme grams
    gigawatt gw gigawatts
    gigabyte gb gigabytes
    horsepower hp bhp
    yen jpy
    rupee inr rupees
    flavour flavor taste
    vapour vapor
    saviour savior rescuer
    endeavour endeavor effort
    fibre fiber fibrous
    calibre caliber
    oestrogen estrogen
    orthopaedic orthopedic
    leukaemia leukemia
    diarrhoea diarrhea
    mediaeval medieval
    plough plow
    draught draft
    mould mold mouldy
    pyjamas pajamas
    catalogue catalog
    dialogue dialog
    signal signalled signaled signalling signaling
    label labelled labeled labelling labeling
    enrol enroll enrolment enrollment
    prioritise prioritize priority
    minimise minimize minimising
    maximise maximize maximising
    realise realize realisation realization
    symbolise symbolize symbol symbolic
    digitise digitize digital digitisation
    colonise colonize colony colonial
    ageing aging
    sulphur sulfur sulphuric sulfuric
    whisky whiskey scotch
    doughnut donut
    tsar czar
    disc disk
    ecuador ecuadorian ecuadorean
    bolivia bolivian
    uruguay uruguayan
    jamaica jamaican
    panama panamanian
    cyprus cypriot
    malta maltese
    iceland icelandic icelander
    albania albanian
    belarus belarusian belarussian
    armenia armenian
    azerbaijan azerbaijani azeri
    kazakhstan kazakh
    uzbekistan uzbek
    nepal nepalese nepali
    cambodia cambodian
    tanzania tanzanian
    rwanda rwandan
    senegal senegalese
    zambia zambian
    employer boss company
    applicant application candidate
    bonus incentive reward
    boom upturn recovery upswing
    consumption consume usage use
    mall arcade plaza
    branch office outlet
    brand trademark marque
    discount reduction rebate markdown
    accountant auditor bookkeeper
    estimate estimation calculation reckoning
    ministry department office
    governor governorship gubernatorial
    diplomacy diplomatic diplomat
    politician statesman stateswoman
    foreigner alien expatriate expat
    province provincial territory
    suburb outskirts suburban
    audience spectator viewer
    constituency district seat
    law legal lawful
    bill invoice tab
    change alteration shift modification
    inauguration inaugural inaugurate
    christian christianity
    catholic catholicism
    bishop archbishop episcopal
    monk nun friar
    mosque minaret
    worshipper congregation worship
    religion faith religious
    monarchy royal royalty
    prince duke princely
    nobleman aristocrat nobility
    plaintiff claimant complainant
    bail bond surety
    complaint grievance complain
    forgery counterfeit fake forged
    assassination assassinate assassin
    grave tomb burial
    cemetery graveyard churchyard
    autopsy postmortem necropsy
    suicide suicidal
    abuse mistreatment maltreatment abusive
    kidnapper abductor captor
    extortion blackmail ransom
    addiction addict addictive dependency
    gangster mobster mafia mafioso
    suspicion suspect suspicious
    fugitive escapee runaway
    search hunt manhunt
    clue lead hint
    pistol handgun revolver
    rifle shotgun musket
    bullet round ammunition
    stabbing stab knifing
    navy naval fleet
    sailor seaman mariner
    fighter combatant warrior
    veteran vet
    spy espionage spying agent
    surveillance monitoring observation
    guard sentry watchman
    smoke fumes smoky
    rescuer rescue lifesaver
    shelter refuge haven
    frost freeze frosty freezing
    ice icy frozen
    fog mist haze foggy
    sunshine sunny sunlight
    drought aridity dry
    climate climatic
    volcano volcanic eruption
    hunger hungry starving
    wealth riches fortune wealthy rich affluent
    sewage effluent wastewater
    landfill dump tip
    recycling recycle reuse
    environmentalist conservationist ecologist
    wildlife animals fauna
    deforestation logging clearance
    flower bloom blossom
    pig hog swine
    sheep lamb ewe
    horse pony equine
    chicken hen poultry fowl
    goose geese
    mouse mice rodent
    wolf wolves
    cat kitten feline
    fisherman angler fishermen trawlerman
    insect bug
    bay gulf cove
    hill slope hillside
    valley glen vale
    field meadow pasture
    soil earth dirt
    cliff precipice crag
    cave cavern grotto
    disorder condition syndrome
    injection inject jab shot
    medicine medical clinical
    pill tablet capsule
    dose dosage
    therapist therapeutic psychotherapist
    brain cerebral neurological
    lung pulmonary respiratory
    kidney renal
    stomach belly abdomen abdominal
    eye ocular optical eyesight
    skeleton bone skeletal
    blood bloody bloodstream
    pain ache painful sore
    symptom sign indication
    diet dietary nutrition
    diabetes diabetic
    asthma asthmatic
    allergy allergic
    dementia alzheimer
    depression depressed depressive
    stress strain pressure
    psychiatrist psychologist psychotherapist
    psychology psychological mental
    birth born childbirth
    midwife midwives obstetrician
    contraception contraceptive
    fertility fertile
    toddler tot
    mankind humanity humankind
    gentleman gentlemen
    husband spouse
    bride wife
    groom bridegroom
    fiance fiancee betrothed
    boyfriend girlfriend lover
    family household
    ancestor forebear forefather ancestral
    descendant offspring progeny
    orphan orphanage orphaned
    stranger outsider unknown
    tourism travel tourist
    motorcyclist biker rider
    hiker rambler walker
    trucker lorries haulier
    tram streetcar trolley
    station terminal terminus
    ferry ferries
    yacht sailboat
    submarine sub
    runway airstrip tarmac
    street avenue
    roundabout rotary
    overpass flyover viaduct bridge
    route path course
    path trail track
    speed velocity pace
    engine motor
    coal colliery
    turbine windmill
    wood timber lumber
    cloth fabric textile
    wool woollen woolen
    builder contractor
    skyscraper highrise tower
    mansion villa palace
    castle fortress fort
    cottage bungalow
    hut shack cabin
    tent marquee
    hotel inn
    restoration restore
    basement cellar
    attic loft
    roof rooftop
    gate entrance entry
    stairs staircase stairway
    toilet lavatory loo restroom
    garden yard
    tap faucet
    sofa couch settee
    wardrobe closet cupboard
    curtain drape
    fridge refrigerator freezer
    cooker stove oven
    torch flashlight
    nappy diaper
    theory hypothesis theoretical
    geologist geology geological
    astronaut cosmonaut spaceman
    spacecraft spaceship probe
    asteroid meteorite meteor
    cell cellular
    password passcode
    telephone phone
    chip semiconductor microchip
    device gadget appliance
    screen display monitor
    photographer photography cameraman
    recording tape record
    data information
    privacy private confidentiality
    student undergraduate
    professor lecturer academic
    lesson class
    curriculum syllabus
    qualification diploma degree certificate
    scholarship bursary
    nursery kindergarten preschool creche
    library librarian
    poet poetry poem
    biography memoir autobiography
    diary journal
    editor editorial
    press media
    cinema multiplex
    premiere debut opening
    drama dramatic play
    joke jest gag
    musician instrumentalist player
    conductor maestro
    composer composition
    dancer dance ballerina
    festival carnival fair
    ceremony ritual rite
    parade procession march
    sculpture statue sculptor
    monument memorial
    auction auctioneer
    antique relic artefact artifact
    treasure hoard trove
    trousers pants slacks
    sweater jumper pullover
    underwear lingerie
    trainer sneaker
    handbag purse
    hairdresser barber stylist
    perfume fragrance scent
    footballer player
    league division
    trophy cup
    race racing racer
    runner sprinter
    swimmer swimming swam
    boxer boxing
    cricketer cricket
    golfer golf
    jockey rider
    training practice
    transfer switch move
    substitute replacement reserve
    doping steroid
    food meal cuisine
    dinner supper
    lunch luncheon
    cafe coffeehouse teashop
    chef cook
    waiter waitress
    drink beverage
    beer ale lager
    brewery brewer brewing
    drunk drunken intoxicated inebriated
    sweets candy confectionery
    biscuit cookie
    crisps chips
    aubergine eggplant
    courgette zucchini
    baker bakery bread
    butcher butchery
    rule governance reign
    reward bounty
    lottery jackpot raffle
    gift present
    bravery courage brave courageous valour valor
    fear fright terror dread
    joy delight happiness happy
    sadness sorrow grief
    surprise astonishment shock
    pride proud
    hope optimism optimistic
    failure fail collapse
    advantage benefit
    benefit welfare dole
    disadvantage drawback downside
    ability capability capacity
    width wide breadth
    depth deep
    weight weigh heavy
    size scale extent magnitude
    surplus glut excess
    influence clout sway
    similarity similar resemblance
    gap gulf disparity
    need requirement necessity
    wish desire
    dream ambition aspiration
    opportunity chance
    possibility likelihood probability possible
    certainty certain sure
    truth true
    lie falsehood untruth
    secret secrecy confidential
    responsibility duty obligation
    equality parity
    discrimination prejudice bias
    racism racist
    sexism sexist misogyny
    loyalty loyal
    trust confidence faith
    doubt uncertainty
    thought idea thinking
    belief believe conviction
    knowledge know known knew
    relief aid
    permission consent leave
    document paper file
    letter missive
    inquest coroner
    description describe portrayal
    explanation explain
    comparison compare
    arrival arrive
    absence absent
    presence present
    entrance entry admission
    departure leave
    completion complete
    extension extend prolongation
    replacement substitute
    removal remove elimination
    deadline cutoff timeframe
    end ending conclusion finish
    kph kmh kmph
    humour humor humorous
    armour armor armoured armored
    odour odor smell stench
    manoeuvre maneuver
    foetus fetus foetal fetal
    gynaecologist gynecologist gynaecology gynecology
    model modelling modeling modelled modeled
    counsellor counselor counselling counseling
    fulfil fulfill fulfilment fulfillment
    skill skilful skillful skilled expertise
    paralyse paralyze paralysis paralysed paralyzed
    modernise modernize modernisation modernization
    vandalise vandalize vandalism vandal
    emphasise emphasize emphasis
    specialise specialize specialist specialty speciality
    maths math mathematics mathematician mathematical
    haiti haitian
    management leadership executives
    boss manager supervisor foreman
    predecessor forerunner precursor
    landlord landlady lessor
    supermarket grocer grocery
    subsidiary unit division arm
    startup newcomer entrant
    ally allied alliance
    goods merchandise products wares
    publicity promotion marketing promotional
    refund reimbursement reimburse repayment rebate
    coup putsch overthrow
    regime dictatorship government
    mayor mayoral mayoress
    village hamlet villager
    jew jewish judaism
    church chapel cathedral
    jury juror jurors
    arson arsonist firebug
    opioid opiate heroin
    gang mob crew
    police constabulary force
    siege blockade besiege
    offensive assault onslaught
    commander general commanding
    storm tempest gale
    wind gust breeze windy
    famine starvation hunger starve
    conservation preservation conserve preserve
    forest woodland jungle rainforest
    crop harvest yield
    livestock cattle herd
    dog hound puppy canine
    vet veterinarian veterinary
    sea ocean maritime marine
    beach shore seafront
    island isle islander
    river stream waterway
    lake reservoir loch
    mountain peak mount mountainous
    paramedic medic ambulanceman
    quarantine isolation isolate
    pharmacy chemist drugstore
    tooth teeth dental dentist
    diagnosis diagnose diagnostic
    obesity obese overweight fat
    disability disabled handicap impairment
    boy lad schoolboy
    girl lass schoolgirl
    grandmother grandma granny
    grandfather grandad grandpa granddad
    enemy foe adversary
    passenger commuter rider traveller
    motorcycle motorbike moped
    pedestrian walker passerby
    bus coach minibus
    dock pier quay wharf jetty
    luggage baggage suitcase bag
    delay holdup postponement
    windscreen windshield
    gold golden bullion
    architect architecture architectural
    repair mend fix
    experiment trial test
    biologist biology biological
    astronomer astronomy astronomical
    inventor invention invent innovation
    novel book fiction
    comedian comic comedy comedic
    concert gig recital
    party celebration bash
    painter painting artist
    painting picture canvas
    exhibition exhibit show display
    clothes clothing garment apparel
    athlete sportsman sportswoman
    goalkeeper keeper goalie
    striker forward attacker
    medal medallist medalist
    gambling betting wager bet gambler
    hero heroine heroic heroism
    achievement feat accomplishment
    length long lengthy
    height high tall
    difference different disparity
    abject wretched miserable utter
    able capable competent talented gifted ability
    about regarding concerning
    about around approximately roughly circa
    absolute total complete utter outright sheer
    absolutely completely totally utterly definitely
    absorb soak absorption absorbent
    absorb assimilate digest incorporate integrate assimilation
    absorbed engrossed immersed preoccupied rapt
    absorbing engrossing gripping riveting fascinating
    abstract theoretical conceptual abstraction
    abstract summary synopsis
    absurd ridiculous ludicrous preposterous absurdity nonsensical
    absurdity folly nonsense silliness
    academically scholastically academic scholarly
    accent brogue pronunciation twang
    accentuate emphasise emphasize highlight heighten underline accent
    access entry admission accessible
    access reach retrieve
    accommodate house lodge accommodation lodging
    accommodate seat hold
    accompany escort chaperone
    accordance compliance conformity agreement
    accordingly consequently therefore thus hence
    accost approach confront waylay
    account report description narrative version
    account explain justify
    accreditation certification accredit certify
    accustomed used habituated
    accustomed customary usual habitual
    ace expert star champion
    acquaintance contact associate
    acquaintance familiarity acquainted familiar
    acquiescence consent assent acquiesce compliance
    activate trigger switch initiate activation
    active busy energetic lively
    active operational functioning working
    activity action pursuit
    activity bustle movement
    actual real true factual
    actuality reality fact
    actually really truly indeed
    acute severe intense critical
    acute sharp keen astute perceptive
    acutely keenly intensely severely
    add append attach adjoin
    addition supplement extra additive
    additional extra more further another
    adjunct supplement accessory addition
    administer manage run administration
    administer dispense give dose
    administrative managerial bureaucratic clerical
    administrator manager
    admirable praiseworthy commendable laudable worthy
    admit let admittance admission
    adult grownup mature adulthood
    advance progress advancement headway progression
    advance loan prepayment
    advance proceed progress march
    adventure escapade exploit adventurous adventurer
    adventure expedition quest
    adverse unfavourable unfavorable negative harmful
    adviser advisor consultant aide counsellor counselor
    aerial antenna
    aerial airborne air
    aesthetic artistic tasteful
    affair liaison romance fling relationship
    affair matter business issue
    affiliation association connection affiliate link
    affirm assert declare confirm affirmation uphold upheld
    affix attach fasten stick stuck
    afford provide offer grant
    afterward afterwards later subsequently thereafter
    again anew afresh
    agency bureau office department
    aggressiveness aggression belligerence hostility
    agony anguish torment torture pain excruciating
    ahead forward onward
    airy breezy ventilated spacious
    aisle corridor passageway gangway
    albeit although though
    alike similar identical same
    align line straighten alignment
    align ally side alignment
    alley lane backstreet passage
    allowance stipend grant
    alone solo unaccompanied solitary singlehanded
    alone lonely isolated loneliness
    along alongside beside
    also too additionally moreover furthermore
    altercation quarrel fight scuffle confrontation brawl
    alternate rotate interchange
    alternate substitute reserve understudy
    alternative option choice substitute
    altogether completely entirely wholly
    amateur nonprofessional unpaid layman
    amateur amateurish unskilled inept
    ambiguity vagueness ambiguous uncertainty
    ambitious aspiring driven
    ambitious bold grandiose daring
    ambush waylay trap
    among amid amidst amongst
    ample plentiful abundant sufficient plenty
    amplify magnify intensify boost amplification
    amuse entertain delight amusement
    amusement entertainment fun recreation
    amusement mirth merriment
    amusing funny humorous comical entertaining
    analogy comparison parallel likeness
    analytic analytical logical
    anatomy physique body anatomical
    anecdote story tale yarn anecdotal
    angrily furiously irately
    anguish agony distress torment suffering
    anonymous unnamed unidentified nameless anonymity
    antagonism hostility animosity enmity antagonistic
    antagonist adversary opponent rival
    anxiously nervously worriedly
    anybody anyone
    anyhow anyway regardless
    apparatus equipment machinery gear
    appease placate pacify mollify appeasement
    appendix supplement addendum annex
    appetite hunger craving
    appetite desire taste enthusiasm
    applause ovation clapping cheering
    applicable relevant pertinent appropriate
    apply use employ application
    apply relate pertain
    appreciate value treasure cherish
    appreciate understand realise realize
    appreciably considerably noticeably significantly markedly
    apprehension anxiety unease worry dread foreboding
    apprentice trainee learner apprenticeship
    approach method technique way
    appropriate suitable proper fitting apt
    appropriate seize appropriation
    apt prone inclined liable
    arbitrary random capricious haphazard indiscriminate
    arch vault archway
    arithmetic calculation sums maths
    arouse stir provoke awaken excite
    arouse stimulate arousal
    array range selection assortment
    array arrange display
    art artwork artworks
    articulate eloquent fluent
    articulate express voice
    artificial synthetic manmade
    artificial fake insincere contrived
    artillery cannon howitzer guns ordnance
    ascertain determine establish learn
    ashamed embarrassed humiliated shame shamefaced
    aspect facet feature side
    assemblage gathering collection assembly
    assign allocate allot assignment
    assign appoint post
    assignment task job mission duty
    associate colleague partner coworker
    associate link connect relate association
    association organisation organization society
    association link connection relationship
    athletic sporting sporty fit
    atmosphere mood ambience ambiance climate
    attach fasten fix tie
    attendant steward aide assistant
    attention notice heed
    attention focus concentration
    attentive alert observant mindful
    attitude stance outlook mindset position
    attitude demeanour demeanor
    attraction landmark sight
    attractive appealing pretty handsome
    attractive tempting enticing
    attributable due owing
    attribute ascribe credit attribution
    authenticity genuineness authentic legitimacy validity
    authorities officials officialdom
    authority power jurisdiction
    authority expert specialist
    automatic automated mechanised mechanized automation
    automatic involuntary reflex instinctive
    available accessible obtainable availability
    await expect anticipate
    awake awoke woke waken
    awaken rouse wake woken
    awareness consciousness knowledge understanding
    awe wonder amazement reverence
    awesome impressive breathtaking awe
    awkward clumsy ungainly
    awkward embarrassing uncomfortable tricky
    backer supporter investor sponsor
    background upbringing history
    background context backdrop setting
    backward underdeveloped undeveloped
    backward backwards rearward
    backwoods hinterland wilderness
    bad poor lousy awful
    bad evil wicked
    badly severely seriously
    balance equilibrium stability poise
    balance remainder rest
    balanced fair impartial
    ball sphere globe orb
    band group ensemble orchestra
    band gang group
    bandage dressing plaster
    bang boom thud
    bang slam bash thump
    banish exile expel banishment
    banner flag pennant
    banner sign placard
    baptize baptise christen baptism christening
    bark woof yelp
    bark snap shout
    barrel cask keg
    barricade barrier blockade roadblock
    barrier obstacle hurdle impediment
    basic fundamental elementary rudimentary
    basically essentially fundamentally
    basis foundation grounds base
    bath bathe tub wash
    bathroom washroom restroom toilet
    battlefield battleground
    beam ray shaft
    beam smile grin
    beast animal creature brute
    beautiful lovely gorgeous pretty stunning
    beautiful scenic picturesque
    beautifully exquisitely gorgeously
    beauty loveliness attractiveness
    beckon lure entice
    beforehand earlier previously
    behold saw see seen beheld
    being entity creature
    belonging possession effects belongings
    beloved adored cherished loved
    belt sash strap
    belt zone region
    bench seat pew
    bend stoop crouch
    bend twist flex
    beneficial advantageous helpful useful
    beset plague afflict trouble
    besides moreover furthermore also
    best finest top
    best ideal optimal
    bestow confer award grant
    betray betrayal treachery
    bewildered confused puzzled perplexed baffled bewilderment
    bible scripture biblical
    bigger larger greater
    bite bitten chew nip
    bit piece fragment
    bitter acrid sour
    bitter resentful bitterness rancour rancor resentment
    bitter fierce acrimonious
    bitterly angrily resentfully
    bitterly intensely fiercely
    blatant flagrant brazen overt
    blend mix mixture combine combination
    bless blessed consecrate
    blessing boon godsend
    blind sightless blindness unsighted
    bloat swell swollen swelled bloated
    blunt frank candid
    blur blurred obscure fuzzy
    bluster bravado bombast
    boast brag boastful
    boot shoe footwear
    boredom tedium monotony bored
    bother disturb pester
    bout attack spell
    bout fight match
    boyhood childhood youth
    acid acidic acidity acidify
    advanced sophisticated modern
    always constantly invariably perpetually
    asleep sleeping slumber slept sleep snooze doze
    bare naked nude undressed unclothed nudity
    barge shove push
    belch spew emit
    bind bound tie fasten tether
    bind binding enforceable obligatory
    blanket comprehensive sweeping wholesale
    blow setback disappointment reversal
    bluff cliff headland crag
    bluff pretence pretense feign pretend
    blot stain blemish tarnish
    blush flush redden
    bold daring audacious boldness audacity
    bother trouble inconvenience nuisance
    bottom lowest base
    bound leap jump leapt
    bound destined certain sure
    bow submit yield succumb
    belong membership member
    brace prepare steel ready
    brace support prop reinforce
    breakdown collapse failure malfunction
    breakdown analysis itemise itemize
    breast bosom bust
    breathe inhale breath respiration breathing
    breathless panting gasping winded breathlessness
    breathtaking stunning spectacular awesome
    breed bred reproduce mate breeder
    breed kind sort type
    brief short concise succinct brevity
    brief inform update briefing
    briefly momentarily fleetingly
    brigade unit squad regiment
    bright shining vivid brilliant luminous brightness
    bright clever intelligent smart
    brilliant gifted talented brilliance
    brilliantly superbly magnificently splendidly
    briskly quickly rapidly swiftly
    brood chick young offspring
    brood ponder muse agonise agonize
    brook stream creek rivulet
    brother sibling bro fraternal brotherhood
    brotherhood fraternity fellowship
    brush scrub undergrowth thicket
    brush graze touch skim
    brush encounter skirmish
    bubble foam froth lather
    bucket pail
    buckle bend warp crumple
    bud sprout shoot
    budget spending finances budgetary fiscal
    buffer cushion barrier shield
    buffet batter pummel pound
    bulge swell protrude swollen protrusion
    bulky cumbersome unwieldy massive
    bulletin newsletter report communique
    bum tramp hobo vagrant
    bump jolt knock hit
    bump lump swelling bulge
    bunch bundle cluster batch
    bundle package packet parcel
    bunk bed berth cot
    burden load weight millstone
    burden onus burdensome onerous
    bureaucracy bureaucrat bureaucratic officialdom
    burrow tunnel dig dug
    burst rupture explode pop
    burst outburst flurry spate
    businesses commerce enterprise enterprises
    busy bustling hectic crowded
    busy occupied engaged preoccupied
    buzz excitement stir hype
    buzz hum drone whir
    bypass circumvent skirt sidestep
    cable telegram wire
    cafeteria canteen lunchroom
    cage enclosure coop pen
    calculation computation compute calculate
    call phone telephone ring rang dial
    call name dub term label
    call summon summons
    call demand
    calm peaceful tranquil serene calmness tranquility placid
    calm composed unflappable composure collected
    calm soothe pacify placate quieten
    calmly coolly quietly serenely
    camp encampment campsite bivouac
    camp faction wing side
    cane stick rod
    cannon artillery gun
    canyon gorge ravine gully
    capable competent able proficient
    capital funds money cash
    capitalism capitalist
    cardinal fundamental paramount
    carefree happy untroubled blithe breezy
    caress stroke fondle
    carpenter joiner carpentry woodworker
    carriage coach wagon
    cart wagon trolley barrow
    carve sculpt whittle chisel
    case instance example
    case lawsuit suit
    case container box crate
    cast throw threw thrown toss hurl
    casual informal relaxed laidback
    casual offhand flippant nonchalant
    casual occasional irregular
    category class type classification kind
    causal causation cause
    cautiously carefully gingerly warily
    cavalry horsemen horseman
    celestial heavenly heaven
    cement strengthen consolidate solidify
    certify attest verify certificate certification
    chain shackle fetter manacle
    chamber room hall
    channel strait passage waterway
    channel funnel direct route
    chant sing sang intone
    chaos turmoil mayhem disorder disarray chaotic
    chaotic disorganised disorganized messy
    chapter section part
    character personality nature temperament
    character role part
    characteristic trait feature attribute quality
    characteristic typical distinctive
    characterization characterisation portrayal depiction
    charm charisma appeal allure charismatic magnetism
    charming delightful enchanting likeable
    chart graph diagram table
    chart map plot
    chatter prattle babble chat
    checklist list inventory
    cheek impudence insolence nerve cheeky
    cheer applaud clap applause
    cheer hearten encourage gladden
    cheerful cheery jolly jovial merry
    cherish treasure prize adore
    chest thorax torso
    chew munch gnaw masticate
    childhood boyhood girlhood infancy
    childish immature juvenile infantile puerile
    chill cool refrigerate
    chilling frightening eerie sinister
    chimney smokestack flue stack
    chore task errand job
    choreograph choreographer choreography
    chorus choir choral chorister
    christmas xmas yuletide
    chronic persistent longstanding ingrained
    chuckle laugh chortle giggle laughter
    circle ring loop
    circle orbit revolve
    circuit lap loop
    circular round spherical
    circular leaflet flyer pamphlet
    circumstance situation condition
    civic municipal communal
    civil courteous polite civility courtesy
    civilization civilisation society culture
    clamber scramble climb
    clamor clamour outcry uproar
    clamp vice grip
    clarity lucidity clearness
    clasp grip clutch grasp
    classic quintessential archetypal
    classic masterpiece masterwork
    classify categorise categorize classification category
    clatter rattle clang
    clause provision stipulation
    claw talon nail
    clean spotless immaculate pristine
    clean cleanse wash scrub
    cleaner janitor cleaning
    clerk cashier teller
    clever shrewd astute ingenious
    cliche platitude hackneyed
    climax culmination culminate
    clinch secure seal
    cling clung stick adhere
    clock timepiece watch
    clog block obstruct jam
    close shut closed
    closest nearest
    club cudgel bludgeon truncheon
    cluster clump group
    clumsy awkward bungling inept
    coat jacket overcoat parka
    coat layer coating film
    code rules guidelines
    code cipher encode encrypt encryption
    coherent consistent logical coherence
    cohesion unity cohesive solidarity
    coincide overlap concur
    coincidence chance fluke coincidental accident
    collective joint shared combined
    column pillar post
    columnist commentator pundit
    comb search scour
    comfort console consolation solace
    comfort ease cosiness
    comfortable cosy cozy snug
    commentary narration analysis
    commentator pundit analyst
    commission fee cut
    committee panel board
    commodity product good
    commonplace ordinary everyday routine
    commotion disturbance uproar ruckus
    communicate convey impart communication
    communism communist marxism marxist
    compact small miniature
    companion partner fellow
    comparable similar equivalent analogous
    comparative relative comparatively
    compartment section cubicle
    compatible harmonious compatibility
    competence ability proficiency competent proficient
    compile assemble compilation
    complement supplement complementary
    complicity collusion complicit collude
    compliment praise flattery complimentary
    component part element constituent ingredient
    compound exacerbate worsen
    comprehensive thorough exhaustive
    compress squeeze condense crush
    comprise contain include consist
    compromise endanger jeopardise jeopardize
    compulsion urge impulse
    compulsion coercion duress
    compulsive obsessive obsession
    conceivable imaginable possible
    conceivably possibly perhaps
    conceive devise imagine
    concept notion idea
    conception idea understanding
    conclusive definitive decisive
    conclusively definitively decisively
    concrete tangible specific
    condense shorten abridge
    condition state shape
    condition proviso stipulation prerequisite
    confine restrict restricted confinement
    confinement imprisonment captivity
    conformity compliance conform conformist
    confuse baffle bewilder puzzle perplex
    confused muddled disoriented bewildered
    confusion bewilderment muddle
    congratulate congratulation congratulations
    connotation implication nuance
    conquer conquest conqueror vanquish
    conscious deliberate intentional
    consequent resultant resulting ensuing
    considerably significantly substantially markedly
    consistent constant steady uniform
    consistently constantly regularly
    consolidate strengthen reinforce
    conspicuous noticeable prominent
    conspiracy plot conspire conspirator collusion
    constant continual incessant relentless ceaseless
    constantly continually perpetually incessantly
    constitutional charter constitution
    constructive helpful productive
    consult consultation confer
    contain curb control
    container receptacle vessel
    contemporary modern present
    contempt disdain scorn contemptuous
    context circumstances background
    continent continental
    continuous uninterrupted unbroken nonstop
    contort contortion twist
    contour outline shape
    contradict contradiction contradictory inconsistent
    contrast difference differ
    convenience convenient handy
    conventional traditional orthodox
    conversation chat dialogue
    cool trendy hip
    cooperative helpful collaborative
    coordinate organise organize coordination
    copy replica imitation duplicate reproduce
    core heart nucleus
    correct right accurate
    correct rectify correction
    correctly rightly accurately
    correspond match tally equate
    correspondence letters mail post
    corresponding equivalent matching
    corridor hallway passageway passage
    cosmic universal universe cosmos
    costume outfit attire dress
    counteract neutralise neutralize offset counterbalance
    counterpart equivalent opposite
    countenance tolerate condone
    countless innumerable numerous myriad untold
    country countryside rural
    countryman compatriot
    county shire
    coward cowardice cowardly craven spineless
    cowboy rancher cowhand cattleman
    cover conceal hide mask
    cover coverage report
    cradle crib cot
    craft skill artistry craftsmanship
    craft handicraft craftsman artisan
    crave craving yearn hanker longing
    crawl creep crept inch
    crazy mad insane lunatic
    creak squeak groan
    creative imaginative inventive creativity
    credo creed doctrine philosophy
    crest summit peak ridge
    crimson scarlet red
    criterion criteria standard yardstick benchmark
    cross traverse ford
    cross annoyed angry irritable
    crossing junction crosswalk
    crouch squat stoop duck
    crown coronation enthrone
    crown tiara coronet
    cruise voyage sail
    crush squash mash pulverise pulverize
    crush quash suppress quell
    crushing overwhelming devastating
    cry cried weep wept sob
    cry exclaim shout yell
    crystal crystalline crystallize crystallise
    cube cubic
    cult sect
    cultivate grow grew grown cultivation till
    cultivate nurture foster
    cumulative accumulated accruing
    curiosity inquisitiveness inquisitive curious
    curious strange odd peculiar
    curiously oddly strangely
    curl coil twist
    current present existing contemporary
    currently presently now
    curse swear cuss expletive profanity
    curse hex jinx
    curve bend bent arc curvature
    customary usual traditional habitual
    cutting biting caustic scathing
    damn condemn damnation
    damp moist wet humid dampness moisture
    dampen discourage stifle
    dangle hang hung swing
    dark dim gloomy darkness murky
    darling sweetheart dear beloved
    dash rush dart hurry
    dash sprint race
    daylight sunlight daytime
    dazed stunned stupefied groggy
    dear beloved cherished
    dear expensive costly
    debris rubble wreckage
    decay rot decompose decomposition
    decay decline deteriorate
    decency respectability propriety
    decent respectable honourable honorable
    decent adequate reasonable satisfactory
    decisive resolute determined
    deck adorn decorate
    decorate adorn embellish decoration ornament
    decree edict order proclamation
    dedicate devote dedication devotion
    dedicated committed devoted
    deduce infer inference
    deduct subtract deduction
    deed act action
    deem consider regard
    defect flaw fault imperfection defective
    defect turncoat defector
    defensive guarded protective
    defiance disobedience defiant
    deficiency shortfall lack deficient
    definite certain specific
    definitely certainly undoubtedly
    delegate representative deputy
    delegate entrust assign
    delete erase remove deletion
    deliberate intentional calculated
    deliberate ponder deliberation
    deliberately intentionally purposely
    delicate fragile frail
    delicate sensitive ticklish
    delight please thrill
    delightful charming lovely
    democracy democratic democrat
    demon devil fiend
    denote signify indicate
    dense thick density
    dependable reliable trustworthy
    depravity wickedness immorality
    depress sadden dispirit
    depressing bleak gloomy
    descent ancestry lineage
    desert abandon forsake
    deserted empty desolate
    desolate bleak barren
    despair hopelessness desperation
    destructive devastating ruinous
    blank empty bare vacant
    blessing approval backing consent
    blow punch thump knock
    blunt dull blunted
    cast actors performers lineup
    club association society
    coin invent mint
    comrade colleague companion friend
    conscious aware mindful
    consistency uniformity consistent regularity
    constitute form comprise
    construe interpret interpretation read
    contact reach call
    contact touch exposure
    continuity continuation continuous
    contrary opposite reverse converse
    corporal physical bodily
    cord rope string twine
    corner bend turning
    crackle sizzle crackling
    cross crucifix crucify crucifixion
    dare venture risk
    dampen moisten wet
    decorate decorator redecorate paint
    define definition defining
    denomination sect church
    dent indentation depression
    deposit downpayment payment
    depot warehouse storehouse
    derive obtain gain draw
    descend fall drop
    desert wasteland wilderness
    desirable attractive sought coveted
    desperate hopeless despairing desperation
    desperately frantically urgently
    destine destiny fate fated
    detach separate disconnect unfasten
    detached aloof impartial dispassionate
    detail particular specific
    detailed thorough exhaustive meticulous
    deter discourage dissuade deterrent
    determined resolute steadfast
    devil satan demon lucifer
    devoted loyal faithful
    dialect vernacular patois idiom
    dictate prescribe impose order
    differentiate distinguish differentiation distinction
    diffuse scatter spread disperse diffusion
    dignity decorum dignified
    dilemma quandary predicament
    dilute weaken thin water dilution
    dimension size measurement proportion
    diminish lessen decrease wane dwindle
    diminish belittle disparage
    dim faint weak
    dingy shabby drab seedy
    dirty filthy grubby soiled
    disapproval displeasure dissatisfaction disapprove
    disapprove frown object
    discern perceive notice distinguish
    discernible noticeable visible perceptible detectable
    discontinue stop cease halt
    discourage dishearten demoralise demoralize daunt
    communal shared collective
    controlled restrained measured
    crowded packed congested
    attraction appeal lure allure draw
    chain series sequence string
    below beneath under underneath
    deserve merit warrant
    linguistic linguist language verbal linguistics
    lip brim edge rim
    liquid fluid
    liquid solvent liquidity solvency
    literal literally verbatim
    literally actually truly really
    literature writings writing literary
    literature brochure leaflet pamphlet
    loaf laze idle lounge
    lock bolt latch padlock
    lock curl tress ringlet
    locker cupboard cabinet
    lodge cabin chalet cottage
    lodge submit file register
    lodge wedge stick stuck jam
    lodger boarder tenant
    lodging accommodation quarters housing
    logic reasoning rationale
    lone solitary single sole
    loneliness lonely isolation solitude solitary
    lonely alone friendless isolated
    lonely desolate remote secluded
    look glance gaze stare peer
    look seem appear
    look appearance air expression
    loose slack baggy
    loose free unattached untethered
    loosen relax ease slacken
    loot plunder pillage ransack looter
    loot booty spoils haul plunder
    lord nobleman peer baron
    lore folklore legend tradition
    lot many plenty numerous
    lot fate destiny plight
    lot plot parcel site
    loud noisy deafening thunderous
    loud loudly aloud
    loud garish gaudy flashy
    lousy rotten awful terrible miserable
    luck fortune chance lucky
    lucky fortunate fortuitous
    luckily fortunately thankfully mercifully
    lug drag haul tow heave
    lull pause respite calm
    lull soothe
    lump chunk hunk piece
    lump bump swelling growth tumour tumor
    lurch stagger stumble sway reel
    lure attract entice tempt
    lure bait attraction temptation
    lurid sensational graphic gruesome
    lurk prowl skulk
    lying lie lied liar dishonest untruth
    lyric song words lyrical lyricist
    lyricist songwriter
    machine device apparatus
    machinery apparatus mechanism system
    magazine periodical journal weekly monthly
    magic sorcery witchcraft magical
    magic enchanting magical charm enchantment
    magician conjurer wizard sorcerer
    magnet magnetic magnetism
    magnetic alluring captivating charismatic
    magnificent splendid glorious spectacular magnificence splendour splendor
    magnify enlarge amplify
    magnify exaggerate overstate inflate
    maid housemaid servant housekeeper chambermaid
    mailbox postbox letterbox
    maintenance upkeep maintain servicing
    maintenance alimony support
    maker manufacturer producer creator
    malaise unease discontent
    malaise stagnation sluggishness
    maniac lunatic madman psychopath
    maniac fanatic enthusiast
    manifest show display demonstrate manifestation
    manifest obvious evident apparent plain
    manifestation sign symptom expression
    manifold multiple numerous various
    manipulate manipulation rig tamper fiddle
    manipulate operate handle control
    fashion way style
    demeanour demeanor bearing attitude
    etiquette politeness courtesy
    manpower workforce staff personnel labour labor
    manure dung fertiliser fertilizer
    map chart atlas
    map plan chart
    margin edge border
    margin lead gap majority
    marginal slight minimal negligible small
    marginal peripheral fringe
    mark stain spot blemish
    mark grade score rating
    mark sign indication token
    mark celebrate commemorate observe
    marked noticeable pronounced conspicuous striking
    marketable saleable sellable
    marketplace market bazaar
    marksman sniper sharpshooter marksmen
    marshal rally assemble muster
    martyr martyrdom
    marvel wonder miracle
    marvel wonder gape
    marvelous marvellous wonderful fantastic splendid
    mask hide conceal disguise
    mask veil facade pretence
    mass crowd multitude horde
    mass bulk weight
    mass huge widespread wholesale
    mass service communion liturgy
    master teacher schoolmaster
    master expert virtuoso maestro
    master learn learnt grasp mastery
    mastery command control domination
    mastery skill proficiency expertise
    material fabric cloth textile
    material substance matter
    material relevant significant substantive
    materialise materialize appear emerge happen
    matter issue subject topic question
    mature adult grown
    mature ripen develop age
    meager meagre scant scanty paltry
    meaningful significant worthwhile
    meaningless pointless senseless empty
    mean meant intend
    stingy miserly tight
    mean nasty unkind cruel
    meantime meanwhile interim
    measurable quantifiable
    measure step action
    mechanical automatic unthinking
    mechanic mechanics repairman technician
    mechanism device apparatus machinery
    mechanism method procedure process
    meditate meditation contemplate contemplation reflect
    medium vehicle channel
    medium moderate intermediate average
    meek humble submissive docile
    melancholy sad mournful wistful gloomy
    melancholy sadness gloom
    melody tune melodic melodious
    melt thaw molten dissolve
    member membership
    memorable unforgettable notable
    memorize memorise learn learnt
    memory recollection remembrance memories
    mercy compassion leniency clemency merciful
    mere only simple
    merely only simply just
    merit deserve deserving warrant
    merit worth quality virtue
    merry jolly cheerful festive
    merge blend fuse
    mess muddle shambles chaos messy
    messy untidy dirty cluttered
    message note communication
    message moral theme point
    messenger courier runner
    method technique approach procedure
    methodical methodically systematic orderly
    meticulous meticulously painstaking thorough scrupulous
    metropolitan urban city metropolis
    microphone mike mic
    microscopic tiny minuscule infinitesimal
    microscope microscopic
    middle centre center midst
    middle midway halfway central
    mild gentle soft
    mild temperate balmy
    mildly slightly somewhat
    mile mileage
    militia paramilitary paramilitaries militiamen
    millennium millennia
    mind intellect brain intelligence
    mind object
    mine mining miner
    mingle mix blend
    mingle socialise socialize
    miracle miraculous wonder
    mirror reflect echo
    miscellaneous assorted various sundry
    miserable unhappy wretched dejected gloomy
    misery suffering wretchedness unhappiness
    misgiving doubt qualm reservation apprehension
    misplaced misguided unwarranted
    misplaced lost mislaid
    mistaken wrong incorrect erroneous
    mistress lover girlfriend
    mix combination blend assortment
    mixed ambivalent
    mixture blend compound concoction
    moan groan wail
    moan complain grumble whine
    mode fashion style trend
    moderate reasonable modest
    moderate centrist
    moderate temper soften moderation
    modern contemporary current
    modern modernity
    modest humble unassuming modesty humility
    moist damp wet humid
    moisture damp dampness humidity wetness
    molecule molecular
    moment instant second
    moment time juncture
    momentarily briefly fleetingly momentary
    momentum impetus drive
    monkey ape primate
    monopolize monopolise dominate monopoly
    monotonous tedious boring dull repetitive
    monotonous monotony monotone
    monster beast ogre brute
    monstrous hideous grotesque
    monstrous outrageous shocking atrocious monstrosity
    mood temper disposition humour humor
    mood atmosphere feeling spirit
    moody sullen temperamental sulky
    moral ethical morality
    moral lesson message
    morale spirits confidence
    morality ethics morals
    more additional extra further
    moreover furthermore additionally besides also
    mortal deadly fatal lethal
    mortal human
    motif theme pattern
    motion movement
    motion proposal resolution
    motionless still stationary immobile
    mound heap pile hillock
    mount rise rose risen increase grow
    mount stage organise organize
    mud mire dirt muddy
    muddy murky cloudy
    muddy confuse obscure cloud
    muffle muffled stifle deaden
    multiple several many numerous
    multiplicity variety array
    mumble mutter murmur
    murmur whisper mutter
    muscle brawn
    muscle clout power
    muscular brawny burly strapping
    muse ponder reflect ruminate
    muse inspiration
    mustache moustache whiskers
    muster summon rally
    mutual shared common joint
    mutual reciprocal reciprocate
    muzzle gag silence
    myriad countless innumerable
    mysterious enigmatic puzzling inexplicable
    mystery enigma riddle puzzle
    mystery whodunit thriller
    myth legend fable
    myth fallacy misconception fiction
    myth mythology mythological mythical
    nail pin tack
    nail fingernail
    naive gullible innocent naivety credulous
    naked nude bare undressed unclothed
    naked outright blatant undisguised
    narrative story account tale
    narrate narrator narration narrative
    narrow slim slender thin
    narrow limited restricted
    nationalism nationalist patriotism
    native indigenous aboriginal
    native local resident
    natural innate inborn instinctive
    natural normal understandable
    natural unprocessed organic
    nature wildlife countryside
    neat clever ingenious
    neat undiluted straight
    necessarily inevitably unavoidably
    necessitate require demand
    necessary essential needed required
    necklace pendant
    needle syringe
    needle provoke goad annoy
    negative adverse unfavourable unfavorable
    neglect ignore disregard
    neglect negligence negligent
    neglect forget forgot forgotten omit
    negligible insignificant trivial minimal
    nerve cheek audacity gall
    nervously anxiously uneasily
    nest den lair
    nestle snuggle cuddle
    network grid web
    network system
    network channel broadcaster
    neurosis neurotic obsession
    neutral impartial unbiased neutrality
    neutral nonaligned neutrality
    neutralize neutralise counteract offset
    nevertheless nonetheless however still
    next following subsequent
    next adjacent neighbouring neighboring
    nice pleasant agreeable lovely
    nice kind friendly
    nickname dub
    nightclub club disco discotheque
    nightmare ordeal horror
    ninth nine
    noble aristocratic titled
    noble aristocrat nobleman peer
    noble honourable honorable honest
    nobody none
    nod assent
    noise sound din racket
    noisy loud rowdy boisterous
    nonsense rubbish rot baloney
    nonsense absurdity absurd foolishness
    norm standard rule
    norm average
    normal usual ordinary standard
    normally usually ordinarily generally
    north northern northward
    nose snout
    nose snoop pry
    notable noteworthy remarkable significant
    notable dignitary personage
    notch achieve register
    note memo memorandum
    note observe notice remark
    noted celebrated eminent distinguished
    notify notification advise
    notorious infamous disreputable notoriety
    nourish feed fed sustain nourishment
    novel original unusual new
    novelty innovation originality newness
    novelty trinket knickknack
    nucleus core kernel
    nude naked bare nudity
    number figure digit numeral
    number count total
    numerical numeric
    numerous many abundant
    nurse nursing
    nurse tend
    nurse harbour harbor cherish
    nut fanatic enthusiast
    nut crank lunatic
    obscure unknown
    obscure vague unclear cryptic
    obscure conceal hide cloud
    obscurity anonymity
    obstacle barrier hurdle impediment obstruction
    obviously clearly evidently plainly
    occasion opportunity chance
    occasional infrequent sporadic intermittent
    occasionally sometimes periodically
    occupation occupational job profession
    occupational professional vocational
    odd strange peculiar weird bizarre
    odd oddity quirk eccentricity
    odds chances likelihood probability
    offer propose suggest
    offering contribution gift
    offering flotation
    offend offense insult
    offend offensive insulting rude
    official formal authorised authorized
    official bureaucrat functionary
    officiate referee umpire
    offset counterbalance compensate
    oily greasy
    oldest eldest
    old ancient aged
    olympics olympic olympian games
    ominous threatening sinister menacing
    onetime former erstwhile
    only solely just merely
    only sole single
    opera operatic operetta
    operational working functioning
    operate operation run running function
    operation campaign manoeuvre maneuver mission
    optimum optimal ideal best
    oral spoken verbal
    orchestra ensemble philharmonic symphony
    orchestra orchestral orchestration
    orchestrate mastermind coordinate engineer
    ordain ordination consecrate
    ordain decree
    order sequence arrangement
    order request
    orderly tidy neat methodical
    orderly peaceful disciplined
    ordinarily usually normally typically
    ordinary commonplace everyday unremarkable
    organ newspaper mouthpiece
    orient orientation align
    oriented orientated geared
    origin source root beginning
    origin ancestry extraction descent
    original first initial
    original creative inventive originality
    orthodox conventional traditional orthodoxy
    otherwise differently
    ounce oz
    outburst outpouring eruption fit
    outburst tirade rant
    outdistance outpace outstrip outrun
    outdoor outside alfresco
    outer external exterior outside
    outer outlying
    outfit costume ensemble dress
    outfit company firm
    outfit equip kit
    outline sketch summary summarise summarize
    outline silhouette contour profile
    outward external visible
    outweigh outnumber exceed
    oval elliptical
    overcast cloudy gray grey
    overhead above
    overhead costs expenses
    overhear overheard eavesdrop
    overlap coincide
    overnight suddenly
    overtake overtook overtaken pass surpass
    overture approach
    overture prelude
    overwhelming overpowering irresistible
    overwhelming crushing landslide
    overwhelm swamp engulf inundate
    pack cram stuff squeeze
    pack gang band
    packed crowded full jammed
    package parcel packet
    packet pack carton box
    page sheet leaf
    pan pot saucepan skillet
    pan slate criticise criticize
    panel committee board jury
    panic alarm hysteria
    panic terror fright
    paradigm model pattern
    paradox contradiction paradoxical
    paradoxically ironically strangely
    paragraph passage clause
    parallel analogy similarity correspondence
    parameter limit guideline
    parasite parasitic
    paradise heaven utopia
    parlor parlour lounge
    part portion piece section
    part component element
    partial incomplete limited
    partial biased
    partially partly somewhat
    particle speck grain
    party faction
    party gathering function
    pass approve enact
    pass elapse
    pass hand handed
    pass permit ticket
    passage extract excerpt section
    passion ardour ardor fervour fervor enthusiasm
    passionate fervent ardent impassioned
    passive submissive inactive passivity
    patch mend
    patent copyright trademark
    patience patient forbearance tolerance
    patriot patriotic patriotism
    patron customer client
    patron benefactor patronage
    patronize patronise frequent
    patronize patronise condescend condescending patronising patronizing
    pattern trend tendency
    paw foot
    peace harmony concord peaceful
    peace tranquillity tranquility calm quiet
    peaceful nonviolent peaceable pacific
    peasant farmer serf villager
    pebble stone
    peck kiss
    peck bite nibble
    peculiar unique distinctive
    peculiarity quirk oddity
    peer equal contemporary
    penetrate penetration pierce enter
    penetrate infiltrate infiltration
    pension retirement annuity
    perceive notice discern
    perception impression view
    perch sit sat roost
    perfect flawless ideal impeccable
    perfect refine
    perfection flawlessness perfect
    perfectly ideally flawlessly
    perfectly absolutely completely quite
    perhaps maybe possibly conceivably
    period era age time
    period spell stretch
    periodic recurrent regular intermittent
    periodically occasionally intermittently
    peripheral secondary marginal
    periphery edge fringe outskirts
    permanent lasting enduring permanence
    permanently forever
    perpetuate continue maintain preserve
    perpetual endless constant eternal
    persist persistence perseverance tenacity
    persist persistent stubborn dogged tenacious
    persistent constant continual
    personal private
    personal individual
    personality celebrity
    personify embody epitomise epitomize personification embodiment
    perspective viewpoint outlook
    perspiration sweat perspire
    pertain relate concern
    pertinent relevant germane
    petition appeal petitioner
    petition sue
    phantom ghost spectre specter
    phase stage period
    phenomenon phenomena occurrence
    phenomenal extraordinary remarkable
    philosopher thinker
    philosophy philosophical philosopher
    philosophy doctrine ideology
    photograph photographic photography
    phrase word formulate
    physical bodily
    physical material tangible
    physical checkup
    physiology physiological
    pickup recovery improvement
    picture imagine visualise visualize
    pile heap stack mound
    pile accumulate amass
    pillow cushion
    pin brooch badge
    pinch squeeze nip
    pinch steal stole stolen
    pine long yearn
    pioneer trailblazer pioneering
    pioneer settler colonist
    pipe tube pipeline
    pitch field ground
    pitch throw threw thrown
    pitch spiel
    pitcher jug
    pity compassion sympathy
    pity shame
    pitiful pathetic pathetically pitiable
    place location spot site
    plague afflict trouble beset bedevil
    plain prairie grassland
    planet planetary world
    plank board beam
    planned intended proposed
    planner organiser organizer strategist
    plantation estate
    plastic vinyl polythene
    plastic malleable pliable
    platform stage podium dais
    platform manifesto programme program
    platoon squad unit
    player sportsman athlete
    playwright dramatist screenwriter
    plea entreaty
    pleasant agreeable enjoyable pleasing
    please gratify
    pleased delighted glad happy
    pleasure delight enjoyment pleasurable
    plentiful abundant ample bountiful
    plenty abundance
    plight predicament hardship
    plod trudge tramp
    plot conspiracy conspire conspirator
    plot storyline
    pluck pick
    pluck courage plucky
    plug promote publicise publicize
    plump chubby plumpness stout
    pocket steal stole stolen
    pocket pouch
    poignant touching moving
    point purpose
    point argument
    pointed barbed cutting
    pointless futile useless
    poise composure aplomb
    poke prod jab
    polar arctic
    polarize polarise polarization polarisation divide
    polite courteous civil politeness
    political politics politician
    pool combine
    pool fund
    pool billiards snooker
    porch veranda verandah
    porous permeable
    portal gateway
    portrait painting picture
    portrait portrayal
    pose impersonate
    position stance attitude
    position place location
    positive certain sure
    positive constructive
    positive favourable favorable
    positively definitely
    posture stance
    potent powerful strong
    potential potentiality promise
    potential prospective possible
    pottery ceramics potter earthenware porcelain
    pour stream flow gush
    powder powdered dust
    practicable feasible workable viable
    practical pragmatic realistic
    practically virtually almost
    practice custom habit
    preach preacher sermon
    preacher minister evangelist
    precarious unstable insecure shaky
    precaution safeguard
    precede predate
    preceding previous former
    precious valuable prized
    precious cherished beloved
    precipitate hasten provoke
    precipitate hasty rash
    precise specific
    predictable foreseeable unsurprising predictably
    preferably ideally
    preferred favoured favored favourite favorite
    preliminary initial tentative
    preparation prepare groundwork
    prepared willing ready
    prescribe prescription
    prescribe stipulate
    present give gave given
    presentation talk lecture
    preside chair
    prestige status prestigious esteem
    prestigious esteemed eminent
    press push squeeze
    press urge
    pressing urgent
    presumably probably supposedly
    presuppose presume assume
    pretend feign pretence pretense
    pretty attractive lovely beautiful
    prevail triumph
    prevail dominate
    prevailing prevalent dominant
    prevent stop avert preventive prevention
    prey victim quarry
    prey hunt
    prick pierce puncture
    pride conceit vanity arrogance
    primarily mainly chiefly predominantly
    prime main
    prime best
    prime heyday peak
    primitive crude rudimentary
    primitive ancient
    principle tenet precept
    principle scruple
    privilege privileged honour honor
    privileged advantaged elite
    pro professional
    probably likely doubtless
    procedure process procedural
    proclaim proclamation declare declaration
    procure procurement obtain acquire
    prod nudge poke
    prod urge goad
    prodigious enormous phenomenal
    prodigy genius
    productive fruitful
    productivity efficiency output
    profess claim
    profession vocation career occupation
    profound deep intense
    profoundly deeply greatly
    progress progression headway
    project jut protrude
    prominence fame prominent
    prone liable susceptible
    pronounce pronouncement declare
    pronounce pronunciation utter
    pronounced marked distinct
    propaganda propagandist
    propel push thrust
    proper appropriate suitable right
    properly correctly appropriately
    property belongings possessions
    prophet seer prophecy
    prophecy prediction
    proportion proportional proportionate
    proposition proposal suggestion
    proprietor proprietorship
    prospect expectation
    prospect hope
    protestant protestantism
    providence fate
    pseudo fake bogus
    psychic psychical clairvoyant
    publication release issue
    puff blow blew blown
    pull tug drag haul
    pulse heartbeat
    pure unadulterated purity
    pure sheer
    pure chaste
    purely solely
    purify purified cleanse
    push shove
    puzzle baffle perplex
    quack charlatan quackery impostor
    quaint picturesque charming
    qualified competent certified
    qualified limited conditional
    quality standard calibre caliber excellence
    quarter district neighbourhood neighborhood area
    quarter fourth
    quarters lodgings accommodation barracks
    queer gay homosexual
    queer odd strange peculiar
    question doubt challenge dispute
    questionable dubious doubtful suspect
    queue line
    quiet silent silence hushed
    quiet peaceful
    quietly silently softly
    quietly discreetly secretly
    quiver tremble shake shook shiver
    quote quotation cite citation
    quote estimate price
    race ethnicity racial ethnic
    race rush hurry hasten
    rack shelf shelves stand
    rack torment torture afflict
    racket noise din clamour clamor
    racket swindle scheme
    radiate emit radiation
    radio wireless
    ragged tattered shabby torn
    ragged uneven jagged
    ram batter bump
    ranch rancher farm farmer
    random arbitrary haphazard indiscriminate
    range variety array selection assortment
    range scope extent reach
    rang ring rung
    rather instead
    rational reasonable sensible logical rationality
    rationalize rationalise justify rationale
    rationalize rationalise streamline
    rattle unsettle unnerve disconcert fluster
    raw unprocessed crude untreated
    raw inexperienced untrained green
    react respond reaction response
    reactionary conservative rightwing
    reactive responsive
    read perused peruse
    reader readership subscriber
    readily easily
    readily willingly gladly
    readiness willingness eagerness willing
    readiness preparedness
    ready willing eager
    reaffirm reiterate restate reassert
    realism realistic pragmatism pragmatic
    realistic lifelike authentic
    real reality actual
    realm domain sphere field
    realm kingdom
    reap gather harvest
    reap gain earn
    reappear resurface return
    reappear reappearance comeback
    rearrange reorder reshuffle reorganise reorganize
    rear back behind rearward
    reasonable sensible sound rational
    reasonable fair moderate
    reasonably fairly moderately
    reason argument argue
    recapture retake retook reclaim
    recede ebb subside retreat
    reception welcome greeting
    reception party function
    recite declaim recitation
    recognizable recognisable identifiable familiar
    reconcile reconciliation conciliation
    recount relate narrate tell told
    recreate reproduce reconstruct
    recreation leisure recreational pastime
    recur recurrence recurrent repeat
    red crimson scarlet ruby
    reflect ponder meditate
    reflect mirror show
    reflection image likeness
    reflection thought contemplation
    reflex instinctive automatic
    refrain abstain desist forbear
    regard esteem respect
    regardless nevertheless anyway
    regardless irrespective
    regiment battalion brigade regimental
    regret remorse contrition remorseful
    regret rue lament
    regrettable unfortunate
    regrettably unfortunately sadly
    rehabilitate rehabilitation rehab
    rehabilitate restore
    reiterate repeat restate
    rejoice exult celebrate
    relationship romance affair
    relate connect associate
    relax unwind rest
    relaxation leisure rest
    relevant pertinent applicable relevance
    reliable dependable trustworthy reliability
    rely count depend bank
    relinquish renounce forgo cede
    reluctant reluctance unwilling hesitant loath
    reluctantly grudgingly unwillingly
    remain stay stayed
    remainder rest balance remnant
    remarkably unusually exceptionally strikingly
    remind prompt nudge
    reminder memento souvenir
    reminder prompt
    renaissance rebirth revival resurgence
    render depict portray rendition
    rendezvous meeting appointment
    rendezvous tryst assignation
    renew renewal extend
    renew resume
    renew rejuvenate revitalise revitalize
    repeat repetition recurrence
    repeatedly frequently often constantly
    repel repulse
    repel repulsive disgust revolt
    repetitive repetitious monotonous
    replenish refill restock
    repose rest sleep
    represent symbolise symbolize
    represent constitute
    represent depict portrayal
    representative typical
    reproach rebuke reprimand
    reproduce duplicate replicate copy
    reproduce breed bred procreate reproduction
    reproducible repeatable replicable
    repudiate disown renounce disavow repudiation
    reputation repute standing name
    reputable respected respectable trusted
    researcher scientist investigator
    resemble resemblance
    resent resentment begrudge resentful
    resentment bitterness rancour rancor
    resentful bitter aggrieved
    residence resident
    resonate resonance echo
    resourceful ingenious inventive
    respective individual
    respite reprieve break lull
    restless fidgety restive agitated
    restless impatient
    resultant resulting consequent
    return give
    reunite reunion
    revel carouse celebrate reveller reveler
    revel delight bask
    revenge vengeance retaliation avenge retribution
    revolutionary radical groundbreaking innovative
    revolutionary rebel insurgent
    rhythm beat tempo cadence
    ribbon band strip
    rich abundant
    rich richness opulence
    ridiculous absurd ludicrous laughable preposterous
    ridicule absurdity
    rifleman infantryman
    rig manipulate fix
    right entitlement
    rightly correctly justly
    rigid inflexible unbending rigidity
    rigid stiff
    ring circle band
    ring resound peal toll
    rip tear tore torn
    ripe mature ripen
    roadway road
    roam wander rove
    roast grill bake
    rock stone boulder
    rock sway
    rock shake shook shaken
    romance love
    romantic idealistic dreamy
    rookie novice beginner newcomer
    landmark monument
    maim mutilate cripple disfigure
    mandate authorisation authorization
    manic frantic frenzied
    massive colossal
    mentor adviser advisor guide
    minor juvenile underage
    misconduct wrongdoing malpractice misbehaviour misbehavior
    misery hardship
    motive motivation reason incentive
    narcissism narcissist vanity
    nasty unpleasant vicious
    nuance subtlety
    nuisance annoyance pest
    oath vow
    obedient obedience compliant
    oblivious unaware ignorant
    obstinate stubborn
    oppress oppression tyranny
    optional voluntary
    ordeal trial
    outlaw bandit
    outspoken forthright blunt candid
    oversight mistake omission
    pamper spoil indulge
    pastime hobby hobbies
    paucity dearth
    perplex bewilder
    petty trivial
    picky fussy
    pious devout
    pitfall trap
    plausible credible believable
    pompous pretentious
    preoccupied preoccupation obsessed
    pretext excuse
    pristine unspoiled untouched
    prolific productive
    prudent sensible
    quash suppress
    quest search
    quota allocation
    misfortune adversity hardship setback unlucky
    metal metallic
    piano pianist
    oriental asian eastern
    kind sort type category
    note bill banknote
    penny pence pennies
    mortality death fatality
    paperwork bureaucracy
    quite pretty fairly rather somewhat
    relation relationship connection link tie
    property characteristic attribute trait
    pursue pursuit chase hunt pursuer
    resource asset reserve
    now currently presently today nowadays
    nerves nervousness tension jitters nervous
    nerve courage bravery daring
    music musical musician melody
    mean meant signify denote imply
    mean meaning sense significance meaningful
    reconcile harmonise harmonize
    normal normality normalcy
    precarious perilous insecure
    procrastinate dither dawdle delay
    provisional temporary interim tentative
    punctual prompt punctuality
    quirk quirky eccentricity idiosyncrasy peculiarity
    quit resign resignation leave left
    quit stop cease
    precedent model example
    provoke provocation provocative incite
    romantic romance romanticism
    republic republican
    meteoric rapid dazzling
    parallel analogous comparable
    """
}
