"""A line of text that is true at each second: it is made anew from the present instant."""

from collections.abc import Callable
from datetime import datetime

from minors_desk.ui.kit.clock import Ticker
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label

Words = Callable[[datetime], str]
"""What to say at an instant; pure, so that ticking reads nothing."""


class TickingLabel(Label):
    """Words that wrap, made anew each second."""

    def __init__(self, ticker: Ticker, words: Words, tone: Tone | None = None) -> None:
        super().__init__("", TextRole.BODY, tone, wrap=True)
        self._ticker, self._words = ticker, words
        ticker.ticked.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Look at the time again."""
        self.setText(self._words(self._ticker.now()))


class TickingLine(Elided):
    """Words on one line, made anew each second; empty until told what to say."""

    def __init__(self, ticker: Ticker, tone: Tone | None = None) -> None:
        super().__init__("", TextRole.BODY, tone)
        self._ticker = ticker
        self._words: Words = lambda _: ""
        ticker.ticked.connect(self.refresh)

    def say(self, words: Words) -> None:
        """Say something else from now on."""
        self._words = words
        self.refresh()

    def refresh(self) -> None:
        """Look at the time again."""
        self.setText(self._words(self._ticker.now()))
