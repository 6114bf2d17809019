"""The list of all keys, under F1."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from minors_desk.ui.actions import GROUPS
from minors_desk.ui.kit.keys import KeyList


def show_keys(parent: QWidget, watch: Callable[[QDialog], None]) -> None:
    """Open the list over the page that stands; `watch` lets the lock work over it."""
    dialog = KeyList(GROUPS, parent)
    watch(dialog)
    dialog.open()
