package org.kycvs.launcher.organisation;

import java.sql.SQLException;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.Report;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.organisation.boundary.OrganisationRegister;
import org.kycvs.organisation.entity.OrganisationOutcome;
import org.kycvs.shared.actor.CommandLineActor;

/** What all commands on organisations share. */
final class OrganisationOptions extends ReportOptions {

  /** Does an act and says in one line what became of it. */
  int act(RegistryAccesses databases, Act act, String done) {
    return reportOn(databases, access -> new OrganisationReport(act.on(register(access)), done));
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
