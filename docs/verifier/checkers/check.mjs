// Checks a statement offline. Needs Node.js 18 or later, and no package.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";

const SKEW = 60; // seconds by which clocks may differ
const MEANINGS = ["not-vaccinated", "partially-vaccinated", "fully-vaccinated"];
const TEXTS = ["iss", "aud", "jti", "txn", "sub", "purpose", "rule", "asOf", "mode", "method",
  "receipt", "receiptHash", "subjectCommitment"];

/** Says in single words why a statement is not to be relied on. */
export class Refused extends Error {
  constructor(...reasons) {
    super(reasons.join(", "));
    this.reasons = reasons;
  }
}

function refuseUnless(fine, reason) {
  if (!fine) throw new Refused(reason);
}

/** Base64url without padding, in the one spelling that its bytes have (RFC 7515). */
function decode(part) {
  const bytes = Buffer.from(part, "base64url");
  refuseUnless(bytes.toString("base64url") === part, "malformed");
  return bytes;
}

/** JSON in which no member occurs twice: else two readers could see two statements. */
function strictObject(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const value = JSON.parse(text);
  refuseUnless(typeof value === "object" && value !== null && !Array.isArray(value), "malformed");
  const strings = /"(?:[^"\\]|\\.)*"/gs; // in JSON that was parsed, each other colon is a member's
  const written = text.replace(strings, "").split(":").length - 1;
  refuseUnless(written === count(value), "malformed");
  return value;
}

function count(value) {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum, member) => sum + count(member), own);
}

const seconds = (time) => Date.parse(time) / 1000;
const isWhole = (value) => Number.isSafeInteger(value) && value >= 0;

/** Key id and claims of a JWS that a published key signed with ES256, and no other way. */
function signedClaims(token, typ, jwks) {
  const parts = token.split(".");
  refuseUnless(parts.length === 3 && parts[0] && parts[1], "malformed");
  const [head, body, signature] = parts.map(decode);
  const header = strictObject(head);
  refuseUnless(header.alg === "ES256", "signature-invalid");
  refuseUnless(header.typ === typ && !("crit" in header), "malformed");
  const keys = jwks.keys.filter(
    (key) => key.kid === header.kid && key.kty === "EC" && key.crv === "P-256");
  refuseUnless(keys.length === 1, "key-unknown");
  const key = createPublicKey({ key: keys[0], format: "jwk" });
  const input = Buffer.from(`${parts[0]}.${parts[1]}`);
  const signed = signature.length === 64
    && verify("sha256", input, { key, dsaEncoding: "ieee-p1363" }, signature);
  refuseUnless(signed, "signature-invalid");
  return { kid: header.kid, claims: strictObject(body) };
}

/** All claims are there, each of its type, and do not contradict each other. */
function requireForm(claims) {
  for (const name of TEXTS) {
    refuseUnless(typeof claims[name] === "string" && claims[name].trim(), "malformed");
  }
  refuseUnless(isWhole(claims.iat) && isWhole(claims.exp) && isWhole(claims.status), "malformed");
  refuseUnless(claims.meaning && MEANINGS[claims.status] === claims.meaning, "malformed");
  refuseUnless(["live", "test"].includes(claims.mode), "malformed");
  refuseUnless(claims.exp > claims.iat, "malformed");
  if ("statusList" in claims) {
    const { uri, idx } = claims.statusList ?? {};
    refuseUnless(typeof uri === "string" && isWhole(idx) && idx < 2 ** 20, "malformed");
  }
}

/** Whose key it is; refused if it was not in use when it signed, or has leaked. */
function issuerOf(kid, metadata, issued) {
  const lists = [[metadata.issuer, metadata.keys], [metadata.testIssuer, metadata.testKeys]];
  for (const [issuer, keys] of lists) {
    const key = keys.find((candidate) => candidate.kid === kid);
    if (key) {
      const inUse = issued >= seconds(key.activeFrom) - SKEW
        && (!key.activeTo || issued <= seconds(key.activeTo) + SKEW);
      refuseUnless(inUse && !key.compromisedAt, "key-unknown");
      return issuer;
    }
  }
  throw new Refused("key-unknown");
}

function isRecalled(claims, lists, jwks, metadata) {
  if (!claims.statusList) return false;
  for (const token of lists) {
    const { kid, claims: list } = signedClaims(token, "statuslist+jwt", jwks);
    const issuer = issuerOf(kid, metadata, list.iat);
    if (list.sub === claims.statusList.uri && issuer === claims.iss) {
      const bits = inflateSync(decode(list.status_list.lst));
      const { idx } = claims.statusList;
      return idx >> 3 < bits.length && (bits[idx >> 3] >> (idx & 7) & 1) === 1;
    }
  }
  return false;
}

/** The claims of a statement to rely on; else throws Refused, with all reasons. */
export function check(statement, { jwks, metadata, now, audience, nonce, allowTest, statusLists }) {
  let claims;
  let issuer;
  try {
    const signed = signedClaims(statement, "kycvs-status+jwt", jwks);
    claims = signed.claims;
    requireForm(claims);
    issuer = issuerOf(signed.kid, metadata, claims.iat);
  } catch (problem) {
    throw problem instanceof Refused ? problem : new Refused("malformed");
  }
  const reasons = Object.entries({
    "issuer-wrong": claims.iss !== issuer,
    "audience-wrong": audience !== undefined && claims.aud !== audience,
    "nonce-wrong": nonce !== undefined && claims.nonce !== nonce,
    "expired": now >= claims.exp + SKEW,
    "not-yet-valid": claims.iat > now + SKEW,
    "recalled": isRecalled(claims, statusLists ?? [], jwks, metadata),
    "test-mode": !allowTest && (claims.mode === "test" || claims.iss.endsWith("/test")),
  }).filter(([, applies]) => applies).map(([reason]) => reason);
  if (reasons.length) throw new Refused(...reasons);
  return claims;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const question = JSON.parse(readFileSync(0, "utf8"));
  let verdict;
  try {
    const claims = check(question.statement, { ...question, now: seconds(question.at) });
    verdict = { valid: true, status: claims.status };
  } catch (refused) {
    verdict = { valid: false, reasons: refused.reasons };
  }
  console.log(JSON.stringify(verdict));
}
