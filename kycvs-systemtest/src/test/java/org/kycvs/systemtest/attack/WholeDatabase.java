package org.kycvs.systemtest.attack;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.kycvs.systemtest.support.RunningServer;

/** All that a database holds, in every table of it, as text and as bytes. */
final class WholeDatabase {
  /** Leaf tables only: a partitioned one has no rows of its own. */
  private static final String TABLES =
      """
      SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm')
         AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       ORDER BY 1
      """;

  /** The fraction of a second has six digits, as a code has. */
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");

  /** The same, of bytes that are written as hex. */
  private static final Pattern TIME_IN_HEX =
      Pattern.compile("(?:3[0-9]){2}3a(?:3[0-9]){2}3a(?:3[0-9]){2}(?:2e(?:3[0-9])+)?");

  private static final Pattern SIGNED =
      Pattern.compile("(eyJ[A-Za-z0-9_-]+)\\.(eyJ[A-Za-z0-9_-]+)\\.");
  private static final char HALF = 0x1f; // between two values

  private WholeDatabase() {}

  /**
   * What a table holds.
   *
   * @param rows how many rows
   * @param text each row as text, with byte columns as hex, and what is signed decoded; lower case
   * @param bytes its byte columns, a character a byte
   */
  record Content(int rows, String text, String bytes) {}

  /** Each table's content, by the table's name. */
  static Map<String, Content> read(RunningServer server) throws SQLException {
    try (Connection owner = OwnerLogin.connect(server)) {
      Map<String, Content> read = new LinkedHashMap<>();
      for (String table : tables(owner)) {
        read.put(table, content(owner, table));
      }
      return read;
    }
  }

  private static List<String> tables(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static Content content(Connection owner, String table) throws SQLException {
    StringBuilder text = new StringBuilder();
    StringBuilder bytes = new StringBuilder();
    int count = 0;
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("SELECT t.*, t::text FROM " + table + " t")) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        count++;
        text.append(rows.getString(columns)).append(HALF);
        for (int i = 1; i < columns; i++) {
          if (rows.getMetaData().getColumnTypeName(i).equals("bytea") && rows.getBytes(i) != null) {
            String value = new String(rows.getBytes(i), StandardCharsets.ISO_8859_1);
            bytes.append(value).append(HALF);
            text.append(new String(rows.getBytes(i), StandardCharsets.UTF_8)).append(HALF);
          }
        }
      }
    }
    String all = text + signed(text.toString());
    String lower = withoutTimes(all).toLowerCase(Locale.ROOT);
    return new Content(
        count, TIME_IN_HEX.matcher(lower).replaceAll("time"), withoutTimes(bytes.toString()));
  }

  private static String withoutTimes(String text) {
    return TIME.matcher(text).replaceAll("time");
  }

  private static String signed(String text) {
    StringBuilder decoded = new StringBuilder();
    SIGNED
        .matcher(text)
        .results()
        .forEach(
            match ->
                decoded
                    .append(HALF)
                    .append(decoded(match.group(1)))
                    .append(HALF)
                    .append(decoded(match.group(2))));
    return decoded.toString();
  }

  private static String decoded(String part) {
    try {
      return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // it only looked like one
    }
  }
}
