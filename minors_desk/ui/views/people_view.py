"""People: who may sign in and do what; letting in, roles, new passphrases, unlocking, disabling."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent

from minors_desk.domain import roles
from minors_desk.domain.changes import Changes
from minors_desk.services import people
from minors_desk.services.people import Login
from minors_desk.ui.dialogs.person_dialogs import (
    AddPersonDialog,
    DisableDialog,
    NewPerson,
    NewRoles,
    ResetDialog,
    RolesDialog,
)
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.spacing import HALF, ONE, THREE, TWO, column, flowing, row
from minors_desk.ui.kit.table import Table
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.models.list_model import Column, ListModel
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time

_SHARES = (22, 10, 14, 22, 24, 20)


class PeopleView(Page):
    """The list with what may be done to the chosen login below it, each by one key."""

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "People")
        self.model: ListModel[Login] = ListModel(_columns(self.desk.zone), self)
        self.table = Table(self.model, "People")
        may = self.desk.person.roles
        manages = roles.may(may, roles.MANAGE_PEOPLE)
        self.add_button = Button("Let somebody in", Kind.PRIMARY, "A", "plus")
        if not manages:
            self.add_button.hide()
        self.buttons = {
            name: Button(words, Kind.SECONDARY, key)
            for name, words, key, right in _ACTS
            if roles.may(may, right)
        }
        self._below = Elided("", tone=Tone.MUTED)
        self._lay_out()
        self._connect(manages=manages)
        self.setFocusProxy(self.table)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self.tasks.on_record(self, lambda: people.listed(self.desk), self._show, self.tell)

    def chosen(self) -> Login | None:
        """The chosen login."""
        return self.model.row_at(self.table.currentIndex().row())

    def let_in(self) -> None:
        """A: let somebody in."""

        def save(new: NewPerson) -> Changes:
            person = (new.login, new.name, new.badge)
            return people.add(self.desk, person, new.roles, new.passphrase)

        self.ask(AddPersonDialog(self.window()), save)

    def change_roles(self, login: Login) -> None:
        """R: what the person may do."""

        def save(new: NewRoles) -> Changes:
            return people.change_roles(self.desk, login.person.login, new.roles, new.reason)

        self.ask(RolesDialog(login.person, self.window()), save)

    def reset(self, login: Login) -> None:
        """P: a temporary passphrase and a new key."""
        ask = ResetDialog(login.person, self.window())
        self.ask(ask, lambda given: people.reset(self.desk, login.person.login, given))

    def disable(self, login: Login) -> None:
        """D: take the way in away."""
        ask = DisableDialog(login.person, self.window())
        self.ask(ask, lambda why: people.disable(self.desk, login.person.login, why))

    def unlock(self, login: Login) -> None:
        """U: let a locked login try again."""
        if login.locked:
            name = login.person.login
            self.tasks.on_record(
                self, lambda: people.release(self.desk, name), self.bus.publish, self.tell
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their shares of the width."""
        super().resizeEvent(event)
        self.table.fit_columns(_SHARES)

    def _show(self, found: tuple[Login, ...]) -> None:
        before = self.chosen()
        self.model.show_rows(found)
        shown = [one.person.id for one in self.model.rows()]
        place = 0
        if before is not None and before.person.id in shown:
            place = shown.index(before.person.id)
        self.model.reach(place)
        self.table.selectRow(place)
        self.table.fit_columns(_SHARES)
        active = [one for one in found if not one.person.disabled]
        locked = sum(one.locked for one in active)
        self._below.setText(
            joined(f"{len(active)} may sign in", f"{locked} locked" if locked else "")
        )
        self._offer()

    def _offer(self) -> None:
        """What can be done to the chosen login; nobody does it to their own."""
        login = self.chosen()
        own = login is None or login.person.id == self.desk.person.id
        out = login is None or login.person.disabled
        can = {
            "unlock": login is not None and login.locked,
            "reset": not own,
            "change_roles": not own and not out,
            "disable": not own and not out,
        }
        for name, button in self.buttons.items():
            button.setEnabled(can[name])

    def _do(self, act: Callable[[Login], None], button: Button) -> None:
        login = self.chosen()
        if login is not None and button.isEnabled():
            self.notice.say_nothing()
            act(login)

    def _connect(self, *, manages: bool) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.add_button.clicked.connect(self.let_in)
        if manages:
            self.key("A", self.let_in)
        for name, _words, key, _right in _ACTS:
            if name in self.buttons:
                self._bind(key, getattr(self, name), self.buttons[name])

    def _bind(self, key: str, act: Callable[[Login], None], button: Button) -> None:
        button.clicked.connect(lambda: self._do(act, button))
        self.key(key, lambda: self._do(act, button))

    def _lay_out(self) -> None:
        head = row(gap=ONE)
        head.addWidget(Label("People", TextRole.TITLE), 1)
        head.addWidget(self.add_button)
        top = column(gap=HALF)
        top.addLayout(head)
        top.addWidget(self._below)
        holder, acts = flowing(ONE)
        for button in self.buttons.values():
            acts.addWidget(button)
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        lines.addLayout(top)
        lines.addWidget(self.notice)
        lines.addWidget(self.table, 1)
        lines.addWidget(holder)
        lines.addWidget(KeyHints((KeyHint("Arrows", "choose a person"), KeyHint("F1", "keys"))))


_ACTS = (
    ("unlock", "Unlock", "U", roles.RELEASE_LOGINS),
    ("reset", "New passphrase", "P", roles.RESET_PASSPHRASES),
    ("change_roles", "Roles", "R", roles.MANAGE_PEOPLE),
    ("disable", "Disable", "D", roles.DISABLE_LOGINS),
)
"""(what it does, words, key, right) of what is done to the chosen login."""


def _columns(zone: str) -> tuple[Column[Login], ...]:
    def seen(login: Login) -> str:
        return "never" if login.last_seen is None else day_and_time(login.last_seen, zone)

    return (
        Column("Name", lambda one: one.person.name),
        Column("Badge", lambda one: one.person.badge),
        Column("Login", lambda one: one.person.login),
        Column("Does", _roles),
        Column("State", _state, tone=_tone),
        Column("Last signed in", seen),
    )


def _roles(login: Login) -> str:
    return ", ".join(word("role", one) for one in sorted(login.person.roles))


def _state(login: Login) -> str:
    if login.person.disabled:
        return "disabled"
    if login.locked:
        return "locked after wrong passphrases"
    return "temporary passphrase" if login.temporary else "may sign in"


def _tone(login: Login) -> Tone:
    if login.person.disabled:
        return Tone.MUTED
    return Tone.AMBER if login.locked or login.temporary else Tone.NEUTRAL
