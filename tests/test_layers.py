"""Holds the layers: the real tree keeps every contract, and a seeded breach of each is seen."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = "from importlinter.cli import lint_imports_command as c; c(['--no-logo', '--no-cache'])"

BREACHES = [
    ("domain/breach.py", "import minors_desk.services", "Layers"),
    ("papers/breach.py", "import minors_desk.storage", "Layers"),
    ("i18n.py", "import minors_desk.domain", "Layers"),
    ("unplaced.py", "", "Layers"),
    ("services/breach.py", "from PySide6 import QtCore", "Only ui and app know Qt"),
    ("papers/breach.py", "import sqlalchemy", "Only storage knows SQL and ciphers"),
    ("domain/breach.py", "import reportlab", "The domain is plain Python and msgspec"),
    (
        "ui/breach.py",
        "import minors_desk.storage",
        "ui and cli ask services, never storage or papers",
    ),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package in which a test may do wrong."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "minors_desk", tmp_path / "minors_desk", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True, check=False
    )


def test_the_tree_keeps_its_layers() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("file", "line", "contract"), BREACHES)
def test_a_breach_is_seen(copy: Path, file: str, line: str, contract: str) -> None:
    with (copy / "minors_desk" / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode != 0
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(row.startswith(contract) for row in broken), done.stdout + done.stderr
