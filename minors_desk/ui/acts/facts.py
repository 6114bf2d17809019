"""What can be told about who a child is: its name by one key, any other fact by F and a few words.

Each fact is an act of its own, so that the palette finds it by typing.
"""

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.classing import LegalClassed
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.fact_table import FACTS, FactId
from minors_desk.domain.facts import FactTold
from minors_desk.domain.interpreting import AskedBefore, InterpreterUsed
from minors_desk.ui.acts.act import ALWAYS, Act, form
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.forms.asks import Line, Moment, Pick
from minors_desk.ui.forms.fact_form import fact_spec
from minors_desk.ui.forms.value_asks import age_ask, date_ask, language_ask
from minors_desk.wording.codes import word

CLASSED = FormSpec(
    kind=LegalClassed,
    heading="Class the child",
    asks=(
        Pick(
            name="legal_class",
            label="Legal class",
            codes="legal_class",
            meanings="legal_class_meaning",
            needed="Choose the class; until then the child counts as non-offender.",
        ),
        Line(name="offence", label="What it is accused of", hint="Offense, as the report names it"),
        Line(name="authority", beside=True, label="Statute or who decided"),
        Line(name="note", label="Note"),
    ),
)
INTERPRETED = FormSpec(
    kind=InterpreterUsed,
    heading="Interpreter used",
    asks=(
        language_ask("language", "Language", needed="Choose the language."),
        Pick(name="mode", beside=True, label="How", codes="interpreter_mode", needed="Choose how."),
        Line(name="name", label="Name of the interpreter"),
        Line(name="number", beside=True, label="The interpreter's number"),
        Line(name="agency", label="Agency"),
        Line(name="phone", beside=True, label="Telephone"),
        Moment(name="until", label="Until", hint="Leave it empty while the interpreter is there"),
        Pick(
            name="is_relative_or_child",
            beside=True,
            label="Is it a relative, or a child?",
            codes="yes_no",
            truth=True,
            needed="Choose yes or no: a relative or a child is not independent.",
        ),
    ),
)
ASKED = FormSpec(
    kind=AskedBefore,
    heading="Asked before",
    asks=(
        Line(name="agency", label="Which agency asked", needed="Write the agency."),
        Line(name="what", beside=True, label="What was asked", needed="Write what was asked."),
        Line(name="person", label="Who asked"),
        date_ask("when", "When", beside=True),
        Line(name="reference", beside=True, label="Reference or report number"),
    ),
)
ENCOUNTERED = FormSpec(
    kind=Encountered,
    heading="Encounter",
    asks=(
        Line(name="place", label="Where", needed="Write where the child was met."),
        Line(name="how_found", beside=True, label="How the child was found"),
        age_ask("apparent_age", "Looks how old", told=False),
        Pick(name="apparent_sex", beside=True, label="Sex as seen", codes="sex"),
        Pick(
            name="legal_class",
            label="Legal class",
            codes="legal_class",
            meanings="legal_class_meaning",
        ),
    ),
    make=lambda said, case: Encountered(
        encounter_id=case.id if case.encounter is None else case.encounter.encounter_id,
        number=case.number,
        **said,
    ),
)


def _of_fact(fact: FactId, words: str, meaning: str, key: str = "") -> Act:
    return Act(
        name="tell_name" if fact == "name" else f"tell_{fact}",
        words=words,
        meaning=meaning,
        when=ALWAYS,
        ask=lambda a: AskedForm(fact_spec(fact, a.case), a.case, a.at_desk, a.parent),
        key=key,
    )


NAME = _of_fact("name", "name told", "the name was told", key="N")
FACT_ACTS = (
    NAME,
    *(
        _of_fact(one.id, "told", f"told: {word('fact', one.id).lower()}")
        for one in FACTS.values()
        if one.id != "name"
    ),
)
ACTS = (
    NAME,
    Act(
        name="tell_fact",
        key="F",
        words="fact",
        meaning="any other fact was told: language, birth, health, a wish",
        when=ALWAYS,
    ),
    form(
        CLASSED,
        name="class_child",
        words="class the child",
        meaning="class the child: accused of a crime, status offender, or of nothing",
        when=ALWAYS,
    ),
    form(
        INTERPRETED,
        name="interpreter",
        words="interpreter",
        meaning="an interpreter was used",
        when=ALWAYS,
    ),
    form(
        ASKED,
        name="asked_before",
        words="asked before",
        meaning="another agency had asked the child already",
        when=ALWAYS,
    ),
)


def amended_by(case: Case, body: Body) -> FormSpec | None:
    """The form by which such an entry is amended, where that depends on what it says."""
    if isinstance(body, FactTold):
        return fact_spec(body.fact, case)
    return ENCOUNTERED if isinstance(body, Encountered) else None
