package org.kycvs.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server that does to each request, in turn, what it was told: answer, be silent, break
 * off. One request a connection.
 */
final class FakeServer implements AutoCloseable {
  private final ServerSocket door;
  private final Queue<Act> script = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Collection<Socket> open = new ConcurrentLinkedQueue<>();

  FakeServer() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "fake-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is done to one request whose line is still open. */
  interface Act {
    void to(Socket line) throws IOException;
  }

  /** A request as it came; names of headers are in lower case. */
  record Request(String method, String path, Map<String, String> headers, String body) {}

  URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  FakeServer then(Act act) {
    script.add(act);
    return this;
  }

  FakeServer thenDrop() {
    return then(Socket::close);
  }

  FakeServer thenSilence() {
    return then(line -> {});
  }

  /** Promises the whole body and sends half of it. */
  FakeServer thenHalf(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return then(
        line -> {
          OutputStream out = line.getOutputStream();
          out.write(head(200, "application/json", body.length));
          out.write(body, 0, body.length / 2);
          line.close();
        });
  }

  FakeServer thenJson(int status, String json) {
    return thenAnswer(status, "application/json", json);
  }

  /** A problem document; {@code more} are members such as {@code "retryAfter":1}. */
  FakeServer thenProblem(int status, String code, String... more) {
    String members = more.length == 0 ? "" : "," + String.join(",", more);
    return thenAnswer(
        status,
        "application/problem+json",
        "{\"type\":\"urn:kycvs:problem:%s\",\"title\":\"T\",\"status\":%d,\"detail\":\"D\",\"code\":\"%s\",\"requestId\":\"req_1\"%s}"
            .formatted(code, status, code, members));
  }

  FakeServer thenAnswer(int status, String type, String body, String... headers) {
    return thenAnswer(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  FakeServer thenAnswer(int status, String type, byte[] body, String... headers) {
    return then(
        line -> {
          OutputStream out = line.getOutputStream();
          out.write(head(status, type, body.length, headers));
          out.write(body);
          line.close();
        });
  }

  static byte[] head(int status, String type, long length, String... headers) {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return ("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + more)
        .concat(type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
        .concat(length < 0 ? "\r\n" : "Content-Length: " + length + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void serve() {
    try {
      while (true) {
        Socket line = door.accept();
        open.add(line);
        try {
          requests.add(read(new BufferedInputStream(line.getInputStream())));
          Act act = script.poll();
          if (act == null) {
            throw new IOException("Nobody said what to do");
          }
          act.to(line);
        } catch (IOException e) {
          line.close();
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static Request read(InputStream in) throws IOException {
    String[] start = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] header = line.split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Request(start[0], start[1], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The caller has gone");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket line : open) {
      line.close();
    }
  }
}
