package org.kycvs.verification.rest.cowin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kycvs.apikey.boundary.KeySession;
import org.kycvs.apikey.boundary.KeySessions;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.boundary.ResumedCall;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.rest.ApiKeyHeader;
import org.kycvs.consent.entity.Consent;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.boundary.VerificationHistory;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.entity.Answer;
import org.kycvs.webshared.edge.AccessLine;
import org.kycvs.webshared.edge.ClientAddress;
import org.kycvs.webshared.rate.RateFields;

/**
 * The call of the CoWIN-compatible API that needs the token of the call before. It gives the one
 * stored answer, as often as it is asked.
 */
@Path("v3/vaccination/status")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CowinStatusResource {
  @Inject private KeyedCalls calls;
  @Inject private KeySessions sessions;
  @Inject private VerificationHistory history;
  @Inject private ClientAddress addresses;
  @Context private HttpServletRequest request;
  @Context private HttpHeaders headers;

  /** The answer. */
  @GET
  public Response vaccinationStatus() {
    return ApiKeyHeader.bearer(headers)
        .flatMap(sessions::read)
        .map(session -> Response.ok(document(read(session))))
        .orElseGet(CowinStatusResource::unauthorised)
        .build();
  }

  private VerificationView read(KeySession session) {
    ResumedCall call =
        new ResumedCall(
            session,
            ApiKeyScope.VERIFICATIONS_WRITE,
            addresses.of(request),
            standing -> RateFields.keep(request, standing),
            key -> AccessLine.of(request).proven(key));
    return calls.as(call, caller -> history.get(caller, new VerificationId(session.subject())));
  }

  private static CowinDocuments.Status document(VerificationView view) {
    Answer answer =
        view.verification()
            .answer()
            .filter(given -> view.consent().filter(Consent::isGiven).isPresent())
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.CONSENT_WITHDRAWN,
                        "The person withdrew the consent. Use the answer no more."));
    return new CowinDocuments.Status(answer.status(), answer.statement());
  }

  private static Response.ResponseBuilder unauthorised() {
    CowinErrors.Told told =
        CowinErrors.SOMETHING_WRONG.told(
            Response.Status.UNAUTHORIZED.getStatusCode(),
            "Unauthenticated access! Send the token of confirmOTP as Authorization: Bearer <token>;"
                + " it lives for 15 minutes.");
    return Response.status(told.status())
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .entity(told.failure());
  }
}
