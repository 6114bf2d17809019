"""One sentence for each kind of entry, the child's title, and times on the station's clock."""

from datetime import timedelta

import pytest
from hypothesis import given

from minors_desk.domain.board import ON_CARD, card
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import fold
from minors_desk.domain.encounter import AgeRange
from minors_desk.domain.entries import Entry, Gone, Unread
from minors_desk.wording import sentences, times
from minors_desk.wording.sentences import HEADINGS, case_title, heading, sentence
from tests.domain.samples import CASE, ONE_OF_EACH, T0, ZONE, at, case_of, encountered, entry, name
from tests.domain.samples_custody import began, moved
from tests.domain.strategies import logs

SAID = {
    "encountered": "Bus station · Alone, crying · not classed yet",
    "fact_told": "Name: Ana <b>María</b> · آنا मारिया 安娜 👧🏽 · says so",
    "custody_began": "First contact with an officer · Area Central · not locked · "
    "watched by Rivera · No guardian found",
    "moved": "Area Central, 2 · locked (Threw a chair) · watched by Rivera",
    "trafficking_sign_seen": "Wages taken or never paid · Papers or telephone held by somebody else"
    " · The child said so · at work",
    "trafficking_screened": "Indicators found · A debt to be worked off"
    " · Papers or telephone held by somebody else · 2 seen or told, 1 looked for and not seen,"
    " 1 not asked · Det. Cho · I work and they keep the money · tired",
    "protection_concern": "Hurt by somebody · Nobody to care for it · Seen · old bruises",
    "questioning_began": "by Det. Cho · A broken window · Lawyer on the telephone"
    " · With parent or guardian · Rosa López · rights told · Mam · recorded · stopped at once",
    "consular_offer": "Guatemala, Mexico · May be told, on request · Your consulate can be told "
    "that you are here · Mam · interpreter IX-7 · Wants it told · A parent · Rosa López",
    "consular_notice": "Guatemala · Consulate of Guatemala, Chicago · On request · by telephone"
    " · 312 555 0170 · spoke with Vice-consul Paz · reference G-12"
    " · told: Name, Where held, Whom to ask for access",
    "guardian_needed": "Parents far away · A court asked · Juvenile court · M. Ruiz"
    " · docket 26 JA 88 · aunt in Joliet",
    "counsel_hold": "Notice to a consulate · Any word to another country · until L. Park answers"
    " · She is afraid of the police there",
    "counsel_answered": "Notice to a consulate · Keep it back · L. Park · Not before Monday",
    "missing_report_received": "by Her grandmother · MP-26-88 · Endangered · since Sunday",
    "information_asked": "Immigration authority: ICE, A. Vance, 88 · by telephone · Address, "
    "Immigration status · Warrant of the agency itself I-200 7 of 2026-11-24 · Part of it given · "
    "told: Immigration status · not known to us · held back: the address · Order of a judge, "
    "A supervisor allowed it · supervisor Osei · order: Juvenile court, JV-570 12, 2026-11-24 · "
    "child told · the law then: Address: Forbidden (US-CA-24d); Immigration status: Needs an "
    "order of a judge (US-CA-26) · called back",
    "federal_contact_decided": "ERO juvenile coordinator · Contact refused · State law · Counsel",
    "status_asked": "by Det. Cho · 752.053 · answer not noted · once",
    "detainer_received": "ICE, A. Vance, 88 · Civil detainer I-247A 9 2026-11-24 · Hold the child, "
    "Say when the child is let go · by fax · copy given to the child · by fax twice",
    "detainer_answered": "Refused · decided by Osei, sergeant · 5 ILCS 805/15 · told to A. Vance · "
    "Copy of the request given to the child · copy given to the child · the law then: "
    "keeping the child longer for an immigration authority: Forbidden (US-IL-11a) · in writing",
    "federal_access": "Immigration authority: ICE, A. Vance, 88 · The building, The child · "
    "Warrant signed by a judge 26-7 of 2026-11-24 · allowed: The building · "
    "decided by Osei, sergeant · Child refused · Lawyer present · A supervisor allowed it · "
    "supervisor Osei · the law then: an interview by a federal agency: No rule known · "
    "left at once",
    "duty_waived": "HOUSE-FOOD · Slept all the time",
    "case_closed": "Nothing more is owed",
    "welfare_checked": 'Awake, calm · says "hungry"\n\tand tired \\',
    "contact_tried": "Parent or relative · Tía Rosa · +1 (312) 555-0188 · by telephone · Reached"
    " · spoke with Rosa López ID seen on video · Ana is safe at Area Central"
    " · promised: Will come with the birth record · reference C-17"
    " · call back on 312 555 0199 · interpreter Line 8841, K'iche' · passed up to Sgt. Cole",
    "reference_given": "RD number · JK 412033 · given by Records · new",
    "not_reached": "Consulate · Nobody there until 08:00",
    "report_sent": "Written report to child protection · to DCFS · by fax · reference CANTS 5"
    " · without the photographs",
    "handoff_proposed": "No. 1 · DCFS · M. Ruiz · 325 ILCS 5/5 · Front desk",
    "receiver_checked": "Badge or agency card seen · DCFS 4411 · Matches",
    "handoff_signed": "Receiving · M. Ruiz · 1234",
    "handoff_accepted": "No. 1 accepted: custody is the receiver's",
    "paper_issued": "Transfer-of-custody receipt · AC-26-0412-R1 · version 1, copy 1",
    "labels_printed": "Bags of belongings · AC-26-0412-B1 · 62x29 · 2 of each · without a name",
    "downtime_entered": "DT-AC-26-0002 · Round sheet · 2 entries · with its scan",
    "downtime_reserved": "4 sheets · 2026 0001 – 0004",  # noqa: RUF001
    "downtime_used": "DT-AC-26-0002",
    "downtime_struck": "DT-AC-26-0003 · coffee over it",
    "packet_issued": "PK-AC-26-0412-1 · The receiver · 1 copy",
    "paper_printed": "printed · M. Ruiz",
    "print_failed": "Out of paper",
    "copy_accounted": "passed on · Night desk · shift",
    "amended": "mistyped",
    "withdrawn": "another child",
    "care_given": "Food · accepted · Rice · ate half",
    "medicine_given": "Salbutamol · two puffs · accepted · given by Nurse Diaz · "
    "on the word of her mother · breathes better",
    "medically_screened": "Ambulance called · Trouble breathing · Dehydrated · 1 injury",
    "rights_told": "Why it is held · Its rights · Mam · interpreter badge 9 · "
    "not clear whether understood · You are safe here · answer: she nods",
    "call_offered": "Parent · her mother · nobody answered · again at 4",
    "child_searched": "Outer clothing · by K. Lee (same sex) · Before the ride · General order 6 · "
    "found: a toy",
    "property_taken": "1: 2 x Necklace (Safekeeping); 2: 1 x Passport (Evidence); "
    "3: 1 x Phone (Safekeeping) · left pocket · Locker 4",
    "cash_counted": "line 4 · GTQ 100.00, USD 60.50 · counted with K. Lee · Safe · wet",
    "bag_sealed": "bag B-1 · seal S-900 · lines 1, 3",
    "property_moved": "bag B-1 · Locker 4 · to Property room, P. Clerk · night storage · "
    "seal intact",
    "property_returned": "To the receiver · M. Ruiz · line 4 · bag B-1 · seal broken · "
    "missing: one coin",
    "property_disputed": "line 1 · Eran tres collares · es",
    "phone_searched": "line 3 · by Det. Cho · last call · warrant 26-4 · consent: Refused",
    "station_founded": "Area Central · AC · US-IL · America/Chicago",
    "station_telephone_set": "312 555 0144",
    "person_added": "J. Rivera · jrivera · 1234 · Officer · Supervisor",
    "key_introduced": "first key of this record",
    "signed_in": "desk 2 · wrong passphrases before: 2",
    "login_released": "jrivera",
    "pack_adopted": "house",
    "form_adopted": "ss-8572 · Suspected child abuse report",
    "directory_line_set": "Illinois DCFS, our own desk · 312 555 0144 · Child protection · 24/7",
    "secured": "Cuffed to an object · Ran for the door · Left hand, bench",
    "unsecured": "Everything taken off · Calm again",
    "relieved": "watched by Okafor · End of shift",
    "transport_left": "To a hospital · County hospital · Car 12 · Rivera 1234 · Okafor · "
    "Escort of the same sex · locked (Cage) · odometer 12345.6",
    "transport_arrived": "County hospital, ER 4 · not locked · watched by Rivera · "
    "odometer 12352.0",
    "custody_ended": "Left without leave · Through the back door · 705 ILCS 405/3-4",
    "limit_explained": "US-JJ-03 · No room at the shelter · approved by Sgt. Cole",
    "found_again": "Union Station · Cold, unhurt · Asleep on a bench",
    "handoff_counted": "does not agree: Line 2, 20 dollars less · lines 1, 2",
    "paper_signed": "Juvenile custody log · A. Osei, badge 77, Sergeant · on screen with a pen",
    "signed_on_paper": "Receiving · M. Ruiz · copy TR-AC-26-0001-1, version 1, copy 1",
    "handoff_refused": "No. 1 · by the receiver · No space · No bed tonight · "
    "the child is at: Room 2",
    "handoff_failed": "No. 1 · The receiver did not come · Waited an hour · "
    "the child is at: Room 2",
    "case_linked": "The same child, another night · Last week",
    "case_exported": "Cook County Juvenile Court · Hearing of 3 December · "
    "not encrypted: asked for on paper · entries: 12 · 2b2b2b2b2b2b2b2b",
    "backup_made": "before an upgrade of the record · up to entry 7 · 0f0f0f0f0f0f0f0f",
    "record_verified": "2 problems · up to entry 7",
    "restored": "from a backup up to entry 7 · entries left in the other copy: 2 · "
    "0f0f0f0f0f0f0f0f",
    "clock_jumped": "The computer's clock was set back by 3600 s",
    "classed": "Accused delinquent · Retail theft · 705 ILCS 405/5-105 · After the store's call",
    "person_told": "Mother · says: says she is the mother · proof: none shown · "
    "ask before contact · The child cried at her name · Nebaj · alive · "
    "does not care for the child",
    "companion_linked": "Brother or sister · found together",
    "kept_together": "with 1 other child · Room 2",
    "parted": "He needs a hospital · decided by Sgt. Ōno · the other child: County hospital",
    "interpreter_used": "Ixil · by telephone · A. López · IX-7 · Language line · 555 · "
    "a relative or a child",
    "asked_before": "Border Patrol · Agent Diaz · 2026-11 · Name, route · B-17",
    "case_approved": "under the rules us · Well kept",
    "case_returned": "The receipt is missing; Say who was called first",
    "role_changed": "Officer · Auditor · New post",
    "person_disabled": "Left the agency",
    "passphrase_changed": "by the person",
    "case_read": "first in this hour",
    "rule_waived": "US-JJ-03 · Approved alternative · Consent decree 14 C 2 · until 2026-11-25",
    "notice_adopted": "Spanish · US-IL",
    "notice_withdrawn": "Spanish · US-IL · A new order of counsel",
    "rule_restored": "US-JJ-03 · The decree ended",
    "list_exported": "Handoff log · 12 rows · since 2026-11-01 · saved as a file"
    " · Weekly review · Cmdr. Vance",
    "attachment_added": "Photograph of the child · photograph (JPEG) · "
    "To know the child again · 325 ILCS 5/6",
}


