package org.kycvs.launcher.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
  @TempDir Path folder;

  @Test
  void read_none_isEmpty() {
    assertEquals(Optional.empty(), PostmasterFile.read(folder));
  }

  @Test
  void read_asPostgresqlWritesIt_hasProcessAndPort() throws IOException {
    write("7929\n/data/postgres\n1795290261\n5599\n\n127.0.0.1\n  2154509         4\nready   \n");
    assertEquals(Optional.of(new PostmasterFile(7929, 5599)), PostmasterFile.read(folder));
  }

  @Test
  void read_tornByACrash_isEmpty() throws IOException {
    write("7929\n/data/postgres\n17952");
    assertEquals(Optional.empty(), PostmasterFile.read(folder));
  }

  @Test
  void running_processIdOfSomethingElse_isFalse() {
    assertTrue(ProcessHandle.current().isAlive());
    assertFalse(new PostmasterFile(ProcessHandle.current().pid(), 5599).runningOn(folder));
  }

  @Test
  void running_noSuchProcess_isFalse() {
    assertFalse(new PostmasterFile(Integer.MAX_VALUE, 5599).runningOn(folder));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(PostmasterFile.NAME), text);
  }
}
