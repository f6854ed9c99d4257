package org.kycvs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.boundary.RecordCorrections;
import org.kycvs.registry.boundary.RecordDisputes;
import org.kycvs.registry.boundary.RegistryInspections;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.PersonStore;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.StatusLookUp;
import org.kycvs.registry.control.StatusRules;
import org.kycvs.registry.control.changes.ChangeUndo;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.time.Calendar;

/**
 * A registry on which an operator works, under the application's role: what it is granted must
 * suffice. Each look at the clock finds it a second later.
 */
public final class OperatedRegistry implements AutoCloseable {
  public static final OperatorActor OPERATOR = () -> "operator:opr_1";

  public final RegistryFixture fixture = new RegistryFixture();
  public final Calendar calendar = ticking(fixture.calendar);
  public final RecordTransactions transactions =
      new RecordTransactions(
          new RegistryDatabase(fixture.database.application()), RegistryFixture.KEY, calendar);
  public final RecordCorrections corrections = new RecordCorrections(transactions);
  public final RegistryInspections inspections = new RegistryInspections(transactions);
  public final RecordDisputes disputes = new RecordDisputes(transactions);

  private static Calendar ticking(Calendar calendar) {
    AtomicReference<Instant> now = new AtomicReference<>(calendar.clock().instant());
    InstantSource ticks = () -> now.getAndUpdate(instant -> instant.plusSeconds(1));
    return new Calendar(ticks.withZone(ZoneOffset.UTC), calendar.zone());
  }

  /** What an organisation would be told: a status, {@code no-match} or {@code ambiguous}. */
  public String answer(String mobile, String name) {
    RegistryAnswer answer = lookUp(mobile, name);
    if (answer instanceof Found found) {
      return Integer.toString(found.status().value());
    }
    return answer instanceof Ambiguous ? "ambiguous" : "no-match";
  }

  /** Whom an answer would be about. */
  public String person(String mobile, String name) {
    return assertInstanceOf(Found.class, lookUp(mobile, name)).person().value();
  }

  private RegistryAnswer lookUp(String mobile, String name) {
    RegistryDatabase database = new RegistryDatabase(fixture.database.application());
    return new StatusLookUp(
            new PersonStore(database, new PersonSeals(RegistryFixture.KEY)),
            new StatusRules(database, calendar.clock()),
            calendar)
        .answer(PersonQuery.of(MobileNumber.parse(mobile), name));
  }

  /** The record, as an operator who has a reason sees it. */
  public InspectedRecord record(long reference) {
    OperatorInspection inspection = inspections.begin(OPERATOR, "Somebody asked");
    return inspections.withReference(inspection, reference).get(0);
  }

  /** As an administrator does it, under the owner's role. */
  public ChangeOutcome undo(String id) {
    try (Connection owner = fixture.database.owner().getConnection()) {
      return new ChangeUndo(owner, calendar.clock()).undo(OPERATOR, id);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whatever acts leave behind, beside the records: changes, merges, disputes, audit entries. */
  public List<String> onRecord() {
    List<String> rows = fixture.lines("SELECT c::text FROM registry_change c ORDER BY number");
    rows.addAll(fixture.lines("SELECT m::text FROM merged_record m ORDER BY merged_by, reference"));
    rows.addAll(fixture.lines("SELECT d::text FROM registry_dispute d ORDER BY id"));
    rows.addAll(fixture.lines("SELECT a::text FROM audit_entry a ORDER BY id"));
    return rows;
  }

  /** Fails unless it was done; gives the id on record. */
  public static String done(ChangeOutcome outcome) {
    return assertInstanceOf(Done.class, outcome).id();
  }

  /** Fails unless it was refused for this reason. */
  public static void assertRefused(ChangeRefusal reason, ChangeOutcome outcome) {
    assertEquals(new Refused(reason), outcome);
  }

  @Override
  public void close() {
    fixture.close();
  }
}
