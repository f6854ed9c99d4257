package org.kycvs.systemtest.attack;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.kycvs.systemtest.support.RunningServer;

/** Sign-ins to a server's database as the schema's owner, who sees everything. */
final class OwnerLogin {
  private OwnerLogin() {}

  /** A connection with the {@code databaseUrl} of {@code run.json}. */
  static Connection connect(RunningServer server) throws SQLException {
    URI url = URI.create(server.runJson().path("databaseUrl").asText());
    List<String> login = List.of(url.getRawUserInfo().split(":", 2));
    Properties properties = new Properties();
    properties.setProperty("user", decoded(login.get(0)));
    properties.setProperty("password", decoded(login.get(1)));
    return DriverManager.getConnection(
        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getRawPath(), properties);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
