package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kycvs.notification.control.mail.MailAnswer;
import org.kycvs.notification.control.mail.MailAnswer.Accepted;
import org.kycvs.notification.control.mail.MailAnswer.Deferred;
import org.kycvs.notification.control.mail.MailAnswer.Refused;
import org.kycvs.notification.control.mail.MailMetrics;
import org.kycvs.notification.control.mail.MailRoute;
import org.kycvs.notification.control.mail.MailRoutes;
import org.kycvs.notification.control.mail.MailStore;
import org.kycvs.notification.control.mail.MailStore.Taken;
import org.kycvs.notification.control.mail.OutgoingMail;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.shared.outbox.Backoff;

/**
 * Takes mails out of the outbox, hands them over, and notes what became of them: three steps, so
 * that no transaction waits for a server. Whoever dies in between leaves a mail that is sent again,
 * under the same {@code Message-ID}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailDispatch {
  private static final Logger LOG = System.getLogger(MailDispatch.class.getName());

  /** Over almost a day. */
  private static final Backoff WAITS =
      Backoff.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8));

  @Inject private MailStore store;
  @Inject private MailRoutes routes;
  @Inject private MailMetrics metrics;
  @Inject private Clock clock;

  /** Takes mails that are due; none while there is no way for them to leave. */
  public List<Taken> take(int most) {
    return routes.route().isEmpty() ? List.of() : store.take(clock.instant(), most);
  }

  /** Hands one over, outside of any transaction. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public MailAnswer handOver(Taken mail) {
    Optional<MailTemplate> template = MailTemplate.of(mail.template(), mail.version());
    Optional<MailRoute> route = routes.route();
    if (template.isEmpty() || route.isEmpty()) {
      // A node of another version or with other settings may be able to.
      return new Deferred("this node does not know the template, or no way to send it", "");
    }
    OutgoingMail outgoing;
    try {
      outgoing =
          new OutgoingMail(
              new MailId(mail.id()),
              store.recipient(mail),
              template.get().fill(store.variables(mail)));
    } catch (RuntimeException e) {
      // Its message may repeat what was sealed.
      return new Refused("it cannot be written: " + e.getClass().getSimpleName(), "");
    }
    return route.get().send(outgoing);
  }

  /** Whether it is too late for a mail; it is dropped then. */
  public boolean isDropped(Taken mail) {
    if (clock.instant().isBefore(mail.notAfter())) {
      return false;
    }
    if (store.drop(mail)) {
      metrics.count(mail, "dropped");
      LOG.log(Level.WARNING, "Mail {0} ({1}) came too late", mail.id(), mail.template());
    }
    return true;
  }

  /** Notes what became of a mail that was handed over. */
  public void settle(Taken mail, MailAnswer answer) {
    if (answer instanceof Accepted) {
      if (store.sent(mail)) {
        metrics.count(mail, "sent");
      }
    } else if (answer instanceof Deferred deferred) {
      again(mail, deferred.why());
    } else if (answer instanceof Refused refused) {
      setAside(mail, refused.why());
    }
  }

  private void again(Taken mail, String why) {
    Optional<Duration> wait = WAITS.after(mail.attempts());
    if (wait.isEmpty()) {
      setAside(mail, why);
    } else if (store.again(mail, why, clock.instant().plus(wait.get()))) {
      metrics.count(mail, "deferred");
      LOG.log(
          Level.INFO,
          "Mail {0} ({1}) is tried again in {2}: {3}",
          mail.id(),
          mail.template(),
          wait.get(),
          why);
    }
  }

  private void setAside(Taken mail, String why) {
    if (store.setAside(mail, why)) {
      metrics.count(mail, "set-aside");
      LOG.log(
          Level.WARNING,
          "Mail {0} ({1}) is set aside, see kycvs mail status: {2}",
          mail.id(),
          mail.template(),
          why);
    }
  }
}
