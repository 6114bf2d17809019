"""What a section of the case page is made from, besides the case."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from minors_desk.domain.attachments import Attachment
from minors_desk.domain.case import Case
from minors_desk.services.cases import CasePage
from minors_desk.ui.kit.clock import Ticker


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The page that was read, the station's zone, what ticks, and how to do something.

    ``act`` does what the act of that name does, to this case; ``print_again`` opens a paper by its
    name and subject; ``open_case`` goes to another case, ``look_at`` shows a file. ``attach_copy``
    asks for the scan of the copy that this entry issued.
    """

    page: CasePage
    zone: str
    ticker: Ticker
    act: Callable[[str], None]
    print_again: Callable[[tuple[str, int]], None]
    open_case: Callable[[UUID], None]
    look_at: Callable[[Attachment], None]
    attach_copy: Callable[[UUID], None]

    @property
    def case(self) -> Case:
        """The case shown."""
        return self.page.case
