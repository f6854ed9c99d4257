package org.kycvs.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.kycvs.verification.boundary.StatementChecks;
import org.kycvs.webshared.json.JsonBodies;

/**
 * Checks statements for anybody who has one; no API key is needed, nothing is kept. Calls are
 * limited by address. An {@code Idempotency-Key} means nothing to a call that changes nothing.
 */
@Path("v1/statement-checks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatementChecksResource {
  @Inject private StatementChecks checks;

  /** What is to be said about the text now. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public StatementCheckDocument checkStatement(@Nullable StatementCheckBody body) {
    StatementCheckBody.Wanted wanted = JsonBodies.required(body).wanted();
    return StatementCheckDocument.of(checks.check(wanted.statement(), wanted.expected()));
  }
}
