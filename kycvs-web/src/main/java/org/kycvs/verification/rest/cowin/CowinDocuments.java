package org.kycvs.verification.rest.cowin;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the three calls answer. */
public final class CowinDocuments {
  private CowinDocuments() {}

  /**
   * Of {@code generateOTP}.
   *
   * @param txnId names the request in {@code confirmOTP}
   */
  public record Transaction(String txnId) {}

  /**
   * Of {@code confirmOTP}.
   *
   * @param token opens {@code status} for 15 minutes
   */
  public record Token(String token) {}

  /**
   * Of {@code status}.
   *
   * @param vaccinationStatus 0, 1 or 2
   * @param statement the signed statement that says the same, a compact JWS
   */
  public record Status(
      @JsonProperty("vaccination_status") int vaccinationStatus, String statement) {}

  /**
   * Of any call that did not succeed.
   *
   * @param errorCode the kind, as it was known in 2021
   * @param error what to do about it
   */
  public record Failure(String errorCode, String error) {}
}
