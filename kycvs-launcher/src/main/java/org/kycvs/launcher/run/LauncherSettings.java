package org.kycvs.launcher.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.kycvs.consent.entity.RegistryOperator;
import org.kycvs.launcher.database.DatabaseSettings;
import org.kycvs.launcher.tls.TlsIdentity;
import org.kycvs.notification.entity.ConversionSettings;
import org.kycvs.notification.entity.GatewaysSettings;
import org.kycvs.notification.entity.MailSettings;
import org.kycvs.notification.entity.ReportSettings;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.otp.entity.BudgetSettings;
import org.kycvs.otp.entity.OtpSettings;
import org.kycvs.sealing.entity.SealingSettings;
import org.kycvs.shared.address.EdgeSettings;
import org.kycvs.shared.rate.RateSettings;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;
import org.kycvs.shared.time.Calendar;
import org.kycvs.shared.time.TimeProducer;
import org.kycvs.signing.entity.SigningSettings;
import org.kycvs.verification.entity.VerificationSettings;

/**
 * What the launcher itself reads of the configuration. The application reads the rest, but it is
 * checked here too, so that a wrong value is told in one line before anything is started.
 *
 * @param environment development unless said otherwise: who types {@code kycvs run} tries it
 * @param listen the address to listen on
 * @param tls who the server is in TLS; without it plain HTTP
 * @param edge how the server meets its callers
 * @param issuer who signs the statements; the server's own URL unless set
 * @param masterKeyFile the file with the master key; made in development unless set
 * @param database which database
 * @param calendar which day it is in the country served
 * @param sms by which gateways messages leave
 * @param mail how mails to staff leave
 * @param log the server's log
 * @param serverOptions further options for the server's JVM
 */
public record LauncherSettings(
    Environment environment,
    InetAddress listen,
    Optional<TlsIdentity> tls,
    EdgeSettings edge,
    Optional<String> issuer,
    Optional<String> masterKeyFile,
    DatabaseSettings database,
    Calendar calendar,
    GatewaysSettings sms,
    MailSettings mail,
    LogSettings log,
    Optional<String> serverOptions) {
  private static final String LISTEN = "kycvs.listen";
  private static final String ISSUER = "kycvs.issuer";

  /**
   * Reads and checks the settings.
   *
   * @throws SettingException if one is wrong, or too little for production
   */
  public static LauncherSettings from(Settings settings) {
    SecretsAsValues.refuse(settings);
    Environment environment =
        settings.oneOf("kycvs.mode", Environment.class, Environment.DEVELOPMENT);
    Optional<String> issuer = settings.text(ISSUER);
    if (environment == Environment.PRODUCTION && issuer.isEmpty()) {
      throw new SettingException(
          ISSUER
              + " (KYCVS_ISSUER) is not set: production needs the public URL that statements are"
              + " signed for");
    }
    checkApplication(settings, environment);
    InetAddress listen = listen(settings, environment);
    Optional<TlsIdentity> tls = TlsIdentity.from(settings, Clock.systemUTC());
    EdgeSettings edge = EdgeSettings.from(settings);
    if (!listen.isLoopbackAddress() && tls.isEmpty() && edge.trustedProxies().isEmpty()) {
      throw new SettingException(
          "nothing ends TLS: set kycvs.tls.certificate-file (KYCVS_TLS_CERTIFICATE_FILE) and"
              + " kycvs.tls.key-file (KYCVS_TLS_KEY_FILE), or listen on a loopback address, or name"
              + " the proxies that end it in kycvs.edge.trusted-proxies"
              + " (KYCVS_EDGE_TRUSTED_PROXIES)");
    }
    return new LauncherSettings(
        environment,
        listen,
        tls,
        edge,
        issuer,
        settings.text("kycvs.master-key-file"),
        DatabaseSettings.from(settings),
        new Calendar(Clock.systemUTC(), TimeProducer.zone(settings)),
        GatewaysSettings.from(settings, environment),
        MailSettings.from(settings, environment),
        LogSettings.from(settings),
        settings.text("kycvs.server-options"));
  }

  private static void checkApplication(Settings settings, Environment environment) {
    OtpSettings.from(settings);
    BudgetSettings.from(settings);
    RateSettings.from(settings);
    SmsSettings.from(settings);
    ReportSettings.from(settings);
    ConversionSettings.from(settings);
    VerificationSettings.from(settings);
    RegistryOperator.from(settings, environment);
    SigningSettings.from(settings, environment);
    SealingSettings.from(settings);
  }

  private static InetAddress listen(Settings settings, Environment environment) {
    String text = settings.text(LISTEN, "127.0.0.1");
    try {
      InetAddress address = InetAddress.getByName(text);
      if (environment == Environment.DEVELOPMENT && !address.isLoopbackAddress()) {
        throw Settings.wrong(
            LISTEN, text, "a loopback address while kycvs.mode (KYCVS_MODE) is development");
      }
      return address;
    } catch (UnknownHostException e) {
      throw Settings.wrong(LISTEN, text, "an address of this machine, such as 127.0.0.1");
    }
  }
}
