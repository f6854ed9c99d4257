package org.kycvs.webshared.edge;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;

/**
 * Gives a call the body that {@link BodyReader} had read before, so that no call holds a
 * transaction while its caller is still sending. Bodies over 16 KiB are refused by counting what
 * really comes: the server itself has no limit.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class BodyLimit implements ContainerRequestFilter {
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext call) {
    if (request.getContentLengthLong() > IncomingBody.MOST) {
      throw IncomingBody.tooLarge();
    }
    RequestBody.require(request);
    call.setEntityStream(new ByteArrayInputStream(RequestBody.of(request)));
  }
}
