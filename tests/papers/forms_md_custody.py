"""The boxes of the custody log, the transfer receipt and the contact log: asked, and ours.

Each line is: number | words of the box | our boxes, or `--` and why none of ours holds it.
An indented line goes on with the one above.
"""

CUSTODY = (
    """
1 | name as given, aliases, own script | child.name child.name_source child.own_script
    child.other_names
2 | temporary ID if unknown | child.temporary_id
3 | date of birth or apparent age, how known | child.birth_date child.age child.age_told
4 | sex, gender | child.sex child.sex_told
5 | race, ethnicity | child.ethnicity
6 | language and dialect, interpreter | child.language interpreters.*
7 | encounter date, time, place, how found | met.at met.place met.how
8 | encountering officer | met.officer
9 | legal class and state-law authority | class.legal_class class.authority classes.*
10 | offence, if any | class.offence
11 | arrival time | custody.began custody.counted_from presence.*.from
12 | room | presence.*.where
13 | secure? why, start, end, minutes | presence.*.held presence.*.why presence.*.to
    presence.*.minutes secure.total secure.longest secure.counted_to
14 | cuffed to object, start and end | cuffs.* secure.cuffed
15 | sight-and-sound separation kept | custody.apart presence.*.apart
16 | watching officer, each relief | presence.*.watched_by watches.*
17 | rights and reason told, time, language | told.*
18 | calls offered, made, refused | calls.*
19 | parent notice time and result | parent.tries parent.reached parent.why_not
20 | welfare check grid | checks.*
21 | food, water, toilet, rest, warmth | care.*
22 | medical screening no. | screening.* medicine.*
23 | searches (type, by, same sex, reason) | searches.*
24 | deadlines running, each with due time | clocks.*
25 | supervisor told, time | supervisor.told
26 | extension or over-limit reason | limits.* breaches.*
27 | exit time, released to, receipt no. | exit.at exit.how exit.to exit.receipt
28 | supervisor sign-off | signature.approval signature.supervisor
""",
    """
child.identity custody.responsible custody.authority presence.*.no passed.*
""",
)
RECEIPT = (
    """
1 | child identity and photo ref | child.name child.name_source child.own_script child.other_names
    child.age child.age_told child.birth_date child.sex child.identity child.photo
2 | from (agency, unit, officer, badge, phone) | head.agency head.unit from.officer from.badge
    from.phone
3 | to (agency, office, person, title, ID seen, phone) | to.agency to.office to.person to.title
    to.phone to.how_checked to.document to.check_result to.checked_at to.checked_by
4 | authority for transfer | transfer.authority
5 | place | transfer.place
6 | left at, arrived at | route.left route.arrived
7 | vehicle, officers, odometer, same-sex escort | route.vehicle route.escorts route.odometer
    route.same_sex
8 | condition on handing over | from.condition health.injuries health.clothing health.screening
9 | medicine handed over, next dose | doses.* property.*.what property.*.became
10 | allergies, alerts | health.allergies health.conditions
11 | language | child.language
12 | property receipt no., sealed bag nos. | property.receipt property.*.bag
13 | documents handed over (originals, copies) | property.*.what property.*.became
14 | open notices, who now owes them | owed.*
15 | no-contact persons, safety alerts | safety.no_contact safety.danger
16 | private person: relation, checks, promise, address | to.relation to.called_back to.address
    to.promise receiver_checks.*
17 | child told where going, reply | going.told going.reply
18 | receiver accepts or refuses, reason | transfer.outcome transfer.accepted_at transfer.refusal
19 | both signatures, date and time | signature.officer signature.receiver
20 | witness, supervisor | signature.witness to.witness foot.reviewed_by
21 | copy given to child or adult | signature.copy
""",
    """
child.legal_class child.met_at child.met_place from.custody_began from.counted_from
from.last_place from.locked transfer.number transfer.proposed_at transfer.counted property.*.no
property.*.category
""",
)
CONTACTS = (
    """
1 | no. | contacts.*.no
2 | date and time to the minute, zone | contacts.*.at head.zone
3 | duty served and due time | contacts.*.duty
4 | party and number | contacts.*.party
5 | method | contacts.*.method
6 | result | contacts.*.result
7 | person, id, call-back no. | contacts.*.spoke_with contacts.*.call_back
8 | what was said | contacts.*.said
9 | what they promised, by when | contacts.*.promised
10 | reference no. | contacts.*.reference references.*
11 | next try due | contacts.*.next_try
12 | by whom | contacts.*.by
13 | interpreter | contacts.*.interpreter
14 | escalation | contacts.*.escalated_to
15 | proof attached | contacts.*.proof
16 | foot: attempts per duty, first success, why not reached | duties.*
""",
    """
child.name child.own_script child.temporary_id child.age child.language reports.*
""",
)
