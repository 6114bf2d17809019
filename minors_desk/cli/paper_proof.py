"""The command that proves papers: by seal code, by a scan or photograph, or by the PDF."""

from typing import Any

import msgspec

from minors_desk.cli.desks import at_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import BadInput
from minors_desk.services import printing, proving
from minors_desk.services.proved import Proved
from minors_desk.services.proving import Given, Proof
from minors_desk.wording.proof import box_words, difference_words, picture_words
from minors_desk.wording.times import day_and_time

_VERDICTS = {
    "agrees": "The paper agrees with the record.",
    "agreed_when_issued": "The paper agreed when it was issued; the record has changed since.",
    "does_not_agree": "The paper does not agree with the record.",
    "no_such_paper": "This record has no such paper.",
}
_REASONS = {
    "code_differs": "The code is not the one of the entry whose number it begins with.",
    "boxes_differ": "The page composed again from the entries is not the one that was signed.",
    "file_differs": "What was given is not as it was issued.",
}
_ONLY_THE_CODE = "Of these pages the codes agree; that is all that a picture proves."


def proved(call: Call) -> Answer:
    """One of the four answers for each; a record that went on is no alarm (CONTRACT 6.3)."""
    given = [_given(one) for one in call.args.what]
    with at_desk(call, write=False) as desk:
        prover = proving.Prover(desk)
        proofs = [prover.prove(one) for one in given]
        documents = [_document(one) for one in proofs]
        lines: list[str] = []
        for text, proof in zip(call.args.what, proofs, strict=True):
            lines += [f"{text}:"] if len(proofs) > 1 else []
            lines += _told(proof, desk.zone)
        return Answer(
            documents[0] if len(documents) == 1 else {"answers": documents},
            lines,
            code=0 if all(one.good for one in proofs) else 1,
            notes=desk.warnings,
        )


def _given(text: str) -> Given:
    path = proving.file_named(text)
    if path is not None:
        return proving.read_file(path)
    if not text.strip() or not proving.may_be_a_code(text):
        raise BadInput(
            "This is neither a seal code nor a file that is there",
            "Type the code as on the foot of the paper, such as 17-7GQ4-0XKP-93MD, or name a PDF, "
            "PNG, JPEG or TIFF file.",
            field="code",
        )
    return Given(code=text)


def _document(proof: Proof) -> dict[str, Any]:
    found = proof.proved
    return {
        "verdict": found.verdict,
        "by": proof.by,
        "reason": found.reason,
        "case": msgspec.to_builtins(found.case_id),
        "number": found.number,
        "version": found.version,
        "copy": found.copy,
        "issued_at": msgspec.to_builtins(found.issued_at),
        "issued_by": found.issued_by,
        "pages": proof.of,
        "pages_shown": list(proof.shown),
        "pages_unread": list(proof.unread),
        "differences": [
            {
                "what": one.what,
                "page": one.page,
                "box": one.box,
                "paper_says": one.paper,
                "record_says": one.record,
            }
            for one in proof.differences
        ],
        "boxes": [{"page": page, "box": box, "text": text} for page, box, text in found.boxes],
        "changed": list(found.changed),
        "later": list(found.later),
    }


def _told(proof: Proof, zone: str) -> list[str]:
    found = proof.proved
    first = _VERDICTS[found.verdict]
    if proof.by == "picture" and found.verdict == "agrees":
        first = _ONLY_THE_CODE
    lines = [first, *_about(found, zone)]
    for one in proof.differences:
        box = box_words(one.box, printing.box_label) if one.box else ""
        lines.append(difference_words(one.what, one.page, box, (one.paper, one.record)))
    if proof.by == "picture":
        lines += picture_words(found.number, proof.shown, proof.of, proof.unread)
    return lines


def _about(found: Proved, zone: str) -> list[str]:
    lines = []
    if found.reason:
        lines.append(_REASONS.get(found.reason, found.reason))
    if found.issued_at is not None:
        at = day_and_time(found.issued_at, zone)
        lines.append(
            f"{found.number}, version {found.version}, copy {found.copy}: "
            f"issued {at} by {found.issued_by}"
        )
    if found.changed:
        lines.append(f"Boxes that read otherwise today: {', '.join(found.changed)}")
        lines.append(f"Entries since then: {', '.join(map(str, found.later))}")
    return lines
