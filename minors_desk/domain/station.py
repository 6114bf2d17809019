"""What happens at the station rather than to a child: the same log, with no case (CONTRACT 1.2)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

import msgspec

from minors_desk.domain import backups, downtime, official_forms, rule_waivers
from minors_desk.domain.bodies import Body, Hex32, Line, Needed, Part
from minors_desk.domain.contacts import Purpose
from minors_desk.domain.notices import KINDS as NOTICE_KINDS
from minors_desk.domain.notices import AdoptedNotice
from minors_desk.domain.printed import IssuedPaper, Outlet, Seen
from minors_desk.domain.values import SomeCountry

Role = Literal["officer", "supervisor", "administrator", "auditor"]
KeyReason = Literal["first", "recovery", "added", "reset"]
ListName = Literal["handoff_log"]
Code = Annotated[str, msgspec.Meta(pattern="^[A-Z0-9]{1,8}$")]
LineId = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Login = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]


class StationFounded(Body, frozen=True, kw_only=True, tag="station_founded"):
    """The record was made: which station, under which law, in which zone."""

    record_id: UUID
    station: Needed
    code: Code
    agency: Line = ""
    jurisdiction: Needed
    zone: Needed


class StationTelephoneSet(Body, frozen=True, kw_only=True, tag="station_telephone_set"):
    """Under which number our station is called back, as papers print it. Empty: under none.

    It is a kind and no field of `station_founded`: a program of before passes it over, and a
    number may change.
    """

    telephone: Line = ""


class PersonAdded(Body, frozen=True, kw_only=True, tag="person_added"):
    """Somebody may sign in from now on, in these roles."""

    person_id: UUID
    login: Login
    name: Needed
    badge: Line
    roles: Annotated[tuple[Role, ...], msgspec.Meta(min_length=1)]


class KeyIntroduced(Body, frozen=True, kw_only=True, tag="key_introduced"):
    """A signing key belongs to a person from now on; the first introduces itself (CONTRACT 1.7)."""

    person_id: UUID
    public_key: Hex32
    reason: KeyReason


class RolesChanged(Body, frozen=True, kw_only=True, tag="role_changed"):
    """What a person may do from now on, in place of what they might before."""

    person_id: UUID
    roles: Annotated[tuple[Role, ...], msgspec.Meta(min_length=1)]
    reason: Line = ""


class PersonDisabled(Body, frozen=True, kw_only=True, tag="person_disabled"):
    """Somebody may not sign in any more; what they wrote stays theirs. A reset lets them in."""

    person_id: UUID
    reason: Line = ""


class PassphraseChanged(Body, frozen=True, kw_only=True, tag="passphrase_changed"):
    """A person chose a passphrase of their own; their signing key is the same."""

    person_id: UUID


class CaseRead(Body, frozen=True, kw_only=True, tag="case_read"):
    """The author read a case; once for each person, case and hour (CONTRACT 5.6)."""

    case_id: UUID


class ListExported(Body, frozen=True, kw_only=True, tag="list_exported"):
    """A list left the encryption: which, how many rows, what for and for whom (CONTRACT 5.9).

    ``wanted`` says what the list was narrowed to, in the words of the window.
    """

    what: ListName
    outlet: Outlet
    rows: Annotated[int, msgspec.Meta(ge=0)]
    purpose: Needed
    recipient: Line = ""
    wanted: Line = ""


class WrongTries(Part, frozen=True, kw_only=True):
    """How often a wrong passphrase was given for a login since the last sign-in."""

    login: Line
    count: Annotated[int, msgspec.Meta(ge=1)]


class SignedIn(Body, frozen=True, kw_only=True, tag="signed_in"):
    """A person opened the desk; ``seen`` makes the signature bind all that was there before."""

    seen: Seen
    workstation: Line = ""
    wrong_tries: tuple[WrongTries, ...] = ()


class LoginReleased(Body, frozen=True, kw_only=True, tag="login_released"):
    """A login locked after wrong tries was opened again, by a supervisor or the recovery key."""

    login: Login


class PackAdopted(Body, frozen=True, kw_only=True, tag="pack_adopted"):
    """A rule pack is in force here from now on; kept whole, known by its content hash."""

    pack: Needed
    content: Annotated[str, msgspec.Meta(max_length=2_000_000)]
    content_hash: Hex32


class ClockJumped(Body, frozen=True, kw_only=True, tag="clock_jumped"):
    """The computer's clock went back behind the last entry; how far, in seconds."""

    seconds_back: Annotated[int, msgspec.Meta(ge=1)]


