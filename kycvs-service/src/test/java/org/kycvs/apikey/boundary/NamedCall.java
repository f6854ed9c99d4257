package org.kycvs.apikey.boundary;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.kycvs.apikey.control.AnswerSecrets;
import org.kycvs.apikey.control.OnceScope;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.OwnerDatabase;

/** A call with a key that no other test has; a test changes a part of it. */
record NamedCall(String key, String method, String path, String body) {

  static NamedCall fresh() {
    return new NamedCall(RandomText.id(), "POST", "/api/v1/verifications", "{}");
  }

  NamedCall withMethod(String other) {
    return new NamedCall(key, other, path, body);
  }

  NamedCall withPath(String other) {
    return new NamedCall(key, method, other, body);
  }

  NamedCall withBody(String other) {
    return new NamedCall(key, method, path, other);
  }

  Optional<OnceCall> once() {
    return Optional.of(
        new OnceCall(new IdempotencyKey(key), method, path, body.getBytes(StandardCharsets.UTF_8)));
  }

  OnceScope scope(AskingOrganisation organisation) {
    return new AnswerSecrets(AskingOrganisation.masterKey())
        .scope(organisation.id(), Mode.LIVE, once().orElseThrow());
  }

  /** How many answers the database has for it, in the organisation's live mode. */
  int kept(AskingOrganisation organisation) {
    return Integer.parseInt(
        OwnerDatabase.line(
            "SELECT count(*) FROM kept_answer WHERE scope_hash = ?", scope(organisation).hash()));
  }
}
