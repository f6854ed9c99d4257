package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlReasonTest {

  @Test
  void of_anyRefusal_isOneLineOfTheDatabase() {
    assertEquals(
        "role \"nobody\" does not exist",
        SqlReason.of(
            new SQLException("FATAL: role \"nobody\" does not exist\n  Position: 3", "28000")));
    assertEquals("null", SqlReason.of(new SQLException((String) null)));
  }

  @Test
  void of_schemaThatIsNotThere_saysToMigrate() {
    assertEquals(
        "its schema is missing or not up to date; run kycvs migrate first",
        SqlReason.of(
            new SQLException("ERROR: relation \"vaccine_product\" does not exist", "42P01")));
  }
}
