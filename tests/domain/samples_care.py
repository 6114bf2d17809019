"""One body of every kind of care, screening, rights, searches and belongings, and short ways."""

from minors_desk.domain.answers import Asked, LastTime
from minors_desk.domain.belongings import (
    BagSealed,
    CashCounted,
    IdentityPaper,
    PhoneDetails,
    PropertyLine,
    PropertyTaken,
)
from minors_desk.domain.bodies import Body, SecondPerson
from minors_desk.domain.care import CareGiven, MedicineGiven
from minors_desk.domain.money import CashAmount
from minors_desk.domain.property_moves import (
    PhoneSearched,
    PropertyDisputed,
    PropertyMoved,
    PropertyReturned,
)
from minors_desk.domain.rights import CallOffered, RightsTold
from minors_desk.domain.screening import (
    Health,
    Injury,
    MedicallyScreened,
    Outcome,
    Signs,
    Wellbeing,
)
from minors_desk.domain.searches import ChildSearched
from tests.domain.moments import at, ident

SECOND = SecondPerson(name="K. Lee", badge="88", how="signed_on_paper")


def given(minutes: float, what: str = "food", answer: str = "accepted") -> CareGiven:
    """Something was offered."""
    return CareGiven(occurred_at=at(minutes), what=what, answer=answer)  # type: ignore[arg-type]


def medicine(minutes: float, name: str = "Salbutamol", **changed: object) -> MedicineGiven:
    """A dose was taken."""
    told: dict[str, object] = {"dose": "two puffs", "answer": "accepted"}
    return MedicineGiven(occurred_at=at(minutes), medicine=name, **(told | changed))  # type: ignore[arg-type]


def screened(
    minutes: float, decision: str = "fit_to_stay", signs: Signs | None = None, **outcome: object
) -> MedicallyScreened:
    """A child was screened."""
    return MedicallyScreened(
        occurred_at=at(minutes),
        signs=signs or Signs(),
        outcome=Outcome(decision=decision, **outcome),  # type: ignore[arg-type]
    )


def told(minutes: float, *what: str, understood: str | None = None) -> RightsTold:
    """The child was told something."""
    return RightsTold(occurred_at=at(minutes), what=what, understood=understood)  # type: ignore[arg-type]


def call_offered(minutes: float, to: str = "parent", answer: str = "made") -> CallOffered:
    """A call was offered."""
    return CallOffered(occurred_at=at(minutes), to=to, answer=answer)  # type: ignore[arg-type]


def searched(minutes: float, extent: str = "pat_down", same_sex: str = "yes") -> ChildSearched:
    """A child was searched."""
    return ChildSearched(
        occurred_at=at(minutes),
        extent=extent,  # type: ignore[arg-type]
        by="K. Lee",
        same_sex=same_sex,  # type: ignore[arg-type]
        reason="Before the ride",
    )


def thing(line: int, category: str = "safekeeping", **changed: object) -> PropertyLine:
    """A line of the list."""
    what: dict[str, object] = {"description": f"thing {line}"}
    return PropertyLine(line=line, category=category, **(what | changed))  # type: ignore[arg-type]


def taken(minutes: float, *lines: PropertyLine | int, **changed: object) -> PropertyTaken:
    """Things were listed; a bare number is a thing in safekeeping."""
    listed = tuple(one if isinstance(one, PropertyLine) else thing(one) for one in lines)
    where: dict[str, object] = {"storage": "Locker 4"}
    return PropertyTaken(occurred_at=at(minutes), lines=listed, **(where | changed))  # type: ignore[arg-type]


def dollars(cents: int, count: int, currency: str = "USD") -> CashAmount:
    """So many notes or coins of that denomination."""
    return CashAmount(currency=currency, denomination_cents=cents, count=count)


def counted(minutes: float, line: int, *amounts: CashAmount) -> CashCounted:
    """Cash was counted."""
    return CashCounted(
        occurred_at=at(minutes), line=line, amounts=amounts, second_counter=SECOND, storage="Safe"
    )


def sealed(minutes: float, bag: str, *lines: int, seal: str = "S1") -> BagSealed:
    """Lines were sealed in a bag."""
    return BagSealed(occurred_at=at(minutes), bag=bag, seal=seal, lines=lines)


def carried(minutes: float, *lines: int, **changed: object) -> PropertyMoved:
    """Lines were brought to another place."""
    where: dict[str, object] = {"to_place": "Laboratory"}
    return PropertyMoved(occurred_at=at(minutes), lines=lines, **(where | changed))  # type: ignore[arg-type]


def returned(minutes: float, *lines: int, **changed: object) -> PropertyReturned:
    """Lines went back to the child."""
    to: dict[str, object] = {"to": "child"}
    return PropertyReturned(occurred_at=at(minutes), lines=lines, **(to | changed))  # type: ignore[arg-type]


