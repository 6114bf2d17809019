"""Questions about a person's login: letting in, roles, a temporary passphrase, disabling."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from minors_desk.domain.station import Person
from minors_desk.ui.dialogs.form import Checks, as_choices, beside, needed
from minors_desk.ui.dialogs.passphrase_dialog import RULE
from minors_desk.ui.kit.dialog import Ask
from minors_desk.ui.kit.field import Field, LineField, PassphraseField, first_wrong
from minors_desk.ui.kit.several import SeveralField
from minors_desk.wording.phrases import joined

_GIVEN = "Write it down for them; they change it when they first sign in"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who is let in."""

    login: str
    name: str
    badge: str
    roles: tuple[str, ...]
    passphrase: str


@dataclass(frozen=True, slots=True)
class NewRoles:
    """What a person may do from now on, and why."""

    roles: tuple[str, ...]
    reason: str


def who(person: Person) -> str:
    """Name, badge and login, under the heading of a question."""
    return joined(person.name, person.badge, person.login)


class AddPersonDialog(Ask):
    """Answers a `NewPerson`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Let somebody in",
            "Add",
            "One person, one login: nobody shares. You sign for their key.",
            parent,
        )
        self.name = LineField("Name", most=200)
        self.badge = LineField("Badge", most=50)
        self.login = LineField("Login", most=64)
        self.roles = SeveralField("What they do", as_choices("role"))
        self.passphrase = PassphraseField("First passphrase", f"{RULE}. {_GIVEN}")
        self.add(beside(self.name, self.badge, self.login))
        self.add(self.roles)
        self.add(self.passphrase)
        self.name.setFocus()

    def answer(self) -> NewPerson | None:
        """The person, or None when a field is empty."""
        asked: tuple[Field, ...] = (
            self.name,
            self.badge,
            self.login,
            self.roles,
            self.passphrase,
        )
        checks: Checks = [(one, partial(needed, one, "This is needed.")) for one in asked]
        if first_wrong(checks) is not None:
            return None
        return NewPerson(
            self.login.text().strip(),
            self.name.text().strip(),
            self.badge.text().strip(),
            self.roles.values(),
            self.passphrase.text(),
        )


class RolesDialog(Ask):
    """Answers a `NewRoles`."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__("Change what somebody may do", "Change", who(person), parent)
        self.roles = SeveralField("What they do", as_choices("role"))
        self.roles.set_values(person.roles)
        self.reason = LineField("Why", "May stay empty", most=200)
        self.add(self.roles)
        self.add(self.reason)
        self.roles.setFocus()

    def answer(self) -> NewRoles | None:
        """The roles, or None without any."""
        if first_wrong([(self.roles, lambda: needed(self.roles, "Choose one."))]) is not None:
            return None
        return NewRoles(self.roles.values(), self.reason.text().strip())


class ResetDialog(Ask):
    """Answers the temporary passphrase."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            "Give a new passphrase",
            "Give it",
            f"{who(person)}. A new signing key comes with it, which you sign for.",
            parent,
        )
        self.passphrase = PassphraseField("Temporary passphrase", f"{RULE}. {_GIVEN}")
        self.add(self.passphrase)
        self.passphrase.setFocus()

    def answer(self) -> str | None:
        """The passphrase, or None for none."""
        check = (self.passphrase, lambda: needed(self.passphrase, "Write one."))
        return None if first_wrong([check]) is not None else self.passphrase.text()


class DisableDialog(Ask):
    """Answers the reason, which may be empty."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(
            "Disable a login",
            "Disable",
            f"{who(person)}. They cannot sign in any more; what they wrote stays theirs."
            " A new passphrase lets them in again.",
            parent,
        )
        self.reason = LineField("Why", "May stay empty", most=200)
        self.add(self.reason)
        self.reason.setFocus()

    def answer(self) -> str | None:
        """The reason."""
        return self.reason.text().strip()
