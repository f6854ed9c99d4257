package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.registry.OperatedRegistry.OPERATOR;
import static org.kycvs.registry.OperatedRegistry.assertRefused;
import static org.kycvs.registry.OperatedRegistry.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.OperatedRegistry;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.RecordVersion;
import org.kycvs.testing.AtOnce;

/** Revokes, reinstates and corrects doses in real PostgreSQL, under the application's role. */
class DoseActsIT {
  private static final long ASHA = 10001100059554L;
  private static final String MOBILE = "+917999999999";
  private static final String NAME = "Asha Rao";
  private static final String FIRST =
      ASHA + ",Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";
  private static final String SECOND =
      ASHA + ",Asha Rao,1980,Female,+917999999999,COVISHIELD,2,2021-09-01,B2,100001";
  private static final Optional<String> COVAXIN = Optional.of("COVAXIN");
  private static final Optional<LocalDate> TOO_SOON = Optional.of(LocalDate.of(2021, 5, 2));
  private static final Dose FIRST_DOSE = Dose.given(1, "COVISHIELD", LocalDate.of(2021, 5, 1));
  private static final Dose SECOND_DOSE = Dose.given(2, "COVISHIELD", LocalDate.of(2021, 9, 1));

  private final OperatedRegistry registry = new OperatedRegistry();

