package org.kycvs.registry.entity;

/**
 * A vaccine as a status rule sees it.
 *
 * @param code names it in the registry, such as {@code COVISHIELD}
 * @param primaryDoses how many doses its primary course has, at least 1
 * @param minimumIntervalDays how many days after the last dose that counted it is to be given
 * @param interchangeGroup products of one group complete each other's courses
 */
public record VaccineProduct(
    String code, int primaryDoses, int minimumIntervalDays, String interchangeGroup) {

  /** Refuses a course without doses and a negative interval. */
  public VaccineProduct {
    if (primaryDoses < 1 || minimumIntervalDays < 0) {
      throw new IllegalArgumentException("Not a primary course: " + code);
    }
  }
}
