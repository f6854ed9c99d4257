package org.kycvs.launcher.sms;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.notification.boundary.GatewayTrial;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.GatewaysSettings;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.notification.entity.SmsWording;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends one message through one gateway at once, and says what the gateway answered. */
@Command(
    name = "send-test",
    description = {
      "Sends the code's text, with 000000 for the code, through a gateway at once,",
      "and says what the gateway answered. It needs no database and no server, and",
      "passes the outbox and all limits: send it to your own mobile."
    })
final class SendTestCommand implements Callable<Integer> {
  private static final Map<SmsVariable, String> VALUES =
      Map.of(
          SmsVariable.CODE, "000000",
          SmsVariable.ORGANISATION, "KYC-VS test",
          SmsVariable.PURPOSE, "a test",
          SmsVariable.MINUTES, "5");

  private final Supplier<Settings> settings;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "MOBILE", description = "Where to, such as +919876543210.")
  private String mobile;

  @Option(
      names = "--gateway",
      paramLabel = "NAME",
      description = "Which of KYCVS_SMS_GATEWAYS (default: the first).")
  private @Nullable String gateway;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      converter = LanguageWords.class,
      completionCandidates = LanguageWords.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String language;

  SendTestCommand(Supplier<Settings> settings) {
    this.settings = settings;
  }

  @Override
  public Integer call() {
    Settings read = settings.get();
    GatewaySettings chosen = chosen(read);
    Clock clock = Clock.systemUTC();
    Optional<Submission> answer =
        new GatewayTrial(ReportSettings.from(read), clock).send(chosen, message(read));
    PrintWriter out = command.commandLine().getOut();
    if (answer.isEmpty()) {
      throw new CommandException(
          ExitCode.NO,
          chosen.name() + " is the development inbox, which needs no test: open /dev/sms");
    }
    if (answer.get() instanceof Submission.Accepted accepted) {
      out.println(
          chosen.name()
              + " took it"
              + accepted.messageId().map(id -> ", and calls it " + id).orElse("")
              + ". Look at the phone.");
      out.flush();
      return ExitCode.DONE;
    }
    throw refused(chosen.name(), answer.get());
  }

  private static CommandException refused(String name, Submission answer) {
    if (answer instanceof Submission.NotSent notSent) {
      return new CommandException(
          ExitCode.UNREACHABLE, name + " did not take it: " + notSent.reason());
    }
    if (answer instanceof Submission.Rejected rejected) {
      return new CommandException(
          ExitCode.NO, name + " refuses this message: " + rejected.reason());
    }
    if (answer instanceof Submission.InDoubt doubt) {
      return new CommandException(
          ExitCode.UNREACHABLE, name + " may have taken it, or not: " + doubt.reason());
    }
    return new CommandException(
        ExitCode.UNREACHABLE, name + " gets too many at once; try again in a moment");
  }

  private GatewaySettings chosen(Settings read) {
    Environment environment = read.oneOf("kycvs.mode", Environment.class, Environment.DEVELOPMENT);
    List<GatewaySettings> all = GatewaysSettings.from(read, environment).gateways();
    if (all.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "no gateway is set: name them in KYCVS_SMS_GATEWAYS");
    }
    return all.stream()
        .filter(one -> gateway == null || one.name().equals(gateway))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    command.commandLine(),
                    "--gateway '"
                        + gateway
                        + "' is not one of "
                        + String.join(", ", all.stream().map(GatewaySettings::name).toList())));
  }

  private SmsMessage message(Settings read) {
    SmsTexts texts = SmsTexts.read(read);
    SmsWording wording = texts.wording(SmsTemplate.VERIFICATION_CODE, language);
    try {
      return new SmsMessage(
          MobileNumber.parse(mobile),
          wording.fill(texts.places(), VALUES),
          Optional.empty(),
          "test",
          texts.registration().of(wording));
    } catch (MobileNumberException e) {
      throw new ParameterException(command.commandLine(), "MOBILE: " + e.detail());
    }
  }
}
