package org.kycvs.bench.uniformity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kycvs.bench.journey.Answer;

/**
 * When the server ended the one connection. It does so after a number of answers, and says so in
 * the last one ({@code Connection: close}, RFC 9112 section 9.6); that says nothing of a person as
 * long as the number is always the same.
 */
final class ConnectionEnds {
  /** The header, which is of the connection and not of the answer (RFC 9110 section 7.6.1). */
  static final String HEADER = "connection";

  private final Set<Integer> lengths = new TreeSet<>();
  private int answers;

  /** The next answer; all of them, in their order. */
  void note(Answer answer) {
    answers++;
    if (answer.headers().getOrDefault(HEADER, List.of()).contains("close")) {
      lengths.add(answers);
      answers = 0;
    }
  }

  /** In words, if the server ended connections now after more and now after fewer answers. */
  List<String> differences() {
    return lengths.size() < 2
        ? List.of()
        : List.of("connections were ended after different numbers of answers: " + lengths);
  }
}
