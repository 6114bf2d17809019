"""A thousand saves under kill -9: what was acknowledged is there, whole and in order."""

import subprocess
import sys
from pathlib import Path

from minors_desk.domain.care import WelfareChecked
from minors_desk.storage.verify import verify
from tests.storage.scratch import Template, dice

SAVES = 1000
A_LIFE = (15, 90)
ROOT = Path(__file__).parents[2]


def _live_and_die(template: Template, folder: Path, start: int, saves: int) -> dict[int, int]:
    """Start the process, let it acknowledge so many saves, kill it in the middle of the next."""
    command = [sys.executable, "-m", "tests.storage.killed"]
    command += [str(folder), str(template.case_id), str(start)]
    acknowledged: dict[int, int] = {}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while len(acknowledged) < saves:
            line = child.stdout.readline()
            assert line, "the process ended by itself"
            ordinal, number = line.split()
            acknowledged[int(ordinal)] = int(number)
        child.kill()
        for line in child.stdout:  # acknowledged while the signal was on its way
            if line.endswith("\n"):
                ordinal, number = line.split()
                acknowledged[int(ordinal)] = int(number)
    return acknowledged


def test_nothing_acknowledged_is_lost(template: Template, folder: Path) -> None:
    chance = dice(9)
    acknowledged: dict[int, int] = {}
    while len(acknowledged) < SAVES:
        start = max(acknowledged.values(), default=0) + 1
        acknowledged |= _live_and_die(template, folder, start, chance.randint(*A_LIFE))
        opened = template.open(folder)
        assert opened.missing_work is None
        assert opened.journal.log_head().ordinal >= max(acknowledged)
        assert not (folder / "kept").exists()
        opened.close()
    opened = template.open(folder)
    stored = {
        entry.ordinal: entry.body.note
        for entry in opened.journal.entries_of(template.case_id)
        if isinstance(entry.body, WelfareChecked)
    }
    assert {ordinal: f"save {number}" for ordinal, number in acknowledged.items()}.items() <= (
        stored.items()
    )
    assert verify(opened, signatures=True).problems == ()
    opened.close()
