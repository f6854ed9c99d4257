package org.kycvs.launcher.registry;

import picocli.CommandLine.Parameters;

/** Which dose of which record. */
final class DoseParameters {
  @Parameters(index = "0", paramLabel = "REFERENCE", description = "The record's reference id.")
  private long reference;

  @Parameters(index = "1", paramLabel = "DOSE", description = "The dose's number on the record.")
  private int number;

  long reference() {
    return reference;
  }

  int number() {
    return number;
  }

  @Override
  public String toString() {
    return "dose " + number + " of record " + reference;
  }
}
