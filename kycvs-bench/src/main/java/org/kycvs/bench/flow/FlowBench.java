package org.kycvs.bench.flow;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.bench.BenchInstallation;
import org.kycvs.bench.BenchProgress;
import org.kycvs.bench.journey.RaisedLimits;
import org.kycvs.bench.journey.RegisteredPeople;
import org.kycvs.bench.journey.VerifierAccount;
import org.kycvs.bench.journey.VerifierProgram;
import org.kycvs.bench.people.Population;
import org.kycvs.bench.people.Resident;
import org.kycvs.shared.time.Calendar;

/** Service and pgbench take turns on one installation. */
public final class FlowBench {
  private static final double MILLIS = 1_000;

  private final BenchInstallation installation;
  private final Calendar calendar;
  private final BenchProgress progress;

  /** On an installation with nobody in it. */
  public FlowBench(BenchInstallation installation, Calendar calendar, BenchProgress progress) {
    this.installation = installation;
    this.calendar = calendar;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @throws BenchFailedException if an answer was another than it should be, or a statement failed
   */
  public FlowMeasure run(FlowPlan plan) throws IOException, SQLException {
    try (Connection owner = installation.owner()) {
      VerifierAccount account = VerifierAccount.open(owner, installation.masterKey());
      List<Resident> residents = residents(plan, owner);
      Optional<PgBench> pgbench =
          plan.pgbench() ? PgBench.find(installation.folder()) : Optional.empty();
      VerifierProgram program = new VerifierProgram(installation.url(), account);
      FlowRun service = new FlowRun(installation, owner, progress);
      AtomicInteger next = new AtomicInteger();
      List<FlowRound> flows = new ArrayList<>();
      List<PgBenchRound> references = new ArrayList<>();
      for (int round = 1; round <= plan.repeat(); round++) {
        RaisedLimits.forgetCounted(owner);
        flows.add(service.run(plan, program, residents, next));
        if (pgbench.isPresent()) {
          RaisedLimits.forgetCounted(owner);
          references.add(reference(pgbench.get(), plan, account, owner));
        }
      }
      return measure(plan, flows, references);
    }
  }

  private List<Resident> residents(FlowPlan plan, Connection owner)
      throws IOException, SQLException {
    List<Resident> residents =
        new ArrayList<>(
            RegisteredPeople.in(
                installation,
                owner,
                calendar,
                new Population(plan.people(), plan.seed()),
                progress));
    SplittableRandom random = new SplittableRandom(plan.seed());
    for (int left = residents.size(); left > 1; left--) {
      Collections.swap(residents, left - 1, random.nextInt(left));
    }
    return residents;
  }

  private PgBenchRound reference(
      PgBench pgbench, FlowPlan plan, VerifierAccount account, Connection owner)
      throws IOException, SQLException {
    progress.tell("measuring pgbench");
    Map<String, String> variables = new TreeMap<>(PgBenchValues.prepare(owner, installation));
    variables.put("organisation", account.organisation());
    variables.put("key", account.keyId());
    variables.put("purpose", VerifierAccount.PURPOSE);
    ServerState server = new ServerState(installation);
    DoneWork workBefore = DoneWork.in(owner);
    double before = server.databaseProcessorSeconds(Set.of());
    PgBenchOutput output =
        pgbench.run(installation.application(), plan.callers(), plan.seconds(), variables);
    double took = server.databaseProcessorSeconds(Set.of()) - before;
    DoneWork.in(owner).requireSince(workBefore, output.transactions());
    return new PgBenchRound(
        output.perSecond(), output.millis(), took * MILLIS / output.transactions());
  }

  private FlowMeasure measure(FlowPlan plan, List<FlowRound> flows, List<PgBenchRound> references) {
    return new FlowMeasure(
        plan,
        installation.description(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        flows,
        references,
        plan.pgbench() && references.isEmpty()
            ? Optional.of(
                "no pgbench on the path or in /usr/lib/postgresql: install postgresql-contrib or"
                    + " postgresql")
            : Optional.empty());
  }
}
