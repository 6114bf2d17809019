"""Checks a whole record: its files, its pages, every entry of the log, and what is derived."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import sqlalchemy as sa

from minors_desk.domain.chain import chain_id
from minors_desk.errors import DeskError, RecordDamaged
from minors_desk.storage import attachments, attempts, head_mark, index, tables, versions
from minors_desk.storage.engine import Progress
from minors_desk.storage.head_mark import Mark
from minors_desk.storage.header import Slot, read_header
from minors_desk.storage.log_check import LogCheck, Problem, first_ones
from minors_desk.storage.record import Vault

MOST_TOLD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found. ``notes`` say what could not be looked at, which is no fault.

    ``head`` is the last entry that was read, None when none could be.
    """

    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    head: Mark | None = None

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


class _Steps:
    """Passes progress on, and keeps what it raised apart from what the record raises."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self.stopped: Exception | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._progress is None:
            return
        try:
            self._progress(done, total)
        except Exception as error:
            self.stopped = error
            raise


def verify(vault: Vault, *, signatures: bool = False, progress: Progress | None = None) -> Report:
    """Check an open record; ``signatures``: each entry's, not only those that bind the rest.

    The last signature of a chain binds all entries before it in that chain, so checking those and
    the issued papers' is enough to notice a change (CONTRACT 5.10). Never raises for damage.
    ``progress`` gets entries, then cases; what it raises ends the check. Others may save meanwhile:
    all that is compared is one state of the log.
    """
    problems = list(_files(vault))
    notes: list[str] = []
    counts: dict[str, int] = {}
    check, steps = LogCheck(vault.founder_key, signatures), _Steps(progress)
    slots = vault.header.slots
    try:
        mark = _mark(vault)
        problems += _pages(vault, notes)
        if not problems or all(one.code != "pages" for one in problems):
            with vault.journal.reading() as connection:
                check.walk(connection, steps)
                problems += check.problems
                problems += _seal(connection, check, mark)
                problems += _guards(connection)
                problems += _index(connection, vault, notes, steps)
                problems += _attachments(connection, vault.folder, counts)
            problems += _slots(slots, check)
    except DeskError as error:
        if error is steps.stopped:
            raise
        problems.append(Problem("unreadable", f"{error.title}."))
    told = tuple(dict.fromkeys(first_ones(problems)))[:MOST_TOLD]
    counts |= {
        "entries": check.entries,
        "chains": len(check.heads),
        "papers": check.papers,
        "signatures": check.signatures,
    }
    head = Mark(check.last_ordinal, check.log_hash) if check.last_ordinal else None
    return Report(problems=told, notes=tuple(notes), counts=counts, head=head)


def _files(vault: Vault) -> Iterator[Problem]:
    """The small files: what was damaged at opening, and what is now."""
    told = list(vault.damage)
    try:
        read = read_header(vault.folder)
        told += read.damage
        if read.header != vault.header:
            told.append("The header on the disk is not the one that this record was opened with.")
    except DeskError as error:
        told.append(f"{error.title}.")
    told += attempts.read(vault.folder)[1]
    if vault.missing_work is not None:
        yield Problem("missing_work", f"{vault.missing_work.rstrip('.')}.")
    for sentence in dict.fromkeys(told):
        yield Problem("files", sentence)


def _mark(vault: Vault) -> Mark | None:
    """The sealed head, read before the log so that a writer elsewhere cannot make it lead."""
    try:
        return head_mark.read_mark(vault.folder, vault.head_key).mark
    except RecordDamaged:
        return None


def _pages(vault: Vault, notes: list[str]) -> Iterator[Problem]:
    """The MAC of each page of the database file, and SQLite's own check of its structure."""
    if vault.writes or not _has_log(vault.folder / vault.header.database):
        bad = _unsealed(vault)
        if bad:
            which = "one page" if len(bad) == 1 else f"{len(bad)} pages"
            yield Problem("pages", f"The database is damaged: {which} fail their seal.")
            return
    else:
        notes.append("Another desk is writing, so the pages of the file were not checked.")
    structure = [str(row[0]) for row in vault.pragma("PRAGMA integrity_check(5)")]
    if structure != ["ok"]:
        yield Problem("structure", "The tables of the database do not agree with their indexes.")


def _unsealed(vault: Vault) -> list[str]:
    """What SQLCipher says of pages whose MAC is wrong; nobody writes while it reads the file."""
    with vault.journal.still():
        if vault.writes:
            vault.checkpoint()
        return [str(row[0]) for row in vault.pragma("PRAGMA cipher_integrity_check")]


def _has_log(database: Path) -> bool:
    log = database.with_name(database.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _seal(connection: sa.Connection, check: LogCheck, mark: Mark | None) -> Iterator[Problem]:
    if mark is None:
        return  # told with the files
    if mark.ordinal > check.last_ordinal:
        missing = mark.ordinal - check.last_ordinal
        sentence = f"Saved work is missing: {missing} entries after entry {check.last_ordinal}."
        yield Problem("missing_work", sentence, check.last_ordinal)
    elif check.hash_at(connection, mark.ordinal) != mark.log_hash:
        sentence = f"Entry {mark.ordinal} is not the one that the sealed head names."
        yield Problem("head_mark", sentence, mark.ordinal)


def _guards(connection: sa.Connection) -> Iterator[Problem]:
    """The triggers that keep the log append-only; whoever drops them has changed something."""
    wanted = dict(tables.guards())
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type='trigger'")
    if wanted != {str(name): str(sql) for name, sql in found}:
        yield Problem("guards", "The guards that let the log only grow were removed or changed.")


def _index(
    connection: sa.Connection, vault: Vault, notes: list[str], steps: Progress
) -> Iterator[Problem]:
    by = vault.journal.summariser
    if versions.version_of(connection) != versions.SCHEMA_VERSION:
        notes.append("The tables are of an earlier version; the index was not compared.")
        return
    if not index.is_current(connection, by):
        notes.append("The case index is of another version and was not compared.")
        return
    for ordinal, number in index.differing(connection, by, steps):
        sentence = f"The index of {number or 'a case'} is not what the log says."
        yield Problem("index", sentence, ordinal)


def _attachments(
    connection: sa.Connection, folder: Path, counts: dict[str, int]
) -> Iterator[Problem]:
    """Every file that the log names has to be there, whole."""
    named = list(attachments.names_in(connection))
    counts["attachments"] = len(named)
    ordinals = {file_id: ordinal for ordinal, file_id, _key, _digest in named}
    wanted = (one[1:] for one in named)
    for file_id, sentence in attachments.check(folder, wanted):
        yield Problem("attachment", sentence, ordinals[file_id])


def _slots(slots: Iterable[Slot], check: LogCheck) -> Iterator[Problem]:
    """Every way into the record must be one that the log knows."""
    for slot in slots:
        if chain_id(bytes.fromhex(slot.public_key)) not in check.station.keys:
            yield Problem("slot", "A key slot of the header was never introduced in the log.")


def sentences(report: Report) -> tuple[str, ...]:
    """The problems, one line each."""
    return tuple(one.sentence for one in report.problems)
