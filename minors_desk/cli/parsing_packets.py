"""The words of the commands that print many papers at once: the packet, labels."""

from typing import Any

from minors_desk.cli.options import a_path, a_text, add_leaf, add_reference

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
