package org.kycvs.bench.flow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.journey.PersonsPhone;
import org.kycvs.bench.journey.VerifierProgram;
import org.kycvs.bench.people.Resident;
import org.kycvs.bench.statistics.Percentiles;
import org.kycvs.bench.statistics.Times;

/** One measurement of the service: callers for a while, and what that took. */
final class FlowRun {
  private static final double MILLIS = 1_000;
  private static final String SENT =
      "SELECT avg((state = 'SENT')::int) FROM sms_outbox WHERE created_at >= ?";

  private final BenchInstallation installation;
  private final Connection owner;
  private final ServerState server;
  private final BenchProgress progress;

  FlowRun(BenchInstallation installation, Connection owner, BenchProgress progress) {
    this.installation = installation;
    this.owner = owner;
    this.server = new ServerState(installation);
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @throws BenchFailedException if an answer was another than it should be
   */
  FlowRound run(
      FlowPlan plan, VerifierProgram program, List<Resident> residents, AtomicInteger next)
      throws SQLException {
    Timestamp began = new Timestamp(System.currentTimeMillis());
    long bytesBefore = databaseBytes();
    List<PersonsPhone> phones = new ArrayList<>();
    try {
      for (int i = 0; i < plan.callers(); i++) {
        phones.add(new PersonsPhone(installation));
      }
      Turns turns = new Turns(residents, next, plan.warmUp(), plan.seconds());
      List<Caller> callers =
          phones.stream().map(phone -> new Caller(program, phone, turns)).toList();
      Cost cost = run(callers, turns, processes(phones));
      return round(plan, callers, cost, bytesBefore, began);
    } finally {
      for (PersonsPhone phone : phones) {
        phone.close();
      }
    }
  }

  /** Processor time that passed while it was measured, in seconds. */
  private record Cost(double server, double database) {}

  private Cost run(List<Caller> callers, Turns turns, Set<Long> ours) {
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      progress.tell("warming up");
      for (Future<?> prepared : callers.stream().map(caller -> prepare(caller, threads)).toList()) {
        await(prepared);
      }
      turns.begin();
      List<Future<Caller>> running = callers.stream().map(threads::submit).toList();
      turns.awaitBegin();
      progress.tell("measuring the service");
      double serverBefore = server.processorSeconds();
      double databaseBefore = server.databaseProcessorSeconds(ours);
      turns.awaitEnd();
      Cost cost =
          new Cost(
              server.processorSeconds() - serverBefore,
              server.databaseProcessorSeconds(ours) - databaseBefore);
      for (Future<Caller> caller : running) {
        await(caller);
      }
      return cost;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Future<?> prepare(Caller caller, ExecutorService threads) {
    return threads.submit(
        () -> {
          caller.prepare();
          return caller;
        });
  }

  private FlowRound round(
      FlowPlan plan, List<Caller> callers, Cost cost, long bytesBefore, Timestamp began)
      throws SQLException {
    Percentiles confirmations = all(callers, Caller::confirmations);
    if (confirmations.count() == 0) {
      throw new BenchFailedException("no verification was completed in time; give it more seconds");
    }
    long completed = callers.stream().mapToLong(Caller::completed).sum();
    return new FlowRound(
        (double) confirmations.count() / plan.seconds(),
        CallTimes.of(all(callers, Caller::asks)),
        CallTimes.of(confirmations),
        cost.server() * MILLIS / confirmations.count(),
        cost.database() * MILLIS / confirmations.count(),
        server.residentBytes(),
        server.heapBytes(),
        (double) (databaseBytes() - bytesBefore) / completed,
        sent(began));
  }

  private static Percentiles all(List<Caller> callers, Function<Caller, Times> times) {
    return new Percentiles(
        callers.stream().map(times).flatMapToLong(t -> Arrays.stream(t.nanos())).toArray());
  }

  private static Set<Long> processes(List<PersonsPhone> phones) throws SQLException {
    Set<Long> processes = new HashSet<>();
    for (PersonsPhone phone : phones) {
      processes.add(phone.process());
    }
    return processes;
  }

  private static void await(Future<?> caller) {
    try {
      caller.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BenchFailedException failed) {
        throw failed;
      }
      throw new BenchFailedException("a caller failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailedException("interrupted");
    }
  }

  private long databaseBytes() throws SQLException {
    try (PreparedStatement select =
            owner.prepareStatement("SELECT pg_database_size(current_database())");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private double sent(Timestamp began) throws SQLException {
    try (PreparedStatement select = owner.prepareStatement(SENT)) {
      select.setTimestamp(1, began);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    }
  }
}
