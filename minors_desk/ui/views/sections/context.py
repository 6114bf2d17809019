"""What a section of the case page is made from, besides the case."""

from collections.abc import Callable
from dataclasses import dataclass

from minors_desk.domain.case import Case
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.clock import Ticker


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The page that was read, the station's zone, what ticks, and how to do something.

    ``act`` does what the act of that name does, to this case; ``print_again`` opens a paper by its
    subject.
    """

    page: CasePage
    zone: str
    ticker: Ticker
    act: Callable[[str], None]
    print_again: Callable[[int], None]

    @property
    def case(self) -> Case:
        """The case shown."""
        return self.page.case
