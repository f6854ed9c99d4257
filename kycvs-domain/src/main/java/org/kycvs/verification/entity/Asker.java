package org.kycvs.verification.entity;

import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * Who asked.
 *
 * @param organisation the organisation
 * @param key the API key that it used
 * @param mode whether it asked about a real person or a test person
 */
public record Asker(OrganisationId organisation, ApiKeyId key, Mode mode) {}
