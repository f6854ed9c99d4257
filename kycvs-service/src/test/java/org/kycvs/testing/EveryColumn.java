package org.kycvs.testing;

import java.util.List;

/** All texts and bytes of all tables, as far as they were written since a test began. */
public final class EveryColumn {
  private static final String COLUMNS =
      """
      SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
        AND c.data_type IN ('text', 'bytea', 'character varying', 'json', 'jsonb')
        AND c.table_name !~ '_[0-9]{2}$'
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
    return OwnerDatabase.lines(COLUMNS).stream().filter(column -> holds(column, text)).toList();
  }

  private boolean holds(String tableAndColumn, String text) {
    String[] names = tableAndColumn.split("\\.", -1);
    String table = names[0];
    String column = names[1];
    boolean isBytes =
        OwnerDatabase.line(
                "SELECT data_type FROM information_schema.columns"
                    + " WHERE table_schema = 'public' AND table_name = ? AND column_name = ?",
                table,
                column)
            .equals("bytea");
    String found =
        isBytes
            ? "position(convert_to(?, 'UTF8') IN \"%s\") > 0".formatted(column)
            : "position(lower(?) IN lower(\"%s\"::text)) > 0".formatted(column);
    return !OwnerDatabase.line(
            "SELECT count(*) FROM \"%s\" WHERE xmin::text::bigint >= %d AND %s"
                .formatted(table, firstTransaction, found),
            text)
        .equals("0");
  }
}
