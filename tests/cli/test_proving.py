"""Papers proved by file on the command line, and the register of their copies."""

import random

from tests.cli.conftest import Line
from tests.cli.test_commands import good, handed_over
from tests.papers import edits


def test_papers_are_proved_by_file_and_each_copy_is_accounted_for(line: Line) -> None:
    number = handed_over(line)
    out = line.folder / "receipt.pdf"
    to = ("--given-to", "M. Ruiz, DCFS")
    printed = line("paper", "print", "transfer_receipt", number, "--out", out, *to)
    code = good(printed).out.rpartition("Seal code: ")[2].strip()
    proved = good(line("paper", "verify", out, json_wanted=True)).document
    assert (proved["verdict"], proved["by"], proved["differences"]) == ("agrees", "pdf", [])
    forged = line.folder / "forged.pdf"
    forged.write_bytes(edits.page_removed(random.Random(1), out.read_bytes(), b""))  # noqa: S311
    both = line("paper", "verify", out, forged)
    assert (both.code, both.out.count("agrees with the record")) == (1, 1)
    assert "of the paper is missing" in both.out
    listed = good(line("paper", "copies", number)).out
    assert "given to M. Ruiz, DCFS" in listed
    lost = line("paper", "account", code, "lost")
    assert (lost.code, lost.err.count("\n")) == (2, 1)
    good(line("paper", "account", code, "lost", "--reason", "Left on the train"))
    (copy,) = good(line("paper", "copies", number, json_wanted=True)).document["copies"]
    assert (copy["fate"], copy["is_out"], copy["given_to"]) == ("lost", False, "M. Ruiz, DCFS")
    assert line.kinds()[-1] == "copy_accounted"
