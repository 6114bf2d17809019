"""Rule packs: shipped with the program, adopted into the record, read back from it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from minors_desk import assets
from minors_desk.domain.case import Case
from minors_desk.domain.coverage import Row, read_rows
from minors_desk.domain.reviewing import PackUsed
from minors_desk.domain.rulepack import content_hash, read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.station import PackAdopted, Station

HOUSE = "house"


def shipped(jurisdiction: str) -> tuple[str, ...]:
    """Names of the shipped packs for a jurisdiction such as ``US-IL``; federal first."""
    wanted = (jurisdiction.split("-", maxsplit=1)[0].lower(), jurisdiction.lower())
    names = dict.fromkeys(name for name in wanted if _is_shipped(name))
    return (*names, HOUSE)


def all_shipped() -> tuple[str, ...]:
    """Names of all packs that the program brings: law by its place, then the station's own."""
    names = sorted(one.stem for one in assets.path("rules").glob("*.toml"))
    return (*(one for one in names if one != HOUSE), HOUSE)


def researched() -> tuple[Row, ...]:
    """The rows of law that were researched: an independent list to hold the packs against."""
    return read_rows(assets.read_text("rules", "rows.csv"))


def adoption(name: str, now: datetime) -> PackAdopted:
    """The station entry that adopts the shipped pack of that name, whole; checked by reading it."""
    text = shipped_text(name)
    pack = read_pack(text)
    return PackAdopted(occurred_at=now, pack=pack.id, content=text, content_hash=content_hash(text))


def shipped_pack(name: str) -> Pack:
    """The pack of that name as this version of the program brings it."""
    return _read(shipped_text(name))


def shipped_text(name: str) -> str:
    """Its text, which the record keeps whole when it is adopted."""
    return assets.read_text("rules", f"{name}.toml")


def in_force(station: Station) -> tuple[Pack, ...]:
    """The newest adopted pack of each id, read from the record itself, with what is waived."""
    return tuple(_with_waivers(station, adopted.content) for adopted in station.packs.values())


def judging(case: Case, station: Station, newest: Sequence[Pack]) -> tuple[Pack, ...]:
    """What a case is judged by: its review's packs once approved, else the newest (CONTRACT 4.3).

    A case that was changed since waits for another review, and so goes by the newest again.
    """
    review = case.review
    if review.state != "approved" or review.last is None:
        return tuple(newest)
    kept = (station.all_packs.get(used.content_hash) for used in review.last.packs)
    found = (_with_waivers(station, one.content) for one in kept if one is not None)
    return tuple(found) or tuple(newest)


def used(packs: Sequence[Pack]) -> tuple[PackUsed, ...]:
    """These packs as a review names them."""
    return tuple(PackUsed(pack=one.id, content_hash=one.content_hash) for one in packs)


def named(packs: Sequence[Pack], rule_id: str) -> Pack | None:
    """The pack that holds that rule."""
    return next((one for one in packs if any(rule.id == rule_id for rule in one.rules)), None)


def _with_waivers(station: Station, content: str) -> Pack:
    pack = _read(content)
    mine = {one.id for one in pack.rules} & station.waivers.keys()
    if not mine:
        return pack
    return replace(pack, waived={rule: station.waivers[rule] for rule in mine})


@lru_cache(maxsize=64)
def _read(content: str) -> Pack:
    return read_pack(content)


def _is_shipped(name: str) -> bool:
    try:
        return assets.path("rules", f"{name}.toml").is_file()
    except FileNotFoundError:
        return False
