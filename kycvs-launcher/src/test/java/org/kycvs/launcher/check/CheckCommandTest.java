package org.kycvs.launcher.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.client.statement.Statements;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import picocli.CommandLine;

class CheckCommandTest {
  private final Statements issuer = Statements.newIssuer();
  private final StringWriter out = new StringWriter();
  private String stdin = "";

  @TempDir private Path folder;
  private String jwks = "";

  @BeforeEach
  void saveKeys() throws IOException {
    jwks = Files.writeString(folder.resolve("jwks.json"), issuer.jwks()).toString();
  }

  @Test
  void check_goodStatement_saysSignatureValidAndWhatItSays() {
    assertEquals(ExitCode.DONE, run(issuer.good(), "--jwks", jwks));
    assertTrue(out.toString().startsWith("signature valid"), out.toString());
    assertTrue(out.toString().contains("2 (fully-vaccinated)"), out.toString());
    assertTrue(out.toString().contains("hotel-check-in"), out.toString());
    assertTrue(out.toString().contains("The audience was not checked"), out.toString());
  }

  @Test
  void check_fileThatHoldsIt_isTheSame() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jwt"), issuer.good() + "\n");
    assertEquals(ExitCode.DONE, run(file.toString(), "--jwks", jwks));
  }

  @Test
  void check_standardInput_isTheSame() {
    stdin = issuer.good() + "\n";
    assertEquals(ExitCode.DONE, run("-", "--jwks", jwks, "--audience", Statements.ORGANISATION));
    assertTrue(!out.toString().contains("not checked"), out.toString());
  }

  @Test
  void check_expiredNow_canBeReadAsAtThen() {
    String old = issuer.goodBut("exp", Statements.ISSUED.plusSeconds(60).getEpochSecond());
    assertEquals(ExitCode.NO, run(old, "--jwks", jwks));
    assertTrue(out.toString().contains("expired"), out.toString());
    assertEquals(ExitCode.DONE, run(old, "--jwks", jwks, "--at", "2026-11-21T09:30:30Z"));
  }

  @Test
  void check_json_isForPrograms() throws Exception {
    assertEquals(ExitCode.NO, run(issuer.goodBut("mode", "test"), "--jwks", jwks, "--json"));
    Map<String, Object> report = JSONObjectUtils.parse(out.toString().strip());
    assertEquals(List.of("test-mode"), report.get("reasons"));
    assertEquals(true, report.get("authentic"));
    assertEquals(false, report.get("current"));
  }

  @Test
  void check_jsonOfATestStatementThatWillDo_hasItsClaims() throws Exception {
    String statement = issuer.goodBut("mode", "test");
    assertEquals(ExitCode.DONE, run(statement, "--jwks", jwks, "--allow-test", "--json"));
    Map<String, Object> report = JSONObjectUtils.parse(out.toString().strip());
    assertEquals("test", report.get("mode"));
    assertEquals(2L, JSONObjectUtils.getJSONObject(report, "claims").get("status"));
    assertEquals(List.of(), report.get("reasons"));
  }

  @Test
  void check_keysByUrl_areFetched() throws IOException {
    assertEquals(ExitCode.DONE, withServer(200, issuer.jwks(), "/jwks.json"));
  }

  @Test
  void check_urlThatAnswersOtherwise_isUnreachable() throws IOException {
    assertEquals(ExitCode.UNREACHABLE, withServer(404, "", "/jwks.json"));
    String large = " ".repeat(Document.LARGEST + 1);
    assertEquals(ExitCode.UNREACHABLE, withServer(200, large, "/jwks.json"));
  }

  @Test
  void check_keysThatAreNone_isWrongUsage() throws IOException {
    assertEquals(ExitCode.USAGE, withServer(200, "<html>", "/jwks.json"));
  }

  @Test
  void check_statementFileMissing_isUnreachable() {
    String missing = folder.resolve("statement").toString();
    assertEquals(ExitCode.UNREACHABLE, run(missing, "--jwks", jwks));
  }

  @Test
  void check_keyFileMissing_isUnreachable() {
    assertEquals(ExitCode.UNREACHABLE, run("a.b.c", "--jwks", jwks + "x"));
  }

  @Test
  void check_keysByPlainHttpFromElsewhere_isWrongUsage() {
    assertEquals(ExitCode.USAGE, run("a.b.c", "--jwks", "http://a.example/jwks"));
  }

  @Test
  void check_withoutKeys_isWrongUsage() {
    assertEquals(ExitCode.USAGE, run(issuer.good()));
  }

  private int withServer(int status, String body, String path) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
      return run(issuer.good(), "--jwks", url);
    } finally {
      server.stop(0);
    }
  }

  private int run(String... arguments) {
    CheckCommand command =
        new CheckCommand(
            Clock.fixed(Statements.NOW, ZoneOffset.UTC),
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
    PrintWriter quiet = new PrintWriter(new StringWriter());
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(quiet)
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
