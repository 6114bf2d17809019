"""The cases that must be read beside this one, by their numbers."""

from minors_desk.ui.kit.section import Section
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word


def links(context: Context) -> Section | None:
    """Each linked case with why; never a name."""
    page = context.page
    if not page.case.links:
        return None
    section = Section("Linked cases")
    for one in page.case.links:
        number = page.numbers.get(one.other, "not in this record")
        section.add_row(number, word("link_reason", one.why))
    return section
