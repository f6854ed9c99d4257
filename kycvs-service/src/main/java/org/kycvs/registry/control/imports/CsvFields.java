package org.kycvs.registry.control.imports;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of one row, by column. */
final class CsvFields {
  /** White space of any script at either end, and the byte order mark before it. */
  private static final Pattern ENDS =
      Pattern.compile("^[\\p{IsWhite_Space}\\uFEFF]+|\\p{IsWhite_Space}+$");

  private final Map<RegistryColumn, Integer> positions;
  private final List<String> fields;

  CsvFields(Map<RegistryColumn, Integer> positions, List<String> fields) {
    this.positions = positions;
    this.fields = fields;
  }

  /** The column's text without white space around it. */
  String get(RegistryColumn column) {
    return strip(fields.get(positions.getOrDefault(column, -1)));
  }

  /** Whether no column that is read says anything: such a row is as good as none. */
  boolean isEmpty() {
    return positions.values().stream().allMatch(position -> strip(fields.get(position)).isEmpty());
  }

  static String strip(String text) {
    return ENDS.matcher(text).replaceAll("");
  }
}
