package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which processes belong to a data folder: they name it on their command line, or work in it. */
public final class Processes {
  private static final Path PROC = Path.of("/proc");

  private Processes() {}

  /** Those that run now, described for whoever reads a failed test. */
  public static List<String> describe(Path data) {
    return of(data).stream().map(process -> process.pid() + " " + commandLine(process)).toList();
  }

  /** Those that run now. */
  public static List<ProcessHandle> of(Path data) {
    try (Stream<Path> folders = Files.list(PROC)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
          .filter(process -> belongsTo(process, data))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean belongsTo(ProcessHandle process, Path data) {
    return commandLine(process).contains(data.toString()) || worksIn(process, data);
  }

  private static String commandLine(ProcessHandle process) {
    try {
      byte[] bytes = Files.readAllBytes(folder(process).resolve("cmdline"));
      return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      return ""; // it has ended
    }
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      return Files.readSymbolicLink(folder(process).resolve("cwd")).startsWith(data);
    } catch (IOException e) {
      return false; // it has ended, or is somebody else's
    }
  }

  private static Path folder(ProcessHandle process) {
    return PROC.resolve(Long.toString(process.pid()));
  }
}
