package org.kycvs.launcher.conformance;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.client.conformance.ConformanceKit.Finding;
import org.kycvs.client.conformance.TestVector;

/**
 * What came of trying a checker.
 *
 * @param findings one for each vector
 */
record ConformanceReport(List<Finding> findings) {

  boolean isMet() {
    return findings.stream().allMatch(Finding::met);
  }

  private long met() {
    return findings.stream().filter(Finding::met).count();
  }

  void forPeople(PrintWriter out) {
    findings.stream().filter(finding -> !finding.met()).forEach(finding -> missed(out, finding));
    out.println(met() + " of " + findings.size() + " vectors met");
    if (!isMet()) {
      out.println("To see what the checker was given: kycvs conformance --show VECTOR");
    }
    out.flush();
  }

  private static void missed(PrintWriter out, Finding finding) {
    TestVector vector = finding.vector();
    out.println(vector.id() + ": " + vector.about());
    out.println("  it has to be  " + vector.verdict());
    out.println("  the checker   " + finding.said().replaceAll("\\p{Cntrl}", "?"));
  }

  void forPrograms(PrintWriter out) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("vectors", findings.size());
    report.put("met", met());
    report.put(
        "missed",
        findings.stream().filter(finding -> !finding.met()).map(ConformanceReport::json).toList());
    out.println(JSONObjectUtils.toJSONString(report));
    out.flush();
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> missed = new LinkedHashMap<>();
    missed.put("id", finding.vector().id());
    missed.put("expected", finding.vector().verdict().toString());
    missed.put("said", finding.said());
    return missed;
  }
}
