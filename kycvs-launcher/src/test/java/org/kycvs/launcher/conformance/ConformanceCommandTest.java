package org.kycvs.launcher.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.client.conformance.ConformanceKit;
import org.kycvs.client.conformance.TestVector;
import org.kycvs.client.conformance.Verdict;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine;

/** Trying a checker that is a command. */
class ConformanceCommandTest {
  private final StringWriter out = new StringWriter();
  private final ConformanceKit kit = ConformanceKit.standard();

  @TempDir private Path folder;

  @Test
  void conformance_ownChecker_meetsAll() {
    assertEquals(ExitCode.DONE, run());
    int vectors = kit.vectors().size();
    assertEquals(vectors + " of " + vectors + " vectors met\n", out.toString());
  }

  @Test
  void conformance_commandThatAcceptsAll_missesTheBadOnes() {
    assertEquals(ExitCode.NO, run("--command", "echo '{\"valid\":true}'"));
    assertTrue(out.toString().contains("\nexpired: Its time is over since an hour.\n"), out + "");
    assertTrue(out.toString().contains("it has to be  refused: expired\n"), out.toString());
    assertTrue(out.toString().contains("the checker   valid\n"), out.toString());
  }

  @Test
  void conformance_commandThatRefusesAllWithoutReason_missesOnlyGoodOnesByVerdict() {
    String refusing = "echo '{\"valid\":false}'";
    assertEquals(ExitCode.NO, run("--command", refusing, "--verdict-only", "--json"));
    long good = kit.vectors().stream().filter(vector -> vector.verdict().valid()).count();
    long bad = kit.vectors().size() - good;
    assertTrue(out.toString().contains("\"met\":" + bad + ","), out.toString());
  }

  @Test
  void check_commandGetsTheQuestionAndGivesReasons() throws IOException {
    Path seen = folder.resolve("seen.json");
    String command = "cat > " + seen + "; echo '{\"valid\":false,\"reasons\":[\"b\",\"a\"]}'";
    assertEquals("refused: a, b", check(command).toString());
    assertEquals(CheckerCommand.question(vector(), kit.published()), Files.readString(seen));
  }

  @Test
  void check_noVerdict_saysWhatCame() {
    assertEquals("it wrote no JSON: nonsense", problem("echo nonsense"));
    assertEquals("it wrote no object with valid: nothing", problem("true"));
    assertEquals("it wrote no object with valid: {\"valid\":1}", problem("echo '{\"valid\":1}'"));
    assertEquals("it said nothing within 1 s", problem("sleep 30"));
  }

  @Test
  void show_vector_printsItsQuestion() throws IOException {
    assertEquals(ExitCode.DONE, run("--show", "expired"));
    assertEquals(CheckerCommand.question(vector(), kit.published()) + "\n", out.toString());
  }

  @Test
  void show_noSuchVector_saysWhichThereAre() {
    assertEquals(ExitCode.USAGE, run("--show", "nothing-like-it"));
  }

  private Verdict check(String command) throws IOException {
    return new CheckerCommand(command, Duration.ofSeconds(1)).check(vector(), kit.published());
  }

  private String problem(String command) {
    try {
      return "verdict " + check(command);
    } catch (IOException e) {
      return Optional.ofNullable(e.getMessage()).orElse("");
    }
  }

  private TestVector vector() {
    return kit.vectors().stream()
        .filter(vector -> vector.id().equals("expired"))
        .findFirst()
        .orElseThrow();
  }

  private int run(String... arguments) {
    return new CommandLine(new ConformanceCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .setExecutionExceptionHandler(
            (exception, line, parsed) -> {
              if (exception instanceof CommandException refusal) {
                return refusal.exitCode();
              }
              throw exception;
            })
        .execute(arguments);
  }
}
