"""The boxes of the screening sheet: each question with what was answered, each sign as it was seen.

A question that nobody has come to is MISSING: the sheet is to be gone through whole.
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from minors_desk.domain import body_outline
from minors_desk.domain.screening import AMBULANCE, Injury, injuries, rechecks
from minors_desk.papers.boxes import Absent, Boxes, BoxSource
from minors_desk.papers.case_view import short_time
from minors_desk.papers.child_boxes import CHILD
from minors_desk.papers.screening_view import Reader, ScreeningView, only_if, question
from minors_desk.papers.sheet import Figure, Row
from minors_desk.wording.codes import WORDS, word
from minors_desk.wording.phrases import joined
from minors_desk.wording.things import injury_words
from minors_desk.wording.times import day_and_time, exactly

_KIND = "medically_screened"
_ELSEWHERE = frozenset({*AMBULANCE, "clinic"})
"""Decisions by which somebody else looks at the child."""


def _number(view: ScreeningView) -> str:
    return f"{view.number}, WITHDRAWN since" if view.line.counts is None else str(view.number)


def _at(view: ScreeningView) -> str:
    return exactly(view.at, view.sheet.precision, view.zone)


def _screener(view: ScreeningView) -> str:
    wrote = view.who(view.line.entry.id).replace("\n", "; ")
    return joined(view.sheet.screener, f"entered by {wrote}") if view.sheet.screener else wrote


def _sign(name: str, sign: str) -> Reader:
    """Whether that sign was seen; of a list that nobody could tell, why."""

    def read(view: ScreeningView) -> str | Absent:
        seen = getattr(view.sheet.signs, name)
        if seen is None:
            return ""
        if isinstance(seen, str):
            return Absent(seen)  # type: ignore[arg-type]
        return "SEEN" if sign in seen else "Not seen"

    return read


def _signs(name: str, part: str, codes: str) -> dict[str, BoxSource[ScreeningView]]:
    return {
        f"{part}.{sign}": BoxSource(words, f"{_KIND}.signs.{name}", _sign(name, sign))
        for sign, words in WORDS[codes].items()
    }


def _injuries(view: ScreeningView) -> str | Absent:
    seen = view.sheet.signs.injuries
    if seen is None:
        return ""
    if isinstance(seen, str):
        return Absent(seen)
    if not seen:
        return "None seen"
    return "\n".join(f"{number}  {_injury(view, one)}" for number, one in enumerate(seen, start=1))


def _injury(view: ScreeningView, one: Injury) -> str:
    return joined(injury_words(one), *(_photo(view, photo) for photo in one.photos))


def _photo(view: ScreeningView, file_id: UUID) -> str:
    """The photograph by its time and digest: as it stands on the file itself."""
    for file in view.case.attachments:
        if file.file_id == file_id:
            return f"photo {short_time(file.at, view.zone)}, SHA-256 {file.sha256[:16]}"
    return "a photo that is not in the record"


def injury_row(view: ScreeningView, boxes: Boxes) -> Row:
    """The outline with a number where each injury was seen, and the list of them beside it."""
    seen = [(one.part, one.side or "") for one in injuries(view.sheet)]
    return Row((_figure(seen), boxes["injuries.list"]), (11, 13), _MAP_LINES)


_MAP_LINES = 16


def _figure(seen: Sequence[tuple[str, str]]) -> Figure:
    words = tuple(
        (f"{name}: {sides}", (left + body_outline.MIDDLE, body_outline.WORDS_AT + 12))
        for left, name, sides in body_outline.VIEWS
    )
    return Figure(
        outlines=tuple(_outlines()),
        dots=body_outline.marks(seen),
        words=words,
        width=body_outline.WIDTH,
        height=body_outline.HEIGHT,
    )


def _outlines() -> Iterator[tuple[body_outline.Point, ...]]:
    for left, _name, _sides in body_outline.VIEWS:
        for form in body_outline.FIGURE:
            yield tuple((x + left, y) for x, y in body_outline.polygon(form))


def _pain(view: ScreeningView) -> str | Absent:
    pain = view.sheet.signs.pain
    if pain is None:
        return ""
    return Absent(pain) if isinstance(pain, str) else f"{pain} of 10"


def _told(part: str, name: str, label: str) -> BoxSource[ScreeningView]:
    return BoxSource(label, f"{_KIND}.{part}.{name}", question(part, name))


def _takes_medicine(view: ScreeningView) -> bool:
    asked = view.sheet.health.medicines
    return asked is not None and asked.answer == "yes"


def _was_abused(view: ScreeningView) -> bool:
    asked = view.sheet.wellbeing.abuse_recent
    return asked is not None and asked.answer == "yes"


def _asked_alone(view: ScreeningView) -> bool:
    """Whether it was asked of pregnancy or period at all."""
    health = view.sheet.health
    not_asked = (None, "not_asked", "does_not_apply")
    return health.pregnant not in not_asked or health.period_needs not in not_asked


def _seen_elsewhere(view: ScreeningView) -> bool:
    return view.sheet.outcome.decision in _ELSEWHERE


def _consent(view: ScreeningView) -> str | Absent:
    by = view.sheet.outcome.consent_by
    if by is None:
        return ""
    if by in ("unknown", "refused", "not_asked", "does_not_apply"):
        return Absent(by)
    return word("consent_by", by)


def _given(view: ScreeningView) -> str:
    return ", ".join(word("need", one) for one in view.sheet.outcome.given)


def _recheck(view: ScreeningView) -> str:
    due = view.sheet.outcome.recheck_at
    return "" if due is None else day_and_time(due, view.zone)


def _rechecked(view: ScreeningView) -> str | Absent:
    mine = [one for one in rechecks(view.case) if one.entry_id == view.line.entry.id]
    if not mine:
        return Absent("does_not_apply", "none was asked for")
    done = mine[0].done_at
    return "" if done is None else f"By the screening of {day_and_time(done, view.zone)}"


SIGNS: dict[str, BoxSource[ScreeningView]] = {
    **_signs("urgent", "urgent", "urgent_sign"),
    **_signs("illness", "illness", "illness_sign"),
    "injuries.list": BoxSource(
        "Injuries seen, by number; nobody is undressed for it",
        f"{_KIND}.signs.injuries",
        _injuries,
    ),
    "pain.level": BoxSource("Pain, by the scale of faces", f"{_KIND}.signs.pain", _pain),
}
HEALTH: dict[str, BoxSource[ScreeningView]] = {
    "health.medicines": _told("health", "medicines", "Takes medicines"),
    "health.last_dose": BoxSource(
        "Last dose",
        f"{_KIND}.health.last_dose",
        only_if(question("health", "last_dose"), _takes_medicine, "no medicine told"),
    ),
    "health.allergies_asked": _told("health", "allergies", "Allergies, as asked"),
    "health.conditions_asked": _told("health", "conditions", "Illnesses, as asked"),
    "health.private": BoxSource(
        "The next two asked in private",
        f"{_KIND}.health.asked_in_private",
        only_if(question("health", "asked_in_private"), _asked_alone, "not asked"),
    ),
    "health.pregnant": _told("health", "pregnant", "Pregnant"),
    "health.period": _told("health", "period_needs", "Needs things for its period"),
    "health.substance": _told("health", "substance", "Alcohol or drugs"),
    "health.aids": _told("health", "aids", "Disability, aids, glasses"),
    "health.infant": _told("health", "infant", "Has an infant, or is nursing"),
}
WELLBEING: dict[str, BoxSource[ScreeningView]] = {
    "wellbeing.self_harm": _told("wellbeing", "self_harm", "Thoughts of harming itself"),
    "wellbeing.fear": _told("wellbeing", "fear", "Afraid"),
    "wellbeing.exhaustion": _told("wellbeing", "exhaustion", "Exhausted"),
    "wellbeing.meal": _told("wellbeing", "last_meal", "Last meal"),
    "wellbeing.water": _told("wellbeing", "last_water", "Last water"),
    "wellbeing.sleep": _told("wellbeing", "last_sleep", "Last slept"),
    "wellbeing.abuse": _told(
        "wellbeing", "abuse_recent", "Hurt or assaulted lately; no detail is pressed for"
    ),
    "wellbeing.exam": BoxSource(
        "Wants to be examined",
        f"{_KIND}.wellbeing.exam_wanted",
        only_if(question("wellbeing", "exam_wanted"), _was_abused, "no assault told"),
    ),
}
OUTCOME: dict[str, BoxSource[ScreeningView]] = {
    "outcome.decision": BoxSource(
        "Decision",
        f"{_KIND}.outcome.decision",
        lambda view: word("decision", view.sheet.outcome.decision),
        strong=True,
    ),
    "outcome.consent": BoxSource(
        "Consent to treatment by",
        f"{_KIND}.outcome.consent_by",
        only_if(_consent, _seen_elsewhere, "no treatment"),
    ),
    "outcome.provider": BoxSource(
        "Who looked at or treated the child",
        f"{_KIND}.outcome.provider",
        only_if(lambda view: view.sheet.outcome.provider, _seen_elsewhere, "nobody else"),
    ),
    "outcome.finding": BoxSource(
        "Finding",
        f"{_KIND}.outcome.finding",
        only_if(lambda view: view.sheet.outcome.finding, _seen_elsewhere, "nobody else"),
    ),
    "outcome.papers": BoxSource(
        "Discharge papers",
        f"{_KIND}.outcome.discharge_papers",
        only_if(question("outcome", "discharge_papers"), _seen_elsewhere, "not elsewhere"),
    ),
    "outcome.given": BoxSource(
        "Given at the screening", f"{_KIND}.outcome.given", _given, "none_recorded"
    ),
    "recheck.due": BoxSource(
        "Look again at", f"{_KIND}.outcome.recheck_at", _recheck, "none_recorded", True
    ),
    "recheck.done": BoxSource(
        "Looked at again", f"{_KIND}.occurred_at", _rechecked, "none_recorded"
    ),
}
_OF_CHILD = ("child.name", "child.own_script", "child.age", "child.sex", "child.language")
BOXES: dict[str, BoxSource[ScreeningView]] = {
    **{name: CHILD[name] for name in _OF_CHILD},
    "screened.number": BoxSource("Screening no.", f"{_KIND}.occurred_at", _number),
    "screened.at": BoxSource("When", f"{_KIND}.occurred_at", _at),
    "screened.by": BoxSource("Screened by", f"{_KIND}.screener", _screener),
    "screened.interpreter": BoxSource(
        "Interpreter", f"{_KIND}.interpreter", lambda view: view.sheet.interpreter, "none_recorded"
    ),
    **SIGNS,
    **HEALTH,
    **WELLBEING,
    **OUTCOME,
}
"""Every box that is not of a table, in the order of the page."""
