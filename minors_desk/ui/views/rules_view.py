"""The rules page: every rule that this desk goes by, what stands behind it, and who checked it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from minors_desk.domain.changes import Changes
from minors_desk.services import station_rules
from minors_desk.services.station_rules import RuleInForce
from minors_desk.ui.dialogs.period_dialog import PeriodDialog
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.owed_card import checked_words
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import event_words, time_words

SET = "E"
KEYS = (KeyHint("F", "find"), KeyHint(SET, "set the time"), KeyHint("Esc", "board"))


class RulesView(Page):
    """All packs in force. `left` tells of Esc."""

    left = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Rules")
        self._rules: dict[str, RuleInForce] = {}
        self._wanted: str | None = None
        self.rules = PickList("Rules in force", "", "Words, statute or id")
        self.detail = Section()
        self._title = Label("", TextRole.HEADING, wrap=True)
        self.checked = IconLine()
        self.set_button = Button("Set the time", Kind.PRIMARY, SET)
        self._lay_out()
        self.setFocusProxy(self.rules.list)
        self.rules.changed.connect(self._look)
        self.set_button.clicked.connect(self.set_time)
        self._keys()

    def reload(self) -> None:
        """Read the rules on the record lane and show them."""
        self.tasks.on_record(self, lambda: station_rules.in_force(self.desk), self._show, self.tell)

    def chosen(self) -> RuleInForce | None:
        """The rule that the keys stand on."""
        return self._rules.get(self.rules.value() or "")

    def set_time(self) -> None:
        """E: give the chosen station rule or target another time; a supervisor only."""
        shown = self.chosen()
        if shown is None:
            return
        self.notice.say_nothing()
        if shown.most is None:
            words = "This rule is law" if shown.rule.is_law else "This rule has no time to set"
            self.notice.show_words(Tone.AMBER, words, "The station sets only its own rules")
        elif not station_rules.may_set(self.desk):
            self.notice.show_words(
                Tone.AMBER, "Only a supervisor sets station rules", "Ask one to sign in"
            )
        else:
            self._ask(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the page comes to sight; most nights nobody opens it."""
        super().showEvent(event)
        self.notice.say_nothing()
        self.reload()

    def _ask(self, shown: RuleInForce) -> None:
        ask, rule_id = PeriodDialog(shown, self.window()), shown.rule.id

        def done(changes: Changes) -> None:
            ask.accept()
            self._wanted = rule_id
            self.bus.publish(changes)

        ask.answered.connect(
            lambda time: self.tasks.on_record(
                ask,
                lambda: station_rules.set_periods(self.desk, {rule_id: time}),
                done,
                ask.fail,
            )
        )
        self.show_over(ask)

    def _changed(self, changes: Changes) -> None:
        if changes.station and self.isVisible():
            self.reload()

    def _show(self, found: tuple[RuleInForce, ...]) -> None:
        self._rules = {one.rule.id: one for one in found}
        self.rules.offer([_row(one) for one in found])
        if self._wanted in self._rules:
            # Its title says another time now: what was typed may not find it any more.
            self.rules.set_value(self._wanted)
            self._wanted = None
        self._look()

    def _look(self) -> None:
        shown = self.chosen()
        self.detail.setVisible(shown is not None)
        self.detail.clear_rows()
        if shown is None:
            return
        rule = shown.rule
        self._title.setText(rule.title)
        if rule.is_law:
            tone = Tone.GREEN if rule.checked.verified else Tone.AMBER
            self.checked.set(checked_words(rule), tone)
        else:
            self.checked.set("Station rule, not law")
        for label, value in (
            ("Law", rule.citation),
            ("Binds", word("binds", rule.binds)),
            ("Time", time_words(rule, shown.target)),
            ("Starts with", event_words(rule.starts)),
            ("Met by", event_words(rule.satisfied_by)),
            ("Owed to", rule.owed_to),
            ("Proof", rule.proof),
            ("Note", rule.checked.note),
            ("Rule", joined(rule.id, shown.pack.title)),
        ):
            if value:
                self.detail.add_row(label, value)
        self.set_button.setVisible(shown.most is not None)

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        lines.addWidget(Label("Rules", TextRole.TITLE))
        words = "Law and station rules in force here. What nobody has verified says so."
        lines.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.notice)
        held = QWidget()
        right = column(held, gap=ONE)
        self.detail.body.insertWidget(0, self._title)
        self.detail.body.insertWidget(1, self.checked)
        self.detail.add(self.set_button)
        right.addWidget(self.detail)
        right.addStretch(1)
        both = row(gap=TWO)
        both.addWidget(self.rules, 5)
        both.addWidget(Scroll(held), 6)
        lines.addLayout(both, 1)
        lines.addWidget(KeyHints(KEYS))

    def _keys(self) -> None:
        for key, act in (
            (SET, self.set_time),
            ("F", self.rules.search.setFocus),
            ("Esc", self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _row(shown: RuleInForce) -> ListRow:
    rule = shown.rule
    doubtful = rule.is_law and not rule.checked.verified
    detail = joined(
        shown.pack.title,
        time_words(rule, shown.target),
        "" if rule.is_ours else word("binds", rule.binds),
        "not verified" if doubtful else "",
    )
    return ListRow(
        value=rule.id,
        title=rule.title,
        detail=detail,
        tone=Tone.AMBER if doubtful else Tone.MUTED,
        words=joined(rule.id, rule.citation),
    )
