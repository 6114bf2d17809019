"""One sentence for each kind of entry, and the child's title: for the log, lists and papers."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.alter import Amended, Withdrawn
from minors_desk.domain.board import Card
from minors_desk.domain.care import WelfareChecked
from minors_desk.domain.case import Case
from minors_desk.domain.custody import CustodyBegan, Moved, Presence
from minors_desk.domain.encounter import Encountered
from minors_desk.domain.entries import Entry, Gone, Unread, kind_of
from minors_desk.domain.facts import FactTold
from minors_desk.domain.handoff import (
    HandoffAccepted,
    HandoffProposed,
    HandoffSigned,
    ReceiverChecked,
)
from minors_desk.domain.printed import PaperIssued, PaperPrinted, PrintFailed
from minors_desk.domain.station import (
    ClockJumped,
    KeyIntroduced,
    LoginReleased,
    PackAdopted,
    PersonAdded,
    SignedIn,
    StationFounded,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.times import age, age_words

_ = translator(SOURCE_LANGUAGE)

HEADINGS = {
    "encountered": N_("Encounter"),
    "fact_told": N_("Name told"),
    "custody_began": N_("Custody began"),
    "moved": N_("Moved"),
    "welfare_checked": N_("Welfare check"),
    "handoff_proposed": N_("Handoff proposed"),
    "receiver_checked": N_("Receiver checked"),
    "handoff_signed": N_("Signed"),
    "handoff_accepted": N_("Handed over"),
    "paper_issued": N_("Paper issued"),
    "paper_printed": N_("Paper given out"),
    "print_failed": N_("Printing failed"),
    "amended": N_("Amended"),
    "withdrawn": N_("Withdrawn"),
    "expunged": N_("Expunged"),
    "unreadable": N_("Unreadable entry"),
    "station_founded": N_("Record begun"),
    "person_added": N_("Person added"),
    "key_introduced": N_("Signing key"),
    "signed_in": N_("Signed in"),
    "login_released": N_("Login released"),
    "pack_adopted": N_("Rules in force"),
    "clock_jumped": N_("Clock set back"),
}
"""The short word before a log line, by kind of entry."""


def heading(entry: Entry) -> str:
    """The short word for that entry's kind."""
    kind = kind_of(entry.body)
    return _(HEADINGS[kind]) if kind in HEADINGS else _("Entry of a later version")


def sentence(body: Any) -> str:
    """What the entry says, in one line; names are text as typed, never markup."""
    if isinstance(body, Unread) and body.kind == "unreadable":
        return _("The content of this entry cannot be read.")
    if isinstance(body, Unread):
        return _("This entry was written by a later version of the program.")
    if isinstance(body, Gone):
        return _("The content of this entry was expunged.")
    maker = _SENTENCES.get(type(body))
    return maker(body) if maker is not None else ""


def joined(*parts: str) -> str:
    """The parts that say something, with a middle dot between them."""
    return " · ".join(part for part in parts if part)


def place_words(place: str, room: str) -> str:
    """``Area Central, interview room 2``."""
    return f"{place}, {room}" if room else place


def lock_words(secure: bool) -> str:
    """``locked`` or ``not locked``."""
    return _("locked") if secure else _("not locked")


def unnamed(sex: str | None, age_text: str) -> str:
    """``Unknown girl, about 8``: how a child without a name is called."""
    called = {"girl": _("Unknown girl"), "boy": _("Unknown boy")}
    who = called.get(sex or "", _("Unknown child"))
    return _("{who}, about {age}").format(who=who, age=age_text) if age_text else who


def card_title(card: Card) -> str:
    """The child's name, or what is seen of a child nobody has named."""
    if card.name is not None:
        return card.name
    known = card.age_low is not None and card.age_high is not None
    age_text = age_words(card.age_low or 0, card.age_high or 0) if known else ""
    return unnamed(card.sex, age_text)


def case_title(case: Case) -> str:
    """The child's leading name in full, or what is seen of a child nobody has named."""
    names = case.names
    if names:
        return names[0].value.as_said
    seen = case.encounter
    if seen is None:
        return unnamed(None, "")
    return unnamed(seen.apparent_sex, age(seen.apparent_age))


def _encountered(body: Encountered) -> str:
    legal = word("legal_class", body.legal_class) if body.legal_class else _("not classed yet")
    return joined(body.place, body.how_found, legal)


def _fact(body: FactTold) -> str:
    name = body.value
    return joined(
        _("Name: {name}").format(name=name.as_said),
        name.own_script,
        word("source", body.source),
    )


def _presence(body: Presence) -> str:
    return joined(
        place_words(body.place, body.room),
        lock_words(body.secure) + (f" ({body.secure_reason})" if body.secure_reason else ""),
        _("watched by {who}").format(who=body.watched_by),
    )


def _began(body: CustodyBegan) -> str:
    return joined(word("starts_from", body.starts_from), _presence(body), body.reason)


def _checked(body: WelfareChecked) -> str:
    return joined(word("condition", body.condition), body.note)


def _proposed(body: HandoffProposed) -> str:
    who = body.receiver
    return joined(
        _("No. {n}").format(n=body.handoff), who.agency, who.person, body.authority, body.place
    )


def _receiver(body: ReceiverChecked) -> str:
    return joined(word("how_checked", body.how), body.document, word("check_result", body.result))


def _signed(body: HandoffSigned) -> str:
    return joined(word("side", body.side), body.name, body.badge)


def _accepted(body: HandoffAccepted) -> str:
    return _("No. {n} accepted: custody is the receiver's").format(n=body.handoff)


def _issued(body: PaperIssued) -> str:
    return joined(
        word("paper", body.paper),
        body.number,
        _("version {v}, copy {c}").format(v=body.version, c=body.copy),
    )


def _printed(body: PaperPrinted) -> str:
    return joined(word("outlet", body.outlet), body.given_to)


def _failed(body: PrintFailed) -> str:
    return body.reason or _("No paper came out")


def _correction(body: Amended | Withdrawn) -> str:
    return body.reason


def _person(body: PersonAdded) -> str:
    return joined(body.name, body.login, body.badge, *(word("role", role) for role in body.roles))


def _signed_in(body: SignedIn) -> str:
    wrong = sum(one.count for one in body.wrong_tries)
    tries = _("wrong passphrases before: {n}").format(n=wrong) if wrong else ""
    return joined(body.workstation or _("this workstation"), tries)


def _jumped(body: ClockJumped) -> str:
    return _("The computer's clock was set back by {n} s").format(n=body.seconds_back)


_SENTENCES: dict[type, Callable[[Any], str]] = {
    Encountered: _encountered,
    FactTold: _fact,
    CustodyBegan: _began,
    Moved: _presence,
    WelfareChecked: _checked,
    HandoffProposed: _proposed,
    ReceiverChecked: _receiver,
    HandoffSigned: _signed,
    HandoffAccepted: _accepted,
    PaperIssued: _issued,
    PaperPrinted: _printed,
    PrintFailed: _failed,
    Amended: _correction,
    Withdrawn: _correction,
    StationFounded: lambda body: joined(body.station, body.code, body.jurisdiction, body.zone),
    PersonAdded: _person,
    KeyIntroduced: lambda body: word("key_reason", body.reason),
    SignedIn: _signed_in,
    LoginReleased: lambda body: str(body.login),
    PackAdopted: lambda body: str(body.pack),
    ClockJumped: _jumped,
}
