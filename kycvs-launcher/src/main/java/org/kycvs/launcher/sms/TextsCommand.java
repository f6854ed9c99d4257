package org.kycvs.launcher.sms;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.ExitCode;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.notification.entity.SmsWording;
import org.kycvs.shared.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints all texts as they are to be registered with operators. */
@Command(
    name = "texts",
    description = {
      "Prints each text that is sent as it is to be registered with operators.",
      "{#var#} stands for what differs from message to message (DLT). KYCVS_ISSUER",
      "is part of the texts: set it as the server has it. No database is needed."
    })
final class TextsCommand implements Callable<Integer> {
  private final Supplier<Settings> settings;

  @Spec private CommandSpec command;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      converter = LanguageWords.class,
      completionCandidates = LanguageWords.class,
      description = "Only those in one of ${COMPLETION-CANDIDATES}.")
  private @Nullable String language;

  @Option(names = "--json", description = "Answer with one line of JSON, for a program.")
  private boolean json;

  TextsCommand(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() {
    SmsTexts texts = SmsTexts.read(settings.get());
    List<SmsWording> wanted =
        texts.sent().stream()
            .filter(wording -> language == null || wording.language().equals(language))
            .toList();
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(
          JSONObjectUtils.toJSONString(
              Map.of("texts", wanted.stream().map(wording -> json(texts, wording)).toList())));
    } else {
      wanted.forEach(wording -> print(texts, wording, out));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private static void print(SmsTexts texts, SmsWording wording, PrintWriter out) {
    out.println(wording.key() + " = " + id(texts, wording).orElse("(no id yet)"));
    out.println("# variables: " + variables(wording));
    out.println(wording.asRegistered(texts.places()));
    out.println();
  }

  private static String variables(SmsWording wording) {
    return wording.variablesInOrder().stream()
        .map(SmsVariable::id)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> id(SmsTexts texts, SmsWording wording) {
    return texts.registration().of(wording).templateId();
  }

  private static Map<String, @Nullable Object> json(SmsTexts texts, SmsWording wording) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("key", wording.key());
    json.put("text", wording.asRegistered(texts.places()));
    json.put("variables", wording.variablesInOrder().stream().map(SmsVariable::id).toList());
    json.put("sha256", wording.sha256());
    json.put("dltTemplateId", id(texts, wording).orElse(null));
    return json;
  }
}
