package org.kycvs.notification.boundary;

import java.time.Clock;
import java.util.Map;
import org.kycvs.notification.control.mail.MailAnswer;
import org.kycvs.notification.control.mail.MailAnswer.Accepted;
import org.kycvs.notification.control.mail.MailAnswer.Deferred;
import org.kycvs.notification.control.mail.MailAnswer.Refused;
import org.kycvs.notification.control.mail.OutgoingMail;
import org.kycvs.notification.control.mail.SmtpRoute;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.notification.entity.MailTrialOutcome;
import org.kycvs.notification.entity.SmtpSettings;

/** Sends one mail at once, past the outbox, to show whether the settings are right. */
public final class MailTrial {
  private final SmtpRoute route;

  /** To the server that the settings name. */
  public MailTrial(SmtpSettings smtp, MailSettings settings, Clock clock) {
    this.route = new SmtpRoute(smtp, settings, clock);
  }

  /**
   * Sends it and waits for the answer.
   *
   * @param variables of {@link MailTemplate#MAIL_TEST}
   */
  public MailTrialOutcome send(MailAddress to, Map<String, String> variables) {
    MailId id = MailId.random();
    MailAnswer answer =
        route.send(new OutgoingMail(id, to, MailTemplate.MAIL_TEST.fill(variables)));
    if (answer instanceof Accepted accepted) {
      return new MailTrialOutcome(id, MailTrialOutcome.Kind.ACCEPTED, "", accepted.said());
    }
    if (answer instanceof Refused refused) {
      return new MailTrialOutcome(id, MailTrialOutcome.Kind.REFUSED, refused.why(), refused.said());
    }
    Deferred deferred = (Deferred) answer;
    return new MailTrialOutcome(
        id,
        deferred.said().isEmpty() ? MailTrialOutcome.Kind.UNREACHED : MailTrialOutcome.Kind.REFUSED,
        deferred.why(),
        deferred.said());
  }
}
