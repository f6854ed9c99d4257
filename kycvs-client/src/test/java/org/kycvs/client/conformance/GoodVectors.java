package org.kycvs.client.conformance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.kycvs.client.statement.Statements;

/** Statements to rely on, some of them odd. */
final class GoodVectors {
  private static final Instant ISSUED = Statements.ISSUED;
  private static final Instant EXPIRES = Statements.EXPIRES;

  private final VectorIssuer issuer;
  private final VectorDrafts drafts;

  GoodVectors(VectorIssuer issuer, VectorDrafts drafts) {
    this.issuer = issuer;
    this.drafts = drafts;
  }

  void add() {
    drafts
        .add(
            "good",
            "A live statement, for its organisation and question.",
            issuer.signed(claims -> {}))
        .valid();
    drafts
        .add(
            "good-for-anybody",
            "Read by somebody who is no party to it.",
            issuer.signed(claims -> {}))
        .without("audience")
        .without("nonce")
        .valid();
    for (int status = 0; status < 2; status++) {
      int its = status;
      drafts
          .add(
              "good-status-" + its,
              "Another status.",
              issuer.signed(claims -> VectorIssuer.status(claims, its)))
          .valid();
    }
    drafts
        .add("good-test-allowed", "About an invented person, and that will do.", issuer.test())
        .with("allowTest", true)
        .valid();
    drafts
        .add(
            "good-unknown-claims",
            "Claims that a later version may bring mean nothing, and do no harm.",
            issuer.signed(
                claims -> claims.put("later", Map.of("a", List.of(1, "x", Map.of("b", 2))))))
        .valid();
    drafts
        .add(
            "good-unknown-header",
            "A header member that is not known, and not critical, does no harm.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header(issuer.live, ",\"later\":\"x\""),
                VectorIssuer.json(claims -> {})))
        .valid();
    drafts
        .add(
            "good-retired-key",
            "Its key was in use then, and is retired since.",
            issuer.byRetired(0))
        .valid();
    drafts
        .add(
            "good-on-status-list",
            "Its place in the status list is clear.",
            issuer.listed(VectorIssuer.CLEAR))
        .valid();
    drafts
        .add(
            "good-expired-within-skew",
            "Expired 59 seconds ago by this clock.",
            issuer.signed(claims -> {}))
        .at(EXPIRES.plusSeconds(59))
        .valid();
    drafts
        .add(
            "good-early-within-skew",
            "Issued 60 seconds ahead of this clock.",
            issuer.signed(claims -> {}))
        .at(ISSUED.minusSeconds(60))
        .valid();
  }
}
