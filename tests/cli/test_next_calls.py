"""Whom to ring now for a child, on the command line: why, how sure the number is, what to say."""

from tests.cli.conftest import NOW, Line
from tests.cli.test_commands import good


def test_whom_to_ring_and_what_to_say(line: Line) -> None:
    number = line.open_case()
    words = good(line("case", "next-calls", number)).out
    assert "1. Child protection" in words
    assert "ring: Illinois DCFS · 800-252-2873 · Hours not known · not verified" in words
    assert "say: " in words
    found = good(line("case", "next-calls", number, "--at", NOW.isoformat(), json_wanted=True))
    first = found.document["calls"][0]
    assert (first["purpose"], first["whom"][0]["line"]) == (
        "child_protection",
        "us-il-child-protection",
    )
    assert first["say"][0]["code"] == "we_are"
