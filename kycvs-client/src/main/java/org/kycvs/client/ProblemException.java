package org.kycvs.client;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The server refused a call with a problem document (RFC 9457), for a reason that somebody has to
 * mend: the key may not do this, the mobile is none, there is no such verification. The codes are
 * listed in the server's documentation. Decide by {@link #code}, which is of an open set: a newer
 * server may know more of them. Show {@link #detail} to developers only.
 */
public final class ProblemException extends KycVsException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem, Effort effort) {
    super(message(problem), effort, null);
    this.problem = problem;
  }

  /** Which problem, for programs: such as {@code purpose-not-approved}. */
  public String code() {
    return problem.code();
  }

  /** The HTTP status. */
  public int status() {
    return problem.status();
  }

  /** The problem in a few words, the same each time; may be empty. */
  public String title() {
    return problem.title();
  }

  /** What to do about this one; may be empty. */
  public String detail() {
    return problem.detail();
  }

  /** Names the request to whoever runs the server. */
  public Optional<String> requestId() {
    return problem.requestId();
  }

  /** What is wrong with which part of what was sent; mostly for {@code invalid-request}. */
  public List<InputError> errors() {
    return problem.errors();
  }

  /** How long to wait before the call may succeed, if the server said so. */
  public Optional<Duration> retryAfter() {
    return problem.retryAfter();
  }

  private static String message(Problem problem) {
    return problem.status()
        + " "
        + problem.code()
        + ": "
        + problem.detail()
        + problem.errors().stream()
            .map(error -> " " + error.pointer() + " " + error.code() + ": " + error.detail())
            .collect(Collectors.joining())
        + problem.requestId().map(id -> " (request " + id + ")").orElse("");
  }
}
