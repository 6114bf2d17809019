"""The command that says what is wrong with files of rule packs, one line for each fault."""

from collections.abc import Iterable

from minors_desk.cli.pack_files import text_of
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.pack_fields import BadPack
from minors_desk.domain.rulepack import faults, read_pack
from minors_desk.domain.rules import Pack
from minors_desk.domain.tightening import loosened
from minors_desk.services import packs


def checked(call: Call) -> Answer:
    """Ends with 1 when there is any fault; a file that cannot be read at all is wrong input."""
    texts = [(file, text_of(file, "FILE")) for file in call.args.files]
    law = _law([text for _file, text in texts])
    found = [(file, fault) for file, text in texts for fault in _faults(text, law)]
    document = {
        "good": not found,
        "files": [str(file) for file, _text in texts],
        "faults": [
            {
                "file": str(file),
                "rule": fault.rule,
                "field": fault.field,
                "expected": fault.expected,
            }
            for file, fault in found
        ],
    }
    lines = [
        f"{file}: {fault.rule}: {fault.field}: expected is {fault.expected}"
        for file, fault in found
    ]
    good = f"No fault in {len(texts)} {'file' if len(texts) == 1 else 'files'}."
    return Answer(document, lines or [good], code=1 if found else 0)


def _faults(text: str, law: Iterable[Pack]) -> tuple[BadPack, ...]:
    """Faults of form first; whether a pack of a station loosens the law is asked of a whole one."""
    found = faults(text)
    return found or loosened(read_pack(text), law)


def _law(given: Iterable[str]) -> tuple[Pack, ...]:
    """The packs that a station's own is held against: those shipped, and those given in their
    place; one with faults is told of where it is checked itself, and asks nothing here.
    """
    texts = [packs.shipped_text(name) for name in packs.all_shipped()]
    whole = (read_pack(text) for text in (*texts, *given) if not faults(text))
    return tuple({pack.id: pack for pack in whole if pack.is_law}.values())
