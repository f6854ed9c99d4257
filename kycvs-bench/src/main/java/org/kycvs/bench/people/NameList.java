package org.kycvs.bench.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Common names, each in every {@link Script}. No two are alike enough to be taken for each other,
 * in whatever scripts they are written.
 */
final class NameList {
  static final NameList GIVEN = new NameList("given-names.csv");
  static final NameList FAMILY = new NameList("family-names.csv");

  private final List<String[]> names;

  private NameList(String resource) {
    try (InputStream file =
            Objects.requireNonNull(NameList.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      names = lines.lines().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return names.size();
  }

  String written(int name, Script script) {
    return names.get(name)[script.ordinal()];
  }
}
