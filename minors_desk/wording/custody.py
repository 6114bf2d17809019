"""Custody in the words that page, command line and papers share: locks, watch, drives."""

from collections.abc import Sequence

from minors_desk.domain.bodies import SecondPerson
from minors_desk.domain.custody import HeldBy
from minors_desk.domain.transport import Transport
from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import lock_words

_ = translator(SOURCE_LANGUAGE)


def held_words(held_by: Sequence[HeldBy]) -> str:
    """``locked``, ``locked room, cuffed to an object``, or ``not locked``."""
    if not held_by:
        return lock_words(False)
    if tuple(held_by) == ("locked_room",):
        return lock_words(True)
    return ", ".join(_lower(word("held_by", one)) for one in held_by)


def watched(who: str) -> str:
    """``watched by Ofc. Ames``."""
    return _("watched by {who}").format(who=who)


def escorts(people: Sequence[SecondPerson]) -> str:
    """Names and badges of those who went with the child."""
    return ", ".join(f"{one.name} {one.badge}".rstrip() for one in people)


def tenths(reading: int) -> str:
    """``48210.4``: what the odometer shows, in its own unit."""
    return f"{reading // 10}.{reading % 10}"


def driven(drive: Transport) -> str:
    """Both readings and how far it was; nothing of what was not read."""
    left, arrived = drive.odometer_left, drive.odometer_arrived
    if left is None and arrived is None:
        return ""
    unread = _("not read")
    told = _("odometer {left} to {arrived}").format(
        left=unread if left is None else tenths(left),
        arrived=unread if arrived is None else tenths(arrived),
    )
    distance = drive.driven_tenths
    if distance is None or distance < 0:
        return told
    return _("{told}, {distance} driven").format(told=told, distance=tenths(distance))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
