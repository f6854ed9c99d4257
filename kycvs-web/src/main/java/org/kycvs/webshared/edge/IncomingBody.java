package org.kycvs.webshared.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * One body on its way in. Its call goes on once: when it is whole, too long, too late or broken.
 */
final class IncomingBody implements ReadListener, AsyncListener {
  /** The largest body, in bytes. */
  static final int MOST = 16 * 1024;

  private static final int PIECE = 4096;

  private final AsyncContext waiting;
  private final HttpServletRequest request;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicBoolean over = new AtomicBoolean();

  IncomingBody(AsyncContext waiting) {
    this.waiting = waiting;
    this.request = (HttpServletRequest) waiting.getRequest();
  }

  @Override
  public void onDataAvailable() throws IOException {
    ServletInputStream stream = request.getInputStream();
    byte[] piece = new byte[PIECE];
    while (!over.get() && stream.isReady()) {
      int length = stream.read(piece);
      if (length < 0) {
        break; // the server calls onAllDataRead
      }
      bytes.write(piece, 0, length);
      if (bytes.size() > MOST) {
        end(() -> RequestBody.refuse(request, tooLarge()));
      }
    }
  }

  @Override
  public void onAllDataRead() {
    end(() -> RequestBody.keep(request, bytes.toByteArray()));
  }

  @Override
  public void onError(Throwable broken) {
    breakOff();
  }

  @Override
  public void onTimeout(AsyncEvent late) {
    end(() -> RequestBody.refuse(request, tooSlow()));
  }

  @Override
  public void onError(AsyncEvent broken) {
    breakOff();
  }

  @Override
  public void onComplete(AsyncEvent done) {
    // The call is over.
  }

  @Override
  public void onStartAsync(AsyncEvent again) {
    // Nothing else of a call waits.
  }

  /** The server has closed the connection already: there is nobody to answer. */
  private void breakOff() {
    if (over.compareAndSet(false, true)) {
      ((HttpServletResponse) waiting.getResponse()).setStatus(HttpServletResponse.SC_BAD_REQUEST);
      AccessLine.of(request).write(request, HttpServletResponse.SC_BAD_REQUEST);
      waiting.complete();
    }
  }

  private void end(Runnable outcome) {
    if (over.compareAndSet(false, true)) {
      outcome.run();
      waiting.dispatch();
    }
  }

  static ProblemException tooLarge() {
    return new ProblemException(ProblemCode.BODY_TOO_LARGE, "A body is at most 16 KiB.");
  }

  private static ProblemException tooSlow() {
    return new ProblemException(
        ProblemCode.BODY_TOO_SLOW, "The body did not come in time. Send all of it at once.");
  }
}
