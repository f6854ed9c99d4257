package org.kycvs.notification.control.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.control.mail.MailAnswer.Deferred;
import org.kycvs.notification.control.mail.MailAnswer.Refused;

/**
 * What a failure to hand a mail over means. Only what concerns this mail or its recipient is final
 * (5yz, RFC 5321, section 4.2.1); a server that refuses us or our sender is set up wrongly, which
 * somebody can mend while mails wait.
 */
final class SmtpFailure {
  /** The reply's code and, if there is one, the enhanced one (RFC 3463): no text, no address. */
  private static final Pattern CODES =
      Pattern.compile("([245][0-9]{2})(?:[ -]([245]\\.[0-9]{1,3}\\.[0-9]{1,3}))?");

  private static final int FIRST_FINAL = 500;

  private SmtpFailure() {}

  /** What became of the mail. */
  static MailAnswer of(MessagingException failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof SMTPAddressFailedException refused) {
        return replied("the server refused the recipient", refused.getReturnCode(), refused);
      }
    }
    for (Throwable cause : causes) {
      if (cause instanceof AuthenticationFailedException) {
        return deferred("the server refused user or password", cause);
      }
      if (cause instanceof SMTPSendFailedException refused && isOfSender(refused)) {
        return deferred("the server refused kycvs.mail.from", refused);
      }
      if (cause instanceof SMTPSendFailedException refused) {
        return replied("the server refused the mail", refused.getReturnCode(), refused);
      }
    }
    return new Deferred(unreached(causes), "");
  }

  private static boolean isOfSender(SMTPSendFailedException refused) {
    String command = refused.getCommand();
    return command != null && command.startsWith("MAIL");
  }

  private static MailAnswer replied(String what, int code, Throwable refused) {
    String why = what + codes(refused);
    return code >= FIRST_FINAL
        ? new Refused(why, said(refused))
        : new Deferred(why + ", for now", said(refused));
  }

  private static Deferred deferred(String what, Throwable refused) {
    return new Deferred(what + codes(refused), said(refused));
  }

  private static String unreached(List<Throwable> causes) {
    for (Throwable cause : causes) {
      if (cause instanceof SSLException) {
        return "no secure connection to the server";
      }
      if (cause instanceof SocketTimeoutException) {
        return "the server did not answer in time";
      }
    }
    return causes.stream().anyMatch(MailConnectException.class::isInstance)
        ? "the server cannot be reached"
        : "the connection to the server failed";
  }

  private static String codes(Throwable refused) {
    Matcher codes = CODES.matcher(said(refused));
    if (!codes.lookingAt()) {
      return "";
    }
    return " (" + codes.group(1) + (codes.group(2) == null ? "" : " " + codes.group(2)) + ")";
  }

  private static String said(Throwable refused) {
    return refused.getMessage() == null ? "" : refused.getMessage().strip();
  }

  /** The failure, and what it is made of: the library chains them in two ways. */
  private static List<Throwable> causes(MessagingException failure) {
    List<Throwable> causes = new ArrayList<>();
    add(failure, causes);
    return causes;
  }

  private static void add(@Nullable Throwable one, List<Throwable> causes) {
    if (one == null || causes.contains(one)) {
      return;
    }
    causes.add(one);
    if (one instanceof MessagingException chained) {
      add(chained.getNextException(), causes);
    }
    add(one.getCause(), causes);
  }
}
