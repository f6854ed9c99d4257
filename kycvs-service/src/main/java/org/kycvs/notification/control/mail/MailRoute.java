package org.kycvs.notification.control.mail;

/** A way for a mail to leave. */
public interface MailRoute {

  /** Hands it over and waits for the answer, at most as long as the settings say for each step. */
  MailAnswer send(OutgoingMail mail);
}
