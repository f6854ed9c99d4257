package org.kycvs.shared.fact;

import java.time.Instant;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/**
 * A verification came to an end that the organisation did not bring about itself.
 *
 * @param organisation who asked
 * @param mode whether about a real person or a test person
 * @param verification which one
 * @param state its last state as it is on the wire: {@code completed}, {@code no-match}, {@code
 *     declined}, {@code expired} or {@code locked}
 * @param at when
 */
public record VerificationEnded(
    OrganisationId organisation,
    Mode mode,
    VerificationId verification,
    String state,
    Instant at) {}
