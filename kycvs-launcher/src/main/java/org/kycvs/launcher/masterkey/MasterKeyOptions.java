package org.kycvs.launcher.masterkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.sealing.boundary.MasterKeys;
import org.kycvs.sealing.entity.MasterKeyOutcome;
import org.kycvs.shared.actor.CommandLineActor;

/** What all commands on the master key share. */
final class MasterKeyOptions extends ReportOptions {

  /** Does an act and says in one line what became of it. */
  int act(RegistryAccesses databases, Act act, String done) {
    return reportOn(
        databases,
        access -> {
          try {
            return new OutcomeReport(act.on(keys(access)), done);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Prints the keys, and what is sealed with which. */
  int status(RegistryAccesses databases) {
    return reportOn(
        databases,
        access -> {
          try {
            return new StatusReport(keys(access).status(), access.calendar().zone());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static MasterKeys keys(RegistryAccess access) throws IOException {
    return new MasterKeys(
        access.connection(),
        CommandLineActor.holding(access.masterKey()),
        access.calendar().clock());
  }

  /** What a command does. */
  @FunctionalInterface
  interface Act {
    MasterKeyOutcome on(MasterKeys keys) throws SQLException, IOException;
  }
}
