package org.kycvs.shared.problem;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call cannot be served; the edge turns it into a problem document. It rolls the transaction
 * back: what must be kept although a call fails, such as a wrong guess, is a result, not this.
 */
@ApplicationException(rollback = true)
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final @Nullable String pointer;
  private final HashMap<String, Integer> members;

  /** With a sentence for the caller that says what to do; it holds no personal data. */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, Map.of());
  }

  /**
   * The refusal of one part of a request whose form is right.
   *
   * @param pointer where in the body (JSON Pointer, RFC 6901)
   */
  public static ProblemException ofPart(String pointer, String detail) {
    return new ProblemException(ProblemCode.INVALID_REQUEST, pointer, detail, Map.of());
  }

  /** With further members of the problem document, such as {@code triesLeft}. */
  public ProblemException(ProblemCode code, String detail, Map<String, Integer> members) {
    this(code, null, detail, members);
  }

  private ProblemException(
      ProblemCode code, @Nullable String pointer, String detail, Map<String, Integer> members) {
    super(detail);
    this.code = code;
    this.pointer = pointer;
    this.members = new HashMap<>(members);
  }

  /** What went wrong. */
  public ProblemCode code() {
    return code;
  }

  /** Which part of the request is wrong, if it is one. */
  public Optional<String> pointer() {
    return Optional.ofNullable(pointer);
  }

  /** The sentence for the caller. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Further members of the problem document; {@code retryAfter} is in seconds. */
  public Map<String, Integer> members() {
    return Map.copyOf(members);
  }
}