  @BeforeEach
  void importCourse() {
    registry.fixture.importRows(FIRST, SECOND);
    assertEquals("2", answer());
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void revoke_doseOfACourse_countsNoMoreFromTheCommitOn() {
    registry.transactions.run(
        transaction -> {
          done(new DoseActs(transaction).revoke(OPERATOR, ASHA, 2, "Never given"));
          assertEquals("2", answer());
          return "";
        });
    assertEquals("1", answer());
  }

  @Test
  void reinstate_revokedDose_countsAgain() {
    done(revoke(2));
    done(registry.corrections.reinstateDose(OPERATOR, ASHA, 2, "Given after all"));
    assertEquals("2", answer());
    assertEquals(List.of(FIRST_DOSE, SECOND_DOSE), versions().get(0).doses());
  }

  @Test
  void correct_dayTooSoonAfterTheFirst_countsNoMore() {
    done(correct(2, Optional.empty(), TOO_SOON));
    assertEquals("1", answer());
    assertEquals(
        List.of(FIRST_DOSE, SECOND_DOSE.corrected(Optional.empty(), TOO_SOON)),
        versions().get(0).doses());
  }

  @Test
  void correct_productOfAnotherGroup_completesNoCourse() {
    done(correct(2, COVAXIN, Optional.empty()));
    assertEquals("1", answer());
  }

  @Test
  void correct_backToWhatTheSourceSays_isNoCorrectionAnyMore() {
    List<String> source = registry.fixture.lines("SELECT doses FROM person");
    done(correct(2, COVAXIN, TOO_SOON));
    assertNotEquals(source, registry.fixture.lines("SELECT doses FROM person"));
    done(correct(2, Optional.of("COVISHIELD"), Optional.of(SECOND_DOSE.givenOn())));
    assertEquals(source, registry.fixture.lines("SELECT doses FROM person"));
  }

  @Test
  void acts_eachKeepTheVersionBefore_withWhoAndWhy() {
    String revocation = done(revoke(2));
    String correction = done(correct(1, COVAXIN, Optional.empty()));
    List<RecordVersion> versions = versions();
    assertEquals(
        List.of("correction", "revocation", "import"),
        versions.stream().map(RecordVersion::kind).toList());
    assertEquals(
        List.of(correction, revocation),
        List.of(versions.get(0).change(), versions.get(1).change()));
    assertEquals("operator:opr_1", versions.get(0).madeBy());
    assertEquals(Optional.of("Seen on paper"), versions.get(0).reason());
    assertEquals(Optional.of("Never given"), versions.get(1).reason());
    assertEquals(Optional.empty(), versions.get(2).reason());

    assertEquals("COVAXIN", versions.get(0).doses().get(0).product());
    assertTrue(versions.get(0).doses().get(1).isRevoked());
    assertEquals(FIRST_DOSE, versions.get(1).doses().get(0));
    assertEquals(versions.get(0).doses().get(1), versions.get(1).doses().get(1));
    assertEquals(List.of(FIRST_DOSE, SECOND_DOSE), versions.get(2).doses());
  }

  @Test
  void importOfTheSame_afterwards_changesNothing() {
    done(correct(1, COVAXIN, TOO_SOON));
    done(revoke(2));
    List<String> before = registry.fixture.content();
    registry.fixture.importRows(FIRST, SECOND);
    assertEquals(before, registry.fixture.content());
  }

  @Test
  void importOfAnother_afterwards_replacesTheCorrectionButNotTheRevocation() {
    done(correct(1, COVAXIN, Optional.empty()));
    done(revoke(2));
    registry.fixture.importRows(
        FIRST.replace("2021-05-01", "2021-05-11"), SECOND.replace("2021-09-01", "2021-09-11"));
    List<Dose> doses = versions().get(0).doses();
    assertEquals(Dose.given(1, "COVISHIELD", LocalDate.of(2021, 5, 11)), doses.get(0));
    assertEquals(LocalDate.of(2021, 9, 11), doses.get(1).givenOn());
    assertTrue(doses.get(1).isRevoked());
    assertEquals("1", answer());
  }

  @Test
  void revoke_twoOperatorsAtOnce_oneDoesOneIsRefused() {
    List<ChangeOutcome> outcomes = AtOnce.call(2, () -> revoke(2));
    assertEquals(1, outcomes.stream().filter(Done.class::isInstance).count());
    assertTrue(outcomes.contains(new Refused(ChangeRefusal.ALREADY_REVOKED)), outcomes::toString);
    assertEquals(2, versions().size());
  }

  @Test
  void acts_twoOperatorsOnTwoDosesAtOnce_loseNothing() {
    AtOnce.call(2, new TakingTurns<>(() -> revoke(1), () -> revoke(2)))
        .forEach(OperatedRegistry::done);
    assertEquals("0", answer());
    assertEquals(3, versions().size());
  }

  @Test
  void acts_reasonBlankOrTooLong_areRefused() {
    for (String reason : List.of("", " ", "x".repeat(501))) {
      assertRefused(
          ChangeRefusal.REASON_MISSING, registry.corrections.revokeDose(OPERATOR, ASHA, 2, reason));
    }
    done(registry.corrections.revokeDose(OPERATOR, ASHA, 2, "x".repeat(500)));
  }

  @Test
  void acts_refused_leaveNothingOnRecord() {
    List<String> before = everything();
    assertRefused(
        ChangeRefusal.RECORD_UNKNOWN,
        registry.corrections.revokeDose(OPERATOR, 10001100059555L, 1, "Why not"));
    assertRefused(ChangeRefusal.DOSE_UNKNOWN, revoke(3));
    assertRefused(
        ChangeRefusal.NOT_REVOKED,
        registry.corrections.reinstateDose(OPERATOR, ASHA, 2, "Why not"));
    assertRefused(ChangeRefusal.NOTHING_CORRECTED, correct(1, Optional.empty(), Optional.empty()));
    assertRefused(
        ChangeRefusal.NOTHING_CORRECTED,
        correct(1, Optional.of("COVISHIELD"), Optional.of(FIRST_DOSE.givenOn())));
    assertRefused(
        ChangeRefusal.PRODUCT_UNKNOWN, correct(1, Optional.of("WATER"), Optional.empty()));
    assertEquals(before, everything());
  }

  @Test
  void correct_day_isWithinTheProgramme() {
    LocalDate start = LocalDate.of(2020, 12, 1);
    LocalDate today = LocalDate.of(2026, 11, 21);
    for (LocalDate day : List.of(start.minusDays(1), today.plusDays(1))) {
      assertRefused(
          ChangeRefusal.DAY_OUT_OF_PROGRAMME, correct(1, Optional.empty(), Optional.of(day)));
    }
    for (LocalDate day : List.of(start, today)) {
      done(correct(1, Optional.empty(), Optional.of(day)));
    }
  }

  @Test
  void revoke_twice_isRefusedAndKeepsTheFirstMoment() {
    done(revoke(2));
    List<String> before = everything();
    assertRefused(ChangeRefusal.ALREADY_REVOKED, revoke(2));
    assertEquals(before, everything());
    assertFalse(versions().get(0).doses().get(0).isRevoked());
  }

  private List<String> everything() {
    List<String> everything = registry.fixture.content();
    everything.addAll(registry.onRecord());
    return everything;
  }

  private ChangeOutcome revoke(int number) {
    return registry.corrections.revokeDose(OPERATOR, ASHA, number, "Never given");
  }

  private ChangeOutcome correct(int number, Optional<String> product, Optional<LocalDate> day) {
    return registry.corrections.correctDose(OPERATOR, ASHA, number, product, day, "Seen on paper");
  }

  private List<RecordVersion> versions() {
    return registry.record(ASHA).versions();
  }

  private String answer() {
    return registry.answer(MOBILE, NAME);
  }
}
