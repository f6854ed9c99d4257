package org.kycvs.launcher.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine;

/** Runs the commands on the distribution, for seconds. */
class InstallationBenchIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void flow_aFewSeconds_measuresAndLeavesNothingBehind() throws IOException {
    assertEquals(
        ExitCode.DONE,
        run("flow", "--seconds", "3", "--warm-up", "2", "--callers", "2", "--people", "300"),
        err::toString);
    JsonNode measure = JSON.readTree(out.toString());
    JsonNode service = measure.get("service");
    assertTrue(service.get("verificationsPerSecond").asDouble() > 0, out::toString);
    assertTrue(service.get("askMillis").get("median").asDouble() > 0, out::toString);
    assertTrue(service.get("databaseBytesPerVerification").asDouble() > 0, out::toString);
    assertTrue(
        measure.get("pgbench").isNull()
            ? measure.has("remark")
            : measure.get("pgbench").get("verificationsPerSecond").asDouble() > 0,
        out::toString);
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void uniformity_fewPeople_findsTheSameBytesAndLeavesNothingBehind() throws IOException {
    assertEquals(
        ExitCode.DONE, run("uniformity", "--samples", "5", "--warm-up", "6"), err::toString);
    JsonNode measure = JSON.readTree(out.toString());
    assertTrue(measure.get("uniform").asBoolean(), out::toString);
    assertEquals(6 * 6 * 3, measure.get("answers").asInt(), out::toString);
    assertEquals(5 * 3, measure.get("times").size(), out::toString);
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void both_wrongNumbers_areWrongUsage() {
    assertEquals(ExitCode.USAGE, run("flow", "--seconds", "0"));
    assertEquals(ExitCode.USAGE, run("flow", "--callers", "65"));
    assertEquals(ExitCode.USAGE, run("flow", "--people", "99"));
    assertEquals(ExitCode.USAGE, run("flow", "--repeat", "0"));
    assertEquals(ExitCode.USAGE, run("uniformity", "--samples", "1"));
  }

  private int run(String benchmark, String... arguments) {
    return new CommandLine(new BenchCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println(e);
              return e instanceof CommandException refused ? refused.exitCode() : -1;
            })
        .execute(
            Stream.concat(
                    Stream.of(benchmark, "--json", "--temp", folder.toString()),
                    Stream.of(arguments))
                .toArray(String[]::new));
  }
}
