package org.kycvs.launcher.apikey;

import java.time.ZoneId;
import org.kycvs.apikey.boundary.ApiKeys;
import org.kycvs.apikey.entity.ApiKeyOutcome;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.id.OrganisationId;

/** What all commands on keys share. */
final class ApiKeyOptions extends ReportOptions {

  /** Does an act and says what became of it. */
  int act(RegistryAccesses databases, Act act, String done) {
    return reportOn(
        databases,
        access -> {
          ZoneId zone = access.calendar().zone();
          return new ApiKeyReport(act.on(keys(access), operator(access), zone), done, zone);
        });
  }

  /** Prints the keys of an organisation. */
  int list(RegistryAccesses databases, OrganisationId organisation) {
    return reportOn(
        databases,
        access ->
            new ApiKeysReport(
                keys(access).list(operator(access), organisation),
                access.calendar().clock().instant(),
                access.calendar().zone()));
  }

  private static CommandLineActor operator(RegistryAccess access) {
    return CommandLineActor.holding(access.masterKey());
  }

  private static ApiKeys keys(RegistryAccess access) {
    return ApiKeys.on(access.connection(), access.masterKey(), access.calendar().clock());
  }

  /** What a command does. */
  @FunctionalInterface
  interface Act {
    ApiKeyOutcome on(ApiKeys keys, CommandLineActor operator, ZoneId zone);
  }
}
