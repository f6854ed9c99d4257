package org.kycvs.apikey.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Keeps answers in the call's transaction. */
@Dependent
public class AnswerStore {
  /** From then on a key names a new call. */
  private static final Duration KEPT = Duration.ofHours(24);

  /**
   * Reads, and tries the lock if there is nothing to read, in one round trip. The statement sees
   * what was committed before it began, so it may get the lock of a call that ended just then and
   * not see its answer; {@link #KEEP} finds out.
   */
  private static final String BEGIN =
      """
      SELECT kept.body_hash, kept.sealed_answer,
        CASE WHEN kept.scope_hash IS NULL THEN pg_try_advisory_xact_lock(?) END
      FROM (SELECT 1) one
      LEFT JOIN kept_answer kept ON kept.scope_hash = ? AND kept.created_at > ?
      """;

  /** Replaces an answer only if it counts for nothing any more. */
  private static final String KEEP =
      """
      INSERT INTO kept_answer AS kept (scope_hash, body_hash, sealed_answer, created_at)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (scope_hash) DO UPDATE SET
        body_hash = excluded.body_hash,
        sealed_answer = excluded.sealed_answer,
        created_at = excluded.created_at
      WHERE kept.created_at <= ?
      """;

  private static final String REMOVE =
      """
      DELETE FROM kept_answer WHERE scope_hash IN (
        SELECT scope_hash FROM kept_answer WHERE created_at <= ?
        ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  @Inject private ApiKeyDatabase database;

  /** How a call stands; if it is free, nobody else may begin it until the transaction ends. */
  public OnceStanding begin(OnceScope scope, Instant now) {
    return database.run(connection -> begin(connection, scope, now));
  }

  /**
   * Keeps the answer to a call.
   *
   * @return false if another transaction kept one meanwhile: then this one must be rolled back
   */
  public boolean keep(OnceScope scope, byte[] sealedAnswer, Instant now) {
    return database.run(connection -> keep(connection, scope, sealedAnswer, now)) == 1;
  }

  /** Removes answers that are 24 hours old; says how many. */
  public int removeOld(Instant now, int most) {
    return database.run(connection -> removeOld(connection, now, most));
  }

  private static OnceStanding begin(Connection connection, OnceScope scope, Instant now)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BEGIN)) {
      select.setLong(1, scope.lock());
      select.setBytes(2, scope.hash());
      select.setObject(3, oldest(now));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        byte[] bodyHash = row.getBytes(1);
        if (bodyHash != null) {
          return new OnceStanding.Done(bodyHash, row.getBytes(2));
        }
        return row.getBoolean(3) ? new OnceStanding.Free() : new OnceStanding.Running();
      }
    }
  }

  private static int keep(Connection connection, OnceScope scope, byte[] sealedAnswer, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setBytes(1, scope.hash());
      insert.setBytes(2, scope.bodyHash());
      insert.setBytes(3, sealedAnswer);
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.setObject(5, oldest(now));
      return insert.executeUpdate();
    }
  }

  private static int removeOld(Connection connection, Instant now, int most) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
      delete.setObject(1, oldest(now));
      delete.setInt(2, most);
      return delete.executeUpdate();
    }
  }

  /** When the oldest answer was kept that counts no more. */
  private static OffsetDateTime oldest(Instant now) {
    return now.minus(KEPT).atOffset(ZoneOffset.UTC);
  }
}
