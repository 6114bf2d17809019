"""The commands, from the making of a record to the proof of a paper, on a real encrypted record."""

import stat
from datetime import timedelta
from pathlib import Path

import pytest

from minors_desk.services.signing_in import sign_in
from tests.cli.conftest import NAME, NOW, PASSPHRASES, Line, Said, encounter, entry, found

LATER = NOW + timedelta(minutes=20)


def good(said: Said) -> Said:
    assert (said.code, said.err) == (0, ""), said
    return said


def told(name: str) -> dict[str, object]:
    value = {"type": "person_name", "as_said": name}
    return entry("fact_told", fact="name", source="said", value=value)


def in_custody(secure: bool = False) -> dict[str, object]:
    return entry(
        "custody_began",
        place="Area Central",
        room="room 2",
        watched_by="J. Rivera",
        starts_from="arrival",
        secure=secure,
    )


def test_the_window_is_what_opens_without_a_command(line: Line) -> None:
    assert line.plain().code == 0
    assert line.plain("--record", line.record).code == 0
    assert line.windows == [None, line.record]


def test_the_tour_gets_its_folder(line: Line) -> None:
    assert line.plain("tour", "--out", line.folder / "tour").code == 0
    assert line.tours == [line.folder / "tour"]


def test_init_keeps_the_recovery_key_in_a_private_new_file(empty: Line) -> None:
    made = good(found(empty))
    sheet = empty.folder / "recovery"
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    key = sheet.read_text(encoding="utf-8").partition("Recovery key:")[2].strip()
    assert key
    assert key not in made.out
    again = found(empty)
    assert (again.code, again.out) == (2, "")
    assert "--recovery-file exists already" in again.err


def test_init_takes_the_telephone_of_the_station(empty: Line) -> None:
    good(found(empty, telephone="312 555 0144"))
    desk = sign_in(empty.record, "rivera", PASSPHRASES["rivera"], clock=lambda: NOW, write=False)
    assert desk.station.telephone == "312 555 0144"
    desk.close()


def test_init_prints_the_recovery_key_once_without_a_file(empty: Line) -> None:
    made = good(
        empty.plain(
            *("--json", "init", empty.record, "--station", "Area Central", "--user", "rivera"),
            *("--jurisdiction", "CA-ON", "--zone", "America/Toronto", "--name", "J. Rivera"),
            *("--badge", "4711", "--code", "AC3"),
            *("--passphrase-file", empty.secret(PASSPHRASES["rivera"])),
        )
    ).document
    assert len(made["recovery_key"]) == 47
    assert (made["code"], made["packs"]) == ("AC3", ["ca", "ca-on", "house"])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Mars/Olympus"),
        ("jurisdiction", "Illinois"),
        ("code", "A C"),
        ("name", " "),
        ("user", "x" * 65),
        ("passphrase_file", "nowhere"),
    ],
)
def test_init_refuses_a_wrong_field_and_makes_nothing(empty: Line, field: str, value: str) -> None:
    made = found(empty, **{field: value})
    assert (made.code, made.out, made.err.count("\n")) == (2, "", 1)
    assert field.replace("_", "-") in made.err
    assert not empty.record.exists()
    assert not (empty.folder / "recovery").exists()


def test_init_refuses_a_weak_passphrase(empty: Line) -> None:
    made = found(empty, passphrase_file=str(empty.secret("too short", "weak")))
    assert made.code == 2
    assert "passphrase" in made.err
    assert not (empty.folder / "recovery").exists()


def test_init_refuses_the_key_beside_its_lock(empty: Line) -> None:
    made = found(empty, recovery_file=str(empty.record / "recovery"))
    assert made.code == 2
    assert not empty.record.exists()


def test_a_passphrase_is_asked_only_at_a_terminal(line: Line) -> None:
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASES["rivera"]

    good(line.plain("case", "list", "--record", line.record, "--user", "rivera", ask=ask))
    assert asked == ["Passphrase: "]


def test_options_stand_before_or_after_the_command(line: Line) -> None:
    file = line.secret(PASSPHRASES["rivera"])
    listed = line.plain(
        *("--record", line.record, "case", "--user", "nobody", "list", "--user", "rivera"),
        *("--json", "--passphrase-file", file),
    )
    assert good(listed).document == {"cases": []}


