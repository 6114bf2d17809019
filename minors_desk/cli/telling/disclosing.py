"""What was asked about a child and told, detainers, federal access, as `case show` tells them."""

from collections.abc import Iterator
from typing import Any

from minors_desk.cli.telling.seen import SeenCase, plain
from minors_desk.wording.phrases import joined
from minors_desk.wording.sentences import sentence


def lines(seen: SeenCase) -> Iterator[str]:
    """Each request; each detainer with its answers; who asked for access; what was decided."""
    known = seen.case.disclosing
    for request in known.requests:
        yield joined(seen.time(request.at), sentence(request.told))
    for detainer in known.detainers:
        waits = "" if detainer.is_answered else "NOT ANSWERED"
        yield joined(seen.time(detainer.at), "Detainer", sentence(detainer.told), waits)
        for answer in detainer.answers:
            yield joined(seen.time(answer.at), "Answer", sentence(answer.told))
    for access in known.accesses:
        yield joined(seen.time(access.at), "Access asked", sentence(access.told))
    for decided in known.federal_contacts:
        yield joined(seen.time(decided.at), sentence(decided.told))
    for status in known.status_questions:
        yield joined(seen.time(status.at), "Immigration status asked", sentence(status.told))


def document(seen: SeenCase) -> dict[str, Any]:
    """All of it."""
    known = seen.case.disclosing
    return {
        "disclosing": {
            "requests": plain(known.requests),
            "detainers": plain(known.detainers),
            "accesses": plain(known.accesses),
            "federal_contacts": plain(known.federal_contacts),
            "status_questions": plain(known.status_questions),
        }
    }
