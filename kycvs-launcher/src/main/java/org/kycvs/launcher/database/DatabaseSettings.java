package org.kycvs.launcher.database;

import java.util.Optional;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Which database is used and as whom: an external one when {@code kycvs.db.url} is set.
 *
 * @param external the owner's login to an external database
 * @param application the application's login there, when the operator made the role; else the
 *     launcher makes it
 * @param embeddedPort the embedded PostgreSQL's port; 0 for any free one
 */
public record DatabaseSettings(
    Optional<DatabaseLogin> external, Optional<DatabaseLogin> application, int embeddedPort) {
  private static final String URL = "kycvs.db.url";
  private static final String USER = "kycvs.db.user";
  private static final String PASSWORD = "kycvs.db.password-file";
  private static final String APPLICATION_USER = "kycvs.db.app-user";
  private static final String APPLICATION_PASSWORD = "kycvs.db.app-password-file";
  private static final int LAST_PORT = 65_535;

  /**
   * Reads and checks the settings.
   *
   * @throws SettingException if one is missing or wrong
   */
  public static DatabaseSettings from(Settings settings) {
    int port = settings.number("kycvs.db.port", 0, 0, LAST_PORT);
    Optional<String> url = settings.text(URL);
    if (url.isEmpty()) {
      return new DatabaseSettings(Optional.empty(), Optional.empty(), port);
    }
    DatabaseAddress address = address(url.get());
    DatabaseLogin owner = login(settings, address, USER, PASSWORD);
    Optional<DatabaseLogin> application =
        settings
            .text(APPLICATION_USER)
            .map(user -> login(settings, address, APPLICATION_USER, APPLICATION_PASSWORD));
    if (application.map(DatabaseLogin::user).filter(owner.user()::equals).isPresent()) {
      throw Settings.wrong(APPLICATION_USER, owner.user(), "another role than " + USER);
    }
    return new DatabaseSettings(Optional.of(owner), application, port);
  }

  private static DatabaseAddress address(String url) {
    try {
      return DatabaseAddress.parse(url);
    } catch (IllegalArgumentException e) {
      // The value may hold a password, so it is not repeated.
      throw new SettingException(
          URL + " (" + Settings.environmentName(URL) + ") must be " + DatabaseAddress.FORM);
    }
  }

  private static DatabaseLogin login(
      Settings settings, DatabaseAddress address, String user, String passwordFile) {
    String name =
        settings
            .text(user)
            .orElseThrow(
                () ->
                    new SettingException(
                        user
                            + " ("
                            + Settings.environmentName(user)
                            + ") is not set: name the role that signs in to "
                            + address));
    return new DatabaseLogin(address, name, settings.secretFromFile(passwordFile).strip());
  }
}
