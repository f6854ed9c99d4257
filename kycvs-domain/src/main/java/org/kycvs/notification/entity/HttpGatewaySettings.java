package org.kycvs.notification.entity;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kycvs.shared.settings.Settings;

/**
 * A gateway that takes messages by HTTP. Where a text is said to be a template, names in braces
 * stand for what belongs there, escaped as the place needs it: {@code {mobile}} (E.164), {@code
 * {mobile-digits}} (without the plus sign), {@code {text}}, {@code {header}}, {@code {entity-id}},
 * {@code {template-id}}, {@code {user}}, {@code {password}}, {@code {base}}, {@code {report-url}},
 * {@code {reference}}, {@code {if-unicode:A:B}} (A for a text beyond GSM 03.38, else B).
 *
 * @param kind {@code http}, or whose ready settings these are
 * @param method {@code GET} or {@code POST}
 * @param url a template
 * @param headers by name, templates
 * @param body a template; none with GET
 * @param base the beginning of the URL, for ready settings that have no fixed one
 * @param user who we are to the gateway
 * @param password read from a file, never shown
 * @param timeout for connecting and for the answer, each ({@code timeout}, 1 s to 15 s: both fit
 *     into the half minute after which a message that is being handed over counts as in doubt)
 * @param answer how its answers are read
 * @param reports how its delivery reports are read; empty: it sends none
 */
public record HttpGatewaySettings(
    String kind,
    String method,
    String url,
    Map<String, String> headers,
    Optional<String> body,
    String base,
    String user,
    String password,
    Duration timeout,
    HttpAnswerRule answer,
    Optional<HttpReportRule> reports)
    implements GatewayConnection {
  private static final Set<String> METHODS = Set.of("GET", "POST");
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** With its own copy. */
  public HttpGatewaySettings {
    headers = Map.copyOf(headers);
  }

  /** Reads those whose names begin with the prefix; what is missing is as the kind's own. */
  static HttpGatewaySettings from(Settings all, String prefix) {
    String kind = all.text(prefix + "kind", "http");
    Settings settings = ReadySettings.of(kind).under(all, prefix);
    String method = settings.text(prefix + "method", "POST");
    if (!METHODS.contains(method)) {
      throw Settings.wrong(prefix + "method", method, "GET or POST");
    }
    String base = settings.text(prefix + "base", "");
    String url = settings.text(prefix + "url", "");
    requireUrl(prefix, url, base);
    return new HttpGatewaySettings(
        kind,
        method,
        url,
        headers(prefix, settings.text(prefix + "headers", "")),
        settings.text(prefix + "body"),
        base,
        settings.text(prefix + "user", ""),
        settings.text(prefix + "password-file").isPresent()
            ? settings.secretFromFile(prefix + "password-file").strip()
            : "",
        settings.duration(
            prefix + "timeout", TIMEOUT, Duration.ofSeconds(1), Duration.ofSeconds(15)),
        HttpAnswerRule.from(settings, prefix),
        HttpReportRule.from(settings, prefix));
  }

  /** The host and port that messages go to. */
  public URI target() {
    return target(url, base);
  }

  @Override
  public boolean isLocal() {
    return isLoopback(target().getHost());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "HttpGatewaySettings(" + kind + ")";
  }

  private static void requireUrl(String prefix, String url, String base) {
    if (url.contains("{base}") && base.isEmpty()) {
      throw Settings.wrong(
          prefix + "base", base, "the beginning of the gateway's URL, such as https://sms.example");
    }
    URI target;
    try {
      target = target(url, base);
    } catch (IllegalArgumentException e) {
      throw Settings.wrong(prefix + "url", url, "a URL with {names} only behind its host");
    }
    boolean isPlain = "http".equals(target.getScheme()) && isLoopback(target.getHost());
    if (!"https".equals(target.getScheme()) && !isPlain) {
      throw Settings.wrong(
          prefix + (url.contains("{base}") ? "base" : "url"),
          target.toString(),
          "a URL with https, or with http to this machine: it carries mobiles and codes");
    }
  }

  private static URI target(String url, String base) {
    String based = url.replace("{base}", base);
    if (based.matches("[^/]*//[^/?#]*\\{.*")) {
      throw new IllegalArgumentException("A host that is not known before");
    }
    String filled = based.replaceAll("\\{[^}]*}", "x");
    try {
      URI whole = new URI(filled);
      if (whole.getHost() == null || whole.getScheme() == null) {
        throw new IllegalArgumentException("No host");
      }
      return new URI(whole.getScheme(), null, whole.getHost(), whole.getPort(), null, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not a URL", e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static Map<String, String> headers(String prefix, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : text.isEmpty() ? new String[0] : text.split("\\|", -1)) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      if (!name.matches("[A-Za-z0-9-]+")) {
        throw Settings.wrong(
            prefix + "headers", text, "headers like Content-Type: text/plain, with | between them");
      }
      headers.put(name, line.substring(colon + 1).strip());
    }
    return headers;
  }
}
