package org.kycvs.webshared.edge;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the whole body before the call begins, so that no call holds a transaction while its caller
 * is still sending. Bodies over 16 KiB are refused by counting what really comes: the server itself
 * has no limit.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class BodyLimit implements ContainerRequestFilter {
  private static final int MOST = 16 * 1024;

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext call) {
    if (call.getLength() > MOST) {
      throw tooLarge();
    }
    byte[] body = read(call.getEntityStream());
    if (body.length > MOST) {
      throw tooLarge();
    }
    RequestBody.keep(request, body);
    call.setEntityStream(new ByteArrayInputStream(body));
  }

  private static byte[] read(InputStream stream) {
    try {
      return stream.readNBytes(MOST + 1);
    } catch (IOException e) {
      // The caller hung up, or what it sent is no chunk: nothing of ours is broken.
      throw new BadRequestException(e);
    }
  }

  private static ClientErrorException tooLarge() {
    return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
  }
}
