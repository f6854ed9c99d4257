package org.kycvs.webhook.control.http;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * TLS to anybody whose certificate leads to an authority that Java trusts. The server's own list,
 * which takes the place of Java's in system properties, is older, and is not asked.
 */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** Makes sockets that trust them. */
  public static SSLSocketFactory sockets() {
    File authorities =
        Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toFile();
    try {
      return trusting(KeyStore.getInstance(authorities, (char[]) null));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java's list of authorities cannot be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Java's list of authorities cannot be read", e);
    }
  }

  /** Makes sockets that trust those of a list. */
  static SSLSocketFactory trusting(KeyStore authorities) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return tls.getSocketFactory();
  }
}
