"""What the window is given from outside: clock, settings, record folder, how to begin anew."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from minors_desk import settings as kept_settings
from minors_desk.errors import DeskError
from minors_desk.settings import TEXT_PERCENT, Settings, Theme

if TYPE_CHECKING:
    from minors_desk.domain.story import Story
    from minors_desk.domain.when import Clock

STEP = 25
"""Percent by which Ctrl++ and Ctrl+- change the text size."""
_NEXT = {Theme.SYSTEM: Theme.DARK, Theme.DARK: Theme.LIGHT, Theme.LIGHT: Theme.SYSTEM}
_LOG = logging.getLogger(__name__)


class Practice(NamedTuple):
    """Invented nights to practise on: `stories` finds the files that came with the program, `read`
    reads such files and raises a DeskError that says what is wrong with one.
    """

    stories: Callable[[], Sequence[Path]]
    read: "Callable[[Sequence[Path]], tuple[Story, ...]]"


class Workplace:
    """One workstation. `clock` gives the present instant (aware, UTC).

    `restart` ends this process and starts the same command again, at sign-in: what protects memory
    after a lock is that the process is gone. Tests and the tour inject their own. `record` is the
    folder to sign in to; None when this computer knows none yet.
    """

    def __init__(
        self,
        *,
        clock: "Clock",
        settings_folder: Path,
        settings: Settings,
        restart: Callable[[], None],
        record: Path | None = None,
        practice: Practice,
    ) -> None:
        self.clock, self.restart = clock, restart
        self.settings_folder, self.settings, self.record = settings_folder, settings, record
        self.practice = practice

    def next_theme(self) -> None:
        """From the system's colours to dark, to light, and back; kept."""
        self._keep(self.settings._replace(theme=_NEXT[self.settings.theme]))

    def larger(self, steps: int) -> None:
        """Text larger by steps of 25 percent, smaller by negative ones, within 100 to 200; kept."""
        percent = self.settings.text_percent + steps * STEP
        percent = max(TEXT_PERCENT[0], min(TEXT_PERCENT[-1], percent))
        self._keep(self.settings._replace(text_percent=percent))

    def usual_size(self) -> None:
        """Text at its usual size; kept."""
        self._keep(self.settings._replace(text_percent=100))

    def opened(self, folder: Path) -> None:
        """Remember which record folder this computer uses."""
        self.record = folder
        self._keep(self.settings._replace(record_folder=folder))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        try:
            kept_settings.save(self.settings_folder, settings)
        except DeskError as error:
            # The desk looks as asked; only the next start will not remember it.
            _LOG.warning("settings not saved %s", error)
