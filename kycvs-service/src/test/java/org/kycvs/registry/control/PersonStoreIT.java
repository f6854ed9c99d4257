package org.kycvs.registry.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.Person;
import org.kycvs.shared.mobile.MobileNumber;

/** Reads people from real PostgreSQL, under the application's role. */
class PersonStoreIT {
  private static final MobileNumber MOBILE = MobileNumber.parse("+917999999999");
  private static final String ASHA = "10001100059554,Asha Rao,1980,Female,+917999999999,";

  private final RegistryFixture registry = new RegistryFixture();
  private final PersonSeals seals = new PersonSeals(RegistryFixture.KEY);
  private final PersonStore store =
      new PersonStore(new RegistryDatabase(registry.database.application()), seals);

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void sharing_revokedDose_isToldAsRevoked() {
    registry.importRows(
        ASHA + "COVISHIELD,1,2021-05-01,B1,1", ASHA + "COVISHIELD,2,2021-08-01,B2,1");
    registry.execute("UPDATE person SET doses[2].revoked_at = now()");
    Person asha = store.sharing(MOBILE).get(0);
    assertEquals(2, asha.doses().size());
    assertEquals(1, asha.doses().stream().filter(Dose::isRevoked).count());
    assertEquals(
        2, asha.doses().stream().filter(Dose::isRevoked).findFirst().orElseThrow().number());
  }

  @Test
  void sharing_personWithoutDoses_hasNone() {
    registry.importRows(ASHA + ",,,,");
    Person asha = store.sharing(MOBILE).get(0);
    assertEquals("Asha Rao", asha.name().written());
    assertEquals(1980, asha.birthYear());
    assertEquals(0, asha.doses().size());
  }

  @Test
  void sharing_namesSwappedInTheDatabase_areNotBelieved() {
    registry.importRows(ASHA + ",,,,", "10001100059555,Ravi Rao,1980,Male,+917999999999,,,,,");
    registry.execute(
        "UPDATE person p SET sealed_name = q.sealed_name FROM person q"
            + " WHERE p.reference <> q.reference");
    assertThrows(IllegalStateException.class, () -> store.sharing(MOBILE));
  }

  @Test
  void sharing_oneMobile_touchesOnePartitionByOneIndex() throws SQLException {
    String plan = plan();
    assertEquals(1, Pattern.compile(" on person_\\d\\d ").matcher(plan).results().count(), plan);
    assertFalse(plan.contains("Seq Scan"), plan);
  }

  /** As a large registry would be read: in a small one PostgreSQL reads tables from end to end. */
  private String plan() throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection application = registry.database.application().getConnection();
        Statement set = application.createStatement();
        PreparedStatement explain =
            application.prepareStatement("EXPLAIN " + PersonStore.SHARING)) {
      set.execute("SET enable_seqscan = off");
      explain.setBytes(1, seals.index(MOBILE));
      try (ResultSet line = explain.executeQuery()) {
        while (line.next()) {
          plan.append(line.getString(1)).append(" \n");
        }
      }
    }
    return plan.toString();
  }
}
