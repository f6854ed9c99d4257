package org.kycvs.notification.control.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.notification.control.mail.MailAnswer.Accepted;
import org.kycvs.notification.control.mail.MailAnswer.Deferred;
import org.kycvs.notification.control.mail.MailAnswer.Refused;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.notification.entity.SmtpLogin;
import org.kycvs.notification.entity.SmtpSecurity;
import org.kycvs.notification.entity.SmtpSettings;

/** Mails as servers get them, and what servers answer. */
class SmtpRouteTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
  private static final MailAddress TO = new MailAddress("staff@hotel.example");
  private static final MailId ID = new MailId("mail_" + "a".repeat(22));
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          ID,
          TO,
          MailTemplate.MAIL_TEST.fill(Map.of("issuer", "https://kyc.example/é", "at", "now")));

  @TempDir private Path folder;

  @Test
  void send_toAServerWithLogin_arrivesAsTextAndHtml() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort());
    server.start();
    try {
      server.setUser(TO.value(), "kycvs", "open sesame");
      int port = server.getSmtp().getPort();

      MailAnswer first = route("127.0.0.1", port, SmtpSecurity.NONE, true, "").send(MAIL);
      MailAnswer second = route("127.0.0.1", port, SmtpSecurity.NONE, true, "").send(MAIL);

      assertInstanceOf(Accepted.class, first);
      assertInstanceOf(Accepted.class, second);
      MimeMessage[] received = server.getReceivedMessages();
      assertEquals(2, received.length);
      assertEquals(received[0].getMessageID(), received[1].getMessageID());
      assertWhole(received[0]);
    } finally {
      server.stop();
    }
  }

  private static void assertWhole(MimeMessage mail) throws Exception {
    assertEquals("<" + ID + "@kyc.example>", mail.getMessageID());
    assertEquals("KYC-VS <no-reply@kyc.example>", mail.getHeader("From", null));
    assertEquals("help@kyc.example", mail.getHeader("Reply-To", null));
    assertEquals("staff@hotel.example", mail.getHeader("To", null));
    assertEquals("A test mail of KYC-VS", mail.getSubject());
    assertEquals("auto-generated", mail.getHeader("Auto-Submitted", null));
    assertEquals(CLOCK.instant(), mail.getSentDate().toInstant());
    assertTrue(mail.getContentType().startsWith("multipart/alternative"), mail.getContentType());
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertEquals(2, parts.getCount());
    assertTrue(parts.getBodyPart(0).getContentType().startsWith("text/plain; charset=UTF-8"));
    assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html; charset=UTF-8"));
    assertEquals(
        MAIL.text().text(), parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"));
    assertEquals(
        MAIL.text().html(), parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"));
  }

  @Test
  void send_withStartTls_tellsNothingBeforeIt() throws Exception {
    TestCertificate made = TestCertificate.of("localhost", folder);
    try (ScriptedSmtp server = new ScriptedSmtp(made.server())) {
      MailAnswer answer =
          route("localhost", server.port(), SmtpSecurity.STARTTLS, true, made.pem().toString())
              .send(MAIL);

      assertEquals(new Accepted("250 2.0.0 taken as 4711"), answer);
      List<String> clear =
          server.lines().stream().filter(line -> !line.startsWith("tls ")).toList();
      assertEquals(2, clear.size(), clear.toString());
      assertTrue(clear.get(0).startsWith("EHLO "), clear.toString());
      assertEquals("STARTTLS", clear.get(1));
      assertTrue(
          server.lines().stream().anyMatch(line -> line.startsWith("tls AUTH PLAIN ")),
          server.lines().toString());
    }
  }

  @Test
  void send_serverWithoutStartTls_getsNothing() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      MailAnswer answer =
          route("localhost", server.port(), SmtpSecurity.STARTTLS, false, "").send(MAIL);

      assertInstanceOf(Deferred.class, answer);
      assertFalse(server.lines().toString().contains("MAIL FROM"), server.lines().toString());
    }
  }

  @Test
  void send_certificateThatNobodyTrusts_getsNothing() throws Exception {
    TestCertificate made = TestCertificate.of("localhost", folder);
    try (ScriptedSmtp server = new ScriptedSmtp(made.server())) {
      assertEquals(
          new Deferred("no secure connection to the server", ""),
          route("localhost", server.port(), SmtpSecurity.STARTTLS, true, "").send(MAIL));
      assertFalse(server.lines().toString().contains("AUTH"), server.lines().toString());
    }
  }

  @Test
  void send_trustedCertificateWithAnotherName_getsNothing() throws Exception {
    TestCertificate other = TestCertificate.of("elsewhere.example", folder);
    try (ScriptedSmtp server = new ScriptedSmtp(other.server())) {
      assertInstanceOf(
          Deferred.class,
          route("localhost", server.port(), SmtpSecurity.STARTTLS, true, other.pem().toString())
              .send(MAIL));
      assertFalse(server.lines().toString().contains("AUTH"), server.lines().toString());
    }
    GreenMail tls = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps").dynamicPort());
    tls.start();
    try {
      int port = tls.getSmtps().getPort();
      String pem = TestCertificate.pem(folder.resolve("tls.pem"), certificate(port)).toString();
      assertEquals(
          new Deferred("no secure connection to the server", ""),
          route("localhost", port, SmtpSecurity.TLS, false, pem).send(MAIL));
      assertEquals(0, tls.getReceivedMessages().length);
    } finally {
      tls.stop();
    }
  }

  @Test
  void send_recipientRefused_isFinalByFiveAndNotByFour() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      SmtpRoute route = route("127.0.0.1", server.port(), SmtpSecurity.NONE, false, "");
      server.answering("RCPT", "550 5.1.1 <staff@hotel.example> is unknown");
      Refused refused = assertInstanceOf(Refused.class, route.send(MAIL));
      assertEquals("the server refused the recipient (550 5.1.1)", refused.why());
      assertTrue(refused.said().contains("is unknown"), refused.said());

      server.answering("RCPT", "450 4.2.1 <staff@hotel.example> is full");
      Deferred deferred = assertInstanceOf(Deferred.class, route.send(MAIL));
      assertEquals("the server refused the recipient (450 4.2.1), for now", deferred.why());
    }
  }

  @Test
  void send_mailRefused_isFinalByFiveAndNotByFour() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      SmtpRoute route = route("127.0.0.1", server.port(), SmtpSecurity.NONE, false, "");
      server.answering("MAIL-DATA", "554 5.7.1 looks like spam");
      assertEquals(
          "the server refused the mail (554 5.7.1)",
          assertInstanceOf(Refused.class, route.send(MAIL)).why());
      server.answering("MAIL-DATA", "451 come again");
      assertEquals(
          "the server refused the mail (451), for now",
          assertInstanceOf(Deferred.class, route.send(MAIL)).why());
    }
  }

  @Test
  void send_senderOrLoginRefused_isTriedAgainUntilSomebodyMendsIt() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      server.answering("MAIL", "553 5.7.1 not your address");
      assertEquals(
          "the server refused kycvs.mail.from (553 5.7.1)",
          assertInstanceOf(
                  Deferred.class,
                  route("127.0.0.1", server.port(), SmtpSecurity.NONE, false, "").send(MAIL))
              .why());
    }
    TestCertificate made = TestCertificate.of("localhost", folder);
    try (ScriptedSmtp server = new ScriptedSmtp(made.server())) {
      server.answering("AUTH", "535 5.7.8 wrong password");
      assertEquals(
          "the server refused user or password (535 5.7.8)",
          assertInstanceOf(
                  Deferred.class,
                  route(
                          "localhost",
                          server.port(),
                          SmtpSecurity.STARTTLS,
                          true,
                          made.pem().toString())
                      .send(MAIL))
              .why());
    }
  }

  @Test
  void send_nobodyThere_isTriedAgain() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    assertEquals(
        new Deferred("the server cannot be reached", ""),
        route("127.0.0.1", port, SmtpSecurity.NONE, false, "").send(MAIL));
  }

  @Test
  void send_serverThatSaysNothing_isLeftAfterTheTimeout() throws Exception {
    for (String silentAt : List.of("CONNECT", "RCPT", "MAIL-DATA")) {
      try (ScriptedSmtp server = new ScriptedSmtp()) {
        server.answering(silentAt, ScriptedSmtp.SILENCE);
        long began = System.nanoTime();

        MailAnswer answer =
            route("127.0.0.1", server.port(), SmtpSecurity.NONE, false, "").send(MAIL);

        assertEquals(new Deferred("the server did not answer in time", ""), answer, silentAt);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
      }
    }
  }

  @Test
  void why_neverHoldsWhatTheServerRepeats() throws Exception {
    try (ScriptedSmtp server = new ScriptedSmtp()) {
      SmtpRoute route = route("127.0.0.1", server.port(), SmtpSecurity.NONE, false, "");
      for (String verb : List.of("MAIL", "RCPT", "DATA", "MAIL-DATA", "CONNECT", "EHLO")) {
        server.answering(verb, "554 5.0.0 staff@hotel.example and kyc.example");
        MailAnswer answer = route.send(MAIL);
        String why = answer instanceof Refused refused ? refused.why() : ((Deferred) answer).why();
        assertFalse(why.contains("example"), verb + ": " + why);
        server.answering(verb, verb.equals("CONNECT") ? "220 ready" : "250 fine");
      }
    }
  }

  private SmtpRoute route(String host, int port, SmtpSecurity security, boolean login, String trust)
      throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "open sesame\n");
    SmtpSettings smtp =
        new SmtpSettings(
            host,
            port,
            security,
            login ? Optional.of(new SmtpLogin("kycvs", password)) : Optional.empty(),
            trust.isEmpty() ? Optional.empty() : Optional.of(Path.of(trust)),
            Duration.ofSeconds(2));
    MailSettings settings =
        new MailSettings(
            Optional.of(smtp),
            new MailAddress("no-reply@kyc.example"),
            Optional.of(new MailAddress("help@kyc.example")),
            List.of());
    return new SmtpRoute(smtp, settings, CLOCK);
  }

  /** The one that a server shows. */
  private static X509Certificate certificate(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, null);
    try (Socket socket = context.getSocketFactory().createSocket("127.0.0.1", port)) {
      ((SSLSocket) socket).startHandshake();
      return (X509Certificate) ((SSLSocket) socket).getSession().getPeerCertificates()[0];
    }
  }

  private static final class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
