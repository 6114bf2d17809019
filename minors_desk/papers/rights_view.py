"""Which words a rights notice prints to this child, in which language, and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from minors_desk import assets
from minors_desk.domain.case import Case
from minors_desk.domain.facts import answers
from minors_desk.domain.notice_points import Group, Told, points_for
from minors_desk.domain.notice_texts import NoticeText, best_of, read_notice
from minors_desk.domain.values import LanguageLevel, LanguageValue
from minors_desk.lists import language_coded
from minors_desk.papers.boxes import Absent, BoxSource
from minors_desk.papers.case_view import CaseView, log_of
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Box, Column, Table
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import own_language_name, spoken

ENGLISH = "eng"
PRACTICE = "Good practice"
"""Under a point that no rule in force asks for."""
_NUMBER = Column("No.", 2)
_LEVELS: tuple[LanguageLevel, ...] = ("first_language", "fluent", "some")
_THROUGH = "read it through an interpreter"
_UNREVIEWED = "Not reviewed by counsel"
PARTS: Mapping[Group, str] = {
    "here": "Why you are here",
    "needs": "What you can ask us for",
    "people": "Whom you can talk to",
    "asked": "If you are asked about something against the law",
}
"""The heads of the paper, in the words of the child's reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsView(CaseView):
    """The case with the words for it: `english` is always there, `own` in the child's language.

    `speaks` are the languages that it is said to speak, the best one first.
    """

    speaks: tuple[LanguageValue, ...]
    english: NoticeText
    own: NoticeText | None
    points: tuple[Told, ...]


@lru_cache(maxsize=8)
def shipped(country: str, number: int) -> NoticeText:
    """The English text that the program brings for a country, ``US`` or ``CA``.

    Each number is a text of its own that is never changed: an issued paper holds its words.
    """
    return read_notice(assets.read_text("notices", f"{ENGLISH}-{country.lower()}-{number}.toml"))


def rights_view(given: PaperInput, case: Case) -> RightsView:
    """The case as its notice reads it; it always has one."""
    place = given.station.jurisdiction
    brought = shipped(given.country, 1)
    speaks = _speaks(case)
    own = None
    if speaks and speaks[0].language != ENGLISH:
        texts = (best_of(given.notices, one.language, place) for one in speaks)
        own = next((one for one in texts if one is not None and one.language != ENGLISH), None)
    rests_on = {name: words.rests_on for name, words in brought.points.items()}
    return RightsView(
        case=case,
        given=given,
        lines=log_of(case),
        speaks=speaks,
        english=best_of(given.notices, ENGLISH, place) or brought,
        own=own,
        points=points_for(case, given.packs, rests_on, given.as_of, given.zone),
    )


def _speaks(case: Case) -> tuple[LanguageValue, ...]:
    """What it speaks best first; of equals the one that leads as a fact does."""
    values = (one.value for one in answers(case, "language").told)
    spoken_ones = [one for one in values if isinstance(one, LanguageValue) and one.level in _LEVELS]
    return tuple(sorted(spoken_ones, key=lambda one: _LEVELS.index(one.level)))


def named(code: str) -> str:
    """``Arabic (any), العربية``: a language in English and, where the list has it, in its own."""
    own = own_language_name(code)
    return f"{spoken(code)}, {own}" if own else spoken(code)


def _printed_in(view: RightsView) -> str:
    return "English" if view.own is None else f"{named(view.own.language)}; English beside it"


def _own_words(view: RightsView) -> str | Absent:
    if not view.speaks:
        return Absent(
            answers(view.case, "language").no_value or "missing",
            f"The child's language is not known: find it out, and {_THROUGH}",
        )
    first = view.speaks[0].language
    lacking = f"No reviewed text in {named(first)}: {_THROUGH}"
    if view.own is None:
        return "English is the child's language" if first == ENGLISH else lacking
    said = reviewed_words(view.own)
    if view.own.language == first:
        return said
    return f"{lacking}. Printed in {named(view.own.language)}, which it speaks too: {said}"


