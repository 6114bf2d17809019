"""The latest medical screening: urgent signs first, then what was seen, told and decided."""

from collections.abc import Iterator

import msgspec

from minors_desk.domain.answers import Asked, LastTime
from minors_desk.domain.bodies import Part
from minors_desk.domain.screening import MedicallyScreened, rechecks, urgent_signs
from minors_desk.ui.acts.screening import SHEET
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.chips import Chip
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.things import injury_words
from minors_desk.wording.times import clock_time, day_and_time

_LABELS = {ask.name: ask.label for ask in SHEET.asks}
_NO_ANSWERS = frozenset({"unknown", "refused", "not_asked", "does_not_apply"})


def screening(context: Context) -> Section | None:
    """The latest sheet; urgent signs in amber, answers that are none in muted words."""
    case, zone = context.case, context.zone
    if not case.screenings:
        return None
    latest = case.screenings[-1]
    sheet, outcome = latest.sheet, latest.sheet.outcome
    urgent = urgent_signs(sheet)
    chip = Chip("urgent signs", Tone.AMBER, "warning") if urgent else None
    section = Section("Medical screening", chip)
    again = Button("Screen again", Kind.PLAIN, "S")
    again.clicked.connect(lambda: context.act("screen"))
    section.head.addWidget(again)
    by = f"by {sheet.screener}" if sheet.screener else ""
    section.add_row("Screened", joined(clock_time(latest.at, zone), by))
    if urgent:
        section.add_row(
            "Urgent", joined(*(word("urgent_sign", one) for one in urgent)), tone=Tone.AMBER
        )
    decided = joined(word("decision", outcome.decision), outcome.provider, outcome.finding)
    section.add_row("Decision", decided)
    for label, words, is_answer in _rows(sheet, zone):
        section.add_row(label, words, tone=None if is_answer else Tone.MUTED)
    open_one = next((one for one in rechecks(case) if one.done_at is None), None)
    if open_one is not None:
        section.add_row("Look again", day_and_time(open_one.due, zone), tone=Tone.AMBER)
    if len(case.screenings) > 1:
        section.add_row("Before", f"{len(case.screenings) - 1} more, see the log")
    return section


def _rows(sheet: MedicallyScreened, zone: str) -> Iterator[tuple[str, str, bool]]:
    """Label, words, and whether it is a value, of each question that somebody came to."""
    signs = sheet.signs
    if signs.urgent == ():
        yield "Urgent signs", "none seen", True
    for label, codes, seen in (
        ("Urgent signs", "urgent_sign", signs.urgent),
        ("Illness", "illness_sign", signs.illness),
    ):
        if isinstance(seen, str):
            yield label, word("no_answer", seen), False
        elif codes == "illness_sign" and seen is not None:
            yield label, joined(*(word(codes, one) for one in seen)) or "none seen", True
    if isinstance(signs.injuries, str):
        yield "Injuries", word("no_answer", signs.injuries), False
    elif signs.injuries is not None:
        numbered = enumerate(map(injury_words, signs.injuries), start=1)
        yield "Injuries", "\n".join(f"{n}. {words}" for n, words in numbered) or "none seen", True
    if isinstance(signs.pain, int):
        yield "Pain", f"{signs.pain} of 10", True
    elif signs.pain is not None:
        yield "Pain", word("no_answer", signs.pain), False
    yield from _asked("health", sheet.health, zone)
    yield from _asked("wellbeing", sheet.wellbeing, zone)
    consent = sheet.outcome.consent_by
    if consent is not None:
        yield "Consent", word("consent_by", consent), consent not in _NO_ANSWERS


def _asked(part: str, told: Part, zone: str) -> Iterator[tuple[str, str, bool]]:
    for name, value in msgspec.structs.asdict(told).items():
        label = _LABELS[f"{part}.{name}"]
        if isinstance(value, Asked):
            is_answer = value.answer not in _NO_ANSWERS
            yield label, joined(word("answer", value.answer), value.words), is_answer
        elif isinstance(value, LastTime):
            at = "" if value.at is None else day_and_time(value.at, zone)
            yield label, joined(at, value.words), True
        elif isinstance(value, str):
            yield label, word("answer", value), value not in _NO_ANSWERS
