"""What the storage tests share: one founded record, and a copy of it for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from minors_desk.storage.record import Vault
from tests.storage import scratch
from tests.storage.scratch import Template


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The record that is copied; nobody writes in it."""
    return scratch.make(tmp_path_factory.mktemp("template") / "record")


@pytest.fixture
def folder(template: Template, tmp_path: Path) -> Path:
    """A copy of the record's folder, closed."""
    return template.copy(tmp_path / "record")


@pytest.fixture
def opened(template: Template, folder: Path) -> Iterator[Vault]:
    """The copy, open for writing as the supervisor."""
    opened = template.open(folder)
    yield opened
    opened.close()
