package org.kycvs.webshared.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webshared.edge.RequestId;
import org.kycvs.webshared.page.ErrorPage;
import org.kycvs.webshared.page.PageTaste;

/**
 * The one place where what went wrong becomes a problem document. What is not known here is logged
 * under the request's id and told as nothing but that.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());
  private static final String RETRY_AFTER = "retryAfter";
  private static final int RETRY_SOON = 2;

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof InvalidInputException invalid) {
      return document(
          ProblemCode.INVALID_REQUEST, "See errors for what to mend.", invalid.errors(), Map.of());
    }
    Optional<ProblemException> problem = Causes.first(thrown, ProblemException.class);
    if (problem.isPresent()) {
      if (problem.get().code() == ProblemCode.NOT_FOUND && PageTaste.of(request).wantsPage()) {
        return refusal(Refusal.of(ProblemCode.NOT_FOUND.status()));
      }
      return document(
          problem.get().code(),
          problem.get().detail(),
          partOf(problem.get()),
          problem.get().members());
    }
    if (thrown instanceof WebApplicationException refused
        && Refusal.isTheCallers(refused.getResponse().getStatus())) {
      return refusal(refused.getResponse());
    }
    if (Causes.isDatabaseGone(thrown)) {
      LOG.log(Level.WARNING, "{0}: the database is gone: {1}", id(), Causes.root(thrown));
      return document(
          ProblemCode.DATABASE_UNAVAILABLE,
          "Nothing was done. Try again in a moment.",
          List.of(),
          Map.of(RETRY_AFTER, RETRY_SOON));
    }
    LOG.log(Level.ERROR, "Incident " + id(), thrown);
    return refusal(Refusal.FAULT);
  }

  private Response refusal(Response refused) {
    Response response = refusal(Refusal.of(refused.getStatus()));
    String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null
        ? response
        : Response.fromResponse(response).header(HttpHeaders.ALLOW, allowed).build();
  }

  private Response refusal(Refusal refusal) {
    if (PageTaste.of(request).wantsPage()) {
      return Response.status(refusal.code().status())
          .type(ErrorPage.MEDIA_TYPE)
          .entity(ErrorPage.of(refusal.code().status(), id()))
          .build();
    }
    return document(refusal.code(), refusal.detail(), List.of(), Map.of());
  }

  private static List<InputError> partOf(ProblemException problem) {
    return problem
        .pointer()
        .map(pointer -> List.of(new InputError(pointer, "out-of-range", problem.detail())))
        .orElse(List.of());
  }

  private Response document(
      ProblemCode code, String detail, List<InputError> errors, Map<String, Integer> members) {
    ResponseBuilder response =
        Response.status(code.status(), code.title())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(code, detail, id(), errors, members));
    Integer retryAfter = members.get(RETRY_AFTER);
    if (retryAfter != null) {
      response.header("Retry-After", retryAfter);
    }
    if (code.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header("WWW-Authenticate", "Bearer");
    }
    if (code.status() == Response.Status.REQUEST_TIMEOUT.getStatusCode()) {
      response.header("Connection", "close"); // what is still to come is not waited for
    }
    return response.build();
  }

  private String id() {
    return RequestId.of(request);
  }
}
