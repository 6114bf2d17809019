"""Bad files and command lines, over all commands: how each is asked for, and how it ends."""

import json
from datetime import timedelta

from tests.cli.bad import BY_NAME, NUMBER, Bad, add, file, js, plain, signed
from tests.cli.bad_papers import BAD_FORMS, BAD_PAPERS
from tests.cli.bad_sheets import BAD_SHEETS
from tests.cli.conftest import NAME, NOW, entry

CHECK = entry("welfare_checked", condition="calm")
TO_SOMEBODY = ("--recipient", "Court", "--purpose", "Hearing")


def told(fact: str, value: object, **more: object) -> bytes:
    return js(entry("fact_told", fact=fact, source="said", value=value, **more))


SEEN = "2026-11-24T03:00:00-06:00"
BAD_JSON: dict[str, Bad] = {
    "nothing but a byte order mark": add(b"\xef\xbb\xbf", "not JSON"),
    "UTF-16": add(json.dumps(CHECK).encode("utf-16"), "not UTF-8", "byte 1"),
    "UTF-16 without a mark": add(json.dumps(CHECK).encode("utf-16-le"), "not JSON"),
    "UTF-32": add(json.dumps(CHECK).encode("utf-32"), "not UTF-8"),
    "Latin-1": add('{"kind": "Zoë"}'.encode("latin-1"), "not UTF-8", "byte 13"),
    "half a sign": add('{"note": "王'.encode()[:-1], "not UTF-8"),
    "NUL between": add(b'{"kind":\0 "moved"}', "not JSON", "column 9"),
    "NUL in a text": add(b'{"kind": "mo\0ved"}', "not JSON"),
    "only NULs": add(bytes(512), "not JSON"),
    "a picture": add(b"\x89PNG\r\n\x1a\n" + bytes(99), "not UTF-8", "byte 1"),
    "single quotes": add(b"{'kind': 'moved'}", "not JSON", "column 2"),
    "a comma too many": add(b'{"kind": "moved",}', "not JSON"),
    "a comment": add(b'// moved\n{"kind": "moved"}', "not JSON", "line 1"),
    "two entries, no list": add(js(CHECK) + b"\n" + js(CHECK), "after the end", "line 2"),
    "cut off": add(js(CHECK)[:-20], "not JSON"),
    "null": add(b"null", "JSON object"),
    "a number": add(b"17", "JSON object"),
    "true in a list": add(b"[true]", "[0]", "JSON object"),
    "deep objects": add(b'{"a":' * 40 + b"1" + b"}" * 40, "deeper than 32"),
    "deep lists": add(b"[" * 33 + b"]" * 33, "deeper than 32"),
    "brackets by the million": add(b"[" * 1_000_000, "deeper than 32"),
    "a number of 40 digits": add(b'{"handoff": 1' + b"0" * 40 + b"}", "handoff", "18 digits"),
    "a negative giant": add(b'{"handoff": -1' + b"0" * 40 + b"}", "handoff", "18 digits"),
    "1e999": add(b'{"handoff": 1e999}', "handoff", "whole number"),
    "NaN inside": add(b'{"value": {"low": NaN}}', "value.low", "not NaN"),
    "a key twice deep inside": add(
        b'[{"kind": "moved", "done_by": {"name": "a", "name": "b"}}]', "[0].done_by.name", "twice"
    ),
    "a hostile key": add(js(CHECK | {BY_NAME: 1}), "a field of no such name"),
    "a hostile kind": add(js(CHECK | {"kind": BY_NAME}), "kind", "one of"),
    "kind is a list": add(js(CHECK | {"kind": ["moved"]}), "kind", "one of"),
    "kind in capitals": add(js(CHECK | {"kind": "Welfare_Checked"}), "kind", "one of"),
    "an older version": add(js(CHECK | {"v": 0}), "v", "version from 1"),
    "version as text": add(js(CHECK | {"v": "1"}), "v", "version from 1"),
    "no zone": add(js(CHECK | {"occurred_at": "2026-11-24T09:10:00"}), "occurred_at", "zone"),
    "only a date": add(js(CHECK | {"occurred_at": "2026-11-24"}), "occurred_at", "instant"),
    "day that is not": add(js(CHECK | {"occurred_at": "2026-02-30T09:10:00Z"}), "occurred_at"),
    "year 9999": add(js(CHECK | {"occurred_at": "9999-12-31T23:59:59Z"}), "occurred_at"),
    "zone of 99 hours": add(js(CHECK | {"occurred_at": "2026-11-24T09:10:00+99:00"}), "instant"),
    "in an hour": add(
        js(CHECK | {"occurred_at": (NOW + timedelta(hours=1)).isoformat()}), "future", code=1
    ),
    "yesterday, no reason": add(
        js(CHECK | {"occurred_at": (NOW - timedelta(days=1)).isoformat()}), "late", code=1
    ),
    "half a surrogate in a name": add(
        b'{"kind":"welfare_checked","condition":"calm","note":"\\udc00","occurred_at":"%s"}'
        % SEEN.encode(),
        "whole characters",
    ),
    "an unknown fact": add(told("shoe_size", {"type": "text", "words": "9"}), "fact"),
    "a value of another fact": add(told("name", {"type": "phone", "as_told": "1"}), "value.type"),
    "a value without a type": add(told("name", {"as_said": NAME}), "value"),
    "a month 13": add(told("birth_date", {"type": "date", "year": 2018, "month": 13}), "month"),
    "a type that is none": add(told("name", {"type": NAME}), "value.type", "one of", "person_name"),
    "ages the wrong way round": add(
        told("age", {"type": "age", "low_months": 90, "high_months": 80}), "high_months"
    ),
    "text of a megabyte": add(js(CHECK | {"note": "x" * 1_000_000}), "note", "20000"),
    "a picked id": add(js(entry("withdrawn", target=NAME, reason="x")), "target", "id"),
    "a tie to itself by hand": add(
        js(entry("companion_linked", other=NAME, relation="sibling")), "other", "id"
    ),
    "a tie to a case that is not here": add(
        js(
            entry(
                "companion_linked",
                other="019ab3e5-7c00-7000-8000-00000000dead",
                relation="sibling",
            )
        ),
        "no such case",
        code=1,
    ),
    "an empty file": file("empty", "not JSON"),
    "a folder as a file": file("folder", "folder"),
    "a file that is not there": file("nowhere", "does not exist"),
    "a file below a file": file("empty/x", "cannot be read"),
    "a loop of links": file("loop", "cannot be read"),
    "a name too long": file("n" * 300, "cannot be read"),
    "a file that is too large": file("huge", "larger than 8 MB"),
}
BAD_LINES: dict[str, Bad] = {
    "rules of no place": plain("rules", "list", "--jurisdiction", "US-XX", says="no pack", code=1),
    "rules of no kind": plain("rules", "list", "--kind", "limit", says="--kind"),
    "no such rule": plain("rules", "show", "US-XX-99", says="no rule of that id", code=1),
    "coverage of one place": plain("rules", "coverage", "US-IL", says="too many"),
    "no pack to check": plain("rules", "check", says="FILE must be given"),
    "a pack that is not there": plain("rules", "check", "{f}/nowhere", says="does not exist"),
    "a pack that is a picture": plain("rules", "check", "{f}/picture", says="not UTF-8"),
    "an unknown piece to tell": signed(
        *("rules", "may-tell", "ZZ-99-1", "--about", "shoes", "--to", "police"),
        says="--about does not know shoes",
        code=2,
    ),
    "no text to check": plain("notice", "check", says="FILE must be given"),
    "a text that is a picture": plain("notice", "check", "{f}/picture", says="not UTF-8"),
    "a text of nothing": signed("notice", "adopt", "{f}/empty", says="the notice, notice"),
    "texts of one language": signed("notice", "list", "spa", says="too many"),
    "no such text": signed("notice", "withdraw", "spa", "US", "--reason=x", says="No text", code=1),
    "a case to explain": signed("rules", "explain", "ZZ-99-1", says="no such case", code=1),
    "a story of nothing": plain("rules", "simulate", "{f}/empty", says="not JSON"),
    "a tour to nowhere": plain("tour", says="--out must be given"),
    "a schema of one kind": plain("schema", "moved", says="too many"),
    "half an option": plain("verify", "--signature", says="no option --signature"),
    "a rebuild of one case": plain("rebuild", NUMBER, says="too many"),
    "a list at an instant": plain("case", "list", "--at", "now", says="no option --at"),
    "a list of one person": plain("user", "list", "rivera", says="too many"),
    "a list of one paper": plain("paper", "list", "receipt", says="too many"),
    "a case from an empty file": signed("case", "open", "{f}/empty", says="not JSON"),
    "a case of no encounter": Bad(("case", "open", "-"), 2, ("encountered",), js(CHECK)),
    "an unclear beginning": signed("case", "show", "AC-26", says="More than one case"),
    "no case to call for": signed("case", "next-calls", "ZZ-99-1", says="no such case", code=1),
    "no such case": signed("duties", "ZZ-99-1", says="no such case", code=1),
    "a hostile case": signed("case", "show", BY_NAME, says="no such case", code=1),
    "an empty case": signed("findings", "", says="More than one case"),
    "a case of a thousand signs": signed("case", "show", "A" * 1000, says="no such case", code=1),
    "a bad --at": signed("duties", NUMBER, "--at", "now", says="--at"),
    "a naive --at": signed("duties", NUMBER, "--at", "2026-11-24T09:10", says="--at"),
    "a --at in the year 1": signed("duties", NUMBER, "--at", "0001-01-01T00:00Z", says="--at"),
    "a bad --known-at": signed("case", "show", NUMBER, "--known-at", "x", says="--known-at"),
    "a bad --json": plain("board", "--json=yes", says="--json takes no value"),
    "--json in the wrong case": plain("board", "--JSON", says="no option --JSON"),
    "half a --record": plain("board", "--record", says="--record needs a value"),
    "an empty --record": plain("board", "--record", "", says="--record is empty"),
    "a NUL in --record": plain("board", "--record", "a\0b", says="--record"),
    "a --user of two lines": plain("board", "--user", "a\nb", says="--user cannot be that"),
    "an endless --user": plain("board", "--user", "a" * 65, says="--user cannot be that"),
    "a role that is not": signed(
        *("user", "add", "lee", "--name", "L", "--badge", "9", "--role", "chief"),
        *("--new-passphrase-file", "{f}/words"),
        says="role",
    ),
    "a weak first passphrase": signed(
        *("user", "add", "lee", "--name", "L", "--badge", "9", "--role", "officer"),
        *("--new-passphrase-file", "{f}/weak"),
        says="passphrase",
    ),
    "a passphrase of two lines": signed(
        "user", "passphrase", "--new-passphrase-file", "{f}/lines", says="more than one line"
    ),
    "a passphrase that is no text": signed(
        "user", "passphrase", "--new-passphrase-file", "{f}/picture", says="not UTF-8"
    ),
    "an empty passphrase": signed(
        "user", "passphrase", "--new-passphrase-file", "{f}/empty", says="is empty"
    ),
    "nobody to disable": signed("user", "disable", "nobody", says="nobody with that login", code=1),
    "nobody to unlock": signed("user", "unlock", "nobody", says="nobody with that login", code=1),
    "words that find nothing to look for": signed("find", "   ", says="TEXT"),
    "a backup over a file": signed("backup", "{f}/empty", says="exists"),
    "a backup into the record": signed("backup", "{r}/b", says="record folder"),
    "a backup that is none": signed("restore", "{f}/picture", "{f}/new", says="backup", code=3),
    "a backup that is not there": signed("restore", "{f}/nowhere", "{f}/new", says="backup"),
    "a restore over the record": signed("restore", "{f}/picture", "{r}", says="not empty", code=3),
    "an export to nobody": signed(
        *("export", NUMBER, "--out", "{f}/e", "--recipient", " ", "--purpose", "x", "--plain"),
        says="--recipient",
    ),
    "a sample where something is": plain("sample", "{f}", "--cases", "1", says="not empty", code=3),
    "minus one case": plain("sample", "{f}/s", "--cases", "-1", says="--cases"),
    "a case and a half": plain("sample", "{f}/s", "--cases", "1.5", says="--cases"),
    "no jurisdiction of this world": plain(
        *("init", "{f}/s", "--station", "S", "--jurisdiction", "Illinois", "--zone", "UTC"),
        *("--user", "a", "--name", "N", "--badge", "1", "--passphrase-file", "{f}/words"),
        says="jurisdiction",
    ),
    "no zone of this world": plain(
        *("init", "{f}/s", "--station", "S", "--jurisdiction", "US-IL", "--zone", "../../etc"),
        *("--user", "a", "--name", "N", "--badge", "1", "--passphrase-file", "{f}/words"),
        says="time zone",
    ),
    "a record where something is": plain(
        *("init", "{f}", "--station", "S", "--jurisdiction", "US-IL", "--zone", "UTC"),
        *("--user", "a", "--name", "N", "--badge", "1", "--passphrase-file", "{f}/words"),
        says="not empty",
        code=3,
    ),
    "no record folder": plain(
        *("board", "--record", "{f}", "--user", "rivera", "--passphrase-file", "{f}/words"),
        says="no record",
        code=3,
    ),
    "a file as a record": plain(
        *("board", "--record", "{f}/empty", "--user", "rivera", "--passphrase-file", "{f}/words"),
        says="no record",
        code=3,
    ),
    "a wrong passphrase": plain(
        *("board", "--record", "{r}", "--user", "rivera", "--passphrase-file", "{f}/words"),
        says="passphrase",
        code=3,
    ),
    "an unknown login": plain(
        *("board", "--record", "{r}", "--user", "nobody", "--passphrase-file", "{f}/words"),
        says="passphrase",
        code=3,
    ),
    "a passphrase in a folder": plain(
        *("board", "--record", "{r}", "--user", "rivera", "--passphrase-file", "{f}/folder"),
        says="is a folder",
    ),
}
BAD = BAD_JSON | BAD_LINES | BAD_PAPERS | BAD_FORMS | BAD_SHEETS
