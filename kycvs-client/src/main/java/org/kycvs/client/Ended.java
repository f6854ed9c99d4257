package org.kycvs.client;

/**
 * The verification takes no code any more. {@link KycVsClient#get} reads what became of it.
 *
 * @param why as far as the server says
 */
public record Ended(Why why) implements Resending, Confirmation, Cancellation {

  /** Why a verification takes no code any more. */
  public enum Why {
    /** It was answered before, by another call. */
    ALREADY_COMPLETED,
    /** Its ten minutes are over: ask anew. */
    EXPIRED,
    /** The person withdrew the consent: the answer is not to be used. */
    CONSENT_WITHDRAWN,
    /** It was cancelled, declined, locked or has no match, or was answered. */
    NOT_WAITING
  }
}
