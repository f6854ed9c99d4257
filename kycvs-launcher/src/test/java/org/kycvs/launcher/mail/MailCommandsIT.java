package org.kycvs.launcher.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.imports.TestAccess;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;
import picocli.CommandLine;

/** The commands on mails, with no container's classes at hand. */
class MailCommandsIT {
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));

  private static TestDatabase database;

  private final RegistryAccesses access = data -> new TestAccess(database, KEY, CALENDAR);
  private final Map<String, String> set = new HashMap<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("DELETE FROM mail_outbox");
  }

  @Test
  void status_nothingWaits_saysSo() {
    assertEquals(ExitCode.DONE, run("status"), err::toString);
    assertEquals("Mails that wait: 0\nSet aside: 0\n", out.toString());
  }

  @Test
  void status_mailsThatWaitAndOneSetAside_tellsSinceWhenAndWhy() throws Exception {
    run("send-test", "quillfeather@hotel.example");
    run("send-test", "quillfeather@hotel.example");
    setOneAside();
    out.getBuffer().setLength(0);

    assertEquals(ExitCode.DONE, run("status"), err::toString);
    String text = out.toString();
    assertTrue(text.startsWith("Mails that wait: 1\n    oldest   "), text);
    assertTrue(text.contains("Set aside: 1\n  mail_"), text);
    assertTrue(text.contains("    tries    3\n    why      It is gone\n"), text);
    assertTrue(text.endsWith("Last failure: It is gone\n"), text);

    Map<String, Object> json = json("status", "--json");
    assertEquals(1L, json.get("queued"));
    assertEquals(1L, json.get("setAside"));
    assertEquals("It is gone", json.get("lastFailure"));
    assertTrue(String.valueOf(json.get("mails")).contains("It is gone"));
  }

  @Test
  void retry_oneSetAside_isQueuedAnewAndAudited() throws Exception {
    run("send-test", "quillfeather@hotel.example");
    setOneAside();
    out.getBuffer().setLength(0);

    assertEquals(ExitCode.DONE, run("retry"), err::toString);
    assertEquals("Tried again: 1 mail.\n", out.toString());
    assertEquals(1L, json("status", "--json").get("queued"));
    out.getBuffer().setLength(0);
    assertEquals(ExitCode.DONE, run("retry"), err::toString);
    assertEquals("No mail was set aside.\n", out.toString());
    assertEquals(1L, execute("UPDATE audit_entry SET act = act WHERE act = 'mail-retried'"));
  }

  @Test
  void sendTest_byAServer_saysWhatItAnswered() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
    server.start();
    try {
      smtp(server.getSmtp().getPort());
      assertEquals(ExitCode.DONE, run("send-test", "ops@hotel.example"), err::toString);
      assertTrue(out.toString().contains("The server answered: 250 "), out.toString());
      assertEquals(1, server.getReceivedMessages().length);
      assertEquals("A test mail of KYC-VS", server.getReceivedMessages()[0].getSubject());

      assertEquals(true, json("send-test", "ops@hotel.example", "--json").get("done"));
    } finally {
      server.stop();
    }
  }

  @Test
  void sendTest_nobodyThere_isUnreachable() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      smtp(free.getLocalPort());
    }
    assertEquals(ExitCode.UNREACHABLE, run("send-test", "ops@hotel.example"));
    assertEquals("not sent, the server cannot be reached\n", err.toString());
  }

  @Test
  void sendTest_wrongAddress_isWrongUsage() {
    assertEquals(ExitCode.USAGE, run("send-test", "nobody"));
    assertTrue(err.toString().contains("ADDRESS must be one such as"), err.toString());
  }

  @Test
  void sendTest_productionWithoutAServer_saysWhichSetting() {
    set.putAll(
        Map.of(
            "kycvs.mode", "production",
            "kycvs.issuer", "https://kyc.example",
            "kycvs.registry.name", "R",
            "kycvs.registry.contact", "c",
            "kycvs.registry.grievance", "g"));
    assertEquals(ExitCode.USAGE, run("send-test", "ops@hotel.example"));
    assertTrue(err.toString().contains("KYCVS_MAIL_SMTP_HOST"), err.toString());
  }

  private void smtp(int port) {
    set.putAll(
        Map.of(
            "kycvs.mail.smtp.host", "127.0.0.1",
            "kycvs.mail.smtp.port", Integer.toString(port),
            "kycvs.mail.smtp.security", "none",
            "kycvs.mail.from", "no-reply@kyc.example"));
  }

  private static void setOneAside() throws SQLException {
    assertEquals(
        1,
        execute(
            "UPDATE mail_outbox SET state = 'SET_ASIDE', attempts = 3, last_failure = 'It is gone'"
                + " WHERE id = (SELECT min(id) FROM mail_outbox)"));
  }

  private static long execute(String sql) throws SQLException {
    try (Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  private Map<String, Object> json(String... arguments) throws ParseException {
    out.getBuffer().setLength(0);
    run(arguments);
    return JSONObjectUtils.parse(out.toString());
  }

  private int run(String... arguments) {
    return MailCommand.on(
            access,
            warnings ->
                LauncherSettings.from(Settings.of(name -> Optional.ofNullable(set.get(name)))))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExitCodeExceptionMapper(MailCommandsIT::exitCode)
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              command.getErr().println(e.getMessage());
              return exitCode(e);
            })
        .execute(arguments);
  }

  private static int exitCode(Throwable e) {
    if (e instanceof CommandException refused) {
      return refused.exitCode();
    }
    return e instanceof SettingException || e instanceof CommandLine.ParameterException
        ? ExitCode.USAGE
        : -1;
  }
}
