"""The command that checks the whole record and names the first entry that is not right."""

from minors_desk.cli.desks import at_desk
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.services.verifying import verify_record


def verify(call: Call) -> Answer:
    """One sentence for each problem; ends with 1 when there is any. Writes nothing."""
    with at_desk(call, write=False) as desk:
        report = verify_record(desk, signatures=call.args.signatures)
    problems = [
        {"code": one.code, "sentence": one.sentence, "ordinal": one.ordinal}
        for one in report.problems
    ]
    document = {
        "good": not problems,
        "problems": problems,
        "notes": list(report.notes),
        "counts": dict(report.counts),
    }
    counted = ", ".join(f"{what} {count}" for what, count in report.counts.items())
    lines = [one.sentence for one in report.problems] or ["The record is whole and unchanged."]
    return Answer(
        document, [*lines, *report.notes, f"Checked: {counted}."], code=1 if problems else 0
    )
