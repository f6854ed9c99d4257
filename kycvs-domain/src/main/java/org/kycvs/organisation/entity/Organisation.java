package org.kycvs.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.id.OrganisationId;

/** A verifier registered with us: a hotel, an employer, an airline, a railway. */
@Entity
@Table(name = "organisation")
public class Organisation {
  /** Whether it may ask. */
  public enum State {
    /** It may ask for its approved purposes. */
    ACTIVE,
    /** It may not ask; its next call is refused. */
    SUSPENDED
  }

  @Id private String id;

  @Column(name = "legal_name")
  private String legalName;

  @Column(name = "short_name")
  private String shortName;

  private String contact;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "sends_in_10_minutes")
  private @Nullable Integer sendsInTenMinutes;

  @Column(name = "sends_in_24_hours")
  private @Nullable Integer sendsInOneDay;

  @Column(name = "requests_per_minute")
  private @Nullable Integer requestsPerMinute;

  @Column(name = "request_burst")
  private @Nullable Integer requestBurst;

  @Column(name = "daily_sms_quota")
  private @Nullable Integer dailySmsQuota;

  /** For the persistence provider. */
  protected Organisation() {}

  /** Names it. */
  public OrganisationId id() {
    return new OrganisationId(id);
  }

  /** The name that contracts and receipts carry. */
  public String legalName() {
    return legalName;
  }

  /** The name that fits into an SMS: at most 30 characters. */
  public String shortName() {
    return shortName;
  }

  /** Where people can write to it. */
  public String contact() {
    return contact;
  }

  /** Whether it may not ask at present. */
  public boolean isSuspended() {
    return state == State.SUSPENDED;
  }

  /** How many messages it may have sent to one mobile in ten minutes, if not as many as others. */
  public OptionalInt sendsInTenMinutes() {
    return optional(sendsInTenMinutes);
  }

  /** How many messages it may have sent to one mobile in 24 hours, if not as many as others. */
  public OptionalInt sendsInOneDay() {
    return optional(sendsInOneDay);
  }

  /** How many requests each of its keys may make in a minute, if not as many as others. */
  public OptionalInt requestsPerMinute() {
    return optional(requestsPerMinute);
  }

  /** How many requests each of its keys may make at once, if not as many as others. */
  public OptionalInt requestBurst() {
    return optional(requestBurst);
  }

  /** How many messages it may have sent on one day, if not as many as others. */
  public OptionalInt dailySmsQuota() {
    return optional(dailySmsQuota);
  }

  private static OptionalInt optional(@Nullable Integer number) {
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
