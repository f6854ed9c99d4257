package org.kycvs.registry.control.imports;

/** What became of a file. */
public sealed interface ImportOutcome {

  /**
   * All of it is in the registry, or would be if this was not a rehearsal.
   *
   * @param id names the import, {@code imp_…}: by it the import can be undone
   * @param counts what changed
   */
  record Imported(String id, ImportCounts counts) implements ImportOutcome {}

  /**
   * Nothing of it is in the registry, because it has rows that cannot be.
   *
   * @param rows rows of the file
   * @param refusals those that were refused
   */
  record Refused(long rows, Refusals refusals) implements ImportOutcome {}
}
