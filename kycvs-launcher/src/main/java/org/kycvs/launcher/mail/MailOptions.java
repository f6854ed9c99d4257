package org.kycvs.launcher.mail;

import java.sql.SQLException;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.Report;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.notification.boundary.MailQueue;
import org.kycvs.shared.actor.CommandLineActor;

/** What all commands on the outbox of mails share. */
final class MailOptions extends ReportOptions {

  /** Does the work and prints what it reports. */
  int on(RegistryAccesses databases, Work work) {
    return reportOn(databases, access -> work.with(queue(access), access));
  }

  private static MailQueue queue(RegistryAccess access) {
    return new MailQueue(
        access.connection(),
        CommandLineActor.holding(access.masterKey()),
        access.calendar().clock());
  }

  /** What a command does. */
  @FunctionalInterface
  interface Work {
    Report with(MailQueue queue, RegistryAccess access) throws SQLException;
  }
}
