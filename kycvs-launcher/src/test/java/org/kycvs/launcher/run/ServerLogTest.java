package org.kycvs.launcher.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.server.LogStyle;

class ServerLogTest {
  private static final String MEGABYTE = "x".repeat(999_999);

  @TempDir Path folder;

  @Test
  void line_beyondTenMegabytes_beginsANewFileAndKeepsFourOlder() throws IOException {
    ServerLog log = new ServerLog(folder, LogStyle.TEXT);
    for (int i = 0; i < 61; i++) {
      log.line(MEGABYTE);
    }
    assertEquals(1_000_000, Files.size(log.file()));
    assertEquals(10_000_000, Files.size(folder.resolve("server.4.log")));
    assertFalse(Files.exists(folder.resolve("server.5.log")));
  }

  @Test
  void reason_serverSaidWhy_isThat() {
    ServerLog log = new ServerLog(folder, LogStyle.TEXT);
    log.line("kycvs: failed: kycvs.zone is 'x'");
    log.line("something later");
    assertEquals("kycvs.zone is 'x'", log.reason());
  }

  @Test
  void reason_serverSaidNothing_isTheLastSevereLine() {
    ServerLog log = new ServerLog(folder, LogStyle.TEXT);
    log.line("SEVERE one");
    log.line("SEVERE two");
    log.line("INFO three");
    assertEquals("SEVERE two", log.reason());
  }

  @Test
  void started_closed_stopsTheLastFirstAndStartsNoMore() {
    List<String> stopped = new ArrayList<>();
    Started started = new Started();
    started.add(() -> stopped.add("database"));
    started.add(
        () -> {
          stopped.add("server");
          throw new IOException("hangs");
        });
    started.close();
    started.close();
    assertEquals(List.of("server", "database"), stopped);
    assertTrue(started.isClosed());
  }
}
