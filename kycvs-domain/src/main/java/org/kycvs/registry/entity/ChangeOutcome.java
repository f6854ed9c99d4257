package org.kycvs.registry.entity;

import java.util.List;

/** What became of a change of the registry. */
public sealed interface ChangeOutcome {

  /**
   * It was made.
   *
   * @param id names it on record, such as {@code chg_…} or {@code dsp_…}
   * @param records how many records it concerned
   */
  record Done(String id, long records) implements ChangeOutcome {}

  /**
   * Nothing was changed.
   *
   * @param reason why
   * @param because the ids of the changes that stand in the way, if any do
   */
  record Refused(ChangeRefusal reason, List<String> because) implements ChangeOutcome {
    /** For a reason that says all. */
    public Refused(ChangeRefusal reason) {
      this(reason, List.of());
    }
  }
}
