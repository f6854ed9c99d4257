package org.kycvs.webhook.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of events. */
public enum WebhookType {
  /** A verification was answered. */
  VERIFICATION_COMPLETED("verification.completed"),
  /** The person said no. */
  VERIFICATION_DECLINED("verification.declined"),
  /** The person consented, and no one person fitted, for good. */
  VERIFICATION_NO_MATCH("verification.no-match"),
  /** A verification's time was over. */
  VERIFICATION_EXPIRED("verification.expired"),
  /** Too many wrong codes. */
  VERIFICATION_LOCKED("verification.locked"),
  /** A statement may not be relied on any more. */
  STATEMENT_RECALLED("statement.recalled"),
  /** A person withdrew the consent. */
  CONSENT_WITHDRAWN("consent.withdrawn"),
  /** An API key of the organisation will soon expire. */
  API_KEY_EXPIRING("api-key.expiring"),
  /** A test, sent on request only. */
  PING("ping");

  private static final String OF_VERIFICATION = "verification.";

  private final String wire;

  WebhookType(String wire) {
    this.wire = wire;
  }

  /** The word on the wire, such as {@code verification.completed}. */
  public String wire() {
    return wire;
  }

  /** The type of a word on the wire. */
  public static Optional<WebhookType> parse(String wire) {
    return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
  }

  /** The end of a verification in this last state, as it is on the wire. */
  public static WebhookType ofEnd(String state) {
    return parse(OF_VERIFICATION + state)
        .orElseThrow(() -> new IllegalArgumentException("Nobody is told of the end " + state));
  }

  /** Those that an endpoint can ask for: all but the test, which comes on request. */
  public static List<WebhookType> wanted() {
    return Arrays.stream(values()).filter(type -> type != PING).toList();
  }
}
