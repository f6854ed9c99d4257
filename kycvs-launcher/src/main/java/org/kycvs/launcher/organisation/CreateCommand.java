package org.kycvs.launcher.organisation;

import static org.kycvs.organisation.entity.OrganisationProfile.LONGEST;
import static org.kycvs.organisation.entity.OrganisationProfile.LONGEST_SHORT_NAME;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.organisation.entity.OrganisationProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Registers an organisation. */
@Command(
    name = "create",
    description = {
      "Registers an organisation, and prints its id.",
      "It may ask for nothing until a purpose is approved, and needs an API key."
    })
final class CreateCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Spec private CommandSpec command;

  @Option(
      names = "--legal-name",
      paramLabel = "TEXT",
      required = true,
      description = "The name on contracts and receipts, up to 200 characters.")
  private String legalName;

  @Option(
      names = "--short-name",
      paramLabel = "TEXT",
      required = true,
      description = "The name in the SMS, up to 30 characters.")
  private String shortName;

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      required = true,
      description = "Where people can write to it, up to 200 characters.")
  private String contact;

  @Mixin private OrganisationOptions options;

  CreateCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    OrganisationProfile profile =
        new OrganisationProfile(
            checked("--legal-name", legalName, LONGEST),
            checked("--short-name", shortName, LONGEST_SHORT_NAME),
            checked("--contact", contact, LONGEST));
    return options.act(
        databases,
        register -> register.create(profile),
        "Registered %s. Next: approve a purpose, and issue an API key.");
  }

  private String checked(String option, String text, int longest) {
    if (!OrganisationProfile.isText(text, longest)) {
      throw new ParameterException(
          command.commandLine(), option + " must be a text of 1 to " + longest + " characters");
    }
    return text;
  }
}
