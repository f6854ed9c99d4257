package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kycvs.notification.control.mail.MailStore;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.MailTemplate;

/** Mails to staff, kept in the transaction that wants them sent, and sent after it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailOutbox {
  private static final Logger LOG = System.getLogger(MailOutbox.class.getName());

  @Inject private MailStore store;
  @Inject private MailSettings settings;
  @Inject private Event<MailQueued> queued;
  @Inject private Clock clock;

  /**
   * Puts a mail into the outbox.
   *
   * @param variables all of the template's, and no others
   * @return what names it
   * @throws IllegalArgumentException if the template cannot be filled with these, such as with one
   *     that has a line's end in it
   */
  public MailId put(MailTemplate template, MailAddress to, Map<String, String> variables) {
    // What cannot be written is told to the one who wants it written, not found out later.
    template.check(variables);
    MailId id = MailId.random();
    store.put(id, template, to, variables, clock.instant());
    queued.fire(new MailQueued());
    return id;
  }

  /** Puts one for each operator, as {@link #put}; without operators the log says that it would. */
  public void putForOperators(MailTemplate template, Map<String, String> variables) {
    List<MailAddress> operators = settings.operators();
    if (operators.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Nobody is told ({0}): name whom in kycvs.mail.operators (KYCVS_MAIL_OPERATORS)",
          template.id());
    }
    for (MailAddress one : operators) {
      put(template, one, variables);
    }
  }
}
