package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.notification.entity.Submission.Accepted;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Smsc;

/** With TLS only the gateway that the certificate is for is spoken to. */
class SmppTlsTest {
  private static final String PASSWORD = "only-for-this-test";

  @TempDir private Path folder;

  @Test
  void bind_trustedCertificateForTheHost_worksAndOthersDoNot() throws Exception {
    try (Smsc smsc = Smsc.start(certificateFor("IP:127.0.0.1"))) {
      String trust = folder.resolve("trust.pem").toString();
      try (OneGateway gateway = OneGateway.bound(smsc, "tls", "true", "trust-file", trust)) {
        assertInstanceOf(Accepted.class, gateway.submit(1, "by TLS"));
      }
      int binds = smsc.binds();
      try (OneGateway trustsOthers = OneGateway.at(smsc.port(), "tls", "true");
          OneGateway otherName =
              OneGateway.at(smsc.port(), "tls", "true", "trust-file", trust, "host", "localhost")) {
        Eventually.pause(Duration.ofSeconds(2));
        assertFalse(trustsOthers.gateway().isReachable());
        assertFalse(otherName.gateway().isReachable());
      }
      assertEquals(binds, smsc.binds());
    }
  }

  private SSLContext certificateFor(String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("made.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "made",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=smsc",
                "-ext",
                "SAN=" + name,
                "-validity",
                "2")
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      made.load(input, PASSWORD.toCharArray());
    }
    Files.writeString(
        folder.resolve("trust.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(made.getCertificate("made").getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(made, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
