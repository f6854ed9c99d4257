package org.kycvs.registry.control.imports;

/** Is told how far an import is, on the import's own thread. */
@FunctionalInterface
public interface ImportProgress {
  /** For who does not want to know. */
  ImportProgress NONE = rows -> {};

  /** So many rows were read; told every few hundred rows and after the last. */
  void read(long rows);

  /** The import goes on to this. */
  default void enter(ImportPhase phase) {}
}
