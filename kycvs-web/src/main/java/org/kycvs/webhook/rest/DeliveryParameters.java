package org.kycvs.webhook.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.entity.DeliveryState;
import org.kycvs.webshared.input.InputChecks;

/** The query of {@code GET /api/v1/webhooks/{id}/deliveries}. */
public class DeliveryParameters {
  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  @QueryParam("state")
  private @Nullable String state;

  @QueryParam("cursor")
  private @Nullable String cursor;

  @QueryParam("limit")
  private @Nullable String limit;

  /** The parts, each of its form. */
  record Wanted(Optional<DeliveryState> state, Optional<String> cursor, int limit) {}

  Wanted wanted() {
    InputChecks checks = new InputChecks();
    Optional<DeliveryState> inState = Optional.ofNullable(state).flatMap(DeliveryState::parse);
    if (state != null && inState.isEmpty()) {
      checks.refuse("?state", "invalid", "One of the states of a delivery. See /openapi.");
    }
    int most = checks.optionalNumber("?limit", limit, 1, HIGHEST_LIMIT).orElse(USUAL_LIMIT);
    checks.done();
    return new Wanted(inState, Optional.ofNullable(cursor), most);
  }
}
