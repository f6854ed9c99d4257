package org.kycvs.webhook.control;

import java.time.Instant;
import java.util.List;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.webhook.entity.WebhookSecret;
import org.kycvs.webhook.entity.WebhookTarget;

/**
 * A delivery that was taken and is to be sent.
 *
 * @param number names it within the table
 * @param attempt the number of this attempt
 * @param tries how many this one makes, since it was begun
 * @param once whether it is not tried again
 * @param until from then on it counts as died, and others may take it
 * @param event the {@code webhook-id}
 * @param body what is sent
 * @param endpoint where it goes
 */
public record TakenDelivery(
    long number,
    int attempt,
    int tries,
    boolean once,
    Instant until,
    String event,
    String body,
    Endpoint endpoint) {

  /**
   * Where it goes.
   *
   * @param id names it
   * @param organisation whose it is
   * @param mode in which mode
   * @param target where it is
   * @param secrets what is signed with: the secret, and the former one while both count
   */
  public record Endpoint(
      String id,
      OrganisationId organisation,
      Mode mode,
      WebhookTarget target,
      List<WebhookSecret> secrets) {}
}
