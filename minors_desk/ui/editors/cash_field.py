"""Cash counted denomination by denomination, with the total of each currency below."""

from collections.abc import Mapping

from minors_desk.domain.money import CashAmount, totals
from minors_desk.ui.dialogs.form import Checks, beside
from minors_desk.ui.editors.parts_field import PartsField
from minors_desk.ui.editors.pick_field import PickField
from minors_desk.ui.editors.typed_money import (
    CURRENCIES,
    NoMoney,
    parse_currency,
    parse_money,
    plain_sum,
)
from minors_desk.ui.kit.choice import Choice
from minors_desk.ui.kit.field import Field, LineField, first_wrong
from minors_desk.ui.kit.tokens import TextRole
from minors_desk.ui.kit.type import Label
from minors_desk.wording.money import money


class CashField(PartsField):
    """The value is a tuple of `CashAmount`; nothing is converted from one currency to another."""

    kind = CashAmount
    add_words = "Add these notes or coins"
    unfinished = "Finish these notes or coins, or empty the three fields."

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self.currency = PickField("Currency", placeholder="USD")
        self.currency.offer([Choice(code, name) for code, name in CURRENCIES])
        self.denomination = LineField("Note or coin of", placeholder="20 or 0.25", most=20)
        self.count = LineField("How many", most=7)
        self.total = Label("", TextRole.HEADING, wrap=True)
        self.page.addWidget(beside(self.currency, self.denomination, self.count))
        self.page.addWidget(self.add)
        self.page.addWidget(self.total)
        self.total.hide()
        self.setFocusProxy(self.currency)
        self.changed.connect(self._sum_up)
        self.listen()

    def typed(self) -> Mapping[str, Field]:
        """The three fields; the currency stays for the next line, and alone counts for nothing."""
        return {
            "denomination": self.denomination,
            "count": self.count,
            "currency": self.currency,
        }

    def is_typing(self) -> bool:
        """Whether a denomination or a number is typed."""
        return not (self.denomination.is_empty() and self.count.is_empty())

    def read_typed(self) -> CashAmount | None:
        """The line, or None after saying what is wrong."""
        checks: Checks = [
            (self.currency, self._currency_wrong),
            (self.denomination, self._denomination_wrong),
            (self.count, self._count_wrong),
        ]
        if first_wrong(checks) is not None:
            return None
        currency = parse_currency(self.currency.text())
        return CashAmount(
            currency=currency,
            denomination_cents=parse_money(self.denomination.text(), currency),
            count=int(self.count.text()),
        )

    def fill_typed(self, part: CashAmount) -> None:
        """Show a line again, to be changed."""
        self.currency.set_text(part.currency)
        self.denomination.set_text(plain_sum(part.denomination_cents, part.currency))
        self.count.set_text(str(part.count))

    def clear_typed(self) -> None:
        """Leave the currency: the next note is most likely of the same."""
        self.denomination.set_text("")
        self.count.set_text("")

    def words(self, part: CashAmount, place: int) -> str:
        """``3 x USD 20.00 = USD 60.00``."""
        one = money(part.currency, part.denomination_cents)
        return (
            f"{part.count} x {one} = {money(part.currency, part.denomination_cents * part.count)}"
        )

    def _currency_wrong(self) -> str | None:
        try:
            parse_currency(self.currency.text())
        except NoMoney as error:
            return str(error)
        return None

    def _denomination_wrong(self) -> str | None:
        try:
            parse_money(self.denomination.text(), parse_currency(self.currency.text()))
        except NoMoney as error:
            return str(error)
        return None

    def _count_wrong(self) -> str | None:
        text = self.count.text().strip()
        if text.isascii() and text.isdecimal() and 1 <= int(text) <= 1_000_000:
            return None
        return "Write how many there are."

    def _sum_up(self) -> None:
        sums = [money(currency, cents) for currency, cents in totals(self.parts).items()]
        self.total.setText(f"In all {', '.join(sums)}")
        self.total.setVisible(bool(sums))
