package org.kycvs.bench.registry;

/**
 * What was measured with so many people.
 *
 * @param people how many
 * @param rows of the imported file
 * @param doses of all people
 * @param imported the import; the medians, if it was repeated
 * @param copySeconds a raw copy of the same rows into an equal table; the median, if repeated
 * @param lookUps the look-ups
 * @param person the table of people with their doses
 */
public record SizeMeasure(
    long people,
    long rows,
    long doses,
    ImportMeasure imported,
    double copySeconds,
    LookUpMeasure lookUps,
    TableSize person) {

  /** How many times as long as a raw copy the import takes. */
  public double importByCopy() {
    return imported.seconds() / copySeconds;
  }
}
