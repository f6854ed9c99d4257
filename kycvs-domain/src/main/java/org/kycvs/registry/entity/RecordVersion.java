package org.kycvs.registry.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * One version of a person's record, and what made it.
 *
 * @param change the id of the change that made it
 * @param kind what kind of change
 * @param madeAt when
 * @param madeBy the actor, as the audit log names it
 * @param reason why, if an operator did it
 * @param name the name as registered
 * @param mobile the mobile as registered; it prints masked
 * @param birthYear the year of birth as registered
 * @param doses all doses, revoked ones too, in order of numbers
 */
public record RecordVersion(
    String change,
    String kind,
    Instant madeAt,
    String madeBy,
    Optional<String> reason,
    PersonName name,
    MobileNumber mobile,
    int birthYear,
    List<Dose> doses) {

  /** Keeps a copy of the doses. */
  public RecordVersion {
    doses = List.copyOf(doses);
  }

  /** The same with these doses. */
  public RecordVersion with(List<Dose> theseDoses) {
    return new RecordVersion(
        change, kind, madeAt, madeBy, reason, name, mobile, birthYear, theseDoses);
  }

  /** Prints nothing about the person. */
  @Override
  public String toString() {
    return "RecordVersion(" + change + ")";
  }
}
