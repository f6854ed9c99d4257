package org.kycvs.registry.control.imports;

import java.time.Instant;
import java.util.Optional;

/**
 * An import as it is on record.
 *
 * @param id names it, {@code imp_…}
 * @param madeAt when
 * @param madeBy the actor, as the audit log names it
 * @param fileDigest SHA-256 of the file, in 64 lower-case hexadecimal digits
 * @param rows rows of the file
 * @param peopleAdded people who were not in the registry
 * @param peopleChanged people of whom something else was known
 * @param undone when and by whom it was taken back, if it was
 */
public record PastImport(
    String id,
    Instant madeAt,
    String madeBy,
    String fileDigest,
    long rows,
    long peopleAdded,
    long peopleChanged,
    Optional<Undone> undone) {

  /**
   * That an import was taken back.
   *
   * @param at when
   * @param by the actor, as the audit log names it
   */
  public record Undone(Instant at, String by) {}
}
