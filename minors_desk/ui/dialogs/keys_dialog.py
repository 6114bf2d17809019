"""The list of all keys, under F1."""

from PySide6.QtWidgets import QWidget

from minors_desk.ui.actions import GROUPS
from minors_desk.ui.kit.keys import KeyList


def keys_dialog(parent: QWidget) -> KeyList:
    """The list, to be shown with `open()`."""
    return KeyList(GROUPS, parent)
