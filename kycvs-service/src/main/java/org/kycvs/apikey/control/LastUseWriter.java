package org.kycvs.apikey.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import org.kycvs.apikey.entity.LastUse;
import org.kycvs.shared.id.ApiKeyId;

/** Writes down the uses that this node has noted. */
@Dependent
public class LastUseWriter {
  /** Another node may have written a later minute. */
  private static final String WRITE =
      "UPDATE api_key SET last_used_at = ?, last_used_from = ?::cidr"
          + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)";

  @Inject private LastUses uses;
  @Inject private ApiKeyDatabase database;
  @Inject private Clock clock;

  /** Writes them. What fails stays noted. */
  public void write() {
    Map<ApiKeyId, LastUse> unwritten = uses.unwritten();
    if (!unwritten.isEmpty()) {
      database.run(connection -> write(connection, unwritten));
    }
    uses.written(unwritten, clock.instant());
  }

  /** In the order of ids, so that two nodes do not wait for each other. */
  private static int[] write(Connection connection, Map<ApiKeyId, LastUse> unwritten)
      throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      for (ApiKeyId key :
          unwritten.keySet().stream().sorted(Comparator.comparing(ApiKeyId::value)).toList()) {
        LastUse use = requireNonNull(unwritten.get(key));
        write.setObject(1, use.at().atOffset(ZoneOffset.UTC));
        write.setString(2, use.from().toString());
        write.setString(3, key.value());
        write.setObject(4, use.at().atOffset(ZoneOffset.UTC));
        write.addBatch();
      }
      return write.executeBatch();
    }
  }
}