@pytest.mark.parametrize("body", ONE_OF_EACH, ids=lambda one: type(one).__name__)
def test_every_kind_has_its_sentence_and_heading(body: Body) -> None:
    kind = str(body.__struct_config__.tag)
    assert sentence(body) == SAID[kind]
    assert heading(entry(1, body)) == HEADINGS[kind]


def test_what_cannot_be_shown_says_so() -> None:
    assert sentence(Unread("of_later", 1)) == (
        "This entry was written by a later version of the program."
    )
    assert heading(entry(1, Unread("of_later", 1))) == "Entry of a later version"
    assert heading(entry(1, Unread("moved", 2))) == "Moved"
    assert sentence(Unread("unreadable", 0)) == "The content of this entry cannot be read."
    assert heading(entry(1, Unread("unreadable", 0))) == "Unreadable entry"
    assert sentence(Gone()) == "The content of this entry was expunged."
    assert heading(entry(1, Gone())) == "Expunged"
    assert sentence(Body(occurred_at=T0)) == ""


def test_a_class_that_was_given_is_said() -> None:
    assert "Status offender" in sentence(encountered(legal_class="status_offender"))
    assert "(" not in sentence(moved(1, secure=True))


@pytest.mark.parametrize(
    ("sex", "low", "high", "title"),
    [
        ("girl", 96, 96, "Unknown girl, about 8"),
        ("boy", 84, 108, "Unknown boy, about 7 to 9"),
        ("not_clear", 3, 5, "Unknown child, about 3 to 5 months"),
        ("boy", 0, 1, "Unknown boy, about 0 to 1 month"),
        ("girl", None, None, "Unknown girl"),
        (None, 96, 96, "Unknown child, about 8"),
    ],
)
def test_a_child_without_a_name_is_called_by_what_is_seen(
    sex: str | None, low: int | None, high: int | None, title: str
) -> None:
    age = None if low is None or high is None else AgeRange(low_months=low, high_months=high)
    case = case_of(encountered(apparent_sex=sex, apparent_age=age), began(1))
    assert case_title(case, ZONE) == title
    assert sentences.card_title(card(case, [], ZONE)) == title


