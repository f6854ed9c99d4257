package org.kycvs.registry.control.imports;

import java.util.List;

/** What became of a file. */
public sealed interface ImportOutcome {

  /**
   * All of it is in the registry, or would be if this was not a rehearsal.
   *
   * @param counts what changed
   */
  record Imported(ImportCounts counts) implements ImportOutcome {}

  /**
   * Nothing of it is in the registry, because it has rows that cannot be.
   *
   * @param rows rows of the file
   * @param refused how many of them were refused
   * @param first the first 1,000 of those at most, in order of lines
   */
  record Refused(long rows, long refused, List<RefusedRow> first) implements ImportOutcome {}
}
