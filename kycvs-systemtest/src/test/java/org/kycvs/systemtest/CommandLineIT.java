package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** What the command line says when it cannot do what was asked: one line, and an exit code. */
@ExtendWith(SharedServer.class)
class CommandLineIT {
  private static final int NO = 1;
  private static final int USAGE = 2;
  private static final int UNREACHABLE = 3;

  @TempDir private Path folder;

  @Test
  void help_listsTheCommands() {
    Kycvs.Outcome help = Kycvs.command("--help").run();

    assertEquals(0, help.exitCode());
    for (String command : List.of("run", "demo", "test", "migrate", "import", "check")) {
      assertTrue(help.out().contains("\n  " + command + " "), help.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "demo", "test", "migrate", "import", "check"})
  void help_ofEachCommand_saysHowToUseIt(String command) {
    Kycvs.Outcome help = Kycvs.command(command, "--help").run();

    assertEquals(0, help.exitCode(), help.all());
    assertTrue(help.out().startsWith("Usage: kycvs " + command + " "), help.out());
    assertEquals("", help.err());
  }

  @Test
  void wrongUse_isTold() {
    for (String[] words :
        new String[][] {
          {}, {"fly"}, {"run", "--fly"}, {"run", "--port", "x"}, {"check"}, {"import"}
        }) {
      Kycvs.Outcome outcome = Kycvs.command((Object[]) words).run();
      assertEquals(USAGE, outcome.exitCode(), String.join(" ", words) + ": " + outcome.all());
      assertNoStackTrace(outcome);
    }
  }

  @Test
  void run_portTaken_namesThePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();

      Kycvs.Outcome outcome = run("--port", port).run();

      assertRefused(NO, outcome, "port " + port);
    }
  }

  @Test
  void run_portThatIsNone_namesThePort() {
    assertRefused(USAGE, run("--port", 70_000).run(), "70000");
  }

  @Test
  void run_wrongSetting_namesItsNameValueAndWhatIsAllowed() {
    Kycvs.Outcome outcome = run("--port", 0).with("KYCVS_OTP_TRIES", "9").run();

    assertRefused(
        USAGE, outcome, "kycvs.otp.tries", "KYCVS_OTP_TRIES", "'9'", "a whole number from 1 to 5");
  }

  @Test
  void run_productionWithoutIssuer_saysWhatIsMissing() {
    Kycvs.Outcome outcome = run("--port", 0).with("KYCVS_MODE", "production").run();

    assertRefused(USAGE, outcome, "KYCVS_ISSUER");
  }

  @Test
  void run_developmentListeningElsewhere_isRefused() {
    Kycvs.Outcome outcome = run("--port", 0).with("KYCVS_LISTEN", "0.0.0.0").run();

    assertRefused(USAGE, outcome, "KYCVS_LISTEN", "0.0.0.0", "loopback");
  }

  @Test
  void run_fileInPlaceOfTheDataFolder_saysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    Kycvs.Outcome outcome = Kycvs.command("run", "--port", 0, "--data", file).run();

    assertRefused(UNREACHABLE, outcome, file.toString(), "--data");
  }

  @Test
  void run_databaseThatDoesNotAnswer_saysWhich() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      closed = socket.getLocalPort();
    }
    Path password = Files.writeString(folder.resolve("password"), "not-to-be-shown");

    Kycvs.Outcome outcome =
        run("--port", 0)
            .with("KYCVS_DB_URL", "postgresql://127.0.0.1:" + closed + "/kycvs")
            .with("KYCVS_DB_USER", "owner")
            .with("KYCVS_DB_PASSWORD_FILE", password.toString())
            .run();

    assertRefused(UNREACHABLE, outcome, "127.0.0.1:" + closed, "database");
    assertFalse(outcome.all().contains("not-to-be-shown"), outcome.all());
  }

  @Test
  void run_onDataThatIsInUse_namesTheProcess(RunningServer server) {
    Path data = server.data().path();

    Kycvs.Outcome outcome = Kycvs.command("run", "--port", 0, "--data", data).run();

    assertRefused(NO, outcome, Long.toString(server.launcher().pid()), data.toString());
    assertEquals(200, server.withoutKey().get("/health/ready").status());
    assertTrue(Files.exists(data.resolve("run.json")));
  }

  private Kycvs run(Object... options) {
    Object[] words = new Object[options.length + 3];
    words[0] = "run";
    words[1] = "--data";
    words[2] = folder.resolve("data");
    System.arraycopy(options, 0, words, 3, options.length);
    return Kycvs.command(words);
  }

  private static void assertRefused(int exitCode, Kycvs.Outcome outcome, String... words) {
    assertEquals(exitCode, outcome.exitCode(), outcome.all());
    assertEquals(1, outcome.errors().size(), outcome.all());
    for (String word : words) {
      assertTrue(outcome.err().contains(word), word + " in " + outcome.err());
    }
    assertNoStackTrace(outcome);
  }

  private static void assertNoStackTrace(Kycvs.Outcome outcome) {
    assertFalse(outcome.all().contains("\tat "), outcome.all());
    assertFalse(outcome.all().contains("Exception"), outcome.all());
  }
}
