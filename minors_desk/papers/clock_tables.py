"""Deadlines on paper: the duty and its rule, from when, due when, met when, and who checked it."""

from minors_desk.domain.duties import Breach, DutyClock, status
from minors_desk.domain.limits import LimitReason
from minors_desk.papers.case_view import short_time
from minors_desk.papers.custody_view import CustodyView
from minors_desk.papers.grids import CellSource, TableSource
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import span as length


def rule_words(one: DutyClock | Breach) -> str:
    """The rule, where it stands, and whether that is law and was checked."""
    rule = one.rule
    if not rule.is_law:
        return f"{rule.id}: {rule.title} (station rule, not law)"
    return f"{rule.id}: {rule.title} ({rule.citation})"


def checked_words(one: DutyClock | Breach) -> str:
    """Whether somebody read the source of the rule, and when."""
    if not one.rule.is_law:
        return "Station rule"
    checked = one.rule.checked
    if not checked.verified:
        return "NOT VERIFIED"
    return "Verified" if checked.on is None else f"Verified {checked.on:%Y-%m-%d}"


def due_words(one: DutyClock, zone: str) -> str:
    """When it is due; of a duty without an instant, why there is none."""
    if not one.start_known:
        return "Start not known"
    if one.due is not None:
        return short_time(one.due, zone)
    return "Without delay"


def met_words(one: DutyClock, zone: str) -> str:
    """When it was met and whether in time; nothing of how long an open one has left."""
    missed = f"{one.earlier_missed} earlier too long" if one.earlier_missed else ""
    if one.met_at is None:
        return joined("Open", missed)
    if one.used is not None:
        return joined(f"Stands still at {length(one.used)}", missed)
    at = short_time(one.met_at, zone)
    if one.rule.kind == "interval":
        return joined(f"Ended {at}", missed)
    state = status(one, one.met_at).state
    return joined(at, "" if state == "met" else word("duty_state", state), missed)


CLOCKS: TableSource[CustodyView, DutyClock] = TableSource(
    "clocks",
    lambda view: view.clocks,
    {
        "rule": CellSource("Duty and rule", "pack_adopted.content", lambda _, c: rule_words(c), 11),
        "start": CellSource(
            "From", "custody_began.occurred_at", lambda view, c: short_time(c.start, view.zone), 5
        ),
        "due": CellSource(
            "Due", "pack_adopted.content", lambda view, c: due_words(c, view.zone), 5
        ),
        "met": CellSource(
            "Met", "custody_ended.occurred_at", lambda view, c: met_words(c, view.zone), 5
        ),
        "checked": CellSource("Rule", "pack_adopted.content", lambda _, c: checked_words(c), 4),
    },
    lambda clock: (clock.start, f"{clock.start_entry}.{clock.rule.id}"),
)
BREACHES: TableSource[CustodyView, Breach] = TableSource(
    "breaches",
    lambda view: view.breaches,
    {
        "at": CellSource(
            "When", "secured.occurred_at", lambda view, b: short_time(b.at, view.zone), 5
        ),
        "rule": CellSource(
            "What a rule forbids", "pack_adopted.content", lambda _, b: rule_words(b), 20
        ),
        "checked": CellSource("Rule", "pack_adopted.content", lambda _, b: checked_words(b), 5),
    },
    lambda breach: (breach.at, f"{breach.entry_id}.{breach.rule.id}"),
)


def _step(one: Breach) -> str:
    """The step that was taken, such as a search or a questioning."""
    return "" if one.rule.gate is None else word("step", one.rule.gate.before)


PASSED: TableSource[CustodyView, Breach] = TableSource(
    "passed",
    lambda view: view.passed,
    {
        "at": CellSource(
            "When", "questioning_began.occurred_at", lambda view, b: short_time(b.at, view.zone), 5
        ),
        "step": CellSource("Before", "questioning_began.occurred_at", lambda _, b: _step(b), 5),
        "rule": CellSource(
            "What a rule wants first", "pack_adopted.content", lambda _, b: rule_words(b), 15
        ),
        "checked": CellSource("Rule", "pack_adopted.content", lambda _, b: checked_words(b), 5),
    },
    lambda breach: (breach.at, f"{breach.entry_id}.{breach.rule.id}"),
)


def _approved(view: CustodyView, one: LimitReason) -> str:
    """Who prolonged it, on what authority, and until when."""
    until = "" if one.until is None else f"until {short_time(one.until, view.zone)}"
    return joined(one.approved_by, one.authority, until)


LIMITS: TableSource[CustodyView, LimitReason] = TableSource(
    "limits",
    lambda view: view.ours(view.case.limits),
    {
        "at": CellSource(
            "When",
            "limit_explained.occurred_at",
            lambda view, one: view.when(one.at, one.entry_id),
            5,
        ),
        "rule": CellSource("Rule", "limit_explained.rule", lambda _, one: one.rule, 4),
        "reason": CellSource("Why", "limit_explained.reason", lambda _, one: one.reason, 9),
        "approved_by": CellSource("Approved by", "limit_explained.approved_by", _approved, 5),
        "by": CellSource(
            "By", "limit_explained.done_by.name", lambda view, one: view.who(one.entry_id), 6
        ),
    },
)
