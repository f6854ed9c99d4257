package org.kycvs.client;

import java.io.Serial;

/**
 * Somebody answered, but not as this API does: a proxy's page, a redirect (none is followed), a
 * body that is too large, or an answer without what it must have. Sending the call again would not
 * change it. Check the server's address.
 */
public final class UnexpectedAnswerException extends KycVsException {
  @Serial private static final long serialVersionUID = 1L;

  UnexpectedAnswerException(String why, Effort effort) {
    super(
        "The answer to " + effort.call().name() + " is not one of this API: " + why, effort, null);
  }
}