def test_open_add_list_show(line: Line) -> None:
    number = line.open_case(in_custody())
    added = good(line("case", "add", number.lower(), "-", given=told(NAME), json_wanted=True))
    assert added.document["number"] == number
    (new,) = added.document["entries"]
    assert new["kind"] == "fact_told"
    case = good(line("case", "show", number, json_wanted=True)).document
    assert case["names"][0]["value"]["as_said"] == NAME
    assert [one["ordinal"] for one in case["log"]][-1] == new["ordinal"]
    assert case["log"][0]["body"]["kind"] == "encountered"
    assert case["log"][0]["author"] == "J. Rivera, 4711"
    words = good(line("case", "show", case["id"][:13])).out
    assert f"name: {NAME}" in words
    assert f"{new['ordinal']} · 2026-11-24 03:10 CST" in words
    (card,) = good(line("case", "list", json_wanted=True)).document["cases"]
    assert (card["number"], card["name"], card["state"]) == (number, NAME, "in_custody")


def test_known_at_shows_only_what_was_recorded_by_then(line: Line) -> None:
    number = line.open_case()
    line.now = LATER
    good(line("case", "add", number, "-", given=told(NAME) | {"occurred_at": LATER.isoformat()}))
    known = (NOW + timedelta(minutes=5)).isoformat()
    case = good(line("case", "show", number, "--known-at", known, json_wanted=True)).document
    assert (case["names"], len(case["log"])) == ([], 1)
    before = line("case", "show", number, "--known-at", "2020-01-01T00:00:00Z")
    assert (before.code, before.err.count("\n")) == (1, 1)


def test_duties_move_with_the_instant_asked_for(line: Line) -> None:
    accused = encounter(legal_class="accused_delinquent")
    opened = line("case", "open", "-", given=[accused, in_custody(secure=True)])
    number = good(opened).out.partition(":")[0]
    at = (NOW + timedelta(hours=7)).isoformat()
    duties = good(line("duties", number, "--at", at, json_wanted=True)).document["duties"]
    found_rules = {one["rule"]: one for one in duties}
    assert {"US-JJ-03", "US-IL-07", "HOUSE-CHECK-LOCKED"} <= set(found_rules)
    law, house = found_rules["US-JJ-03"], found_rules["HOUSE-CHECK-LOCKED"]
    assert (law["tone"], law["remaining_seconds"]) == ("red", -3600)
    assert (house["law"], house["tone"]) == (False, "amber")
    words = good(line("duties", number, "--at", at)).out
    assert "OVERDUE by 1 h 00 min" in words
    assert "station rule, not law" in words
    parent = found_rules["US-IL-07"]
    assert (parent["state"], parent["tone"]) == ("later_than_target", "amber")
    assert parent["owed_to"] == "Parent or guardian"
    assert parent["target_at"] == (NOW + timedelta(hours=1)).isoformat().replace("+00:00", "Z")
    assert "open for 7 h 00 min · later than the station's target" in words
    assert "later than the station's target by 6 h 45 min" in words
    assert (
        "5 h 50 min left"
        in good(line("duties", number, "--at", (NOW + timedelta(minutes=10)).isoformat())).out
    )


def test_a_forbidden_lock_is_taken_and_the_law_named(line: Line) -> None:
    opened = good(line("case", "open", "-", given=[encounter(), in_custody(secure=True)]))
    assert "34 U.S.C. 11133" in opened.out
    number = opened.out.partition(":")[0]
    (breach,) = good(line("case", "show", number, json_wanted=True)).document["breaches"]
    assert (breach["rule"], breach["verified"]) == ("US-JJ-01", True)


