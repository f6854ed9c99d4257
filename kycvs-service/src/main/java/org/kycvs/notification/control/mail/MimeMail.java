package org.kycvs.notification.control.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailSettings;

/** A mail in its form on the wire: text and HTML as alternatives (RFC 2046, section 5.1.4). */
final class MimeMail extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String SENDER = "KYC-VS";

  private final String messageId;

  private MimeMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  /** Composes it; what is sent twice differs in its date only. */
  static MimeMail of(Session session, OutgoingMail mail, MailSettings settings, Instant at)
      throws MessagingException {
    MimeMail message = new MimeMail(session, mail.id().messageId(settings.from()));
    message.setFrom(named(settings.from()));
    if (settings.replyTo().isPresent()) {
      message.setReplyTo(
          new InternetAddress[] {new InternetAddress(settings.replyTo().get().value())});
    }
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to().value()));
    message.setSubject(mail.text().subject(), UTF_8);
    message.setSentDate(Date.from(at));
    // RFC 3834, section 5: no out-of-office answers, please.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart(
            "alternative", part(mail.text().text(), "plain"), part(mail.text().html(), "html")));
    message.saveChanges();
    return message;
  }

  /** Not one that the library makes of the time and the user's name, which differs on each try. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    part.setHeader("Content-Language", "en");
    return part;
  }

  private static InternetAddress named(MailAddress address) {
    try {
      return new InternetAddress(address.value(), SENDER, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }
}
