package org.kycvs.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.boundary.DevelopmentInboxes;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;
import org.kycvs.webshared.input.InputChecks;

/** What people would have received by SMS; in development only. */
@Path("sms")
@ApplicationScoped
public class DevelopmentInboxResource {
  @Inject private DevelopmentInboxes inboxes;

  /** The newest messages as JSON, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<ReceivedSms> messages(@QueryParam("mobile") @Nullable String mobile) {
    return inboxes.newest(number(mobile));
  }

  /** The newest messages as a page. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public String page(@QueryParam("mobile") @Nullable String mobile) {
    return InboxPage.of(inboxes.newest(number(mobile)), mobile == null ? "" : mobile);
  }

  private static Optional<MobileNumber> number(@Nullable String mobile) {
    if (mobile == null || mobile.isBlank()) {
      return Optional.empty();
    }
    try {
      // A plus in a query is a blank, and many forget to write it as %2B.
      return Optional.of(MobileNumber.parse(mobile.strip()));
    } catch (MobileNumberException e) {
      InputChecks checks = new InputChecks();
      checks.refuse("?mobile", e.reason().code(), e.reason().detail());
      checks.done();
      return Optional.empty();
    }
  }
}
