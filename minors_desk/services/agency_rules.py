"""What an agency adds to the law, lawfully does not go by, and takes over of a newer program."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.domain.rule_text import (
    Written,
    period_text,
    table_of,
    with_end,
    with_periods,
    with_rule,
    with_targets,
)
from minors_desk.domain.rule_waivers import RuleRestored, RuleWaived, RuleWaiver
from minors_desk.domain.rulepack import content_hash, read_pack
from minors_desk.domain.station import PackAdopted
from minors_desk.domain.when import in_zone
from minors_desk.errors import BadInput
from minors_desk.services import packs, station_rules
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage.engine import Progress

AGENCY = "agency"
HEAD = """# Rules of this agency: added to the law, never in its place.
[pack]
id = "agency"
title = "Rules of this agency"
kind = "station"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRule:
    """A rule that a supervisor adds: in force from that date on the station's calendar.

    ``tightens``: the id of the law that it makes stricter; its conditions and events are taken
    over from there, so that only the time is the agency's own.
    """

    title: str
    within: timedelta
    since: date
    kind: Literal["deadline", "interval"] = "deadline"
    starts: str = ""
    satisfied_by: tuple[str, ...] = ()
    ends_with: tuple[str, ...] = ()
    citation: str = ""
    tightens: str = ""


def add_rule(desk: Desk, own: OwnRule, progress: Progress | None = None) -> Changes:
    """Adds a rule to the agency's pack; raises as `station_rules.adopt`, with nothing saved."""
    require(desk, roles.SET_RULES)
    adopted = desk.station.packs.get(AGENCY)
    text = HEAD if adopted is None else adopted.content
    fields = _stricter(desk, own) if own.tightens else _new(own)
    rule_id = f"AGENCY-{len(read_pack(text).rules) + 1:02}"
    common: dict[str, Written] = {
        "id": rule_id,
        "title": own.title,
        "citation": own.citation,
        "binds": "police",
        "within": period_text(own.within),
        "effective_from": own.since,
    }
    return station_rules.adopt(desk, with_rule(text, {**common, **fields}), progress)


def end_rule(desk: Desk, rule_id: str, last: date, progress: Progress | None = None) -> Changes:
    """Ends a rule of the agency after that date; its clocks that run go on. Raises as `adopt`."""
    require(desk, roles.SET_RULES)
    adopted = desk.station.packs.get(AGENCY)
    if adopted is None or packs.named((read_pack(adopted.content),), rule_id) is None:
        raise BadInput("The agency has no such rule", "Choose one of the list.", field="rule")
    return station_rules.adopt(desk, with_end(adopted.content, rule_id, last), progress)


def waive(
    desk: Desk, rule_id: str, *, reason: str, authority: str, until: datetime | None = None
) -> Changes:
    """Says that the agency lawfully does not go by a rule; every reviewer sees it.

    Raises Refused unless a supervisor signs it, BadInput for a rule that is not in force, for one
    waived already and for an end in the past.
    """
    require(desk, roles.SET_RULES)
    if packs.named(desk.packs, rule_id) is None:
        raise BadInput("No rule of that id is in force", "Choose one of the list.", field="rule")
    now = desk.now()
    if waiver(desk, rule_id) is not None:
        raise BadInput("That rule is waived already", "Put it in force first.", field="rule")
    if until is not None and until <= now:
        raise BadInput("The waiver would end before it begins", "Give a later day.", field="until")
    body = RuleWaived(
        occurred_at=now, rule=rule_id, reason=reason, authority=authority, until=until
    )
    return _record(desk, body)


def restore(desk: Desk, rule_id: str, reason: str) -> Changes:
    """Puts a waived rule in force again; raises BadInput when it is not waived."""
    require(desk, roles.SET_RULES)
    if waiver(desk, rule_id) is None:
        raise BadInput("That rule is not waived", "Choose another.", field="rule")
    return _record(desk, RuleRestored(occurred_at=desk.now(), rule=rule_id, reason=reason))


def waiver(desk: Desk, rule_id: str) -> RuleWaiver | None:
    """The waiver of that rule now, or None."""
    now = desk.now()
    given = desk.station.waivers.get(rule_id, ())
    return next((one for one in given if one.covers(now)), None)


