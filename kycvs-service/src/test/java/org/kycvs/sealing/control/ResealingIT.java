package org.kycvs.sealing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.sealing.entity.SealCount;
import org.kycvs.sealing.entity.WalkState;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.crypto.MasterKeyLines;

class ResealingIT {
  private SealedRegistry sealed;

  @BeforeEach
  void fill() {
    sealed = new SealedRegistry();
    sealed.fill();
  }

  @AfterEach
  void drop() {
    sealed.close();
  }

  @Test
  void afterRotation_everythingIsSealedAnew_andNothingElseChanges() throws SQLException {
    List<String> people = sealed.unsealed();
    List<SealCount> before = sealed.counts(Optional.of(sealed.old));
    assertEquals(14, before.size(), before.toString());
    long versions = before.stream().filter(c -> c.place().startsWith("person_version")).count();
    assertEquals(2, versions);

    sealed.walk(sealed.after, 100);

    assertEquals(List.of(), sealed.counts(Optional.of(sealed.old)));
    assertEquals(
        before.stream().map(SealCount::values).toList(),
        sealed.counts(Optional.of(sealed.current)).stream().map(SealCount::values).toList());
    assertEquals(people, sealed.unsealed());
    assertTrue(sealed.walks().stream().allMatch(WalkState::isFinished));
    assertEquals(0, sealed.page(sealed.after, 100));
    PersonSeals seals = new PersonSeals(sealed.after);
    try (Connection owner = sealed.registry.database.owner().getConnection();
        Statement select = owner.createStatement();
        ResultSet row = select.executeQuery("SELECT * FROM person")) {
      while (row.next()) {
        long reference = row.getLong("reference");
        assertFalse(seals.openName(row.getBytes("sealed_name"), reference).written().isEmpty());
        assertNotEquals("", seals.openMobile(row.getBytes("sealed_mobile"), reference).e164());
      }
    }
  }

  @Test
  void oneLine_nothingIsWalked() {
    assertEquals(0, sealed.page(SealedRegistry.BEFORE, 100));
    assertEquals(List.of(), sealed.walks());
  }

  @Test
  void killedInTheMiddle_goesOnWhereItWas() throws SQLException {
    for (int i = 0; i < 20; i++) {
      assertTrue(sealed.page(sealed.after, 10) > 0);
    }
    String position = "SELECT string_agg(w::text, ' ' ORDER BY name) FROM seal_walk w";
    List<String> kept = sealed.registry.lines(position);
    long done = people(sealed.current);
    assertTrue(done > 0 && people(sealed.old) > 0, done + " done");
    try (Connection connection = sealed.registry.database.application().getConnection()) {
      connection.setAutoCommit(false);
      assertTrue(sealed.node(sealed.after).page(connection, 10) > 0);
      connection.rollback(); // as PostgreSQL does for a client that died
    }
    assertEquals(kept, sealed.registry.lines(position));
    assertEquals(done, people(sealed.current));
    sealed.walk(sealed.after, 10);
    assertEquals(List.of(), sealed.counts(Optional.of(sealed.old)));
  }

  @Test
  void wrongValue_isLeftAndTold_andNotLoopedOn() {
    sealed.registry.execute(
        "UPDATE person SET sealed_name = set_byte(sealed_name, 30, get_byte(sealed_name, 30) # 1)"
            + " WHERE reference = (SELECT min(reference) FROM person)");
    String wrong = "SELECT encode(sealed_name, 'hex') FROM person ORDER BY reference LIMIT 1";
    List<String> before = sealed.registry.lines(wrong);
    sealed.walk(sealed.after, 100);
    assertEquals(before, sealed.registry.lines(wrong));
    WalkState walk =
        sealed.walks().stream().filter(w -> w.table().equals("person")).findFirst().orElseThrow();
    assertTrue(walk.isFinished());
    assertEquals(1, walk.unopened());
    assertEquals(1, people(sealed.old));
  }

  @Test
  void rowThatSomebodyHolds_isNotWaitedFor_butDoneLater() throws SQLException {
    try (Connection other = sealed.registry.database.owner().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "SELECT FROM person WHERE reference = (SELECT min(reference) FROM person) FOR UPDATE");
      for (int i = 0; i < 60; i++) {
        assertTrue(sealed.page(sealed.after, 100) > 0);
      }
      assertEquals(1, people(sealed.old));
      other.rollback();
    }
    sealed.walk(sealed.after, 100);
    assertEquals(List.of(), sealed.counts(Optional.of(sealed.old)));
  }

  @Test
  void importBeside_bothEnd_andAllIsSealedAnew() {
    CompletableFuture<ImportOutcome> beside =
        CompletableFuture.supplyAsync(
            () ->
                sealed.registry.importText(
                    new String(
                            bytes(RegistryFixture.sample("sample-registry.csv")),
                            StandardCharsets.UTF_8)
                        .replace(",Male,", ",M,")
                        .replaceAll("(?m)^(\\d+,[^,]+)", "$1 Rao")));
    while (!beside.isDone()) {
      sealed.page(sealed.after, 20);
    }
    assertInstanceOf(ImportOutcome.Imported.class, beside.join());
    sealed.registry.execute("UPDATE seal_walk SET is_finished = false, row_key = '{}'");
    sealed.walk(sealed.after, 100);
    assertEquals(List.of(), sealed.counts(Optional.of(sealed.old)));
  }

  @Test
  void nodeWithAnOlderFile_undoesNothing() {
    MasterKeyLines prepared = sealed.lines.prepared();
    MasterKey newer = MasterKey.parse(prepared.rotated().text());
    sealed.walk(newer, 100);
    List<SealCount> ofNewest = sealed.counts(Optional.empty());
    assertEquals(14, ofNewest.size());

    assertEquals(0, sealed.page(MasterKey.parse(prepared.text()), 100));
    assertEquals(0, sealed.page(sealed.after, 100));
    assertEquals(ofNewest, sealed.counts(Optional.empty()));
    assertEquals(List.of(), sealed.counts(Optional.of(sealed.current)));
  }

  @Test
  void preparedKey_nothingIsWalked() {
    MasterKey prepared =
        MasterKey.parse(MasterKeyLines.parse(SealedRegistry.ROOT).prepared().text());
    assertEquals(0, sealed.page(prepared, 100));
    assertEquals(List.of(), sealed.walks());
  }

  @Test
  void twoNodes_oneHasTheLease() throws SQLException {
    try (Connection one = sealed.registry.database.application().getConnection()) {
      one.setAutoCommit(false);
      assertTrue(sealed.node(sealed.after).page(one, 10) > 0);
      assertEquals(0, sealed.page(sealed.after, 10));
      one.commit();
    }
    assertTrue(sealed.page(sealed.after, 10) > 0);
  }

  private long people(String key) {
    return sealed.counts(Optional.of(key)).stream()
        .filter(count -> count.place().equals("person.sealed_name"))
        .mapToLong(SealCount::values)
        .sum();
  }

  private static byte[] bytes(InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
