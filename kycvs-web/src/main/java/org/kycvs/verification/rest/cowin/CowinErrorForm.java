package org.kycvs.verification.rest.cowin;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import org.kycvs.webshared.problem.ProblemDocument;

/** Turns the problem documents of the CoWIN-compatible API's calls into its own form. */
@Provider
public class CowinErrorForm implements ContainerResponseFilter {
  private static final String PATHS = "v3/";

  @Override
  public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
    if (!call.getUriInfo().getPath(false).startsWith(PATHS)
        || !(answer.getEntity() instanceof ProblemDocument problem)) {
      return;
    }
    CowinErrors.Told told = CowinErrors.of(problem);
    answer.setStatus(told.status());
    answer.setEntity(told.failure(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    if (told.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    } else {
      answer.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
    }
  }
}
