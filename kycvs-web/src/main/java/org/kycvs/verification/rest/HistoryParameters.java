package org.kycvs.verification.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.verification.entity.HistoryFilter;
import org.kycvs.verification.entity.VerificationState;
import org.kycvs.webshared.input.InputChecks;

/** The query of {@code GET /api/v1/verifications}. */
public class HistoryParameters {
  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST = 200;

  @QueryParam("from")
  private @Nullable String from;

  @QueryParam("to")
  private @Nullable String to;

  @QueryParam("purpose")
  private @Nullable String purpose;

  @QueryParam("state")
  private @Nullable String state;

  @QueryParam("reference")
  private @Nullable String reference;

  @QueryParam("cursor")
  private @Nullable String cursor;

  @QueryParam("limit")
  private @Nullable String limit;

  /** The parts, each of its form. */
  record Wanted(HistoryFilter filter, Optional<String> cursor, int limit) {}

  Wanted wanted() {
    InputChecks checks = new InputChecks();
    Optional<VerificationState> inState =
        Optional.ofNullable(state).flatMap(VerificationState::parse);
    if (state != null && inState.isEmpty()) {
      checks.refuse("?state", "invalid", "One of the states of a verification. See /openapi.");
    }
    HistoryFilter filter =
        new HistoryFilter(
            checks.optionalTime("?from", from),
            checks.optionalTime("?to", to),
            checks.optionalText("?purpose", purpose, LONGEST),
            inState,
            checks.optionalText("?reference", reference, LONGEST));
    int most = checks.optionalNumber("?limit", limit, 1, HIGHEST_LIMIT).orElse(USUAL_LIMIT);
    checks.done();
    return new Wanted(filter, Optional.ofNullable(cursor), most);
  }
}
