"""A bar that moves while something is made, when nobody can say how far it is."""

from PySide6.QtWidgets import QProgressBar


class WaitingBar(QProgressBar):
    """Hidden until there is something to wait for; `words` say to a screen reader what it is."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(words)
        self.hide()
