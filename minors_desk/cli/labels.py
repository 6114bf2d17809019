"""The command that prints labels for a wristband or for bags of belongings."""

from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.labels import LABEL_KINDS
from minors_desk.errors import BadInput
from minors_desk.services import cases, labels
from minors_desk.services.labels import Wanted


def printed(call: Call) -> Answer:
    """Makes the labels as a PDF; that they were printed is an entry of the case."""
    args = call.args
    what = next((one for one in LABEL_KINDS if one == args.kind), None)
    if what is None:
        raise BadInput(
            "--kind is no kind of label",
            f"Give one of {', '.join(LABEL_KINDS)}.",
            field="--kind",
        )
    if args.format not in labels.formats():
        raise BadInput(
            "--format is no format of labels",
            f"Give one of {', '.join(labels.formats())}.",
            field="--format",
        )
    wanted = Wanted(
        what=what,
        format=args.format,
        with_name=args.with_name,
        start=args.start,
        copies=args.copies,
    )
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        made = labels.make_labels(desk, cases.find(desk, args.case), wanted)
        file.write(made.pdf)
        document = {
            "kind": what,
            "format": args.format,
            "count": made.count,
            "with_name": args.with_name,
            "codes": list(made.codes),
        }
        count = "1 label" if made.count == 1 else f"{made.count} labels"
        return Answer(document, [f"{count} saved.", *made.codes], notes=desk.warnings)
