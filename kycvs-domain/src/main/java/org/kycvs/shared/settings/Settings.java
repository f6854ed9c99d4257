package org.kycvs.shared.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads configuration values by their MicroProfile Config names, {@code kycvs.…}. A value that
 * cannot be used stops the start with a {@link SettingException}: which name, what value, what is
 * allowed. Names are shown with the environment variable that sets them.
 */
public final class Settings {
  private final Function<String, Optional<String>> source;

  private Settings(Function<String, Optional<String>> source) {
    this.source = source;
  }

  /** Settings whose values a function looks up by name; empty means not set. */
  public static Settings of(Function<String, Optional<String>> source) {
    return new Settings(source);
  }

  /** The environment variable for a name, as MicroProfile Config maps it. */
  public static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  /** A text, if it is set and not blank. */
  public Optional<String> text(String name) {
    return source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** A text, or the default. */
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /** A whole number between two bounds, both allowed. */
  public int number(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one refusal below, which says what a number may be.
    }
    throw wrong(name, text.get(), "a whole number from " + least + " to " + most);
  }

  /** A length of time in ISO 8601 form, such as {@code PT5M}, between two bounds, both allowed. */
  public Duration duration(String name, Duration otherwise, Duration least, Duration most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      Duration value = Duration.parse(text.get());
      if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    } catch (DateTimeException e) {
      // Falls through to the one refusal below, which says what a duration may be.
    }
    throw wrong(
        name, text.get(), "a duration from " + least + " to " + most + ", written like PT5M");
  }

  /** A time zone by its IANA name. */
  public ZoneId zone(String name, ZoneId otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return ZoneId.of(text.get());
    } catch (DateTimeException e) {
      throw wrong(name, text.get(), "a time zone, such as Asia/Kolkata");
    }
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> type, E otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    StringBuilder allowed = new StringBuilder("one of");
    for (E constant : type.getEnumConstants()) {
      String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (word.equals(text.get())) {
        return constant;
      }
      allowed.append(' ').append(word);
    }
    throw wrong(name, text.get(), allowed.toString());
  }

  /** The text of a file whose path is the value; the content is never shown. */
  public String secretFromFile(String name) {
    String path =
        text(name)
            .orElseThrow(
                () ->
                    new SettingException(
                        name
                            + " ("
                            + environmentName(name)
                            + ") is not set: name a file that only this service can read"));
    try {
      return Files.readString(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      throw unreadable(name, path);
    }
  }

  /**
   * The refusal of a value that names no file with a secret, to be thrown. The value is shown only
   * if it is a path surely; else it may be the secret itself.
   */
  public static SettingException unreadable(String name, String path) {
    String shown = isWithinFolder(path) ? path : "(not shown, it may be the secret itself)";
    return wrong(name, shown, "a file that this service can read");
  }

  /** Whether a value is a path surely: it names a folder that exists, besides the root. */
  private static boolean isWithinFolder(String text) {
    try {
      Path folder = Path.of(text).getParent();
      return folder != null && folder.getNameCount() > 0 && Files.isDirectory(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The refusal of a value, to be thrown. */
  public static SettingException wrong(String name, String value, String allowed) {
    return new SettingException(
        name + " (" + environmentName(name) + ") is '" + value + "', but must be " + allowed);
  }
}
