"""Bad command lines of the commands on papers, their copies and the forms of other agencies."""

from tests.cli.bad import BY_NAME, NUMBER, Bad, plain, signed

BAD_PAPERS: dict[str, Bad] = {
    "a paper that is not": signed(
        "paper", "print", "receipt", NUMBER, "--out", "{f}/p", says="no paper", code=1
    ),
    "a subject that is not": signed(
        *("paper", "print", "transfer_receipt", NUMBER, "--out", "{f}/p", "--subject", "7"),
        says="no ",
        code=1,
    ),
    "subject 0": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p", "--subject", "0"),
        says="--subject",
    ),
    "a check of a paper that is not": signed(
        "paper", "check", "receipt", NUMBER, says="no paper", code=1
    ),
    "a paper over a file": signed(
        "paper", "print", "contact_log", NUMBER, "--out", "{f}/empty", says="exists already"
    ),
    "a paper into no folder": signed(
        "paper", "print", "contact_log", NUMBER, "--out", "{f}/no/p", says="does not exist"
    ),
    "a paper of a case, without one": signed(
        "paper", "print", "contact_log", "--out", "{f}/p", says="none is named"
    ),
    "the shift brief of a case": signed(
        "paper", "print", "shift_brief", NUMBER, "--out", "{f}/p", says="Leave the case out"
    ),
    "a certificate that is not there": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p", "--sign-with", "{f}/nowhere"),
        *("--sign-passphrase-file", "{f}/words"),
        says="no certificate file",
    ),
    "a certificate that is a picture": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p", "--sign-with", "{f}/picture"),
        *("--sign-passphrase-file", "{f}/words"),
        says="no PKCS#12 file",
    ),
    "a card with its PIN in the open": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p"),
        *("--sign-with", "pkcs11:token=A?module-path=/x&pin-value=1"),
        says="must not hold the PIN",
    ),
    "a card of no name": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p"),
        *("--sign-with", "pkcs11:object=A"),
        says="which card",
    ),
    "a card without its library": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p"),
        *("--sign-with", "pkcs11:token=A?module-path=/x"),
        *("--sign-passphrase-file", "{f}/words"),
        says="does not load",
        code=1,
    ),
    "a certificate nobody opens": signed(
        *("paper", "print", "contact_log", NUMBER, "--out", "{f}/p", "--sign-with", "{f}/picture"),
        says="no terminal",
    ),
    "a signature of a picture": plain("paper", "verify-signature", "{f}/picture", says="no PDF"),
    "a signature of nothing": plain(
        "paper", "verify-signature", "{f}/nowhere", says="does not exist"
    ),
    "a packet for nobody": signed(
        "paper", "packet", NUMBER, "--out", "{f}/p", "--for", "mother", says="--for"
    ),
    "a packet before any handoff": signed(
        "paper", "packet", NUMBER, "--out", "{f}/p", says="no paper for such a packet", code=1
    ),
    "a packet over a file": signed(
        "paper", "packet", NUMBER, "--out", "{f}/empty", says="exists already"
    ),
    "labels of what is none": signed(
        *("paper", "labels", NUMBER, "--out", "{f}/p", "--kind", "shoes", "--format", "62x29"),
        says="--kind",
    ),
    "labels in no format": signed(
        *("paper", "labels", NUMBER, "--out", "{f}/p", "--kind", "bags", "--format", "A0"),
        says="--format",
    ),
    "labels without a bag": signed(
        *("paper", "labels", NUMBER, "--out", "{f}/p", "--kind", "bags", "--format", "62x29"),
        says="No sealed bag",
        code=1,
    ),
    "labels beyond the sheet": signed(
        *("paper", "labels", NUMBER, "--out", "{f}/p", "--kind", "wristband", "--format", "5160"),
        *("--start", "31"),
        says="no such label",
        code=1,
    ),
    "many papers that are not": signed(
        *("paper", "print-many", "receipt", "--cases", "{f}/empty", "--out-folder", "{f}"),
        says="no paper",
        code=1,
    ),
    "many papers of nothing": signed(
        "paper", "print-many", "contact_log", "--out-folder", "{f}", says="which cases"
    ),
    "many papers of an empty file": signed(
        *("paper", "print-many", "contact_log", "--cases", "{f}/empty", "--out-folder", "{f}"),
        says="names no case",
    ),
    "many papers of no file": signed(
        *("paper", "print-many", "contact_log", "--cases", "{f}/nowhere", "--out-folder", "{f}"),
        says="cannot be read",
    ),
    "many papers since an unclear time": signed(
        *("paper", "print-many", "contact_log", "--from", "yesterday", "--out-folder", "{f}"),
        says="--from",
    ),
    "many papers into no folder": signed(
        *("paper", "print-many", "contact_log", "--from", "2026-11-24T00:00Z"),
        *("--out-folder", "{f}/nowhere"),
        says="no folder",
    ),
    "a code that is none": signed("paper", "verify", BY_NAME, says="seal code"),
    "no paper at all to verify": signed("paper", "verify", "", says="seal code"),
    "a paper of a broken picture": signed("paper", "verify", "{f}/picture", says="broken"),
    "a paper of an empty file": signed("paper", "verify", "{f}/empty", says="neither a PDF"),
    "a paper of a text": signed("paper", "verify", "{f}/words", says="neither a PDF"),
    "a paper of a folder": signed("paper", "verify", "{f}/folder", says="seal code"),
    "a paper of a loop": signed("paper", "verify", "{f}/loop", says="seal code"),
    "a paper that is no PDF behind its first line": signed(
        "paper", "verify", "{f}/half.pdf", says="broken"
    ),
    "a good code and a bad one": signed(
        "paper", "verify", "1-7GQ4-0XKP-93MD", "{f}/nowhere", says="seal code"
    ),
    "copies of no case": signed("paper", "copies", "ZZ-99-1", says="no such case", code=1),
    "a copy of nobody": signed(
        "paper", "account", "1-7GQ4-0XKP-93MD", "returned", says="no such copy", code=1
    ),
    "a copy eaten": signed("paper", "account", "1-7GQ4-0XKP-93MD", "eaten", says="passed-on"),
}
BAD_FORMS: dict[str, Bad] = {
    "facts of one form": plain("form", "facts", "x", says="too many"),
    "forms of one case": signed("form", "list", NUMBER, says="too many"),
    "a form that is a picture": plain("form", "fields", "{f}/picture", says="no PDF", code=1),
    "a form that is not there": plain("form", "fields", "{f}/nowhere", says="no file to read"),
    "a form that is a folder": plain("form", "fields", "{f}/folder", says="no file to read"),
    "a form of nothing": plain("form", "fields", "{f}/empty", says="no PDF", code=1),
    "a mapping of a picture": plain(
        "form", "map", "{f}/picture", "--name", "x", "--out", "{f}/m", says="no PDF", code=1
    ),
    "a mapping over a file": plain(
        "form", "map", "{f}/picture", "--name", "x", "--out", "{f}/empty", says="exists already"
    ),
    "a mapping without a name": plain(
        "form", "map", "{f}/picture", "--out", "{f}/m", says="--name must be given"
    ),
    "a mapping that is no text": plain(
        "form", "check", "{f}/picture", "{f}/picture", says="no text"
    ),
    "a mapping that says nothing": plain(
        "form", "check", "{f}/picture", "{f}/empty", says="format"
    ),
    "a mapping that is prose": plain(
        "form", "check", "{f}/picture", "{f}/words", says="no TOML at line 1"
    ),
    "adopted without a mapping": signed("form", "adopt", "{f}/picture", says="MAP.toml must be"),
    "adopted from prose": signed("form", "adopt", "{f}/picture", "{f}/words", says="no TOML"),
    "a form nobody adopted": signed(
        "form", "fill", "court-form", NUMBER, "--out", "{f}/p", says="no form of that name", code=1
    ),
    "a paper nobody adopted": signed(
        "paper", "print", "official:x", NUMBER, "--out", "{f}/p", says="no paper", code=1
    ),
}
