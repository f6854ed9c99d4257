package org.kycvs.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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
  private static final String FULLY_VACCINATED = "2";
  private static final Duration SMS_PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);
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
    try {
      return play(new Verifier(client, server.url(), organisation.liveKey()), organisation);
    } catch (IOException e) {
      throw new CommandException(ExitCode.NO, "the demonstration broke off: " + e.getMessage());
    }
  }

  private boolean play(Verifier verifier, Organisation organisation)
      throws IOException, InterruptedException {
    JsonNode asked = ask(verifier, organisation);
    String id = asked.path("id").asText();
    String code = receive(verifier, id);
    JsonNode answered = confirm(verifier, id, code);
    String statement = answered.path("statement").asText();
    show(statement);
    boolean valid = check(verifier, statement, organisation);
    boolean right = answered.path("status").asText().equals(FULLY_VACCINATED);
    if (!right) {
      screen.line("The registry's sample says " + FULLY_VACCINATED + ": the answer is wrong.");
    }
    return valid && right;
  }

  private JsonNode ask(Verifier verifier, Organisation organisation)
      throws IOException, InterruptedException {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("mobile", person.mobile());
    question.put("name", person.name());
    question.put("purpose", organisation.purposes().get(0));
    heading(1, organisation.name() + " asks about " + person.name());
    screen.line("   POST /api/v1/verifications");
    screen.line("   " + Verifier.text(question));
    JsonNode asked = verifier.post("/api/v1/verifications", question);
    screen.line("   → " + asked.path("id").asText() + ", " + asked.path("state").asText());
    return asked;
  }

  private String receive(Verifier verifier, String id) throws IOException, InterruptedException {
    heading(2, "The person's phone receives an SMS (GET /dev/sms)");
    long until = System.nanoTime() + SMS_PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (JsonNode message : verifier.inbox(person.mobile())) {
        if (message.path("verification").asText().equals(id)) {
          wrapped(message.path("text").asText()).forEach(line -> screen.line("   │ " + line));
          return message.path("code").asText();
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new IOException("no SMS arrived");
  }

  private JsonNode confirm(Verifier verifier, String id, String code)
      throws IOException, InterruptedException {
    Map<String, String> confirmation = Map.of("code", code);
    heading(3, "The person tells the code: consent to this one answer");
    screen.line("   POST /api/v1/verifications/" + id + "/confirmation");
    screen.line("   " + Verifier.text(confirmation));
    JsonNode answered =
        verifier.post("/api/v1/verifications/" + id + "/confirmation", confirmation);
    screen.line(
        "   → "
            + answered.path("state").asText()
            + ", status "
            + answered.path("status").asText()
            + ": "
            + answered.path("meaning").asText());
    return answered;
  }

  private void show(String statement) throws IOException {
    heading(4, "The signed statement, decoded");
    String[] parts = statement.split("\\.", -1);
    for (int part = 0; part < Math.min(2, parts.length); part++) {
      String json = new String(Base64.getUrlDecoder().decode(parts[part]), StandardCharsets.UTF_8);
      JSON.readTree(json).toPrettyString().lines().forEach(line -> screen.line("   " + line));
    }
  }

  private boolean check(Verifier verifier, String statement, Organisation organisation)
      throws IOException, InterruptedException {
    heading(5, "Checked offline with the published keys (GET /.well-known/jwks.json)");
    KnownKeys keys;
    try {
      keys = KnownKeys.parse(verifier.get("/.well-known/jwks.json"));
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
