package org.kycvs.notification.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The mails to staff, one version each: a changed text is a new version, so that what is on record
 * says what was sent. The text is a resource beside this class, see {@link MailMarkup}.
 */
public enum MailTemplate {
  /** A webhook endpoint gets no more events; to its organisation. */
  WEBHOOK_DISABLED("webhook-disabled", 1),
  /** Messages leave through another SMS gateway than before; to operators. */
  SMS_GATEWAY_SWITCHED("sms-gateway-switched", 1),
  /** Too few of an organisation's messages led to a redeemed code; to operators. */
  SMS_STOPPED_FOR_ORGANISATION("sms-stopped-for-organisation", 1),
  /** Shows that mails arrive. */
  MAIL_TEST("mail-test", 1);

  /** How long a mail is worth sending: after this time staff knows otherwise. */
  public static final Duration WORTH = Duration.ofDays(3);

  private final String id;
  private final int version;
  private final MailMarkup markup;

  MailTemplate(String id, int version) {
    this.id = id;
    this.version = version;
    this.markup = MailMarkup.of(read(id + "." + version + ".txt"));
  }

  /** Names the template, whatever its version. */
  public String id() {
    return id;
  }

  /** Which version of the text this is. */
  public int version() {
    return version;
  }

  /** The names of what is filled in. */
  public Set<String> variables() {
    return markup.variables();
  }

  /**
   * Refuses what cannot be filled in.
   *
   * @throws IllegalArgumentException if a variable is missing or unknown, longer than 500
   *     characters, or holds a line's end or another control character; the message names it and
   *     not its value
   */
  public void check(Map<String, String> values) {
    markup.check(values);
  }

  /**
   * The mail's text, with each variable in its place.
   *
   * @throws IllegalArgumentException as {@link #check}
   */
  public MailText fill(Map<String, String> values) {
    return markup.fill(values);
  }

  /** The template with an id and a version, if there still is one. */
  public static Optional<MailTemplate> of(String id, int version) {
    return Stream.of(values())
        .filter(one -> one.id.equals(id) && one.version == version)
        .findFirst();
  }

  private static String read(String name) {
    try (InputStream resource =
        MailTemplate.class.getResourceAsStream("/org/kycvs/notification/mail/" + name)) {
      if (resource == null) {
        throw new IllegalStateException("There is no template " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
