package org.kycvs.sealing.boundary;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.sealing.control.MasterKeyFileUpdate;
import org.kycvs.sealing.control.SealCounts;
import org.kycvs.sealing.entity.MasterKeyOutcome;
import org.kycvs.sealing.entity.MasterKeyRefusal;
import org.kycvs.sealing.entity.MasterKeyStatus;
import org.kycvs.sealing.entity.SealCount;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.crypto.KnownMasterKey;
import org.kycvs.shared.crypto.MasterKeyLines;
import org.kycvs.shared.persistence.OwnTransaction;

/**
 * What operators do with the master key. The file is written last within the transaction with the
 * audit entry: if it cannot be written there is no entry, and only a commit that fails in that
 * moment leaves a changed file without one.
 *
 * <p>For the command line, under the role that owns the database.
 */
public final class MasterKeys {
  private final Connection connection;
  private final CommandLineActor operator;
  private final ConnectionAuditLog audit;
  private final SealCounts counts;
  private final MasterKeyFileUpdate file;

  /**
   * Over a connection with no transaction begun.
   *
   * @param operator whose master key was read from a file
   * @throws IOException if the file is gone
   */
  public MasterKeys(Connection connection, CommandLineActor operator, Clock clock)
      throws IOException {
    this.connection = connection;
    this.operator = operator;
    this.audit = new ConnectionAuditLog(connection, clock);
    this.counts = new SealCounts(connection, operator.key());
    Path path =
        operator.key().file().orElseThrow(() -> new IllegalStateException("A key without a file"));
    this.file = new MasterKeyFileUpdate(path);
  }

  /** The lines, and what is sealed with which. Reads all sealed values. */
  public MasterKeyStatus status() throws SQLException {
    return new MasterKeyStatus(operator.key().keysAtOnce(), counts.all(), counts.walks());
  }

  /** Adds a new key that opens, but does not seal yet. */
  public MasterKeyOutcome prepare() throws SQLException, IOException {
    return act(
        lines -> {
          if (lines.keys().stream().anyMatch(KnownMasterKey::isPrepared)) {
            return refused(MasterKeyRefusal.ALREADY_PREPARED, "");
          }
          MasterKeyLines anew = lines.prepared();
          return done(last(anew), AuditAct.MASTER_KEY_PREPARED, anew);
        });
  }

  /** Has the prepared key seal, or, if there is none, a new one. */
  public MasterKeyOutcome rotate() throws SQLException, IOException {
    return act(
        lines -> {
          MasterKeyLines anew = lines.rotated();
          return done(last(anew), AuditAct.MASTER_KEY_ROTATED, anew);
        });
  }

  /**
   * Takes a key away, if nothing is sealed with it any more. If something is that should have been
   * sealed anew, this begins again.
   */
  public MasterKeyOutcome retire(String id) throws SQLException, IOException {
    return act(
        lines -> {
          Optional<KnownMasterKey> key =
              lines.keys().stream().filter(known -> known.id().equals(id)).findFirst();
          if (key.isEmpty()) {
            return refused(MasterKeyRefusal.KEY_UNKNOWN, "");
          }
          if (key.get().isRoot()) {
            return refused(MasterKeyRefusal.KEY_IS_ROOT, "");
          }
          if (key.get().seals()) {
            return refused(MasterKeyRefusal.KEY_SEALS, "");
          }
          List<SealCount> left =
              counts.all().stream()
                  .filter(count -> count.masterKey().equals(Optional.of(id)))
                  .toList();
          counts.walkAgain(left);
          return left.isEmpty()
              ? done(id, AuditAct.MASTER_KEY_RETIRED, lines.without(id))
              : refused(MasterKeyRefusal.KEY_STILL_NEEDED, text(left));
        });
  }

  private MasterKeyOutcome act(Act act) throws SQLException, IOException {
    if (!file.isAllowed()) {
      return refused(MasterKeyRefusal.FILE_NOT_WRITABLE, file.toString());
    }
    try {
      return OwnTransaction.on(
          connection,
          () -> {
            counts.lockFile();
            try {
              return act.on(file.read());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private MasterKeyOutcome done(String id, AuditAct act, MasterKeyLines anew)
      throws SQLException, IOException {
    audit.record(operator, act, id, JsonObject.EMPTY_JSON_OBJECT);
    file.write(anew);
    return new MasterKeyOutcome.Done(id);
  }

  private static MasterKeyOutcome refused(MasterKeyRefusal reason, String detail) {
    return new MasterKeyOutcome.Refused(reason, detail);
  }

  private static String last(MasterKeyLines lines) {
    List<KnownMasterKey> keys = lines.keys();
    return keys.get(keys.size() - 1).id();
  }

  private static String text(List<SealCount> left) {
    return left.stream()
        .map(count -> count.values() + " of " + count.place())
        .collect(Collectors.joining(", "));
  }

  @FunctionalInterface
  private interface Act {
    MasterKeyOutcome on(MasterKeyLines lines) throws SQLException, IOException;
  }
}
