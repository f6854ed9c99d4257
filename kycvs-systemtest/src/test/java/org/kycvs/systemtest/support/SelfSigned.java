package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate for localhost that nobody but itself has signed, with its key, as PEM.
 *
 * @param certificate the file with the certificate
 * @param key the file with the private key
 */
public record SelfSigned(Path certificate, Path key) {
  private static final String PASSWORD = "only-for-this-test";

  /** Makes one with the JDK's keytool. */
  public static SelfSigned make(Path folder)
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
                "CN=localhost",
                "-validity",
                "2")
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      made.load(input, PASSWORD.toCharArray());
    }
    return new SelfSigned(
        pem(folder, "CERTIFICATE", made.getCertificate("made").getEncoded()),
        pem(folder, "PRIVATE KEY", made.getKey("made", PASSWORD.toCharArray()).getEncoded()));
  }

  private static Path pem(Path folder, String label, byte[] der) throws IOException {
    Path file = folder.resolve(label.replace(' ', '-') + ".pem");
    String text = Base64.getMimeEncoder().encodeToString(der);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }
}
