package org.kycvs.webshared.problem;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** A request has parts that are missing, unknown or wrong; it names each of them. */
@ApplicationException(rollback = true)
public final class InvalidInputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<InputError> errors;

  /** With at least one error. */
  public InvalidInputException(List<InputError> errors) {
    super("Invalid input");
    this.errors = new ArrayList<>(errors);
  }

  /** What is wrong where. */
  public List<InputError> errors() {
    return List.copyOf(errors);
  }
}
