"""The command findings: what the review sheet shows, under the packs that the case is judged by."""

import pytest

from minors_desk.services import packs
from tests.cli.conftest import Line, encounter
from tests.cli.test_commands import good, in_custody


def test_findings_name_the_law_first(line: Line) -> None:
    number = line.open_case()
    assert "Nothing was found." in good(line("findings", number)).out
    assert line.kinds()[-1] == "case_read"
    opened = line("case", "open", "-", given=[encounter(), in_custody(secure=True)])
    number = good(opened).out.partition(":")[0]
    said = good(line("findings", number)).out.splitlines()
    assert said[1].startswith("Law · Forbidden, and it happened: A child charged with nothing")
    document = good(line("findings", number, json_wanted=True)).document
    law = [one for one in document["findings"] if one["severity"] == "law"]
    assert [(one["code"], one["rule"]) for one in law] == [("forbidden", "US-JJ-01")]
    assert law[0]["ordinals"] == [line.kinds().index("custody_began") + 1]
    assert line("findings", "ZZ-1").code == 1


def test_a_reviewed_case_is_shown_under_the_packs_of_its_review(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = line("case", "open", "-", given=[encounter(), in_custody(secure=True)])
    number = good(opened).out.partition(":")[0]
    show = ("case", "show", number)
    assert good(line(*show, json_wanted=True)).document["breaches"]
    monkeypatch.setattr(packs, "judging", lambda *_: ())
    assert good(line(*show, json_wanted=True)).document["breaches"] == []
    assert good(line("duties", number, json_wanted=True)).document["duties"] == []
    assert "Forbidden" not in good(line("findings", number)).out
