"""Wrong passphrases, counted in a small file of their own: it must be writable with no key at hand.

It slows down a person at this screen. Against someone who copied the folder only Argon2id and a
good passphrase help. Times are microseconds since 1970 UTC; logins stand as the header's tags.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from minors_desk.domain.when import from_micros, to_micros
from minors_desk.errors import DeskError, LockedOut
from minors_desk.storage import files

NAME = "attempts.json"
MOST_TRIES = 5
WINDOW = 15 * 60 * 1_000_000
DELAYS = {3: 2_000_000, 4: 4_000_000}
"""After so many wrong tries the next one waits so long."""
MOST_TAGS = 200
MOST_PENDING = 200
DAMAGED = "The count of wrong passphrases (attempts.json) was damaged and starts again."

_Instant = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Tries(msgspec.Struct, frozen=True, kw_only=True):
    """The wrong tries of one login since its last right one, and whether it is locked."""

    failed: tuple[_Instant, ...] = ()
    locked: bool = False


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """The file: tries by login tag, the latest time ever seen, what is not yet in the log."""

    format: int = 1
    seen: _Instant = 0
    tries: dict[str, Tries] = {}
    pending: tuple[tuple[str, _Instant], ...] = ()
    started_again: bool = False


@dataclass(frozen=True, slots=True)
class WrongTry:
    """One wrong passphrase that the log does not know yet."""

    login_tag: str
    at: datetime


def read(folder: Path) -> tuple[Book, tuple[str, ...]]:
    """The book and what was wrong with it; a damaged or missing file counts as an empty book."""
    try:
        body = files.unsealed(files.read_bytes(folder / NAME))
        book = msgspec.convert(body, Book)
    except (DeskError, ValueError, msgspec.ValidationError):
        return Book(started_again=True), (DAMAGED,)
    return book, (DAMAGED,) if book.started_again else ()


def create(folder: Path) -> None:
    """The empty book of a new record."""
    _write(folder, Book())


def delay(folder: Path, tag: str, now: datetime) -> float:
    """Seconds that the next try of a login has to wait; LockedOut when it is locked."""
    book, _ = read(folder)
    tries = book.tries.get(tag, Tries())
    if tries.locked:
        raise _locked()
    instant = max(to_micros(now), book.seen)
    recent = _recent(tries, instant)
    if not recent:
        return 0.0
    wait = recent[-1] + DELAYS.get(len(recent), 0) - instant
    return max(wait, 0) / 1_000_000


def counted(folder: Path, tag: str, now: datetime) -> int:
    """Wrong tries of a login that still count."""
    book, _ = read(folder)
    return len(_recent(book.tries.get(tag, Tries()), max(to_micros(now), book.seen)))


def failed(folder: Path, tag: str, now: datetime, *, may_lock: bool = True) -> None:
    """Count a wrong try, and raise LockedOut when it was one too many.

    Time only goes on: with the clock set back, the latest time seen counts.
    """

    def count(book: Book) -> Book:
        instant = max(to_micros(now), book.seen)
        recent = (*_recent(book.tries.get(tag, Tries()), instant), instant)
        locked = book.tries.get(tag, Tries()).locked or (may_lock and len(recent) >= MOST_TRIES)
        tries = dict(book.tries)
        if tag in tries or len(tries) < MOST_TAGS:
            tries[tag] = Tries(failed=recent[-MOST_TRIES:], locked=locked)
        pending = (*book.pending, (tag, instant))[-MOST_PENDING:]
        return msgspec.structs.replace(book, seen=instant, tries=tries, pending=pending)

    if _change(folder, count).tries.get(tag, Tries()).locked:
        raise _locked()


def succeeded(folder: Path, tag: str, now: datetime) -> None:
    """The right passphrase was given: the login starts from nothing; writes only if it must."""
    book, damage = read(folder)
    if tag in book.tries or damage:
        _change(folder, lambda old: _without(old, tag, to_micros(now)))


def unlock(folder: Path, tag: str, now: datetime) -> None:
    """Open a locked login again; services ask first whether a supervisor does it."""
    _change(folder, lambda old: _without(old, tag, to_micros(now)))


def pending(folder: Path) -> tuple[WrongTry, ...]:
    """The wrong tries that are to become station entries."""
    book, _ = read(folder)
    return tuple(WrongTry(tag, from_micros(at)) for tag, at in book.pending)


def written_down(folder: Path, tries: tuple[WrongTry, ...]) -> None:
    """Forget pending tries, and the news of a damaged count, once the log holds them."""
    done = {(told.login_tag, to_micros(told.at)) for told in tries}

    def clear(book: Book) -> Book:
        left = tuple(one for one in book.pending if one not in done)
        return msgspec.structs.replace(book, pending=left, started_again=False)

    _change(folder, clear)


def _change(folder: Path, change: Callable[[Book], Book]) -> Book:
    with files.alone(folder):
        book = change(read(folder)[0])
        _write(folder, book)
    return book


def _write(folder: Path, book: Book) -> None:
    files.write_atomic(folder / NAME, files.sealed(msgspec.to_builtins(book)))


def _without(book: Book, tag: str, now: int) -> Book:
    tries = {name: told for name, told in book.tries.items() if name != tag}
    return msgspec.structs.replace(book, tries=tries, seen=max(book.seen, now))


def _recent(tries: Tries, instant: int) -> tuple[int, ...]:
    return tuple(at for at in tries.failed if at > instant - WINDOW)


def _locked() -> LockedOut:
    return LockedOut(
        f"This login is locked after {MOST_TRIES} wrong passphrases",
        "A supervisor unlocks it with `user unlock`; the recovery key opens the record too.",
    )
