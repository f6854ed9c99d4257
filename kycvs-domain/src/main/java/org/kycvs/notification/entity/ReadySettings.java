package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.kycvs.shared.settings.Settings;

/** Settings that fit a common gateway, so that only what is the installation's own must be set. */
final class ReadySettings {
  private final Properties ready;

  private ReadySettings(Properties ready) {
    this.ready = ready;
  }

  /** Those of a kind; none for {@code http}, where everything is the installation's own. */
  static ReadySettings of(String kind) {
    Properties ready = new Properties();
    if (kind.equals("http")) {
      return new ReadySettings(ready);
    }
    try (InputStream file =
        ReadySettings.class.getResourceAsStream("gateway-" + kind + ".properties")) {
      if (file == null) {
        throw new IllegalStateException("There are no ready settings for " + kind);
      }
      ready.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReadySettings(ready);
  }

  /** The settings, with these where nothing is set under the prefix. */
  Settings under(Settings settings, String prefix) {
    return Settings.of(
        name -> {
          Optional<String> own = settings.text(name);
          if (own.isPresent() || !name.startsWith(prefix)) {
            return own;
          }
          return Optional.ofNullable(ready.getProperty(name.substring(prefix.length())));
        });
  }
}
