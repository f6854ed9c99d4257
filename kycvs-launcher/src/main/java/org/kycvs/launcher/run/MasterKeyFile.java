package org.kycvs.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.PrivateFile;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.MasterKeyProducer;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/** The file with the installation's master key. */
public final class MasterKeyFile {
  private static final int LENGTH = 32;

  private MasterKeyFile() {}

  /**
   * Where it is. A development installation without one is given one in its data folder.
   *
   * @throws SettingException if none is named in production, or one that cannot be read
   */
  public static Path of(LauncherSettings settings, DataDirectory data) {
    if (settings.masterKeyFile().isPresent()) {
      Path named = Path.of(settings.masterKeyFile().get());
      if (!Files.isReadable(named)) { // told before it is made absolute, in case it is the key
        throw Settings.unreadable(MasterKeyProducer.SETTING, named.toString());
      }
      return named.toAbsolutePath();
    }
    if (settings.environment() == Environment.PRODUCTION) {
      throw new SettingException(
          MasterKeyProducer.SETTING
              + " (KYCVS_MASTER_KEY_FILE) is not set: make a key with 'openssl rand -base64 32',"
              + " keep it in a file that only this service can read, and name that file");
    }
    Path file = data.secrets().resolve("master.key");
    if (!Files.exists(file)) {
      PrivateFile.write(file, Base64.getEncoder().encodeToString(RandomText.bytes(LENGTH)) + "\n");
    }
    return file;
  }

  /**
   * Reads the key.
   *
   * @throws SettingException if the file holds none, or, in production, others may read it
   */
  public static MasterKey read(Path file, Environment environment) {
    Map<String, String> only =
        Map.of(
            MasterKeyProducer.SETTING,
            file.toString(),
            "kycvs.mode",
            environment.name().toLowerCase(Locale.ROOT));
    return MasterKeyProducer.read(Settings.of(name -> Optional.ofNullable(only.get(name))));
  }
}
