package org.kycvs.bench.flow;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.journey.VerifierProgram;

/** What an installation's processes have taken so far; not a number where that is not told. */
final class ServerState {
  /** Of MicroProfile Metrics, in the text form of Prometheus. */
  private static final Pattern HEAP =
      Pattern.compile("(?m)^(?:base_)?memory_usedHeap_bytes(?:\\{[^}]*})? ([0-9.eE+]+)$");

  private final ProcessorTime processes = new ProcessorTime(Path.of("/proc"));
  private final BenchInstallation installation;

  ServerState(BenchInstallation installation) {
    this.installation = installation;
  }

  /** Seconds of processor time of the server. */
  double processorSeconds() {
    return processes.ofProcess(installation.serverProcess());
  }

  /** Seconds of processor time of PostgreSQL, without sessions of ours. */
  double databaseProcessorSeconds(Set<Long> ours) {
    return processes.workingIn(installation.databaseFolder(), ours);
  }

  /** Memory of the server's process. */
  double residentBytes() {
    return processes.residentBytes(installation.serverProcess());
  }

  /** Heap that the server uses, with what is garbage already. */
  double heapBytes() {
    return heap(VerifierProgram.get(installation.url() + "/metrics"));
  }

  static double heap(String metrics) {
    Matcher line = HEAP.matcher(metrics);
    return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
  }
}
