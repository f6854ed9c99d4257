package org.kycvs.systemtest.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between a server and its database, passes everything on, and notes each round trip: what
 * the server sent on one connection before it waited for an answer.
 */
public final class WireTap implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;
  private static final int WAITING = 100;

  private final ServerSocket door;
  private final int databasePort;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private WireTap(ServerSocket door, int databasePort) {
    this.door = door;
    this.databasePort = databasePort;
    daemon(this::accept);
  }

  /** Before the database on this port of this machine. */
  public static WireTap before(int databasePort) throws IOException {
    return new WireTap(
        new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress()), databasePort);
  }

  /** Where to find the database instead. */
  public int port() {
    return door.getLocalPort();
  }

  /**
   * The newest stretch of round trips on one connection that begins with one that holds a text and
   * ends with one that holds another. Each is what was sent, unprintable bytes left out.
   */
  public List<String> newest(String first, String last) {
    List<String> newest = List.of();
    long at = 0;
    for (Line line : lines) {
      List<Trip> stretch = line.newest(first, last);
      if (!stretch.isEmpty() && stretch.get(0).at > at) {
        at = stretch.get(0).at;
        newest = stretch.stream().map(Trip::text).toList();
      }
    }
    return newest;
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Line line : lines) {
      line.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket server = door.accept();
        server.setTcpNoDelay(true);
        Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        database.setTcpNoDelay(true);
        Line line = new Line(server, database);
        lines.add(line);
        daemon(() -> line.pass(server, database, true));
        daemon(() -> line.pass(database, server, false));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wire-tap");
    thread.setDaemon(true);
    thread.start();
  }

  /** What was sent before an answer was waited for, and when that began. */
  private static final class Trip {
    private final long at = System.nanoTime();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    String text() {
      return sent.toString(StandardCharsets.ISO_8859_1).replaceAll("[^ -~]+", " ").strip();
    }

    boolean holds(String text) {
      return text().contains(text);
    }
  }

  /** One connection. */
  private static final class Line implements AutoCloseable {
    private final Socket server;
    private final Socket database;
    private final List<Trip> trips = new ArrayList<>();
    private boolean answered = true;

    Line(Socket server, Socket database) {
      this.server = server;
      this.database = database;
    }

    void pass(Socket from, Socket to, boolean asks) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          note(buffer, read, asks);
          out.write(buffer, 0, read);
          out.flush();
        }
      } catch (IOException e) {
        // One of them has gone; closing both tells the other.
      }
    }

    private synchronized void note(byte[] bytes, int length, boolean asks) {
      if (asks && answered) {
        trips.add(new Trip());
      }
      answered = !asks;
      if (asks) {
        trips.get(trips.size() - 1).sent.write(bytes, 0, length);
      }
    }

    synchronized List<Trip> newest(String first, String last) {
      for (int i = trips.size() - 1; i >= 0; i--) {
        if (trips.get(i).holds(first)) {
          return upTo(last, i);
        }
      }
      return List.of();
    }

    private List<Trip> upTo(String last, int from) {
      for (int i = from; i < trips.size(); i++) {
        if (trips.get(i).holds(last)) {
          return List.copyOf(trips.subList(from, i + 1));
        }
      }
      return List.of();
    }

    @Override
    public void close() {
      try {
        server.close();
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
