package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SelfSigned;

/** A server with a certificate of its own. */
@OwnServer
class TlsIT {
  private static final int PATIENCE_MILLIS = 20_000;

  @TempDir Path folder;

  @Test
  void server_withCertificateAndKey_speaksTls12Or13AndNothingElse() throws Exception {
    SelfSigned made = SelfSigned.make(folder);
    Map<String, String> settings =
        Map.of(
            "KYCVS_TLS_CERTIFICATE_FILE", made.certificate().toString(),
            "KYCVS_TLS_KEY_FILE", made.key().toString());
    try (DataFolder data = DataFolder.make();
        RunningServer server = RunningServer.start("tls", data, settings)) {
      URI url = URI.create(server.url());
      assertEquals("https", url.getScheme());
      SSLContext trusting = trusting(made.certificate());

      for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
        String answer = ask(tls(trusting, url, version));
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(
            answer.contains("Strict-Transport-Security: max-age=31536000; includeSubDomains"),
            answer);
      }
      assertThrows(IOException.class, () -> ask(tls(trusting, url, "TLSv1.1")));
      assertFalse(ask(plain(url)).startsWith("HTTP/1.1 200 "));

      Kycvs demo = Kycvs.command("demo", "--data", data.path());
      settings.forEach(demo::with);
      Kycvs.Outcome outcome = demo.run();
      assertEquals(0, outcome.exitCode(), outcome.all());
      String secret = Files.readString(made.key()).lines().toList().get(1);
      data.logs().forEach((file, text) -> assertFalse(text.contains(secret), file.toString()));
    }
  }

  @Test
  void production_onAnOpenAddressWithoutTls_refusesToStart() {
    try (DataFolder data = DataFolder.make()) {
      Kycvs.Outcome outcome =
          Kycvs.command("run", "--port", "0", "--data", data.path())
              .with("KYCVS_MODE", "production")
              .with("KYCVS_LISTEN", "0.0.0.0")
              .with("KYCVS_ISSUER", "https://kycvs.example")
              .with("KYCVS_REGISTRY_NAME", "Registry")
              .with("KYCVS_REGISTRY_CONTACT", "registry@kycvs.example")
              .with("KYCVS_REGISTRY_GRIEVANCE", "grievance@kycvs.example")
              .run();
      assertEquals(2, outcome.exitCode(), outcome.all());
      assertEquals(1, outcome.errors().size(), outcome.all());
      assertTrue(outcome.err().startsWith("kycvs: nothing ends TLS: "), outcome.all());
    }
  }

  private static SSLContext trusting(Path certificate) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream input = Files.newInputStream(certificate)) {
      store.setCertificateEntry(
          "made", CertificateFactory.getInstance("X.509").generateCertificate(input));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static Socket tls(SSLContext context, URI url, String version) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", url.getPort());
    socket.setEnabledProtocols(new String[] {version});
    return socket;
  }

  private static Socket plain(URI url) throws IOException {
    return new Socket("127.0.0.1", url.getPort());
  }

  private static String ask(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket
          .getOutputStream()
          .write(
              "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
