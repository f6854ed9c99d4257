package org.kycvs.bench.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.shared.crypto.Seal;

/**
 * Where a person reads the code. It is taken from the database and opened with the master key, over
 * a session of its own, because what the development inbox costs is not a cost of the service. For
 * one thread.
 */
public final class PersonsPhone implements AutoCloseable {
  private static final String LABEL = "kycvs/code-sealed/1";
  private static final String SEALED =
      "SELECT sealed_code FROM otp_challenge WHERE verification_id = ?";
  private static final String GONE =
      """
      SELECT EXISTS (SELECT FROM sms_outbox WHERE reference = ?
        AND (state = 'SENT' OR state = 'SUPPRESSED' AND due_at <= clock_timestamp()))
      """;
  private static final long PAUSE_MILLIS = 2;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Connection connection;
  private final PreparedStatement sealed;
  private final PreparedStatement gone;
  private final Seal seal;

  /** Over a new session of the schema's owner. */
  public PersonsPhone(BenchInstallation installation) throws SQLException {
    this.connection = installation.owner();
    this.sealed = connection.prepareStatement(SEALED);
    this.gone = connection.prepareStatement(GONE);
    this.seal = installation.masterKey().seal(LABEL);
  }

  /** The process that serves this session. */
  public long process() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT pg_backend_pid()");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * The code of a verification that waits.
   *
   * @throws BenchFailedException if it has none
   */
  public String code(String verification) throws SQLException {
    sealed.setString(1, verification);
    try (ResultSet row = sealed.executeQuery()) {
      byte[] code = row.next() ? row.getBytes(1) : null;
      if (code == null) {
        throw new BenchFailedException("no code is waiting for " + verification);
      }
      return seal.openText(code, verification);
    }
  }

  /**
   * Waits until the message has left, or looks as if it had.
   *
   * @throws BenchFailedException if it does not within 20 seconds
   */
  public void awaitMessage(String verification) throws SQLException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    gone.setString(1, verification);
    while (!hasGone()) {
      if (System.nanoTime() > until) {
        throw new BenchFailedException("the message of " + verification + " did not leave");
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BenchFailedException("interrupted");
      }
    }
  }

  private boolean hasGone() throws SQLException {
    try (ResultSet row = gone.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
