"""How the record is, in words: sizes, how long ago, how many entries since."""

from datetime import datetime

from minors_desk.i18n import SOURCE_LANGUAGE, translator
from minors_desk.wording.phrases import joined
from minors_desk.wording.times import day_and_time, span

_ = translator(SOURCE_LANGUAGE)
_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_STEP = 1000


def size_words(count: int) -> str:
    """``412 bytes``, ``3.4 MB``: bytes in thousands, as file managers of today count them."""
    amount, unit = float(count), 0
    while amount >= _STEP and unit < len(_UNITS) - 1:
        amount, unit = amount / _STEP, unit + 1
    return f"{count} {_UNITS[0]}" if not unit else f"{amount:.1f} {_UNITS[unit]}"


def ago_words(at: datetime, now: datetime, zone: str) -> str:
    """``2026-11-24 03:12 CST · 3 h 12 min ago``."""
    return joined(day_and_time(at, zone), _("{span} ago").format(span=span(now - at)))


def since_words(upto: int, last: int) -> str:
    """How many entries were written after the one that a backup or a check ends with."""
    more = max(0, last - upto)
    since = _("1 entry since") if more == 1 else _("{n} entries since").format(n=more)
    return joined(_("up to entry {n}").format(n=upto), since)


def holder_words(holder: tuple[str, str, str] | None, zone: str) -> str:
    """``rivera on desk-2 since 2026-11-24 03:12 CST``: who may write, as the lock says."""
    if holder is None:
        return _("nobody now")
    login, host, since = holder
    try:
        since = day_and_time(datetime.fromisoformat(since), zone)
    except ValueError:  # what stands in the lock's file is another program's word
        since = "?"
    return _("{login} on {host} since {since}").format(login=login, host=host, since=since)


def restore_command(login: str) -> str:
    """How a backup is brought back: only on the command line, as nobody may be at the desk."""
    return f"minors-desk restore FILE DIR --user {login} --passphrase-file FILE"
