package org.kycvs.client.conformance;

import java.time.Instant;
import org.kycvs.client.statement.Statements;

/** Signed statements that are not to be relied on here and now. */
final class UnreliableVectors {
  private static final Instant ISSUED = Statements.ISSUED;
  private static final Instant EXPIRES = Statements.EXPIRES;

  private final VectorIssuer issuer;
  private final VectorDrafts drafts;

  UnreliableVectors(VectorIssuer issuer, VectorDrafts drafts) {
    this.issuer = issuer;
    this.drafts = drafts;
  }

  void add() {
    relied();
    issuersAndTimes();
  }

  private void relied() {
    String good = issuer.signed(claims -> {});
    drafts
        .add("expired", "Its time is over since an hour.", good)
        .at(EXPIRES.plusSeconds(3600))
        .refused("expired");
    drafts
        .add(
            "expired-at-the-instant", "Its time and the clock skew are over at this instant.", good)
        .at(EXPIRES.plusSeconds(60))
        .refused("expired");
    drafts
        .add("early", "Says to be issued in an hour.", good)
        .at(ISSUED.minusSeconds(3600))
        .refused("not-yet-valid");
    drafts
        .add("early-by-a-second", "Says to be issued 61 seconds ahead of this clock.", good)
        .at(ISSUED.minusSeconds(61))
        .refused("not-yet-valid");
    drafts
        .add(
            "wrong-audience",
            "Made for another organisation.",
            issuer.signed(claims -> claims.put("aud", "org_aaaaaaaaaaaaaaaaaaaaaa")))
        .refused("audience-wrong");
    drafts
        .add(
            "wrong-nonce",
            "Answers another question.",
            issuer.signed(claims -> claims.put("nonce", "nonce-5678")))
        .refused("nonce-wrong");
    drafts
        .add(
            "nonce-missing",
            "Answers a question without nonce.",
            issuer.signed(claims -> claims.remove("nonce")))
        .refused("nonce-wrong");
    drafts.add("test-mode", "About an invented person.", issuer.test()).refused("test-mode");
    drafts
        .add(
            "recalled",
            "Its place in the status list is set.",
            issuer.listed(VectorIssuer.RECALLED))
        .refused("recalled");
  }

  private void issuersAndTimes() {
    drafts
        .add(
            "wrong-issuer",
            "Our key signed in the name of another issuer.",
            issuer.signed(claims -> claims.put("iss", "https://other.example")))
        .refused("issuer-wrong");
    drafts
        .add(
            "test-key-live-issuer",
            "The test issuer's key signed in the name of the live one.",
            VectorIssuer.signed(
                issuer.test, VectorIssuer.header(issuer.test, ""), VectorIssuer.json(claims -> {})))
        .refused("issuer-wrong");
    drafts
        .add(
            "test-issuer-live-mode",
            "The test issuer says that it is issuer.live.",
            VectorIssuer.signed(
                issuer.test,
                VectorIssuer.header(issuer.test, ""),
                VectorIssuer.json(claims -> claims.put("iss", Statements.ISSUER + "/test"))))
        .refused("test-mode");
    drafts
        .add(
            "retired-key-too-late",
            "Signed after its key was issuer.retired.",
            VectorIssuer.signed(
                issuer.retired,
                VectorIssuer.header(issuer.retired, ""),
                VectorIssuer.json(claims -> {})))
        .refused("key-unknown");
    drafts
        .add("key-too-early", "Signed before its key was in use.", issuer.byRetired(-400))
        .refused("key-unknown");
    drafts
        .add(
            "compromised-key",
            "Its key has issuer.leaked, so that nobody knows who signed it.",
            VectorIssuer.signed(
                issuer.leaked,
                VectorIssuer.header(issuer.leaked, ""),
                VectorIssuer.json(
                    claims -> VectorIssuer.times(claims, Instant.parse("2026-02-10T00:00:00Z")))))
        .at(Instant.parse("2026-02-10T00:30:00Z"))
        .refused("key-unknown");
  }
}
