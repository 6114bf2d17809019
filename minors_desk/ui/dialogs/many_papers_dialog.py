"""Asks which paper is printed of all cases of a list; the folder is asked for after it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from minors_desk.ui.kit.choice import Choice, ChoiceField
from minors_desk.ui.kit.dialog import Ask


class ManyPapersDialog(Ask):
    """Answers the name of a paper of `papers`, which has the title of each."""

    def __init__(self, papers: Mapping[str, str], count: int, parent: QWidget | None) -> None:
        super().__init__(
            "Print papers of these cases",
            "Choose the folder…",
            f"One PDF for each of {count} case{'' if count == 1 else 's'}, called by its number,"
            " without a name. Each is a copy of its own and stands in the log. The files are not"
            " encrypted: keep them with care.",
            parent,
        )
        self.paper = ChoiceField("Paper", [Choice(name, title) for name, title in papers.items()])
        self.paper.set_value(next(iter(papers)))
        self.add(self.paper)
        self.paper.setFocus()

    def answer(self) -> str | None:
        """The name of the paper chosen."""
        return self.paper.value()
