package org.kycvs.verification.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Which verifications an organisation wants to see; what is empty does not narrow.
 *
 * @param from asked at this time or later
 * @param to asked before this time
 * @param purpose for this purpose
 * @param state that stand so now
 * @param reference with this reference
 */
public record HistoryFilter(
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> purpose,
    Optional<VerificationState> state,
    Optional<String> reference) {}
