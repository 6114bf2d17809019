"""The statute that a paper is confidential under: from the packs, and plainly not known else."""

import pytest

from minors_desk.domain.rulepack import read_pack
from minors_desk.services.packs import shipped, shipped_pack
from minors_desk.wording.rules import confidential_words

BEFORE = read_pack('[pack]\nid = "us"\ntitle = "United States"\nkind = "law"\n')


@pytest.mark.parametrize(
    ("jurisdiction", "words"),
    [
        ("US-IL", "705 ILCS 405/1-7, 5-905"),
        ("US-TX", "statute not known here (US-TX)"),
        ("CA-ON", "Youth Criminal Justice Act, s. 118 (of a young person accused of an offence)"),
    ],
)
def test_the_statute_is_that_of_the_state(jurisdiction: str, words: str) -> None:
    packs = [shipped_pack(name) for name in shipped(jurisdiction)]
    assert confidential_words(packs, jurisdiction) == words


def test_packs_of_before_say_nothing_of_it() -> None:
    assert confidential_words([BEFORE], "US-IL") == ""
    assert confidential_words([BEFORE, shipped_pack("us-il")], "US-IL").startswith("705 ILCS")
