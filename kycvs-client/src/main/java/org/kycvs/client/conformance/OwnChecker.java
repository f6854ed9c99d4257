package org.kycvs.client.conformance;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.client.statement.CheckResult;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.IssuerFacts;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.KnownStatusLists;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.Refused;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.client.statement.StatusList;

/** This library's own checker. */
public final class OwnChecker implements CheckerUnderTest {

  @Override
  public Verdict check(TestVector vector, Published published) throws IOException {
    CheckResult result =
        checker(published).check(vector.statement(), expected(vector), vector.at());
    return result instanceof Refused refused
        ? Verdict.refused(refused.reasons().stream().map(Reason::wire).toList())
        : Verdict.VALID;
  }

  private static StatementChecker checker(Published published) throws IOException {
    try {
      KnownKeys keys = KnownKeys.parse(published.jwks());
      IssuerFacts facts = IssuerFacts.parse(published.metadata());
      List<StatusList> lists = new ArrayList<>();
      for (String token : published.statusLists()) {
        lists.add(StatusList.parse(token, keys));
      }
      return StatementChecker.trusting(keys, facts, new KnownStatusLists(facts, lists));
    } catch (ParseException e) {
      throw new IOException("what the issuer publishes cannot be read: " + e.getMessage(), e);
    }
  }

  private static Expected expected(TestVector vector) {
    Expected.WithAudience forWhom =
        vector.audience().map(Expected::audience).orElseGet(Expected::anyAudience);
    Expected.WithNonce answering = vector.nonce().map(forWhom::nonce).orElseGet(forWhom::anyNonce);
    return vector.allowTest() ? answering.liveOrTest() : answering.live();
  }
}
