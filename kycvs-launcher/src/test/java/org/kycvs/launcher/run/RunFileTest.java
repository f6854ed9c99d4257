package org.kycvs.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.demodata.Demonstration;

class RunFileTest {
  private static final RunFile RUNNING =
      new RunFile(
          "http://localhost:8080",
          42,
          "postgresql://owner:secret@127.0.0.1:5433/kycvs",
          List.of(
              new Demonstration.Organisation(
                  "org_1", "Hotel", "kvs_live", "kvs_test", List.of("p"))),
          List.of(new Demonstration.SignIn("a@example.org", "pass", "operator-admin")));

  @TempDir Path folder;

  @Test
  void json_isTheFormThatProgramsRelyOn() {
    assertEquals(
        "{\"url\":\"http://localhost:8080\",\"pid\":42,"
            + "\"databaseUrl\":\"postgresql://owner:secret@127.0.0.1:5433/kycvs\","
            + "\"organisations\":[{\"id\":\"org_1\",\"name\":\"Hotel\",\"liveKey\":\"kvs_live\","
            + "\"testKey\":\"kvs_test\",\"purposes\":[\"p\"]}],"
            + "\"signIns\":[{\"email\":\"a@example.org\",\"password\":\"pass\","
            + "\"role\":\"operator-admin\"}]}",
        RUNNING.json());
  }

  @Test
  void write_isForItsOwnerOnlyAndReadBackTheSame() throws IOException {
    Path file = folder.resolve("run.json");
    RUNNING.write(file);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(Optional.of(RUNNING), RunFile.read(file));
  }

  @Test
  void read_memberOfALaterVersion_isIgnored() throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, RUNNING.json().replaceFirst("\\{", "{\"later\":1,"));
    assertTrue(RunFile.read(file).isPresent());
  }

  @Test
  void read_none_isEmpty() {
    assertEquals(Optional.empty(), RunFile.read(folder.resolve("run.json")));
  }
}
