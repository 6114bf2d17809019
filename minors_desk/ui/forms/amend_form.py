"""Asks what an entry should have said, and why: the form of its kind, filled from the entry."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.codec import plain
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.kit.field import Field, TextField, first_wrong

_NOT_ASKED = frozenset({"late_because"})
"""Why the entry itself was late stays what it was; the correction has a time of its own."""


class AmendForm(AskedForm):
    """Answers an `Amended` that holds the whole replacement; its draft belongs to the one entry.

    The fields of the kind that the form does not ask keep what the entry said.
    """

    def __init__(
        self,
        spec: FormSpec,
        case: Case,
        amended: tuple[UUID, Body],
        at_desk: AtDesk,
        parent: QWidget | None = None,
    ) -> None:
        self._target, self._before = amended
        super().__init__(spec, case, at_desk, parent)
        self.form = f"amended {self._target}"
        self.when.never_late()
        self.reason = TextField("Reason for the change", "A judge may read it", rows=2)
        self.add(self.reason)
        self.show_body(self._before)

    def fields(self) -> dict[str, Field]:
        """The fields for a draft."""
        return {**super().fields(), "amend_reason": self.reason}

    def answer(self) -> Amended | None:
        """The correction, or None when a field is wrong or nothing says why."""
        replacement = super().answer()
        if replacement is None or first_wrong([(self.reason, self._wrong)]) is not None:
            return None
        before = plain(self._before)
        unasked = {name: before[name] for name in before.keys() & (_NOT_ASKED | self.spec.keeps)}
        return Amended(
            occurred_at=self.at_desk.now(),
            target=self._target,
            replacement={**before, **plain(replacement), **unasked},
            reason=self.reason.text(),
        )

    def _wrong(self) -> str | None:
        if self.reason.is_empty():
            return "Write why it is changed."
        return self.reason.error() or None
