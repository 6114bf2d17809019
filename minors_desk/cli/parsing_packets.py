"""The words of the commands that print many papers at once: the packet, labels."""

from typing import Any

from minors_desk.cli.options import a_number, a_path, a_text, add_leaf, add_reference

_PACKET = """Issues a copy of each paper that goes to them, in one transaction, and a cover sheet
that lists the copies with their seal codes. The pages are numbered through. What the law keeps
from a receiver, or is only for an agency, is left out."""


def add_packet(paper: Any) -> None:
    """Adds ``paper packet``."""
    packet = add_leaf(
        paper, "packet", "packets:printed", "print all papers of a handoff as one numbered PDF"
    )
    add_reference(packet)
    packet.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    packet.add_argument(
        "--for",
        dest="for_whom",
        type=a_text("--for", 20),
        metavar="WHOM",
        default="receiver",
        help="receiver, child or station; without it the receiver",
    )
    packet.epilog = _PACKET


_LABELS = """The QR code on a label says which case or bag it is of, and nothing of the child: typed
or scanned into Find it opens the case. The child's name is on no label unless --with-name."""


def add_labels(paper: Any) -> None:
    """Adds ``paper labels``."""
    labels = add_leaf(
        paper, "labels", "labels:printed", "print labels for a wristband or bags of belongings"
    )
    add_reference(labels)
    labels.add_argument(
        "--kind", type=a_text("--kind", 20), required=True, help="wristband or bags"
    )
    labels.add_argument(
        "--format",
        type=a_text("--format", 20),
        required=True,
        help="62x29, 62x100, 25x279, 25x178, 5160 or L7160",
    )
    labels.add_argument(
        "--out", type=a_path("--out"), metavar="FILE", required=True, help="a new file"
    )
    labels.add_argument("--with-name", action="store_true", help="the child's name stands on it")
    labels.add_argument(
        "--start",
        type=a_number("--start", most=100),
        metavar="N",
        default=1,
        help="the first free label of a sheet that was used before",
    )
    labels.add_argument(
        "--copies", type=a_number("--copies", most=20), metavar="N", default=1, help="of each"
    )
    labels.epilog = _LABELS