def reviewed_words(text: NoticeText) -> str:
    """Who reviewed a text and when, and where it is from; or that nobody has."""
    on = "" if text.reviewed_on is None else text.reviewed_on.isoformat()
    said = f"Reviewed by {text.reviewed_by}, {on}" if text.is_reviewed else _UNREVIEWED
    return joined(said, text.source)


def _reads(view: RightsView) -> str | Absent:
    wanted = ENGLISH if view.own is None else view.own.language
    known = next((one for one in view.speaks if one.language == wanted), None)
    if known is None or known.reads is None:
        return Absent("not_asked", "read it out to the child")
    if known.reads in ("yes", "no"):
        return "It reads" if known.reads == "yes" else "It does not read: read it out"
    return Absent("unknown", "read it out to the child")


BOXES: Mapping[str, BoxSource[RightsView]] = {
    "notice.language": BoxSource(
        "Printed in", "fact_told.value.language", _printed_in, strong=True
    ),
    "notice.reads": BoxSource("Does the child read that", "fact_told.value.reads", _reads),
    "notice.words": BoxSource(
        "Text in the child's language", "notice_adopted.content", _own_words, strong=True
    ),
    "notice.english": BoxSource(
        "English text", "notice_adopted.content", lambda view: reviewed_words(view.english)
    ),
}
POINT_BOXES: Mapping[str, str] = {
    f"points_{group}.*.{cell}": field
    for group in PARTS
    for cell, field in (
        ("no", "classed.legal_class"),
        ("own", "notice_adopted.content"),
        ("english", "classed.legal_class"),
        ("rule", "pack_adopted.content"),
    )
}
"""The entry field behind each cell: which points are told goes by the class of the child."""
POINT_LABELS: Mapping[str, str] = {
    name: {
        "no": "No.",
        "own": "In the child's language",
        "english": "In English",
        "rule": "Rests on",
    }[name.rpartition(".")[2]]
    for name in POINT_BOXES
}


def points_table(view: RightsView, group: Group) -> Table:
    """What the child is told under that head, numbered through the whole paper."""
    english = Column("In English", 9 if view.own else 17), Column("Rests on", 5 if view.own else 6)
    columns = (_NUMBER, *english) if view.own is None else _both(view.own.language, english)
    name = f"points_{group}"
    lines: list[tuple[Box, ...]] = []
    for number, point in enumerate(view.points, start=1):
        if point.group != group:
            continue
        at = f"{name}.{len(lines) + 1}"
        first = Box(f"{at}.no", "No.", str(number))
        cells = _english(view, point, at), Box(f"{at}.rule", "Rests on", _rules(point))
        if view.own is None:
            lines.append((first, *cells))
            continue
        own = _own(view.own, point, at)
        lines.append((first, *cells, own) if _is_rtl(view.own.language) else (first, own, *cells))
    return Table(name, columns, tuple(lines))


def _both(language: str, english: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns with that of the child's language: first, or at the right edge of the page where
    its lines begin there.
    """
    rtl = _is_rtl(language)
    own = Column(f"In {named(language)}", 9, rtl)
    return (_NUMBER, *english, own) if rtl else (_NUMBER, own, *english)


def _is_rtl(code: str) -> bool:
    listed = language_coded(code)
    return listed is not None and listed.is_right_to_left


def _own(text: NoticeText, point: Told, at: str) -> Box:
    words = text.points.get(point.id)
    if words is None:
        lacking = f"no reviewed words for this: {_THROUGH}"
        return Box(f"{at}.own", "In the child's language", lacking, "missing")
    return Box(f"{at}.own", "In the child's language", words.text, strong=True)


def _english(view: RightsView, point: Told, at: str) -> Box:
    """From the reviewed text where it has the point; else as the program brings it, marked."""
    words = view.english.points.get(point.id)
    if words is None:
        brought = shipped(view.given.country, 1).points[point.id]
        text = f"{brought.text} ({_UNREVIEWED.lower()})"
    else:
        text = words.text
    return Box(f"{at}.english", "In English", text, strong=view.own is None)


def _rules(point: Told) -> str:
    said = "\n".join(
        joined(rule.id, rule.citation, "" if rule.checked.verified else "not verified")
        for rule in point.rules
    )
    if not said:
        return PRACTICE
    return f"If accused: {said}" if point.if_accused else said
