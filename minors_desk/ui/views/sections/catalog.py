"""The sections of the case page in their order; each is there when it has something to say."""

from collections.abc import Callable

from minors_desk.ui.kit.section import Section
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.sections.custody import custody_and_care
from minors_desk.ui.views.sections.findings import findings
from minors_desk.ui.views.sections.handoffs import handoffs
from minors_desk.ui.views.sections.identity import identity
from minors_desk.ui.views.sections.papers import papers

MAKERS: tuple[Callable[[Context], Section | None], ...] = (
    findings,
    identity,
    custody_and_care,
    handoffs,
    papers,
)


def sections(context: Context) -> list[Section]:
    """The sections that have something to say, in the order of the page."""
    made = (make(context) for make in MAKERS)
    return [one for one in made if one is not None]
