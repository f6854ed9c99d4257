package org.kycvs.organisation.entity;

import java.util.Locale;

/** Why an act on an organisation was refused. The constant's name with hyphens is the code. */
public enum OrganisationRefusal {
  /** No organisation has this id. */
  ORGANISATION_UNKNOWN("there is no organisation with this id"),
  /** There is no such purpose, and nothing was said about what it would be. */
  PURPOSE_UNKNOWN("there is no such purpose: to add it, say its text and longest validity"),
  /** There is such a purpose, and it says something else. */
  PURPOSE_DIFFERS("there is such a purpose with another text or longest validity"),
  /** The organisation may ask for the purpose already. */
  ALREADY_APPROVED("it may ask for this purpose already"),
  /** The organisation is suspended. */
  ALREADY_SUSPENDED("the organisation is suspended already"),
  /** The organisation is not suspended. */
  NOT_SUSPENDED("the organisation is not suspended");

  private final String explanation;

  OrganisationRefusal(String explanation) {
    this.explanation = explanation;
  }

  /** What is wrong and what to do, in words. */
  public String explanation() {
    return explanation;
  }

  /** The code, such as {@code purpose-unknown}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
