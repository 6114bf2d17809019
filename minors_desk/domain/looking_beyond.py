"""What a look shows beyond the duties: whom to ring and who not, and what may be told to whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from minors_desk.domain.calling import Callee
from minors_desk.domain.case import Case
from minors_desk.domain.gates import About, To
from minors_desk.domain.lawful import Lawful, answered, of_information
from minors_desk.domain.looking import Cited, Row, Value, cited
from minors_desk.domain.next_call import Call, NextCalls
from minors_desk.domain.reaching import NotNow
from minors_desk.domain.rules import Pack, Rule

Asked = tuple[About, To]
"""What somebody would tell, and whom."""


def call_rows(found: NextCalls) -> dict[str, tuple[Row, ...]]:
    """The calls to make in their order, who is not to be rung, what a federal call wants."""
    left = [one for one in found.not_now if one.reason != "federal"]
    is_asked = len(left) < len(found.not_now) or found.federal.rules or found.federal.is_open
    federal: Row = {"answer": found.federal.answer, "why": by_rule(found.federal.rules)}
    return {
        "calls": tuple(_call(one) for one in found.calls),
        "not_called": tuple(_not_now(one) for one in left),
        "federal": (federal,) if is_asked else (),
    }


def on_telling(
    case: Case, packs: Sequence[Pack], asked: Iterable[Asked], at: datetime, zone: str
) -> tuple[tuple[To, Lawful], ...]:
    """The answer of the law as of that instant (UTC) to each of these."""
    return tuple(
        (to, answered(case, packs, of_information((about,), to), at, zone)[0])
        for about, to in asked
    )


def answer_rows(found: Iterable[tuple[To, Lawful]]) -> tuple[Row, ...]:
    """Each answer with what it needs, and the rules by which it is so."""
    return tuple(
        {
            "about": one.answer.about,
            "to": to,
            "answer": one.answer.word,
            "needs": tuple(one.answer.needs),
            "why": by_rule(one.answer.deciding),
        }
        for to, one in found
    )


def by_rule(rules: Iterable[Rule]) -> Cited:
    """Each rule with its citation, in an order that no pack's place changes."""
    return tuple(sorted({one.id: cited(one) for one in rules}.items()))


def _call(call: Call) -> Row:
    whom = [_who(one.callee) for one in call.whom]
    return {
        "purpose": call.purpose,
        "whom": whom[0] if whom else None,
        "next": tuple(whom[1:]),
        "why": _why(call),
        "missing": call.missing,
        "due": call.due,
        "presses": int(call.presses),
        "tries": call.tries,
        "escalation": call.escalation,
    }


def _why(call: Call) -> Value:
    """The rules that ask for it; where none does, what else makes it a call."""
    if call.duties:
        return by_rule(one.rule for one in call.duties)
    if call.planned is not None:
        return "planned"
    return "promised" if call.promised is not None else "practice"


def _not_now(one: NotNow) -> Row:
    return {
        "whom": _who(one.callee),
        "purpose": one.callee.purpose,
        "reason": one.reason,
        "until": one.until,
    }


def _who(callee: Callee) -> str:
    """The line of the directory, or the person's role to the child, or as the case calls them."""
    if callee.party.line_id:
        return callee.party.line_id
    return callee.party.name if callee.person is None else callee.person.role
