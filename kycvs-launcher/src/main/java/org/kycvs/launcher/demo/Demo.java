package org.kycvs.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.kycvs.client.ApiKey;
import org.kycvs.client.Completed;
import org.kycvs.client.KycVsClient;
import org.kycvs.client.KycVsException;
import org.kycvs.client.OutcomeException;
import org.kycvs.client.Question;
import org.kycvs.client.VaccinationStatus;
import org.kycvs.client.Verification;
import org.kycvs.client.VerificationId;
import org.kycvs.client.statement.CheckResult;
import org.kycvs.client.statement.Checked;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.Recalls;
import org.kycvs.client.statement.Refused;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.demodata.Demonstration.Organisation;
import org.kycvs.launcher.run.RunFile;
import org.kycvs.launcher.run.Screen;

/** Plays one verification of a fully vaccinated person, and shows each message in full. */
public final class Demo {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client;
  private final Screen screen;
  private final SamplePerson person;

  /** About this person, over this client. */
  public Demo(HttpClient client, Screen screen, SamplePerson person) {
    this.client = client;
    this.screen = screen;
    this.person = person;
  }

  /**
   * Plays it on a running server with demonstration data.
   *
   * @return whether the answer is right and its signature valid
   * @throws CommandException if a call is refused; the line has the server's words
   */
  public boolean run(RunFile server) throws InterruptedException {
    if (server.organisations().isEmpty()) {
      throw new CommandException(
          ExitCode.NO,
          "the server at " + server.url() + " has no demonstration data; use another with --data");
    }
    Organisation organisation = server.organisations().get(0);
    // Our own server: if it speaks plain HTTP, it does so on this machine.
    KycVsClient verifier =
        KycVsClient.builder(URI.create(server.url()), ApiKey.of(organisation.liveKey()))
            .httpClient(client)
            .insecurePlainHttp()
            .build();
    try {
      return play(verifier, new DemoInbox(client, server.url()), organisation);
    } catch (IOException | KycVsException | OutcomeException e) {
      throw new CommandException(ExitCode.NO, "the demonstration broke off: " + e.getMessage());
    }
  }

  private boolean play(KycVsClient verifier, DemoInbox phone, Organisation organisation)
      throws IOException, InterruptedException {
    VerificationId id = ask(verifier, organisation);
    String code = receive(phone, id);
    Verification.Answer answer = confirm(verifier, id, code);
    show(answer.statement());
    boolean valid = check(verifier, answer.statement(), organisation);
    boolean right = answer.status() == VaccinationStatus.FULLY_VACCINATED;
    if (!right) {
      screen.line("The registry's sample says 2: the answer is wrong.");
    }
    return valid && right;
  }

  private VerificationId ask(KycVsClient verifier, Organisation organisation) throws IOException {
    String purpose = organisation.purposes().get(0);
    Map<String, String> question = new LinkedHashMap<>();
    question.put("mobile", person.mobile());
    question.put("name", person.name());
    question.put("purpose", purpose);
    heading(1, organisation.name() + " asks about " + person.name());
    screen.line("   POST /api/v1/verifications");
    screen.line("   " + JSON.writeValueAsString(question));
    Verification asked =
        verifier.ask(Question.about(person.mobile(), person.name(), purpose)).askedOrThrow();
    screen.line("   → " + asked.id() + ", " + asked.state().wire());
    return asked.id();
  }

  private String receive(DemoInbox phone, VerificationId id)
      throws IOException, InterruptedException {
    heading(2, "The person's phone receives an SMS (GET /dev/sms)");
    DemoInbox.Message message = phone.await(person.mobile(), id.value());
    wrapped(message.text()).forEach(line -> screen.line("   │ " + line));
    return message.code();
  }

  private Verification.Answer confirm(KycVsClient verifier, VerificationId id, String code)
      throws IOException {
    heading(3, "The person tells the code: consent to this one answer");
    screen.line("   POST /api/v1/verifications/" + id + "/confirmation");
    screen.line("   " + JSON.writeValueAsString(Map.of("code", code)));
    Completed completed = verifier.confirm(id, code).completedOrThrow();
    VaccinationStatus status = completed.answer().status();
    screen.line(
        "   → "
            + completed.verification().state().wire()
            + ", status "
            + status.value()
            + ": "
            + status.meaning());
    return completed.answer();
  }

  private void show(String statement) throws IOException {
    heading(4, "The signed statement, decoded");
    String[] parts = statement.split("\\.", -1);
    for (int part = 0; part < Math.min(2, parts.length); part++) {
      String json = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
      JSON.readTree(json).toPrettyString().lines().forEach(line -> screen.line("   " + line));
    }
  }

  private boolean check(KycVsClient verifier, String statement, Organisation organisation)
      throws IOException {
    heading(5, "Checked offline with the published keys (GET /.well-known/jwks.json)");
    KnownKeys keys;
    try {
      keys = KnownKeys.parse(verifier.keys());
    } catch (ParseException e) {
      throw new IOException("the published keys cannot be read: " + e.getMessage(), e);
    }
    Expected expected = Expected.audience(organisation.id()).anyNonce().live();
    CheckResult result =
        StatementChecker.trustingKeysAlone(keys, Recalls.notLookedUp()).check(statement, expected);
    if (result instanceof Refused refused) {
      screen.line("   refused: " + refused.reasons());
    } else {
      screen.line("   signature valid");
    }
    screen.line("");
    return result instanceof Checked;
  }

  private void heading(int number, String text) {
    screen.line("");
    screen.line(number + ". " + text);
  }

  /** In lines that fit a terminal, cut between words. */
  private static Stream<String> wrapped(String text) {
    return text.replaceAll("(.{1,72})(?:\\s+|$)", "$1\n").lines();
  }
}
