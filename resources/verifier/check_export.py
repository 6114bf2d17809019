"""Checks a case that Minors Desk exported: every entry and file against its hash and signature.

    python check_export.py FILE [PASSPHRASE-FILE] [--files DIR] [--paper PDF] [--code CODE]

With --files the photographs, scans, recordings and papers in it are written into the folder DIR.
With --paper a PDF is compared with the paper of this case that it says it is: first as a file, then
page by page, and what reads otherwise is named. With --code a seal code is looked up. Both give
one of four answers: it agrees; it agreed when it was issued, and the record changed since; it does
not agree; the case has no such paper. A code alone proves only that it is of an entry in this file.
It knows nothing of Minors Desk but the layouts below, and needs only the package cryptography.
"""

import argparse
import base64
import json
import re
import sys
import zlib
from functools import cache
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


ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ANSWERS = {
    "agrees": "The paper agrees with the record.",
    "agreed_when_issued": "The paper agreed when it was issued; the record has changed since.",
    "does_not_agree": "The paper does not agree with the record.",
    "no_such_paper": "This case has no such paper.",
}


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


def papers_in(told, rest):
    """The papers that were issued, each with its entry, its boxes and its bytes, and what is left.

    Their bytes stand behind the files; a paper that could not be composed again has none.
    """
    entries = {one["id"]: one for one in told["entries"]}
    hashes, issued, at = given_out(told), [], 0
    for one in told.get("papers", []):
        size = one["size"]
        entry = entries[one["entry"]]
        body = json.loads(entry["body"])
        of = [UUID(copy["issued"]).hex for copy in body.get("papers", ())] or [entry["id"]]
        one["files"] = set().union(*(hashes.get(copy, ()) for copy in of))
        issued.append((one, entry, body, rest[at : at + size]))
        at += size
    return issued, rest[at:]


def given_out(told):
    """The digests of the files that were given out, by the id of the entry that issued the copy."""
    hashes = {}
    for body in (json.loads(one["body"]) for one in told["entries"] if "body" in one):
        if body["kind"] == "paper_printed" and body.get("pdf_sha256"):
            hashes.setdefault(UUID(body["issued"]).hex, set()).add(body["pdf_sha256"])
    return hashes


def paper_faults(told, issued):
    """What does not hold of the papers: the boxes against the signed digest, the bytes likewise."""
    for one, _entry, body, pdf in issued:
        name = body.get("paper") if body["kind"] == "paper_issued" else "packet"
        held = json.dumps(
            [name, body["template"], one["boxes"]],
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
        )
        known = body["kind"] in ("paper_issued", "packet_issued")
        if not known or sha256(held.encode()).hexdigest() != body["digest"]:
            yield f"The boxes of paper {body.get('number')} are not those that were signed."
        if pdf and sha256(pdf).hexdigest() not in one["files"]:
            yield f"The file of paper {body.get('number')} is not the one that was given out."
        if body["kind"] == "packet_issued" and papers_digest(told, body) != body["papers_digest"]:
            yield f"The copies of packet {body.get('number')} are not those that it was made of."


def papers_digest(told, body):
    """What binds the copies of a packet: each with the digest of its boxes, in their order."""
    bodies = {one["id"]: json.loads(one["body"]) for one in told["entries"] if "body" in one}
    issued = [one["issued"] for one in body["papers"]]
    pairs = [[one, bodies.get(UUID(one).hex, {}).get("digest")] for one in issued]
    return sha256(json.dumps(pairs, separators=(",", ":")).encode()).hexdigest()


def seal_code(entry):
    """The code on the foot of the paper that the entry issued."""
    made = sha256(b"minors-desk seal 1\0" + bytes.fromhex(entry["hash"])).digest()[:8]
    bits = int.from_bytes(made, "big") >> 4
    chars = "".join(ALPHABET[bits >> shift & 31] for shift in range(55, -1, -5))
    return "-".join((str(entry["ordinal"]), chars[:4], chars[4:8], chars[8:]))


