"""The command that prints the packet of a handoff: every paper it needs, under one cover sheet."""

from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.packets import PACKETS_FOR
from minors_desk.errors import BadInput, DeskError
from minors_desk.services import cases, packets
from minors_desk.services.desk import Desk
from minors_desk.services.packets import IssuedPacket
from minors_desk.wording.codes import word


def printed(call: Call) -> Answer:
    """Issues a copy of each paper and saves all as one PDF; all of it are entries of the case."""
    args = call.args
    for_whom = next((one for one in PACKETS_FOR if one == args.for_whom), None)
    if for_whom is None:
        raise BadInput(
            "--for names nobody a packet is for",
            f"Give one of {', '.join(PACKETS_FOR)}.",
            field="--for",
        )
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        packet = packets.issue_packet(desk, cases.find(desk, args.case), for_whom)
        try:
            file.write(packet.pdf)
        except DeskError as error:
            packets.packet_failed(desk, packet, error.title)
            raise
        packets.packet_printed(desk, packet, "file")
        return _told(desk, packet)


def _counted(packet: IssuedPacket) -> str:
    return "1 paper" if len(packet.lines) == 1 else f"{len(packet.lines)} papers"


def _told(desk: Desk, packet: IssuedPacket) -> Answer:
    document = {
        "number": packet.number,
        "for": packet.for_whom,
        "seal_code": packet.seal_code,
        "pages": packet.pages,
        "entry": str(packet.entry_id),
        "papers": [
            {
                "paper": one.paper,
                "number": one.number,
                "version": one.version,
                "copy": one.copy,
                "pages": one.pages,
                "seal_code": one.seal_code,
                "for": one.for_whom,
            }
            for one in packet.lines
        ],
    }
    lines = [
        f"{packet.number}: {_counted(packet)}, {packet.pages} pages saved.",
        f"Seal code of the cover: {packet.seal_code}",
        *(
            f"  {one.number}, version {one.version}, copy {one.copy}  {word('paper', one.paper)}"
            f"  for: {word('packet_for', one.for_whom).lower()}  {one.seal_code}"
            for one in packet.lines
        ),
    ]
    return Answer(document, lines, notes=desk.warnings)
