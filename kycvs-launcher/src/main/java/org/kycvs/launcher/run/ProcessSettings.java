package org.kycvs.launcher.run;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kycvs.shared.settings.Settings;

/**
 * The settings of this process, from system properties and environment variables, in this order. It
 * remembers which were asked for, so that one with a mistyped name does not go unnoticed.
 */
public final class ProcessSettings {
  private static final String PREFIX = "KYCVS_";

  private final Map<String, String> environment;
  private final Set<String> asked = new HashSet<>();

  ProcessSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads and checks what the launcher needs, and warns of variables that nothing reads.
   *
   * @throws org.kycvs.shared.settings.SettingException if a value is wrong
   */
  public static LauncherSettings read(PrintWriter warnings) {
    ProcessSettings process = new ProcessSettings(System.getenv());
    LauncherSettings settings = LauncherSettings.from(process.settings());
    for (String name : process.unused()) {
      warnings.println("kycvs: " + name + " is set, but nothing reads it: is its name right?");
    }
    warnings.flush();
    return settings;
  }

  /** The settings as they are, for a command that needs few of them and no server. */
  public static Settings ofThisProcess() {
    return new ProcessSettings(System.getenv()).settings();
  }

  /** To read from. */
  Settings settings() {
    return Settings.of(
        name -> {
          String variable = Settings.environmentName(name);
          asked.add(variable);
          return Optional.ofNullable(System.getProperty(name))
              .or(() -> Optional.ofNullable(environment.get(variable)));
        });
  }

  /** Our variables that are set but were not asked for so far. */
  List<String> unused() {
    Set<String> unused = new TreeSet<>(environment.keySet());
    unused.removeIf(name -> !name.startsWith(PREFIX) || asked.contains(name));
    return List.copyOf(unused);
  }
}
