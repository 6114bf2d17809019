"""What can be done about custody and presence: it began, a move, a lock, a relief of the watch."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from minors_desk.domain.case import Case
from minors_desk.domain.custody import NOT_SECURE, CustodyBegan, HeldBy, Moved
from minors_desk.domain.presence import Relieved, Secured, Unsecured
from minors_desk.ui.acts.act import ALWAYS, IN_CUSTODY, form, form_for
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Pick

_SHOWN = 60
ROOM = Line(name="room", label="Room", beside=True)
PRESENCE: tuple[Ask, ...] = (
    Line(name="place", label="Place", needed="Write the building or address."),
    ROOM,
    Pick(
        name="secure",
        label="The door",
        codes="door",
        truth=True,
        forbidden_when=frozenset({"yes"}),
        needed="Choose whether the door is locked.",
    ),
    Pick(
        name="kept_apart",
        label="Kept apart from adults",
        hint="Out of sight and sound; open while not known",
        codes="yes_no",
        beside=True,
    ),
    Line(name="watched_by", label="Watched by", needed="Write who watches the child."),
    Line(
        name="secure_reason",
        label="Why it is locked",
        only_if=("secure", frozenset({"yes"})),
        beside=True,
    ),
)
"""Where the child is, and that no adult in custody is near: asked whenever that changes."""


def place_of(answer: str, case: Case, at_desk: AtDesk) -> Mapping[str, Any]:
    """Where custody begins: the place of the encounter, or the station."""
    met = case.encounter
    return {"place": met.place if answer == "contact" and met is not None else at_desk.station}


def holds_now(case: Case, at_desk: AtDesk) -> Mapping[str, Any]:
    """What goes on to hold at a move: not the room, and never the lock."""
    now = case.presence
    if now is None:
        return {"place": at_desk.station, "watched_by": at_desk.officer}
    return {"place": now.place, "watched_by": now.watched_by}


def _room_until_now(case: Case) -> Mapping[str, str]:
    now = case.presence
    return {"room": f"until now: {now.room[:_SHOWN]}"} if now is not None and now.room else {}


def _watched_until_now(case: Case) -> Mapping[str, str]:
    now = case.presence
    return {"watched_by": "" if now is None else f"until now: {now.watched_by[:_SHOWN]}"}


def _by_officer(_case: Case, at_desk: AtDesk) -> Mapping[str, Any]:
    return {"watched_by": at_desk.officer}


def _came_back(case: Case, at_desk: AtDesk) -> Mapping[str, Any]:
    return {"starts_from": "returned", "place": at_desk.station, **_by_officer(case, at_desk)}


_STARTS = Pick(
    name="starts_from",
    label="The time in custody counts from",
    codes="starts_from",
    needed="Choose one.",
)
BEGAN = FormSpec(
    kind=CustodyBegan,
    heading="Custody began",
    asks=(
        _STARTS,
        *PRESENCE,
        Line(name="responsible", more=True, label="Officer legally responsible"),
        Line(
            name="authority",
            more=True,
            label="Authority",
            hint="Statute, order or consent, if there is one",
            beside=True,
        ),
    ),
    offered=_by_officer,
    follows=("starts_from", place_of),
    for_companions=True,
)
FIRST = replace(
    BEGAN,
    asks=(replace(_STARTS, only=("contact", "arrival", "transfer")), *BEGAN.asks[1:]),
)
"""A child that was never ours cannot have come back."""
AGAIN = replace(BEGAN, heading="Custody began again", offered=_came_back, focus="room")
MOVED = FormSpec(
    kind=Moved,
    heading="Moved",
    asks=PRESENCE,
    offered=holds_now,
    hints=_room_until_now,
    focus="room",
    for_companions=True,
)
RELIEVED = FormSpec(
    kind=Relieved,
    heading="Watch relieved",
    asks=(
        Line(name="watched_by", label="Watched by", needed="Write who watches the child now."),
        Line(name="note", label="Note"),
    ),
    offered=_by_officer,
    hints=_watched_until_now,
)

_OBJECT = Pick(
    name="object",
    label="What holds the child",
    codes="held_by",
    forbidden_when=frozenset(get_args(HeldBy)) - NOT_SECURE,
    needed="Choose what holds the child.",
)
_REASON = Line(name="reason", label="Why", needed="Write why.")
_TAKEN_OFF = Pick(
    name="object",
    label="What was taken off",
    hint="Choose none when the child is held by nothing any more",
    codes="held_by",
)
_NOTE = Line(name="note", label="Note")
SECURED = FormSpec(
    kind=Secured, heading="Locked or cuffed", asks=(_OBJECT, _REASON, _NOTE), focus="object"
)
UNSECURED = FormSpec(kind=Unsecured, heading="Let loose", asks=(_TAKEN_OFF, _NOTE))


def _locked_or_unlocked(said: Said, _case: Case) -> Secured | Unsecured:
    said = dict(said)
    if said.pop("change") == "on":
        return Secured(**said)
    return Unsecured(object=said.pop("off"), **said)


_ON, _OFF = ("change", frozenset({"on"})), ("change", frozenset({"off"}))
LOCK = FormSpec(
    kind=Secured,
    heading="Locked or unlocked",
    asks=(
        Pick(
            name="change",
            label="What changed",
            hint="The child stays where it is; to another room: key M",
            codes="lock_change",
            digits=True,
            needed="Choose which.",
        ),
        replace(_OBJECT, only_if=_ON),
        replace(_TAKEN_OFF, name="off", only_if=_OFF),
        replace(_REASON, only_if=_ON),
        replace(_NOTE, beside=True),
    ),
    make=_locked_or_unlocked,
)

ACTS = (
    form_for(
        lambda case: AGAIN if case.episodes else FIRST,
        name="begin_custody",
        key="B",
        words="custody began",
        meaning="our custody began, or began again",
        when=ALWAYS - IN_CUSTODY,
        amends=(BEGAN,),
    ),
    form(
        MOVED,
        name="move",
        key="M",
        words="move",
        meaning="moved to another room",
        when=IN_CUSTODY,
    ),
    form_for(
        lambda _: LOCK,
        name="lock",
        key="L",
        hint=False,
        words="lock",
        meaning="locked or cuffed, or let loose, in the same place",
        when=IN_CUSTODY,
        amends=(SECURED, UNSECURED),
    ),
    form(
        RELIEVED,
        name="relieve",
        key="R",
        words="relieved",
        meaning="another officer watches the child",
        when=IN_CUSTODY,
        hint=False,
    ),
)
