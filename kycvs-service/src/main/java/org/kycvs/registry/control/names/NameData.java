package org.kycvs.registry.control.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the lists beside this class: a line an entry, words apart by blanks, {@code #} a comment.
 */
final class NameData {
  private NameData() {}

  /**
   * The words of each line that has any.
   *
   * @throws IllegalStateException if the application was built without the file
   */
  static List<List<String>> lines(String file) {
    try (InputStream bytes = NameData.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("Missing: " + file);
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(line -> List.of(line.split("\\s+")))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
