package org.kycvs.notification.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as a server's {@code RCPT TO} takes it (RFC 5321, section 4.1.2), without
 * quoted local parts, literals and characters beyond ASCII. It never prints itself, and holds
 * nothing that could end a header.
 *
 * @param value the address, its domain in lower case
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254; // RFC 5321, section 4.5.3.1.3, without its brackets
  private static final int LONGEST_LOCAL = 64; // section 4.5.3.1.1
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile(ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")+");

  /** Refuses text of another form; use {@link #parse} for what comes from outside. */
  public MailAddress {
    int at = value.lastIndexOf('@');
    if (value.length() > LONGEST || at > LONGEST_LOCAL || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address such as ops@example.org");
    }
    value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
  }

  /** What the text names, or empty if it is no address. */
  public static Optional<MailAddress> parse(String text) {
    try {
      return Optional.of(new MailAddress(text.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Several, parted by commas.
   *
   * @throws IllegalArgumentException if one of them is no address
   */
  public static List<MailAddress> list(String text) {
    List<MailAddress> all = new ArrayList<>();
    for (String one : text.split(",", -1)) {
      all.add(new MailAddress(one.strip()));
    }
    return List.copyOf(all);
  }

  /** What comes after the {@code @}. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  @Override
  public String toString() {
    return "MailAddress(not shown)";
  }
}
