"""A real encrypted record in a temporary folder, with a clock that tests move by hand."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from minors_desk.domain.custody import CustodyBegan
from minors_desk.domain.encounter import AgeRange, Encountered
from minors_desk.services import cases, people, signing_in
from minors_desk.services.desk import Desk
from minors_desk.services.signing_in import Founding
from minors_desk.storage.keys import FLOOR

PASSPHRASE = "correct horse battery staple"  # noqa: S105 - opens test records only
OFFICER_PASSPHRASE = "seven lamps along the harbour"  # noqa: S105 - likewise
TEMPORARY = "given by the supervisor for a day"
FOUNDING = Founding(
    station="Area Central",
    jurisdiction="US-IL",
    zone="America/Chicago",
    login="rivera",
    name="D. Rivera",
    badge="4471",
)


class StoryClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, minutes: int) -> None:
        """Move on; negative minutes set the clock back."""
        self.moment += timedelta(minutes=minutes)


@pytest.fixture
def clock() -> StoryClock:
    return StoryClock()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with a supervisor and an officer, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("founded") / "record"
    desk, _key = signing_in.found(folder, FOUNDING, PASSPHRASE, clock=StoryClock(), cost=FLOOR)
    people.add(desk, ("ames", "J. Ames", "7110"), ("officer",), TEMPORARY, cost=FLOOR)
    desk.close()
    officer = signing_in.sign_in(folder, "ames", TEMPORARY, clock=StoryClock())
    people.change_passphrase(officer, TEMPORARY, OFFICER_PASSPHRASE)
    officer.close()
    return folder


@pytest.fixture
def record(founded: Path, tmp_path: Path) -> Path:
    """A closed record folder of the test's own."""
    return shutil.copytree(founded, tmp_path / "record")


SignIn = Callable[[str], Desk]


@pytest.fixture
def sign_in(record: Path, clock: StoryClock) -> Iterator[SignIn]:
    """Signs ``rivera`` (supervisor) or ``ames`` (officer) in; whoever was there before leaves."""
    at_desk: list[Desk] = []

    def enter(login: str) -> Desk:
        while at_desk:
            at_desk.pop().close()
        passphrase = PASSPHRASE if login == "rivera" else OFFICER_PASSPHRASE
        at_desk.append(signing_in.sign_in(record, login, passphrase, clock=clock))
        return at_desk[-1]

    yield enter
    while at_desk:
        at_desk.pop().close()


@pytest.fixture
def desk(sign_in: SignIn) -> Desk:
    """The supervisor at the desk."""
    return sign_in("rivera")


def encounter(desk: Desk, **fields: object) -> Encountered:
    """An encounter just now, of a child nobody has named."""
    told: dict[str, object] = {
        "occurred_at": desk.clock(),
        "encounter_id": desk.new_id(),
        "place": "630 W Harrison",
        "apparent_sex": "girl",
        "apparent_age": AgeRange(low_months=96, high_months=107),
    }
    return Encountered(**(told | fields))  # type: ignore[arg-type]


@pytest.fixture
def child(desk: Desk) -> UUID:
    """A case whose child is in our custody since now."""
    began = CustodyBegan(
        occurred_at=desk.clock(),
        starts_from="arrival",
        place="Area Central",
        room="Interview room 2",
        watched_by="Ofc. Ames",
    )
    case_id, _changes = cases.open_case(desk, encounter(desk), began)
    return case_id
