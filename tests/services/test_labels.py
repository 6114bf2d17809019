"""Labels on a real record: a code that is found, no name unless chosen, an entry for each time."""

import io
from uuid import UUID

import pypdfium2
import pytest
import zxingcpp

from minors_desk.domain import roles
from minors_desk.domain.belongings import BagSealed, PropertyLine, PropertyTaken
from minors_desk.domain.facts import FactTold
from minors_desk.domain.labels import LabelsPrinted
from minors_desk.domain.values import PersonName
from minors_desk.errors import NotFound, Refused
from minors_desk.papers.label_formats import FORMATS
from minors_desk.services import cases, finding, labels
from minors_desk.services.desk import Desk
from minors_desk.services.labels import Wanted
from minors_desk.services.recording import record

BAGS, BAND = Wanted(what="bags", format="62x29"), Wanted(what="wristband", format="25x279")
NAME = "Ana Caal"


@pytest.fixture
def packed(desk: Desk, child: UUID) -> UUID:
    """The child has a name, and two bags are sealed."""
    now = desk.now()
    items = (
        FactTold(occurred_at=now, fact="name", source="said", value=PersonName(as_said=NAME)),
        PropertyTaken(
            occurred_at=now,
            lines=tuple(
                PropertyLine(line=n, description=f"Thing {n}", category="safekeeping")
                for n in (1, 2, 3)
            ),
        ),
        BagSealed(occurred_at=now, bag="B-1182 Ana", seal="0091", lines=(2, 1)),
        BagSealed(occurred_at=now, bag="B-1183", seal="0092", lines=(3,)),
    )
    record(desk, roles.WRITE_CASES, [(child, one) for one in items])
    return child


def pages(pdf: bytes) -> list[pypdfium2.PdfPage]:
    return list(pypdfium2.PdfDocument(io.BytesIO(pdf)))


def text(pdf: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pages(pdf))


def scanned(pdf: bytes) -> list[str]:
    """Every code on the pages, as a scanner of 200 dpi reads it."""
    found: list[str] = []
    for page in pages(pdf):
        picture = page.render(scale=200 / 72).to_pil().convert("L")
        found += [one.text for one in zxingcpp.read_barcodes(picture)]
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_a_code_of_each_format_scans_and_says_nothing_of_the_child(
    desk: Desk, packed: UUID, name: str
) -> None:
    made = labels.make_labels(desk, packed, Wanted(what="bags", format=name))
    assert made.codes == ("AC-26-0001-B1", "AC-26-0001-B3")
    assert set(scanned(made.pdf)) == set(made.codes)
    band = labels.make_labels(desk, packed, Wanted(what="wristband", format=name))
    assert set(scanned(band.pdf)) == {"AC-26-0001"}
    assert "Ana" not in text(band.pdf) and NAME not in text(made.pdf)


def test_the_name_stands_on_it_only_where_it_was_chosen(desk: Desk, packed: UUID) -> None:
    chosen = Wanted(what="wristband", format="25x279", with_name=True)
    assert NAME in text(labels.make_labels(desk, packed, chosen).pdf)
    body = cases.read(desk, packed).log[-1].counts
    assert isinstance(body, LabelsPrinted) and body.with_name
    labels.make_labels(desk, packed, BAND)
    told = [line.counts for line in cases.read(desk, packed).log]
    assert [one.with_name for one in told if isinstance(one, LabelsPrinted)] == [True, False]


@pytest.mark.parametrize("wanted", [BAGS, BAND], ids=["bags", "wristband"])
def test_each_code_opens_its_case_in_find(desk: Desk, packed: UUID, wanted: Wanted) -> None:
    made = labels.make_labels(desk, packed, wanted)
    for code in made.codes:
        assert [one.card.case_id for one in finding.find(desk, code)] == [packed]
    assert finding.find(desk, "AC-26-0001-B2") == ()


def test_a_bag_keeps_its_code_while_others_come_and_go(desk: Desk, packed: UUID) -> None:
    before = labels.make_labels(desk, packed, BAGS).codes
    sealed = BagSealed(occurred_at=desk.now(), bag="B-1190", seal="0100", lines=(1, 2))
    record(desk, roles.WRITE_CASES, [(packed, sealed)])
    assert labels.make_labels(desk, packed, BAGS).codes == before


def test_a_used_sheet_goes_on_where_it_ended(desk: Desk, packed: UUID) -> None:
    last = Wanted(what="bags", format="5160", start=30)
    assert len(pages(labels.make_labels(desk, packed, last).pdf)) == 2
    twice = Wanted(what="bags", format="L7160", copies=2)
    made = labels.make_labels(desk, packed, twice)
    assert (made.count, len(pages(made.pdf))) == (4, 1)
    with pytest.raises(NotFound):
        labels.make_labels(desk, packed, Wanted(what="bags", format="5160", start=31))


def test_nothing_is_recorded_where_there_is_no_bag(desk: Desk, child: UUID) -> None:
    with pytest.raises(Refused):
        labels.make_labels(desk, child, BAGS)
    with pytest.raises(NotFound):
        labels.make_labels(desk, child, Wanted(what="wristband", format="A0"))
    assert not any(isinstance(one.counts, LabelsPrinted) for one in cases.read(desk, child).log)


@pytest.mark.parametrize("name", FORMATS)
def test_labels_of_a_format_lie_on_its_page(name: str) -> None:
    form = FORMATS[name]
    for axis in (0, 1):
        last = form.first[axis] + (form.grid[axis] - 1) * form.pitch[axis] + form.label[axis]
        assert last <= form.page[axis] + 0.01
        assert form.grid[axis] == 1 or form.pitch[axis] >= form.label[axis]
