"""Asks what an entry should have said, and why: the form of its kind, filled from the entry."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from PySide6.QtWidgets import QWidget

from minors_desk.domain.alter import Amended
from minors_desk.domain.bodies import Body
from minors_desk.domain.case import Case
from minors_desk.domain.codec import plain
from minors_desk.domain.rules import Rule
from minors_desk.ui.dialogs.form import AtDesk
from minors_desk.ui.forms.asked_form import AskedForm, FormSpec
from minors_desk.ui.kit.field import Field, TextField, first_wrong

_ASKED = frozenset({"occurred_at", "precision", "done_by"})
"""What every form asks of an entry. Why the entry itself was late stays what it was: the correction
has a time of its own."""


class AmendForm(AskedForm):
    """Answers an `Amended` that holds the whole replacement; its draft belongs to the one entry.

    The fields of the kind that the form does not ask keep what the entry said.
    """

    only_what_fits = False

    def __init__(
        self,
        spec: FormSpec,
        case: Case,
        amended: tuple[UUID, Body],
        at_desk: AtDesk,
        parent: QWidget | None = None,
        *,
        forbidding: Sequence[Rule] = (),
    ) -> None:
        self._target, self._before = amended
        super().__init__(spec, case, at_desk, parent, forbidding=forbidding)
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
        if not isinstance(replacement, Body):
            return None
        if first_wrong([(self.reason, self._wrong)]) is not None:
            return None
        return Amended(
            occurred_at=self.at_desk.now(),
            target=self._target,
            replacement={**plain(replacement), **self._unasked(replacement)},
            reason=self.reason.text(),
        )

    def _unasked(self, replacement: Body) -> dict[str, Any]:
        """What the entry said in fields that the form neither asks nor fills."""
        before = plain(self._before)
        asked = _ASKED | self.asked.keys() | self.spec.covers
        return {
            one.name: before[one.name]
            for one in msgspec.structs.fields(type(replacement))
            if one.name in before
            and one.name not in asked
            and getattr(replacement, one.name) == _default(one)
        }

    def _wrong(self) -> str | None:
        if self.reason.is_empty():
            return "Write why it is changed."
        return self.reason.error() or None


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default
