package org.kycvs.launcher.check;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kycvs.client.statement.CheckResult;
import org.kycvs.client.statement.Checked;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.Refusal;
import org.kycvs.client.statement.Refused;
import org.kycvs.client.statement.StatementContent;

/** Says what a check found, to people or to programs. */
final class CheckReport {
  private final PrintWriter out;

  CheckReport(PrintWriter out) {
    this.out = out;
  }

  void forPeople(CheckResult result) {
    if (result instanceof Checked checked) {
      accepted(checked);
    } else if (result instanceof Refused refused) {
      refused(refused);
    }
    out.flush();
  }

  private void accepted(Checked checked) {
    StatementContent content = checked.content();
    out.println("signature valid");
    line("status", content.status() + " (" + content.meaning() + ")");
    line("as of", content.asOf() + ", by rule " + content.claim("rule"));
    line("asked by", content.audience());
    line("purpose", content.purpose());
    line("issued by", content.issuer());
    line("issued", content.issuedAt().toString());
    line("expires", content.expiresAt().toString());
    line("mode", content.test() ? "test: about an invented person" : "live");
    line("recalled", checked.recall() == Recall.CLEAR ? "no" : "not known");
    if (!checked.audienceChecked()) {
      out.println("The audience was not checked: say --audience to make sure it was made for you.");
    }
  }

  private void refused(Refused refused) {
    out.println(refused.authentic() ? "refused (the signature is valid)" : "refused");
    for (Refusal refusal : refused.refusals()) {
      line(refusal.reason().wire(), refusal.because());
    }
    if (refused.reasons().contains(Reason.EXPIRED)) {
      out.println("To read it as it was then, say --at with a time before it expired.");
    }
  }

  private void line(String label, String value) {
    out.printf("  %-18s %s%n", label, value.replaceAll("\\p{Cntrl}", "?"));
  }

  void forPrograms(CheckResult result) {
    Map<String, @Nullable Object> report = new LinkedHashMap<>();
    if (result instanceof Checked checked) {
      report.put("authentic", true);
      report.put("current", true);
      report.put("recall", word(checked.recall()));
      report.put("mode", checked.content().mode());
      report.put("claims", checked.content().claims());
      report.put("reasons", List.of());
    } else if (result instanceof Refused refused) {
      report.put("authentic", refused.authentic());
      report.put("current", false);
      boolean recalled = refused.reasons().contains(Reason.RECALLED);
      report.put("recall", word(recalled ? Recall.RECALLED : Recall.UNKNOWN));
      report.put("mode", null);
      report.put("claims", null);
      report.put("reasons", refused.reasons().stream().map(Reason::wire).toList());
    }
    out.println(JSONObjectUtils.toJSONString(report));
    out.flush();
  }

  private static String word(Recall recall) {
    return recall.name().toLowerCase(Locale.ROOT);
  }
}
