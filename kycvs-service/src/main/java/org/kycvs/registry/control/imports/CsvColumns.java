package org.kycvs.registry.control.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a row which column is, by the first line of the file. */
final class CsvColumns {
  private final Map<RegistryColumn, Integer> positions = new EnumMap<>(RegistryColumn.class);
  private final int count;

  CsvColumns(List<String> header) {
    List<String> names = header.stream().map(CsvFields::strip).toList();
    count = names.size();
    for (RegistryColumn column : RegistryColumn.values()) {
      int position = names.indexOf(column.header());
      if (position >= 0) {
        positions.put(column, position);
      }
    }
  }

  /** Those that the first line lacks. */
  List<RegistryColumn> missing() {
    return Arrays.stream(RegistryColumn.values())
        .filter(column -> !positions.containsKey(column))
        .toList();
  }

  /** A row by columns; none if it has more or fewer fields than the first line. */
  Optional<CsvFields> of(List<String> fields) {
    return fields.size() == count
        ? Optional.of(new CsvFields(positions, fields))
        : Optional.empty();
  }
}
