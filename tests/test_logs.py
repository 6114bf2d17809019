"""The log file holds codes and places, and never a word that came from the record."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from minors_desk import logs

NAME = "Canary Kowalczyk"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A started log; the loggers are put back as they were."""
    root, alchemy = logging.getLogger(), logging.getLogger("sqlalchemy")
    levels, loud = (root.level, alchemy.level), logging.raiseExceptions
    assert logs.start(tmp_path / "logs") == ""
    yield tmp_path / "logs" / logs.FILE_NAME
    logs.stop()
    root.setLevel(levels[0])
    alchemy.setLevel(levels[1])
    logging.raiseExceptions = loud


def refuse() -> None:
    raise ValueError(NAME)


def fail() -> None:
    try:
        refuse()
    except ValueError as error:
        raise KeyError(NAME) from error


def test_a_failure_code_has_types_and_places_only() -> None:
    with pytest.raises(KeyError) as caught:
        fail()
    code = logs.failure_code(caught.value)
    assert code.startswith("KeyError@tests.test_logs:")
    assert " from ValueError@tests.test_logs:" in code
    assert NAME not in code


def test_errors_are_logged_as_codes(file: Path) -> None:
    log = logging.getLogger("minors_desk.storage")
    with pytest.raises(KeyError) as caught:
        fail()
    log.error("save failed: %s", caught.value)
    log.error("again", exc_info=caught.value)
    log.error(caught.value)
    text = file.read_text(encoding="utf-8")
    assert text.count("KeyError@tests.test_logs:") == 3
    assert NAME not in text and "Traceback" not in text


def test_foreign_messages_are_withheld(file: Path) -> None:
    logging.getLogger("reportlab").warning("paragraph %s", NAME)
    logging.getLogger("sqlalchemy.engine").setLevel(logging.DEBUG)
    logging.getLogger("sqlalchemy.engine").debug("row %s", NAME)
    logging.getLogger("sqlalchemy.engine").setLevel(logging.NOTSET)
    text = file.read_text(encoding="utf-8")
    assert "reportlab (message withheld) test_logs:" in text
    assert NAME not in text and "sqlalchemy" not in text


def test_one_message_is_one_line(file: Path) -> None:
    logging.getLogger("minors_desk").warning("code %s", "a\n2026 forged\x1b[2J\u202e")
    text = file.read_text(encoding="utf-8")
    assert text.endswith("code a\\n2026 forged\\x1b[2J\\u202e\n")
    assert len(text.splitlines()) == 1


def test_the_file_is_private_and_capped(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = logging.getLogger("minors_desk")
    for _ in range(logs.MAX_BYTES * (logs.OLD_FILES + 2) // 10_000):
        log.info("x" * 10_000)
    files = sorted(file.parent.iterdir())
    assert len(files) == logs.OLD_FILES + 1
    assert all(f.stat().st_size <= logs.MAX_BYTES for f in files)
    assert all(f.stat().st_mode & 0o077 == 0 for f in files)


def test_no_log_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    level = logging.getLogger().level
    told = logs.start(tmp_path / "file")
    logs.stop()
    logging.getLogger().setLevel(level)
    assert told.startswith("The log file cannot be written")
