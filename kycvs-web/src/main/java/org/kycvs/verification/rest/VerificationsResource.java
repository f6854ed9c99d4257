package org.kycvs.verification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Year;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.boundary.Answered;
import org.kycvs.apikey.boundary.IdempotentCalls;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.apikey.rest.CallAnswers;
import org.kycvs.apikey.rest.IdempotencyHeader;
import org.kycvs.apikey.rest.Keyed;
import org.kycvs.apikey.rest.KeyedRequest;
import org.kycvs.apikey.rest.NeedsScope;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.time.Calendar;
import org.kycvs.signing.entity.SigningSettings;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.Confirmations;
import org.kycvs.verification.boundary.HistoryPage;
import org.kycvs.verification.boundary.Sending;
import org.kycvs.verification.boundary.VerificationHistory;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.boundary.Verifications;
import org.kycvs.verification.entity.Question;
import org.kycvs.webshared.json.JsonBodies;
import org.kycvs.webshared.qr.QrCode;

/** The native API's verifications, as the wire contract has them. */
@Path("v1/verifications")
@Keyed
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class VerificationsResource {
  private static final String JWT = "application/jwt";

  @Inject private KeyedCalls calls;
  @Inject private IdempotentCalls onceOnly;
  @Inject private Verifications verifications;
  @Inject private Confirmations confirmations;
  @Inject private VerificationHistory history;
  @Inject private Calendar calendar;
  @Inject private SigningSettings address;
  @Inject private ServedCountries countries;
  @Context private HttpServletRequest request;

  /** Asks about a person; the code is on its way when this returns. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public Response ask(@Nullable AskBody body) {
    PresentedCall call = call();
    // Forms are looked at outside of the boundary: to its container, what this layer throws is a
    // fault to log. A key of another mode than it presents is not authenticated.
    Question question =
        JsonBodies.required(body).question(call.key().mode(), thisYear(), countries);
    return answer(
        onceOnly.answer(
            call,
            once(),
            caller -> {
              Sending sending = verifications.ask(caller, question);
              return sending instanceof Sending.Accepted accepted
                  ? CallAnswers.created(self(accepted.view()), document(accepted.view()))
                  : refused(SendingProblems.of(sending));
            }));
  }

  /** The organisation's verifications, newest first. */
  @GET
  @NeedsScope(ApiKeyScope.VERIFICATIONS_READ)
  public HistoryDocument list(@BeanParam HistoryParameters parameters) {
    HistoryParameters.Wanted wanted = parameters.wanted();
    HistoryPage page =
        calls.as(
            call(),
            caller -> history.list(caller, wanted.filter(), wanted.cursor(), wanted.limit()));
    return new HistoryDocument(
        page.items().stream().map(this::document).toList(), page.nextCursor().orElse(null));
  }

  /** One verification. */
  @GET
  @Path("{id}")
  @NeedsScope(ApiKeyScope.VERIFICATIONS_READ)
  public VerificationDocument get(@PathParam("id") String id) {
    return document(calls.as(call(), caller -> history.get(caller, verification(id))));
  }

  /** Sends the code again. */
  @POST
  @Path("{id}/code")
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public Response sendCodeAgain(@PathParam("id") String id) {
    return answer(
        onceOnly.answer(
            call(),
            once(),
            caller -> {
              Sending sending = verifications.sendCodeAgain(caller, verification(id));
              return sending instanceof Sending.Accepted accepted
                  ? CallAnswers.ok(document(accepted.view()))
                  : refused(SendingProblems.of(sending));
            }));
  }

  /** Takes the code that the person gave, and answers. */
  @POST
  @Path("{id}/confirmation")
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public Response confirm(@PathParam("id") String id, @Nullable ConfirmationBody body) {
    ConfirmationBody.Entry entry = JsonBodies.required(body).entry(thisYear());
    return answer(
        onceOnly.answer(
            call(),
            once(),
            caller -> {
              Confirmation confirmation =
                  confirmations.confirm(
                      caller, verification(id), entry.code(), entry.yearOfBirth());
              // Sent again, it shows what may be shown by then: the consent may be withdrawn.
              return confirmation instanceof Confirmation.Completed completed
                  ? CallAnswers.ok(document(completed.view())).madeAnew()
                  : refused(ConfirmationProblems.of(confirmation));
            },
            caller -> CallAnswers.ok(document(history.get(caller, verification(id))))));
  }

  /** Takes the question back. */
  @DELETE
  @Path("{id}")
  @NeedsScope(ApiKeyScope.VERIFICATIONS_WRITE)
  public void cancel(@PathParam("id") String id) {
    calls.as(
        call(),
        caller -> {
          verifications.cancel(caller, verification(id));
          return Optional.empty();
        });
  }

  /** The signed statement. */
  @GET
  @Path("{id}/statement")
  @Produces(JWT)
  @NeedsScope(ApiKeyScope.STATEMENTS_READ)
  public String statement(@PathParam("id") String id) {
    return calls.as(call(), caller -> history.statement(caller, verification(id)));
  }

  /** The signed statement as a QR code of pixels. */
  @GET
  @Path("{id}/statement.png")
  @Produces("image/png")
  @NeedsScope(ApiKeyScope.STATEMENTS_READ)
  public byte[] statementPng(@PathParam("id") String id) {
    return QrCode.of(statement(id)).png();
  }

  /** The signed statement as a QR code of any size. */
  @GET
  @Path("{id}/statement.svg")
  @Produces("image/svg+xml")
  @NeedsScope(ApiKeyScope.STATEMENTS_READ)
  public String statementSvg(@PathParam("id") String id) {
    return QrCode.of(statement(id)).svg();
  }

  /** The signed consent receipt. */
  @GET
  @Path("{id}/receipt")
  @Produces(JWT)
  @NeedsScope(ApiKeyScope.STATEMENTS_READ)
  public String receipt(@PathParam("id") String id) {
    return calls.as(call(), caller -> history.receipt(caller, verification(id)));
  }

  private static Response answer(Answered answered) {
    return CallAnswers.response(answered);
  }

  /** Returned, not thrown: what the refusal counted is kept. */
  private CallAnswer refused(ProblemException problem) {
    return CallAnswers.refused(problem, request);
  }

  private PresentedCall call() {
    return KeyedRequest.of(request);
  }

  private Optional<OnceCall> once() {
    return IdempotencyHeader.of(request);
  }

  private Year thisYear() {
    return Year.from(calendar.today());
  }

  private VerificationDocument document(VerificationView view) {
    return VerificationDocument.of(view, self(view));
  }

  /** Under the address that we are known by, whatever host a proxy's request names. */
  private URI self(VerificationView view) {
    return URI.create(
        address.live().value() + "/api/v1/verifications/" + view.verification().id().value());
  }

  private static VerificationId verification(String id) {
    return VerificationId.parse(id).orElseThrow(ConfirmationProblems::noSuchVerification);
  }
}
