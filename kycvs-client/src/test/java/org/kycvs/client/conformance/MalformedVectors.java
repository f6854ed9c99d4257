package org.kycvs.client.conformance;

import java.time.Instant;
import java.util.List;
import org.kycvs.client.statement.Statements;

/** Texts and claims that are no statement, whoever signed them. */
final class MalformedVectors {
  private static final Instant ISSUED = Statements.ISSUED;

  private final VectorIssuer issuer;
  private final VectorDrafts drafts;

  MalformedVectors(VectorIssuer issuer, VectorDrafts drafts) {
    this.issuer = issuer;
    this.drafts = drafts;
  }

  void add() {
    forms();
    claims();
  }

  private void forms() {
    String good = issuer.signed(claims -> {});
    String[] parts = good.split("\\.", -1);
    drafts.add("empty", "Nothing.", "").refused("malformed");
    drafts.add("two-parts", "Has no third part.", parts[0] + "." + parts[1]).refused("malformed");
    drafts.add("four-parts", "Has a fourth part.", good + ".AAAA").refused("malformed");
    drafts.add("white-space-after", "A line break after it.", good + "\n").refused("malformed");
    drafts.add("padded", "Padding in a part.", good + "==").refused("malformed");
    drafts
        .add(
            "spare-bits",
            "The last character holds bits that lenient decoders throw away.",
            good.substring(0, good.length() - 1)
                + VectorIssuer.spare(good.charAt(good.length() - 1)))
        .refused("malformed");
    drafts
        .add(
            "json-serialisation",
            "The same in another serialisation of JWS.",
            "{\"payload\":\""
                + parts[1]
                + "\",\"protected\":\""
                + parts[0]
                + "\",\"signature\":\""
                + parts[2]
                + "\"}")
        .refused("malformed");
    drafts
        .add(
            "header-no-json",
            "Its header is no JSON.",
            VectorIssuer.signed(issuer.live, "ES256", VectorIssuer.json(claims -> {})))
        .refused("malformed");
    drafts
        .add(
            "claims-no-object",
            "Its claims are a list.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header(issuer.live, ""),
                "[" + VectorIssuer.json(claims -> {}) + "]"))
        .refused("malformed");
  }

  private void claims() {
    String json = VectorIssuer.json(claims -> VectorIssuer.status(claims, 0));
    String twice =
        json.substring(0, json.length() - 1) + ",\"status\":2,\"meaning\":\"fully-vaccinated\"}";
    drafts
        .add(
            "duplicate-claims",
            "Status and meaning stand twice, and say two things.",
            VectorIssuer.signed(issuer.live, VectorIssuer.header(issuer.live, ""), twice))
        .refused("malformed");
    drafts
        .add(
            "duplicate-nested",
            "A member of a claim stands twice.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header(issuer.live, ""),
                json.substring(0, json.length() - 1) + ",\"later\":{\"a\":1,\"a\":2}}"))
        .refused("malformed");
    drafts
        .add(
            "duplicate-header",
            "The algorithm stands twice in the header.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header(issuer.live, ",\"alg\":\"none\""),
                VectorIssuer.json(claims -> {})))
        .refused("malformed");
    drafts
        .add(
            "status-against-meaning",
            "Status 0, but in words fully vaccinated.",
            issuer.signed(claims -> claims.put("status", 0)))
        .refused("malformed");
    drafts
        .add(
            "status-3",
            "A status that there is not.",
            issuer.signed(claims -> claims.put("status", 3)))
        .refused("malformed");
    drafts
        .add(
            "status-text",
            "The status is text.",
            issuer.signed(claims -> claims.put("status", "2")))
        .refused("malformed");
    drafts
        .add(
            "status-true",
            "The status is a truth value.",
            issuer.signed(
                claims -> {
                  VectorIssuer.status(claims, 1);
                  claims.put("status", true);
                }))
        .refused("malformed");
    drafts
        .add("status-missing", "Has no status.", issuer.signed(claims -> claims.remove("status")))
        .refused("malformed");
    drafts
        .add(
            "audience-list",
            "Names two organisations, ours among them.",
            issuer.signed(
                claims ->
                    claims.put(
                        "aud", List.of("org_aaaaaaaaaaaaaaaaaaaaaa", Statements.ORGANISATION))))
        .refused("malformed");
    drafts
        .add("expiry-missing", "Never expires.", issuer.signed(claims -> claims.remove("exp")))
        .refused("malformed");
    drafts
        .add(
            "expiry-text",
            "Its expiry is text.",
            issuer.signed(claims -> claims.put("exp", "tomorrow")))
        .refused("malformed");
    drafts
        .add(
            "expiry-before-issue",
            "Expires before it is issued.",
            issuer.signed(claims -> claims.put("exp", ISSUED.minusSeconds(1).getEpochSecond())))
        .refused("malformed");
    drafts
        .add(
            "mode-unknown",
            "Neither live nor issuer.test.",
            issuer.signed(claims -> claims.put("mode", "demo")))
        .refused("malformed");
    drafts
        .add(
            "mode-missing",
            "Does not say whether it is issuer.live.",
            issuer.signed(claims -> claims.remove("mode")))
        .refused("malformed");
    drafts
        .add("status-list-broken", "Its place in the status list is negative.", issuer.listed(-1))
        .refused("malformed");
  }
}
