package org.kycvs.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.boundary.DevelopmentInboxes;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

/** What people would have received by SMS; in development only. */
@Path("sms")
@ApplicationScoped
public class DevelopmentInboxResource {
  @Inject private DevelopmentInboxes inboxes;
  @Inject private ServedCountries countries;

  /** The newest messages as JSON, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<ReceivedSms> messages(@QueryParam("mobile") @Nullable String mobile) {
    try {
      return inboxes.newest(number(mobile));
    } catch (MobileNumberException e) {
      throw new InvalidInputException(
          List.of(new InputError("?mobile", e.reason().code(), e.detail())));
    }
  }

  /** The newest messages as a page, for those who ask for one. */
  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.9")
  public Response page(@QueryParam("mobile") @Nullable String mobile) {
    try {
      Optional<MobileNumber> number = number(mobile);
      List<ReceivedSms> messages = inboxes.newest(number);
      return Response.ok(InboxPage.of(messages, number.map(MobileNumber::e164).orElse(""))).build();
    } catch (MobileNumberException e) {
      return Response.status(Response.Status.BAD_REQUEST)
          .entity(InboxPage.refusing(String.valueOf(mobile), e.detail()))
          .build();
    }
  }

  private Optional<MobileNumber> number(@Nullable String mobile) {
    // A plus in a query is a blank, and many forget to write it as %2B.
    return mobile == null || mobile.isBlank()
        ? Optional.empty()
        : Optional.of(countries.mobile(mobile.strip()));
  }
}
