"""What differs between a paper and the record, in sentences; what an answer by a picture proves."""

from collections.abc import Callable, Sequence

from minors_desk.i18n import SOURCE_LANGUAGE, translator

_ = translator(SOURCE_LANGUAGE)

COMMON_BOXES = {
    "head.agency": _("Agency"),
    "head.unit": _("Unit"),
    "head.case_number": _("Case"),
    "head.statute": _("Confidential"),
    "head.zone": _("Times"),
    "head.pointer": _("Form it is a worksheet for"),
    "foot.prepared_by": _("Prepared by"),
    "foot.reviewed_by": _("Reviewed by"),
    "signature.officer": _("Handing over"),
    "signature.receiver": _("Receiving"),
    "signature.witness": _("Witness"),
    "signature.copy": _("Has a copy"),
    "signature.supervisor": _("Supervisor"),
    "signature.approval": _("Signed off in the record"),
    "signature.statement": _("Who makes the statement"),
    "imprint.number": _("Number, version and page"),
    "imprint.seal_code": _("Seal code"),
    "imprint.printed": _("Printed"),
    "imprint.code": _("Square code"),
}
"""The boxes of head, foot and signatures, which no paper has for itself."""
CAPTION, VOID = ".caption", ".void"
_ANYWHERE = _("words that every such paper prints")
_LONGEST = 160


def box_words(box: str, label: Callable[[str], str]) -> str:
    """A box as it is labelled on the paper; `label` knows those of the papers themselves."""
    name = box.removesuffix(CAPTION)
    line = name.removesuffix(VOID)
    words = label(line) or COMMON_BOXES.get(line, line)
    return words if line == name else _("{line}, on an earlier text").format(line=words)


def difference_words(what: str, page: int, box: str, says: tuple[str, str]) -> str:
    """One difference as a sentence; `box` is named already, `says` is (the paper, the record)."""
    paper, record = (_short(one) for one in says)
    known = {
        "text": _("Page {page}, {box}: the paper says {paper}, the record {record}."),
        "fixed_text": _("Page {page}, {fixed}: the paper says {paper}, it was printed {record}."),
        "covered": _(
            "Page {page}, {box}: it looks otherwise, or is covered. It should be {record}."
        ),
        "drawing": _("Page {page}, {box}: the drawing is not the one that was signed."),
        "ink": _("Page {page}: there is ink that is not ours, {place} from the upper left corner."),
        "code": _("Page {page}: the square code is not its own. {told}"),
        "redrawn": _("Page {page}: it is not drawn as it was when the paper was issued."),
        "laid_over": _("Page {page}: something was laid over it ({place})."),
        "page_missing": _("Page {page} of the paper is missing."),
        "page_twice": _("Page {page} of the file is page {which} of the paper once more."),
        "page_elsewhere": _("Page {page} of the file is page {which} of the paper."),
        "page_foreign": _("Page {page} bears the code of another paper: {place}."),
        "page_unknown": _("Page {page} of the file is no page of this paper."),
        "said_of_itself": _(
            "The file says of itself, as {box}: {paper}; it was issued as {record}."
        ),
        "carries_more": _("The file carries what no paper carries: {place}."),
    }
    told = _("It is that of {paper}.").format(paper=says[0]) if says[0] else _("It cannot be read.")
    return known[what].format(
        page=page,
        box=box or _ANYWHERE,
        fixed=_ANYWHERE,
        paper=paper,
        record=record,
        place=says[0],
        which=says[1],
        told=told,
    )


def picture_words(number: str, shown: Sequence[int], of: int, unread: Sequence[int]) -> list[str]:
    """What the codes of a picture prove, and what they do not."""
    lines = []
    if shown:
        pages = ", ".join(map(str, shown))
        lines.append(
            _("The code is that of {number}, page {pages} of {of}.").format(
                number=number, pages=pages, of=of
            )
        )
    if unread:
        lines.append(
            _("No code could be read on page {pages} of the picture.").format(
                pages=", ".join(map(str, unread))
            )
        )
    missing = [str(one) for one in range(1, of + 1) if one not in shown]
    if shown and missing:
        lines.append(_("Not shown: page {pages}.").format(pages=", ".join(missing)))
    if shown:
        lines.append(
            _("A picture cannot prove its letters: compare the page with the one of the record.")
        )
    return lines


def _short(text: str) -> str:
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return f"“{cut}”" if cut else _("nothing")
