"""What was issued, which copy, who has each, and whether its signed copy was scanned back in."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from minors_desk.domain.attachments import Attachment
from minors_desk.domain.case import Case
from minors_desk.domain.printed import IssuedPaper
from minors_desk.ui.acts.copies import NAME
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, Flow, column
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.print_view import PaperWanted
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.copies import line_words, standing_words
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time, day_and_time

ATTACH = "Attach its scan"
BY_HAND = "Signed by hand; its scan is not here yet"
NO_SCAN = "No signed copy scanned in"


def papers(context: Context) -> Section | None:
    """What was issued and who has each copy; each can be printed again, and its scan attached.

    Below a copy that was passed on, returned, destroyed or lost stands its history.
    """
    case, zone = context.case, context.zone
    if not case.papers:
        return None
    section = Section("Papers")
    seen = set[PaperWanted]()
    for one in reversed(case.papers):
        which = (one.paper, one.subject)
        # The next copy follows the newest one; the earlier ones only stand in the list.
        widget = _copy(context, one, newest=which not in seen)
        section.add_widget_row(f"Issued {clock_time(one.at, zone)}", widget, standing_words(one))
        for note in one.notes[1:]:
            section.add_row("", line_words(note, zone))
        seen.add(which)
    if any(one.is_out for one in case.papers):
        account = Button("What became of a copy", Kind.PLAIN)
        account.clicked.connect(lambda: context.act(NAME))
        section.add(account)
    return section


def _copy(context: Context, paper: IssuedPaper, *, newest: bool) -> QWidget:
    """One copy: what it is, whether its signed copy is here, and what can be done about it."""
    copy = f"version {paper.version}, copy {paper.copy}"
    words = joined(word("paper", paper.paper), paper.number, copy)
    holder = QWidget()
    lines = column(holder, gap=0)
    lines.addWidget(Label(words, wrap=True))
    scan = _scan_of(context.case.attachments, paper.entry_id)
    if paper.may_be_out:
        lines.addWidget(_scanned(context, paper, scan))
    buttons = Flow(gap=ONE)
    if newest:
        again = partial(context.print_again, (paper.paper, paper.subject))
        buttons.addWidget(_button("Print again", words, again))
    if scan is not None:
        buttons.addWidget(_button("Look at the scan", words, partial(context.look_at, scan)))
    elif paper.may_be_out:
        attach = partial(context.attach_copy, paper.entry_id)
        buttons.addWidget(_button(ATTACH, words, attach))
    lines.addLayout(buttons)
    return holder


def _scanned(context: Context, paper: IssuedPaper, scan: Attachment | None) -> QWidget:
    """Whether the signed copy is here; one that somebody signed by hand is missed."""
    if scan is not None:
        at = day_and_time(scan.at, context.zone)
        return IconLine(f"Signed copy scanned in, {at}", Tone.GREEN)
    if paper.entry_id in _signed_by_hand(context.case):
        return IconLine(BY_HAND, Tone.AMBER)
    return Label(NO_SCAN, TextRole.SMALL, tone=Tone.MUTED, wrap=True)


def _signed_by_hand(case: Case) -> set[UUID]:
    """The copies that a side of a handoff signed in ink."""
    drawn = (one for attempt in case.handoffs for one in attempt.signatures)
    return {one.issued for one in drawn if one.issued is not None}


def _scan_of(attachments: Iterable[Attachment], issued: UUID) -> Attachment | None:
    """The newest scan of that copy."""
    scans = [one for one in attachments if one.copy_of == issued]
    return scans[-1] if scans else None


def _button(words: str, of: str, work: partial[None]) -> Button:
    button = Button(words, Kind.PLAIN)
    button.setAccessibleName(f"{words}: {of}")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: work())
    return button
