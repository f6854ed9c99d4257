package org.kycvs.launcher.apikey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.KeyLimits;
import org.kycvs.launcher.report.Words;
import org.kycvs.shared.address.AddressRange;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What a key may do, from where, and until when. */
final class LimitOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      converter = Scopes.class,
      completionCandidates = Scopes.class,
      description = "What it may do, one or more of: ${COMPLETION-CANDIDATES}.")
  private @Nullable List<ApiKeyScope> scopes;

  @Option(
      names = "--address",
      paramLabel = "CIDR",
      split = ",",
      converter = Ranges.class,
      description = "From where it may be used, one or more, such as 203.0.113.0/24.")
  private @Nullable List<AddressRange> addresses;

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "The first day on which it is refused, such as 2027-04-01.")
  private @Nullable LocalDate expires;

  /** Those named, or none. */
  Set<ApiKeyScope> scopes() {
    return scopes == null ? Set.of() : Set.copyOf(scopes);
  }

  /** Those named, or none. */
  List<AddressRange> addresses() {
    if (addresses != null && addresses.size() > KeyLimits.MOST_RANGES) {
      throw new ParameterException(command.commandLine(), "--address: at most 20 ranges");
    }
    return addresses == null ? List.of() : addresses;
  }

  /** The beginning of the day, there. */
  Optional<Instant> expiresAt(ZoneId zone) {
    return Optional.ofNullable(expires).map(day -> day.atStartOfDay(zone).toInstant());
  }

  /** Whether nothing was named. */
  boolean areNone() {
    return scopes == null && addresses == null && expires == null;
  }

  /** The scopes' words. */
  static final class Scopes extends Words implements ITypeConverter<ApiKeyScope> {
    Scopes() {
      super(Arrays.stream(ApiKeyScope.values()).map(ApiKeyScope::wire).toList());
    }

    @Override
    public ApiKeyScope convert(String word) {
      return ApiKeyScope.ofWire(known(word)).orElseThrow();
    }
  }

  /** Reads ranges. */
  static final class Ranges implements ITypeConverter<AddressRange> {
    @Override
    public AddressRange convert(String text) {
      return AddressRange.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + text + "' is no range such as 203.0.113.0/24 or 2001:db8::/48"));
    }
  }
}
