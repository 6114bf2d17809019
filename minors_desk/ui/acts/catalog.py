"""Every act there is, in the order in which a night needs them."""

from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.companions import KINDS as COMPANION_KINDS
from minors_desk.domain.detainers import DetainerAnswered
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.facts import FactTold
from minors_desk.domain.people import PersonTold
from minors_desk.ui.acts import (
    belongings,
    care,
    closing,
    companions,
    consulate,
    contacts,
    copies,
    custody,
    disclosing,
    downtime,
    ending,
    facts,
    files,
    handoff,
    law,
    limits,
    links,
    missing_reports,
    people,
    protection,
    questioning,
    rights,
    screening,
    searches,
    trafficking,
    trafficking_screening,
    transport,
)
from minors_desk.ui.acts.act import Act
from minors_desk.ui.forms.asked_form import FormSpec
from minors_desk.ui.kit.keys import KeyHint

ALL: tuple[Act, ...] = (
    *custody.ACTS,
    *transport.ACTS,
    *care.ACTS,
    *screening.ACTS,
    *rights.ACTS,
    *questioning.ACTS,
    *searches.ACTS,
    *contacts.ACTS,
    *consulate.ACTS,
    *belongings.ACTS,
    *facts.ACTS,
    *people.ACTS,
    *companions.ACTS,
    *files.ACTS,
    *downtime.ACTS,
    *protection.ACTS,
    *trafficking.ACTS,
    *trafficking_screening.ACTS,
    *missing_reports.ACTS,
    *disclosing.ACTS,
    *handoff.ACTS,
    *ending.ACTS,
    *limits.ACTS,
    *copies.ACTS,
    *law.ACTS,
    *links.ACTS,
    *closing.ACTS,
    *(one for one in facts.FACT_ACTS if not one.key),
    *contacts.OF_DUTIES,
)
BY_NAME = {one.name: one for one in ALL}
SPECS = {spec.kind: spec for one in ALL for spec in one.amends}
"""The described form of a kind: what an entry is amended with."""
_BY_CONTENT = (facts, people, companions, files, consulate, disclosing)
AMENDED = frozenset(
    {*SPECS, FactTold, PersonTold, Encountered, AttachmentAdded, DetainerAnswered}
    | set(COMPANION_KINDS)
)
"""The kinds of which an entry can be amended."""
KEYED = tuple(one for one in ALL if one.key)


def amended_by(case: Case, body: Body) -> FormSpec | None:
    """The form that an entry is amended with, which may depend on what it says; None: by none."""
    made = (one.amended_by(case, body) for one in _BY_CONTENT)
    return next((one for one in made if one is not None), SPECS.get(type(body)))


def hints() -> tuple[KeyHint, ...]:
    """The keys for the foot of a page, which is one line."""
    return tuple(KeyHint(one.key, one.words) for one in KEYED if one.hint)


def meanings() -> tuple[KeyHint, ...]:
    """The keys for the list under F1."""
    return tuple(KeyHint(one.key, one.meaning) for one in KEYED)
