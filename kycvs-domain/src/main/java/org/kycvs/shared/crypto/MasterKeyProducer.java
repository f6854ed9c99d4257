package org.kycvs.shared.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/** Gives the application the master key from the file that {@code kycvs.master-key-file} names. */
@ApplicationScoped
public class MasterKeyProducer {
  /** Names the file that holds the master key. */
  public static final String SETTING = "kycvs.master-key-file";

  private static final Logger LOG = System.getLogger(MasterKeyProducer.class.getName());

  private volatile @Nullable MasterKey key;

  /** The key, read once; it follows the file's changes itself. */
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
   * Reads the key. In development a file that others than its owner may read is warned of.
   *
   * @throws SettingException if there is no such file, it holds no key, or, in production, others
   *     than its owner may read it
   */
  public static MasterKey read(Settings settings) {
    String name =
        settings
            .text(SETTING)
            .orElseThrow(
                () ->
                    new SettingException(
                        SETTING
                            + " ("
                            + Settings.environmentName(SETTING)
                            + ") is not set: name a file that only this service can read"));
    try {
      Path file = Path.of(name);
      if (KeyFileAccess.isOpenToOthers(file)) {
        tellOfOthers(name, Environment.from(settings));
      }
      return MasterKey.of(file);
    } catch (InvalidPathException | IOException e) {
      throw Settings.unreadable(SETTING, name);
    } catch (IllegalArgumentException e) {
      throw Settings.wrong(
          SETTING,
          name,
          "a file with the standard base64 of 32 random bytes in each line (what it holds is "
              + e.getMessage()
              + ")");
    }
  }

  private static void tellOfOthers(String name, Environment environment) {
    if (environment == Environment.PRODUCTION) {
      throw Settings.wrong(
          SETTING, name, "a file that only its owner may read: run chmod 600 on it");
    }
    LOG.log(
        Level.WARNING,
        "Others than its owner may read the master-key file {0}; production refuses that",
        name);
  }
}
