package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.boundary.Answered;
import org.kycvs.apikey.boundary.IdempotentCalls;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.CountedCodes;
import org.kycvs.testing.EveryColumn;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;

/** The steps of the journey with idempotency keys: what is counted, and what is kept of them. */
class SentAgainIT extends InContainer {
  @Inject private Journey journey;
  @Inject private IdempotentCalls calls;
  @Inject private Verifications verifications;
  @Inject private Confirmations confirmations;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void confirm_sameWrongCodeSentAgain_isCountedOnce() {
    VerificationId id = journey.asked(organisation, asha);
    String wrong = Journey.otherThan(journey.codeOf(id));
    String key = RandomText.id();

    assertEquals("triesLeft 2", text(confirm(key, id, wrong)));
    Answered again = confirm(key, id, wrong);
    assertTrue(again.replayed());
    assertEquals("triesLeft 2", text(again));
    assertEquals(1, CountedCodes.wrongCodes(asha.mobile()));
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT count(*) FROM audit_entry WHERE act = 'code-refused' AND subject = ?",
            id.value()));

    assertEquals("triesLeft 1", text(confirm(RandomText.id(), id, wrong)), "Another try");
    assertEquals(2, CountedCodes.wrongCodes(asha.mobile()));
  }

  @Test
  void ask_sentAgain_asksOnce() {
    String key = RandomText.id();
    Answered first = ask(key);
    Answered again = ask(key);
    assertFalse(first.replayed());
    assertTrue(again.replayed());
    assertArrayEquals(first.answer().body(), again.answer().body());
    assertEquals(1, CountedCodes.sends(asha.mobile()));
    assertEquals("1", asked());
  }

  @Test
  void ask_overBudget_isWrittenDownEachTimeAndNeverKept() {
    organisation.maySend(1);
    journey.asked(organisation, asha);
    String key = RandomText.id();
    for (int i = 1; i <= 2; i++) {
      Answered refused = ask(key);
      assertEquals(429, refused.answer().status());
      assertFalse(refused.replayed());
      assertEquals(
          Integer.toString(i),
          OwnerDatabase.line(
              "SELECT count(*) FROM audit_entry WHERE act = 'send-refused' AND subject = ?",
              organisation.id().value()));
    }
    organisation.maySend(2);
    assertEquals(201, ask(key).answer().status());
    assertTrue(ask(key).replayed());
  }

  @Test
  void answers_atRest_showNeitherPersonNorCodeNorStatement() {
    EveryColumn written = EveryColumn.fromNowOn();
    ask(RandomText.id());
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    String key = "key-of-" + RandomText.id();
    String statement = text(confirm(key, id, code));
    assertTrue(statement.startsWith("ey"), statement);
    assertTrue(confirm(key, id, code).replayed());

    for (String secret : List.of(asha.name(), asha.mobile().e164(), code, key)) {
      assertEquals(List.of(), written.holding(secret), secret);
    }
    assertEquals(List.of("verification.statement"), written.holding(statement));
    assertEquals(List.of(), columnsOf("kept_answer", written.holding("Location")));
  }

  private static List<String> columnsOf(String table, List<String> columns) {
    return columns.stream().filter(column -> column.startsWith(table + ".")).toList();
  }

  private Answered ask(String key) {
    return call(
        key,
        "/api/v1/verifications",
        asha.name() + asha.mobile().e164(),
        caller -> {
          Sending sending = verifications.ask(caller, Journey.question(asha.mobile(), asha.name()));
          return sending instanceof Sending.Accepted accepted
              ? answer(
                  201, asha.name() + asha.mobile().e164() + accepted.view().verification().id())
              : answer(429, "later");
        });
  }

  private Answered confirm(String key, VerificationId id, String code) {
    return call(
        key,
        "/api/v1/verifications/" + id.value() + "/confirmation",
        code,
        caller -> {
          Confirmation confirmation =
              confirmations.confirm(
                  caller,
                  id,
                  PresentedCode.of(OneTimePassword.parse(code).orElseThrow()),
                  OptionalInt.empty());
          if (confirmation instanceof Confirmation.CodeWrong wrong) {
            return answer(422, "triesLeft " + wrong.triesLeft());
          }
          return answer(
              200,
              assertInstanceOf(Confirmation.Completed.class, confirmation)
                  .view()
                  .verification()
                  .answer()
                  .orElseThrow()
                  .statement());
        });
  }

  private Answered call(String key, String path, String body, Function<KeyActor, CallAnswer> call) {
    return calls.answer(
        Calls.with(organisation.live()),
        Optional.of(
            new OnceCall(
                new IdempotencyKey(key), "POST", path, body.getBytes(StandardCharsets.UTF_8))),
        call);
  }

  private static CallAnswer answer(int status, String body) {
    return new CallAnswer(
        status,
        Map.of("Location", "https://kycvs.example/"),
        "text/plain",
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Answered answered) {
    return new String(answered.answer().body(), StandardCharsets.UTF_8);
  }

  private String asked() {
    return OwnerDatabase.line(
        "SELECT count(*) FROM verification WHERE organisation_id = ?", organisation.id().value());
  }
}
