"""Everything that can be told of a child's belongings, for the tests of their paper."""

from minors_desk.domain.belongings import (
    BagSealed,
    CashCounted,
    IdentityPaper,
    PhoneDetails,
    PropertyLine,
    PropertyTaken,
)
from minors_desk.domain.bodies import Body
from minors_desk.domain.money import CashAmount
from minors_desk.domain.property_moves import (
    PhoneSearched,
    PropertyDisputed,
    PropertyMoved,
    PropertyReturned,
)
from tests.papers import samples
from tests.papers.case_of_ana import bodies, minute
from tests.papers.contacts_of_a_night import ODE


def lines() -> tuple[PropertyLine, ...]:
    """Return a line of each sort."""
    return (
        PropertyLine(line=1, description="Doll", category="kept_by_child", keepsake="family"),
        PropertyLine(
            line=2,
            description="Birth certificate, original",
            category="safekeeping",
            condition="folded, torn at one edge",
            paper=IdentityPaper(
                paper="birth_record", number="GT 2817-44", issuer="RENAP, Huehuetenango"
            ),
        ),
        PropertyLine(line=3, description="Salbutamol inhaler", category="medicine", quantity=2),
        PropertyLine(
            line=4,
            description="Folding knife",
            category="evidence",
            marks="blade 7 cm",
            evidence_number="E-2026-118",
        ),
        PropertyLine(
            line=5,
            description="Phone, black",
            category="safekeeping",
            marks="cracked corner",
            value_cents=8_000,
            currency="USD",
            phone=PhoneDetails(
                make="Moto G",
                imei="356938035643809",
                locked="yes",
                numbers_noted="+502 5555 0101, aunt Rosa",
                numbers_consent="yes",
            ),
        ),
    )


def kept() -> list[Body]:
    """Return a night in which the things were listed, counted, sealed, moved and handed on."""
    return [*bodies(), *listed(), *moved()]


def listed() -> list[Body]:
    """Return the taking, two counts of the same cash, and the bag."""
    return [
        PropertyTaken(
            occurred_at=minute(29),
            lines=lines(),
            owner="Rosa Xicay (line 5), else the child",
            taken_from="rucksack and left pocket",
            place="front desk",
            witness=ODE,
            storage="Locker 4",
            child_agrees="no",
            disposition_due_at=minute(43_200),
        ),
        cash(31, 3, 2),
        cash(33, 3, 1),
        BagSealed(occurred_at=minute(34), bag="B-7", seal="99120", lines=(2, 6), witness=ODE),
    ]


def moved() -> list[Body]:
    """Return what became of them: moved, disputed, looked into, handed on."""
    return [
        PropertyMoved(
            occurred_at=minute(36),
            lines=(),
            bag="B-7",
            from_place="Locker 4",
            to_place="Property room",
            to_person="P. Clerk",
            purpose="night storage",
            seal_intact="yes",
        ),
        PropertyDisputed(
            occurred_at=minute(37),
            words=f"Eran dos muñecas. {samples.DEVANAGARI}",
            language="spa",
            interpreter="Operator 88",
            lines=(1,),
        ),
        PhoneSearched(
            occurred_at=minute(38),
            line=5,
            by="Det. Cho",
            looked_at="last call",
            authority="warrant 26-4",
            consent="refused",
            consent_by="the child",
        ),
        PhoneSearched(
            occurred_at=minute(39), line=5, by="M. Rivera", consent="yes", consent_by="the child"
        ),
        PropertyReturned(
            occurred_at=minute(59),
            lines=(),
            everything=True,
            to="receiver",
            to_name="Karen Ruiz",
            missing="one coin of 25 cents",
            seal_intact="yes",
        ),
    ]


def cash(after: int, notes: int, coins: int) -> CashCounted:
    """Return a count of the same cash, in two currencies."""
    return CashCounted(
        occurred_at=minute(after),
        line=6,
        amounts=(
            CashAmount(currency="USD", denomination_cents=2_000, count=notes),
            CashAmount(currency="USD", denomination_cents=25, count=coins),
            CashAmount(currency="GTQ", denomination_cents=10_000, count=1),
        ),
        second_counter=ODE,
        taken_from="left shoe",
        storage="Safe",
        note="notes wet",
    )
