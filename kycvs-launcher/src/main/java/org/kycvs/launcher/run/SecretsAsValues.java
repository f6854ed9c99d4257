package org.kycvs.launcher.run;

import java.util.List;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Secrets are named by their files. One that is given as a value is in the process list or in the
 * environment of every child, so a start with it is refused, also where the file is named as well.
 */
final class SecretsAsValues {
  private static final String FILE = "-file";

  /** What somebody may set instead of the same with {@code -file}. */
  private static final List<String> SECRETS =
      List.of(
          "kycvs.master-key",
          "kycvs.db.password",
          "kycvs.db.app-password",
          "kycvs.tls.key",
          "kycvs.mail.smtp.password");

  private static final String URL = "kycvs.db.url";
  private static final String OPTIONS = "kycvs.server-options";

  /** A user's password before the host, or a parameter of PostgreSQL's drivers and of libpq. */
  private static final Pattern PASSWORD_IN_URL =
      Pattern.compile("//[^/@?]*:[^/?]*@|[?&](ssl)?password=", Pattern.CASE_INSENSITIVE);

  /** Options are in the process list. */
  private static final Pattern PASSWORD_IN_OPTIONS =
      Pattern.compile(
          "-D(\\S*(password|secret)\\S*|kycvs[.](master-key|tls[.]key))=",
          Pattern.CASE_INSENSITIVE);

  private SecretsAsValues() {}

  /**
   * Looks for them.
   *
   * @throws SettingException if there is one; the line does not repeat it
   */
  static void refuse(Settings settings) {
    for (String name : SECRETS) {
      if (settings.text(name).isPresent()) {
        throw new SettingException(
            named(name) + " is a secret and must not be a value: " + instead(name));
      }
    }
    if (settings.text(URL).filter(url -> PASSWORD_IN_URL.matcher(url).find()).isPresent()) {
      throw new SettingException(
          named(URL) + " must not hold a password: " + instead("kycvs.db.password"));
    }
    if (settings.text(OPTIONS).filter(it -> PASSWORD_IN_OPTIONS.matcher(it).find()).isPresent()) {
      throw new SettingException(
          named(OPTIONS)
              + " must not hold a secret, because every process of this machine can read it: use"
              + " the settings that end in _FILE");
    }
  }

  private static String instead(String name) {
    return "put it into a file that only this service can read, and name that in "
        + named(name + FILE);
  }

  private static String named(String name) {
    return name + " (" + Settings.environmentName(name) + ")";
  }
}
