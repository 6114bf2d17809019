"""The brief of the shift: every child in care and all that is still owed, for who takes over.

It is a paper of the station: its issue is an entry of no case, and it is composed from the cases
that stood on the board then.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from minors_desk.domain.board import OVER, Card, State
from minors_desk.domain.printed import SHIFT_BRIEF
from minors_desk.papers.case_view import short_time
from minors_desk.papers.grids import NOTHING
from minors_desk.papers.paper import FRAME_BOXES
from minors_desk.papers.sheet import (
    Answer,
    Box,
    Column,
    Detailed,
    Form,
    Row,
    Section,
    Table,
    for_ink,
)
from minors_desk.papers.shift_owed import alerts, health, next_due, owed
from minors_desk.papers.station_paper import OnBoard, StationInput, StationPaper
from minors_desk.wording.cards import (
    IN_CUSTODY_NOW,
    MET_ONLY,
    MISSING_NOW,
    OWED_STILL,
    spoken,
    titled,
    where,
)
from minors_desk.wording.phrases import joined
from minors_desk.wording.places import word_in
from minors_desk.wording.times import day_and_time

NAME = SHIFT_BRIEF
TITLE = "Shift brief"
_NOTE = (
    "As the board stood at the instant above; the clocks run on, and the board is what counts. "
    "OVERDUE is a limit of verified law that has passed. Times not verified and rules of the "
    "station are named as such. A dash says that nothing is recorded there."
)
_INK_NOTE = (
    "Signed by hand after both went through the list; what was said besides stands in the cases."
)
Read = Callable[[StationInput, OnBoard], str | tuple[str, Answer]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """One column, or without a weight one detail below the line."""

    label: str
    field: str
    read: Read
    weight: int = 0
    strong: bool = False


def _child(_: StationInput, one: OnBoard) -> str:
    return f"{one.card.number}\n{titled(one.card)}"


def _speaks(given: StationInput, one: OnBoard) -> str:
    """The languages, and the class as it is called there; one not chosen is an alert."""
    card, place = one.card, given.station.jurisdiction
    legal = word_in("legal_class", card.legal_class, place) if card.class_given else ""
    return "\n".join(part for part in (spoken(card), legal) if part)


def _room(_: StationInput, one: OnBoard) -> str | tuple[str, Answer]:
    card = one.card
    place = where(card)[0]
    on_the_way = "\non the way" if card.in_transit else ""
    return f"{place}{on_the_way}" if place else ("", "missing")


def _watch(_: StationInput, one: OnBoard) -> str | tuple[str, Answer]:
    """Of a child in custody somebody watches: if nobody is recorded, that is missing."""
    return one.card.watched_by or ("", "missing")


def _who_has(_: StationInput, one: OnBoard) -> str:
    return joined(*where(one.card))


def _since(of: Callable[[Card], datetime | None]) -> Read:
    def read(given: StationInput, one: OnBoard) -> str:
        at = of(one.card)
        return "" if at is None else short_time(at, given.zone)

    return read


def _alerts(given: StationInput, one: OnBoard) -> str:
    return "\n".join(alerts(one.card, given.as_of))


def _next(given: StationInput, one: OnBoard) -> str:
    return next_due(owed(one.card, given.as_of, given.zone))


def _owed(given: StationInput, one: OnBoard) -> str:
    """All of it, each on its own line."""
    return "\n".join(each.line for each in owed(one.card, given.as_of, given.zone))


def _health(given: StationInput, one: OnBoard) -> str | tuple[str, Answer]:
    return health(one.case, given.zone) or ("never screened", "none_recorded")


_CHILD = _Cell("Case and child", "encountered.number", _child, 9, strong=True)
_SPEAKS = _Cell("Speaks, class", "fact_told.value", _speaks, 7)
_ALERTS = _Cell("Alerts", "person_told.safe_to_contact", _alerts, 6)
_NEXT = _Cell("Next due", "pack_adopted.content", _next, 7, strong=True)
_OWED = _Cell("Owed", "pack_adopted.content", _owed)
_HEALTH = _Cell("Health", "medically_screened.health", _health)


def _head(room: str, room_field: str, since: str, since_field: str, of: Read) -> dict[str, _Cell]:
    return {
        "child": _CHILD,
        "speaks": _SPEAKS,
        "room": _Cell(room, room_field, _room, 6),
        "since": _Cell(since, since_field, of, 5),
    }


_REST = {"alerts": _ALERTS, "next": _NEXT, "health": _HEALTH, "owed": _OWED}
_TABLES: Mapping[str, tuple[State, str, Mapping[str, _Cell]]] = {
    "brief_missing": (
        "missing",
        MISSING_NOW,
        {
            **_head(
                "Was last at",
                "moved.place",
                "Missing since",
                "custody_ended.occurred_at",
                _since(lambda card: card.missing_since),
            ),
            **_REST,
        },
    ),
    "brief_custody": (
        "in_custody",
        IN_CUSTODY_NOW,
        {
            **_head(
                "Room",
                "moved.room",
                "In custody since",
                "custody_began.occurred_at",
                _since(lambda card: card.custody_start),
            ),
            "watch": _Cell("Watched by", "relieved.watched_by", _watch, 5),
            **_REST,
        },
    ),
    "brief_met": (
        "met",
        MET_ONLY,
        {
            **_head(
                "Place",
                "encountered.place",
                "Met",
                "encountered.occurred_at",
                _since(lambda card: card.met_at),
            ),
            **_REST,
        },
    ),
    "brief_owed": (
        "handed_over",
        OWED_STILL,
        {
            "child": _CHILD,
            "speaks": _SPEAKS,
            "receiver": _Cell("Who has the child", "handoff_proposed.receiver", _who_has, 9),
            "since": _Cell(
                "Since",
                "handoff_accepted.occurred_at",
                _since(lambda card: card.custody_end),
                5,
            ),
            "alerts": _ALERTS,
            "next": _NEXT,
            "owed": _OWED,
        },
    ),
}
"""By the name of each table: the state of its children, its title, its columns and details."""
_COUNTS = {
    "brief_missing": "Missing",
    "brief_custody": "In our custody",
    "brief_met": "Met, not in custody",
    "brief_owed": "Gone, still owed",
}
_SUMMARY: Mapping[str, tuple[str, str]] = {
    "brief.as_of": ("As of", "paper_issued.occurred_at"),
    **{f"{name}.count": (label, "encountered.number") for name, label in _COUNTS.items()},
    "brief.late": ("Duties overdue", "pack_adopted.content"),
}
_SIGN = ("signature.outgoing", "signature.incoming")


def _those(given: StationInput, state: State) -> tuple[OnBoard, ...]:
    """The children of that state; with those handed over stand all whose custody is over."""
    over = OVER if state in OVER else {state}
    return tuple(one for one in given.children if one.card.state in over)


def _compose(given: StationInput) -> Form:
    lists = {name: _those(given, state) for name, (state, _, _) in _TABLES.items()}
    sections = [Section("The shift", (_summary(given, lists),), note=_NOTE)]
    for name, (_state, title, cells) in _TABLES.items():
        if lists[name] or name == "brief_custody":
            sections.append(Section(title, (_table(name, cells, given, lists[name]),)))
    ink = Row(
        (
            for_ink(_SIGN[0], "Outgoing officer: I handed these children over"),
            for_ink(_SIGN[1], "Incoming officer: I took these children over"),
        )
    )
    sections.append(Section("Handover of the shift", (ink,), note=_INK_NOTE, together=True))
    return Form(
        paper=NAME,
        template_version=1,
        title=TITLE,
        head=given.head(),
        sections=tuple(sections),
        prepared_by=given.prepared(),
        title_fr="Rapport de relève",
    )


def _summary(given: StationInput, lists: Mapping[str, Sequence[OnBoard]]) -> Row:
    late = sum(
        each.late for one in given.children for each in owed(one.card, given.as_of, given.zone)
    )
    values = {
        "brief.as_of": day_and_time(given.as_of, given.zone),
        **{f"{name}.count": str(len(lists[name])) for name in _COUNTS},
        "brief.late": str(late),
    }
    cells = tuple(
        Box(name, label, values[name], strong=name == "brief.late")
        for name, (label, _field) in _SUMMARY.items()
    )
    return Row(cells, (8, 3, 4, 5, 4, 4))


def _table(
    name: str, cells: Mapping[str, _Cell], given: StationInput, children: Sequence[OnBoard]
) -> Table:
    columns = (
        Column("No.", 2),
        *(Column(one.label, one.weight) for one in cells.values() if one.weight),
    )
    lines = tuple(
        _line(f"{name}.{number}", str(number), cells, given, one)
        for number, one in enumerate(children, start=1)
    )
    return Table(name, columns, lines)


def _line(
    name: str, number: str, cells: Mapping[str, _Cell], given: StationInput, child: OnBoard
) -> Detailed | tuple[Box, ...]:
    boxes = {key: _box(f"{name}.{key}", one, given, child) for key, one in cells.items()}
    row = tuple(boxes[key] for key, one in cells.items() if one.weight)
    below = [boxes[key] for key, one in cells.items() if not one.weight]
    details = tuple((box,) for box in below if box.shown != NOTHING)
    first = Box(f"{name}.no", "No.", number)
    return Detailed((first, *row), details) if details else (first, *row)


def _box(name: str, cell: _Cell, given: StationInput, child: OnBoard) -> Box:
    value = cell.read(given, child)
    if isinstance(value, tuple):
        return Box(name, cell.label, value[0], value[1], cell.strong)
    return Box(name, cell.label, value if value.strip() else NOTHING, strong=cell.strong)


def _named(of: Callable[[_Cell], str], number: str) -> dict[str, str]:
    """A word on each cell, by its name with ``*`` for the line."""
    found = {}
    for table, (_state, _title, cells) in _TABLES.items():
        found[f"{table}.*.no"] = number
        found |= {f"{table}.*.{key}": of(one) for key, one in cells.items()}
    return found


_FRAME = {name: field for name, field in FRAME_BOXES.items() if name != "head.case_number"}
PAPER = StationPaper(
    name=NAME,
    number_prefix="SB",
    title=TITLE,
    templates={1: _compose},
    boxes={
        **_FRAME,
        **{name: field for name, (_label, field) in _SUMMARY.items()},
        **_named(lambda one: one.field, "encountered.number"),
    },
    labels={
        **{name: label for name, (label, _field) in _SUMMARY.items()},
        **_named(lambda one: one.label, "No."),
    },
)
