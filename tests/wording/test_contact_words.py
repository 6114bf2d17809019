"""What the log says of calls, references and reports, and what a reminder asks for."""

from collections.abc import Mapping

import pytest

from minors_desk.domain.reminders import Code, Reminder
from minors_desk.domain.station import DirectoryLineSet
from minors_desk.wording.reminders import reminder_words
from minors_desk.wording.sentences import sentence
from tests.domain.samples import at, ident, tried


def test_what_was_not_told_is_left_out() -> None:
    assert sentence(tried(1)) == (
        "Child protection · DCFS hotline · 800-252-2873 · by telephone · No answer"
    )
    line = DirectoryLineSet(occurred_at=at(1), line_id="x", name="DCFS", purpose="child_protection")
    assert sentence(line) == "DCFS · no number · Child protection"
    consulate = DirectoryLineSet(
        occurred_at=at(1), line_id="own-1", name="CIAM", purpose="consulate", for_country="MX"
    )
    assert sentence(consulate).endswith("Consulate · only for children of Mexico")


def test_braces_in_what_was_typed_are_text() -> None:
    assert "spoke with {0} {name}" in sentence(tried(1, spoke_with="{0} {name}"))


REMINDED: list[tuple[Code, Mapping[str, str], str]] = [
    ("next_try", {"party": "{Rosa}", "next": "2"}, "Try {Rosa} again, attempt 2"),
    ("promise", {"party": "DCFS", "words": "sends a worker"}, "Ask DCFS: sends a worker"),
]


@pytest.mark.parametrize(("code", "params", "words"), REMINDED)
def test_what_a_reminder_asks_for(code: Code, params: Mapping[str, str], words: str) -> None:
    reminder = Reminder(code=code, due=at(1), params=params, entry_id=ident(1))
    assert reminder_words(reminder) == words
