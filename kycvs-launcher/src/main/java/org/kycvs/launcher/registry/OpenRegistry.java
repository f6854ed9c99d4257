package org.kycvs.launcher.registry;

import java.time.ZoneId;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.registry.boundary.RecordCorrections;
import org.kycvs.registry.boundary.RecordDisputes;
import org.kycvs.registry.boundary.RegistryInspections;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.changes.ChangeUndo;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.control.imports.ImportHistory;
import org.kycvs.shared.actor.CommandLineActor;

/** What a command can do with the registry, each call in a transaction of its own. */
final class OpenRegistry {
  private final RegistryAccess access;
  private final RecordTransactions transactions;

  OpenRegistry(RegistryAccess access) {
    this.access = access;
    this.transactions =
        new RecordTransactions(
            RegistryDatabase.on(access.connection()), access.masterKey(), access.calendar());
  }

  /** Whoever called the command. */
  CommandLineActor operator() {
    return CommandLineActor.holding(access.masterKey());
  }

  RecordCorrections corrections() {
    return new RecordCorrections(transactions);
  }

  RegistryInspections inspections() {
    return new RegistryInspections(transactions);
  }

  RecordDisputes disputes() {
    return new RecordDisputes(transactions);
  }

  ImportHistory imports() {
    return new ImportHistory(access.connection());
  }

  ChangeUndo undo() {
    return new ChangeUndo(access.connection(), access.calendar().clock());
  }

  /** Of the country served. */
  ZoneId zone() {
    return access.calendar().zone();
  }
}
