"""What stands behind one rule of the packs, or behind what no program can watch."""

from collections.abc import Sequence

from minors_desk.domain.rules import Outside
from minors_desk.services.station_rules import RuleInForce
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import TextRole, Tone
from minors_desk.ui.kit.type import Label
from minors_desk.ui.views.owed_card import checked_words
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.rules import event_words, gate_words, time_words
from minors_desk.wording.times import day_and_time

Rows = Sequence[tuple[str, str]]
NOT_WATCHED = "Minors Desk does not watch this: a person must know it"


class RuleDetail(Section):
    """Title, who checked it, and its fields; `show_rule` and `show_outside` fill it anew."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self._title = Label("", TextRole.HEADING, wrap=True)
        self.checked = IconLine()
        self.waived = IconLine()
        for place, widget in enumerate((self._title, self.checked, self.waived)):
            self.body.insertWidget(place, widget)

    def show_rule(self, shown: RuleInForce, of_child: Rows = ()) -> None:
        """A rule in force, with its waiver where there is one; rows ahead are of one child."""
        rule, waiver = shown.rule, shown.waiver
        self._begin(rule.title)
        if rule.is_law:
            tone = Tone.GREEN if rule.checked.verified else Tone.AMBER
            self.checked.set(checked_words(rule), tone)
        else:
            self.checked.set("Station rule, not law")
        self.waived.setVisible(waiver is not None)
        if waiver is not None:
            until = "" if waiver.until is None else day_and_time(waiver.until, self._zone)
            words = joined("Waived by " + (waiver.by or "somebody unknown"), waiver.reason)
            self.waived.set(joined(words, until and f"until {until}"), Tone.AMBER)
        self._tell(
            ("Law", rule.citation),
            *of_child,
            ("Binds", word("binds", rule.binds)),
            ("Time", time_words(rule, shown.target)),
            ("Gate", "" if rule.gate is None else gate_words(rule.gate)),
            ("Starts with", event_words(rule.starts)),
            ("Met by", event_words(rule.satisfied_by)),
            ("Written in", ", ".join(one.replace("_", " ") for one in rule.held_in)),
            ("Stricter than", rule.tightens),
            ("Waived under", "" if waiver is None else waiver.authority),
            ("Owed to", rule.owed_to),
            ("Proof", rule.proof),
            ("Note", rule.checked.note),
            ("Rule", joined(rule.id, shown.pack.title)),
        )

    def show_outside(self, row: Outside) -> None:
        """What the law says and no entry can tell."""
        self._begin(row.title)
        self.checked.set(NOT_WATCHED, Tone.AMBER)
        self.waived.hide()
        doubt = "" if row.checked.verified else "not verified"
        self._tell(
            ("Law", row.citation),
            ("Binds", word("binds", row.binds)),
            ("Why", word("outside_why", row.why)),
            ("Which means", row.note),
            ("Source", joined(doubt, row.checked.source)),
            ("Note", row.checked.note),
            ("Row", row.id),
        )

    def _begin(self, title: str) -> None:
        self.clear_rows()
        self._title.setText(title)

    def _tell(self, *rows: tuple[str, str]) -> None:
        for label, value in rows:
            if value:
                self.add_row(label, value)
