package org.kycvs.launcher.registry;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes an import, or an act on a dose, back, whole. */
@Command(
    name = "undo",
    description = {
      "Takes an import, or an act on a dose, back, whole: what it added goes, what it changed is",
      "as it was before.",
      "Refused while something later builds on it."
    })
final class UndoCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private RegistryOptions options;

  @Parameters(paramLabel = "CHANGE", description = "The id of what to undo: imp_… or chg_…")
  private String id;

  UndoCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    return options.report(
        registries,
        registry -> {
          ChangeOutcome outcome = registry.undo().undo(registry.operator(), id);
          return new ActReport(outcome, done(outcome), "not undone");
        });
  }

  private static String done(ChangeOutcome outcome) {
    long records = outcome instanceof Done done ? done.records() : 0;
    return records == 1
        ? "Undone. 1 record is as it was before."
        : String.format(Locale.ROOT, "Undone. %,d records are as they were before.", records);
  }
}
