package org.kycvs.launcher.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All connections of this server to its database, as sockets: when anything was last heard on any
 * of them, and how to cut them all.
 */
final class DatabaseLines {
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile long heardAt = System.nanoTime();
  private volatile boolean cut;

  /** For how long the database has been silent on all connections. */
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }

  /** Whether new connections are refused. */
  boolean isCut() {
    return cut;
  }

  /** Ends all connections: whoever waits on one is told at once. New ones are refused. */
  void cut() {
    cut = true;
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        open.remove(socket); // it was broken already
      }
    }
  }

  /** New connections are made again. */
  void mend() {
    cut = false;
  }

  /**
   * A connection still to be made.
   *
   * @throws SocketException if they are refused
   */
  Socket line() throws SocketException {
    if (cut) {
      throw new SocketException("The database does not answer");
    }
    Line line = new Line();
    open.add(line);
    return line;
  }

  /** A socket that notes when something is heard. */
  private final class Line extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          return heard(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          return heard(super.read(bytes, from, length));
        }
      };
    }

    private int heard(int result) {
      heardAt = System.nanoTime();
      return result;
    }

    @Override
    public synchronized void close() throws IOException {
      open.remove(this);
      super.close();
    }
  }
}
