package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.notification.boundary.SmsText;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsWordings;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.EveryColumn;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.control.CompletionMessages;
import org.kycvs.verification.entity.Question;

/** People are told in their language, and once more when an answer was given. */
class ToldAfterwardsIT extends InContainer {
  private static final Pattern LINK = Pattern.compile("/[rn]/([0-9A-Za-z]{22})\\b");
  private static final String KNOWS_MOBILE =
      "SELECT sealed_mobile IS NOT NULL FROM verification WHERE id = ?";

  @Inject private Journey journey;
  @Inject private KeyedCalls calls;
  @Inject private VerificationHistory history;
  @Inject private VerificationExpiry expiry;
  @Inject private CompletionMessages messages;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void confirm_completed_tellsThePersonWithLinks() {
    EveryColumn written = EveryColumn.fromNowOn();
    VerificationId id = completed(journey.asked(organisation, asha));
    ReceivedSms told = journey.messages(id, 2).get(1);
    String token = token(told.text());
    assertEquals(asha.mobile().e164(), told.mobile());
    assertEquals("", told.code());
    assertEquals(
        "Sunrise Hotels was told ONLY whether you are vaccinated, for: hotel check-in. Receipt:"
            + " http://localhost:8080/r/"
            + token
            + " Not you? http://localhost:8080/n/"
            + token
            + " -KYC-VS",
        told.text());
    assertEquals(List.of(), written.holding(token));
    assertEquals(
        "10 days",
        OwnerDatabase.line(
            "SELECT l.expires_at - v.completed_at FROM person_link l JOIN verification v"
                + " ON v.id = l.verification_id WHERE v.id = ?",
            id.value()));
  }

  @Test
  void confirm_completed_isCountedInNoQuota() {
    organisation.hasDailyQuota(1);
    VerificationId id = completed(journey.asked(organisation, asha));
    assertEquals(2, journey.messages(id, 2).size());
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT sent FROM sms_quota WHERE organisation_id = ?", organisation.id().value()));
  }

  @Test
  void send_told_forgetsTheMobile() {
    VerificationId id = completed(journey.asked(organisation, asha));
    assertEquals(2, journey.messages(id, 2).size());
    Eventually.isTrue(() -> OwnerDatabase.line(KNOWS_MOBILE, id.value()).equals("f"));
  }

  @Test
  void expiry_aDayAfterTheAnswer_forgetsTheMobileOfWhoCouldNotBeTold() {
    VerificationId id = completed(journey.asked(organisation, asha));
    assertEquals(2, journey.messages(id, 2).size());
    Eventually.isTrue(() -> OwnerDatabase.line(KNOWS_MOBILE, id.value()).equals("f"));
    TestClock.INSTANCE.stop();
    Instant now = TestClock.INSTANCE.instant();
    assertEquals(
        1,
        OwnerDatabase.execute(
            "UPDATE verification SET sealed_mobile = '\\x01', completed_at = ? WHERE id = ?",
            Timestamp.from(now),
            id.value()));
    TestClock.INSTANCE.advance(Duration.ofHours(24).minusNanos(1_000));
    expiry.forgetUntold();
    assertEquals("t", OwnerDatabase.line(KNOWS_MOBILE, id.value()));
    TestClock.INSTANCE.advance(Duration.ofNanos(1_000));
    expiry.forgetUntold();
    assertEquals("f", OwnerDatabase.line(KNOWS_MOBILE, id.value()));
    assertInstanceOf(SmsText.NotWaitedFor.class, messages.textFor(id.value()));
  }

  @Test
  void confirm_inTestMode_tellsNobodyAndForgetsTheMobileAtOnce() {
    VerificationId id =
        journey
            .ask(
                organisation,
                Mode.TEST,
                Journey.question(TestPeople.mobile("+915555500002").orElseThrow(), "Asha Test"))
            .verification()
            .id();
    assertInstanceOf(
        Completed.class,
        journey.confirm(organisation, Mode.TEST, id, "246810", OptionalInt.empty()));
    assertEquals("f", OwnerDatabase.line(KNOWS_MOBILE, id.value()));
    assertEquals(
        "0", OwnerDatabase.line("SELECT count(*) FROM sms_outbox WHERE reference = ?", id.value()));
  }

  @Test
  void ask_inHindi_messagesAndReceiptSayTheSameInHindi() throws Exception {
    addText("hi", "होटल में चेक-इन");
    VerificationId id = completed(ask("hi"));
    List<ReceivedSms> sent = journey.messages(id, 2);
    String began = sent.get(0).code() + " आपका कोड है।";
    assertTrue(sent.get(0).text().startsWith(began), sent.get(0).text());
    assertTrue(sent.get(0).text().contains("उद्देश्य: होटल में चेक-इन।"), sent.get(0).text());
    assertTrue(sent.get(1).text().contains("उद्देश्य: होटल में चेक-इन।"), sent.get(1).text());
    Map<String, Object> receipt = receipt(id);
    assertEquals(
        Map.of(
            "id",
            "verification-code",
            "version",
            "1",
            "language",
            "hi",
            "sha256",
            SmsWordings.builtIn().newest(SmsTemplate.VERIFICATION_CODE, "hi").sha256()),
        receipt.get("notice"));
    assertEquals(
        Map.of("code", AskingOrganisation.CHECK_IN, "text", "होटल में चेक-इन"),
        receipt.get("purpose"));
  }

  @Test
  void ask_inALanguageWithoutTexts_isToldInEnglish() throws Exception {
    VerificationId id = completed(ask("te"));
    assertTrue(journey.messages(id, 2).get(1).text().contains("was told ONLY"));
    assertTrue(String.valueOf(receipt(id).get("notice")).contains("language=en"));
  }

  /** Between message and receipt a translation was added: the receipt says what was read. */
  @Test
  void confirm_purposeTranslatedMeanwhile_receiptSaysWhatThePersonRead() throws Exception {
    VerificationId id = ask("bn");
    assertTrue(journey.messages(id, 1).get(0).text().contains("উদ্দেশ্য: hotel check-in।"));
    addText("bn", "হোটেলে চেক-ইন");
    Object purpose = receipt(completed(id)).get("purpose");
    assertEquals(Map.of("code", AskingOrganisation.CHECK_IN, "text", "hotel check-in"), purpose);
  }

  private VerificationId completed(VerificationId id) {
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));
    return id;
  }

  private VerificationId ask(String language) {
    Question plain = Journey.question(asha.mobile(), asha.name());
    return journey
        .ask(
            organisation,
            Mode.LIVE,
            new Question(
                plain.mobile(),
                plain.name(),
                plain.yearOfBirth(),
                plain.purpose(),
                plain.reference(),
                plain.nonce(),
                language,
                Optional.empty()))
        .verification()
        .id();
  }

  private Map<String, Object> receipt(VerificationId id) throws ParseException {
    String jws = calls.as(Calls.with(organisation.live()), caller -> history.receipt(caller, id));
    return JWSObject.parse(jws).getPayload().toJSONObject();
  }

  private static void addText(String language, String text) {
    OwnerDatabase.execute(
        "INSERT INTO purpose_text (purpose_code, language, text, added_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        AskingOrganisation.CHECK_IN,
        language,
        text,
        Timestamp.from(TestClock.INSTANCE.instant()));
  }

  private static String token(String text) {
    Matcher link = LINK.matcher(text);
    assertTrue(link.find(), text);
    String token = link.group(1);
    assertTrue(link.find(), text);
    assertEquals(token, link.group(1));
    return token;
  }
}
