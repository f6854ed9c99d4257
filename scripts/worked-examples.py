#!/usr/bin/env python3
"""Works out the examples of docs/bytes.md without any code of the project.

HKDF (RFC 5869), framing, base62 and CRC-32 are written out here over Python's hmac, hashlib and
zlib; AES-GCM is that of the package "cryptography". Prints one "name = value" a line, in the order
of the page. Run it with: python3 scripts/worked-examples.py
"""

import base64
import hashlib
import hmac
import struct
import unicodedata
import zlib

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

ROOT = bytes(range(32))  # 00 01 02 … 1f
SECOND = bytes(range(0x80, 0xA0))  # 80 81 82 … 9f
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

VERIFICATION = "ver_" + "V" * 22
ORGANISATION = "org_" + "O" * 22


def lp(part):
    raw = part if isinstance(part, bytes) else part.encode("utf-8")
    return struct.pack(">I", len(raw)) + raw


def framed(label, *fields):
    return lp(label) + b"".join(lp(field) for field in fields)


def derived(master, label):
    """HKDF-SHA-256, no salt, 32 bytes: one block of the expansion is enough."""
    extracted = hmac.new(bytes(32), master, hashlib.sha256).digest()
    return hmac.new(extracted, label.encode("ascii") + b"\x01", hashlib.sha256).digest()


def keyed_hash(label, *fields):
    return hmac.new(derived(ROOT, label), framed(label, *fields), hashlib.sha256).digest()


def key_id(key):
    return hashlib.sha256(key).digest()[:4]


def sealed(master, label, nonce, plain, bound_to):
    key = derived(master, label)
    secret = AESGCM(key).encrypt(nonce, plain.encode("utf-8"), bound_to.encode("utf-8"))
    return b"\x01" + key_id(key) + nonce + secret


def checksum(text):
    rest, digits = zlib.crc32(text.encode("ascii")), ""
    for _ in range(6):
        rest, digit = divmod(rest, 62)
        digits = BASE62[digit] + digits
    return digits


def base64url(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def committed(name):
    return " ".join(unicodedata.normalize("NFKC", name).lower().split())


def show(name, value):
    print(name, "=", value.hex() if isinstance(value, bytes) else value)


body = "kvs_test_" + "K" * 22 + "_" + "s" * 32
api_key = body + checksum(body)
digits_hash = hashlib.sha256(b"482913").hexdigest()
nonce = bytes(range(0xC0, 0xCC))

show("framing", framed("kycvs/example/1", "a", "é", ""))
show("derived key of kycvs/mobile/1", derived(ROOT, "kycvs/mobile/1"))
show("kycvs/code/1", keyed_hash("kycvs/code/1", VERIFICATION, ORGANISATION, "hotel-check-in", digits_hash))
show("kycvs/mobile/1", keyed_hash("kycvs/mobile/1", "+917011000000"))
show("API key", api_key)
show("kycvs/api-key/1", keyed_hash("kycvs/api-key/1", api_key))
show("kycvs/subject/1", base64url(keyed_hash("kycvs/subject/1", "live", ORGANISATION, "20001100000001")))
show(
    "kycvs/commitment/1",
    base64url(
        hashlib.sha256(
            framed("kycvs/commitment/1", bytes(range(0x40, 0x60)), "+917011000000",
                   committed("  Ａsha \t KULKARNI "))
        ).digest()
    ),
)
signed = (
    base64url(b'{"typ":"kycvs-session+jwt","alg":"HS256"}')
    + "."
    + base64url(('{"sub":"%s","exp":1795000900}' % VERIFICATION).encode("ascii"))
)
mac = hmac.new(derived(ROOT, "kycvs/session-token/1"), signed.encode("ascii"), hashlib.sha256)
show("kycvs/session-token/1", signed + "." + base64url(mac.digest()))
number, token = int.from_bytes(keyed_hash("kycvs/person-link-token/1", VERIFICATION), "big"), ""
for _ in range(22):
    number, digit = divmod(number, 62)
    token += BASE62[digit]
show("token of a link", token)
show("kycvs/person-link/1", keyed_hash("kycvs/person-link/1", token))
show("id of the root", key_id(derived(ROOT, "kycvs/master-key-id/1")))
show("id of the second key", key_id(derived(SECOND, "kycvs/master-key-id/1")))
show("sealed with the root", sealed(ROOT, "kycvs/person/1", nonce, "Asha Kulkarni", "20001100000001/name"))
show("sealed with the second key", sealed(SECOND, "kycvs/person/1", nonce, "Asha Kulkarni", "20001100000001/name"))
