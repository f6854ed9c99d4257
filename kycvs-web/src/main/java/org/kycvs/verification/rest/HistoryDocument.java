package org.kycvs.verification.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of verifications on the wire.
 *
 * @param items the verifications, newest first
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryDocument(List<VerificationDocument> items, @Nullable String nextCursor) {}
