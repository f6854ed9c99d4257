package org.kycvs.bench.flow;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.journey.Answer;
import org.kycvs.bench.journey.PersonsPhone;
import org.kycvs.bench.journey.VerifierProgram;
import org.kycvs.bench.people.Resident;
import org.kycvs.bench.statistics.Times;

/**
 * One that calls, one call after the other. People take a while to read a message: so it asks about
 * the next before it confirms the one who was asked a few questions earlier, whose message has left
 * meanwhile. Every answer is checked.
 */
final class Caller implements Callable<Caller> {
  /** Answers of HTTP. */
  private static final int OK = 200;

  private static final int CREATED = 201;

  /** So many people have the message and have not told the code yet. */
  private static final int WAITING = 10;

  private final VerifierProgram program;
  private final PersonsPhone phone;
  private final Turns turns;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private final Times asks = new Times();
  private final Times confirmations = new Times();
  private long completed;

  Caller(VerifierProgram program, PersonsPhone phone, Turns turns) {
    this.program = program;
    this.phone = phone;
    this.turns = turns;
  }

  /** Whose verification it is that waits. */
  private record Asked(String verification, Resident resident) {}

  /** Asks about those who will be the first to wait, and makes each call once. */
  void prepare() throws SQLException {
    for (int i = 0; i <= WAITING; i++) {
      ask();
    }
    confirm();
  }

  /** Calls until the turns end, and then confirms what still waits. */
  @Override
  public Caller call() throws SQLException {
    try {
      while (turns.goOn()) {
        ask();
        confirm();
      }
      while (!waiting.isEmpty()) {
        confirm();
      }
      return this;
    } catch (SQLException | RuntimeException e) {
      turns.stop();
      throw e;
    }
  }

  /** Times of the questions that were asked while it was measured. */
  Times asks() {
    return asks;
  }

  /** Times of the confirmations that came while it was measured. */
  Times confirmations() {
    return confirmations;
  }

  /** How many verifications were completed in all. */
  long completed() {
    return completed;
  }

  private void ask() {
    Resident resident = turns.next();
    long began = System.nanoTime();
    Answer answer = program.ask(resident.mobile(), resident.name());
    note(began, answer, asks);
    JsonObject verification = answer.expect(CREATED, "a question");
    waiting.add(new Asked(verification.getString("id"), resident));
  }

  private void confirm() throws SQLException {
    Asked asked = waiting.remove();
    String code = phone.code(asked.verification());
    long began = System.nanoTime();
    Answer answer = program.confirm(asked.verification(), code);
    note(began, answer, confirmations);
    JsonObject verification = answer.expect(OK, "a confirmation");
    int status = verification.getInt("status", -1);
    if (status != asked.resident().status()) {
      throw new BenchFailedException(
          "%s has status %d, not %d as the rule says: %s"
              .formatted(asked.verification(), status, asked.resident().status(), answer.body()));
    }
    completed++;
  }

  /** What began before the measurement or ended after it is not of it. */
  private void note(long began, Answer answer, Times times) {
    if (turns.measures(began, began + answer.nanos())) {
      times.add(answer.nanos());
    }
  }
}
