package org.kycvs.notification.control.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.kycvs.notification.entity.SmppEndpoint;

/** Opens connections to a gateway; with TLS 1.2 or later only to whom its certificate is for. */
final class SmppConnections implements ConnectionFactory {
  private final SmppEndpoint endpoint;
  private final int timeoutMillis;

  SmppConnections(SmppEndpoint endpoint, Duration timeout) {
    this.endpoint = endpoint;
    this.timeoutMillis = (int) timeout.toMillis();
  }

  @Override
  public Connection createConnection(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), timeoutMillis);
      socket.setTcpNoDelay(true);
      return new SocketConnection(endpoint.tls() ? secured(socket) : socket);
    } catch (IOException | GeneralSecurityException e) {
      socket.close();
      throw e instanceof IOException io ? io : new IOException(e);
    }
  }

  private Socket secured(Socket socket) throws IOException, GeneralSecurityException {
    SSLSocket secured =
        (SSLSocket)
            context(endpoint.trusted())
                .getSocketFactory()
                .createSocket(socket, endpoint.host(), endpoint.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    // The check of names of RFC 2818: without it any trusted certificate would do.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.setSoTimeout(timeoutMillis);
    secured.startHandshake();
    return secured;
  }

  private static SSLContext context(List<X509Certificate> trusted)
      throws IOException, GeneralSecurityException {
    if (trusted.isEmpty()) {
      return SSLContext.getDefault();
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int number = 0; number < trusted.size(); number++) {
      store.setCertificateEntry("trusted-" + number, trusted.get(number));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
