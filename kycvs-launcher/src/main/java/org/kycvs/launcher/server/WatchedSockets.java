package org.kycvs.launcher.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * The sockets of the server's pool, which {@link DatabaseWatch} can cut. The driver makes it by its
 * name, so what it shares with the watch is the one set of lines of this process.
 */
public final class WatchedSockets extends SocketFactory {
  /** Those of this process's pool. */
  static final DatabaseLines LINES = new DatabaseLines();

  /** For the driver. */
  public WatchedSockets() {}

  @Override
  public Socket createSocket() throws IOException {
    return LINES.line();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  private static Socket connected(InetSocketAddress to) throws IOException {
    Socket socket = LINES.line();
    socket.connect(to);
    return socket;
  }
}
