package org.kycvs.bench.flow;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.shared.id.RandomText;

/**
 * What pgbench writes in place of what the server seals and signs: random, and as long as what the
 * server wrote in this database on average, because long values are kept otherwise than short ones.
 * The mobiles that it asks about, numbered, and functions that make ids are put into a schema that
 * the service knows nothing of.
 */
final class PgBenchValues {
  private static final String MAKE =
      """
      CREATE SCHEMA IF NOT EXISTS bench;
      GRANT USAGE ON SCHEMA bench TO "%1$s";
      CREATE TABLE IF NOT EXISTS bench.mobile AS
        SELECT row_number() OVER () AS number, mobile_index
          FROM (SELECT DISTINCT mobile_index FROM public.person) AS mobiles;
      CREATE UNIQUE INDEX IF NOT EXISTS mobile_number ON bench.mobile (number);
      GRANT SELECT ON bench.mobile TO "%1$s";
      CREATE OR REPLACE FUNCTION bench.id(prefix text) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT prefix || substr(translate(encode(uuid_send(gen_random_uuid())
             || uuid_send(gen_random_uuid()), 'base64'), '+/=', 'ab0'), 1, 22) $$;
      CREATE OR REPLACE FUNCTION bench.hash() RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') $$;
      """;

  /** Of a thousand rows the average, in bytes; what is erased at the end is known from the form. */
  private static final String SIZES =
      """
      SELECT (SELECT avg(length(leaf)) FROM (SELECT leaf FROM audit_entry LIMIT 1000) a) AS leaf,
             (SELECT avg(length(sealed_message))
                FROM (SELECT sealed_message FROM development_inbox LIMIT 1000) i) AS sealed_message,
             (SELECT avg(length(receipt)) FROM (SELECT receipt FROM consent_receipt LIMIT 1000) r)
               AS receipt,
             (SELECT avg(length(statement))
                FROM (SELECT statement FROM verification WHERE state = 'COMPLETED' LIMIT 1000) v)
               AS statement
      """;

  /** Format, key id, nonce and tag of a sealed value. */
  private static final int SEAL = 33;

  private static final int MOBILE = 13;
  private static final int NAME = 24;
  private static final int CODE = 6;

  private PgBenchValues() {}

  /** Makes what is missing; the values by the names that the script has for them. */
  static Map<String, String> prepare(Connection owner, BenchInstallation installation)
      throws SQLException {
    Map<String, String> values = new HashMap<>();
    values.put("sealed_mobile", bytes(SEAL + MOBILE));
    values.put("sealed_name", bytes(SEAL + NAME));
    values.put("sealed_code", bytes(SEAL + CODE));
    try (Statement statement = owner.createStatement()) {
      statement.execute(MAKE.formatted(installation.application().user()));
      statement.execute("VACUUM (ANALYZE)");
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM bench.mobile")) {
        row.next();
        values.put("mobiles", Long.toString(row.getLong(1)));
      }
      try (ResultSet row = statement.executeQuery(SIZES)) {
        row.next();
        values.put("leaf", bytes(row.getInt("leaf")));
        values.put("sealed_message", bytes(row.getInt("sealed_message")));
        values.put("receipt", RandomText.base62(row.getInt("receipt")));
        values.put("statement", RandomText.base62(row.getInt("statement")));
      }
    }
    return values;
  }

  private static String bytes(int count) {
    return Base64.getEncoder().encodeToString(RandomText.bytes(count));
  }
}
