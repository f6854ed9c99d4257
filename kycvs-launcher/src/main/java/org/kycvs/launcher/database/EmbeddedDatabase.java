package org.kycvs.launcher.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.place.PrivateFile;
import org.kycvs.shared.id.RandomText;

/**
 * The database {@code kycvs} of the embedded PostgreSQL. Its owner is no superuser, so that what
 * works here works on a database that somebody else runs.
 */
public final class EmbeddedDatabase implements Database {
  private static final String OWNER = "kycvs_owner";
  private static final String NAME = "kycvs";
  private static final int PASSWORD_LENGTH = 32;

  private final EmbeddedPostgres postgres;
  private final String ownerPassword;
  private final int port;

  /** Not started yet; closing it stops it, also in the middle of its start. */
  public EmbeddedDatabase(DataDirectory data, Installation installation, int port) {
    this.postgres = new EmbeddedPostgres(data, installation);
    this.port = port == 0 ? freePort() : port;
    this.ownerPassword =
        PrivateFile.readOrMake(
            data.secrets().resolve("database-owner.password"),
            () -> RandomText.base62(PASSWORD_LENGTH));
  }

  /** Starts it, making role and database the first time. */
  @Override
  public void start() {
    DatabaseLogin superuser = postgres.start(port);
    try (Connection connection = superuser.connect()) {
      Roles.ensure(connection, OWNER, "CREATEROLE");
      if (!Roles.canSignIn(owner(), superuser.address())) {
        Roles.setPassword(connection, OWNER, ownerPassword);
      }
      if (!Roles.hasDatabase(connection, NAME)) {
        Roles.execute(connection, "CREATE DATABASE " + NAME + " OWNER " + OWNER);
        Roles.execute(connection, "REVOKE ALL ON DATABASE " + NAME + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.NO, "cannot make the database " + NAME + ": " + SqlReason.of(e));
    }
  }

  @Override
  public boolean startAgainIfEnded() {
    return postgres.startAgainIfEnded();
  }

  @Override
  public DatabaseLogin owner() {
    return new DatabaseLogin(
        new DatabaseAddress("127.0.0.1", port, NAME, ""), OWNER, ownerPassword);
  }

  @Override
  public String description() {
    return "PostgreSQL " + Installation.postgresVersion() + " on 127.0.0.1:" + port;
  }

  @Override
  public void close() {
    postgres.stop();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
