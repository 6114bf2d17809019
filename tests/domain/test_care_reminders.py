"""When the next dose and the next look at a child are reminded of, and when no more."""

from minors_desk.domain.bodies import Body
from minors_desk.domain.reminders import Reminder, reminders
from minors_desk.wording.reminders import reminder_words
from tests.domain.moments import at
from tests.domain.samples import case_of
from tests.domain.samples_care import medicine, screened
from tests.domain.samples_custody import began, ended


def reminded(*bodies: Body) -> tuple[Reminder, ...]:
    return reminders(case_of(began(1), *bodies))


def test_the_next_dose_is_reminded_of_until_it_is_taken() -> None:
    first = medicine(10, next_due_at=at(250))
    (one,) = reminded(first)
    assert (one.due, reminder_words(one)) == (at(250), "Next dose: Salbutamol, two puffs")
    assert [one.due for one in reminded(first, medicine(60, answer="refused"))] == [at(250)]
    assert reminded(first, medicine(250)) == ()


def test_a_recheck_is_reminded_of_until_the_child_was_screened_again() -> None:
    first = screened(10, recheck_at=at(70))
    (one,) = reminded(first)
    assert (one.due, one.code) == (at(70), "recheck")
    assert reminder_words(one).startswith("Look at the child again")
    assert reminded(first, screened(65)) == ()


def test_nothing_is_reminded_of_once_custody_ended() -> None:
    owed = (medicine(10, next_due_at=at(250)), screened(11, recheck_at=at(70)))
    assert len(reminded(*owed)) == 2
    assert reminded(*owed, ended(20, "taken_under_court_order")) == ()
    assert reminded(*owed, ended(20, "left_without_leave")) == ()
    assert reminders(case_of(*owed)) == ()
