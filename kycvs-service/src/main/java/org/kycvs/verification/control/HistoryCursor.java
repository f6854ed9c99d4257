package org.kycvs.verification.control;

import java.time.Instant;
import org.kycvs.verification.entity.Verification;

/**
 * A place in the list of verifications, newest first: after this one.
 *
 * @param createdAt when the last one of the page was asked
 * @param id its id, which decides among those asked at the same instant
 */
public record HistoryCursor(Instant createdAt, String id) {

  /** After this verification. */
  public static HistoryCursor after(Verification last) {
    return new HistoryCursor(last.createdAt(), last.id().value());
  }
}
