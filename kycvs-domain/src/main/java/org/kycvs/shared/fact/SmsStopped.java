package org.kycvs.shared.fact;

import java.time.Instant;
import org.kycvs.shared.id.OrganisationId;

/**
 * An organisation gets no more codes for a while, because hardly any of the last hour's was
 * redeemed.
 *
 * @param organisation whose
 * @param channel where the codes are typed: {@code api} or {@code page}
 * @param sent how many codes of the last hour are old enough to have been redeemed
 * @param redeemed how many were
 * @param until when it gets codes again unless an operator lets it earlier
 */
public record SmsStopped(
    OrganisationId organisation, String channel, int sent, int redeemed, Instant until) {}
