package org.kycvs.client.conformance;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kycvs.client.statement.Statements;

/** Statements that nobody signed, or somebody else. */
final class ForgedVectors {

  private final VectorIssuer issuer;
  private final VectorDrafts drafts;

  ForgedVectors(VectorIssuer issuer, VectorDrafts drafts) {
    this.issuer = issuer;
    this.drafts = drafts;
  }

  void add() {
    forged();
    forgedByMeansOfTheHeader();
  }

  private void forged() {
    String good = issuer.signed(claims -> {});
    String[] parts = good.split("\\.", -1);
    String better =
        Base64URL.encode(VectorIssuer.json(claims -> claims.put("purpose", "boarding"))).toString();
    drafts
        .add(
            "altered-claims",
            "A claim was changed after it was signed.",
            parts[0] + "." + better + "." + parts[2])
        .refused("signature-invalid");
    drafts
        .add(
            "altered-signature",
            "A bit of the signature was changed.",
            parts[0] + "." + parts[1] + "." + VectorIssuer.flipped(parts[2]))
        .refused("signature-invalid");
    drafts
        .add(
            "other-key-same-kid",
            "Signed by a stranger in the name of our key.",
            VectorIssuer.signed(
                issuer.stranger,
                VectorIssuer.header(issuer.live, ""),
                VectorIssuer.json(claims -> {})))
        .refused("signature-invalid");
    drafts
        .add(
            "unknown-key",
            "Signed by a key that is not published.",
            VectorIssuer.signed(
                issuer.stranger,
                VectorIssuer.header(issuer.stranger, ""),
                VectorIssuer.json(claims -> {})))
        .refused("key-unknown");
    drafts
        .add(
            "zero-signature",
            "A signature of zeros, which broken verifiers take for any message.",
            parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]))
        .refused("signature-invalid");
    drafts
        .add("der-signature", "The signature in the form of X.509, not of JWS.", issuer.derSigned())
        .refused("signature-invalid");
    drafts
        .add("no-signature", "The signature is missing.", parts[0] + "." + parts[1] + ".")
        .refused("signature-invalid");
  }

  private void forgedByMeansOfTheHeader() {
    for (String none : List.of("none", "None", "nOnE")) {
      String header =
          "{\"alg\":\""
              + none
              + "\",\"typ\":\"kycvs-status+jwt\",\"kid\":\""
              + issuer.live.kid()
              + "\"}";
      drafts
          .add(
              "algorithm-" + (none.equals("none") ? none : none + "-spelt-so"),
              "Says that it needs no signature.",
              Statements.unsigned(header, VectorIssuer.json(claims -> {})) + ".")
          .refused("signature-invalid");
    }
    drafts
        .add(
            "hs256-with-public-key-der",
            "An HMAC whose key is our public key, in DER.",
            issuer.hmac(VectorIssuer.der(issuer.live)))
        .refused("signature-invalid");
    drafts
        .add(
            "hs256-with-public-key-pem",
            "An HMAC whose key is our public key, in PEM.",
            issuer.hmac(VectorIssuer.pem(issuer.live)))
        .refused("signature-invalid");
    drafts
        .add(
            "hs256-with-public-key-jwk",
            "An HMAC whose key is our public key, as JWK.",
            issuer.hmac(issuer.live.jwk().toJSONString().getBytes(StandardCharsets.UTF_8)))
        .refused("signature-invalid");
    drafts
        .add(
            "embedded-key",
            "Brings the stranger's key that signed it.",
            VectorIssuer.signed(
                issuer.stranger,
                VectorIssuer.header(
                    issuer.stranger, ",\"jwk\":" + issuer.stranger.jwk().toJSONString()),
                VectorIssuer.json(claims -> {})))
        .refused("key-unknown");
    drafts
        .add(
            "embedded-key-our-kid",
            "Brings the stranger's key in the name of ours.",
            VectorIssuer.signed(
                issuer.stranger,
                VectorIssuer.header(
                    issuer.live, ",\"jwk\":" + issuer.stranger.jwk().toJSONString()),
                VectorIssuer.json(claims -> {})))
        .refused("signature-invalid");
    drafts
        .add(
            "critical-extension",
            "Its header demands what nobody knows (RFC 7515, section 4.1.11).",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header(issuer.live, ",\"crit\":[\"later\"],\"later\":1"),
                VectorIssuer.json(claims -> {})))
        .refused("malformed");
    drafts
        .add(
            "receipt",
            "A receipt, which the same key signs.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header("ES256", "kycvs-receipt+jwt", issuer.live, ""),
                VectorIssuer.json(claims -> {})))
        .refused("malformed");
    drafts
        .add(
            "type-jwt",
            "Its type is that of any JWT.",
            VectorIssuer.signed(
                issuer.live,
                VectorIssuer.header("ES256", "JWT", issuer.live, ""),
                VectorIssuer.json(claims -> {})))
        .refused("malformed");
    drafts
        .add(
            "type-missing",
            "Has no type.",
            VectorIssuer.signed(
                issuer.live,
                "{\"alg\":\"ES256\",\"kid\":\"" + issuer.live.kid() + "\"}",
                VectorIssuer.json(claims -> {})))
        .refused("malformed");
  }
}
