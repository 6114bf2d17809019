"""The base of fields that hold a part of an entry: an answer with words, a person, a list."""

from typing import Any

from minors_desk.domain.case import Case
from minors_desk.ui.kit.field import KeptField


class ValueField(KeptField):
    """A field whose value stands in the entry as it is."""

    def value(self) -> Any:
        """The value; call it only when `wrong` finds nothing."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value of an entry."""
        raise NotImplementedError

    def answers(self) -> frozenset[str]:
        """What it says, as the condition of another question compares it."""
        return frozenset() if self.is_empty() else frozenset({"given"})

    def wrong(self) -> str | None:
        """What is wrong with what stands in it, as a sentence, or None."""
        return None

    def know(self, case: Case) -> None:
        """Offer what is known of the case; nothing for most."""
