"""The list of what a child had on it, thing by thing, each with its number."""

from collections.abc import Mapping
from typing import cast

from PySide6.QtWidgets import QWidget

from minors_desk.domain.answers import Answer
from minors_desk.domain.belongings import (
    Category,
    IdentityPaper,
    Keepsake,
    PaperKind,
    PhoneDetails,
    PropertyLine,
    next_line,
)
from minors_desk.domain.case import Case
from minors_desk.ui.dialogs.form import as_choices, beside
from minors_desk.ui.editors.parts_field import PartsField
from minors_desk.ui.editors.typed_money import NoMoney, parse_currency, parse_money, plain_sum
from minors_desk.ui.kit.choice import ChoiceField
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined

THING, PAPER, PHONE = "thing", "identity_paper", "phone"


class PropertyField(PartsField):
    """The value is a tuple of `PropertyLine`. A line keeps its number while it is changed."""

    kind = PropertyLine
    add_words = "Add this line"
    unfinished = "Finish this line of the list, or empty it."

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self._next = 1
        self._number: int | None = None
        self.what = LineField("What it is", placeholder="Grey backpack")
        self.quantity = LineField("How many", placeholder="1", most=6)
        self.category = ChoiceField("Why we have it", as_choices("property_category"))
        self.marks = LineField("Marks, brand, serial number")
        self.condition = LineField("Condition")
        self.worth = LineField("Value, if it has one", placeholder="USD 40", most=30)
        self.keepsake = ChoiceField("Keepsake", as_choices("keepsake"))
        self.evidence_number = LineField("Evidence number", most=200)
        self.sort = ChoiceField("It is", as_choices("property_sort"))
        self.paper = ChoiceField("Which paper", as_choices("identity_paper"))
        self.paper_number = LineField("Its number", most=200)
        self.issuer = LineField("Issued by", placeholder="Guatemala", most=200)
        self.make = LineField("Make and model", most=200)
        self.imei = LineField("IMEI or serial number", most=200)
        self.locked = ChoiceField("Locked", as_choices("answer"))
        self.noted = LineField("Numbers written down from it", "Only with the child's consent")
        self.noted_consent = ChoiceField("The child agreed to that", as_choices("answer"))
        self._of_paper = beside(self.paper, self.paper_number, self.issuer)
        self._of_phone = (beside(self.make, self.imei), self.locked, self.noted, self.noted_consent)
        self._lay_out()
        self.setFocusProxy(self.what)
        for field in (self.sort, self.category, self.noted):
            field.changed.connect(self._look)
        self._look()
        self.listen()

    def know(self, case: Case) -> None:
        """New lines take the numbers from the next free one of the case."""
        self._next = next_line(case)

    def typed(self) -> Mapping[str, Field]:
        """The fields of a line."""
        return {
            "what": self.what,
            "quantity": self.quantity,
            "category": self.category,
            "sort": self.sort,
            "marks": self.marks,
            "condition": self.condition,
            "worth": self.worth,
            "keepsake": self.keepsake,
            "evidence_number": self.evidence_number,
            "paper": self.paper,
            "paper_number": self.paper_number,
            "issuer": self.issuer,
            "make": self.make,
            "imei": self.imei,
            "locked": self.locked,
            "noted": self.noted,
            "noted_consent": self.noted_consent,
        }

    def read_typed(self) -> PropertyLine | None:
        """The line, or None after saying at its fields what is wrong."""
        checks = [
            (self.what, lambda: "Write what it is." if self.what.is_empty() else None),
            (self.quantity, self._quantity_wrong),
            (self.category, lambda: "Choose why." if self.category.is_empty() else None),
            (self.paper, self._paper_wrong),
            (self.worth, self._worth_wrong),
        ]
        if first_wrong(checks) is not None:
            return None
        cents, currency = (None, None) if self.worth.is_empty() else self._worth()
        return PropertyLine(
            line=self._number or self._free(),
            description=self.what.text(),
            quantity=int(self.quantity.text().strip() or "1"),
            category=cast(Category, self.category.value()),
            marks=self.marks.text(),
            condition=self.condition.text(),
            value_cents=cents,
            currency=currency,
            keepsake=cast(Keepsake | None, self.keepsake.value()),
            evidence_number=self.evidence_number.text() if self._is_evidence() else "",
            paper=self._paper() if self.sort.value() == PAPER else None,
            phone=self._phone() if self.sort.value() == PHONE else None,
        )

    def fill_typed(self, part: PropertyLine) -> None:
        """Show a line again, to be changed; it keeps its number."""
        self._number = part.line
        self.what.set_text(part.description)
        self.quantity.set_text(str(part.quantity))
        self.category.set_value(part.category)
        self.marks.set_text(part.marks)
        self.condition.set_text(part.condition)
        worth = ""
        if part.value_cents is not None and part.currency is not None:
            worth = f"{part.currency} {plain_sum(part.value_cents, part.currency)}"
        self.worth.set_text(worth)
        self.keepsake.set_value(part.keepsake)
        self.evidence_number.set_text(part.evidence_number)
        self.sort.set_value(PAPER if part.paper else PHONE if part.phone else THING)
        if part.paper is not None:
            self.paper.set_value(part.paper.paper)
            self.paper_number.set_text(part.paper.number)
            self.issuer.set_text(part.paper.issuer)
        if part.phone is not None:
            self.make.set_text(part.phone.make)
            self.imei.set_text(part.phone.imei)
            self.locked.set_value(part.phone.locked)
            self.noted.set_text(part.phone.numbers_noted)
            self.noted_consent.set_value(part.phone.numbers_consent)

    def clear_typed(self) -> None:
        """Empty the line; the next one takes the next number."""
        self._number = None
        super().clear_typed()

    def words(self, part: PropertyLine, place: int) -> str:
        """``3  2 x necklace · Safekeeping · gold``."""
        paper = "" if part.paper is None else word("identity_paper", part.paper.paper)
        more = (paper, part.marks, part.condition)
        why = word("property_category", part.category)
        return joined(f"{part.line}.  {part.quantity} x {part.description}", why, *more)

    def _lay_out(self) -> None:
        rows: tuple[QWidget, ...] = (
            beside(self.what, self.quantity),
            self.category,
            self.evidence_number,
            beside(self.sort, self.keepsake),
            self._of_paper,
            *self._of_phone,
            beside(self.marks, self.condition, self.worth),
            self.add,
        )
        for one in rows:
            self.page.addWidget(one)

    def _look(self) -> None:
        sort = self.sort.value()
        self._of_paper.setVisible(sort == PAPER)
        for one in self._of_phone:
            one.setVisible(sort == PHONE)
        self.noted_consent.setVisible(sort == PHONE and not self.noted.is_empty())
        self.evidence_number.setVisible(self._is_evidence())

    def _is_evidence(self) -> bool:
        return self.category.value() == "evidence"

    def _free(self) -> int:
        taken: list[int] = [one.line for one in self.parts]
        return max((self._next, *(line + 1 for line in taken)))

    def _paper(self) -> IdentityPaper:
        return IdentityPaper(
            paper=cast(PaperKind, self.paper.value()),
            number=self.paper_number.text(),
            issuer=self.issuer.text(),
        )

    def _phone(self) -> PhoneDetails:
        return PhoneDetails(
            make=self.make.text(),
            imei=self.imei.text(),
            locked=cast(Answer | None, self.locked.value()),
            numbers_noted=self.noted.text(),
            numbers_consent=cast(Answer | None, self.noted_consent.value()),
        )

    def _quantity_wrong(self) -> str | None:
        text = self.quantity.text().strip()
        if not text or (text.isascii() and text.isdecimal() and 1 <= int(text) <= 100_000):
            return None
        return "Write a whole number."

    def _paper_wrong(self) -> str | None:
        lacking = self.sort.value() == PAPER and self.paper.is_empty()
        return "Choose which paper." if lacking else None

    def _worth(self) -> tuple[int, str]:
        currency = parse_currency(self.worth.text())
        return parse_money(self.worth.text().split(maxsplit=1)[-1], currency), currency

    def _worth_wrong(self) -> str | None:
        try:
            if not self.worth.is_empty():
                self._worth()
        except NoMoney as error:
            return str(error)
        return None
