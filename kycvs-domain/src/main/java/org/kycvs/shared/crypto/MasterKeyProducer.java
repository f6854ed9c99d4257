package org.kycvs.shared.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/** Gives the application the master key from the file that {@code kycvs.master-key-file} names. */
@ApplicationScoped
public class MasterKeyProducer {
  /** Names the file that holds the master key. */
  public static final String SETTING = "kycvs.master-key-file";

  private volatile @Nullable MasterKey key;

  /** The key, read once. */
  @Produces
  @Dependent
  public MasterKey masterKey(Settings settings) {
    MasterKey known = key;
    if (known == null) {
      known = read(settings);
      key = known;
    }
    return known;
  }

  /**
   * Reads the key.
   *
   * @throws SettingException if there is no such file or it holds no key
   */
  public static MasterKey read(Settings settings) {
    String text = settings.secretFromFile(SETTING);
    try {
      return MasterKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw Settings.wrong(
          SETTING,
          settings.text(SETTING, ""),
          "a file with the standard base64 of 32 random bytes (what it holds is "
              + e.getMessage()
              + ")");
    }
  }
}
