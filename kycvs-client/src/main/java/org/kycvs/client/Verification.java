package org.kycvs.client;

import java.time.Instant;
import java.util.Optional;

/**
 * One question about one person, and how far it is. It prints its id and state only.
 *
 * @param id names it
 * @param state how far it is
 * @param mode whether it concerns a real person
 * @param purpose the code of what it was asked for
 * @param reference your own word for it, if you gave one
 * @param mobile the person's mobile, all but the last four digits hidden
 * @param createdAt when you asked
 * @param expiresAt ten minutes later: from this instant on no code is taken
 * @param code how the code stands, while one is waited for
 * @param answer the answer, if it is completed and the person's consent holds
 * @param receiptId the id of the consent's receipt ({@code rcp_…}), once there is an answer
 * @param consent whether the person's consent holds, once given
 */
public record Verification(
    VerificationId id,
    VerificationState state,
    Mode mode,
    String purpose,
    Optional<String> reference,
    String mobile,
    Instant createdAt,
    Instant expiresAt,
    Optional<CodeStanding> code,
    Optional<Answer> answer,
    Optional<String> receiptId,
    Optional<ConsentStanding> consent) {

  /**
   * How the code that the person was sent stands.
   *
   * @param length how many digits it has
   * @param expiresAt from this instant on it is {@link CodeExpired}
   * @param triesLeft how many codes may still be tried, over all codes that are sent
   * @param sendsLeft how often it may still be sent again
   * @param resendAfter from this instant on it may be sent again
   * @param sent whether the message has left; else it waits in a queue
   */
  public record CodeStanding(
      int length,
      Instant expiresAt,
      int triesLeft,
      int sendsLeft,
      Instant resendAfter,
      boolean sent) {}

  /**
   * The answer. It prints its status only.
   *
   * @param status what the registry says
   * @param asOf when the registry was read
   * @param statement the same, signed: a compact JWS to keep, and to check with {@link
   *     org.kycvs.client.statement.StatementChecker}
   * @param statementExpiresAt from this instant on you may no longer use it
   * @param subjectSalt with it you can prove later whom you asked about: base64url, 32 bytes
   */
  public record Answer(
      VaccinationStatus status,
      Instant asOf,
      String statement,
      Instant statementExpiresAt,
      Optional<String> subjectSalt) {
    @Override
    public String toString() {
      return "Answer[status=" + status + "]";
    }
  }

  /**
   * Whether the person's consent holds.
   *
   * @param given false if it was withdrawn: then use the answer no more
   * @param at since when that is so
   */
  public record ConsentStanding(boolean given, Instant at) {}

  @Override
  public String toString() {
    return "Verification[id=" + id + ", state=" + state + "]";
  }
}
