package org.kycvs.notification.control.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.GatewaysSettings;
import org.kycvs.notification.entity.HttpGatewaySettings;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.Settings;

/** Makes HTTP gateways for tests, as settings would. */
final class Gateways {
  static final String HINDI = "आपका कोड 482913 है";
  static final String ENGLISH = "482913 is your \"code\" & more {text} [é]";
  static final MasterKey KEY = MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  static final ReportAddresses REPORTS =
      new ReportAddresses(new ReportSettings("https://kycvs.example"), KEY);
  static final Dlt DLT = new Dlt(Optional.of("1101"), Optional.of("KYCVS"), Optional.of("1107"));

  private Gateways() {}

  static HttpGatewaySettings settings(Map<String, String> own) {
    Map<String, String> values = new HashMap<>();
    values.put("kycvs.sms.gateways", "a");
    own.forEach((name, value) -> values.put("kycvs.sms.gateway.a." + name, value));
    Settings settings = Settings.of(name -> Optional.ofNullable(values.get(name)));
    return (HttpGatewaySettings)
        GatewaysSettings.from(settings, Environment.DEVELOPMENT).gateways().get(0).connection();
  }

  static HttpGateway of(Map<String, String> own) {
    return new HttpGateway("a", settings(own), REPORTS);
  }

  static SmsMessage message(String text, Dlt dlt) {
    return new SmsMessage(
        MobileNumber.parse("+919876543210"), text, Optional.of("482913"), "ver_1", dlt);
  }
}
