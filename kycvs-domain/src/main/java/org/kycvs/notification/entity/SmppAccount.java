package org.kycvs.notification.entity;

import java.nio.charset.StandardCharsets;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Who we are at a gateway (SMPP 3.4, 5.2.1 to 5.2.3). It never prints its password.
 *
 * @param systemId 1 to 15 ASCII characters
 * @param password at most 8 ASCII characters, as the protocol has no room for more
 * @param systemType at most 12 ASCII characters, mostly none
 */
public record SmppAccount(String systemId, String password, String systemType) {
  private static final int LONGEST_ID = 15;
  private static final int LONGEST_PASSWORD = 8;
  private static final int LONGEST_TYPE = 12;

  static SmppAccount from(Settings settings, String prefix) {
    String name = prefix + "system-id";
    String systemId = settings.text(name, "");
    if (systemId.isEmpty() || !isAscii(systemId, LONGEST_ID)) {
      throw Settings.wrong(name, systemId, "1 to 15 ASCII characters");
    }
    String typeName = prefix + "system-type";
    String type = settings.text(typeName, "");
    if (!isAscii(type, LONGEST_TYPE)) {
      throw Settings.wrong(typeName, type, "at most 12 ASCII characters");
    }
    return new SmppAccount(systemId, password(settings, prefix + "password-file"), type);
  }

  private static String password(Settings settings, String name) {
    String password = settings.secretFromFile(name).strip();
    if (!isAscii(password, LONGEST_PASSWORD)) {
      throw new SettingException(
          name
              + " ("
              + Settings.environmentName(name)
              + ") names a file whose password has more than 8 ASCII characters, which SMPP"
              + " cannot send: ask the operator for a shorter one");
    }
    return password;
  }

  private static boolean isAscii(String text, int longest) {
    return text.length() <= longest && StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmppAccount(" + systemId + ")";
  }
}
