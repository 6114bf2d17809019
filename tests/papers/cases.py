"""The shortest, a typical and the longest case that any paper can be composed from, by its name.

A paper that the invented night has nothing for needs a night of its own in `NIGHTS`.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from importlib import import_module

import msgspec

from minors_desk.domain.bodies import Body
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.contacts import ContactTried, Party
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff import HandoffProposed
from minors_desk.domain.values import PersonName
from minors_desk.papers.catalog import PAPERS
from minors_desk.papers.paper import PaperInput
from minors_desk.papers.sheet import Form
from tests.papers import samples
from tests.papers.case_of_a_night import night, proved, ruled
from tests.papers.case_of_ana import bodies, found, minute, signed

NIGHTS = {
    "disclosure_register": "test_disclosure_register.asked_of_us",
    "belongings": "things_of_a_night.kept",
    "screening_sheet": "screenings_of_a_night.screened",
    "consular_notice": "consulate_of_a_night.whole",
    "consular_guardian": "consulate_of_a_night.whole",
    "welfare_referral": "referral_of_a_night.referred",
    "trafficking_notice": "referral_of_a_night.referred",
    "unaccompanied_summary": "referral_of_a_night.referred",
}
"""Where what happened is told, up to the proposal of the handoff, of papers that the invented
night has too little for: module and function."""


def told(name: str) -> list[Body]:
    """Return a whole night that such a paper has something to print of."""
    if name not in NIGHTS:
        return [*night(), *proved()]
    module, _, function = NIGHTS[name].partition(".")
    happened: list[Body] = getattr(import_module(f"tests.papers.{module}"), function)()
    return happened


def given(name: str, happened: list[Body]) -> PaperInput:
    """Return what the paper is composed of: its likeliest subject. IndexError where it has none."""
    first = ruled(happened)
    return replace(first, subject=PAPERS[name].subjects(first.case)[0])


def composed(name: str, happened: list[Body]) -> Form:
    """Compose the paper as it is issued today."""
    return PAPERS[name].compose(given(name, happened))


def before_withholding(name: str, happened: list[Body]) -> Form:
    """Compose it by its template alone: nothing is kept from whom it is addressed to."""
    paper = PAPERS[name]
    return paper.templates[paper.template_version](given(name, happened))


@cache
def shortest(name: str) -> Form:
    """Compose it from as little as it can be composed from."""
    for happened in (found(), bodies(), night()):
        if PAPERS[name].subjects(ruled(happened).case):
            return composed(name, happened)
    return composed(name, told(name))


@cache
def typical(name: str) -> Form:
    """Compose it from a whole night, signed and accepted."""
    return composed(name, finished(told(name)))


@cache
def longest(name: str) -> Form:
    """Compose it from more than any night has, in every script; no box has room for the name."""
    return composed(name, finished([*told(name), called(samples.name_of(600)), *lines()]))


SIZES: dict[str, Callable[[str], Form]] = {
    "shortest": shortest,
    "typical": typical,
    "longest": longest,
}
"""By how much there is to print."""


def finished(happened: list[Body]) -> list[Body]:
    """Return the night signed and accepted, where a handoff was proposed."""
    proposed = any(isinstance(one, HandoffProposed) for one in happened)
    return signed(happened) if proposed else happened


def called(name: str, own_script: str = "") -> FactTold:
    """Return that the child's name was read in a document: it leads all others."""
    value = PersonName(as_said=name, own_script=own_script or name)
    return FactTold(occurred_at=minute(9), fact="name", value=value, source="document")


def lines() -> list[Body]:
    """Return thirty checks and twenty attempts, whose words are in every script."""
    texts = list(samples.ALL.values())
    checks = [
        WelfareChecked(
            occurred_at=minute(41 + at // 2), condition="calm", note=texts[at % len(texts)] * 2
        )
        for at in range(30)
    ]
    tries = [
        ContactTried(
            occurred_at=minute(39 + at),
            party=Party(name=texts[at % len(texts)], number="+1 312 555 0100"),
            purpose="consulate",
            method="telephone",
            outcome="voicemail",
            said=f"{at} " + texts[at % len(texts)] * 3,
        )
        for at in range(20)
    ]
    return [*checks, *tries]


def is_named(one: Body) -> bool:
    """Whether that tells the name of the child."""
    return isinstance(one, FactTold) and one.fact == "name" and one.about is None


def under(name: str, happened: list[Body]) -> list[Body]:
    """Return the night of a child that has this name only, in its own script too."""
    fact = called(name)
    return [
        msgspec.structs.replace(fact, occurred_at=one.occurred_at) if is_named(one) else one
        for one in happened
    ]
