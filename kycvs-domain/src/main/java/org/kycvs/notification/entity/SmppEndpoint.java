package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

/**
 * Where a gateway listens for SMPP, and whether by TLS. Without it texts with their codes cross the
 * network readable, so that must be said, unless it is this machine.
 *
 * @param host a name or an address; with TLS its certificate must be for it
 * @param trusted who may have issued its certificate; if none, whom the platform trusts
 */
public record SmppEndpoint(String host, int port, boolean tls, List<X509Certificate> trusted) {
  private static final int PLAIN_PORT = 2775;
  private static final int TLS_PORT = 3550;
  private static final int LAST_PORT = 65_535;
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|::1");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");

  /** With its own copy. */
  public SmppEndpoint {
    trusted = List.copyOf(trusted);
  }

  static SmppEndpoint from(Settings settings, String prefix) {
    String host = settings.text(prefix + "host", "");
    if (!HOST.matcher(host).matches()) {
      throw Settings.wrong(prefix + "host", host, "a host's name or address");
    }
    boolean tls = YesNo.read(settings, prefix + "tls", false);
    boolean plain = YesNo.read(settings, prefix + "plain", false);
    if (!tls && !plain && !isLoopback(host)) {
      throw new SettingException(
          "%s (%s) is '%s', which is not this machine: set %stls=true, or %splain=true if the way there is a VPN"
              .formatted(
                  prefix + "host",
                  Settings.environmentName(prefix + "host"),
                  host,
                  prefix,
                  prefix));
    }
    int port = settings.number(prefix + "port", tls ? TLS_PORT : PLAIN_PORT, 1, LAST_PORT);
    return new SmppEndpoint(host, port, tls, trusted(settings, prefix + "trust-file"));
  }

  private static List<X509Certificate> trusted(Settings settings, String name) {
    return settings.text(name).map(path -> certificates(name, path)).orElse(List.of());
  }

  private static List<X509Certificate> certificates(String name, String path) {
    try (InputStream pem = Files.newInputStream(Path.of(path))) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return certificates;
      }
    } catch (IOException | InvalidPathException | CertificateException e) {
      // Falls through to the one refusal below.
    }
    throw Settings.wrong(name, path, "a PEM file of X.509 certificates that can be read");
  }

  /** Whether it is on this machine. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** For logs: host and port. */
  public String address() {
    return host + ":" + port;
  }
}
