package org.kycvs.client.statement;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects what speaks against relying on an authentic statement, each reason once. */
final class Objections {
  private final StatementContent content;
  private final Map<Reason, String> found = new EnumMap<>(Reason.class);

  Objections(StatementContent content) {
    this.content = content;
  }

  Objections toIssuer(Optional<String> expected) {
    return unless(
        expected.isEmpty() || expected.get().equals(content.issuer()),
        Reason.ISSUER_WRONG,
        "It was issued by " + content.issuer() + ", not by " + expected.orElse("") + ".");
  }

  Objections toAudience(Optional<String> expected) {
    return unless(
        expected.isEmpty() || expected.get().equals(content.audience()),
        Reason.AUDIENCE_WRONG,
        "It was made for " + content.audience() + ", not for " + expected.orElse("") + ".");
  }

  Objections toNonce(Optional<String> expected) {
    return unless(
        expected.isEmpty() || expected.equals(content.nonce()),
        Reason.NONCE_WRONG,
        "It does not answer the question with nonce " + expected.orElse("") + ".");
  }

  /** Ends are exclusive: at {@code exp} and the skew it has expired. */
  Objections toTime(Instant now) {
    return unless(
            now.isBefore(content.expiresAt().plus(StatementChecker.CLOCK_SKEW)),
            Reason.EXPIRED,
            "It expired at " + content.expiresAt() + ".")
        .unless(
            !content.issuedAt().isAfter(now.plus(StatementChecker.CLOCK_SKEW)),
            Reason.NOT_YET_VALID,
            "It says to be issued at " + content.issuedAt() + ", which is still to come.");
  }

  Objections toTestMode(boolean allowed) {
    return unless(
        allowed || !content.test(),
        Reason.TEST_MODE,
        "It is a test statement about an invented person.");
  }

  Objections toRecall(Recall recall) {
    return unless(
        recall != Recall.RECALLED,
        Reason.RECALLED,
        "It was recalled: whoever gave it asks not to rely on it any more.");
  }

  List<Refusal> all() {
    return found.entrySet().stream()
        .map(objection -> new Refusal(objection.getKey(), objection.getValue()))
        .toList();
  }

  private Objections unless(boolean fine, Reason reason, String because) {
    if (!fine) {
      found.putIfAbsent(reason, because);
    }
    return this;
  }
}
