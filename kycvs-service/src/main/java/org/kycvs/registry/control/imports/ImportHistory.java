package org.kycvs.registry.control.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.kycvs.registry.control.imports.PastImport.Undone;

/**
 * What was taken into the registry so far, also what was taken back.
 *
 * <p>Needs no container.
 */
public final class ImportHistory {
  private static final String ALL =
      """
      SELECT id, made_at, made_by, file_digest, file_rows, people_added, people_changed, undone_at,
             undone_by
        FROM registry_change
       WHERE kind = 'import'
       ORDER BY number DESC
      """;

  private final Connection connection;

  /** In the database of the connection. */
  public ImportHistory(Connection connection) {
    this.connection = connection;
  }

  /**
   * All of them, newest first.
   *
   * @throws SQLException if the database fails
   */
  public List<PastImport> all() throws SQLException {
    List<PastImport> imports = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        imports.add(
            new PastImport(
                row.getString("id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                HexFormat.of().formatHex(row.getBytes("file_digest")),
                row.getLong("file_rows"),
                row.getLong("people_added"),
                row.getLong("people_changed"),
                undone(row)));
      }
    }
    return imports;
  }

  private static Optional<Undone> undone(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("undone_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(new Undone(at.toInstant(), row.getString("undone_by")));
  }
}
