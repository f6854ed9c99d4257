package org.kycvs.client.conformance;

import com.nimbusds.jose.util.JSONObjectUtils;

/** Writes the vectors: each is a good statement but for what its name says. */
final class VectorAuthor {
  private VectorAuthor() {}

  /** The whole file. */
  static String write() {
    VectorIssuer issuer = new VectorIssuer();
    VectorDrafts drafts = new VectorDrafts();
    new GoodVectors(issuer, drafts).add();
    new ForgedVectors(issuer, drafts).add();
    new UnreliableVectors(issuer, drafts).add();
    new MalformedVectors(issuer, drafts).add();
    return """
        {
        "jwks": %s,
        "metadata": %s,
        "statusLists": ["%s"],
        "vectors": [
        %s
        ]
        }
        """
        .formatted(
            issuer.jwks(),
            JSONObjectUtils.toJSONString(issuer.metadata()),
            issuer.statusList(),
            drafts.lines());
  }
}