class DirectoryLineSet(Body, frozen=True, kw_only=True, tag="directory_line_set"):
    """The agency's own word on a line to call; under a shipped line's id it stands in its place.

    ``jurisdiction`` empty: the station's. ``number`` empty: there is none, or it is not known.
    ``for_country`` (ISO 3166): it serves children of that country only, as a consulate does.
    """

    added: ClassVar[frozenset[str]] = frozenset({"for_country"})

    line_id: LineId
    name: Needed
    purpose: Purpose
    number: Line = ""
    hours: Line = ""
    note: Line = ""
    jurisdiction: Line = ""
    for_country: SomeCountry = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a signing key here; ``disabled`` says that they may not sign in any more."""

    id: UUID
    login: str
    name: str
    badge: str
    roles: frozenset[str]
    disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedPack:
    """A pack as the record keeps it."""

    pack: str
    content: str
    content_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyLine:
    """A line to call as the agency itself entered it; ``set_by`` None when nobody knows the key."""

    id: str
    jurisdiction: str
    name: str
    purpose: Purpose
    number: str
    hours: str
    note: str
    for_country: str
    set_by: Person | None
    set_at: datetime


@dataclass(slots=True, kw_only=True)
class Station:
    """The station folded from its entries; read it, do not write it."""

    founded: StationFounded | None = None
    telephone: str = ""
    """of the station, as it was set last; empty: nobody has told it"""
    people: dict[UUID, Person] = field(default_factory=dict)
    keys: dict[bytes, UUID] = field(default_factory=dict)
    """chain id → person"""
    present_keys: dict[UUID, bytes] = field(default_factory=dict)
    """person → chain id of the key introduced last: a reset puts a new one in place of the old"""
    temporary: set[UUID] = field(default_factory=set)
    """who has a passphrase that somebody else gave them, and must change it first"""
    last_seen: dict[UUID, datetime] = field(default_factory=dict)
    """person → when they last signed in"""
    packs: dict[str, AdoptedPack] = field(default_factory=dict)
    """pack id → the newest adopted"""
    all_packs: dict[str, AdoptedPack] = field(default_factory=dict)
    """content hash → every pack that was ever adopted"""
    last_backup: backups.BackupMade | None = None
    backed_up_by: bytes = b""
    """chain of who wrote that"""
    last_check: backups.RecordVerified | None = None
    checked_by: bytes = b""
    """chain of who wrote that"""
    directory: dict[str, AgencyLine] = field(default_factory=dict)
    """line id → the newest that was set"""
    waivers: dict[str, tuple[rule_waivers.RuleWaiver, ...]] = field(default_factory=dict)
    """rule id → every waiver of it, in the order of their entries"""
    reserved: list[downtime.DowntimeReserved] = field(default_factory=list)
    """every reservation of numbers for blank sheets, in order"""
    sheets: downtime.Sheets = field(default_factory=dict)
    """number → the blank sheet as it stands"""
    notices: dict[tuple[str, str], AdoptedNotice] = field(default_factory=dict)
    """language and place → the text of a child's rights that was adopted last, unless withdrawn"""
    papers: dict[UUID, IssuedPaper] = field(default_factory=dict)
    """the copies of papers that are of no one case, by the entry that issued each"""
    forms: dict[str, tuple[official_forms.AdoptedForm, ...]] = field(default_factory=dict)
    """name of a form → every version of it that was adopted, the newest last"""
    unread: int = 0

    def author(self, chain: bytes) -> Person | None:
        """Who wrote with that key, or None for a key that nobody introduced."""
        person_id = self.keys.get(chain)
        return None if person_id is None else self.people.get(person_id)

    def chains_of(self, person_id: UUID) -> frozenset[bytes]:
        """All keys that a person ever wrote with here."""
        return frozenset(chain for chain, one in self.keys.items() if one == person_id)

    def by_login(self, login: str) -> Person | None:
        """The person with that login, compared as typed but for case."""
        wanted = login.casefold()
        return next((one for one in self.people.values() if one.login.casefold() == wanted), None)


KINDS = (
    StationFounded,
    StationTelephoneSet,
    PersonAdded,
    KeyIntroduced,
    RolesChanged,
    PersonDisabled,
    PassphraseChanged,
    SignedIn,
    LoginReleased,
    CaseRead,
    ListExported,
    PackAdopted,
    ClockJumped,
    DirectoryLineSet,
    *backups.KINDS,
    *rule_waivers.KINDS,
    *downtime.STATION_KINDS,
    *NOTICE_KINDS,
    *official_forms.KINDS,
)
