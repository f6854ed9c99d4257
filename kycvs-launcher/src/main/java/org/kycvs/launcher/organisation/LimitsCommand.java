package org.kycvs.launcher.organisation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.organisation.entity.OrganisationLimit;
import org.kycvs.organisation.entity.OrganisationLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows and sets the limits that an organisation has of its own. */
@Command(
    name = "limits",
    description = {
      "Shows the limits of an organisation, and sets those that are named.",
      "They hold from its next call on, and replace the settings' for this organisation."
    })
final class LimitsCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Spec private CommandSpec command;
  @Mixin private OrganisationParameter organisation;

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "Requests of each of its keys in a minute, on each node: 1 to 1000000.")
  private @Nullable Integer requestsPerMinute;

  @Option(
      names = "--request-burst",
      paramLabel = "N",
      description = "Requests of each of its keys at once, on each node: 1 to 1000000.")
  private @Nullable Integer requestBurst;

  @Option(
      names = "--daily-sms-quota",
      paramLabel = "N",
      description = "Messages on one day: 1 to 10000000.")
  private @Nullable Integer dailySmsQuota;

  @Option(
      names = "--sends-in-10-minutes",
      paramLabel = "N",
      description = "Messages to one mobile in ten minutes: 1 to 1000.")
  private @Nullable Integer sendsInTenMinutes;

  @Option(
      names = "--sends-in-24-hours",
      paramLabel = "N",
      description = "Messages to one mobile in 24 hours: 1 to 1000.")
  private @Nullable Integer sendsInOneDay;

  @Option(
      names = "--default",
      paramLabel = "NAME",
      arity = "1..*",
      description = "Limits that are to be as for all: the names of the options without --.")
  private List<String> asForAll = List.of();

  @Mixin private OrganisationOptions options;

  LimitsCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    Map<OrganisationLimit, Integer> numbers = numbers();
    Set<OrganisationLimit> defaults = EnumSet.noneOf(OrganisationLimit.class);
    asForAll.forEach(name -> defaults.add(named(name)));
    defaults.stream()
        .filter(numbers::containsKey)
        .forEach(
            limit -> {
              throw wrong("--" + limit.code() + " and --default " + limit.code() + " differ");
            });
    return options.limits(databases, organisation.id(), new OrganisationLimits(numbers), defaults);
  }

  private Map<OrganisationLimit, Integer> numbers() {
    Map<OrganisationLimit, Integer> numbers = new EnumMap<>(OrganisationLimit.class);
    put(numbers, OrganisationLimit.REQUESTS_PER_MINUTE, requestsPerMinute);
    put(numbers, OrganisationLimit.REQUEST_BURST, requestBurst);
    put(numbers, OrganisationLimit.DAILY_SMS_QUOTA, dailySmsQuota);
    put(numbers, OrganisationLimit.SENDS_IN_10_MINUTES, sendsInTenMinutes);
    put(numbers, OrganisationLimit.SENDS_IN_24_HOURS, sendsInOneDay);
    return numbers;
  }

  private void put(
      Map<OrganisationLimit, Integer> numbers, OrganisationLimit limit, @Nullable Integer number) {
    if (number == null) {
      return;
    }
    if (number < 1 || number > limit.most()) {
      throw wrong("--" + limit.code() + " must be from 1 to " + limit.most());
    }
    numbers.put(limit, number);
  }

  private OrganisationLimit named(String name) {
    return OrganisationLimit.named(name)
        .orElseThrow(
            () ->
                wrong(
                    Stream.of(OrganisationLimit.values())
                        .map(OrganisationLimit::code)
                        .collect(
                            Collectors.joining(
                                ", ", "--default '" + name + "' is no limit; there are ", ""))));
  }

  private ParameterException wrong(String rule) {
    return new ParameterException(command.commandLine(), rule);
  }
}
