package org.kycvs.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.kycvs.notification.boundary.HttpReports;

/**
 * Takes delivery reports from SMS gateways. The address of a report, which its message was given,
 * is what authenticates it; nothing is read from the database before it fits.
 */
@Path("{gateway: [a-z][a-z0-9-]{0,19}}/{number: [1-9][0-9]{0,17}}/{token: [A-Za-z0-9_-]{22}}")
@ApplicationScoped
public class SmsReportsResource {
  @Inject private HttpReports reports;

  /** A report in the URL alone. */
  @GET
  public void told(
      @PathParam("gateway") String gateway,
      @PathParam("number") long number,
      @PathParam("token") String token,
      @Context UriInfo uri) {
    reports.received(gateway, number, token, first(uri.getQueryParameters()), "");
  }

  /** A report with a body, whatever its type. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public void sent(
      @PathParam("gateway") String gateway,
      @PathParam("number") long number,
      @PathParam("token") String token,
      @Context UriInfo uri,
      String body) {
    reports.received(gateway, number, token, first(uri.getQueryParameters()), body);
  }

  private static Map<String, String> first(MultivaluedMap<String, String> parameters) {
    Map<String, String> first = new HashMap<>();
    parameters.forEach((name, values) -> first.put(name, values.isEmpty() ? "" : values.get(0)));
    return first;
  }
}
