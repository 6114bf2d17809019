"""The sections of the case page in their order; each is there when it has something to say."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import clear, column, take_out
from minors_desk.ui.views.sections.belongings import belongings
from minors_desk.ui.views.sections.care import care, rights_told
from minors_desk.ui.views.sections.consulate import consulate
from minors_desk.ui.views.sections.contacts import contacts
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.sections.custody import checks, custody
from minors_desk.ui.views.sections.disclosing import disclosing
from minors_desk.ui.views.sections.family import family
from minors_desk.ui.views.sections.files import files
from minors_desk.ui.views.sections.findings import findings
from minors_desk.ui.views.sections.handoffs import handoffs
from minors_desk.ui.views.sections.identity import identity
from minors_desk.ui.views.sections.links import links
from minors_desk.ui.views.sections.papers import papers
from minors_desk.ui.views.sections.review import review
from minors_desk.ui.views.sections.screening import screening
from minors_desk.ui.views.sections.trafficking import trafficking

MAKERS: tuple[Callable[[Context], Section | None], ...] = (
    review,
    findings,
    identity,
    family,
    custody,
    checks,
    care,
    screening,
    trafficking,
    rights_told,
    consulate,
    contacts,
    belongings,
    disclosing,
    handoffs,
    papers,
    files,
    links,
)


class Sections(QWidget):
    """The sections that have something to say, below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=12)
        self._made: list[Section | None] = [None] * len(MAKERS)

    def show_case(self, context: Context) -> Iterator[None]:
        """Put each section in the place of what it said before, one from `yield` to `yield`."""
        for place, make in enumerate(MAKERS):
            old, new = self._made[place], make(context)
            if new is not None:
                above = sum(one is not None for one in self._made[:place])
                self._lines.insertWidget(above, new)
                # By itself Qt shows it only some events later.
                new.show()
            if old is not None:
                take_out(self._lines, old)
            self._made[place] = new
            yield

    def show_nothing(self) -> None:
        """Take all away, before those of another child."""
        clear(self._lines)
        self._made = [None] * len(MAKERS)
