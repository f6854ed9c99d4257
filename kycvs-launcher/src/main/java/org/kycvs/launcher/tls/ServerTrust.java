package org.kycvs.launcher.tls;

import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * How commands reach this installation's own server: over TLS they trust exactly the certificate
 * that it was given, whoever signed it and whatever name it is for, and nothing else.
 */
public final class ServerTrust {
  private ServerTrust() {}

  /** A client for the server; without an identity, one that trusts what Java trusts. */
  public static HttpClient.Builder client(Optional<TlsIdentity> identity) {
    HttpClient.Builder client = HttpClient.newBuilder();
    return identity.isEmpty() ? client : client.sslContext(only(identity.get().certificate()));
  }

  private static SSLContext only(X509Certificate certificate) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Exactly(certificate)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has TLS everywhere", e);
    }
  }

  /** Names are not compared: the very certificate says more. */
  private static final class Exactly extends X509ExtendedTrustManager {
    private final X509Certificate certificate;

    Exactly(X509Certificate certificate) {
      this.certificate = certificate;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(certificate)) {
        throw new CertificateException("This is not the certificate that the server was given");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw refusedClient();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw refusedClient();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw refusedClient();
    }

    private static CertificateException refusedClient() {
      return new CertificateException("Clients have no certificates here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
