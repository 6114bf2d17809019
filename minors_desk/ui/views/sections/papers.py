"""What was issued, which version and copy, and who has each; any can be printed again."""

from PySide6.QtWidgets import QWidget

from minors_desk.domain.printed import IssuedPaper
from minors_desk.ui.acts.copies import NAME
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import column
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.print_view import PaperWanted
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.copies import line_words, standing_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time


def papers(context: Context) -> Section | None:
    """What was issued, which version and copy, and who has each; any can be printed again.

    Below a copy that was passed on, returned, destroyed or lost stands its history.
    """
    case, zone = context.case, context.zone
    if not case.papers:
        return None
    section = Section("Papers")
    seen = set[PaperWanted]()
    for one in reversed(case.papers):
        copy = f"version {one.version}, copy {one.copy}"
        words = joined(word("paper", one.paper), one.number, copy)
        label, which = f"Issued {clock_time(one.at, zone)}", (one.paper, one.subject)
        if which in seen:
            section.add_row(label, words, standing_words(one))
        else:
            # The next copy follows the newest one; the earlier ones only stand in the list.
            section.add_widget_row(label, _newest(context, one, words), standing_words(one))
        for note in one.notes[1:]:
            section.add_row("", line_words(note, zone))
        seen.add(which)
    if any(one.is_out for one in case.papers):
        account = Button("What became of a copy", Kind.PLAIN)
        account.clicked.connect(lambda: context.act(NAME))
        section.add(account)
    return section


def _newest(context: Context, paper: IssuedPaper, words: str) -> QWidget:
    """The newest copy of a paper, with the button that opens that very paper."""
    holder = QWidget()
    lines = column(holder, gap=0)
    lines.addWidget(Label(words, wrap=True))
    again = Button("Print again", Kind.PLAIN)
    again.setAccessibleName(f"Print again: {words}")
    again.clicked.connect(lambda: context.print_again((paper.paper, paper.subject)))
    lines.addWidget(again)
    return holder
