"""The boxes of the notice of child trafficking: discovery, indicators, who did it, what is owed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from minors_desk.domain.case import Case
from minors_desk.domain.contact_log import attempts
from minors_desk.domain.contacts import Contact
from minors_desk.domain.trafficking_screening import (
    FOUND,
    GROUPS,
    Group,
    Indicator,
    Looked,
    TraffickingScreened,
)
from minors_desk.domain.trafficking_standing import Discovery, discoveries, notice
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.papers.referral_boxes import SHARED, Reader, Source, asked
from minors_desk.papers.referral_tables import fact_of, quoted
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.trafficking import notice_words

_ALWAYS = datetime.min.replace(tzinfo=UTC)
_SIGNS_OF: dict[str, tuple[str, ...]] = {
    "labour": GROUPS["work_and_money"],
    "sex": GROUPS["sexual_exploitation"],
}


def answer_on(case: Case, indicator: Indicator) -> Looked | None:
    """What is known of that indicator: the last answer, one that says something going first."""
    told = [
        one
        for sheet in case.trafficking_screenings
        for one in sheet.sheet.looked
        if one.indicator == indicator
    ]
    said = [one for one in told if one.answer != "not_asked"]
    return (said or told)[-1] if told else None


def _sheet(view: CaseView) -> TraffickingScreened | None:
    sheets = view.case.trafficking_screenings
    return sheets[-1].sheet if sheets else None


def _looked(one: Looked) -> str | Absent:
    if one.answer == "not_asked":
        return Absent("not_asked", one.words)
    if one.answer == "could_not_tell":
        return Absent("unknown", one.words)
    words = quoted(one.words) if one.answer in ("child_said", "other_person_said") else one.words
    return joined(word("indicator_answer", one.answer), words)


def indicator(name: Indicator) -> Reader:
    """What is known of one indicator; not asked where nobody came to it."""

    def read(view: CaseView) -> str | Absent:
        one = answer_on(view.case, name)
        return Absent("not_asked") if one is None else _looked(one)

    return read


def _first(read: Callable[[Discovery, CaseView], str]) -> Reader:
    """Read from the first discovery; missing where nothing was discovered."""

    def reader(view: CaseView) -> str:
        found = discoveries(view.case)
        return read(found[0], view) if found else ""

    return reader


def _signs(one: Discovery) -> str:
    return ", ".join(word(one.codes, each) for each in one.signs)


def sector(case: Case) -> Literal["labour", "sex", "both", "unknown"]:
    """Which kind of exploitation the signs and indicators that were found are of."""
    found = {each for one in discoveries(case) for each in one.signs}
    labour = not found.isdisjoint(_SIGNS_OF["labour"])
    sex = not found.isdisjoint(_SIGNS_OF["sex"])
    if labour and sex:
        return "both"
    return "labour" if labour else "sex" if sex else "unknown"


def _sector(view: CaseView) -> str | Absent:
    kind = sector(view.case)
    if kind == "unknown":
        return Absent("unknown", "the indicators found name neither")
    words = {"labour": "Labor", "sex": "Commercial sex", "both": "Labor and commercial sex"}
    return f"{words[kind]}, by the indicators found"


def _notifier(view: CaseView) -> str:
    found = discoveries(view.case)
    return view.who(found[0].entry_id).replace("\n", "; ") if found else ""


def _of_sheet(read: Callable[[TraffickingScreened], str | Absent]) -> Reader:
    """Read from the last trafficking screening; not asked where there is none."""

    def reader(view: CaseView) -> str | Absent:
        sheet = _sheet(view)
        return Absent("not_asked") if sheet is None else read(sheet) or Absent("not_asked")

    return reader


def _services(sheet: TraffickingScreened) -> str:
    return ", ".join(word("service_needed", one) for one in sheet.services)


def _counsel(view: CaseView) -> str:
    lawyers = [one.person_id for one in view.case.people if one.role == "lawyer"]
    return "; ".join(
        joined(fact_of(view, "name", one), fact_of(view, "phone", one)) for one in lawyers
    )


def _part_b(view: CaseView) -> str:
    stands = notice(view.case)
    if stands.state == "whole":
        return joined("Nothing is owed of it", notice_words(stands))
    return joined("Owed: Part B, recruitment, travel, conditions, services", notice_words(stands))


def _accounts(view: CaseView) -> str:
    told = (quoted(one.sheet.account) for one in view.case.trafficking_screenings)
    return " ".join(one for one in told if one)


_LOOKED = "trafficking_screened.looked.words"
BOXES: dict[str, Source] = {
    **SHARED,
    "discovery.at": BoxSource(
        "First facts discovered: from here 24 hours count",
        "trafficking_sign_seen.occurred_at",
        _first(lambda one, view: view.when(one.at, one.entry_id)),
        strong=True,
    ),
    "discovery.what": BoxSource(
        "What was discovered",
        "trafficking_sign_seen.what",
        _first(lambda one, _: _signs(one)),
        strong=True,
    ),
    "notifier.who": BoxSource(
        "Who asks for assistance, role: police", "trafficking_sign_seen.done_by.name", _notifier
    ),
    "notifier.agency": BoxSource(
        "Agency, unit",
        "station_founded.agency",
        lambda view: joined(view.given.station.agency, view.given.station.station),
    ),
    "notifier.phone": BoxSource(
        "Telephone (e-mail: not asked here)",
        "station_telephone_set.telephone",
        lambda view: view.given.telephone,
    ),
    "near.exploiter": BoxSource("Who may harm it is near", _LOOKED, indicator("exploiter_near")),
    "near.still_there": BoxSource("Still there when found", _LOOKED, indicator("still_there")),
    "sector.kind": BoxSource(
        "Labor, sex, both or unknown", "trafficking_screened.looked", _sector, strong=True
    ),
    "exploiter.recruiter": BoxSource(
        "Recruiter or transporter came along", _LOOKED, indicator("escort_is_recruiter")
    ),
    "exploiter.transport": BoxSource(
        "Taken from place to place", _LOOKED, indicator("taken_from_place_to_place")
    ),
    "exploiter.employer": BoxSource("Made to work, by whom", _LOOKED, indicator("forced_to_work")),
    "exploiter.debt": BoxSource("Debts", _LOOKED, indicator("debt")),
    "exploiter.documents": BoxSource("Documents held", _LOOKED, indicator("documents_held")),
    "exploiter.threats": BoxSource("Threats", _LOOKED, indicator("threatened")),
    "exploiter.account": BoxSource(
        "The child's own account, in its words",
        "trafficking_screened.account",
        lambda view: _accounts(view) or Absent("none_recorded", "the child was not pressed"),
    ),
    "dates.when_where": BoxSource(
        "When and where, as told",
        "trafficking_screened.when_where",
        _of_sheet(lambda sheet: sheet.when_where),
    ),
    "affected.others": BoxSource(
        "Other children there in the same way", _LOOKED, indicator("others_there")
    ),
    "inquiry.agency": BoxSource(
        "Agency that inquires",
        "station_founded.agency",
        lambda view: view.given.station.agency or view.given.station.station,
    ),
    "inquiry.case": BoxSource("Its case number", "encountered.number", lambda v: v.case.number),
    "inquiry.may_call": BoxSource(
        "May OTIP call",
        "trafficking_screened.may_call",
        _of_sheet(lambda sheet: asked(sheet.may_call)),
        strong=True,
    ),
    "counsel.who": BoxSource(
        "Attorney or advocate of the child",
        "person_told.role",
        _counsel,
        "none_recorded",
    ),
    "services.needed": BoxSource(
        "Services needed", "trafficking_screened.services", _of_sheet(_services), strong=True
    ),
    "part_b.state": BoxSource("Part B", "report_sent.part", _part_b, strong=True),
}
"""Every box that stands alone, by the name that stands in the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One indicator of the sheet with what is known of it; `number` is its place in the list."""

    number: int
    group: Group
    indicator: Indicator
    looked: Looked | None


def _all(view: CaseView) -> Iterator[Asked]:
    every = ((group, one) for group, members in GROUPS.items() for one in members)
    for number, (group, one) in enumerate(every, start=1):
        yield Asked(number=number, group=group, indicator=one, looked=answer_on(view.case, one))


def _answer(_: CaseView, one: Asked) -> str | Absent:
    if one.looked is None or one.looked.answer == "not_asked":
        return Absent("not_asked")
    mark = "[X]" if one.looked.answer in FOUND else "[  ]"
    return f"{mark} {word('indicator_answer', one.looked.answer)}"


INDICATORS: TableSource[CaseView, Asked] = TableSource(
    "indicators",
    _all,
    {
        "indicator": CellSource(
            "Indicator",
            "trafficking_screened.looked.indicator",
            lambda _, one: word("trafficking_indicator", one.indicator),
            11,
        ),
        "answer": CellSource(
            "Answer", "trafficking_screened.looked.answer", _answer, 6, strong=True
        ),
        "facts": CellSource(
            "Facts, or the words used",
            _LOOKED,
            lambda _, one: "" if one.looked is None else one.looked.words,
            11,
        ),
    },
    lambda one: (_ALWAYS, f"indicator.{one.number:02}"),
)
"""All that the sheet asks: what nobody came to is not asked, which is not *not seen*."""


def _found_words(view: CaseView, one: Discovery) -> str:
    signs = (each for each in view.case.trafficking if each.entry_id == one.entry_id)
    return next(
        (joined(word("discovered", each.how), each.note) for each in signs), "Trafficking screening"
    )


SIGNS: TableSource[CaseView, Discovery] = TableSource(
    "discovered",
    lambda view: discoveries(view.case),
    {
        "at": CellSource(
            "When",
            "trafficking_sign_seen.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "what": CellSource(
            "What came to light", "trafficking_sign_seen.what", lambda _, one: _signs(one), 10
        ),
        "how": CellSource("How, in which words", "trafficking_sign_seen.note", _found_words, 8),
        "by": CellSource(
            "By",
            "trafficking_sign_seen.done_by.name",
            lambda view, one: view.who(one.entry_id),
            6,
        ),
    },
)
FOLLOW_UPS: TableSource[CaseView, Contact] = TableSource(
    "follow_ups",
    lambda view: attempts(view.case, "trafficking_notice"),
    {
        "at": CellSource(
            "When",
            "contact_tried.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "who": CellSource(
            "Whom",
            "contact_tried.party.name",
            lambda _, one: joined(one.told.party.name, one.told.party.number, one.told.spoke_with),
            9,
        ),
        "result": CellSource(
            "Result",
            "contact_tried.outcome",
            lambda _, one: word("contact_outcome", one.told.outcome),
            4,
        ),
        "said": CellSource(
            "Said, promised, number",
            "contact_tried.said",
            lambda _, one: joined(one.told.said, one.told.promised, one.told.reference),
            9,
        ),
    },
)
