package org.kycvs.launcher.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is, without who signs in.
 *
 * @param host its host name or address; IPv6 in brackets
 * @param port its port
 * @param name the database's name
 * @param parameters connection parameters as in a URI's query, such as {@code sslmode=require}; may
 *     be empty
 */
public record DatabaseAddress(String host, int port, String name, String parameters) {
  private static final int DEFAULT_PORT = 5432;

  /** What {@link #parse} takes, for people. */
  public static final String FORM =
      "postgresql://HOST[:PORT]/DATABASE[?PARAMETERS], without user and password";

  /**
   * Reads a libpq URI ({@code postgresql://…}, {@code postgres://…}) or a JDBC URL ({@code
   * jdbc:postgresql://…}).
   *
   * @throws IllegalArgumentException if it is something else, or names user or password
   */
  public static DatabaseAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(FORM, e);
    }
    boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
    if (!ours || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(FORM);
    }
    String name = uri.getPath().startsWith("/") ? uri.getPath().substring(1) : "";
    String parameters = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    if (name.isEmpty() || name.contains("/") || namesSecrets(parameters)) {
      throw new IllegalArgumentException(FORM);
    }
    return new DatabaseAddress(
        uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), name, parameters);
  }

  /** For JDBC. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + location();
  }

  /** For libpq programs such as {@code psql}, password included. */
  public String libpqUri(String user, String password) {
    return "postgresql://" + encoded(user) + ":" + encoded(password) + "@" + location();
  }

  @Override
  public String toString() {
    return host + ":" + port + "/" + name;
  }

  private String location() {
    String query = parameters.isEmpty() ? "" : "?" + parameters;
    return host + ":" + port + "/" + encoded(name) + query;
  }

  private static boolean namesSecrets(String parameters) {
    return parameters.matches("(?i)(.*&)?(user|password)=.*");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
