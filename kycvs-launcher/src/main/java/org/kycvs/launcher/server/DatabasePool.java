package org.kycvs.launcher.server;

import fish.payara.micro.boot.AdminCommandRunner;
import java.time.Duration;

/** The application's data source, {@code jdbc/kycvs}. */
final class DatabasePool {
  private static final String NAME = "kycvs";
  static final int MOST_CONNECTIONS = 72;

  /** A call that gets no connection in this time is refused while its caller still waits. */
  private static final Duration WAIT = Duration.ofMillis(1_800);

  /** For so long a connection that answered is trusted: a busy node asks once, not at each call. */
  private static final Duration VALIDATED = Duration.ofSeconds(1);

  /** pgjdbc counts in whole seconds. */
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /**
   * How long a call waits for one answer at most. It is no measure of a database that hangs, which
   * {@link DatabaseWatch} notices sooner: shorter would cut off calls that take turns at one row on
   * a busy machine. Imports and migrations have connections of their own.
   */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /**
   * After this the database itself gives a statement up, so that none goes on for a call that has
   * been answered.
   */
  private static final Duration STATEMENT = Duration.ofSeconds(9);

  private final ServerInstructions instructions;

  DatabasePool(ServerInstructions instructions) {
    this.instructions = instructions;
  }

  /**
   * Makes pool and resource. Connections are checked before use, so that the next call after a
   * database restart succeeds.
   */
  void create(AdminCommandRunner commands) {
    String properties =
        String.join(
            ":",
            property("url", instructions.databaseUrl()),
            property("user", instructions.databaseUser()),
            property("password", instructions.databasePassword()),
            property("connectTimeout", Long.toString(CONNECT.toSeconds())),
            property("socketTimeout", Long.toString(SILENCE.toSeconds())),
            property("cancelSignalTimeout", Long.toString(CONNECT.toSeconds())),
            property("options", "-c statement_timeout=" + STATEMENT.toMillis()),
            property("socketFactory", WatchedSockets.class.getName()),
            property("tcpKeepAlive", "true"),
            property("applicationName", NAME));
    AdminCommands.run(
        commands,
        "create-jdbc-connection-pool",
        "--datasourceclassname",
        "org.postgresql.ds.PGSimpleDataSource",
        "--restype",
        "javax.sql.DataSource",
        "--isconnectvalidatereq",
        "true",
        "--validationmethod",
        "custom-validation",
        "--validationclassname",
        "org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
        "--validateatmostonceperiod",
        Long.toString(VALIDATED.toSeconds()),
        "--failconnection",
        "true",
        "--maxwait",
        Long.toString(WAIT.toMillis()),
        "--maxpoolsize",
        Integer.toString(MOST_CONNECTIONS),
        "--property",
        properties,
        NAME);
    AdminCommands.run(commands, "create-jdbc-resource", "--connectionpoolid", NAME, "jdbc/" + NAME);
  }

  /** A name and value in the form of {@code --property}, whose separators are escaped. */
  static String property(String name, String value) {
    return name + "=" + value.replaceAll("([\\\\:=])", "\\\\$1");
  }
}
