package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.kycvs.notification.control.DevelopmentInbox;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.settings.Environment;

/** What people would have received, for development only. */
@Stateless
public class DevelopmentInboxes {
  private static final int SHOWN = 50;

  @Inject private DevelopmentInbox inbox;
  @Inject private Environment environment;

  /**
   * The fifty newest messages, to one mobile or to all, newest first.
   *
   * @throws ProblemException {@code not-found} anywhere but in development
   */
  public List<ReceivedSms> newest(Optional<MobileNumber> mobile) {
    if (environment != Environment.DEVELOPMENT) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "There is nothing here.");
    }
    return mobile.map(one -> inbox.newest(one, SHOWN)).orElseGet(() -> inbox.newest(SHOWN));
  }
}
