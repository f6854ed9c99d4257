package org.kycvs.launcher.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Who the server is in TLS: {@code kycvs.tls.certificate-file} and {@code kycvs.tls.key-file}. It
 * reveals nothing of the key in {@link #toString}.
 */
public final class TlsIdentity {
  /** The name of the one entry in the store. */
  public static final String ENTRY = "kycvs";

  private static final String CERTIFICATE = "kycvs.tls.certificate-file";
  private static final String KEY = "kycvs.tls.key-file";
  private static final byte[] PROBE = {1, 2, 3};

  private final List<X509Certificate> chain;
  private final PrivateKey key;

  private TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
    this.chain = List.copyOf(chain);
    this.key = key;
  }

  /**
   * Reads both files; empty if neither is named.
   *
   * @throws SettingException if one is missing or wrong, they do not belong together, or the
   *     certificate is not valid now; the line has nothing of their content
   */
  public static Optional<TlsIdentity> from(Settings settings, Clock clock) {
    boolean certificate = settings.text(CERTIFICATE).isPresent();
    if (!certificate && settings.text(KEY).isEmpty()) {
      return Optional.empty();
    }
    List<X509Certificate> chain =
        Pem.chain(settings.secretFromFile(CERTIFICATE))
            .orElseThrow(
                () ->
                    wrong(
                        settings,
                        CERTIFICATE,
                        "a file of X.509 certificates in PEM, the server's own first"));
    X509Certificate own = chain.get(0);
    PrivateKey key =
        Pem.key(settings.secretFromFile(KEY), own.getPublicKey().getAlgorithm())
            .filter(candidate -> belong(candidate, own.getPublicKey()))
            .orElseThrow(
                () ->
                    wrong(
                        settings,
                        KEY,
                        "a file with the certificate's own private key, EC or RSA, in PEM as PKCS#8"
                            + " (BEGIN PRIVATE KEY); 'openssl pkcs8 -topk8 -nodes' makes one of"
                            + " others"));
    Date now = Date.from(clock.instant());
    if (now.before(own.getNotBefore()) || now.after(own.getNotAfter())) {
      throw wrong(
          settings,
          CERTIFICATE,
          "a certificate that is valid now; this one is from "
              + own.getNotBefore().toInstant()
              + " to "
              + own.getNotAfter().toInstant());
    }
    return Optional.of(new TlsIdentity(chain, key));
  }

  /** The server's own certificate. */
  public X509Certificate certificate() {
    return chain.get(0);
  }

  /** Certificates and key as a PKCS#12 store. */
  public byte[] store(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, password);
      store.setKeyEntry(ENTRY, key, password, chain.toArray(Certificate[]::new));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, password);
      return bytes.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Java makes PKCS#12 stores everywhere", e);
    }
  }

  private static boolean belong(PrivateKey secret, PublicKey published) {
    try {
      Signature signature =
          Signature.getInstance(
              published.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(secret);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(published);
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // another's key, or a kind of key that is not served
    }
  }

  private static SettingException wrong(Settings settings, String name, String allowed) {
    return Settings.wrong(name, settings.text(name, ""), allowed);
  }

  @Override
  public String toString() {
    return "TlsIdentity(" + certificate().getSubjectX500Principal() + ")";
  }
}
