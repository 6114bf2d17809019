"""The boxes of the papers on belongings, consulates, welfare, trafficking, screening and handoff.

Each line is: number | words of the box | our boxes, or `--` and why none of ours holds it.
An indented line goes on with the one above.
"""

BELONGINGS = (
    """
1 | owner | takings.*.owner child.name child.own_script child.temporary_id child.age
2 | taken from, by, date and time, place | takings.*.from takings.*.by takings.*.at takings.*.place
3 | witness | takings.*.witness
4 | per line: no., quantity, description, marks, condition, value, category | things.*
5 | cash by currency and denomination, total, two counters | cash.* belongings.cash
6 | identity papers, passport, birth record | identity_papers.*
7 | phone, not searched without authority, numbers noted with consent | phones.* phone_looks.*
8 | religious or family items | things.*.keepsake
9 | sealed bag no. | bags.*
10 | storage place | takings.*.storage cash.*.storage
11 | chain: released by, to, time, purpose | chain.*
12 | evidence no. | things.*.evidence
13 | child's agreement or dispute, in own language | takings.*.agrees belongings.agrees disputes.*
14 | returned in full? missing items | belongings.in_full belongings.missing
15 | signatures: child, officer, witness, receiver | signature.child signature.officer
    signature.witness signature.receiver
16 | disposition deadline | belongings.due takings.*.due
""",
    "takings.*.no takings.*.lines",
)
CONSULAR_NOTICE = (
    """
1 | nationality claimed, basis | sending.nationality
2 | mandatory list? rule shown | sending.law
3 | offer made: date, time, words, language, interpreter | offers.*.no offers.*.at offers.*.words
    offers.*.language offers.*.countries
4 | answer: yes, no, no answer, initials | offers.*.answer offers.*.by signature.child
5 | mandatory: told that notice will be given | offers.*.said
6 | post, city, phone, fax, e-mail | consul.country consul.post consul.number
7 | sent date, time, method, sender, confirmation | notices.* signature.officer
8 | if phone: person spoken to | notices.*.spoke_with
9 | name, date of birth, birthplace, passport no. | consul.name consul.birth_date
    consul.birth_place consul.passport
10 | date, time, place of detention, contact for access | consul.held_since consul.held_where
    consul.contact
11 | attempts, after-hours | tries.*
12 | access requests, visit, child's wish | consulate_asks.* access.visit
13 | asylum or fear: nothing written; send or hold for counsel | sending.state sending.holds
""",
    "",
)
CONSULAR_GUARDIAN = (
    """
1 | minor | consul.name consul.birth_date consul.birth_place consul.passport
2 | why a guardian may be needed | guardians.*.why sending.guardian_law
3 | authority handling it, worker, docket | consul.handled_by consul.worker consul.docket
    guardians.*.authority
4 | parents known, whereabouts | sending.parents
5 | time facts became known | guardians.*.at
6 | post informed, date, time, method | consul.country consul.post consul.number notices.* tries.*
    signature.officer
7 | hearing date | consul.hearing guardians.*.hearing
8 | no statement on status or claim | -- a box for it would be the statement; none of the entries
    holds one
9 | safety hold by counsel | sending.state sending.holds
""",
    """
consul.held_since consul.held_where consul.contact sending.nationality guardians.*.no guardians.*.by
""",
)
WELFARE = (
    """
1 | oral report: hotline, worker, time, call ID, queue, accepted or screened out | oral.*
    reported.*
2 | reporter | reporter.*
3 | child | child.name child.name_source child.own_script child.other_names child.temporary_id
    child.identity child.birth_date child.age_told child.age child.sex child.sex_told
    life.nationality life.address life.phone life.school life.lives_in life.in_care_of life.photo
4 | present place and until when | present.place present.until present.custodian
5 | siblings, companions | others.*
6 | parents, guardians, last contact, country, phone | kin.* life.alone
7 | adult found with the child, claimed relation, proof | adults.* present.met
8 | concern type | concern.*
9 | facts with source, child's own words | stated.*
10 | injuries, body chart, photos | body.injuries body.sheet injured.*
11 | medical seen | body.seen_by body.signs body.conditions
12 | immediate danger, runaway risk | risk.*
13 | language, culture, disability, indigenous | child.language life.interpreter child.ethnicity
    life.religion life.disability life.tribal_link life.indigenous
14 | actions taken | actions.*
15 | other agencies told | agencies.*
16 | request | wanted.asked
17 | response promised by | wanted.promised
18 | written follow-up due and rule, sent | written.* sent.*
19 | signature | signature.reporter
""",
    "",
)
TRAFFICKING = (
    """
1 | discovery date and time, what was discovered | discovery.* discovered.*
2 | requester, role, agency, phone, e-mail | notifier.* signature.notifier
3 | child: name, birth, sex, nationality, language, A-no. only if known | child.name
    child.own_script child.other_names child.temporary_id child.birth_date child.age_told
    child.age child.sex child.sex_told child.identity child.language life.nationality
4 | present location, custodian | present.*
5 | immediate safety, trafficker near | risk.now risk.no_contact near.* adults.*
6 | sector: labour, sex, both, unknown | sector.*
7 | indicators seen, with facts | indicators.*
8 | recruiter, transporter, employer, debts, documents held, threats | exploiter.*
9 | dates, places | dates.*
10 | minors also affected | affected.* others.*
11 | investigation: agency, case no., may OTIP call? | inquiry.*
12 | CPS, NCMEC, hotline numbers | references.*
13 | child's attorney, advocate | counsel.*
14 | services needed | services.*
15 | sent by Shepherd, PDF, phone; request no., time | notice_sent.* notice_owed.*
16 | Part B owed | part_b.*
17 | follow-up log | follow_ups.*
""",
    "",
)
UNACCOMPANIED = (
    """
1 | legal gate: rule, approval, court order no. | gate.* signature.supervisor
2 | DHS office, officer, time called, answer, ETA | dhs.*
3 | identity, how proved | child.name child.name_source child.own_script child.other_names
    child.temporary_id child.identity child.sex life.nationality life.photo life.last_residence
4 | age evidence | child.birth_date child.age_told child.age
5 | three-part test as observations | observed.*
6 | found where, when, with whom | present.* adults.*
7 | relatives in US and abroad, who may be told | kin.* risk.no_contact
8 | health, medicine, vaccination card, pregnancy | body.*
9 | mental state, self-harm | mind.*
10 | danger, criminal facts | charge.* risk.runs
11 | trafficking, fear indicators | discovered.*
12 | language, dialect | child.language life.interpreter
13 | disability, religion, diet | life.disability faith.*
14 | siblings: keep together | others.*
15 | property and papers | things.*
16 | attorney | counsel.*
17 | CPS status, court | oral.* court.*
18 | fields withheld by law | withheld.*
19 | DHS accepts custody: name, badge, date, time | accepts.who signature.dhs
20 | receipt no. | accepts.receipt
""",
    "",
)
SCREENING = (
    """
1 | time, screener, interpreter | screened.at screened.by screened.interpreter
2 | urgent signs: call EMS now | urgent.breathing urgent.bleeding urgent.chest_pain urgent.altered
    urgent.heat_or_cold urgent.dehydration
3 | fever, cough, rash, vomiting | illness.fever illness.cough illness.rash illness.vomiting
4 | injury seen, body map, photo refs | injuries.list
5 | pain 0-10 faces | pain.level
6 | medicines, last dose, allergies, conditions | health.medicines health.last_dose
    health.allergies_asked health.conditions_asked
7 | pregnancy, period needs (ask privately) | health.private health.pregnant health.period
8 | substance | health.substance
9 | self-harm, fear, exhaustion | wellbeing.self_harm wellbeing.fear wellbeing.exhaustion
10 | last meal, water, sleep | wellbeing.meal wellbeing.water wellbeing.sleep
11 | recent abuse or assault, exam wanted | wellbeing.abuse wellbeing.exam
12 | disability, aids, glasses | health.aids
13 | infant, nursing | health.infant
14 | fit to stay? EMS, hospital, clinic | outcome.decision
15 | consent by whom | outcome.consent
16 | provider, finding, discharge papers | outcome.provider outcome.finding outcome.papers
17 | food, clothes, blanket given | outcome.given care.*
18 | re-check times | recheck.due recheck.done
19 | signatures | signature.screener signature.officer
""",
    "child.name child.own_script child.age child.sex child.language screened.number",
)
HANDOFF = (
    """
1 | child, case, class | child.* class.*
2 | timeline with minutes against each limit | timeline.* measured.* secure.*
3 | basis for custody | custody.*
4 | where the child is now, who has custody | now.* exit.*
5 | papers list with version, signed or missing | papers.*
6 | disclosures made, to whom, by which rule | shared.*
7 | property reconciled | property.*
8 | safety alerts | safety.*
9 | what the next shift still owes | open.*
10 | outgoing and incoming officer signatures, time | signature.outgoing signature.incoming
11 | review tick list | points.*
12 | late items: cause, harm, action | late.*
13 | return for correction (what, to whom, due) | returned.* review.due
14 | decision | review.decision
15 | reviewer, not the author, date and time | review.reviewer signature.reviewer
16 | retention, sealing class and date | review.retention
""",
    "",
)
