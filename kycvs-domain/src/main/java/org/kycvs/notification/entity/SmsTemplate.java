package org.kycvs.notification.entity;

import static org.kycvs.notification.entity.SmsVariable.CODE;
import static org.kycvs.notification.entity.SmsVariable.LINK;
import static org.kycvs.notification.entity.SmsVariable.MINUTES;
import static org.kycvs.notification.entity.SmsVariable.ORGANISATION;
import static org.kycvs.notification.entity.SmsVariable.PURPOSE;
import static org.kycvs.notification.entity.SmsVariable.VERIFIER_HOST;

import java.util.Locale;
import java.util.Set;

/**
 * What messages to people are about. What each says is in {@link SmsWordings}, by language and
 * version. The constant's name with hyphens is its id.
 */
public enum SmsTemplate {
  /** Carries the code of a verification; typing it is the consent. */
  VERIFICATION_CODE("", CODE, ORGANISATION, PURPOSE, MINUTES),

  /**
   * The same for a verification on our own page: phones offer the code on our host only (WICG
   * sms-one-time-codes).
   */
  VERIFICATION_CODE_ON_PAGE("\n@{host} #{code}", CODE, ORGANISATION, PURPOSE, MINUTES),

  /**
   * The same for our page within another's: phones offer the code only where that page shows ours.
   */
  VERIFICATION_CODE_IN_FRAME(
      "\n@{verifier-host} #{code} @{host}", CODE, ORGANISATION, PURPOSE, MINUTES, VERIFIER_HOST),

  /** Says afterwards who was told; links to the receipt, and to saying that it was not they. */
  VERIFICATION_COMPLETED("", ORGANISATION, PURPOSE, LINK);

  private final String lastLine;
  private final Set<SmsVariable> variables;

  SmsTemplate(String lastLine, SmsVariable... variables) {
    this.lastLine = lastLine;
    this.variables = Set.of(variables);
  }

  /** Names the template, whatever its version. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What differs between its messages: each of its texts has all of these. */
  public Set<SmsVariable> variables() {
    return variables;
  }

  /**
   * Whose texts its texts begin with: its own, or the code's, for which it has only a last line.
   */
  SmsTemplate beginsWith() {
    return lastLine.isEmpty() ? this : VERIFICATION_CODE;
  }

  /** What follows, with the line break before it; the same in all languages. */
  String lastLine() {
    return lastLine;
  }
}
