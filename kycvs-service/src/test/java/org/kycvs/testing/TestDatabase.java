package org.kycvs.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A fresh database with the project's own schema, on a real PostgreSQL that all tests of one JVM
 * share: make one in {@code @BeforeAll} and drop it in {@code @AfterAll}. The migrations run once,
 * into a template that each database is a copy of.
 *
 * <p>As in an installation there are two roles: the {@link #owner} of the schema, and the {@link
 * #application}, which can do only what {@code db/grants} grants.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String OWNER = "kycvs_owner";
  private static final String APPLICATION = "kycvs_app";
  private static final String TEMPLATE = "kycvs_template";
  private static final String MIGRATIONS = "filesystem:../db/migration";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;

  private TestDatabase(String name) {
    this.name = name;
  }

  /** A database of its own, with the schema and what migrations put into it. */
  public static TestDatabase fresh() {
    String name = "kycvs_test_" + NUMBER.incrementAndGet();
    Server.execute("CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + TEMPLATE);
    return new TestDatabase(name);
  }

  /** Connects under the role that owns the schema: migrations and imports. */
  public DataSource owner() {
    return Server.POSTGRES.getDatabase(OWNER, name);
  }

  /** Connects under the role of the application. */
  public DataSource application() {
    return Server.POSTGRES.getDatabase(APPLICATION, name);
  }

  /** Runs the project's migrations that are missing, and grants what the application may do. */
  public static void migrate(DataSource owner) {
    run(flyway().dataSource(owner).locations(MIGRATIONS, "filesystem:../db/grants"));
  }

  /** Runs the project's migrations up to this version only. */
  public static void migrate(DataSource owner, String version) {
    run(flyway().dataSource(owner).locations(MIGRATIONS).target(version));
  }

  private static FluentConfiguration flyway() {
    return Flyway.configure()
        .placeholders(Map.of("applicationRole", APPLICATION))
        .failOnMissingLocations(true);
  }

  private static void run(FluentConfiguration flyway) {
    if (!flyway.load().migrate().success) {
      throw new IllegalStateException("The migrations failed");
    }
  }

  /** Drops the database, whoever is still connected. */
  @Override
  public void close() {
    Server.execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** Started by the first database of the JVM, stopped with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        execute(server, "CREATE ROLE " + OWNER + " LOGIN");
        execute(server, "CREATE ROLE " + APPLICATION + " LOGIN");
        execute(server, "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
        migrate(server.getDatabase(OWNER, TEMPLATE));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void execute(String sql) {
      execute(POSTGRES, sql);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }
}
