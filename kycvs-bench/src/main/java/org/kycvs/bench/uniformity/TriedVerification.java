package org.kycvs.bench.uniformity;

import java.sql.SQLException;
import java.util.Map;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.journey.Answer;
import org.kycvs.bench.journey.PersonsPhone;
import org.kycvs.bench.journey.VerifierProgram;
import org.kycvs.bench.uniformity.AskedPeople.Asked;

/**
 * The three calls about one person. The code is never looked at, whoever the person is: a code is
 * guessed, and one in a million guesses is right.
 *
 * @param asked the answer to the question
 * @param read what was read when the message had left, or had been suppressed
 * @param wrongCode the answer to a wrong code
 */
record TriedVerification(Answer asked, Answer read, Answer wrongCode) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int UNPROCESSABLE = 422;
  private static final String GUESS = "736402";

  /**
   * Makes the calls.
   *
   * @throws BenchFailedException if one is answered with another status than it should be
   */
  static TriedVerification of(Asked person, VerifierProgram program, PersonsPhone phone)
      throws SQLException {
    Answer asked = program.ask(person.mobile(), person.name());
    String verification =
        asked.expect(CREATED, "a question about somebody " + person.kind().words()).getString("id");
    phone.awaitMessage(verification);
    Answer read = program.read(verification);
    Answer wrongCode = program.confirm(verification, GUESS);
    if (wrongCode.status() != OK && wrongCode.status() != UNPROCESSABLE) {
      throw new BenchFailedException(
          "a wrong code was answered with %d: %s".formatted(wrongCode.status(), wrongCode.body()));
    }
    return new TriedVerification(asked, read, wrongCode);
  }

  /** Whether the guess was right. */
  boolean isGuessed() {
    return wrongCode.status() == OK;
  }

  Map<CallKind, Answer> answers() {
    return Map.of(CallKind.ASK, asked, CallKind.READ, read, CallKind.WRONG_CODE, wrongCode);
  }
}
