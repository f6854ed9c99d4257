package org.kycvs.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Somebody on this machine who gets requests over HTTP, keeps them, and answers as a test wants,
 * badly too.
 */
public final class Receiver implements Closeable {
  /** Answers, or does what it likes with the connection. */
  @FunctionalInterface
  public interface Manners {
    /** Writes an answer to a request. */
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * What came.
   *
   * @param headers by their names in lower case
   */
  public record Request(String line, Map<String, String> headers, String body) {}

  private final ServerSocket server;
  private final List<Request> requests = new ArrayList<>();
  private final List<Socket> connections = new ArrayList<>();
  private volatile Manners manners = answering(204);

  private Receiver(ServerSocket server) {
    this.server = server;
  }

  /** One on loopback that answers 204. */
  public static Receiver start() {
    try {
      return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One on a socket of the test's own. */
  public static Receiver start(ServerSocket server) {
    Receiver receiver = new Receiver(server);
    daemon(receiver::accept);
    return receiver;
  }

  /** Answers with a status and nothing else. */
  public static Manners answering(int status, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return raw("HTTP/1.1 " + status + " x\r\n" + lines + "Content-Length: 0\r\n\r\n");
  }

  /** Answers with these bytes. */
  public static Manners raw(String answer) {
    return (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Never answers. */
  public static Manners hanging() {
    return (request, out) -> Thread.sleep(60_000);
  }

  /** Answers a byte now and then. */
  public static Manners dripping() {
    return (request, out) -> {
      out.write("HTTP/1.1 200 x\r\nX-Slow: ".getBytes(StandardCharsets.ISO_8859_1));
      for (int i = 0; i < 600; i++) {
        out.write('a');
        out.flush();
        Thread.sleep(100);
      }
    };
  }

  /** Behaves like this from now on. */
  public Receiver with(Manners wanted) {
    manners = wanted;
    return this;
  }

  /** Where it is. */
  public int port() {
    return server.getLocalPort();
  }

  /** Its URL over plain HTTP. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/hooks?from=kycvs";
  }

  /** What came so far, in the order in which it came. */
  public List<Request> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** The bodies of what came so far. */
  public List<String> bodies() {
    return requests().stream().map(Request::body).toList();
  }

  @Override
  public void close() {
    try {
      server.close();
      synchronized (connections) {
        for (Socket connection : connections) {
          connection.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        synchronized (connections) {
          connections.add(connection);
        }
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection.getInputStream());
      synchronized (requests) {
        requests.add(request);
      }
      manners.answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (IOException e) {
      // The other side has gone: what some tests want.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Request(first, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The connection ended");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "receiver");
    thread.setDaemon(true);
    thread.start();
  }
}
