"""The law page: every rule that this desk goes by, what stands behind it, and who checked it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from minors_desk.domain.changes import Changes
from minors_desk.domain.rules import Outside
from minors_desk.services import agency_rules, station_rules
from minors_desk.services.agency_rules import OwnRule
from minors_desk.services.station_rules import RuleInForce
from minors_desk.ui.dialogs.period_dialog import PeriodDialog
from minors_desk.ui.dialogs.rule_dialogs import (
    EndRuleDialog,
    OwnRuleDialog,
    RestoreRuleDialog,
    StricterDialog,
    WaiveRuleDialog,
)
from minors_desk.ui.kit.button import Button, Kind
from minors_desk.ui.kit.keys import KeyHint, KeyHints
from minors_desk.ui.kit.pick_list import ListRow, PickList
from minors_desk.ui.kit.scroll import Scroll
from minors_desk.ui.kit.spacing import ONE, THREE, TWO, column, flowing, row
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Elided, Label
from minors_desk.ui.kit.work_line import WorkLine
from minors_desk.ui.tasks import Lane, Progress
from minors_desk.ui.views.page import Lanes, Page
from minors_desk.ui.views.rule_detail import RuleDetail
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import time_words

KEYS = (
    KeyHint("F", "find"),
    KeyHint("V", "only what is not verified"),
    KeyHint("Esc", "board"),
)
NOT_WATCHED = "outside:"
"""Before the id of what no program can watch, so that it is never taken for a rule."""


@dataclass(frozen=True, slots=True)
class _Found:
    rules: tuple[RuleInForce, ...]
    outside: tuple[Outside, ...]
    newer: tuple[str, ...]


class RulesView(Page):
    """All packs in force. `left` tells of Esc."""

    left = Signal()

    def __init__(self, lanes: Lanes) -> None:
        super().__init__(lanes, "Rules")
        self._rules: dict[str, RuleInForce] = {}
        self._outside: dict[str, Outside] = {}
        self._wanted: str | None = None
        self.rules = PickList("Rules in force", "", "Words, statute or id")
        self.detail = RuleDetail(self.desk.zone)
        self._below = Elided("", tone=Tone.MUTED)
        self.only_doubtful = Button("Not verified", Kind.SEGMENT, "V")
        self.only_doubtful.setCheckable(True)
        self.set_button = Button("Set the time", Kind.PRIMARY, "E")
        self.stricter_button = Button("Make stricter", Kind.SECONDARY, "S")
        self.end_button = Button("End", Kind.SECONDARY, "D")
        self.work = WorkLine()
        self.waive_button = Button("Waive", Kind.SECONDARY, "W")
        self.add_button = Button("Rule of this agency", Kind.SECONDARY, "A", "plus")
        self.renew_button = Button("Take newer rules over", Kind.PRIMARY, "T")
        self._lay_out()
        self.setFocusProxy(self.rules.list)
        self.rules.changed.connect(self._look)
        self.only_doubtful.toggled.connect(lambda _: self._offer())
        self._keys()

    def reload(self) -> None:
        """Read the rules on the record lane and show them."""
        desk = self.desk

        def read() -> _Found:
            return _Found(
                station_rules.in_force(desk), station_rules.outside(desk), agency_rules.newer(desk)
            )

        self.tasks.on_record(self, read, self._show, self.tell)

    def chosen(self) -> RuleInForce | None:
        """The rule that the keys stand on; None on what no program can watch."""
        return self._rules.get(self.rules.value() or "")

    def set_time(self) -> None:
        """E: give the chosen station rule or target another time; a supervisor only."""
        shown = self.chosen()
        if shown is None:
            return
        if shown.most is None:
            words = "This rule is law" if shown.rule.is_law else "This rule has no time to set"
            self.notice.show_words(Tone.AMBER, words, "The station sets only its own rules")
        elif self._may():
            self._wanted = rule_id = shown.rule.id
            self.ask_long(
                PeriodDialog(shown, self.window()),
                lambda time, progress: station_rules.set_periods(
                    self.desk, {rule_id: time}, progress.at
                ),
            )

    def make_stricter(self) -> None:
        """S: give less time here than a law does; a supervisor only."""
        shown = self.chosen()
        if shown is None or not self._may():
            return
        if not (shown.rule.is_law and shown.rule.has_clock and shown.rule.is_ours):
            words = "Only law with a clock of ours is made stricter"
            self.notice.show_words(Tone.AMBER, words, "Choose such a rule")
            return
        today = agency_rules.today(self.desk)
        self.ask_long(StricterDialog(shown.rule, today, self.window()), self._add)

    def add_rule(self) -> None:
        """A: a rule of this agency; a supervisor only."""
        if self._may():
            ask = OwnRuleDialog(agency_rules.today(self.desk), self.window())
            self.ask_long(ask, self._add)

    def end_rule(self) -> None:
        """D: end a rule of this agency after a day; a supervisor only."""
        shown = self.chosen()
        if shown is None or not self._may():
            return
        if shown.pack.id != agency_rules.AGENCY:
            self.notice.show_words(
                Tone.AMBER, "Only a rule of this agency is ended here", "Waive another with W"
            )
            return
        rule_id, today = shown.rule.id, agency_rules.today(self.desk)
        self.ask_long(
            EndRuleDialog(shown.rule, today, self.window()),
            lambda last, progress: agency_rules.end_rule(self.desk, rule_id, last, progress.at),
        )

    def waive(self) -> None:
        """W: waive the chosen rule by name, or put it in force again; a supervisor only."""
        shown = self.chosen()
        if shown is None or not self._may():
            return
        self._wanted = rule_id = shown.rule.id
        if shown.waiver is not None:
            self.ask(
                RestoreRuleDialog(shown.rule, self.window()),
                lambda reason: agency_rules.restore(self.desk, rule_id, reason),
            )
            return
        self.ask(
            WaiveRuleDialog(shown.rule, self.desk.zone, self.window()),
            lambda told: agency_rules.waive(
                self.desk,
                rule_id,
                reason=told.reason,
                authority=told.authority,
                until=told.until,
            ),
        )

    def renew(self) -> None:
        """T: adopt what this version of the program brings; a supervisor only."""
        if not self.renew_button.isVisible() or self.work.isVisible() or not self._may():
            return
        desk = self.desk
        self.work.begin("Every case is judged by the newer rules; what is saved meanwhile waits")
        # It cannot be stopped: half of the cases would be judged by the old rules.
        self.work.button.hide()

        def done(changes: Changes) -> None:
            self.work.end()
            self.bus.publish(changes)

        def failed(error: Exception) -> None:
            self.work.end()
            self.tell(error)

        self.tasks.long(
            self,
            lambda progress: agency_rules.renew(desk, progress.at),
            done,
            failed,
            self.work.step,
            lane=Lane.RECORD,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read when the page comes to sight; most nights nobody opens it."""
        super().showEvent(event)
        self.notice.say_nothing()
        self.reload()

    def _add(self, own: OwnRule, progress: Progress) -> Changes:
        return agency_rules.add_rule(self.desk, own, progress.at)

    def _may(self) -> bool:
        self.notice.say_nothing()
        if station_rules.may_set(self.desk):
            return True
        self.notice.show_words(
            Tone.AMBER, "Only a supervisor sets station rules", "Ask one to sign in"
        )
        return False

    def _changed(self, changes: Changes) -> None:
        if changes.station and self.isVisible():
            self.reload()

    def _show(self, found: _Found) -> None:
        self._rules = {one.rule.id: one for one in found.rules}
        self._outside = {NOT_WATCHED + one.id: one for one in found.outside}
        self.renew_button.setVisible(bool(found.newer) and station_rules.may_set(self.desk))
        if found.newer:
            words = "This version of Minors Desk brings newer rules"
            self.notice.show_words(Tone.ACCENT, words, "A supervisor takes them over with T")
        doubtful = sum(_is_doubtful(one) for one in found.rules)
        waived = sum(one.waiver is not None for one in found.rules)
        self._below.setText(
            joined(
                f"{len(found.rules)} rules",
                f"{doubtful} not verified",
                f"{waived} waived" if waived else "",
                f"{len(found.outside)} not watched by Minors Desk",
            )
        )
        self._offer()

    def _offer(self) -> None:
        only = self.only_doubtful.isChecked()
        rows = [_row(one) for one in self._rules.values() if not only or _is_doubtful(one)]
        rows += [
            _outside_row(key, one)
            for key, one in self._outside.items()
            if not only or not one.checked.verified
        ]
        self.rules.offer(rows)
        if self._wanted in self._rules and not only:
            # Its title says another time now: what was typed may not find it any more.
            self.rules.set_value(self._wanted)
            self._wanted = None
        self._look()

    def _look(self) -> None:
        shown, outside = self.chosen(), self._outside.get(self.rules.value() or "")
        self.detail.setVisible(shown is not None or outside is not None)
        may = station_rules.may_set(self.desk)
        self.set_button.setVisible(shown is not None and shown.most is not None)
        law = shown is not None and shown.rule.is_law and shown.rule.is_ours
        self.stricter_button.setVisible(may and law and shown is not None and shown.rule.has_clock)
        self.end_button.setVisible(
            may and shown is not None and shown.pack.id == agency_rules.AGENCY
        )
        self.waive_button.setVisible(may and shown is not None and shown.rule.is_ours)
        if shown is not None:
            self.waive_button.setText("Waive" if shown.waiver is None else "Put in force again")
            self.detail.show_rule(shown)
        elif outside is not None:
            self.detail.show_outside(outside)

    def _lay_out(self) -> None:
        lines = column(self, gap=TWO)
        lines.setContentsMargins(THREE, THREE, THREE, 12)
        head = row(gap=TWO)
        head.addWidget(Label("Law and rules", TextRole.TITLE))
        head.addStretch(1)
        for button in (self.only_doubtful, self.add_button, self.renew_button):
            head.addWidget(button)
        lines.addLayout(head)
        self.renew_button.hide()
        self.add_button.setVisible(station_rules.may_set(self.desk))
        words = "Law and station rules in force here. What nobody has verified says so."
        lines.addWidget(Label(words, tone=Tone.MUTED, wrap=True))
        lines.addWidget(self.notice)
        lines.addWidget(self.work)
        held = QWidget()
        right = column(held, gap=ONE)
        buttons, flow = flowing(ONE)
        for button in (self.set_button, self.stricter_button, self.end_button, self.waive_button):
            flow.addWidget(button)
        self.detail.add(buttons)
        right.addWidget(self.detail)
        right.addStretch(1)
        both = row(gap=TWO)
        both.addWidget(self.rules, 5)
        both.addWidget(Scroll(held), 6)
        lines.addLayout(both, 1)
        lines.addWidget(self._below)
        lines.addWidget(KeyHints(KEYS))

    def _keys(self) -> None:
        acts: tuple[tuple[str, Button | None, Callable[[], object]], ...] = (
            ("E", self.set_button, self.set_time),
            ("S", self.stricter_button, self.make_stricter),
            ("D", self.end_button, self.end_rule),
            ("W", self.waive_button, self.waive),
            ("A", self.add_button, self.add_rule),
            ("T", self.renew_button, self.renew),
            ("V", None, self.only_doubtful.toggle),
            ("F", None, self.rules.search.setFocus),
            ("Esc", None, self.left.emit),
        )
        for key, button, act in acts:
            self.key(key, act)
            if button is not None:
                button.clicked.connect(act)


def _is_doubtful(shown: RuleInForce) -> bool:
    return shown.rule.is_law and not shown.rule.checked.verified


def _row(shown: RuleInForce) -> ListRow:
    rule, doubtful = shown.rule, _is_doubtful(shown)
    detail = joined(
        shown.pack.title,
        "waived" if shown.waiver is not None else "",
        time_words(rule, shown.target),
        "" if rule.is_ours else word("binds", rule.binds),
        "not verified" if doubtful else "",
    )
    return ListRow(
        value=rule.id,
        title=rule.title,
        detail=detail,
        tone=Tone.AMBER if doubtful or shown.waiver is not None else Tone.MUTED,
        words=joined(rule.id, rule.citation, rule.tightens),
    )


def _outside_row(key: str, one: Outside) -> ListRow:
    return ListRow(
        value=key,
        title=one.title,
        detail=joined("not watched", word("outside_why", one.why)),
        words=joined(one.id, one.citation, "" if one.checked.verified else "not verified"),
    )
