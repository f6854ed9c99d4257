package org.kycvs.registry.control.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.PersonStore;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.entity.Person;
import org.kycvs.shared.mobile.MobileNumber;

/** Imports beside each other, beside answers, and cut off. */
class ImportTogetherIT {
  private static final MobileNumber MOBILE = MobileNumber.parse("+917999999999");
  private static final String ASHA =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";
  private static final String ASHA_RENAMED = ASHA.replace("Asha Rao", "Asha Reddy");
  private static final String RAVI = "10001100059555,Ravi Rao,1979,Male,+917999999999,,,,,";

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity"
          + " WHERE wait_event_type = 'Lock' AND datname = current_database()";

  private final RegistryFixture registry = new RegistryFixture();
  private final ExecutorService others = Executors.newFixedThreadPool(2);
  private final PersonStore store =
      new PersonStore(
          new RegistryDatabase(registry.database.application()),
          new PersonSeals(RegistryFixture.KEY));

  @AfterEach
  void drop() {
    others.shutdownNow();
    registry.close();
  }

  @Test
  void run_twoAtOnceWithTheSamePeople_addEachOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      Future<Imported> one = others.submit(registry::importSample);
      Future<Imported> other = others.submit(registry::importSample);
      long added = one.get().counts().peopleAdded() + other.get().counts().peopleAdded();
      assertEquals(round == 0 ? 1200 : 0, added);
    }
    assertEquals(
        List.of("1200 1200"),
        registry.lines("SELECT count(*) || ' ' || count(DISTINCT reference) FROM person"));
  }

  @Test
  void sharing_whileAnImportIsHalfway_isAsBefore() throws Exception {
    registry.importRows(ASHA);
    Paused file = new Paused(RegistryFixture.file(ASHA_RENAMED, RAVI));
    Future<ImportOutcome> running = others.submit(() -> registry.run(file));
    file.awaitRead();
    assertEquals("Asha Rao", store.sharing(MOBILE).get(0).name().written());
    file.goOn.countDown();
    assertInstanceOf(Imported.class, running.get());
    assertEquals(2, store.sharing(MOBILE).size());
  }

  @Test
  void run_fileThatBreaksOff_changesNothingAndTheNextWorks() {
    registry.importRows(ASHA);
    List<String> before = registry.content();
    InputStream broken =
        new FilterInputStream(bytes(RegistryFixture.file(ASHA_RENAMED, RAVI))) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, Math.min(length, 200));
            if (read < 0) {
              throw new IOException("The line went down");
            }
            return read;
          }
        };
    assertThrows(IllegalStateException.class, () -> registry.run(broken));
    assertEquals(before, registry.content());
    assertInstanceOf(Imported.class, registry.importRows(ASHA_RENAMED));
  }

  @Test
  void run_connectionKilledHalfway_changesNothingAndTheNextWorks() throws Exception {
    registry.importRows(ASHA);
    List<String> before = registry.content();
    Paused file = new Paused(RegistryFixture.file(ASHA_RENAMED, RAVI));
    Future<ImportOutcome> running = others.submit(() -> registry.run(file));
    file.awaitRead();
    assertEquals(
        List.of("t"),
        registry.lines(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE query LIKE 'COPY staged_row%' AND datname = current_database()"));
    file.goOn.countDown();
    assertThrows(ExecutionException.class, running::get);
    assertEquals(before, registry.content());
    assertInstanceOf(Imported.class, registry.importRows(ASHA_RENAMED));
  }

  /** The merge is held between reading a record and writing it, and the operator comes then. */
  @Test
  void run_beingMergedWhileAnOperatorRevokes_losesNeither() throws Exception {
    registry.importRows(ASHA);
    try (Connection held = registry.database.owner().getConnection();
        Statement statement = held.createStatement()) {
      held.setAutoCommit(false);
      statement.execute("LOCK TABLE person_version IN EXCLUSIVE MODE");
      Future<ImportOutcome> running = others.submit(() -> registry.importRows(ASHA_RENAMED));
      awaitLine("1", WAITING);
      Future<?> operator =
          others.submit(
              () ->
                  registry.execute("UPDATE person SET doses[1].revoked_at = '2026-11-20T00:00Z'"));
      awaitLine("2", WAITING);
      held.rollback();
      assertEquals(1, assertInstanceOf(Imported.class, running.get()).counts().peopleChanged());
      operator.get();
    }
    Person asha = store.sharing(MOBILE).get(0);
    assertEquals("Asha Reddy", asha.name().written());
    assertEquals(1, asha.doses().stream().filter(d -> d.isRevoked()).count());
  }

  private void awaitLine(String line, String sql) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      if (registry.lines(sql).equals(List.of(line))) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError(registry.lines(sql) + " instead of " + line + ": " + sql);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file whose end does not come until it is told to. */
  private static final class Paused extends FilterInputStream {
    private final CountDownLatch read = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    Paused(String text) {
      super(bytes(text));
    }

    void awaitRead() throws InterruptedException {
      if (!read.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The import did not begin");
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        read.countDown();
        try {
          goOn.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      return count;
    }
  }
}
