package org.kycvs.notification.entity;

import java.util.List;
import java.util.Optional;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * How mails to staff leave.
 *
 * @param smtp the server that takes them; without one, development has its inbox, and in production
 *     they wait
 * @param from whom they come from ({@code kycvs.mail.from}); must be set with a server
 * @param replyTo whom answers go to ({@code kycvs.mail.reply-to}), if not there
 * @param operators who is told what concerns the installation ({@code kycvs.mail.operators}, parted
 *     by commas)
 */
public record MailSettings(
    Optional<SmtpSettings> smtp,
    MailAddress from,
    Optional<MailAddress> replyTo,
    List<MailAddress> operators) {
  private static final String FROM = "kycvs.mail.from";
  private static final String REPLY_TO = "kycvs.mail.reply-to";
  private static final String OPERATORS = "kycvs.mail.operators";
  private static final MailAddress NOBODY = new MailAddress("kycvs@example.org");
  private static final String AN_ADDRESS = "an e-mail address, such as ops@example.org";

  /** With its own copy. */
  public MailSettings {
    operators = List.copyOf(operators);
  }

  /**
   * Reads them.
   *
   * @throws SettingException if one is wrong, or the sender is not set
   */
  public static MailSettings from(Settings settings, Environment environment) {
    Optional<SmtpSettings> smtp = SmtpSettings.from(settings);
    Optional<MailAddress> from = address(settings, FROM);
    if (smtp.isPresent() && from.isEmpty()) {
      throw new SettingException(
          FROM
              + " ("
              + Settings.environmentName(FROM)
              + ") is not set: name the address that mails come from");
    }
    return new MailSettings(
        smtp,
        from.orElse(NOBODY),
        address(settings, REPLY_TO),
        settings
            .text(OPERATORS)
            .map(MailSettings::list)
            .orElse(environment == Environment.DEVELOPMENT ? List.of(NOBODY) : List.of()));
  }

  private static Optional<MailAddress> address(Settings settings, String name) {
    return settings
        .text(name)
        .map(
            text ->
                MailAddress.parse(text).orElseThrow(() -> Settings.wrong(name, text, AN_ADDRESS)));
  }

  private static List<MailAddress> list(String text) {
    try {
      return MailAddress.list(text);
    } catch (IllegalArgumentException e) {
      throw Settings.wrong(OPERATORS, text, "e-mail addresses parted by commas");
    }
  }
}
