package org.kycvs.webshared.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/** One body on its way in: it comes to be whole, too long, too late or broken. */
final class IncomingBody {
  /** The largest body, in bytes. */
  static final int MOST = 16 * 1024;

  private static final int PIECE = 4096;

  /** Who breaks off sooner is told that; later, the server's limit for one read is the reason. */
  private static final Duration LATE = Duration.ofSeconds(1);

  private final HttpServletRequest request;
  private final Duration time;
  private final long began = System.nanoTime();

  IncomingBody(HttpServletRequest request, Duration time) {
    this.request = request;
    this.time = time;
  }

  /** Keeps the body with its request, or why it is refused; false if it is broken. */
  boolean read() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    try {
      InputStream body = request.getInputStream();
      for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
        bytes.write(piece, 0, length);
        if (bytes.size() > MOST) {
          RequestBody.refuse(request, tooLarge());
          return true;
        }
        if (lasts(time)) {
          RequestBody.refuse(request, tooSlow());
          return true;
        }
      }
      RequestBody.keep(request, bytes.toByteArray());
      return true;
    } catch (IOException e) {
      boolean late = lasts(LATE);
      if (late) {
        RequestBody.refuse(request, tooSlow());
      }
      return late;
    }
  }

  private boolean lasts(Duration atLeast) {
    return System.nanoTime() - began >= atLeast.toNanos();
  }

  static ProblemException tooLarge() {
    return new ProblemException(ProblemCode.BODY_TOO_LARGE, "A body is at most 16 KiB.");
  }

  private static ProblemException tooSlow() {
    return new ProblemException(
        ProblemCode.BODY_TOO_SLOW, "The body did not come in time. Send all of it at once.");
  }
}
