package org.kycvs.bench.flow;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation.ClientLogin;

/** Runs pgbench with the statements of a verification. */
final class PgBench {
  static final String SCRIPT = "verification.pgbench.sql";

  private static final Path PACKAGED = Path.of("/usr/lib/postgresql");

  private final Path program;
  private final Path folder;

  private PgBench(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /**
   * The one on the path, or else the newest that a package installed; empty if there is none.
   *
   * @param folder where the script may be put
   */
  static Optional<PgBench> find(Path folder) {
    return Stream.concat(onPath(), packaged())
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new PgBench(program, folder));
  }

  /**
   * Runs the script again and again.
   *
   * @param variables what the script asks for by name
   * @throws BenchFailedException if a statement fails; the line has its error
   */
  PgBenchOutput run(ClientLogin login, int clients, int seconds, Map<String, String> variables)
      throws IOException {
    Path script = script();
    Path output = folder.resolve("pgbench.out");
    Process process = start(command(login, script, clients, seconds, variables), login, output);
    Thread end = new Thread(process::destroy, "stop pgbench");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      int exitCode = process.waitFor();
      String text = Files.readString(output);
      if (exitCode != 0) {
        throw new BenchFailedException("pgbench failed: " + error(text));
      }
      return PgBenchOutput.parse(text);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new BenchFailedException("interrupted");
    } finally {
      forget(end);
      Files.deleteIfExists(script);
      Files.deleteIfExists(output);
    }
  }

  private List<String> command(
      ClientLogin login, Path script, int clients, int seconds, Map<String, String> variables) {
    List<String> command =
        new ArrayList<>(
            List.of(program.toString(), "--no-vacuum", "--protocol=prepared", "--file=" + script));
    command.add("--client=" + clients);
    command.add("--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()));
    command.add("--time=" + seconds);
    variables.forEach((name, value) -> command.add("--define=" + name + "=" + value));
    command.addAll(List.of("--host=" + login.host(), "--port=" + login.port()));
    command.addAll(List.of("--username=" + login.user(), login.database()));
    return command;
  }

  private static Process start(List<String> command, ClientLogin login, Path output)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("PGPASSWORD", login.password());
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private Path script() throws IOException {
    Path script = folder.resolve(SCRIPT);
    try (InputStream resource =
        Objects.requireNonNull(PgBench.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.write(script, resource.readAllBytes());
    }
    return script;
  }

  private static String error(String text) {
    return text.lines()
        .filter(line -> line.contains("ERROR") || line.contains("error:"))
        .findFirst()
        .or(() -> text.lines().reduce((first, last) -> last))
        .orElse("it said nothing");
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The end has begun: it runs.
    }
  }

  private static Stream<Path> onPath() {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "pgbench"));
  }

  private static Stream<Path> packaged() {
    try (Stream<Path> versions = Files.list(PACKAGED)) {
      return versions
          .sorted(Comparator.comparing(Path::toString, Comparator.reverseOrder()))
          .map(version -> version.resolve("bin").resolve("pgbench"))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
