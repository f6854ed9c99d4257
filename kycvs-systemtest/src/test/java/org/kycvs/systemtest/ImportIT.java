package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.systemtest.support.Distribution;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Registry files taken in while a server runs on the same data. */
@ExtendWith(SharedServer.class)
class ImportIT {
  private static final String HEADER =
      "beneficiary_reference_id,name,birth_year,gender,mobile_number,vaccine,dose,dose_date,"
          + "vaccine_batch,center_id\n";

  @TempDir private Path folder;

  @Test
  void sampleAgain_changesNothing(RunningServer server) {
    Kycvs.Outcome outcome =
        importing(server, Distribution.sample("sample-registry.csv"), "--json").run();

    assertEquals(0, outcome.exitCode(), outcome.all());
    JsonNode report = Json.read(outcome.out());
    assertTrue(report.path("rows").asInt() > 2_000, outcome.out());
    for (String count : List.of("peopleAdded", "peopleChanged", "dosesAdded", "dosesChanged")) {
      assertEquals(0, report.path(count).asInt(-1), count + " in " + outcome.out());
    }
  }

  @Test
  void rejects_areNamedByLineColumnAndReason(RunningServer server) throws IOException {
    List<String> rows = Files.readAllLines(Distribution.sample("sample-rejects.csv"));
    List<String> file = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (String row : rows) {
      int cut = row.lastIndexOf(',');
      file.add(row.substring(0, cut));
      reasons.add(row.substring(cut + 1));
    }
    Path rejects = Files.write(folder.resolve("rejects.csv"), file);

    Kycvs.Outcome outcome = importing(server, rejects).run();
    JsonNode report = Json.read(importing(server, rejects, "--json").run().out());

    assertEquals(1, outcome.exitCode(), outcome.all());
    assertEquals(rows.size() - 1, report.path("refusals").size(), report.toString());
    for (int i = 0; i < report.path("refusals").size(); i++) {
      JsonNode refusal = report.path("refusals").path(i);
      assertEquals(i + 2, refusal.path("line").asInt(), refusal.toString());
      assertEquals(reasons.get(i + 1), refusal.path("reason").asText(), refusal.toString());
      assertTrue(file.get(0).contains(refusal.path("column").asText()), refusal.toString());
      assertTrue(
          outcome
              .out()
              .contains(
                  "line "
                      + (i + 2)
                      + ": "
                      + refusal.path("column").asText()
                      + ": "
                      + reasons.get(i + 1)),
          outcome.out());
    }
  }

  @Test
  void newPerson_isAnsweredAtOnce(RunningServer server) throws IOException {
    String row = "99990000000017,Nayana Newcomer,1991,Female,+917011999917,";
    Path once =
        Files.writeString(
            folder.resolve("once.csv"), HEADER + row + "COVISHIELD,1,2021-05-01,B1,100001\n");
    Person newcomer = new Person("+917011999917", "Nayana Newcomer", "", "1", "imported", 0);

    Kycvs.Outcome rehearsed = importing(server, once, "--dry-run").run();
    assertEquals(0, rehearsed.exitCode(), rehearsed.all());
    Journey.make(server, server.hotel(), newcomer).completed().problem(422, "no-match");
    Kycvs.Outcome imported = importing(server, once).run();

    assertEquals(0, imported.exitCode(), imported.all());
    Journey journey = Journey.make(server, server.hotel(), newcomer);
    assertEquals(newcomer.status(), journey.answer().path("status").asInt());
  }

  @Test
  void killedInTheMiddle_changesNothingAndTheNextWorks(RunningServer server) throws Exception {
    Path large = folder.resolve("large.csv");
    writePeople(large, 300_000);
    Path first = folder.resolve("first.csv");
    writePeople(first, 10);

    Process killed = importing(server, large).start();
    Thread.sleep(2_000);
    Journey.make(server, server.hotel(), People.sample("as-registered", 1).get(0))
        .completed()
        .json(200);
    assertTrue(killed.isAlive(), "the import was over before it could be killed");
    killed.destroyForcibly().onExit().get(1, TimeUnit.MINUTES);

    assertEquals(10, added(importing(server, first, "--dry-run", "--json").run()));
    Kycvs.Outcome next = importing(server, first, "--json").run();
    assertEquals(10, added(next));
    String id = Json.read(next.out()).path("id").asText();
    Kycvs.Outcome undone =
        Kycvs.command("registry", "undo", id, "--data", server.data().path()).run();
    assertEquals(0, undone.exitCode(), undone.all());
    assertEquals(10, added(importing(server, first, "--dry-run", "--json").run()));
  }

  @Test
  void refusedRows_areMendedInTheirFileAndImported(RunningServer server) throws IOException {
    String good = "99990000000025,Nayana Newcomer,1991,Female,+917011999918,,,,,";
    String bad = "99990000000033,Navin Newcomer,19x1,Male,+917011999918,,,,,";
    Path file = Files.writeString(folder.resolve("two.csv"), HEADER + good + "\n" + bad + "\n");

    Kycvs.Outcome refused = importing(server, file).run();
    assertEquals(1, refused.exitCode(), refused.all());
    Path rows = folder.resolve("two.refused.csv");
    assertTrue(refused.out().contains("kycvs import " + file + " --mended " + rows), refused.out());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rows)));
    Files.writeString(rows, Files.readString(rows).replace("19x1", "1991"));
    Kycvs.Outcome mended = importing(server, file, "--mended", rows, "--json").run();

    assertEquals(0, mended.exitCode(), mended.all());
    assertEquals(2, added(mended));
  }

  @Test
  void fileThatIsNotThere_isNamed(RunningServer server) {
    Kycvs.Outcome outcome = importing(server, folder.resolve("nowhere.csv")).run();

    assertEquals(3, outcome.exitCode(), outcome.all());
    assertEquals(1, outcome.errors().size(), outcome.all());
    assertTrue(outcome.err().contains("nowhere.csv"), outcome.err());
    assertFalse(outcome.err().contains("Exception"), outcome.err());
  }

  private static int added(Kycvs.Outcome outcome) {
    assertEquals(0, outcome.exitCode(), outcome.all());
    return Json.read(outcome.out()).path("peopleAdded").asInt();
  }

  private static void writePeople(Path file, int people) throws IOException {
    try (Writer text = Files.newBufferedWriter(file)) {
      text.write(HEADER);
      for (int person = 0; person < people; person++) {
        text.write(
            "%d,Nayana Newcomer,1991,Female,+9170%08d,COVISHIELD,1,2021-05-01,B1,100001\n"
                .formatted(88880000000000L + person, 20_000_000 + person));
      }
    }
  }

  private static Kycvs importing(RunningServer server, Path file, Object... options) {
    List<Object> words = new ArrayList<>(List.of("import", file, "--data", server.data().path()));
    words.addAll(List.of(options));
    return Kycvs.command(words.toArray());
  }
}
