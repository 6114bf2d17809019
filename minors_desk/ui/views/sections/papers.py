"""What was issued, which version and copy, and what came of it; each can be printed again."""

from minors_desk.domain.printed import IssuedPaper
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time

_OUTCOMES = {
    "printed_printer": "printed",
    "printed_file": "saved as a file",
    "print_failed": "nothing came out",
}


def papers(context: Context) -> Section | None:
    """What was issued, which version and copy, and what came of it; each can be printed again."""
    case, zone = context.case, context.zone
    if not case.papers:
        return None
    section = Section("Papers")
    again = Button("Print again", Kind.PLAIN, "P")
    subject = case.papers[-1].subject
    again.clicked.connect(lambda: context.print_again(subject))
    section.head.addWidget(again)
    for one in reversed(case.papers):
        copy = f"version {one.version}, copy {one.copy}"
        words = joined(word("paper", one.paper), one.number, copy)
        section.add_row(f"Issued {clock_time(one.at, zone)}", words, _outcome(one))
    return section


def _outcome(paper: IssuedPaper) -> str:
    if not paper.outcomes:
        return "not out yet"
    return _OUTCOMES.get(paper.outcomes[-1], paper.outcomes[-1])
