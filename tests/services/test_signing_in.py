"""Coming to the desk: founding, wrong tries, release, and what each sign-in binds."""

from pathlib import Path

import pytest

from minors_desk.domain.entries import NewEntry
from minors_desk.domain.station import (
    CaseRead,
    DirectoryLineSet,
    KeyIntroduced,
    SignedIn,
    WrongTries,
)
from minors_desk.domain.stations import fold_station
from minors_desk.errors import BadInput, LockedOut, NotFound, RecordBusy, WrongPassphrase
from minors_desk.services import people, signing_in
from minors_desk.services.signing_in import Founding
from minors_desk.storage.keys import FLOOR
from tests.services.conftest import FOUNDING, OFFICER_PASSPHRASE, PASSPHRASE, SignIn, StoryClock


def sign_ins(desk: signing_in.Desk) -> list[SignedIn]:
    bodies = [entry.body for entry in desk.journal.station_entries()]
    return [body for body in bodies if isinstance(body, SignedIn)]


def test_a_founded_record_knows_its_station_people_keys_and_packs(sign_in: SignIn) -> None:
    desk = sign_in("rivera")
    assert desk.founded.station == "Area Central"
    assert desk.founded.code == "AC"
    assert {pack.id for pack in desk.packs} == {"us", "us-il", "house"}
    assert {person.login for person in desk.station.people.values()} == {
        "rivera",
        "recovery-key",
        "ames",
    }
    bodies = [entry.body for entry in desk.journal.station_entries()]
    reasons = [body.reason for body in bodies if isinstance(body, KeyIntroduced)]
    assert reasons == ["first", "recovery", "added"]


def test_each_sign_in_binds_the_log_before_it(sign_in: SignIn) -> None:
    head = sign_in("rivera").journal.log_head()
    desk = sign_in("ames")
    last = sign_ins(desk)[-1]
    assert (last.seen.ordinal, last.seen.log_hash) == (head.ordinal, head.log_hash.hex())
    assert desk.journal.log_head().ordinal == head.ordinal + 1


def test_wrong_tries_become_station_entries_at_the_next_sign_in(
    record: Path, clock: StoryClock, sign_in: SignIn
) -> None:
    for login in ("ames", "nobody"):
        with pytest.raises(WrongPassphrase):
            signing_in.sign_in(record, login, "not the right words at all", clock=clock)
    tries = sign_ins(sign_in("rivera"))[-1].wrong_tries
    assert set(tries) == {
        WrongTries(login="ames", count=1),
        WrongTries(login="unknown login", count=1),
    }
    assert sign_ins(sign_in("rivera"))[-1].wrong_tries == ()


def test_five_wrong_tries_lock_until_a_supervisor_or_the_recovery_key_releases(
    tmp_path: Path, clock: StoryClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _seconds: None)
    folder = tmp_path / "own"
    desk, key = signing_in.found(folder, FOUNDING, PASSPHRASE, clock=clock, cost=FLOOR)
    desk.close()
    for told in (WrongPassphrase,) * 4 + (LockedOut,):
        with pytest.raises(told):
            signing_in.sign_in(folder, "rivera", "not the right words", clock=clock)
    clock.forward(60 * 24)
    with pytest.raises(LockedOut):
        signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=clock)
    rescue = signing_in.sign_in_with_recovery(folder, key.lower(), clock=clock)
    with pytest.raises(NotFound):
        people.release(rescue, "nobody")
    people.release(rescue, "rivera")
    rescue.close()
    signing_in.sign_in(folder, "rivera", PASSPHRASE, clock=clock).close()


def test_a_second_desk_is_told_who_writes(record: Path, clock: StoryClock, sign_in: SignIn) -> None:
    sign_in("rivera")
    with pytest.raises(RecordBusy, match="rivera"):
        signing_in.sign_in(record, "ames", OFFICER_PASSPHRASE, clock=clock)
    reader = signing_in.sign_in(record, "ames", OFFICER_PASSPHRASE, clock=clock, write=False)
    reader.close()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"station": " "}, "station"),
        ({"zone": "America/Atlantis"}, "zone"),
        ({"zone": "../etc/passwd"}, "zone"),
        ({"jurisdiction": "Illinois"}, "jurisdiction"),
        ({"code": "not a code"}, "code"),
        ({"login": ""}, "user"),
    ],
)
def test_a_founding_that_cannot_be_names_the_field_and_makes_nothing(
    tmp_path: Path, clock: StoryClock, fields: dict[str, str], field: str
) -> None:
    told = {name: getattr(FOUNDING, name) for name in FOUNDING.__slots__}
    with pytest.raises(BadInput) as bad:
        signing_in.found(
            tmp_path / "new", Founding(**(told | fields)), PASSPHRASE, clock=clock, cost=FLOOR
        )
    assert bad.value.field == field
    assert not (tmp_path / "new").exists()


def test_a_person_with_a_taken_login_or_no_role_is_refused(sign_in: SignIn) -> None:
    desk = sign_in("rivera")
    for login, roles, field in (("AMES", ("officer",), "login"), ("new", ("chief",), "role")):
        with pytest.raises(BadInput) as bad:
            people.add(desk, (login, "N", "1"), roles, "four quiet paper boats")
        assert bad.value.field == field


def test_who_read_what_is_not_looked_at_to_know_the_station(sign_in: SignIn) -> None:
    desk = sign_in("ames")
    quoted = '"kind":"case_read"'
    readings = [CaseRead(occurred_at=desk.clock(), case_id=desk.new_id()) for _ in range(50)]
    set_line = DirectoryLineSet(
        occurred_at=desk.clock(), line_id="x", name=quoted, purpose="other", number="1"
    )
    items = [NewEntry(id=desk.new_id(), case_id=None, body=one) for one in (*readings, set_line)]
    desk.journal.append(items, at=desk.clock())
    everything, made = desk.journal.station_entries(), desk.journal.what_made_station()
    assert made == tuple(one for one in everything if not isinstance(one.body, CaseRead))
    assert len(everything) - len(made) == 50
    assert fold_station(made) == fold_station(everything)
    assert "x" in fold_station(made).directory
