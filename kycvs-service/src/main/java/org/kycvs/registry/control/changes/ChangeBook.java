package org.kycvs.registry.control.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.control.RegistryNotes;
import org.kycvs.registry.entity.ChangeKind;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.id.RandomText;

/**
 * The book of whatever changes the registry, in the transaction of the connection.
 *
 * <p>Needs no container.
 */
public final class ChangeBook {
  private static final String ENTER =
      """
      INSERT INTO registry_change (id, kind, made_at, made_by, sealed_reason, file_digest)
      VALUES (?, ?, ?, ?, ?, ?)
      RETURNING number
      """;

  private final Connection connection;
  private final RegistryNotes notes;
  private final Clock clock;

  /** Over this connection. */
  public ChangeBook(Connection connection, RegistryNotes notes, Clock clock) {
    this.connection = connection;
    this.notes = notes;
    this.clock = clock;
  }

  /**
   * Enters an import, whose counts are yet to come.
   *
   * @param fileDigest SHA-256 of the file
   */
  public RegistryChange enterImport(Actor actor, byte[] fileDigest) throws SQLException {
    String id = "imp_" + RandomText.id();
    return enter(id, ChangeKind.IMPORT, actor, null, fileDigest);
  }

  /** Enters an operator's act on records. */
  RegistryChange enter(ChangeKind kind, Actor actor, String reason) throws SQLException {
    String id = "chg_" + RandomText.id();
    return enter(id, kind, actor, notes.seal(reason, id), null);
  }

  private RegistryChange enter(
      String id,
      ChangeKind kind,
      Actor actor,
      byte @Nullable [] sealedReason,
      byte @Nullable [] fileDigest)
      throws SQLException {
    try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
      enter.setString(1, id);
      enter.setString(2, kind.onRecord());
      enter.setObject(3, clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
      enter.setString(4, actor.auditName());
      enter.setBytes(5, sealedReason);
      enter.setBytes(6, fileDigest);
      try (ResultSet row = enter.executeQuery()) {
        row.next();
        return new RegistryChange(row.getLong(1), id);
      }
    }
  }
}
