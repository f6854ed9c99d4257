package org.kycvs.verification.rest.cowin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.kycvs.apikey.boundary.Answered;
import org.kycvs.apikey.boundary.IdempotentCalls;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.apikey.boundary.KeySessions;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.apikey.rest.CallAnswers;
import org.kycvs.apikey.rest.Keyed;
import org.kycvs.apikey.rest.KeyedRequest;
import org.kycvs.apikey.rest.NeedsScope;
import org.kycvs.apikey.rest.OwnHeaderFirst;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.CowinSending;
import org.kycvs.verification.boundary.CowinTransactions;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.rest.ConfirmationProblems;
import org.kycvs.verification.rest.SendingProblems;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.problem.ProblemHeaders;

/**
 * The two calls of the CoWIN-compatible API that need an API key. Bodies are read whatever media
 * type they call themselves, since some clients of 2021 did not say.
 */
@Path("v3/vaccination")
@ApplicationScoped
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
public class CowinResource {
  private static final int OK = 200;

  @Inject private KeyedCalls calls;
  @Inject private IdempotentCalls onceOnly;
  @Inject private KeySessions sessions;
  @Inject private CowinTransactions transactions;
  @Inject private ServedCountries countries;
  @Context private HttpServletRequest request;

  /** Asks about a person; the code is on its way when this returns. */
  @POST
  @Path("generateOTP")
  @Keyed
  @OwnHeaderFirst
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public Response generateOtp(byte[] body) {
    PresentedCall call = KeyedRequest.of(request);
    GenerateOtpBody.Person person =
        JsonBodies.read(body, GenerateOtpBody.class).person(call.key().mode(), countries);
    CallAnswer answer =
        calls.as(
            call,
            caller -> {
              CowinSending sending = transactions.ask(caller, person.mobile(), person.name());
              return sending instanceof CowinSending.Accepted accepted
                  ? ok(new CowinDocuments.Transaction(accepted.transaction().toString()))
                  : refused(SendingProblems.of(((CowinSending.Refused) sending).why()));
            });
    return CallAnswers.response(new Answered(answer, false));
  }

  /** Takes the code that the person gave; the answer is there when this returns. */
  @POST
  @Path("confirmOTP")
  @Keyed
  @OwnHeaderFirst
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public Response confirmOtp(byte[] body) {
    ConfirmOtpBody.Entry entry = JsonBodies.read(body, ConfirmOtpBody.class).entry();
    return CallAnswers.response(
        onceOnly.answer(
            KeyedRequest.of(request),
            Optional.of(entry.once(request.getRequestURI())),
            caller -> {
              Confirmation confirmation =
                  transactions.confirm(caller, entry.transaction(), entry.code());
              return confirmation instanceof Confirmation.Completed completed
                  ? token(caller, completed.view()).madeAnew()
                  : refused(ConfirmationProblems.of(confirmation));
            },
            caller -> token(caller, transactions.get(caller, entry.transaction()))));
  }

  private CallAnswer token(KeyActor caller, VerificationView view) {
    String subject = view.verification().id().value();
    return ok(new CowinDocuments.Token(sessions.begin(caller, subject)));
  }

  private static CallAnswer ok(Record document) {
    return CallAnswers.of(OK, Map.of(), document);
  }

  /** Returned, not thrown: what the refusal counted is kept. */
  private static CallAnswer refused(ProblemException problem) {
    ProblemCode code = problem.code();
    CowinErrors.Told told = CowinErrors.of(code, problem.detail());
    return CallAnswers.of(
        told.status(), ProblemHeaders.of(told.status(), code, problem.members()), told.failure());
  }
}
