package org.kycvs.notification.control.smpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmppSettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.settings.Settings;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.smsc.Smsc;

/** A gateway with settings of a test, and the reports that it passed on. */
record OneGateway(SmppGateway gateway, HeardReports reports) implements AutoCloseable {
  static final String PHONE = "919999900001";
  private static final ThreadFactory DAEMONS =
      work -> {
        Thread thread = new Thread(work, "gateway");
        thread.setDaemon(true);
        return thread;
      };

  /** One to this port of loopback, with these settings more. */
  static OneGateway at(int port, String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("host", "127.0.0.1");
    values.put("port", Integer.toString(port));
    values.put("system-id", Smsc.SYSTEM_ID);
    values.put("password-file", passwordFile());
    values.put("timeout", "PT2S");
    for (int at = 0; at < more.length; at += 2) {
      values.put(more[at], more[at + 1]);
    }
    SmppSettings settings =
        SmppSettings.from(
            Settings.of(name -> Optional.ofNullable(values.get(name.replace("kycvs.g.", "")))),
            "kycvs.g.");
    HeardReports reports = new HeardReports();
    return new OneGateway(
        new SmppGateway("main", settings, reports, DAEMONS, Clock.systemUTC()), reports);
  }

  /** The same, when it is bound. */
  static OneGateway bound(Smsc smsc, String... more) {
    OneGateway gateway = at(smsc.port(), more);
    Eventually.isTrue(gateway.gateway::isReachable);
    return gateway;
  }

  Submission submit(long number, String text) {
    return submit(number, PHONE, text);
  }

  Submission submit(long number, String phone, String text) {
    return gateway.submit(
        number,
        new SmsMessage(
            MobileNumber.ofStored("+" + phone),
            text,
            Optional.empty(),
            "reference",
            new Dlt(
                Optional.of("1101234567890123456"),
                Optional.of("VACCIN"),
                Optional.of("1107987654321098765"))));
  }

  private static String passwordFile() {
    try {
      Path file = Files.createTempFile("smpp", ".password");
      file.toFile().deleteOnExit();
      return Files.writeString(file, Smsc.PASSWORD + "\n").toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