def test_an_amendment_and_a_withdrawal_show_both_readings(line: Line) -> None:
    number = line.open_case(told("Ena"))
    case = good(line("case", "show", number, json_wanted=True)).document
    target = case["log"][1]["id"]
    amended = entry("amended", target=target, replacement=told(NAME), reason="misheard")
    withdrawn = entry("withdrawn", target=case["log"][0]["id"], reason="twice")
    good(line("case", "add", number, "-", given=[amended]))
    case = good(line("case", "show", number, json_wanted=True)).document
    assert case["names"][0]["value"]["as_said"] == NAME
    (old,) = [one for one in case["log"] if one["id"] == target]
    assert (old["state"], old["body"]["value"]["as_said"]) == ("amended", "Ena")
    assert line("case", "add", number, "-", given=withdrawn).code == 1


def handed_over(line: Line) -> str:
    """A case handed over by JSON alone, signatures bound to the digest that ``show`` gives."""
    number = line.open_case(in_custody(), told(NAME))
    receiver = {"agency": "DCFS", "person": "M. Ruiz"}
    proposed = entry(
        "handoff_proposed", handoff=1, receiver=receiver, authority="Custody", place="Desk"
    )
    checked = entry("receiver_checked", handoff=1, how="badge_seen", result="matches")
    good(line("case", "add", number, "-", given=[proposed, checked]))
    case = good(line("case", "show", number, json_wanted=True)).document
    digest = case["handoffs"][0]["terms_digest"]
    signed = [
        entry(
            "handoff_signed",
            handoff=1,
            side=side,
            name=name,
            strokes=[[[0, 0, 0], [900, 400, 350]]],
            digest=digest,
        )
        for side, name in (("officer", "J. Rivera"), ("receiver", "M. Ruiz"))
    ]
    accepted = entry("handoff_accepted", handoff=1, digest=digest)
    refused = line("case", "add", number, "-", given=accepted)
    assert (refused.code, "Missing" in refused.err) == (1, True)
    good(line("case", "add", number, "-", given=[*signed, accepted]))
    return number


def test_hand_over_print_and_prove(line: Line) -> None:
    number = handed_over(line)
    case = good(line("case", "show", number, json_wanted=True)).document
    assert (case["state"], case["handoffs"][0]["missing"]) == ("handed_over", [])
    out = line.folder / "receipt.pdf"
    printed = line("paper", "print", "transfer_receipt", number, "--out", out, json_wanted=True)
    paper = good(printed).document
    assert out.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    code = paper["seal_code"]
    assert good(line("paper", "verify", code, json_wanted=True)).document["verdict"] == "agrees"
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert line("paper", "verify", wrong).code == 1
    again = line("paper", "print", "transfer_receipt", number, "--out", out)
    assert (again.code, again.err.count("\n")) == (2, 1)
    assert line.kinds()[-3:] == ["signed_in", "paper_issued", "paper_printed"]
    withdraw_name(line, number)
    changed = good(line("paper", "verify", code))
    assert "changed since" in changed.out
    assert "Boxes that read otherwise today: child.name" in changed.out


def test_a_whole_case_in_words(line: Line) -> None:
    number = handed_over(line)
    late = {"late_because": "with_the_child", "done_by": {"name": "P. Chen", "badge": "88"}}
    early = (NOW - timedelta(minutes=40)).isoformat()
    seen = entry("welfare_checked", condition="asleep", note="Warm") | late
    good(line("case", "add", number, "-", given=seen | {"occurred_at": early}))
    out = line.folder / "receipt.pdf"
    good(line("paper", "print", "transfer_receipt", number, "--out", out, "--subject", "1"))
    words = good(line("case", "show", number)).out
    for text in (
        "locked: 0 min in all, 0 min unbroken",
        "Asleep · Warm",
        "no. 1 · accepted",
        "Badge or agency card seen · Matches",
        "version 1, copy 1 · issued",
        "saved as a file",
        "done by P. Chen · 88 · named only",
        "Was with the child",
    ):
        assert text in words
    assert "void" not in words


