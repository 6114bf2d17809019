"""A body of every kind that is about the record itself: copies of it, cases given out, forms."""

from uuid import UUID

from minors_desk.domain.backups import BackupMade, RecordVerified, Restored
from minors_desk.domain.bodies import Body
from minors_desk.domain.downtime import (
    DowntimeEntered,
    DowntimeReserved,
    DowntimeStruck,
    DowntimeUsed,
)
from minors_desk.domain.exporting import CaseExported
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.domain.official_forms import FormAdopted
from minors_desk.domain.packets import PacketIssued, PacketPaper
from minors_desk.domain.printed import Seen
from minors_desk.domain.signing import PaperSigned
from tests.domain.moments import T0, ident

ONE_OF_EACH_OF_THE_RECORD: tuple[Body, ...] = (
    BackupMade(
        occurred_at=T0,
        sha256="0f" * 32,
        size=90_112,
        seen=Seen(ordinal=7, log_hash="1a" * 32),
        reason="before_upgrade",
    ),
    Restored(
        occurred_at=T0,
        sha256="0f" * 32,
        seen=Seen(ordinal=7, log_hash="1a" * 32),
        left_behind=2,
    ),
    RecordVerified(
        occurred_at=T0,
        seen=Seen(ordinal=7, log_hash="1a" * 32),
        problems=2,
    ),
    PacketIssued(
        occurred_at=T0,
        number="PK-AC-26-0412-1",
        template=1,
        for_whom="receiver",
        handoff=1,
        papers=(PacketPaper(issued=UUID(int=10), pages=3, for_whom="receiver"),),
        papers_digest="3c" * 32,
        digest="4d" * 32,
        seen=Seen(ordinal=7, log_hash="1a" * 32),
    ),
    LabelsPrinted(occurred_at=T0, what="bags", format="62x29", copies=2, codes=("AC-26-0412-B1",)),
    DowntimeReserved(
        occurred_at=T0,
        year=2026,
        first=1,
        last=4,
        sheets=("intake", "rounds", "calls", "receipt"),
        template=1,
        digest="5e" * 32,
        seen=Seen(ordinal=7, log_hash="1a" * 32),
    ),
    DowntimeUsed(occurred_at=T0, number="DT-AC-26-0002", case_id=UUID(int=900)),
    DowntimeStruck(occurred_at=T0, number="DT-AC-26-0003", reason="coffee over it"),
    DowntimeEntered(
        occurred_at=T0,
        number="DT-AC-26-0002",
        sheet="rounds",
        covers=(UUID(int=4), UUID(int=5)),
        scan=UUID(int=30),
    ),
    CaseExported(
        occurred_at=T0,
        purpose="Hearing of 3 December",
        recipient="Cook County Juvenile Court",
        entries=12,
        digest="2b" * 32,
        plain=True,
        plain_because="asked for on paper",
    ),
    PaperSigned(
        occurred_at=T0,
        paper="custody_log",
        template=4,
        subject=1,
        role="signature.supervisor",
        name="A. Osei",
        badge="77",
        title="Sergeant",
        strokes=(((0, 0, 0), (10, 20, 16)), ((700, 5, 900),)),
        device="pen",
        digest="cd" * 32,
    ),
    FormAdopted(
        occurred_at=T0,
        form="ss-8572",
        title="Suspected child abuse report",
        mapping="format = 1\n",
        file_id=ident(905),
        sha256="0c" * 32,
        size=315_072,
        key="0d" * 32,
    ),
)
