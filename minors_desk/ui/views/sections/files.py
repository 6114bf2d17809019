"""What was taken in: photographs, scans, recordings; each with what it is for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from minors_desk.domain.attachments import Attachment
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, row
from minors_desk.ui.kit.text import capped
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.sections.context import Context
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import clock_time

_SHOWN = 300


def files(context: Context) -> Section | None:
    """The files of the case, the newest first."""
    if not context.case.attachments:
        return None
    section = Section("Photos and papers taken in")
    for one in reversed(context.case.attachments):
        section.add_widget_row(
            word("attachment_what", one.what), _file(context, one), clock_time(one.at, context.zone)
        )
    return section


def _file(context: Context, file: Attachment) -> QWidget:
    holder = QWidget()
    line = row(holder, gap=ONE)
    size = f"{max(1, file.size // 1024):,} kB"
    words = joined(file.purpose, file.authority, word("media_type", file.media_type), size)
    line.addWidget(Label(capped(words, _SHOWN), wrap=True), 1)
    if not file.media_type.startswith("audio/"):
        button = Button("Look", Kind.PLAIN)
        button.setAccessibleName(f"Look at: {word('attachment_what', file.what)}")
        button.clicked.connect(partial(context.look_at, file))
        line.addWidget(button)
    return holder
