"""Frozen vectors: the bytes that are hashed and stored can never change, whoever computes them.

The files in ``vectors`` were written once with ``hashlib``, ``struct`` and ``json`` alone, from the
text of the contract. A test that fails here means that records of today could not be read tomorrow.
"""

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from minors_desk.domain import chain, codec
from minors_desk.domain.alter import Amended
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS, kind_of
from minors_desk.domain.handoff import Handoff, Receiver, terms_digest
from minors_desk.domain.handoff_values import ReceiverCheck
from minors_desk.domain.rulepack import content_hash
from minors_desk.domain.when import uuid7
from tests.domain.samples import ONE_OF_EACH, T0, ident

FOLDER = Path(__file__).parent / "vectors"
SAMPLES = {kind_of(body): body for body in ONE_OF_EACH}


def vectors(file: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    return read


CHAIN = vectors("chain.json")
DIGESTS = vectors("digests.json")
BODIES = {
    kind: vector
    for file in sorted(FOLDER.glob("bodies*.json"))
    for kind, vector in vectors(file.name).items()
}


@pytest.mark.parametrize("vector", CHAIN["commitment"])
def test_commitment(vector: dict[str, str]) -> None:
    salt, body = bytes.fromhex(vector["salt"]), bytes.fromhex(vector["body"])
    assert chain.commitment(salt, body).hex() == vector["commitment"]


@pytest.mark.parametrize("vector", CHAIN["entry_hash"])
def test_entry_hash(vector: dict[str, Any]) -> None:
    assert chain.entry_hash(link(vector)).hex() == vector["hash"]


def test_every_field_is_under_the_hash() -> None:
    first = CHAIN["entry_hash"][1]
    other = {
        "id": str(ident(1)),
        "case_id": None,
        "chain": "ff" * 32,
        "chain_seq": 7,
        "recorded_at": "2026-11-24T09:00:00.000002Z",
        "clock_flag": 0,
        "commitment": "ee" * 32,
        "prev": "dd" * 32,
    }
    hashes = {chain.entry_hash(link(first | {field: other[field]})) for field in other}
    assert len(hashes | {bytes.fromhex(first["hash"])}) == len(other) + 1


@pytest.mark.parametrize("vector", CHAIN["log_hash"])
def test_log_hash(vector: dict[str, str]) -> None:
    made = chain.log_hash(bytes.fromhex(vector["previous"]), bytes.fromhex(vector["entry"]))
    assert made.hex() == vector["log_hash"]


@pytest.mark.parametrize("vector", CHAIN["chain_id"])
def test_chain_id(vector: dict[str, str]) -> None:
    assert chain.chain_id(bytes.fromhex(vector["public_key"])).hex() == vector["chain"]


@pytest.mark.parametrize("vector", CHAIN["uuid7"])
def test_uuid7(vector: dict[str, str]) -> None:
    made = uuid7(datetime.fromisoformat(vector["now"]), bytes.fromhex(vector["random"]))
    assert str(made) == vector["id"]
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


@pytest.mark.parametrize("vector", DIGESTS["terms"])
def test_terms_digest(vector: dict[str, Any]) -> None:
    values = vector["values"]
    check = values["check"]
    attempt = Handoff(
        number=values["handoff"],
        entry_id=ident(1),
        case_id=UUID(values["case"]),
        at=T0,
        child=tuple(values["child"]),
        receiver=Receiver(**values["receiver"]),
        authority=values["authority"],
        place=values["place"],
        check=check
        and ReceiverCheck(
            entry_id=ident(2), at=T0, how=check[0], document=check[1], result=check[2]
        ),
    )
    assert terms_digest(attempt) == vector["digest"]


@pytest.mark.parametrize("vector", DIGESTS["content_hash"])
def test_content_hash(vector: dict[str, str]) -> None:
    assert content_hash(vector["text"]) == vector["hash"]


def test_every_kind_has_a_vector() -> None:
    kinds = {str(kind.__struct_config__.tag) for kind in (*CASE_KINDS, *STATION_KINDS)}
    assert set(BODIES) == set(SAMPLES) == kinds == set(codec.WORDS.kinds)


@pytest.mark.parametrize("kind", sorted(BODIES))
def test_stored_bytes(kind: str) -> None:
    stored = BODIES[kind]["stored"].encode("utf-8")
    assert sha256(stored).hexdigest() == BODIES[kind]["sha256"]
    assert codec.encode(SAMPLES[kind]) == stored


@pytest.mark.parametrize("kind", sorted(set(BODIES) - {"amended"}))
def test_stored_bytes_are_read_back(kind: str) -> None:
    stored = BODIES[kind]["stored"].encode("utf-8")
    assert codec.decode(stored) == SAMPLES[kind]
    assert codec.read(json.loads(stored)) == SAMPLES[kind]


def test_a_stored_amendment_is_read_back_with_its_whole_replacement() -> None:
    read = codec.decode(BODIES["amended"]["stored"].encode("utf-8"))
    assert isinstance(read, Amended)
    assert (read.target, read.reason) == (ident(5), "mistyped")
    assert read.replacement == {
        "kind": "welfare_checked",
        "v": 1,
        "occurred_at": "2026-11-24T09:04:00.000000Z",
        "precision": "minute",
        "done_by": None,
        "late_because": None,
        "condition": "asleep",
        "note": "",
    }


def test_what_cannot_be_hashed_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        chain.commitment(bytes(15), b"{}")
    with pytest.raises(ValueError, match="32 bytes"):
        chain.chain_id(bytes(31))
    first = CHAIN["entry_hash"][1]
    for field in ("chain", "commitment", "prev"):
        with pytest.raises(ValueError, match="32 bytes each"):
            chain.entry_hash(link(first | {field: "00"}))
    with pytest.raises(ValueError, match="no case"):
        chain.entry_hash(link(first | {"case_id": str(UUID(int=0))}))


def link(vector: dict[str, Any]) -> chain.Link:
    case = vector["case_id"]
    return chain.Link(
        id=UUID(vector["id"]),
        case_id=None if case is None else UUID(case),
        chain=bytes.fromhex(vector["chain"]),
        chain_seq=vector["chain_seq"],
        recorded_at=datetime.fromisoformat(vector["recorded_at"]),
        clock_flag=vector["clock_flag"],
        commitment=bytes.fromhex(vector["commitment"]),
        prev=bytes.fromhex(vector["prev"]),
    )
