package org.kycvs.client.webhook;

import java.io.Serial;

/**
 * A request is none of ours, or not one of now. Answer 400, and do nothing of what it says. The
 * message is for your log.
 */
public final class WebhookRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  WebhookRefusedException(String message) {
    super(message);
  }
}