def of_code(code, issued):
    """The answer to a seal code, and the paper it is of."""
    plain = code.strip().upper().translate(str.maketrans("OIL", "011"))
    typed = re.split(r"[\s-]+", plain, maxsplit=1)
    for paper in issued:
        number, chars = seal_code(paper[1]).split("-", 1)
        if typed[0] == number:
            same = len(typed) > 1 and re.sub(r"[\s-]", "", typed[1]) == chars.replace("-", "")
            return (standing(paper) if same else "does_not_agree"), paper
    return "no_such_paper", None


def standing(paper):
    """Whether the boxes read today as they did; as the program said when it made this file."""
    return "agreed_when_issued" if paper[0]["changed"] else "agrees"


def of_file(data, issued):
    """The answer to a PDF, the paper it is of, and what differs, one sentence each."""
    papers = [one for one in issued if one[3]]
    paper, recorded = as_given_out(data, issued)
    if recorded == data:
        return standing(paper), paper, []
    try:
        given = Pdf(data)
    except (*UNREADABLE, RecursionError, zlib.error):
        return "does_not_agree", None, ["It is no PDF as this program writes it."]
    if recorded and (ours := opened(recorded)).pages == given.pages:
        found = list(differing(given, ours, True, paper[0]["boxes"]))
        return ("does_not_agree" if found else standing(paper)), paper, found
    paper = closest(given, papers)
    if paper is None:
        paper = said_of_itself(given, issued)
        if paper is None:
            return "no_such_paper", None, []
        return "does_not_agree", paper, ["It is not the file that was given out."]
    found = list(differing(given, original(paper), data.startswith(paper[3]), paper[0]["boxes"]))
    return ("does_not_agree" if found else standing(paper)), paper, found


def as_given_out(data, issued):
    """The paper whose file stands at the beginning of these bytes, and that file; None, empty.

    The log has the digest of each file. What was added behind it, such as a signature, is no part.
    """
    ends = [found.end() for found in re.finditer(rb"%%EOF\r?\n?", data)]
    for end in (len(data), *reversed(ends)):
        digest = sha256(data[:end]).hexdigest()
        of_packets = sorted(issued, key=lambda one: one[2]["kind"] != "packet_issued")
        for paper in of_packets:
            if digest in paper[0]["files"]:
                return paper, data[:end]
    return None, b""


def said_of_itself(given, issued):
    """The paper whose seal code the file names, although the export has no bytes of it."""
    named = {seal_code(one[1]): one for one in issued}
    said = re.findall(r"seal ([-0-9A-Z]+)", given.info.get("Keywords", ""))
    return next((named[one] for one in said if one in named), None)


@cache
def opened(pdf):
    """A paper of the export, read once."""
    return Pdf(pdf)


def original(paper):
    """The pages of a paper as it was given out."""
    return opened(paper[3])


def closest(given, papers):
    """The paper with the most pages of that file; else the one whose code the file names."""
    pages = set(given.pages)
    most = max(papers, key=lambda one: len(pages & set(original(one).pages)), default=None)
    if most is not None and pages & set(original(most).pages):
        return most
    return said_of_itself(given, papers)


def differing(given, ours, appended, boxes):
    """What of a file is not as it was given out, one sentence each."""
    yield from differing_pages(given, ours, boxes)
    for page, kind in given.notes:
        yield f"Page {page}: something lies over it ({kind})."
    for key in sorted({*given.info, *ours.info}):
        by_signing = appended and key in ("Producer", "ModDate")
        if given.info.get(key) != ours.info.get(key) and not by_signing:
            yield f"What the file says of itself was changed: {key}."
    for key in sorted({*given.beside} ^ {*ours.beside}):
        yield f"The file carries what no paper carries: {key.split()[0]}."


def differing_pages(given, ours, boxes):
    """Which pages are missing, twice, elsewhere, of another paper, or read otherwise."""
    seen = set()
    for number, drawn in enumerate(given.pages, start=1):
        places = [at for at, one in enumerate(ours.pages, start=1) if one == drawn]
        place = number if number in places or not places else places[0]
        if not places:
            yield f"Page {number}: it is drawn otherwise."
            if place <= len(ours.pages):
                yield from differing_texts(number, given.texts(number), ours.texts(place), boxes)
        elif place in seen:
            yield f"Page {number}: page {place} stands here once more."
        elif place != number and len(given.pages) == len(ours.pages):
            yield f"Page {number}: this is page {place}."
        seen.add(place)
    for place in range(1, len(ours.pages) + 1):
        if place not in seen:
            yield f"Page {place} is missing."


