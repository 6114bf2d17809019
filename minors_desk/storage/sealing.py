"""Encrypts a stream of bytes in chunks, each of which is proved before a byte of it is given out.

AES-256-GCM under a key that is used for one stream only. A chunk's nonce is its number and whether
it is the last one, so that chunks cannot be cut off, doubled or put in another order.
"""

from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from minors_desk.errors import RecordDamaged

CHUNK = 64 * 1024
TAG = 16
KEY_BYTES = 32


def sealed_chunks(parts: Iterable[bytes], key: bytes, about: bytes) -> Iterator[bytes]:
    """The parts, encrypted; ``about`` is what the stream is bound to, such as its name.

    ``parts`` may have any size; an empty stream is one empty chunk.
    """
    cipher = AESGCM(key)
    held = bytearray()
    number = 0
    for part in parts:
        held += part
        while len(held) > CHUNK:  # the last chunk has to be known as the last
            yield cipher.encrypt(_nonce(number, last=False), bytes(held[:CHUNK]), about)
            del held[:CHUNK]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(held), about)


def opened_chunks(parts: Iterable[bytes], key: bytes, about: bytes) -> Iterator[bytes]:
    """What ``sealed_chunks`` was given; RecordDamaged at the first chunk that is not as sealed."""
    cipher = AESGCM(key)
    held = bytearray()
    number = 0
    for part in parts:
        held += part
        while len(held) > CHUNK + TAG:
            yield _opened(cipher, _nonce(number, last=False), bytes(held[: CHUNK + TAG]), about)
            del held[: CHUNK + TAG]
            number += 1
    yield _opened(cipher, _nonce(number, last=True), bytes(held), about)


def _opened(cipher: AESGCM, nonce: bytes, chunk: bytes, about: bytes) -> bytes:
    try:
        return cipher.decrypt(nonce, chunk, about)
    except (InvalidTag, ValueError):
        raise RecordDamaged("The content is not what was sealed", "Use another copy.") from None


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
