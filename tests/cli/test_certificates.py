"""A paper saved with the signature of a certificate, and what holds of it afterwards."""

from pathlib import Path

import pytest

from minors_desk.domain.printed import PaperPrinted
from minors_desk.services import cases, signing_in
from tests.cli.conftest import NOW, PASSPHRASES, Line
from tests.papers.certificates import OFFICER, ROOT, SECRET, file_of, made


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A certificate with its passphrase, and the root it is traced to."""
    (tmp_path / "officer.p12").write_bytes(file_of(OFFICER, ROOT))
    (tmp_path / "words").write_text(f"{SECRET}\n")
    (tmp_path / "root.pem").write_bytes(ROOT.pem)
    (tmp_path / "other.pem").write_bytes(made("Another root").pem)
    return tmp_path


def printing(files: Path, number: str, **changed: Path) -> tuple[object, ...]:
    told = {"--sign-with": files / "officer.p12", "--sign-passphrase-file": files / "words"}
    told |= {"--" + name.replace("_", "-"): path for name, path in changed.items()}
    options = (word for pair in told.items() for word in pair)
    return ("paper", "print", "contact_log", number, "--out", files / "log.pdf", *options)


def test_a_paper_is_signed_as_it_is_saved_and_holds(line: Line, files: Path) -> None:
    number = line.open_case()
    said = line(*printing(files, number), json_wanted=True)
    assert said.code == 0, said.err
    told = said.document["signature"]
    assert told["bottom_line"] and told["subject"] == "D. Rivera (Area Central)"
    checked = line.plain("paper", "verify-signature", files / "log.pdf", "--json")
    assert checked.code == 1 and checked.document["signatures"][0]["problem"] == "not_trusted"
    trusting = ("paper", "verify-signature", files / "log.pdf", "--trust", files / "other.pem")
    assert line.plain(*trusting).code == 1
    good = line.plain(*trusting, "--trust", files / "root.pem")
    assert (good.code, good.out) == (
        0,
        "The signature holds: D. Rivera (Area Central), issued by Area Central root.\n",
    )
    proved = line("paper", "verify", said.document["seal_code"], json_wanted=True)
    assert proved.document["verdict"] == "agrees"


def test_the_log_says_whom_the_certificate_names(line: Line, files: Path) -> None:
    number = line.open_case()
    out = line(*printing(files, number)).out
    assert "The signature holds: D. Rivera (Area Central)" in out
    desk = signing_in.sign_in(
        line.record, "rivera", PASSPHRASES["rivera"], clock=lambda: line.now, write=False
    )
    try:
        body = cases.read(desk, cases.find(desk, number)).log[-1].counts
    finally:
        desk.close()
    assert isinstance(body, PaperPrinted) and body.sealed_as == "D. Rivera (Area Central)"


def test_with_a_wrong_passphrase_nothing_is_issued_and_nothing_is_left(
    line: Line, files: Path
) -> None:
    number = line.open_case()
    (files / "wrong").write_text("not the passphrase\n")
    said = line(*printing(files, number, sign_passphrase_file=files / "wrong"))
    assert said.code == 2 and "does not open the certificate" in said.err
    assert "not the passphrase" not in said.err
    assert "paper_issued" not in line.kinds() and not (files / "log.pdf").exists()


def test_the_passphrase_is_asked_for_at_the_terminal(line: Line, files: Path) -> None:
    number, asked = line.open_case(), []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return SECRET

    secret = line.secret(PASSPHRASES["rivera"])
    who = ("--record", line.record, "--user", "rivera", "--passphrase-file", secret)
    words = [word for word in printing(files, number)[:-2]]
    assert line.plain(*words, *who, ask=ask).code == 0
    assert asked == ["Passphrase of the certificate: "]


def test_a_file_changed_by_one_letter_is_found(line: Line, files: Path) -> None:
    assert line(*printing(files, line.open_case())).code == 0
    pdf = (files / "log.pdf").read_bytes()
    changed = pdf.replace(b"/Keywords (entry", b"/Keywords (Entry", 1)
    assert changed != pdf
    (files / "log.pdf").write_bytes(changed)
    said = line.plain("paper", "verify-signature", files / "log.pdf", "--trust", files / "root.pem")
    assert said.code == 1 and "was changed since" in said.out


def test_a_pdf_that_nobody_signed(line: Line, files: Path) -> None:
    number = line.open_case()
    assert line("paper", "print", "contact_log", number, "--out", files / "log.pdf").code == 0
    said = line.plain("paper", "verify-signature", files / "log.pdf")
    assert (said.code, said.out) == (1, "This PDF has no signature.\n")
    assert line.now >= NOW
