"""What can be done about a limit that was passed or prolonged: the reason is told."""

from collections.abc import Mapping
from dataclasses import replace

from minors_desk.domain.duties import DutyClock
from minors_desk.domain.limits import LimitExplained
from minors_desk.services import cases
from minors_desk.ui.acts.act import ALWAYS, Act, Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.forms.asks import Line, Lines, Moment
from minors_desk.ui.forms.value_asks import Chosen
from minors_desk.ui.kit.choice import Choice

NAME = "explain_limit"
_RULE = Line(name="rule", label="Which limit", hint="The rule, as its id says")
_PROLONGED = ("approved_by", frozenset({"given"}))
EXPLAINED = FormSpec(
    kind=LimitExplained,
    heading="Why a limit was passed",
    asks=(
        _RULE,
        Lines(name="reason", label="Why", hint="A judge may read it", needed="Write why."),
        Line(name="approved_by", label="Approved by", hint="If somebody prolonged it"),
        Line(
            name="authority",
            label="On what authority",
            hint="The law or order that allows it",
            only_if=_PROLONGED,
        ),
        Moment(
            name="until",
            label="Prolonged until",
            future=True,
            beside=True,
            only_if=_PROLONGED,
        ),
    ),
    focus="reason",
)


def _explain(asking: Asking) -> AskedForm:
    """The form; of the rule whose button was pressed, or of one that is chosen."""
    titles = _limits(asking.known)
    rule = str(asking.subject) if asking.subject else ""
    if rule in titles:
        titles = {rule: titles[rule]}
    which = Chosen(
        name=_RULE.name,
        label=_RULE.label,
        choices=tuple(Choice(rule_id, title) for rule_id, title in titles.items()),
        needed="Choose the limit that was passed.",
    )
    spec = replace(
        EXPLAINED,
        asks=(which, *EXPLAINED.asks[1:]),
        offered=lambda _case, _desk: {"rule": rule},
        focus="reason" if rule else "rule",
    )
    return AskedForm(spec, asking.case, asking.at_desk, asking.parent)


def _limits(clocks: tuple[DutyClock, ...]) -> Mapping[str, str]:
    """The titles of the rules with a time limit that ran in the case, by their id."""
    return {one.rule.id: one.rule.title for one in clocks if one.rule.within is not None}


ACTS = (
    Act(
        name=NAME,
        words="why a limit was passed",
        meaning="why a time limit was passed, or who prolonged it",
        when=ALWAYS,
        ask=_explain,
        look=cases.duty_clocks,
        amends=(EXPLAINED,),
    ),
)
