"""Checks a case that Minors Desk exported: every entry and file against its hash and signature.

    python check_export.py FILE [PASSPHRASE-FILE] [--files DIR]

With --files the photographs, scans and recordings in it are written into the folder DIR.
It knows nothing of Minors Desk but the layout below, and needs only the package cryptography.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize
from uuid import UUID

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = {"id", "case_id", "chain", "commitment", "prev", "hash", "sig"}
FIELDS = BYTES | {"ordinal", "chain_seq", "recorded_at", "clock_flag"}
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, MemoryError)
CHUNK = 64 * 1024 + 16
SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "audio/wav": ".wav",
}


def unsealed(data, passphrase):
    """The JSON inside an encrypted export; InvalidTag for another passphrase or changed bytes."""
    length = int.from_bytes(data[9:13], "big")
    header, body = data[13 : 13 + length], data[13 + length :]
    told = json.loads(header)
    salt, kdf = bytes.fromhex(told["salt"]), told["kdf"]
    secret = Argon2id(
        salt=salt,
        length=32,
        iterations=kdf["passes"],
        lanes=kdf["lanes"],
        memory_cost=kdf["memory_kib"],
    ).derive(normalize("NFKC", passphrase).encode())
    key = HKDF(SHA256(), 32, salt, b"minors-desk export").derive(secret)
    chunks = [body[at : at + CHUNK] for at in range(0, len(body), CHUNK)]
    nonces = [at.to_bytes(11, "big") + bytes([at == len(chunks) - 1]) for at in range(len(chunks))]
    return b"".join(map(AESGCM(key).decrypt, nonces, chunks, [header] * len(chunks)))


def faults(told):
    """What does not hold, one sentence each."""
    keys = {sha256(bytes.fromhex(one["public_key"])).hexdigest(): one for one in told["keys"]}
    for entry in told["entries"]:
        name = f"Entry {entry['ordinal']}"
        if entry.keys() not in (FIELDS, FIELDS | {"salt", "body"}):
            yield f"{name} is not as an export has it."
        raw = {k: bytes.fromhex(v) for k, v in entry.items() if k in BYTES | {"salt"}}
        if "body" in entry:
            held = b"minors-desk payload 1\0" + raw["salt"] + entry["body"].encode()
            if sha256(held).digest() != raw["commitment"]:
                yield f"{name} does not hold the content that was sealed."
        numbers = (
            entry["chain_seq"].to_bytes(8, "big"),
            entry["recorded_at"].to_bytes(8, "big", signed=True),
            entry["clock_flag"].to_bytes(1, "big"),
        )
        fields = (raw["id"], raw["case_id"], raw["chain"], *numbers, raw["commitment"], raw["prev"])
        if sha256(b"minors-desk entry 1\0" + b"".join(fields)).digest() != raw["hash"]:
            yield f"{name} was changed after it was sealed."
        if raw["case_id"].hex() != told["case"].replace("-", ""):
            yield f"{name} is of another case."
        try:
            public = bytes.fromhex(keys[entry["chain"]]["public_key"])
            Ed25519PublicKey.from_public_bytes(public).verify(raw["sig"], raw["hash"])
        except (KeyError, InvalidSignature):
            yield f"{name} does not bear the signature of a key in this file."


def named(told):
    """What the entries say of each file, by its id; the entries are checked by ``faults``."""
    bodies = [json.loads(entry["body"]) for entry in told["entries"] if "body" in entry]
    said = [one["replacement"] if one["kind"] == "amended" else one for one in bodies]
    return {UUID(one["file_id"]): one for one in said if one["kind"] == "attachment_added"}


def enclosed(told, rest):
    """The files of the export, by id: their bytes stand one after another behind the JSON."""
    found, at = {}, 0
    for one in told.get("files", []):
        found[UUID(one["id"])] = rest[at : at + one["size"]]
        at += one["size"]
    return found, rest[at:]


def file_faults(said, files, left):
    """What does not hold of the files, one sentence each."""
    for name, data in files.items():
        if name not in said:
            yield f"File {name} is named by no entry."
        elif sha256(data).hexdigest() != said[name]["sha256"]:
            yield f"File {name} is not the one that its entry names."
    if left:
        yield "There is something behind the last file."


def check(data, folder):
    """Says what holds and what does not; True when all does."""
    line, _, rest = data.partition(b"\n")
    told = json.loads(line)
    said, (files, left) = named(told), enclosed(told, rest)
    found = [*faults(told), *file_faults(said, files, left)]
    out = len(said.keys() - files.keys())
    erased = sum("body" not in entry for entry in told["entries"])
    print("\n".join(found) or f"All {len(told['entries'])} entries and {len(files)} files hold.")
    print(f"Entries whose content was erased, so that only their hash holds: {erased}.")
    print(f"Files that entries name and that are not in this export: {out}.\nCompare the keys:")
    for key in told["keys"]:
        print(key["chain"], key["name"], key["badge"])
    print("SHA-256, which stands in the record's log:", sha256(data).hexdigest())
    for name, content in files.items() if folder and not found else ():
        target = folder / f"{name}{SUFFIXES.get(said[name]['media_type'], '.bin')}"
        target.write_bytes(content)
        print(target)
    return not found


def main():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("file", type=Path)
    asked.add_argument("passphrase_file", type=Path, nargs="?")
    asked.add_argument("--files", type=Path, metavar="DIR", help="where to write the files in it")
    args = asked.parse_args()
    data = args.file.read_bytes()
    if data.startswith(b"MDEXPORT1"):
        if args.passphrase_file is None:
            sys.exit("It is encrypted: give the file that holds its passphrase.")
        passphrase = args.passphrase_file.read_text(encoding="utf-8-sig").rstrip("\r\n")
        try:
            data = unsealed(data, passphrase)
        except (InvalidTag, *UNREADABLE):
            sys.exit("The passphrase is another one, or the file was changed.")
    try:
        holds = check(data, args.files)
    except UNREADABLE:
        sys.exit("This is no export of Minors Desk, or it was changed.")
    sys.exit(not holds)


if __name__ == "__main__":
    main()
