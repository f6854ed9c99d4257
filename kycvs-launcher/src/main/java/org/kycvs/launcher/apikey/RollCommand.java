package org.kycvs.launcher.apikey;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.Overlap;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces a key by a new one. */
@Command(
    name = "roll",
    description = {
      "Issues a key with the same name and limits, and prints it, this once.",
      "The old one is refused when the overlap is over."
    })
final class RollCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private ApiKeyParameter key;

  @Option(
      names = "--overlap",
      paramLabel = "TIME",
      required = true,
      converter = Overlaps.class,
      completionCandidates = Overlaps.class,
      description = "For how long the old key lives on: ${COMPLETION-CANDIDATES}.")
  private Overlap overlap;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "The first day on which the new key is refused (default: as the old).")
  private @Nullable LocalDate expires;

  @Mixin private ApiKeyOptions options;

  RollCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.act(
        databases,
        (keys, operator, zone) ->
            keys.roll(
                operator,
                key.id(),
                overlap,
                Optional.ofNullable(expires).map(day -> day.atStartOfDay(zone).toInstant())),
        "Rolled " + key.id() + " into %s.");
  }

  /** The overlaps' words. */
  static final class Overlaps extends Words implements ITypeConverter<Overlap> {
    Overlaps() {
      super(Arrays.stream(Overlap.values()).map(Overlap::wire).toList());
    }

    @Override
    public Overlap convert(String word) {
      return Overlap.ofWire(known(word)).orElseThrow();
    }
  }
}
