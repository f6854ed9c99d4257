"""Checks a statement offline. Needs python3-cryptography, and nothing else."""
import base64, json, re, sys, zlib
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256

SKEW = 60  # seconds by which clocks may differ
MEANINGS = ["not-vaccinated", "partially-vaccinated", "fully-vaccinated"]
TEXTS = ["iss", "aud", "jti", "txn", "sub", "purpose", "rule", "asOf", "mode", "method",
         "receipt", "receiptHash", "subjectCommitment"]


class Refused(Exception):
    """Says in one word why a statement is not to be relied on."""


def refuse_unless(fine, reason):
    if not fine:
        raise Refused(reason)


def decode(part):
    """Base64url without padding, in the one spelling that its bytes have (RFC 7515)."""
    refuse_unless(re.fullmatch(r"[A-Za-z0-9_-]*", part), "malformed")
    data = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    refuse_unless(base64.urlsafe_b64encode(data).rstrip(b"=").decode() == part, "malformed")
    return data


def strict_object(data):
    """JSON in which no member occurs twice: else two readers could see two statements."""
    def members(pairs):
        found = dict(pairs)
        refuse_unless(len(found) == len(pairs), "malformed")
        return found
    parsed = json.loads(data.decode("utf-8"), object_pairs_hook=members)
    refuse_unless(isinstance(parsed, dict), "malformed")
    return parsed


def seconds(time):
    return datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp()


def signed_claims(token, typ, jwks):
    """Key id and claims of a JWS that a published key signed with ES256, and no other way."""
    parts = token.split(".")
    refuse_unless(len(parts) == 3 and parts[0] and parts[1], "malformed")
    head, body, signature = (decode(part) for part in parts)
    header = strict_object(head)
    refuse_unless(header.get("alg") == "ES256", "signature-invalid")
    refuse_unless(header.get("typ") == typ and "crit" not in header, "malformed")
    keys = [key for key in jwks["keys"] if key.get("kid") == header.get("kid")
            and key.get("kty") == "EC" and key.get("crv") == "P-256"]
    refuse_unless(len(keys) == 1, "key-unknown")
    refuse_unless(len(signature) == 64, "signature-invalid")
    number = lambda data: int.from_bytes(data, "big")
    public = ec.EllipticCurvePublicNumbers(
        number(decode(keys[0]["x"])), number(decode(keys[0]["y"])), ec.SECP256R1()).public_key()
    try:
        public.verify(
            utils.encode_dss_signature(number(signature[:32]), number(signature[32:])),
            f"{parts[0]}.{parts[1]}".encode(), ec.ECDSA(SHA256()))
    except InvalidSignature:
        raise Refused("signature-invalid")
    return header["kid"], strict_object(body)


def require_form(claims):
    """All claims are there, each of its type, and do not contradict each other."""
    whole = lambda name: type(claims.get(name)) is int and claims[name] >= 0
    refuse_unless(all(isinstance(claims.get(name), str) and claims[name].strip()
                      for name in TEXTS), "malformed")
    refuse_unless(all(whole(name) for name in ("iat", "exp", "status")), "malformed")
    refuse_unless(claims["status"] <= 2
                  and claims.get("meaning") == MEANINGS[claims["status"]], "malformed")
    refuse_unless(claims["mode"] in ("live", "test"), "malformed")
    refuse_unless(claims["exp"] > claims["iat"], "malformed")
    if "statusList" in claims:
        entry = claims["statusList"]
        refuse_unless(isinstance(entry, dict) and isinstance(entry.get("uri"), str)
                      and type(entry.get("idx")) is int and 0 <= entry["idx"] < 2 ** 20,
                      "malformed")


def key_of(kid, metadata, issued):
    """Whose key it is; refused if it was not in use when it signed, or has leaked."""
    for issuer, keys in ((metadata["issuer"], metadata["keys"]),
                         (metadata["testIssuer"], metadata["testKeys"])):
        for key in keys:
            if key["kid"] == kid:
                in_use = issued >= seconds(key["activeFrom"]) - SKEW and (
                    "activeTo" not in key or issued <= seconds(key["activeTo"]) + SKEW)
                refuse_unless(in_use and "compromisedAt" not in key, "key-unknown")
                return issuer
    raise Refused("key-unknown")


def is_recalled(claims, lists, jwks, metadata):
    if "statusList" not in claims:
        return False
    for token in lists:
        kid, status_list = signed_claims(token, "statuslist+jwt", jwks)
        issuer = key_of(kid, metadata, status_list["iat"])
        if status_list["sub"] == claims["statusList"]["uri"] and issuer == claims["iss"]:
            bits = zlib.decompress(decode(status_list["status_list"]["lst"]))
            index = claims["statusList"]["idx"]
            return index // 8 < len(bits) and bits[index // 8] >> index % 8 & 1 == 1
    return False


def check(statement, jwks, metadata, now, audience=None, nonce=None, allow_test=False,
          status_lists=()):
    """The claims of a statement to rely on; else Refused, with all reasons in its arguments."""
    try:
        kid, claims = signed_claims(statement, "kycvs-status+jwt", jwks)
        require_form(claims)
        issuer = key_of(kid, metadata, claims["iat"])
    except (ValueError, KeyError, TypeError):
        raise Refused("malformed")
    reasons = [reason for reason, applies in {
        "issuer-wrong": claims["iss"] != issuer,
        "audience-wrong": audience is not None and claims["aud"] != audience,
        "nonce-wrong": nonce is not None and claims.get("nonce") != nonce,
        "expired": now >= claims["exp"] + SKEW,
        "not-yet-valid": claims["iat"] > now + SKEW,
        "recalled": is_recalled(claims, status_lists, jwks, metadata),
        "test-mode": not allow_test
                     and (claims["mode"] == "test" or claims["iss"].endswith("/test")),
    }.items() if applies]
    if reasons:
        raise Refused(*reasons)
    return claims


if __name__ == "__main__":
    question = json.load(sys.stdin)
    try:
        claims = check(
            question["statement"], question["jwks"], question["metadata"],
            seconds(question["at"]), question.get("audience"), question.get("nonce"),
            question["allowTest"], question["statusLists"])
        print(json.dumps({"valid": True, "status": claims["status"]}))
    except Refused as refused:
        print(json.dumps({"valid": False, "reasons": list(refused.args)}))
