"""The commands on texts that tell children their rights: adopted, withdrawn, listed, checked."""

from typing import Any

from minors_desk.cli.desks import at_desk
from minors_desk.cli.pack_files import text_of
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.notice_texts import NoticeText, read_notice
from minors_desk.services import notices
from minors_desk.services.notices import Listed
from minors_desk.wording.phrases import joined
from minors_desk.wording.values import spoken


def adopted(call: Call) -> Answer:
    """Prints that text from now on; says which points it has no words for."""
    text = text_of(call.args.file, "FILE")
    with at_desk(call, write=True) as desk:
        notice, _changes = notices.adopt(desk, text)
        lines = [f"Adopted: {spoken(notice.language)}, {notice.jurisdiction}.", *_lacking(notice)]
        return Answer(_document(notice), lines, notes=desk.warnings)


def withdrawn(call: Call) -> Answer:
    """Prints that text no more."""
    args = call.args
    with at_desk(call, write=True) as desk:
        notices.withdraw(desk, args.language, args.place, args.reason)
        said = f"Withdrawn: {spoken(args.language)}, {args.place}."
        return Answer(
            {"language": args.language, "jurisdiction": args.place}, [said], notes=desk.warnings
        )


def listed(call: Call) -> Answer:
    """One line for each text that this desk prints, the agency's own first."""
    with at_desk(call, write=False) as desk:
        found = notices.listed(desk)
        document = {"notices": [{**_document(one.text), **_adoption(one)} for one in found]}
        return Answer(document, [_line(one) for one in found], notes=desk.warnings)


def checked(call: Call) -> Answer:
    """Ends with 1 when there is any fault; a file that cannot be read at all is wrong input."""
    texts = [(file, text_of(file, "FILE")) for file in call.args.files]
    found = [(file, fault) for file, text in texts for fault in notices.faults(text)]
    document = {
        "good": not found,
        "files": [str(file) for file, _text in texts],
        "faults": [
            {
                "file": str(file),
                "point": fault.rule,
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
    if not found:
        many = f"{len(texts)} {'file' if len(texts) == 1 else 'files'}"
        lines = [f"No fault in {many}."]
        lines += [f"{file}: {line}" for file, text in texts for line in _lacking(read_notice(text))]
    return Answer(document, lines, code=1 if found else 0)


def _lacking(notice: NoticeText) -> list[str]:
    left = notices.lacking(notice)
    return [f"No words for: {', '.join(left)}. These print in English, marked."] if left else []


def _document(notice: NoticeText) -> dict[str, Any]:
    on = notice.reviewed_on
    return {
        "language": notice.language,
        "name": spoken(notice.language),
        "jurisdiction": notice.jurisdiction,
        "reviewed_by": notice.reviewed_by,
        "reviewed_on": None if on is None else on.isoformat(),
        "source": notice.source,
        "points": list(notice.points),
        "no_words_for": list(notices.lacking(notice)),
    }


def _adoption(one: Listed) -> dict[str, Any]:
    if one.adopted is None:
        return {"adopted_by": None, "adopted_at": None}
    at = one.adopted.at.isoformat(timespec="seconds").replace("+00:00", "Z")
    return {"adopted_by": one.adopted.by, "adopted_at": at}


def _line(one: Listed) -> str:
    text = one.text
    on = "" if text.reviewed_on is None else f" on {text.reviewed_on.isoformat()}"
    by = f"reviewed by {text.reviewed_by}{on}" if text.is_reviewed else "not reviewed by counsel"
    adopted_by = "" if one.adopted is None else f"adopted by {one.adopted.by}"
    return joined(spoken(text.language), text.jurisdiction, by, text.source, adopted_by)
