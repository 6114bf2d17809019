"""The disclosure register: who asked for what about a child, on what authority, what was done."""

from uuid import UUID

from minors_desk.domain.case import Case
from minors_desk.domain.printed import DISCLOSURES
from minors_desk.papers.case_paper import CasePaper
from minors_desk.papers.disclosure_tables import (
    ACCESSES,
    DECISIONS,
    DETAINERS,
    QUESTIONS,
    REPLIES,
    REQUESTS,
)
from minors_desk.papers.grids import DASH_NOTE
from minors_desk.papers.paper import Paper

NAME = DISCLOSURES
TITLE = "Disclosure register"
_LAW_NOTE = (
    "The law is told as the rules of this desk had it when it happened; a rule that nobody has "
    "verified is marked so in the record."
)
_BODY = CasePaper(
    name=NAME,
    title=TITLE,
    template_version=1,
    child=(
        (("child.name",), (24,), 1),
        (("child.temporary_id", "child.age"), (14, 10), 1),
    ),
    tables=(
        ("Requests for information", REQUESTS),
        ("Detainers received", DETAINERS),
        ("Answers to detainers", REPLIES),
        ("Federal officers who asked for access", ACCESSES),
        ("Contact with a federal agency", DECISIONS),
        ("Immigration status asked", QUESTIONS),
    ),
    only_filled=True,
    note=f"{_LAW_NOTE} {DASH_NOTE}",
)


def _subjects(case: Case) -> tuple[int, ...]:
    """The case has one once anything of it was told, even where all of that was withdrawn since."""
    kinds = {field.split(".")[0] for _, table in _BODY.tables for field in table.fields().values()}
    told = any(_kind(line.entry.body) in kinds for line in case.log)
    return (0,) if told else ()


def _kind(body: object) -> str:
    config = getattr(body, "__struct_config__", None)
    return "" if config is None else str(config.tag)


def _prepared_in(case: Case, _subject: int) -> UUID | None:
    """Who met the child: the register is of the case, not of one request."""
    return None if case.encounter is None else case.encounter.entry_id


PAPER = Paper(
    name=NAME,
    number_prefix="DR",
    title=TITLE,
    templates={1: _BODY.compose},
    subjects=_subjects,
    nothing_yet=(
        "Nobody asked for anything about this child",
        "Log what is asked with the key U, then print.",
    ),
    prepared_in=_prepared_in,
    boxes=_BODY.boxes,
    labels=_BODY.labels,
)
