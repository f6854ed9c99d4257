package org.kycvs.audit.entity;

import java.util.Locale;

/** Every act that the audit log tells of. The constant in lower case with hyphens is on record. */
public enum AuditAct {
  /** An organisation asked about a person. */
  VERIFICATION_ASKED("done"),
  /** An organisation had the code sent again. */
  CODE_SENT_AGAIN("done"),
  /** No code was sent, because that would have been too early or too many; holds which limit. */
  SEND_REFUSED("refused"),
  /** The right code was typed for the first time. */
  CODE_REDEEMED("done"),
  /** A wrong or late code was typed. */
  CODE_REFUSED("refused"),
  /** Too many wrong codes came before, so that this one was not compared; holds whose limit. */
  CODE_NOT_COMPARED("refused"),
  /** The person's consent was recorded. */
  CONSENT_GIVEN("done"),
  /** The code was right, but nobody, or not just one person, fitted. */
  NO_MATCH_FOUND("refused"),
  /** A statement is about to be signed; holds the digest of its claims. */
  STATEMENT_SIGNED("done"),
  /** An organisation took its question back. */
  VERIFICATION_CANCELLED("done"),
  /** A verification's time was over. */
  VERIFICATION_EXPIRED("refused"),
  /** People and doses were taken into the registry; holds the counts. */
  REGISTRY_IMPORTED("done"),
  /** An import, or an act on a dose, was taken back whole; holds the counts. */
  REGISTRY_CHANGE_UNDONE("done"),
  /** An operator looked at people's records, and said why. */
  REGISTRY_INSPECTED("done"),
  /** A dose was found to be wrong and counts no more. */
  DOSE_REVOKED("done"),
  /** A revoked dose counts again. */
  DOSE_REINSTATED("done"),
  /** What the registry says of a dose was corrected. */
  DOSE_CORRECTED("done"),
  /** Two records were found to be of one person. */
  RECORDS_MERGED("done"),
  /** Records that were merged stand alone again. */
  RECORDS_SPLIT("done"),
  /** Somebody said that a record is wrong; no answer changed. */
  DISPUTE_RAISED("done"),
  /** An operator decided about a dispute. */
  DISPUTE_SETTLED("done"),
  /** A signing key was made, since its mode had none. */
  SIGNING_KEY_MADE("done"),
  /** An organisation was registered. */
  ORGANISATION_CREATED("done"),
  /** A purpose was added to those that organisations can be approved for. */
  PURPOSE_ADDED("done"),
  /** An organisation may ask for a purpose. */
  PURPOSE_APPROVED("done"),
  /** An organisation may not ask any more. */
  ORGANISATION_SUSPENDED("done"),
  /** A suspended organisation may ask again. */
  ORGANISATION_RESUMED("done"),
  /** An organisation's limits were set; holds all that it has of its own. */
  ORGANISATION_LIMITED("done"),
  /** An API key was issued, anew or in place of another. */
  API_KEY_ISSUED("done"),
  /** An API key may do less than before, from fewer places, or for a shorter time. */
  API_KEY_NARROWED("done"),
  /** An API key was replaced by another; holds which, and when it ends. */
  API_KEY_ROLLED("done"),
  /** An API key was revoked. */
  API_KEY_REVOKED("done"),
  /** An organisation's last message of the day was put into the outbox; holds the quota. */
  SMS_QUOTA_REACHED("done"),
  /** The master key got a line that opens, but does not seal yet. */
  MASTER_KEY_PREPARED("done"),
  /** Another line of the master key seals from now on. */
  MASTER_KEY_ROTATED("done"),
  /** A line of the master key with which nothing was sealed any more was taken away. */
  MASTER_KEY_RETIRED("done"),
  /** An SMS was handed to a gateway. */
  SMS_SENT("done"),
  /** An SMS was not sent, because its receiver does not want it. */
  SMS_SUPPRESSED("done"),
  /** An operator had a mail that was set aside tried again. */
  MAIL_RETRIED("done"),
  /** Somebody keeps an organisation from asking them. */
  ORGANISATION_BLOCKED("done"),
  /** Somebody lets a blocked organisation ask them again. */
  ORGANISATION_UNBLOCKED("done"),
  /** Somebody keeps everybody from asking them. */
  ASKING_PAUSED("done"),
  /** Somebody lets everybody ask them again. */
  ASKING_RESUMED("done"),
  /** A gateway may have taken an SMS, or not; holds why that is not known. */
  SMS_IN_DOUBT("refused"),
  /** No gateway would ever take an SMS; holds why. */
  SMS_SET_ASIDE("refused"),
  /** A node gives a gateway no more messages, or messages again; holds which and why. */
  SMS_GATEWAY_SWITCHED("done"),
  /** An organisation's codes are redeemed so rarely that it gets no more for a while. */
  SMS_STOPPED("done"),
  /** An organisation gets codes again. */
  SMS_RELEASED("done"),
  /** An SMS could not have arrived in time and was not sent. */
  SMS_DROPPED("refused");

  private final String outcome;

  AuditAct(String outcome) {
    this.outcome = outcome;
  }

  /** How the act ended for the one who tried it: {@code done} or {@code refused}. */
  public String outcome() {
    return outcome;
  }

  /** The act's name on record, such as {@code code-redeemed}. */
  public String onRecord() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
