package org.kycvs.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/** Why an organisation asks, from the list that the government approves. */
@Entity
@Table(name = "purpose")
public class Purpose {
  @Id private String code;
  private String text;

  @Column(name = "maximum_validity_seconds")
  private int maximumValiditySeconds;

  /** For the persistence provider. */
  protected Purpose() {}

  /** The word for it on the wire, such as {@code hotel-check-in}. */
  public String code() {
    return code;
  }

  /** What the person reads: at most 40 characters. */
  public String text() {
    return text;
  }

  /** The longest time for which an answer may be used. */
  public Duration maximumValidity() {
    return Duration.ofSeconds(maximumValiditySeconds);
  }
}
