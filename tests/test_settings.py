"""A workstation's settings come back as saved, and a bad file never stops the desk."""

from pathlib import Path

import pytest

from minors_desk import settings
from minors_desk.errors import DeskError
from minors_desk.settings import Settings, Theme


def test_saved_settings_come_back(tmp_path: Path) -> None:
    wanted = Settings(
        theme=Theme.DARK, text_percent=150, lock_after_minutes=5, log_folder=tmp_path / "logs"
    )
    settings.save(tmp_path / "new", wanted)
    assert settings.load(tmp_path / "new") == (wanted, "")
    assert [f.name for f in (tmp_path / "new").iterdir()] == [settings.FILE_NAME]


def test_a_first_start_has_the_usual_ones(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == (Settings(), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"theme": "pink"}',
        '{"text_percent": 99}',
        '{"text_percent": true}',
        '{"text_percent": 120.5}',
        '{"lock_after_minutes": 31}',
        '{"lock_after_minutes": "5"}',
        '{"log_folder": 3}',
        "[" * 100_000,
        "\0\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
        " " * 70_000,
    ],
)
def test_a_bad_file_gives_the_usual_ones_and_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / settings.FILE_NAME).write_text(text, encoding="latin-1")
    found, told = settings.load(tmp_path)
    assert found == Settings()
    assert told.endswith(".")


def test_a_later_versions_fields_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_text('{"text_percent": 120, "later": [1]}')
    assert settings.load(tmp_path) == (Settings(text_percent=120), "")


def test_a_folder_that_does_not_let_us(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DeskError, match="could not be saved"):
        settings.save(tmp_path / "file", Settings())


@pytest.mark.parametrize(
    ("platform", "environ", "end"),
    [
        ("linux", {"HOME": "me"}, "me/.config/minors-desk"),
        ("linux", {"HOME": "me", "XDG_CONFIG_HOME": "cfg"}, "cfg/minors-desk"),
        ("darwin", {"HOME": "me"}, "me/Library/Application Support/Minors Desk"),
        ("win32", {"HOME": "me", "APPDATA": "roaming"}, "roaming/Minors Desk"),
    ],
)
def test_where_settings_live(platform: str, environ: dict[str, str], end: str) -> None:
    assert settings.default_folder(environ, platform) == Path(end)
