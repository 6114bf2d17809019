"""What happens at the station, in one line each."""

from collections.abc import Callable
from typing import Any

from minors_desk.domain.downtime import DowntimeReserved, DowntimeStruck, DowntimeUsed
from minors_desk.domain.notices import NoticeAdopted, NoticeWithdrawn
from minors_desk.domain.official_forms import FormAdopted
from minors_desk.domain.rule_waivers import RuleRestored, RuleWaived
from minors_desk.domain.station import (
    CaseRead,
    ClockJumped,
    KeyIntroduced,
    ListExported,
    LoginReleased,
    PackAdopted,
    PassphraseChanged,
    PersonAdded,
    PersonDisabled,
    RolesChanged,
    SignedIn,
    StationFounded,
    StationTelephoneSet,
)
from minors_desk.i18n import N_, SOURCE_LANGUAGE, translator
from minors_desk.wording.codes import word
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import spoken

_ = translator(SOURCE_LANGUAGE)

HEADINGS: dict[str, str] = {
    "station_founded": N_("Record begun"),
    "station_telephone_set": N_("Station's telephone"),
    "person_added": N_("Person added"),
    "key_introduced": N_("Signing key"),
    "signed_in": N_("Signed in"),
    "role_changed": N_("Roles changed"),
    "person_disabled": N_("Login disabled"),
    "passphrase_changed": N_("Passphrase changed"),
    "case_read": N_("Case read"),
    "list_exported": N_("List given out"),
    "login_released": N_("Login released"),
    "pack_adopted": N_("Rules in force"),
    "clock_jumped": N_("Clock set back"),
    "rule_waived": N_("Rule waived"),
    "rule_restored": N_("Rule in force again"),
    "downtime_reserved": N_("Blank sheets printed"),
    "downtime_used": N_("Sheet entered"),
    "downtime_struck": N_("Sheet struck"),
    "notice_adopted": N_("Rights notice adopted"),
    "notice_withdrawn": N_("Rights notice withdrawn"),
    "form_adopted": N_("Form of an agency"),
}


def _person(body: PersonAdded) -> str:
    return joined(body.name, body.login, body.badge, *(word("role", role) for role in body.roles))


def _signed_in(body: SignedIn) -> str:
    wrong = sum(one.count for one in body.wrong_tries)
    tries = _("wrong passphrases before: {n}").format(n=wrong) if wrong else ""
    return joined(body.workstation or _("this workstation"), tries)


def _jumped(body: ClockJumped) -> str:
    return _("The computer's clock was set back by {n} s").format(n=body.seconds_back)


def _exported(body: ListExported) -> str:
    rows = _("{n} rows").format(n=body.rows)
    out, what = word("outlet", body.outlet), word("list_name", body.what)
    return joined(what, rows, body.wanted, out, body.purpose, body.recipient)


def _waived(body: RuleWaived) -> str:
    until = "" if body.until is None else _("until {day}").format(day=body.until.date().isoformat())
    return joined(body.rule, body.reason, body.authority, until)


def _sheets(body: DowntimeReserved) -> str:
    count = len(body.sheets)
    sheets = _("1 sheet") if count == 1 else _("{n} sheets").format(n=count)
    numbers = f"{body.year} {body.first:04d}"
    numbers += f" – {body.last:04d}" if body.last > body.first else ""  # noqa: RUF001
    return joined(sheets, numbers)


SENTENCES: dict[type, Callable[[Any], str]] = {
    StationFounded: lambda body: joined(body.station, body.code, body.jurisdiction, body.zone),
    StationTelephoneSet: lambda body: body.telephone or _("no number"),
    PersonAdded: _person,
    KeyIntroduced: lambda body: word("key_reason", body.reason),
    RolesChanged: lambda body: joined(*(word("role", one) for one in body.roles), body.reason),
    PersonDisabled: lambda body: body.reason or _("may not sign in any more"),
    PassphraseChanged: lambda _body: _("by the person"),
    CaseRead: lambda _body: _("first in this hour"),
    ListExported: _exported,
    SignedIn: _signed_in,
    LoginReleased: lambda body: str(body.login),
    PackAdopted: lambda body: str(body.pack),
    ClockJumped: _jumped,
    RuleWaived: _waived,
    RuleRestored: lambda body: joined(body.rule, body.reason),
    DowntimeReserved: _sheets,
    DowntimeUsed: lambda body: str(body.number),
    DowntimeStruck: lambda body: joined(body.number, body.reason),
    NoticeAdopted: lambda body: joined(spoken(body.language), body.jurisdiction),
    NoticeWithdrawn: lambda body: joined(spoken(body.language), body.jurisdiction, body.reason),
    FormAdopted: lambda body: joined(body.form, body.title),
}
