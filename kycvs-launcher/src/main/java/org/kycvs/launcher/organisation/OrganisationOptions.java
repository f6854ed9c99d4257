package org.kycvs.launcher.organisation;

import java.sql.SQLException;
import java.util.Set;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.Report;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.organisation.boundary.OrganisationRegister;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import org.kycvs.organisation.entity.OrganisationOutcome;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.id.OrganisationId;

/** What all commands on organisations share. */
final class OrganisationOptions extends ReportOptions {

  /** Does an act and says in one line what became of it. */
  int act(RegistryAccesses databases, Act act, String done) {
    return reportOn(databases, access -> new OrganisationReport(act.on(register(access)), done));
  }

  /** Sets limits, if any are named, and prints all of the organisation. */
  int limits(
      RegistryAccesses databases,
      OrganisationId id,
      OrganisationLimits set,
      Set<OrganisationLimit> asForAll) {
    return reportOn(
        databases,
        access -> {
          if (!set.isEmpty() || !asForAll.isEmpty()) {
            OrganisationOutcome outcome = register(access).limit(id, set, asForAll);
            if (outcome instanceof OrganisationOutcome.Refused) {
              return new OrganisationReport(outcome, "");
            }
          }
          return new LimitsReport(id, register(access).limits(id));
        });
  }

  /** Prints what is read from the register. */
  int list(RegistryAccesses databases) {
    return reportOn(databases, OrganisationOptions::all);
  }

  private static Report all(RegistryAccess access) throws SQLException {
    return new OrganisationsReport(register(access).all(), access.calendar().zone());
  }

  private static OrganisationRegister register(RegistryAccess access) {
    return new OrganisationRegister(
        access.connection(),
        CommandLineActor.holding(access.masterKey()),
        access.calendar().clock());
  }

  /** What a command does. */
  @FunctionalInterface
  interface Act {
    OrganisationOutcome on(OrganisationRegister register) throws SQLException;
  }
}
