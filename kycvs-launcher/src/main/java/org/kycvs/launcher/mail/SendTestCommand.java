package org.kycvs.launcher.mail;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.notification.boundary.MailTrial;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.notification.entity.MailTrialOutcome;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one mail at once. */
@Command(
    name = "send-test",
    description = {
      "Sends one mail at once, by the SMTP server of the settings, and says what it answered.",
      "In development without an SMTP server it goes to the inbox of a running server."
    })
final class SendTestCommand implements Callable<Integer> {
  private final RegistryAccesses databases;
  private final Function<PrintWriter, LauncherSettings> settings;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "ADDRESS", description = "Whom to.")
  private String address;

  @Mixin private MailOptions options;

  SendTestCommand(RegistryAccesses databases, Function<PrintWriter, LauncherSettings> settings) {
    this.databases = databases;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    MailAddress to =
        MailAddress.parse(address)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(), "ADDRESS must be one such as ops@example.org"));
    LauncherSettings all = settings.apply(command.commandLine().getErr());
    MailSettings mail = all.mail();
    Clock clock = all.calendar().clock();
    if (mail.smtp().isPresent()) {
      return tell(new MailTrial(mail.smtp().get(), mail, clock).send(to, values(all, clock)));
    }
    if (all.environment() == Environment.PRODUCTION) {
      throw new SettingException(
          "kycvs.mail.smtp.host (KYCVS_MAIL_SMTP_HOST) is not set: name the server to send by");
    }
    return options.on(
        databases,
        (queue, access) ->
            new QueuedReport(queue.put(MailTemplate.MAIL_TEST, to, values(all, clock))));
  }

  private int tell(MailTrialOutcome outcome) {
    boolean accepted = outcome.kind() == MailTrialOutcome.Kind.ACCEPTED;
    if (options.isJson()) {
      print(
          JSONObjectUtils.toJSONString(
              Map.of(
                  "done", accepted,
                  "mail", outcome.id().value(),
                  "why", outcome.why(),
                  "answer", outcome.said())));
    } else if (accepted) {
      print("Sent " + outcome.id() + ". The server answered: " + shown(outcome.said()));
    }
    int exitCode =
        switch (outcome.kind()) {
          case ACCEPTED -> ExitCode.DONE;
          case REFUSED -> ExitCode.NO;
          case UNREACHED -> ExitCode.UNREACHABLE;
        };
    if (!accepted && !options.isJson()) {
      String said = outcome.said().isEmpty() ? "" : ": " + shown(outcome.said());
      throw new CommandException(exitCode, "not sent, " + outcome.why() + said);
    }
    return exitCode;
  }

  private void print(String line) {
    PrintWriter out = command.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** On one line, and without what a terminal would obey. */
  private static String shown(String said) {
    return said.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+", " ");
  }

  private static Map<String, String> values(LauncherSettings settings, Clock clock) {
    return Map.of(
        "issuer", settings.issuer().orElse("development"),
        "at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