def differing_texts(page, given, ours, boxes):
    """Which texts of a page read otherwise, by the box that holds them."""
    added = [one for one in given if one not in ours]
    for place, text in [one for one in ours if one not in given]:
        box = next((box for at, box, said in boxes if at == page and text.strip() in said), "")
        now = " ".join(said for where, said in added if where == place)
        yield f"Page {page}, {box or 'fixed words'}: the paper says {now!r}, the record {text!r}."


def check(data, args):
    """Says what holds and what does not; True when all does."""
    line, _, rest = data.partition(b"\n")
    told = json.loads(line)
    said, (files, left) = named(told), enclosed(told, rest)
    issued, left = papers_in(told, left)
    found = [*faults(told), *file_faults(said, files, left), *paper_faults(told, issued)]
    out = len(said.keys() - files.keys())
    erased = sum("body" not in entry for entry in told["entries"])
    print("\n".join(found) or f"All {len(told['entries'])} entries and {len(files)} files hold.")
    print(f"Papers that were issued: {len(issued)}.")
    print(f"Entries whose content was erased, so that only their hash holds: {erased}.")
    print(f"Files that entries name and that are not in this export: {out}.\nCompare the keys:")
    for key in told["keys"]:
        print(key["chain"], key["name"], key["badge"])
    print("SHA-256, which stands in the record's log:", sha256(data).hexdigest())
    if found:
        return False
    if args.files:
        write(args.files, said, files, issued)
    answers = [(*of_code(code, issued), []) for code in args.code]
    answers += [of_file(paper.read_bytes(), issued) for paper in args.paper]
    for answer, paper, differences in answers:
        tell(answer, paper, differences)
    return all(answer[0].startswith("agree") for answer in answers)


def tell(answer, paper, differences):
    """Says one answer, and what it rests on."""
    print(ANSWERS[answer])
    if paper is not None:
        one, entry, body, _pdf = paper
        print(f"{body['number']}, version {body['version']}, copy {body['copy']}:", end=" ")
        print(f"issued {body['occurred_at']} as {seal_code(entry)}")
        if answer == "agreed_when_issued":
            print("Boxes that read otherwise when this file was made:", ", ".join(one["changed"]))
    print("".join(f"  {one}\n" for one in differences), end="")


def write(folder, said, files, issued):
    """Writes the files and papers of the export into a folder."""
    for name, content in files.items():
        target = folder / f"{name}{SUFFIXES.get(said[name]['media_type'], '.bin')}"
        target.write_bytes(content)
        print(target)
    for _one, entry, body, pdf in issued:
        if pdf:
            target = folder / f"{body['number']}-{entry['ordinal']}.pdf"
            target.write_bytes(pdf)
            print(target)


TOKEN = re.compile(
    rb"[\0\t\n\f\r ]*(?:%[^\r\n]*[\0\t\n\f\r ]*)*"
    rb"(<<|>>|[\[\]]|/[^\0\t\n\f\r ()<>\[\]{}/%]*|<[0-9A-Fa-f\0\t\n\f\r ]*>|\(|"
    rb"[^\0\t\n\f\r ()<>\[\]{}/%]+)"
)
ESCAPES = dict(zip(b"nrtbf", b"\n\r\t\b\f", strict=True))
OWN_WAY = {"Parent", "Annots", "Resources", "MediaBox", "CropBox", "Rotate"}
INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
SIGNING = {"Pages", "AcroForm", "Extensions", "Version", "DSS", "Perms", "Type"}
OF_A_FIELD = {"T", "FT", "Type", "Subtype", "F", "Ff", "Rect", "P", "V", "AP", "SV", "Lock"}
OF_A_FORM = {"Fields", "SigFlags", "DA", "DR"}
WHEN = {"x:xmptk", "rdf:about", "xmp:ModifyDate", "xmp:MetadataDate", "pdf:Producer"}
PACKING = {"Length", "Filter", "DecodeParms"}
MOST = 256 * 1024 * 1024
DEEPEST = 60


