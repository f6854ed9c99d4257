package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Limits of requests and messages, which the command line sets while the server runs. */
@ExtendWith(SharedServer.class)
class RequestLimitsIT {
  private static final String PURPOSE = "hotel-check-in";
  private static final Pattern STANDING = Pattern.compile("\"key\";r=(\\d+);t=(\\d+)");

  private RunningServer server;
  private String organisation;
  private Api api;

  @BeforeEach
  void register(RunningServer shared) {
    server = shared;
    organisation =
        done(
                "organisation",
                "create",
                List.of("--contact", "privacy@lakeside.example"),
                List.of("--short-name", "Lakeside", "--legal-name", "Lakeside Inns Ltd"))
            .path("id")
            .asText();
    done("organisation", "approve", organisation, "--purpose", PURPOSE);
    api =
        server.with(
            done("api-key", "issue", organisation, "--mode", "live", "--name", "desk")
                .path("key")
                .asText());
  }

  @Test
  void keyedCalls_allOfThem_tellHowTheLimitStands() {
    List<Answer> answers =
        List.of(
            api.get(Api.VERIFICATIONS),
            api.ask(People.nobody(), PURPOSE),
            api.ask(People.nobody(), "no-such-purpose"),
            api.verification("ver_x"),
            api.get(Api.VERIFICATIONS + "/ver_x/statement"));
    assertEquals(List.of(200, 201, 403, 404, 404), answers.stream().map(Answer::status).toList());
    for (Answer answer : answers) {
      assertEquals("\"key\";q=1000;w=20", answer.header("RateLimit-Policy"));
      assertTrue(standing(answer).matches(), answer.header("RateLimit"));
    }
    for (Answer answer :
        List.of(server.with(ApiKeys.unknown()).get(Api.VERIFICATIONS), api.get("/"))) {
      assertEquals("", answer.header("RateLimit-Policy"));
    }
  }

  @Test
  void requestBurst_usedUp_isRefusedUntilRequestsComeBack() throws InterruptedException {
    done("organisation", "limits", organisation, "--request-burst", 3, "--requests-per-minute", 6);
    for (int left = 2; left >= 0; left--) {
      Answer answer = api.get(Api.VERIFICATIONS);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("\"key\";q=3;w=30", answer.header("RateLimit-Policy"));
      assertEquals(Integer.toString(left), remaining(answer));
    }

    Answer refused = api.ask(People.nobody(), PURPOSE);

    JsonNode problem = refused.problem(429, "too-many-requests");
    int wait = Integer.parseInt(refused.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 10, () -> wait + " s");
    assertEquals(wait, problem.path("retryAfter").asInt());
    assertEquals("\"key\";q=3;w=30", refused.header("RateLimit-Policy"));
    assertEquals("0", remaining(refused));
    Thread.sleep(wait * 1_000L);
    assertEquals(0, api.get(Api.VERIFICATIONS).json(200).path("items").size(), "Nothing was done");

    done("organisation", "limits", organisation, "--default", "request-burst");
    assertEquals("\"key\";q=1000;w=10000", api.get(Api.VERIFICATIONS).header("RateLimit-Policy"));
  }

  @Test
  void dailyQuota_usedUp_isRefusedUntilTheNextDayOrUntilItIsRaised() {
    done("organisation", "limits", organisation, "--daily-sms-quota", "2");
    api.ask(People.nobody(), PURPOSE).json(201);
    api.ask(People.nobody(), PURPOSE).json(201);

    Answer refused = api.ask(People.nobody(), PURPOSE);

    refused.problem(429, "too-many-requests");
    int wait = Integer.parseInt(refused.header("Retry-After"));
    assertTrue(wait >= 1 && wait <= 24 * 3600, () -> wait + " s");
    assertEquals("\"key\";q=1000;w=20", refused.header("RateLimit-Policy"));
    assertEquals(2, api.get(Api.VERIFICATIONS).json(200).path("items").size());
    done("organisation", "limits", organisation, "--daily-sms-quota", "3");
    api.ask(People.nobody(), PURPOSE).json(201);
  }

  @Test
  void limits_command_showsSetsAndTakesBack() {
    JsonNode none = done("organisation", "limits", organisation).path("limits");
    assertEquals(5, none.size());
    none.forEach(limit -> assertTrue(limit.isNull(), none.toString()));

    JsonNode set =
        done(
                "organisation",
                "limits",
                organisation,
                List.of("--sends-in-10-minutes", "9", "--sends-in-24-hours", "99"))
            .path("limits");
    assertEquals(9, set.path("sends-in-10-minutes").asInt());
    assertEquals(99, set.path("sends-in-24-hours").asInt());
    assertTrue(set.path("daily-sms-quota").isNull());
    String both = "sends-in-10-minutes sends-in-24-hours";
    JsonNode back =
        done("organisation", "limits", organisation, "--default", List.of(both.split(" ", -1)))
            .path("limits");
    assertEquals(none, back);
  }

  @Test
  void limits_command_saysWhatIsWrong() {
    assertRefused(2, "from 1 to 1000", organisation, "--sends-in-24-hours", "1001");
    assertRefused(2, "from 1 to 1000000", organisation, "--request-burst", "0");
    assertRefused(2, "daily-sms-quota", organisation, "--default", "quota");
    assertRefused(2, "differ", organisation, "--request-burst", "5", "--default", "request-burst");
    String unknown = "org_0000000000000000000000";
    assertRefused(1, "no organisation with this id", unknown);
    assertRefused(1, "no organisation with this id", unknown, "--request-burst", "5");
  }

  private void assertRefused(int exitCode, String why, String... words) {
    List<Object> all = new ArrayList<>(List.of("organisation", "limits"));
    all.addAll(List.of(words));
    all.addAll(List.of("--data", server.data().path()));
    Kycvs.Outcome outcome = Kycvs.command(all.toArray()).run();
    assertEquals(exitCode, outcome.exitCode(), outcome.all());
    assertTrue(outcome.all().contains(why), outcome.all());
  }

  private static String remaining(Answer answer) {
    Matcher standing = standing(answer);
    assertTrue(standing.matches(), answer.header("RateLimit"));
    return standing.group(1);
  }

  private static Matcher standing(Answer answer) {
    return STANDING.matcher(answer.header("RateLimit"));
  }

  private JsonNode done(Object... words) {
    List<Object> all = new ArrayList<>();
    for (Object word : words) {
      all.addAll(word instanceof List<?> several ? several : List.of(word));
    }
    all.addAll(List.of("--json", "--data", server.data().path()));
    Kycvs.Outcome outcome = Kycvs.command(all.toArray()).run();
    assertEquals(0, outcome.exitCode(), outcome.all());
    JsonNode json = Json.read(outcome.out());
    assertTrue(json.path("done").asBoolean(), outcome.all());
    return json;
  }
}
