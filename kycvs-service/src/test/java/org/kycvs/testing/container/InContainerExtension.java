package org.kycvs.testing.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestDatabase;

/**
 * Prepares what the server needs before Arquillian reads {@code arquillian.xml}: a database, the
 * pool to it under the application's role, a master key, and the server's own folder.
 */
public final class InContainerExtension implements LoadableExtension {
  private static final Path BUILD = Path.of("target").toAbsolutePath();
  private static final Path SERVER = BUILD.resolve("server");

  @Override
  public void register(ExtensionBuilder builder) {
    try {
      prepare();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    builder.observer(OneDeployment.class);
  }

  private static void prepare() throws IOException {
    Files.deleteIfExists(SERVER.resolve("server.log.0"));
    TestDatabase database = TestDatabase.fresh();
    Path server = ServerFolder.make(SERVER.resolve("payara-micro.jar"), SERVER.resolve("root"));
    Path commands = Files.writeString(SERVER.resolve("pool"), pool(url(database.application())));
    byte[] key = new byte[32];
    key[0] = 1;
    Path masterKey =
        Files.writeString(SERVER.resolve("master-key"), Base64.getEncoder().encodeToString(key));

    System.setProperty("kycvs.test.server", server.toString());
    System.setProperty(
        "kycvs.test.server-java-options",
        options(
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=UTC",
            "-Dkycvs.rate.wrong-keys-per-minute=1",
            "-Dkycvs.mode=development",
            "-Dkycvs.webhook.allow-loopback=true",
            "-Dkycvs.issuer=http://localhost:8080",
            "-Dkycvs.master-key-file=" + masterKey,
            "-D" + OwnerDatabase.URL + "=" + url(database.owner())));
    System.setProperty(
        "kycvs.test.server-options",
        options(
            "--postbootcommandfile",
            commands.toString(),
            "--logtofile",
            SERVER.resolve("server.log").toString()));
  }

  /** One text, in which Arquillian tells the options apart by their blanks. */
  private static String options(String... options) {
    return String.join(
        " ", List.of(options).stream().map(option -> option.replace(" ", "\\ ")).toList());
  }

  private static String pool(String url) {
    return """
        create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
        --restype javax.sql.DataSource --maxpoolsize 64 --property url=%s kycvs
        create-jdbc-resource --connectionpoolid kycvs jdbc/kycvs
        """
        .formatted(url.replaceAll("([\\\\:=])", "\\\\$1"));
  }

  private static String url(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getURL()
          + (connection.getMetaData().getURL().contains("?") ? "&" : "?")
          + "user="
          + connection.getMetaData().getUserName();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
