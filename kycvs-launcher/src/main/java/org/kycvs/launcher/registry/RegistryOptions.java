package org.kycvs.launcher.registry;

import java.sql.SQLException;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.Report;
import org.kycvs.launcher.report.ReportOptions;

/** What all commands on the registry share: where it is, and how they answer. */
final class RegistryOptions extends ReportOptions {

  /** Does the work on the registry and prints what it reports; gives the exit code. */
  int report(RegistryAccesses registries, Work work) {
    return reportOn(registries, access -> work.in(new OpenRegistry(access)));
  }

  /** What a command does with the registry. */
  @FunctionalInterface
  interface Work {
    Report in(OpenRegistry registry) throws SQLException;
  }
}
