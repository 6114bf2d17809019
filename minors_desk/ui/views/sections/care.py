"""What was offered to the child and when last, medicine with its next dose, what it was told."""

from typing import get_args

from minors_desk.domain.care import Need, last_care, medicines
from minors_desk.domain.case import Case
from minors_desk.domain.rights import Right
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time

MOST_SEARCHES = 5


def care(context: Context) -> Section | None:
    """Of each kind the last time it was offered; each medicine, with when it is next due."""
    case, zone = context.case, context.zone
    if not case.care and not case.doses:
        return None
    section = Section("Care")
    more = Button("Log care", Kind.PLAIN, "G")
    more.clicked.connect(lambda: context.act("give_care"))
    section.head.addWidget(more)
    for need in get_args(Need):
        last = last_care(case, need)
        if last is not None:
            times = sum(one.what == need for one in case.care)
            words = joined(word("taken", last.answer), last.what_given, last.note)
            tone = Tone.AMBER if last.answer == "refused" else None
            often = "" if times == 1 else f"{times} times"
            at = clock_time(last.at, zone)
            section.add_row(word("need", need), joined(at, words), often, tone)
    for one in medicines(case):
        latest = one.latest
        last_at = "" if one.last_at is None else f"last {clock_time(one.last_at, zone)}"
        due = "" if one.next_due_at is None else f"next {clock_time(one.next_due_at, zone)}"
        words = joined(one.name, latest.dose, word("taken", latest.answer), last_at, due)
        by = f"by {latest.given_by}" if latest.given_by else ""
        section.add_row("Medicine", joined(words, by))
    return section


def rights_told(context: Context) -> Section | None:
    """Each thing that the child was told with when, how and whether it understood; its calls."""
    case, zone = context.case, context.zone
    if not case.told and not case.call_offers and not case.searches:
        return None
    section = Section("Told, offered, searched")
    for right in get_args(Right):
        _add_told(section, case, right, zone)
    for offer in case.call_offers:
        words = joined(
            word("call_to", offer.to), offer.to_whom, word("call_answer", offer.answer), offer.note
        )
        tone = Tone.AMBER if offer.answer == "not_possible" else None
        section.add_row(f"Call {clock_time(offer.at, zone)}", words, tone=tone)
    for search in case.searches[-MOST_SEARCHES:]:
        told = search.told
        words = joined(
            word("search_extent", told.extent),
            f"by {told.by} ({word('same_sex', told.same_sex)})",
            told.reason,
            f"found: {told.found}" if told.found else "nothing found",
        )
        strip = told.extent == "strip" or (told.same_sex == "no" and told.extent != "bag")
        section.add_row(
            f"Search {clock_time(search.at, zone)}", words, tone=Tone.AMBER if strip else None
        )
    return section


def _add_told(section: Section, case: Case, right: Right, zone: str) -> None:
    """The last time that it was said; what was not said yet has no row, for no law is guessed."""
    last = next((one for one in reversed(case.told) if right in one.what), None)
    if last is None:
        return
    understood = word("understood", last.understood) if last.understood else ""
    interpreter = f"interpreter {last.interpreter}" if last.interpreter else ""
    words = joined(clock_time(last.at, zone), understood, last.language, interpreter)
    tone = Tone.AMBER if last.understood in ("no", "not_clear") else None
    section.add_row(word("right", right), words, tone=tone)
