package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * The SMTP server that takes our mails.
 *
 * @param host its name, which its certificate must have ({@code kycvs.mail.smtp.host})
 * @param port where it listens ({@code .port}; 465, 587 or 25 by the security)
 * @param security how the connection is protected ({@code .security}, STARTTLS unless set)
 * @param login as whom to sign in ({@code .user}, {@code .password-file}), if it asks for that
 * @param trust PEM certificates to trust instead of the platform's ({@code .trust-file})
 * @param timeout for connecting, and for each read and write ({@code .timeout}, ten seconds)
 */
public record SmtpSettings(
    String host,
    int port,
    SmtpSecurity security,
    Optional<SmtpLogin> login,
    Optional<Path> trust,
    Duration timeout) {
  /** Names the server; without it no mail leaves. */
  public static final String HOST = "kycvs.mail.smtp.host";

  private static final String PREFIX = "kycvs.mail.smtp.";
  private static final String SECURITY = PREFIX + "security";
  private static final String USER = PREFIX + "user";
  private static final String PASSWORD_FILE = PREFIX + "password-file";
  private static final String TRUST_FILE = PREFIX + "trust-file";
  private static final String PORT = PREFIX + "port";
  private static final String TIMEOUT = PREFIX + "timeout";
  private static final List<String> OTHERS =
      List.of(PORT, SECURITY, USER, PASSWORD_FILE, TRUST_FILE, TIMEOUT);

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1");
  private static final int LAST_PORT = 65_535;

  /**
   * Reads them; empty without a host.
   *
   * @throws SettingException if one is wrong, or set without what it goes with
   */
  static Optional<SmtpSettings> from(Settings settings) {
    Optional<String> host = settings.text(HOST);
    if (host.isEmpty()) {
      for (String other : OTHERS) {
        if (settings.text(other).isPresent()) {
          throw missing(HOST, "it names the server that " + other + " is about");
        }
      }
      return Optional.empty();
    }
    if (!NAME.matcher(host.get()).matches()) {
      throw Settings.wrong(HOST, host.get(), "a host's name, such as smtp.example.org");
    }
    SmtpSecurity security = settings.oneOf(SECURITY, SmtpSecurity.class, SmtpSecurity.STARTTLS);
    if (security == SmtpSecurity.NONE && !THIS_MACHINE.matcher(host.get()).matches()) {
      throw Settings.wrong(
          SECURITY,
          "none",
          "tls or starttls unless " + HOST + " is localhost or a loopback address");
    }
    return Optional.of(
        new SmtpSettings(
            host.get(),
            settings.number(PORT, security.port(), 1, LAST_PORT),
            security,
            login(settings),
            settings.text(TRUST_FILE).map(SmtpSettings::trusted),
            settings.duration(
                TIMEOUT, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(30))));
  }

  private static Optional<SmtpLogin> login(Settings settings) {
    Optional<String> user = settings.text(USER);
    Optional<String> file = settings.text(PASSWORD_FILE);
    if (user.isPresent() && file.isEmpty()) {
      throw missing(PASSWORD_FILE, "it is needed with " + USER);
    }
    if (user.isEmpty() && file.isPresent()) {
      throw missing(USER, "it is needed with " + PASSWORD_FILE);
    }
    if (user.isEmpty()) {
      return Optional.empty();
    }
    String unusedPassword = settings.secretFromFile(PASSWORD_FILE);
    if (unusedPassword.isBlank()) {
      throw Settings.wrong(PASSWORD_FILE, file.get(), "a file with the password");
    }
    return Optional.of(new SmtpLogin(user.get(), Path.of(file.get())));
  }

  private static Path trusted(String file) {
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      if (!CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty()) {
        return Path.of(file);
      }
    } catch (IOException | CertificateException | InvalidPathException e) {
      // Falls through to the one refusal below.
    }
    throw Settings.wrong(TRUST_FILE, file, "a PEM file of X.509 certificates");
  }

  private static SettingException missing(String name, String why) {
    return new SettingException(
        name + " (" + Settings.environmentName(name) + ") is not set: " + why);
  }
}
