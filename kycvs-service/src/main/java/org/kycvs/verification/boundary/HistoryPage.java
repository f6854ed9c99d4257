package org.kycvs.verification.boundary;

import java.util.List;
import java.util.Optional;

/**
 * A page of an organisation's verifications, newest first.
 *
 * @param items the verifications
 * @param nextCursor where the next page begins, if there is one
 */
public record HistoryPage(List<VerificationView> items, Optional<String> nextCursor) {}
