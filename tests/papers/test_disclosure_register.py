"""The disclosure register on paper: each request, detainer and officer, with the law of then."""

from uuid import UUID

import msgspec

from minors_desk.domain import codec
from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.bodies import Body
from minors_desk.domain.detainers import DetainerReceived
from minors_desk.domain.disclosures import InformationAsked
from minors_desk.papers import disclosure_register
from minors_desk.papers.drawing import draw
from minors_desk.papers.layout import lay_out
from tests.domain.samples_disclosing import ONE_OF_EACH_OF_DISCLOSING
from tests.papers.case_of_a_night import night, printed, ruled
from tests.papers.case_of_ana import bodies, minute
from tests.papers.forms import imprint
from tests.papers.pictures import text_of

REGISTER = disclosure_register.PAPER


def entry_id(at: int) -> UUID:
    """The id that `folded` gives to the entry at that place."""
    return UUID(int=100 + at)


def asked_of_us() -> list[Body]:
    """A night in which everything that the register tells of happened."""
    told = list(night())
    for number, body in enumerate(ONE_OF_EACH_OF_DISCLOSING):
        moments = {"occurred_at": minute(100 + 3 * number)}
        if isinstance(body, DetainerReceived):
            detainer = entry_id(len(told))
            moments["copy_given_at"] = minute(100 + 3 * number + 1)
        if hasattr(body, "detainer"):
            told.append(
                msgspec.structs.replace(body, **moments, detainer=detainer, copy_given_at=None)
            )
        else:
            told.append(msgspec.structs.replace(body, **moments))
    waits = InformationAsked(
        occurred_at=minute(140),
        who="consulate",
        how="in_person",
        about=("health",),
        answer="put_off",
        until=minute(300),
    )
    return [*told, waits]


def test_each_line_says_who_asked_what_was_done_and_what_the_law_said() -> None:
    found = printed(REGISTER, asked_of_us(), 0)
    assert found["requests.1.who"] == "Immigration authority\nICE\nA. Vance\nid 88"
    assert found["requests.1.answer"] == "Part of it given"
    assert found["requests.1.law"] == (
        "Address: Forbidden (US-CA-24d); Immigration status: Needs an order of a judge (US-CA-26)"
    )
    assert found["requests.1.met"].endswith("order: Juvenile court, JV-570 12, 2026-11-24")
    assert found["requests.2.given"].startswith("—")
    assert found["detainers.1.form"] == "Civil detainer\nI-247A 9\nof 2026-11-24"
    assert found["detainers.1.copy"] == "24 Nov 02:52 CST"
    assert (found["replies.1.detainer"], found["replies.1.answer"]) == ("ICE\nI-247A 9", "Refused")
    assert found["accesses.1.allowed"] == "The building"
    assert found["decisions.1.decision"] == "Contact refused"
    assert found["questions.1.noted"] == "No"


def test_what_was_withdrawn_or_amended_stays_readable() -> None:
    told = asked_of_us()
    at = next(at for at, one in enumerate(told) if isinstance(one, InformationAsked))
    first = told[at]
    assert isinstance(first, InformationAsked)
    gone = Withdrawn(occurred_at=minute(188), target=entry_id(at), reason="wrong child")
    found = printed(REGISTER, [*told, gone], 0)
    assert found["requests.1.withdrawn"].endswith("withdrawn 04:10 M. Rivera: wrong child")
    body = codec.plain(msgspec.structs.replace(first, name="B. Vance"))
    change = Amended(
        occurred_at=minute(188), target=entry_id(at), replacement=body, reason="misheard"
    )
    found = printed(REGISTER, [*told, change], 0)
    assert found["requests.1.who.was"].endswith("amended 04:10 M. Rivera: misheard")


def test_there_is_no_register_of_a_child_of_whom_nobody_asked() -> None:
    case = ruled(bodies(), 0).case
    assert REGISTER.subjects(case) == ()
    assert REGISTER.number(case, 0) == "DR-AC-26-0412"


def test_the_drawn_pages_can_be_read_back() -> None:
    layout = lay_out(REGISTER.compose(ruled(asked_of_us(), 0)))
    pdf = draw(layout, imprint(layout))
    text = "\n".join(text_of(pdf, page) for page in range(len(layout.pages)))
    whole = " ".join(text.split())
    for words in ("Disclosure register", "Detainers received", "JV-570 12", "I-247A 9"):
        assert words in whole
