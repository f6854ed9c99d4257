package org.kycvs.launcher.organisation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.notification.entity.SmsWordings;
import org.kycvs.organisation.entity.NewPurpose;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets an organisation ask for a purpose. */
@Command(
    name = "approve",
    description = {
      "Lets an organisation ask for a purpose, from its next call on.",
      "A purpose that is not known yet is added: then say its text and validity."
    })
final class ApproveCommand implements Callable<Integer> {
  private static final List<String> LANGUAGES =
      SmsWordings.LANGUAGES.stream()
          .filter(language -> !language.equals(SmsWordings.ENGLISH))
          .toList();

  private final RegistryAccesses databases;

  @Spec private CommandSpec command;

  @Mixin private OrganisationParameter organisation;

  @Option(
      names = "--purpose",
      paramLabel = "CODE",
      required = true,
      description = "Such as hotel-check-in.")
  private String purpose;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description = "What the person reads, up to 40 characters.")
  private @Nullable String text;

  @Option(
      names = "--max-validity",
      paramLabel = "TIME",
      description = "How long an answer may be used at most, such as PT24H or P7D.")
  private @Nullable Duration maximumValidity;

  @Option(
      names = "--translation",
      paramLabel = "LANGUAGE=TEXT",
      description = {
        "What the person reads in another language, such as hi=होटल.",
        "May be given several times, and later too: approve again."
      })
  private Map<String, String> translations = new LinkedHashMap<>();

  @Mixin private OrganisationOptions options;

  ApproveCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    check(NewPurpose.isCode(purpose), "--purpose must be small letters, digits and hyphens");
    check(
        text == null || NewPurpose.isReadable(text), "--text must be a text of 1 to 40 characters");
    check(
        maximumValidity == null || NewPurpose.isValidity(maximumValidity),
        "--max-validity must be from PT1M to P365D");
    translations.forEach(
        (language, translation) -> {
          check(
              LANGUAGES.contains(language),
              "--translation is for one of " + String.join(", ", LANGUAGES) + ": hi=TEXT");
          check(
              NewPurpose.isReadable(translation),
              "--translation must be a text of 1 to 40 characters");
        });
    return options.act(
        databases,
        register ->
            register.approve(
                organisation.id(),
                purpose,
                Optional.ofNullable(text),
                Optional.ofNullable(maximumValidity),
                translations),
        "Approved: %s may ask for " + purpose + ".");
  }

  private void check(boolean isRight, String rule) {
    if (!isRight) {
      throw new ParameterException(command.commandLine(), rule);
    }
  }
}