def test_a_full_disk_is_told_and_the_copy_is_marked_as_failed(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = handed_over(line)
    out = line.folder / "receipt.pdf"

    def full(_handle: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("minors_desk.cli.new_files._to_disk", full)
        printed = line("paper", "print", "transfer_receipt", number, "--out", out)
    assert (printed.code, printed.err.count("\n")) == (1, 1)
    assert "could not be written" in printed.err
    assert not out.exists()
    assert line.kinds()[-2:] == ["paper_issued", "print_failed"]


def withdraw_name(line: Line, number: str) -> None:
    case = good(line("case", "show", number, json_wanted=True)).document
    (name,) = [one["id"] for one in case["log"] if one["kind"] == "fact_told"]
    good(line("case", "add", number, "-", given=entry("withdrawn", target=name, reason="wrong")))


def test_the_contact_log_is_printed_and_verified(line: Line, tmp_path: Path) -> None:
    number = line.open_case()
    log = ("paper", "print", "contact_log", number, "--out")
    paper = good(line(*log, tmp_path / "first.pdf", json_wanted=True)).document
    assert paper["number"] == f"CL-{number}"
    proved = good(line("paper", "verify", paper["seal_code"], json_wanted=True)).document
    assert proved["verdict"] == "agrees"
    assert {"contacts.none", "duties.none"} <= {box["box"] for box in proved["boxes"]}
    again = good(line(*log, tmp_path / "second.pdf", json_wanted=True)).document
    assert (again["version"], again["copy"]) == (1, 2)


def test_a_child_that_was_never_ours_has_no_custody_log(line: Line, tmp_path: Path) -> None:
    number = line.open_case()
    printed = line("paper", "print", "custody_log", number, "--out", tmp_path / "log.pdf")
    assert printed.code == 1 and "has not been in our custody" in printed.err


def test_verify_and_what_it_finds(line: Line) -> None:
    line.open_case()
    whole = good(line("verify", "--signatures", json_wanted=True)).document
    assert whole["good"]
    mark: Path = line.record / "head.mark"
    mark.write_bytes(b"x" * mark.stat().st_size)
    broken = line("verify")
    assert broken.code == 1
    assert "head" in broken.out


def test_reading_writes_nothing_but_that_a_case_was_read(line: Line) -> None:
    number = line.open_case()
    before = line.kinds()
    for words in (("case", "list"), ("case", "show", number), ("duties", number), ("verify",)):
        good(line(*words))
    assert line.kinds() == [*before, "signed_in", "case_read"]


def test_a_supervisor_unlocks_and_adds(line: Line) -> None:
    good(line("user", "unlock", "ortiz"))
    assert line("user", "unlock", "nobody").code == 1
    line.user = "ortiz"
    assert line("user", "unlock", "rivera").code == 1
    line.user = "rivera"
    first = line.secret("quiet river turns amber", "first")
    new = ("user", "add", "mills", "--name", "T. Mills", "--badge", "9", "--role")
    added = line(*new, "officer", "--role", "supervisor", "--new-passphrase-file", first)
    assert "officer, supervisor" in good(added).out
    assert line(*new, "queen", "--new-passphrase-file", first).code == 2
    assert line(*new, "officer", "--new-passphrase-file", first).code == 2


def test_the_board_shows_who_is_with_us(line: Line) -> None:
    assert "No child is in our custody." in good(line("board")).out
    number = line.open_case(in_custody())
    shown = good(line("board"))
    assert "In our custody now: 1" in shown.out
    assert number in shown.out
    document = good(line("board", json_wanted=True)).document
    assert [one["number"] for one in document["in_custody"]] == [number]
    assert document["met"] == document["missing"] == document["still_owed"] == []


def test_a_duty_is_waived_and_the_case_closed(line: Line) -> None:
    number = line.open_case()
    closed = entry("case_closed")
    refused = line("case", "add", number, "-", given=closed)
    assert refused.code == 1
    assert "Class the child" in refused.err
    waived = entry("duty_waived", rule_id="HOUSE-CLASS", reason="Went home with the mother")
    line.user = "ortiz"
    assert line("case", "add", number, "-", given=waived).code == 1
    line.user = "rivera"
    good(line("case", "add", number, "-", given=waived))
    (duty,) = good(line("duties", number, json_wanted=True)).document["duties"]
    assert (duty["let_go"], duty["state"]) == ("waived", "let_go")
    assert "waived by a supervisor" in good(line("duties", number)).out
    good(line("case", "add", number, "-", given=closed))
    assert good(line("case", "show", number, json_wanted=True)).document["state"] == "closed"
    assert number not in good(line("board")).out
