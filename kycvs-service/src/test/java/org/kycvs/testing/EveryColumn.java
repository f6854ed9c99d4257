package org.kycvs.testing;

import java.util.List;
import java.util.stream.Collectors;

/** All texts and bytes of all tables, as far as they were written since a test began. */
public final class EveryColumn {
  /** Tables with their partitions, without these once more, and without Flyway's. */
  private static final String COLUMNS =
      """
      SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type IN (%s)
        AND c.table_name !~ '_[0-9]{2}$' AND c.table_name !~ '^flyway'
      ORDER BY 1
      """;

  private final long firstTransaction;

  private EveryColumn(long firstTransaction) {
    this.firstTransaction = firstTransaction;
  }

  /** What transactions write that begin from now on. */
  public static EveryColumn fromNowOn() {
    return new EveryColumn(
        Long.parseLong(OwnerDatabase.line("SELECT pg_snapshot_xmax(pg_current_snapshot())")));
  }

  /** The columns, with their tables, that have the text in them somewhere, in any case. */
  public List<String> holding(String text) {
    String bytes = search("'bytea'", "position(convert_to(sought, 'UTF8') IN %s) > 0");
    String texts =
        search(
            "'text', 'character varying', 'json', 'jsonb'",
            "position(lower(sought) IN lower(%s::text)) > 0");
    return OwnerDatabase.lines(
        "SELECT place FROM (SELECT ?::text AS sought) s, LATERAL (%s UNION ALL %s) p ORDER BY 1"
            .formatted(bytes, texts),
        text);
  }

  private String search(String types, String condition) {
    return OwnerDatabase.lines(COLUMNS.formatted(types)).stream()
        .map(place -> search(place, place.split("\\.", -1), condition))
        .collect(Collectors.joining(" UNION ALL "));
  }

  private String search(String place, String[] names, String condition) {
    return "SELECT '%s' AS place WHERE EXISTS (SELECT 1 FROM %s t WHERE xmin::text::bigint >= %d AND %s)"
        .formatted(place, names[0], firstTransaction, condition.formatted("t." + names[1]));
  }
}
