"""The station folded from its entries: its name, people, keys, rule packs and directory."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from minors_desk.domain.backups import BackupMade, RecordVerified, Restored
from minors_desk.domain.bodies import Body
from minors_desk.domain.chain import chain_id
from minors_desk.domain.downtime import DowntimeReserved, DowntimeStruck, DowntimeUsed, reserve, use
from minors_desk.domain.entries import Entry, Unread
from minors_desk.domain.notices import AdoptedNotice, NoticeAdopted, NoticeWithdrawn
from minors_desk.domain.official_forms import AdoptedForm, FormAdopted
from minors_desk.domain.printed import (
    CopyAccounted,
    PaperIssued,
    PaperPrinted,
    PrintFailed,
    issued_by,
    with_outcome,
)
from minors_desk.domain.rule_waivers import RuleRestored, RuleWaived, RuleWaiver
from minors_desk.domain.station import (
    AdoptedPack,
    AgencyLine,
    CaseRead,
    ClockJumped,
    DirectoryLineSet,
    KeyIntroduced,
    ListExported,
    LoginReleased,
    PackAdopted,
    PassphraseChanged,
    Person,
    PersonAdded,
    PersonDisabled,
    RolesChanged,
    SignedIn,
    Station,
    StationFounded,
    StationTelephoneSet,
)


def fold_station(entries: Iterable[Entry], station: Station | None = None) -> Station:
    """The station that these entries tell, in local order; goes on from ``station`` if given."""
    told = Station() if station is None else station
    for entry in entries:
        if isinstance(entry.body, Unread):
            told.unread += 1
            continue
        body = entry.body
        if not isinstance(body, Body):
            continue
        handler = HANDLERS.get(type(body)) or OF_PAPERS.get(type(body))
        if handler is not None:
            handler(told, entry, body)
    return told


def _founded(station: Station, _entry: Entry, body: StationFounded) -> None:
    if station.founded is None:
        station.founded = body


def _telephone(station: Station, _entry: Entry, body: StationTelephoneSet) -> None:
    station.telephone = body.telephone


def _person(station: Station, _entry: Entry, body: PersonAdded) -> None:
    station.people[body.person_id] = Person(
        id=body.person_id,
        login=body.login,
        name=body.name,
        badge=body.badge,
        roles=frozenset(body.roles),
    )


def _key(station: Station, _entry: Entry, body: KeyIntroduced) -> None:
    chain = chain_id(bytes.fromhex(body.public_key))
    station.keys[chain] = body.person_id
    station.present_keys[body.person_id] = chain
    if body.reason in ("added", "reset"):
        station.temporary.add(body.person_id)
    person = station.people.get(body.person_id)
    if person is not None and body.reason == "reset":
        station.people[person.id] = replace(person, disabled=False)


def _roles(station: Station, _entry: Entry, body: RolesChanged) -> None:
    person = station.people.get(body.person_id)
    if person is not None:
        station.people[person.id] = replace(person, roles=frozenset(body.roles))


def _disabled(station: Station, _entry: Entry, body: PersonDisabled) -> None:
    person = station.people.get(body.person_id)
    if person is not None:
        station.people[person.id] = replace(person, disabled=True)


def _passphrase(station: Station, _entry: Entry, body: PassphraseChanged) -> None:
    station.temporary.discard(body.person_id)


def _signed_in(station: Station, entry: Entry, body: SignedIn) -> None:
    person = station.author(entry.chain)
    if person is not None:
        station.last_seen[person.id] = body.occurred_at


def _pack(station: Station, _entry: Entry, body: PackAdopted) -> None:
    adopted = AdoptedPack(pack=body.pack, content=body.content, content_hash=body.content_hash)
    station.packs[body.pack] = station.all_packs[body.content_hash] = adopted


def _backup(station: Station, entry: Entry, body: BackupMade) -> None:
    station.last_backup, station.backed_up_by = body, entry.chain


def _verified(station: Station, entry: Entry, body: RecordVerified) -> None:
    station.last_check, station.checked_by = body, entry.chain


def _line(station: Station, entry: Entry, body: DirectoryLineSet) -> None:
    founded = station.founded
    station.directory[body.line_id] = AgencyLine(
        id=body.line_id,
        jurisdiction=body.jurisdiction or ("" if founded is None else founded.jurisdiction),
        name=body.name,
        purpose=body.purpose,
        number=body.number,
        hours=body.hours,
        note=body.note,
        for_country=body.for_country,
        set_by=station.author(entry.chain),
        set_at=entry.recorded_at,
    )


def _waived(station: Station, entry: Entry, body: RuleWaived) -> None:
    author = station.author(entry.chain)
    waiver = RuleWaiver(
        entry_id=entry.id,
        rule=body.rule,
        since=body.occurred_at,
        until=body.until,
        reason=body.reason,
        authority=body.authority,
        by="" if author is None else author.name,
    )
    station.waivers[body.rule] = (*station.waivers.get(body.rule, ()), waiver)


def _restored(station: Station, _entry: Entry, body: RuleRestored) -> None:
    """What still runs ends now; what ended stays as it was."""
    station.waivers[body.rule] = tuple(
        replace(one, until=body.occurred_at) if one.covers(body.occurred_at) else one
        for one in station.waivers.get(body.rule, ())
    )


def _sheets_reserved(station: Station, entry: Entry, body: DowntimeReserved) -> None:
    if station.founded is not None:
        station.reserved.append(body)
        reserve(station.sheets, body, station.founded.code, entry.id)


def _sheet_used(station: Station, _entry: Entry, body: DowntimeUsed | DowntimeStruck) -> None:
    use(station.sheets, body)


def _notice(station: Station, entry: Entry, body: NoticeAdopted) -> None:
    author = station.author(entry.chain)
    station.notices[body.language, body.jurisdiction] = AdoptedNotice(
        language=body.language,
        jurisdiction=body.jurisdiction,
        content=body.content,
        content_hash=body.content_hash,
        at=body.occurred_at,
        by="" if author is None else author.name,
    )


def _no_notice(station: Station, _entry: Entry, body: NoticeWithdrawn) -> None:
    station.notices.pop((body.language, body.jurisdiction), None)


def _issued(station: Station, entry: Entry, body: PaperIssued) -> None:
    if entry.case_id is None:
        station.papers[entry.id] = issued_by(entry, body)


def _outcome(
    station: Station, entry: Entry, body: PaperPrinted | PrintFailed | CopyAccounted
) -> None:
    """Of a copy that is not here nothing came out that the station could tell."""
    issued = station.papers.get(body.issued)
    if issued is not None:
        station.papers[body.issued] = with_outcome(issued, entry, body)


def _form(station: Station, entry: Entry, body: FormAdopted) -> None:
    earlier, author = station.forms.get(body.form, ()), station.author(entry.chain)
    adopted = AdoptedForm(
        form=body.form,
        version=len(earlier) + 1,
        title=body.title,
        mapping=body.mapping,
        file_id=body.file_id,
        sha256=body.sha256,
        key=body.key,
        at=entry.recorded_at,
        by="" if author is None else author.name,
    )
    station.forms[body.form] = (*earlier, adopted)


def _nothing(station: Station, _entry: Entry, body: Body) -> None:
    """Told for the record only; the station is the same after it."""


HANDLERS: dict[type[Body], Callable[[Station, Entry, Any], None]] = {
    StationFounded: _founded,
    StationTelephoneSet: _telephone,
    PersonAdded: _person,
    KeyIntroduced: _key,
    RolesChanged: _roles,
    PersonDisabled: _disabled,
    PassphraseChanged: _passphrase,
    PackAdopted: _pack,
    SignedIn: _signed_in,
    LoginReleased: _nothing,
    CaseRead: _nothing,
    ListExported: _nothing,
    ClockJumped: _nothing,
    DirectoryLineSet: _line,
    BackupMade: _backup,
    Restored: _nothing,
    RecordVerified: _verified,
    RuleWaived: _waived,
    RuleRestored: _restored,
    DowntimeReserved: _sheets_reserved,
    DowntimeUsed: _sheet_used,
    DowntimeStruck: _sheet_used,
    NoticeAdopted: _notice,
    NoticeWithdrawn: _no_notice,
    FormAdopted: _form,
}
OF_PAPERS: dict[type[Body], Callable[[Station, Entry, Any], None]] = {
    PaperIssued: _issued,
    PaperPrinted: _outcome,
    PrintFailed: _outcome,
    CopyAccounted: _outcome,
}
"""Kinds of a case that stand in no case where the paper is one of the station, such as the brief of
the shift."""
