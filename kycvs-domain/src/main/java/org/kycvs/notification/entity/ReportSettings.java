package org.kycvs.notification.entity;

import org.kycvs.shared.settings.Settings;

/**
 * Where HTTP gateways find us.
 *
 * @param base the beginning of our URL as they see it ({@code kycvs.sms.report-base}); {@code
 *     kycvs.issuer} unless set
 */
public record ReportSettings(String base) {
  private static final String BASE = "kycvs.sms.report-base";

  /** Reads it. */
  public static ReportSettings from(Settings settings) {
    String base =
        settings.text(BASE).or(() -> settings.text("kycvs.issuer")).orElse("http://localhost:8080");
    if (!base.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9/._~-]*)?")) {
      throw Settings.wrong(BASE, base, "the beginning of this service's URL");
    }
    return new ReportSettings(base.replaceAll("/+$", ""));
  }
}
