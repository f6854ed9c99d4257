package org.kycvs.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.kycvs.notification.boundary.DevelopmentMails;
import org.kycvs.notification.entity.MailHtml;
import org.kycvs.notification.entity.ReceivedMail;

/** What staff would have received by e-mail; in development only. */
@Path("mail")
@ApplicationScoped
public class DevelopmentMailResource {
  private static final String PAGE = MediaType.TEXT_HTML + ";charset=UTF-8;qs=0.9";

  /** A mail may do nothing but look as its one style says. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src '"
          + MailHtml.styleHash()
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  @Inject private DevelopmentMails mails;

  /** The newest mails as JSON, newest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<ReceivedMail> mails() {
    return mails.newest();
  }

  /** The newest mails as a page, for those who ask for one. */
  @GET
  @Produces(PAGE)
  public String page() {
    return MailboxPage.of(mails.newest());
  }

  /** One mail as a page: its text and its headers. */
  @GET
  @Path("{id}")
  @Produces(PAGE)
  public String mail(@PathParam("id") String id) {
    return MailPage.of(mails.find(id));
  }

  /** One mail's HTML, as it was sent. */
  @GET
  @Path("{id}/html")
  @Produces(PAGE)
  public Response html(@PathParam("id") String id) {
    return Response.ok(mails.find(id).html())
        .header("Content-Security-Policy", MAIL_POLICY)
        .build();
  }
}
