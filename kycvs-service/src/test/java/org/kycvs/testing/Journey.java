package org.kycvs.testing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.notification.boundary.DevelopmentInboxes;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.Confirmations;
import org.kycvs.verification.boundary.Sending;
import org.kycvs.verification.boundary.VerificationHistory;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.boundary.Verifications;
import org.kycvs.verification.entity.Question;

/** The steps of the main journey, each a call with an organisation's API key. */
@Dependent
public class Journey {
  private static final int CODES = 1_000_000;

  @Inject private KeyedCalls calls;
  @Inject private Verifications verifications;
  @Inject private Confirmations confirmations;
  @Inject private VerificationHistory history;
  @Inject private DevelopmentInboxes inboxes;

  /** A plain question about a person; a test changes what it is about. */
  public static Question question(MobileNumber mobile, String name) {
    return new Question(
        mobile,
        name,
        OptionalInt.empty(),
        AskingOrganisation.CHECK_IN,
        Optional.empty(),
        Optional.empty(),
        "en",
        Optional.empty());
  }

  /** Asks with the live key. */
  public VerificationView ask(AskingOrganisation organisation, RegisteredPerson person) {
    return ask(organisation, Mode.LIVE, question(person.mobile(), person.name()));
  }

  /** Asks with the live key about somebody whom nobody asked about before; not registered. */
  public VerificationView askAboutAnybody(AskingOrganisation organisation) {
    return ask(organisation, Mode.LIVE, question(RegisteredPerson.freshMobile(), "Asha Kulkarni"));
  }

  /** Asks. */
  public VerificationView ask(AskingOrganisation organisation, Mode mode, Question question) {
    return accepted(
        calls.as(
            Calls.with(organisation.key(mode)), caller -> verifications.ask(caller, question)));
  }

  /** Asks with the live key, be it refused or not. */
  public Sending tryToAsk(AskingOrganisation organisation, MobileNumber mobile) {
    return calls.as(
        Calls.with(organisation.live()),
        caller -> verifications.ask(caller, question(mobile, "Asha Kulkarni")));
  }

  /** Asks with the live key, and says only what it is called. */
  public VerificationId asked(AskingOrganisation organisation, RegisteredPerson person) {
    return ask(organisation, person).verification().id();
  }

  /** Has the code sent again. */
  public VerificationView sendAgain(AskingOrganisation organisation, VerificationId id) {
    return accepted(tryToSendAgain(organisation, id));
  }

  /** Has the code sent again, be it refused or not. */
  public Sending tryToSendAgain(AskingOrganisation organisation, VerificationId id) {
    return calls.as(
        Calls.with(organisation.live()), caller -> verifications.sendCodeAgain(caller, id));
  }

  /** Takes the question back. */
  public void cancel(AskingOrganisation organisation, VerificationId id) {
    boolean unused =
        calls.as(
            Calls.with(organisation.live()),
            caller -> {
              verifications.cancel(caller, id);
              return true;
            });
  }

  /** Brings a code with the live key. */
  public Confirmation confirm(AskingOrganisation organisation, VerificationId id, String code) {
    return confirm(organisation, Mode.LIVE, id, code, OptionalInt.empty());
  }

  /** Brings a code and a year of birth with the live key. */
  public Confirmation confirm(
      AskingOrganisation organisation, VerificationId id, String code, int yearOfBirth) {
    return confirm(organisation, Mode.LIVE, id, code, OptionalInt.of(yearOfBirth));
  }

  /** Brings a code. */
  public Confirmation confirm(
      AskingOrganisation organisation,
      Mode mode,
      VerificationId id,
      String code,
      OptionalInt yearOfBirth) {
    PresentedCode presented = PresentedCode.of(OneTimePassword.parse(code).orElseThrow());
    return calls.as(
        Calls.with(organisation.key(mode)),
        caller -> confirmations.confirm(caller, id, presented, yearOfBirth));
  }

  /** How the verification stands. */
  public VerificationView look(AskingOrganisation organisation, VerificationId id) {
    return look(organisation, Mode.LIVE, id);
  }

  /** How the verification stands. */
  public VerificationView look(AskingOrganisation organisation, Mode mode, VerificationId id) {
    return calls.as(Calls.with(organisation.key(mode)), caller -> history.get(caller, id));
  }

  /** The code that the person was sent first, as soon as it arrived. */
  public String codeOf(VerificationId id) {
    return messages(id, 1).get(0).code();
  }

  /** The messages of a verification, oldest first, once so many arrived. */
  public List<ReceivedSms> messages(VerificationId id, int count) {
    return Eventually.get(
        () -> Optional.of(messages(id)).filter(messages -> messages.size() >= count));
  }

  /** The messages of a verification that arrived so far, oldest first, of the fifty newest. */
  public List<ReceivedSms> messages(VerificationId id) {
    List<ReceivedSms> newestFirst =
        inboxes.newest(Optional.empty()).stream()
            .filter(message -> message.verification().equals(id.value()))
            .toList();
    return java.util.stream.IntStream.range(0, newestFirst.size())
        .mapToObj(i -> newestFirst.get(newestFirst.size() - 1 - i))
        .toList();
  }

  private static VerificationView accepted(Sending sending) {
    if (sending instanceof Sending.Accepted accepted) {
      return accepted.view();
    }
    throw new AssertionError(sending.toString());
  }

  /** Another code. */
  public static String otherThan(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % CODES);
  }
}
