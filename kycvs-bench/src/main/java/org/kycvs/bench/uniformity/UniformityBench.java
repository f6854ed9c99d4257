package org.kycvs.bench.uniformity;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.journey.Answer;
import org.kycvs.bench.journey.PersonsPhone;
import org.kycvs.bench.journey.RegisteredPeople;
import org.kycvs.bench.journey.VerifierAccount;
import org.kycvs.bench.journey.VerifierProgram;
import org.kycvs.bench.people.Population;
import org.kycvs.bench.people.Resident;
import org.kycvs.bench.statistics.CliffsDelta;
import org.kycvs.bench.statistics.Listener;
import org.kycvs.bench.statistics.Percentiles;
import org.kycvs.bench.statistics.Times;
import org.kycvs.bench.uniformity.AskedPeople.Asked;
import org.kycvs.shared.time.Calendar;

/** One caller asks about people of all kinds in random order, and compares what comes. */
public final class UniformityBench {
  /** A household is two people on average; some have nobody with a name of their own. */
  private static final int PEOPLE_A_MOBILE = 3;

  /** Of a million guesses one is right; more than a few are not chance. */
  private static final int MOST_GUESSED = 3;

  private static final double HALF = 50;
  private static final int TOLD_EACH = 100;

  private final BenchInstallation installation;
  private final Calendar calendar;
  private final BenchProgress progress;
  private final SeenAnswers seen = new SeenAnswers();
  private final ConnectionEnds ends = new ConnectionEnds();
  private final Map<CallKind, Map<PersonKind, Times>> times = new EnumMap<>(CallKind.class);
  private long answers;
  private int guessed;

  /** On an installation with nobody in it. */
  public UniformityBench(
      BenchInstallation installation, Calendar calendar, BenchProgress progress) {
    this.installation = installation;
    this.calendar = calendar;
    this.progress = progress;
  }

  /**
   * Measures, once.
   *
   * @throws BenchFailedException if a call is refused that should not be
   */
  public UniformityMeasure run(UniformityPlan plan) throws IOException, SQLException {
    SplittableRandom random = new SplittableRandom(plan.seed());
    int kinds = PersonKind.values().length;
    int warmUpOfEach = (plan.warmUp() + kinds - 1) / kinds;
    try (Connection owner = installation.owner();
        PersonsPhone phone = new PersonsPhone(installation)) {
      VerifierAccount account = VerifierAccount.open(owner, installation.masterKey());
      long mobiles = (long) kinds * (plan.samples() + warmUpOfEach);
      Iterator<Resident> residents =
          RegisteredPeople.in(
                  installation,
                  owner,
                  calendar,
                  new Population(mobiles * PEOPLE_A_MOBILE, plan.seed()),
                  progress)
              .iterator();
      AskedPeople people =
          new AskedPeople(owner, installation.masterKey(), account.organisation(), random);
      VerifierProgram program = new VerifierProgram(installation.url(), account);
      progress.tell("warming up");
      for (Asked person : people.draw(warmUpOfEach, residents)) {
        seen(person.kind(), TriedVerification.of(person, program, phone));
      }
      measure(people.draw(plan.samples(), residents), program, phone);
    }
    return new UniformityMeasure(
        plan,
        installation.description(),
        answers,
        guessed,
        Stream.concat(seen.differences().stream(), ends.differences().stream()).toList(),
        comparisons(random));
  }

  private void measure(List<Asked> people, VerifierProgram program, PersonsPhone phone)
      throws SQLException {
    int done = 0;
    for (Asked person : people) {
      if (done % TOLD_EACH == 0) {
        progress.tell("asking about person %,d of %,d".formatted(done + 1, people.size()));
      }
      TriedVerification tried = TriedVerification.of(person, program, phone);
      if (seen(person.kind(), tried)) {
        tried.answers().forEach((call, answer) -> note(call, person.kind(), answer));
      }
      done++;
    }
  }

  /** Its bytes are compared, after the warm-up too; false if the guess was right. */
  private boolean seen(PersonKind person, TriedVerification tried) {
    Stream.of(tried.asked(), tried.read(), tried.wrongCode()).forEach(ends::note);
    if (tried.isGuessed()) {
      guessed++;
      if (guessed > MOST_GUESSED) {
        throw new BenchFailedException("guessed codes are right too often");
      }
      return false;
    }
    tried
        .answers()
        .forEach(
            (call, answer) -> {
              seen.add(call, person, answer);
              answers++;
            });
    return true;
  }

  private void note(CallKind call, PersonKind person, Answer answer) {
    times
        .computeIfAbsent(call, kind -> new EnumMap<>(PersonKind.class))
        .computeIfAbsent(person, kind -> new Times())
        .add(answer.nanos());
  }

  private List<TimeComparison> comparisons(SplittableRandom random) {
    progress.tell("comparing times");
    List<TimeComparison> comparisons = new ArrayList<>();
    times.forEach(
        (call, ofPeople) -> {
          long[] registered = ofPeople.getOrDefault(PersonKind.REGISTERED, new Times()).nanos();
          ofPeople.forEach(
              (person, theirs) -> {
                if (person != PersonKind.REGISTERED) {
                  comparisons.add(compare(call, person, theirs.nanos(), registered, random));
                }
              });
        });
    return comparisons;
  }

  private static TimeComparison compare(
      CallKind call, PersonKind person, long[] theirs, long[] registered, SplittableRandom random) {
    return new TimeComparison(
        call,
        person,
        new Percentiles(theirs).millis(HALF),
        new Percentiles(registered).millis(HALF),
        CliffsDelta.of(theirs, registered, random),
        Listener.guessesRight(theirs, registered));
  }
}
