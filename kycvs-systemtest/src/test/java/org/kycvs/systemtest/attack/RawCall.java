package org.kycvs.systemtest.attack;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** Sends bytes to a server, and reads what comes until it hangs up. */
final class RawCall {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int BUFFER = 8_192;
  private static final int STATUS = "HTTP/1.1 ".length();

  private RawCall() {}

  /**
   * What came.
   *
   * @param status the HTTP status; 0 if it hung up without one, -1 if it did neither in time
   * @param head the status line and headers, in lower case
   * @param body what came after them
   */
  record Raw(int status, String head, String body) {
    boolean isProblem() {
      return head.contains("\ncontent-type: application/problem+json")
          && body.contains("\"code\":");
    }

    /** Whether it tells what is wrong as the CoWIN-compatible API does. */
    boolean isCowinFailure() {
      return head.contains("\ncontent-type: application/json")
          && body.startsWith("{\"errorCode\":\"USRAUT");
    }
  }

  static Raw send(URI server, byte[] request, Duration patience) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECT_MILLIS);
      socket.setSoTimeout((int) patience.toMillis());
      try {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
      } catch (IOException e) {
        // It may have answered and hung up before it had read all.
      }
      return read(socket.getInputStream());
    }
  }

  private static Raw read(InputStream in) {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[BUFFER];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      return new Raw(-1, "", text.toString());
    } catch (IOException e) {
      // A reset, after what was read.
    }
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new Raw(0, "", text.toString());
    }
    String head = text.substring(0, end);
    int status =
        head.matches("(?s)HTTP/1.1 \\d{3}.*")
            ? Integer.parseInt(head.substring(STATUS, STATUS + 3))
            : 0;
    return new Raw(status, head.toLowerCase(Locale.ROOT), text.substring(end + 4));
  }
}
