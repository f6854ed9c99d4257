package org.kycvs.notification.control.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.SmtpLogin;
import org.kycvs.notification.entity.SmtpSecurity;
import org.kycvs.notification.entity.SmtpSettings;

/**
 * Hands mails to an SMTP server (RFC 5321), each over a connection of its own. TLS is 1.2 or later,
 * with a certificate that is trusted and has the host's name; without it nothing is sent.
 */
public final class SmtpRoute implements MailRoute {
  private static final String SMTP = "smtp";

  private final SmtpSettings smtp;
  private final MailSettings settings;
  private final Clock clock;

  /** To this server. */
  public SmtpRoute(SmtpSettings smtp, MailSettings settings, Clock clock) {
    this.smtp = smtp;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public MailAnswer send(OutgoingMail mail) {
    try {
      Session session = Session.getInstance(properties());
      MimeMail message = MimeMail.of(session, mail, settings, clock.instant());
      try (Transport transport = session.getTransport(SMTP)) {
        Optional<SmtpLogin> login = smtp.login();
        transport.connect(
            smtp.host(),
            smtp.port(),
            login.map(SmtpLogin::user).orElse(null),
            login.isPresent() ? password(login.get()) : null);
        transport.sendMessage(message, message.getAllRecipients());
        return new MailAnswer.Accepted(said(transport));
      }
    } catch (MessagingException e) {
      return SmtpFailure.of(e);
    } catch (IOException e) {
      return new MailAnswer.Deferred("a file that kycvs.mail.smtp names cannot be read", "");
    }
  }

  private static String said(Transport transport) {
    @Nullable String said =
        transport instanceof SMTPTransport known ? known.getLastServerResponse() : null;
    return said == null ? "" : said.strip();
  }

  private static String password(SmtpLogin login) throws IOException {
    return Files.readString(login.passwordFile()).strip();
  }

  private Properties properties() throws IOException {
    String millis = Long.toString(smtp.timeout().toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.login().isPresent()));
    properties.setProperty("mail.smtp.quitwait", "false");
    if (smtp.security() != SmtpSecurity.NONE) {
      boolean first = smtp.security() == SmtpSecurity.TLS;
      properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(first));
      properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(!first));
      properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!first));
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
      properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
      if (smtp.trust().isPresent()) {
        properties.put("mail.smtp.ssl.socketFactory", SmtpTrust.in(smtp.trust().get()));
        properties.setProperty("mail.smtp.ssl.socketFactory.fallback", "false");
      }
    }
    return properties;
  }
}
