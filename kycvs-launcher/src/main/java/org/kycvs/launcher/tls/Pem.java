package org.kycvs.launcher.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the textual encodings of certificates and private keys (RFC 7468). */
final class Pem {
  private Pem() {}

  /** The certificates, in their order (section 5); empty if there is none, or one is damaged. */
  static Optional<List<X509Certificate>> chain(String text) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> chain = new ArrayList<>();
      for (byte[] der : blocks(text, "CERTIFICATE")) {
        chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      }
      return chain.isEmpty() ? Optional.empty() : Optional.of(chain);
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The one private key in PKCS#8 (section 10); empty if it is none of this algorithm. */
  static Optional<PrivateKey> key(String text, String algorithm) {
    try {
      List<byte[]> keys = blocks(text, "PRIVATE KEY");
      return keys.size() == 1
          ? Optional.of(
              KeyFactory.getInstance(algorithm)
                  .generatePrivate(new PKCS8EncodedKeySpec(keys.get(0))))
          : Optional.empty();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<byte[]> blocks(String text, String label) {
    Matcher block =
        Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
            .matcher(text);
    List<byte[]> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")));
    }
    return blocks;
  }
}
