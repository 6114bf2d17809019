"""Bad command lines about blank sheets, and how each ends."""

from tests.cli.bad import BY_NAME, NUMBER, Bad, js, plain, signed
from tests.cli.conftest import entry

BAD_SHEETS: dict[str, Bad] = {
    "no blank sheets": signed(
        "paper", "downtime", "--count", "0", "--out", "{f}/p", says="--count"
    ),
    "too many blank sheets": signed(
        "paper", "downtime", "--count", "61", "--out", "{f}/p", says="--count"
    ),
    "blank sheets over a file": signed(
        "paper", "downtime", "--count", "1", "--out", "{f}/empty", says="exists already"
    ),
    "a blank sheet that was never printed": Bad(
        ("paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "-"),
        1,
        ("No sheet of that number",),
        js(entry("welfare_checked", condition="calm")),
    ),
    "a blank sheet with a name for its number": signed(
        "paper", "downtime-strike", BY_NAME, "--reason", "wet", says="NUMBER"
    ),
    "a blank sheet struck for no reason": signed(
        "paper", "downtime-strike", "DT-AC-26-0001", "--reason", " ", says="--reason"
    ),
    "a blank sheet entered from a picture": signed(
        "paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "{f}/picture", says="JSON"
    ),
    "a blank sheet of another kind of entry": Bad(
        ("paper", "downtime-enter", "DT-AC-26-0001", NUMBER, "-"),
        2,
        ("kind",),
        js(entry("labels_printed")),
    ),
    "a list of one blank sheet": plain("paper", "downtime-open", "2", says="too many"),
}
