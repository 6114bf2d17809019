"""The station's own rules: read with all packs in force, and set by a supervisor."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from minors_desk.domain import roles
from minors_desk.domain.case import Case
from minors_desk.domain.changes import Changes
from minors_desk.domain.duties import DutyClock, is_open
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.rule_text import with_periods
from minors_desk.domain.rule_waivers import RuleWaiver
from minors_desk.domain.rulepack import content_hash, read_pack
from minors_desk.domain.rules import Outside, Pack, Rule
from minors_desk.domain.station import PackAdopted
from minors_desk.domain.tightening import loosened
from minors_desk.errors import BadInput
from minors_desk.services import cases, packs
from minors_desk.services.desk import Desk
from minors_desk.services.recording import record, require
from minors_desk.storage.engine import Progress

MOST = timedelta(days=7)
"""No period of a station rule is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInForce:
    """A rule of a pack in force. ``target``: the station's aim for a law without delay.

    ``most``: up to what time a supervisor may set its period or target; None: not at all.
    ``waiver``: by which the agency does not go by it now.
    """

    rule: Rule
    pack: Pack
    target: timedelta | None
    most: timedelta | None
    waiver: RuleWaiver | None = None

    @property
    def set_to(self) -> timedelta | None:
        """The time that the station gives: its rule's own, or its target."""
        within = self.rule.within
        return self.target if self.rule.is_law or within is None else within.exact


def in_force(desk: Desk) -> tuple[RuleInForce, ...]:
    """Every rule that this desk goes by: law first, then the station's own."""
    require(desk, roles.READ_CASES)
    targets = {rule_id: aim for pack in desk.packs for rule_id, aim in pack.targets.items()}
    house = desk.station.packs.get(packs.HOUSE)
    settable = {} if house is None else times(_read(house.content))
    shipped, now = times(packs.shipped_pack(packs.HOUSE)), desk.now()
    return tuple(
        RuleInForce(
            rule=rule,
            pack=pack,
            target=targets.get(rule.id),
            most=shipped.get(rule.id, MOST) if rule.id in settable else None,
            waiver=pack.waiver_of(rule.id, now),
        )
        for pack in sorted(desk.packs, key=lambda one: not one.is_law)
        for rule in pack.rules
    )


def behind(desk: Desk, case: Case) -> tuple[tuple[DutyClock, RuleInForce], ...]:
    """What is owed in a case, the most urgent first, each with its rule as it is in force."""
    known = {one.rule.id: one for one in in_force(desk)}
    owed = (one for one in cases.duty_clocks(desk, case) if is_open(one))
    return tuple((one, known[one.rule.id]) for one in owed if one.rule.id in known)


def outside(desk: Desk) -> tuple[Outside, ...]:
    """What the packs in force say that no program can watch, with the reason."""
    require(desk, roles.READ_CASES)
    return tuple(row for pack in desk.packs for row in pack.outside)


def may_set(desk: Desk) -> bool:
    """Whether the person at the desk may set station rules."""
    return roles.may(desk.person.roles, roles.SET_RULES)


def adopt(desk: Desk, text: str, progress: Progress | None = None) -> Changes:
    """Puts a pack of station rules in force from now on; every open case is judged by it at once.

    It may add rules and make those of the pack before stricter. Raises BadInput, with nothing
    saved, when it is no pack, is law, leaves a rule out, or gives more time than the program's
    own; Refused when the person is no supervisor. ``progress`` gets how many cases are judged anew.
    """
    require(desk, roles.SET_RULES)
    pack = _read(text)
    _check(desk, pack)
    body = PackAdopted(
        occurred_at=desk.clock(), pack=pack.id, content=text, content_hash=content_hash(text)
    )
    changes = record(desk, roles.SET_RULES, [(None, body)])
    desk.look_again()
    desk.vault.rebuild_index(progress)
    return changes


def set_periods(
    desk: Desk, periods: Mapping[str, timedelta], progress: Progress | None = None
) -> Changes:
    """Gives station rules and targets other times, by rule id; raises as `adopt`."""
    require(desk, roles.SET_RULES)
    for rule_id, period in periods.items():
        if not timedelta(minutes=1) <= period <= MOST:
            raise BadInput(
                "That is no period for a station rule", "Give 1 minute to 7 days.", field=rule_id
            )
    before = desk.station.packs[packs.HOUSE].content
    text = with_periods(before, periods)
    after = times(_read(text))
    if after != times(_read(before)) | dict(periods):
        raise BadInput("The station has no such rule", "Choose one of the list.", field="rule")
    return adopt(desk, text, progress)


def times(pack: Pack) -> dict[str, timedelta]:
    """The time that each rule and each target of a station's pack gives, by rule id."""
    own = {one.id: one.within.exact for one in pack.rules if one.within is not None}
    return {**own, **pack.targets}


def _read(text: str) -> Pack:
    try:
        return read_pack(text)
    except BadPack as error:
        raise BadInput(
            f"The rule pack cannot be used: {error.rule}, {error.field}",
            f"Expected there: {error.expected}.",
            field=error.field,
        ) from None


def _check(desk: Desk, pack: Pack) -> None:
    """Station rules only; none left out, none laxer than law or shipped, no id of another pack."""
    if pack.is_law:
        raise BadInput("A pack of law is not set here", 'Give it kind = "station".', field="kind")
    if any(one.is_law and one.id == pack.id for one in desk.packs):
        raise BadInput(
            "That id belongs to another pack in force", "Choose an id of its own.", field="id"
        )
    for fault in loosened(pack, desk.packs):
        raise BadInput(
            f"{fault.rule} is no stricter than the law: {fault.field}",
            f"Expected there: {fault.expected}.",
            field=fault.field,
        )
    present = next((one for one in desk.packs if one.id == pack.id), None)
    gone = _ids(present) - _ids(pack)
    gone |= set() if present is None else set(present.targets) - set(pack.targets)
    if gone:
        raise BadInput(
            f"The pack leaves out {min(gone)}",
            "Keep it; to end a rule, give it effective_until.",
            field="rule",
        )
    if pack.id == packs.HOUSE:
        _refuse_laxer(pack)


def _refuse_laxer(pack: Pack) -> None:
    given = times(pack)
    # A record of an earlier version has no time yet for what came with this one.
    for rule_id, most in times(packs.shipped_pack(packs.HOUSE)).items():
        if given.get(rule_id, most) > most:
            raise BadInput(
                f"{rule_id} would give more time than Minors Desk does",
                f"Give at most {most // timedelta(minutes=1)} minutes.",
                field=rule_id,
            )


def _ids(pack: Pack | None) -> set[str]:
    return set() if pack is None else {one.id for one in pack.rules}
