package org.kycvs.bench.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linux tells of processes in {@code /proc}; not a number where there is no such thing. */
final class ProcessorTime {
  /** USER_HZ: fixed at 100 for what programs are told, on all of Linux (man 5 proc). */
  private static final double TICKS = 100;

  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");
  private static final double KILOBYTE = 1024;

  /** After the name in brackets: state, ppid, … utime is the 12th, then stime, cutime, cstime. */
  private static final int USER = 11;

  private static final int OWN = 2;
  private static final int WITH_CHILDREN = 4;

  private final Path proc;

  /** Reads there, which is {@code /proc}. */
  ProcessorTime(Path proc) {
    this.proc = proc;
  }

  /** Seconds of processor time that a process has taken so far. */
  double ofProcess(long process) {
    return seconds(proc.resolve(Long.toString(process)), OWN);
  }

  /**
   * Seconds of processor time of all processes that work in a folder, as all of PostgreSQL's do,
   * with those that ended: their time is then their parent's.
   *
   * @param except processes that are left out
   */
  double workingIn(Path folder, Set<Long> except) {
    return processes(pid -> !except.contains(pid)).stream()
        .filter(process -> worksIn(process, folder))
        .mapToDouble(process -> seconds(process, WITH_CHILDREN))
        .filter(Double::isFinite)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Bytes of memory that a process has. */
  double residentBytes(long process) {
    try {
      Matcher line =
          RESIDENT.matcher(
              Files.readString(proc.resolve(Long.toString(process)).resolve("status")));
      return line.find() ? Long.parseLong(line.group(1)) * KILOBYTE : Double.NaN;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private List<Path> processes(LongPredicate wanted) {
    try (Stream<Path> entries = Files.list(proc)) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
          .filter(entry -> wanted.test(Long.parseLong(entry.getFileName().toString())))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean worksIn(Path process, Path folder) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
    } catch (IOException e) {
      return false; // another user's, or it just ended
    }
  }

  private static double seconds(Path process, int fields) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = USER; field < USER + fields; field++) {
        ticks += Long.parseLong(words[field]);
      }
      return ticks / TICKS;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
