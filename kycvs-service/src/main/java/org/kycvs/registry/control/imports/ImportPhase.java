package org.kycvs.registry.control.imports;

/** What an import is at. */
public enum ImportPhase {
  /** The file is read, row by row. */
  READING,
  /** Rows are held against each other. */
  CHECKING,
  /** The registry is brought up to the file; another import may have to end first. */
  MERGING
}
