package org.kycvs.webhook.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries on the wire.
 *
 * @param items the deliveries, newest first
 * @param nextCursor where the next page begins; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryPageDocument(List<DeliveryDocument> items, @Nullable String nextCursor) {}
