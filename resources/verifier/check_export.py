"""Checks a case that Minors Desk exported: every entry against its hash and its signature.

    python check_export.py FILE [PASSPHRASE-FILE]

It knows nothing of Minors Desk but the layout below, and needs only the package cryptography.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 64 * 1024 + 16


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
        name, raw = (
            f"Entry {entry['ordinal']}",
            {
                k: bytes.fromhex(v)
                for k, v in entry.items()
                if k in ("id", "case_id", "chain", "commitment", "prev", "hash", "sig", "salt")
            },
        )
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


def main(file, passphrase_file=None):
    data = Path(file).read_bytes()
    if data.startswith(b"MDEXPORT1"):
        passphrase = Path(passphrase_file).read_text(encoding="utf-8-sig").rstrip("\r\n")
        try:
            data = unsealed(data, passphrase)
        except InvalidTag:
            sys.exit("The passphrase is another one, or the file was changed.")
    told = json.loads(data)
    found = list(faults(told))
    print("\n".join(found) or f"All {len(told['entries'])} entries hold. Compare the keys:")
    for key in told["keys"]:
        print(key["chain"], key["name"], key["badge"])
    print("SHA-256, which stands in the record's log:", sha256(data).hexdigest())
    sys.exit(bool(found))


if __name__ == "__main__":
    main(*sys.argv[1:3])
