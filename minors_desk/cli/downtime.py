"""The commands for paper days: print blank sheets, list, enter and strike them."""

from minors_desk.cli.bodies import bodies_in
from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.reading import read_json
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.errors import DeskError
from minors_desk.services import cases, downtime
from minors_desk.wording.codes import word
from minors_desk.wording.times import day_and_time

NEW = "new"
"""What stands for the case that an intake opens."""


def printed(call: Call) -> Answer:
    """Reserves the numbers and saves the sheets as one PDF."""
    args = call.args
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        made = downtime.make_pack(desk, args.count)
        try:
            file.write(made.pdf)
        except DeskError as error:
            downtime.never_printed(desk, made, error.title)
            raise
        first, last = made.sheets[0].number, made.sheets[-1].number
        document = {
            "first": first,
            "last": last,
            "seal_code": made.seal_code,
            "entry": str(made.entry_id),
            "sheets": [{"number": one.number, "sheet": one.kind} for one in made.sheets],
        }
        lines = [
            f"{len(made.sheets)} sheets saved, {first} to {last}.",
            f"Seal code: {made.seal_code}",
        ]
        return Answer(document, lines, notes=desk.warnings)


def listed(call: Call) -> Answer:
    """The sheets that are neither entered nor struck."""
    with at_desk(call, write=False) as desk:
        found = downtime.outstanding(desk)
        document = {
            "outstanding": [
                {
                    "number": one.number,
                    "sheet": one.kind,
                    "printed_at": one.reserved_at.isoformat(),
                }
                for one in found
            ]
        }
        lines = [
            f"{one.number}  {word('downtime_sheet', one.kind)}"
            f"  printed {day_and_time(one.reserved_at, desk.zone)}"
            for one in found
        ]
        return Answer(document, lines or ["No sheet is outstanding."], notes=desk.warnings)


def entered(call: Call) -> Answer:
    """Enters the lines of one sheet, all or none."""
    args = call.args
    lines = bodies_in(read_json(args.source, call.around.stdin))
    with at_desk(call, write=True) as desk:
        into = None if args.case == NEW else cases.find(desk, args.case)
        made = downtime.enter(desk, args.number, into, lines, args.scan)
        number = cases.read(desk, made.case_id).number
        count = "1 entry" if len(made.covers) == 1 else f"{len(made.covers)} entries"
        document = {
            "case": str(made.case_id),
            "number": number,
            "sheet": args.number.strip().upper(),
            "entries": [str(one) for one in made.covers],
        }
        said = f"{document['sheet']}: {count} saved in {number}."
        return Answer(document, [said], notes=desk.warnings)


def struck(call: Call) -> Answer:
    """Strikes a sheet: its number is never entered."""
    args = call.args
    with at_desk(call, write=True) as desk:
        downtime.strike(desk, args.number, args.reason)
        number = args.number.strip().upper()
        return Answer({"number": number}, [f"{number} is struck."], notes=desk.warnings)
