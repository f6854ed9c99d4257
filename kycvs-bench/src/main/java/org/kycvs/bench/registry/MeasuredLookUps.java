package org.kycvs.bench.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.people.Question;
import org.kycvs.bench.people.Questions;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.PersonStore;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.StatusLookUp;
import org.kycvs.registry.control.StatusRules;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/**
 * Looks people up as an answer to a verifier does (mobile's index, one SELECT, names opened and
 * matched, status by the rule), one after the other, and checks each answer.
 */
final class MeasuredLookUps {
  private static final int TOLD_EVERY = 1_000;
  private static final int KEPT_WRONG = 5;
  private static final double MICROS = 1_000;
  private static final double SECOND = 1e9;

  private final StatusLookUp lookUp;
  private final Questions questions;
  private final BenchProgress progress;
  private final List<String> firstWrong = new ArrayList<>();
  private long asked;
  private long wrong;

  /** Through a connection of the application's role. */
  MeasuredLookUps(
      Connection application,
      MasterKey key,
      Calendar calendar,
      Questions questions,
      BenchProgress progress) {
    RegistryDatabase database = RegistryDatabase.on(application);
    this.lookUp =
        new StatusLookUp(
            new PersonStore(database, new PersonSeals(key)),
            new StatusRules(database, calendar.clock()),
            calendar);
    this.questions = questions;
    this.progress = progress;
  }

  /** Times so many look-ups, after as many that are not timed. */
  LookUpMeasure run(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      long nanos = ask();
      assert nanos >= 0;
    }
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = ask();
    }
    Arrays.sort(nanos);
    return new LookUpMeasure(
        count * SECOND / Arrays.stream(nanos).sum(),
        percentile(nanos, 50),
        percentile(nanos, 95),
        percentile(nanos, 99),
        percentile(nanos, 100),
        asked,
        wrong,
        firstWrong);
  }

  /** Nanoseconds; making and checking the question are not in them. */
  private long ask() throws SQLException {
    Question question = questions.next();
    long begin = System.nanoTime();
    RegistryAnswer answer = answer(question);
    long nanos = System.nanoTime() - begin;
    asked++;
    if (!question.isAnsweredBy(answer)) {
      wrong++;
      if (firstWrong.size() < KEPT_WRONG) {
        firstWrong.add("expected " + question.expected() + ", got " + Question.words(answer));
      }
    }
    if (asked % TOLD_EVERY == 0) {
      progress.tell("looking up: %,d answers".formatted(asked));
    }
    return nanos;
  }

  private RegistryAnswer answer(Question question) throws SQLException {
    try {
      return lookUp.answer(question.query());
    } catch (RegistryUnreachableException e) {
      if (e.getCause() instanceof SQLException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** In microseconds: the smallest time that this percentage of all does not exceed. */
  static double percentile(long[] sortedNanos, int percent) {
    long rank = ((long) sortedNanos.length * percent + 99) / 100;
    return sortedNanos[(int) Math.max(1, rank) - 1] / MICROS;
  }
}
