package org.kycvs.shared.fact;

import java.time.Instant;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * A webhook endpoint gets no more events until its organisation enables it again: its receiver said
 * that it is gone, or did not take an event in all tries.
 *
 * @param organisation whose endpoint it is
 * @param contact the organisation's e-mail address or other contact, as it is in the register
 * @param endpoint the endpoint's id, {@code whk_…}
 * @param url where it is
 * @param mode of which mode's events it got
 * @param reason why, in a sentence that can be shown
 * @param at when
 */
public record WebhookDisabled(
    OrganisationId organisation,
    String contact,
    String endpoint,
    String url,
    Mode mode,
    String reason,
    Instant at) {}
