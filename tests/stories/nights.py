"""The twelve stories, read once."""

import json
from functools import lru_cache
from pathlib import Path

from minors_desk.cli.stories import story_in
from minors_desk.domain.story import Story

HERE = Path(__file__).parent
NAMES = (
    "chicago-bus-station",
    "denver-runaway",
    "el-paso-siblings",
    "houston-escort-debt",
    "los-angeles-theft",
    "miami-disputed-age",
    "montreal-stateless",
    "new-york-chinese-national",
    "phoenix-infant",
    "seattle-father-answers",
    "toronto-ukrainian-aunt",
    "vancouver-eighteen",
)


@lru_cache
def story(name: str) -> Story:
    return story_in(json.loads((HERE / f"{name}.json").read_bytes()), HERE)
