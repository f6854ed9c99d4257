package org.kycvs.notification.control.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on this machine that keeps each request's bytes and answers with bytes as it is told.
 */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Answer answer;

  /** Answers one request; the connection is closed when it throws or says so. */
  interface Answer {
    /** Whether the connection is kept. */
    boolean give(OutputStream out) throws IOException, InterruptedException;
  }

  RawServer(Answer answer) {
    this.answer = answer;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Answers with these bytes and keeps the connection. */
  static RawServer saying(String status, String headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
    return new RawServer(
        out -> {
          out.write(head.getBytes(StandardCharsets.US_ASCII));
          out.write(bytes);
          return true;
        });
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Each request, its head's lines in small letters up to the colon. */
  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket one = socket.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(one));
      } catch (IOException | RejectedExecutionException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      do {
        if (!read(in)) {
          return;
        }
      } while (answer.give(connection.getOutputStream()));
    } catch (IOException e) {
      // The caller went away, which some tests want.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int one = in.read();
      if (one < 0) {
        return false;
      }
      head.write(one);
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length =
        text.toLowerCase(Locale.ROOT)
            .lines()
            .filter(line -> line.startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    requests.add(text + new String(in.readNBytes(length), StandardCharsets.UTF_8));
    return true;
  }
}
