package org.kycvs.bench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a folder made like Linux's. */
class ProcessorTimeTest {
  private static final double EXACT = 1e-12;

  @TempDir Path proc;
  @TempDir Path data;
  private ProcessorTime processes;

  @BeforeEach
  void processes() throws IOException {
    processes = new ProcessorTime(proc);
    process(10, data, 100, 20, 3_000, 400);
    process(11, data, 50, 5, 0, 0);
    process(12, proc, 9_999, 0, 0, 0);
  }

  @Test
  void ofProcess_isItsOwnTime() {
    assertEquals(1.2, processes.ofProcess(10), EXACT);
  }

  @Test
  void workingIn_isOfAllInTheFolder_withThoseThatEnded() {
    assertEquals(35.75, processes.workingIn(data, Set.of()), EXACT);
    assertEquals(35.2, processes.workingIn(data, Set.of(11L)), EXACT);
  }

  @Test
  void residentBytes_isReadInKilobytes() {
    assertEquals(2_048, processes.residentBytes(11), EXACT);
  }

  @Test
  void anything_whereNothingIsTold_isUnknown() {
    ProcessorTime none = new ProcessorTime(proc.resolve("none"));
    assertTrue(Double.isNaN(none.ofProcess(10)));
    assertTrue(Double.isNaN(none.workingIn(data, Set.of())));
    assertTrue(Double.isNaN(none.residentBytes(10)));
  }

  /** The name in brackets may hold blanks and brackets. */
  private void process(long pid, Path folder, int user, int system, int cuser, int csystem)
      throws IOException {
    Path process = Files.createDirectory(proc.resolve(Long.toString(pid)));
    Files.writeString(
        process.resolve("stat"),
        "%d (a) (b c) S 1 1 1 0 -1 4194560 7 7 7 7 %d %d %d %d 20 0 1 0 5 6 7\n"
            .formatted(pid, user, system, cuser, csystem));
    Files.writeString(process.resolve("status"), "Name:\ta\nVmPeak:\t   9 kB\nVmRSS:\t   2 kB\n");
    Files.createSymbolicLink(process.resolve("cwd"), folder);
  }
}
