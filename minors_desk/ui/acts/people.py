"""What can be told of relatives and other adults: who they are, whether it is safe to contact them.

Name and telephone are facts about the person; one form saves all of it in one step.
"""

from uuid import UUID

from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.facts import FactTold, Source
from minors_desk.domain.people import PersonTold
from minors_desk.domain.values import PersonName, Phone
from minors_desk.ui.acts.act import ALWAYS, Act, Asking
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec, Said
from minors_desk.ui.forms.asks import Ask, Line, Pick
from minors_desk.ui.forms.fact_form import people_choices
from minors_desk.ui.forms.value_asks import Chosen
from minors_desk.ui.kit.choice import Choice

NEW = "new"
_NAME_AND_PHONE = (
    Line(name="name", label="Name", hint="As said or written"),
    Line(name="phone", beside=True, label="Telephone"),
    Pick(
        name="source",
        label="How we know",
        codes="source",
    ),
)
_WHO: tuple[Ask, ...] = (
    Pick(
        name="role", label="Who it is to the child", codes="person_role", needed="Choose who it is."
    ),
    Pick(
        name="safe_to_contact",
        label="Is it safe to contact this person?",
        codes="safe_to_contact",
    ),
    Line(
        name="why",
        label="Why",
        hint="Such as: the child is afraid of him",
        beside=True,
        only_if=("safe_to_contact", frozenset({"no", "ask_first"})),
        needed="Write why.",
    ),
    Line(name="where", more=True, label="Where this person is"),
    Line(
        name="claimed_relation",
        beside=True,
        more=True,
        label="Relation as claimed",
        hint="In the words used",
    ),
    Line(name="proof", more=True, label="Proof of it that was seen"),
    Pick(
        name="is_carer",
        beside=True,
        more=True,
        label="Does this person care for the child?",
        codes="yes_no",
        truth=True,
    ),
    Pick(name="alive", more=True, label="Alive?", codes="alive"),
)


class PersonForm(AskedForm):
    """The form of a person: of one told of before, the role stands there to be confirmed."""

    def __init__(self, asking: Asking) -> None:
        spec = person_spec(asking)
        super().__init__(spec, asking.case, asking.at_desk, asking.parent)
        if "person_id" in self.asked:
            self.asked["person_id"].changed.connect(self._known)

    def _known(self) -> None:
        ask = next(one for one in self.spec.asks if one.name == "person_id")
        chosen = ask.read(self.asked["person_id"])
        person = None if chosen is None else self.case.person(chosen)
        if person is not None and self.asked["role"].is_empty():
            role = next(one for one in self.spec.asks if one.name == "role")
            role.fill(self.asked["role"], person.role)


def person_spec(asking: Asking) -> FormSpec:
    """The form of a person in that case; it asks which one only where one was told of before.

    Seven stand in sight, the others are unfolded; of those whether it is safe to ring comes first.
    """
    case, new_id = asking.case, asking.at_desk.new_id
    whom = Chosen(
        name="person_id",
        label="Which person",
        hint="Of somebody told of before, what is left empty stays as it was",
        choices=(Choice(NEW, "Somebody new"), *people_choices(case)),
        reads=lambda value: None if value == NEW else UUID(value),
        needed="Choose which person.",
    )
    return FormSpec(
        kind=PersonTold,
        heading="Relative or other adult",
        asks=((whom, *_told_asks()) if case.people else _told_asks()),
        make=lambda said, _: _made(said, said.pop("person_id", None) or new_id()),
    )


def amended_by(_case: Case, body: Body) -> FormSpec | None:
    """The form by which what was told of a person is amended; its name and number are facts."""
    if not isinstance(body, PersonTold):
        return None
    person = body.person_id
    return FormSpec(
        kind=PersonTold,
        heading="Relative or other adult",
        asks=_WHO,
        make=lambda said, _: PersonTold(person_id=person, **said),
    )


def _told_asks() -> tuple[Ask, ...]:
    role, *rest = _WHO
    return (role, *_NAME_AND_PHONE, *rest)


def _made(said: Said, person_id: UUID) -> tuple[Body, ...]:
    """The entry of the person, and one for each of name and number that was told."""
    name, phone = said.pop("name"), said.pop("phone")
    source: Source = said.pop("source")
    when = {one: said[one] for one in ("occurred_at", "precision", "late_because", "done_by")}
    bodies: list[Body] = [PersonTold(person_id=person_id, **said)]
    if name.strip():
        value = PersonName(as_said=name)
        bodies.append(FactTold(fact="name", value=value, about=person_id, source=source, **when))
    if phone.strip():
        number = Phone(as_told=phone)
        bodies.append(FactTold(fact="phone", value=number, about=person_id, source=source, **when))
    return tuple(bodies)


ACTS = (
    Act(
        name="person",
        key="A",
        hint=False,
        words="person",
        meaning="a relative or another adult; whether it is safe to contact them",
        when=ALWAYS,
        ask=PersonForm,
    ),
)
