package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kycvs.notification.control.mail.DevelopmentMailbox;
import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.settings.Environment;

/** What staff would have received, for development only. */
@Stateless
public class DevelopmentMails {
  private static final int SHOWN = 50;

  @Inject private DevelopmentMailbox mailbox;
  @Inject private Environment environment;

  /**
   * The fifty newest mails, newest first.
   *
   * @throws ProblemException {@code not-found} anywhere but in development
   */
  public List<ReceivedMail> newest() {
    inDevelopmentOnly();
    return mailbox.newest(SHOWN);
  }

  /**
   * One mail.
   *
   * @throws ProblemException {@code not-found} if there is none, and anywhere but in development
   */
  public ReceivedMail find(String id) {
    inDevelopmentOnly();
    return mailbox.find(id).orElseThrow(DevelopmentMails::notFound);
  }

  private void inDevelopmentOnly() {
    if (environment != Environment.DEVELOPMENT) {
      throw notFound();
    }
  }

  private static ProblemException notFound() {
    return new ProblemException(ProblemCode.NOT_FOUND, "There is nothing here.");
  }
}