def test_a_name_is_said_as_typed() -> None:
    case = case_of(encountered(), name(1, "<b>&amp; Ana"))
    title = case_title(case, ZONE)
    assert title == sentences.card_title(card(case, [], ZONE)) == "<b>&amp; Ana"
    assert case_title(case_of(), ZONE) == "Unknown child"


@given(logs())
def test_a_child_is_called_alike_on_its_page_and_on_its_card(log: list[Entry]) -> None:
    case = fold(CASE, log)
    shown = case_title(case, ZONE)
    assert shown[:ON_CARD] == sentences.card_title(card(case, [], ZONE))


def test_times_are_of_the_stations_wall_clock() -> None:
    assert times.clock_time(T0, ZONE) == "03:00"
    assert times.day_and_time(T0, ZONE) == "2026-11-24 03:00 CST"
    assert times.long_day(T0, ZONE) == "Tuesday 24 November"


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("minute", "2026-11-24 03:00 CST"),
        ("about", "about 2026-11-24 03:00 CST"),
        ("day", "2026-11-24"),
        ("month", "2026-11"),
        ("unknown", "time not known"),
        ("of_later", "time not known"),
    ],
)
def test_an_instant_only_as_exactly_as_it_is_known(precision: str, words: str) -> None:
    assert times.exactly(T0, precision, ZONE) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-5, "0 min"),
        (0.99, "0 min"),
        (14, "14 min"),
        (60, "1 h 00 min"),
        (192, "3 h 12 min"),
        (2879, "47 h 59 min"),
        (3120, "2 d 4 h"),
    ],
)
def test_a_span_in_words(minutes: float, words: str) -> None:
    assert times.span(timedelta(minutes=minutes)) == words
    assert times.span(at(minutes) - at(0)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (5, 5, "5 months"),
        (1, 1, "1 month"),
        (24, 35, "2"),
        (18, 40, "1 to 3"),
        (191, 191, "15"),
    ],
)
def test_an_age_in_words(low: int, high: int, words: str) -> None:
    assert times.age(AgeRange(low_months=low, high_months=high)) == words
    assert times.age(None) == ""
