package org.kycvs.launcher.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void open_new_isForItsOwnerOnly() throws IOException {
    DataDirectory data = DataDirectory.open(folder.resolve("data"));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())));
  }

  @Test
  void open_aFileIsInTheWay_isOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandException refusal = assertThrows(CommandException.class, () -> DataDirectory.open(file));
    assertEquals(ExitCode.UNREACHABLE, refusal.exitCode());
    assertEquals(
        "cannot write the data folder "
            + file
            + " (a file is in the way); choose another with --data",
        refusal.getMessage());
  }

  @Test
  void take_lockHeldAlready_namesTheProcess() throws Exception {
    DataDirectory data = DataDirectory.open(folder);
    try (DataLock first = DataLock.take(data)) {
      assertTrue(first != null);
      CommandException refusal = assertThrows(CommandException.class, () -> DataLock.take(data));
      assertTrue(
          String.valueOf(refusal.getMessage())
              .startsWith("process " + ProcessHandle.current().pid() + " "),
          refusal.getMessage());
    }
    DataLock.take(data).close();
  }

  @Test
  void privateFile_written_isForItsOwnerOnlyAndLeavesNoDraft() throws IOException {
    Path file = folder.resolve("secret");
    assertEquals("a", PrivateFile.readOrMake(file, () -> "a"));
    assertEquals("a", PrivateFile.readOrMake(file, () -> "b"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void processRecord_runningProcess_isFoundAndEnded() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    Path file = folder.resolve("server.pid");
    ProcessRecord.write(file, process.toHandle());
    ProcessRecord record = ProcessRecord.read(file).orElseThrow();
    assertTrue(record.running().isPresent());
    process.destroy();
    assertTrue(process.waitFor(5, TimeUnit.SECONDS));
    assertTrue(record.running().isEmpty());
  }

  @Test
  void processRecord_idGivenToAnotherProcess_isNotThatOne() {
    ProcessHandle current = ProcessHandle.current();
    ProcessRecord earlier =
        new ProcessRecord(
            current.pid(),
            current.info().startInstant().orElseThrow().minus(Duration.ofSeconds(1)));
    assertTrue(earlier.running().isEmpty());
  }

  @Test
  void processRecord_nonsense_isEmpty() throws IOException {
    Path file = Files.writeString(folder.resolve("server.pid"), "12 yesterday\n");
    assertEquals(Optional.empty(), ProcessRecord.read(file));
  }
}
