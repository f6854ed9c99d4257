package org.kycvs.notification.entity;

import java.util.OptionalInt;
import org.kycvs.shared.id.OrganisationId;

/**
 * In whose daily quota a message is counted.
 *
 * @param organisation for whom it is sent
 * @param dailyQuota how many this organisation has, if not as the settings say
 */
public record SmsAccount(OrganisationId organisation, OptionalInt dailyQuota) {}
