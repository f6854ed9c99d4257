package org.kycvs.client;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The final answer to a call: what was called for, or a problem.
 *
 * @param document the members, if it is JSON
 * @param problem why not, if it was refused
 * @param effort what it took; whether an earlier attempt may have been done
 */
record Answered(Reply reply, Optional<Members> document, Optional<Problem> problem, Effort effort) {

  /** Itself, unless it was refused. */
  Answered orThrow() {
    if (problem.isPresent()) {
      throw new ProblemException(problem.get(), effort);
    }
    return this;
  }

  /** What a reader makes of the document. */
  <T> T read(Function<Members, T> reader) {
    return reading(() -> reader.apply(orThrow().document().orElseThrow()));
  }

  /** What a reader makes of the problem, or the problem itself if it is none of the reader's. */
  <T> T refusal(Function<Problem, Optional<T>> reader) {
    Problem refused = problem.orElseThrow();
    return reading(
        () -> reader.apply(refused).orElseThrow(() -> new ProblemException(refused, effort)));
  }

  String text() {
    return orThrow()
        .reply()
        .text()
        .orElseThrow(() -> new UnexpectedAnswerException("it is not UTF-8", effort));
  }

  private <T> T reading(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (WrongFormException e) {
      throw new UnexpectedAnswerException(e.why(), effort);
    }
  }
}
