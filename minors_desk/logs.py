"""Keeps the log file: codes and code locations, never a word that came from the record.

A log is read by people who may not read the record and is copied where nobody watches. So only our
own messages are written out, an exception becomes `failure_code(error)`, and a foreign library's
message is replaced by where it was logged: SQLAlchemy logs whole rows, reportlab whole paragraphs.
"""

import logging
import os
from io import BufferedWriter, FileIO, TextIOWrapper
from itertools import pairwise
from pathlib import Path
from types import TracebackType

FILE_NAME = "minors-desk.log"
MAX_BYTES = 512 * 1024
OLD_FILES = 3
_OURS = "minors_desk"
_FRAMES = 8


def failure_code(error: BaseException) -> str:
    """Return the types and code locations of an error and its causes, without any of its text.

    Such as `InvalidTag@minors_desk.storage.keys:88<minors_desk.services.desk:40`: the innermost
    place first, at most eight places for each error in the chain.
    """
    parts: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        parts.append(f"{type(link).__qualname__}@{_places(link.__traceback__)}")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return " from ".join(parts)


def start(folder: Path) -> str:
    """Send the log of this process to a size-capped file in `folder`, which is made if needed.

    Returns an empty text, or a sentence for the person when the file cannot be written: a full
    or locked disk must not keep an officer from the record. Called once, by `app`.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    # A badly formatted message would otherwise print its values to the terminal.
    logging.raiseExceptions = False
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    stop()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _PrivateFile(folder / FILE_NAME)
    except OSError:
        root.addHandler(_Nowhere())
        return "The log file cannot be written; the desk works without it."
    handler.setFormatter(_Codes("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.addFilter(_no_rows)
    root.addHandler(handler)
    return ""


def stop() -> None:
    """Close what `start` opened; a second call does nothing."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, (_PrivateFile, _Nowhere)):
            root.removeHandler(handler)
            handler.close()


class _PrivateFile(logging.FileHandler):
    """The log file, readable by its owner only, in a few generations of a fixed size.

    `logging.handlers` has one like it, but comes with sockets and pickle, and the first picture
    of the window would wait for them.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, encoding="utf-8")

    def emit(self, record: logging.LogRecord) -> None:
        """Write a message, into a new file when it would not fit into this one."""
        try:
            size = len(self.format(record).encode()) + len(self.terminator)
            if self.stream is not None and self.stream.tell() + size > MAX_BYTES:
                self._turn(self.stream)
            super().emit(record)
        except Exception:  # noqa: BLE001 - as the handlers of Python do: never the caller's fault
            self.handleError(record)

    def _turn(self, full: TextIOWrapper) -> None:
        """Close the file, move each generation on by one, and begin an empty one."""
        full.close()
        begun = Path(self.baseFilename)
        older = [begun.with_name(f"{begun.name}.{n}") for n in range(OLD_FILES, 0, -1)]
        try:
            for to, file in pairwise((*older, begun)):
                if file.exists():
                    file.replace(to)
        finally:
            self.stream = self._open()

    def _open(self) -> TextIOWrapper:
        number = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(BufferedWriter(FileIO(number, "ab")), encoding=self.encoding)


class _Nowhere(logging.NullHandler):
    """Stands in for the file, so that logging does not fall back to the terminal."""


class _Codes(logging.Formatter):
    """Writes our messages on one line each, and of all else only where it came from."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; exceptions, stacks and foreign messages are reduced to places."""
        safe = logging.makeLogRecord(record.__dict__)
        safe.msg, safe.args = _message(record), None
        safe.exc_info, safe.exc_text, safe.stack_info = None, None, None
        return escaped(super().format(safe))


def escaped(text: str) -> str:
    """Return `text` with control, bidi and other unprintable characters as `\\x..` or `\\u....`.

    A line break in a message would otherwise forge a second line of the log.
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _message(record: logging.LogRecord) -> str:
    if record.name == _OURS or record.name.startswith(f"{_OURS}."):
        text = _our_text(record)
    else:
        text = f"(message withheld) {record.module}:{record.lineno}"
    if record.exc_info and record.exc_info[1] is not None:
        text = f"{text} {failure_code(record.exc_info[1])}"
    return text


def _our_text(record: logging.LogRecord) -> str:
    """Fill in the arguments; an exception among them is written as its code, not its text."""
    if isinstance(record.msg, BaseException):
        return failure_code(record.msg)
    if not isinstance(record.args, tuple) or not record.args:
        return record.getMessage()
    codes = (failure_code(a) if isinstance(a, BaseException) else a for a in record.args)
    return str(record.msg) % tuple(codes)


def _no_rows(record: logging.LogRecord) -> bool:
    """Hold SQLAlchemy at WARNING even where an engine was made with `echo`: DEBUG logs rows."""
    return record.levelno >= logging.WARNING or not record.name.startswith("sqlalchemy")


def _places(trace: TracebackType | None) -> str:
    found: list[str] = []
    while trace is not None:
        found.append(f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}")
        trace = trace.tb_next
    return "<".join(reversed(found[-_FRAMES:])) or "?"
