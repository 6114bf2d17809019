"""The child of the invented night: what is told of it, and of whom it is afraid."""

from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.fact_table import FactId
from minors_desk.domain.facts import FactTold, Source
from minors_desk.domain.people import PersonTold
from minors_desk.domain.values import (
    AgeTold,
    CodeValue,
    Danger,
    IdNumber,
    LanguageValue,
    PartialDate,
    PersonName,
    TextValue,
    Value,
)
from tests.papers import samples
from tests.papers.case_of_ana import minute

UNCLE = UUID(int=77)


def told(after: int, fact: FactId, value: Value, source: Source = "said") -> FactTold:
    """Return a fact as it was told so many minutes after the encounter."""
    return FactTold(occurred_at=minute(after), fact=fact, value=value, source=source)


def facts() -> list[Body]:
    """Return the facts that the papers print."""
    return [*names(), *others(), *dangers()]


def names() -> list[Body]:
    """Return two names, in three scripts."""
    full = PersonName(as_said="Ana Lucía Xicay Pérez", own_script=samples.ARABIC)
    nickname = PersonName(as_said="Anita", own_script="王小明", name_kind="nickname")
    return [told(6, "name", full), told(3, "name", nickname, "seen")]


def others() -> list[Body]:
    """Return one of each of the other facts."""
    paper = IdNumber(id_kind="birth_certificate", number="GT 2817-44", seen="seen")
    mam = LanguageValue(language="mam", variety="Todos Santos", level="first_language", how="card")
    return [
        told(6, "identity_number", paper, "document"),
        told(6, "birth_date", PartialDate(year=2018, month=3), "document"),
        FactTold(
            occurred_at=minute(6),
            fact="age",
            value=AgeTold(low_months=96, high_months=107),
            source="said",
            said_by="the aunt",
        ),
        told(6, "sex_said", CodeValue(code="girl")),
        told(6, "ethnicity", TextValue(words="Maya")),
        told(7, "language", mam),
        told(7, "allergy", TextValue(words="Penicillin")),
        told(7, "medical_condition", TextValue(words="Asthma")),
        told(7, "clothing", TextValue(words="Red jacket, jeans"), "seen"),
    ]


def dangers() -> list[Body]:
    """Return the uncle who must not be told, by name, and that the child is afraid of him."""
    afraid = Danger(words="says he will come for her", person_id=UNCLE, who="her uncle")
    return [
        PersonTold(
            occurred_at=minute(8),
            person_id=UNCLE,
            role="aunt_uncle",
            safe_to_contact="no",
            why="beat the child",
        ),
        FactTold(
            occurred_at=minute(8),
            fact="name",
            about=UNCLE,
            value=PersonName(as_said="Pedro Xicay"),
            source="said",
        ),
        told(8, "danger_feared", afraid),
    ]
