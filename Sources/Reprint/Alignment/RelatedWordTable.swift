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
    photograph photo picture photographer image
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
    sponsor sponsorship backer
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
    interrogate interrogation question
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
    photograph photo picture image snapshot
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
    importance significance important significant
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
    appeal plea request
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
    draw tie
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
    question query
    question doubt
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
    """
}
