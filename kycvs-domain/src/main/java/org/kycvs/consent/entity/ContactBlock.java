package org.kycvs.consent.entity;

import java.time.Instant;
import java.util.Optional;
import org.kycvs.shared.id.OrganisationId;

/**
 * A mobile is not to be asked. It belongs to the mobile, whoever of those who share it wanted it.
 *
 * @param organisation whose questions are kept away; empty for everybody's, which is a pause
 * @param since from when on, inclusive
 * @param until when it ends by itself, exclusive; empty if it lasts until it is taken back
 */
public record ContactBlock(
    Optional<OrganisationId> organisation, Instant since, Optional<Instant> until) {

  /** Whether it keeps away everybody's questions. */
  public boolean isPause() {
    return organisation.isEmpty();
  }
}