class Name(str):
    """A name of a PDF, such as /Type."""


class Word(bytes):
    """An operator, or any other bare word."""


class Ref(int):
    """A reference to another object."""


class Stream:
    """A dictionary with bytes behind it."""

    def __init__(self, keys, raw):
        self.keys, self.raw = keys, raw

    def content(self):
        """The bytes, unpacked as this program packs; ValueError for any other way."""
        how, data = self.keys.get("Filter", []), self.raw
        for one in how if isinstance(how, list) else [how]:
            if "DecodeParms" in self.keys or one not in ("ASCII85Decode", "FlateDecode"):
                raise ValueError("packed in another way")
            if one == "ASCII85Decode":
                data = base64.a85decode(data.strip().removesuffix(b"~>"))
            else:
                opened = zlib.decompressobj()
                data = opened.decompress(data, MOST)
                if opened.unconsumed_tail:
                    raise ValueError("unpacks to far too much")
        return data


def is_word(value, word):
    """Whether a value is that bare word; a string may hold the same letters."""
    return isinstance(value, Word) and value == word


class Reader:
    """Reads values from bytes, one after another."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def token(self):
        """The next token; None at the end."""
        found = TOKEN.match(self.data, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found[1]

    def value(self, depth=0):
        """The next value: number, name, string, list, dictionary, reference or bare word."""
        token = self.token()
        if token is None or depth > DEEPEST:
            raise ValueError("not as this program writes it")
        if token == b"<<":
            return self.dictionary(depth)
        if token == b"[":
            made = []
            while not is_word(one := self.value(depth + 1), b"]"):
                made.append(one)
            return made
        if token == b"(":
            return self.literal()
        if token[:1] == b"<":
            return bytes.fromhex(token[1:-1].decode())
        if token[:1] == b"/":
            plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes.fromhex(m[1].decode()), token)
            return Name(plain[1:].decode("latin-1"))
        return self.number(token)

    def number(self, token):
        """A number or a reference, if the token begins one; else a bare word."""
        if not re.fullmatch(rb"[+-]?(\d+\.?\d*|\.\d+)", token):
            return Word(token)
        if token.isdigit():
            found = re.compile(rb"\s+(\d+)\s+R(?![^\s()<>\[\]{}/%])").match(self.data, self.at)
            if found is not None:
                self.at = found.end()
                return Ref(token)
        return float(token)

    def dictionary(self, depth):
        """A dictionary, from behind its opening."""
        made = {}
        while not is_word(key := self.value(depth + 1), b">>"):
            if not isinstance(key, Name) or key in made:
                raise ValueError("a key twice, or none")
            made[key] = self.value(depth + 1)
        return made

    def literal(self):
        """A string in brackets, from behind the first."""
        out, depth = bytearray(), 1
        while True:
            sign = self.data[self.at]
            self.at += 1
            if sign == 0x5C:
                self.escape(out)
                continue
            depth += (sign == 0x28) - (sign == 0x29)
            if not depth:
                return bytes(out)
            out.append(sign)

    def escape(self, out):
        """What stands behind a backslash."""
        octal = re.compile(rb"[0-7]{1,3}").match(self.data, self.at)
        if octal is not None:
            self.at = octal.end()
            out.append(int(octal[0], 8) & 255)
            return
        sign = self.data[self.at]
        self.at += 1
        if sign not in b"\r\n":
            out.append(ESCAPES.get(sign, sign))


class Pdf:
    """A PDF as this program writes it, with what was appended; ValueError for any other."""

    def __init__(self, data):
        self.data, self.known, self.offsets, self.root, about = data, {}, {}, None, None
        ends = re.findall(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", data)
        at = int(ends[0]) if ends else None
        seen = set()
        while at is not None:
            if at in seen:
                raise ValueError("a table that leads to itself")
            seen.add(at)
            trailer = self.table(at)
            self.root = self.root or trailer["Root"]
            about = about or trailer.get("Info")
            if trailer.keys() & {"Encrypt", "XRefStm"}:
                raise ValueError("encrypted, or with two tables")
            at = int(trailer["Prev"]) if "Prev" in trailer else None
        if self.root is None:
            raise ValueError("no table at its end")
        self.root, self.tree = self.of(self.root), []
        self.walk(self.root["Pages"], {}, 0)
        self.pages = [self.page(one) for one in self.tree]
        told = (self.of(about) if about is not None else {}).items()
        self.info = {str(key): self.shown(value) for key, value in told}
        self.notes = [(at, kind) for at, one in enumerate(self.tree, 1) for kind in self.over(one)]
        self.beside = sorted(self.catalogue())

    def table(self, at):
        """Reads one table of places and the trailer behind it; the newest place counts."""
        if self.data[at : at + 4] != b"xref":
            raise ValueError("a table of another kind")
        reader = Reader(self.data, at + 4)
        while (first := reader.token()) != b"trailer":
            for number in range(int(first), int(first) + int(reader.token())):
                place, _generation, kind = reader.token(), reader.token(), reader.token()
                self.offsets.setdefault(number, int(place) if kind == b"n" else None)
        return reader.value()

    def of(self, value):
        """The value itself, where a reference leads."""
        while isinstance(value, Ref):
            if value not in self.known:
                self.known[value] = self.read(value)
            value = self.known[value]
        return value

    def read(self, number):
        """The object of that number."""
        place = self.offsets.get(number)
        if place is None:
            return None
        reader = Reader(self.data, place)
        if (reader.token(), reader.token(), reader.token()) != (b"%d" % number, b"0", b"obj"):
            raise ValueError("a place without its object")
        value = reader.value()
        found = re.compile(rb"\s*stream\r?\n").match(self.data, reader.at)
        if found is None:
            return value
        length = int(self.of(value["Length"]))
        raw = self.data[found.end() : found.end() + length]
        if not re.match(rb"\s*endstream", self.data[found.end() + length :][:20]):
            raise ValueError("a stream of another length")
        return Stream(value, raw)

    def walk(self, node, had, depth):
        """The pages of a branch of the page tree, each with what it inherits."""
        node = self.of(node)
        had = had | {key: node[key] for key in INHERITED if key in node}
        if depth > DEEPEST or len(self.tree) > 400:
            raise ValueError("too many pages")
        if node.get("Type") == "Pages":
            for one in self.of(node["Kids"]):
                self.walk(one, had, depth + 1)
        else:
            self.tree.append(had | node)

    def page(self, page):
        """The digest of what a page is drawn from."""
        own = [f"{key} {self.digest(page[key])}" for key in sorted(page) if key not in OWN_WAY]
        had = [f"{key} {self.digest(page[key])}" for key in INHERITED if self.of(page.get(key))]
        return sha256("\n".join(own + had).encode()).hexdigest()

    def digest(self, value, open_=()):
        """The text of a value, with the digests of what it leads to."""
        if isinstance(value, Ref):
            if value in open_:
                return "round"
            key = ("digest", int(value))
            if key not in self.known:
                made = self.digest(self.of(value), (*open_, value))
                self.known[key] = sha256(made.encode()).hexdigest()
            return self.known[key]
        if isinstance(value, Stream):
            keys = {key: one for key, one in value.keys.items() if key not in PACKING}
            try:
                held = value.content()
            except ValueError:
                held = repr(sorted(value.keys)).encode() + value.raw
            return f"stream {self.digest(keys, open_)} {sha256(held).hexdigest()}"
        if isinstance(value, dict):
            keys = sorted(key for key in value if key != "Parent")
            told = " ".join(f"{key} {self.digest(value[key], open_)}" for key in keys)
            return f"<<{told}>>"
        if isinstance(value, list):
            return f"[{' '.join(self.digest(one, open_) for one in value)}]"
        return f"{type(value).__name__} {value!r}"

    def shown(self, value):
        """A text of the information on the file."""
        value = self.of(value)
        if isinstance(value, bytes) and not isinstance(value, Word):
            return value.decode("utf-16" if value[:2] == b"\xfe\xff" else "latin-1")
        return str(value)

    def over(self, page):
        """The kinds of what lies over a page, but for a signature that shows nothing."""
        for one in map(self.of, self.of(page.get("Annots", []))):
            left, low, right, high = self.of(one.get("Rect", [0, 0, 1, 1]))
            hidden = left == right or low == high or int(one.get("F", 0)) & 2
            signs = one.get("Subtype") == "Widget" and one.get("FT") == "Sig"
            if not signs or not hidden or one.keys() - OF_A_FIELD:
                yield str(one.get("Subtype", "?"))

    def catalogue(self):
        """What of the catalogue no signature adds, with what it says."""
        for key, value in self.root.items():
            if key in SIGNING or (key == "Metadata" and of_when(self.of(value))):
                continue
            yield f"{key} {self.digest(value)}" if key in ("Lang", "PageMode") else str(key)
        form = self.of(self.root.get("AcroForm", {}))
        fields = map(self.of, self.of(form.get("Fields", [])))
        if form.keys() - OF_A_FORM or any(one.get("FT") != "Sig" for one in fields):
            yield "AcroForm"

    def texts(self, number):
        """The texts of a page with their places, as a reader of the file copies them."""
        page = self.tree[number - 1]
        try:
            content = self.of(page["Contents"]).content()
            fonts = self.of(self.of(page["Resources"])["Font"])
            maps = {name: self.letters(self.of(font)) for name, font in fonts.items()}
            return list(texts(Reader(content), maps))
        except (*UNREADABLE, zlib.error):
            return []

    def letters(self, font):
        """Which text each code of a font stands for."""
        told = self.of(font.get("ToUnicode"))
        pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>", told.content() if told else b"")
        return {int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in pairs}


def texts(reader, maps):
    """Each text of a page's content with its place; the text behind a run counts before its glyphs.

    ``maps`` are the letters of the fonts by their names.
    """
    stack, letters, place, behind = [], {}, (0, 0), None
    while reader.data[reader.at :].strip():
        one = reader.value()
        if not isinstance(one, Word):
            stack.append(one)
            continue
        if one == b"BDC" and isinstance(stack[-1], dict):
            behind = stack[-1].get("ActualText", b"").decode("utf-16")
            yield place, behind
        elif one == b"EMC":
            behind = None
        elif one == b"Tm":
            place = tuple(stack[-2:])
        elif one == b"Tf":
            letters = maps.get(stack[-2], {})
        elif one in (b"Tj", b"TJ") and behind is None:
            shown = stack[-1] if isinstance(stack[-1], list) else [stack[-1]]
            codes = b"".join(part for part in shown if isinstance(part, bytes))
            yield place, "".join(letters.get(code, "?") for code in codes)
        stack = []


def of_when(metadata):
    """Whether metadata in XML says only when and by what the file was written."""
    if not isinstance(metadata, Stream) or "Filter" in metadata.keys or len(metadata.raw) > 4000:
        return False
    text = metadata.raw.decode("utf-8", "replace")
    marks = re.sub(r"<\?xpacket [^<>]*\?>", "", text)
    if "<!" in marks or "<?" in marks or re.sub(r"<[^<>]*>", "", marks).strip():
        return False
    said = re.findall(r"([\w:]+)\s*=\s*[\"']", marks)
    return all(one in WHEN or one.startswith("xmlns:") for one in said)


def main():
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("file", type=Path)
    asked.add_argument("passphrase_file", type=Path, nargs="?")
    asked.add_argument("--files", type=Path, metavar="DIR", help="where to write the files in it")
    asked.add_argument("--paper", type=Path, action="append", default=[], help="a PDF to compare")
    asked.add_argument("--code", action="append", default=[], help="a seal code to look up")
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
        holds = check(data, args)
    except UNREADABLE:
        sys.exit("This is no export of Minors Desk, or it was changed.")
    sys.exit(not holds)


if __name__ == "__main__":
    main()
