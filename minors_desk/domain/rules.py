"""A rule of law or of the station as its pack gives it: whose duty, from when, met by what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from minors_desk.domain.gates import GateTerms
from minors_desk.domain.periods import EVERY_DAY, Calendar, Period
from minors_desk.domain.rule_waivers import RuleWaiver

Kind = Literal["deadline", "interval", "prohibition", "gate", "record"]
"""``gate``: must be true before a step. ``record``: what must be written, and where it is."""
Counts = Literal["time", "secure_time"]
"""What a deadline counts: all time from its start, or only minutes behind a lock."""
Why = Literal[
    "defines",
    "agency_policy",
    "after_the_case",
    "court_event",
    "federal_event",
    "loosens",
    "other_channel",
    "no_entry",
]
"""Why a program cannot hold what the law says; ``no_entry``: it turns on what no entry tells."""
BINDS = ("police", "anyone", "federal", "court", "receiver", "state", "provider")
OURS = frozenset({"police", "anyone"})
"""Only rules that bind these make a duty of ours; the rest is information (CONTRACT 4.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Whether somebody read the source, which, and when; unverified says so wherever it shows.

    ``note``: what of the rule the source does not say, or says otherwise than is often believed.
    """

    verified: bool
    source: str
    on: date | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule as its pack gives it.

    ``applies``: conditions that must all hold; ``unless``: of which none may.
    ``starts``: each event of one of these names starts a clock, unless one started before still
    runs; with ``once`` only the first such event of the case does.
    ``nationality``: countries, of which the child must be said to be of one; ``nationality_not``:
    countries of which it is not only. A child of no known nationality may be of any other.
    ``within``: the time it gives; None for a deadline is *without delay*.
    ``may_extend_to``: the time it gives once somebody prolonged it who may, as ``extended_by``
    says, or by itself when a day of the limit is one of ``longer_on``; ``calendar``: the local
    dates on which the clock stands still.
    ``proof``: the paper or the reference that shows that it was done. ``gate``: before which step
    it must be true; ``held_in``: the entries, facts and papers that hold what must be written.
    ``tightens``: the id of the law that a station rule makes stricter for this station.
    """

    id: str
    pack: str
    is_law: bool
    title: str
    citation: str
    binds: str
    kind: Kind
    applies: tuple[str, ...]
    unless: tuple[str, ...] = ()
    nationality: frozenset[str] = frozenset()
    nationality_not: frozenset[str] = frozenset()
    starts: tuple[str, ...]
    once: bool = False
    within: Period | None
    may_extend_to: Period | None = None
    extended_by: str = ""
    longer_on: Calendar = EVERY_DAY
    counts: Counts = "time"
    calendar: Calendar = EVERY_DAY
    satisfied_by: tuple[str, ...]
    ends_with: tuple[str, ...]
    gate: GateTerms | None = None
    held_in: tuple[str, ...] = ()
    tightens: str = ""
    owed_to: str = ""
    proof: str = ""
    effective_from: date
    effective_until: date | None
    checked: Checked

    @property
    def is_ours(self) -> bool:
        """Whether it binds this agency."""
        return self.binds in OURS

    @property
    def forbids(self) -> bool:
        """Whether what goes against it was forbidden, not done before something else was."""
        return self.gate is None or self.gate.answer == "forbidden"

    @property
    def has_clock(self) -> bool:
        """Whether a time runs under it."""
        return self.kind in ("deadline", "interval")

    @property
    def may_be_red(self) -> bool:
        """Red is only for verified law that binds us and has a due instant (CONTRACT 4.2)."""
        return self.is_law and self.is_ours and self.checked.verified and self.within is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the law says and no program can hold, with the reason: it is told, not watched."""

    id: str
    pack: str
    title: str
    citation: str
    binds: str
    why: Why
    note: str
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The rules of a pack by what they are asked for: every save of a case asks it of each pack."""

    our_clocks: tuple[Rule, ...]
    clocks_of_others: tuple[Rule, ...]
    our_prohibitions: tuple[Rule, ...]
    our_gates: tuple[Rule, ...]


def _sorted(rules: tuple[Rule, ...]) -> Sorted:
    ours = [one for one in rules if one.is_ours]
    return Sorted(
        our_clocks=tuple(one for one in ours if one.has_clock),
        clocks_of_others=tuple(one for one in rules if one.has_clock and not one.is_ours),
        our_prohibitions=tuple(one for one in ours if one.kind == "prohibition"),
        our_gates=tuple(one for one in ours if one.gate is not None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack with its rules; known by the hash of its text.

    ``targets``: how soon the station wants what the law asks without delay, by the rule's id.
    ``confidential``: the statute that makes the record of a child confidential; empty for a pack
    that knows none, None for one written before packs were asked. ``waived``: what the agency
    lawfully does not go by, by the rule's id; told by the station, not by the pack.
    """

    id: str
    title: str
    is_law: bool
    rules: tuple[Rule, ...]
    outside: tuple[Outside, ...] = ()
    targets: Mapping[str, timedelta] = field(default_factory=dict)
    confidential: str | None = None
    waived: Mapping[str, tuple[RuleWaiver, ...]] = field(default_factory=dict)
    content_hash: str
    by_use: Sorted = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sorts its rules once, for they never change."""
        object.__setattr__(self, "by_use", _sorted(self.rules))

    @property
    def all_rows(self) -> tuple[Rule | Outside, ...]:
        """Its rules, then what is outside of them."""
        return (*self.rules, *self.outside)

    def waiver_of(self, rule_id: str, moment: datetime) -> RuleWaiver | None:
        """The waiver under which the agency did not go by that rule at that instant (UTC)."""
        return next((one for one in self.waived.get(rule_id, ()) if one.covers(moment)), None)
