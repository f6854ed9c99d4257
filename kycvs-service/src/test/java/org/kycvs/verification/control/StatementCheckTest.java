package org.kycvs.verification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.client.conformance.ConformanceKit;
import org.kycvs.client.conformance.Published;
import org.kycvs.client.conformance.TestVector;
import org.kycvs.client.conformance.Verdict;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.IssuerFacts;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.KnownStatusLists;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.Recalls;
import org.kycvs.client.statement.StatementContent;
import org.kycvs.client.statement.StatusList;
import org.kycvs.verification.boundary.StatementVerdict;

/** The server's check on the statements of the conformance kit. */
class StatementCheckTest {
  private static final ConformanceKit KIT = ConformanceKit.standard();

  @Test
  void of_everyVectorOfTheKit_isMet() {
    assertEquals(
        List.of(),
        KIT.run((vector, published) -> told(verdict(vector, published)), true).stream()
            .filter(finding -> !finding.met())
            .map(finding -> finding.vector().id() + ": " + finding.said())
            .toList());
    assertTrue(KIT.vectors().size() > 60);
  }

  @Test
  void of_everyVector_tellsClaimsModeAndRecallOfAuthenticOnesOnly() throws IOException {
    int refusedWithClaims = 0;
    for (TestVector vector : KIT.vectors()) {
      StatementVerdict verdict = verdict(vector, KIT.published());
      if (!verdict.authentic()) {
        assertTrue(verdict.content().isEmpty(), vector.id());
        assertEquals(Recall.UNKNOWN, verdict.recall(), vector.id());
        assertTrue(!verdict.reasons().isEmpty(), vector.id());
      }
      assertEquals(
          verdict.reasons().contains(Reason.RECALLED), verdict.recall() == Recall.RECALLED);
      if (verdict.content().isPresent() && !verdict.current()) {
        refusedWithClaims++;
      }
    }
    assertTrue(refusedWithClaims > 5, refusedWithClaims + " are authentic and refused");
  }

  @Test
  void of_textThatIsNotAuthentic_looksNothingUp() throws IOException, ParseException {
    List<StatementContent> looked = new ArrayList<>();
    Recalls recalls =
        (content, now) -> {
          looked.add(content);
          return Recall.CLEAR;
        };
    for (TestVector vector : KIT.vectors()) {
      looked.clear();
      boolean authentic =
          check(vector, recalls).of(vector.statement(), expected(vector)).authentic();
      assertTrue(authentic || looked.isEmpty(), vector.id());
    }
  }

  private static StatementVerdict verdict(TestVector vector, Published published)
      throws IOException {
    try {
      KnownKeys keys = KnownKeys.parse(published.jwks());
      IssuerFacts facts = IssuerFacts.parse(published.metadata());
      List<StatusList> lists = new ArrayList<>();
      for (String token : published.statusLists()) {
        lists.add(StatusList.parse(token, keys));
      }
      return check(vector, new KnownStatusLists(facts, lists))
          .of(vector.statement(), expected(vector));
    } catch (ParseException e) {
      throw new IOException(e);
    }
  }

  private static StatementCheck check(TestVector vector, Recalls recalls) throws ParseException {
    return StatementCheck.trusting(
        KIT.published().jwks(),
        KIT.published().metadata(),
        recalls,
        Clock.fixed(vector.at(), ZoneOffset.UTC));
  }

  private static Expected expected(TestVector vector) {
    Expected.WithAudience reader =
        vector.audience().map(Expected::audience).orElseGet(Expected::anyAudience);
    Expected.WithNonce question = vector.nonce().map(reader::nonce).orElseGet(reader::anyNonce);
    return vector.allowTest() ? question.liveOrTest() : question.live();
  }

  private static Verdict told(StatementVerdict verdict) {
    return verdict.current()
        ? Verdict.VALID
        : Verdict.refused(verdict.reasons().stream().map(Reason::wire).toList());
  }
}
