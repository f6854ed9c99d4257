package org.kycvs.otp.entity;

import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;

/**
 * What a code is good for, and for nothing else: it enters the hash that the code is compared by.
 *
 * @param verification the one question
 * @param organisation who asks
 * @param purpose why, by its code
 */
public record CodeBinding(
    VerificationId verification, OrganisationId organisation, String purpose) {}
