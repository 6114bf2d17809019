"""The sections of the case page in their order; each is there when it has something to say."""

from collections.abc import Callable

from minors_desk.ui.kit.section import Section
from minors_desk.ui.views.sections.belongings import belongings
from minors_desk.ui.views.sections.care import care, rights_told
from minors_desk.ui.views.sections.contacts import contacts
from minors_desk.ui.views.sections.context import Context
from minors_desk.ui.views.sections.custody import checks, custody
from minors_desk.ui.views.sections.family import family
from minors_desk.ui.views.sections.files import files
from minors_desk.ui.views.sections.findings import findings
from minors_desk.ui.views.sections.handoffs import handoffs
from minors_desk.ui.views.sections.identity import identity
from minors_desk.ui.views.sections.links import links
from minors_desk.ui.views.sections.papers import papers
from minors_desk.ui.views.sections.review import review
from minors_desk.ui.views.sections.screening import screening

MAKERS: tuple[Callable[[Context], Section | None], ...] = (
    review,
    findings,
    identity,
    family,
    custody,
    checks,
    care,
    screening,
    rights_told,
    contacts,
    belongings,
    handoffs,
    papers,
    files,
    links,
)


def sections(context: Context) -> list[Section]:
    """The sections that have something to say, in the order of the page."""
    made = (make(context) for make in MAKERS)
    return [one for one in made if one is not None]
