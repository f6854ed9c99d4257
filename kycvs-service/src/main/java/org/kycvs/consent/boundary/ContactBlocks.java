package org.kycvs.consent.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.consent.control.ContactBlockStore;
import org.kycvs.consent.entity.ContactBlock;
import org.kycvs.shared.actor.PersonActor;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * People who do not want to be asked, by one organisation or for a while by anybody. Nobody who
 * asks can tell: asking does not look here, only the message that would leave does. It is then
 * suppressed, and the code matches nothing.
 *
 * <p>Whatever is pressed twice is the same as pressed once.
 */
@Stateless
public class ContactBlocks {
  /** The subject of what concerns all organisations, in the audit log. */
  private static final String ALL = "all-organisations";

  @Inject private ContactBlockStore blocks;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Keeps an organisation away from now on.
   *
   * @throws ProblemException {@code not-found} if there is no such organisation
   */
  public void block(PersonActor person, OrganisationId organisation) {
    ContactBlock block =
        new ContactBlock(Optional.of(organisation), clock.instant(), Optional.empty());
    if (!blocks.put(person.mobileIndex(), block)) {
      throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such organisation.");
    }
    audit.record(person, AuditAct.ORGANISATION_BLOCKED, organisation.value());
  }

  /** Lets a blocked organisation ask again. */
  public void unblock(PersonActor person, OrganisationId organisation) {
    if (blocks.remove(person.mobileIndex(), Optional.of(organisation))) {
      audit.record(person, AuditAct.ORGANISATION_UNBLOCKED, organisation.value());
    }
  }

  /**
   * Keeps everybody away from now on.
   *
   * @param until when that ends by itself, exclusive; empty if it lasts until {@link #resume}
   * @throws ProblemException {@code invalid-request} if that is not in the future
   */
  public void pause(PersonActor person, Optional<Instant> until) {
    Instant now = clock.instant();
    if (until.filter(end -> !end.isAfter(now)).isPresent()) {
      throw ProblemException.ofPart("/until", "A pause ends in the future.");
    }
    if (!blocks.put(person.mobileIndex(), new ContactBlock(Optional.empty(), now, until))) {
      throw new IllegalStateException("A pause was not kept");
    }
    audit.record(person, AuditAct.ASKING_PAUSED, ALL);
  }

  /** Ends the pause. */
  public void resume(PersonActor person) {
    if (blocks.remove(person.mobileIndex(), Optional.empty())) {
      audit.record(person, AuditAct.ASKING_RESUMED, ALL);
    }
  }

  /** What is in force for the person's mobile, the pause first. */
  public List<ContactBlock> of(PersonActor person) {
    return blocks.of(person.mobileIndex(), clock.instant());
  }

  /** Whether a message of an organisation's must not reach the mobile with this index. */
  public boolean stop(byte[] mobileIndex, OrganisationId organisation) {
    return blocks.stops(mobileIndex, organisation, clock.instant());
  }
}