def disputed(minutes: float, *lines: int) -> PropertyDisputed:
    """The child did not agree."""
    return PropertyDisputed(occurred_at=at(minutes), words="Tenía dos", language="es", lines=lines)


def phone_searched(minutes: float, **changed: object) -> PhoneSearched:
    """Somebody looked into a phone."""
    return PhoneSearched(occurred_at=at(minutes), by="Det. Cho", **changed)  # type: ignore[arg-type]


SHEET = MedicallyScreened(
    occurred_at=at(22),
    screener="Nurse Diaz",
    interpreter="badge 9",
    signs=Signs(
        urgent=("breathing", "dehydration"),
        illness=(),
        injuries=(Injury(part="knee", side="left", injury="scrape", photos=(ident(70),)),),
        pain=4,
    ),
    health=Health(
        medicines=Asked(answer="yes", words="inhaler"),
        last_dose=LastTime(at=at(-60), words="at the bus station"),
        allergies=Asked(answer="not_asked"),
        pregnant="does_not_apply",
        asked_in_private="yes",
    ),
    wellbeing=Wellbeing(last_meal="unknown", last_sleep=LastTime(words="two nights ago")),
    outcome=Outcome(
        decision="ems_called", consent_by="emergency", given=("water",), recheck_at=at(60)
    ),
)
ONE_OF_EACH_OF_CARE: tuple[Body, ...] = (
    CareGiven(
        occurred_at=at(20), what="food", answer="accepted", what_given="Rice", note="ate half"
    ),
    MedicineGiven(
        occurred_at=at(21),
        medicine="Salbutamol",
        dose="two puffs",
        answer="accepted",
        given_by="Nurse Diaz",
        authority="her mother",
        last_dose_at=at(-60),
        next_due_at=at(261),
        note="breathes better",
    ),
    SHEET,
    RightsTold(
        occurred_at=at(23),
        what=("reason_held", "rights"),
        language="Mam",
        interpreter="badge 9",
        words="You are safe here",
        answer="she nods",
        understood="not_clear",
    ),
    CallOffered(
        occurred_at=at(24), to="parent", to_whom="her mother", answer="no_answer", note="again at 4"
    ),
    ChildSearched(
        occurred_at=at(25),
        extent="outer_clothing",
        by="K. Lee",
        same_sex="yes",
        reason="Before the ride",
        witness=SECOND,
        authority="General order 6",
        approved_by="Sgt. Moss",
        found="a toy",
        guardian_told="no",
    ),
    PropertyTaken(
        occurred_at=at(26),
        lines=(
            PropertyLine(
                line=1,
                description="Necklace",
                category="safekeeping",
                quantity=2,
                marks="M",
                condition="worn",
                value_cents=4_000,
                currency="USD",
                keepsake="family",
            ),
            PropertyLine(
                line=2,
                description="Passport",
                category="evidence",
                paper=IdentityPaper(paper="passport", number="X1", issuer="GTM"),
                evidence_number="E-7",
            ),
            PropertyLine(
                line=3,
                description="Phone",
                category="safekeeping",
                phone=PhoneDetails(make="Moto", imei="35", locked="yes"),
            ),
        ),
        taken_from="left pocket",
        place="Front desk",
        witness=SECOND,
        storage="Locker 4",
        child_agrees="yes",
        disposition_due_at=at(43_200),
    ),
    CashCounted(
        occurred_at=at(27),
        line=4,
        amounts=(dollars(2_000, 3), dollars(25, 2), dollars(10_000, 1, "GTQ")),
        second_counter=SECOND,
        taken_from="shoe",
        storage="Safe",
        note="wet",
    ),
    BagSealed(occurred_at=at(28), bag="B-1", seal="S-900", lines=(1, 3), witness=SECOND),
    PropertyMoved(
        occurred_at=at(29),
        lines=(),
        bag="B-1",
        from_place="Locker 4",
        to_place="Property room",
        to_person="P. Clerk",
        purpose="night storage",
        seal_intact="yes",
    ),
    PropertyReturned(
        occurred_at=at(30),
        lines=(4,),
        bag="B-1",
        to="receiver",
        to_name="M. Ruiz",
        missing="one coin",
        seal_intact="no",
    ),
    PropertyDisputed(
        occurred_at=at(31), words="Eran tres collares", language="es", interpreter="9", lines=(1,)
    ),
    PhoneSearched(
        occurred_at=at(32),
        line=3,
        by="Det. Cho",
        looked_at="last call",
        authority="warrant 26-4",
        consent="refused",
        consent_by="the child",
    ),
)
"""A body of every kind of these features; ``vectors/bodies_care.json`` holds how it is stored."""
