package org.kycvs.webhook.control.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.kycvs.webhook.entity.WebhookTarget;

/**
 * A connection that is cut at its deadline, whatever it is doing: a receiver that sends a byte now
 * and then cannot keep it.
 */
final class WatchedSocket implements Closeable {
  /** With several addresses, one that does not answer leaves time for the next. */
  private static final int LONGEST_CONNECT_MILLIS = 4_000;

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private final Socket plain;
  private final Future<?> end;

  private WatchedSocket(Socket plain, Future<?> end) {
    this.plain = plain;
    this.end = end;
  }

  /** Connects to the first of the addresses that answers; through no proxy, whatever is set. */
  static WatchedSocket connect(
      List<InetAddress> addresses, int port, Deadline deadline, ScheduledExecutorService timer)
      throws IOException {
    Iterator<InetAddress> rest = addresses.iterator();
    while (true) {
      InetAddress address = rest.next();
      Socket socket = new Socket(Proxy.NO_PROXY);
      try {
        int left = deadline.millisLeft();
        socket.connect(
            new InetSocketAddress(address, port),
            rest.hasNext() ? Math.min(left, LONGEST_CONNECT_MILLIS) : left);
        return new WatchedSocket(
            socket,
            // A millisecond late, so that who finds it cut finds the deadline over.
            timer.schedule(() -> cut(socket), deadline.millisLeft() + 1L, TimeUnit.MILLISECONDS));
      } catch (IOException e) {
        socket.close();
        if (!rest.hasNext()) {
          throw e;
        }
      }
    }
  }

  /** What to speak HTTP over: TLS to exactly this host if the target says so. */
  Socket to(WebhookTarget target, SSLSocketFactory tls) throws IOException {
    if (!target.isSecure()) {
      return plain;
    }
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(PROTOCOLS);
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() throws IOException {
    end.cancel(false);
    plain.close();
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, which was the aim.
    }
  }
}
