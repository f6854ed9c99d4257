package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.CountedCodes;
import org.kycvs.testing.Guesser;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.Locked;
import org.kycvs.verification.boundary.Confirmation.OverBudget;

/** Many calls about one mobile at the same moment: not one more than allowed. */
class BudgetRaceIT extends InContainer {
  private static final int THREADS = 32;

  @Inject private Journey journey;
  @Inject private Guesser guesser;

  private AskingOrganisation organisation;
  private MobileNumber mobile;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    mobile = RegisteredPerson.freshMobile();
    TestClock.INSTANCE.stop();
  }

  @Test
  void ask_twoHundredAtOnce_sendsThree() {
    List<Sending> results = AtOnce.call(200, THREADS, () -> journey.tryToAsk(organisation, mobile));

    assertEquals(3, results.stream().filter(Sending.Accepted.class::isInstance).count());
    assertEquals(197, results.stream().filter(Sending.OverBudget.class::isInstance).count());
    assertEquals(3, CountedCodes.sends(mobile));
    assertEquals(
        "3 197",
        OwnerDatabase.line(
            """
            SELECT (SELECT count(*) FROM verification WHERE organisation_id = o.id) || ' '
              || (SELECT count(*) FROM audit_entry WHERE act = 'send-refused' AND subject = o.id)
            FROM organisation o WHERE o.id = ?
            """,
            organisation.id().value()));
  }

  @Test
  void ask_twoHundredOfManyOrganisationsAtOnce_sendsSix() {
    List<AskingOrganisation> many = Stream.generate(AskingOrganisation::make).limit(8).toList();
    AtomicInteger turn = new AtomicInteger();
    List<Sending> results =
        AtOnce.call(
            200,
            THREADS,
            () -> journey.tryToAsk(many.get(turn.getAndIncrement() % many.size()), mobile));

    assertEquals(6, results.stream().filter(Sending.Accepted.class::isInstance).count());
    assertEquals(6, CountedCodes.sends(mobile));
  }

  @Test
  void confirm_aHundredWrongCodesForSixVerificationsAtOnce_comparesTen() {
    List<VerificationId> asked = askedSixTimes();
    assertTenAreCompared(asked);
  }

  @Test
  void confirm_aHundredWrongCodesWhereNothingIsCountedYet_comparesTen() {
    List<VerificationId> asked = askedSixTimes();
    CountedCodes.forget(mobile);
    assertTenAreCompared(asked);
  }

  private void assertTenAreCompared(List<VerificationId> asked) {
    AtomicInteger turn = new AtomicInteger();
    List<Confirmation> results =
        AtOnce.call(
            100,
            THREADS,
            () -> guesser.guess(organisation, asked.get(turn.getAndIncrement() % asked.size())));

    assertEquals(10, results.stream().filter(CodeWrong.class::isInstance).count());
    assertTrue(
        results.stream()
            .allMatch(
                result ->
                    result instanceof CodeWrong
                        || result instanceof OverBudget
                        || result instanceof Locked),
        results::toString);
    assertEquals(10, CountedCodes.wrongCodes(mobile));
  }

  /** Eighteen tries are left then, more than the budget has. */
  private List<VerificationId> askedSixTimes() {
    organisation.maySend(6);
    return Stream.generate(() -> journey.tryToAsk(organisation, mobile))
        .limit(6)
        .map(sending -> ((Sending.Accepted) sending).view().verification().id())
        .toList();
  }
}
