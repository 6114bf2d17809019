"""All that the rules make of an invented case at one look: duties, gates, calls, and telling."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from minors_desk.domain.case import Case
from minors_desk.domain.gates import To
from minors_desk.domain.lawful import Lawful
from minors_desk.domain.looking import ASKED, Difference, Given, Row, differences, look, rows
from minors_desk.domain.looking_beyond import Asked, answer_rows, call_rows, on_telling
from minors_desk.domain.next_call import NextCalls
from minors_desk.domain.story import Look, Story
from minors_desk.services.calling import calls_of_story


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look shows; ``rows`` is the same in the words in which a story expects it."""

    case: Case
    given: Given
    calls: NextCalls
    telling: tuple[tuple[To, Lawful], ...]
    rows: Mapping[str, tuple[Row, ...]]
    differences: tuple[Difference, ...]


def seen(story: Story, one: Look, case: Case) -> Seen:
    """What the rules make of the case at that look, and where it is not as the story expects."""
    asked = [cast(Asked, (row["about"], row["to"])) for row in one.expect.get(ASKED, ())]
    given = look(case, story.packs, one.at, story.zone)
    calls = calls_of_story(case, story.packs, story.jurisdiction, one.at, story.zone)
    telling = on_telling(case, story.packs, asked, one.at, story.zone)
    every = rows(given) | call_rows(calls) | {ASKED: answer_rows(telling)}
    return Seen(
        case=case,
        given=given,
        calls=calls,
        telling=telling,
        rows=every,
        differences=differences(one.expect, every),
    )
