package org.kycvs.bench.people;

/** A script that names are written in; a column of the name lists. */
enum Script {
  LATIN,
  DEVANAGARI,
  BENGALI,
  TAMIL
}