def newer(desk: Desk) -> tuple[str, ...]:
    """The shipped packs of this jurisdiction that bring something the record has not adopted."""
    found = []
    for name in packs.shipped(desk.founded.jurisdiction):
        adopted = desk.station.packs.get(packs.shipped_pack(name).id)
        if adopted is None or content_hash(_shipped_text(desk, name)) != adopted.content_hash:
            found.append(name)
    return tuple(found)


def renew(desk: Desk, progress: Progress | None = None) -> Changes:
    """Adopts what this version of the program brings; all that the station set itself is kept.

    Every case is judged anew: ``progress`` gets how many of them are done. Raises Refused unless a
    supervisor does it, BadInput when there is nothing newer.
    """
    require(desk, roles.SET_RULES)
    names = newer(desk)
    if not names:
        raise BadInput(
            "The rules of this record are as new as the program", "Nothing to do.", field="rules"
        )
    now = desk.now()
    bodies = [
        PackAdopted(
            occurred_at=now,
            pack=packs.shipped_pack(name).id,
            content=(text := _shipped_text(desk, name)),
            content_hash=content_hash(text),
        )
        for name in names
    ]
    changes = record(desk, roles.SET_RULES, [(None, body) for body in bodies])
    desk.look_again()
    desk.vault.rebuild_index(progress)
    return changes


def _record(desk: Desk, body: RuleWaived | RuleRestored) -> Changes:
    """A waiver bears on clocks that begin after it: what the board shows of others stays true."""
    changes = record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()
    return changes


def _shipped_text(desk: Desk, name: str) -> str:
    """What is to be adopted: law as it is shipped, station rules as the station has them and more.

    Of the station's own pack nothing is taken away: its rules, its stricter periods and what its
    counsel wrote in it stay; it gets the rules and aims it has not, and shorter periods.
    """
    text = packs.shipped_text(name)
    adopted = desk.station.packs.get(packs.HOUSE)
    if name != packs.HOUSE or adopted is None:
        return text
    shipped, own = read_pack(text), read_pack(adopted.content)
    missing = {one: aim for one, aim in shipped.targets.items() if one not in own.targets}
    most, given = station_rules.times(shipped), station_rules.times(own)
    shorter = {one: most[one] for one in most.keys() & given.keys() if most[one] < given[one]}
    found = with_targets(with_periods(adopted.content, shorter), missing)
    present = {one.id for one in own.rules}
    for rule in shipped.rules:
        if rule.id not in present:
            found = f"{found.rstrip()}\n\n{table_of(text, rule.id)}"
    return found


def _new(own: OwnRule) -> dict[str, Written]:
    fields: dict[str, Written] = {
        "kind": own.kind,
        "starts": own.starts,
        "satisfied_by": own.satisfied_by,
    }
    if own.kind == "interval":
        fields["ends_with"] = own.ends_with
    return fields


def _stricter(desk: Desk, own: OwnRule) -> dict[str, Written]:
    """Conditions and events as the law has them; days that do not count are not taken over."""
    law = next((r for p in desk.packs for r in p.rules if r.id == own.tightens), None)
    if law is None or not law.has_clock:
        raise BadInput(
            "No rule with a clock of that id is in force", "Choose one of the list.", field="rule"
        )
    if law.nationality or law.nationality_not:
        raise BadInput(
            "A rule about certain countries cannot be made stricter here",
            "Set the station's target for it.",
            field="rule",
        )
    fields: dict[str, Written] = {
        "kind": law.kind,
        "applies": law.applies,
        "unless": law.unless,
        "starts": law.starts,
        "satisfied_by": law.satisfied_by,
        "tightens": law.id,
    }
    if law.kind == "interval":
        fields["ends_with"] = law.ends_with
    elif law.once:
        fields["once"] = True
    if law.counts == "secure_time":
        fields |= {"counts": "secure_time", "starts": "secured"}
    return fields


def today(desk: Desk) -> date:
    """The date at the station."""
    return in_zone(desk.now(), desk.zone).date()
