package org.kycvs.launcher.sms;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.demodata.DemoPurpose;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.organisation.entity.OrganisationProfile;
import org.kycvs.shared.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows one message as a phone shows it; sends nothing. */
@Command(
    name = "preview",
    description = {
      "Shows a message as the phone shows it, how long it is, and what it is registered as.",
      "Nothing is sent, and no database is needed."
    })
final class PreviewCommand implements Callable<Integer> {
  private static final Map<SmsVariable, String> SAMPLES =
      Map.of(
          SmsVariable.MINUTES, "5",
          SmsVariable.LINK, "0aB1cD2eF3gH4iJ5kL6mN7",
          SmsVariable.VERIFIER_HOST, "book.sunrise-hotels.example");

  private final Supplier<Settings> settings;

  @Spec private CommandSpec command;

  @Option(
      names = "--template",
      paramLabel = "NAME",
      defaultValue = "verification-code",
      converter = TemplateWords.class,
      completionCandidates = TemplateWords.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private SmsTemplate template;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      converter = LanguageWords.class,
      completionCandidates = LanguageWords.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String language;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      defaultValue = "Sunrise Hotels",
      description = "The short name of whoever asks (default: ${DEFAULT-VALUE}).")
  private String organisation;

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "The purpose, in that language (default: hotel check-in).")
  private @Nullable String purpose;

  @Option(
      names = "--code",
      paramLabel = "DIGITS",
      defaultValue = "482913",
      description = "Six digits (default: ${DEFAULT-VALUE}).")
  private String code;

  @Option(names = "--json", description = "Answer with one line of JSON, for a program.")
  private boolean json;

  PreviewCommand(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Map<SmsVariable, String> values = new EnumMap<>(SmsVariable.class);
    values.putAll(SAMPLES);
    values.put(SmsVariable.ORGANISATION, text("--organisation", organisation, 30));
    values.put(
        SmsVariable.PURPOSE,
        purpose == null ? DemoPurpose.CHECK_IN.text(language) : text("--purpose", purpose, 40));
    if (!code.matches("[0-9]{6}")) {
      throw new ParameterException(command.commandLine(), "--code must be six digits");
    }
    values.put(SmsVariable.CODE, code);
    Preview preview = Preview.of(SmsTexts.read(settings.get()), template, language, values);
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? JSONObjectUtils.toJSONString(preview.json()) : preview.text());
    out.flush();
    return ExitCode.DONE;
  }

  private String text(String option, String value, int longest) {
    if (!OrganisationProfile.isText(value, longest)) {
      throw new ParameterException(
          command.commandLine(), option + " must be one line of 1 to " + longest + " characters");
    }
    return value;
  }
}
