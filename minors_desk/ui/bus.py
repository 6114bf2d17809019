"""The one news of the window: the record changed; each view decides whether to look."""

from PySide6.QtCore import QObject, Signal

from minors_desk.domain.changes import Changes


class Bus(QObject):
    """Carries what a use-case changed to whoever shows it; nobody is told what to show."""

    changed = Signal(object)
    """Carries a `Changes`; a Qt signal knows no type of ours."""

    def publish(self, changes: Changes) -> None:
        """Tell all views; fits as the `done` of a task that returns `Changes`."""
        self.changed.emit(changes)
