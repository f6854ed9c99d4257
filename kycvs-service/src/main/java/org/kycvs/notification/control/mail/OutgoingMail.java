package org.kycvs.notification.control.mail;

import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailText;

/**
 * A mail as it is handed over. It exists in memory only, and never prints itself.
 *
 * @param id names it, the same on every try
 * @param to whom
 * @param text what it says
 */
public record OutgoingMail(MailId id, MailAddress to, MailText text) {
  @Override
  public String toString() {
    return "OutgoingMail(" + id + ")";
  }
}
